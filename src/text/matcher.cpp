#include <algorithm>
#include <map>

#include "text/analysis.h"
#include "text/language_guess.h"
#include "text/pattern_set.h"
#include "text/quantity.h"
#include "text/scope.h"
#include "text/segment.h"

namespace samsvar::text {

struct Matcher::State {
    struct Entry {
        std::uint32_t concept_index = 0;
        bool except = false;
    };

    model::Lexicon lexicon;
    std::map<std::string, std::uint32_t, std::less<>> index;
    /// Patterns with the concept each belongs to.
    struct Bank {
        PatternSet patterns;
        std::vector<Entry> entries;  ///< by number of the pattern
    };
    Bank in_sentences;  ///< see one sentence at a time: "not … changed" must not reach from one into the next
    Bank openings;      ///< "Yes, …", "N/A", "TBD": about the answer as a whole

    void add(std::uint32_t concept_index, const std::vector<model::Pattern>& added, bool except)
    {
        Bank& bank = lexicon.concepts[concept_index].topic == "openings" ? openings : in_sentences;
        for (const model::Pattern& pattern : added) {
            bank.patterns.add(pattern.expression, pattern.origin);
            bank.entries.push_back({concept_index, except});
        }
    }
};

Matcher::Matcher(const model::Lexicon& lexicon) : state_(std::make_unique<State>())
{
    state_->lexicon = lexicon;
    for (std::uint32_t index = 0; index < lexicon.concepts.size(); ++index) {
        const model::Concept& one = lexicon.concepts[index];
        state_->index.emplace(one.id, index);
        state_->add(index, one.patterns, false);
        state_->add(index, one.except, true);
    }
    state_->in_sentences.patterns.prepare();
    state_->openings.patterns.prepare();
}

Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

const model::Lexicon& Matcher::lexicon() const { return state_->lexicon; }

std::optional<std::uint32_t> Matcher::index_of(std::string_view concept_id) const
{
    const auto found = state_->index.find(concept_id);
    if (found == state_->index.end()) return std::nullopt;
    return found->second;
}

namespace {

std::size_t last_starting_before(const std::vector<Span>& spans, std::size_t at)
{
    const auto next = std::upper_bound(spans.begin(), spans.end(), at, [](std::size_t value, const Span& one) { return value < one.begin; });
    return next == spans.begin() ? 0 : static_cast<std::size_t>(next - spans.begin()) - 1;
}

}  // namespace

std::size_t Analysis::sentence_of(const Span& span) const { return last_starting_before(sentences, span.begin); }
std::size_t Analysis::clause_of(const Span& span) const { return last_starting_before(clauses, span.begin); }

namespace {

void set_places(Analysis& analysis)
{
    const auto place = [&](auto& list) {
        for (auto& one : list) {
            one.sentence = analysis.sentence_of(one.span);
            if constexpr (requires { one.clause; }) one.clause = analysis.clause_of(one.span);
        }
    };
    place(analysis.durations);
    place(analysis.frequencies);
    place(analysis.dates);
    place(analysis.references);
}

/// "hver 12. måned" is a frequency, not a length of time.
void mark_intervals(Analysis& analysis)
{
    for (Duration& duration : analysis.durations)
        for (const Frequency& frequency : analysis.frequencies)
            if (frequency.span.overlaps(duration.span) && frequency.span.size() >= duration.span.size()) duration.interval = true;
}

}  // namespace

Analysis Matcher::analyse(std::string_view answer) const
{
    Analysis analysis;
    analysis.folded = fold(answer);
    const std::string& folded = analysis.folded.text;
    analysis.sentences = split_sentences(folded);
    analysis.clauses = split_clauses(folded, analysis.sentences);
    analysis.words = count_words(folded);
    analysis.durations = find_durations(folded);
    analysis.frequencies = find_frequencies(folded);
    analysis.dates = find_dates(folded);
    analysis.references = find_references(folded);
    analysis.annexes = find_annexes(folded);
    analysis.language = guess_language(folded);
    set_places(analysis);
    mark_intervals(analysis);
    if (folded.empty()) return analysis;

    std::vector<Hit> hits;
    std::vector<Hit> exceptions;
    Cues cues;
    const std::pair<const char*, std::vector<Span>*> cue_lists[] = {
        {"cue-negation", &cues.negation}, {"cue-strengthen", &cues.strengthen}, {"cue-plan", &cues.plan}, {"cue-hedge", &cues.hedge},
        {"cue-customer", &cues.customer}, {"cue-condition", &cues.condition},   {"cue-optional", &cues.optional},
        {"cue-abolition", &cues.abolition}};
    const auto search = [&](const State::Bank& bank, const Span& range) {
        for (const PatternSet::Match& match : bank.patterns.find_all(std::string_view(folded).substr(range.begin, range.size()))) {
            const State::Entry& entry = bank.entries[match.pattern];
            const Span span{range.begin + match.span.begin, range.begin + match.span.end};
            const std::string& concept_id = state_->lexicon.concepts[entry.concept_index].id;
            std::vector<Span>* cue = nullptr;
            if (concept_id.starts_with("cue-") && !entry.except)
                for (const auto& [name, list] : cue_lists)
                    if (concept_id == name) cue = list;
            if (cue) cue->push_back(span);
            else (entry.except ? exceptions : hits).push_back({entry.concept_index, span, analysis.clause_of(span), analysis.sentence_of(span), {}});
        }
    };
    search(state_->openings, {0, folded.size()});
    for (const Span& sentence : analysis.sentences) search(state_->in_sentences, sentence);
    // An exception takes back the hits of its concept that it touches, or that stand in its clause.
    std::erase_if(hits, [&](const Hit& hit) {
        return std::any_of(exceptions.begin(), exceptions.end(), [&](const Hit& exception) {
            return exception.concept_index == hit.concept_index &&
                   (exception.span.overlaps(hit.span) || exception.clause == hit.clause);
        });
    });
    for (Hit& hit : hits) {
        const model::Concept& known = state_->lexicon.concepts[hit.concept_index];
        hit.scope = scope_of(folded, hit.span, analysis.clauses[hit.clause], analysis.sentences[hit.sentence], cues,
                             known.weak ? Nature::weak_practice : known.carries_negation ? Nature::carries_negation : Nature::plain);
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.span != b.span ? a.span < b.span : a.concept_index < b.concept_index;
    });
    analysis.hits = std::move(hits);
    return analysis;
}

}  // namespace samsvar::text
