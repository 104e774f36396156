#include "ooxml/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

namespace samsvar::ooxml {

namespace {

/// Decimal digits of a positive number, 15 of them as Excel keeps: 0.d1d2d3… times 10^exponent.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

Decimal to_decimal(double value)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.14e", value);
    const std::string_view view(text.data());
    Decimal decimal;
    decimal.digits = view[0];
    decimal.digits += view.substr(2, 14);
    int exponent = 0;
    const std::string_view power = view.substr(17);
    std::from_chars(power.data() + (power.front() == '+'), power.data() + power.size(), exponent);
    decimal.exponent = exponent + 1;
    return decimal;
}

/// Rounds half up to `decimals` digits after the point: integer digits and decimals as text.
std::pair<std::string, std::string> rounded(double value, int decimals)
{
    Decimal decimal = to_decimal(value);
    if (value == 0) decimal.exponent = 0;
    const int keep = decimal.exponent + decimals;
    std::string digits = decimal.digits;
    if (keep < 0) {
        digits.clear();
        decimal.exponent = -decimals;
    }
    else if (keep < static_cast<int>(digits.size())) {
        const bool up = digits[static_cast<std::size_t>(keep)] >= '5';
        digits.resize(static_cast<std::size_t>(keep));
        if (up) {
            auto at = digits.rbegin();
            while (at != digits.rend() && *at == '9') *at++ = '0';
            if (at != digits.rend()) {
                ++*at;
            }
            else {
                digits.insert(0, 1, '1');
                ++decimal.exponent;
            }
        }
    }
    std::string whole;
    std::string fraction;
    if (decimal.exponent > 0) {
        whole = digits.substr(0, static_cast<std::size_t>(decimal.exponent));
        whole.append(static_cast<std::size_t>(decimal.exponent) - whole.size(), '0');
        if (digits.size() > whole.size()) fraction = digits.substr(whole.size());
    }
    else {
        fraction.assign(static_cast<std::size_t>(-decimal.exponent), '0');
        fraction += digits;
    }
    fraction.resize(static_cast<std::size_t>(decimals), '0');
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    return {whole, fraction};
}

std::string padded(long value, int width)
{
    std::string text = std::to_string(value);
    if (static_cast<int>(text.size()) < width) text.insert(0, static_cast<std::size_t>(width) - text.size(), '0');
    return text;
}

}  // namespace

std::string general_number(double value)
{
    if (value == 0) return "0";
    if (!std::isfinite(value)) return "#NUM!";
    const double magnitude = std::fabs(value);
    std::array<char, 40> text{};
    // Most numbers are short: their shortest form is what General shows.
    const auto short_form = std::to_chars(text.data(), text.data() + 10, value, std::chars_format::fixed);
    if (short_form.ec == std::errc()) return {text.data(), short_form.ptr};
    if (magnitude < 1e15 && magnitude == std::floor(magnitude)) {
        std::snprintf(text.data(), text.size(), "%.0f", value);
        return text.data();
    }
    std::string shown;
    const Decimal decimal = to_decimal(magnitude);
    // Eleven characters with the point: as many decimals as the whole part leaves room for. A number below 0.0001 that
    // needs more is shown with an exponent.
    const int whole_digits = std::max(1, decimal.exponent);
    if (magnitude < 1e11 && decimal.exponent > -8) {
        const auto [whole, fraction] = rounded(magnitude, std::max(0, 10 - whole_digits));
        shown = whole.empty() ? "0" : whole;
        const auto end = fraction.find_last_not_of('0');
        if (end != std::string::npos) shown += '.' + fraction.substr(0, end + 1);
    }
    const auto last = decimal.digits.find_last_not_of('0');
    const int needed = static_cast<int>(last) + 1 - decimal.exponent;  // decimals
    if (shown.empty() || (decimal.exponent <= -4 && needed > 9)) {
        std::snprintf(text.data(), text.size(), "%.5E", magnitude);
        shown = text.data();
        const auto power = shown.find('E');
        auto end = shown.find_last_not_of('0', power - 1);
        if (shown[end] == '.') --end;
        shown.erase(end + 1, power - end - 1);
    }
    return value < 0 ? '-' + shown : shown;
}

std::string NumberFormat::shown_number(const Section& section, double value)
{
    const auto& tokens = section.tokens;
    int whole_places = 0;
    int decimals = 0;
    int percents = 0;
    int scale = 0;
    bool point = false;
    bool exponent = false;
    bool thousands = false;
    int commas = 0;
    for (const Token& token : tokens) {
        switch (token.part) {
            case Part::digit:
                if (exponent) break;
                if (point)
                    ++decimals;
                else {
                    if (commas > 0 && whole_places > 0) thousands = true;
                    commas = 0;
                    ++whole_places;
                }
                break;
            case Part::comma: ++commas; break;
            case Part::point:
                if (!point) scale += whole_places > 0 ? commas : 0, commas = 0;
                point = true;
                break;
            case Part::percent: ++percents; break;
            case Part::exponent: exponent = true; break;
            default: break;
        }
    }
    scale += whole_places + decimals > 0 ? commas : 0;
    decimals = std::min(decimals, 30);
    value *= std::pow(100.0, percents) / std::pow(1000.0, scale);
    int power = 0;
    if (exponent && value != 0) {
        const int step = std::max(1, whole_places);
        power = static_cast<int>(std::floor(std::log10(value)));
        if (step > 1) power = static_cast<int>(std::floor(static_cast<double>(power) / step)) * step;
        value /= std::pow(10.0, power);
    }
    if (!std::isfinite(value)) return general_number(value);
    auto [whole, fraction] = rounded(value, decimals);
    std::size_t optional_from = 0;  // decimals of # are left out from the right when zero
    {
        int seen = 0;
        bool after = false;
        for (const Token& token : tokens) {
            if (token.part == Part::exponent) break;
            if (token.part == Part::point)
                after = true;
            else if (after && token.part == Part::digit && ++seen <= decimals && token.text == "0")
                optional_from = static_cast<std::size_t>(seen);
        }
    }
    while (fraction.size() > optional_from && fraction.back() == '0') fraction.pop_back();

    std::string text;
    int place = 0;  // placeholder in the whole part, from the left
    std::size_t decimal_at = 0;
    bool after_point = false;
    bool after_exponent = false;
    bool exponent_done = false;
    const auto put_whole = [&](std::size_t from_right, char digit) {
        text += digit;
        if (thousands && from_right > 0 && from_right % 3 == 0) text += ',';
    };
    for (const Token& token : tokens) {
        switch (token.part) {
            case Part::literal: text += token.text; break;
            case Part::percent: text += '%'; break;
            case Part::general: text += general_number(value); break;
            case Part::text: text += general_number(value); break;
            case Part::point:
                if (!after_point && (place > 0 || whole_places > 0 || !fraction.empty())) {
                    if (place == 0 && whole_places == 0) text += whole;
                    text += '.';
                }
                after_point = true;
                break;
            case Part::exponent:
                after_exponent = true;
                text += 'E';
                if (power < 0)
                    text += '-';
                else if (token.text == "+")
                    text += '+';
                break;
            case Part::digit:
                if (after_exponent) {
                    if (!exponent_done) {
                        const auto width = std::count_if(&token, tokens.data() + tokens.size(),
                                                         [](const Token& t) { return t.part == Part::digit; });
                        text += padded(std::abs(power), static_cast<int>(std::min<std::ptrdiff_t>(width, 10)));
                    }
                    exponent_done = true;
                }
                else if (after_point) {
                    if (decimal_at < fraction.size()) text += fraction[decimal_at];
                    ++decimal_at;
                }
                else {
                    const auto right = static_cast<std::size_t>(whole_places - 1 - place);
                    if (place == 0)
                        for (std::size_t extra = whole.size(); extra > static_cast<std::size_t>(whole_places); --extra)
                            put_whole(extra - 1, whole[whole.size() - extra]);
                    if (right < whole.size())
                        put_whole(right, whole[whole.size() - 1 - right]);
                    else if (token.text == "0")
                        put_whole(right, '0');
                    ++place;
                }
                break;
            default: break;
        }
    }
    return text;
}

/// "# ?/?": whole part, then a fraction whose denominator has at most as many digits as there are places: the last
/// convergent of the continued fraction that fits, as Excel shows it, and padded to the places.
std::string NumberFormat::shown_fraction(const Section& section, double value)
{
    std::size_t numerator_places = 0;  // the run of digits in front of the slash
    std::size_t denominator_places = 0;
    bool whole_part = false;
    bool after = false;
    std::string fixed;
    std::string between;  // what stands between the whole part and the numerator
    std::string behind;
    for (const Token& token : section.tokens) {
        if (token.part == Part::slash) {
            after = true;
        }
        else if (token.part == Part::digit) {
            if (after && !fixed.empty() && behind.empty() && token.text == "0")
                fixed += '0';
            else if (after)
                ++denominator_places;
            else
                ++numerator_places;
        }
        else if (token.part == Part::literal && !after) {
            // Digits before a blank are the whole part.
            if (numerator_places > 0) {
                whole_part = true;
                numerator_places = 0;
                between = token.text;
            }
        }
        else if (token.part == Part::literal) {
            std::size_t digits = 0;
            if (denominator_places == 0 && behind.empty())
                while (digits < token.text.size() && token.text[digits] >= '0' && token.text[digits] <= '9') ++digits;
            fixed += token.text.substr(0, digits);
            behind += token.text.substr(digits);
        }
    }
    if (!(value < 1e15)) return general_number(value);
    const double whole = whole_part ? std::floor(value) : 0;
    const double rest = value - whole;
    double numerator = 0;
    double denominator = 1;
    if (long given = 0; !fixed.empty() &&
                        std::from_chars(fixed.data(), fixed.data() + fixed.size(), given).ec == std::errc() &&
                        given > 0) {
        denominator = static_cast<double>(given);
        numerator = std::round(rest * denominator);
        denominator_places = fixed.size();
    }
    else {
        const double limit = std::pow(10.0, static_cast<double>(std::clamp<std::size_t>(denominator_places, 1, 7))) - 1;
        double earlier_numerator = 1;
        double earlier_denominator = 0;
        numerator = std::floor(rest);
        for (double left = rest - numerator; left > 5e-8;) {
            const double next = std::floor(1 / left);
            left = 1 / left - next;
            const double p = next * numerator + earlier_numerator;
            const double q = next * denominator + earlier_denominator;
            if (q > limit) break;
            earlier_numerator = std::exchange(numerator, p);
            earlier_denominator = std::exchange(denominator, q);
        }
    }
    const auto text_of = [](double number) { return rounded(number, 0).first; };
    if (whole_part && numerator == denominator) return text_of(whole + 1) + behind;
    if (numerator == 0) return (whole == 0 ? "0" : text_of(whole)) + behind;
    std::string above = text_of(numerator);
    std::string below = text_of(denominator);
    if (above.size() < numerator_places) above.insert(0, numerator_places - above.size(), ' ');
    if (below.size() < denominator_places) below.append(denominator_places - below.size(), ' ');
    const std::string fraction = above + '/' + below + behind;
    return whole == 0 ? fraction : text_of(whole) + between + fraction;
}

}  // namespace samsvar::ooxml
