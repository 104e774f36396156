#include "catalog/examples.h"

#include <boost/test/unit_test.hpp>

#include "catalog/sample.h"

namespace samsvar::catalog {

namespace {

std::vector<model::Example> examples_of(const std::string& content)
{
    const TemporaryFolder folder;
    folder.file("en.tsv", content);
    folder.file("readme.txt", "no table");
    return load_examples(folder.path(), "catalogs/lexicon/examples",
                         [](const std::string& id) { return id == "backup"; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(examples_test)

BOOST_AUTO_TEST_CASE(every_row_behind_the_first_is_a_sentence)
{
    const auto examples = examples_of("concept\tsentence\r\nbackup\tWe copy all, \"daily\".\r\n\nbackup\tA\tB");
    BOOST_TEST_REQUIRE(examples.size() == 2u);
    BOOST_TEST(examples[0].concept_id == "backup");
    BOOST_TEST(examples[0].text == "We copy all, \"daily\".");
    BOOST_TEST(examples[1].text == "A\tB");
    BOOST_TEST(load_examples("/no/such/folder", "examples", [](const std::string&) { return true; }).empty());
}

BOOST_AUTO_TEST_CASE(a_wrong_row_is_refused_with_its_place)
{
    struct Row {
        const char* content;
        const char* message;
    };
    constexpr Row rows[] = {
        {"backup\tWe copy all.\n",
         "malformed: catalogs/lexicon/examples/en.tsv:1: the first row must be concept, a tabulator, sentence"},
        {"concept\tsentence\nbackup\n",
         "malformed: catalogs/lexicon/examples/en.tsv:2: a row must hold a concept, a tabulator and a sentence"},
        {"concept\tsentence\nbackup\t\n",
         "malformed: catalogs/lexicon/examples/en.tsv:2: a row must hold a concept, a tabulator and a sentence"},
        {"concept\tsentence\n\nbackups\tWe copy all.\n",
         "malformed: catalogs/lexicon/examples/en.tsv:3: \"backups\" is no concept of the lexicon"},
    };
    for (const Row& row : rows) BOOST_TEST(failure_of([&] { examples_of(row.content); }) == row.message);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::catalog
