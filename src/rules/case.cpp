#include "rules/case.h"

#include <algorithm>

#include "base/on_threads.h"
#include "model/by_id.h"
#include "rules/listed_annexes.h"
#include "rules/question_ids.h"

namespace samsvar::rules {

using model::Language;

int View::musts(Standing standing) const
{
    return static_cast<int>(std::count_if(sought.begin(), sought.end(), [&](const Sought& one) {
        return one.expectation->weight == model::Weight::must && one.standing == standing;
    }));
}

int View::musts() const
{
    return static_cast<int>(std::count_if(sought.begin(), sought.end(), [](const Sought& one) {
        return one.expectation->weight == model::Weight::must;
    }));
}

bool View::has(std::string_view code) const
{
    return std::any_of(findings.begin(), findings.end(), [&](const model::Finding& one) { return one.code == code; });
}

namespace {

/// The supplier's header as one text: a line for each sub-processor, so that "header" can be a side of a contradiction.
std::string header_text(const model::Submission& submission, std::vector<std::size_t>& starts)
{
    std::string text;
    for (const model::Subprocessor& subprocessor : submission.subprocessors) {
        if (!text.empty())
            text += "\n* ";  // a list item is a sentence of its own, and no sign of ours ends up in a quote
        starts.push_back(text.size());
        text += subprocessor.name + ", " + subprocessor.address;
    }
    return text;
}

}  // namespace

Case::Case(const model::Form& form_, const model::Submission& submission_, const text::Matcher& matcher_,
           model::Date date_, const model::EvidenceFolder* files)
    : form(form_), submission(submission_), matcher(matcher_), date(date_)
{
    if (files) folder.emplace(*files, matcher);
    const ListedAnnexes listed(submission.annexes);
    const QuestionIds ids(form);
    views.resize(form.questions.size());
    const model::ById<model::Answer> answers(submission.answers, &model::Answer::question);
    on_two_threads(views.size(), [&](std::size_t at) {
        View& view = views[at];
        view.question = &form.questions[at];
        view.answer = answers.find(view.question->id);
        view.own = matcher.analyse(view.answer ? view.answer->text() : std::string());
        view.evidence = matcher.analyse(view.answer ? view.answer->evidence_text() : std::string());
        for (text::Analysis* analysis : {&view.own, &view.evidence}) listed.find_in(*analysis);
        ids.find_in(view.own);
        if (view.question->concluded) view.asked = matcher.analyse(model::printed_request(*view.question, view.answer));
    });
    look_ups.emplace(*this);
    header = matcher.analyse(header_text(submission, header_starts));
    constexpr std::size_t more_than_a_choice = 4;
    std::size_t answered = 0, long_ones = 0;
    for (const View& view : views) {
        if (view.own.words == 0) continue;
        ++answered;
        if (view.own.words > more_than_a_choice) ++long_ones;
    }
    explained = long_ones * 2 > answered;
}

model::Place Case::header_place(const text::Span& span) const
{
    if (header_starts.empty()) return {};
    const std::size_t at = header.folded.origin[std::min(span.begin, header.folded.text.size())];
    const auto after = std::upper_bound(header_starts.begin(), header_starts.end(), at);
    return submission
        .subprocessors[static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - header_starts.begin(), 1) - 1)]
        .place;
}

namespace {

bool is_outright(const text::Scope& scope)
{
    return !scope.negated && !scope.planned && !scope.customer && !scope.unsaid();
}

}  // namespace

const text::Hit* Case::first_hit(const text::Analysis& analysis, std::string_view concept_id, bool outright) const
{
    const auto index = matcher.index_of(concept_id);
    if (!index) return nullptr;
    return analysis.first_hit(*index, [&, today = date.number()](const text::Hit& hit) {
        return hit.since <= today && (!outright || is_outright(hit.scope));
    });
}

const text::Hit* Case::first_hit_beside(const text::Analysis& analysis, std::string_view concept_id,
                                        const std::vector<std::string>& others) const
{
    const auto index = matcher.index_of(concept_id);
    if (!index) return nullptr;
    const auto stated = [today = date.number()](const text::Hit& hit) {
        return hit.since <= today && is_outright(hit.scope);
    };
    return analysis.first_hit(*index, [&](const text::Hit& hit) {
        if (!stated(hit)) return false;
        const std::span<const text::Hit> sentence = analysis.hits_in(hit.sentence);
        return std::any_of(sentence.begin(), sentence.end(), [&](const text::Hit& other) {
            const std::string& id = matcher.lexicon().concepts[other.concept_index].id;
            return stated(other) && std::find(others.begin(), others.end(), id) != others.end();
        });
    });
}

std::vector<std::uint32_t> Case::held_of(const text::Analysis& analysis,
                                         const std::vector<std::string>& concept_ids) const
{
    std::vector<std::uint32_t> held;
    for (const std::string& id : concept_ids)
        if (const auto index = matcher.index_of(id); index && analysis.holds(*index)) held.push_back(*index);
    return held;
}

bool Case::states(const text::Analysis& analysis, std::string_view concept_id) const
{
    return first_hit(analysis, concept_id) != nullptr;
}

bool Case::states_any(const text::Analysis& analysis, const std::vector<std::string>& concept_ids) const
{
    return std::any_of(concept_ids.begin(), concept_ids.end(),
                       [&](const std::string& one) { return states(analysis, one); });
}

std::string sentence_quote(const text::Analysis& analysis, const text::Span& span)
{
    constexpr std::size_t longest = 300;
    text::Span wanted = span;
    if (!analysis.sentences.empty()) {
        const text::Span& sentence =
            analysis.sentences[std::min(analysis.sentence_of(span), analysis.sentences.size() - 1)];
        if (sentence.size() <= longest)
            wanted = {std::min(sentence.begin, span.begin), std::max(sentence.end, span.end)};
        else if (!analysis.clauses.empty()) {
            const text::Span& clause =
                analysis.clauses[std::min(analysis.clause_of(span), analysis.clauses.size() - 1)];
            if (clause.size() <= longest) wanted = {std::min(clause.begin, span.begin), std::max(clause.end, span.end)};
        }
    }
    if (wanted.size() > longest) wanted.end = wanted.begin + longest;
    return analysis.folded.quote(wanted);
}

namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// The other side of a contradiction in words; elsewhere the sentence itself says that it is a question.
std::string other_side(const Case& context, const std::string& with, std::string_view code, Language language)
{
    if (code != "contradiction") return with;
    return phrase(context, with == "header" ? "other-header" : "other-question", with).in(language);
}

std::string filled(const Case& context, std::string text, std::string_view code, const View& view, const Words& words,
                   Language language)
{
    // The supplier's words go in last and once, so that a brace in them is never taken for a place holder.
    const std::pair<std::string_view, std::string> fields[] = {
        {"{question}", words.question.empty() ? view.question->id : words.question},
        {"{with}", other_side(context, words.with, code, language)},
        {"{what}", words.what.in(language)},
        {"{limit}", words.limit.in(language)},
        {"{document}", words.document},
        {"{date}", words.date},
        {"{stated}", words.stated},
        {"{quote}", words.quote},
    };
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        bool replaced = false;
        if (text[at] == '{')
            for (const auto& [name, value] : fields)
                if (text.compare(at, name.size(), name) == 0) {
                    result += value;
                    at += name.size();
                    replaced = true;
                    break;
                }
        if (!replaced) result += text[at++];
    }
    replace_all(result, "  ", " ");
    return result;
}

}  // namespace

model::LocalText phrase(const Case& context, std::string_view id, const std::string& name)
{
    model::LocalText filled_in;
    for (const auto& [language, text] : context.matcher.lexicon().phrase(id).all()) {
        const std::size_t hole = text.find("{name}");
        filled_in.set(language, hole == std::string::npos ? text : text.substr(0, hole) + name + text.substr(hole + 6));
    }
    return filled_in;
}

model::Finding make_finding(const Case& context, const View& view, std::string_view code, const Words& words,
                            model::Severity severity, model::Outcome at_best, const model::Origin& rule)
{
    model::Finding finding;
    finding.code = code;
    finding.detail = words.detail;
    finding.with = words.with;
    finding.severity = severity;
    finding.outcome = at_best;
    finding.quote = words.quote;
    if (view.answer) finding.place = view.answer->place();
    finding.rule = rule;
    if (const model::FindingText* texts = context.matcher.lexicon().finding(code)) {
        for (const auto& [language, reason] : texts->reason.all())
            finding.reason.set(language, filled(context, reason, code, view, words, language));
        for (const auto& [language, ask] : texts->ask.all())
            finding.ask.set(language, filled(context, ask, code, view, words, language));
    }
    return finding;
}

bool is_contradicted_enough(const Case& context, const View& view)
{
    return view.contradictions >= most_contradictions || context.contradictions >= most_contradictions_in_all;
}

bool may_contradict(Case& context, View& view, const std::string& with)
{
    if (is_contradicted_enough(context, view)) return false;
    if (std::any_of(view.findings.begin(), view.findings.end(),
                    [&](const model::Finding& one) { return one.code == "contradiction" && one.with == with; }))
        return false;
    ++view.contradictions;
    ++context.contradictions;
    return true;
}

bool tagged(const View& view, std::string_view tag)
{
    const auto& tags = view.question->tags;
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace samsvar::rules
