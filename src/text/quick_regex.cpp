#include "text/quick_regex.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "text/character_set.h"
#include "text/quick_regex_tree.h"

namespace samsvar::text {

namespace {

constexpr std::size_t most_steps = 4000;
constexpr std::size_t most_tries = 1u << 20;  ///< steps times places that are remembered
constexpr std::uint32_t longest_run = 1000;

bool boundary_at(std::string_view text, std::size_t at)
{
    const bool before = at > 0 && in_word(text[at - 1]);
    return before != word_at(text, at);
}

std::size_t length_of_line(std::string_view text, std::size_t at, std::size_t most)
{
    const void* const end = std::memchr(text.data() + at, '\n', most);
    return end ? static_cast<std::size_t>(static_cast<const char*>(end) - (text.data() + at)) : most;
}

std::size_t length_of_run(const QuickRegex::Set& set, std::string_view text, std::size_t at, std::size_t most)
{
    std::size_t length = 0;
    while (length < most && set.test(static_cast<unsigned char>(text[at + length]))) ++length;
    return length;
}

}  // namespace

/// Turns a tree into steps, from its end to its beginning: what follows a part is made before it.
class QuickRegex::Maker {
public:
    Maker(QuickRegex& made, const RegexTree& tree) : made_(made), tree_(tree) {}

    bool make()
    {
        made_.letters_ = tree_.letters;
        made_.sets_ = tree_.sets;
        const std::uint32_t accept = add({});
        made_.begin_ = part(tree_.root, accept);
        if (too_many_) return false;
        const std::vector<bool> none(made_.steps_.size());
        std::vector<bool> seen(none);
        if (!collect_first(made_.begin_, seen, made_.first_)) return false;
        seen = none;
        if (std::vector<bool> behind(none); !collect_second(made_.begin_, seen, behind, made_.second_))
            made_.second_.set();
        seen = none;
        made_.from_boundary_ = at_boundary(made_.begin_, seen);
        made_.from_text_begin_ = made_.steps_[made_.begin_].op == Op::text_begin;
        for (Step& step : made_.steps_) look_ahead(step);
        return true;
    }

private:
    using Node = RegexTree::Node;
    using Kind = RegexTree::Kind;

    std::uint32_t add(Step step)
    {
        if (made_.steps_.size() >= most_steps) too_many_ = true;
        if (too_many_) return 0;
        made_.steps_.push_back(step);
        return static_cast<std::uint32_t>(made_.steps_.size() - 1);
    }

    std::uint32_t add_marked(Step step)
    {
        step.mark = made_.marks_++;
        return add(step);
    }

    std::uint32_t either(std::uint32_t first, std::uint32_t second, bool lazy)
    {
        Step step;
        step.op = Op::either;
        step.next = lazy ? second : first;
        step.other = lazy ? first : second;
        return add_marked(step);
    }

    std::uint32_t part(std::uint32_t number, std::uint32_t next)
    {
        if (too_many_) return 0;
        const Node& node = tree_.nodes[number];
        Step step;
        step.next = next;
        switch (node.kind) {
            case Kind::nothing: return next;
            case Kind::letters:
                step.op = Op::letters;
                step.first = node.first;
                step.count = node.count;
                return add(step);
            case Kind::set:
                step.op = Op::one_of;
                step.first = node.first;
                return add(step);
            case Kind::sequence: return sequence(node.child, next);
            case Kind::choice: return choice(node.child, next);
            case Kind::repeat: return repeat(node, next);
            case Kind::boundary: step.op = Op::boundary; return add(step);
            case Kind::not_boundary: step.op = Op::not_boundary; return add(step);
            case Kind::text_begin: step.op = Op::text_begin; return add(step);
            case Kind::text_end: step.op = Op::text_end; return add(step);
        }
        return next;
    }

    std::uint32_t sequence(std::uint32_t child, std::uint32_t next)
    {
        if (child == RegexTree::none) return next;
        return part(child, sequence(tree_.nodes[child].sibling, next));
    }

    std::uint32_t choice(std::uint32_t child, std::uint32_t next)
    {
        std::vector<std::uint32_t> branches;
        for (; child != RegexTree::none; child = tree_.nodes[child].sibling) branches.push_back(part(child, next));
        if (too_many_) return 0;
        if (const std::optional<std::uint32_t> picked = pick(branches)) return *picked;
        return one_after_another(branches);
    }

    /// Branches tried in their order.
    std::uint32_t one_after_another(const std::vector<std::uint32_t>& branches)
    {
        std::uint32_t all = branches.back();
        for (auto branch = std::next(branches.rbegin()); branch != branches.rend(); ++branch)
            all = either(*branch, all, false);
        return all;
    }

    /// Many branches: only those are tried that begin with the next character. Nothing when one can begin with
    /// anything.
    std::optional<std::uint32_t> pick(const std::vector<std::uint32_t>& branches)
    {
        constexpr std::size_t many = 4;
        if (branches.size() < many) return std::nullopt;
        Step step;
        step.op = Op::pick;
        std::vector<std::vector<std::uint32_t>> by_character(pick_size);
        Set all;
        for (const std::uint32_t branch : branches) {
            Set first;
            seen_.assign(made_.steps_.size(), false);
            if (!collect_first(branch, seen_, first) || (first >> pick_size).any()) return std::nullopt;
            all |= first;
            for (std::size_t c = 0; c < pick_size; ++c)
                if (first.test(c)) by_character[c].push_back(branch);
        }
        step.ahead = add_set(all);
        step.first = static_cast<std::uint32_t>(made_.picks_.size());
        made_.picks_.resize(made_.picks_.size() + pick_size, no_step);
        for (std::size_t c = 0; c < pick_size && !too_many_; ++c)
            if (!by_character[c].empty()) made_.picks_[step.first + c] = one_after_another(by_character[c]);
        return add(step);
    }

    std::uint32_t repeat(const Node& node, std::uint32_t next)
    {
        const Node& body = tree_.nodes[node.child];
        if (body.kind == Kind::set && node.most != RegexTree::endless && node.most <= longest_run) {
            Step attempt;
            attempt.op = Op::attempt;
            attempt.next = next;
            Step run;
            run.op = Op::run_of;
            run.dot = made_.sets_[body.first] == ~set_of("\n");
            run.once = loops_ == 0;
            run.lazy = node.lazy;
            run.first = body.first;
            run.least = node.least;
            run.most = node.most;
            run.next = add_marked(attempt);
            return add_marked(run);
        }
        std::uint32_t from = next;
        if (node.most == RegexTree::endless) {
            // The body leads back to the loop, which must be there before it.
            const std::uint32_t loop = either(0, 0, false);
            ++loops_;
            const std::uint32_t again = part(node.child, loop);
            --loops_;
            if (too_many_) return 0;
            made_.steps_[loop].next = node.lazy ? next : again;
            made_.steps_[loop].other = node.lazy ? again : next;
            from = loop;
        }
        else {
            for (std::uint32_t more = node.least; more < node.most && !too_many_; ++more)
                from = either(part(node.child, from), next, node.lazy);
        }
        for (std::uint32_t copy = 0; copy < node.least && !too_many_; ++copy) from = part(node.child, from);
        return from;
    }

    /// Whether every match from a step on has a first character; adds those to `first`. `seen` are steps that were met.
    bool collect_first(std::uint32_t number, std::vector<bool>& seen, Set& first) const
    {
        if (seen[number]) return true;
        seen[number] = true;
        const Step& step = made_.steps_[number];
        switch (step.op) {
            case Op::letters: first.set(static_cast<unsigned char>(made_.letters_[step.first])); return true;
            case Op::one_of: first |= made_.sets_[step.first]; return true;
            case Op::run_of:
                first |= made_.sets_[step.first];
                return step.least > 0 || collect_first(step.next, seen, first);
            case Op::either: return collect_first(step.next, seen, first) && collect_first(step.other, seen, first);
            case Op::pick: first |= made_.sets_[step.ahead]; return true;
            case Op::accept: return false;
            case Op::attempt:
            case Op::boundary:
            case Op::not_boundary:
            case Op::text_begin:
            case Op::text_end: return collect_first(step.next, seen, first);
        }
        return false;
    }

    /// The same of second characters; `seen_behind` are steps that were met behind a first one.
    bool collect_second(std::uint32_t number, std::vector<bool>& seen, std::vector<bool>& seen_behind,
                        Set& second) const
    {
        if (seen[number]) return true;
        seen[number] = true;
        const Step& step = made_.steps_[number];
        switch (step.op) {
            case Op::letters:
                if (step.count == 1) return collect_first(step.next, seen_behind, second);
                second.set(static_cast<unsigned char>(made_.letters_[step.first + 1]));
                return true;
            case Op::one_of: return collect_first(step.next, seen_behind, second);
            case Op::run_of:
                if (step.most > 1) second |= made_.sets_[step.first];
                return (step.least > 1 || collect_first(step.next, seen_behind, second)) &&
                       (step.least > 0 || collect_second(step.next, seen, seen_behind, second));
            case Op::either:
                return collect_second(step.next, seen, seen_behind, second) &&
                       collect_second(step.other, seen, seen_behind, second);
            case Op::pick:
                return std::all_of(picks_of(step), picks_of(step) + pick_size, [&](std::uint32_t branch) {
                    return branch == no_step || collect_second(branch, seen, seen_behind, second);
                });
            case Op::accept: return false;
            case Op::attempt:
            case Op::boundary:
            case Op::not_boundary:
            case Op::text_begin:
            case Op::text_end: return collect_second(step.next, seen, seen_behind, second);
        }
        return false;
    }

    /// Notes what can stand next where there is something to try: most places and branches need no try at all then.
    void look_ahead(Step& step)
    {
        if (step.op != Op::either && step.op != Op::run_of) return;
        Set first;
        seen_.assign(made_.steps_.size(), false);
        if (!collect_first(step.next, seen_, first)) return;
        step.ahead = add_set(first);
        if (step.op != Op::run_of) return;
        Set second;
        seen_.assign(made_.steps_.size(), false);
        std::vector<bool> behind(made_.steps_.size(), false);
        if (!collect_second(step.next, seen_, behind, second)) second.set();
        step.ahead_second = add_set(second);
    }

    const std::uint32_t* picks_of(const Step& step) const { return made_.picks_.data() + step.first; }

    std::uint32_t add_set(const Set& set)
    {
        made_.sets_.push_back(set);
        return static_cast<std::uint32_t>(made_.sets_.size() - 1);
    }

    /// Whether every match from a step on begins at a boundary.
    bool at_boundary(std::uint32_t number, std::vector<bool>& seen) const
    {
        if (seen[number]) return true;
        seen[number] = true;
        const Step& step = made_.steps_[number];
        if (step.op == Op::either) return at_boundary(step.next, seen) && at_boundary(step.other, seen);
        if (step.op == Op::pick)
            return std::all_of(picks_of(step), picks_of(step) + pick_size,
                               [&](std::uint32_t branch) { return branch == no_step || at_boundary(branch, seen); });
        return step.op == Op::boundary || (step.op == Op::attempt && at_boundary(step.next, seen));
    }

    QuickRegex& made_;
    const RegexTree& tree_;
    std::vector<bool> seen_;
    std::size_t loops_ = 0;  ///< around the part that is being made
    bool too_many_ = false;
};

/// What was tried in vain, and what is still to be tried; kept from search to search.
struct QuickRegex::Tries {
    struct Try {
        std::uint32_t step;
        std::size_t at;
    };
    std::vector<std::uint64_t> tried;  ///< a bit for each mark and place, the marks of a place side by side
    std::vector<Try> left;
    /// Places, side by side, from which what follows a run was put on the pile already: behind a shorter piece of a
    /// word the same gap follows, some places earlier.
    struct Covered {
        std::uint64_t search = 0;
        std::size_t first = 0;
        std::size_t last = 0;
    };
    std::vector<Covered> covered;  ///< by mark
    std::uint64_t search = 0;
    std::size_t marks = 0;
    std::size_t begin = 0;
    std::size_t used = 0;  ///< words of `tried` that may hold something

    /// False when there would be too much to remember.
    bool start(std::size_t marks_of_all, const Span& window)
    {
        begin = window.begin;
        marks = marks_of_all;
        left.clear();
        const std::size_t places = window.size() + 1;
        if (places > most_tries || marks * places > most_tries) return false;
        // Only what the last search came to: a text of matches must not cost its square.
        std::fill_n(tried.begin(), used, 0);
        used = 0;
        if (tried.size() * 64 < marks * places) tried.resize(marks * places / 64 + 1);
        if (covered.size() < marks) covered.resize(marks);
        ++search;
        return true;
    }
    /// What was put on the pile for a run before; [first, last] is from now on.
    Covered cover(std::uint32_t mark, std::size_t first, std::size_t last)
    {
        Covered& all = covered[mark];
        const Covered before = all.search == search ? all : Covered{search, 1, 0};
        const bool touches = before.first <= before.last && first <= before.last + 1 && before.first <= last + 1;
        all = touches ? Covered{search, std::min(first, before.first), std::max(last, before.last)}
                      : Covered{search, first, last};
        return before;
    }
    /// Whether it is the first time.
    bool first_time(std::uint32_t mark, std::size_t at)
    {
        const std::size_t number = (at - begin) * marks + mark;
        used = std::max(used, number / 64 + 1);
        std::uint64_t& word = tried[number / 64];
        const std::uint64_t bit = std::uint64_t{1} << (number % 64);
        if (word & bit) return false;
        word |= bit;
        return true;
    }
};

std::optional<QuickRegex> QuickRegex::compile(std::string_view expression)
{
    const std::optional<RegexTree> tree = read_regex(expression);
    if (!tree) return std::nullopt;
    QuickRegex made;
    if (!Maker(made, *tree).make()) return std::nullopt;
    return made;
}

QuickRegex::Result QuickRegex::run(std::string_view text, std::size_t at, const Span& window, bool to_end, Tries& tries,
                                   std::size_t& end) const
{
    tries.left.push_back({begin_, at});
    while (!tries.left.empty()) {
        std::uint32_t number = tries.left.back().step;
        std::size_t place = tries.left.back().at;
        tries.left.pop_back();
        for (bool going = true; going;) {
            const Step& step = steps_[number];
            number = step.next;
            switch (step.op) {
                case Op::letters:
                    going = window.end - place >= step.count && text[place] == letters_[step.first] &&
                            std::memcmp(text.data() + place, letters_.data() + step.first, step.count) == 0;
                    place += step.count;
                    break;
                case Op::one_of:
                    going = place < window.end && sets_[step.first].test(static_cast<unsigned char>(text[place]));
                    ++place;
                    break;
                case Op::run_of: {
                    going = tries.first_time(step.mark, place);
                    if (!going) break;
                    const std::size_t most = std::min<std::size_t>(step.most, window.end - place);
                    const std::size_t length = step.dot ? length_of_line(text, place, most)
                                                        : length_of_run(sets_[step.first], text, place, most);
                    going = false;
                    if (length < step.least) break;
                    const std::size_t nearest = place + step.least;
                    const std::size_t farthest = place + length;
                    const Tries::Covered before =
                        step.once ? tries.cover(step.mark, nearest, farthest) : Tries::Covered{0, 1, 0};
                    const auto attempt = [&](std::size_t from) {
                        if ((from < before.first || from > before.last) && may_go_on(step, text, from, window.end))
                            tries.left.push_back({step.next, from});
                    };
                    // What is to be tried first goes on the pile last.
                    if (step.lazy)
                        for (std::size_t from = farthest + 1; from-- > nearest;) attempt(from);
                    else
                        for (std::size_t from = nearest; from <= farthest; ++from) attempt(from);
                    break;
                }
                case Op::pick: {
                    const auto c = place < window.end ? static_cast<unsigned char>(text[place]) : pick_size;
                    number = c < pick_size ? picks_[step.first + c] : no_step;
                    going = number != no_step;
                    break;
                }
                case Op::either:
                    if (step.ahead != no_set &&
                        (place == window.end || !sets_[step.ahead].test(static_cast<unsigned char>(text[place])))) {
                        number = step.other;
                        break;
                    }
                    going = tries.first_time(step.mark, place);
                    if (going) tries.left.push_back({step.other, place});
                    break;
                case Op::attempt: going = tries.first_time(step.mark, place); break;
                case Op::boundary: going = boundary_at(text, place); break;
                case Op::not_boundary: going = !boundary_at(text, place); break;
                case Op::text_begin: going = place == 0; break;
                case Op::text_end: going = place == text.size(); break;
                case Op::accept:
                    going = false;
                    if (to_end && place != window.end) break;
                    end = place;
                    return Result::found;
            }
        }
    }
    return Result::none;
}

bool QuickRegex::may_go_on(const Step& step, std::string_view text, std::size_t at, std::size_t end) const
{
    if (step.ahead == no_set) return true;
    if (at == end || !sets_[step.ahead].test(static_cast<unsigned char>(text[at]))) return false;
    return at + 1 == end || sets_[step.ahead_second].test(static_cast<unsigned char>(text[at + 1]));
}

QuickRegex::Result QuickRegex::find(std::string_view text, const Span& window, std::size_t last, Span& match) const
{
    thread_local Tries tries;
    if (!tries.start(marks_, window)) return Result::too_large;
    const std::size_t behind = std::min(window.end, from_text_begin_ ? 1 : last + 1);
    // What failed from one place fails from a later one, too: nothing is forgotten in between.
    for (std::size_t at = window.begin; at < behind; ++at) {
        if (!first_.test(static_cast<unsigned char>(text[at]))) continue;
        if (at + 1 < window.end && !second_.test(static_cast<unsigned char>(text[at + 1]))) continue;
        if (from_boundary_ && !boundary_at(text, at)) continue;
        std::size_t end = at;
        if (run(text, at, window, false, tries, end) == Result::none) continue;
        match = {at, end};
        return Result::found;
    }
    return Result::none;
}

QuickRegex::Result QuickRegex::matches_all_of(std::string_view text) const
{
    thread_local Tries tries;
    const Span all{0, text.size()};
    if (!tries.start(marks_, all)) return Result::too_large;
    std::size_t end = 0;
    return run(text, 0, all, true, tries, end);
}

}  // namespace samsvar::text
