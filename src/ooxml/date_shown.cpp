#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "ooxml/number_format.h"

namespace samsvar::ooxml {

namespace {

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};
constexpr std::array weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

struct Civil {
    long year = 0;
    int month = 1;
    int day = 1;
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

/// The date of a serial day as Excel counts it, with the two days of 1900 that never were.
Civil civil_of_serial(long days, bool date1904)
{
    if (date1904) return civil_from_days(days - 24107);
    if (days == 0) return {1900, 1, 0};
    if (days == 60) return {1900, 2, 29};  // Lotus's leap year
    return civil_from_days(days + (days < 60 ? -25568 : -25569));
}

std::string padded(long value, std::size_t width)
{
    std::string text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

/// A serial cut into what formats show.
struct Moment {
    long days = 0;
    long seconds = 0;   // of the day, or in all for elapsed times
    long fraction = 0;  // in units of the digits asked for
};

/// Excel rounds what it shows of seconds, but cuts minutes and days.
Moment moment_of(double serial, bool time, int seconds_digits)
{
    double unit = 60;
    if (!time)
        unit = 86400;
    else if (seconds_digits >= 0)
        unit = std::pow(10.0, -seconds_digits);
    double in_units = serial * 86400 / unit;
    in_units = seconds_digits >= 0 && time ? std::floor(in_units + 0.5) : std::floor(in_units + (time ? 1e-5 : 1e-9));
    const double seconds_total = in_units * unit;
    Moment moment;
    moment.days = static_cast<long>(std::floor(seconds_total / 86400 + 1e-12));
    const double seconds_of_day = std::max(0.0, seconds_total - static_cast<double>(moment.days) * 86400.0);
    moment.seconds = static_cast<long>(seconds_of_day + 1e-7);
    if (seconds_digits > 0)
        moment.fraction = static_cast<long>(
            (seconds_of_day - static_cast<double>(moment.seconds)) * std::pow(10.0, seconds_digits) + 0.5);
    return moment;
}

bool in_calendar(double serial)
{
    return std::isfinite(serial) && serial >= 0 && serial <= 2958466;
}

}  // namespace

std::string iso_date_time(double serial, bool date1904, bool date, bool time, int seconds_digits)
{
    if (!in_calendar(serial)) return general_number(serial);
    const Moment moment = moment_of(serial, time, seconds_digits);
    std::string text;
    if (date) {
        const Civil civil = civil_of_serial(moment.days, date1904);
        text = padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
    }
    if (time) {
        if (date) text += ' ';
        text += padded(moment.seconds / 3600, 2) + ':' + padded(moment.seconds / 60 % 60, 2);
        if (seconds_digits >= 0) text += ':' + padded(moment.seconds % 60, 2);
        if (seconds_digits > 0) text += '.' + padded(moment.fraction, static_cast<std::size_t>(seconds_digits));
    }
    return text;
}

std::optional<double> serial_of_iso(std::string_view text, bool date1904)
{
    std::array<int, 6> numbers{};
    std::size_t count = 0;
    double fraction = 0;
    constexpr std::string_view marks = "--T::";
    for (std::size_t at = 0; count < numbers.size();) {
        const char* const end = text.data() + text.size();
        const auto result = std::from_chars(text.data() + at, end, numbers[count]);
        if (result.ec != std::errc() || numbers[count] < 0) return std::nullopt;
        at = static_cast<std::size_t>(result.ptr - text.data());
        ++count;
        if (at < text.size() && text[at] == '.' && count == 6) {
            double digit = 0.1;
            for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, digit /= 10)
                fraction += digit * (text[at] - '0');
        }
        if (at == text.size() || text.substr(at) == "Z") break;
        if (count > marks.size() || text[at] != marks[count - 1]) return std::nullopt;
        ++at;
    }
    if (count != 3 && count != 5 && count != 6) return std::nullopt;
    if (numbers[1] < 1 || numbers[1] > 12 || numbers[2] < 1 || numbers[2] > 31 || numbers[0] > 9999)
        return std::nullopt;
    // Days from 1970-01-01 of a civil date, by counting years from March.
    const long year = numbers[0] - (numbers[1] <= 2 ? 1 : 0);
    const long era = (year >= 0 ? year : year - 399) / 400;
    const long year_of_era = year - era * 400;
    const long day_of_year = (153L * (numbers[1] + (numbers[1] > 2 ? -3 : 9)) + 2) / 5 + numbers[2] - 1;
    const long days = era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
    long serial = days + (date1904 ? 24107 : 25569);
    if (!date1904 && serial < 61) --serial;
    return static_cast<double>(serial) + (numbers[3] * 3600.0 + numbers[4] * 60.0 + numbers[5] + fraction) / 86400.0;
}

NumberFormat::DateShape NumberFormat::shape_of(const Section& section)
{
    DateShape shape;
    Part before = Part::literal;
    bool apart = true;  // something stands between the last two parts
    for (const Token& token : section.tokens) {
        if (token.part < Part::year) {
            apart = true;
            continue;
        }
        const bool joined = !apart;
        apart = false;
        switch (token.part) {
            case Part::year: shape.year = true; break;
            case Part::month:
                shape.month = true;
                if (joined && before == Part::year) shape.run_together = true;
                break;
            case Part::day: (token.text.size() <= 2 ? shape.day : shape.weekday) = true; break;
            case Part::hour: shape.hour = true; break;
            case Part::minute:
                shape.minute = true;
                if (joined && before == Part::hour) shape.run_together = true;
                break;
            case Part::second:
                shape.second = true;
                shape.seconds_digits = std::max(shape.seconds_digits, 0);
                break;
            case Part::fraction: shape.seconds_digits = static_cast<int>(token.text.size()); break;
            case Part::am_pm: shape.half_day = true; break;
            default:
                shape.elapsed = true;
                if (token.part == Part::elapsed_seconds) shape.seconds_digits = std::max(shape.seconds_digits, 0);
                break;
        }
        before = token.part;
    }
    return shape;
}

/// Part of a date or time that ISO has no form for ("Wednesday", "PM", "17:37.0"), and elapsed times: as the format
/// says, with English names.
std::string NumberFormat::as_written(const Section& section, const DateShape& shape, double value, bool date1904)
{
    const bool time = shape.hour || shape.minute || shape.second || shape.half_day || shape.elapsed;
    Moment moment = moment_of(std::fabs(value), time, shape.seconds_digits);
    const Civil civil = civil_of_serial(moment.days, date1904);
    const long hour = moment.seconds / 3600;
    const long elapsed = moment.days * 86400 + moment.seconds;
    std::string text = value < 0 ? "-" : "";
    for (const Token& token : section.tokens) {
        const std::size_t width = token.text.size();
        switch (token.part) {
            case Part::literal:
            case Part::point:
            case Part::comma:
            case Part::slash: text += token.text; break;
            case Part::year: {
                const long year = civil.year + (token.text[0] == 'b' ? 543 : 0);
                text += width > 2 || token.text[0] == 'e' ? padded(year, 4) : padded(year % 100, 2);
                break;
            }
            case Part::month: {
                const std::string name = months[static_cast<std::size_t>(civil.month - 1)];
                if (width <= 2)
                    text += padded(civil.month, width);
                else
                    text += width == 3 ? name.substr(0, 3) : width == 5 ? name.substr(0, 1) : name;
                break;
            }
            case Part::day: {
                const auto number = static_cast<std::size_t>(date1904 ? moment.days + 5 : moment.days + 6) % 7;
                const std::string name = weekdays[number];
                text += width <= 2 ? padded(civil.day, width) : width == 3 ? name.substr(0, 3) : name;
                break;
            }
            case Part::hour:
                text += padded(shape.half_day ? (hour + 11) % 12 + 1 : hour, std::min(width, std::size_t{2}));
                break;
            case Part::minute: text += padded(moment.seconds / 60 % 60, std::min(width, std::size_t{2})); break;
            case Part::second: text += padded(moment.seconds % 60, std::min(width, std::size_t{2})); break;
            case Part::fraction: text += '.' + padded(moment.fraction, width); break;
            case Part::am_pm: text += width == 3 ? (hour < 12 ? "A" : "P") : hour < 12 ? "AM" : "PM"; break;
            case Part::elapsed_hours: text += padded(elapsed / 3600, width); break;
            case Part::elapsed_minutes: text += padded(elapsed / 60, width); break;
            case Part::elapsed_seconds: text += padded(elapsed, width); break;
            default: break;
        }
    }
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string NumberFormat::shown_date(const Section& section, double value, bool date1904)
{
    const DateShape shape = shape_of(section);
    if (!std::isfinite(value) || std::fabs(value) > 1e8) return general_number(value);
    const bool date = (shape.year && shape.month) || (shape.month && shape.day);
    const bool clock = shape.hour && shape.minute;
    const bool year_only = shape.year && !shape.month && !shape.day && !shape.hour;
    if (shape.elapsed && shape.hour) return general_number(value);  // no format: Excel shows the number
    if (shape.elapsed && !date) return as_written(section, shape, value, date1904);
    if (!in_calendar(value)) return general_number(value);
    if (year_only) return iso_date_time(value, date1904, true, false, -1).substr(0, 4);
    if (shape.run_together && !shape.day) return as_written(section, shape, value, date1904);
    if (!date && (!clock || shape.weekday || shape.day || shape.month || shape.year))
        return as_written(section, shape, value, date1904);
    const bool time = shape.hour || shape.minute || shape.second || shape.half_day;
    return iso_date_time(value, date1904, date, time, shape.seconds_digits);
}

}  // namespace samsvar::ooxml
