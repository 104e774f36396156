#include "report/matrix.h"

#include <boost/test/unit_test.hpp>

#include <set>

#include "report/cell_text.h"
#include "report/layout_vocabulary.h"
#include "report/package.h"
#include "report/row_height.h"
#include "report/sample.h"
#include "report/tables.h"

using namespace samsvar;
using namespace samsvar::test;
using model::Language;
using report::Matrix;
using report::MatrixCell;
using report::MatrixRow;
using report::MatrixSheet;
using report::RowKind;

namespace {

/// Column with that header, or -1.
int column_of(const MatrixSheet& sheet, const std::string& header)
{
    const MatrixRow& row = sheet.rows[static_cast<std::size_t>(sheet.header_row)];
    for (std::size_t at = 0; at < row.cells.size(); ++at)
        if (row.cells[at].text() == header) return static_cast<int>(at);
    return -1;
}

const MatrixCell& cell_at(const MatrixSheet& sheet, const std::string& anchor, const std::string& header)
{
    const int column = column_of(sheet, header);
    BOOST_REQUIRE(column >= 0);
    for (const MatrixRow& row : sheet.rows)
        if (row.anchor == anchor) return row.cells[static_cast<std::size_t>(column)];
    throw std::runtime_error("no row " + anchor);
}

std::string all_text(const MatrixSheet& sheet)
{
    std::string text;
    for (const MatrixRow& row : sheet.rows)
        for (const MatrixCell& cell : row.cells) text += cell.text() + '\n';
    return text;
}

Matrix sample(Language language = Language::nb)
{
    return report::make_matrix(sample_assessment(), shipped_layout(), language);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_tests)

BOOST_AUTO_TEST_CASE(every_requirement_question_finding_and_unit_once)
{
    const model::Assessment assessment = sample_assessment();
    const Matrix matrix = sample();
    BOOST_TEST(matrix.find("requirements")->data_rows() == 249u);
    // 52 questions and one row of the file that matches none.
    BOOST_TEST(matrix.find("answers")->data_rows() == 53u);
    std::size_t findings = 0;
    for (const auto& result : assessment.answers) findings += result.findings.size();
    for (const auto& result : assessment.requirements) findings += result.findings.size();
    BOOST_TEST(matrix.find("findings")->data_rows() == findings);
    BOOST_TEST(matrix.find("mapping")->data_rows() == 90u);
    BOOST_TEST(matrix.find("ledger")->data_rows() == assessment.submission.ledger.size());
    std::set<std::string> anchors;
    std::size_t anchored = 0;
    for (const MatrixSheet& sheet : matrix.sheets)
        for (const MatrixRow& row : sheet.rows)
            if (!row.anchor.empty()) {
                ++anchored;
                anchors.insert(row.anchor);
            }
    BOOST_TEST(anchored == anchors.size());
    BOOST_TEST(anchored == 249u + 52u + findings);
}

BOOST_AUTO_TEST_CASE(a_requirement_says_what_and_where)
{
    const Matrix matrix = sample();
    const MatrixSheet& sheet = *matrix.find("requirements");
    const std::string row = "requirements#iso27001-2022/A.5.2";
    BOOST_TEST(cell_at(sheet, row, "Utfall").text() == "Mangler");
    BOOST_TEST(cell_at(sheet, row, "Utfall").tone == "outcome.gap");
    BOOST_TEST(cell_at(sheet, row, "Svar nr.").text() == "6, 17");
    BOOST_TEST(cell_at(sheet, row, "Svar nr.").link == "answers#6");
    BOOST_TEST(cell_at(sheet, row, "Leverandørens svar").text() ==
               "[6] Nei.\n[17] Kommunen varsles så snart som mulig etter at hendelsen er kartlagt og ledelsen har vurdert "
               "omfanget.");
    BOOST_TEST(cell_at(sheet, row, "Funn").text() == "3 · Motsigelse [6]\n6 · Noe som kreves, mangler [17]");
    BOOST_TEST(cell_at(sheet, row, "Sted i filen").text() ==
               "tabell\u00A03, rad\u00A08, celle\u00A03\ntabell\u00A03, rad\u00A019, celle\u00A03");
    BOOST_TEST(cell_at(sheet, row, "Vurdering").decision);
    BOOST_TEST(cell_at(sheet, row, "Vurdering").empty());
    BOOST_TEST(cell_at(sheet, row, "Frist").style == "date");
}

BOOST_AUTO_TEST_CASE(an_answer_is_verbatim_and_our_words_are_told_apart)
{
    const model::Assessment assessment = sample_assessment();
    const Matrix matrix = sample();
    const MatrixSheet& sheet = *matrix.find("answers");
    BOOST_TEST(cell_at(sheet, "answers#3", "Leverandørens svar").text() == assessment.submission.find("3")->text());
    BOOST_TEST(cell_at(sheet, "answers#3", "Leverandørens svar").style == "text");
    BOOST_TEST(cell_at(sheet, "answers#8", "Leverandørens svar").text() == "(ikke besvart)");
    BOOST_TEST(cell_at(sheet, "answers#8", "Leverandørens svar").style == "absent");
    BOOST_TEST(cell_at(sheet, "answers#51", "Leverandørens svar").text() == "(spørsmålet står ikke i leverandørens fil)");
    BOOST_TEST(cell_at(sheet, "answers#51", "Leverandørens svar").style == "absent");
    BOOST_TEST(cell_at(sheet, "answers#17", "Spørsmålet slik leverandøren endret det").text() ==
               "Hvordan varsles kommunen ved brudd på personopplysningssikkerheten? (slik det står)");
    BOOST_TEST(cell_at(sheet, "answers#4", "Spørsmålet slik leverandøren endret det").empty());
    BOOST_TEST(cell_at(sheet, "answers#3", "Funn").text() ==
               "1 · Svak praksis: Tofaktor for administratorer er valgfri. For kontoer med utvidede rettigheter må den være "
               "påkrevd.");
}

BOOST_AUTO_TEST_CASE(findings_gravest_first_with_links_there_and_back)
{
    const Matrix matrix = sample();
    const MatrixSheet& findings = *matrix.find("findings");
    const MatrixSheet& answers = *matrix.find("answers");
    BOOST_TEST(cell_at(findings, "findings#1", "Alvor").text() == "Høy");
    BOOST_TEST(cell_at(findings, "findings#75", "Alvor").text() == "Ingen");
    BOOST_TEST(cell_at(findings, "findings#1", "Gjelder").link == "answers#3");
    BOOST_TEST(cell_at(answers, "answers#3", "Funn nr.").link == "findings#1");
    BOOST_TEST(cell_at(findings, "findings#33", "Gjelder").link == "requirements#iso27001-2022/A.5.7");
    BOOST_TEST(cell_at(findings, "findings#3", "Det andre stedet").text() ==
               "Spørsmål 40: «Feillogger behandles av Logwell Inc. i Virginia, USA.»\ntabell\u00A03, rad\u00A042, celle\u00A03");
    BOOST_TEST(cell_at(findings, "findings#3", "Regel").text() == "forms/eksempel.xml:142");
}

BOOST_AUTO_TEST_CASE(follow_up_holds_no_internal_remarks)
{
    const Matrix matrix = sample();
    const MatrixSheet& sheet = *matrix.find("follow-up");
    BOOST_TEST(sheet.locked);
    const std::string text = all_text(sheet);
    const model::Assessment assessment = sample_assessment();
    for (const auto& result : assessment.answers)
        for (const auto& finding : result.findings) {
            BOOST_TEST(text.find(finding.reason.in(Language::nb)) == std::string::npos);
            BOOST_TEST(text.find(finding.ask.in(Language::nb)) != std::string::npos);
        }
    for (const char* word : {"Høy", "Middels", "Mangler", "eksempel.xml"}) BOOST_TEST(text.find(word) == std::string::npos);
    for (const MatrixRow& row : sheet.rows) {
        if (row.kind != RowKind::data) continue;
        BOOST_TEST(row.cells.back().unlocked);
        BOOST_TEST(row.cells.back().empty());
        for (const MatrixCell& cell : row.cells) BOOST_TEST(cell.link.empty());
    }
}

BOOST_AUTO_TEST_CASE(several_asks_are_numbered_and_the_same_one_is_asked_once)
{
    model::Assessment assessment = sample_assessment();
    model::Finding second = assessment.answers[1].findings.front();
    assessment.answers[1].findings.push_back(second);
    second.ask = texts("Og når?", "Och när?", "And when?");
    assessment.answers[1].findings.push_back(second);
    const Matrix matrix = report::make_matrix(assessment, shipped_layout(), Language::nb);
    BOOST_TEST(cell_at(*matrix.find("answers"), "answers#2", "Spør leverandøren").text() ==
               "1. Vi ber om organisasjonskartet, og at dere navngir rollene som har ansvar for informasjonssikkerhet og "
               "personvern.\n2. Og når?");
}

BOOST_AUTO_TEST_CASE(every_language_has_its_own_words)
{
    struct Row {
        Language language;
        const char *title, *sheet, *decision, *outcome;
    };
    const Row rows[] = {
        {Language::nb, "Etterlevelsesmatrise: Fjelltopp Læring AS", "Sammendrag", "Spør leverandøren", "Mangler"},
        {Language::sv, "Efterlevnadsmatris: Fjelltopp Læring AS", "Sammanfattning", "Fråga leverantören", "Brist"},
        {Language::en, "Compliance matrix: Fjelltopp Læring AS", "Summary", "Ask the supplier", "Gap"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(model::name_of(row.language))
        {
            const Matrix matrix = sample(row.language);
            BOOST_TEST(matrix.title == row.title);
            BOOST_TEST(matrix.sheets.front().name == row.sheet);
            BOOST_TEST(matrix.decisions.back() == row.decision);
            BOOST_TEST(all_text(*matrix.find("requirements")).find(row.outcome) != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_summary_counts)
{
    const Matrix matrix = sample();
    const MatrixSheet& sheet = *matrix.find("summary");
    BOOST_REQUIRE(sheet.chart.has_value());
    const MatrixRow& counts = sheet.rows[static_cast<std::size_t>(sheet.chart->value_row)];
    BOOST_TEST(counts.cells[0].text() == "Alle spørsmål");
    const double expected[] = {12, 20, 8, 4, 4, 4, 52};
    for (std::size_t at = 0; at < std::size(expected); ++at)
        BOOST_TEST(std::get<double>(counts.cells[at + 1].value) == expected[at]);
    const std::string text = all_text(sheet);
    BOOST_TEST(text.find("240 enheter = 180 brukt + 60 utelatt. Regnskapet stemmer: hver enhet er talt én gang.") !=
               std::string::npos);
    BOOST_TEST(text.find("NO 999999998: kontrollsifferet stemmer ikke (Skyvakt Drift AS)") != std::string::npos);
    std::size_t links = 0;
    for (const MatrixRow& row : sheet.rows) links += row.cells[0].link.empty() ? 0 : 1;
    BOOST_TEST(links == 5u);
}

BOOST_AUTO_TEST_CASE(a_unit_told_twice_is_seen)
{
    model::Assessment assessment = sample_assessment();
    assessment.submission.ledger[7].unit = assessment.submission.ledger[6].unit;
    const Matrix matrix = report::make_matrix(assessment, shipped_layout(), Language::nb);
    BOOST_TEST(all_text(*matrix.find("ledger")).find("REGNSKAPET STEMMER IKKE") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_empty_assessment_makes_every_sheet)
{
    const Matrix matrix = report::make_matrix(empty_assessment(), shipped_layout(), Language::en);
    BOOST_TEST(matrix.title == "Compliance matrix: supplier not stated");
    BOOST_TEST(matrix.sheets.size() == 9u);
    BOOST_TEST(all_text(*matrix.find("summary")).find("Nothing to follow up.") != std::string::npos);
    for (const char* table : {"requirements", "answers", "findings", "follow-up", "evidence", "mapping"})
        BOOST_TEST(all_text(*matrix.find(table)).find("Nothing to show here.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_chart_covers_no_table)
{
    for (const model::Assessment& assessment : {sample_assessment(), hostile_assessment(), empty_assessment()}) {
        const Matrix matrix = report::make_matrix(assessment, shipped_layout(), Language::nb);
        const MatrixSheet& sheet = *matrix.find("summary");
        BOOST_REQUIRE(sheet.chart.has_value());
        double room = 0;
        for (int row = sheet.chart->row; row < sheet.chart->label_row; ++row)
            room += sheet.rows[static_cast<std::size_t>(row)].height;
        BOOST_TEST(room >= sheet.chart->height * 0.75);
    }
}

BOOST_AUTO_TEST_CASE(every_column_key_can_be_shown)
{
    // A layout with every key of every table: each function gives a cell on ordinary and on hostile values.
    report::Layout layout = shipped_layout();
    for (report::LayoutSheet& sheet : layout.sheets) {
        const auto label = sheet.columns.front().label;
        sheet.columns.clear();
        for (const std::string_view key : report::matrix_tables().keys(sheet.table))
            sheet.columns.push_back({std::string(key), 20, "text", true, false, false, label, {}});
    }
    for (const model::Assessment& assessment : {sample_assessment(), hostile_assessment(), empty_assessment()}) {
        const Matrix matrix = report::make_matrix(assessment, layout, Language::sv);
        for (const MatrixSheet& sheet : matrix.sheets)
            for (const MatrixRow& row : sheet.rows) {
                BOOST_REQUIRE(row.cells.size() == sheet.widths.size());
                for (const MatrixCell& cell : row.cells) BOOST_REQUIRE(layout.styles.contains(cell.style));
            }
    }
}

BOOST_AUTO_TEST_CASE(long_text_is_cut_with_a_note_and_rows_stay_within_excel)
{
    const Matrix matrix = report::make_matrix(hostile_assessment(), shipped_layout(), Language::en);
    const std::string& text = cell_at(*matrix.find("answers"), "answers#6", "The supplier's answer").text();
    BOOST_TEST(report::utf16_length(text) == 32'767u);
    BOOST_TEST(text.ends_with("[cut here: a cell holds no more; the rest is in the supplier's file]"));
    for (const MatrixSheet& sheet : matrix.sheets)
        for (const MatrixRow& row : sheet.rows) {
            BOOST_REQUIRE(row.height <= report::tallest_row);
            for (const MatrixCell& cell : row.cells) BOOST_REQUIRE(report::utf16_length(cell.text()) <= 32'767u);
        }
}

BOOST_AUTO_TEST_SUITE_END()
