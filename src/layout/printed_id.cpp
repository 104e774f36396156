#include "layout/printed_id.h"

#include <algorithm>

#include "layout/letters.h"
#include "text/fold.h"

namespace samsvar::layout {

namespace {

constexpr std::size_t longest_id = 24;
constexpr std::size_t most_letters_together = 8;
constexpr std::size_t most_digits_together = 5;  // longer ones are years with more, amounts, phone numbers

constexpr Signs is_separator(".-_/():&#* ");
constexpr Signs is_inside_id(".-_&/()");
constexpr Signs is_after_id(" \t\n:).-");

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
    return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) {
        return std::string_view("ivxIVX").find(c) != std::string_view::npos;
    });
}

struct Runs {
    std::size_t letters = 0;  // all together
    std::size_t digits = 0;
    std::size_t longest_letters = 0;
    std::size_t longest_digits = 0;
    std::size_t words = 1;
    bool other = false;
};

/// Counts up to the first byte that is of no id.
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
        runs.other = !is_letter(c) && !is_digit(c) && !is_separator(c);
        if (runs.other) break;
    }
    return runs;
}

/// "Spørsmål 7", "Question 12", "Nr. 3", "Pkt 4": a word that only announces the number.
std::string_view without_announcement(std::string_view text)
{
    constexpr std::string_view announcements[] = {"spArsmAl", "spOrsmAl", "frAga",   "question", "kysymys", "spOrgsmAl",
                                                  "nummer",   "number",   "punkt",   "pkt",      "krav",    "spm",
                                                  "nr",       "no",       "control", "item",     "req"};
    constexpr std::size_t longest = 32;  // bytes of a word as typed, with what stands between it and the number
    // Folding is the dear part: only what stands before the first digit.
    const auto digit = std::find_if(text.begin(), text.end(), is_digit);
    const auto before = static_cast<std::size_t>(digit - text.begin());
    // Not "no3", and not a number on a line of its own.
    if (digit == text.end() || before < 3 || before > longest || is_letter(text[before - 1])) return text;
    if (text.substr(0, before).find_first_of("\r\n") != std::string_view::npos) return text;
    std::string folded = text::fold_text(text.substr(0, before));
    folded.resize(folded.find_last_not_of(" .") + 1);
    return std::find(std::begin(announcements), std::end(announcements), folded) == std::end(announcements)
               ? text
               : text.substr(before);
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
    while (end < rest.size() && end - number < longest_id &&
           (is_letter(rest[end]) || is_digit(rest[end]) || is_inside_id(rest[end])))
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
    while (at < rest.size() && is_after_id(rest[at])) ++at;
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
