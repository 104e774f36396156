#include "ooxml/number_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "ooxml/package.h"

namespace samsvar::ooxml {

const char* built_in_format(int id)
{
    switch (id) {
        case 0: return "General";
        case 1: return "0";
        case 2: return "0.00";
        case 3: return "#,##0";
        case 4: return "#,##0.00";
        case 5:
        case 6:
        case 37:
        case 38: return "#,##0;(#,##0)";
        case 7:
        case 8:
        case 39:
        case 40: return "#,##0.00;(#,##0.00)";
        case 9: return "0%";
        case 10: return "0.00%";
        case 11: return "0.00E+00";
        case 12: return "# ?/?";
        case 13: return "# ?\?/??";
        case 18:
        case 19: return id == 18 ? "h:mm AM/PM" : "h:mm:ss AM/PM";
        case 20: return "h:mm";
        case 21: return "h:mm:ss";
        case 22: return "yyyy-mm-dd h:mm";
        case 32:
        case 55: return "h:mm";
        case 33:
        case 56: return "h:mm:ss";
        case 41:
        case 42: return "#,##0;(#,##0);-";
        case 43:
        case 44: return "#,##0.00;(#,##0.00);-";
        case 45: return "mm:ss";
        case 46: return "[h]:mm:ss";
        case 47: return "mmss.0";
        case 48: return "##0.0E+0";
        case 49: return "@";
        case 69: return "# ?/?";
        case 70: return "# ?\?/??";
        case 75: return "h:mm";
        case 76: return "h:mm:ss";
        case 77: return "yyyy-mm-dd h:mm";
        case 78: return "mm:ss";
        case 79: return "[h]:mm:ss";
        case 80: return "mm:ss.0";
        default: break;
    }
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 74) ||
        id == 81)
        return "yyyy-mm-dd";
    if (id == 59 || id == 60) return id == 59 ? "0" : "0.00";
    if (id == 61 || id == 62) return id == 61 ? "#,##0" : "#,##0.00";
    if (id == 67 || id == 68) return id == 67 ? "0%" : "0.00%";
    return nullptr;
}

NumberFormat::NumberFormat(std::string_view code)
{
    const std::string bounded = excerpt(code, 1024);
    code = bounded;
    std::size_t start = 0;
    bool quoted = false;
    bool bracket = false;
    for (std::size_t i = 0; i <= code.size(); ++i) {
        if (i < code.size()) {
            const char c = code[i];
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == '[')
                bracket = true;
            else if (!quoted && c == ']')
                bracket = false;
            else if (!quoted && (c == '\\' || c == '_' || c == '*'))
                ++i;
            if (i < code.size() && (c != ';' || quoted || bracket)) continue;
        }
        sections_.push_back(compile(
            code.substr(std::min(start, code.size()), std::min(i, code.size()) - std::min(start, code.size()))));
        start = i + 1;
        if (sections_.size() == 4) break;
    }
    changes_text_ = finds_text_changed();
}

void NumberFormat::compile_bracket(std::string_view inside, Section& section)
{
    if (inside.empty()) return;
    if (inside[0] == '$') {
        const std::string_view currency = inside.substr(1, inside.find('-') - 1);
        if (!currency.empty()) section.tokens.push_back({Part::literal, std::string(currency)});
        return;
    }
    if (inside[0] == '<' || inside[0] == '>' || inside[0] == '=') {
        std::size_t length = 1;
        section.relation = inside[0];
        if (inside.size() > 1 && inside[1] == '=') section.relation = inside[0] == '<' ? 'l' : 'g', length = 2;
        if (inside.substr(0, 2) == "<>") section.relation = 'n', length = 2;
        std::from_chars(inside.data() + length, inside.data() + inside.size(), section.bound);
        return;
    }
    const std::string lower = ascii_lower(inside);
    if (lower.find_first_not_of(lower[0]) != std::string::npos) return;  // a colour
    if (lower[0] == 'h') section.tokens.push_back({Part::elapsed_hours, lower});
    if (lower[0] == 'm') section.tokens.push_back({Part::elapsed_minutes, lower});
    if (lower[0] == 's') section.tokens.push_back({Part::elapsed_seconds, lower});
}

NumberFormat::Section NumberFormat::compile(std::string_view code)
{
    Section section;
    const std::string lower = ascii_lower(code);
    const auto literal = [&](std::string_view text) {
        if (!section.tokens.empty() && section.tokens.back().part == Part::literal)
            section.tokens.back().text += text;
        else
            section.tokens.push_back({Part::literal, std::string(text)});
    };
    const auto character = [&](std::size_t at) {
        std::size_t length = 1;
        while (at + length < code.size() && (static_cast<unsigned char>(code[at + length]) & 0xC0) == 0x80) ++length;
        return code.substr(at, length);
    };
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = lower[i];
        const auto run = [&] {
            std::size_t length = 1;
            while (i + length < lower.size() && lower[i + length] == c) ++length;
            return length;
        };
        const auto date_part = [&](Part part) {
            const std::size_t length = run();
            section.tokens.push_back({part, lower.substr(i, length)});
            i += length - 1;
        };
        switch (c) {
            case '"': {
                const auto close = std::min(code.find('"', i + 1), code.size());
                literal(code.substr(i + 1, close - i - 1));
                i = close;
                break;
            }
            case '\\':
                if (i + 1 < code.size()) {
                    literal(character(i + 1));
                    i += character(i + 1).size();
                }
                break;
            case '_':
            case '*': i += i + 1 < code.size() ? character(i + 1).size() : 1; break;
            case '[': {
                const auto close = std::min(code.find(']', i), code.size());
                compile_bracket(code.substr(i + 1, close - i - 1), section);
                i = close;
                break;
            }
            case '0':
            case '#':
            case '?': section.tokens.push_back({Part::digit, std::string(1, c)}); break;
            case '.': section.tokens.push_back({Part::point, "."}); break;
            case ',': section.tokens.push_back({Part::comma, ","}); break;
            case '%': section.tokens.push_back({Part::percent, "%"}); break;
            case '/': section.tokens.push_back({Part::slash, "/"}); break;
            case '@': section.tokens.push_back({Part::text, "@"}); break;
            case 'e':
                if (i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
                    section.tokens.push_back({Part::exponent, std::string(code.substr(i + 1, 1))});
                    ++i;
                }
                else {
                    date_part(Part::year);
                }
                break;
            case 'g':
                if (lower.compare(i, 7, "general") == 0) {
                    section.tokens.push_back({Part::general, {}});
                    section.general = true;
                    i += 6;
                }
                else {
                    literal(code.substr(i, 1));
                }
                break;
            case 'y':
            case 'b': date_part(Part::year); break;
            case 'm': date_part(Part::month); break;
            case 'd': date_part(Part::day); break;
            case 'h': date_part(Part::hour); break;
            case 's': {
                date_part(Part::second);
                if (i + 2 < lower.size() && lower[i + 1] == '.' && lower[i + 2] == '0') {
                    std::size_t zeros = 0;
                    while (i + 2 + zeros < lower.size() && lower[i + 2 + zeros] == '0') ++zeros;
                    section.tokens.push_back({Part::fraction, std::string(std::min<std::size_t>(zeros, 3), '0')});
                    i += 1 + zeros;
                }
                break;
            }
            case 'a':
                if (lower.compare(i, 5, "am/pm") == 0)
                    section.tokens.push_back({Part::am_pm, lower.substr(i, 5)}), i += 4;
                else if (lower.compare(i, 3, "a/p") == 0)
                    section.tokens.push_back({Part::am_pm, lower.substr(i, 3)}), i += 2;
                else
                    literal(code.substr(i, 1));
                break;
            default: literal(code.substr(i, 1));
        }
    }
    settle_minutes(section);
    return section;
}

/// An m next to hours or seconds means minutes, otherwise months.
void NumberFormat::settle_minutes(Section& section)
{
    Part before = Part::literal;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        Token& token = section.tokens[i];
        if (token.part == Part::literal) continue;
        if (token.part == Part::month) {
            std::size_t next = i + 1;
            while (next < section.tokens.size() && section.tokens[next].part == Part::literal) ++next;
            const bool seconds_follow = next < section.tokens.size() && section.tokens[next].part == Part::second;
            if (before == Part::hour || before == Part::elapsed_hours || seconds_follow) token.part = Part::minute;
        }
        before = token.part;
        section.date = section.date || (token.part >= Part::year);
    }
}

bool NumberFormat::is_date() const
{
    return !sections_.empty() && sections_.front().date;
}

const NumberFormat::Section& NumberFormat::choose(double value, bool& absolute) const
{
    const std::size_t numeric = std::min<std::size_t>(sections_.size(), 3);
    const bool conditional =
        std::any_of(sections_.begin(), sections_.end(), [](const Section& section) { return section.relation != 0; });
    absolute = false;
    if (conditional) {
        // A section shows no sign of its own when it is for negative numbers only.
        const auto negative_only = [&](std::size_t i) {
            const Section& section = sections_[i];
            if (section.relation == '<' || section.relation == 'l' || section.relation == '=')
                return section.bound <= 0;
            const Section& first = sections_[0];
            return i > 0 && section.relation == 0 && (first.relation == '>' || first.relation == 'g') &&
                   first.bound == 0;
        };
        for (std::size_t i = 0; i < numeric; ++i) {
            const Section& section = sections_[i];
            const double bound = section.bound;
            bool holds = true;
            switch (section.relation) {
                case '<': holds = value < bound; break;
                case '>': holds = value > bound; break;
                case '=': holds = value == bound; break;
                case 'l': holds = value <= bound; break;
                case 'g': holds = value >= bound; break;
                case 'n': holds = value != bound; break;
                default: break;
            }
            if (!holds) continue;
            absolute = value < 0 && negative_only(i);
            return section;
        }
        return sections_[numeric - 1];
    }
    if (numeric >= 2 && value < 0) {
        absolute = true;
        return sections_[1];
    }
    if (numeric >= 3 && value == 0) return sections_[2];
    return sections_[0];
}

bool NumberFormat::finds_text_changed() const
{
    // Only a fourth section, or one with @ in it, is for texts; any other code leaves them as they are. A text that the
    // section hides (";;;") is read all the same: nothing is lost.
    const auto has = [](const Section& section, Part part) {
        return std::any_of(section.tokens.begin(), section.tokens.end(),
                           [&](const Token& token) { return token.part == part; });
    };
    const Section& last = sections_.back();
    if (has(last, Part::text)) return last.tokens.size() > 1;
    return sections_.size() == 4 && !last.tokens.empty() && (!last.general || last.tokens.size() > 1);
}

std::string NumberFormat::shown_text(std::string_view text) const
{
    if (!changes_text()) return std::string(text);
    std::string shown;
    for (const Token& token : sections_.back().tokens) {
        if (token.part == Part::text || token.part == Part::general)
            shown += text;
        else if (token.part == Part::literal || token.part == Part::comma || token.part == Part::point ||
                 token.part == Part::slash || token.part == Part::percent)
            shown += token.text;
    }
    return shown;
}

std::string NumberFormat::shown(double value, bool date1904) const
{
    bool absolute = false;
    const Section& section = choose(value, absolute);
    if (section.date) return shown_date(section, value, date1904);
    if (section.general && section.tokens.size() == 1) return general_number(absolute ? std::fabs(value) : value);
    if (section.tokens.empty()) return sections_.size() > 1 ? std::string() : general_number(value);
    const bool has_digits = std::any_of(section.tokens.begin(), section.tokens.end(), [](const Token& token) {
        return token.part == Part::digit || token.part == Part::general || token.part == Part::text;
    });
    std::string text;
    const bool sign = value < 0 && !absolute && has_digits;
    if (sign) text += '-';
    const bool fraction = std::any_of(section.tokens.begin(), section.tokens.end(),
                                      [](const Token& token) { return token.part == Part::slash; });
    text += fraction ? shown_fraction(section, std::fabs(value)) : shown_number(section, std::fabs(value));
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    text = text.substr(begin, text.find_last_not_of(' ') - begin + 1);
    // What rounds to nothing has no sign.
    if (sign && text[0] == '-' && text.find_first_of("123456789") == std::string::npos && !section.general)
        text.erase(0, 1);
    return text;
}

}  // namespace samsvar::ooxml
