#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "archive/paragraph_text.h"
#include "ooxml/document_paragraph.h"

namespace samsvar::ooxml {

/// What holds for a run through its ancestors and its own properties.
struct RunState {
    bool hidden = false;
    bool struck = false;
    bool inserted = false;
    bool deleted = false;
    bool moved = false;
    bool placeholder = false;
    bool silent = false;  ///< text that is already told otherwise
    std::string_view symbol_font;
};

/// Without blanks and line ends at both ends.
std::string_view trimmed_text(std::string_view text);

/// Reads one paragraph: what stands in it (document_runs.cpp) and what it is as a whole (document_paragraph.cpp).
class ParagraphReader {
public:
    explicit ParagraphReader(DocumentContext& context) : context_(context)
    {
        for (OpenField& field : context_.fields) field.text_start = 0;
    }

    ReadParagraph read(XmlNode node);

private:
    void read_properties(XmlNode properties);
    void read_inline(XmlNode parent, const RunState& state);
    void read_inline_element(XmlNode node, std::string_view name, const RunState& state);
    void read_run(XmlNode run, RunState state);
    void read_run_content(XmlNode parent, const RunState& state);
    void read_run_element(XmlNode node, std::string_view name, const RunState& state);
    void read_control(XmlNode node, RunState state);
    void read_hyperlink(XmlNode node, const RunState& state);
    void read_simple_field(XmlNode node, const RunState& state);
    void read_field_character(XmlNode node, const RunState& state);
    void end_field(const RunState& state);
    bool end_shown_instruction(const OpenField& field, const RunState& state);
    void read_symbol(XmlNode node, const RunState& state);
    void read_equation(XmlNode node, const RunState& state);
    void add(std::string_view text, const RunState& state);
    void add_link(std::string text, std::string target);
    void settle_label();
    bool in_instruction() const
    {
        return std::any_of(context_.fields.begin(), context_.fields.end(),
                           [](const OpenField& field) { return !field.in_result || field.silent; });
    }

    DocumentContext& context_;
    ReadParagraph read_;
    ParagraphText text_;
    std::string style_id_;
    const DocumentStyle* style_ = nullptr;
    XmlNode number_;  // w:numPr of its own
    XmlNode mark_;    // w:rPr of its end
    RunState base_;  // what the paragraph's style says of its runs
};

}  // namespace samsvar::ooxml
