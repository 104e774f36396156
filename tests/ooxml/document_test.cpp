#include <boost/test/unit_test.hpp>

#include "ooxml/refused.h"
#include "support/package_builder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(document_test)

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

std::string r(const std::string& text, const std::string& properties = {})
{
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + t(text) + "</w:r>";
}

std::string p(const std::string& inner, const std::string& properties = {})
{
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + inner + "</w:p>";
}

std::string tc(const std::string& text, const std::string& properties = {})
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

struct Row {
    const char* name;
    std::string body;
    std::string expected;
    std::string problems = {};
};

void check(const Row& row)
{
    BOOST_TEST_CONTEXT(row.name)
    {
        const model::Document document = read(docx_builder(row.body));
        BOOST_TEST(body_of(document) == row.expected);
        BOOST_TEST(problems_of(document) == row.problems);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(text_of_paragraphs)
{
    const Row rows[] = {
        {"runs join", p(r("Ja, ") + r("vi har")), "paragraph1: Ja, vi har\n"},
        {"space without preserve goes", p("<w:r><w:t> a </w:t></w:r>" + r(" b ")), "paragraph1: a b \n"},
        {"blank run kept", p(r("a") + r(" ") + r("b")), "paragraph1: a b\n"},
        {"tab, break, hyphens",
         p("<w:r>" + t("a") + "<w:tab/>" + t("b") + "<w:br/>" + t("c") + "<w:noBreakHyphen/><w:softHyphen/>" + t("d") +
           "<w:cr/></w:r>"),
         "paragraph1: a>b|c-d|\n"},
        {"entities and CDATA", p("<w:r><w:t>R&amp;D <![CDATA[<x>]]></w:t></w:r>"), "paragraph1: R&D <x>\n"},
        {"symbols",
         p("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Wingdings' w:char='00A8'/><w:sym "
           "w:font='Wingdings' w:char='F0FC'/></w:r>"),
         "paragraph1: ☑☐✓\n"},
        {"unknown symbol", p("<w:r><w:sym w:font='Wingdings' w:char='F023'/></w:r>"), "paragraph1: \xEF\xBF\xBD\n",
         "!word/document.xml:paragraph1: the symbol F023 of the font 'Wingdings' is not known\n"},
        {"symbol font on text", p(r("\xC3\xBE", "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>")),
         "paragraph1: ☑\n"},
        {"smart tags and custom XML",
         p("<w:smartTag><w:smartTagPr/><w:customXml>" + r("a") + "</w:customXml></w:smartTag>" + r("b")),
         "paragraph1: ab\n"},
        {"ruby", p("<w:r><w:ruby><w:rt>" + r("x") + "</w:rt><w:rubyBase>" + r("a") + "</w:rubyBase></w:ruby></w:r>"),
         "paragraph1: a\n"},
        {"equation",
         p("<m:oMath><m:r><m:t>x</m:t></m:r><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></"
           "m:sup></m:sSup></m:oMath>"),
         "paragraph1: xy^2\n"},
        {"run from a later version", p("<w:later>" + r("a") + "</w:later><w:r><w:newer>" + t("b") + "</w:newer></w:r>"),
         "paragraph1: ab\n"},
        {"all hidden", p(r("a", "<w:vanish/>")), "paragraph1: a hidden\n"},
        {"hidden off", p(r("a", "<w:vanish w:val='0'/>")), "paragraph1: a\n"},
        {"part hidden", p(r("Ja") + r(", men ikke", "<w:vanish/>")), "paragraph1: Ja\n",
         "!word/document.xml:paragraph1: part of the text is hidden and not read: ', men ikke'\n"},
        {"all struck", p(r("a", "<w:strike/>") + r(" ") + r("b", "<w:dstrike/>")), "paragraph1: a b struck\n"},
        {"part struck", p(r("Ja") + r(" nei", "<w:strike/>")), "paragraph1: Ja nei\n",
         "!word/document.xml:paragraph1: part of the text is struck through: ' nei'\n"},
        {"nested body wrappers", sdt("", p(r("a"))) + "<w:customXml>" + p(r("b")) + "</w:customXml>" + p(r("c")),
         "paragraph1: a {text =a}\nparagraph2: b\nparagraph3: c\n"},
        {"equation as a block", "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>",
         "paragraph1: x\n"},
        {"run as a block", r("a") + p(r("b")), "paragraph1: a\nparagraph2: b\n"},
        {"other file included", "<w:altChunk r:id='x'/>" + p(r("a")), "paragraph1: a\n",
         "!word/document.xml: the document includes another file here (altChunk), which is not read\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(tracked_changes_read_as_accepted)
{
    const std::string deleted_mark = "<w:rPr><w:del w:id='9'/></w:rPr>";
    const Row rows[] = {
        {"insertion", p(r("Ja") + "<w:ins>" + r(", kryptert") + "</w:ins>"),
         "paragraph1: Ja, kryptert inserted was 'Ja'\n"},
        {"deletion", p(r("Ja") + "<w:del><w:r><w:delText> ikke</w:delText></w:r></w:del>"),
         "paragraph1: Ja deleted was 'Jaikke'\n"},
        {"replacement",
         p("<w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins>" + r("90") + "</w:ins>" + r(" dager")),
         "paragraph1: 90 dager inserted deleted was '30 dager'\n"},
        {"inserted then deleted", p(r("a") + "<w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>"),
         "paragraph1: a inserted deleted\n"},
        {"move", p("<w:moveFrom>" + r("a") + "</w:moveFrom>") + p("<w:moveTo>" + r("a") + "</w:moveTo>"),
         "paragraph1:  moved was 'a'\nparagraph2: a inserted moved\n"},
        {"end of paragraph deleted", p(r("Ja, "), deleted_mark) + p(r("vi har")),
         "paragraph1:  was 'Ja, '\nparagraph2: Ja, vi har deleted was 'vi har'\n"},
        {"paragraph deleted", p("<w:del><w:r><w:delText>Nei</w:delText></w:r></w:del>", deleted_mark) + p(r("b")),
         "paragraph1:  deleted was 'Nei'\nparagraph2: b\n"},
        {"row deleted",
         "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("a") + "</w:tr><w:tr>" + tc("b") + "</w:tr></w:tbl>",
         "table1 2x1\n row1/cell1 at 0,0 deleted empty:  deleted was 'a'\n row2/cell1 at 1,0: b\n"},
        {"formatting change only", p(r("a", "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>")),
         "paragraph1: a\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(fields_and_links)
{
    const Row rows[] = {
        {"field code is no text", p(r("side ") + field("", " PAGE ", r("3"))), "paragraph1: side 3\n"},
        {"nested field",
         p(field(
             "",
             " IF " + std::string("</w:instrText></w:r>") + field("", " REF x ", r("inner")) + "<w:r><w:instrText> = 1",
             r("outer"))),
         "paragraph1: outer\n"},
        {"field without result",
         p(r("a") +
           "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>XE \"b\"</w:instrText></w:r><w:r><w:fldChar "
           "w:fldCharType='end'/></w:r>" +
           r("c")),
         "paragraph1: ac\n"},
        {"field over paragraphs",
         p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar "
           "w:fldCharType='separate'/></w:r>" +
           r("a")) +
             p(r("b") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>") + p(r("c")),
         "paragraph1: a\nparagraph2: b\nparagraph3: c\n"},
        {"simple field", p("<w:fldSimple w:instr='DATE'>" + r("1.1.2026") + "</w:fldSimple>"),
         "paragraph1: 1.1.2026\n"},
        {"link field", p(field("", " HYPERLINK \"https://example.no\" ", r("her"))),
         "paragraph1: her <her -> https://example.no>\n"},
        {"link", p(r("se ") + "<w:hyperlink r:id='h1'>" + r("her") + "</w:hyperlink>"),
         "paragraph1: se her <her -> https://example.no/a>\n"},
        {"bookmark link", p("<w:hyperlink w:anchor='q18'>" + r("18") + "</w:hyperlink>"),
         "paragraph1: 18 <18 -> #q18>\n"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const model::Document document = read(docx_builder(row.body).relationship(
                "word/document.xml", "h1", "hyperlink", "https://example.no/a", "External"));
            BOOST_TEST(body_of(document) == row.expected);
            BOOST_TEST(problems_of(document) == row.problems);
        }
    }
}

BOOST_AUTO_TEST_CASE(legacy_form_fields)
{
    const Row rows[] = {
        {"checked",
         p(field("<w:ffData><w:name w:val='k1'/><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>",
                 "FORMCHECKBOX", "") +
           r(" Ja")),
         "paragraph1: ☒ Ja {checkbox k1=☒ checked}\n"},
        {"unchecked though checked by default",
         p(field("<w:ffData><w:name w:val='k1'/><w:checkBox><w:default w:val='1'/><w:checked "
                 "w:val='0'/></w:checkBox></w:ffData>",
                 "FORMCHECKBOX", "")),
         "paragraph1: ☐ {checkbox k1=☐}\n"},
        {"checked by default",
         p(field("<w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData>", "FORMCHECKBOX", "")),
         "paragraph1: ☒ {checkbox =☒ checked}\n"},
        {"text", p(field("<w:ffData><w:name w:val='t'/><w:textInput/></w:ffData>", "FORMTEXT", r("Acme AS"))),
         "paragraph1: Acme AS {text t=Acme AS}\n"},
        {"empty text",
         p(r("Navn: ") + field("<w:ffData><w:name w:val='t'/><w:textInput/></w:ffData>", "FORMTEXT",
                               r("\xE2\x80\x82\xE2\x80\x82\xE2\x80\x82"))),
         "paragraph1: Navn:  {text t= placeholder}\n"},
        {"sample text",
         p(field("<w:ffData><w:textInput><w:default w:val='skriv her'/></w:textInput></w:ffData>", "FORMTEXT",
                 r("skriv her"))),
         "paragraph1: skriv her placeholder {text =skriv her placeholder}\n"},
        {"list",
         p(field("<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Ja'/><w:listEntry "
                 "w:val='Nei'/></w:ddList></w:ffData>",
                 "FORMDROPDOWN", "")),
         "paragraph1: Nei {dropdown =Nei /Ja /Nei}\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(content_controls)
{
    const std::string box = "<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>";
    const Row rows[] = {
        {"ticked box",
         p(sdt("<w:alias w:val='Ja'/>" + box, "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>") + r(" Ja")),
         "paragraph1: ☒ Ja {checkbox Ja=☒ checked}\n"},
        {"empty box", p(sdt("<w14:checkbox/>", r("☐"))), "paragraph1: ☐ {checkbox =☐}\n"},
        {"placeholder", p(sdt("<w:tag w:val='svar'/><w:showingPlcHdr/><w:text/>", r("Klikk her"))),
         "paragraph1: Klikk her placeholder {text svar=Klikk her placeholder}\n"},
        {"placeholder beside text", p(r("Navn: ") + sdt("<w:showingPlcHdr/>", r("Klikk"))),
         "paragraph1: Navn: Klikk {text =Klikk placeholder}\n"},
        {"empty control", p(sdt("<w:text/>", "")), "paragraph1:  {text = placeholder}\n"},
        {"list",
         p(sdt("<w:dropDownList><w:listItem w:displayText='Velg' w:value=''/><w:listItem w:displayText='Ja' "
               "w:value='1'/><w:listItem w:value='Nei'/></w:dropDownList>",
               r("Ja"))),
         "paragraph1: Ja {dropdown =Ja /Ja /Nei}\n"},
        {"combo", p(sdt("<w:comboBox><w:listItem w:value='A'/></w:comboBox>", r("eget"))),
         "paragraph1: eget {combobox =eget /A}\n"},
        {"date", p(sdt("<w:date w:fullDate='2026-11-02T00:00:00Z'/>", r("2. november"))),
         "paragraph1: 2. november {date =2026-11-02}\n"},
        {"nested", p(sdt("<w:alias w:val='o'/>", r("a") + sdt("<w:alias w:val='i'/>", r("b")))),
         "paragraph1: ab {text o=ab} {text i=b}\n"},
        {"block", sdt("<w:alias w:val='svar'/>", p(r("a")) + p(r("b"))) + p(r("c")),
         "paragraph1: a {text svar=a}\nparagraph2: b\nparagraph3: c\n"},
        {"block placeholder", sdt("<w:showingPlcHdr/>", p(r("Klikk"))),
         "paragraph1: Klikk placeholder {text =Klikk placeholder}\n"},
        {"block box", sdt(box, p(r("x"))), "paragraph1: ☒ {checkbox =☒ checked}\n"},
        {"building block", sdt("<w:docPartObj/>", p(r("Innhold"))), "paragraph1: Innhold\n"},
        {"cell and row keep their places",
         "<w:tbl>" +
             sdt("<w:alias w:val='rad'/>",
                 "<w:tr>" + tc("a") + sdt("<w:alias w:val='svar'/>", tc("b")) + tc("c") + "</w:tr>") +
             "<w:tr>" + tc("d") + "</w:tr></w:tbl>",
         "table1 2x3\n row1/cell1 at 0,0: a\n row1/cell2 at 0,1: b {text svar=b}\n row1/cell3 at 0,2: c\n row2/cell1 "
         "at 1,0: d\n"},
        {"cell box", "<w:tbl><w:tr>" + sdt(box, tc("x")) + "</w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0: ☒ {checkbox =☒ checked}\n"},
        {"placeholder in a cell",
         "<w:tbl><w:tr><w:tc>" + p(sdt("<w:showingPlcHdr/>", r("Klikk"))) + "</w:tc></w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0 placeholder: Klikk placeholder {text =Klikk placeholder}\n"},
        {"control around a table", sdt("", "<w:tbl><w:tr>" + tc("a") + "</w:tr></w:tbl>"),
         "table1 1x1\n row1/cell1 at 0,0: a\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(tables_are_laid_out_as_a_grid)
{
    const std::string restart = "<w:vMerge w:val='restart'/>";
    const Row rows[] = {
        {"span",
         "<w:tbl><w:tr>" + tc("a", "<w:gridSpan w:val='2'/>") + tc("b") + "</w:tr><w:tr>" + tc("c") + tc("d") +
             tc("e") + "</w:tr></w:tbl>",
         "table1 2x3\n row1/cell1 at 0,0 1x2: a\n row1/cell2 at 0,2: b\n row2/cell1 at 1,0: c\n row2/cell2 at 1,1: d\n "
         "row2/cell3 at 1,2: e\n"},
        {"vertical merge",
         "<w:tbl><w:tr>" + tc("a", restart) + tc("b") + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + tc("c") +
             "</w:tr><w:tr>" + tc("", "<w:vMerge w:val='continue'/>") + tc("d") + "</w:tr></w:tbl>",
         "table1 3x2\n row1/cell1 at 0,0 3x1: a\n row1/cell2 at 0,1: b\n row2/cell2 at 1,1: c\n row3/cell2 at 2,1: "
         "d\n"},
        {"two merges below each other",
         "<w:tbl><w:tr>" + tc("a", restart) + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + "</w:tr><w:tr>" +
             tc("b", restart) + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + "</w:tr></w:tbl>",
         "table1 4x1\n row1/cell1 at 0,0 2x1: a\n row3/cell1 at 2,0 2x1: b\n"},
        {"continues nothing", "<w:tbl><w:tr>" + tc("a", "<w:vMerge/>") + "</w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0: a\n"},
        {"text under a merge",
         "<w:tbl><w:tr>" + tc("a", restart) + "</w:tr><w:tr>" + tc("b", "<w:vMerge/>") + "</w:tr></w:tbl>",
         "table1 2x1\n row1/cell1 at 0,0 2x1: a\n",
         "!word/document.xml:table1/row2/cell1: the cell lies under a merged cell and is not shown; its text is not "
         "read: 'b'\n"},
        {"old horizontal merge",
         "<w:tbl><w:tr>" + tc("a", "<w:hMerge w:val='restart'/>") + tc("", "<w:hMerge w:val='continue'/>") + tc("b") +
             "</w:tr></w:tbl>",
         "table1 1x3\n row1/cell1 at 0,0 1x2: a\n row1/cell3 at 0,2: b\n"},
        {"grid before",
         "<w:tbl><w:tr>" + tc("a") + tc("b") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("c") +
             "</w:tr></w:tbl>",
         "table1 2x2\n row1/cell1 at 0,0: a\n row1/cell2 at 0,1: b\n row2/cell1 at 1,1: c\n"},
        {"wild span", "<w:tbl><w:tr>" + tc("a", "<w:gridSpan w:val='2000000000'/>") + "</w:tr></w:tbl>",
         "table1 1x1000\n row1/cell1 at 0,0 1x1000: a\n"},
        {"nested",
         "<w:tbl><w:tr><w:tc>" + p(r("a")) + "<w:tbl><w:tr>" + tc("x") + tc("y") + "</w:tr></w:tbl>" + p("") +
             "</w:tc></w:tr></w:tbl>" + docx_table({{"z"}}),
         "table1 1x1\n row1/cell1 at 0,0: a / \ntable1/row1/cell1/table1 1x2\n row1/cell1 at 0,0: x\n row1/cell2 at "
         "0,1: y\ntable2 1x1\n row1/cell1 at 0,0: z\n"},
        {"empty cell", "<w:tbl><w:tr>" + tc("") + tc(" ") + "</w:tr></w:tbl>",
         "table1 1x2\n row1/cell1 at 0,0 empty: \n row1/cell2 at 0,1 empty:  \n"},
        {"hidden row", "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + tc("a") + "</w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0 hidden: a\n"},
        {"picture only",
         "<w:tbl><w:tr><w:tc><w:p><w:r><w:drawing><a:graphic><a:graphicData "
         "uri='http://schemas.openxmlformats.org/drawingml/2006/picture'/></a:graphic></w:drawing></w:r></w:p></w:tc></"
         "w:tr></w:tbl>",
         "table1 1x1\n row1/cell1 at 0,0 empty: \n",
         "!word/document.xml:table1/row1/cell1: there is only a picture here, which is not read\n"},
        {"paths count body blocks", p(r("a")) + docx_table({{"b"}}) + p(r("c")) + docx_table({{"d"}}),
         "paragraph1: a\ntable1 1x1\n row1/cell1 at 0,0: b\nparagraph2: c\ntable2 1x1\n row1/cell1 at 0,0: d\n"},
    };
    for (const Row& row : rows) check(row);
}

BOOST_AUTO_TEST_CASE(headings)
{
    PackageBuilder builder =
        docx_builder(p(r("a"), "<w:pStyle w:val='Overskrift1'/>") + p(r("b"), "<w:pStyle w:val='Egen'/>") +
                     p(r("c"), "<w:pStyle w:val='Tittel'/>") + p(r("d"), "<w:outlineLvl w:val='2'/>") +
                     p(r("e"), "<w:pStyle w:val='Egen'/><w:outlineLvl w:val='9'/>") +
                     p(r("f"), "<w:pStyle w:val='Heading4'/>") + p(r("g")));
    builder.xml(
        "word/styles.xml",
        "<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Overskrift1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl "
        "w:val='0'/></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Egen'><w:name w:val='Egen'/><w:basedOn w:val='Overskrift1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Tittel'><w:name w:val='Title'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='Rund'><w:basedOn w:val='Rund'/></w:style></w:styles>");
    const model::Document document = read(builder);
    std::string shown_levels;
    for (const model::Block& block : document.blocks) {
        const auto& paragraph = std::get<model::Paragraph>(block);
        shown_levels += paragraph.text + std::to_string(paragraph.heading) + paragraph.style + ' ';
    }
    BOOST_TEST(shown_levels == "a1heading 1 b1Egen c10Title d3Normal e0Egen f4Heading4 g0Normal ");
}

BOOST_AUTO_TEST_CASE(text_boxes_are_read_once)
{
    const std::string box = "<w:txbxContent>" + p(r("i boksen")) + docx_table({{"x"}}) + "</w:txbxContent>";
    const std::string drawing =
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphic><a:graphicData "
        "uri='u'><wps:wsp><wps:txbx>" +
        box +
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing></"
        "mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" +
        box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    const model::Document document = read(
        docx_builder(p(r("a") + drawing) + "<w:tbl><w:tr><w:tc>" +
                     p("<w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r>") + "</w:tc></w:tr></w:tbl>"));
    BOOST_TEST(body_of(document) == "paragraph1: a\ntable1 1x1\n row1/cell1 at 0,0 empty: \n");
    BOOST_TEST(asides_of(document) ==
               "word/document.xml:paragraph1/textbox1/paragraph1 i boksen @paragraph1\n"
               "word/document.xml:paragraph1/textbox1/table1/row1/cell1/paragraph1 x @paragraph1\n"
               "word/document.xml:table1/row1/cell1/textbox1/paragraph1 i boksen @table1/row1/cell1\n"
               "word/document.xml:table1/row1/cell1/textbox1/table1/row1/cell1/paragraph1 x @table1/row1/cell1\n");
}

BOOST_AUTO_TEST_CASE(what_stands_beside_the_text)
{
    PackageBuilder builder =
        docx_builder(p(r("a") + "<w:r><w:footnoteReference w:id='2'/></w:r>") + "<w:tbl><w:tr><w:tc>" +
                     p("<w:commentRangeStart w:id='7'/>" + r("b") +
                       "<w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>") +
                     "</w:tc></w:tr></w:tbl>");
    builder.xml("word/comments.xml", "<w:comments><w:comment w:id='7' w:author='Kari'>" +
                                         p("<w:r><w:annotationRef/></w:r>" + r("Stemmer")) + p(r("dette?")) +
                                         "</w:comment><w:comment w:id='8' w:author='Ola'>" + p(r("løs")) +
                                         "</w:comment></w:comments>");
    builder.xml("word/footnotes.xml", "<w:footnotes><w:footnote w:type='separator' w:id='-1'>" +
                                          p("<w:r><w:separator/></w:r>") + "</w:footnote><w:footnote w:id='2'>" +
                                          p("<w:r><w:footnoteRef/></w:r>" + r(" se vedlegg")) +
                                          "</w:footnote></w:footnotes>");
    builder.xml("word/endnotes.xml", "<w:endnotes><w:endnote w:id='1'>" + p(r("slutt")) + "</w:endnote></w:endnotes>");
    builder.xml("word/header1.xml", "<w:hdr>" + p(r("Acme")) + docx_table({{"x"}}) + "</w:hdr>");
    builder.xml("word/footer1.xml", "<w:ftr>" + p("") + "</w:ftr>");
    const model::Document document = read(builder);
    BOOST_TEST(body_of(document) == "paragraph1: a\ntable1 1x1\n row1/cell1 at 0,0: b\n");
    BOOST_TEST(asides_of(document) ==
               "word/footnotes.xml:footnote1  se vedlegg @paragraph1\n"
               "word/endnotes.xml:endnote1 slutt\n"
               "word/comments.xml:comment1 Kari: Stemmer|dette? @table1/row1/cell1\n"
               "word/comments.xml:comment2 Ola: løs\n"
               "word/header1.xml:paragraph1 Acme\n"
               "word/header1.xml:table1/row1/cell1/paragraph1 x\n"
               "word/footer1.xml:paragraph1 \n");
}

BOOST_AUTO_TEST_CASE(what_is_not_read_is_told)
{
    PackageBuilder builder =
        docx_builder(p("<w:r><w:drawing><a:graphic><a:graphicData "
                       "uri='http://schemas.openxmlformats.org/drawingml/2006/chart'/></a:graphic></w:drawing></w:r>"
                       "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"
                       "<w:r><w:pict><v:shape><v:textpath string='UTKAST'/></v:shape></w:pict></w:r>"));
    builder.relationship("word/document.xml", "t1", "attachedTemplate", "file:///C:/mal.dotx", "External");
    BOOST_TEST(
        problems_of(read(builder)) ==
        "!word/document.xml:paragraph1: a chart is not read\n"
        "!word/document.xml:paragraph1: an embedded object (Excel.Sheet.12) is not read\n"
        "!word/document.xml:paragraph1: decorative text is not read: 'UTKAST'\n"
        "!word/document.xml: the document points to file:///C:/mal.dotx (attachedTemplate), which is not followed\n");
}

BOOST_AUTO_TEST_CASE(every_cell_and_paragraph_is_one_unit)
{
    const model::Document document =
        read(docx_builder(p(r("a")) + p("") + docx_table({{"b", ""}, {"c", "d"}}) + p(r("e"))));
    std::string units;
    for (const model::Unit& unit : document.units) units += unit.path + (unit.empty ? " empty" : "") + '\n';
    BOOST_TEST(units ==
               "paragraph1\nparagraph2 empty\ntable1/row1/cell1\ntable1/row1/cell2 empty\ntable1/row2/cell1\n"
               "table1/row2/cell2\nparagraph3\n");
}

BOOST_AUTO_TEST_CASE(broken_documents_are_refused)
{
    BOOST_TEST(refusal(PackageBuilder().xml("word/document.xml", "<w:document/>").bytes()) ==
               "malformed: a.docx!word/document.xml: the main part has no document body");
    BOOST_TEST(refusal(docx_builder("")
                           .part("word/document.xml",
                                 "<?xml version=\"1.0\"?>\n<w:document xmlns:w='w'>\n<w:body></w:document>")
                           .bytes()) ==
               "malformed: a.docx!word/document.xml:3:9: </w:document> where </w:body> is due");
    BOOST_TEST(refusal(docx_builder("").part("word/styles.xml", "<!DOCTYPE x><x/>").bytes()) ==
               "malformed: a.docx!word/styles.xml:1:1: the part has a DOCTYPE, which Word and Excel never write; it is "
               "not read");
    BOOST_TEST(refusal(docx_builder("").part("word/styles.xml", "<x>\n<y a='\xC3'/></x>").bytes()) ==
               "malformed: a.docx!word/styles.xml:2:1: the text is not valid UTF-8");
    BOOST_TEST(refusal(docx_builder("").part("word/styles.xml", "<x a='&b;'/>").bytes()) ==
               "malformed: a.docx!word/styles.xml:1:1: &b; is no entity of XML");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
    BOOST_TEST(refusal(docx_with_body(deep)) ==
               "limit-exceeded: a.docx!word/document.xml: elements are nested deeper than the limit of 256");
}

BOOST_AUTO_TEST_SUITE_END()
