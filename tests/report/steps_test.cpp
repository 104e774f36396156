// The sentences of explanations: complete, in every language, and refused with their line when they are not.
#include "model/languages.h"
#include "report/step_texts.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "report/explanation.h"
#include "report/matrix_xlsx.h"
#include "report/package.h"
#include "report/sample.h"

using namespace samsvar;
using namespace samsvar::test;

namespace {

const std::string shipped_file = SAMSVAR_SOURCE_DIR "/reports/steps.xml";

report::StepTexts load(const std::string& content)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "steps.xml";
    write_file(path, content);
    return report::load_step_texts(path, "reports/steps.xml");
}

std::string changed(const std::string& from, const std::string& to)
{
    std::string content = read_file(shipped_file, 1u << 20);
    const std::size_t at = content.find(from);
    BOOST_TEST_REQUIRE(at != std::string::npos, from);
    return content.replace(at, from.size(), to);
}

std::set<std::string> braces(const std::string& text)
{
    std::set<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
        names.insert(text.substr(open, text.find('}', open) - open + 1));
    return names;
}

model::StepArgument argument(model::Slot slot, std::string value)
{
    model::StepArgument made;
    made.slot = slot;
    made.value = std::move(value);
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(steps_tests)

// The loader checks it too; here the other way round, from the table of steps.
BOOST_AUTO_TEST_CASE(every_step_is_told_in_five_languages_with_the_same_place_holders)
{
    const report::StepTexts texts = report::load_step_texts(shipped_file, "reports/steps.xml");
    BOOST_TEST(texts.steps.size() == model::step_kinds.size());
    for (const model::StepKind& kind : model::step_kinds) {
        const model::LocalText& text = texts.steps[static_cast<std::size_t>(kind.id)];
        for (const model::Language language : model::report_languages) {
            BOOST_TEST_CONTEXT(kind.name << ", " << name_of(language))
            {
                BOOST_TEST_REQUIRE(text.exactly(language));
                BOOST_TEST(!text.exactly(language)->empty());
                BOOST_TEST(braces(*text.exactly(language)) == braces(text.in(model::Language::en)));
                BOOST_TEST(text.exactly(language)->find("  ") == std::string::npos);
            }
        }
        // What a step is told with is told, but for the words of the other side where the place says enough.
        const std::set<std::string> told = braces(text.in(model::Language::en));
        for (std::size_t slot = 0; slot < model::slot_count; ++slot)
            if (kind.has(static_cast<model::Slot>(slot)))
                BOOST_TEST(told.count('{' + std::string(name_of(static_cast<model::Slot>(slot))) + '}') == 1u,
                           kind.name << " does not tell " << name_of(static_cast<model::Slot>(slot)));
    }
}

BOOST_AUTO_TEST_CASE(wrong_sentences_are_refused_with_their_line)
{
    struct Row {
        const char *from, *to, *message;
    };
    const Row rows[] = {
        {"<step id=\"only-yes\">", "<step id=\"only-maybe\">", "there is no step \"only-maybe\""},
        {"<step id=\"only-yes\">", "<step id=\"only-no\">", "a second step \"only-no\""},
        {"<text xml:lang=\"fi\">Vastauskenttä on tyhjä.</text>", "", "lacks <text xml:lang=\"fi\">"},
        {"The answer field is blank.", "The answer field is blank: {words}.",
         "has other place holders in en than in nb"},
        {"<word id=\"steps\">", "<word id=\"stairs\">", "lacks the word \"steps\""},
        {"<stage id=\"across\">", "<stage id=\"along\">", "lacks the stage \"across\""},
        {"urn:samsvar:steps:1", "urn:samsvar:steps:2", "must be <steps xmlns=\"urn:samsvar:steps:1\">"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.to)
    BOOST_CHECK_EXCEPTION(load(changed(row.from, row.to)), Error, [&](const Error& error) {
        BOOST_TEST(std::string(error.what()).find(row.message) != std::string::npos, error.what());
        return error.where().file == "reports/steps.xml" && error.where().line > 0;
    });
}

BOOST_AUTO_TEST_CASE(words_are_put_in_once_and_made_harmless)
{
    const report::StepTexts texts = report::load_step_texts(shipped_file, "reports/steps.xml");
    model::Step step;
    step.id = model::StepId::concept_planned;
    step.arguments = {argument(model::Slot::named_concept, "mfa"),
                      argument(model::Slot::words, "a {concept}\x1b[31m\nb")};
    const std::vector<report::StepPiece> pieces = report::told(step, texts, model::Language::en);
    BOOST_TEST_REQUIRE(pieces.size() == 3u);
    BOOST_TEST(pieces[1].matched);
    BOOST_TEST(pieces[1].text == "a {concept}\uFFFD[31m b");
    BOOST_TEST(report::told_text(step, texts, model::Language::en) ==
               "mfa: “a {concept}\uFFFD[31m b”, but only planned.");
    step.arguments[1].question = "12";
    BOOST_TEST(report::told_text(step, texts, model::Language::nb) ==
               "mfa: «a {concept}\uFFFD[31m b» (i svaret på 12), men det er bare planlagt.");
}

BOOST_AUTO_TEST_CASE(matched_words_are_marked_with_their_steps)
{
    const report::StepTexts texts = report::load_step_texts(shipped_file, "reports/steps.xml");
    report::Explanation explanation;
    explanation.question = "18";
    explanation.answer = "Feide og BankID.\nAlle har totrinn.";
    const auto step = [&](std::size_t begin, std::size_t end) {
        model::Step one;
        one.id = model::StepId::only_yes;
        one.arguments = {argument(model::Slot::words, explanation.answer.substr(begin, end - begin))};
        one.arguments[0].begin = begin;
        one.arguments[0].end = end;
        return one;
    };
    explanation.steps = {step(9, 15), step(0, 5), step(3, 8)};
    const std::string plain = report::to_text(explanation, texts, model::Language::nb, 80, report::Colouring::plain);
    BOOST_TEST(plain.find("\n    [Feide og](2,3) [BankID](1).\n    Alle har totrinn.\n") != std::string::npos, plain);
    BOOST_TEST(plain.find_first_of("\x01\x02\x1b") == std::string::npos);
    const std::string coloured = report::to_text(explanation, texts, model::Language::nb, 80, report::Colouring::ansi);
    BOOST_TEST(coloured.find("\x1b[1;36m[BankID]\x1b[0m(1)") != std::string::npos, coloured);
}

// Only where somebody asks why: an outcome that is not satisfied.
BOOST_AUTO_TEST_CASE(the_outcomes_cell_holds_the_deciding_steps_as_a_note)
{
    model::Assessment assessment = sample_assessment();
    const auto step = [](model::StepId id, std::vector<model::StepArgument> arguments) {
        model::Step one;
        one.id = id;
        one.arguments = std::move(arguments);
        return one;
    };
    for (model::AnswerResult& result : assessment.answers)
        result.steps = {
            step(model::StepId::answer_given, {argument(model::Slot::count, "9")}),
            step(model::StepId::only_yes, {argument(model::Slot::words, "Ja <&>")}),
            step(model::StepId::outcome_settled, {argument(model::Slot::outcome, name_of(result.outcome))})};
    report::Layout layout = shipped_layout();
    const auto notes_of = [&] {
        std::map<std::string, std::string> notes;
        const report::Matrix matrix = report::make_matrix(assessment, layout, model::Language::nb);
        for (const report::MatrixRow& row : matrix.find("answers")->rows)
            for (const report::MatrixCell& cell : row.cells)
                if (!cell.note.empty()) notes[row.anchor] = cell.note;
        return notes;
    };
    BOOST_TEST(notes_of().empty());
    layout.steps = report::load_step_texts(shipped_file, "reports/steps.xml");
    const std::map<std::string, std::string> notes = notes_of();
    for (const model::AnswerResult& result : assessment.answers)
        BOOST_TEST(notes.count("answers#" + result.question) == (result.outcome == model::Outcome::satisfied ? 0u : 1u),
                   result.question);
    BOOST_TEST(notes.at("answers#3") ==
               "«Ja <&>» er bare et ja, mens spørsmålet ber om mer.\nDelvis: et tidligere steg avgjorde det.");

    const TemporaryFolder folder;
    const auto out = folder.path() / "matrix.xlsx";
    report::write_matrix(assessment, layout, model::Language::nb, out);
    const std::map<std::string, std::string> parts = parts_of(out);
    BOOST_TEST(count_of(parts.at("xl/comments1.xml"), "<comment ref=") == notes.size());
    BOOST_TEST(count_of(parts.at("xl/comments1.xml"), "«Ja &lt;&amp;&gt;» er bare et ja") == notes.size());
}

BOOST_AUTO_TEST_CASE(a_note_is_short)
{
    const report::StepTexts texts = report::load_step_texts(shipped_file, "reports/steps.xml");
    model::AnswerResult result;
    for (int at = 0; at < 20; ++at) {
        model::Step one;
        one.id = model::StepId::expectation_absent;
        one.arguments = {argument(model::Slot::expectation, "part " + std::to_string(at))};
        result.steps.push_back(one);
    }
    model::Step last;
    last.id = model::StepId::outcome_settled;
    last.arguments = {argument(model::Slot::outcome, "gap")};
    result.steps.push_back(last);
    const std::string note = report::note_of(result, texts, model::Language::en);
    BOOST_TEST(std::count(note.begin(), note.end(), '\n') == 7);
    BOOST_TEST(note.find("part 5: not mentioned.\n… and 14 more steps: samsvar explain\nGap: an earlier step") !=
                   std::string::npos,
               note);
}

BOOST_AUTO_TEST_SUITE_END()
