#include <boost/test/unit_test.hpp>

#include <regex>
#include <sstream>

#include "base/error.h"
#include "store/database.h"
#include "store/migrations.h"
#include "store/register_fixture.h"
#include "store/tables.h"

using namespace samsvar;
using namespace samsvar::test;
using model::DecisionKind;

namespace {

/// Some of everything; an awkward file of more than one piece.
void fill(store::Store& store)
{
    std::string large = sample_file;
    while (large.size() < 2'500'000) large += large;
    keep_sample(store, large);
    const auto id = keep_sample(store);
    store.put(model::Supplier{"aeroe", "Ærø \"Drift\"\t\x01 A/S", "", "", model::Language::fi});
    auto risk = decision("finding:2#too-infrequent/review", DecisionKind::accept_risk, "til våren\n— eller før");
    risk.due = model::Date{2027, 4, 1};
    store.decide(id, {decision("answer:1", DecisionKind::accept), risk}, store.revision());
    store.add({nordlys().id, id, "1", "ISO 27001", sha256("c"), model::Date{2026, 1, 1}, {}, model::Date{2027, 1, 1}});
}

std::string exported(store::Store& store)
{
    std::ostringstream out;
    store.export_json(out);
    return out.str();
}

std::string without_log(const std::string& json)
{
    return json.substr(0, json.find("\"log\": ["));
}

/// Revisions of the register count on with every change, also those of export and import.
std::string without_head(const std::string& json)
{
    return json.substr(json.find("\"supplier\": ["));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(copy_test)

BOOST_AUTO_TEST_CASE(the_tables_to_copy_are_those_of_the_schema)
{
    const Register own;
    own.open();
    store::Database database(own.where());
    std::size_t columns = 0;
    for (const store::Table& table : store::tables()) {
        BOOST_TEST_CONTEXT(table.name)
        {
            database.each(table.select(false), {std::int64_t{1}}, table.types(), [](const store::Row&) {});
            columns += table.columns.size();
        }
    }
    // A table or column that is new in a migration and forgotten here would be missing in every copy.
    std::int64_t there = 0;
    if (own.postgresql())
        there = *database.number(
            "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public'"
            " AND table_name NOT IN ('register', 'migration')");
    else
        there = *database.number(
            "SELECT count(*) FROM sqlite_master m JOIN pragma_table_info(m.name) WHERE"
            " m.type = 'table' AND m.name NOT IN ('register', 'migration')");
    BOOST_TEST(there == static_cast<std::int64_t>(columns));
}

BOOST_AUTO_TEST_CASE(what_was_exported_comes_back_the_same)
{
    const Register own;
    std::string before;
    {
        auto store = own.open();
        fill(store);
        before = exported(store);
    }
    const std::string other = (own.folder() / "other.db").string();
    auto store = store::Store::open(other, "ola");
    std::istringstream in(before);
    store.import_json(in);
    BOOST_TEST(without_log(without_head(exported(store))) == without_log(without_head(before)));
    BOOST_TEST((store.assessment(2).record == sample_record(sample_file)));
    BOOST_TEST((store.file_of(2) == sample_file));
    BOOST_TEST(store.log_entries("", 1).at(0).what == "imported");
    BOOST_TEST(store.assessments({2027, 5, 1}, nordlys().id).at(0).open_high == 2);
    // And goes on from there.
    BOOST_TEST(store.decide(2, {decision("answer:2", DecisionKind::reject)}, store.revision()).made.size() == 1u);
    std::istringstream again(before);
    BOOST_CHECK_EXCEPTION(store.import_json(again), Error,
                          [](const Error& error) { return error.message().find("not empty") != std::string::npos; });
}

BOOST_AUTO_TEST_CASE(an_export_of_sqlite_is_imported_into_the_other_database)
{
    const Register own;
    const std::string other = (own.folder() / "other.db").string();
    std::string before;
    {
        auto sqlite = store::Store::open(other, "ola");
        fill(sqlite);
        before = exported(sqlite);
    }
    auto store = own.open();
    std::istringstream in(before);
    store.import_json(in);
    BOOST_TEST(without_log(without_head(exported(store))) == without_log(without_head(before)));
}

BOOST_AUTO_TEST_CASE(an_export_of_version_1_is_brought_forward)
{
    const Register own;
    std::string whole;
    {
        auto other = store::Store::open((own.folder() / "other.db").string(), "ola");
        fill(other);
        whole = exported(other);
    }
    // As version 1 wrote it: without the columns that came later.
    const std::regex later(", \"(live|first_lapse|accepted_until)\": (null|[0-9]+|\"[^\"]*\")");
    std::string old = std::regex_replace(whole, later, "");
    old.replace(old.find("\"version\": 2"), 12, "\"version\": 1");
    BOOST_TEST(old.size() < whole.size());
    auto store = own.open();
    std::istringstream in(old);
    store.import_json(in);
    // What the migration concludes is what was kept at once.
    BOOST_TEST(without_log(without_head(exported(store))) == without_log(without_head(whole)));
}

BOOST_AUTO_TEST_CASE(a_broken_export_is_refused_with_its_line_and_nothing_is_imported)
{
    const Register own;
    std::string whole;
    {
        auto other = store::Store::open((own.folder() / "other.db").string(), "ola");
        fill(other);
        whole = exported(other);
    }
    auto store = own.open();
    const std::string deep(20, '[');
    std::string wrong_type = whole, second_row = whole;
    wrong_type.replace(wrong_type.find("\"answers\": 3"), 12, "\"answers\": []");
    second_row.replace(second_row.find("\"name\": \"Nordlys AS\""), 20, "\"name\": null         ");
    const struct {
        const char* name;
        std::string content;
    } rows[] = {{"empty", ""},
                {"no JSON", "PK\x03\x04"},
                {"another document", "{\"samsvar\": \"1\"}"},
                {"cut within a record", whole.substr(0, whole.find("\"quote\"") + 20)},
                {"cut behind a list", whole.substr(0, whole.find("\"finding\": ["))},
                {"cut at the very end", whole.substr(0, whole.size() - 3)},
                {"more behind it", whole + "{}"},
                {"nested deeply", "{\"samsvar_register\": {\"a\": " + deep},
                {"a number that is none", wrong_type},
                {"a name that is missing", second_row},
                {"a version that never was", "{\"samsvar_register\": {\"version\": 0, \"revision\": 1}"},
                {"no version", "{\"samsvar_register\": {}"}};
    for (const auto& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            std::istringstream in(row.content);
            BOOST_CHECK_THROW(store.import_json(in), Error);
            BOOST_TEST(store.suppliers().empty());
            BOOST_TEST(store.log_entries("", 10).empty());
        }
    }
    std::istringstream newer("{\"samsvar_register\": {\"version\": 99, \"revision\": 1}}");
    BOOST_CHECK_EXCEPTION(store.import_json(newer), Error, [](const Error& error) {
        return error.code() == ErrorCode::unsupported && error.message().find("newer samsvar") != std::string::npos;
    });
    std::istringstream in(whole);
    store.import_json(in);
    BOOST_TEST(store.suppliers().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_backup_is_a_register_of_its_own)
{
    const Register own;
    auto store = own.open();
    fill(store);
    const std::string before = exported(store);
    const auto file = own.folder() / "copy.db";
    store.backup(file);
    BOOST_TEST(store.log_entries("", 1).at(0).what == "backup-made");
    std::vector<std::string> left;
    for (const auto& entry : std::filesystem::directory_iterator(own.folder()))
        if (entry.path().filename().string().starts_with("copy") || entry.path().filename().string().starts_with("."))
            left.push_back(entry.path().filename().string());
    BOOST_TEST(left == std::vector<std::string>{"copy.db"}, boost::test_tools::per_element());
    auto copy = store::Store::open(file.string(), "ola");
    BOOST_TEST(exported(copy) == before);
    BOOST_CHECK_THROW(store.backup(file), Error);
    BOOST_CHECK_THROW(store.backup(own.folder() / "no folder" / "copy.db"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
