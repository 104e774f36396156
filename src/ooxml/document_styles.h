#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ooxml/package.h"

namespace samsvar::ooxml {

/// What a paragraph or character style says, with what it is based on taken in.
struct DocumentStyle {
    std::string name;
    int outline_level = -1;  ///< 0-8; -1 = body text
    int number_id = -1;      ///< -1 = no list; 0 = taken out of a list
    int list_level = -1;     ///< -1 = not said
    bool hidden = false;
    bool struck = false;
};

/// The styles of a Word document.
class DocumentStyles {
public:
    DocumentStyles() = default;
    /// Throws Error: malformed, limit_exceeded.
    DocumentStyles(const Package& package, const std::string& part);

    /// The style by id; for an unknown id, one that has only the id as its name.
    const DocumentStyle& style(std::string_view id) const;
    /// Id of the default paragraph style; empty when there is none.
    const std::string& default_paragraph() const { return default_paragraph_; }

private:
    mutable std::map<std::string, DocumentStyle, std::less<>> styles_;
    std::string default_paragraph_;
};

/// 1-9 for a heading, 10 for the document's title, 0 otherwise: from the outline level (0-8; -1 = none said,
/// 9 = body text) or the style's name.
int heading_level(int outline_level, std::string_view style_name);

}  // namespace samsvar::ooxml
