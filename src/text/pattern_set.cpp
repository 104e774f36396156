#include "text/pattern_set.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <optional>
#include <string>

#include "base/two_threads.h"
#include "text/compiled_pattern.h"
#include "text/pattern_table.h"

namespace samsvar::text {

namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

bool boundary_at(std::string_view text, std::size_t at)
{
    const bool before = at > 0 && is_word(text[at - 1]);
    const bool behind = at < text.size() && is_word(text[at]);
    return before != behind;
}

std::size_t word_end(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_word(text[at])) ++at;
    return at;
}

std::size_t word_begin(std::string_view text, std::size_t at)
{
    while (at > 0 && is_word(text[at - 1])) --at;
    return at;
}

/// Ends of words, asked for in the order of the text: a word of a megabyte is walked through once, not once per question.
class WordEnds {
public:
    std::size_t end_of(std::string_view text, std::size_t at)
    {
        if (at < known_from_ || at > known_end_) {
            known_from_ = at;
            known_end_ = word_end(text, at);
        }
        return known_end_;
    }
    std::size_t begin_of(std::string_view text, std::size_t at)
    {
        if (at < known_begin_ || at > begin_known_to_) known_begin_ = word_begin(text, at);
        begin_known_to_ = end_of(text, at);
        return known_begin_;
    }

private:
    std::size_t known_from_ = 1;
    std::size_t known_end_ = 0;
    std::size_t known_begin_ = 1;
    std::size_t begin_known_to_ = 0;
};

std::size_t longest_word(std::string_view text)
{
    std::size_t longest = 0;
    std::size_t length = 0;
    for (const char c : text) {
        length = is_word(c) ? length + 1 : 0;
        longest = std::max(longest, length);
    }
    return longest;
}

/// What stands around the letters at `at` allows the form.
bool stands(const PatternTable::Form& form, std::string_view text, std::size_t at)
{
    const std::size_t end = at + form.size;
    if (form.boundary_before && !boundary_at(text, at)) return false;
    if (form.tail == Tail::boundary) return boundary_at(text, end);
    return form.tail != Tail::more_of_word || (end < text.size() && is_word(text[end]));
}

/// Where a literal form matches with its letters at `at`, if it does.
std::optional<Span> matched(const PatternTable::Form& form, std::string_view text, std::size_t at, WordEnds& words)
{
    if (!stands(form, text, at)) return std::nullopt;
    Span span{at, at + form.size};
    if (form.open()) span.end = words.end_of(text, span.end);
    if (form.from_word_start) span.begin = words.begin_of(text, at);
    return span;
}

/// Compiled patterns by number, each made when it is first asked for.
class CompiledPatterns {
public:
    explicit CompiledPatterns(std::size_t count) : made_(count) {}
    ~CompiledPatterns()
    {
        for (const std::atomic<CompiledPattern*>& one : made_) delete one.load();
    }
    CompiledPatterns(const CompiledPatterns&) = delete;
    CompiledPatterns& operator=(const CompiledPatterns&) = delete;

    const CompiledPattern& of(const PatternTable& table, std::uint32_t number)
    {
        std::atomic<CompiledPattern*>& place = made_[number];
        CompiledPattern* known = place.load(std::memory_order_acquire);
        if (known) return *known;
        const PatternTable::Pattern& pattern = table.patterns[number];
        auto made = std::make_unique<CompiledPattern>(table.text(pattern.expression), pattern.common != 0);
        // Of two threads that ask at once, the first one's is kept.
        if (place.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) known = made.release();
        return *known;
    }

private:
    std::vector<std::atomic<CompiledPattern*>> made_;
};

}  // namespace

struct PatternSet::State {
    struct Event {
        std::uint32_t pattern;
        std::int32_t form;
        std::uint32_t part;
        Span span;
    };

    std::vector<Regex> added;  // until prepared
    std::vector<std::byte> own;  // what the table looks into, if nobody else's
    PatternTable table;
    LiteralScan literals;
    std::unique_ptr<CompiledPatterns> compiled;

    void compile_when_asked() { compiled = std::make_unique<CompiledPatterns>(table.patterns.size()); }

    std::vector<Span> find_near(std::uint32_t pattern, std::string_view folded, const Span& window) const
    {
        if (!table.holds_each(table.patterns[pattern], folded.substr(window.begin, window.size()))) return {};
        return compiled->of(table, pattern).find_all(folded, window);
    }

    std::vector<Event> events(std::string_view folded, const std::vector<Span>& parts) const
    {
        std::vector<Event> found;
        for (std::uint32_t part = 0; part < parts.size(); ++part) {
            const Span& range = parts[part];
            const std::string_view text = folded.substr(range.begin, range.size());
            WordEnds words;
            literals.scan(text, [&](std::uint32_t literal, std::size_t at) {
                for (std::uint32_t index = table.first_use[literal]; index < table.first_use[literal + 1]; ++index) {
                    const PatternTable::Use& use = table.uses[index];
                    std::optional<Span> span = Span{at, at + literals.literal(literal).size()};
                    if (use.form >= 0) {
                        const PatternTable::Pattern& pattern = table.patterns[use.pattern];
                        const PatternTable::Form& form =
                            table.forms[pattern.first_form + static_cast<std::uint32_t>(use.form)];
                        if (pattern.then == 0) span = matched(form, text, at, words);
                        else if (!stands(form, text, at)) span.reset();
                    }
                    if (span) found.push_back({use.pattern, use.form, part, {range.begin + span->begin, range.begin + span->end}});
                }
            });
        }
        return found;
    }

    /// The events by pattern and, within a pattern, by position and preference.
    std::vector<Event> by_pattern(std::vector<Event> scattered) const
    {
        const auto before = [](const Event& a, const Event& b) {
            if (a.pattern != b.pattern) return a.pattern < b.pattern;
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.form < b.form;
        };
        const std::size_t patterns = table.patterns.size();
        if (scattered.size() < patterns) {
            std::sort(scattered.begin(), scattered.end(), before);
            return scattered;
        }
        // Many events come by position already: one counting pass is cheaper than a sort.
        std::vector<std::uint32_t> next(patterns + 1, 0);
        for (const Event& event : scattered) ++next[event.pattern + 1];
        for (std::size_t pattern = 0; pattern < patterns; ++pattern) next[pattern + 1] += next[pattern];
        std::vector<Event> sorted(scattered.size());
        for (const Event& event : scattered) sorted[next[event.pattern]++] = event;
        for (auto begin = sorted.begin(); begin != sorted.end();) {
            const auto end = std::find_if(begin, sorted.end(), [&](const Event& event) { return event.pattern != begin->pattern; });
            if (!std::is_sorted(begin, end, before)) std::sort(begin, end, before);
            begin = end;
        }
        return sorted;
    }

    /// Leftmost, then preferred, not overlapping: what a search with the pattern would give.
    static void take_literals(std::vector<Event>::const_iterator begin, std::vector<Event>::const_iterator end, std::vector<Match>& matches)
    {
        std::size_t free_from = 0;
        for (auto event = begin; event != end; ++event) {
            if (event->span.begin < free_from) continue;
            matches.push_back({event->pattern, event->span});
            free_from = event->span.end;
        }
    }

    /// "x.{0,40}y": leftmost x, its preferred branch, as much of its word and then of the gap as can be, then y's preferred
    /// branch: the order in which a search with the pattern would try.
    void take_gaps(std::string_view folded, const std::vector<Span>& parts, std::uint32_t pattern, std::vector<Event>::const_iterator begin,
                   std::vector<Event>::const_iterator end, std::vector<Match>& matches) const
    {
        const PatternTable::Pattern& shape = table.patterns[pattern];
        const std::span<const PatternTable::Form> forms = table.forms.subspan(shape.first_form, shape.forms + shape.then);
        const auto firsts = static_cast<std::int32_t>(shape.forms);
        std::vector<const Event*> seconds;
        for (auto event = begin; event != end; ++event)
            if (event->form >= firsts) seconds.push_back(&*event);
        if (seconds.empty()) return;
        // The last place wins, and at one place the first branch.
        const auto last_within = [&](std::size_t low, std::size_t high) -> const Event* {
            const auto after = std::lower_bound(seconds.begin(), seconds.end(), high + 1, [](const Event* one, std::size_t at) { return one->span.begin < at; });
            if (low > high || after == seconds.begin() || (*std::prev(after))->span.begin < low) return nullptr;
            const std::size_t place = (*std::prev(after))->span.begin;
            return *std::lower_bound(seconds.begin(), after, place, [](const Event* one, std::size_t at) { return one->span.begin < at; });
        };
        WordEnds words;
        std::size_t free_from = 0;
        for (auto event = begin; event != end; ++event) {
            if (event->form >= firsts || event->span.begin < free_from) continue;
            const std::string_view text = folded.substr(0, parts[event->part].end);
            const PatternTable::Form& form = forms[static_cast<std::size_t>(event->form)];
            const bool open = form.open();
            const std::size_t longest = open ? words.end_of(text, event->span.end) : event->span.end;
            const std::size_t shortest = !open || form.to_boundary ? longest : event->span.end + (form.tail == Tail::more_of_word ? 1 : 0);
            // A gap passes no line break. Behind a shorter piece of the word it begins earlier, which only adds those places.
            const std::size_t line = std::min(text.substr(longest, shape.gap_most).find('\n'), shape.gap_most) + longest;
            const Event* found = last_within(longest + shape.gap_least, std::min(line, text.size()));
            if (!found && longest > shortest) found = last_within(shortest + shape.gap_least, std::min(longest - 1 + shape.gap_least, line));
            if (!found) continue;
            const PatternTable::Form& last = forms[static_cast<std::size_t>(found->form)];
            Span span{event->span.begin, found->span.end};
            if (last.open()) span.end = word_end(text, span.end);
            matches.push_back({pattern, span});
            free_from = span.end;
        }
    }

    /// Runs a pattern over the surroundings of its signs, each within its part.
    void take_around(std::string_view folded, const std::vector<Span>& parts, std::uint32_t pattern, std::vector<Event>::const_iterator begin,
                     std::vector<Event>::const_iterator end, std::size_t longest, std::vector<Match>& matches) const
    {
        const PatternTable::Pattern& shape = table.patterns[pattern];
        const std::size_t reach = shape.reach + shape.open_words * longest;
        Span window{0, 0};
        Span part{0, 0};
        const auto run = [&] {
            if (window.end == window.begin) return;
            for (const Span& span : find_near(pattern, folded.substr(part.begin, part.size()), {window.begin - part.begin, window.end - part.begin}))
                matches.push_back({pattern, {part.begin + span.begin, part.begin + span.end}});
        };
        for (auto event = begin; event != end; ++event) {
            const Span& range = parts[event->part];
            if (event->span.end <= window.end && (shape.whole_line != 0 || shape.whole_text != 0)) continue;
            Span around = range;
            if (shape.whole_text == 0) {
                around.begin = event->span.begin > range.begin + reach ? event->span.begin - reach : range.begin;
                around.end = std::min(range.end, event->span.end + reach);
                if (shape.whole_line != 0) {
                    const std::size_t line = around.begin == range.begin ? std::string_view::npos : folded.rfind('\n', around.begin - 1);
                    around.begin = line == std::string_view::npos ? range.begin : std::max(range.begin, line);
                    around.end = std::min(folded.find('\n', around.end), range.end);
                }
            }
            if (range.begin != part.begin || around.begin > window.end || window.end == 0) {
                run();
                window = around;
                part = range;
            }
            else window.end = std::max(window.end, around.end);
        }
        run();
    }
};

PatternSet::PatternSet() : state_(std::make_unique<State>()) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

std::uint32_t PatternSet::add(std::string_view expression, const model::Origin& origin)
{
    const auto number = static_cast<std::uint32_t>(state_->added.size());
    state_->added.emplace_back(expression, origin);
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
}

void PatternSet::prepare()
{
    State& state = *state_;
    state.own = PatternTable::of(state.added, state.literals);
    std::vector<Regex>().swap(state.added);
    state.literals.prepare();
    BytesReader reader(state.own);
    state.table = PatternTable::read(reader);
    state.compile_when_asked();
}

void PatternSet::write(BytesWriter& into) const
{
    state_->table.write(into);
    state_->literals.write(into);
}

PatternSet PatternSet::read(BytesReader& from)
{
    PatternSet set;
    set.state_->table = PatternTable::read(from);
    set.state_->literals = LiteralScan::read(from);
    set.state_->compile_when_asked();
    return set;
}

std::size_t PatternSet::size() const { return state_->added.empty() ? state_->table.patterns.size() : state_->added.size(); }

std::vector<PatternSet::Match> PatternSet::find_all(std::string_view folded) const { return find_all(folded, {{0, folded.size()}}); }

std::vector<PatternSet::Match> PatternSet::find_all(std::string_view folded, const std::vector<Span>& parts) const
{
    const State& state = *state_;
    assert(state.compiled && "prepare() comes first");
    const std::vector<State::Event> events = state.by_pattern(state.events(folded, parts));
    std::vector<Match> matches;
    std::optional<std::size_t> longest;
    for (auto begin = events.begin(); begin != events.end();) {
        const std::uint32_t pattern = begin->pattern;
        const auto end = std::find_if(begin, events.end(), [&](const State::Event& event) { return event.pattern != pattern; });
        if (begin->form >= 0 && state.table.patterns[pattern].then == 0) State::take_literals(begin, end, matches);
        else if (begin->form >= 0) state.take_gaps(folded, parts, pattern, begin, end, matches);
        else {
            if (!longest) longest = longest_word(folded);
            state.take_around(folded, parts, pattern, begin, end, *longest, matches);
        }
        begin = end;
    }
    if (state.table.always.empty()) return matches;
    for (const std::uint32_t pattern : state.table.always)
        for (const Span& part : parts)
            for (const Span& span : state.find_near(pattern, folded.substr(part.begin, part.size()), {0, part.size()}))
                matches.push_back({pattern, {part.begin + span.begin, part.begin + span.end}});
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.pattern < b.pattern; });
    return matches;
}

bool PatternSet::has_literal(std::string_view letters) const { return state_->literals.has(letters); }

PatternSet::Kinds PatternSet::kinds() const
{
    Kinds kinds;
    for (const PatternTable::Pattern& one : state_->table.patterns) {
        if (one.forms > 0) ++kinds.literal;
        else if (one.always == 0) ++kinds.anchored;
        else ++kinds.always;
    }
    return kinds;
}

}  // namespace samsvar::text
