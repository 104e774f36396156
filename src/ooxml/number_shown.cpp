#include "ooxml/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

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

struct Civil {
    long year;
    int month;
    int day;
};

/// Proleptic Gregorian date of a day number counted from 1970-01-01.
Civil civil_from_days(long days)
{
    days += 719468;
    const long era = (days >= 0 ? days : days - 146096) / 146097;
    const long day_of_era = days - era * 146097;
    const long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long shifted_month = (5 * day_of_year + 2) / 153;
    const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
            static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
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
    if (magnitude >= 1e11 || decimal.exponent < -8) {
        std::snprintf(text.data(), text.size(), "%.5E", magnitude);
        shown = text.data();
        const auto power = shown.find('E');
        auto end = shown.find_last_not_of('0', power - 1);
        if (shown[end] == '.') --end;
        shown.erase(end + 1, power - end - 1);
    }
    else {
        // Eleven characters with the point: as many decimals as the whole part leaves room for.
        const int whole_digits = std::max(1, decimal.exponent);
        const auto [whole, fraction] = rounded(magnitude, std::max(0, 10 - whole_digits));
        shown = whole.empty() ? "0" : whole;
        const auto end = fraction.find_last_not_of('0');
        if (end != std::string::npos) shown += '.' + fraction.substr(0, end + 1);
    }
    return value < 0 ? '-' + shown : shown;
}

std::string iso_date_time(double serial, bool date1904, bool date, bool time, int seconds_digits)
{
    if (!std::isfinite(serial) || serial < 0 || serial > 2958466) return general_number(serial);
    double unit = 60;
    if (!time)
        unit = 86400;
    else if (seconds_digits >= 0)
        unit = std::pow(10.0, -seconds_digits);
    // Excel rounds seconds, but cuts minutes and days.
    double in_units = serial * 86400 / unit;
    in_units = seconds_digits >= 0 && time ? std::floor(in_units + 0.5) : std::floor(in_units + (time ? 1e-5 : 1e-9));
    const double seconds_total = in_units * unit;
    const long days = static_cast<long>(std::floor(seconds_total / 86400 + 1e-12));
    const double seconds_of_day = std::max(0.0, seconds_total - static_cast<double>(days) * 86400.0);
    std::string text;
    if (date) {
        if (!date1904 && days == 60) {
            text = "1900-02-29";  // Lotus's leap year, which Excel keeps
        }
        else {
            const long epoch = date1904 ? -24107 : days < 60 ? -25568 : -25569;
            const Civil civil = civil_from_days(days + epoch);
            text = padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
        }
    }
    if (time) {
        const long whole = static_cast<long>(seconds_of_day + 1e-7);
        if (date) text += ' ';
        text += padded(whole / 3600, 2) + ':' + padded(whole / 60 % 60, 2);
        if (seconds_digits >= 0) text += ':' + padded(whole % 60, 2);
        if (seconds_digits > 0) {
            const double scale = std::pow(10.0, seconds_digits);
            const long parts = static_cast<long>((seconds_of_day - static_cast<double>(whole)) * scale + 0.5);
            text += '.' + padded(parts, seconds_digits);
        }
    }
    return text;
}

std::string NumberFormat::shown_date(const Section& section, double value, bool date1904)
{
    bool date = false;
    bool time = false;
    bool only_year = true;
    bool minutes = false;
    int seconds_digits = -1;
    Part elapsed = Part::literal;
    for (const Token& token : section.tokens) {
        switch (token.part) {
            case Part::year: date = true; break;
            case Part::month:
            case Part::day: date = true, only_year = false; break;
            case Part::minute: minutes = time = true; break;
            case Part::hour:
            case Part::am_pm: time = true; break;
            case Part::second: time = true, seconds_digits = std::max(seconds_digits, 0); break;
            case Part::fraction: seconds_digits = static_cast<int>(token.text.size()); break;
            case Part::elapsed_hours:
            case Part::elapsed_minutes:
            case Part::elapsed_seconds: elapsed = token.part; break;
            default: break;
        }
    }
    if (elapsed != Part::literal && !date && std::isfinite(value) && std::fabs(value) < 1e9) {
        const long total = std::lround(std::fabs(value) * 86400);
        std::string text = value < 0 ? "-" : "";
        if (elapsed == Part::elapsed_seconds) return text + std::to_string(total);
        text += elapsed == Part::elapsed_minutes ? padded(total / 60, 2) : std::to_string(total / 3600);
        if (elapsed == Part::elapsed_hours && minutes) text += ':' + padded(total / 60 % 60, 2);
        if (seconds_digits >= 0) text += ':' + padded(total % 60, 2);
        return text;
    }
    const std::string text = iso_date_time(value, date1904, date, time, seconds_digits);
    return date && only_year && !time && text.size() == 10 ? text.substr(0, 4) : text;
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

/// "# ?/?": whole part, then the nearest fraction whose denominator has as many digits as there are places.
std::string NumberFormat::shown_fraction(const Section& section, double value)
{
    int places = 0;
    int before = 0;
    bool after = false;
    std::string fixed;
    for (const Token& token : section.tokens) {
        if (token.part == Part::slash)
            after = true;
        else if (token.part == Part::digit && after)
            ++places;
        else if (token.part == Part::digit)
            ++before;
        else if (token.part == Part::literal && after)
            fixed += token.text;
    }
    if (!(value < 1e15)) return general_number(value);
    const bool mixed = before > std::max(places, 1);
    const double whole = mixed ? std::floor(value) : 0;
    const double rest = value - whole;
    long best_numerator = std::lround(rest);
    long best_denominator = 1;
    long denominator_limit = places >= 3 ? 999 : places == 2 ? 99 : 9;
    long denominator_first = 1;
    if (long given = 0; !fixed.empty() &&
                        std::from_chars(fixed.data(), fixed.data() + fixed.size(), given).ec == std::errc() &&
                        given > 0 && given < 1000)
        denominator_first = denominator_limit = given;
    double best_distance = 1e300;
    for (long denominator = denominator_first; denominator <= denominator_limit; ++denominator) {
        const double numerator = std::round(rest * static_cast<double>(denominator));
        const double distance = std::fabs(rest - numerator / static_cast<double>(denominator));
        if (distance < best_distance - 1e-12) {
            best_distance = distance;
            best_numerator = static_cast<long>(numerator);
            best_denominator = denominator;
        }
    }
    if (mixed) {
        if (best_numerator == best_denominator) return general_number(whole + 1);
        if (best_numerator == 0) return general_number(whole);
        const std::string fraction = std::to_string(best_numerator) + '/' + std::to_string(best_denominator);
        return whole == 0 ? fraction : general_number(whole) + ' ' + fraction;
    }
    return std::to_string(best_numerator) + '/' + std::to_string(best_denominator);
}

}  // namespace samsvar::ooxml
