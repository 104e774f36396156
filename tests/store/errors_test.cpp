#include <boost/test/unit_test.hpp>

#include <fstream>

#include "base/error.h"
#include "store/address.h"
#include "store/database.h"
#include "store/register_fixture.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(errors_test)

BOOST_AUTO_TEST_CASE(a_place_that_is_no_register_is_refused_saying_what_to_do)
{
    const TemporaryFolder folder;
    const auto text = folder.file("text.db", std::string(5000, 'x'));
    const auto foreign = folder.path() / "foreign.db";
    {
        store::Database database(foreign.string());
        database.run("CREATE TABLE something (a TEXT)");
    }
    const struct {
        std::string where;
        ErrorCode code;
        const char* part;
    } rows[] = {{text.string(), ErrorCode::malformed, "no register of samsvar"},
                {foreign.string(), ErrorCode::unsupported, "belongs to another program"},
                {folder.path().string(), ErrorCode::invalid_argument, "this is a folder"},
                {(folder.path() / "no" / "a.db").string(), ErrorCode::not_found, "in a folder that exists"},
                {"", ErrorCode::invalid_argument, "--store PATH"}};
    for (const auto& row : rows) {
        BOOST_TEST_CONTEXT(row.where)
        {
            BOOST_CHECK_EXCEPTION(store::Store::open(row.where, "kari"), Error, [&](const Error& error) {
                BOOST_TEST_MESSAGE(error.what());
                return error.code() == row.code && error.message().find(row.part) != std::string::npos;
            });
        }
    }
    BOOST_TEST(read_file(text, 10000) == std::string(5000, 'x'));
}

BOOST_AUTO_TEST_CASE(a_password_is_in_no_message)
{
    for (const char* where :
         {"postgresql://kari:hemm%40lig@/register?host=/nonexistent",
          "postgresql://kari:hemm%40lig@localhost:1/register", "postgresql://kari:hemm%40lig@localhost",
          "postgresql://kari:hemm%40lig@[::1/register", "postgresql://kari:hemm%20%40lig@localhost/register",
          "postgresql://kari:hemm%40lig@/register?user=x"}) {
        BOOST_TEST_CONTEXT(where)
        {
            BOOST_CHECK_EXCEPTION(store::Store::open(where, "kari"), Error, [](const Error& error) {
                const std::string text = error.what();
                BOOST_TEST_MESSAGE(text);
                return text.find("hemm") == std::string::npos && text.find("lig") == std::string::npos;
            });
        }
    }
}

BOOST_AUTO_TEST_CASE(an_address_is_taken_apart)
{
    using store::read_address;
    const struct {
        const char* where;
        const char* connection;
        const char* shown;
    } rows[] = {
        {"postgresql://kari:a%3Ab'%5C@db.example:5433/register",
         "host=db.example port=5433 user=kari password=a:b\\'\\\\ dbname=register client_encoding=UTF8 "
         "application_name=samsvar",
         "postgresql://kari@db.example:5433/register"},
        {"postgres:///register", "dbname=register client_encoding=UTF8 application_name=samsvar",
         "postgresql:///register"},
        {"postgresql://kari@/r?host=/run/pg&port=5433&sslmode=verify-full",
         "user=kari dbname=r host=/run/pg port=5433 sslmode=verify-full client_encoding=UTF8 application_name=samsvar",
         "postgresql://kari@/r?host=/run/pg&port=5433"}};
    for (const auto& row : rows) {
        BOOST_TEST_CONTEXT(row.where)
        {
            BOOST_TEST(read_address(row.where).connection == row.connection);
            BOOST_TEST(read_address(row.where).shown == row.shown);
        }
    }
    BOOST_TEST(store::is_address("postgresql://x"));
    BOOST_TEST(!store::is_address("folder/postgresql.db"));
}

BOOST_AUTO_TEST_CASE(a_newer_register_is_refused_and_left_alone)
{
    const Register own;
    own.open();
    {
        store::Database database(own.where());
        database.run("INSERT INTO migration (version, at) VALUES (99, 'later')");
    }
    BOOST_CHECK_EXCEPTION(own.open(), Error, [](const Error& error) {
        return error.code() == ErrorCode::unsupported &&
               error.message().find("newer samsvar (version 99") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(a_damaged_register_is_told_as_such)
{
    const Register own;
    if (own.postgresql()) return;
    {
        auto store = own.open();
        keep_sample(store, std::string(100'000, 'x'), 200);
    }
    {
        std::fstream file(own.where(), std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(4096);
        const std::string nothing(200'000, '\xAA');
        file.write(nothing.data(), static_cast<std::streamsize>(nothing.size()));
    }
    const auto use = [&] {
        auto store = own.open();
        store.assessment(1);
    };
    BOOST_CHECK_EXCEPTION(use(), Error, [](const Error& error) {
        BOOST_TEST_MESSAGE(error.what());
        return error.code() == ErrorCode::malformed && error.message().find("damaged") != std::string::npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()
