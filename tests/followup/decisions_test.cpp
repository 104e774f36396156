#include "followup/decisions.h"

#include <boost/test/unit_test.hpp>

#include "followup/compare.h"
#include "records.h"

using namespace samsvar;
using model::CarriedDecision;
using model::DecisionKind;
using model::Outcome;
using model::Target;
using test::add;
using test::finding;
using test::record;

namespace {

model::Record logs(model::Date date, const char* id, const char* text, Outcome outcome, bool lacking)
{
    model::Record made = record(date);
    model::RecordedAnswer& answer = add(made, id, "How are the logs of the service kept?", text, outcome);
    if (lacking) answer.findings = {finding("missing-element", "retention", Outcome::partial)};
    model::RecordedRequirement& requirement = made.requirements.emplace_back();
    requirement.name = {"own", "R1"};
    requirement.answers = {id};
    requirement.outcome = outcome;
    return made;
}

model::KeptAssessment decided(const model::Record& record, const Target& target, DecisionKind kind,
                              std::optional<model::Date> due = {})
{
    model::KeptAssessment kept;
    kept.record = record;
    model::Decision decision;
    decision.target = target;
    decision.kind = kind;
    decision.due = due;
    decision.basis = digest_of(record, target);
    kept.decisions = {decision};
    return kept;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decisions_tests)

BOOST_AUTO_TEST_CASE(a_decision_goes_where_its_answer_went)
{
    using State = CarriedDecision::State;
    const model::Record before = logs({2025, 1, 1}, "4", "Logs are kept.", Outcome::partial, true);
    const Target answer{Target::Kind::answer, "4"}, lacking{Target::Kind::finding, "4#missing-element/retention"},
        requirement{Target::Kind::requirement, "own/R1"};
    struct Row {
        Target target;
        DecisionKind kind;
        std::optional<model::Date> due;
        model::Record now;
        State state;
        const char* where;
    };
    const model::Record same = logs({2026, 1, 1}, "5", "Logs are kept.", Outcome::partial, true),
                        changed = logs({2026, 1, 1}, "4", "Logs are kept a while.", Outcome::partial, true),
                        mended = logs({2026, 1, 1}, "4", "Logs are kept for a year.", Outcome::satisfied, false);
    const Row rows[] = {
        {answer, DecisionKind::accept, {}, same, State::carried, "answer:5"},
        {lacking, DecisionKind::accept_risk, model::Date{2026, 6, 1}, same, State::carried,
         "finding:5#missing-element/retention"},
        {lacking, DecisionKind::accept_risk, model::Date{2025, 12, 31}, same, State::lapsed,
         "finding:5#missing-element/retention"},
        {requirement, DecisionKind::accept, {}, same, State::carried, "requirement:own/R1"},
        {answer, DecisionKind::accept, {}, changed, State::reopened, "answer:4"},
        {requirement, DecisionKind::accept, {}, changed, State::reopened, "requirement:own/R1"},
        {lacking, DecisionKind::ask_supplier, {}, mended, State::settled, ""},
        {answer, DecisionKind::accept, {}, record({2026, 1, 1}), State::settled, ""},
    };
    for (const Row& row : rows) {
        const model::FollowUp made =
            followup::compare({}, decided(before, row.target, row.kind, row.due), row.now, {}, {});
        BOOST_REQUIRE(made.decisions.size() == 1u);
        const CarriedDecision& one = made.decisions[0];
        BOOST_TEST(model::name_of(one.state) == std::string(model::name_of(row.state)), row.target.text());
        BOOST_TEST((one.now ? one.now->text() : "") == row.where);
        if (row.state == State::reopened) {
            BOOST_TEST(one.words_before.ends_with("Logs are kept."));
            BOOST_TEST(one.words_now.ends_with("Logs are kept a while."));
        }
        const std::vector<model::Decision> carried = made.carried();
        BOOST_TEST(carried.size() == (row.state == State::carried ? 1u : 0u));
        for (const model::Decision& decision : carried) {
            BOOST_TEST(decision.carried);
            BOOST_TEST(decision.basis == digest_of(row.now, decision.target));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
