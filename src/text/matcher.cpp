#include <algorithm>
#include <cassert>
#include <map>

#include "text/analysis.h"
#include "text/language_guess.h"
#include "text/pattern_set.h"
#include "text/quantity.h"
#include "text/scope.h"
#include "text/segment.h"
#include "text/word_set.h"

namespace samsvar::text {

namespace {

/// Concepts that are no findings themselves but say what others are worth, in the order of Cues.
constexpr std::string_view cue_ids[] = {"cue-negation",  "cue-strengthen", "cue-plan",        "cue-hedge",
                                        "cue-customer",  "cue-condition",  "cue-optional",    "cue-abolition",
                                        "cue-privative", "cue-others",     "cue-hypothetical"};

}  // namespace

struct Matcher::State {
    struct Entry {
        std::uint32_t concept_index = 0;
        bool except = false;
        int cue = -1;  ///< index into cue_ids
        model::Date since{};
    };

    model::Lexicon lexicon;
    std::map<std::string, std::uint32_t, std::less<>> index;
    /// Patterns with the concept each belongs to.
    struct Bank {
        PatternSet patterns;
        std::vector<Entry> entries;                ///< by number of the pattern
        std::vector<PatternSet::Written> written;  ///< until they are prepared
        void prepare()
        {
            patterns.add_all(written);
            patterns.prepare();
            written = {};
        }
        void take(BytesReader& prepared)
        {
            patterns = PatternSet::read(prepared);
            assert(patterns.size() == written.size() && "prepared of another lexicon");
            written = {};
        }
    };
    Bank in_sentences;  ///< see one sentence at a time: "not … changed" must not reach from one into the next
    WordSet words;
    Bank openings;  ///< "Yes, …", "N/A", "TBD": about the answer as a whole

    /// Index into cue_ids, or -1.
    int cue_of(std::uint32_t concept_index) const
    {
        const auto* const cue = std::find(std::begin(cue_ids), std::end(cue_ids), lexicon.concepts[concept_index].id);
        return cue == std::end(cue_ids) ? -1 : static_cast<int>(cue - std::begin(cue_ids));
    }

    /// A word that the patterns know, in one of its shorter inflections: no slip of another.
    bool knows(std::string_view word) const
    {
        constexpr std::size_t longest_ending = 3;
        for (std::size_t ending = 0; ending <= longest_ending && ending < word.size(); ++ending)
            if (in_sentences.patterns.has_literal(word.substr(0, word.size() - ending))) return true;
        return false;
    }

    /// All but the patterns' preparation.
    void take(model::Lexicon taken);

    void add(std::uint32_t concept_index, const std::vector<model::Pattern>& added, bool except)
    {
        Bank& bank = lexicon.concepts[concept_index].topic == "openings" ? openings : in_sentences;
        if (added.empty()) return;
        const int kind = except ? -1 : cue_of(concept_index);
        for (const model::Pattern& pattern : added) {
            bank.written.push_back({pattern.expression, &pattern.origin});
            bank.entries.push_back({concept_index, except, kind, pattern.since});
        }
    }
};

void Matcher::State::take(model::Lexicon taken)
{
    lexicon = std::move(taken);
    for (std::uint32_t number = 0; number < lexicon.concepts.size(); ++number) {
        const model::Concept& one = lexicon.concepts[number];
        index.emplace(one.id, number);
        add(number, one.patterns, false);
        add(number, one.except, true);
        for (const model::Word& word : one.words) words.add(number, word);
    }
    words.prepare();
}

Matcher::Matcher(model::Lexicon lexicon) : state_(std::make_unique<State>())
{
    state_->take(std::move(lexicon));
    state_->in_sentences.prepare();
    state_->openings.prepare();
}

Matcher::Matcher(model::Lexicon lexicon, BytesReader& prepared) : state_(std::make_unique<State>())
{
    state_->take(std::move(lexicon));
    state_->in_sentences.take(prepared);
    state_->openings.take(prepared);
}

void Matcher::write(BytesWriter& into) const
{
    state_->in_sentences.patterns.write(into);
    state_->openings.patterns.write(into);
}

Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

const model::Lexicon& Matcher::lexicon() const
{
    return state_->lexicon;
}

std::optional<std::uint32_t> Matcher::index_of(std::string_view concept_id) const
{
    const auto found = state_->index.find(concept_id);
    if (found == state_->index.end()) return std::nullopt;
    return found->second;
}

namespace {

std::size_t last_starting_before(const std::vector<Span>& spans, std::size_t at)
{
    const auto next = std::upper_bound(spans.begin(), spans.end(), at,
                                       [](std::size_t value, const Span& one) { return value < one.begin; });
    return next == spans.begin() ? 0 : static_cast<std::size_t>(next - spans.begin()) - 1;
}

}  // namespace

Analysis::Question Analysis::question_at(std::size_t sentence) const
{
    const auto bare = [&](std::size_t index) {
        return std::string_view(folded.text).substr(sentences[index].begin, sentences[index].size());
    };
    const std::string_view own = bare(sentence);
    const std::size_t last = own.find_last_not_of(" \")'");
    if (last == std::string_view::npos || own[last] != '?') return Question::none;
    if (sentence + 1 >= sentences.size()) return Question::open;
    const std::string_view next = bare(sentence + 1);
    const std::string_view opening = next.substr(0, next.find_first_of(" ,.!:;-"));
    for (const std::string_view yes : {"ja", "jo", "yes", "kyllE", "joo", "jepp"})
        if (opening == yes) return Question::affirmed;
    for (const std::string_view no : {"nei", "nej", "no", "ei", "naj", "nope"})
        if (opening == no) return Question::denied;
    return Question::open;
}

std::size_t Analysis::sentence_of(const Span& span) const
{
    return last_starting_before(sentences, span.begin);
}
std::size_t Analysis::clause_of(const Span& span) const
{
    return last_starting_before(clauses, span.begin);
}

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
    auto frequency = analysis.frequencies.begin();
    for (Duration& duration : analysis.durations) {
        while (frequency != analysis.frequencies.end() && frequency->span.end <= duration.span.begin) ++frequency;
        if (frequency != analysis.frequencies.end() && frequency->span.overlaps(duration.span) &&
            frequency->span.size() >= duration.span.size())
            duration.interval = true;
    }
}

}  // namespace

namespace {

void sort_by_place(std::vector<Hit>& hits)
{
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
        if (a.concept_index != b.concept_index) return a.concept_index < b.concept_index;
        return a.span.end > b.span.end;
    });
}

/// An exception takes back the hits of its concept that it touches, or that stand in its clause.
void take_back(std::vector<Hit>& hits, std::vector<Hit> exceptions)
{
    const auto by_concept_and_sentence = [](const Hit& a, const Hit& b) {
        return a.concept_index != b.concept_index ? a.concept_index < b.concept_index : a.sentence < b.sentence;
    };
    std::sort(exceptions.begin(), exceptions.end(), by_concept_and_sentence);
    std::erase_if(hits, [&](const Hit& hit) {
        const auto [first, last] = std::equal_range(exceptions.begin(), exceptions.end(), hit, by_concept_and_sentence);
        return std::any_of(first, last, [&](const Hit& exception) {
            return exception.span.overlaps(hit.span) || exception.clause == hit.clause;
        });
    });
}

/// Several patterns of a concept often match the same words: one hit is enough, the first and longest.
void drop_overlapping(std::vector<Hit>& hits)
{
    std::map<std::uint32_t, std::size_t> taken_to;
    std::erase_if(hits, [&](const Hit& hit) {
        std::size_t& end = taken_to[hit.concept_index];
        if (hit.span.begin < end) return true;
        end = hit.span.end;
        return false;
    });
}

/// Those of `cues` (by position) that stand in the sentence and near the hit: far ones decide nothing, and a text made
/// of nothing but cues must not cost their square.
void near_ones(const std::vector<Span>& cues, const Span& hit, const Span& sentence, std::vector<Span>& near)
{
    constexpr std::size_t far = 800;  // bytes
    constexpr std::ptrdiff_t most = 12;
    near.clear();
    const std::size_t from = std::max(sentence.begin, hit.begin > far ? hit.begin - far : 0);
    const std::size_t to = std::min(sentence.end, hit.end + far);
    const auto by_begin = [](const Span& one, std::size_t at) { return one.begin < at; };
    const auto middle = std::lower_bound(cues.begin(), cues.end(), hit.begin, by_begin);
    auto first = middle;
    while (first != cues.begin() && middle - first < most && std::prev(first)->begin >= from) --first;
    auto last = middle;
    while (last != cues.end() && last - middle < most && last->begin < to) ++last;
    near.assign(first, last);
}

/// Finnish "ei", "en" and "et" (not) are articles of the Nordic languages, English "no" is Nynorsk for "now".
void drop_foreign_negations(const Analysis& analysis, std::vector<Span>& negations)
{
    std::erase_if(negations, [&](const Span& cue) {
        const std::string_view word = analysis.folded.view(cue);
        const bool finnish = word == "ei" || word == "en" || word == "et";
        return (finnish && analysis.language != model::Language::fi) ||
               (word == "no" && analysis.language != model::Language::en);
    });
}

void set_scopes(const Analysis& analysis, const model::Lexicon& lexicon, std::vector<std::vector<Span>> cues,
                std::vector<Hit>& hits)
{
    Cues near;
    std::vector<Span>* const lists[] = {&near.negation,  &near.strengthen, &near.plan,        &near.hedge,
                                        &near.customer,  &near.condition,  &near.optional,    &near.abolition,
                                        &near.privative, &near.others,     &near.hypothetical};
    static_assert(std::size(lists) == std::size(cue_ids));
    for (Hit& hit : hits) {
        for (std::size_t kind = 0; kind < cues.size(); ++kind)
            near_ones(cues[kind], hit.span, analysis.sentences[hit.sentence], *lists[kind]);
        const model::Concept& known = lexicon.concepts[hit.concept_index];
        hit.scope = scope_of(analysis, hit, near,
                             known.weak               ? Nature::weak_practice
                             : known.carries_negation ? Nature::carries_negation
                                                      : Nature::plain);
    }
}

}  // namespace

Analysis Matcher::analyse(std::string_view answer) const
{
    Analysis analysis;
    analysis.folded = fold(answer);
    join_lines(analysis.folded);
    const std::string& folded = analysis.folded.text;
    analysis.sentences = split_sentences(analysis.folded);
    analysis.clauses = split_clauses(folded, analysis.sentences);
    analysis.words = count_words(folded);
    const Tokens tokens(folded);
    analysis.durations = find_durations(tokens);
    analysis.frequencies = find_frequencies(tokens);
    analysis.dates = find_dates(tokens);
    analysis.references = find_references(tokens);
    analysis.annexes = find_annexes(analysis.folded, tokens);
    analysis.language = guess_language(folded);
    set_places(analysis);
    mark_intervals(analysis);
    if (folded.empty()) return analysis;

    std::vector<Hit> hits;
    std::vector<Hit> exceptions;
    std::vector<std::vector<Span>> cues(std::size(cue_ids));
    const auto search = [&](const State::Bank& bank, const std::vector<Span>& parts) {
        for (const PatternSet::Match& match : bank.patterns.find_all(folded, parts)) {
            const State::Entry& entry = bank.entries[match.pattern];
            if (entry.cue >= 0)
                cues[static_cast<std::size_t>(entry.cue)].push_back(match.span);
            else
                (entry.except ? exceptions : hits)
                    .push_back({entry.concept_index,
                                match.span,
                                analysis.clause_of(match.span),
                                analysis.sentence_of(match.span),
                                {},
                                entry.since});
        }
    };
    search(state_->openings, {{0, folded.size()}});
    search(state_->in_sentences, analysis.sentences);
    for (const WordSet::Found& found :
         state_->words.find_all(folded, [&](std::string_view word) { return state_->knows(word); })) {
        const int cue = state_->cue_of(found.concept_index);
        if (cue >= 0)
            cues[static_cast<std::size_t>(cue)].push_back(found.span);
        else
            hits.push_back({found.concept_index,
                            found.span,
                            analysis.clause_of(found.span),
                            analysis.sentence_of(found.span),
                            {}});
    }
    for (std::vector<Span>& found : cues) std::sort(found.begin(), found.end());
    drop_foreign_negations(analysis, cues[0]);
    analysis.denials = cues[0];
    analysis.plans = cues[2];
    analysis.options = cues[6];
    sort_by_place(hits);
    take_back(hits, std::move(exceptions));
    drop_overlapping(hits);
    set_scopes(analysis, state_->lexicon, std::move(cues), hits);
    analysis.hits = std::move(hits);
    return analysis;
}

}  // namespace samsvar::text
