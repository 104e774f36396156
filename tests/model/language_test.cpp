#include "model/language.h"

#include <boost/test/unit_test.hpp>

#include "model/languages.h"

using namespace samsvar::model;

namespace {
LocalText texts(const std::vector<Language>& languages)
{
    LocalText text;
    for (const Language language : languages) text.set(language, name_of(language));
    return text;
}
}  // namespace

BOOST_AUTO_TEST_SUITE(language_tests)

BOOST_AUTO_TEST_CASE(a_missing_language_is_read_in_its_nearest_neighbour)
{
    using enum Language;
    struct Row {
        const char* name;
        std::vector<Language> written;
        Language wanted;
        const char* read;
    };
    const Row rows[] = {
        {"itself", {nb, sv, en}, sv, "sv"},
        {"nynorsk in bokmål", {sv, en, nb}, nn, "nb"},
        {"bokmål in nynorsk before Danish", {da, nn}, nb, "nn"},
        {"Swedish in bokmål before Danish", {en, da, nb}, sv, "nb"},
        {"Swedish in Danish before English", {en, da}, sv, "da"},
        {"Danish in bokmål", {sv, en, nb}, da, "nb"},
        {"Finnish in English before Swedish", {sv, nb, en}, fi, "en"},
        {"Finnish in Swedish before bokmål", {nb, sv}, fi, "sv"},
        {"English in bokmål before Swedish", {sv, nb}, en, "nb"},
        {"any before none", {fi}, nb, "fi"},
        {"none", {}, nb, ""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(texts(row.written).in(row.wanted) == row.read);
        }
}

BOOST_AUTO_TEST_CASE(every_list_of_languages_is_one_of_these)
{
    BOOST_TEST(names_of(all_languages, ", ") == "nb, nn, sv, da, fi, en");
    BOOST_TEST(names_of(report_languages, "|") == "nb|sv|da|fi|en");
    BOOST_TEST(names_of(catalog_languages, " ") == "nb sv en");
    for (std::size_t at = 0; at < all_languages.size(); ++at) {
        BOOST_TEST(static_cast<std::size_t>(all_languages[at]) == at);
        BOOST_TEST((language_named(name_of(all_languages[at])) == all_languages[at]));
    }
}

BOOST_AUTO_TEST_CASE(exactly_does_not_fall_back)
{
    const LocalText text = texts({Language::nb});
    BOOST_REQUIRE(text.exactly(Language::nb));
    BOOST_TEST(*text.exactly(Language::nb) == "nb");
    BOOST_TEST(!text.exactly(Language::nn));
}

BOOST_AUTO_TEST_CASE(setting_a_language_again_replaces_its_text)
{
    LocalText text;
    BOOST_TEST(text.empty());
    text.set(Language::en, "one");
    text.set(Language::nb, "en");
    text.set(Language::en, "two");
    BOOST_TEST(text.all().size() == 2u);
    BOOST_TEST(text.in(Language::en) == "two");
    BOOST_TEST((text.all().front().first == Language::en));
}

BOOST_AUTO_TEST_CASE(languages_are_known_by_their_tags)
{
    struct Row {
        const char* tag;
        const char* name;  // "" = unknown
    };
    const Row rows[] = {
        {"nb", "nb"},    {"no", "nb"},    {"nn", "nn"},    {"sv", "sv"}, {"da", "da"}, {"fi", "fi"},    {"en", "en"},
        {"en-GB", "en"}, {"sv-FI", "sv"}, {"no-NO", "nb"}, {"de", ""},   {"", ""},     {"english", ""}, {"NB", ""},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.tag)
        {
            const auto language = language_named(row.tag);
            BOOST_TEST((language ? name_of(*language) : std::string()) == row.name);
        }
}

BOOST_AUTO_TEST_SUITE_END()
