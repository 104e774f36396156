#include "support/document_builder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "text/fold.h"

namespace samsvar::test {

namespace {

std::vector<std::string> split(const std::string& text, char sign)
{
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(sign, start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

model::LocalText text_in(model::Language language, const std::string& words)
{
    model::LocalText text;
    text.set(language, words);
    return text;
}

}  // namespace

DocumentBuilder::DocumentBuilder(model::FileKind kind, std::string file)
{
    document_.kind = kind;
    document_.file = std::move(file);
}

model::UnitId DocumentBuilder::unit(model::UnitKind kind, const std::string& part, const std::string& path, bool sheet,
                                    bool empty)
{
    document_.units.push_back({kind, part, path, sheet, empty});
    return static_cast<model::UnitId>(document_.units.size() - 1);
}

DocumentBuilder& DocumentBuilder::paragraph(const std::string& text)
{
    model::Paragraph paragraph;
    paragraph.text = text;
    paragraph.unit = unit(model::UnitKind::paragraph, "word/document.xml", "paragraph" + std::to_string(++paragraphs_),
                          false, text.empty());
    document_.blocks.emplace_back(std::move(paragraph));
    return *this;
}

DocumentBuilder& DocumentBuilder::heading(int level, const std::string& text, const std::string& label)
{
    paragraph(text);
    last_paragraph().heading = level;
    last_paragraph().style = level == 10 ? "Title" : "heading " + std::to_string(level);
    last_paragraph().label = label;
    if (!label.empty()) last_paragraph().list_level = 0;
    return *this;
}

DocumentBuilder& DocumentBuilder::listed(const std::string& label, const std::string& text, int level)
{
    paragraph(text);
    last_paragraph().label = label;
    last_paragraph().list_level = level;
    last_paragraph().style = "List Paragraph";
    return *this;
}

DocumentBuilder& DocumentBuilder::styled(const std::string& style, const std::string& text)
{
    paragraph(text);
    last_paragraph().style = style;
    return *this;
}

DocumentBuilder& DocumentBuilder::nest(int row, int column, const std::vector<RowText>& rows)
{
    model::Cell& outer = cell(row, column);
    model::Table table;
    table.part = "word/document.xml";
    table.name = document_.units[outer.unit].path + "/table1";
    fill(table, rows);
    outer.blocks.emplace_back(std::move(table));
    document_.units[outer.unit].empty = false;
    return *this;
}

DocumentBuilder& DocumentBuilder::table(const std::vector<RowText>& rows)
{
    model::Table table;
    table.name = "table" + std::to_string(++tables_);
    table.part = "word/document.xml";
    fill(table, rows);
    document_.blocks.emplace_back(std::move(table));
    return *this;
}

DocumentBuilder& DocumentBuilder::sheet(const std::string& name, const std::vector<RowText>& rows)
{
    model::Table table;
    table.name = name;
    table.part = name;
    table.sheet = true;
    fill(table, rows);
    document_.blocks.emplace_back(std::move(table));
    return *this;
}

void DocumentBuilder::fill(model::Table& table, const std::vector<RowText>& rows)
{
    std::set<std::pair<int, int>> taken;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const int number = static_cast<int>(row);
        int column = 0;
        for (std::size_t index = 0; index < rows[row].size(); ++index) {
            const CellText& source = rows[row][index];
            while (taken.contains({number, column})) ++column;
            model::Cell cell;
            cell.row = number;
            cell.column = column;
            cell.row_span = source.row_span;
            cell.column_span = source.column_span;
            for (int r = 0; r < source.row_span; ++r)
                for (int c = 0; c < source.column_span; ++c) taken.insert({number + r, column + c});
            table.columns = std::max(table.columns, column + source.column_span);
            if (!table.sheet || !source.text.empty()) {
                const std::vector<std::string> texts =
                    table.sheet ? std::vector<std::string>{source.text} : split(source.text, '\n');
                for (const std::string& text : texts) {
                    model::Paragraph paragraph;
                    paragraph.text = text;
                    cell.blocks.emplace_back(std::move(paragraph));
                }
                const std::string path =
                    table.sheet
                        ? std::string(1, static_cast<char>('A' + column)) + std::to_string(number + 1)
                        : table.name + "/row" + std::to_string(number + 1) + "/cell" + std::to_string(index + 1);
                cell.unit = unit(model::UnitKind::cell, table.part, path, table.sheet, source.text.empty());
                table.cells.push_back(std::move(cell));
            }
            column += source.column_span;
        }
    }
    table.rows = static_cast<int>(rows.size());
}

DocumentBuilder& DocumentBuilder::aside(model::UnitKind kind, const std::string& text, model::UnitId anchor)
{
    model::Aside aside;
    aside.kind = kind;
    aside.anchor = anchor;
    aside.paragraph.text = text;
    aside.paragraph.unit =
        unit(kind, "word/aside.xml", "paragraph" + std::to_string(document_.asides.size() + 1), false, text.empty());
    document_.asides.push_back(std::move(aside));
    return *this;
}

model::Table& DocumentBuilder::last_table()
{
    for (auto block = document_.blocks.rbegin(); block != document_.blocks.rend(); ++block)
        if (auto* table = std::get_if<model::Table>(&*block)) return *table;
    throw std::out_of_range("no table was added");
}

model::Paragraph& DocumentBuilder::last_paragraph()
{
    for (auto block = document_.blocks.rbegin(); block != document_.blocks.rend(); ++block)
        if (auto* paragraph = std::get_if<model::Paragraph>(&*block)) return *paragraph;
    throw std::out_of_range("no paragraph was added");
}

model::Cell& DocumentBuilder::cell(int row, int column)
{
    for (model::Cell& cell : last_table().cells)
        if (cell.row == row && cell.column == column) return cell;
    throw std::out_of_range("no cell starts there");
}

model::Paragraph& DocumentBuilder::paragraph_in(int row, int column, std::size_t index)
{
    return std::get<model::Paragraph>(cell(row, column).blocks.at(index));
}

void add_controls(model::Paragraph& paragraph)
{
    std::string shown;
    std::string& text = paragraph.text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t close = text.find(']', at);
        const bool mark = text[at] == '[' && close != std::string::npos && at + 1 < text.size();
        if (!mark) {
            shown += text[at++];
            continue;
        }
        model::Control control;
        const std::string inner = text.substr(at + 1, close - at - 1);
        at = close + 1;
        if (inner == " " || inner == "x") {
            control.kind = model::ControlKind::checkbox;
            control.checked = inner == "x";
            control.value = control.checked ? "☒" : "☐";
        }
        else if (inner.starts_with("[")) {
            control.value = inner.substr(1);
            control.placeholder = true;
            ++at;
        }
        else if (inner.starts_with("="))
            control.value = inner.substr(1);
        else if (inner.starts_with(":")) {
            control.kind = model::ControlKind::dropdown;
            control.choices = split(inner.substr(1), ';');
            control.value = control.choices.front();
            control.choices.erase(control.choices.begin());
        }
        else {
            shown += '[' + inner + ']';
            continue;
        }
        shown += control.value;
        paragraph.controls.push_back(std::move(control));
    }
    // As the readers do: a paragraph that shows nothing but a prompt is a placeholder as a whole.
    paragraph.marks.placeholder = paragraph.controls.size() == 1 && paragraph.controls.front().placeholder &&
                                  paragraph.controls.front().value == shown;
    text = shown;
}

const std::string& printed(std::size_t index)
{
    static const std::vector<std::string> questions{
        "How do people log in?\n(For example with a password or a card)",
        "Is stored data encrypted?\nSend a description",
        "How often are copies of the data made?",
        "Who may see the data?",
        "Are data moved abroad?",
    };
    return questions.at(index);
}

model::Form small_form()
{
    using model::ColumnRole;
    model::Form form;
    form.id = "small";
    form.version = "1";
    form.titles = {"^small questionnaire"};
    form.columns = {
        {ColumnRole::id, {"^(no|number)$"}, false, {}},  {ColumnRole::reviewer, {"^internal"}, false, {}},
        {ColumnRole::section, {"^topic$"}, false, {}},   {ColumnRole::guidance, {"^help$"}, false, {}},
        {ColumnRole::question, {"^question"}, true, {}}, {ColumnRole::evidence, {"^(evidence|documents)"}, false, {}},
        {ColumnRole::choice, {"^yes/no"}, false, {}},    {ColumnRole::answer, {"^answer"}, true, {}},
        {ColumnRole::remark, {"^remark"}, false, {}},
    };
    for (const auto& [key, pattern] : std::vector<std::pair<std::string, std::string>>{
             {"supplier", "^supplier( name)?$"},
             {"address", "^address$"},
             {"organisation-number", "^org\\.? ?no\\b"},
             {"date", "^date$"},
         })
        form.facts.push_back({key, {pattern}, {}, {}});
    form.subprocessor_headers = {"^sub-?(processor|contractor)", "^processor.*sub-?processor"};
    form.annex_headers = {"^(annex|annexes|attachment)\\b"};
    form.sections = {{"access", text_in(model::Language::en, "Access"), {"^access$"}},
                     {"operation", text_in(model::Language::en, "Operation"), {"^operation$"}}};
    const std::vector<std::vector<std::string>> patterns{
        {"\\blog in\\b"}, {"stored data", "encrypt"}, {"copies"}, {"who may see"}, {"abroad"}};
    for (std::size_t index = 0; index < patterns.size(); ++index) {
        model::Question question;
        question.id = std::to_string(index + 1);
        question.section = index < 2 ? "access" : "operation";
        question.text = text_in(model::Language::en, "Paraphrase of question " + question.id + " in our words");
        question.recognise = patterns[index];
        question.fingerprint = text::fingerprint(printed(index));
        form.questions.push_back(std::move(question));
    }
    return form;
}

std::string summary(const model::Submission& submission)
{
    std::string text;
    const auto add = [&](const model::Answer& answer) {
        text += answer.question + (answer.question_edited ? " (edited):" : ":");
        for (const model::AnswerPart& part : answer.parts) {
            text += std::string(" ") + name_of(part.role) + '=' + part.text;
            if (part.marks.placeholder) text += "(placeholder)";
            if (&part != &answer.parts.back()) text += " |";
        }
        text += '\n';
    };
    for (const model::Answer& answer : submission.answers) add(answer);
    for (const std::string& missing : submission.missing_questions) text += "missing " + missing + '\n';
    for (const model::Answer& answer : submission.unmatched) {
        text += "unmatched ";
        add(answer);
    }
    return text;
}

void check_ledger(const model::Document& document, const model::Submission& submission)
{
    BOOST_REQUIRE_EQUAL(submission.ledger.size(), document.units.size());
    for (std::size_t index = 0; index < submission.ledger.size(); ++index) {
        const model::LedgerEntry& entry = submission.ledger[index];
        BOOST_TEST_REQUIRE(entry.unit == index);
        BOOST_TEST_CONTEXT(entry.place.text())
        {
            BOOST_TEST(!entry.use.empty());
            if (entry.used) BOOST_TEST(!document.units[index].empty);
            BOOST_TEST(entry.place.text() == document.place(entry.unit).text());
        }
    }
    const model::LedgerTotals sums = model::totals(submission.ledger);
    std::size_t ignored = 0;
    for (const auto& [why, count] : sums.ignored) ignored += count;
    BOOST_TEST(sums.used + ignored == document.units.size());
    for (const model::Problem& problem : submission.problems)
        BOOST_TEST(problem.text.find("bug of samsvar") == std::string::npos);
}

std::string ledger_word(const model::Submission& submission, model::UnitId unit)
{
    const model::LedgerEntry& entry = submission.ledger.at(unit);
    return (entry.used ? "" : "!") + entry.use;
}

}  // namespace samsvar::test
