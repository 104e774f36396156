#include "catalog/prepared.h"

#include <boost/test/unit_test.hpp>

#include "base/files.h"
#include "catalog/load.h"
#include "support/temporary_folder.h"

namespace samsvar::catalog {

namespace {

const std::filesystem::path shipped = std::filesystem::path(SAMSVAR_SOURCE_DIR) / "catalogs" / "lexicon";

std::string one_concept(const std::string& patterns)
{
    return "<lexicon xmlns=\"urn:samsvar:lexicon:1\"><topic id=\"t\"><concept id=\"c\"><label "
           "xml:lang=\"en\">c</label>" +
           patterns + "</concept></topic></lexicon>";
}

std::vector<std::string> hits_in(const text::Matcher& matcher, const std::string& answer)
{
    std::vector<std::string> found;
    const text::Analysis analysis = matcher.analyse(answer);
    for (const text::Hit& hit : analysis.hits)
        found.push_back(matcher.lexicon().concepts[hit.concept_index].id + ':' + std::to_string(hit.span.begin) + '-' +
                        std::to_string(hit.span.end));
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(prepared_test)

BOOST_AUTO_TEST_CASE(the_shipped_lexicon_prepared_is_the_lexicon_read)
{
    const std::vector<std::byte> bytes = prepare(shipped, "catalogs/lexicon");
    const LexiconSource source(shipped, "catalogs/lexicon", bytes);
    BOOST_TEST_REQUIRE(source.is_prepared());
    const text::Matcher matcher = source.matcher();
    model::Lexicon lexicon = load_lexicon(shipped, "catalogs/lexicon");
    BOOST_TEST_REQUIRE(source.lexicon().concepts.size() == lexicon.concepts.size());
    lexicon.keep_what_answers_say();
    BOOST_TEST(source.lexicon().concepts.size() > lexicon.concepts.size());
    const text::Matcher read(lexicon);
    const model::Lexicon& one = matcher.lexicon();
    const model::Lexicon& other = read.lexicon();
    BOOST_TEST_REQUIRE(one.concepts.size() == other.concepts.size());
    std::size_t patterns = 0;
    for (std::size_t index = 0; index < one.concepts.size(); ++index) {
        const model::Concept& a = one.concepts[index];
        const model::Concept& b = other.concepts[index];
        BOOST_TEST(a.id == b.id);
        BOOST_TEST(a.topic == b.topic);
        BOOST_TEST((a.label == b.label));
        BOOST_TEST(a.weak == b.weak);
        BOOST_TEST(a.carries_negation == b.carries_negation);
        BOOST_TEST((a.is_matter == b.is_matter && a.whereabouts == b.whereabouts && a.of_data == b.of_data));
        BOOST_TEST(a.origin.text() == b.origin.text());
        BOOST_TEST_REQUIRE(a.patterns.size() == b.patterns.size());
        BOOST_TEST(a.except.size() == b.except.size());
        BOOST_TEST_REQUIRE(a.words.size() == b.words.size());
        for (std::size_t at = 0; at < a.words.size(); ++at) BOOST_TEST(a.words[at].text == b.words[at].text);
        for (std::size_t at = 0; at < a.patterns.size(); ++at, ++patterns) {
            BOOST_TEST(a.patterns[at].expression == b.patterns[at].expression);
            BOOST_TEST(a.patterns[at].origin.text() == b.patterns[at].origin.text());
            BOOST_TEST((a.patterns[at].language == b.patterns[at].language));
            BOOST_TEST((a.patterns[at].since == b.patterns[at].since));
        }
    }
    BOOST_TEST(patterns > 1000);
    BOOST_TEST(one.contradictions.size() == other.contradictions.size());
    BOOST_TEST_REQUIRE(one.subjects.size() == other.subjects.size());
    for (std::size_t at = 0; at < one.subjects.size(); ++at)
        BOOST_TEST(one.subjects[at].renewed == other.subjects[at].renewed);
    for (const auto& [id, name] : model::word_list_names) {
        const auto& a = one.lists[id];
        const auto& b = other.lists[id];
        BOOST_TEST(!a.empty());
        BOOST_TEST_REQUIRE(a.size() == b.size());
        for (std::size_t at = 0; at < a.size(); ++at) {
            BOOST_TEST(a[at].text == b[at].text);
            BOOST_TEST(a[at].folded == b[at].folded);
            BOOST_TEST(a[at].of == b[at].of);
            BOOST_TEST((a[at].language == b[at].language && a[at].not_in == b[at].not_in));
            BOOST_TEST(a[at].origin.text() == b[at].origin.text());
        }
    }
    BOOST_TEST_REQUIRE(one.findings.size() == other.findings.size());
    for (std::size_t at = 0; at < one.findings.size(); ++at) {
        BOOST_TEST((one.findings[at].reason == other.findings[at].reason));
        BOOST_TEST((one.findings[at].ask == other.findings[at].ask));
    }
    BOOST_TEST(one.phrases.size() == other.phrases.size());
    // What is prepared of what was prepared is the same again.
    BytesWriter once, twice;
    matcher.write(once);
    read.write(twice);
    BOOST_TEST((once.take() == twice.take()));
    const std::string answer =
        "Alle data krypteres med AES-256 i ro. Vi har ikke tofaktorautentisering, but it is planned for Q3.\n"
        "Säkerhetskopior tas varje natt och återläsning testas en gång per år. TLS 1.0 is switched off.";
    const std::vector<std::string> found = hits_in(matcher, answer);
    BOOST_TEST(found.size() > 5);
    BOOST_TEST(found == hits_in(read, answer), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(another_folder_is_read_anew)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "a.xml";
    write_file(file, one_concept("<pattern xml:lang=\"en\">backup</pattern>"));
    const std::vector<std::byte> bytes = prepare(folder.path(), "lexicon");
    BOOST_TEST(LexiconSource(folder.path(), "lexicon", bytes).is_prepared());
    BOOST_TEST(!LexiconSource(folder.path(), "elsewhere", bytes).is_prepared());
    BOOST_TEST(!LexiconSource(folder.path(), "lexicon", {}).is_prepared());

    write_file(file, one_concept("<pattern xml:lang=\"en\">restore</pattern>"));
    const LexiconSource changed(folder.path(), "lexicon", bytes);
    BOOST_TEST(!changed.is_prepared());
    BOOST_TEST(hits_in(changed.matcher(), "a backup") == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(hits_in(changed.matcher(), "a restore") == std::vector<std::string>{"c:2-9"},
               boost::test_tools::per_element());

    write_file(file, one_concept("<pattern xml:lang=\"en\">backup</pattern>"));
    BOOST_TEST(LexiconSource(folder.path(), "lexicon", bytes).is_prepared());
    std::filesystem::rename(file, folder.path() / "b.xml");
    BOOST_TEST(!LexiconSource(folder.path(), "lexicon", bytes).is_prepared());
    write_file(file, "<lexicon xmlns=\"urn:samsvar:lexicon:1\"/>");
    std::filesystem::remove(folder.path() / "b.xml");
    BOOST_CHECK_THROW(LexiconSource(folder.path(), "lexicon", bytes).lexicon(), Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::catalog
