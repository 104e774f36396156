#include <boost/test/unit_test.hpp>

#include "store/register_fixture.h"

using namespace samsvar;
using namespace samsvar::test;
using model::DecisionKind;

namespace {

std::vector<std::string> told(const std::vector<model::DueItem>& items)
{
    std::vector<std::string> lines;
    for (const model::DueItem& one : items)
        lines.push_back(one.date.text() + ' ' + name_of(one.kind) + ' ' + one.contract + ' ' + one.about + ' ' +
                        one.owner);
    return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lists_test)

BOOST_AUTO_TEST_CASE(what_is_due_comes_by_date_and_only_of_the_latest_assessment)
{
    const Register own;
    auto store = own.open();
    const auto first = keep_sample(store, "a");
    const auto with_due = [&](const char* target, DecisionKind kind, model::Date due) {
        model::Decision one = decision(target, kind);
        one.due = due;
        return one;
    };
    store.decide(first, {with_due("answer:1", DecisionKind::ask_supplier, {2026, 1, 1})}, store.revision());
    const auto id = keep_sample(store, "b");
    model::Contract contract = store.contracts(nordlys().id).at(0);
    contract.title = "Drift";
    contract.owner = "per@example.org";
    contract.next_follow_up = model::Date{2026, 12, 1};
    store.put(contract);
    auto risk = with_due("finding:1#vague", DecisionKind::accept_risk, {2026, 11, 30});
    risk.owner = "anne@example.org";
    store.decide(id, {with_due("answer:2", DecisionKind::ask_supplier, {2026, 12, 2}), risk}, store.revision());
    store.decide(id, {with_due("answer:2", DecisionKind::ask_supplier, {2026, 12, 3})}, store.revision());
    // Decided on the year before last: nobody waits for it any more.
    store.decide(first, {with_due("answer:2", DecisionKind::ask_supplier, {2026, 1, 2})}, store.revision());
    store.add({nordlys().id, id, "1", "ISO 27001", "", {}, {}, model::Date{2026, 12, 4}});
    store.add({nordlys().id, 0, "", "SOC 2", "", {}, {}, model::Date{2026, 12, 5}});
    store.add({nordlys().id, 0, "", "Pentest", "", {}, {}, model::Date{2026, 11, 1}});
    store.add({nordlys().id, id, "2", "Pentest", "", {}, {}, model::Date{2027, 11, 1}});
    store.add({nordlys().id, id, "2", "No end", "", {}, {}, {}});

    const std::vector<std::string> all{
        "2026-11-30 risk-lapses 2025-1 finding:1#vague anne@example.org",
        "2026-12-01 follow-up 2025-1 Drift per@example.org", "2026-12-03 decision-due 2025-1 answer:2 per@example.org",
        "2026-12-04 evidence-expires 2025-1 ISO 27001 per@example.org", "2026-12-05 evidence-expires  SOC 2 "};
    BOOST_TEST(told(store.due({2026, 12, 31})) == all, boost::test_tools::per_element());
    const std::vector<std::string> early(all.begin(), all.begin() + 2);
    BOOST_TEST(told(store.due({2026, 12, 1})) == early, boost::test_tools::per_element());
    BOOST_TEST(store.due({2026, 11, 29}).empty());
    BOOST_TEST(store.due({2026, 12, 31}).at(0).supplier_name == "Nordlys AS");
    BOOST_TEST(store.due({2026, 12, 31}).at(0).assessment == id);
}

BOOST_AUTO_TEST_CASE(the_portfolio_has_every_contract_with_its_last_two_assessments)
{
    const Register own;
    auto store = own.open();
    store.put(model::Supplier{"aa", "åpen leverandør", "", "", model::Language::nb});
    store.put(model::Contract{"aa", "1", "", {}, {}, 12, {}, ""});
    store.put(model::Supplier{"no-contract", "Uten", "", "", model::Language::nb});
    keep_sample(store, "a");
    const auto second = keep_sample(store, "b");
    const auto third = keep_sample(store, "c");
    const auto lines = store.portfolio({2026, 12, 1});
    BOOST_REQUIRE(lines.size() == 2u);
    BOOST_TEST((lines[0].supplier == nordlys()));
    BOOST_TEST(lines[0].contract.id == "2025-1");
    BOOST_REQUIRE(lines[0].assessments.size() == 2u);
    BOOST_TEST(lines[0].assessments[0].id == third);
    BOOST_TEST(lines[0].assessments[1].id == second);
    BOOST_TEST(lines[1].supplier.id == "aa");
    BOOST_TEST(lines[1].assessments.empty());

    const auto uses = store.subprocessor_uses();
    BOOST_REQUIRE(uses.size() == 2u);
    BOOST_TEST((uses[1].subprocessor == sample_record("c").subprocessors[1]));
    BOOST_TEST((uses[0].subprocessor == sample_record("c").subprocessors[0]));
    BOOST_TEST(uses[0].assessment == third);
    BOOST_TEST(uses[0].supplier == nordlys().id);
}

BOOST_AUTO_TEST_SUITE_END()
