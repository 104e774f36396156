#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/files.h"
#include "form/load.h"
#include "text/pattern.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(load_test)

namespace {

/// A form with room for changes: each part can be replaced or added to.
struct FormText {
    std::string root = "<form xmlns=\"urn:samsvar:form:1\" id=\"f\" version=\"1\">";
    std::string head = "<title xml:lang=\"en\">Form</title>\n<recognise><heading>^form</heading></recognise>";
    std::string layout =
        "<layout>\n<column role=\"id\"><header>^no$</header></column>\n"
        "<column role=\"question\" required=\"yes\"><header>^question</header></column>\n"
        "<column role=\"answer\"><header>^answer</header><header>^reply</header></column>\n</layout>";
    std::string sections = "<section id=\"s\"><title xml:lang=\"en\">S</title><recognise>^s$</recognise></section>";
    std::string question =
        "<question id=\"1\" section=\"s\" kind=\"free\"><text xml:lang=\"en\">Why?</text></question>";

    std::string text() const
    {
        return root + '\n' + head + '\n' + layout + '\n' + sections + '\n' + question + "\n</form>\n";
    }
};

class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& content)
        : path_(std::filesystem::temp_directory_path() /
                ("samsvar-form-test-" + sha256(content).substr(0, 12) + ".xml"))
    {
        write_file(path_, content);
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

model::Form load(const std::string& content)
{
    const TemporaryFile file(content);
    return form::load(file.path(), "forms/f.xml");
}

std::string failure_of(const std::string& content)
{
    try {
        load(content);
    }
    catch (const Error& failure) {
        BOOST_TEST((failure.code() == ErrorCode::malformed));
        return failure.what();
    }
    return "no Error";
}

std::string question_with(const std::string& attributes,
                          const std::string& inside = "<text xml:lang=\"en\">Why?</text>")
{
    return "<question " + attributes + ">" + inside + "</question>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_form_is_read_in_full)
{
    FormText text;
    text.layout =
        "<layout><column role=\"id\"><header>^no$</header></column>"
        "<column role=\"question\" required=\"yes\"><header>^question</header></column>"
        "<column role=\"answer\" required=\"yes\"><header>^answer</header><header>^svar på</header></column>"
        "<fact key=\"supplier\"><label xml:lang=\"en\">Supplier</label><label xml:lang=\"nb\">Leverandør</label>"
        "<pattern>^supplier$</pattern><pattern>^leverandør$</pattern></fact>"
        "<subprocessors><header>^sub</header></subprocessors><annexes><header>^annex</header></annexes></layout>";
    text.question =
        "<question id=\"A.1\" section=\"s\" kind=\"yesno+list\" severity=\"high\" yes-suffices=\"yes\" "
        "yes-is-good=\"no\" answer-is-evidence=\"yes\" na-follows-from=\"A.2\" na-allowed=\"yes\" may-inherit=\"yes\"\n"
        "  tags=\"recipients transfer\" topic=\"mfa backup\" fingerprint=\"0123456789abcdef fedcba9876543210\">"
        "<text xml:lang=\"en\">Who\n   gets  it?</text><text xml:lang=\"sv\">Vem får det?</text>"
        "<recognise>\\bwho\\b</recognise><recognise>gets</recognise>"
        "<evidence kinds=\"procedure certificate\"><text xml:lang=\"en\">routine</text></evidence>"
        "<expect id=\"deadline\" kind=\"duration\" at-most=\"72h\" limit=\"stated\">"
        "<label xml:lang=\"en\">deadline</label></expect>"
        "<covers catalog=\"iso\" ids=\"A.5.1 A.5.2\"/><covers catalog=\"gdpr\" ids=\"32(1)(b)\"/></question>\n"
        "<question id=\"A.2\" kind=\"yesno\"><text xml:lang=\"en\">Is it?</text></question>";
    const model::Form form = load(text.text());
    BOOST_TEST(form.id == "f");
    BOOST_TEST(form.version == "1");
    BOOST_TEST(form.title.in(model::Language::en) == "Form");
    BOOST_TEST(form.titles == std::vector<std::string>{"^form"}, boost::test_tools::per_element());
    BOOST_TEST(form.origin.text() == "forms/f.xml:1");
    BOOST_REQUIRE_EQUAL(form.columns.size(), 3u);
    BOOST_TEST((form.columns[2].role == model::ColumnRole::answer));
    BOOST_TEST(form.columns[2].required);
    BOOST_TEST(!form.columns[0].required);
    BOOST_TEST(form.columns[2].headers == (std::vector<std::string>{"^answer", "^svar på"}),
               boost::test_tools::per_element());
    BOOST_REQUIRE_EQUAL(form.facts.size(), 1u);
    BOOST_TEST(form.facts[0].key == "supplier");
    BOOST_TEST(form.facts[0].labels.size() == 2u);
    BOOST_TEST(form.facts[0].label.in(model::Language::nb) == "Leverandør");
    BOOST_TEST(form.subprocessor_headers.size() == 1u);
    BOOST_TEST(form.annex_headers.size() == 1u);
    BOOST_REQUIRE_EQUAL(form.sections.size(), 1u);
    BOOST_TEST(form.sections[0].recognise.size() == 1u);

    BOOST_REQUIRE_EQUAL(form.questions.size(), 2u);
    const model::Question& first = form.questions[0];
    BOOST_TEST(first.id == "A.1");
    BOOST_TEST(first.section == "s");
    BOOST_TEST(first.text.in(model::Language::en) == "Who gets it?");
    BOOST_TEST(first.text.in(model::Language::sv) == "Vem får det?");
    BOOST_TEST(first.recognise.size() == 2u);
    BOOST_TEST(first.fingerprint == "0123456789abcdef fedcba9876543210");
    BOOST_TEST((first.kind == model::AnswerKind::yesno_list));
    BOOST_TEST((first.severity == model::Severity::high));
    BOOST_TEST(first.yes_suffices);
    BOOST_TEST(!first.yes_is_good);
    BOOST_TEST(first.answer_is_evidence);
    BOOST_TEST(first.na_follows_from == "A.2");
    BOOST_TEST(first.na_allowed);
    BOOST_TEST(first.may_inherit);
    BOOST_TEST(first.tags == (std::vector<std::string>{"recipients", "transfer"}), boost::test_tools::per_element());
    BOOST_TEST(first.topic == (std::vector<std::string>{"mfa", "backup"}), boost::test_tools::per_element());
    BOOST_TEST(first.evidence == (std::vector<std::string>{"procedure", "certificate"}),
               boost::test_tools::per_element());
    BOOST_TEST(first.evidence_text.in(model::Language::en) == "routine");
    BOOST_REQUIRE_EQUAL(first.expectations.size(), 1u);
    BOOST_TEST(first.expectations[0].at_most_hours.value() == 72.0);
    BOOST_REQUIRE_EQUAL(first.covers.size(), 3u);
    BOOST_TEST(first.covers[1].catalog == "iso");
    BOOST_TEST(first.covers[1].id == "A.5.2");
    BOOST_TEST(first.covers[2].id == "32(1)(b)");

    // Everything that may be left out has its careful value.
    const model::Question& second = form.questions[1];
    BOOST_TEST((second.severity == model::Severity::medium));
    BOOST_TEST(!second.yes_suffices);
    BOOST_TEST(second.yes_is_good);
    BOOST_TEST(!second.na_allowed);
    BOOST_TEST(second.evidence.empty());
    BOOST_TEST(second.fingerprint.empty());
    BOOST_TEST(second.origin.line == first.origin.line + 3);
}

BOOST_AUTO_TEST_CASE(wrong_forms_name_place_element_and_attribute)
{
    struct Row {
        const char* name;
        std::string FormText::*part;
        std::string content;
        const char* message;
    };
    const Row rows[] = {
        {"other root", &FormText::root, "<form id=\"f\" version=\"1\">",
         "forms/f.xml:1:1: <form>: not a form; the root must be <form xmlns=\"urn:samsvar:form:1\">"},
        {"no id", &FormText::root, "<form xmlns=\"urn:samsvar:form:1\" version=\"1\">",
         "forms/f.xml:1:1: <form>: attribute \"id\" is missing or empty"},
        {"no version", &FormText::root, "<form xmlns=\"urn:samsvar:form:1\" id=\"f\">",
         "forms/f.xml:1:1: <form>: attribute \"version\" is missing or empty"},
        {"unknown attribute", &FormText::root,
         "<form xmlns=\"urn:samsvar:form:1\" id=\"f\" version=\"1\" vresion=\"1\">",
         "forms/f.xml:1:1: <form>: unknown attribute \"vresion\"; allowed: id, version"},
        {"no title", &FormText::head, "", "forms/f.xml:1:1: <form>: a <title> is missing inside it"},
        {"unknown element", &FormText::head, "<title xml:lang=\"en\">F</title><titel/>",
         "forms/f.xml:2:31: <titel>: does not belong inside <form>; allowed: title, recognise, layout, section, "
         "question"},
        {"no layout", &FormText::layout, "", "forms/f.xml:1:1: <form>: a <layout> is missing inside it"},
        {"unknown role", &FormText::layout, "<layout><column role=\"reply\"><header>^a</header></column></layout>",
         "forms/f.xml:4:9: <column>: attribute \"role\" must be id, section, question, guidance, choice, answer, "
         "remark, "
         "evidence, reviewer or other, not \"reply\""},
        {"a role twice", &FormText::layout,
         "<layout><column role=\"id\"><header>^a</header></column>\n<column "
         "role=\"id\"><header>^b</header></column></layout>",
         "forms/f.xml:5:1: <column>: a column with the role \"id\" stands twice"},
        {"no header", &FormText::layout, "<layout><column role=\"id\"/></layout>",
         "forms/f.xml:4:9: <column>: a <header> is missing inside it"},
        {"empty pattern", &FormText::layout, "<layout><column role=\"id\"><header> </header></column></layout>",
         "forms/f.xml:4:27: <header>: holds no pattern"},
        {"no column to tell the questions by", &FormText::layout,
         "<layout><column role=\"answer\"><header>^a</header></column></layout>",
         "forms/f.xml:4:1: <layout>: a <column> with the role \"question\" or \"id\" is missing inside it"},
        {"no column for the answer", &FormText::layout,
         "<layout><column role=\"id\"><header>^a</header></column></layout>",
         "forms/f.xml:4:1: <layout>: a <column> with the role \"answer\" or \"choice\" is missing inside it"},
        {"a fact twice", &FormText::layout,
         "<layout><fact key=\"k\"><label xml:lang=\"en\">K</label><pattern>k</pattern></fact>\n"
         "<fact key=\"k\"><label xml:lang=\"en\">K</label><pattern>k</pattern></fact></layout>",
         "forms/f.xml:5:1: <fact>: a fact with the key \"k\" stands twice"},
        {"a fact without a pattern", &FormText::layout,
         "<layout><fact key=\"k\"><label xml:lang=\"en\">K</label></fact></layout>",
         "forms/f.xml:4:9: <fact>: a <pattern> is missing inside it"},
        {"annexes twice", &FormText::layout,
         "<layout><annexes><header>a</header></annexes>\n<annexes><header>a</header></annexes></layout>",
         "forms/f.xml:5:1: <annexes>: stands twice"},
        {"a section twice", &FormText::sections,
         "<section id=\"s\"><title xml:lang=\"en\">S</title></section>\n<section id=\"s\"><title "
         "xml:lang=\"en\">S</title>"
         "</section>",
         "forms/f.xml:10:1: <section>: a section with the id \"s\" stands twice"},
        {"a section without a title", &FormText::sections, "<section id=\"s\"/>",
         "forms/f.xml:9:1: <section>: a <title> is missing inside it"},
        {"no question", &FormText::question, "", 
         "forms/f.xml:1:1: <form>: a <question> is missing inside it; only a form whose <layout> holds a <region> may "
         "do without"},
        {"a question twice", &FormText::question,
         question_with("id=\"1\" kind=\"free\"") + '\n' + question_with("id=\"1\" kind=\"free\""),
         "forms/f.xml:11:1: <question>: a question with the id \"1\" stands twice"},
        {"an id with its full stop", &FormText::question, question_with("id=\"1.\" kind=\"free\""),
         "forms/f.xml:10:1: <question>: attribute \"id\" is written without the full stop that the form prints, not "
         "\"1.\""},
        {"unknown section", &FormText::question, question_with("id=\"1\" section=\"t\" kind=\"free\""),
         "forms/f.xml:10:1: <question>: attribute \"section\" names no <section>: \"t\""},
        {"no kind", &FormText::question, question_with("id=\"1\""),
         "forms/f.xml:10:1: <question>: attribute \"kind\" is missing or empty"},
        {"unknown kind", &FormText::question, question_with("id=\"1\" kind=\"yes\""),
         "forms/f.xml:10:1: <question>: attribute \"kind\" must be free, list, yesno, yesno+explanation or yesno+list, "
         "not \"yes\""},
        {"unknown severity", &FormText::question, question_with("id=\"1\" kind=\"free\" severity=\"grave\""),
         "forms/f.xml:10:1: <question>: attribute \"severity\" must be none, low, medium or high, not \"grave\""},
        {"a flag that is none", &FormText::question, question_with("id=\"1\" kind=\"free\" na-allowed=\"true\""),
         "forms/f.xml:10:1: <question>: attribute \"na-allowed\" must be yes or no, not \"true\""},
        {"a condition on nothing", &FormText::question, question_with("id=\"1\" kind=\"free\" na-follows-from=\"9\""),
         "forms/f.xml:10:1: <question>: attribute \"na-follows-from\" names no other question: \"9\""},
        {"a condition on itself", &FormText::question, question_with("id=\"1\" kind=\"free\" na-follows-from=\"1\""),
         "forms/f.xml:10:1: <question>: attribute \"na-follows-from\" names no other question: \"1\""},
        {"a fingerprint too short", &FormText::question, question_with("id=\"1\" kind=\"free\" fingerprint=\"12ab\""),
         "forms/f.xml:10:1: <question>: attribute \"fingerprint\" must hold 16 lower-case hexadecimal digits, not "
         "\"12ab\""},
        {"no text", &FormText::question, question_with("id=\"1\" kind=\"free\"", ""),
         "forms/f.xml:10:1: <question>: a <text> is missing inside it"},
        {"text without a language", &FormText::question, question_with("id=\"1\" kind=\"free\"", "<text>Why?</text>"),
         "forms/f.xml:10:30: <text>: attribute \"xml:lang\" is missing or empty"},
        {"evidence of no kind", &FormText::question,
         question_with("id=\"1\" kind=\"free\"",
                       "<text xml:lang=\"en\">Why?</text>\n<evidence><text xml:lang=\"en\">e</text></evidence>"),
         "forms/f.xml:11:1: <evidence>: attribute \"kinds\" is missing or empty"},
        {"evidence twice", &FormText::question,
         question_with(
             "id=\"1\" kind=\"free\"",
             "<text xml:lang=\"en\">Why?</text>\n<evidence kinds=\"a\"><text xml:lang=\"en\">e</text></evidence>\n"
             "<evidence kinds=\"a\"><text xml:lang=\"en\">e</text></evidence>"),
         "forms/f.xml:12:1: <evidence>: stands twice"},
        {"an expectation twice", &FormText::question,
         question_with("id=\"1\" kind=\"free\"",
                       "<text xml:lang=\"en\">Why?</text>\n<expect id=\"e\" any=\"c\"/>\n"
                       "<expect id=\"e\" any=\"d\"/>"),
         "forms/f.xml:12:1: <expect>: an expectation with the id \"e\" stands twice"},
        {"an unknown attribute of an expectation", &FormText::question,
         question_with("id=\"1\" kind=\"free\"", "<text xml:lang=\"en\">Why?</text>\n<expect id=\"e\" all=\"c\"/>"),
         "forms/f.xml:11:1: <expect>: unknown attribute \"all\"; allowed: id, kind, weight, any, minimum, violated-by, "
         "violation, about, at-most, every, limit, evidence-meets"},
        {"a requirement twice", &FormText::question,
         question_with("id=\"1\" kind=\"free\"",
                       "<text xml:lang=\"en\">Why?</text>\n<covers catalog=\"iso\" ids=\"A.5.1 A.5.1\"/>"),
         "forms/f.xml:11:1: <covers>: \"A.5.1\" of iso stands twice"},
        {"no requirement", &FormText::question,
         question_with("id=\"1\" kind=\"free\"",
                       "<text xml:lang=\"en\">Why?</text>\n<covers catalog=\"iso\" ids=\"\"/>"),
         "forms/f.xml:11:1: <covers>: attribute \"ids\" is missing or empty"},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            FormText text;
            text.*row.part = row.content;
            BOOST_TEST(failure_of(text.text()) == row.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_pattern_is_refused_with_its_place)
{
    for (const char* pattern : {"(open", "a{2000}", "x*", "[z-a]"}) {
        BOOST_TEST_CONTEXT(pattern)
        {
            FormText text;
            text.question = question_with("id=\"1\" kind=\"free\"", "<text xml:lang=\"en\">Why?</text>\n<recognise>" +
                                                                        std::string(pattern) + "</recognise>");
            const std::string failure = failure_of(text.text());
            BOOST_TEST(failure.starts_with("forms/f.xml:11:1: <recognise>: "), failure);
            // The reason is the pattern library's own.
            BOOST_TEST(failure.size() > std::string("forms/f.xml:11:1: <recognise>: ").size() + 5);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_not_found)
{
    try {
        form::load("/nowhere/form.xml", "forms/form.xml");
        BOOST_ERROR("an Error was expected");
    }
    catch (const Error& failure) {
        BOOST_TEST((failure.code() == ErrorCode::not_found));
    }
}

BOOST_AUTO_TEST_CASE(the_skolesec_form_is_complete)
{
    const model::Form form =
        form::load(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "forms/skolesec-ros.xml", "forms/skolesec-ros.xml");
    BOOST_TEST(form.id == "skolesec-ros");
    BOOST_TEST(form.sections.size() == 4u);
    BOOST_REQUIRE_EQUAL(form.questions.size(), 52u);
    std::size_t with_evidence = 0;
    for (std::size_t index = 0; index < 52; ++index) {
        const model::Question& question = form.questions[index];
        BOOST_TEST_CONTEXT("question " << question.id)
        {
            BOOST_TEST(question.id == std::to_string(index + 1));
            for (const model::Language language : {model::Language::nb, model::Language::sv, model::Language::en}) {
                BOOST_TEST(question.text.exactly(language));
                if (!question.evidence.empty()) BOOST_TEST(question.evidence_text.exactly(language));
            }
            BOOST_TEST(!question.recognise.empty());
            BOOST_TEST(question.fingerprint.size() >= 16u);
            BOOST_TEST(!question.covers.empty());
            BOOST_TEST((question.severity != model::Severity::none));
            with_evidence += question.evidence.empty() ? 0 : 1;
        }
    }
    // "Send over" stands in 49 of the printed questions.
    BOOST_TEST(with_evidence == 49u);
    BOOST_TEST(form.find("52")->na_follows_from == "51");
    BOOST_TEST(!form.find("50")->yes_is_good);
    BOOST_TEST(!form.find("51")->yes_is_good);
}

BOOST_AUTO_TEST_CASE(regions_say_where_questions_stand_without_headers_and_questions)
{
    FormText text;
    text.layout =
        "<layout>\n<region kind=\"rows\" table=\"Control answers\" position=\"2\" header-rows=\"2 4\" "
        "first-row=\"6\" last-row=\"97\">"
        "<column at=\"C\" role=\"question\"/><column at=\"AA\" role=\"choice\" choice=\"Yes\"/></region>\n"
        "<region kind=\"rows\" table=\"table3\" header-rows=\"1\"><column at=\"1\" role=\"id\"/>"
        "<column at=\"3\" role=\"answer\"/></region>"
        "<region kind=\"slots\" table=\"table1\"/><region kind=\"slots\"/></layout>";
    text.sections = text.question = "";
    const model::Form form = load(text.text());
    BOOST_TEST(form.questions.empty());
    BOOST_TEST(form.columns.empty());
    BOOST_REQUIRE_EQUAL(form.regions.size(), 4u);
    const model::FormRegion& sheet = form.regions[0];
    BOOST_TEST(!sheet.slots);
    BOOST_TEST(sheet.table == "Control answers");
    BOOST_TEST(sheet.position == 2);
    BOOST_TEST(sheet.header_rows == (std::vector<int>{1, 3}), boost::test_tools::per_element());
    BOOST_TEST(sheet.first_row == 5);
    BOOST_TEST(sheet.last_row == 96);
    BOOST_REQUIRE_EQUAL(sheet.columns.size(), 2u);
    BOOST_TEST(sheet.columns[0].column == 2);
    BOOST_TEST((sheet.columns[0].role == model::ColumnRole::question));
    BOOST_TEST(sheet.columns[1].column == 26);
    BOOST_TEST(sheet.columns[1].choice == "Yes");
    BOOST_TEST(sheet.origin.text() == "forms/f.xml:5");
    // The first row is the one below the header, the last one the table's.
    BOOST_TEST(form.regions[1].columns[1].column == 2);
    BOOST_TEST(form.regions[1].first_row == 1);
    BOOST_TEST(form.regions[1].last_row == -1);
    BOOST_TEST(form.regions[2].slots);
    BOOST_TEST(form.regions[2].table == "table1");
    BOOST_TEST(form.regions[3].table == "");
}

BOOST_AUTO_TEST_CASE(wrong_regions_name_place_element_and_attribute)
{
    const std::string columns = "<column at=\"A\" role=\"question\"/><column at=\"B\" role=\"answer\"/>";
    struct Row {
        const char* name;
        std::string region;
        const char* message;
    };
    const Row rows[] = {
        {"no kind", "<region/>", "forms/f.xml:5:1: <region>: attribute \"kind\" is missing or empty"},
        {"unknown kind", "<region kind=\"cells\"/>",
         "forms/f.xml:5:1: <region>: attribute \"kind\" must be rows or slots, not \"cells\""},
        {"no table", "<region kind=\"rows\">" + columns + "</region>",
         "forms/f.xml:5:1: <region>: attribute \"table\" is missing; name the sheet, or the Word table as table3"},
        {"position from 0", "<region kind=\"rows\" position=\"0\">" + columns + "</region>",
         "forms/f.xml:5:1: <region>: attribute \"position\" must be the table's number in the file, from 1, not "
         "\"0\""},
        {"row 0", "<region kind=\"rows\" table=\"t\" first-row=\"0\">" + columns + "</region>",
         "forms/f.xml:5:1: <region>: attribute \"first-row\" must be a row number from 1 to 1048576, not \"0\""},
        {"a header row that is none", "<region kind=\"rows\" table=\"t\" header-rows=\"1 x\">" + columns + "</region>",
         "forms/f.xml:5:1: <region>: attribute \"header-rows\" must be a row number from 1 to 1048576, not \"x\""},
        {"rows upside down",
         "<region kind=\"rows\" table=\"t\" header-rows=\"4\" last-row=\"4\">" + columns + "</region>",
         "forms/f.xml:5:1: <region>: attribute \"last-row\" stands above the first row, 5"},
        {"no column", "<region kind=\"rows\" table=\"t\"><column at=\"a1\" role=\"id\"/></region>",
         "forms/f.xml:5:31: <column>: attribute \"at\" must be a column, as letters (C) or counted from 1 (3), not "
         "\"a1\""},
        {"beyond the last column", "<region kind=\"rows\" table=\"t\"><column at=\"XFE\" role=\"id\"/></region>",
         "forms/f.xml:5:31: <column>: attribute \"at\" must be a column, as letters (C) or counted from 1 (3), not "
         "\"XFE\""},
        {"a column twice",
         "<region kind=\"rows\" table=\"t\"><column at=\"A\" role=\"id\"/><column at=\"1\" role=\"answer\"/></region>",
         "forms/f.xml:5:57: <column>: the column \"1\" stands twice"},
        {"unknown role", "<region kind=\"rows\" table=\"t\"><column at=\"A\" role=\"reply\"/></region>",
         "forms/f.xml:5:31: <column>: attribute \"role\" must be id, section, question, guidance, choice, answer, "
         "remark, evidence, reviewer or other, not \"reply\""},
        {"a choice that is none",
         "<region kind=\"rows\" table=\"t\"><column at=\"A\" role=\"answer\" choice=\"Yes\"/></region>",
         "forms/f.xml:5:31: <column>: attribute \"choice\" belongs to role=\"choice\", not to \"answer\""},
        {"nothing asked", "<region kind=\"rows\" table=\"t\"><column at=\"A\" role=\"answer\"/></region>",
         "forms/f.xml:5:1: <region>: a <column> with the role \"question\" or \"id\" is missing inside it"},
        {"rows of slots", "<region kind=\"slots\" first-row=\"2\"/>",
         "forms/f.xml:5:1: <region>: attribute \"first-row\" belongs to kind=\"rows\", not to \"slots\""},
        {"columns of slots", "<region kind=\"slots\">" + columns + "</region>",
         "forms/f.xml:5:22: <column>: belongs to kind=\"rows\", not to \"slots\""},
    };
    for (const Row& row : rows) {
        FormText text;
        text.layout = "<layout>\n" + row.region + "</layout>";
        BOOST_TEST_CONTEXT(row.name) BOOST_TEST(failure_of(text.text()) == row.message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
