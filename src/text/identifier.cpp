#include "text/identifier.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_scan.h"
#include "text/fold.h"

namespace samsvar::text {

namespace {

template <std::size_t Size>
bool mod11(const std::string& digits, const std::array<int, Size>& weights)
{
    int sum = 0;
    for (std::size_t index = 0; index < Size; ++index) sum += (digits[index] - '0') * weights[index];
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits[Size] - '0';
}

/// Norwegian organisation number: weights 3 2 7 6 5 4 3 2 (Brønnøysundregistrene).
bool valid_no(const std::string& digits)
{
    return digits[0] != '0' && mod11<8>(digits, {3, 2, 7, 6, 5, 4, 3, 2});
}
/// Finnish business id: weights 7 9 10 5 8 4 2 (Verohallinto).
bool valid_fi(const std::string& digits)
{
    return mod11<7>(digits, {7, 9, 10, 5, 8, 4, 2});
}

/// Danish CVR number: weights 2 7 6 5 4 3 2 1, the sum divisible by 11 (Erhvervsstyrelsen).
bool valid_dk(const std::string& digits)
{
    static constexpr int weights[] = {2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (std::size_t index = 0; index < 8; ++index) sum += (digits[index] - '0') * weights[index];
    return sum % 11 == 0;
}

/// Swedish organisation number: Luhn over ten digits (Bolagsverket); the third digit is at least 2.
bool valid_se(const std::string& digits)
{
    int sum = 0;
    for (std::size_t index = 0; index < 10; ++index) {
        int value = (digits[index] - '0') * (index % 2 == 0 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0 && digits[2] >= '2';
}

/// Legal entity identifier: ISO 17442, mod 97 = 1 over letters as numbers.
bool valid_lei(const std::string& text)
{
    int rest = 0;
    for (const char c : text) {
        const int value = is_digit(c) ? c - '0' : c - 'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string digits;
    std::string shape;         ///< lengths of the groups and what parts them: "3 3 3", "6-4", "3.3.3"
    std::string_view country;  ///< "no", "se", "dk" or "fi" written together with the figures, as in VAT numbers
};

/// The country code right before `at`, when it is a word of its own.
std::string_view country_before(std::string_view text, std::size_t at)
{
    if (at < 2 || (at > 2 && (is_letter(text[at - 3]) || is_digit(text[at - 3])))) return {};
    const std::string_view code = text.substr(at - 2, 2);
    return code == "no" || code == "se" || code == "dk" || code == "fi" ? code : std::string_view{};
}

/// Groups of digits parted by single blanks or one hyphen, as organisation numbers are printed.
std::vector<Run> digit_runs(const Folded& folded)
{
    const std::string& text = folded.text;
    std::vector<Run> runs;
    for (std::size_t at = 0; at < text.size();) {
        const char before = at > 0 ? text[at - 1] : ' ';
        const std::string_view country =
            is_digit(text[at]) && is_letter(before) ? country_before(text, at) : std::string_view{};
        const bool start = is_digit(text[at]) && !is_digit(before) && (!is_letter(before) || !country.empty()) &&
                           std::string_view(".,+/").find(before) == std::string_view::npos;
        if (!start) {
            ++at;
            continue;
        }
        Run run;
        run.begin = at;
        run.country = country;
        std::size_t group = 0;
        while (at < text.size()) {
            if (is_digit(text[at])) {
                run.digits += text[at++];
                ++group;
                continue;
            }
            const bool parting = (text[at] == ' ' || text[at] == '-' || text[at] == '.') && at + 1 < text.size() &&
                                 is_digit(text[at + 1]);
            if (!parting) break;
            run.shape += std::to_string(group) + text[at++];
            group = 0;
        }
        run.shape += std::to_string(group);
        run.end = at;
        const bool vat = text.compare(at, 3, "mva") == 0;
        const bool decimals = at + 1 < text.size() &&
                              std::string_view(".,/:").find(text[at]) != std::string_view::npos &&
                              is_digit(text[at + 1]);
        const bool cut = (at < text.size() && is_letter(text[at]) && !vat) || decimals;
        if (!cut) runs.push_back(std::move(run));
    }
    return runs;
}

bool follows(const std::string& text, std::size_t at, std::initializer_list<std::string_view> words)
{
    const std::size_t begin = at > 14 ? at - 14 : 0;
    const std::string_view before = std::string_view(text).substr(begin, at - begin);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

void find_lei(const Folded& folded, std::vector<FoundIdentifier>& found)
{
    const std::string& text = folded.text;
    for (std::size_t at = 0; at < text.size();) {
        if (!(is_digit(text[at]) || is_letter(text[at]))) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && (is_digit(text[at]) || is_letter(text[at]))) ++at;
        if (at - begin != 20 || !is_digit(text[at - 1]) || !is_digit(text[at - 2])) continue;
        std::string value = text.substr(begin, 20);
        for (char& c : value)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool valid = valid_lei(value);
        if (!valid && !follows(text, begin, {"lei"})) continue;
        found.push_back({"LEI", value, folded.quote({begin, at}), valid});
    }
}

}  // namespace

namespace {
/// Whether `size` letters, digits and bytes that are not ASCII stand together. Looks back from where the last of them
/// would stand, so that most bytes are passed over.
bool has_run(std::string_view text, std::size_t size)
{
    for (std::size_t begin = 0; begin + size <= text.size();) {
        std::size_t at = begin + size;
        while (at > begin &&
               (is_letter(text[at - 1]) || is_digit(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0x80))
            --at;
        if (at == begin) return true;
        begin = at;
    }
    return false;
}

/// Whether there may be an identifier: the shortest has eight digits, a LEI twenty letters and digits. Characters that
/// are folded to digits (², １) may be behind the bytes that count as well.
bool may_hold_identifier(std::string_view text)
{
    constexpr std::size_t fewest_digits = 8;
    constexpr std::size_t lei_size = 20;
    if (has_run(text, lei_size)) return true;
    const char* at = text.data();
    const char* const end = at + text.size();
    std::size_t digits = 0;
    while (at != end) {
        // Sixteen bytes without one are most of a text.
        if (end - at >= static_cast<std::ptrdiff_t>(SixteenBytes::size)) {
            const SixteenBytes bytes(at);
            if (!(bytes.between('0', '9') | bytes.equal('\xC2') | bytes.between(0xE0, 0xFF)).any()) {
                at += SixteenBytes::size;
                continue;
            }
        }
        const char* const stop = at + std::min<std::ptrdiff_t>(end - at, SixteenBytes::size);
        for (; at != stop; ++at) {
            const auto byte = static_cast<unsigned char>(*at);
            digits += is_digit(*at) || byte == 0xC2 || byte >= 0xE0;
        }
        if (digits >= fewest_digits) return true;
    }
    return false;
}
}  // namespace

std::vector<FoundIdentifier> find_identifiers(std::string_view source, bool labelled)
{
    if (!may_hold_identifier(source)) return {};
    const Folded folded = fold(source);
    std::vector<FoundIdentifier> found;
    for (const Run& run : digit_runs(folded)) {
        const std::string& digits = run.digits;
        const std::string printed = folded.quote({run.begin, run.end});
        const bool telephone =
            follows(folded.text, run.begin, {"+", "tlf", "telefon", "phone", "mob", "kr ", "nok ", "sek ", "eur "});
        if (telephone) continue;
        const bool cvr = follows(folded.text, run.begin, {"cvr"});
        const auto add = [&](const char* scheme, std::size_t hyphen, std::size_t size,
                             bool (*valid)(const std::string&)) {
            const std::string number = digits.substr(0, size);
            found.push_back({scheme, hyphen ? number.substr(0, hyphen) + '-' + number.substr(hyphen) : number, printed,
                             valid(number)});
        };
        const bool together = run.shape.find_first_of("-.") == std::string::npos;
        const bool bare = run.shape == std::to_string(digits.size());
        if (run.shape == "6-4" || (bare && digits.size() == 10 && (labelled || run.country == "se")))
            add("SE", 6, 10, valid_se);
        else if (bare && digits.size() == 12 && run.country == "se" && digits.ends_with("01"))
            add("SE", 6, 10, valid_se);
        else if (run.shape == "7-1" || (bare && digits.size() == 8 && run.country == "fi"))
            add("FI", 7, 8, valid_fi);
        else if (digits.size() == 9 && (together || run.shape == "3.3.3"))
            add("NO", 0, 9, valid_no);
        else if (digits.size() == 8 && together && (cvr || labelled || run.country == "dk"))
            add("DK", 0, 8, valid_dk);
    }
    find_lei(folded, found);
    return found;
}

}  // namespace samsvar::text
