// What one answer says is held against the others, in questionnaires nobody described.
#include <boost/test/unit_test.hpp>

#include <vector>

#include "coverage/describe.h"
#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

struct Asked {
    const char* question;
    const char* text;
};

/// Findings of the first of two answers.
model::AnswerResult first_of(const Asked& first, const Asked& second)
{
    model::Form form;
    form.inferred = true;
    model::Submission submission;
    const char* ids[] = {"ORG-01", "ORG-02"};
    const Asked* asked[] = {&first, &second};
    for (std::size_t at = 0; at < 2; ++at) {
        model::Question one;
        one.id = ids[at];
        one.text.set(model::Language::en, asked[at]->question);
        one.kind = model::AnswerKind::yesno_explanation;
        one.yes_suffices = true;
        form.questions.push_back(one);
        submission.answers.push_back(answer_to(ids[at], asked[at]->text));
        submission.answers.back().printed_question = asked[at]->question;
    }
    const model::Form described = coverage::describe(form, submission, {}, shipped().matcher);
    return result_of(evaluate(described, {}, shipped().matcher, submission, assessed_on), "ORG-01");
}

struct Row {
    const char* name;
    Asked first;
    Asked second;
    const char* code;
    bool raised;
};

void hold(const std::vector<Row>& rows)
{
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const model::AnswerResult result = first_of(row.first, row.second);
            std::string codes;
            for (const model::Finding& one : result.findings) codes += one.code + ':' + one.detail + ' ';
            BOOST_TEST_INFO(codes);
            BOOST_TEST(has(result, row.code) == row.raised);
        }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(across_answers)

BOOST_AUTO_TEST_CASE(who_reaches_data_from_abroad)
{
    const Asked transfer{"Are personal data transferred to third countries?", "No, everything stays in the EEA."};
    const Asked devices{"How are the computers of developers protected?", ""};
    const auto says = [&](const char* text) { return Asked{devices.question, text}; };
    hold({
        {"a town tells the country", transfer, says("The hired developers in Novi Sad log on to production."),
         "third-country", true},
        {"and takes the no its ground", transfer, says("The hired developers in Novi Sad log on to production."),
         "contradiction", true},
        {"told where it stands, too", says("The hired developers in Novi Sad log on to production."), transfer,
         "third-country", true},
        {"bokmål", transfer, says("Vakta i Chennai har tilgang til databasen."), "contradiction", true},
        {"nynorsk", transfer, says("Utviklarane i Jakarta loggar seg på for å rette feil."), "contradiction", true},
        {"Swedish", transfer, says("Supporten i Kairo kan läsa ärenden."), "contradiction", true},
        {"Danish", transfer, says("Udviklerne i Lahore har adgang til driften."), "contradiction", true},
        {"Finnish", transfer, says("Kehittäjät Belgradissa kirjautuvat tuotantoon."), "contradiction", true},
        {"a region of a cloud", transfer, says("Logs are copied to us-east-1."), "contradiction", true},
        {"people who sell reach nothing", transfer, says("We have a sales office in Chicago."), "contradiction", false},
        {"nobody there reaches anything", transfer, says("No one in Manila has access to production."), "contradiction",
         false},
        {"a town of the EEA", transfer, says("The developers in Gdansk log on to production."), "contradiction", false},
        {"a syllable is no country", transfer, says("Kehittäjän katselmointia ei ohiteta."), "contradiction", false},
    });
}

BOOST_AUTO_TEST_CASE(who_is_on_no_list)
{
    const Asked list{"List all sub-processors.", "Hostwell Ltd, Ireland: hosting. There are no others."};
    const Asked duties{"Underleverantörer ska godkännas av beställaren.",
                       "De två i tabellen är de enda leverantörerna som hanterar uppgifter."};
    const auto says = [](const char* text) { return Asked{"How is support to users given?", text}; };
    hold({
        {"a name beside a place abroad", list, says("Cases lie in Deskport (Texas) with the name of the user."),
         "unnamed-subprocessor", true},
        {"told where it stands", says("Cases are stored at Deskport (Texas) with the name of the user."), list,
         "unnamed-subprocessor", true},
        {"people hired from a company", says("Contractors from Kodeverk log on to production."), list,
         "unnamed-subprocessor", true},
        {"hired people of a town abroad", says("De innleide utviklerne hos Kodeverk i Novi Sad logger seg på."), list,
         "unnamed-subprocessor", true},
        {"who is on the list", list, says("Cases are stored at Hostwell (Texas) with the name of the user."),
         "unnamed-subprocessor", false},
        {"a team is no company", says("The Support Team in Manila can log on to the database."), list,
         "unnamed-subprocessor", false},
        {"an answer that calls its list complete", duties,
         says("Fallen ligger hos Ticketria Ltd med namn på användaren."), "contradiction", true},
        {"one that does not",
         {duties.question, "Inga leverantörer anlitas utan ert godkännande."},
         says("Fallen ligger hos Ticketria Ltd med namn på användaren."),
         "unnamed-subprocessor",
         false},
    });
}

BOOST_AUTO_TEST_CASE(what_is_said_of_all_and_taken_back_elsewhere)
{
    const auto says = [&](const char* text) { return Asked{"How is the service run?", text}; };
    hold({
        {"a database each",
         {"How are customers kept apart?", "Each customer has its own database."},
         says("All customers' rows are in the same tables, told apart by a number."),
         "contradiction",
         true},
        {"kept apart twice",
         {"How are customers kept apart?", "Each customer has its own database."},
         says("Each customer's rows are kept in that customer's database."),
         "contradiction",
         false},
        {"always on duty",
         {"Hvem følger med på driften?", "Tjenesten overvåkes døgnet rundt av våre folk."},
         says("Varsler går til en postkasse. Om natten er ingen på vakt."),
         "contradiction",
         true},
        {"gone the same day",
         {"När tas behörigheter bort?", "Behörigheten tas bort samma dag som någon slutar."},
         says("Konton för den som slutat rensas en gång per kvartal."),
         "contradiction",
         true},
        {"forgotten ones besides",
         {"När tas behörigheter bort?", "Behörigheten tas bort samma dag som någon slutar."},
         says("Glömda konton rensas dessutom en gång per kvartal."),
         "contradiction",
         false},
        {"always a second pair of eyes",
         {"Hvordan godkendes ændringer?", "Alle ændringer godkendes af en anden udvikler."},
         says("Akutte rettelser lægger vagten ud på egen hånd."),
         "contradiction",
         true},
        {"only encrypted",
         {"Onko liikenne salattu?", "Kyllä, kaikki liikenne on salattu."},
         says("Tiedostot haetaan joka yö FTP:llä."),
         "contradiction",
         true},
        {"the customer's keys",
         {"Who holds the keys?", "Only the customer holds the keys; nobody else can use them."},
         says("Keys are kept in a vault which we manage and rotate yearly."),
         "contradiction",
         true},
        {"a login of their own",
         {"Er alle kontoer personlige?", "Ja, alle kontoer er personlige, uten unntak."},
         says("Driftsvakta logger inn; hele skiftet bruker samme pålogging."),
         "contradiction",
         true},
        {"everybody trained",
         {"Får alle oplæring?", "Ja, alle medarbejdere gennemfører et kursus hvert år."},
         says("Udviklere får kurser. Øvrige medarbejdere får ingen undervisning."),
         "contradiction",
         true},
        {"everybody screened",
         {"Kontrolleras alla?", "Ja, alla lämnar registerutdrag innan de börjar."},
         says("För sommarvikarier görs ingen bakgrundskontroll."),
         "contradiction",
         true},
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
