#include "report/word_document.h"

#include "archive/zip_writer.h"
#include "report/cell_text.h"

namespace samsvar::report {

namespace {

constexpr std::string_view word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

std::string escaped(std::string_view text)
{
    std::string made;
    for (const char c : printable(text)) {
        switch (c) {
            case '\n': made += ' '; break;
            case '&': made += "&amp;"; break;
            case '<': made += "&lt;"; break;
            case '>': made += "&gt;"; break;
            default: made += c;
        }
    }
    return made;
}

constexpr std::string_view content_types =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Types "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";

std::string relationships(std::string_view type, std::string_view target)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
           "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
           std::string(type) + "\" Target=\"" + std::string(target) + "\"/></Relationships>";
}

}  // namespace

std::string word_run(std::string_view text, std::string_view properties)
{
    return "<w:r>" + (properties.empty() ? std::string() : "<w:rPr>" + std::string(properties) + "</w:rPr>") +
           "<w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
}

std::string word_paragraph(std::string_view style, const std::string& runs)
{
    return word_plain_paragraph("<w:pStyle w:val=\"" + std::string(style) + "\"/>", runs);
}

std::string word_plain_paragraph(std::string_view properties, const std::string& runs)
{
    return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" + runs + "</w:p>";
}

std::string word_style(std::string_view id, std::string_view name, std::string_view paragraph_properties,
                       std::string_view run_properties)
{
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) + "\"" +
           (id == "Normal" ? " w:default=\"1\"" : "") + "><w:name w:val=\"" + std::string(name) + "\"/><w:pPr>" +
           std::string(paragraph_properties) + "</w:pPr><w:rPr>" + std::string(run_properties) + "</w:rPr></w:style>";
}

std::string word_file(const std::string& body, const std::string& styles)
{
    archive::ZipWriter writer;
    const auto add = [&](std::string_view name, const std::string& content) {
        writer.add(name, archive::deflate(content, 6));
    };
    add("[Content_Types].xml", std::string(content_types));
    add("_rels/.rels", relationships("officeDocument", "word/document.xml"));
    add("word/document.xml",
        std::string(declaration) + "<w:document xmlns:w=\"" + std::string(word_namespace) + "\"><w:body>" + body +
            "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"964\" w:right=\"1134\" "
            "w:bottom=\"964\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
            "</w:body></w:document>");
    add("word/_rels/document.xml.rels", relationships("styles", "styles.xml"));
    add("word/styles.xml", std::string(declaration) + "<w:styles xmlns:w=\"" + std::string(word_namespace) + "\">" +
                               styles + "</w:styles>");
    return writer.finish();
}

}  // namespace samsvar::report
