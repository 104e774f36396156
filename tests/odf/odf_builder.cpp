#include "odf/odf_builder.h"

#include <vector>

#include "support/package_builder.h"

namespace samsvar::test {

namespace {

constexpr const char* namespaces =
    " xmlns:office='o' xmlns:text='t' xmlns:table='tb' xmlns:style='s' xmlns:draw='d' xmlns:form='f' xmlns:xlink='x' "
    "xmlns:dc='dc' xmlns:meta='m' xmlns:loext='l' xmlns:field='fi' xmlns:calcext='c' xmlns:manifest='ma'";

std::string rooted(const char* root, std::string_view inside)
{
    return std::string("<?xml version='1.0' encoding='UTF-8'?>") + "<" + root + namespaces + ">" + std::string(inside) +
           "</" + root + ">";
}

std::string content_of(std::string_view kind, std::string_view body, std::string_view styles)
{
    return "<office:automatic-styles>" + std::string(styles) +
           "</office:automatic-styles><office:body><office:" + std::string(kind) + ">" + std::string(body) +
           "</office:" + std::string(kind) + "></office:body>";
}

}  // namespace

std::string odf_archive(const std::string& media_type, const std::string& content, const std::string& styles,
                        const std::string& meta, const std::string& manifest)
{
    std::vector<std::pair<std::string, std::string>> entries{{"mimetype", media_type}};
    entries.emplace_back("content.xml", rooted("office:document-content", content));
    if (!styles.empty()) entries.emplace_back("styles.xml", rooted("office:document-styles", styles));
    if (!meta.empty()) entries.emplace_back("meta.xml", rooted("office:document-meta", meta));
    if (!manifest.empty()) entries.emplace_back("META-INF/manifest.xml", rooted("manifest:manifest", manifest));
    return stored_zip(entries);
}

std::string odt_with_body(std::string_view body, std::string_view styles, std::string_view page)
{
    return odf_archive(odt_type, content_of("text", body, styles),
                       page.empty() ? std::string()
                                    : "<office:master-styles><style:master-page>" + std::string(page) +
                                          "</style:master-page></office:master-styles>");
}

std::string ods_with_tables(std::string_view tables, std::string_view styles)
{
    return odf_archive(ods_type, content_of("spreadsheet", tables, styles));
}

std::string ods_table(std::string_view name, std::string_view rows, std::string_view attributes)
{
    return "<table:table table:name='" + std::string(name) + "' " + std::string(attributes) + ">" + std::string(rows) +
           "</table:table>";
}

std::string ods_cell(std::string_view text, std::string_view attributes)
{
    return "<table:table-cell office:value-type='string' " + std::string(attributes) + "><text:p>" + std::string(text) +
           "</text:p></table:table-cell>";
}

}  // namespace samsvar::test
