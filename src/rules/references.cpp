// Step 3: "see item 18", "ref. 32", "annex 8": what an answer refers to counts as part of it.
#include <algorithm>
#include <map>
#include <set>

#include "rules/checks.h"
#include "rules/explain.h"
#include "rules/listed_annexes.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;
using model::StepId;

namespace {

/// So many answers count as part of one: a file in which each refers to hundreds of others must not cost the square of
/// its length, and nobody reads on so far.
constexpr std::size_t most_followed = 100;
/// So many references are looked at to find them.
constexpr std::size_t most_looked_at = 2'000;

View* referred_view(Case& context, const std::string& number)
{
    const auto at = context.look_ups->question(number);
    return at ? &context.views[*at] : nullptr;
}

std::size_t index_of(const Case& context, const View& view)
{
    return static_cast<std::size_t>(&view - context.views.data());
}

/// What one answer leads to.
class Trail {
public:
    Trail(const Case& context, std::size_t start) : context_(context), start_(start) {}

    struct End {
        std::set<std::size_t> reached;
        bool circular = false;
    };
    /// Where the chain of references leads that begins with `at`; a second reference to it leads to the same.
    const End& follow(std::size_t at)
    {
        const auto [known, added] = known_.try_emplace(at);
        if (added) {
            known->second.reached.insert(start_);
            known->second.circular = go_on(at, known->second.reached, 1);
            known->second.reached.erase(start_);
        }
        return known->second;
    }

private:
    bool go_on(std::size_t at, std::set<std::size_t>& reached, int depth)
    {
        constexpr int deepest = 5;
        if (depth > deepest) return false;
        if (reached.size() > most_followed || looked_at_ > most_looked_at) return false;
        if (!reached.insert(at).second) return false;
        bool circular = false;
        for (const text::Reference& reference : context_.views[at].own.references) {
            if (++looked_at_ > most_looked_at) break;
            const auto next = context_.look_ups->question(reference.number);
            if (!next) continue;
            circular = *next == start_ || go_on(*next, reached, depth + 1) || circular;
        }
        return circular;
    }

    const Case& context_;
    std::size_t start_;
    std::map<std::size_t, End> known_;
    std::size_t looked_at_ = 0;
};

/// What was reached counts as part of the answer.
void count_in(View& view, const std::set<std::size_t>& reached)
{
    for (const std::size_t index : reached) {
        if (std::find(view.referred.begin(), view.referred.end(), index) != view.referred.end()) continue;
        if (view.referred.size() == most_followed) return;
        view.referred.push_back(index);
    }
}

void dangling(Case& context, View& view, const text::Span& span, const std::string& document, Outcome at_best)
{
    Words words;
    words.quote = sentence_quote(view.own, span);
    words.document = document;
    view.findings.push_back(
        make_finding(context, view, "dangling-reference", words,
                     view.question->severity == Severity::high ? Severity::medium : view.question->severity, at_best,
                     view.question->origin));
}

/// A yes, and beside it only a reference that leads nowhere.
void add_bare_yes(Case& context, View& view)
{
    Words words;
    words.quote = view.own.folded.source;
    view.findings.push_back(make_finding(context, view, "yes-only", words, view.question->severity, Outcome::partial,
                                         view.question->origin));
}

/// Words of the answer that are not part of a reference, a pointer word or the opening yes.
std::size_t own_words(const Case& context, const View& view)
{
    std::size_t words = view.words_beyond_polarity;
    for (const text::Reference& reference : view.own.references) {
        std::size_t in_reference = 1;
        for (std::size_t at = reference.span.begin; at < reference.span.end; ++at)
            if (view.own.folded.text[at] == ' ') ++in_reference;
        words -= std::min(words, in_reference);
    }
    const auto pointer = context.matcher.index_of("pointer-words");
    for (const text::Hit& hit : view.own.hits)
        if (hit.concept_index == pointer) words -= std::min<std::size_t>(words, 1);
    return words;
}

void check_annex_references(Case& context, View& view, const text::Analysis& analysis, bool own)
{
    const Source source{&analysis, view.answer, true};
    std::set<std::string_view> told;  // what the same label leads to is told, and counts, once
    for (const text::AnnexReference& reference : analysis.annexes) {
        if (reference.file || !told.insert(reference.label).second) continue;
        if (const model::Annex* const listed = context.look_ups->annex(reference.label)) {
            view.annex_titles.push_back(context.matcher.analyse(listed->title));
            explain<StepId::annex_listed>(view, view.question->origin, matched(view, source, reference.span),
                                          with_name(listed->title));
            continue;
        }
        if (const KnownFile* file = context.folder ? context.folder->by_label(reference.label) : nullptr) {
            view.annex_titles.push_back(context.matcher.analyse(file->file->title));
            continue;
        }
        // Without a list of annexes nobody can say that one is missing; a list of numbers says nothing of letters.
        if (!context.look_ups->lists_like(reference.label) || view.has("dangling-reference")) continue;
        if (own) {
            dangling(context, view, reference.span, std::string(analysis.folded.quote(reference.span)),
                     Outcome::partial);
        }
        explain<StepId::annex_not_listed>(view, view.question->origin, matched(view, source, reference.span));
    }
}

}  // namespace

void check_references(Case& context, View& view)
{
    if (view.settled) return;
    const std::size_t self = index_of(context, view);
    const model::Origin& rule = view.question->origin;
    const bool nothing_else = !view.own.references.empty() && own_words(context, view) <= 3;
    bool unknown = false;
    bool found = false;
    std::set<std::string_view> told;  // what the same words lead to is told once
    Trail trail(context, self);
    for (const text::Reference& reference : view.own.references) {
        if (!told.insert(reference.number).second) continue;
        View* target = referred_view(context, reference.number);
        if (!target && reference.number.empty() && self > 0) target = &context.views[self - 1];  // "as above"
        if (target == &view) continue;
        if (!target) {
            unknown = true;
            const bool with_yes = view.polarity == Polarity::yes;
            // "As above" of the first question has no number: its own words name it.
            dangling(context, view, reference.span,
                     reference.number.empty() ? view.own.folded.quote(reference.span) : reference.number,
                     nothing_else && !with_yes ? Outcome::unanswered : Outcome::partial);
            if (reference.number.empty())
                explain<StepId::reference_above_nothing>(view, rule, matched(view, reference.span));
            else
                explain<StepId::reference_unknown>(view, rule, matched(view, reference.span));
            continue;
        }
        found = true;
        const auto& [reached, circular] = trail.follow(index_of(context, *target));
        count_in(view, reached);
        if (circular && nothing_else && !view.has("circular-reference")) {
            Words words;
            words.with = target->id();
            words.quote = sentence_quote(view.own, reference.span);
            // Beside a yes it leaves a bare yes.
            const bool with_yes = view.polarity == Polarity::yes;
            view.findings.push_back(make_finding(context, view, "circular-reference", words, Severity::medium,
                                                 with_yes ? Outcome::partial : Outcome::unanswered,
                                                 view.question->origin));
            // When nobody along the way says anything either, that is the end of the matter.
            const bool empty_handed = std::all_of(reached.begin(), reached.end(), [&](std::size_t index) {
                return own_words(context, context.views[index]) <= 3;
            });
            explain<StepId::reference_circular>(view, rule, matched(view, reference.span),
                                                other_question(target->id()));
            if (empty_handed) {
                view.settled = true;
                view.outcome = with_yes ? Outcome::partial : Outcome::unanswered;
                if (with_yes) add_bare_yes(context, view);
                explain<StepId::reference_and_no_more>(view, rule);
            }
            continue;
        }
        explain<StepId::reference_counted>(view, rule, matched(view, reference.span), other_question(target->id()));
    }
    check_annex_references(context, view, view.own, true);
    check_annex_references(context, view, view.evidence, false);

    if (unknown && !found && nothing_else) {
        explain<StepId::reference_and_no_more>(view, rule);
        view.settled = true;
        view.outcome = view.polarity == Polarity::yes ? Outcome::partial : Outcome::unanswered;
        if (view.polarity == Polarity::yes) add_bare_yes(context, view);
    }
}

}  // namespace samsvar::rules
