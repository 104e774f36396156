#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "odf/context.h"

namespace samsvar::odf {

/// A paragraph or heading as it was read, and what hangs on it.
struct ReadParagraph {
    model::Paragraph paragraph;  ///< without label and unit
    std::vector<pugi::xml_node> text_boxes;
    std::vector<pugi::xml_node> notes;  ///< text:note and office:annotation
    std::vector<std::string> problems;
    bool picture = false;
};

/// Reads text:p or text:h. Throws Error(limit_exceeded).
ReadParagraph read_paragraph(TextContext& context, pugi::xml_node node);

/// Reads a drawing or control that stands beside the paragraphs, anchored to the page.
ReadParagraph read_floating(TextContext& context, pugi::xml_node node);

/// Collects text with white space as ODF 1.3 part 3, 6.1.2 has it: runs of it are one space, none at the beginning.
class SpacedText {
public:
    /// Appends characters of the file; gives what was kept of them.
    std::string add(std::string_view text);
    /// Appends what stands as it is: spaces, tabs and line breaks that are elements, text of controls.
    void add_exact(std::string_view text);

private:
    bool after_space_ = true;
};

}  // namespace samsvar::odf
