#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samsvar::test {

/// Builds a small OOXML package in memory from readable text. Entries are stored, not deflated, so that a failing test
/// can be read in a hex dump; [Content_Types].xml and _rels/.rels are made from the parts unless they are given.
///     PackageBuilder().part("word/document.xml", "<w:document …/>").bytes()
class PackageBuilder {
public:
    /// Adds a part, or replaces the one of the same name. `name` has no leading slash.
    PackageBuilder& part(std::string name, std::string content);
    /// Declares the namespaces used below (w, w14, r, mc, wp, wps, a, v, x14, xm …) on the root element of `content`
    /// and puts the XML declaration in front: part("word/document.xml", "<w:document><w:body/></w:document>").
    PackageBuilder& xml(std::string name, std::string content);
    /// Adds a relationship of `source` ("word/document.xml"; "" = the package). `type` is the last word of the
    /// type URI ("comments", "hyperlink") or a whole URI. `mode` is "External" for links.
    PackageBuilder& relationship(std::string source, std::string id, std::string type, std::string target,
                                 std::string mode = {});
    /// Overrides the content type of a part; the usual ones are known by name.
    PackageBuilder& content_type(std::string part, std::string type);
    /// The package as bytes.
    std::string bytes() const;
    /// All entries as they are written: name and content.
    std::vector<std::pair<std::string, std::string>> entries() const;

private:
    struct Relationship {
        std::string source, id, type, target, mode;
    };
    std::vector<std::pair<std::string, std::string>> parts_;
    std::vector<Relationship> relationships_;
    std::vector<std::pair<std::string, std::string>> types_;
};

/// A sheet for xlsx_with_sheets: `data` is what stands inside <sheetData> (rows), `after` what follows it.
struct SheetText {
    std::string name;
    std::string data;
    std::string after = {};
    std::string state = {};   ///< "", "hidden" or "veryHidden"
    std::string before = {};  ///< what stands before <sheetData>: <cols>, <sheetViews>
};

/// Builder of a .docx whose body is `body` (w: elements); add word/styles.xml and so on to it as needed:
/// parts named like the usual ones get their relationship by themselves.
PackageBuilder docx_builder(std::string_view body);
/// The same as bytes.
std::string docx_with_body(std::string_view body);
/// Builder of an .xlsx with these sheets; add xl/styles.xml and xl/sharedStrings.xml as needed.
PackageBuilder xlsx_builder(const std::vector<SheetText>& sheets);
/// The same as bytes.
std::string xlsx_with_sheets(const std::vector<SheetText>& sheets);

/// Paragraph with one run of text, escaped: <w:p><w:r><w:t>…
std::string docx_paragraph(std::string_view text);
/// Table of rows of plain cells.
std::string docx_table(const std::vector<std::vector<std::string>>& rows);
/// Row with inline strings in columns A, B, C …; empty texts make no cell. `number` is 1-based.
std::string xlsx_row(int number, const std::vector<std::string>& texts);
/// `text` with &, <, > and " replaced.
std::string xml_escaped(std::string_view text);

/// A ZIP of stored entries, as is.
std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace samsvar::test
