#include "archive/xml_tree.h"
#include "evidence/properties.h"
#include "ooxml/package.h"

namespace samsvar::evidence {

using Kind = model::EvidenceFileKind;

namespace {

std::string_view text_of(pugi::xml_node node, std::string_view local)
{
    return archive::child(node, local).text().get();
}

void read_core(const ooxml::Package& package, Properties& properties)
{
    const ooxml::Relationship* related = package.related("", "core-properties");
    const std::string part = related && !related->external ? related->target : "docProps/core.xml";
    if (!package.has(part)) {
        properties.remark = "the document holds no properties";
        return;
    }
    const archive::XmlTree core(package, part);
    properties.title = tidy(text_of(core.root(), "title"));
    properties.created = day_in(text_of(core.root(), "created"));
    properties.modified = day_in(text_of(core.root(), "modified"));
}

void read_meta(const archive::Archive& package, Properties& properties)
{
    if (!package.has("meta.xml")) {
        properties.remark = "the document holds no properties";
        return;
    }
    const archive::XmlTree meta(package, "meta.xml");
    const pugi::xml_node inner = archive::child(meta.root(), "meta");
    properties.title = tidy(text_of(inner, "title"));
    properties.created = day_in(text_of(inner, "creation-date"));
    properties.modified = day_in(text_of(inner, "date"));
}

}  // namespace

Kind read_package(std::string_view bytes, const std::string& name, const Limits& limits, Properties& properties)
{
    const archive::Archive archive(bytes, name, limits, archive::Threads::one);
    if (archive.has("[Content_Types].xml")) {
        const Kind kind = archive.has("word/document.xml")      ? Kind::docx
                          : archive.has("xl/workbook.xml")      ? Kind::xlsx
                          : archive.has("ppt/presentation.xml") ? Kind::pptx
                                                                : Kind::archive;
        if (kind != Kind::archive) read_core(ooxml::Package(bytes, name, limits, archive::Threads::one), properties);
        return kind;
    }
    if (archive.has("mimetype")) {
        const std::string type = archive.read("mimetype").substr(0, 200);
        const Kind kind = type.find("opendocument.text") != std::string::npos          ? Kind::odt
                          : type.find("opendocument.spreadsheet") != std::string::npos ? Kind::ods
                                                                                       : Kind::archive;
        if (kind != Kind::archive) read_meta(archive, properties);
        return kind;
    }
    properties.remark = "a packed archive is not looked into; ask for the documents in it";
    return Kind::archive;
}

}  // namespace samsvar::evidence
