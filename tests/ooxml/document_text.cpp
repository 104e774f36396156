#include "ooxml/document_text.h"

#include <boost/test/unit_test.hpp>

#include "ooxml/open.h"

namespace samsvar::test::docx {

namespace {

std::string marks_of(const model::Marks& marks)
{
    std::string shown;
    if (marks.hidden) shown += " hidden";
    if (marks.struck) shown += " struck";
    if (marks.inserted) shown += " inserted";
    if (marks.deleted) shown += " deleted";
    if (marks.moved) shown += " moved";
    if (marks.placeholder) shown += " placeholder";
    return shown;
}

std::string one_line(const std::string& text)
{
    std::string shown;
    for (const char c : text) shown += c == '\n' ? '|' : c == '\t' ? '>' : c;
    return shown;
}

const char* kind_of(const model::Control& control)
{
    switch (control.kind) {
        case model::ControlKind::checkbox: return "checkbox";
        case model::ControlKind::dropdown: return "dropdown";
        case model::ControlKind::combobox: return "combobox";
        case model::ControlKind::text: return "text";
        case model::ControlKind::date: return "date";
        case model::ControlKind::picture: return "picture";
        case model::ControlKind::option: return "option";
    }
    return "";
}

/// text, marks, "was" and controls of a paragraph on one line.
std::string shown(const model::Paragraph& paragraph)
{
    std::string line = paragraph.label.empty() ? "" : '(' + paragraph.label + ") ";
    line += one_line(paragraph.text) + marks_of(paragraph.marks);
    if (!paragraph.original.empty()) line += " was '" + one_line(paragraph.original) + '\'';
    for (const model::Control& control : paragraph.controls) {
        line += std::string(" {") + kind_of(control) + ' ' + control.name + '=' + one_line(control.value);
        if (control.checked) line += " checked";
        if (control.placeholder) line += " placeholder";
        for (const std::string& choice : control.choices) line += " /" + choice;
        line += '}';
    }
    for (const model::Link& link : paragraph.links) line += " <" + link.text + " -> " + link.target + '>';
    return line;
}

void append_blocks(const model::Document& document, const std::vector<model::Block>& blocks, std::string& lines)
{
    for (const model::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) {
            if (paragraph->unit != model::no_unit) lines += document.units[paragraph->unit].path + ": ";
            lines += shown(*paragraph) + '\n';
            continue;
        }
        const auto& table = std::get<model::Table>(block);
        lines += table.name + ' ' + std::to_string(table.rows) + 'x' + std::to_string(table.columns) + '\n';
        for (const model::Cell& cell : table.cells) {
            lines += ' ' + document.units[cell.unit].path.substr(table.name.size() + 1) + " at " +
                     std::to_string(cell.row) + ',' + std::to_string(cell.column);
            if (cell.row_span > 1 || cell.column_span > 1)
                lines += ' ' + std::to_string(cell.row_span) + 'x' + std::to_string(cell.column_span);
            lines += marks_of(cell.marks) + (document.units[cell.unit].empty ? " empty" : "") + ": ";
            bool first = true;
            for (const model::Block& inner : cell.blocks) {
                if (const auto* text = std::get_if<model::Paragraph>(&inner)) {
                    lines += (first ? "" : " / ") + shown(*text);
                    first = false;
                }
            }
            lines += '\n';
            for (const model::Block& inner : cell.blocks)
                if (std::get_if<model::Table>(&inner)) append_blocks(document, {inner}, lines);
        }
    }
}

}  // namespace

std::string body_of(const model::Document& document)
{
    std::string lines;
    append_blocks(document, document.blocks, lines);
    return lines;
}

std::string asides_of(const model::Document& document)
{
    std::string lines;
    for (const model::Aside& aside : document.asides) {
        lines += document.place(aside.paragraph.unit).text().substr(document.file.size() + 1) + ' ' + aside.author +
                 (aside.author.empty() ? "" : ": ") + shown(aside.paragraph);
        if (aside.anchor != model::no_unit) lines += " @" + document.units[aside.anchor].path;
        lines += '\n';
    }
    return lines;
}

std::string problems_of(const model::Document& document)
{
    std::string lines;
    for (const model::Problem& problem : document.problems)
        lines += problem.place.text().substr(document.file.size()) + ": " + problem.text + '\n';
    return lines;
}

model::Document read(const PackageBuilder& builder)
{
    return ooxml::open_bytes(builder.bytes(), "a.docx");
}

std::string t(const std::string& text)
{
    return "<w:t xml:space=\"preserve\">" + text + "</w:t>";
}

std::string r(const std::string& text, const std::string& properties)
{
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + t(text) + "</w:r>";
}

std::string p(const std::string& inner, const std::string& properties)
{
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + inner + "</w:p>";
}

std::string tc(const std::string& text, const std::string& properties)
{
    return "<w:tc>" + (properties.empty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") + p(r(text)) + "</w:tc>";
}

std::string field(const std::string& data, const std::string& instruction, const std::string& result)
{
    return "<w:r><w:fldChar w:fldCharType='begin'>" + data + "</w:fldChar></w:r><w:r><w:instrText>" + instruction +
           "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + result +
           "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
}

std::string sdt(const std::string& properties, const std::string& content)
{
    return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

void check(const Row& row)
{
    BOOST_TEST_CONTEXT(row.name)
    {
        const model::Document document = read(docx_builder(row.body));
        BOOST_TEST(body_of(document) == row.expected);
        BOOST_TEST(problems_of(document) == row.problems);
    }
}

}  // namespace samsvar::test::docx
