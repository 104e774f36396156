#include "archive/xml_plain.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "archive/utf8.h"

namespace samsvar::archive {

namespace {

constexpr std::size_t longest_entity = 12;  // with & and without ;

enum Class : unsigned char { space = 1, name_end = 2, value_stop = 4 };

constexpr std::array<unsigned char, 256> class_table()
{
    std::array<unsigned char, 256> table{};
    for (const char c : {' ', '\n', '\t', '\r'}) table[static_cast<unsigned char>(c)] = space | name_end;
    for (const char c : {'/', '>', '=', '<', '"', '\''}) table[static_cast<unsigned char>(c)] = name_end;
    for (const char c : {'<', '&', '"', '\''}) table[static_cast<unsigned char>(c)] |= value_stop;
    return table;
}

constexpr std::array<unsigned char, 256> classes = class_table();

bool is(char c, Class asked)
{
    return (classes[static_cast<unsigned char>(c)] & asked) != 0;
}

/// Whether one of the five entities or a decimal character reference stands at `at`, which is moved behind it.
bool take_entity(const char*& at, const char* end)
{
    const auto length = std::min<std::size_t>(static_cast<std::size_t>(end - at), longest_entity);
    const void* found = std::memchr(at, ';', length);
    if (!found) return false;
    const char* const close = static_cast<const char*>(found);
    const std::string_view inside(at + 1, static_cast<std::size_t>(close - at - 1));
    at = close + 1;
    if (inside == "amp" || inside == "lt" || inside == "gt" || inside == "quot" || inside == "apos") return true;
    return inside.size() > 1 && inside.front() == '#' &&
           std::all_of(inside.begin() + 1, inside.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Check {
public:
    Check(std::string_view whole, const Limits& limits)
        : at_(whole.data()), end_(whole.data() + whole.size()), limits_(limits)
    {
    }

    bool whole_part()
    {
        if (!declaration()) return false;
        for (;;) {
            if (!text()) return false;
            if (at_ == end_) return seen_root_ && open_.empty();
            if (end_ - at_ < 3) return false;
            if (at_[1] == '/' ? !end_tag() : !start_tag()) return false;
        }
    }

private:
    void spaces()
    {
        while (at_ != end_ && is(*at_, space)) ++at_;
    }
    /// The usual declaration, and nothing in front of it.
    bool declaration()
    {
        const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        if (!rest.starts_with("<?")) return true;
        if (!begins_with_usual_declaration(rest)) return false;
        const std::size_t close = rest.find("?>");
        if (close == std::string_view::npos) return false;
        at_ += close + 2;
        return true;
    }
    bool text()
    {
        const char* const begin = at_;
        const void* const found = std::memchr(at_, '<', static_cast<std::size_t>(end_ - at_));
        const char* const stop = found ? static_cast<const char*>(found) : end_;
        if (open_.empty()) {
            spaces();
            return at_ == stop;
        }
        at_ = stop;
        return entities(begin, stop);
    }
    static bool entities(const char* begin, const char* stop)
    {
        for (const void* and_sign = begin; begin != stop;) {
            and_sign = std::memchr(begin, '&', static_cast<std::size_t>(stop - begin));
            if (!and_sign) return true;
            begin = static_cast<const char*>(and_sign);
            if (!take_entity(begin, stop)) return false;
        }
        return true;
    }
    bool end_tag()
    {
        if (open_.empty()) return false;
        const std::string_view name = open_.back();
        at_ += 2;
        if (static_cast<std::size_t>(end_ - at_) <= name.size() || std::memcmp(at_, name.data(), name.size()) != 0)
            return false;
        at_ += name.size();
        if (*at_ != '>') return false;
        ++at_;
        open_.pop_back();
        return true;
    }
    bool start_tag()
    {
        const char* const name = ++at_;
        if (*name == '?' || *name == '!' || (open_.empty() && seen_root_)) return false;
        seen_root_ = true;
        while (at_ != end_ && !is(*at_, name_end)) ++at_;
        const std::string_view qualified(name, static_cast<std::size_t>(at_ - name));
        if (qualified.empty() || open_.size() >= limits_.xml_depth) return false;
        for (std::size_t attributes = 0;; ++attributes) {
            const char* const gap = at_;
            spaces();
            if (at_ == end_) return false;
            if (*at_ == '>' || *at_ == '/') break;
            if (at_ == gap || attributes == limits_.xml_attributes || !attribute()) return false;
        }
        if (*at_ == '/') {
            ++at_;
            if (at_ == end_ || *at_ != '>') return false;
        }
        else {
            open_.push_back(qualified);
        }
        ++at_;
        return true;
    }
    bool attribute()
    {
        const char* const name = at_;
        while (at_ != end_ && !is(*at_, name_end)) ++at_;
        if (at_ == name || end_ - at_ < 2 || *at_ != '=' || (at_[1] != '"' && at_[1] != '\'')) return false;
        const char quote = at_[1];
        for (at_ += 2;;) {
            while (at_ != end_ && !is(*at_, value_stop)) ++at_;
            if (at_ == end_ || *at_ == '<') return false;
            if (*at_ == quote) break;
            if (*at_ != '&')
                ++at_;
            else if (!take_entity(at_, end_))
                return false;
        }
        ++at_;
        return true;
    }

    const char* at_;
    const char* end_;
    const Limits& limits_;
    bool seen_root_ = false;
    std::vector<std::string_view> open_;  // qualified names
};

}  // namespace

bool is_plain_xml(std::string_view whole, const Limits& limits)
{
    if (whole.starts_with("\xEF\xBB\xBF")) whole.remove_prefix(3);
    return whole.find('\0') == std::string_view::npos && is_utf8(whole) && Check(whole, limits).whole_part();
}

bool begins_with_usual_declaration(std::string_view text)
{
    constexpr std::string_view usual[] = {
        R"(<?xml version="1.0" encoding="UTF-8")", R"(<?xml version="1.0" encoding="utf-8")",
        "<?xml version='1.0' encoding='UTF-8'", "<?xml version='1.0' encoding='utf-8'"};
    return std::any_of(std::begin(usual), std::end(usual),
                       [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace samsvar::archive
