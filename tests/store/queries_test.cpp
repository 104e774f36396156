#include "store/queries.h"

#include <boost/test/unit_test.hpp>

#include "store/database.h"
#include "store/register_fixture.h"

using namespace samsvar;
using namespace samsvar::test;

namespace {

namespace query = store::query;

struct Asked {
    const char* name;
    const char* sql;
    store::Values values;
};

/// What lists, one assessment and the calendar are read with. Those that list every contract read contracts and
/// suppliers from end to end, and nothing else.
std::vector<Asked> asked()
{
    const std::int64_t id = 1;
    const std::string day = "2026-12-31", supplier = "NO:974760673";
    return {{"lines_of_supplier", query::lines_of_supplier, {supplier}},
            {"lines_of_contract", query::lines_of_contract, {supplier, std::string("1")}},
            {"latest_lines", query::latest_lines, {}},
            {"previous_lines", query::previous_lines, {}},
            {"contracts_with_supplier", query::contracts_with_supplier, {}},
            {"lapsed", query::lapsed, {id, day}},
            {"lapsed_latest", query::lapsed_latest, {day}},
            {"lapsed_previous", query::lapsed_previous, {day}},
            {"due_follow_ups", query::due_follow_ups, {day}},
            {"due_decisions", query::due_decisions, {day}},
            {"due_evidence", query::due_evidence, {day}},
            {"subprocessor_uses", query::subprocessor_uses, {}},
            {"assessment", query::assessment, {id}},
            {"answers", query::answers, {id}},
            {"requirements", query::requirements, {id}},
            {"findings", query::findings, {id}},
            {"subprocessors", query::subprocessors, {id}},
            {"phrases", query::phrases, {id}},
            {"standing_decisions", query::standing_decisions, {id}},
            {"history", query::history, {id, std::string("answer"), std::string("1")}},
            {"assessment_of_file", query::assessment_of_file, {std::string("x")}},
            {"file_parts", query::file_parts, {std::string("x")}},
            {"log_newest", query::log_newest, {id}},
            {"log_of_supplier", query::log_of_supplier, {supplier, id}}};
}

bool reads_all_contracts(const std::string& name)
{
    return name == "latest_lines" || name == "lapsed_latest" || name == "lapsed_previous" || name == "previous_lines" ||
           name == "contracts_with_supplier";
}

/// How SQLite goes through a table: "SCAN c" from end to end, "SCAN p USING INDEX subprocessor_live" through what the
/// index holds.
std::string full_scan_of(const std::string& step, bool contracts_too)
{
    if (!step.starts_with("SCAN ")) return {};
    if (step == "SCAN c" || step == "SCAN s" || step.starts_with("SCAN c USING") || step.starts_with("SCAN s USING"))
        return contracts_too ? step : std::string();
    // The newest of the log, from its end.
    if (step == "SCAN log" || step.starts_with("SCAN p USING INDEX subprocessor_live")) return {};
    return step;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(queries_test)

BOOST_AUTO_TEST_CASE(sqlite_finds_all_of_it_by_index)
{
    const Register own;
    if (own.postgresql()) return;
    own.open();
    store::Database database(own.where());
    for (const Asked& one : asked()) {
        BOOST_TEST_CONTEXT(one.name)
        {
            database.each("EXPLAIN QUERY PLAN " + std::string(one.sql), one.values, "iiit", [&](const store::Row& row) {
                BOOST_TEST(full_scan_of(row.text(3), !reads_all_contracts(one.name)) == "");
            });
        }
    }
}

BOOST_AUTO_TEST_CASE(a_query_without_its_index_is_noticed)
{
    const Register own;
    if (own.postgresql()) return;
    own.open();
    store::Database database(own.where());
    database.run("DROP INDEX standing_due");
    std::string scans;
    database.each("EXPLAIN QUERY PLAN " + std::string(query::due_decisions), {std::string("2026-12-31")}, "iiit",
                  [&](const store::Row& row) { scans += full_scan_of(row.text(3), true); });
    BOOST_TEST(scans != "");
}

BOOST_AUTO_TEST_CASE(postgresql_can_find_all_of_it_by_index)
{
    const Register own;
    if (!own.postgresql()) return;
    own.open();
    store::Database database(own.where());
    // In tables as small as these it would rightly read everything. What it does with large ones is in tests/bench.
    database.run("SET enable_seqscan = off");
    for (const Asked& one : asked()) {
        BOOST_TEST_CONTEXT(one.name)
        {
            database.each("EXPLAIN " + std::string(one.sql), one.values, "t", [&](const store::Row& row) {
                const std::string step = row.text(0);
                const bool contracts = step.find("Seq Scan on contract") != std::string::npos ||
                                       step.find("Seq Scan on supplier") != std::string::npos;
                BOOST_TEST((step.find("Seq Scan") == std::string::npos || (contracts && reads_all_contracts(one.name))),
                           step);
            });
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
