#include "questionnaire/document_parts.h"

#include <algorithm>
#include <array>

#include "questionnaire/labels.h"
#include "text/fold.h"
#include "xml/write.h"

namespace samsvar::questionnaire {

namespace {

constexpr const char* relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr const char* office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string text_of(const std::string& text)
{
    return "<w:t xml:space=\"preserve\">" + xml::escaped(text::valid_utf8(text)) + "</w:t>";
}

std::string run(const std::string& text, const std::string& properties = "")
{
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + text_of(text) + "</w:r>";
}

std::string paragraph(const std::string& content, const std::string& style = "")
{
    return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") + content + "</w:p>";
}

/// Not shown and not printed; moves, is copied and is sorted with its row.
std::string hidden_paragraph(const std::string& text)
{
    return "<w:p><w:pPr><w:pStyle w:val=\"Hidden\"/><w:rPr><w:vanish/></w:rPr></w:pPr>" + run(text, "<w:vanish/>") +
           "</w:p>";
}

struct Column {
    const char* label;
    int width;  ///< twentieths of a point
};
/// Together the 13,958 of a landscape A4 with margins of 1 inch less.
constexpr std::array<Column, 7> columns = {{{"id", 1150},
                                            {"requirement", 4000},
                                            {"level", 750},
                                            {"asked", 2100},
                                            {"answer", 1300},
                                            {"explanation", 3900},
                                            {"document", 1700}}};

std::string cell(int width, const std::string& content, const std::string& fill = "")
{
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>" +
           (fill.empty() ? "" : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + fill + "\"/>") + "</w:tcPr>" +
           content + "</w:tc>";
}

constexpr const char* input_fill = "FFF8DC";
constexpr const char* head_fill = "1F3864";
constexpr const char* group_fill = "DCE6F1";

std::string table_start(const std::vector<int>& widths)
{
    int all = 0;
    std::string grid;
    for (const int width : widths) {
        all += width;
        grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    }
    return "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"" + std::to_string(all) +
           "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>";
}

class Document {
public:
    explicit Document(const Questionnaire& made) : made_(made) {}

    std::string write()
    {
        std::string body;
        if (made_.texts.logo) body += paragraph(picture(*made_.texts.logo));
        if (!made_.texts.buyer.empty()) body += paragraph(run(made_.texts.buyer), "Buyer");
        body += paragraph(run(made_.texts.title.in(made_.language)), "Title");
        for (const std::string& text : made_.texts.paragraphs(made_.texts.introduction, made_.language))
            body += paragraph(run(text));
        body += facts();
        body += paragraph(run(label("instructions")), "Heading1");
        int number = 1;
        for (const std::string& text : made_.texts.paragraphs(made_.texts.instructions, made_.language))
            body += paragraph(run(std::to_string(number++) + ". " + text));
        body += paragraph(run(label("requirements")), "Heading1");
        body += requirements();
        std::string marks;
        for (const Item& item : made_.items) marks += (marks.empty() ? "" : " ") + std::string(list_mark) + item.mark;
        body += hidden_paragraph(marks);
        return declaration +
               "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" +
               office +
               "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
               "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
               "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>" +
               body +
               "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1000\" "
               "w:right=\"960\" "
               "w:bottom=\"1000\" w:left=\"960\" w:header=\"500\" w:footer=\"500\" "
               "w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
    }

private:
    const std::string& label(const char* id) const { return made_.texts.label(id, made_.language); }

    static std::string picture(const Picture& logo)
    {
        // English Metric Units: 9,525 a pixel at 96 dpi; at most 2 cm high.
        constexpr long long emu_a_pixel = 9525, tallest = 720000;
        long long width = logo.width * emu_a_pixel, height = logo.height * emu_a_pixel;
        if (height > tallest) {
            width = width * tallest / height;
            height = tallest;
        }
        const std::string size = "cx=\"" + std::to_string(width) + "\" cy=\"" + std::to_string(height) + "\"";
        return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size +
               "/><wp:docPr id=\"1\" name=\"logo\"/><a:graphic><a:graphicData "
               "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr "
               "id=\"1\" "
               "name=\"logo\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
               "r:embed=\"rId2\"/><a:stretch><a:fillRect/>"
               "</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " +
               size +
               "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
               "</a:graphic></wp:inline></w:drawing></w:r>";
    }

    std::string facts() const
    {
        constexpr int label_width = 3600, value_width = 8000;
        std::string table = table_start({label_width, value_width});
        for (const char* fact : fact_labels)
            table += "<w:tr>" + cell(label_width, paragraph(run(label(fact), "<w:b/>"))) +
                     cell(value_width, paragraph(""), input_fill) + "</w:tr>";
        return table + "</w:tbl>";
    }

    std::string requirements()
    {
        std::vector<int> widths;
        for (const Column& column : columns) widths.push_back(column.width);
        std::string table = table_start(widths);
        table += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        for (const Column& column : columns)
            table +=
                cell(column.width, paragraph(run(label(column.label), "<w:b/><w:color w:val=\"FFFFFF\"/>")), head_fill);
        table += "</w:tr>";
        std::string group;
        for (const Item& item : made_.items) {
            if (item.group != group && !item.group.empty()) table += group_row(item.group);
            group = item.group;
            table += row(item);
        }
        return table + "</w:tbl>";
    }

    static std::string group_row(const std::string& group)
    {
        int all = 0;
        for (const Column& column : columns) all += column.width;
        return "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(all) +
               "\" w:type=\"dxa\"/><w:gridSpan w:val=\"" + std::to_string(columns.size()) +
               "\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + group_fill + "\"/></w:tcPr>" +
               "<w:p><w:pPr><w:keepNext/></w:pPr>" + run(group, "<w:b/>") + "</w:p></w:tc></w:tr>";
    }

    std::string row(const Item& item)
    {
        std::string cells;
        std::size_t at = 0;
        const auto add = [&](const std::string& content, const char* fill = "") {
            cells += cell(columns[at++].width, content, fill);
        };
        add(paragraph(run(item.id, "<w:b/>")) + hidden_paragraph(item.mark));
        add((item.title.empty() ? "" : paragraph(run(item.title, "<w:b/>"))) + paragraph(run(item.text)));
        add(paragraph(run(label(item.shall ? "shall" : "should"))));
        add(paragraph(run(item.evidence)));
        add(paragraph(choice(item)), input_fill);
        add(paragraph(""), input_fill);
        add(paragraph(""), input_fill);
        return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + cells + "</w:tr>";
    }

    /// A drop-down content control (ECMA-376 part 1, 17.5.2.15) with the mark as its tag.
    std::string choice(const Item& item)
    {
        std::string items;
        for (const char* id : choice_labels) {
            const std::string word = xml::escaped(label(id));
            items += "<w:listItem w:displayText=\"" + word + "\" w:value=\"" + word + "\"/>";
        }
        return "<w:sdt><w:sdtPr><w:alias w:val=\"" + xml::escaped(item.id) + "\"/><w:tag w:val=\"" +
               xml::escaped(item.mark) + "\"/><w:id w:val=\"" + std::to_string(++control_) +
               "\"/><w:showingPlcHdr/><w:dropDownList>" + items + "</w:dropDownList></w:sdtPr><w:sdtContent>" +
               run(label("choose"), "<w:rStyle w:val=\"PlaceholderText\"/>") + "</w:sdtContent></w:sdt>";
    }

    const Questionnaire& made_;
    int control_ = 1000;
};

}  // namespace

std::string document_xml(const Questionnaire& questionnaire)
{
    return Document(questionnaire).write();
}

std::string styles_xml()
{
    const auto style = [](const std::string& kind, const std::string& id, const std::string& name,
                          const std::string& content) {
        return "<w:style w:type=\"" + kind + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + content +
               "</w:style>";
    };
    const std::string edges = [] {
        std::string all;
        for (const char* edge : {"top", "left", "bottom", "right", "insideH", "insideV"})
            all += "<w:" + std::string(edge) + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFBFBF\"/>";
        return all;
    }();
    return declaration +
           "<w:styles "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault>"
           "<w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"19\"/></w:rPr>"
           "</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"60\"/></w:pPr></w:pPrDefault></w:docDefaults>" +
           style("paragraph", "Normal", "Normal", "<w:qFormat/>") +
           style("paragraph", "Title", "Title",
                 "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"160\"/></w:pPr><w:rPr>"
                 "<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"40\"/></w:rPr>") +
           style("paragraph", "Buyer", "Buyer",
                 "<w:basedOn w:val=\"Normal\"/><w:rPr><w:b/><w:sz w:val=\"24\"/></w:rPr>") +
           style("paragraph", "Heading1", "heading 1",
                 "<w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" "
                 "w:after=\"80\"/><w:outlineLvl "
                 "w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"26\"/></w:rPr>") +
           style("paragraph", "Hidden", "Hidden",
                 "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:vanish/><w:sz "
                 "w:val=\"2\"/></w:rPr>") +
           style("character", "PlaceholderText", "Placeholder Text", "<w:rPr><w:color w:val=\"7F7F7F\"/></w:rPr>") +
           style("table", "Grid", "Table Grid",
                 "<w:tblPr><w:tblBorders>" + edges +
                     "</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"80\" "
                     "w:type=\"dxa\"/><w:bottom "
                     "w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>") +
           "</w:styles>";
}

std::string content_types_xml(const Questionnaire& questionnaire)
{
    std::string picture;
    if (questionnaire.texts.logo)
        picture = "<Default Extension=\"" + questionnaire.texts.logo->ending + "\" ContentType=\"image/" +
                  questionnaire.texts.logo->ending + "\"/>";
    constexpr const char* word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    return declaration +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
           "ContentType=\"application/xml\"/>" +
           picture + "<Override PartName=\"/word/document.xml\" ContentType=\"" + word +
           "document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"" + word +
           "styles+xml\"/><Override PartName=\"/docProps/core.xml\" "
           "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
}

std::string document_relationships_xml(const Questionnaire& questionnaire)
{
    std::string picture;
    if (questionnaire.texts.logo)
        picture = "<Relationship Id=\"rId2\" Type=\"" + std::string(office) + "/image\" Target=\"media/logo." +
                  questionnaire.texts.logo->ending + "\"/>";
    return declaration + "<Relationships xmlns=\"" + relationships + "\"><Relationship Id=\"rId1\" Type=\"" + office +
           "/styles\" Target=\"styles.xml\"/>" + picture + "</Relationships>";
}

}  // namespace samsvar::questionnaire
