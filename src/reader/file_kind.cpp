#include "reader/file_kind.h"

#include <algorithm>

#include "archive/xml_lexer.h"
#include "base/error.h"
#include "delimited/text_encoding.h"

namespace samsvar::reader {

namespace {

constexpr std::string_view ole_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t head_bytes = 1024;  // where a PDF may have its header (ISO 32000-1, annex H.3.4.1)

[[noreturn]] void unsupported(const std::string& file, const std::string& what)
{
    throw Error(ErrorCode::unsupported, {file, {}, 0, 0}, what);
}

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

struct StreamKind {
    const char* stream;
    const char* what;
};
constexpr StreamKind stream_kinds[] = {
    {"EncryptedPackage", "the file is protected with a password; ask for it without one"},
    {"DRMContent", "the file is protected by rights management; ask for it without protection"},
    {"WordDocument", "the file is an old binary Word document (.doc); ask for it saved as .docx"},
    {"Workbook", "the file is an old binary Excel workbook (.xls); ask for it saved as .xlsx"},
    {"Book", "the file is an old binary Excel workbook (.xls); ask for it saved as .xlsx"},
    {"PowerPoint Document", "the file is an old PowerPoint presentation (.ppt); ask for a .docx or .xlsx"},
    {"__substg1.0_", "the file is an Outlook message; ask for the file that is attached to it"},
};

[[noreturn]] void refuse_ole(std::string_view bytes, const std::string& file)
{
    for (const StreamKind& kind : stream_kinds)
        if (has_stream(bytes, kind.stream)) unsupported(file, kind.what);
    unsupported(file, "the file is an old binary Office file; ask for it saved as .docx or .xlsx");
}

struct Signature {
    std::string_view bytes;
    std::size_t at;
    const char* what;
};
constexpr const char* picture =
    "the file is a picture; the text of a scan is not read, ask for the original Word or "
    "Excel file";
constexpr const char* packed = "the file is a packed archive; ask for the Word or Excel file in it";
constexpr Signature signatures[] = {
    {"{\\rtf", 0, "the file is RTF text; ask for it saved as .docx"},
    {"\x89PNG\r\n", 0, picture},
    {"\xFF\xD8\xFF", 0, picture},  // JPEG
    {"GIF8", 0, picture},
    {std::string_view("II*\0", 4), 0, picture},  // TIFF
    {std::string_view("MM\0*", 4), 0, picture},
    {"WEBP", 8, picture},
    {"ftypheic", 4, picture},
    {"ftypmif1", 4, picture},
    {"7z\xBC\xAF\x27\x1C", 0, packed},
    {"Rar!\x1A", 0, packed},
    {"\x1F\x8B", 0, packed},  // gzip
};

void refuse_signatures(std::string_view bytes, const std::string& file)
{
    for (const Signature& signature : signatures)
        if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes))
            unsupported(file, signature.what);
}

/// Markup that is text, too: told by what stands in the beginning.
void refuse_markup(std::string_view head, const std::string& file)
{
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    head.remove_prefix(std::min(head.find_first_not_of(" \n\r\t"), head.size()));
    const std::string lower = ascii_lower(head);
    const auto has = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
    if (lower.starts_with("<!doctype html") || lower.starts_with("<html"))
        unsupported(file, "the file is a web page (HTML); ask for the original Word or Excel file");
    if (lower.starts_with("mime-version:") || (has("\nmime-version:") && has("\ncontent-type:")))
        unsupported(file, "the file is an e-mail or a saved web page (MIME); ask for the original Word or Excel file");
    if (!lower.starts_with("<")) return;
    if (has("<office:document"))
        unsupported(file, "the file is a flat OpenDocument file; ask for it saved as .odt or .ods");
    if (has("urn:schemas-microsoft-com:office:spreadsheet"))
        unsupported(file, "the file is an Excel 2003 XML file; ask for it saved as .xlsx");
    if (has("schemas.microsoft.com/office/word/2003") || has("<pkg:package"))
        unsupported(file, "the file is a Word XML file; ask for it saved as .docx");
    if (lower.starts_with("<?xml") || has("<html") || has("</"))
        unsupported(file, "the file is XML text, not a Word or Excel package; ask for it saved as .docx or .xlsx");
}

}  // namespace

Family family_of_bytes(std::string_view bytes, const std::string& file)
{
    if (bytes.empty())
        throw Error(ErrorCode::malformed, {file, {}, 0, 0}, "the file is empty; ask for it to be sent again");
    if (bytes.starts_with(ole_signature)) refuse_ole(bytes, file);
    if (bytes.starts_with("PK")) return Family::archive;
    const std::string_view head = bytes.substr(0, head_bytes);
    if (head.find("%PDF-") != std::string_view::npos)
        unsupported(file,
                    "the file is a PDF, which does not keep what is a cell and what is an answer; ask for the "
                    "original Word or Excel file");
    refuse_signatures(bytes, file);
    const std::optional<delimited::Encoding> encoding = delimited::encoding_of(bytes);
    refuse_markup(encoding ? delimited::to_utf8(head, *encoding).text : std::string(head), file);
    if (std::all_of(head.begin(), head.end(), [](char c) { return c == '\0'; }))
        throw Error(ErrorCode::malformed, {file, {}, 0, 0},
                    "the file begins with nothing but zeros; it is damaged, ask for it to be sent again");
    if (encoding) return Family::text;
    unsupported(file, "the file is neither a Word nor an Excel file; ask for a .docx or .xlsx");
}

Family family_of_archive(const archive::Archive& archive)
{
    if (archive.has("[Content_Types].xml")) return Family::ooxml;
    if (archive.has("Index/Document.iwa") || archive.has("Index.zip"))
        unsupported(archive.file(),
                    "the file is an Apple Pages or Numbers document; ask for it exported as .docx or "
                    ".xlsx");
    if (!archive.has("mimetype")) return Family::ooxml;
    const std::string type = archive.read("mimetype").substr(0, 200);
    if (type.find("opendocument") != std::string::npos) return Family::odf;
    if (type.find("epub") != std::string::npos)
        unsupported(archive.file(), "the file is an e-book; ask for a .docx or .xlsx");
    return Family::ooxml;
}

}  // namespace samsvar::reader
