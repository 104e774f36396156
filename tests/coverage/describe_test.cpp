// What is concluded of a question from its own words, with the lexicon as shipped.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "app/library.h"
#include "coverage/describe.h"
#include "coverage/search.h"

namespace samsvar::coverage {

namespace {

const text::Matcher& shipped()
{
    static const app::Library library{SAMSVAR_SOURCE_DIR};
    static const text::Matcher matcher = library.matcher();
    return matcher;
}

model::Question described(const std::string& text)
{
    model::Form form;
    model::Question question;
    question.id = "1";
    question.text.set(model::Language::en, text);
    question.na_allowed = true;
    form.questions.push_back(question);
    return describe(form, {}, {}, shipped()).questions.front();
}

bool has(const std::vector<std::string>& list, const std::string& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(describe_test)

BOOST_AUTO_TEST_CASE(a_question_is_about_subjects)
{
    struct Row {
        const char* question;
        const char* subject;
        bool about;
    };
    constexpr Row rows[] = {
        {"List all sub-processors with country and purpose.", "recipients", true},
        {"Hvilke underleverandører behandler personopplysninger?", "recipients", true},
        {"Ange samtliga underbiträden med uppdrag och land.", "recipients", true},
        {"Angiv alle underdatabehandlere.", "recipients", true},
        {"Luettele kaikki alikäsittelijät ja maat.", "recipients", true},
        {"How are customers informed of new sub-processors?", "recipients", false},
        {"How are customers informed of new sub-processors?", "recipient-change", true},
        {"Byte av underbiträde ska meddelas i förväg.", "recipient-change", true},
        {"Are personal data transferred outside the EEA?", "transfer", true},
        {"Overføres personopplysninger til tredjeland?", "transfer", true},
        {"Personuppgifter får inte lämna EES.", "transfer", true},
        {"Siirretäänkö henkilötietoja EU:n tai ETA-alueen ulkopuolelle?", "transfer", true},
        {"Hvor raskt varsles kunden om brudd på personopplysningssikkerheten?", "breach-notice", true},
        {"Within what time do you notify us of a breach?", "breach-notice", true},
        {"Miten pian ilmoitatte tietoturvaloukkauksesta?", "breach-notice", true},
        {"Beskriv backup: hyppighed og test af genindlæsning.", "backup", true},
        {"Is production data used in test?", "test-environment", true},
        {"Is production data kept out of test environments?", "test-environment", false},
        {"How is the server room protected?", "physical", true},
        {"Hvor har dere kontor?", "physical", false},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.question << ": " << row.subject)
            BOOST_TEST(has(described(row.question).tags, row.subject) == row.about);
}

BOOST_AUTO_TEST_CASE(what_a_reviewer_knows_of_the_subject)
{
    BOOST_TEST(!described("Do you use shared accounts?").yes_is_good);
    BOOST_TEST(described("Shared accounts must not be used.").yes_is_good);
    BOOST_TEST(described("Is data encrypted at rest?").yes_is_good);
    BOOST_TEST(!described("How do you assist with data subjects' requests?").na_allowed);
    BOOST_TEST(described("How are local passwords stored?").na_allowed);
    BOOST_TEST(name_of(described("How are local passwords stored?").severity) == "high");
    BOOST_TEST(name_of(described("Who leads the security work?").severity) == "medium");
    BOOST_TEST(!described("Attach the latest report.").evidence.empty());
    BOOST_TEST(described("Is there a report?").evidence.empty());
    BOOST_TEST(has(described("Is data encrypted at rest?").topic, "encryption-at-rest"));
    BOOST_TEST(!has(described("Describe encryption.").topic, "asks-description"));
}

BOOST_AUTO_TEST_CASE(what_a_person_described_stays)
{
    model::Form form;
    model::Question question;
    question.id = "1";
    question.text.set(model::Language::en, "List all sub-processors.");
    question.topic = {"mfa"};
    form.questions.push_back(question);
    const model::Question kept = describe(form, {}, {}, shipped()).questions.front();
    BOOST_TEST(!kept.concluded);
    BOOST_TEST(kept.tags.empty());
    BOOST_TEST(described("List all sub-processors.").concluded);
}

BOOST_AUTO_TEST_CASE(requirements_by_printed_identifiers_and_by_words)
{
    static const app::Library library{SAMSVAR_SOURCE_DIR};
    const Requirements requirements{library.catalogs(), library.mappings()};
    const auto covers = [](const model::Question& question, const std::string& catalog, const std::string& id) {
        for (const model::Coverage& one : question.covers)
            if (one.catalog == catalog && one.id == id) return one.confidence;
        return 0.0;
    };
    // Numbered by the controls of one edition: taken as such, and followed into other catalogues.
    model::Form numbered;
    for (const char* id : {"A.9.4.2", "A.9.4.3", "A.10.1.1", "A.12.3.1", "A.15.1.1"}) {
        model::Question question;
        question.id = id;
        question.text.set(model::Language::sv, "Beskriv hur detta uppfylls.");
        numbered.questions.push_back(question);
    }
    const model::Form by_number = describe(numbered, {}, requirements, shipped());
    BOOST_TEST(covers(by_number.questions[3], "iso27001-2013", "A.12.3.1") == 1);
    BOOST_TEST(covers(by_number.questions[3], "iso27001-2022", "A.8.13") > 0.7);
    // By its words; what a person has said is kept and nothing is guessed beside it.
    model::Form worded;
    model::Question question;
    question.id = "1";
    question.text.set(model::Language::nb, "Hvordan tas sikkerhetskopi, og hvor ofte testes gjenoppretting?");
    worded.questions.push_back(question);
    question.id = "2";
    question.covers = {{"iso27001-2022", "A.5.1", 1}};
    worded.questions.push_back(question);
    const model::Form by_words = describe(worded, {}, requirements, shipped());
    BOOST_TEST(covers(by_words.questions[0], "iso27001-2022", "A.8.13") >= unsure_below);
    BOOST_TEST(by_words.questions[1].covers.size() == 1u);
    BOOST_TEST(by_words.questions[1].concluded);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::coverage
