#include "layout/known_words.h"

#include <boost/test/unit_test.hpp>

#include "form/vocabulary.h"

using namespace samsvar;

namespace {

model::Vocabulary shipped()
{
    return form::load_vocabulary(std::string(SAMSVAR_SOURCE_DIR) + "/forms/vocabulary.xml", "forms/vocabulary.xml");
}

/// Every word of a vocabulary, as a person may write it.
std::vector<std::string> all_words(const model::Vocabulary& vocabulary)
{
    std::vector<std::string> all;
    const auto add = [&](const std::vector<std::string>& words) { all.insert(all.end(), words.begin(), words.end()); };
    for (const auto& column : vocabulary.columns) add(column.words);
    for (const auto& choice : vocabulary.choices) add(choice.words);
    for (const auto& other : vocabulary.others) add(other.words);
    for (const auto& fact : vocabulary.facts) add(fact.words);
    for (const auto* list : {&vocabulary.unanswered, &vocabulary.samples, &vocabulary.annexes, &vocabulary.buyers}) add(*list);
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(known_words)

BOOST_AUTO_TEST_CASE(what_is_prepared_is_what_was_read)
{
    const layout::KnownWords read(shipped());
    BytesWriter writer;
    read.write(writer);
    const std::vector<std::byte> bytes = writer.take();
    const layout::KnownWords prepared{BytesReader(bytes)};

    BytesWriter again;
    prepared.write(again);
    BOOST_TEST((again.take() == bytes));

    BOOST_TEST(prepared.vocabulary().origin.text() == read.vocabulary().origin.text());
    BOOST_TEST_REQUIRE(prepared.vocabulary().facts.size() == read.vocabulary().facts.size());
    const std::vector<std::string> words = all_words(read.vocabulary());
    BOOST_TEST(all_words(prepared.vocabulary()) == words, boost::test_tools::per_element());
    BOOST_TEST(words.size() > 4000u);
    for (const std::string& word : words)
        for (const std::string& text : {word, word + ":", "The " + word, word + " (2026)", "x" + word}) {
            const auto roles = read.words().roles(text);
            const auto same = prepared.words().roles(text);
            BOOST_TEST_REQUIRE(roles.size() == same.size());
            for (std::size_t index = 0; index < roles.size(); ++index) {
                BOOST_TEST((roles[index].role == same[index].role));
                BOOST_TEST(roles[index].fit == same[index].fit);
            }
            BOOST_TEST((read.words().choice(text) == prepared.words().choice(text)));
            BOOST_TEST(read.words().fact(text) == prepared.words().fact(text));
            BOOST_TEST(read.words().other_table(text) == prepared.words().other_table(text));
            BOOST_TEST(read.words().is_unanswered(text) == prepared.words().is_unanswered(text));
            BOOST_TEST(read.words().announces_sample(text) == prepared.words().announces_sample(text));
        }
}

BOOST_AUTO_TEST_CASE(to_end_a_label_is_to_fit_it_by_nine_tenths)
{
    const model::Vocabulary vocabulary = shipped();
    const layout::WordList list(vocabulary.unanswered);
    for (const std::string& word : all_words(vocabulary))
        for (const std::string& text : {word, "Please " + word, word + " of it", word + " now", "pre" + word}) {
            const layout::Label label(text);
            BOOST_TEST(list.ends(label) == (list.fit(label) >= 0.9), text);
        }
}

BOOST_AUTO_TEST_SUITE_END()
