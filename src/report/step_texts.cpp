#include "report/step_texts.h"

#include <algorithm>
#include <cassert>

#include "base/files.h"
#include "model/assessment.h"
#include "model/languages.h"
#include "report/cell_text.h"
#include "report/told_texts.h"
#include "xml/element.h"

namespace samsvar::report {

namespace {

using model::Language;
using model::Slot;
using model::StepArgument;
using xml::Element;

constexpr std::string_view word_ids[] = {"quoted",       "quoted-evidence", "quoted-annex", "quoted-header",
                                         "quoted-other", "header",          "question",     "no-answer",
                                         "steps",        "findings",        "nothing",      "ask",
                                         "rule",         "requirements",    "note-more"};
constexpr model::Stage stages[] = {model::Stage::answer,   model::Stage::opening,      model::Stage::references,
                                   model::Stage::features, model::Stage::expectations, model::Stage::evasions,
                                   model::Stage::across,   model::Stage::outcome};

void check_place_holders(const Element& element, const model::LocalText& texts, const model::StepKind& kind)
{
    for (const std::string& name : place_holders(texts.in(model::report_languages[0]))) {
        const auto slot = model::slot_named(name);
        if (!slot || !kind.has(*slot)) throw element.error("is not told with {" + name + "}");
    }
}

/// The supplier's words as a sentence can hold them.
std::string shortened(const std::string& words)
{
    constexpr std::size_t longest = 120;
    return excerpt(one_line(printable(words)), longest);
}

std::string words_frame(const StepArgument& words, const StepTexts& texts, Language language)
{
    switch (words.where) {
        case model::WordsIn::evidence: return texts.word("quoted-evidence", language);
        case model::WordsIn::annex: return texts.word("quoted-annex", language);
        case model::WordsIn::header: return texts.word("quoted-header", language);
        case model::WordsIn::answer: break;
    }
    if (words.question.empty()) return texts.word("quoted", language);
    return filled(texts.word("quoted-other", language), "question", shortened(words.question));
}

std::string plain_value(const StepArgument& argument, const StepTexts& texts, Language language)
{
    switch (argument.slot) {
        case Slot::outcome:
            if (const auto outcome = model::outcome_named(argument.value)) return label_of(*outcome).in(language);
            break;
        case Slot::severity:
            if (const auto severity = model::severity_named(argument.value)) return label_of(*severity).in(language);
            break;
        case Slot::question:
            if (argument.value == "header") return texts.word("header", language);
            break;
        default: break;
    }
    const std::string& label = argument.label.in(language);
    return shortened(label.empty() ? argument.value : label);
}

}  // namespace

const std::string& StepTexts::word(std::string_view id, Language language) const
{
    const auto found = words.find(id);
    assert(found != words.end());
    static const std::string none;
    return found == words.end() ? none : found->second.in(language);
}

StepTexts load_step_texts(const std::filesystem::path& path, const std::string& shown)
{
    const Element root = xml::parse(read_file(path, Limits{}.own_xml_bytes), shown);
    if (root.name != "steps" || root.name_space != "urn:samsvar:steps:1")
        throw root.error(
            "these are not the sentences of explanations: the root must be <steps xmlns=\"urn:samsvar:steps:1\">");
    root.allow({"xmlns"}, {"stage", "word", "step"});
    StepTexts texts;
    read_told_all(root, "stage", model::report_languages, texts.stages);
    read_told_all(root, "word", model::report_languages, texts.words);
    std::vector<std::string_view> stage_ids;
    for (const model::Stage stage : stages) stage_ids.emplace_back(name_of(stage));
    require_told(root, texts.stages, stage_ids, "stage");
    require_told(root, texts.words, word_ids, "word");

    texts.steps.resize(model::step_kinds.size());
    for (const Element* child : root.all("step")) {
        const std::string& name = child->require_attribute("id");
        const auto id = model::step_named(name);
        if (!id) throw child->error("there is no step \"" + name + "\"");
        model::LocalText& text = texts.steps[static_cast<std::size_t>(*id)];
        if (!text.empty()) throw child->error("a second step \"" + name + "\"");
        text = read_told(*child, model::report_languages);
        check_place_holders(*child, text, model::kind_of(*id));
    }
    for (const model::StepKind& kind : model::step_kinds)
        if (texts.steps[static_cast<std::size_t>(kind.id)].empty())
            throw root.error(std::string("lacks the step \"") + kind.name + "\"");
    return texts;
}

std::vector<StepPiece> told(const model::Step& step, const StepTexts& texts, Language language)
{
    std::vector<StepPiece> pieces;
    const auto add = [&](std::string text, bool matched) {
        if (text.empty()) return;
        if (!pieces.empty() && pieces.back().matched == matched)
            pieces.back().text += text;
        else
            pieces.push_back({std::move(text), matched});
    };
    const std::string& sentence = texts.steps[static_cast<std::size_t>(step.id)].in(language);
    // What is put in is never looked at again, so that a brace in it is only a brace.
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t open = std::min(sentence.find('{', at), sentence.size());
        add(sentence.substr(at, open - at), false);
        if (open == sentence.size()) break;
        const std::size_t close = std::min(sentence.find('}', open), sentence.size() - 1);
        at = close + 1;
        const auto slot = model::slot_named(std::string_view(sentence).substr(open + 1, close - open - 1));
        const StepArgument* argument = slot ? step.argument(*slot) : nullptr;
        if (!argument) continue;
        if (argument->slot != Slot::words && argument->slot != Slot::other_words) {
            add(plain_value(*argument, texts, language), false);
            continue;
        }
        const std::string frame = words_frame(*argument, texts, language);
        const std::size_t hole = frame.find("{text}");
        add(frame.substr(0, hole), false);
        add(shortened(argument->value), true);
        if (hole != std::string::npos) add(frame.substr(hole + 6), false);
    }
    return pieces;
}

std::string told_text(const model::Step& step, const StepTexts& texts, Language language)
{
    std::string text;
    for (const StepPiece& piece : told(step, texts, language)) text += piece.text;
    return text;
}

}  // namespace samsvar::report
