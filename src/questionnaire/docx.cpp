#include "archive/zip_writer.h"
#include "base/files.h"
#include "questionnaire/document_parts.h"
#include "questionnaire/make.h"
#include "xml/write.h"

namespace samsvar::questionnaire {

namespace {

std::string core_xml(const Questionnaire& made)
{
    return declaration +
           "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
           xml::escaped(made.texts.title.in(made.language)) + "</dc:title></cp:coreProperties>";
}

constexpr const char* package_relationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/></Relationships>";

}  // namespace

void write_docx(const Questionnaire& questionnaire, const std::filesystem::path& out)
{
    archive::ZipWriter package;
    const auto add = [&](const std::string& name, const std::string& content) {
        constexpr int level = 6;
        package.add(name, archive::deflate(content, level));
    };
    add("[Content_Types].xml", content_types_xml(questionnaire));
    add("_rels/.rels", declaration + package_relationships);
    add("word/document.xml", document_xml(questionnaire));
    add("word/_rels/document.xml.rels", document_relationships_xml(questionnaire));
    add("word/styles.xml", styles_xml());
    add("docProps/core.xml", core_xml(questionnaire));
    if (questionnaire.texts.logo)
        add("word/media/logo." + questionnaire.texts.logo->ending, questionnaire.texts.logo->bytes);
    write_file(out, package.finish());
}

}  // namespace samsvar::questionnaire
