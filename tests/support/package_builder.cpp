#include "support/package_builder.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace samsvar::test {

namespace {

constexpr std::string_view namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
    " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\""
    " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    " xmlns:x=\"urn:schemas-microsoft-com:office:excel\""
    " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\""
    " xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\""
    " xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:dcterms=\"http://purl.org/dc/terms/\"";
constexpr std::string_view spreadsheet_namespace =
    " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Parts that are related to the main part under a fixed name: added by themselves when present.
struct UsualPart {
    const char* target;
    const char* type;
    const char* content_type;
};
constexpr std::array usual_word_parts{
    UsualPart{"styles.xml", "styles", "wordprocessingml.styles+xml"},
    UsualPart{"numbering.xml", "numbering", "wordprocessingml.numbering+xml"},
    UsualPart{"settings.xml", "settings", "wordprocessingml.settings+xml"},
    UsualPart{"comments.xml", "comments", "wordprocessingml.comments+xml"},
    UsualPart{"footnotes.xml", "footnotes", "wordprocessingml.footnotes+xml"},
    UsualPart{"endnotes.xml", "endnotes", "wordprocessingml.endnotes+xml"},
    UsualPart{"header1.xml", "header", "wordprocessingml.header+xml"},
    UsualPart{"header2.xml", "header", "wordprocessingml.header+xml"},
    UsualPart{"footer1.xml", "footer", "wordprocessingml.footer+xml"},
};
constexpr std::array usual_workbook_parts{
    UsualPart{"styles.xml", "styles", "spreadsheetml.styles+xml"},
    UsualPart{"sharedStrings.xml", "sharedStrings", "spreadsheetml.sharedStrings+xml"},
};

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    }
    return ~crc;
}

void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::string folder_of(const std::string& part)
{
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

}  // namespace

PackageBuilder& PackageBuilder::part(std::string name, std::string content)
{
    const auto same = [&](const auto& entry) { return entry.first == name; };
    const auto found = std::find_if(parts_.begin(), parts_.end(), same);
    if (found != parts_.end())
        found->second = std::move(content);
    else
        parts_.emplace_back(std::move(name), std::move(content));
    return *this;
}

PackageBuilder& PackageBuilder::xml(std::string name, std::string content)
{
    const auto name_end = content.find_first_of(" />\n", 1);
    std::string declared(content, 0, name_end);
    if (declared.find(':') == std::string::npos) declared += spreadsheet_namespace;
    declared += namespaces;
    declared.append(content, name_end);
    return part(std::move(name), std::string(declaration) + declared);
}

PackageBuilder& PackageBuilder::relationship(std::string source, std::string id, std::string type, std::string target,
                                             std::string mode)
{
    if (type.find(':') == std::string::npos) type.insert(0, relationship_types);
    relationships_.push_back({std::move(source), std::move(id), std::move(type), std::move(target), std::move(mode)});
    return *this;
}

PackageBuilder& PackageBuilder::content_type(std::string part, std::string type)
{
    types_.emplace_back(std::move(part), std::move(type));
    return *this;
}

std::vector<std::pair<std::string, std::string>> PackageBuilder::entries() const
{
    const auto has = [&](const std::string& name) {
        return std::any_of(parts_.begin(), parts_.end(), [&](const auto& entry) { return entry.first == name; });
    };
    std::vector<Relationship> relationships = relationships_;
    std::string overrides;
    const auto override_type = [&](const std::string& name, const std::string& type) {
        overrides += "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>";
    };
    const auto typed_here = [&](const std::string& name) {
        return std::any_of(types_.begin(), types_.end(), [&](const auto& entry) { return entry.first == name; });
    };
    const auto related = [&](const std::string& source, const std::string& target) {
        return std::any_of(relationships.begin(), relationships.end(), [&](const Relationship& relation) {
            return relation.source == source && relation.target == target;
        });
    };
    const auto add_main = [&](const std::string& main, const std::string& type, const auto& usual) {
        if (!has(main)) return;
        if (!related("", main))
            relationships.push_back({"", "rIdMain", std::string(relationship_types) + "officeDocument", main, ""});
        if (!typed_here(main)) override_type(main, "application/vnd.openxmlformats-officedocument." + type);
        for (const UsualPart& known : usual) {
            const std::string name = folder_of(main) + known.target;
            if (!has(name)) continue;
            override_type(name, std::string("application/vnd.openxmlformats-officedocument.") + known.content_type);
            if (!related(main, known.target))
                relationships.push_back({main, std::string("rIdUsual") + std::to_string(relationships.size()),
                                         std::string(relationship_types) + known.type, known.target, ""});
        }
    };
    add_main("word/document.xml", "wordprocessingml.document.main+xml", usual_word_parts);
    add_main("xl/workbook.xml", "spreadsheetml.sheet.main+xml", usual_workbook_parts);
    if (has("docProps/core.xml") && !related("", "docProps/core.xml"))
        relationships.push_back(
            {"", "rIdCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
             "docProps/core.xml", ""});
    if (has("docProps/app.xml") && !related("", "docProps/app.xml"))
        relationships.push_back(
            {"", "rIdApp", std::string(relationship_types) + "extended-properties", "docProps/app.xml", ""});
    for (const auto& [name, type] : types_) override_type(name, type);

    std::vector<std::pair<std::string, std::string>> all;
    if (!has("[Content_Types].xml"))
        all.emplace_back("[Content_Types].xml",
                         std::string(declaration) +
                             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                             "<Default Extension=\"rels\" "
                             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
                             overrides + "</Types>");
    std::vector<std::string> sources;
    for (const Relationship& relation : relationships)
        if (std::find(sources.begin(), sources.end(), relation.source) == sources.end())
            sources.push_back(relation.source);
    for (const std::string& source : sources) {
        const std::string folder = folder_of(source);
        const std::string name = folder + "_rels/" + source.substr(folder.size()) + ".rels";
        if (has(name)) continue;
        std::string text = std::string(declaration) +
                           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        for (const Relationship& relation : relationships) {
            if (relation.source != source) continue;
            text += "<Relationship Id=\"" + relation.id + "\" Type=\"" + relation.type + "\" Target=\"" +
                    xml_escaped(relation.target) + '"';
            if (!relation.mode.empty()) text += " TargetMode=\"" + relation.mode + '"';
            text += "/>";
        }
        all.emplace_back(name, text + "</Relationships>");
    }
    all.insert(all.end(), parts_.begin(), parts_.end());
    return all;
}

std::string PackageBuilder::bytes() const
{
    return stored_zip(entries());
}

std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& entries)
{
    std::string out;
    std::string central;
    for (const auto& [name, content] : entries) {
        const auto offset = out.size();
        std::string common;
        put(common, 20, 2);          // version needed
        put(common, 0x0800, 2);      // names are UTF-8
        put(common, 0, 2);           // stored
        put(common, 0x58210000, 4);  // a fixed date
        put(common, crc32(content), 4);
        put(common, content.size(), 4);
        put(common, content.size(), 4);
        put(common, name.size(), 2);
        put(common, 0, 2);  // extra
        out += "PK\3\4" + common + name + content;
        central += "PK\1\2";
        put(central, 20, 2);
        central += common;
        put(central, 0, 2);  // comment
        put(central, 0, 2);  // disk
        put(central, 0, 2);
        put(central, 0, 4);
        put(central, offset, 4);
        central += name;
    }
    const auto start = out.size();
    out += central;
    out += "PK\5\6";
    put(out, 0, 4);
    put(out, entries.size(), 2);
    put(out, entries.size(), 2);
    put(out, central.size(), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

std::string xml_escaped(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

std::string docx_paragraph(std::string_view text)
{
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + xml_escaped(text) + "</w:t></w:r></w:p>";
}

std::string docx_table(const std::vector<std::vector<std::string>>& rows)
{
    std::string xml = "<w:tbl>";
    for (const auto& row : rows) {
        xml += "<w:tr>";
        for (const std::string& cell : row) xml += "<w:tc>" + docx_paragraph(cell) + "</w:tc>";
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

PackageBuilder docx_builder(std::string_view body)
{
    PackageBuilder builder;
    builder.xml("word/document.xml", "<w:document><w:body>" + std::string(body) + "</w:body></w:document>");
    return builder;
}

std::string docx_with_body(std::string_view body)
{
    return docx_builder(body).bytes();
}

std::string xlsx_row(int number, const std::vector<std::string>& texts)
{
    std::string xml = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t column = 0; column < texts.size() && column < 26; ++column) {
        if (texts[column].empty()) continue;
        xml += "<c r=\"" + std::string(1, static_cast<char>('A' + column)) + std::to_string(number) +
               "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_escaped(texts[column]) + "</t></is></c>";
    }
    return xml + "</row>";
}

PackageBuilder xlsx_builder(const std::vector<SheetText>& sheets)
{
    PackageBuilder builder;
    std::string list;
    int number = 0;
    for (const SheetText& sheet : sheets) {
        const std::string index = std::to_string(++number);
        list += "<sheet name=\"" + xml_escaped(sheet.name) + "\" sheetId=\"" + index + "\"" +
                (sheet.state.empty() ? "" : " state=\"" + sheet.state + "\"") + " r:id=\"rId" + index + "\"/>";
        builder.xml("xl/worksheets/sheet" + index + ".xml", "<worksheet>" + sheet.before + "<sheetData>" + sheet.data +
                                                                "</sheetData>" + sheet.after + "</worksheet>");
        builder.relationship("xl/workbook.xml", "rId" + index, "worksheet", "worksheets/sheet" + index + ".xml");
        builder.content_type("xl/worksheets/sheet" + index + ".xml",
                             "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    }
    builder.xml("xl/workbook.xml", "<workbook><sheets>" + list + "</sheets></workbook>");
    return builder;
}

std::string xlsx_with_sheets(const std::vector<SheetText>& sheets)
{
    return xlsx_builder(sheets).bytes();
}

}  // namespace samsvar::test
