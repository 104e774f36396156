#include "marking/mark.h"

#include <algorithm>

#include "base/error.h"
#include "marking/parts.h"
#include "ooxml/file_kind.h"

namespace samsvar::marking {

namespace {

[[noreturn]] void refuse_kind(const std::string& file, const std::string& what)
{
    throw Error(ErrorCode::unsupported, {file, {}, 0, 0},
                what +
                    "; marks can be put into .docx and .xlsx files only. Write a letter instead (samsvar letter), "
                    "which holds the same points");
}

bool is_signed(const ooxml::Package& package)
{
    const std::vector<std::string> names = package.names();
    return package.related({}, "origin") != nullptr ||
           std::any_of(names.begin(), names.end(), [](const std::string& name) {
               return ascii_lower(name).starts_with("_xmlsignatures/");
           });
}

}  // namespace

Marked mark(std::string_view bytes, const std::string& file, const std::vector<Mark>& marks, const Author& author,
            const Limits& limits)
{
    if (!bytes.starts_with("PK")) refuse_kind(file, "the file is no DOCX or XLSX");
    PackageEdit edit(bytes, file, limits);
    if (!edit.package().has("[Content_Types].xml")) {
        if (edit.package().has("mimetype")) refuse_kind(file, "the file is an OpenDocument file");
        refuse_kind(file, "the file is a ZIP archive without the list of content types that Office files have");
    }
    Marked marked;
    marked.marks = marks.size();
    if (is_signed(edit.package()))
        marked.notices.push_back(
            "the file is digitally signed; with marks in it the signature no longer holds. Send the marked copy beside "
            "the signed file, not in its place");
    const ooxml::MainPart main = ooxml::find_main_part(edit.package());
    marked.at_start = main.kind == model::FileKind::docx ? mark_document(edit, main.part, marks, author)
                                                         : mark_workbook(edit, main.part, marks, author);
    marked.bytes = edit.finish();
    marked.notices.insert(marked.notices.end(), edit.notices().begin(), edit.notices().end());
    return marked;
}

}  // namespace samsvar::marking
