// Limits of reading from the command line, and formats besides DOCX and XLSX the whole way.
#include <boost/test/unit_test.hpp>

#include "base/limits.h"
#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using namespace samsvar::test;

BOOST_AUTO_TEST_SUITE(limits_test)

BOOST_AUTO_TEST_CASE(limits_are_lowered_and_named)
{
    const std::string example = xlsx_example.string();
    for (const char* command : {"check", "inspect", "ledger", "read"}) {
        BOOST_TEST_CONTEXT(command)
        {
            const Run run =
                samsvar::test::samsvar({command, example, "--limit", "cells=20", "--limit", "zip-entries=3"});
            BOOST_TEST(run.status == 2);
            BOOST_TEST(run.err.starts_with("samsvar: fagerlia-skolesec.xlsx: the archive has "));
            BOOST_TEST(run.err.ends_with(" entries, more than the limit of 3\n"));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_limit_is_told)
{
    const Run run = samsvar::test::samsvar({"ledger", xlsx_example.string(), "--limit", "rows=20"});
    BOOST_TEST(run.status == 2);
    BOOST_TEST(run.err == "samsvar: --limit: there is no limit 'rows'; the limits are " + limit_names() + "\n");
}

BOOST_AUTO_TEST_SUITE_END()
