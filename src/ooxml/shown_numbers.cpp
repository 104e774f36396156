#include "ooxml/shown_numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/ascii.h"

namespace samsvar::ooxml {

namespace {

std::size_t slot_of(std::string_view raw, std::size_t style, std::size_t slots)
{
    std::uint64_t hash = style;
    for (const char c : raw) hash = hash * 31 + static_cast<unsigned char>(c);
    return static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ull >> 40) % slots;
}

}  // namespace

bool is_shown_as_written(std::string_view raw)
{
    if (raw.empty() || raw.size() > 10) return false;
    const bool minus = raw.front() == '-';
    if (minus) raw.remove_prefix(1);
    std::size_t at = 0;
    while (at < raw.size() && is_digit(raw[at])) ++at;
    if (at == 0 || (at > 1 && raw.front() == '0')) return false;
    if (at == raw.size()) return !minus || raw != "0";
    if (raw[at] != '.' || at + 1 == raw.size() || raw.back() == '0') return false;
    for (++at; at < raw.size(); ++at)
        if (!is_digit(raw[at])) return false;
    return true;
}

ShownNumbers::ShownNumbers(const CellStyles& styles, bool date1904) : styles_(styles), date1904_(date1904) {}

ShownNumbers::Shown ShownNumbers::show(std::string_view raw, std::size_t style)
{
    if (styles_.general(style) && is_shown_as_written(raw)) return {Kind::number, raw};
    if (raw.empty() || raw.size() > sizeof Known::raw || style > std::numeric_limits<std::uint32_t>::max()) {
        const Kind kind = format(raw, style, text_);
        return {kind, text_};
    }
    if (known_.empty()) known_.resize(slots);
    Known& known = known_[slot_of(raw, style, slots)];
    if (raw != std::string_view(known.raw.data(), known.raw_size) || known.style != style) {
        const Kind kind = format(raw, style, text_);
        if (text_.size() > sizeof known.text) return {kind, text_};
        known.kind = kind;
        known.style = static_cast<std::uint32_t>(style);
        known.raw_size = static_cast<std::uint8_t>(raw.size());
        known.text_size = static_cast<std::uint8_t>(text_.size());
        std::copy(raw.begin(), raw.end(), known.raw.begin());
        std::copy(text_.begin(), text_.end(), known.text.begin());
    }
    return {known.kind, std::string_view(known.text.data(), known.text_size)};
}

ShownNumbers::Kind ShownNumbers::format(std::string_view raw, std::size_t style, std::string& text) const
{
    while (!raw.empty() && (raw.front() == ' ' || raw.front() == '\n')) raw.remove_prefix(1);
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n')) raw.remove_suffix(1);
    text.clear();
    if (raw.empty()) return Kind::none;
    double value = 0;
    const auto result = std::from_chars(raw.data() + (raw.front() == '+'), raw.data() + raw.size(), value);
    if (result.ec != std::errc() || result.ptr != raw.data() + raw.size() || !std::isfinite(value)) {
        text = raw;
        return Kind::none;
    }
    const NumberFormat& format = styles_.format(style);
    text = format.shown(value, date1904_);
    return format.is_date() ? Kind::date : Kind::number;
}

}  // namespace samsvar::ooxml
