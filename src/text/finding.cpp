#include "text/finding.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

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

/// By position: counted out, since there are many of them, and as good as none at one place.
std::vector<Finding> by_place(const std::vector<Finding>& findings, std::size_t text_size)
{
    std::vector<std::uint32_t> next(text_size + 2);
    for (const Finding& one : findings) ++next[one.begin + 1];
    for (std::size_t at = 1; at < next.size(); ++at) next[at] += next[at - 1];
    std::vector<Finding> sorted(findings.size());
    for (const Finding& one : findings) sorted[next[one.begin]++] = one;
    for (auto begin = sorted.begin(); begin != sorted.end();) {
        auto end = begin + 1;
        while (end != sorted.end() && end->begin == begin->begin) ++end;
        if (end - begin > 1) std::sort(begin, end, comes_first);
        begin = end;
    }
    return sorted;
}

/// Tells sentence and clause of findings, which are asked for by position.
class Places {
public:
    explicit Places(const Analysis& analysis) : analysis_(&analysis) {}
    Hit hit_of(const Finding& one)
    {
        const auto walk = [&](const std::vector<Span>& spans, std::size_t& index) {
            while (index + 1 < spans.size() && spans[index + 1].begin <= one.begin) ++index;
            return index;
        };
        return {one.concept_index,
                {one.begin, one.end},
                walk(analysis_->clauses, clause_),
                walk(analysis_->sentences, sentence_),
                {},
                one.since};
    }

private:
    const Analysis* analysis_;
    std::size_t clause_ = 0;
    std::size_t sentence_ = 0;
};

/// Exceptions take back the hits of their concept that they touch, or that stand in their clause.
class Exceptions {
public:
    void add(const Hit& one)
    {
        known_.push_back({one.concept_index, one.sentence, one.clause, one.span, one.span.end});
    }

    /// To be called once, after the last add, which came by position.
    void prepare()
    {
        std::stable_sort(known_.begin(), known_.end(),
                         [](const Known& a, const Known& b) { return a.concept_index < b.concept_index; });
        for (std::size_t index = 0; index < known_.size(); ++index) {
            Known& one = known_[index];
            seen_ |= bit_of(one.concept_index);
            if (index == 0) continue;
            const Known& before = known_[index - 1];
            if (before.concept_index == one.concept_index && before.sentence == one.sentence)
                one.reach = std::max(one.reach, before.reach);
        }
    }

    bool take_back(const Hit& hit) const
    {
        if ((seen_ & bit_of(hit.concept_index)) == 0) return false;
        const auto next = std::lower_bound(known_.begin(), known_.end(), hit, [](const Known& one, const Hit& at) {
            return one.concept_index != at.concept_index ? one.concept_index < at.concept_index
                                                         : one.span.begin < at.span.begin;
        });
        const auto near = [&](const Known& one) {
            return one.concept_index == hit.concept_index && one.sentence == hit.sentence;
        };
        // Behind the hit's beginning the first one is the nearest, before it the last one knows how far all reach.
        if (next != known_.end() && near(*next) && (next->clause == hit.clause || next->span.overlaps(hit.span)))
            return true;
        if (next == known_.begin()) return false;
        const Known& last = *std::prev(next);
        return near(last) && (last.clause == hit.clause || last.reach > hit.span.begin);
    }

private:
    struct Known {
        std::uint32_t concept_index = 0;
        std::size_t sentence = 0;
        std::size_t clause = 0;
        Span span;
        std::size_t reach = 0;  ///< where the last of those up to here in the sentence ends
    };
    static std::uint64_t bit_of(std::uint32_t concept_index) { return std::uint64_t{1} << concept_index % 64; }

    std::vector<Known> known_;  ///< by concept and position
    std::uint64_t seen_ = 0;    ///< concepts, by their last bits: most have no exception
};

/// Of the cues, those in the sentence of a hit and near it: far ones decide nothing, and a text made of nothing but
/// cues must not cost their square. Hits are asked for by position.
class NearCues {
public:
    explicit NearCues(const CueLists& lists)
    {
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
            const std::vector<Span>& cues = walk.cues;
            while (walk.middle < cues.size() && cues[walk.middle].begin < hit.begin) ++walk.middle;
            while (walk.first < walk.middle && cues[walk.first].begin < from) ++walk.first;
            const std::size_t first = std::max(walk.first, walk.middle > most ? walk.middle - most : 0);
            std::size_t last = walk.middle;
            while (last < cues.size() && last - walk.middle < most && cues[last].begin < to) ++last;
            near_.*cue_lists[walk.kind] = Cues::List(cues).subspan(first, last - first);
            any = any || last > first;
        }
        return any;
    }
    const Cues& near() const { return near_; }

private:
    struct Walk {
        std::size_t kind;
        const std::vector<Span>& cues;
        std::size_t first, middle;
    };
    std::vector<Walk> walks_;
    Cues near_;
};

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

/// Several patterns of a concept often match the same words: one hit is enough, the first and longest.
class Taken {
public:
    explicit Taken(std::size_t concepts) : taken_to_(concepts) {}
    bool overlaps(const Finding& one) const { return one.begin < taken_to_[one.concept_index]; }
    void take(const Finding& one) { taken_to_[one.concept_index] = one.end; }

private:
    std::vector<std::uint32_t> taken_to_;
};

/// Says of hits, by position, what stands around them; many concepts share their words, and so what is said of them.
class Scopes {
public:
    Scopes(const Analysis& analysis, const CueLists& cues) : analysis_(analysis), cues_(cues) {}

    Scope of(const Hit& hit, Nature nature)
    {
        if (hit.span != span_) said_.fill(std::nullopt);
        if (hit.sentence != sentence_) {
            sentence_ = hit.sentence;
            question_ = analysis_.question_at(sentence_);
        }
        std::optional<Scope>& said = said_[static_cast<std::size_t>(nature)];
        if (said) return *said;
        if (hit.span != span_) {
            span_ = hit.span;
            any_near_ = cues_.find(hit.span, analysis_.sentences[hit.sentence]);
        }
        if (any_near_)
            said = scope_of(analysis_, hit, cues_.near(), nature, question_);
        else
            said = scope_without_cues(question_);
        return *said;
    }

private:
    const Analysis& analysis_;
    NearCues cues_;
    Span span_{1, 0};
    std::size_t sentence_ = std::numeric_limits<std::size_t>::max();
    Analysis::Question question_ = Analysis::Question::none;
    bool any_near_ = false;
    std::array<std::optional<Scope>, 3> said_;  ///< by nature
};

}  // namespace

void take_findings(Analysis& analysis, std::vector<Finding> findings, std::size_t concepts)
{
    findings = by_place(findings, analysis.folded.text.size());
    CueLists cues;
    Exceptions exceptions;
    // Most exceptions are of concepts that the text does not hold.
    std::size_t hits = 0;
    std::vector<bool> is_hit(concepts);
    for (const Finding& one : findings)
        if (one.kind == Finding::Kind::hit) {
            ++hits;
            is_hit[one.concept_index] = true;
        }
    Places places(analysis);
    for (const Finding& one : findings)
        if (one.kind == Finding::Kind::cue)
            cues[one.cue].push_back({one.begin, one.end});
        else if (one.kind == Finding::Kind::exception && is_hit[one.concept_index])
            exceptions.add(places.hit_of(one));
    drop_foreign_negations(analysis, cues[0]);
    exceptions.prepare();
    analysis.hits.reserve(hits);
    Taken taken(concepts);
    Scopes scopes(analysis, cues);
    places = Places(analysis);
    for (const Finding& one : findings) {
        if (one.kind != Finding::Kind::hit || taken.overlaps(one)) continue;
        const Hit hit = places.hit_of(one);
        if (exceptions.take_back(hit)) continue;
        taken.take(one);
        analysis.hits.push_back(hit);
        analysis.hits.back().scope = scopes.of(hit, one.nature);
    }
    analysis.denials = std::move(cues[0]);
    analysis.plans = std::move(cues[2]);
    analysis.options = std::move(cues[6]);
}

}  // namespace samsvar::text
