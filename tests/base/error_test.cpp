#include "base/error.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(error_tests)

BOOST_AUTO_TEST_CASE(a_location_leaves_out_what_is_not_known)
{
    struct Row {
        const char* name;
        Location location;
        const char* text;
    };
    const Row rows[] = {
        {"nothing", {}, ""},
        {"file", {"acme.docx", "", 0, 0}, "acme.docx"},
        {"part", {"acme.docx", "word/document.xml", 0, 0}, "acme.docx!word/document.xml"},
        {"line", {"forms/f.xml", "", 12, 0}, "forms/f.xml:12"},
        {"column", {"forms/f.xml", "", 12, 5}, "forms/f.xml:12:5"},
        {"column without line", {"forms/f.xml", "", 0, 5}, "forms/f.xml"},
        {"part without file", {"", "xl/workbook.xml", 3, 4}, "xl/workbook.xml:3:4"},
        {"all", {"a.xlsx", "xl/workbook.xml", 3, 4}, "a.xlsx!xl/workbook.xml:3:4"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(row.location.text() == row.text);
        }
}

BOOST_AUTO_TEST_CASE(an_error_puts_the_place_in_front_of_the_message)
{
    const Error placed(ErrorCode::malformed, {"a.xml", "", 2, 7}, "an id is missing");
    BOOST_TEST(placed.what() == std::string("a.xml:2:7: an id is missing"));
    BOOST_TEST(placed.message() == "an id is missing");
    BOOST_TEST(placed.where().line == 2);
    BOOST_TEST((placed.code() == ErrorCode::malformed));

    const Error nowhere(ErrorCode::io, {}, "the disk is full");
    BOOST_TEST(nowhere.what() == std::string("the disk is full"));
}

BOOST_AUTO_TEST_CASE(every_code_has_its_own_name)
{
    struct Row {
        ErrorCode code;
        const char* name;
    };
    const Row rows[] = {
        {ErrorCode::not_found, "not-found"},           {ErrorCode::io, "io"},
        {ErrorCode::malformed, "malformed"},           {ErrorCode::unsupported, "unsupported"},
        {ErrorCode::limit_exceeded, "limit-exceeded"}, {ErrorCode::invalid_argument, "invalid-argument"},
    };
    for (const Row& row : rows) BOOST_TEST(name_of(row.code) == std::string(row.name));
}

BOOST_AUTO_TEST_SUITE_END()
