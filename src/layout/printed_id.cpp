#include "layout/printed_id.h"

#include <algorithm>

#include "layout/letters.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t longest_id = 24;
constexpr std::size_t most_letters_together = 8;
constexpr std::size_t most_digits_together = 5;  // longer ones are years with more, amounts, phone numbers

bool is_separator(char c)
{
    return std::string_view(".-_/():&#* ").find(c) != std::string_view::npos;
}

/// Day, month and year, or a year alone in a date's company, are no ids.
bool is_date(std::string_view text)
{
    int groups = 0;
    bool four = false;
    char sign = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            if (sign && text[at] != sign) return false;
            sign = text[at++];
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        four = four || (end - at == 4 && (text.substr(at, 2) == "19" || text.substr(at, 2) == "20"));
        ++groups;
        at = end;
    }
    return groups == 3 && four && (sign == '-' || sign == '.' || sign == '/');
}

bool is_roman(std::string_view text)
{
    return !text.empty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return std::string_view("ivxIVX").find(c) != std::string_view::npos; });
}

struct Runs {
    std::size_t letters = 0;  // all together
    std::size_t digits = 0;
    std::size_t longest_letters = 0;
    std::size_t longest_digits = 0;
    std::size_t words = 1;
    bool other = false;
};

Runs runs_of(std::string_view text)
{
    Runs runs;
    std::size_t letters = 0;
    std::size_t digits = 0;
    for (const char c : text) {
        letters = is_letter(c) ? letters + 1 : 0;
        digits = is_digit(c) ? digits + 1 : 0;
        runs.letters += is_letter(c);
        runs.digits += is_digit(c);
        runs.longest_letters = std::max(runs.longest_letters, letters);
        runs.longest_digits = std::max(runs.longest_digits, digits);
        runs.words += c == ' ';
        runs.other = runs.other || (!is_letter(c) && !is_digit(c) && !is_separator(c));
    }
    return runs;
}

/// "Spørsmål 7", "Question 12", "Nr. 3", "Pkt 4": a word that only announces the number.
std::string_view without_announcement(std::string_view text)
{
    constexpr std::string_view announcements[] = {"spArsmAl", "spOrsmAl", "frAga",  "question", "kysymys", "spOrgsmAl",
                                                  "nummer",   "number",   "punkt",  "pkt",      "krav",    "spm",
                                                  "nr",       "no",       "control", "item",    "req"};
    // Folding is the dear part: only for texts that begin with a letter and hold a digit.
    if (text.empty() || is_digit(text.front()) || std::none_of(text.begin(), text.end(), is_digit)) return text;
    const std::string folded = text::fold_text(text);
    for (const std::string_view word : announcements) {
        if (!folded.starts_with(word) || folded.size() == word.size()) continue;
        std::size_t at = word.size();
        if (folded[at] != ' ' && folded[at] != '.') continue;
        while (at < folded.size() && (folded[at] == ' ' || folded[at] == '.')) ++at;
        if (at >= folded.size() || !is_digit(folded[at])) continue;
        // The number is ASCII, so it stands at the same distance from the end in the source.
        return text.substr(text.size() - (folded.size() - at));
    }
    return text;
}

}  // namespace

bool is_printed_id(std::string_view text)
{
    constexpr std::size_t longest_announcement = 16;
    text = text::trimmed(text);
    if (text.size() > longest_id + longest_announcement) return false;
    text = without_announcement(text);
    while (!text.empty() && (text.back() == '.' || text.back() == ':' || text.back() == ')')) {
        if (text.back() == ')' && text.find('(') != std::string_view::npos) break;
        text.remove_suffix(1);
    }
    if (text.empty() || text.size() > longest_id) return false;
    const Runs runs = runs_of(text);
    if (runs.other || runs.words > 3) return false;
    if (runs.digits == 0) return text.size() == 1 ? is_letter(text.front()) : is_roman(text);
    if (runs.longest_letters > most_letters_together || runs.longest_digits > most_digits_together) return false;
    if (is_date(text)) return false;
    // "Level 1", "Part 2 of 3": words with a number are labels, not ids, unless they are short or in capitals.
    const bool capitals = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (runs.words > 1 && runs.longest_letters > 3 && !capitals) return false;
    return runs.letters <= 12;
}

bool is_guid(std::string_view text)
{
    text = text::trimmed(text);
    constexpr std::size_t length = 36;
    if (text.size() != length) return false;
    for (std::size_t at = 0; at < length; ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const char c = text[at];
        if (dash ? c != '-' : !(is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) return false;
    }
    return true;
}

std::string id_shape(std::string_view id)
{
    std::string shape;
    for (const char c : id) {
        const char sign = is_letter(c) ? 'A' : is_digit(c) ? '9' : c;
        if (sign == ' ') continue;
        if (!shape.empty() && shape.back() == sign && (sign == 'A' || sign == '9')) continue;
        shape += sign;
    }
    return shape;
}

IdInFront id_in_front(std::string_view text)
{
    std::size_t start = 0;
    while (start < text.size() && (text[start] == ' ' || text[start] == '\n' || text[start] == '\t')) ++start;
    const std::string_view rest = text.substr(start);
    std::string_view announced = without_announcement(rest.substr(0, std::min<std::size_t>(rest.size(), 40)));
    const std::size_t number = static_cast<std::size_t>(announced.data() - rest.data());
    std::size_t end = number;
    while (end < rest.size() && end - number < longest_id && (is_letter(rest[end]) || is_digit(rest[end]) ||
                                                              std::string_view(".-_&/()").find(rest[end]) !=
                                                                  std::string_view::npos))
        ++end;
    // A longer run is a word, an address or a random code.
    if (end - number >= longest_id) return {};
    std::size_t id_end = end;
    while (id_end > number && std::string_view(".-_&/").find(rest[id_end - 1]) != std::string_view::npos) --id_end;
    const std::string_view id = rest.substr(number, id_end - number);
    if (id.empty() || !is_printed_id(id)) return {};
    // A letter or Roman numeral alone must be followed by a sign ("a)"), a number by a sign or a blank.
    const Runs runs = runs_of(id);
    std::size_t at = end;
    const bool signed_off = id_end < end || id.back() == ')' ||
                            (end < rest.size() && (rest[end] == ':' || rest[end] == ')' || rest[end] == '\t'));
    if (runs.digits == 0 && !signed_off) return {};
    if (runs.digits > 0 && !signed_off && (end >= rest.size() || (rest[end] != ' ' && rest[end] != '\n'))) return {};
    // "3 år er lenge", "24 timer": a bare number before a word in lower case is an amount.
    while (at < rest.size() && std::string_view(" \t\n:).-").find(rest[at]) != std::string_view::npos) ++at;
    if (!signed_off && runs.letters == 0 && id.find_first_of(".-") == std::string_view::npos &&
        (at >= rest.size() || (rest[at] >= 'a' && rest[at] <= 'z')))
        return {};
    if (at >= rest.size()) return {};
    return {plain_printed_id(id), start + at};
}

std::string plain_printed_id(std::string_view text)
{
    text = without_announcement(text::trimmed(text));
    std::string plain;
    for (const char c : text) {
        if (c == '\n' || c == '\t' || c == ' ') {
            if (!plain.empty() && plain.back() != ' ') plain += ' ';
            continue;
        }
        plain += c;
    }
    while (!plain.empty() && (plain.back() == '.' || plain.back() == ':' || plain.back() == ' ' ||
                              (plain.back() == ')' && plain.find('(') == std::string::npos)))
        plain.pop_back();
    return plain;
}

}  // namespace samsvar::layout
