#pragma once

#include <string>
#include <vector>

#include "archive/xml_node.h"
#include "model/document.h"
#include "ooxml/document_context.h"
#include "ooxml/document_graphics.h"

namespace samsvar::ooxml {

/// A paragraph as read, with what hangs on it and needs its unit.
struct ReadParagraph {
    model::Paragraph paragraph;
    std::string original;       ///< text before tracked changes, when it is kept apart
    bool has_original = false;  ///< otherwise it is the text
    Graphics graphics;
    std::vector<std::string> references;  ///< "comment 3", "footnote 1": keys of DocumentContext::anchors
    std::vector<std::string> problems;
    bool mark_deleted = false;   ///< the paragraph's end is deleted: it runs on into the next one
    bool mark_inserted = false;  ///< the paragraph's end is inserted: before, the next one ran on from it

    /// Keeps the original apart, before the text is changed in another way.
    void keep_original()
    {
        if (!has_original) original = paragraph.text;
        has_original = true;
    }
};

/// Reads one w:p (or an equation or run that stands where a paragraph is due). Computes its automatic number, so
/// paragraphs must be read in order. Throws Error(limit_exceeded) when its text passes Limits::paragraph_bytes.
ReadParagraph read_paragraph(DocumentContext& context, XmlNode node);

}  // namespace samsvar::ooxml
