// What goes back to a supplier: letter, marked file, and next year's form.
#include "app/letter.h"

#include <boost/test/unit_test.hpp>

#include "app/case_profile.h"
#include "app/prefill.h"
#include "app/questionnaire.h"
#include "app/read.h"
#include "base/error.h"
#include "reader/open.h"
#include "support/temporary_folder.h"

using namespace samsvar;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(letter_test)

namespace {

const fs::path source = SAMSVAR_SOURCE_DIR;
const model::Date day{2026, 11, 29};

const app::Library& library()
{
    static const app::Library found(source);
    return found;
}

app::WrittenAbout example(const char* name)
{
    app::AssessRequest request;
    request.file = source / "forms" / "examples" / name;
    request.date = day;
    return app::assessed_now(library(), request);
}

std::string text_of(const std::string& docx)
{
    const model::Document document = reader::open_bytes(docx, "letter.docx", Limits());
    std::string text;
    for (const model::Block& block : document.blocks)
        if (const auto* paragraph = std::get_if<model::Paragraph>(&block)) text += paragraph->text + '\n';
    return text;
}

bool holds(const std::string& text, const std::string& what)
{
    return text.find(what) != std::string::npos;
}

app::LetterRequest request_for(std::optional<model::Language> language = {})
{
    app::LetterRequest request;
    request.language = language;
    request.date = day;
    request.deadline = model::Date{2026, 12, 15};
    return request;
}

std::string comments_of(const std::string& bytes, const std::string& file)
{
    std::string text;
    for (const model::Aside& aside : reader::open_bytes(bytes, file, Limits()).asides)
        if (aside.kind == model::UnitKind::comment) text += aside.paragraph.text + '\n';
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_letter_has_every_open_point_in_the_suppliers_language)
{
    const app::WrittenAbout about = example("kystlogg-skolesec.docx");
    const std::string text = text_of(app::write_letter(library(), about.record, {}, request_for()));
    BOOST_TEST(holds(text, "Til: Kystlogg AS\nDato: 2026-11-29\n"));
    std::size_t asks = 0;
    for (const model::OpenPoint& point : model::open_points(about.record, {}, day))
        for (const model::LocalText& ask : point.asks) {
            ++asks;
            BOOST_TEST(holds(text, ask.in(model::Language::nb)), ask.in(model::Language::nb));
        }
    BOOST_TEST(asks > 20u);
    BOOST_TEST(holds(text, "Svaret deres: «"));
    BOOST_TEST(app::write_letter(library(), about.record, {}, request_for()) ==
               app::write_letter(library(), about.record, {}, request_for()));
}

BOOST_AUTO_TEST_CASE(a_letter_is_in_one_language_throughout)
{
    const app::WrittenAbout about = example("kystlogg-skolesec.docx");
    const std::vector<model::OpenPoint> points = model::open_points(about.record, {}, day);
    const std::pair<model::Language, const char*> first[] = {
        {model::Language::sv, "Fråga 1 · medelhög prioritet · senast 2026-12-15"},
        {model::Language::da, "Spørgsmål 1 · middel prioritet · senest 2026-12-15"},
        {model::Language::fi, "Kysymys 1 · keskitason prioriteetti · viimeistään 2026-12-15"},
        {model::Language::en, "Question 1 · medium priority · by 2026-12-15"}};
    for (const auto& [language, heading] : first) BOOST_TEST_CONTEXT(name_of(language))
        {
            const std::string text = text_of(app::write_letter(library(), about.record, {}, request_for(language)));
            BOOST_TEST(holds(text, heading));
            for (const model::OpenPoint& point : points)
                for (const model::LocalText& ask : point.asks)
                    for (const auto& [other, sentence] : ask.all())
                        BOOST_TEST(holds(text, sentence) == (other == language), sentence);
        }
}

BOOST_AUTO_TEST_CASE(documents_are_named_once)
{
    model::Record record;
    model::RecordedAnswer one;
    one.question = "1";
    one.text = "See annex P.";
    one.evidence = model::EvidenceState::referred;
    one.evidence_named = {"Annex P", "Annex P.", "Annex Q"};
    model::RecordedFinding finding;
    finding.code = "dangling-reference";
    finding.ask.set(model::Language::en, "Which one?");
    one.findings = {finding};
    record.answers = {one};
    const std::string text = text_of(app::write_letter(library(), record, {}, request_for(model::Language::en)));
    BOOST_TEST(holds(text, "which you refer to: Annex P; Annex Q.\n"));
}

BOOST_AUTO_TEST_CASE(nothing_of_a_reviewers_own_reaches_the_supplier)
{
    const app::WrittenAbout about = example("kystlogg-skolesec.docx");
    std::vector<model::Decision> decisions;
    for (const model::RecordedAnswer& answer : about.record.answers) {
        model::Decision& one = decisions.emplace_back();
        one.target = {model::Target::Kind::answer, answer.question};
        one.kind = answer.question == "2" ? model::DecisionKind::ask_supplier : model::DecisionKind::accept;
        one.comment = one.owner = one.by = "INTERNAL";
    }
    const std::string letter = text_of(app::write_letter(library(), about.record, decisions, request_for()));
    const app::MarkedFile marked = app::mark_file(library(), about.record, decisions, about.file, request_for());
    for (const std::string& text : {letter, comments_of(marked.bytes, "kystlogg-skolesec.docx")}) {
        BOOST_TEST(!holds(text, "INTERNAL"));
        BOOST_TEST(holds(text, "Spørsmål 2"));
        BOOST_TEST(!holds(text, "Spørsmål 3 "));
    }
    BOOST_TEST(marked.points == 2u);  // and the organisation number, which no decision is about
}

BOOST_AUTO_TEST_CASE(a_marked_file_reads_as_before)
{
    for (const char* name : {"kystlogg-skolesec.docx", "fagerlia-skolesec.xlsx"}) {
        BOOST_TEST_CONTEXT(name)
        {
            const app::WrittenAbout about = example(name);
            const app::MarkedFile marked = app::mark_file(library(), about.record, {}, about.file, request_for());
            BOOST_TEST(marked.points > 0u);
            BOOST_TEST(marked.at_start == 0u);
            const TemporaryFolder folder;
            app::AssessRequest again;
            again.file = folder.file(name, marked.bytes);
            again.date = day;
            model::Record record = app::assessed_now(library(), again).record;
            BOOST_TEST(record.sha256 != about.record.sha256);
            record.sha256 = about.record.sha256;
            BOOST_TEST((record == about.record));
        }
    }
}

BOOST_AUTO_TEST_CASE(last_years_answers_read_back_from_this_years_form)
{
    for (const char* name : {"form.docx", "form.xlsx"}) {
        BOOST_TEST_CONTEXT(name)
        {
            const TemporaryFolder folder;
            app::QuestionnaireRequest made;
            made.profile = app::read_profile("C=significant,I=serious,A=moderate");
            made.catalogs = {"klassa-supplier"};
            const fs::path blank = folder.path() / name;
            app::make_questionnaire(library(), made, blank);
            const app::Reading empty = app::read(library(), blank, {});
            BOOST_TEST_REQUIRE(empty.submission.answers.size() > 4u);
            // Last year: the first question was worded otherwise, the second was not there.
            model::Record previous;
            for (std::size_t at = 0; at < empty.submission.answers.size(); ++at) {
                const model::Answer& question = empty.submission.answers[at];
                model::RecordedAnswer one;
                one.question = at == 1 ? "another" : question.question;
                one.printed_question = at == 0 ? "Something else?" : at == 1 ? "Gone?" : question.printed_question;
                one.text = "Ja\nMeasure " + std::to_string(at) + " <is> in place.";
                one.evidence_text = "Policy " + std::to_string(at);
                previous.answers.push_back(one);
            }
            app::PrefillRequest request;
            request.date = day;
            const app::Prefilled result = app::prefill(library(), blank, previous, request);
            BOOST_TEST(result.questions == previous.answers.size());
            BOOST_TEST(result.entered == previous.answers.size() - 1);
            BOOST_TEST(result.changed == 1u);
            BOOST_TEST(result.added == 1u);
            BOOST_TEST(result.left == 0u);
            const std::string comments = comments_of(result.bytes, name);
            BOOST_TEST(holds(comments, "Forrige gang lød det: «Something else?»"));
            BOOST_TEST(holds(comments, "Spørsmålet er nytt siden sist."));
            const app::Reading read = app::read(library(), folder.file(name, result.bytes), {});
            BOOST_TEST(read.submission.unmatched.empty());
            BOOST_TEST(read.submission.missing_questions.empty());
            for (std::size_t at = 0; at < previous.answers.size(); ++at) {
                const model::Answer& answer = read.submission.answers[at];
                BOOST_TEST(answer.text() == (at == 1 ? std::string() : previous.answers[at].text));
                BOOST_TEST(answer.evidence_text() == (at == 1 ? std::string() : previous.answers[at].evidence_text));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
