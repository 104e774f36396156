#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "base/error.h"
#include "text/aho_corasick.h"
#include "text/analysis.h"
#include "text/language_guess.h"
#include "text/pattern.h"
#include "text/quantity.h"
#include "text/scope.h"
#include "text/segment.h"

namespace samsvar::text {

namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

re2::RE2::Options pattern_options()
{
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_never_capture(true);
    return options;
}

}  // namespace

/// All patterns of a concept, whatever their language, are one alternation: fewer automata to build at every start.
struct Matcher::State {
    struct Entry {
        std::uint32_t concept_index = 0;
        bool except = false;
    };

    model::Lexicon lexicon;
    std::map<std::string, std::uint32_t, std::less<>> index;
    re2::FilteredRE2 filter{3};  ///< shortest literal worth searching for
    std::vector<Entry> entries;          ///< by FilteredRE2 id
    std::vector<int> without_atoms;      ///< patterns that always run
    std::unique_ptr<AhoCorasick> atoms;

    void add(std::uint32_t concept_index, const std::vector<model::Pattern>& patterns, bool except)
    {
        if (patterns.empty()) return;
        std::string joined;
        for (const model::Pattern& pattern : patterns) {
            if (!joined.empty()) joined += '|';
            joined += "(?:" + Regex::folded_expression(pattern.expression) + ")";
        }
        int id = -1;
        if (filter.Add(joined, pattern_options(), &id) != re2::RE2::NoError) {
            // Joined patterns hide which one is wrong; alone, each names its own line.
            for (const model::Pattern& pattern : patterns) Regex(pattern.expression, pattern.origin);
            throw Error(ErrorCode::malformed, {patterns.front().origin.file, {}, patterns.front().origin.line, 0},
                        "the patterns of this concept are too large together; split the concept");
        }
        if (re2::RE2::FullMatch("", filter.GetRE2(id)))
            for (const model::Pattern& pattern : patterns) Regex(pattern.expression, pattern.origin);
        entries.push_back({concept_index, except});
    }

    void prepare()
    {
        std::vector<std::string> literals;
        filter.Compile(&literals);
        atoms = std::make_unique<AhoCorasick>(literals);
    }

    /// Ids of the patterns that may match a text.
    std::vector<int> candidates(std::string_view lower) const
    {
        std::vector<int> matching;
        filter.AllPotentials(atoms->occurring(lower), &matching);
        return matching;
    }

    std::vector<Span> find(int id, std::string_view folded) const
    {
        std::vector<Span> spans;
        const re2::RE2& pattern = filter.GetRE2(id);
        const re2::StringPiece text(folded.data(), folded.size());
        for (std::size_t at = 0; at <= folded.size();) {
            re2::StringPiece match;
            if (!pattern.Match(text, at, folded.size(), re2::RE2::UNANCHORED, &match, 1)) break;
            const auto begin = static_cast<std::size_t>(match.data() - text.data());
            if (!match.empty()) spans.push_back({begin, begin + match.size()});
            at = begin + std::max<std::size_t>(match.size(), 1);
        }
        return spans;
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
    state_->prepare();
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
        {"cue-customer", &cues.customer}, {"cue-condition", &cues.condition},   {"cue-optional", &cues.optional}};
    for (const int id : state_->candidates(lowered(folded))) {
        const State::Entry& entry = state_->entries[static_cast<std::size_t>(id)];
        const std::string& concept_id = state_->lexicon.concepts[entry.concept_index].id;
        std::vector<Span>* cue = nullptr;
        if (concept_id.starts_with("cue-") && !entry.except)
            for (const auto& [name, list] : cue_lists)
                if (concept_id == name) cue = list;
        for (const Span& span : state_->find(id, folded)) {
            if (cue) cue->push_back(span);
            else (entry.except ? exceptions : hits).push_back({entry.concept_index, span, analysis.clause_of(span), analysis.sentence_of(span), {}});
        }
    }
    // An exception takes back the hits of its concept that it touches, or that stand in its clause.
    std::erase_if(hits, [&](const Hit& hit) {
        return std::any_of(exceptions.begin(), exceptions.end(), [&](const Hit& exception) {
            return exception.concept_index == hit.concept_index &&
                   (exception.span.overlaps(hit.span) || exception.clause == hit.clause);
        });
    });
    for (Hit& hit : hits)
        hit.scope = scope_of(folded, hit.span, analysis.clauses[hit.clause], analysis.sentences[hit.sentence], cues,
                             state_->lexicon.concepts[hit.concept_index].carries_negation);
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.span != b.span ? a.span < b.span : a.concept_index < b.concept_index;
    });
    analysis.hits = std::move(hits);
    return analysis;
}

}  // namespace samsvar::text
