#include "app/decisions.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "app/assess.h"
#include "app/record.h"
#include "base/error.h"
#include "base/files.h"
#include "report/matrix_xlsx.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using model::DecisionKind;
using report::MatrixCell;
using report::MatrixRow;
using report::MatrixSheet;

namespace {

const app::Library& library()
{
    static const app::Library shipped(SAMSVAR_SOURCE_DIR);
    return shipped;
}

const report::Layout& matrix_layout()
{
    static const report::Layout read =
        report::load_layout(library().report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    return read;
}

const std::filesystem::path example = std::filesystem::path(SAMSVAR_SOURCE_DIR) / "forms/examples/kystlogg-skolesec.docx";

const model::Assessment& assessed()
{
    static const model::Assessment made = [] {
        app::AssessRequest request;
        request.file = example;
        request.date = {2026, 11, 21};
        return app::assess(library(), request);
    }();
    return made;
}

/// A register that holds the assessment, and a matrix of it as a reviewer has it open.
struct Desk {
    TemporaryFolder folder;
    std::int64_t id = 0;
    report::Matrix matrix;

    Desk()
    {
        store::Store store = open("kari");
        model::Supplier supplier;
        supplier.id = "kystlogg";
        supplier.name = "Kystlogg";
        store.put(supplier);
        model::KeptAssessment kept;
        kept.supplier = supplier.id;
        kept.contract = "1";
        kept.record = app::record_for(assessed());
        id = store.keep(kept, read_file(example, 1u << 24));
        matrix = made(store);
    }

    store::Store open(const std::string& who) const
    {
        return store::Store::open((folder.path() / "register.db").string(), who);
    }

    /// The matrix as samsvar check writes it now.
    static report::Matrix made(store::Store& store, model::Language language = model::Language::nb)
    {
        model::Assessment assessment = assessed();
        app::show_decisions(store, assessment);
        return report::make_matrix(assessment, matrix_layout(), language);
    }

    app::ImportedDecisions import(const std::string& who, const report::Matrix& worked_in, bool overrule = false) const
    {
        report::write_xlsx(worked_in, matrix_layout(), folder.path() / "matrix.xlsx");
        store::Store store = open(who);
        return app::import_decisions(library(), store, folder.path() / "matrix.xlsx", overrule);
    }
};

MatrixSheet& sheet(report::Matrix& matrix, std::string_view table)
{
    return *std::find_if(matrix.sheets.begin(), matrix.sheets.end(),
                         [&](const MatrixSheet& one) { return one.table == table; });
}

/// The cell of a row's column, by the header's word.
MatrixCell& cell(MatrixSheet& of, MatrixRow& row, const std::string& header)
{
    const MatrixRow& heads = of.rows[static_cast<std::size_t>(of.header_row)];
    for (std::size_t column = 0; column < heads.cells.size(); ++column)
        if (heads.cells[column].text() == header) return row.cells[column];
    throw std::runtime_error("no column " + header);
}

MatrixRow& row_of(MatrixSheet& of, const std::string& anchor)
{
    return *std::find_if(of.rows.begin(), of.rows.end(), [&](const MatrixRow& row) { return row.anchor == anchor; });
}

void decide(report::Matrix& matrix, const std::string& question, const std::string& decision,
            const std::string& comment)
{
    MatrixSheet& answers = sheet(matrix, "answers");
    MatrixRow& row = row_of(answers, "answers#" + question);
    cell(answers, row, "Vurdering").value = decision;
    cell(answers, row, "Kommentar").value = comment;
}

const model::Decision& standing(const std::vector<model::Decision>& decisions, const std::string& target)
{
    return *std::find_if(decisions.begin(), decisions.end(),
                         [&](const model::Decision& one) { return one.target.text() == target; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decisions_tests)

BOOST_AUTO_TEST_CASE(an_untouched_matrix_decides_nothing)
{
    const Desk desk;
    const app::ImportedDecisions imported = desk.import("kari", desk.matrix);
    BOOST_TEST(imported.assessment == desk.id);
    BOOST_TEST(imported.made.empty());
    BOOST_TEST(imported.clean(), app::imported_text(imported));
}

BOOST_AUTO_TEST_CASE(decisions_come_back_and_the_next_matrix_shows_them)
{
    Desk desk;
    MatrixSheet& answers = sheet(desk.matrix, "answers");
    MatrixRow& row = row_of(answers, "answers#3");
    cell(answers, row, "Vurdering").value = "godta risikoen ";
    cell(answers, row, "Kommentar").value = "=HYPERLINK(\"x\") og Ærlig\ntalt";
    cell(answers, row, "Ansvarlig").value = "kari@kommune.example";
    cell(answers, row, "Frist").value = model::Date{2027, 1, 31};
    // Sorted the other way round, with columns in another order.
    std::reverse(answers.rows.begin() + answers.header_row + 1, answers.rows.end());
    for (MatrixRow& one : answers.rows) std::reverse(one.cells.begin(), one.cells.end());
    answers.hidden_columns.clear();
    answers.merges.clear();
    const app::ImportedDecisions imported = desk.import("kari", desk.matrix);
    BOOST_TEST(imported.clean(), app::imported_text(imported));
    BOOST_REQUIRE(imported.made.size() == 1u);
    const model::Decision& made = imported.made[0];
    BOOST_TEST(made.target.text() == "answer:3");
    BOOST_TEST((made.kind == DecisionKind::accept_risk));
    BOOST_TEST(made.comment == "=HYPERLINK(\"x\") og Ærlig\ntalt");
    BOOST_TEST(made.owner == "kari@kommune.example");
    BOOST_TEST(made.due->text() == "2027-01-31");
    BOOST_TEST(made.by == "kari");
    BOOST_TEST(!made.basis.empty());

    store::Store store = desk.open("per");
    report::Matrix next = Desk::made(store, model::Language::sv);
    MatrixSheet& shown = sheet(next, "answers");
    MatrixRow& shown_row = row_of(shown, "answers#3");
    BOOST_TEST(cell(shown, shown_row, "Beslut").text() == "Godta risken");
    BOOST_TEST(cell(shown, shown_row, "Ansvarig").text() == "kari@kommune.example");
    const app::ImportedDecisions again = desk.import("per", next);
    BOOST_TEST(again.made.empty(), app::imported_text(again));
    BOOST_TEST(again.unchanged == 1u);
}

BOOST_AUTO_TEST_CASE(edited_words_and_deleted_rows_are_told)
{
    Desk desk;
    MatrixSheet& answers = sheet(desk.matrix, "answers");
    decide(desk.matrix, "4", "Godta", "");
    cell(answers, row_of(answers, "answers#4"), "Leverandørens svar").value = "Vi gjør alt dere ber om.";
    std::erase_if(answers.rows, [](const MatrixRow& row) { return row.anchor == "answers#7"; });
    answers.merges.clear();
    const app::ImportedDecisions imported = desk.import("kari", desk.matrix);
    BOOST_REQUIRE(imported.made.size() == 1u);
    BOOST_REQUIRE(imported.problems.size() == 1u);
    BOOST_TEST(imported.problems[0].text.find("answer:4 were edited") != std::string::npos);
    BOOST_REQUIRE(imported.missing.size() == 1u);
    BOOST_TEST(imported.missing[0].text() == "answer:7");
    // A blank more is no edit, and what the supplier wrote is still what is kept.
    BOOST_TEST((desk.open("kari").assessment(desk.id).record == app::record_for(assessed())));
}

BOOST_AUTO_TEST_CASE(what_is_no_decision_or_day_is_told)
{
    Desk desk;
    MatrixSheet& answers = sheet(desk.matrix, "answers");
    MatrixRow& row = row_of(answers, "answers#5");
    cell(answers, row, "Vurdering").value = "kanskje";
    cell(answers, row, "Frist").value = "snart";
    cell(answers, row, "Kommentar").value = "ring dem";
    const app::ImportedDecisions imported = desk.import("kari", desk.matrix);
    BOOST_REQUIRE(imported.problems.size() == 2u);
    BOOST_TEST(imported.problems[0].text.find("\"kanskje\" is no decision; choose one of ") != std::string::npos);
    BOOST_TEST(imported.problems[1].text.find("\"snart\" is no day") != std::string::npos);
    BOOST_REQUIRE(imported.made.size() == 1u);
    BOOST_TEST(!imported.made[0].kind);
    BOOST_TEST(imported.made[0].comment == "ring dem");
}

BOOST_AUTO_TEST_CASE(the_second_of_two_is_told_and_nobody_is_overruled)
{
    Desk desk;
    report::Matrix first = desk.matrix, second = desk.matrix;
    decide(first, "3", "Godta", "fra Kari");
    decide(first, "5", "Avvis", "");
    decide(second, "3", "Avvis", "fra Per");
    decide(second, "4", "Godta", "");
    BOOST_TEST(desk.import("kari", first).made.size() == 2u);
    const app::ImportedDecisions late = desk.import("per", second);
    // Per did not touch 5: his older copy takes nothing back.
    BOOST_REQUIRE(late.made.size() == 1u);
    BOOST_TEST(late.made[0].target.text() == "answer:4");
    BOOST_REQUIRE(late.conflicts.size() == 1u);
    BOOST_TEST(late.conflicts[0].theirs.by == "kari");
    BOOST_TEST(late.conflicts[0].theirs.comment == "fra Kari");
    const std::vector<model::Decision> standing_now = desk.open("x").assessment(desk.id).decisions;
    BOOST_TEST(standing(standing_now, "answer:3").comment == "fra Kari");
    BOOST_TEST(standing_now.size() == 3u);
    BOOST_TEST(desk.import("per", second, true).made.size() == 1u);
    BOOST_TEST(standing(desk.open("x").assessment(desk.id).decisions, "answer:3").comment == "fra Per");
}

BOOST_AUTO_TEST_CASE(an_emptied_row_withdraws)
{
    Desk desk;
    decide(desk.matrix, "3", "Godta", "");
    desk.import("kari", desk.matrix);
    store::Store store = desk.open("kari");
    report::Matrix next = Desk::made(store);
    decide(next, "3", "", "");
    const app::ImportedDecisions imported = desk.import("kari", next);
    BOOST_REQUIRE(imported.made.size() == 1u);
    BOOST_TEST(!imported.made[0].kind);
    model::Assessment assessment = assessed();
    app::show_decisions(store, assessment);
    BOOST_TEST(report::make_matrix(assessment, matrix_layout(), model::Language::nb).find("answers") != nullptr);
    BOOST_TEST(store.history(desk.id, {model::Target::Kind::answer, "3"}).size() == 2u);
}

BOOST_AUTO_TEST_CASE(one_decision_on_the_command_line)
{
    const Desk desk;
    store::Store store = desk.open("kari");
    model::Decision decision;
    decision.target = {model::Target::Kind::answer, "3"};
    decision.kind = DecisionKind::accept;
    BOOST_TEST(app::make_decision(store, desk.id, decision).made.size() == 1u);
    decision.target.key = "999";
    BOOST_CHECK_EXCEPTION(app::make_decision(store, desk.id, decision), Error, [](const Error& error) {
        return std::string(error.what()).find("has no answer:999; it has for example answer:1, answer:2") !=
               std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(other_workbooks_are_refused)
{
    const Desk desk;
    report::Matrix without = desk.matrix;
    without.sheets.pop_back();
    BOOST_CHECK_EXCEPTION(desk.import("kari", without), Error, [](const Error& error) {
        return error.code() == ErrorCode::unsupported && std::string(error.what()).find("not a compliance matrix") != std::string::npos;
    });
    Desk other;
    report::write_xlsx(desk.matrix, matrix_layout(), other.folder.path() / "m.xlsx");
    TemporaryFolder empty;
    store::Store store = store::Store::open((empty.path() / "r.db").string(), "x");
    BOOST_CHECK_EXCEPTION(app::import_decisions(library(), store, other.folder.path() / "m.xlsx", false), Error,
                          [](const Error& error) {
                              return error.code() == ErrorCode::not_found &&
                                     std::string(error.what()).find("keep it first") != std::string::npos;
                          });
}

BOOST_AUTO_TEST_SUITE_END()
