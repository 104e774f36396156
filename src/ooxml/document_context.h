#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ooxml/document_styles.h"
#include "archive/draft.h"
#include "ooxml/numbering.h"
#include "ooxml/package.h"

namespace samsvar::ooxml {

/// A complex field that has begun and not ended (ECMA-376 part 1, 17.16.18); may span paragraphs.
struct OpenField {
    std::string instruction;
    bool in_result = false;
    bool silent = false;  ///< its result is already told by its form data
    bool form_text = false;
    model::Control control;      ///< of a form field
    std::size_t text_start = 0;  ///< in the current paragraph's text
};

/// What all parts of one Word document share while it is read.
struct DocumentContext {
    const Package& package;
    Draft& draft;
    std::string part;  ///< the part that is being read
    DocumentStyles styles;
    Numbering numbering;
    std::vector<OpenField> fields;
    /// Where the document refers to comments, footnotes and endnotes: "comment 3" → unit.
    std::map<std::string, model::UnitId> anchors;

    /// Chart and diagram parts that have been read; each is told once, however often it is pointed to.
    std::set<std::string> drawn = {};

    void problem(const std::string& path, std::string text) { draft.problem(part, path, std::move(text)); }
};

}  // namespace samsvar::ooxml
