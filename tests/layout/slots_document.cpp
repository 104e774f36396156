#include "layout/slots_document.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <sstream>

#include "form/vocabulary.h"
#include "layout/slots.h"
#include "support/document_builder.h"
#include "text/fold.h"

namespace samsvar::test {

namespace {

const layout::Words& no_words()
{
    static const model::Vocabulary vocabulary;
    static const layout::Words words(vocabulary);
    return words;
}

std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = std::min(line.find('|', at), line.size());
        std::string cell(text::trimmed(line.substr(at, end - at)));
        std::replace(cell.begin(), cell.end(), '~', '\n');
        cells.push_back(std::move(cell));
        at = end + 1;
    }
    return cells;
}

void add_controls(model::Table& table)
{
    for (model::Cell& cell : table.cells)
        for (model::Block& block : cell.blocks)
            if (auto* paragraph = std::get_if<model::Paragraph>(&block)) test::add_controls(*paragraph);
}

std::string shown(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', '~');
    return text;
}

}  // namespace

const layout::Words& shipped_words()
{
    static const model::Vocabulary vocabulary =
        form::load_vocabulary(std::string(SAMSVAR_SOURCE_DIR) + "/forms/vocabulary.xml", "forms/vocabulary.xml");
    static const layout::Words words(vocabulary);
    return words;
}

model::Document document_of(const std::string& text)
{
    DocumentBuilder builder(text.starts_with(">>") ? model::FileKind::xlsx : model::FileKind::docx);
    std::vector<std::vector<std::string>> rows;
    std::string sheet;
    const auto end_table = [&] {
        if (rows.empty()) return;
        std::size_t width = 0;
        for (const auto& row : rows) width = std::max(width, row.size());
        std::vector<RowText> table;
        for (const auto& row : rows) {
            RowText cells(row.begin(), row.end());
            // A row with fewer cells than the others: its last one reaches to the end.
            if (sheet.empty()) cells.back().column_span = static_cast<int>(width - row.size()) + 1;
            table.push_back(std::move(cells));
        }
        if (sheet.empty())
            builder.table(table);
        else
            builder.sheet(sheet, table);
        add_controls(builder.last_table());
        rows.clear();
    };
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('|')) {
            rows.push_back(cells_of(line));
            continue;
        }
        if (sheet.empty() || line.starts_with(">>")) end_table();
        if (line.starts_with(">> "))
            sheet = line.substr(3);
        else if (!sheet.empty())
            rows.push_back({""});
        else if (line.starts_with("== "))
            builder.heading(2, line.substr(3));
        else if (line.starts_with("= "))
            builder.heading(1, line.substr(2));
        else if (line.starts_with('{'))
            builder.listed(line.substr(1, line.find('}') - 1), line.substr(line.find('}') + 2));
        else if (line.starts_with('<') && line.find("> ") != std::string::npos)
            builder.styled(line.substr(1, line.find('>') - 1), line.substr(line.find("> ") + 2));
        else
            builder.paragraph(line);
        if (sheet.empty() && !line.starts_with(">>")) add_controls(builder.last_paragraph());
    }
    end_table();
    return builder.document();
}

std::string summary(const model::Layout& layout)
{
    std::string text;
    for (const model::LayoutQuestion& question : layout.questions) {
        if (!question.id.empty()) text += '[' + question.id + "] ";
        text += shown(question.text);
        if (!question.section.empty()) text += " {" + shown(question.section) + '}';
        if (!question.guidance.empty()) text += " (" + shown(question.guidance) + ')';
        text += " =";
        for (const model::AnswerPart& part : question.parts) {
            text += &part == question.parts.data() ? " " : "; ";
            if (part.role != model::ColumnRole::answer) text += std::string(name_of(part.role)) + ": ";
            text += shown(part.text);
        }
        if (!question.prefilled.empty()) text += " <" + shown(question.prefilled) + '>';
        text += '\n';
    }
    return text;
}

void check_promises(const model::Document& document, const model::Layout& layout)
{
    std::set<std::string> places;
    for (std::size_t unit = 0; unit < document.units.size(); ++unit)
        places.insert(document.place(static_cast<model::UnitId>(unit)).text());
    for (const model::LayoutRegion& region : layout.regions) {
        BOOST_TEST((region.kind == model::RegionKind::slots));
        BOOST_TEST(!region.reasons.empty());
        BOOST_TEST((region.confidence > 0) == region.taken);
        BOOST_TEST(region.confidence < 1);
    }
    for (const model::LayoutQuestion& question : layout.questions) {
        BOOST_TEST_REQUIRE(question.region < layout.regions.size());
        BOOST_TEST(layout.regions[question.region].taken);
        BOOST_TEST(question.row == -1);
        BOOST_TEST(!question.text.empty());
        BOOST_TEST(!question.answer_places.empty());
        BOOST_TEST(!question.units.empty());
        BOOST_TEST(places.contains(question.place.text()));
        for (const model::UnitId unit : question.units) BOOST_TEST(unit < document.units.size());
        for (const model::AnswerPart& part : question.parts) {
            BOOST_TEST(!part.text.empty());
            BOOST_TEST(places.contains(part.place.text()));
        }
    }
}

void check_slots(const std::vector<SlotsCase>& cases)
{
    for (const SlotsCase& one : cases) BOOST_TEST_CONTEXT(one.name)
        {
            const model::Document document = document_of(one.document);
            model::Layout layout;
            layout::find_slots(document, one.known_words ? shipped_words() : no_words(), {}, layout);
            BOOST_TEST(summary(layout) == one.expected);
            check_promises(document, layout);
        }
}

}  // namespace samsvar::test
