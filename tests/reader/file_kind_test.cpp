// Files of kinds that are not read: each is named, and the supplier is asked for the right thing.
#include <boost/test/unit_test.hpp>

#include "reader/refusal.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(file_kind_test)

namespace {

/// The beginning of an OLE2 file whose directory names a stream.
std::string ole(const std::string& stream)
{
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    for (const char c : stream) bytes += std::string(1, c) + '\0';
    return bytes + std::string(600, '\0');
}

}  // namespace

BOOST_AUTO_TEST_CASE(other_kinds_are_named)
{
    using namespace std::string_literals;
    const std::string pdf =
        "unsupported: a.bin: the file is a PDF, which does not keep what is a cell and what is an answer; ask for the "
        "original Word or Excel file";
    const std::string picture =
        "unsupported: a.bin: the file is a picture; the text of a scan is not read, ask for the original Word or Excel "
        "file";
    const std::string text = "unsupported: a.bin: the file is plain text; ask for the original Word or Excel file";
    const std::string packed = "unsupported: a.bin: the file is a packed archive; ask for the Word or Excel file in it";
    const std::string apple =
        "unsupported: a.bin: the file is an Apple Pages or Numbers document; ask for it exported as .docx or .xlsx";
    const std::string other =
        "unsupported: a.bin: the file is neither a Word nor an Excel file; ask for a .docx or .xlsx";
    struct Row {
        const char* name;
        std::string bytes;
        std::string message;
    };
    const Row rows[] = {
        {"empty", "", "malformed: a.bin: the file is empty; ask for it to be sent again"},
        {"password", ole("EncryptedPackage"),
         "unsupported: a.bin: the file is protected with a password; ask for it without one"},
        {"rights management", ole("\tDRMContent"),
         "unsupported: a.bin: the file is protected by rights management; ask for it without protection"},
        {"doc", ole("WordDocument"),
         "unsupported: a.bin: the file is an old binary Word document (.doc); ask for it saved as .docx"},
        {"xls", ole("Workbook"),
         "unsupported: a.bin: the file is an old binary Excel workbook (.xls); ask for it saved as .xlsx"},
        {"xls of Excel 5", ole("Book"),
         "unsupported: a.bin: the file is an old binary Excel workbook (.xls); ask for it saved as .xlsx"},
        {"ppt", ole("PowerPoint Document"),
         "unsupported: a.bin: the file is an old PowerPoint presentation (.ppt); ask for a .docx or .xlsx"},
        {"msg", ole("__substg1.0_0037001F"),
         "unsupported: a.bin: the file is an Outlook message; ask for the file that is attached to it"},
        {"other OLE", ole("Other"),
         "unsupported: a.bin: the file is an old binary Office file; ask for it saved as .docx or .xlsx"},
        {"PDF", "%PDF-1.7\n...", pdf},
        {"PDF after other bytes", std::string(1000, '\0') + "%PDF-1.4\n", pdf},
        {"PDF header too late", std::string(1100, 'x') + "%PDF-1.4\n", text},
        {"prose", "1. Ja, vi har det.\n", text},
        {"prose in UTF-16", "\xFF\xFEJ\0a\0"s, text},
        {"RTF", "{\\rtf1 Ja}", "unsupported: a.bin: the file is RTF text; ask for it saved as .docx"},
        {"HTML", "\n<!DOCTYPE html><html>",
         "unsupported: a.bin: the file is a web page (HTML); ask for the original Word or Excel file"},
        {"HTML in capitals, named .xls", "\xEF\xBB\xBF<HTML><TABLE>",
         "unsupported: a.bin: the file is a web page (HTML); ask for the original Word or Excel file"},
        {"MHTML", "MIME-Version: 1.0\nContent-Type: multipart/related\n",
         "unsupported: a.bin: the file is an e-mail or a saved web page (MIME); ask for the original Word or Excel "
         "file"},
        {"e-mail", "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\nHei",
         "unsupported: a.bin: the file is an e-mail or a saved web page (MIME); ask for the original Word or Excel "
         "file"},
        {"XML", "<?xml version=\"1.0\"?><a/>",
         "unsupported: a.bin: the file is XML text, not a Word or Excel package; ask for it saved as .docx or .xlsx"},
        {"Excel 2003 XML", "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
         "unsupported: a.bin: the file is an Excel 2003 XML file; ask for it saved as .xlsx"},
        {"Word 2003 XML",
         "<?xml version=\"1.0\"?>\n<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">",
         "unsupported: a.bin: the file is a Word XML file; ask for it saved as .docx"},
        {"flat OPC", "<?xml version=\"1.0\"?>\n<pkg:package xmlns:pkg=\"x\">",
         "unsupported: a.bin: the file is a Word XML file; ask for it saved as .docx"},
        {"zeros", std::string(5000, '\0'),
         "malformed: a.bin: the file begins with nothing but zeros; it is damaged, ask for it to be sent again"},
        {"PNG", "\x89PNG\r\n\x1A\n\1\2", picture},
        {"JPEG", "\xFF\xD8\xFF\xE0\1\2", picture},
        {"GIF", "GIF89a\1\2", picture},
        {"TIFF", "II*\0\1\2"s, picture},
        {"TIFF, big-endian", "MM\0*\1\2"s, picture},
        {"WebP", "RIFF\1\2\3\4WEBPVP8", picture},
        {"HEIC",
         "\0\0\0\x18"
         "ftypheic\0\0"s,
         picture},
        {"7-Zip", "7z\xBC\xAF\x27\x1C\0\4"s, packed},
        {"RAR", "Rar!\x1A\7\1", packed},
        {"gzip", "\x1F\x8B\x08\1", packed},
        {"bytes", "\1\2\3\4\5", other},
        {"ZIP", stored_zip({{"a.txt", "x"}}),
         "unsupported: a.bin: the file is a ZIP archive, but no Word or Excel file; ask for a .docx or .xlsx"},
        {"Pages", stored_zip({{"Index/Document.iwa", "x"}, {"preview.jpg", "x"}}), apple},
        {"Numbers of 2013", stored_zip({{"Index.zip", "x"}}), apple},
        {"e-book", stored_zip({{"mimetype", "application/epub+zip"}}),
         "unsupported: a.bin: the file is an e-book; ask for a .docx or .xlsx"},
        {"odp", stored_zip({{"mimetype", "application/vnd.oasis.opendocument.presentation"}}),
         "unsupported: a.bin: the file is an OpenDocument file of another kind; ask for a .docx or .xlsx"},
        {"pptx",
         PackageBuilder()
             .xml("ppt/presentation.xml", "<p/>")
             .relationship("", "r1", "officeDocument", "ppt/presentation.xml")
             .content_type("ppt/presentation.xml",
                           "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")
             .bytes(),
         "unsupported: a.bin: the file is a PowerPoint presentation; ask for a .docx or .xlsx"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(refusal(row.bytes) == row.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_name_does_not_count)
{
    const std::string docx = docx_with_body(docx_paragraph("Ja"));
    const model::Document document = reader::open_bytes(docx, "svar.xlsx");
    BOOST_TEST((document.kind == model::FileKind::docx));
    BOOST_TEST(document.file == "svar.xlsx");
    BOOST_TEST(document.sha256.size() == 64u);
    BOOST_TEST(
        (reader::open_bytes(xlsx_with_sheets({{"S", xlsx_row(1, {"Ja"})}}), "a.docx").kind == model::FileKind::xlsx));
}

BOOST_AUTO_TEST_CASE(a_file_longer_than_the_limit_is_refused)
{
    Limits limits;
    limits.file_bytes = 100;
    const std::string docx = docx_with_body(docx_paragraph("Ja"));
    BOOST_TEST(refusal(docx, limits) == "limit-exceeded: a.bin: the file has " + std::to_string(docx.size()) +
                                            " bytes, more than the limit of 100");
}

BOOST_AUTO_TEST_SUITE_END()
