#include "text/pattern_reading.h"

#include <algorithm>

namespace samsvar::text {

namespace {

constexpr std::size_t most_expansions = 256;
constexpr std::size_t most_members = 10;    ///< of a character class that is written out
constexpr std::size_t deepest = 40;         ///< nested groups
constexpr std::size_t most_repeats = 1000;  ///< RE2's own bound, for nested counts together

struct NotUnderstood {};

/// Characters that always stand for themselves.
const Set& plain_set()
{
    static const Set set = [] {
        Set made;
        for (std::size_t c = 0; c < 128; ++c) made.set(c);
        return made & ~set_of("\\()[]{}.*+?^$|");
    }();
    return set;
}

void join_flags(Part& into, const Part& from)
{
    into.open_words += from.open_words;
    into.repeats = std::max(into.repeats, from.repeats);
    into.of_word &= from.of_word;
    into.newline |= from.newline;
    into.whole_line |= from.whole_line;
    into.whole_text |= from.whole_text;
}

Strings crossed(const Strings& left, const Strings& right)
{
    Strings product;
    product.reserve(left.size() * right.size());
    for (const std::string& first : left)
        for (const std::string& second : right) product.push_back(first + second);
    return product;
}

/// Reads the part of RE2's syntax that word patterns use; anything else (or wrong) is NotUnderstood.
class Reader {
public:
    explicit Reader(std::string_view pattern) : pattern_(pattern) {}

    Part read()
    {
        Part whole = alternation(0);
        if (at_ != pattern_.size()) throw NotUnderstood{};
        return whole;
    }

    /// How each branch of the whole pattern is put together.
    std::vector<Pieces> branches() { return std::move(branches_); }

private:
    bool more() const { return at_ < pattern_.size(); }
    char peek() const { return pattern_[at_]; }

    Part alternation(std::size_t depth)
    {
        if (depth > deepest) throw NotUnderstood{};
        Part all = concatenation(depth);
        if (!more() || peek() != '|') return all;
        // While every branch can be written out, that says all: what it requires is only looked for when one cannot.
        std::vector<std::vector<Required>> required_by_branch;
        const auto note = [&](Part& branch) {
            required_by_branch.push_back(branch.exact ? std::vector<Required>{literals_of(*branch.exact)}
                                                      : std::move(branch.all));
        };
        bool written_out = all.exact.has_value();
        if (!written_out) note(all);
        all.single.reset();
        while (more() && peek() == '|') {
            ++at_;
            Part branch = concatenation(depth);
            all.least = std::min(all.least, branch.least);
            all.reach = std::max(all.reach, branch.reach);
            const std::size_t open_words = std::max(all.open_words, branch.open_words);
            join_flags(all, branch);
            all.open_words = open_words;
            if (written_out && branch.exact && all.exact->size() + branch.exact->size() <= most_expansions) {
                all.exact->insert(all.exact->end(), std::make_move_iterator(branch.exact->begin()),
                                  std::make_move_iterator(branch.exact->end()));
                continue;
            }
            if (written_out) note(all);
            written_out = false;
            note(branch);
        }
        if (written_out) return all;
        all.exact.reset();
        all.required = {};
        all.all.clear();
        for (Required& one : required_by_every(required_by_branch)) require(all, std::move(one));
        return all;
    }

    Part concatenation(std::size_t depth)
    {
        Part all;
        Strings run{""};
        if (depth == 0) branches_.emplace_back();
        Part before_run;  // reach and open words of what stands in front of the run
        bool exact = true;
        // What a piece requires begins that much later when something stands in front of it.
        const auto require_behind = [&](const Part& front, Required required) {
            required.before = std::min(required.before + front.reach, longest_reach);
            required.open_before += front.open_words;
            require(all, std::move(required));
        };
        while (more() && peek() != '|' && peek() != ')') {
            if (const std::string_view letters = plain_letters(); !letters.empty()) {
                all.least += letters.size();
                all.reach = std::min(all.reach + letters.size(), longest_reach);
                all.of_word = all.of_word && std::all_of(letters.begin(), letters.end(), in_word);
                all.newline = all.newline || letters.find('\n') != std::string_view::npos;
                for (std::string& one : run) one += letters;
                continue;
            }
            Part before_next;
            before_next.reach = all.reach;
            before_next.open_words = all.open_words;
            Part next = repeated(depth);
            all.least += next.least;
            all.reach = std::min(all.reach + next.reach, longest_reach);
            join_flags(all, next);
            if (next.exact && run.size() * next.exact->size() <= most_expansions) {
                if (next.exact->size() == 1)
                    for (std::string& one : run) one += next.exact->front();
                else
                    run = crossed(run, *next.exact);
                continue;
            }
            exact = false;
            if (depth == 0) {
                Pieces& pieces = branches_.back();
                if (next.gap) {
                    pieces.runs.back() = run;
                    pieces.runs.emplace_back();
                    pieces.gaps.push_back({next.least, next.reach});
                }
                else
                    pieces.plain = false;
            }
            require_behind(before_run, literals_of(run));
            if (next.exact) {
                run = std::move(*next.exact);
                before_run = std::move(before_next);
            }
            else {
                for (Required& one : next.all) require_behind(before_next, std::move(one));
                run.assign(1, "");
                before_run.reach = all.reach;
                before_run.open_words = all.open_words;
            }
        }
        if (depth == 0) branches_.back().runs.back() = run;
        if (exact)
            all.exact = std::move(run);
        else
            require_behind(before_run, literals_of(run));
        return all;
    }

    /// Letters that stand for themselves, up to the last that no count follows; most of what patterns are made of.
    std::string_view plain_letters()
    {
        std::size_t end = at_;
        while (end < pattern_.size() && plain_set().test(static_cast<unsigned char>(pattern_[end]))) ++end;
        if (end < pattern_.size() && end > at_ &&
            std::string_view("*+?{").find(pattern_[end]) != std::string_view::npos)
            --end;
        const std::string_view letters = pattern_.substr(at_, end - at_);
        if (std::any_of(letters.begin(), letters.end(), is_mark)) throw NotUnderstood{};
        at_ = end;
        return letters;
    }

    Part repeated(std::size_t depth)
    {
        Part part = single(depth);
        if (!more()) return part;
        std::size_t least = 1;
        std::size_t most = 1;
        bool endless = false;
        switch (peek()) {
            case '?': least = 0; break;
            case '*':
                least = 0;
                endless = true;
                break;
            case '+': endless = true; break;
            case '{': counts(least, most, endless); break;
            default: return part;
        }
        ++at_;
        const bool lazy = more() && peek() == '?';
        if (lazy) ++at_;
        if (more() && (peek() == '?' || peek() == '*' || peek() == '+' || peek() == '{')) throw NotUnderstood{};
        return repeat(std::move(part), least, most, endless, lazy);
    }

    static Part repeat(Part part, std::size_t least, std::size_t most, bool endless, bool lazy)
    {
        Part all;
        join_flags(all, part);
        all.least = part.least * least;
        all.repeats = part.repeats * std::max<std::size_t>({least, most, 1});
        if (all.repeats > most_repeats) throw NotUnderstood{};
        const bool of_word = part.single && (*part.single & ~word_set()).none();
        // What is written out says itself what it requires.
        const auto not_written_out = [&] {
            if (least == 0) return all;
            if (part.exact)
                require(all, literals_of(*part.exact));
            else {
                all.required = std::move(part.required);
                all.all = std::move(part.all);
            }
            return all;
        };
        if (endless) {
            if (of_word)
                ++all.open_words;
            else if (part.newline)
                all.whole_text = true;
            else
                all.whole_line = true;
            if (of_word && part.single == word_set() && least <= 1 && !lazy) {
                all.exact = Strings{std::string(1, least == 0 ? star_mark : plus_mark)};
                return all;
            }
            return not_written_out();
        }
        all.open_words = part.open_words * most;
        all.reach = std::min(part.reach * most, longest_reach);
        all.gap = part.gap && part.reach == 1 && !lazy;
        if (!part.exact || lazy || most > 8) return not_written_out();
        // x? and x{3} can be written out; x{1,3} is left to RE2.
        if (least == 0 && most == 1) {
            all.exact = std::move(part.exact);
            all.exact->push_back("");
        }
        else if (least == most) {
            Strings expansions{""};
            for (std::size_t done = 0; done < most; ++done) {
                if (expansions.size() * part.exact->size() > most_expansions) return not_written_out();
                expansions = crossed(expansions, *part.exact);
            }
            all.exact = std::move(expansions);
        }
        else
            return not_written_out();
        return all;
    }

    /// {2}, {2,} and {2,5}; at_ is left on the closing brace.
    void counts(std::size_t& least, std::size_t& most, bool& endless)
    {
        ++at_;
        least = count();
        most = least;
        if (more() && peek() == ',') {
            ++at_;
            if (more() && peek() == '}')
                endless = true;
            else
                most = count();
        }
        if (!more() || peek() != '}' || most < least || most > most_repeats) throw NotUnderstood{};
    }

    std::size_t count()
    {
        std::size_t value = 0;
        std::size_t digits = 0;
        for (; more() && peek() >= '0' && peek() <= '9' && digits < 5; ++at_, ++digits)
            value = value * 10 + static_cast<std::size_t>(peek() - '0');
        if (digits == 0) throw NotUnderstood{};
        return value;
    }

    Part single(std::size_t depth)
    {
        const char c = pattern_[at_++];
        switch (c) {
            case '(': return group(depth);
            case '[': return of_set(understood(read_bracket(pattern_, at_)));
            case '.': {
                Set any;
                any.set();
                any.reset('\n');
                Part dot = of_set(any);
                dot.gap = true;
                return dot;
            }
            case '^':
            case '$': return of_place();
            case '\\': return escape();
            case '*':
            case '+':
            case '?':
            case '{': throw NotUnderstood{};
            default:
                if (static_cast<unsigned char>(c) >= 0x80) throw NotUnderstood{};
                return of_letter(c);
        }
    }

    /// No room, no letters known.
    static Part of_place()
    {
        Part part;
        part.of_word = false;
        return part;
    }

    static Part of_letter(char c)
    {
        Part part;
        part.least = part.reach = 1;
        part.of_word = in_word(c);
        part.newline = c == '\n';
        part.single = set_of({&c, 1});
        part.exact = Strings{std::string(1, c)};
        return part;
    }

    Part group(std::size_t depth)
    {
        if (more() && peek() == '?') {
            if (pattern_.substr(at_, 2) != "?:") throw NotUnderstood{};
            at_ += 2;
        }
        Part inner = alternation(depth + 1);
        if (!more() || peek() != ')') throw NotUnderstood{};
        ++at_;
        return inner;
    }

    Part escape()
    {
        if (!more()) throw NotUnderstood{};
        const char c = peek();
        if (c == 'b') {
            ++at_;
            Part boundary;
            boundary.exact = Strings{std::string(1, boundary_mark)};
            return boundary;
        }
        if (c == 'B' || c == 'A' || c == 'z') {
            ++at_;
            return of_place();
        }
        return of_set(understood(read_escaped_set(pattern_, at_)));
    }

    static const Set& understood(const std::optional<Set>& set)
    {
        if (!set) throw NotUnderstood{};
        return *set;
    }

    static Part of_set(const Set& set)
    {
        Part part;
        part.least = part.reach = 1;
        part.of_word = (set & ~word_set()).none();
        part.newline = set.test('\n');
        part.single = set;
        if (set.none()) throw NotUnderstood{};
        if (set.count() <= most_members) {
            Strings members;
            for (std::size_t c = 0; c < 128; ++c)
                // Folded text holds no control characters but the line break.
                if (set.test(c) && (c >= ' ' || c == '\n')) members.push_back(std::string(1, static_cast<char>(c)));
            if (!members.empty()) part.exact = std::move(members);
        }
        return part;
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    std::vector<Pieces> branches_;
};

}  // namespace

std::optional<PatternReading> read_pattern(std::string_view folded_expression)
{
    Reader reader(folded_expression);
    try {
        Part whole = reader.read();
        return PatternReading{std::move(whole), reader.branches()};
    }
    catch (const NotUnderstood&) {
        return std::nullopt;
    }
}

}  // namespace samsvar::text
