#include "text/quick_regex_tree.h"

#include <algorithm>

#include "text/character_set.h"

namespace samsvar::text {

namespace {

constexpr std::size_t deepest = 40;
constexpr std::size_t longest = 4000;  ///< expression; walks of the tree recurse along it
constexpr std::uint32_t most_repeats = 1000;

struct NotCommon {};

class TreeReader {
public:
    explicit TreeReader(std::string_view pattern) : pattern_(pattern) {}

    RegexTree read()
    {
        tree_.root = choice(0);
        if (at_ != pattern_.size()) throw NotCommon{};
        return std::move(tree_);
    }

private:
    using Node = RegexTree::Node;
    using Kind = RegexTree::Kind;

    bool more() const { return at_ < pattern_.size(); }
    char peek() const { return pattern_[at_]; }

    std::uint32_t add(const Node& node)
    {
        tree_.nodes.push_back(node);
        return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
    }
    Node& node(std::uint32_t number) { return tree_.nodes[number]; }

    /// Makes `next` the sibling of `last`, or the first child.
    static void append(std::uint32_t& first, std::uint32_t& last, std::uint32_t next, RegexTree& tree)
    {
        if (first == RegexTree::none)
            first = next;
        else
            tree.nodes[last].sibling = next;
        last = next;
    }

    std::uint32_t choice(std::size_t depth)
    {
        if (depth > deepest) throw NotCommon{};
        Node all;
        all.kind = Kind::choice;
        std::uint32_t last = RegexTree::none;
        for (;;) {
            const std::uint32_t branch = sequence(depth);
            all.may_be_empty = all.may_be_empty || node(branch).may_be_empty;
            append(all.child, last, branch, tree_);
            if (!more() || peek() != '|') break;
            ++at_;
        }
        return all.child == last ? last : add(all);
    }

    std::uint32_t sequence(std::size_t depth)
    {
        Node all;
        all.kind = Kind::sequence;
        all.may_be_empty = true;
        std::uint32_t last = RegexTree::none;
        while (more() && peek() != '|' && peek() != ')') {
            const std::uint32_t next = repeated(depth);
            all.may_be_empty = all.may_be_empty && node(next).may_be_empty;
            // Letters side by side are looked for as one.
            if (last != RegexTree::none && node(last).kind == Kind::letters && node(next).kind == Kind::letters &&
                node(last).first + node(last).count == node(next).first) {
                node(last).count += node(next).count;
                tree_.nodes.pop_back();
                continue;
            }
            append(all.child, last, next, tree_);
        }
        return add(all);
    }

    std::uint32_t repeated(std::size_t depth)
    {
        const std::uint32_t part = single(depth);
        if (!more()) return part;
        Node all;
        all.kind = Kind::repeat;
        all.least = all.most = 1;
        switch (peek()) {
            case '?': all.least = 0; break;
            case '*':
                all.least = 0;
                all.most = RegexTree::endless;
                break;
            case '+': all.most = RegexTree::endless; break;
            case '{': counts(all); break;
            default: return part;
        }
        ++at_;
        all.lazy = more() && peek() == '?';
        if (all.lazy) ++at_;
        if (more() && (peek() == '?' || peek() == '*' || peek() == '+' || peek() == '{')) throw NotCommon{};
        // RE2 has rules of its own for what may be empty.
        if (node(part).may_be_empty) throw NotCommon{};
        Node& body = node(part);
        if (body.kind == Kind::letters) {
            // One letter: repeated like any other set.
            const Set letter = set_of(std::string_view(tree_.letters).substr(body.first, 1));
            body.kind = Kind::set;
            body.first = static_cast<std::uint32_t>(tree_.sets.size());
            body.count = 0;
            tree_.sets.push_back(letter);
        }
        if (body.kind != Kind::set && ((all.most != RegexTree::endless && all.most > 20) || all.least > 20))
            throw NotCommon{};
        all.may_be_empty = all.least == 0;
        all.child = part;
        return add(all);
    }

    void counts(Node& all)
    {
        ++at_;
        all.least = count();
        all.most = all.least;
        if (more() && peek() == ',') {
            ++at_;
            all.most = more() && peek() == '}' ? RegexTree::endless : count();
        }
        if (!more() || peek() != '}' || all.most < all.least || all.most == 0) throw NotCommon{};
    }

    std::uint32_t count()
    {
        std::uint32_t value = 0;
        std::size_t digits = 0;
        for (; more() && peek() >= '0' && peek() <= '9' && digits < 4; ++at_, ++digits)
            value = value * 10 + static_cast<std::uint32_t>(peek() - '0');
        if (digits == 0 || value > most_repeats) throw NotCommon{};
        return value;
    }

    std::uint32_t single(std::size_t depth)
    {
        const char c = pattern_[at_++];
        Node one;
        switch (c) {
            case '(': return group(depth);
            case '[': return of_set(understood(read_bracket(pattern_, at_)));
            case '.': return of_set(~set_of("\n"));
            case '^': return of_place(Kind::text_begin);
            case '$': return of_place(Kind::text_end);
            case '\\': return escape();
            case '*':
            case '+':
            case '?':
            case '{':
            case '}':
            case ']': throw NotCommon{};
            default: break;
        }
        if (static_cast<unsigned char>(c) >= 0x80) throw NotCommon{};
        one.kind = Kind::letters;
        one.first = static_cast<std::uint32_t>(tree_.letters.size());
        one.count = 1;
        tree_.letters += c;
        return add(one);
    }

    std::uint32_t of_place(Kind kind)
    {
        Node one;
        one.kind = kind;
        one.may_be_empty = true;
        return add(one);
    }

    std::uint32_t of_set(const Set& set)
    {
        if (set.none()) throw NotCommon{};
        Node one;
        one.kind = Kind::set;
        one.first = static_cast<std::uint32_t>(tree_.sets.size());
        tree_.sets.push_back(set);
        return add(one);
    }

    std::uint32_t group(std::size_t depth)
    {
        if (more() && peek() == '?') {
            if (pattern_.substr(at_, 2) != "?:") throw NotCommon{};
            at_ += 2;
        }
        const std::uint32_t inner = choice(depth + 1);
        if (!more() || peek() != ')') throw NotCommon{};
        ++at_;
        return inner;
    }

    std::uint32_t escape()
    {
        if (!more()) throw NotCommon{};
        const char c = peek();
        if (c == 'b' || c == 'B') {
            ++at_;
            return of_place(c == 'b' ? Kind::boundary : Kind::not_boundary);
        }
        return of_set(understood(read_escaped_set(pattern_, at_)));
    }

    static const Set& understood(const std::optional<Set>& set)
    {
        if (!set) throw NotCommon{};
        return *set;
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    RegexTree tree_;
};

}  // namespace

std::optional<RegexTree> read_regex(std::string_view folded_expression)
{
    if (folded_expression.size() > longest) return std::nullopt;
    try {
        return TreeReader(folded_expression).read();
    }
    catch (const NotCommon&) {
        return std::nullopt;
    }
}

}  // namespace samsvar::text
