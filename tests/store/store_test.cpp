#include "store/store.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "store/register_fixture.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(store_test)

BOOST_AUTO_TEST_CASE(an_assessment_comes_back_as_it_was)
{
    const Register own;
    std::int64_t id = 0;
    {
        auto store = own.open();
        id = keep_sample(store);
    }
    auto store = own.open("ola");
    const model::KeptAssessment kept = store.assessment(id);
    BOOST_TEST((kept.record == sample_record(sample_file)));
    BOOST_TEST(kept.supplier == "NO:974760673");
    BOOST_TEST(kept.contract == "2025-1");
    BOOST_TEST(kept.kept_by == "kari");
    BOOST_TEST(kept.kept_at.size() == 20u);
    BOOST_TEST(kept.previous == 0);
    BOOST_TEST(kept.decisions.empty());
    BOOST_TEST((store.file_of(id) == sample_file));
    BOOST_TEST(store.assessment_of_file(sha256(sample_file)).value() == id);
    BOOST_TEST(!store.assessment_of_file(sha256("another")));
}

BOOST_AUTO_TEST_CASE(the_next_assessment_of_a_contract_follows_the_one_before)
{
    const Register own;
    auto store = own.open();
    const auto first = keep_sample(store, "a");
    const auto second = keep_sample(store, "b");
    BOOST_TEST(store.assessment(second).previous == first);
    const auto lines = store.assessments({2026, 12, 1}, nordlys().id);
    BOOST_REQUIRE(lines.size() == 2u);
    BOOST_TEST(lines[0].id == second);
    BOOST_TEST(lines[0].answers == 3);
    BOOST_TEST(lines[0].partial == 2);
    BOOST_TEST(lines[0].unanswered == 1);
    BOOST_TEST(lines[0].high == 3);
    BOOST_TEST(lines[0].medium == 1);
    BOOST_TEST(lines[0].low == 2);
    BOOST_TEST(lines[0].open_high == 3);
    BOOST_TEST((lines[0].form == model::RecordedSource{"skolesec-ros", "2"}));
    BOOST_TEST(store.assessments({2026, 12, 1}, nordlys().id, "2025-1").size() == 2u);
    BOOST_TEST(store.assessments({2026, 12, 1}, nordlys().id, "other").empty());
}

BOOST_AUTO_TEST_CASE(a_large_file_is_kept_once_and_whole)
{
    const Register own;
    auto store = own.open();
    std::string large;
    for (std::uint32_t number = 1; large.size() < 3'500'000; number = number * 1664525 + 1013904223)
        large.append(reinterpret_cast<const char*>(&number), sizeof number);
    const auto first = keep_sample(store, large);
    const auto second = keep_sample(store, large);
    BOOST_TEST((store.file_of(first) == large));
    BOOST_TEST((store.file_of(second) == large));
    const auto empty = keep_sample(store, "");
    BOOST_TEST(store.file_of(empty).empty());
}

BOOST_AUTO_TEST_CASE(another_file_than_the_one_assessed_is_refused_and_nothing_kept)
{
    const Register own;
    auto store = own.open();
    store.put(nordlys());
    model::KeptAssessment kept;
    kept.supplier = nordlys().id;
    kept.contract = "1";
    kept.record = sample_record("one");
    BOOST_CHECK_EXCEPTION(store.keep(kept, "two"), Error,
                          [](const Error& error) { return error.code() == ErrorCode::invalid_argument; });
    kept.supplier = "nobody";
    BOOST_CHECK_EXCEPTION(store.keep(kept, "one"), Error, [](const Error& error) {
        return error.code() == ErrorCode::not_found && error.message().find("\"nobody\"") != std::string::npos;
    });
    BOOST_TEST(store.assessments({2026, 1, 1}, nordlys().id).empty());
    BOOST_TEST(store.contracts(nordlys().id).empty());
}

BOOST_AUTO_TEST_CASE(texts_that_a_database_would_refuse_are_kept_readable)
{
    const Register own;
    auto store = own.open();
    store.put(nordlys());
    model::KeptAssessment kept;
    kept.supplier = nordlys().id;
    kept.contract = "x'; DROP TABLE log; --";
    kept.record = sample_record("f", 1);
    kept.record.answers[0].text = std::string("a\0b\xff \xc3", 6) + "\xed\xa0\x80 '; DROP TABLE answer; -- $1 ? % \\";
    const auto id = store.keep(kept, "f");
    BOOST_TEST(store.assessment(id).record.answers[0].text ==
               "a\uFFFDb\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD '; DROP TABLE answer; -- $1 ? % \\");
    BOOST_TEST(store.assessment(id).contract == kept.contract);
}

BOOST_AUTO_TEST_CASE(a_supplier_is_found_by_number_and_by_name)
{
    const Register own;
    auto store = own.open();
    store.put(nordlys());
    store.put(model::Supplier{"aeroe-drift", "Ærø Drift A/S", "DK", "", model::Language::da});
    store.put(model::Supplier{"SE:5560360793", "Tvilling", "SE", "", model::Language::sv});
    store.put(model::Supplier{"SE:5565475489", "TVILLING", "SE", "", model::Language::sv});
    const struct {
        const char* wanted;
        const char* found;
    } rows[] = {{"NO:974760673", "NO:974760673"},
                {"974 760 673", "NO:974760673"},
                {"NO 974760673", "NO:974760673"},
                {"no974760673", "NO:974760673"},
                {"nordlys  as", "NO:974760673"},
                {"ærø drift a/s", "aeroe-drift"},
                {"AEROE-DRIFT", "aeroe-drift"},
                {"556036-0793", "SE:5560360793"},
                {"tvilling", ""},
                {"nobody", ""},
                {"", ""},
                {"%", ""}};
    for (const auto& row : rows) {
        BOOST_TEST_CONTEXT(row.wanted)
        {
            const auto found = store.find_supplier(row.wanted);
            BOOST_TEST((found ? found->id : "") == row.found);
        }
    }
    BOOST_TEST(store.suppliers().size() == 4u);
    BOOST_TEST((store.supplier("aeroe-drift")->language == model::Language::da));
}

BOOST_AUTO_TEST_CASE(suppliers_and_contracts_are_replaced_and_each_change_is_logged_once)
{
    const Register own;
    auto store = own.open();
    store.put(nordlys());
    store.put(nordlys());
    model::Supplier renamed = nordlys();
    renamed.name = "Nordlys Drift AS";
    store.put(renamed);
    BOOST_TEST((store.supplier(renamed.id) == renamed));
    model::Contract contract{
        renamed.id,       "k-1", "Drift", model::Date{2025, 1, 1}, std::nullopt, 6, model::Date{2026, 6, 30},
        "per@example.org"};
    store.put(contract);
    store.put(contract);
    contract.until = model::Date{2027, 1, 1};
    store.put(contract);
    BOOST_TEST((store.contracts(renamed.id) == std::vector{contract}));
    std::vector<std::string> what;
    for (const auto& entry : store.log_entries("", 10)) what.push_back(entry.what);
    const std::vector<std::string> expected{"contract-changed", "contract-added", "supplier-changed", "supplier-added"};
    BOOST_TEST(what == expected, boost::test_tools::per_element());
    BOOST_TEST(store.log_entries("somebody else", 10).empty());
    BOOST_TEST(store.log_entries(renamed.id, 2).size() == 2u);
}

BOOST_AUTO_TEST_CASE(evidence_comes_back)
{
    const Register own;
    auto store = own.open();
    const auto id = keep_sample(store);
    const model::ReceivedEvidence certificate{
        nordlys().id,           id, "1", "ISO 27001", sha256("c"), model::Date{2026, 1, 2}, std::nullopt,
        model::Date{2027, 1, 2}};
    store.add(certificate);
    BOOST_TEST((store.evidence(nordlys().id) == std::vector{certificate}));
    model::ReceivedEvidence wrong = certificate;
    wrong.assessment = 999;
    BOOST_CHECK_THROW(store.add(wrong), Error);
}

BOOST_AUTO_TEST_CASE(what_does_not_exist_is_not_found)
{
    const Register own;
    auto store = own.open();
    const auto not_found = [](const Error& error) { return error.code() == ErrorCode::not_found; };
    BOOST_CHECK_EXCEPTION(store.assessment(1), Error, not_found);
    BOOST_CHECK_EXCEPTION(store.file_of(1), Error, not_found);
    BOOST_CHECK_EXCEPTION(store.decide(1, {}, 0), Error, not_found);
    BOOST_CHECK_EXCEPTION(store.put(model::Contract{"nobody", "1", "", {}, {}, 12, {}, ""}), Error, not_found);
    BOOST_TEST(!store.supplier("nobody"));
}

BOOST_AUTO_TEST_SUITE_END()
