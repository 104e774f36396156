#include "followup/match.h"

#include <boost/test/unit_test.hpp>

#include "records.h"

using namespace samsvar;
using model::MatchedBy;
using test::add;
using test::record;

namespace {

/// "1=2:content" for every match.
std::string matched(const model::Record& before, const model::Record& now,
                    const std::vector<model::Mapping>& mappings = {})
{
    std::string text;
    for (const followup::Match& one : followup::match_questions(before, now, mappings))
        text += (text.empty() ? "" : " ") + before.answers[one.before].question + '=' + now.answers[one.now].question +
                ':' + model::name_of(one.by);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(match_tests)

BOOST_AUTO_TEST_CASE(the_same_form_is_matched_by_id)
{
    model::Record before = record({2025, 1, 1}), now = record({2026, 1, 1});
    add(before, "1", "How are logs protected?", "");
    add(before, "2", "", "");
    add(now, "1", "How are the logs protected against change?", "");
    add(now, "2", "Who reads the logs?", "");
    BOOST_TEST(matched(before, now) == "1=1:id 2=2:id");
}

BOOST_AUTO_TEST_CASE(a_renumbered_form_is_matched_by_words)
{
    model::Record before = record({2025, 1, 1}), now = record({2026, 1, 1});
    add(before, "1", "How are logs protected?", "");
    add(before, "2", "Where are backup copies kept?", "");
    add(before, "3", "Describe how staff are trained in information security.", "");
    add(now, "1", "Which subcontractors process personal data?", "");
    add(now, "2", "How are logs protected?", "");
    add(now, "3", "Where are the backup copies kept and for how long?", "");
    add(now, "4", "DESCRIBE how staff are trained in information security", "");
    BOOST_TEST(matched(before, now) == "1=2:content 2=3:similarity 3=4:content");
}

BOOST_AUTO_TEST_CASE(two_that_fit_alike_are_not_guessed_at)
{
    model::Record before = record({2025, 1, 1}, "a"), now = record({2026, 1, 1}, "b");
    add(before, "1", "How is access to the production environment restricted today?", "");
    add(now, "x", "How is access to the production environment restricted and logged?", "");
    add(now, "y", "How is access to the production environment restricted and tested?", "");
    BOOST_TEST(matched(before, now) == "");
}

BOOST_AUTO_TEST_CASE(the_same_question_printed_twice_is_matched_in_order)
{
    model::Record before = record({2025, 1, 1}, "a"), now = record({2026, 1, 1}, "b");
    add(before, "1", "Comments", "one");
    add(before, "2", "Comments", "two");
    add(now, "7", "Comments", "one");
    add(now, "8", "Comments", "two");
    add(now, "9", "Comments", "three");
    BOOST_TEST(matched(before, now) == "1=7:content 2=8:content");
}

BOOST_AUTO_TEST_CASE(another_form_is_matched_by_the_requirement)
{
    model::Record before = record({2025, 1, 1}, "a"), now = record({2026, 1, 1}, "b");
    add(before, "1", "Hvordan tas sikkerhetskopier?", "").covers = {{"iso27001-2013", "A.12.3.1"}};
    add(before, "2", "Hvem har tilgang?", "").covers = {{"iso27001-2013", "A.9.2.3"}};
    add(before, "3", "Hvem gjennomgår tilganger?", "").covers = {{"iso27001-2013", "A.9.2.3"}};
    add(now, "B1", "Describe your backup regime.", "").covers = {{"iso27001-2022", "A.8.13"}};
    add(now, "B2", "Describe privileged access.", "").covers = {{"iso27001-2013", "A.9.2.3"}};
    const std::vector<model::Mapping> mappings = {
        {"iso27001-2022", "A.8.13", "iso27001-2013", "A.12.3.1", model::Relation::equal, {}, {}}};
    // Two questions covered A.9.2.3: nothing says which of them B2 is.
    BOOST_TEST(matched(before, now, mappings) == "1=B1:requirement");
    BOOST_TEST(matched(before, now) == "");
}

BOOST_AUTO_TEST_CASE(likeness_is_the_share_of_common_words)
{
    BOOST_TEST(followup::similarity("one two three", "one two three") == 1.0);
    BOOST_TEST(followup::similarity("one two", "three four") == 0.0);
    BOOST_TEST(followup::similarity("Sikkerhetskopiene testes", "sikkerhetskopiering testet") == 0.5);
    BOOST_TEST(followup::similarity("", "") == 0.0);
}

BOOST_AUTO_TEST_CASE(five_thousand_questions_that_are_all_alike_end)
{
    model::Record before = record({2025, 1, 1}, "a"), now = record({2026, 1, 1}, "b");
    for (int at = 0; at < 5000; ++at) {
        add(before, std::to_string(at), "Describe control " + std::to_string(at) + " in full, before", "");
        add(now, std::to_string(at), "Describe control " + std::to_string(at) + " in full, now", "");
    }
    BOOST_TEST(followup::match_questions(before, now, {}).size() == 5000u);
}

BOOST_AUTO_TEST_SUITE_END()
