#include "text/finding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

namespace samsvar::text {

namespace {

using CueLists = std::array<std::vector<Span>, std::size(cue_lists)>;

/// At one place: by concept, the longest first. Of equal ones that which counts for the longest time.
bool comes_first(const Finding& a, const Finding& b)
{
    if (a.concept_index != b.concept_index) return a.concept_index < b.concept_index;
    if (a.end != b.end) return a.kind == Finding::Kind::cue ? a.end < b.end : a.end > b.end;
    return a.since < b.since;
}

/// Puts findings that begin in `range` by position: counted out, since there are many of them, and as good as none at
/// one place.
class ByPlace {
public:
    const std::vector<Finding>& sort(const std::vector<Finding>& findings, const Span& range)
    {
        next_.assign(range.size() + 2, 0);
        for (const Finding& one : findings) ++next_[one.begin - range.begin + 1];
        for (std::size_t at = 1; at < next_.size(); ++at) next_[at] += next_[at - 1];
        sorted_.resize(findings.size());
        for (const Finding& one : findings) sorted_[next_[one.begin - range.begin]++] = one;
        for (auto begin = sorted_.begin(); begin != sorted_.end();) {
            auto end = begin + 1;
            while (end != sorted_.end() && end->begin == begin->begin) ++end;
            if (end - begin > 1) std::sort(begin, end, comes_first);
            begin = end;
        }
        return sorted_;
    }

private:
    std::vector<std::uint32_t> next_;
    std::vector<Finding> sorted_;
};

/// Exceptions of a sentence take back the hits of their concept that they touch, or that stand in their clause.
class Exceptions {
public:
    void clear()
    {
        known_.clear();
        seen_ = 0;
    }

    void add(const Hit& one) { known_.push_back({one.concept_index, one.clause, one.span, one.span.end}); }

    /// To be called after the last add, which came by position.
    void prepare()
    {
        if (known_.size() > 1)
            std::stable_sort(known_.begin(), known_.end(),
                             [](const Known& a, const Known& b) { return a.concept_index < b.concept_index; });
        for (std::size_t index = 0; index < known_.size(); ++index) {
            Known& one = known_[index];
            seen_ |= bit_of(one.concept_index);
            if (index > 0 && known_[index - 1].concept_index == one.concept_index)
                one.reach = std::max(one.reach, known_[index - 1].reach);
        }
    }

    bool take_back(const Hit& hit) const
    {
        if ((seen_ & bit_of(hit.concept_index)) == 0) return false;
        const auto next = std::lower_bound(known_.begin(), known_.end(), hit, [](const Known& one, const Hit& at) {
            return one.concept_index != at.concept_index ? one.concept_index < at.concept_index
                                                         : one.span.begin < at.span.begin;
        });
        const auto of_concept = [&](const Known& one) { return one.concept_index == hit.concept_index; };
        // Behind the hit's beginning the first one is the nearest, before it the last one knows how far all reach.
        if (next != known_.end() && of_concept(*next) && (next->clause == hit.clause || next->span.overlaps(hit.span)))
            return true;
        if (next == known_.begin()) return false;
        const Known& last = *std::prev(next);
        return of_concept(last) && (last.clause == hit.clause || last.reach > hit.span.begin);
    }

private:
    struct Known {
        std::uint32_t concept_index = 0;
        std::size_t clause = 0;
        Span span;
        std::size_t reach = 0;  ///< where the last of those up to here ends
    };
    static std::uint64_t bit_of(std::uint32_t concept_index) { return std::uint64_t{1} << concept_index % 64; }

    std::vector<Known> known_;  ///< by concept and position
    std::uint64_t seen_ = 0;    ///< concepts, by their last bits: most have no exception
};

/// Of a sentence's cues those near a hit: far ones decide nothing, and a text made of nothing but cues must not cost
/// their square. Hits are asked for by position.
class NearCues {
public:
    /// Those of the next sentence, which must stay.
    void set(const CueLists& lists)
    {
        walks_.clear();
        near_ = {};
        for (std::size_t kind = 0; kind < lists.size(); ++kind)
            if (!lists[kind].empty()) walks_.push_back({kind, lists[kind], 0, 0});
    }

    /// False when there are none.
    bool find(const Span& hit, const Span& sentence)
    {
        constexpr std::size_t far = 800;  // bytes
        constexpr std::size_t most = 12;
        const std::size_t from = std::max(sentence.begin, hit.begin > far ? hit.begin - far : 0);
        const std::size_t to = std::min(sentence.end, hit.end + far);
        bool any = false;
        for (Walk& walk : walks_) {
            const std::span<const Span> cues = walk.cues;
            while (walk.middle < cues.size() && cues[walk.middle].begin < hit.begin) ++walk.middle;
            while (walk.first < walk.middle && cues[walk.first].begin < from) ++walk.first;
            const std::size_t first = std::max(walk.first, walk.middle > most ? walk.middle - most : 0);
            std::size_t last = walk.middle;
            while (last < cues.size() && last - walk.middle < most && cues[last].begin < to) ++last;
            near_.*cue_lists[walk.kind] = cues.subspan(first, last - first);
            any = any || last > first;
        }
        return any;
    }
    const Cues& near() const { return near_; }

private:
    struct Walk {
        std::size_t kind;
        std::span<const Span> cues;
        std::size_t first, middle;
    };
    std::vector<Walk> walks_;
    Cues near_;
};

/// Finnish "ei", "en" and "et" (not) are articles of the Nordic languages, English "no" is Nynorsk for "now".
bool is_foreign_negation(const Analysis& analysis, const Span& cue)
{
    if (cue.size() != 2) return false;
    const std::string_view word = analysis.folded.view(cue);
    const bool finnish = word == "ei" || word == "en" || word == "et";
    return (finnish && analysis.language != model::Language::fi) ||
           (word == "no" && analysis.language != model::Language::en);
}

/// Says of a sentence's hits, by position, what stands around them; many concepts share their words, and so what is
/// said of them.
class Scopes {
public:
    explicit Scopes(const Analysis& analysis) : analysis_(analysis) {}

    void begin(std::size_t sentence, const CueLists& cues)
    {
        sentence_ = sentence;
        question_ = analysis_.question_at(sentence);
        cues_.set(cues);
        span_ = {1, 0};
    }

    Scope of(const Hit& hit, Nature nature)
    {
        if (hit.span != span_) {
            said_.fill(std::nullopt);
            span_ = hit.span;
            any_near_ = cues_.find(hit.span, analysis_.sentences[sentence_]);
        }
        if (!any_near_) return scope_without_cues(question_);
        std::optional<Scope>& said = said_[static_cast<std::size_t>(nature)];
        if (!said) said = scope_of(analysis_, hit, cues_.near(), nature, question_);
        return *said;
    }

private:
    const Analysis& analysis_;
    NearCues cues_;
    Span span_{1, 0};
    std::size_t sentence_ = 0;
    Analysis::Question question_ = Analysis::Question::none;
    bool any_near_ = false;
    std::array<std::optional<Scope>, 3> said_;  ///< by nature
};

}  // namespace

struct SentenceHits::State {
    /// Where the lists end.
    struct Ends {
        std::size_t hits = 0, plans = 0, options = 0, denials = 0;
    };
    /// What a sentence was found to hold: between these ends of the lists, with its place and first clause.
    struct Said {
        Ends from, to;
        std::size_t begin = 0;
        std::size_t clause = 0;
        std::vector<Finding> in_all;
    };
    struct OfConcept {
        std::uint32_t taken_to = 0;  ///< where its last hit ends
        std::uint32_t turn = 0;      ///< when it last had something to become a hit
    };

    State(const Analysis& analysis_, std::size_t concepts)
        : analysis(analysis_), scopes(analysis_), of_concept(concepts)
    {
    }

    const Analysis& analysis;
    ByPlace by_place;
    CueLists cues;
    Exceptions exceptions;
    Scopes scopes;
    std::vector<OfConcept> of_concept;
    std::uint32_t turn = 0;
    std::uint32_t reach = 0;  ///< how far what was taken so far goes
    std::size_t clause = 0;   ///< the last one that begins before the sentence, or the first one
    /// By letters, and by what the sentence behind answers to it: nothing else outside of it matters.
    std::array<std::unordered_map<std::string_view, Said>, 4> said;
    Said* to_keep = nullptr;  ///< where what is taken next is kept for its like

    void walk_to(std::size_t place, std::size_t& at_clause) const
    {
        const std::vector<Span>& clauses = analysis.clauses;
        while (at_clause + 1 < clauses.size() && clauses[at_clause + 1].begin <= place) ++at_clause;
    }
    Hit hit_of(const Finding& one, std::size_t sentence, std::size_t& at_clause) const
    {
        walk_to(one.begin, at_clause);
        return {one.concept_index,
                Span{one.begin, one.end},
                static_cast<std::uint32_t>(at_clause),
                static_cast<std::uint32_t>(sentence),
                one.since,
                {}};
    }
};

SentenceHits::SentenceHits(const Analysis& analysis, std::size_t concepts)
    : state_(std::make_unique<State>(analysis, concepts))
{
}
SentenceHits::~SentenceHits() = default;

bool SentenceHits::take_again(std::size_t sentence, std::span<const Finding> in_all)
{
    // A longer one is hardly said twice.
    constexpr std::size_t short_sentence = 256;
    State& state = *state_;
    const Span range = state.analysis.range_of(sentence);
    const auto stays_inside = [&](const Finding& one) { return one.end <= range.end; };
    if (sentence == 0 || range.size() > short_sentence || state.reach > range.begin ||
        !std::all_of(in_all.begin(), in_all.end(), stays_inside))
        return false;
    const auto question = static_cast<std::size_t>(state.analysis.question_at(sentence));
    const auto [place, is_new] = state.said[question].try_emplace(state.analysis.folded.view(range));
    State::Said& said = place->second;
    if (is_new) {
        said.in_all.assign(in_all.begin(), in_all.end());
        state.to_keep = &said;
        return false;
    }
    const auto same = [&](const Finding& one, const Finding& before) {
        return one.concept_index == before.concept_index && one.begin - range.begin == before.begin - said.begin &&
               one.end - range.begin == before.end - said.begin && one.kind == before.kind && one.cue == before.cue;
    };
    if (!std::equal(in_all.begin(), in_all.end(), said.in_all.begin(), said.in_all.end(), same)) return false;
    const auto moved = static_cast<std::uint32_t>(range.begin - said.begin);
    state.walk_to(range.begin, state.clause);
    const auto clauses = static_cast<std::uint32_t>(state.clause - said.clause);
    for (std::size_t at = said.from.hits; at < said.to.hits; ++at) {
        Hit hit = hits[at];
        hit.span.begin += moved;
        hit.span.end += moved;
        hit.clause += clauses;
        hit.sentence = static_cast<std::uint32_t>(sentence);
        hits.push_back(hit);
    }
    const auto again = [&](std::vector<Span>& list, std::size_t State::Ends::*end) {
        for (std::size_t at = said.from.*end; at < said.to.*end; ++at)
            list.push_back({list[at].begin + moved, list[at].end + moved});
    };
    again(plans, &State::Ends::plans);
    again(options, &State::Ends::options);
    again(denials, &State::Ends::denials);
    return true;
}

void SentenceHits::take(std::size_t sentence, const std::vector<Finding>& findings)
{
    State& state = *state_;
    for (const Finding& one : findings) state.reach = std::max(state.reach, one.end);
    State::Said* const said = std::exchange(state.to_keep, nullptr);
    if (said == nullptr) return take_new(sentence, findings);
    const auto ends = [&] { return State::Ends{hits.size(), plans.size(), options.size(), denials.size()}; };
    said->begin = state.analysis.range_of(sentence).begin;
    said->clause = state.clause;
    state.walk_to(said->begin, said->clause);
    said->from = ends();
    take_new(sentence, findings);
    said->to = ends();
}

namespace {

/// "The pupil cannot have anything erased" strengthens nothing: cues that an exception of theirs overlaps are none.
void take_back_cues(const std::vector<Finding>& by_place, CueLists& cues)
{
    std::array<std::size_t, std::tuple_size_v<CueLists>> reached{};  ///< by kind: where its exceptions so far end
    std::array<std::vector<Span>, std::tuple_size_v<CueLists>> exceptions;
    for (const Finding& one : by_place) {
        if (one.kind != Finding::Kind::no_cue || one.end <= reached[one.cue]) continue;
        reached[one.cue] = one.end;
        exceptions[one.cue].push_back({one.begin, one.end});
    }
    for (std::size_t kind = 0; kind < cues.size(); ++kind) {
        // Both by position, and the exceptions by their ends as well.
        auto next = exceptions[kind].begin();
        std::erase_if(cues[kind], [&](const Span& cue) {
            while (next != exceptions[kind].end() && next->end <= cue.begin) ++next;
            return next != exceptions[kind].end() && next->begin < cue.end;
        });
    }
}

}  // namespace

void SentenceHits::take_new(std::size_t sentence, const std::vector<Finding>& findings)
{
    if (findings.empty()) return;
    State& state = *state_;
    const std::vector<Finding>& sorted = state.by_place.sort(findings, state.analysis.range_of(sentence));
    ++state.turn;
    for (std::vector<Span>& list : state.cues) list.clear();
    state.exceptions.clear();
    bool any_hit = false;
    bool any_exception = false;
    bool any_no_cue = false;
    for (const Finding& one : sorted)
        if (one.kind == Finding::Kind::hit) {
            any_hit = true;
            state.of_concept[one.concept_index].turn = state.turn;
        }
        else if (one.kind == Finding::Kind::exception)
            any_exception = true;
        else if (one.kind == Finding::Kind::no_cue)
            any_no_cue = true;
        else if (const Span cue{one.begin, one.end}; one.cue != 0 || !is_foreign_negation(state.analysis, cue))
            state.cues[one.cue].push_back(cue);
    if (any_no_cue) take_back_cues(sorted, state.cues);
    denials.insert(denials.end(), state.cues[0].begin(), state.cues[0].end());
    plans.insert(plans.end(), state.cues[2].begin(), state.cues[2].end());
    options.insert(options.end(), state.cues[6].begin(), state.cues[6].end());
    if (!any_hit) return;
    // Hits and exceptions are walked through one after the other, each with the clauses beside them.
    if (any_exception) {
        std::size_t clause = state.clause;
        for (const Finding& one : sorted)
            if (one.kind == Finding::Kind::exception && state.of_concept[one.concept_index].turn == state.turn)
                state.exceptions.add(state.hit_of(one, sentence, clause));
        state.exceptions.prepare();
    }
    state.scopes.begin(sentence, state.cues);
    for (const Finding& one : sorted) {
        if (one.kind != Finding::Kind::hit) continue;
        // Several patterns of a concept often match the same words: one hit is enough, the first and longest.
        std::uint32_t& taken_to = state.of_concept[one.concept_index].taken_to;
        if (one.begin < taken_to) continue;
        const Hit hit = state.hit_of(one, sentence, state.clause);
        if (any_exception && state.exceptions.take_back(hit)) continue;
        taken_to = one.end;
        hits.push_back(hit);
        hits.back().scope = state.scopes.of(hit, one.nature);
    }
}

}  // namespace samsvar::text
