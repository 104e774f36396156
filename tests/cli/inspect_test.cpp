#include <boost/test/unit_test.hpp>
#include <fstream>

#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(inspect_test)

namespace {

namespace fs = std::filesystem;

/// A questionnaire no form describes; the answers to its last two questions can be chosen.
std::string questionnaire(const std::string& backup, const std::string& place)
{
    return "Supplier;Fjordsky AS;;;\n;;;;\n"
           "No;Requirement;Fulfilled;Supplier's response;Documentation\n"
           "1.1;Do you log access to personal data?;Yes;All access is logged and kept for twelve months.;\n"
           "1.2;Do you encrypt data at rest in your databases?;Yes;AES-256 for all disks.;Annex 1\n"
           "1.3;Do you require two factors from administrators?;No;Planned for next year.;\n"
           "2.1;Do you test that backups can be restored?;" +
           backup + ";\n2.2;In which country are the data stored?;" + place + ";\n";
}

const char* const answered = "Yes;Every quarter, last in May.";
const char* const in_norway = "Yes;In Oslo, Norway.";

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::size_t times(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

struct Inbox {
    TemporaryFolder folder;
    test::Surroundings there;

    Inbox()
    {
        there.folder = folder.path();
        folder.file("answers.csv", questionnaire(answered, in_norway));
        folder.file("blank.csv", questionnaire(";", ";"));
    }
    Run run(const std::vector<std::string>& arguments) const { return test::samsvar(arguments, there); }
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_was_found_is_said_with_places_and_reasons)
{
    const Inbox inbox;
    const Run run = inbox.run({"inspect", "answers.csv", "--lang", "en"});
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.err == "");
    for (const char* part : {"answers.csv (CSV): 5 questions, 5 answered, 0 unanswered; confidence ",
                             "The answers: yes 4, no 1\n", "Supplier", "Fjordsky AS", "header in row 3, rows 4 to 8; 5 questions",
                             "A   number", "B   question", "\"Requirement\"", "C   choice", "D   answer", "E   evidence"})
        BOOST_TEST_CONTEXT(part) BOOST_TEST(holds(run.out, part));
    BOOST_TEST(!holds(run.out, "twelve months"));
    const Run details = inbox.run({"inspect", "answers.csv", "--lang", "en", "--details"});
    for (const char* part : {"1.1         Do you log access", "answer: All access is logged", "D4)"})
        BOOST_TEST_CONTEXT(part) BOOST_TEST(holds(details.out, part));
    BOOST_TEST(holds(inbox.run({"inspect", "answers.csv"}).out, "5 spørsmål, 5 besvart, 0 ubesvart; sikkerhet "));
    BOOST_TEST(holds(inbox.run({"inspect", "blank.csv", "--lang", "sv"}).out, "5 frågor, 3 besvarade, 2 obesvarade"));
}

BOOST_AUTO_TEST_CASE(json_holds_questions_answers_regions_and_the_ledger)
{
    const Inbox inbox;
    const Run run = inbox.run({"inspect", "blank.csv", "--format", "json"});
    BOOST_TEST(run.status == 0);
    for (const char* part :
         {"\"kind\": \"csv\"", "\"key\": \"supplier\"", "\"value\": \"Fjordsky AS\"", "\"header_rows\": [", "\"first_row\": 4",
          "\"column\": \"C\"", "\"role\": \"choice\"", "\"id\": \"1.3\"", "\"meaning\": \"no\"", "\"answered\": false",
          "\"unanswered\": 2", "\"units\": ", "\"used_as\": ["})
        BOOST_TEST_CONTEXT(part) BOOST_TEST(holds(run.out, part));
    BOOST_TEST(times(run.out, "\"answered\": true") == 3u);
    BOOST_TEST(inbox.run({"inspect", "blank.csv", "--format", "json"}).out == run.out);
}

BOOST_AUTO_TEST_CASE(a_file_without_questions_is_status_one_and_a_bad_file_two)
{
    const Inbox inbox;
    inbox.folder.file("minutes.csv", "Who;Said\nKari;Good morning\n");
    const Run none = inbox.run({"inspect", "minutes.csv", "--lang", "en"});
    BOOST_TEST(none.status == 1);
    BOOST_TEST(holds(none.out, "minutes.csv (CSV): 0 questions\nNo questions were found."));
    const Run gone = inbox.run({"inspect", "gone.csv"});
    BOOST_TEST(gone.status == 2);
    BOOST_TEST(holds(gone.err, "samsvar: gone.csv"));
    const Run draft = inbox.run({"form", "draft", "minutes.csv"});
    BOOST_TEST(draft.status == 2);
    BOOST_TEST(draft.err == "samsvar: minutes.csv: no questions were found to make a form of; say where they stand with "
                            "--layout FILE.xml\n");
}

BOOST_AUTO_TEST_CASE(a_draft_recognises_the_blank_and_the_filled_copy)
{
    const Inbox inbox;
    const Run draft = inbox.run({"form", "draft", "blank.csv", "-o", "next.xml", "--id", "next"});
    BOOST_TEST(draft.status == 0);
    BOOST_TEST(draft.out == "next.xml: 5 questions\n");
    for (const char* file : {"answers.csv", "blank.csv"})
        BOOST_TEST_CONTEXT(file)
        {
            const Run run = inbox.run({"check", file, "--form", "next.xml", "--format", "json"});
            BOOST_TEST(run.err == "");
            BOOST_TEST(times(run.out, "\"question\": \"") == 5u);
            BOOST_TEST(holds(run.out, "\"id\": \"next\""));
            BOOST_TEST(holds(run.out, "\"inferred\": false"));
            BOOST_TEST(!holds(run.out, "unmatched-question"));
        }
    // A form is corrected by hand: it is not written over.
    const std::string before = test::content_of(inbox.folder.path() / "next.xml");
    const Run again = inbox.run({"form", "draft", "answers.csv", "-o", "next.xml"});
    BOOST_TEST(again.status == 2);
    BOOST_TEST(again.err ==
               "samsvar: next.xml: is there already; name another file, or remove this one first\n");
    BOOST_TEST(test::content_of(inbox.folder.path() / "next.xml") == before);
}

BOOST_AUTO_TEST_CASE(a_questionnaire_nobody_described_is_checked_and_the_result_says_so)
{
    const Inbox inbox;
    const Run run = inbox.run({"check", "blank.csv", "--format", "text", "--lang", "en", "--date", "2026-11-21"});
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.err == "");
    BOOST_TEST(run.out.starts_with("Nobody has described this questionnaire: questions and answers were found in the "));
    BOOST_TEST(holds(run.out, "Question 2.1"));
    BOOST_TEST(holds(run.out, "Question 2.2"));
    BOOST_TEST(!holds(run.out, "Question 1.1"));
    const Run json = inbox.run({"check", "blank.csv", "--format", "json"});
    BOOST_TEST(holds(json.out, "\"inferred\": true"));
    // Requirements are not tied to its questions yet; each of them still stands in the result.
    const Run catalog = inbox.run({"check", "blank.csv", "--format", "json", "--catalog", "iso27001-2022"});
    BOOST_TEST(times(catalog.out, "\"catalog\": \"iso27001-2022\"") == 93u);
}

BOOST_AUTO_TEST_CASE(a_layout_says_where_the_questions_stand)
{
    const Inbox inbox;
    inbox.folder.file("layout.xml",
                      "<form xmlns=\"urn:samsvar:form:1\" id=\"l\" version=\"1\"><title xml:lang=\"en\">L</title><layout>\n"
                      "<region kind=\"rows\" table=\"?\" position=\"1\" header-rows=\"3\" last-row=\"6\">"
                      "<column at=\"B\" role=\"question\"/><column at=\"D\" role=\"answer\"/></region></layout></form>");
    const Run inspected = inbox.run({"inspect", "answers.csv", "--lang", "en", "--layout", "layout.xml"});
    BOOST_TEST(inspected.err == "");
    BOOST_TEST(holds(inspected.out, "3 questions, 3 answered"));
    const Run checked = inbox.run({"check", "answers.csv", "--format", "json", "--layout", "layout.xml"});
    BOOST_TEST(checked.err == "");
    BOOST_TEST(times(checked.out, "\"question\": \"") == 3u);
    // Nobody has said what a good answer holds: it is held against what the question's own words ask for.
    BOOST_TEST(times(checked.out, "\"outcome\": \"unclear\"") == 0u);
    BOOST_TEST(times(checked.out, "\"outcome\": \"satisfied\"") >= 2u);
    inbox.folder.file("wrong.xml",
                      "<form xmlns=\"urn:samsvar:form:1\" id=\"l\" version=\"1\"><title xml:lang=\"en\">L</title><layout>\n"
                      "<region kind=\"rows\" table=\"Svar\"><column at=\"B\" role=\"question\"/>"
                      "<column at=\"D\" role=\"answer\"/></region></layout></form>");
    const Run wrong = inbox.run({"inspect", "answers.csv", "--layout", "wrong.xml"});
    BOOST_TEST(wrong.status == 2);
    BOOST_TEST(holds(wrong.err, "the layout (wrong.xml:2) names the table \"Svar\", which is not in the file; its tables: "));
    const Run none = inbox.run({"inspect", "answers.csv", "--layout", "skolesec-ros"});
    BOOST_TEST(none.status == 2);
    BOOST_TEST(holds(none.err, "the <layout> holds no <region>; samsvar form draft FILE writes one to start from"));
}

BOOST_AUTO_TEST_SUITE_END()
