#include "compare/names.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "app/compare_letters.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(names_tests)

BOOST_AUTO_TEST_CASE(bidders_are_told_apart)
{
    struct Row {
        const char *supplier, *file, *name, *short_name;
    };
    const Row rows[] = {
        {"Kystlogg AS", "a.docx", "Kystlogg AS (a.docx)", "A · Kystlogg"},
        {"Kystlogg AS", "b.docx", "Kystlogg AS (b.docx)", "B · Kystlogg"},
        {"", "svar fra alfa.xlsx", "svar fra alfa", "C · svar fra alfa"},
        {"Beta\n  AB (publ)", "c.docx", "Beta AB (publ)", "D · Beta"},
        {"Gamma", "same.docx", "Gamma (E)", "E · Gamma"},
        {"Gamma", "same.docx", "Gamma (F)", "F · Gamma"},
        {"Södra Molntjänster i Väst AB", "d.docx", "Södra Molntjänster i Väst AB", "G · Södra Molntjäns…"},
        {"AS", "e.docx", "AS", "H · AS"},
        {"", "", "I", "I · I"},
    };
    std::vector<model::ComparedBidder> bidders;
    for (const Row& row : rows) {
        bidders.emplace_back().record.supplier = row.supplier;
        bidders.back().record.file = row.file;
    }
    compare::name_bidders(bidders);
    std::set<std::string> names, short_names;
    for (std::size_t at = 0; at < std::size(rows); ++at) {
        BOOST_TEST(bidders[at].name == rows[at].name);
        BOOST_TEST(bidders[at].short_name == rows[at].short_name);
        names.insert(bidders[at].name);
        short_names.insert(bidders[at].short_name);
    }
    BOOST_TEST(names.size() == std::size(rows));
    BOOST_TEST(short_names.size() == std::size(rows));
}

BOOST_AUTO_TEST_CASE(letters_have_names_that_any_disk_takes)
{
    struct Row {
        const char *name, *file;
    };
    const Row rows[] = {
        {"Kystlogg AS (svar.docx)", "B-kystlogg-as-svar-docx.docx"},
        {"Fagerlia Læring / Øst", "B-fagerlia-læring-Øst.docx"},
        {"../../etc/passwd", "B-etc-passwd.docx"},
        {"\xE2\x80\xAE\xD1\x8F \xC3", "B.docx"},
        {"", "B.docx"},
    };
    for (const Row& row : rows) {
        model::ComparedBidder bidder;
        bidder.label = "B";
        bidder.name = row.name;
        BOOST_TEST(app::letter_file(bidder) == row.file);
    }
    model::ComparedBidder bidder;
    bidder.label = "A";
    for (int times = 0; times < 50; ++times) bidder.name += "ær";
    const std::string file = app::letter_file(bidder);
    BOOST_TEST(file.size() <= 70u);
    BOOST_TEST(file.find("r.docx") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
