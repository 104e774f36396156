#include "agreement/deviation.h"

#include <algorithm>
#include <map>
#include <optional>

#include "text/fold.h"
#include "text/segment.h"

namespace samsvar::agreement {

namespace {

using model::Deviation;
using model::DeviationKind;
using model::TextPiece;

constexpr double alike = 0.5;              ///< share of common words from which two sentences are one that was changed
constexpr std::size_t longest_fill = 80;   ///< words that fill one blank
constexpr std::size_t most_words = 1'500;  ///< of a sentence that is compared word by word

/// A word as written and as compared.
struct Word {
    std::string shown;
    std::string folded;  ///< letters and figures only; empty for a blank to fill in
    bool blank = false;
};

/// A sentence, heading or table row of one of the texts.
struct Unit {
    std::string text;
    std::vector<Word> words;
    std::string key;  ///< what decides whether two are the same
    std::string clause;
    model::Place place;
    bool row = false;
    std::string header;  ///< of a row: the key of its table's header
    bool blanks = false;
};

bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || c == 'A' || c == 'E' || c == 'O' || (c >= '0' && c <= '9');
}

/// "____", "….", "[name]", "<date>", "xxx" as a word or the inside of brackets.
bool is_blank_word(std::string_view folded)
{
    if (folded.size() >= 2 && folded.find_first_not_of("_.") == std::string_view::npos &&
        (folded.find('_') != std::string_view::npos || folded.size() >= 3))
        return true;
    return folded == "xx" || folded == "xxx" || folded == "xxxx";
}

std::vector<Word> words_of(const std::string& source)
{
    const text::Folded folded = text::fold(source);
    std::vector<Word> words;
    std::size_t at = 0;
    const std::string& all = folded.text;
    while (at < all.size()) {
        while (at < all.size() && (all[at] == ' ' || all[at] == '\n')) ++at;
        if (at >= all.size()) break;
        std::size_t end = at;
        const char open = all[at];
        const bool bracket = open == '[' || open == '<' || open == '{';
        if (bracket) {
            const char close = open == '[' ? ']' : open == '<' ? '>' : '}';
            const std::size_t closed = all.find(close, at);
            if (closed != std::string::npos && closed - at < 160) end = closed + 1;
        }
        if (end == at)
            while (end < all.size() && all[end] != ' ' && all[end] != '\n' &&
                   !(end > at && (all[end] == '[' || all[end] == '<')))
                ++end;
        Word word;
        word.shown = folded.quote({at, end});
        for (std::size_t one = at; one < end; ++one)
            if (letter(all[one])) word.folded += all[one];
        std::string_view bare(all.data() + at, end - at);
        while (!bare.empty() && std::string_view(",;:)").find(bare.back()) != std::string_view::npos)
            bare.remove_suffix(1);
        word.blank =
            (bracket && end - at > 1 && std::string_view("]>}").find(all[end - 1]) != std::string_view::npos) ||
            is_blank_word(bare);
        if (word.blank) word.folded.clear();
        // A mark alone ("–", "&") is no word.
        if (word.blank || !word.folded.empty()) words.push_back(std::move(word));
        at = end;
    }
    return words;
}

std::string key_of(const std::vector<Word>& words)
{
    std::string key;
    for (const Word& word : words) key += (word.blank ? std::string("_") : word.folded) + ' ';
    return key;
}

Unit make_unit(std::string text, const std::string& clause, const model::Place& place)
{
    Unit unit;
    unit.text = std::move(text);
    unit.words = words_of(unit.text);
    unit.key = key_of(unit.words);
    unit.clause = clause;
    unit.place = place;
    unit.blanks = std::any_of(unit.words.begin(), unit.words.end(), [](const Word& one) { return one.blank; });
    return unit;
}

std::vector<Unit> units_of(const model::Agreement& agreement)
{
    std::vector<Unit> units;
    const auto add = [&](Unit unit) {
        if (!unit.words.empty()) units.push_back(std::move(unit));
    };
    if (!agreement.title.empty()) add(make_unit(agreement.title, {}, {}));
    std::size_t next_clause = 0;
    const auto add_headings_to = [&](std::size_t clause) {
        for (; next_clause <= clause && next_clause < agreement.clauses.size(); ++next_clause) {
            const model::Clause& one = agreement.clauses[next_clause];
            if (!one.heading.empty()) add(make_unit(one.heading, one.name(), one.place));
        }
    };
    std::map<std::size_t, std::string> headers;
    for (const model::Passage& passage : agreement.passages) {
        add_headings_to(passage.clause);
        const std::string& clause = agreement.clauses[passage.clause].name();
        if (!passage.cells.empty()) {
            Unit unit = make_unit(passage.text, clause, passage.place);
            if (passage.header)
                headers[passage.table] = unit.key;
            else
                unit.header = headers[passage.table];
            unit.row = true;
            add(std::move(unit));
            continue;
        }
        text::Folded folded = text::fold(passage.text);
        text::join_lines(folded);
        for (const text::Span& span : text::split_sentences(folded))
            add(make_unit(folded.quote(span), clause, passage.place));
    }
    add_headings_to(agreement.clauses.size());
    return units;
}

/// Pairs of indexes of a longest common subsequence; empty when the texts are too long for it.
template <class Same>
std::vector<std::pair<std::size_t, std::size_t>> common(std::size_t left, std::size_t right, const Same& same)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::size_t begin = 0;
    while (begin < left && begin < right && same(begin, begin)) pairs.emplace_back(begin, begin), ++begin;
    std::size_t tail = 0;
    while (tail < left - begin && tail < right - begin && same(left - 1 - tail, right - 1 - tail)) ++tail;
    const std::size_t rows = left - begin - tail, columns = right - begin - tail;
    constexpr std::size_t most_cells = most_sentences * most_sentences;
    if (rows > 0 && columns > 0 && rows <= most_cells / columns) {
        std::vector<std::uint16_t> lengths((rows + 1) * (columns + 1));
        const auto at = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
            return lengths[row * (columns + 1) + column];
        };
        for (std::size_t row = rows; row-- > 0;)
            for (std::size_t column = columns; column-- > 0;)
                at(row, column) = same(begin + row, begin + column)
                                      ? static_cast<std::uint16_t>(at(row + 1, column + 1) + 1)
                                      : std::max(at(row + 1, column), at(row, column + 1));
        for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
            if (same(begin + row, begin + column))
                pairs.emplace_back(begin + row++, begin + column++);
            else if (at(row + 1, column) >= at(row, column + 1))
                ++row;
            else
                ++column;
        }
    }
    for (std::size_t back = tail; back-- > 0;) pairs.emplace_back(left - 1 - back, right - 1 - back);
    return pairs;
}

/// Share of the words two sentences have in common, by how often each stands.
double likeness(const Unit& left, const Unit& right)
{
    std::map<std::string_view, int> counts;
    int total = 0, shared = 0;
    for (const Word& word : left.words)
        if (!word.blank) ++counts[word.folded], ++total;
    for (const Word& word : right.words) {
        if (word.blank) continue;
        ++total;
        if (int& count = counts[word.folded]; count > 0) --count, ++shared;
    }
    return total == 0 ? 0 : 2.0 * shared / total;
}

/// Whether `filled` is `blank` with its blanks filled in and nothing else done to it.
bool fills(const Unit& blank, const Unit& filled)
{
    const auto& pattern = blank.words;
    const auto& words = filled.words;
    // "Name:" leaves room behind the colon.
    const std::string_view end = text::trimmed(blank.text);
    const bool open_end = end.ends_with(':');
    if (!blank.blanks && !open_end) return false;
    std::size_t at = 0;
    for (std::size_t index = 0; index < pattern.size(); ++index) {
        if (!pattern[index].blank) {
            if (at >= words.size() || words[at].folded != pattern[index].folded) return false;
            ++at;
            continue;
        }
        std::size_t next = index;
        while (next < pattern.size() && pattern[next].blank) ++next;
        if (next == pattern.size()) return words.size() - at <= longest_fill;
        // Up to where the rest of the words goes on; the first place that fits the next two words.
        std::size_t stop = at;
        const auto goes_on = [&](std::size_t place) {
            if (words[place].folded != pattern[next].folded) return false;
            if (next + 1 >= pattern.size() || pattern[next + 1].blank || place + 1 >= words.size()) return true;
            return words[place + 1].folded == pattern[next + 1].folded;
        };
        while (stop < words.size() && !goes_on(stop)) ++stop;
        if (stop >= words.size() || stop - at > longest_fill) return false;
        at = stop;
        index = next - 1;
    }
    if (at == words.size()) return blank.key != filled.key;
    return open_end && words.size() - at <= longest_fill;
}

std::vector<TextPiece> pieces_of(const Unit& standard, const Unit& text)
{
    std::vector<TextPiece> pieces;
    const auto add = [&](TextPiece::Mark mark, const std::string& word) {
        if (pieces.empty() || pieces.back().mark != mark)
            pieces.push_back({mark, word});
        else
            pieces.back().text += ' ' + word;
    };
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    if (standard.words.size() <= most_words && text.words.size() <= most_words)
        pairs = common(standard.words.size(), text.words.size(), [&](std::size_t left, std::size_t right) {
            return !standard.words[left].blank && standard.words[left].folded == text.words[right].folded;
        });
    std::size_t left = 0, right = 0;
    const auto flush = [&](std::size_t to_left, std::size_t to_right) {
        for (; left < to_left; ++left) add(TextPiece::Mark::removed, standard.words[left].shown);
        for (; right < to_right; ++right) add(TextPiece::Mark::added, text.words[right].shown);
    };
    for (const auto& [one, other] : pairs) {
        flush(one, other);
        add(TextPiece::Mark::same, text.words[other].shown);
        left = one + 1;
        right = other + 1;
    }
    flush(standard.words.size(), text.words.size());
    return pieces;
}

Deviation make_deviation(DeviationKind kind, const Unit* standard, const Unit* text)
{
    Deviation made;
    made.kind = kind;
    if (standard) {
        made.standard = standard->text;
        made.standard_clause = standard->clause;
        made.standard_place = standard->place;
    }
    if (text) {
        made.text = text->text;
        made.clause = text->clause;
        made.place = text->place;
    }
    if (standard && text && (kind == DeviationKind::changed || kind == DeviationKind::filled))
        made.pieces = pieces_of(*standard, *text);
    return made;
}

class Comparison {
public:
    Comparison(std::vector<Unit> standard, std::vector<Unit> text)
        : standard_(std::move(standard)), text_(std::move(text))
    {
    }

    std::vector<Deviation> run()
    {
        standard_match_.resize(standard_.size());
        text_match_.resize(text_.size());
        for (const auto& [left, right] :
             common(standard_.size(), text_.size(),
                    [&](std::size_t one, std::size_t other) { return standard_[one].key == text_[other].key; })) {
            standard_match_[left] = right;
            text_match_[right] = left;
        }
        find_moved();
        pair_gaps();
        return in_order();
    }

private:
    /// Sentences that are left over in both texts with the same words.
    void find_moved()
    {
        std::map<std::string_view, std::vector<std::size_t>> left_over;
        for (std::size_t index = standard_.size(); index-- > 0;)
            if (!standard_match_[index]) left_over[standard_[index].key].push_back(index);
        moved_from_.resize(text_.size());
        taken_.resize(standard_.size());
        constexpr std::size_t fewest_words = 3;  // "Formål" and "Side 1" stand anywhere
        for (std::size_t index = 0; index < text_.size(); ++index) {
            if (text_match_[index]) continue;
            const auto found = left_over.find(text_[index].key);
            if (found == left_over.end() || found->second.empty()) continue;
            const std::size_t from = found->second.back();
            const bool runs_on = index > 0 && moved_from_[index - 1] && *moved_from_[index - 1] + 1 == from;
            const bool next_runs_on = index + 1 < text_.size() && from + 1 < standard_.size() &&
                                      !text_match_[index + 1] && standard_[from + 1].key == text_[index + 1].key;
            if (text_[index].words.size() < fewest_words && !runs_on && !next_runs_on) continue;
            found->second.pop_back();
            moved_from_[index] = from;
            taken_[from] = true;
        }
    }

    /// Between two common sentences, what is left of one text is paired with what is most alike in the other.
    void pair_gaps()
    {
        kinds_.resize(text_.size());
        std::size_t left = 0, right = 0;
        const auto pair_up_to = [&](std::size_t to_left, std::size_t to_right) {
            for (const bool filling : {true, false})
                for (std::size_t one = left; one < to_left; ++one) {
                    if (standard_match_[one] || taken_[one]) continue;
                    std::optional<std::size_t> best;
                    double most = alike;
                    for (std::size_t other = right; other < to_right; ++other) {
                        if (text_match_[other] || moved_from_[other] || standard_[one].row != text_[other].row)
                            continue;
                        if (filling) {
                            if (fills(standard_[one], text_[other])) {
                                best = other;
                                break;
                            }
                            continue;
                        }
                        const double share = likeness(standard_[one], text_[other]);
                        if (share > most || (share == most && !best)) best = other, most = share;
                    }
                    if (!best) continue;
                    standard_match_[one] = *best;
                    text_match_[*best] = one;
                    kinds_[*best] = filling ? DeviationKind::filled : DeviationKind::changed;
                }
        };
        for (std::size_t other = 0; other < text_.size(); ++other) {
            if (!text_match_[other] || kinds_[other]) continue;
            const std::size_t one = *text_match_[other];
            pair_up_to(one, other);
            left = one + 1;
            right = other + 1;
        }
        pair_up_to(standard_.size(), text_.size());
    }

    std::vector<Deviation> in_order() const
    {
        std::vector<Deviation> found;
        std::size_t next = 0;  // of the standard text: what is missing is told where it would stand
        const auto tell_missing = [&](std::size_t to) {
            for (; next < to; ++next)
                if (!standard_match_[next] && !taken_[next])
                    found.push_back(make_deviation(DeviationKind::missing, &standard_[next], nullptr));
        };
        std::optional<std::size_t> last_moved;
        for (std::size_t index = 0; index < text_.size(); ++index) {
            const Unit& unit = text_[index];
            if (text_match_[index]) {
                tell_missing(std::min(*text_match_[index], standard_.size()));
                next = std::max(next, *text_match_[index] + 1);
                if (kinds_[index])
                    found.push_back(make_deviation(*kinds_[index], &standard_[*text_match_[index]], &unit));
            }
            else if (moved_from_[index]) {
                const std::size_t from = *moved_from_[index];
                if (last_moved && index > 0 && moved_from_[index - 1] && *last_moved + 1 == from) {
                    found.back().standard += ' ' + standard_[from].text;
                    found.back().text += ' ' + unit.text;
                }
                else
                    found.push_back(make_deviation(DeviationKind::moved, &standard_[from], &unit));
                last_moved = from;
            }
            else {
                const bool fills_table = unit.row && !unit.header.empty() && has_row(unit.header);
                found.push_back(
                    make_deviation(fills_table ? DeviationKind::filled : DeviationKind::added, nullptr, &unit));
            }
        }
        tell_missing(standard_.size());
        return found;
    }

    bool has_row(const std::string& key) const
    {
        return std::any_of(standard_.begin(), standard_.end(),
                           [&](const Unit& one) { return one.row && one.key == key; });
    }

    std::vector<Unit> standard_, text_;
    std::vector<std::optional<std::size_t>> standard_match_, text_match_, moved_from_;
    std::vector<bool> taken_;
    std::vector<std::optional<DeviationKind>> kinds_;
};

}  // namespace

std::vector<Deviation> compare(const model::Agreement& standard, const model::Agreement& agreement)
{
    return Comparison(units_of(standard), units_of(agreement)).run();
}

}  // namespace samsvar::agreement
