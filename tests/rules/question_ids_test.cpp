#include "rules/question_ids.h"

#include <boost/test/unit_test.hpp>

#include "text/fold.h"

using namespace samsvar;

namespace {

/// The numbers of the references found in a text.
std::string found(const std::vector<std::string>& ids, const std::string& text, std::vector<text::Reference> known = {},
                  std::vector<text::AnnexReference> annexes = {})
{
    model::Form form;
    for (const std::string& id : ids) form.questions.emplace_back().id = id;
    text::Analysis analysis;
    analysis.folded = text::fold(text);
    analysis.sentences = {{0, analysis.folded.text.size()}};
    analysis.references = std::move(known);
    analysis.annexes = std::move(annexes);
    rules::QuestionIds(form).find_in(analysis);
    std::string all;
    for (const text::Reference& one : analysis.references) all += (all.empty() ? "" : " ") + one.number;
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(question_ids)

BOOST_AUTO_TEST_CASE(what_looks_like_an_id_of_the_form_is_a_reference_without_a_word_that_points)
{
    const std::vector<std::string> ids{"SEC-01", "SEC-02", "SEC-12", "K201", "K202", "K310", "Pub.1", "PUB.2", "PUB.3"};
    const struct {
        const char* text;
        const char* expected;
    } rows[] = {
        {"Restores are tested (SEC-02). As set out in SEC-27.", "sec-02 sec-27"},
        {"sec-12/SEC-01", "sec-12 sec-01"},
        {"K777, K20 och K2011", "k777"},
        {"PUB.9.", "pub.9"},
        {"SEC-01_policy.pdf, SEC-01/2025, SEC-01.2, XSEC-01, DOC-SEC-01, SEC-001, SEC-1", ""},
        {"ISO-27, 01, A-1", ""},
        {"", ""},
    };
    for (const auto& row : rows)
        BOOST_TEST(found(ids, row.text) == row.expected, row.text << ": " << found(ids, row.text));
}

BOOST_AUTO_TEST_CASE(what_could_be_anything_makes_no_series)
{
    BOOST_TEST(found({"1", "2", "3"}, "1, 2, 30") == "");
    BOOST_TEST(found({"A1", "A2", "A12"}, "A4, A3") == "");
    BOOST_TEST(found({"A.9.1.1", "A.9.1.2", "A.9.2.1"}, "A.12.1") == "");
    BOOST_TEST(found({"B-1", "B-2", "B-3"}, "B-4") == "");
    BOOST_TEST(found({"Q-10", "Q-11"}, "Q-12") == "");
    BOOST_TEST(found({"Q-10", "Q-11", "Q-12"}, "Q-13") == "q-13");
}

BOOST_AUTO_TEST_CASE(what_is_known_already_is_not_told_twice)
{
    const std::vector<std::string> ids{"SEC-01", "SEC-02", "SEC-03"};
    BOOST_TEST(found(ids, "see SEC-09, SEC-03", {{{0, 10}, "sec-09", 0}}) == "sec-09 sec-03");
    BOOST_TEST(found(ids, "enclosed: SEC-09, SEC-03", {}, {{{10, 16}, "sec-09", false}}) == "sec-03");
}

BOOST_AUTO_TEST_SUITE_END()
