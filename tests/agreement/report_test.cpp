// What is written of an agreement: matrix, memo, summary.
#include <boost/test/unit_test.hpp>

#include "agreement/shipped.h"
#include "reader/open.h"
#include "report/agreement_matrix.h"
#include "report/agreement_memo.h"
#include "report/agreement_text.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(agreement_report_test)

namespace {

const model::AgreementAssessment& assessment()
{
    static const model::AgreementAssessment made = test::assess(test::agreement_files() / "standard/agreement.docx",
                                                                test::agreement_files() / "standard/standard.docx");
    return made;
}

const report::Layout& layout()
{
    static const report::Layout read =
        report::load_layout(test::library().report_layout("compliance-matrix"), "reports/compliance-matrix.xml");
    return read;
}

const report::Words& words()
{
    static const report::Words read =
        report::load_agreement_words(test::library().report_layout("agreement"), "reports/agreement.xml");
    return read;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_matrix_has_every_element_once_and_every_paragraph)
{
    for (const model::Language language : {model::Language::nb, model::Language::sv, model::Language::en}) {
        const report::Matrix matrix = report::make_matrix(assessment(), layout(), words(), language);
        BOOST_REQUIRE(matrix.sheets.size() == 6);
        std::size_t elements = 0;
        for (const report::MatrixRow& row : matrix.sheets[0].rows) elements += row.anchor.starts_with("element#");
        BOOST_TEST(elements == 57);
        const std::size_t clauses = matrix.sheets[1].data_rows();
        BOOST_TEST(clauses == assessment().agreement.passages.size());
        for (const report::MatrixSheet& sheet : matrix.sheets)
            for (const report::MatrixRow& row : sheet.rows)
                for (const report::MatrixCell& cell : row.cells)
                    // A key that no word was found for would show as itself.
                    for (const char* key : {"use.", "fact.", "key.", "limb."})
                        BOOST_TEST(!cell.text().starts_with(key), cell.text());
    }
}

BOOST_AUTO_TEST_CASE(the_memo_can_be_read_back_and_leaves_the_conclusion_open)
{
    const std::string bytes = report::memo_docx(assessment(), words(), model::Language::en);
    BOOST_TEST(bytes == report::memo_docx(assessment(), words(), model::Language::en));
    const model::Document memo = reader::open_bytes(bytes, "memo.docx");
    std::string text;
    std::size_t tables = 0;
    for (const model::Block& block : memo.blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block))
            text += paragraph->text + "\n";
        else {
            ++tables;
            BOOST_TEST(std::get<model::Table>(block).rows == 20);
        }
    BOOST_TEST(tables == 1);
    for (const char* expected :
         {"Memo: the data processing agreement", "Strandby Kommune (controller); Havnelyd ApS (processor)",
          "of 19 limbs", "7 deviations from standard.docx, 5 blanks filled in", "Conclusion", "☐ may not be signed"})
        BOOST_TEST(text.find(expected) != std::string::npos, expected);
    BOOST_TEST(text.find("☒") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_summary_names_what_is_not_covered)
{
    const std::string text = report::to_text(assessment(), words(), model::Language::nb);
    BOOST_TEST(text.find("28(3)(b): mangler") != std::string::npos);
    BOOST_TEST(text.find("33(2): mangler. Punkt 3.2 nevner det bare som den behandlingsansvarliges egen plikt") !=
               std::string::npos);
    BOOST_TEST(text.find("28(3)(a): dekket") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
