#include "store/migrations.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

#include "base/error.h"
#include "store/register_fixture.h"

using namespace samsvar;
using namespace samsvar::test;

namespace {

/// The statements of a file under tests/store, one per line that is neither empty nor a comment.
void run_file(store::Database& database, const std::string& name)
{
    std::ifstream in(SAMSVAR_SOURCE_DIR "/tests/store/" + name);
    BOOST_REQUIRE(in);
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && !line.starts_with("--")) database.run(line);
}

std::vector<std::string> schema_of(store::Database& database, bool postgresql)
{
    std::vector<std::string> schema;
    database.each(postgresql ? "SELECT table_name || '.' || column_name || ' ' || data_type FROM"
                               " information_schema.columns WHERE table_schema = 'public' UNION ALL"
                               " SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
                             : "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1",
                  {}, "t", [&](const store::Row& row) { schema.push_back(row.text(0)); });
    return schema;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(migrations_test)

BOOST_AUTO_TEST_CASE(versions_count_from_one)
{
    int version = 0;
    for (const store::Migration& migration : store::migrations()) BOOST_TEST(migration.version == ++version);
    BOOST_TEST(store::newest_version() == version);
}

BOOST_AUTO_TEST_CASE(from_every_version_the_schema_becomes_the_same)
{
    const Register fresh;
    std::vector<std::string> expected;
    {
        store::Database database(fresh.where());
        store::migrate(database);
        expected = schema_of(database, fresh.postgresql());
    }
    for (int version = 1; version < store::newest_version(); ++version) {
        BOOST_TEST_CONTEXT("from version " << version)
        {
            const Register own;
            store::Database database(own.where());
            store::migrate(database, version);
            BOOST_TEST(store::version_of(database) == version);
            store::migrate(database);
            BOOST_TEST(store::version_of(database) == store::newest_version());
            BOOST_TEST(schema_of(database, own.postgresql()) == expected, boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(what_version_1_held_is_found_as_the_newest_finds_it)
{
    const Register own;
    {
        store::Database database(own.where());
        store::migrate(database, 1);
        run_file(database, "version_1.sql");
    }
    auto store = own.open();
    const auto lines = store.assessments({2026, 12, 1}, "NO:974760673");
    BOOST_REQUIRE(lines.size() == 2u);
    // Assessment 2: answer 1 accepted as a whole, one of its findings rejected again; answer 2 a risk until 2027-03-31;
    // the requirement's own accepted for ever.
    BOOST_TEST(lines[0].id == 2);
    BOOST_TEST(lines[0].open_high == 1);
    BOOST_TEST(lines[0].open_medium == 0);
    BOOST_TEST(lines[0].open_low == 0);
    BOOST_TEST(store.assessments({2027, 4, 1}, "NO:974760673").at(0).open_medium == 1);
    BOOST_TEST(lines[1].open_high == 1);
    // What was due on the first assessment has gone with the second.
    const auto due = store.due({2027, 12, 31});
    BOOST_REQUIRE(due.size() == 2u);
    BOOST_TEST(due[0].about == "ISO 27001");
    BOOST_TEST(due[1].about == "answer:2");
    BOOST_TEST(due[1].assessment == 2);
    const auto uses = store.subprocessor_uses();
    BOOST_REQUIRE(uses.size() == 1u);
    BOOST_TEST(uses[0].assessment == 2);
    const auto kept = store.assessment(2);
    BOOST_TEST(kept.record.answers.size() == 2u);
    BOOST_TEST(kept.decisions.size() == 4u);
    BOOST_TEST(store.file_of(1) == "abc");
    BOOST_TEST(store.revision() == 6);
    BOOST_TEST(store.decide(2, {decision("answer:2", model::DecisionKind::accept)}, store.revision()).made.size() ==
               1u);
    BOOST_TEST(store.assessments({2027, 4, 1}, "NO:974760673").at(0).open_medium == 0);
}

BOOST_AUTO_TEST_CASE(a_migration_that_fails_changes_nothing)
{
    const Register own;
    store::Database database(own.where());
    store::migrate(database, 1);
    // Something of that name stands in the way of the second step, half way through it.
    database.run("CREATE TABLE finding_lapse (a TEXT)");
    const auto before = schema_of(database, own.postgresql());
    BOOST_CHECK_THROW(store::migrate(database), Error);
    BOOST_TEST(store::version_of(database) == 1);
    BOOST_TEST(schema_of(database, own.postgresql()) == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
