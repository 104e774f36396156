#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marking/mark.h"
#include "model/document.h"

namespace samsvar::test {

/// A mark at every cell and paragraph of a document; the heading of the n-th is "mark n".
std::vector<marking::Mark> marks_everywhere(const model::Document& document);

/// What is wrong with a marked file, one line each; empty when all is well: the marks stand where they should, all
/// texts and older comments are as before, parts that are not meant to hold marks are the same compressed bytes in the
/// same order, and without the marks a document's text part is what it was.
std::vector<std::string> faults(std::string_view before, std::string_view after,
                                const std::vector<marking::Mark>& marks, const std::string& file);

/// All texts of a document but those of comments, a line each.
std::vector<std::string> texts_of(const model::Document& document);

/// The content of a part.
std::string part_of(std::string_view bytes, const std::string& part);

/// Whose marks they are in tests.
inline const marking::Author author{"marker", {2026, 11, 29}};

}  // namespace samsvar::test
