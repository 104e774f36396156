#pragma once

#include <string>

#include "archive/draft.h"
#include "model/document.h"

namespace samsvar::archive {

/// Path of the n-th thing of a kind inside another: "table3/row20", "paragraph7" when `path` is empty.
std::string numbered(const std::string& path, const char* what, int number);

/// No text but blanks, no label, no control.
bool is_empty(const model::Paragraph& paragraph);

/// Gives a cell the marks that hold for all of it: the ones all its paragraphs with text share, and the changes that any
/// of them has.
void share_marks(model::Cell& cell);

/// Adds a paragraph beside the flow, with a unit of its own; gives the unit.
model::UnitId add_aside(Draft& draft, model::UnitKind kind, const std::string& part, const std::string& path,
                        model::UnitId anchor, model::Paragraph paragraph);

/// Appends a paragraph to another on a line of its own: changes that any of them has, looks that all share. The labels
/// and the original are left to the caller.
void append(model::Paragraph& joined, model::Paragraph more);

}  // namespace samsvar::archive
