#include <boost/test/unit_test.hpp>

#include "text/identifier.h"

namespace samsvar::text {

namespace {

/// "NO 982396999 ok, SE …"
std::string found_in(const char* text, bool labelled = false)
{
    std::string all;
    for (const FoundIdentifier& one : find_identifiers(text, labelled))
        all += (all.empty() ? "" : ", ") + one.scheme + ' ' + one.value + (one.valid ? " ok" : " wrong");
    return all;
}

struct Row {
    const char* text;
    const char* found;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(identifier_test)

BOOST_AUTO_TEST_CASE(numbers_of_all_registers)
{
    const Row rows[] = {
        {"982396999", "NO 982396999 ok"},
        {"Org.nr. 982 396 999", "NO 982396999 ok"},
        {"982 39 6999", "NO 982396999 ok"},
        {"NO 982 396 999 MVA", "NO 982396999 ok"},
        {"NO982396999MVA", "NO 982396999 ok"},
        {"982.396.999", "NO 982396999 ok"},
        {"982396998", "NO 982396998 wrong"},
        {"982\xC2\xA0" "396\xC2\xA0" "999", "NO 982396999 ok"},
        {"559999-0594", "SE 559999-0594 ok"},
        {"559999–0594", "SE 559999-0594 ok"},
        {"559999-9313", "SE 559999-9313 wrong"},
        {"SE559999059401", "SE 559999-0594 ok"},
        {"9999088-3", "FI 9999088-3 ok"},
        {"Y-tunnus 9999088-3", "FI 9999088-3 ok"},
        {"FI99990883", "FI 9999088-3 ok"},
        {"9999088-4", "FI 9999088-4 wrong"},
        {"CVR 25313763", "DK 25313763 ok"},
        {"CVR-nr. 25 31 37 63", "DK 25313763 ok"},
        {"DK25313763", "DK 25313763 ok"},
        {"cvr-nr: 25313764", "DK 25313764 wrong"},
        {"LEI 5493001KJTIIGC8Y1R12", "LEI 5493001KJTIIGC8Y1R12 ok"},
        {"5493001KJTIIGC8Y1R12", "LEI 5493001KJTIIGC8Y1R12 ok"},
        {"LEI: 5493001KJTIIGC8Y1R13", "LEI 5493001KJTIIGC8Y1R13 wrong"},
        {"910 517 503 og 910 853 197", "NO 910517503 ok, NO 910853197 wrong"},
        {"Nordlys Skoleflyt AS\n910 517 503\n910 853 197", "NO 910517503 ok, NO 910853197 wrong"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text) BOOST_TEST(found_in(row.text) == row.found);
}

BOOST_AUTO_TEST_CASE(other_numbers_are_none)
{
    for (const char* text : {"+47 982 39 699", "+47 98239699", "tlf. 982 396 999", "Telefon: 982396999", "phone 982396999", "14.03.2026", "2026-04-17", "20260417", "25313763", "1234567890123", "kr 982 396 999,00", "0047 98239699",
                             "12345678", "27001:2022", "5493001KJTIIGC8Y1R13", "1234-5678901", "98239 699", "192.168.100.200", "123456789012", "fødselsnummer 01017012345", "SHA256", ""})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(found_in(text) == "");
}

BOOST_AUTO_TEST_CASE(a_label_makes_bare_numbers_count)
{
    BOOST_TEST(found_in("25313763", true) == "DK 25313763 ok");
    BOOST_TEST(found_in("25 31 37 63", true) == "DK 25313763 ok");
    BOOST_TEST(found_in("5599990594", true) == "SE 559999-0594 ok");
    BOOST_TEST(found_in("5599990594") == "");
    BOOST_TEST(found_in("982396999", true) == "NO 982396999 ok");
}

BOOST_AUTO_TEST_CASE(printed_is_verbatim)
{
    const auto found = find_identifiers("Org.nr. 982\xC2\xA0" "39 6999.", false);
    BOOST_TEST_REQUIRE(found.size() == 1);
    BOOST_TEST(found[0].printed == "982\xC2\xA0" "39 6999");
}

BOOST_AUTO_TEST_CASE(check_digits_that_cannot_be_are_wrong)
{
    // Norwegian numbers whose remainder asks for check digit 10 are never issued.
    BOOST_TEST(found_in("100000080") == "NO 100000080 wrong");
    BOOST_TEST(found_in("000000000") == "NO 000000000 wrong");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
