#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::ooxml {

/// A number format code (ECMA-376 part 1, 18.8.31), compiled once per style. Numbers come out as a person sees them,
/// with a full stop as decimal sign; dates and times come out as ISO whatever the code's order (2026-11-02,
/// 2026-11-02 14:30, 14:30). Elapsed times and parts that are no date or time of day (a weekday, a month, minutes and
/// seconds) come out as the code says, names in English.
class NumberFormat {
public:
    /// An unknown or broken code acts as General.
    explicit NumberFormat(std::string_view code = "General");

    std::string shown(double value, bool date1904) const;
    bool is_date() const;
    /// Whether the code changes how a text reads: its text section is more than @.
    bool changes_text() const { return changes_text_; }
    /// A text as the code's text section shows it; empty when the section is.
    std::string shown_text(std::string_view text) const;

private:
    enum class Part {
        literal,
        digit,
        point,
        comma,
        percent,
        exponent,
        slash,
        general,
        text,
        year,
        month,
        day,
        hour,
        minute,
        second,
        fraction,
        am_pm,
        elapsed_hours,
        elapsed_minutes,
        elapsed_seconds,
    };
    struct Token {
        Part part = Part::literal;
        std::string text;  // literal: the text; digit: 0, # or ?; fraction and elapsed: the zeros
    };
    struct Section {
        std::vector<Token> tokens;
        char relation = 0;  // condition: <, >, =, l (<=), g (>=), n (<>); 0 = none
        double bound = 0;
        bool date = false;
        bool general = false;
    };
    /// Which parts of a date and time a section shows.
    struct DateShape {
        bool year = false, month = false, day = false, weekday = false;
        bool hour = false, minute = false, second = false, half_day = false;
        bool elapsed = false;
        bool run_together = false;  // nothing between year and month, or hour and minute
        int seconds_digits = -1;    // after the second; -1 = no seconds
    };

    static Section compile(std::string_view code);
    static void compile_bracket(std::string_view inside, Section& section);
    static void settle_minutes(Section& section);
    const Section& choose(double value, bool& absolute) const;
    static DateShape shape_of(const Section& section);
    static std::string as_written(const Section& section, const DateShape& shape, double value, bool date1904);
    static std::string shown_date(const Section& section, double value, bool date1904);
    static std::string shown_number(const Section& section, double value);
    static std::string shown_fraction(const Section& section, double value);

    bool finds_text_changed() const;

    std::vector<Section> sections_;
    bool changes_text_ = false;
};

/// Format code of a built-in id (ECMA-376 part 1, 18.8.30); null when the id is not built in.
const char* built_in_format(int id);

/// A number as the General format shows it: at most 11 characters for fractions, all digits of whole numbers.
std::string general_number(double value);

/// A serial date as ISO text; `seconds_digits` digits after the second, -1 = no seconds.
std::string iso_date_time(double serial, bool date1904, bool date, bool time, int seconds_digits);

/// The serial date of an ISO date with or without a time (2026-11-02, 2026-11-02T14:30:00.5Z); nothing for other texts.
std::optional<double> serial_of_iso(std::string_view text, bool date1904);

}  // namespace samsvar::ooxml
