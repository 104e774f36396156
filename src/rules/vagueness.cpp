// Step 6: words without content, in answers to questions whose expectations a form describes.
//
// An answer is vague when
//   - it is thin: few words that name no thing of their own, or that say no more than "regularly";
//   - it claims one thing and leaves the rest to an annex that is not there;
//   - it holds big words, and meets nothing but by them and by the question's own words.
// What excuses it: a value (a time, a date, an interval), everything expected being met, an answer that is clear (a no,
// a plan, an admission), and for the first an exact list, for the last a plain sentence that names a thing.
#include <algorithm>
#include <optional>
#include <span>

#include "rules/checks.h"
#include "rules/evade.h"
#include "text/segment.h"

namespace samsvar::rules {

using model::Outcome;
using model::StepId;

namespace {

constexpr std::size_t few_words = 10;

/// One answer, looked at for what it says in words that are neither the question's nor empty.
class Substance {
public:
    Substance(const Case& context, const View& view)
        : context_(context),
          view_(view),
          question_(text::fold_text(model::printed_question(*view.question, view.answer))),
          told_(met_in_new_words())
    {
    }

    // What is vague.

    /// Few running words that name no thing of their own. Few words may also be an exact list ("CV, references, web
    /// search"), and a short no, a short plan and a short admission are clear.
    bool is_thin() const
    {
        if (view_.own.words > few_words || is_list() || is_clear()) return false;
        return says_how_often_only() || (told_ == 0 && (inherits() || !names_a_thing()));
    }

    /// "We have protection. Details are in annex 16", and there is no annex 16.
    bool claims_beside_missing_annex() const
    {
        if (!view_.has("dangling-reference") || !view_.own.frequencies.empty() || is_clear()) return false;
        const std::size_t words = words_beside_pointers();
        return words > 0 && words <= few_words && (told_ == 1 || context_.states(view_.own, "vague-protection"));
    }

    /// Big words are all that meets anything.
    bool is_only_big_words() const { return told_ == 0 && big_words() && !is_clear() && !has_plain_sentence(); }

    // What excuses it.

    /// A time, a date or an interval.
    bool has_value() const
    {
        return !view_.own.durations.empty() || !view_.own.dates.empty() ||
               std::any_of(view_.own.frequencies.begin(), view_.own.frequencies.end(),
                           [](const text::Frequency& one) { return !one.vague && one.interval_days > 0; });
    }

    bool meets_everything() const { return view_.musts(Standing::met) == view_.musts(); }

private:
    /// It denies, plans or admits.
    bool is_clear() const
    {
        return view_.musts(Standing::negated) + view_.musts(Standing::planned) + view_.musts(Standing::violated) > 0 ||
               std::any_of(view_.own.hits.begin(), view_.own.hits.end(),
                           [&](const text::Hit& hit) { return is_weak_practice_of(context_, view_, hit); });
    }

    bool is_list() const { return view_.own.folded.text.find(',') != std::string::npos || !view_.own.annexes.empty(); }

    /// A sentence about the matter that names a thing without big words.
    bool has_plain_sentence() const
    {
        for (std::size_t at = 0; at < view_.own.sentences.size(); ++at)
            if (!big_words(at) && is_of_topic(at) && names_a_thing(at)) return true;
        return false;
    }

    /// "Tested regularly."
    bool says_how_often_only() const { return view_.musts(Standing::met) <= 1 && view_.musts(Standing::vague) > 0; }

    /// "As the data centre has it", where that may be an answer and is not a thing told.
    bool inherits() const
    {
        return view_.question->may_inherit && context_.states_any(view_.own, {"inherits-from-site", "data-centre"});
    }

    /// Of the sentences that do not point at a document.
    std::size_t words_beside_pointers() const
    {
        std::size_t words = 0;
        for (const text::Span& sentence : view_.own.sentences)
            if (!points_at_document(context_, view_, sentence))
                words += text::count_words(view_.own.folded.view(sentence));
        return words;
    }

    bool is_of_topic(std::size_t sentence) const
    {
        const auto& topic = view_.question->topic;
        const std::span<const text::Hit> hits = view_.own.hits_in(sentence);
        return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
            return std::find(topic.begin(), topic.end(), known(hit).id) != topic.end();
        });
    }

    /// Big words in that sentence, or in any. "Regularly" is a frequency without a value, which is told as one.
    bool big_words(std::optional<std::size_t> sentence = {}) const
    {
        const std::span<const text::Hit> hits = hits_in(sentence);
        return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
            const std::string& id = known(hit).id;
            if (id == "marketing" || id == "empty-assurance") return true;
            if (id != "vague-words" && id != "vague-protection") return false;
            const auto covers = [&](const auto& one) { return one.span.overlaps(hit.span); };
            return std::none_of(view_.own.frequencies.begin(), view_.own.frequencies.end(), covers) &&
                   std::none_of(view_.own.durations.begin(), view_.own.durations.end(), covers);
        });
    }

    /// A thing named in words that are not the question's, in that sentence or in any: a product, a format, a measure.
    /// Where it all runs is none.
    bool names_a_thing(std::optional<std::size_t> sentence = {}) const
    {
        const std::span<const text::Hit> hits = hits_in(sentence);
        return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
            if (!known(hit).is_matter || known(hit).whereabouts || hit.scope.unsaid()) return false;
            return !is_in_question(hit.span);
        });
    }

    /// Must-expectations met by something else than the question's own words and big words.
    int met_in_new_words() const
    {
        return static_cast<int>(std::count_if(view_.sought.begin(), view_.sought.end(), [&](const Sought& one) {
            if (one.expectation->weight != model::Weight::must || one.standing != Standing::met) return false;
            if (!one.source || one.source->analysis != &view_.own) return true;
            return !is_in_question(one.span) && !big_words(view_.own.sentence_of(one.span));
        }));
    }

    /// Whether all words of the answer at `span` stand in the question, in that form or another. Short ones count when
    /// they are abbreviations or figures ("TLS 1.3").
    bool is_in_question(const text::Span& span) const
    {
        constexpr std::size_t beginning = 5;
        constexpr std::size_t shortest = 4;
        const text::Folded& answer = view_.own.folded;
        const std::vector<std::string_view> words = text::words_in(answer.view(span));
        return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
            const auto at = static_cast<std::size_t>(word.data() - answer.text.data());
            const auto capital = [&](std::size_t place) {
                const char c = answer.source[answer.origin[place]];
                return c >= 'A' && c <= 'Z';
            };
            const bool figure = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
            const bool abbreviation = word.size() > 1 && capital(at) && capital(at + 1);
            if (word.size() < shortest && !figure && !abbreviation) return true;
            return question_.find(word.substr(0, beginning)) != std::string::npos;
        });
    }

    /// Those of a sentence, or all.
    std::span<const text::Hit> hits_in(std::optional<std::size_t> sentence) const
    {
        return sentence ? view_.own.hits_in(*sentence) : std::span<const text::Hit>(view_.own.hits);
    }

    const model::Concept& known(const text::Hit& hit) const
    {
        return context_.matcher.lexicon().concepts[hit.concept_index];
    }

    const Case& context_;
    const View& view_;
    const std::string question_;  ///< folded
    const int told_;              ///< must-expectations met in new words
};

enum class Vague { no, thin, big_words };

Vague judge(const Substance& answer)
{
    if (answer.has_value()) return Vague::no;
    // What is met by the claim alone still lacks what the annex was to hold.
    if (answer.claims_beside_missing_annex()) return Vague::thin;
    if (answer.meets_everything()) return Vague::no;
    if (answer.is_thin()) return Vague::thin;
    return answer.is_only_big_words() ? Vague::big_words : Vague::no;
}

}  // namespace

void check_vagueness(Case& context, View& view)
{
    if (view.musts() == 0 || !view.referred.empty()) return;
    const Vague vague = judge(Substance(context, view));
    if (vague == Vague::no) return;
    Words words;
    words.quote = sentence_quote(view.own, opening(view));
    view.findings.push_back(
        make_finding(context, view, "vague", words, view.question->severity, Outcome::partial, view.question->origin));
    if (vague == Vague::thin)
        explain<StepId::too_thin>(view, view.question->origin, counted(view.own.words));
    else
        explain<StepId::words_without_content>(view, view.question->origin, matched(view, opening(view)));
    view.evaded = true;  // it says all there is to say of what is missing
}

}  // namespace samsvar::rules
