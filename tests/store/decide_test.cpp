#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "store/database.h"
#include "store/register_fixture.h"

using namespace samsvar;
using namespace samsvar::test;
using model::DecisionKind;

BOOST_AUTO_TEST_SUITE(decide_test)

BOOST_AUTO_TEST_CASE(a_decision_is_kept_with_its_history)
{
    const Register own;
    auto store = own.open();
    const auto id = keep_sample(store);
    const auto before = store.revision();
    const auto made = store.decide(id, {decision("answer:1", DecisionKind::ask_supplier, "hvor ofte?")}, before);
    BOOST_REQUIRE(made.made.size() == 1u);
    BOOST_TEST(made.made[0].by == "kari");
    BOOST_TEST(made.made[0].revision > before);
    BOOST_TEST(store.revision() == made.made[0].revision);
    const auto again = store.decide(id, {decision("answer:1", DecisionKind::ask_supplier, "hvor ofte?")}, 0);
    BOOST_TEST(again.unchanged == 1u);
    BOOST_TEST(again.made.empty());
    store.decide(id, {decision("answer:1", DecisionKind::accept)}, store.revision());
    const auto kept = store.assessment(id).decisions;
    BOOST_REQUIRE(kept.size() == 1u);
    BOOST_TEST((kept[0].kind == DecisionKind::accept));
    const auto history = store.history(id, *model::target_named("answer:1"));
    BOOST_REQUIRE(history.size() == 2u);
    BOOST_TEST((history[0] == made.made[0]));
    BOOST_TEST((history[1] == kept[0]));
}

BOOST_AUTO_TEST_CASE(of_two_who_decide_the_second_is_told_and_nothing_is_lost)
{
    const Register own;
    auto kari = own.open("kari");
    auto ola = own.open("ola");
    const auto id = keep_sample(kari);
    const auto seen = kari.revision();
    kari.decide(id, {decision("answer:1", DecisionKind::accept, "godt nok")}, seen);
    const auto second = ola.decide(
        id, {decision("answer:1", DecisionKind::reject, "ikke godt nok"), decision("answer:2", DecisionKind::accept)},
        seen);
    BOOST_REQUIRE(second.conflicts.size() == 1u);
    BOOST_TEST(second.conflicts[0].theirs.by == "kari");
    BOOST_TEST(second.conflicts[0].theirs.comment == "godt nok");
    BOOST_TEST(second.conflicts[0].wanted.comment == "ikke godt nok");
    BOOST_REQUIRE(second.made.size() == 1u);
    BOOST_TEST(second.made[0].target.text() == "answer:2");
    BOOST_TEST(kari.assessment(id).decisions.size() == 2u);
    const auto overruled = ola.decide(id, {second.conflicts[0].wanted}, ola.revision());
    BOOST_TEST(overruled.made.size() == 1u);
    BOOST_TEST(kari.history(id, *model::target_named("answer:1")).size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_last_of_two_decisions_on_one_target_in_one_call_counts)
{
    const Register own;
    auto store = own.open();
    const auto id = keep_sample(store);
    const auto made = store.decide(
        id, {decision("answer:1", DecisionKind::reject), decision("answer:1", DecisionKind::accept)}, store.revision());
    BOOST_TEST(made.made.size() == 2u);
    BOOST_TEST(made.conflicts.empty());
    BOOST_TEST((store.assessment(id).decisions.at(0).kind == DecisionKind::accept));
}

BOOST_AUTO_TEST_CASE(a_target_that_is_not_there_is_refused_and_nothing_decided)
{
    const Register own;
    auto store = own.open();
    const auto id = keep_sample(store);
    for (const char* target : {"answer:99", "requirement:own/X", "finding:1#nothing", "evidence:99"}) {
        BOOST_TEST_CONTEXT(target)
        {
            BOOST_CHECK_EXCEPTION(
                store.decide(id, {decision("answer:1", DecisionKind::accept), decision(target, DecisionKind::accept)},
                             0),
                Error, [](const Error& error) { return error.code() == ErrorCode::not_found; });
        }
    }
    BOOST_TEST(store.assessment(id).decisions.empty());
    const auto made = store.decide(id,
                                   {decision("requirement:own/R2", DecisionKind::accept),
                                    decision("finding:own/R2#unmapped-requirement", DecisionKind::accept),
                                    decision("finding:general#invalid-identifier", DecisionKind::accept),
                                    decision("finding:1#too-infrequent/review", DecisionKind::accept),
                                    decision("evidence:1", DecisionKind::accept)},
                                   store.revision());
    BOOST_TEST(made.made.size() == 5u);
}

BOOST_AUTO_TEST_CASE(open_findings_follow_the_decisions)
{
    const Register own;
    auto store = own.open();
    const auto id = keep_sample(store);
    const auto open = [&](model::Date today = {2026, 12, 1}) {
        const auto line = store.assessments(today, nordlys().id).at(0);
        return std::to_string(line.open_high) + '/' + std::to_string(line.open_medium) + '/' +
               std::to_string(line.open_low);
    };
    const auto decide = [&](model::Decision one) { store.decide(id, {std::move(one)}, store.revision()); };
    BOOST_TEST(open() == "3/1/2");
    decide(decision("answer:1", DecisionKind::accept));
    BOOST_TEST(open() == "2/1/1");
    decide(decision("finding:1#vague", DecisionKind::reject));
    BOOST_TEST(open() == "2/1/2");
    model::Decision comment = decision("finding:1#too-infrequent/review", DecisionKind::accept);
    comment.kind.reset();
    comment.comment = "bare en merknad";
    decide(comment);
    BOOST_TEST(open() == "2/1/2");
    decide(decision("requirement:own/R2", DecisionKind::accept));
    BOOST_TEST(open() == "2/0/2");
    model::Decision risk = decision("finding:2#too-infrequent/review", DecisionKind::accept_risk);
    risk.due = model::Date{2027, 3, 31};
    decide(risk);
    BOOST_TEST(open() == "1/0/2");
    BOOST_TEST(open({2027, 3, 31}) == "1/0/2");
    BOOST_TEST(open({2027, 4, 1}) == "2/0/2");
    BOOST_TEST(store.portfolio({2027, 4, 1}).at(0).assessments.at(0).open_high == 2);
    decide(decision("answer:1", DecisionKind::ask_supplier));
    BOOST_TEST(open() == "2/0/2");
    BOOST_TEST(store.assessments({2026, 12, 1}, nordlys().id).at(0).high == 3);
}

BOOST_AUTO_TEST_CASE(decisions_taken_over_come_with_the_assessment)
{
    const Register own;
    auto store = own.open("kari");
    store.put(nordlys());
    model::KeptAssessment kept;
    kept.supplier = nordlys().id;
    kept.contract = "1";
    kept.record = sample_record("f");
    model::Decision carried = decision("answer:1", DecisionKind::accept);
    carried.carried = true;
    carried.by = "per";
    carried.at = "2025-11-01T12:00:00Z";
    carried.basis = "0123456789abcdef";
    kept.decisions = {carried, decision("finding:2#too-infrequent/review", DecisionKind::accept)};
    const auto id = store.keep(kept, "f");
    const auto line = store.assessments({2026, 12, 1}, nordlys().id).at(0);
    BOOST_TEST(line.open_high == 1);
    BOOST_TEST(line.revision == store.revision());
    const auto decisions = store.assessment(id).decisions;
    BOOST_REQUIRE(decisions.size() == 2u);
    BOOST_TEST(decisions[0].by == "per");
    BOOST_TEST(decisions[0].at == "2025-11-01T12:00:00Z");
    BOOST_TEST(decisions[0].carried);
    BOOST_TEST(decisions[0].basis == carried.basis);
    BOOST_TEST(decisions[1].by == "kari");
}

BOOST_AUTO_TEST_CASE(the_log_and_decisions_are_only_added_to)
{
    const Register own;
    {
        auto store = own.open();
        const auto id = keep_sample(store);
        store.decide(id, {decision("answer:1", DecisionKind::accept)}, store.revision());
    }
    store::Database database(own.where());
    for (const char* sql : {"UPDATE log SET who = 'somebody'", "DELETE FROM log", "UPDATE decision SET comment = 'x'",
                            "DELETE FROM decision"}) {
        BOOST_TEST_CONTEXT(sql)
        {
            BOOST_CHECK_EXCEPTION(database.run(sql), Error, [](const Error& error) {
                return std::string(error.what()).find("only added to") != std::string::npos;
            });
        }
    }
    if (own.postgresql()) BOOST_CHECK_THROW(database.run("TRUNCATE log"), Error);
    BOOST_TEST(database.number("SELECT count(*) FROM decision").value() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
