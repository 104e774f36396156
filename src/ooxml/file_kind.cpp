#include "ooxml/file_kind.h"

#include <algorithm>

#include "base/error.h"
#include "archive/xml_lexer.h"

namespace samsvar::ooxml {

namespace {

constexpr std::string_view ole_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// A stream name as an OLE2 directory has it: UTF-16, little-endian ([MS-CFB] 2.6.1).
bool has_stream(std::string_view bytes, std::string_view name)
{
    std::string wide;
    for (const char c : name) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

[[noreturn]] void unsupported(const std::string& file, const std::string& what)
{
    throw Error(ErrorCode::unsupported, {file, {}, 0, 0}, what);
}

void refuse_ole(std::string_view bytes, const std::string& file)
{
    if (has_stream(bytes, "EncryptedPackage"))
        unsupported(file, "the file is protected with a password; ask for it without one");
    if (has_stream(bytes, "WordDocument"))
        unsupported(file, "the file is an old binary Word document (.doc); ask for it saved as .docx");
    if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book"))
        unsupported(file, "the file is an old binary Excel workbook (.xls); ask for it saved as .xlsx");
    unsupported(file, "the file is an old binary Office file; ask for it saved as .docx or .xlsx");
}

bool starts_with_word(std::string_view bytes, std::string_view word)
{
    return bytes.size() >= word.size() && ascii_lower(bytes.substr(0, word.size())) == word;
}

/// A main part of another kind, told from its content type.
const char* other_kind(std::string_view type)
{
    const auto has = [&](std::string_view word) { return type.find(word) != std::string_view::npos; };
    if (has("presentationml") || has("powerpoint")) return "a PowerPoint presentation; ask for a .docx or .xlsx";
    if (has("sheet.binary")) return "a binary Excel workbook (.xlsb); ask for it saved as .xlsx";
    if (has("visio")) return "a Visio drawing; ask for a .docx or .xlsx";
    if (has("oasis.opendocument.text")) return "an OpenDocument text (.odt); ask for it saved as .docx";
    if (has("oasis.opendocument.spreadsheet")) return "an OpenDocument workbook (.ods); ask for it saved as .xlsx";
    if (has("oasis.opendocument")) return "an OpenDocument file of another kind; ask for a .docx or .xlsx";
    if (has("epub")) return "an e-book; ask for a .docx or .xlsx";
    return nullptr;
}

}  // namespace

void refuse_other_kinds(std::string_view bytes, const std::string& file)
{
    if (bytes.empty())
        throw Error(ErrorCode::malformed, {file, {}, 0, 0}, "the file is empty; ask for it to be sent again");
    if (bytes.starts_with(ole_signature)) refuse_ole(bytes, file);
    if (bytes.starts_with("PK")) return;
    const std::string_view head = bytes.substr(0, 1024);
    if (head.find("%PDF-") != std::string_view::npos)
        unsupported(file, "the file is a PDF; ask for the original Word or Excel file");
    if (bytes.starts_with("{\\rtf")) unsupported(file, "the file is RTF text; ask for it saved as .docx");
    std::string_view text = head;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() &&
           (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t'))
        text.remove_prefix(1);
    if (starts_with_word(text, "<!doctype html") || starts_with_word(text, "<html"))
        unsupported(file, "the file is a web page (HTML); ask for the original Word or Excel file");
    if (text.starts_with("<?xml") || text.starts_with("<"))
        unsupported(file, "the file is XML text, not a Word or Excel package; ask for it saved as .docx or .xlsx");
    const bool printable = std::none_of(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    if (printable && is_utf8(bytes.substr(0, std::min<std::size_t>(bytes.size(), 512))))
        unsupported(file, "the file is plain text; ask for the original Word or Excel file");
    if (std::all_of(head.begin(), head.end(), [](char c) { return c == '\0'; }))
        throw Error(ErrorCode::malformed, {file, {}, 0, 0},
                    "the file begins with nothing but zeros; it is damaged, ask for it to be sent again");
    unsupported(file, "the file is neither a Word nor an Excel file; ask for a .docx or .xlsx");
}

MainPart find_main_part(const Package& package)
{
    const auto fail = [&](ErrorCode code, const std::string& what) {
        throw Error(code, {package.file(), {}, 0, 0}, what);
    };
    if (package.has("mimetype") && !package.has("[Content_Types].xml")) {
        const std::string type = package.read("mimetype").substr(0, 200);
        if (const char* kind = other_kind(type)) fail(ErrorCode::unsupported, std::string("the file is ") + kind);
    }
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
