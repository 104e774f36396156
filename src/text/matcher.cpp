#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <numeric>
#include <optional>
#include <span>

#include "base/on_threads.h"
#include "text/analysis.h"
#include "text/finding.h"
#include "text/language_guess.h"
#include "text/pattern_set.h"
#include "text/quantity.h"
#include "text/scope.h"
#include "text/segment.h"
#include "text/word_set.h"
#include "text/word_table.h"

namespace samsvar::text {

namespace {

/// Concepts that are no findings themselves but say what others are worth, in the order of Cues.
constexpr std::string_view cue_ids[] = {"cue-negation",  "cue-strengthen", "cue-plan",        "cue-hedge",
                                        "cue-customer",  "cue-condition",  "cue-optional",    "cue-abolition",
                                        "cue-privative", "cue-others",     "cue-hypothetical"};
static_assert(std::size(cue_ids) == std::size(cue_lists));

Finding found_at(Finding entry, const Span& span)
{
    entry.begin = static_cast<std::uint32_t>(span.begin);
    entry.end = static_cast<std::uint32_t>(span.end);
    return entry;
}

}  // namespace

struct Matcher::State {
    model::Lexicon lexicon;
    WordTable<std::uint32_t> index;  ///< of concepts, by id
    /// Patterns with the concept each belongs to.
    struct Bank {
        PatternSet patterns;
        std::vector<Finding> entries;              ///< by number of the pattern: what it finds, but for the place
        std::vector<PatternSet::Written> written;  ///< until they are prepared
        void prepare(std::string_view sample)
        {
            patterns.add_all(written);
            patterns.prepare(sample);
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
    std::vector<Finding> entries_of_words;  ///< by concept
    /// See the whole text: "Yes, …", "N/A", "TBD", which are about the answer as a whole, and behind them the phrases
    /// of the searches for durations, frequencies and references.
    Bank in_all;
    std::array<std::uint32_t, 3> first_phrase{};  ///< pattern of in_all, by search
    Likeness likeness;

    struct FoundInAll {
        std::vector<Finding> findings;
        std::array<std::vector<PatternSet::Match>, 3> phrases;  ///< by search, as it numbers them
    };
    FoundInAll find_in_all(std::string_view folded) const;

    /// Sentences [first, last) and the findings of in_all that begin in them.
    struct Stretch {
        std::size_t first = 0;
        std::size_t last = 0;
        std::span<const Finding> in_all;
    };
    std::vector<Stretch> stretches_of(const Analysis& analysis, std::span<const Finding> in_text) const;
    /// Finds what stands in the sentences of a stretch and takes the hits of it.
    void take(const Analysis& analysis, const Stretch& stretch, SentenceHits& hits) const;
    /// `also` is called, too, meanwhile in a large text; it must not touch what is found here.
    template <typename Also>
    void find_hits(Analysis& analysis, std::vector<Finding> in_text, const Also& also) const;

    /// What a pattern or word of a concept finds, but for the place.
    Finding entry_of(std::uint32_t concept_index, bool except) const
    {
        const model::Concept& one = lexicon.concepts[concept_index];
        Finding entry;
        entry.concept_index = concept_index;
        entry.nature = one.weak               ? Nature::weak_practice
                       : one.carries_negation ? Nature::carries_negation
                                              : Nature::plain;
        const auto* const cue = std::find(std::begin(cue_ids), std::end(cue_ids), one.id);
        if (except) entry.kind = Finding::Kind::exception;
        if (cue != std::end(cue_ids)) {
            entry.kind = except ? Finding::Kind::no_cue : Finding::Kind::cue;
            entry.cue = static_cast<std::uint8_t>(cue - std::begin(cue_ids));
        }
        return entry;
    }

    /// A word that the patterns know, in one of its shorter inflections: no slip of another.
    bool knows(std::string_view word) const
    {
        constexpr std::size_t longest_ending = 3;
        for (std::size_t ending = 0; ending <= longest_ending && ending < word.size(); ++ending)
            if (in_sentences.patterns.has_literal(word.substr(0, word.size() - ending))) return true;
        return false;
    }

    /// All but what prepare() does.
    void take(model::Lexicon taken);
    void prepare();

    void add(std::uint32_t concept_index, const std::vector<model::Pattern>& added, bool except)
    {
        Bank& bank = lexicon.concepts[concept_index].topic == "openings" ? in_all : in_sentences;
        Finding entry = entry_of(concept_index, except);
        // An exception matters only beside what it takes back in the same sentence; in_all does not see sentences.
        PatternGroup group;
        if (&bank == &in_sentences && !lexicon.concepts[concept_index].except.empty()) group = {concept_index, except};
        for (const model::Pattern& pattern : added) {
            entry.since = pattern.since.number();
            bank.written.push_back({pattern.expression, &pattern.origin, group});
            bank.entries.push_back(entry);
        }
    }
};

void Matcher::State::take(model::Lexicon taken)
{
    lexicon = std::move(taken);
    for (std::uint32_t number = 0; number < lexicon.concepts.size(); ++number) {
        const model::Concept& one = lexicon.concepts[number];
        index.add(one.id, number);
        add(number, one.patterns, false);
        add(number, one.except, true);
        for (const model::Word& word : one.words) words.add(number, word);
        entries_of_words.push_back(entry_of(number, false));
    }
    index.prepare();
    std::size_t search = 0;
    for (const std::vector<PatternSet::Written>& phrases :
         {duration_phrases(), frequency_phrases(), reference_phrases()}) {
        first_phrase[search++] = static_cast<std::uint32_t>(in_all.written.size());
        in_all.written.insert(in_all.written.end(), phrases.begin(), phrases.end());
    }
    words.prepare();
}

void Matcher::State::prepare()
{
    std::vector<std::string> texts;
    std::string sample;
    for (const model::Example& one : lexicon.examples) sample += texts.emplace_back(fold_text(one.text)) + '\n';
    in_sentences.prepare(sample);
    in_all.prepare({});
    std::vector<Likeness::Example> examples;
    for (std::size_t at = 0; at < texts.size(); ++at)
        if (const std::uint32_t* const known = index.find(lexicon.examples[at].concept_id))
            examples.push_back({*known, texts[at]});
    likeness = Likeness(examples, lexicon.concepts.size());
    lexicon.examples = {};
}

Matcher::State::FoundInAll Matcher::State::find_in_all(std::string_view folded) const
{
    FoundInAll found;
    for (const PatternSet::Match& match : in_all.patterns.find_all(folded)) {
        if (match.pattern < in_all.entries.size()) {
            found.findings.push_back(found_at(in_all.entries[match.pattern], match.span));
            continue;
        }
        std::size_t search = first_phrase.size() - 1;
        while (match.pattern < first_phrase[search]) --search;
        found.phrases[search].push_back({match.pattern - first_phrase[search], match.span});
    }
    for (std::vector<PatternSet::Match>& phrases : found.phrases)
        std::sort(phrases.begin(), phrases.end(), [](const PatternSet::Match& a, const PatternSet::Match& b) {
            return a.pattern != b.pattern ? a.pattern < b.pattern : a.span < b.span;
        });
    return found;
}

namespace {

/// From this size on a text is worth other threads.
constexpr std::size_t large_text = 64 * 1024;
/// Each keeps what it knows of words for itself.
constexpr std::size_t most_threads = 8;
/// So many stretches that the threads end at about the same time.
constexpr std::size_t most_stretches = 4 * most_threads;

}  // namespace

/// Several in a large text; no finding of in_all reaches from one into the next.
std::vector<Matcher::State::Stretch> Matcher::State::stretches_of(const Analysis& analysis,
                                                                  std::span<const Finding> in_text) const
{
    const std::size_t size = analysis.folded.text.size();
    const std::size_t least = size < large_text ? size : size / most_stretches;
    std::vector<Stretch> stretches;
    Stretch next;
    std::size_t begin = 0;
    std::size_t reach = 0;  ///< of the findings so far
    std::size_t taken = 0;
    while (next.last < analysis.sentences.size()) {
        const std::size_t end = analysis.range_of(next.last++).end;
        for (; taken < in_text.size() && in_text[taken].begin < end; ++taken)
            reach = std::max<std::size_t>(reach, in_text[taken].end);
        const bool last = next.last == analysis.sentences.size();
        if (!last && (end - begin < least || reach > end)) continue;
        next.in_all = in_text.first(taken);
        in_text = in_text.subspan(taken);
        taken = 0;
        stretches.push_back(next);
        begin = end;
        next = {next.last, next.last, {}};
    }
    return stretches;
}

void Matcher::State::take(const Analysis& analysis, const Stretch& stretch, SentenceHits& hits) const
{
    const std::string& folded = analysis.folded.text;
    const bool large = folded.size() >= large_text;
    const auto known = [&](std::string_view word) { return knows(word); };
    std::vector<PatternSet::Match> matches;
    std::vector<WordSet::Found> found;
    std::vector<std::uint32_t> of_concepts;  ///< found as words
    std::vector<Finding> findings;
    std::span<const Finding> left = stretch.in_all;
    for (std::size_t sentence = stretch.first; sentence < stretch.last; ++sentence) {
        matches.clear();
        found.clear();
        of_concepts.clear();
        findings.clear();
        const Span range = analysis.range_of(sentence);
        for (; !left.empty() && left.front().begin < range.end; left = left.subspan(1))
            findings.push_back(left.front());
        if (large && hits.take_again(sentence, findings)) continue;
        words.find_in(folded, range, known, found);
        for (const WordSet::Found& one : found) {
            findings.push_back(found_at(entries_of_words[one.concept_index], one.span));
            of_concepts.push_back(one.concept_index);
        }
        in_sentences.patterns.find_in(folded, analysis.sentences[sentence], of_concepts, matches);
        for (const PatternSet::Match& match : matches)
            findings.push_back(found_at(in_sentences.entries[match.pattern], match.span));
        hits.take(sentence, findings);
    }
}

namespace {

void put_by_concept(Analysis& analysis, std::size_t concepts)
{
    std::vector<std::uint32_t>& first = analysis.first_of_concept;
    first.assign(concepts + 1, 0);
    for (const Hit& hit : analysis.hits) ++first[hit.concept_index + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    analysis.by_concept.resize(analysis.hits.size());
    for (std::uint32_t index = 0; index < analysis.hits.size(); ++index)
        analysis.by_concept[next[analysis.hits[index].concept_index]++] = index;
}

}  // namespace

template <typename Also>
void Matcher::State::find_hits(Analysis& analysis, std::vector<Finding> in_text, const Also& also) const
{
    std::stable_sort(in_text.begin(), in_text.end(),
                     [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
    const std::vector<Stretch> stretches = stretches_of(analysis, in_text);
    std::vector<std::unique_ptr<SentenceHits>> hits(stretches.size());
    const auto work = [&](std::size_t turn) {
        if (turn == 0) return also();
        const std::size_t at = turn - 1;
        hits[at] = std::make_unique<SentenceHits>(analysis, lexicon.concepts.size());
        take(analysis, stretches[at], *hits[at]);
    };
    if (analysis.folded.text.size() < large_text)
        for (std::size_t turn = 0; turn <= stretches.size(); ++turn) work(turn);
    else
        on_threads(most_threads, 1 + stretches.size(), work);
    const auto join = [&](auto& into, auto SentenceHits::*list) {
        if (hits.size() == 1) {
            into = std::move(hits.front().get()->*list);
            return;
        }
        std::size_t size = 0;
        for (const auto& one : hits) size += (one.get()->*list).size();
        into.reserve(size);
        for (const auto& one : hits) into.insert(into.end(), (one.get()->*list).begin(), (one.get()->*list).end());
    };
    join(analysis.hits, &SentenceHits::hits);
    analysis.held.resize(lexicon.concepts.size() / 64 + 1);
    for (const Hit& hit : analysis.hits)
        analysis.held[hit.concept_index / 64] |= std::uint64_t{1} << hit.concept_index % 64;
    if (analysis.folded.text.size() >= large_text) put_by_concept(analysis, lexicon.concepts.size());
    join(analysis.plans, &SentenceHits::plans);
    join(analysis.options, &SentenceHits::options);
    join(analysis.denials, &SentenceHits::denials);
}

Matcher::Matcher(model::Lexicon lexicon) : state_(std::make_unique<State>())
{
    state_->take(std::move(lexicon));
    state_->prepare();
}

Matcher::Matcher(model::Lexicon lexicon, BytesReader& prepared) : state_(std::make_unique<State>())
{
    state_->take(std::move(lexicon));
    state_->in_sentences.take(prepared);
    state_->in_all.take(prepared);
    state_->likeness = Likeness::read(prepared);
}

void Matcher::write(BytesWriter& into) const
{
    state_->in_sentences.patterns.write(into);
    state_->in_all.patterns.write(into);
    state_->likeness.write(into);
}

Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

const model::Lexicon& Matcher::lexicon() const
{
    return state_->lexicon;
}

const Likeness& Matcher::likeness() const
{
    return state_->likeness;
}

std::optional<std::uint32_t> Matcher::index_of(std::string_view concept_id) const
{
    const std::uint32_t* const found = state_->index.find(concept_id);
    return found ? std::optional(*found) : std::nullopt;
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

std::span<const Hit> Analysis::hits_in(std::size_t sentence) const
{
    const auto first = std::lower_bound(hits.begin(), hits.end(), sentence,
                                        [](const Hit& one, std::size_t wanted) { return one.sentence < wanted; });
    auto last = first;
    while (last != hits.end() && last->sentence == sentence) ++last;
    return {first, last};
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

Analysis Matcher::analyse(std::string_view answer) const
{
    Analysis analysis;
    analysis.folded = fold(answer);
    join_lines(analysis.folded);
    const std::string& folded = analysis.folded.text;
    if (folded.empty()) return analysis;
    State::FoundInAll in_all;
    std::optional<Tokens> tokens;
    const auto look = [&](std::size_t what) {
        if (what == 0)
            in_all = state_->find_in_all(folded);
        else if (what == 1) {
            tokens.emplace(folded);
            analysis.dates = find_dates(*tokens);
            analysis.annexes = find_annexes(analysis.folded, *tokens);
            analysis.language = guess_language(*tokens);
        }
        else {
            analysis.sentences = split_sentences(analysis.folded);
            analysis.clauses = split_clauses(folded, analysis.sentences);
            analysis.words = count_words(folded);
        }
    };
    constexpr std::size_t looks = 3;
    if (folded.size() < large_text)
        for (std::size_t what = 0; what < looks; ++what) look(what);
    else
        on_two_threads(looks, look);
    const auto measure = [&] {
        analysis.durations = find_durations(*tokens, in_all.phrases[0]);
        analysis.frequencies = find_frequencies(*tokens, in_all.phrases[1]);
        analysis.references = find_references(*tokens, in_all.phrases[2]);
        set_places(analysis);
        mark_intervals(analysis);
    };
    state_->find_hits(analysis, std::move(in_all.findings), measure);
    return analysis;
}

}  // namespace samsvar::text
