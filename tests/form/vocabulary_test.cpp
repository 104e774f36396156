#include "form/vocabulary.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/files.h"
#include "support/temporary_folder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(vocabulary_test)

namespace {

const std::string column = "<column role=\"question\"><words xml:lang=\"en\">question</words></column>";

std::string vocabulary(const std::string& inside)
{
    return "<vocabulary xmlns=\"urn:samsvar:vocabulary:1\">\n" + inside + "\n</vocabulary>\n";
}

model::Vocabulary load(const std::string& content)
{
    const TemporaryFolder folder;
    return form::load_vocabulary(folder.file("v.xml", content), "forms/v.xml");
}

std::string failure_of(const std::string& content)
{
    try {
        load(content);
    }
    catch (const Error& error) {
        return error.what();
    }
    return "no Error";
}

bool holds(const std::vector<std::string>& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

BOOST_AUTO_TEST_CASE(words_of_all_languages_stand_in_one_list_each_once_in_the_order_of_the_file)
{
    const model::Vocabulary read = load(vocabulary(
        "<column role=\"id\"><words xml:lang=\"nb\"> spørsmål  nr |nr</words><words xml:lang=\"de\">nr | lfd\nnr</words>"
        "</column>" +
        column + column +
        "<choice meaning=\"yes\"><words xml:lang=\"ja\">はい</words></choice>"
        "<unanswered><words xml:lang=\"en\">select | choose</words></unanswered>"
        "<sample><words xml:lang=\"en\">example</words></sample>"
        "<answer><words xml:lang=\"fi\">vastaus</words></answer>"
        "<other kind=\"glossary\"><words xml:lang=\"en\">term</words></other>"
        "<fact key=\"supplier\"><label xml:lang=\"en\">Supplier</label><words xml:lang=\"en\">vendor</words></fact>"
        "<subprocessors><words xml:lang=\"en\">sub-processor</words></subprocessors>"
        "<annexes><words xml:lang=\"en\">annex</words></annexes>"));
    BOOST_TEST_REQUIRE(read.columns.size() == 3u);
    BOOST_TEST((read.columns[0].role == model::ColumnRole::id));
    const std::vector<std::string> ids{"spørsmål nr", "nr", "lfd nr"};
    BOOST_TEST(read.columns[0].words == ids, boost::test_tools::per_element());
    BOOST_TEST((read.columns[2].role == model::ColumnRole::question));
    BOOST_TEST_REQUIRE(read.choices.size() == 1u);
    BOOST_TEST(read.choices[0].meaning == "yes");
    BOOST_TEST(read.choices[0].words.front() == "はい");
    BOOST_TEST(read.unanswered.size() == 2u);
    BOOST_TEST(read.samples.front() == "example");
    BOOST_TEST(read.answers.front() == "vastaus");
    BOOST_TEST(read.others.front().kind == "glossary");
    BOOST_TEST(read.facts.front().key == "supplier");
    BOOST_TEST(read.facts.front().label.in(model::Language::en) == "Supplier");
    BOOST_TEST(read.facts.front().words.front() == "vendor");
    BOOST_TEST(read.subprocessors.front() == "sub-processor");
    BOOST_TEST(read.annexes.front() == "annex");
    BOOST_TEST(read.origin.text() == "forms/v.xml:1");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_with_its_place)
{
    struct Row {
        const char* name;
        std::string content;
        const char* message;
    };
    const Row rows[] = {
        {"another root", "<form xmlns=\"urn:samsvar:form:1\"/>",
         "forms/v.xml:1:1: <form>: not a vocabulary; the root must be <vocabulary xmlns=\"urn:samsvar:vocabulary:1\">"},
        {"no column", vocabulary(""), "forms/v.xml:1:1: <vocabulary>: a <column> is missing inside it"},
        {"unknown element", vocabulary(column + "\n<colour/>"),
         "forms/v.xml:3:1: <colour>: does not belong inside <vocabulary>; allowed: column, choice, unanswered, sample, "
         "answer, buyer, other, fact, subprocessors, annexes"},
        {"unknown role", vocabulary("<column role=\"reply\"><words xml:lang=\"en\">x</words></column>"),
         "forms/v.xml:2:1: <column>: attribute \"role\" must be id, section, question, guidance, choice, answer, "
         "remark, evidence, reviewer or other, not \"reply\""},
        {"no words", vocabulary("<column role=\"id\"/>"),
         "forms/v.xml:2:1: <column>: a <words> is missing inside it"},
        {"no language", vocabulary("<column role=\"id\"><words>nr</words></column>"),
         "forms/v.xml:2:19: <words>: attribute \"xml:lang\" is missing or empty"},
        {"empty words", vocabulary("<column role=\"id\"><words xml:lang=\"nb\"> </words></column>"),
         "forms/v.xml:2:19: <words>: holds no words"},
        {"a bar too many", vocabulary("<column role=\"id\"><words xml:lang=\"nb\">nr | | no</words></column>"),
         "forms/v.xml:2:19: <words>: an empty word; words are separated by one | and none stands at the end"},
        {"a bar at the end", vocabulary("<column role=\"id\"><words xml:lang=\"nb\">nr |</words></column>"),
         "forms/v.xml:2:19: <words>: an empty word; words are separated by one | and none stands at the end"},
        {"unknown meaning",
         vocabulary(column + "\n<choice meaning=\"maybe\"><words xml:lang=\"en\">maybe</words></choice>"),
         "forms/v.xml:3:1: <choice>: attribute \"meaning\" must be yes, no, partly, planned, not-applicable or unknown, "
         "not \"maybe\""},
        {"two meanings of a word",
         vocabulary(column + "<choice meaning=\"yes\"><words xml:lang=\"nb\">ja</words></choice>\n"
                             "<choice meaning=\"no\"><words xml:lang=\"nb\">nei | ja</words></choice>"),
         "forms/v.xml:3:1: <choice>: \"ja\" stands under another meaning, too; it can mean one thing only"},
        {"a meaning twice",
         vocabulary(column + "<choice meaning=\"yes\"><words xml:lang=\"nb\">ja</words></choice>\n"
                             "<choice meaning=\"yes\"><words xml:lang=\"en\">yes</words></choice>"),
         "forms/v.xml:3:1: <choice>: a choice with the meaning \"yes\" stands twice"},
        {"unknown kind", vocabulary(column + "\n<other kind=\"log\"><words xml:lang=\"en\">log</words></other>"),
         "forms/v.xml:3:1: <other>: attribute \"kind\" must be risk-register, asset-register, change-log, glossary, "
         "list, summary, instructions, price-list, contact-list or minutes, not \"log\""},
        {"a kind twice",
         vocabulary(column + "<other kind=\"list\"><words xml:lang=\"en\">a</words></other>\n"
                             "<other kind=\"list\"><words xml:lang=\"en\">b</words></other>"),
         "forms/v.xml:3:1: <other>: the kind \"list\" stands twice"},
        {"a fact without a label",
         vocabulary(column + "\n<fact key=\"date\"><words xml:lang=\"en\">date</words></fact>"),
         "forms/v.xml:3:1: <fact>: a <label> is missing inside it"},
        {"a fact twice",
         vocabulary(column + "<fact key=\"d\"><label xml:lang=\"en\">D</label><words xml:lang=\"en\">d</words></fact>\n"
                             "<fact key=\"d\"><label xml:lang=\"en\">D</label><words xml:lang=\"en\">d</words></fact>"),
         "forms/v.xml:3:1: <fact>: a fact with the key \"d\" stands twice"},
        {"a list twice",
         vocabulary(column + "<annexes><words xml:lang=\"en\">a</words></annexes>\n"
                             "<annexes><words xml:lang=\"en\">b</words></annexes>"),
         "forms/v.xml:3:1: <annexes>: stands twice"},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.name) BOOST_TEST(failure_of(row.content) == row.message);
}

BOOST_AUTO_TEST_CASE(the_shipped_words_cover_every_role_meaning_and_fact)
{
    const model::Vocabulary read = form::load_vocabulary(
        std::filesystem::path(SAMSVAR_SOURCE_DIR) / "forms" / "vocabulary.xml", "forms/vocabulary.xml");
    for (const char* role : {"id", "section", "question", "guidance", "choice", "answer", "remark", "evidence",
                             "reviewer", "other"})
        BOOST_TEST_CONTEXT(role)
        BOOST_TEST(std::count_if(read.columns.begin(), read.columns.end(),
                                 [&](const auto& one) { return one.role == model::column_role_named(role); }) >= 1);
    BOOST_TEST(read.choices.size() == 6u);
    BOOST_TEST(read.others.size() == 10u);
    // A form's facts and those of the vocabulary have the same keys, so that reports name them alike.
    for (const char* key : {"supplier", "organisation-number", "address", "completed-by", "email", "phone", "product",
                            "version", "date"})
        BOOST_TEST_CONTEXT(key)
        BOOST_TEST(std::count_if(read.facts.begin(), read.facts.end(),
                                 [&](const auto& one) { return one.key == key; }) == 1);
    for (const model::Vocabulary::Fact& fact : read.facts)
        for (const model::Language language : {model::Language::nb, model::Language::nn, model::Language::sv,
                                               model::Language::da, model::Language::fi, model::Language::en})
            BOOST_TEST_CONTEXT(fact.key) BOOST_TEST(fact.label.exactly(language) != nullptr);
    BOOST_TEST(holds(read.unanswered, "未確認"));
    BOOST_TEST(holds(read.subprocessors, "underbiträde"));
    BOOST_TEST(holds(read.annexes, "vedlegg"));
}

BOOST_AUTO_TEST_SUITE_END()
