#pragma once

#include <string>

#include "model/document.h"
#include "support/package_builder.h"

/// Word documents from WordprocessingML, and what was read of them as text.
namespace samsvar::test::docx {

/// Reads what was built as "a.docx".
model::Document read(const PackageBuilder& builder);

/// The blocks of the body, one a line: path, text, marks, what it was before tracked changes, controls, links; a table
/// with its size, then its cells with their positions. In texts | stands for a line break and > for a tab.
std::string body_of(const model::Document& document);
/// What stands beside the body, one a line: place, author, text, @ anchor.
std::string asides_of(const model::Document& document);
std::string problems_of(const model::Document& document);

// WordprocessingML elements of these names.
std::string t(const std::string& text);
std::string r(const std::string& text, const std::string& properties = {});
std::string p(const std::string& inner, const std::string& properties = {});
std::string tc(const std::string& text, const std::string& properties = {});
std::string sdt(const std::string& properties, const std::string& content);
/// A complex field; `data` is what stands in its beginning (w:ffData).
std::string field(const std::string& data, const std::string& instruction, const std::string& result);

struct Row {
    const char* name;
    std::string body;
    std::string expected;  ///< as body_of() tells it
    std::string problems = {};
};
/// Checks body and problems of the document with this body.
void check(const Row& row);

}  // namespace samsvar::test::docx
