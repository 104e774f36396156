#include "ooxml/file_kind.h"

#include "base/error.h"
#include "archive/xml_lexer.h"

namespace samsvar::ooxml {

namespace {

/// A main part of another kind, told from its content type.
const char* other_kind(std::string_view type)
{
    const auto has = [&](std::string_view word) { return type.find(word) != std::string_view::npos; };
    if (has("presentationml") || has("powerpoint")) return "a PowerPoint presentation; ask for a .docx or .xlsx";
    if (has("sheet.binary")) return "a binary Excel workbook (.xlsb); ask for it saved as .xlsx";
    if (has("visio")) return "a Visio drawing; ask for a .docx or .xlsx";
    return nullptr;
}

}  // namespace

MainPart find_main_part(const Package& package)
{
    const auto fail = [&](ErrorCode code, const std::string& what) {
        throw Error(code, {package.file(), {}, 0, 0}, what);
    };
    const Relationship* main = package.related({}, "officeDocument");
    if (!main || !package.has(main->target)) {
        if (!package.has("[Content_Types].xml"))
            fail(ErrorCode::unsupported,
                 "the file is a ZIP archive, but no Word or Excel file; ask for a .docx or .xlsx");
        // Some writers forget the package's relationships; the usual names are then the only hint.
        if (package.has("word/document.xml")) return {"word/document.xml", model::FileKind::docx};
        if (package.has("xl/workbook.xml")) return {"xl/workbook.xml", model::FileKind::xlsx};
        fail(ErrorCode::malformed, "the package does not say which part is its main one; ask for it to be sent again");
    }
    const std::string type = ascii_lower(package.content_type(main->target));
    if (const char* kind = other_kind(type)) fail(ErrorCode::unsupported, std::string("the file is ") + kind);
    EntryReader entry = package.stream(main->target);
    XmlLexer lexer([&](char* buffer, std::size_t capacity) { return entry.read(buffer, capacity); }, package.file(),
                   main->target, package.limits());
    lexer.next();
    const std::string root(lexer.name());
    if (root == "workbook") return {main->target, model::FileKind::xlsx};
    if (root == "document") return {main->target, model::FileKind::docx};
    fail(ErrorCode::unsupported, "the main part of the package is <" + excerpt(root, 60) +
                                     ">, neither a Word document nor a workbook; ask for a .docx or .xlsx");
    return {};
}

}  // namespace samsvar::ooxml
