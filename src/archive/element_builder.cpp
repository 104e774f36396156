#include "archive/element_builder.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>

#include "archive/utf8.h"
#include "archive/xml_plain.h"

namespace samsvar::archive {

namespace {

using Data = XmlNode::Data;
using Attribute = XmlNode::Attribute;

enum Class : unsigned char { space = 1, name_start = 2, name_part = 4, value_stop = 8 };

constexpr std::array<unsigned char, 256> class_table()
{
    std::array<unsigned char, 256> table{};
    const auto set = [&](int from, int to, unsigned char what) {
        for (int c = from; c <= to; ++c) table[static_cast<std::size_t>(c)] |= what;
    };
    for (const char c : {' ', '\n', '\t', '\r'}) set(c, c, space);
    // The colon begins names, too; that it is no part of them makes local names easy to find.
    set(':', ':', name_start);
    for (const auto& [from, to] : {std::pair('a', 'z'), std::pair('A', 'Z'), std::pair('_', '_')})
        set(from, to, name_start | name_part);
    set(0x80, 0xFF, name_start | name_part);
    for (const auto& [from, to] : {std::pair('0', '9'), std::pair('-', '-'), std::pair('.', '.')})
        set(from, to, name_part);
    for (const char c : {'<', '&', '"', '\'', '\n', '\t', '\r'})
        set(c, c, table[static_cast<std::size_t>(c)] | value_stop);
    return table;
}

constexpr std::array<unsigned char, 256> classes = class_table();

bool is(char c, Class asked)
{
    return (classes[static_cast<unsigned char>(c)] & asked) != 0;
}

std::string_view view(const char* begin, const char* end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// The character that stands between & and ;, nothing for what is not taken here.
std::optional<std::uint32_t> character_of(std::string_view inside)
{
    if (inside == "amp") return '&';
    if (inside == "lt") return '<';
    if (inside == "gt") return '>';
    if (inside == "quot") return '"';
    if (inside == "apos") return '\'';
    if (inside.size() < 2 || inside.size() > 8 || inside.front() != '#') return std::nullopt;
    std::uint32_t code = 0;
    for (const char c : inside.substr(1)) {
        if (c < '0' || c > '9') return std::nullopt;
        code = code * 10 + static_cast<std::uint32_t>(c - '0');
    }
    const bool allowed = code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
                         (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code < 0x110000);
    return allowed ? std::optional(code) : std::nullopt;
}

/// Decodes a text or value where it stands, since it only becomes shorter: entities, and line ends as XML wants them,
/// in values white space (XML 1.0, 2.11 and 3.3.3). Nothing for an entity that is not taken here.
std::optional<std::string_view> decoded(char* begin, char* end, bool is_value)
{
    char* into = begin;
    std::string character;
    for (const char* at = begin; at != end; ++at) {
        if (*at == '&') {
            const void* const close = std::memchr(at, ';', static_cast<std::size_t>(end - at));
            if (!close) return std::nullopt;
            const std::optional<std::uint32_t> code = character_of(view(at + 1, static_cast<const char*>(close)));
            if (!code) return std::nullopt;
            character.clear();
            append_utf8(character, *code);
            into = std::copy(character.begin(), character.end(), into);
            at = static_cast<const char*>(close);
        }
        else if (*at == '\r') {
            *into++ = is_value ? ' ' : '\n';
            if (at + 1 != end && at[1] == '\n') ++at;
        }
        else {
            *into++ = is_value && (*at == '\n' || *at == '\t') ? ' ' : *at;
        }
    }
    return view(begin, into);
}

class Builder {
public:
    Builder(PartBuffer& part, const Limits& limits, NodeStore& nodes)
        : part_(part), limits_(limits), nodes_(nodes), at_(part.data()), end_(at_), checked_(at_)
    {
        attributes_.resize(limits.xml_attributes);
    }

    const Data* build()
    {
        if (!more() || !declaration()) return nullptr;
        for (;;) {
            char* const token = at_;
            const Step step = *at_ == '<' ? markup() : text();
            if (step == Step::refused) return nullptr;
            if (step == Step::cut) {
                // The token is not there to its end yet.
                at_ = token;
                if (!more()) return nullptr;
            }
            else if (at_ == end_ && !more()) {
                return plain_ && open_.empty() ? root_ : nullptr;
            }
        }
    }

private:
    enum class Step {
        taken,
        cut,      ///< the bytes end in it; nothing has happened
        refused,  ///< not plain
    };
    struct Open {
        Data* node;
        Data* last_child;
        std::string_view qualified;
    };
    struct Name {
        std::string_view qualified;  // empty: there is none
        std::string_view local;
    };
    struct Raw {
        Name name;
        char* begin;
        char* end;
        bool decode;
    };

    /// Waits for more bytes; false when there are none. All bytes are UTF-8, save perhaps the last three, or none are
    /// taken.
    bool more()
    {
        const auto known = static_cast<std::size_t>(end_ - part_.data());
        char* const end = part_.data() + part_.wait_beyond(known);
        const bool last = end == end_;
        // A character may be cut.
        char* sure = end;
        if (!last)
            while (sure != checked_ && (static_cast<unsigned char>(sure[-1]) & 0xC0) == 0x80) --sure;
        if (!last && sure != checked_ && static_cast<unsigned char>(sure[-1]) >= 0xC0) --sure;
        const std::string_view fresh = view(checked_, sure);
        if (fresh.find('\0') != std::string_view::npos || !is_utf8(fresh)) plain_ = false;
        checked_ = sure;
        end_ = end;
        return plain_ && !last;
    }

    Step markup();
    Step start_tag();
    Step end_tag();
    Step text();
    bool declaration();
    Step take_attribute(Raw& raw);
    void add_child(Data* child)
    {
        Open& open = open_.back();
        (open.last_child ? open.last_child->next : open.node->first_child) = child;
        open.last_child = child;
    }
    void spaces()
    {
        while (at_ != end_ && is(*at_, space)) ++at_;
    }
    /// The name that stands here.
    Name name()
    {
        const char* const begin = at_;
        const char* local = begin;
        if (at_ == end_ || !is(*at_, name_start)) return {};
        for (;; local = ++at_) {
            while (at_ != end_ && is(*at_, name_part)) ++at_;
            if (at_ == end_ || *at_ != ':') return {view(begin, at_), view(local, at_)};
        }
    }

    PartBuffer& part_;
    const Limits& limits_;
    NodeStore& nodes_;
    char* at_;
    char* end_;
    char* checked_;  // bytes before are UTF-8 without NUL
    bool plain_ = true;
    Data* root_ = nullptr;
    std::vector<Open> open_;
    std::vector<Raw> attributes_;
};

/// The usual declaration, and nothing in front of it but the mark of UTF-8.
bool Builder::declaration()
{
    constexpr std::string_view bom = "\xEF\xBB\xBF";
    if (view(at_, end_).starts_with(bom)) at_ += bom.size();
    const std::string_view rest = view(at_, end_);
    if (!rest.starts_with("<?")) return at_ != end_;
    if (!begins_with_usual_declaration(rest)) return false;
    const std::size_t close = rest.find("?>");
    if (close == std::string_view::npos) return false;
    at_ += close + 2;
    return at_ != end_ || more();
}

Builder::Step Builder::text()
{
    void* const found = std::memchr(at_, '<', static_cast<std::size_t>(end_ - at_));
    char* const begin = at_;
    char* const stop = found ? static_cast<char*>(found) : end_;
    spaces();
    const bool blank = at_ == stop;
    if (open_.empty()) return blank ? Step::taken : Step::refused;
    if (!found || end_ - stop < 2) return Step::cut;
    // White space is text where it is all that an element holds.
    if (blank && (stop[1] != '/' || open_.back().last_child)) return Step::taken;
    at_ = stop;
    std::string_view text = view(begin, stop);
    if (std::memchr(begin, '&', text.size()) || std::memchr(begin, '\r', text.size())) {
        const std::optional<std::string_view> plain = decoded(begin, stop, false);
        if (!plain) return Step::refused;
        text = *plain;
    }
    add_child(nodes_.make<Data>(text));
    return Step::taken;
}

Builder::Step Builder::markup()
{
    if (end_ - at_ < 3) return Step::cut;
    return at_[1] == '/' ? end_tag() : start_tag();
}

Builder::Step Builder::end_tag()
{
    if (open_.empty()) return Step::refused;
    const std::string_view name = open_.back().qualified;
    at_ += 2;
    if (static_cast<std::size_t>(end_ - at_) <= name.size()) return Step::cut;
    if (std::memcmp(at_, name.data(), name.size()) != 0 || at_[name.size()] != '>') return Step::refused;
    at_ += name.size() + 1;
    open_.pop_back();
    return Step::taken;
}

Builder::Step Builder::take_attribute(Raw& raw)
{
    raw.name = name();
    if (end_ - at_ < 2) return Step::cut;
    if (raw.name.qualified.empty() || *at_ != '=' || (at_[1] != '"' && at_[1] != '\'')) return Step::refused;
    const char quote = at_[1];
    at_ += 2;
    raw.begin = at_;
    raw.decode = false;
    for (;; ++at_) {
        while (at_ != end_ && !is(*at_, value_stop)) ++at_;
        if (at_ == end_) return Step::cut;
        if (*at_ == quote) break;
        if (*at_ == '<') return Step::refused;
        raw.decode = raw.decode || (*at_ != '"' && *at_ != '\'');
    }
    raw.end = at_++;
    return Step::taken;
}

Builder::Step Builder::start_tag()
{
    ++at_;
    const Name name = this->name();
    if (at_ == end_) return Step::cut;
    if (name.qualified.empty() || open_.size() >= limits_.xml_depth || (open_.empty() && root_)) return Step::refused;
    std::size_t count = 0;
    for (;; ++count) {
        const char* const gap = at_;
        spaces();
        if (at_ == end_) return Step::cut;
        if (*at_ == '>' || *at_ == '/') break;
        if (at_ == gap || count == attributes_.size()) return Step::refused;
        if (const Step step = take_attribute(attributes_[count]); step != Step::taken) return step;
    }
    const bool empty = *at_ == '/';
    if (empty) {
        ++at_;
        if (at_ == end_) return Step::cut;
        if (*at_ != '>') return Step::refused;
    }
    ++at_;
    Attribute* const attributes = count ? nodes_.room<Attribute>(count) : nullptr;
    for (std::size_t at = 0; at < count; ++at) {
        const Raw& raw = attributes_[at];
        std::optional<std::string_view> value = view(raw.begin, raw.end);
        if (raw.decode) value = decoded(raw.begin, raw.end, true);
        if (!value) return Step::refused;
        new (attributes + at) Attribute{raw.name.local, *value};
    }
    Data* const node = nodes_.make<Data>(name.local, attributes, static_cast<std::uint32_t>(count), true);
    if (open_.empty())
        root_ = node;
    else
        add_child(node);
    if (!empty) open_.push_back({node, nullptr, name.qualified});
    return Step::taken;
}

}  // namespace

const XmlNode::Data* build_plain(PartBuffer& part, const Limits& limits, NodeStore& nodes)
{
    return Builder(part, limits, nodes).build();
}

}  // namespace samsvar::archive
