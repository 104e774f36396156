#include "followup/compare.h"

#include <boost/test/unit_test.hpp>

#include "records.h"

using namespace samsvar;
using model::Change;
using model::Outcome;
using test::add;
using test::finding;
using test::record;

namespace {

model::FollowUp compared(model::Record before, const model::Record& now,
                         const std::vector<model::ReceivedEvidence>& evidence = {})
{
    model::KeptAssessment kept;
    kept.id = 7;
    kept.record = std::move(before);
    return followup::compare({}, kept, now, {}, evidence);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compare_tests)

BOOST_AUTO_TEST_CASE(every_answer_gets_one_class)
{
    struct Row {
        const char *asked_before, *before;
        Outcome was;
        const char *asked_now, *now;
        Outcome is;
        Change change;
        bool revalued;
    };
    const Row rows[] = {
        {"Q", "We do.", Outcome::gap, "Q", "We do, daily.", Outcome::satisfied, Change::improved, false},
        {"Q", "We do, daily.", Outcome::satisfied, "Q", "We might.", Outcome::partial, Change::worsened, false},
        {"Q", "We do, daily.", Outcome::satisfied, "Q", "", Outcome::unanswered, Change::worsened, false},
        {"Q", "We do, daily.", Outcome::satisfied, "Q", "Daily, we do so.", Outcome::satisfied, Change::reworded,
         false},
        {"Q", "We do, daily.", Outcome::satisfied, "Q", "we do \n daily", Outcome::satisfied, Change::unchanged, false},
        {"Q", "We do, daily.", Outcome::satisfied, "Q", "We do, daily.", Outcome::gap, Change::worsened, true},
        {"Is it logged?", "Yes, all.", Outcome::satisfied, "Is it logged and read?", "Yes, all.", Outcome::partial,
         Change::copied, false},
        {"Is it logged?", "", Outcome::unanswered, "Is it logged and read?", "", Outcome::unanswered, Change::unchanged,
         false},
    };
    for (const Row& row : rows) {
        model::Record before = record({2025, 1, 1}), now = record({2026, 1, 1});
        add(before, "1", row.asked_before, row.before, row.was);
        add(now, "1", row.asked_now, row.now, row.is);
        const model::FollowUp made = compared(before, now);
        BOOST_REQUIRE(made.changes.size() == 1u);
        BOOST_TEST(model::name_of(made.changes[0].change) == std::string(model::name_of(row.change)), row.now);
        BOOST_TEST(made.changes[0].revalued == row.revalued, row.now);
    }
}

BOOST_AUTO_TEST_CASE(fewer_findings_at_the_same_outcome_are_better)
{
    model::Record before = record({2025, 1, 1}), now = record({2026, 1, 1});
    add(before, "1", "Q", "Some of it.", Outcome::partial).findings = {
        finding("missing-element", "a", Outcome::partial), finding("missing-element", "b", Outcome::partial)};
    add(now, "1", "Q", "More of it.", Outcome::partial).findings = {finding("missing-element", "a", Outcome::partial)};
    const model::FollowUp better = compared(before, now);
    BOOST_TEST((better.changes[0].change == Change::improved));
    BOOST_REQUIRE(better.changes[0].gone.size() == 1u);
    BOOST_TEST(better.changes[0].gone[0].detail == "b");
    BOOST_TEST((compared(now, before).changes[0].change == Change::worsened));
}

BOOST_AUTO_TEST_CASE(overlap_counts_what_was_asked_before)
{
    model::Record before = record({2025, 1, 1}), now = record({2026, 1, 1});
    add(before, "1", "How are logs kept?", "a");
    add(before, "2", "Who is the contact?", "b");
    add(now, "1", "How are logs kept?", "a");
    add(now, "3", "Which models are trained on our data?", "c");
    const model::FollowUp made = compared(before, now);
    BOOST_TEST(made.overlap == 0.5);
    BOOST_TEST(made.counts().at(Change::unchanged) == 1u);
    BOOST_TEST(made.counts().at(Change::newly_asked) == 1u);
    BOOST_TEST(made.counts().at(Change::no_longer_asked) == 1u);
    BOOST_TEST(made.changes.back().before == "2");
}

BOOST_AUTO_TEST_CASE(promises_are_kept_or_not)
{
    using State = model::PromiseKept::State;
    struct Row {
        const char* promise;
        const char* answer;
        Outcome is;
        bool planned_again;
        State state;
    };
    const Row rows[] = {
        {"Vi innfører tofaktor innen Q3 2025.", "Tofaktor er innført.", Outcome::satisfied, false, State::kept},
        {"Vi innfører tofaktor innen Q3 2025.", "Vi innfører tofaktor innen Q3 2026.", Outcome::partial, true,
         State::not_kept},
        {"Vi innfører tofaktor innen Q3 2026.", "Arbeidet pågår.", Outcome::partial, true, State::not_yet},
        {"Vi innfører tofaktor.", "Arbeidet pågår.", Outcome::partial, true, State::not_kept},
        {"Vi innfører tofaktor innen Q3 2025.", "", Outcome::unanswered, false, State::unclear},
        {"Vi innfører tofaktor innen Q3 2025.", "Vi har passord.", Outcome::gap, false, State::not_kept},
    };
    for (const Row& row : rows) {
        model::Record before = record({2025, 1, 1}), now = record({2026, 1, 1});
        add(before, "1", "Q", row.promise, Outcome::partial).findings = {
            finding("planned-not-in-place", "mfa", Outcome::partial, row.promise)};
        model::RecordedAnswer& answer = add(now, "1", "Q", row.answer, row.is);
        if (row.planned_again)
            answer.findings = {finding("planned-not-in-place", "mfa", Outcome::partial, row.answer)};
        else if (row.is == Outcome::gap)
            answer.findings = {finding("missing-element", "mfa", Outcome::gap)};
        const model::FollowUp made = compared(before, now);
        BOOST_REQUIRE(made.promises.size() == 1u);
        BOOST_TEST(model::name_of(made.promises[0].state) == std::string(model::name_of(row.state)),
                   row.promise << " -> " << row.answer);
    }
}

BOOST_AUTO_TEST_CASE(proof_that_ran_out_is_told_unless_it_was_renewed)
{
    model::Record now = record({2026, 6, 1});
    add(now, "4", "Certified?", "ISO 27001, valid until 2026-03-01.", Outcome::partial).findings = {
        finding("expired", "iso27001", Outcome::partial, "valid until 2026-03-01")};
    model::ReceivedEvidence certificate;
    certificate.name = "ISO 27001";
    certificate.valid_until = model::Date{2026, 3, 1};
    model::ReceivedEvidence report = certificate;
    report.name = "SOC 2";
    model::ReceivedEvidence renewed = report;
    renewed.valid_until = model::Date{2027, 3, 0};
    const model::FollowUp made = compared(record({2025, 6, 1}), now, {certificate, report, renewed});
    BOOST_REQUIRE(made.expired.size() == 2u);
    BOOST_TEST(made.expired[0].question == "4");
    BOOST_TEST(made.expired[1].document == "ISO 27001");
}

BOOST_AUTO_TEST_SUITE_END()
