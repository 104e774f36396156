#include "agreement/numbering.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/segment.h"

namespace samsvar::agreement {

namespace {

constexpr std::size_t longest_heading = 110;  // bytes
constexpr std::size_t most_heading_words = 14;

/// Words that stand in front of a clause's number, folded.
constexpr std::array<std::string_view, 14> clause_words{"article", "artikkel", "artikel",  "section", "clause",
                                                        "punkt",   "pkt.",     "kapittel", "kapitel", "avsnitt",
                                                        "kohta",   "luku",     "klausul",  "del"};
/// Words for annexes, folded.
constexpr std::array<std::string_view, 14> annex_words{"bilag", "vedlegg", "bilaga",     "appendix",   "appendiks",
                                                       "annex", "anneks",  "schedule",   "exhibit",    "attachment",
                                                       "liite", "tillegg", "underbilag", "underbilaga"};

bool digit(char c)
{
    return c >= '0' && c <= '9';
}
bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool blank(char c)
{
    return c == ' ' || c == '\t';
}

/// "7", "7.2", "12.3.1": its end and depth; end 0 when there is none. At most two figures a part: 2026 is a year.
struct Dotted {
    std::size_t end = 0;
    int depth = 0;
};
Dotted dotted(std::string_view text, std::size_t at)
{
    Dotted found;
    std::size_t begin = at;
    while (true) {
        std::size_t end = begin;
        while (end < text.size() && digit(text[end])) ++end;
        if (end == begin || end - begin > 2) break;
        found = {end, found.depth + 1};
        if (found.depth == 4 || end + 1 >= text.size() || text[end] != '.' || !digit(text[end + 1])) break;
        begin = end + 1;
    }
    return found;
}

std::size_t after_mark(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == ':')) ++at;
    return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && (blank(text[at]) || text[at] == '\xC2' || text[at] == '\xA0')) ++at;
    return at;
}

/// Blanks, hyphens and dashes between a number and its heading.
std::size_t skip_dash(std::string_view text, std::size_t at)
{
    at = skip_blanks(text, at);
    for (const std::string_view dash : {"–", "—", "-", ":"})
        if (text.substr(at).starts_with(dash)) return skip_blanks(text, at + dash.size());
    return at;
}

/// The first word, folded, and where it ends in the text.
std::pair<std::string, std::size_t> first_word(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && !blank(text[end]) && text[end] != '\n') ++end;
    return {text::fold_text(text.substr(0, end)), end};
}

NumberInFront annex_in_front(std::string_view text)
{
    const auto [word, end] = first_word(text);
    if (std::find(annex_words.begin(), annex_words.end(), word) == annex_words.end()) return {};
    const std::size_t label = skip_blanks(text, end);
    std::size_t stop = label;
    while (stop < text.size() && (digit(text[stop]) || (text[stop] >= 'A' && text[stop] <= 'Z'))) ++stop;
    if (stop == label || stop - label > 4) return {};
    if (stop < text.size() && !blank(text[stop]) &&
        std::string_view(".:-)").find(text[stop]) == std::string_view::npos && !text.substr(stop).starts_with("–"))
        return {};
    NumberInFront found;
    found.number = std::string(text.substr(0, end)) + ' ' + std::string(text.substr(label, stop - label));
    found.rest = skip_dash(text, after_mark(text, stop));
    found.depth = 1;
    found.annex = true;
    return found;
}

}  // namespace

NumberInFront number_in_front(std::string_view text)
{
    if (NumberInFront annex = annex_in_front(text); annex.annex) return annex;
    std::size_t at = 0;
    std::string prefix;
    if (text.starts_with("§")) {
        at = skip_blanks(text, std::string_view("§").size());
        prefix = "§ ";
    }
    else if (const auto [word, end] = first_word(text);
             std::find(clause_words.begin(), clause_words.end(), word) != clause_words.end()) {
        at = skip_blanks(text, end);
        prefix = std::string(text.substr(0, end)) + ' ';
    }
    // "C.2" in an annex C.
    const bool lettered =
        prefix.empty() && text.size() > 3 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == '.' && digit(text[2]);
    const Dotted number = dotted(text, lettered ? 2 : at);
    if (number.end == 0) return {};
    const std::size_t stop = after_mark(text, number.end);
    // "24 hours", "30 dager" begin sentences too: without a mark behind it a bare number needs a capital after it.
    if (stop >= text.size()) return {};
    if (!blank(text[stop]) && text[stop] != '\n' && text[stop] != '\xC2') return {};
    const std::size_t rest = skip_dash(text, stop);
    if (rest >= text.size()) return {};
    const bool capital = (text[rest] >= 'A' && text[rest] <= 'Z') || text[rest] == '\xC3' || text[rest] == '"';
    if (prefix.empty() && number.depth == 1 && !capital) return {};
    NumberInFront found;
    found.number = prefix + std::string(text.substr(lettered ? 0 : at, number.end - (lettered ? 0 : at)));
    found.rest = rest;
    found.depth = number.depth + (lettered ? 1 : 0);
    return found;
}

NumberInFront number_of_label(std::string_view label)
{
    std::size_t at = 0;
    std::string prefix;
    if (label.starts_with("§")) {
        at = skip_blanks(label, std::string_view("§").size());
        prefix = "§ ";
    }
    else if (NumberInFront annex = annex_in_front(label); annex.annex)
        return annex;
    else if (const auto [word, end] = first_word(label);
             std::find(clause_words.begin(), clause_words.end(), word) != clause_words.end()) {
        at = skip_blanks(label, end);
        prefix = std::string(label.substr(0, end)) + ' ';
    }
    const Dotted number = dotted(label, at);
    if (number.end == 0 || after_mark(label, number.end) != label.size()) return {};
    NumberInFront found;
    found.number = prefix + std::string(label.substr(at, number.end - at));
    found.depth = number.depth;
    return found;
}

std::size_t item_mark(std::string_view text)
{
    for (const std::string_view mark : {"- ", "– ", "• ", "* ", "·"})
        if (text.starts_with(mark)) return mark.size();
    std::size_t at = text.starts_with('(') ? 1 : 0;
    const std::size_t begin = at;
    while (at < text.size() && (letter(text[at]) || digit(text[at]))) ++at;
    if (at == begin || at - begin > 4 || at >= text.size()) return 0;
    const std::string_view label = text.substr(begin, at - begin);
    const bool roman = label.find_first_not_of("ivx") == std::string_view::npos;
    const bool number = label.find_first_not_of("0123456789") == std::string_view::npos && label.size() <= 2;
    if (label.size() > 1 && !roman && !number) return 0;
    if (text[at] != ')' && !(begin == 0 && text[at] == '.' && label.size() == 1 && letter(label[0]) && label[0] >= 'a'))
        return 0;
    if (++at >= text.size() || !blank(text[at])) return 0;
    return at + 1;
}

bool begins_capital(std::string_view text)
{
    if (text.empty()) return false;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'A' && first <= 'Z') return true;
    return first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0x9F;
}

bool begins_small(std::string_view text)
{
    if (text.empty()) return false;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') return true;
    return first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xA0;
}

bool goes_on_in_list(std::string_view text)
{
    text = text::trimmed(text);
    if (text.empty()) return false;
    if (text.back() == ':') return true;
    const std::string folded = text::fold_text(text);
    const std::string_view last = std::string_view(folded).substr(folded.rfind(' ') + 1);
    constexpr std::array<std::string_view, 10> open_ends{"att",  "A",   "at",    "to",    "that",
                                                         "skal", "ska", "skall", "shall", "tulee"};
    return std::find(open_ends.begin(), open_ends.end(), last) != open_ends.end();
}

bool looks_like_heading(std::string_view text)
{
    text = text::trimmed(text);
    if (text.empty() || text.size() > longest_heading || goes_on_in_list(text) ||
        text.find('\n') != std::string_view::npos)
        return false;
    if (std::string_view(".:;,").find(text.back()) != std::string_view::npos) return false;
    // A full stop within means running text: "For Customer: NN. For Supplier: NN".
    if (text.find(". ") != std::string_view::npos) return false;
    return text::count_words(text::fold_text(text)) <= most_heading_words;
}

}  // namespace samsvar::agreement
