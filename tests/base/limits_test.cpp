#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "base/error.h"
#include "base/limits.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(limits_test)

namespace {

std::string refusal(std::string_view assignment)
{
    Limits limits;
    try {
        set_limit(limits, assignment);
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
    return "set";
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_limit_has_a_name)
{
    const std::string names = limit_names();
    const auto count = std::count(names.begin(), names.end(), ',') + 1;
    // All members but the deadline are 64-bit numbers.
    BOOST_TEST(static_cast<std::size_t>(count) == (sizeof(Limits) - sizeof(Limits::deadline)) / sizeof(std::uint64_t));
}

BOOST_AUTO_TEST_CASE(limits_are_set_by_name)
{
    Limits limits;
    set_limit(limits, "cells=5");
    set_limit(limits, "file-bytes=2M");
    set_limit(limits, "xml-depth=1K");
    set_limit(limits, "package-bytes=3G");
    set_limit(limits, "seconds=18446744073709551615");
    BOOST_TEST(limits.cells == 5u);
    BOOST_TEST(limits.file_bytes == 2u << 20);
    BOOST_TEST(limits.xml_depth == 1024u);
    BOOST_TEST(limits.package_bytes == 3ull << 30);
    BOOST_CHECK_NO_THROW(limits.started().check_time("a.docx"));
}

BOOST_AUTO_TEST_CASE(wrong_assignments_are_told)
{
    const std::string names =
        "file-bytes, zip-entries, entry-bytes, dom-part-bytes, package-bytes, ratio, ratio-grace-bytes, xml-depth, "
        "xml-attributes, cell-characters, paragraph-bytes, cells, merged-ranges, problems, text-bytes, streamed-cells, "
        "shared-strings, shared-text-bytes, output-bytes, own-xml-bytes, seconds";
    const std::string whole = " is no value for cells; it is a whole number of at least 1, or one like 64M (K, M, G)";
    struct Row {
        const char* assignment;
        std::string message;
    };
    const Row rows[] = {
        {"cells", "'cells' is not NAME=VALUE, for example cells=5000000; the limits are " + names},
        {"cell=5", "there is no limit 'cell'; the limits are " + names},
        {"=5", "there is no limit ''; the limits are " + names},
        {"cells=", "''" + whole},
        {"cells=0", "'0'" + whole},
        {"cells=-1", "'-1'" + whole},
        {"cells=many", "'many'" + whole},
        {"cells=5T", "'5T'" + whole},
        {"cells=5MB", "'5MB'" + whole},
        {"cells=99999999999999999999", "'99999999999999999999'" + whole},
        {"cells=99999999999G", "'99999999999G'" + whole},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.assignment)
        {
            BOOST_TEST(refusal(row.assignment) == "invalid-argument: --limit: " + row.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(time_runs_from_the_start)
{
    Limits limits;
    limits.seconds = 0;
    BOOST_CHECK_NO_THROW(limits.check_time("a.docx"));
    const Limits running = limits.started();
    BOOST_CHECK_EXCEPTION(running.check_time("a.docx"), Error, [](const Error& error) {
        return error.code() == ErrorCode::limit_exceeded &&
               std::string(error.what()) == "a.docx: reading took more than 0 s, which is the limit";
    });
}

BOOST_AUTO_TEST_SUITE_END()
