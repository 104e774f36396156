#include "text/quick_regex.h"

#include <algorithm>
#include <cstring>

#include "text/quick_regex_tree.h"

namespace samsvar::text {

namespace {

constexpr std::size_t most_steps = 4000;
constexpr std::size_t most_tries = 1u << 20;  ///< steps times places that are remembered
constexpr std::uint32_t longest_run = 1000;

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool boundary_at(std::string_view text, std::size_t at)
{
    const bool before = at > 0 && is_word(text[at - 1]);
    const bool behind = at < text.size() && is_word(text[at]);
    return before != behind;
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
        if (std::vector<bool> behind(none); !collect_second(made_.begin_, seen, behind, made_.second_)) made_.second_.set();
        seen = none;
        made_.from_boundary_ = at_boundary(made_.begin_, seen);
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
        const std::uint32_t sibling = tree_.nodes[child].sibling;
        if (sibling == RegexTree::none) return part(child, next);
        const std::uint32_t others = choice(sibling, next);
        return either(part(child, next), others, false);
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
            const std::uint32_t again = part(node.child, loop);
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
    bool collect_second(std::uint32_t number, std::vector<bool>& seen, std::vector<bool>& seen_behind, Set& second) const
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
            case Op::accept: return false;
            case Op::attempt:
            case Op::boundary:
            case Op::not_boundary:
            case Op::text_begin:
            case Op::text_end: return collect_second(step.next, seen, seen_behind, second);
        }
        return false;
    }

    /// Whether every match from a step on begins at a boundary.
    bool at_boundary(std::uint32_t number, std::vector<bool>& seen) const
    {
        if (seen[number]) return true;
        seen[number] = true;
        const Step& step = made_.steps_[number];
        if (step.op == Op::either) return at_boundary(step.next, seen) && at_boundary(step.other, seen);
        return step.op == Op::boundary || (step.op == Op::attempt && at_boundary(step.next, seen));
    }

    QuickRegex& made_;
    const RegexTree& tree_;
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
        return true;
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
                    const Set& set = sets_[step.first];
                    const std::size_t most = std::min<std::size_t>(step.most, window.end - place);
                    std::size_t length = 0;
                    while (length < most && set.test(static_cast<unsigned char>(text[place + length]))) ++length;
                    going = length >= step.least;
                    if (!going) break;
                    // What is to be tried first goes on the pile last.
                    if (step.lazy) {
                        for (std::size_t longer = length; longer > step.least; --longer)
                            tries.left.push_back({step.next, place + longer});
                        place += step.least;
                    }
                    else {
                        for (std::size_t shorter = step.least; shorter < length; ++shorter)
                            tries.left.push_back({step.next, place + shorter});
                        place += length;
                    }
                    break;
                }
                case Op::either:
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

QuickRegex::Result QuickRegex::find(std::string_view text, const Span& window, Span& match) const
{
    thread_local Tries tries;
    if (!tries.start(marks_, window)) return Result::too_large;
    // What failed from one place fails from a later one, too: nothing is forgotten in between.
    for (std::size_t at = window.begin; at < window.end; ++at) {
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
