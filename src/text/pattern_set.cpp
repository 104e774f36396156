#include "text/pattern_set.h"

#include <atomic>
#include <cassert>

#include "base/kept_for_threads.h"
#include "base/on_threads.h"
#include "text/compiled_patterns.h"
#include "text/pattern_search.h"
#include "text/pattern_table.h"

namespace samsvar::text {

struct PatternSet::State {
    std::vector<Regex> added;          // until prepared …
    std::vector<PatternGroup> groups;  // … as these
    std::vector<std::byte> own;        // what the table looks into, if nobody else's
    PatternTable table;
    LiteralScan words;  // literals that are letters of a word only …
    BreakScan others;   // … and those with other characters among them
    std::uint64_t number = 0;
    std::unique_ptr<CompiledPatterns> compiled;

    void compile_when_asked()
    {
        static std::atomic<std::uint64_t> sets{0};
        number = ++sets;
        compiled = std::make_unique<CompiledPatterns>(table.patterns.size());
    }
};

PatternSet::PatternSet() : state_(std::make_unique<State>()) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

std::uint32_t PatternSet::add(std::string_view expression, const model::Origin& origin, const PatternGroup& group)
{
    const auto number = static_cast<std::uint32_t>(state_->added.size());
    state_->added.emplace_back(expression, origin);
    state_->groups.push_back(group);
    return number;
}

void PatternSet::add_all(const std::vector<Written>& added)
{
    constexpr std::size_t at_once = 64;
    std::vector<std::vector<Regex>> pieces((added.size() + at_once - 1) / at_once);
    on_two_threads(pieces.size(), [&](std::size_t piece) {
        const std::size_t end = std::min(added.size(), (piece + 1) * at_once);
        for (std::size_t at = piece * at_once; at < end; ++at)
            pieces[piece].emplace_back(added[at].expression, *added[at].origin);
    });
    state_->added.reserve(state_->added.size() + added.size());
    for (std::vector<Regex>& piece : pieces)
        for (Regex& one : piece) state_->added.push_back(std::move(one));
    for (const Written& one : added) state_->groups.push_back(one.group);
}

void PatternSet::prepare(std::string_view sample)
{
    State& state = *state_;
    state.own = PatternTable::of(state.added, state.groups, sample, state.words, state.others);
    std::vector<Regex>().swap(state.added);
    std::vector<PatternGroup>().swap(state.groups);
    state.words.prepare();
    state.others.prepare();
    BytesReader reader(state.own);
    state.table = PatternTable::read(reader);
    state.compile_when_asked();
}

void PatternSet::write(BytesWriter& into) const
{
    state_->table.write(into);
    state_->words.write(into);
    state_->others.write(into);
}

PatternSet PatternSet::read(BytesReader& from)
{
    PatternSet set;
    set.state_->table = PatternTable::read(from);
    set.state_->words = LiteralScan::read(from);
    set.state_->others = BreakScan::read(from);
    set.state_->compile_when_asked();
    return set;
}

std::size_t PatternSet::size() const
{
    return state_->added.empty() ? state_->table.patterns.size() : state_->added.size();
}

std::vector<PatternSet::Match> PatternSet::find_all(std::string_view folded) const
{
    return find_all(folded, {{0, folded.size()}});
}

std::vector<PatternSet::Match> PatternSet::find_all(std::string_view folded, const std::vector<Span>& parts) const
{
    std::vector<Match> matches;
    for (const Span& part : parts) find_in(folded, part, {}, matches);
    return matches;
}

void PatternSet::find_in(std::string_view folded, const Span& part, std::span<const std::uint32_t> found_already,
                         std::vector<Match>& matches) const
{
    assert(state_->compiled && "prepare() comes first");
    thread_local KeptForThreads<PatternSearch> search;
    const PreparedPatterns prepared{state_->number, state_->table, state_->words, state_->others, *state_->compiled};
    (*search).search(prepared, folded, part, found_already, matches);
}

bool PatternSet::has_literal(std::string_view letters) const
{
    return state_->words.has(letters) || state_->others.has(letters);
}

PatternSet::Kinds PatternSet::kinds() const
{
    Kinds kinds;
    for (const PatternTable::Pattern& one : state_->table.patterns) {
        if (one.forms + one.segments > 0)
            ++kinds.literal;
        else if (one.always == 0)
            ++kinds.anchored;
        else
            ++kinds.always;
    }
    return kinds;
}

}  // namespace samsvar::text
