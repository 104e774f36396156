#include <boost/test/unit_test.hpp>

#include "catalog/load.h"
#include "catalog/sample.h"

using namespace samsvar;
using namespace samsvar::catalog;
using model::Language;

namespace {

/// Two files: a.xml has concepts, b.xml the rest.
struct Files {
    std::string a = R"(<lexicon xmlns="urn:samsvar:lexicon:1">
<topic id="continuity">
<concept id="backup"><label xml:lang="en">backup</label><word xml:lang="sv">säkerhetskopiering</word><pattern xml:lang="en">back-?up</pattern></concept>
<concept id="no-backup" carries-negation="yes" weak="yes"><label xml:lang="en">no backup</label>
<pattern xml:lang="en">no back-?up</pattern>
<pattern xml:lang="nb">uten sikkerhetskopi\w*</pattern>
<except xml:lang="en">no back-?up is lost</except></concept>
</topic>
</lexicon>
)";
    std::string b = R"(<lexicon xmlns="urn:samsvar:lexicon:1">
<topic id="people"><concept id="training"><label xml:lang="en">training</label></concept></topic>
<contradiction id="c" claim="no-backup" fact="backup" claim-topic="backup" fact-topic="header" unless="training" one-sided="yes" falls="none" becomes="gap">
<label xml:lang="en">says there is none</label></contradiction>
<finding code="vague"><title xml:lang="en">Vague</title><meaning xml:lang="en">m</meaning><reason xml:lang="en">r</reason>
<ask xml:lang="en">a</ask></finding>
</lexicon>
)";
};

model::Lexicon loaded_lexicon(const Files& files)
{
    const TemporaryFolder folder;
    folder.file("a.xml", files.a);
    folder.file("b.xml", files.b);
    folder.file("readme.txt", "not XML");
    return load_lexicon(folder.path(), "catalogs/lexicon");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_tests)

BOOST_AUTO_TEST_CASE(of_data_is_short_for_every_concept_that_bears_it)
{
    Files files;
    files.a = changed(files.a, "id=\"backup\"", "id=\"backup\" of-data=\"yes\"");
    files.b = changed(files.b, "one-sided=\"yes\"", "one-sided=\"yes\" fact-beside=\"training of-data\"");
    const model::Lexicon lexicon = loaded_lexicon(files);
    const std::vector<std::string> beside = {"training", "backup"};
    BOOST_TEST(lexicon.contradictions.at(0).fact_beside == beside, boost::test_tools::per_element());
    files.b = changed(files.b, "training of-data", "training off-data");
    BOOST_TEST(failure_of([&] { loaded_lexicon(files); }).find("names no concept of the lexicon: \"off-data\"") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(all_files_make_one_lexicon)
{
    const model::Lexicon lexicon = loaded_lexicon({});
    BOOST_REQUIRE(lexicon.concepts.size() == 3u);
    BOOST_REQUIRE(lexicon.concepts[0].words.size() == 1u);
    BOOST_TEST(lexicon.concepts[0].words[0].text == "säkerhetskopiering");
    BOOST_TEST((lexicon.concepts[0].words[0].language == Language::sv));
    BOOST_TEST(lexicon.concepts[0].words[0].origin.text() == "catalogs/lexicon/a.xml:3");
    const model::Concept& weak = lexicon.concepts[1];
    BOOST_TEST(weak.id == "no-backup");
    BOOST_TEST(weak.topic == "continuity");
    BOOST_TEST(weak.label.in(Language::en) == "no backup");
    BOOST_TEST(weak.carries_negation);
    BOOST_TEST(weak.weak);
    BOOST_REQUIRE(weak.patterns.size() == 2u);
    BOOST_TEST(weak.patterns[1].expression == "uten sikkerhetskopi\\w*");
    BOOST_TEST((weak.patterns[1].language == Language::nb));
    BOOST_TEST(weak.patterns[1].origin.text() == "catalogs/lexicon/a.xml:6");
    BOOST_TEST(weak.except.size() == 1u);
    BOOST_TEST(weak.origin.text() == "catalogs/lexicon/a.xml:4");
    BOOST_TEST(!lexicon.concepts[0].weak);
    BOOST_TEST(lexicon.concepts[2].topic == "people");

    BOOST_REQUIRE(lexicon.contradictions.size() == 1u);
    const model::Contradiction& one = lexicon.contradictions[0];
    BOOST_TEST(one.claim.front() == "no-backup");
    BOOST_TEST(one.fact.front() == "backup");
    BOOST_TEST(one.claim_topic.front() == "backup");
    BOOST_TEST(one.fact_topic.front() == "header");
    BOOST_TEST(one.unless.front() == "training");
    BOOST_TEST(one.one_sided);
    BOOST_TEST(!one.claim_falls);
    BOOST_TEST(one.becomes_gap);
    BOOST_TEST((one.kind == model::ContradictionKind::statements));

    BOOST_REQUIRE(lexicon.findings.size() == 1u);
    BOOST_TEST(lexicon.findings[0].ask.in(Language::en) == "a");
    BOOST_TEST(lexicon.findings[0].origin.text() == "catalogs/lexicon/b.xml:5");
}

BOOST_AUTO_TEST_CASE(what_a_topic_a_concept_and_a_subject_are_is_said_in_attributes)
{
    Files files;
    files.a = changed(files.a, "<topic id=\"continuity\"", "<topic id=\"continuity\" matter=\"no\"");
    files.a = changed(files.a, "<concept id=\"backup\"", "<concept id=\"backup\" whereabouts=\"yes\"");
    files.a = changed(files.a, "<concept id=\"no-backup\"", "<concept id=\"no-backup\" of-data=\"yes\"");
    files.b = changed(
        files.b, "</finding>",
        "</finding>\n<subject id=\"b\" asked-by=\"backup\" renewed=\"yes\"><label xml:lang=\"en\">b</label></subject>"
        "<subject id=\"t\" asked-by=\"training\"><label xml:lang=\"en\">t</label></subject>");
    const model::Lexicon lexicon = loaded_lexicon(files);
    std::string told;
    for (const model::Concept& one : lexicon.concepts)
        told += one.id + (one.is_matter ? " matter" : "") + (one.whereabouts ? " whereabouts" : "") +
                (one.of_data ? " of-data" : "") + "; ";
    for (const model::Subject& one : lexicon.subjects) told += one.id + (one.renewed ? " renewed" : "") + "; ";
    BOOST_TEST(told == "backup whereabouts; no-backup of-data; training matter; b renewed; t; ");
}

BOOST_AUTO_TEST_CASE(lists_keep_their_order_and_are_folded)
{
    using Id = model::WordListId;
    Files files;
    files.b =
        changed(files.b, "</finding>",
                "</finding>\n<list id=\"no-recipient\"><item>EØS</item><item xml:lang=\"nn\">Noreg</item></list>\n"
                "<list id=\"service-of-company\"><item of=\"Amazon\">AWS</item></list>\n"
                "<list id=\"company-form-in-capitals\"><item not-in=\"en\">AS</item></list>");
    const model::WordLists lists = loaded_lexicon(files).lists;
    BOOST_TEST_REQUIRE(lists[Id::no_recipient].size() == 2u);
    BOOST_TEST(lists[Id::no_recipient][0].text == "EØS");
    BOOST_TEST(lists[Id::no_recipient][0].folded == "eOs");
    BOOST_TEST(!lists[Id::no_recipient][0].language);
    BOOST_TEST((lists[Id::no_recipient][1].language == Language::nn));
    BOOST_TEST(lists[Id::no_recipient][1].origin.text() == "catalogs/lexicon/b.xml:7");
    BOOST_TEST_REQUIRE(lists[Id::service_of_company].size() == 1u);
    BOOST_TEST(lists[Id::service_of_company][0].folded == "aws");
    BOOST_TEST(lists[Id::service_of_company][0].of == "amazon");
    BOOST_TEST_REQUIRE(lists[Id::company_form_in_capitals].size() == 1u);
    BOOST_TEST((lists[Id::company_form_in_capitals][0].not_in == Language::en));
    BOOST_TEST(lists[Id::denies].empty());
}

BOOST_AUTO_TEST_CASE(wrong_lexicons_are_named)
{
    struct Row {
        const char* name;
        std::string Files::*file;
        const char* from;
        const char* to;
        const char* message;
    };
    const Row rows[] = {
        {"another root", &Files::a, "urn:samsvar:lexicon:1", "urn:samsvar:lexicon:2",
         "a.xml:1:1: <lexicon>: not a lexicon file; the root must be <lexicon xmlns=\"urn:samsvar:lexicon:1\">"},
        {"an unknown element", &Files::a, "<topic id=\"continuity\">", "<topics/><topic id=\"continuity\">",
         "a.xml:2:1: <topics>: does not belong inside <lexicon>; allowed: topic, contradiction, finding, phrase, "
         "subject, asked, list"},
        {"a topic without an id", &Files::a, " id=\"continuity\"", "",
         "a.xml:2:1: <topic>: attribute \"id\" is missing or empty"},
        {"a concept without a label", &Files::a, "<label xml:lang=\"en\">backup</label>", "",
         "a.xml:3:1: <concept>: a <label> is missing inside it"},
        {"a concept twice in a file", &Files::a, "id=\"no-backup\"", "id=\"backup\"",
         "a.xml:4:1: <concept>: a second concept \"backup\"; the first is at line 3"},
        {"a concept twice over the files", &Files::b, "id=\"training\"", "id=\"backup\"",
         "b.xml:2:20: <concept>: a second concept \"backup\"; the first is at catalogs/lexicon/a.xml:3"},
        {"an unknown attribute", &Files::a, "weak=\"yes\"", "week=\"yes\"",
         "a.xml:4:1: <concept>: unknown attribute \"week\"; allowed: id, carries-negation, weak, whereabouts, of-data"},
        {"a day that is none", &Files::a, "<pattern xml:lang=\"nb\">", "<pattern xml:lang=\"nb\" since=\"2021-13-01\">",
         "a.xml:6:1: <pattern>: since=\"2021-13-01\" must be a day written like 2021-03-25"},
        {"a flag that is none", &Files::a, "weak=\"yes\"", "weak=\"true\"",
         "a.xml:4:1: <concept>: attribute \"weak\" must be yes or no, not \"true\""},
        {"a pattern without a language", &Files::a, "<pattern xml:lang=\"nb\">", "<pattern>",
         "a.xml:6:1: <pattern>: attribute \"xml:lang\" is missing or empty"},
        {"an empty pattern", &Files::a, "uten sikkerhetskopi\\w*", " ", "a.xml:6:1: <pattern>: holds no pattern"},
        {"an unknown concept as claim", &Files::b, "claim=\"no-backup\"", "claim=\"no-backups\"",
         "b.xml:3:1: <contradiction>: attribute \"claim\" names no concept of the lexicon: \"no-backups\""},
        {"an unknown concept as fact", &Files::b, "fact=\"backup\"", "fact=\"backup restore\"",
         "b.xml:3:1: <contradiction>: attribute \"fact\" names no concept of the lexicon: \"restore\""},
        {"an unknown exception", &Files::b, "unless=\"training\"", "unless=\"drill\"",
         "b.xml:3:1: <contradiction>: attribute \"unless\" names no concept of the lexicon: \"drill\""},
        {"a concept of agreements only", &Files::b, "<topic id=\"people\">",
         "<topic id=\"people\" agreements-only=\"yes\">",
         "b.xml:3:1: <contradiction>: attribute \"unless\" names a concept of agreements only: \"training\""},
        {"a contradiction of nothing", &Files::b, "claim=\"no-backup\" ", "",
         "b.xml:3:1: <contradiction>: attribute \"claim\" is missing or empty"},
        {"an unknown kind", &Files::b, "falls=\"none\"", "kind=\"both\"",
         "b.xml:3:1: <contradiction>: attribute \"kind\" must be one of statements, periods-differ, kept-longer, "
         "last-done, unlisted, not \"both\""},
        {"a finding twice", &Files::b, "</finding>",
         "</finding>\n<finding code=\"vague\"><title xml:lang=\"en\">V</title><meaning "
         "xml:lang=\"en\">m</meaning><reason "
         "xml:lang=\"en\">r</reason><ask xml:lang=\"en\">a</ask></finding>",
         "b.xml:7:1: <finding>: a second finding \"vague\"; the first is at line 5"},
        {"a finding without a question", &Files::b, "<ask xml:lang=\"en\">a</ask>", "",
         "b.xml:5:1: <finding>: a <ask> is missing inside it"},
        {"a subject about nothing", &Files::b, "</finding>",
         "</finding>\n<subject id=\"backup\" asked-by=\"nothing\"><label xml:lang=\"en\">b</label></subject>",
         "b.xml:7:1: <subject>: attribute \"asked-by\" names no concept of the lexicon: \"nothing\""},
        {"a subject that nothing asks for", &Files::b, "</finding>",
         "</finding>\n<subject id=\"backup\"><label xml:lang=\"en\">b</label></subject>",
         "b.xml:7:1: <subject>: attribute \"asked-by\" is missing or empty"},
        {"a list nobody asks for", &Files::b, "</finding>", "</finding>\n<list id=\"denies-all\"/>",
         "b.xml:7:1: <list>: the program asks for no list \"denies-all\"; it asks for no-recipient, company-form, "
         "company-form-in-capitals, service-of-company, before-name, before-recipient, denies, no-document-code, "
         "no-document-title, "
         "title-filler, kind-of-document"},
        {"a list twice", &Files::b, "</finding>", "</finding>\n<list id=\"denies\"/>\n<list id=\"denies\"/>",
         "b.xml:8:1: <list>: a second list \"denies\"; the first is at line 7"},
        {"an empty item", &Files::b, "</finding>",
         "</finding>\n<list id=\"denies\"><item xml:lang=\"en\"> </item></list>", "b.xml:7:19: <item>: holds no word"},
        {"a service of nobody", &Files::b, "</finding>",
         "</finding>\n<list id=\"service-of-company\"><item>x</item></list>",
         "b.xml:7:31: <item>: attribute \"of\" is missing or empty"},
        {"a company where none is", &Files::b, "</finding>",
         "</finding>\n<list id=\"denies\"><item of=\"b\">x</item></list>",
         "b.xml:7:19: <item>: attribute \"of\" belongs to the list service-of-company"},
        {"a language where none is", &Files::b, "</finding>",
         "</finding>\n<list id=\"denies\"><item not-in=\"en\">x</item></list>",
         "b.xml:7:19: <item>: attribute \"not-in\" names a language, in the list company-form-in-capitals"},
        {"a document type", &Files::b, "<lexicon", "<!DOCTYPE lexicon>\n<lexicon",
         "b.xml:1:18: a DOCTYPE is not allowed; remove it"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            Files files;
            files.*row.file = changed(files.*row.file, row.from, row.to);
            const std::string failure = failure_of([&] { loaded_lexicon(files); });
            BOOST_TEST(failure.substr(failure.find(": ") + 2) == std::string("catalogs/lexicon/") + row.message);
        }
}

BOOST_AUTO_TEST_CASE(a_folder_without_concepts_is_an_error)
{
    const TemporaryFolder folder;
    const std::string path = folder.path().string();
    BOOST_TEST(failure_of([&] { load_lexicon(folder.path(), "catalogs/lexicon"); }) ==
               "not-found: " + path + ": holds no concept; it must hold *.xml files with <lexicon><topic><concept>");
}

BOOST_AUTO_TEST_SUITE_END()
