// Questions nobody described: what their own words ask for is all there is to hold an answer against.
#include <algorithm>

#include "rules/checks.h"

namespace samsvar::rules {

using model::Outcome;

namespace {

constexpr double tolerance = 1.05;  // "12 months" for a year

/// A length or an interval with where it stands.
struct Amount {
    double value = 0;
    text::Span span;
};

std::vector<Amount> intervals(const text::Analysis& analysis)
{
    std::vector<Amount> found;
    for (const text::Frequency& one : analysis.frequencies)
        if (!one.vague && !one.event) found.push_back({one.interval_days, one.span});
    for (const text::Duration& one : analysis.durations)
        if (one.interval) found.push_back({one.hours / 24, one.span});
    return found;
}

std::vector<Amount> lengths(const text::Analysis& analysis)
{
    std::vector<Amount> found;
    for (const text::Duration& one : analysis.durations)
        if (!one.interval) found.push_back({one.hours, one.span});
    return found;
}

/// A question that states one limit is answered beyond it by everything the answer states of the kind. Two limits, or
/// none in the answer, are for a person.
void hold_against_limit(Case& context, View& view, const char* code, const text::Analysis& question,
                        const std::vector<Amount>& asked, const std::vector<Amount>& said)
{
    if (asked.size() != 1 || asked.front().value <= 0 || said.empty()) return;
    const auto best =
        std::min_element(said.begin(), said.end(), [](const Amount& a, const Amount& b) { return a.value < b.value; });
    if (best->value <= asked.front().value * tolerance) return;
    Words words;
    words.detail = "stated-limit";
    words.stated = view.own.folded.quote(best->span);
    const std::string limit = question.folded.quote(asked.front().span);
    for (const model::Language language : {model::Language::nb, model::Language::sv, model::Language::en})
        words.limit.set(language, "«" + limit + "»");
    words.what.set(model::Language::nb, "sagt i spørsmålet");
    words.what.set(model::Language::sv, "sagd i frågan");
    words.what.set(model::Language::en, "said in the question");
    words.quote = sentence_quote(view.own, best->span);
    view.findings.push_back(
        make_finding(context, view, code, words, view.question->severity, Outcome::gap, view.question->origin));
}

/// The question as an answer is analysed: as printed in the supplier's file, else our text of it.
text::Analysis analysed_question(const Case& context, const View& view)
{
    if (!view.answer->printed_question.empty()) return context.matcher.analyse(view.answer->printed_question);
    return context.matcher.analyse(view.question->text.empty() ? std::string()
                                                               : view.question->text.all().front().second);
}

}  // namespace

bool asks_for_description(const Case& context, const View& view)
{
    return view.answer && context.first_hit(analysed_question(context, view), "asks-description", false) != nullptr;
}

void check_stated_limits(Case& context, View& view)
{
    if (view.settled || !view.answer || !is_undescribed(*view.question)) return;
    const text::Analysis question = analysed_question(context, view);
    // "Kept for at least twelve months" and "thirty days before" set a least time: more of it is better.
    const bool least = context.first_hit(question, "asks-at-least", false) != nullptr;
    const bool within = context.first_hit(question, "asks-within-limit", false) != nullptr;
    if (least) hold_against_limit(context, view, "too-infrequent", question, intervals(question), intervals(view.own));
    if (within && !least) hold_against_limit(context, view, "too-slow", question, lengths(question), lengths(view.own));
}

}  // namespace samsvar::rules
