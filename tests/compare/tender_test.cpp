#include "report/tender_matrix.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "base/error.h"
#include "compare/bidders.h"
#include "compare/calculator.h"
#include "compare/compare.h"
#include "report/matrix_xlsx.h"
#include "report/package.h"
#include "report/tender_layout.h"

using namespace samsvar;
using model::Language;
using model::Outcome;
using report::Matrix;
using report::MatrixCell;
using report::MatrixRow;
using report::MatrixSheet;

namespace {

const report::Layout& tender_layout()
{
    static const report::Layout layout = report::load_tender_layout(
        SAMSVAR_SOURCE_DIR "/reports/tender-layout.xml", "reports/tender-layout.xml", test::shipped_layout());
    return layout;
}

const report::Words& tender_words()
{
    static const report::Words words =
        report::load_tender_words(SAMSVAR_SOURCE_DIR "/reports/tender.xml", "reports/tender.xml");
    return words;
}

model::Comparison compared(std::vector<model::Record> records, const model::Catalog& catalog,
                           const model::ComparisonTerms& terms = test::made_terms())
{
    return compare::compare(std::move(records), {catalog}, terms, compare::Questions::all_uncovered);
}

Matrix tender(const model::Comparison& comparison, Language language = Language::nb)
{
    return report::make_tender(comparison, {}, tender_layout(), tender_words(), language);
}

model::Comparison ten(const model::ComparisonTerms& terms = test::made_terms())
{
    const model::Catalog catalog = test::made_catalog(300);
    return compared(test::ten_bidders(catalog), catalog, terms);
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

/// Calculates every formula again and holds it against the value in the file; gives how many there were.
std::size_t check_formulas(const Matrix& matrix)
{
    const test::Calculator calculator(matrix);
    std::size_t formulas = 0;
    for (const MatrixSheet& sheet : matrix.sheets)
        for (const MatrixRow& row : sheet.rows)
            for (const MatrixCell& cell : row.cells) {
                if (cell.formula.empty()) continue;
                ++formulas;
                const test::Calculator::Value value = calculator.calculated(sheet.name, cell.formula);
                if (const double* number = std::get_if<double>(&value)) {
                    const double* kept = std::get_if<double>(&cell.value);
                    BOOST_TEST_REQUIRE(kept, sheet.name << ": " << cell.formula);
                    BOOST_TEST_REQUIRE(std::abs(*kept - *number) < 1e-12, sheet.name << ": " << cell.formula);
                }
                else
                    BOOST_TEST_REQUIRE(cell.text() == std::get<std::string>(value), sheet.name << ": " << cell.formula);
            }
    return formulas;
}

/// The cell right of a label in the first column.
MatrixCell& beside(Matrix& matrix, std::string_view table, const std::string& label, std::size_t column = 1)
{
    for (MatrixSheet& sheet : matrix.sheets)
        if (sheet.table == table)
            for (MatrixRow& row : sheet.rows)
                if (row.cells.size() > column && row.cells[0].text() == label) return row.cells[column];
    throw std::runtime_error("no row " + label);
}

double score_of(const Matrix& matrix, std::size_t bidder, const std::string& label)
{
    const MatrixSheet& sheet = *matrix.find("overview");
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        if (sheet.rows[row].cells[0].text() == label)
            return std::get<double>(test::Calculator(matrix).value(sheet.name, row, bidder + 1));
    throw std::runtime_error("no row " + label);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tender_tests)

BOOST_AUTO_TEST_CASE(every_formula_comes_to_the_value_in_the_file)
{
    for (const Language language : {Language::nb, Language::sv, Language::en})
        // Per requirement a weight, and per bidder two points; per bidder two scores and two places.
        BOOST_TEST(check_formulas(tender(ten(), language)) == 300u + 300 * 10 * 2 + 10 * 4);
}

BOOST_AUTO_TEST_CASE(formulas_hold_where_there_is_nothing_to_score)
{
    const model::Catalog catalog = test::made_catalog(3);
    const auto na = Outcome::not_applicable;
    const Matrix matrix =
        tender(compared({test::made_bidder("Alfa", "a.xlsx", catalog, {{1, na}, {2, na}, {3, na}}),
                         test::made_bidder("Beta", "b.xlsx", catalog, {{1, Outcome::satisfied}, {2, na}, {3, na}})},
                        catalog));
    BOOST_TEST(check_formulas(matrix) == 3u + 3 * 2 * 2 + 2 * 4);
    BOOST_TEST(score_of(matrix, 1, "Poeng, minst") == 1.0);
    // No rows at all: two files that have nothing in common.
    model::Record alfa = test::made_bidder("Alfa", "a.xlsx", catalog, {{1, na}});
    model::Record beta = alfa;
    beta.form.id = "other";
    beta.catalogs = {{"elsewhere", "1"}};
    BOOST_TEST(check_formulas(tender(compared({alfa, beta}, catalog))) == 2u * 4);
}

// What the buyer changes in the workbook gives what the program gives for the same terms.
BOOST_AUTO_TEST_CASE(changed_points_and_weights_give_the_scores_the_program_gives)
{
    Matrix matrix = tender(ten());
    beside(matrix, "weights", "Delvis").value = 0.25;
    beside(matrix, "weights", "Delvis", 2).value = 0.25;
    beside(matrix, "weights", "Høy").value = 7.0;
    beside(matrix, "weights", "bør").value = 0.5;
    for (MatrixSheet& sheet : matrix.sheets)
        if (sheet.table == "requirements")
            for (MatrixRow& row : sheet.rows)
                if (row.cells.size() > 5 && row.cells[1].text() == "R-4") {
                    row.cells[5].formula.clear();
                    row.cells[5].value = 100.0;
                }
    model::ComparisonTerms terms = test::made_terms();
    terms.points[Outcome::partial] = {0.25, 0.25};
    terms.importance[model::Severity::high] = 7;
    terms.should = 0.5;
    terms.own = {{{"made", "R-4"}, 100.0, {}, {}}};
    const model::Comparison wanted = ten(terms), before = ten();
    for (std::size_t bidder = 0; bidder < wanted.bidders.size(); ++bidder) {
        BOOST_TEST(score_of(matrix, bidder, "Poeng, minst") == wanted.bidders[bidder].score->low,
                   boost::test_tools::tolerance(1e-9));
        BOOST_TEST(score_of(matrix, bidder, "Poeng, mest") == wanted.bidders[bidder].score->high,
                   boost::test_tools::tolerance(1e-9));
        BOOST_TEST(std::abs(before.bidders[bidder].score->low - wanted.bidders[bidder].score->low) > 1e-3);
    }
}

BOOST_AUTO_TEST_CASE(supplier_text_is_never_a_formula)
{
    const model::Catalog catalog = test::made_catalog(2);
    model::Record evil = test::made_bidder("=HYPERLINK(\"http://x\")", "=1+1.xlsx", catalog,
                                           {{1, Outcome::satisfied}, {2, Outcome::gap}});
    for (model::RecordedAnswer& answer : evil.answers) {
        answer.text = "=cmd|' /C calc'!A0";
        answer.printed_question = "+SUM(A1:A9)";
        for (model::RecordedFinding& finding : answer.findings) finding.quote = "@SUM(1)";
    }
    const test::TemporaryFolder folder;
    const auto out = folder.path() / "tender.xlsx";
    report::write_xlsx(tender(compared({evil, evil}, catalog)), tender_layout(), out);
    std::size_t formulas = 0, texts = 0;
    for (const auto& [name, content] : test::parts_of(out)) {
        for (std::size_t at = content.find("<f>"); at != std::string::npos; at = content.find("<f>", at + 1)) {
            ++formulas;
            const std::string_view formula(content.data() + at + 3, content.find("</f>", at) - at - 3);
            BOOST_TEST(formula.find("cmd") == std::string_view::npos);
            BOOST_TEST(formula.find("http") == std::string_view::npos);
            BOOST_TEST((formula.starts_with("VLOOKUP(") || formula.starts_with("IFERROR(SUMPRODUCT(") ||
                        formula.starts_with("IF(ISNUMBER(") || formula.starts_with('\'')));
        }
        texts += test::count_of(content, "=cmd|");
        BOOST_TEST(content.find("TargetMode=\"External\"") == std::string::npos);
    }
    BOOST_TEST(formulas == 2u + 2 * 2 * 2 + 2 * 4);
    BOOST_TEST(texts > 0u);
}

BOOST_AUTO_TEST_CASE(same_values_same_bytes)
{
    const test::TemporaryFolder folder;
    for (const char* name : {"a.xlsx", "b.xlsx"})
        report::write_xlsx(tender(ten()), tender_layout(), folder.path() / name);
    BOOST_TEST((bytes_of(folder.path() / "a.xlsx") == bytes_of(folder.path() / "b.xlsx")));
}

// For people: tests/look_at_matrix.sh turns it into pictures.
BOOST_AUTO_TEST_CASE(ten_bidders_and_three_hundred_requirements)
{
    const Matrix matrix = tender(ten());
    const MatrixSheet& requirements = *matrix.find("requirements");
    BOOST_TEST(requirements.data_rows() == 300u);
    double shown = 0;
    for (std::size_t column = 0; column < requirements.widths.size(); ++column)
        if (!requirements.folded.contains(static_cast<int>(column))) shown += requirements.widths[column];
    BOOST_TEST(shown < 240);  // what a page shows at 60 %
    for (const MatrixRow& row : requirements.rows) BOOST_TEST(row.height <= 60);
    for (const char* const table : {"overview", "differences", "requirements", "answers", "findings", "basis"}) {
        BOOST_TEST_CONTEXT(table)
        BOOST_TEST(matrix.find(table)->header_row > 0);
    }
    BOOST_TEST(matrix.find("answers")->pages_wide == 2);
    report::write_xlsx(matrix, tender_layout(), std::filesystem::path(SAMSVAR_BINARY_DIR) / "sample-tender.xlsx");
    const auto parts = test::parts_of(std::filesystem::path(SAMSVAR_BINARY_DIR) / "sample-tender.xlsx");
    for (int sheet = 1; sheet <= 7; ++sheet) {
        const std::string& xml = parts.at("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
        BOOST_TEST(xml.find("orientation=\"landscape\"") != std::string::npos);
        BOOST_TEST(xml.find("fitToHeight=\"0\"") != std::string::npos);
        if (sheet != 6) BOOST_TEST(xml.find("<pane ") != std::string::npos);
    }
    const std::string& sheet = parts.at("xl/worksheets/sheet3.xml");
    for (const char* const level : {"outlineLevel=\"1\"", "outlineLevel=\"2\""})
        BOOST_TEST(sheet.find(level) != std::string::npos);
    BOOST_TEST(parts.at("xl/workbook.xml").find("Print_Titles") != std::string::npos);
    BOOST_TEST(parts.at("xl/workbook.xml").find("fullCalcOnLoad=\"1\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(differences_stand_first_and_gravest)
{
    const model::Catalog catalog = test::made_catalog(6);
    const auto ok = Outcome::satisfied, gap = Outcome::gap;
    const Matrix matrix = tender(compared(
        {test::made_bidder("Alfa", "a.xlsx", catalog, {{1, ok}, {2, gap}, {3, gap}, {4, gap}, {5, ok}, {6, ok}}),
         test::made_bidder("Beta", "b.xlsx", catalog,
                           {{1, Outcome::partial}, {2, ok}, {3, ok}, {4, gap}, {5, ok}, {6, Outcome::not_applicable}})},
        catalog));
    std::string order;
    for (const MatrixRow& row : matrix.find("differences")->rows)
        if (row.kind == report::RowKind::data) order += row.cells[0].text() + ' ';
    // R-1 high, R-2 medium, R-3 and R-6 low and should; R-4 all alike but short; R-5 alike and in order.
    BOOST_TEST(order == "R-1 R-2 R-3 R-6 R-4 ");
}

BOOST_AUTO_TEST_CASE(a_layout_that_lacks_something_is_refused)
{
    struct Row {
        const char *from, *to, *message;
    };
    const Row rows[] = {
        {"<tender ", "<report ", "<tender xmlns=\"urn:samsvar:report:1\">"},
        {"id=\"points\"", "id=\"pointed\"", "style \"points\""},
        {"key=\"points-low\"", "key=\"points-lower\"", "has no column \"points-lower\""},
        {"table=\"basis\"", "table=\"base\"", "there is no table \"base\""},
    };
    const std::string shipped = bytes_of(SAMSVAR_SOURCE_DIR "/reports/tender-layout.xml");
    const test::TemporaryFolder folder;
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.from)
        {
            std::string changed = shipped;
            changed.replace(changed.find(row.from), std::string(row.from).size(), row.to);
            if (std::string(row.from) == "<tender ") changed.replace(changed.rfind("</tender>"), 9, "</report>");
            std::ofstream(folder.path() / "tender.xml", std::ios::binary) << changed;
            BOOST_CHECK_EXCEPTION(
                report::load_tender_layout(folder.path() / "tender.xml", "tender.xml", test::shipped_layout()), Error,
                [&](const Error& error) {
                    BOOST_TEST_MESSAGE(error.what());
                    return std::string(error.what()).find(row.message) != std::string::npos;
                });
        }
}

BOOST_AUTO_TEST_SUITE_END()
