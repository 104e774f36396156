#include "xml/plain.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "xml/character.h"

namespace samsvar::xml {

namespace {

enum Class : unsigned char { space = 1, name_start = 2, name_rest = 4, value_stop = 8, never = 16 };

constexpr std::array<unsigned char, 256> class_table()
{
    std::array<unsigned char, 256> table{};
    for (unsigned char c = 0; c < 0x20; ++c) table[c] = never;
    for (const char c : {' ', '\t', '\n'}) table[static_cast<unsigned char>(c)] = space;
    for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = name_start | name_rest;
    for (unsigned char c = '0'; c <= '9'; ++c) table[c] = name_rest;
    table['_'] = name_start | name_rest;
    table['-'] = table['.'] = name_rest;
    for (const char c : {'<', '&', '"', '\t', '\n'}) table[static_cast<unsigned char>(c)] |= value_stop;
    return table;
}

constexpr std::array<unsigned char, 256> classes = class_table();

bool is(char c, Class asked)
{
    return (classes[static_cast<unsigned char>(c)] & asked) != 0;
}

/// Nothing but characters our files are written in.
bool all_plain_characters(std::string_view content)
{
    const char* at = content.data();
    const char* const end = at + content.size();
    while (at != end) {
        if (static_cast<unsigned char>(*at) < 0x80) {
            if (is(*at, never)) return false;
            ++at;
            continue;
        }
        const std::size_t length = wide_character(at, end);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

/// Each function that is a bool says false when what stands there is not plain.
class Reader {
public:
    Reader(std::string_view content, const std::string& file, const Limits& limits)
        : at_(content.data()),
          end_(content.data() + content.size()),
          counted_(at_),
          line_start_(at_),
          file_(file),
          limits_(limits)
    {
    }

    bool read()
    {
        if (!declaration()) return false;
        for (;;) {
            if (!text()) return false;
            if (at_ == end_) return open_.empty() && finished_.size() == 1;
            if (end_ - at_ < 3) return false;
            if (at_[1] == '!' ? !comment() : at_[1] == '/' ? !end_tag() : !start_tag()) return false;
        }
    }
    Element take() { return std::move(finished_.front()); }

private:
    struct Open {
        Element element;
        std::size_t children;  ///< where they begin in finished_
    };

    bool declaration()
    {
        const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        if (!rest.starts_with("<?")) return true;
        for (const std::string_view usual : {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                                             "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version=\"1.0\"?>"})
            if (rest.starts_with(usual)) {
                at_ += usual.size();
                return true;
            }
        return false;
    }

    void spaces()
    {
        while (at_ != end_ && is(*at_, space)) ++at_;
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
        const std::string_view raw(begin, static_cast<std::size_t>(stop - begin));
        return raw.find("]]>") == std::string_view::npos && append(open_.back().element.text, raw);
    }

    /// Appends what `raw` stands for; the five entities of XML only.
    static bool append(std::string& into, std::string_view raw)
    {
        for (;;) {
            const std::size_t reference = raw.find('&');
            into += raw.substr(0, reference);
            if (reference == std::string_view::npos) return true;
            raw.remove_prefix(reference);
            bool known = false;
            for (const auto& [entity, character] : entities)
                if (raw.starts_with(entity)) {
                    into += character;
                    raw.remove_prefix(entity.size());
                    known = true;
                    break;
                }
            if (!known) return false;
        }
    }

    bool comment()
    {
        const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        if (!rest.starts_with("<!--")) return false;
        const std::size_t close = rest.find("--", 4);
        if (close == std::string_view::npos || close + 2 >= rest.size() || rest[close + 2] != '>') return false;
        at_ += close + 3;
        return true;
    }

    bool end_tag()
    {
        if (open_.empty()) return false;
        Open& last = open_.back();
        const std::string& name = last.element.name;
        at_ += 2;
        if (static_cast<std::size_t>(end_ - at_) <= name.size() || std::memcmp(at_, name.data(), name.size()) != 0)
            return false;
        at_ += name.size();
        if (*at_ != '>') return false;
        ++at_;
        const auto first = finished_.begin() + static_cast<std::ptrdiff_t>(last.children);
        last.element.children.assign(std::make_move_iterator(first), std::make_move_iterator(finished_.end()));
        finished_.erase(first, finished_.end());
        finished_.push_back(std::move(last.element));
        open_.pop_back();
        return true;
    }

    bool start_tag()
    {
        if (open_.size() >= limits_.xml_depth || (open_.empty() && !finished_.empty())) return false;
        Open next{{}, finished_.size()};
        Element& element = next.element;
        set_place(element);
        ++at_;
        if (!name(element.name)) return false;
        element.file = file_;
        if (!open_.empty()) {
            element.name_space = open_.back().element.name_space;
            element.text_at = open_.back().element.text.size();
        }
        for (bool declares = false;;) {
            const char* const gap = at_;
            spaces();
            if (at_ == end_) return false;
            if (*at_ == '>' || *at_ == '/') break;
            if (at_ == gap || !attribute(element, declares)) return false;
        }
        if (element.attributes.size() > limits_.xml_attributes) return false;
        const bool empty = *at_ == '/';
        if (empty) ++at_;
        if (at_ == end_ || *at_ != '>') return false;
        ++at_;
        if (empty)
            finished_.push_back(std::move(element));
        else
            open_.push_back(std::move(next));
        return true;
    }

    bool name(std::string& into)
    {
        const char* const begin = at_;
        if (at_ == end_ || !is(*at_, name_start)) return false;
        while (at_ != end_ && is(*at_, name_rest)) ++at_;
        into.assign(begin, at_);
        return true;
    }

    bool attribute(Element& element, bool& declares)
    {
        const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
        Attribute read;
        if (rest.starts_with("xml:lang=")) {
            at_ += 8;
            read.name = "xml:lang";
        }
        else if (!name(read.name)) {
            return false;
        }
        if (end_ - at_ < 2 || at_[0] != '=' || at_[1] != '"') return false;
        at_ += 2;
        const char* const begin = at_;
        bool plain = true;
        for (; at_ != end_ && *at_ != '"'; ++at_)
            if (is(*at_, value_stop)) {
                if (*at_ == '<') return false;
                plain = false;
            }
        if (at_ == end_) return false;
        const std::string_view raw(begin, static_cast<std::size_t>(at_ - begin));
        ++at_;
        if (plain)
            read.value = raw;
        else if (!append(read.value, raw))
            return false;
        // Line ends and tabs in a value are blanks (XML 1.0, 3.3.3); those of references do not come here.
        if (!plain)
            std::replace_if(
                read.value.begin(), read.value.end(), [](char c) { return is(c, space); }, ' ');
        if (read.name == "xmlns") {
            // Poco's parser does not count it among the attributes.
            if (read.value.empty() || declares) return false;
            declares = true;
            element.name_space = std::move(read.value);
            return true;
        }
        if (element.attribute(read.name)) return false;
        element.attributes.push_back(std::move(read));
        return true;
    }

    /// Lines and columns count from 1; a column is a character.
    void set_place(Element& element)
    {
        while (const void* newline = std::memchr(counted_, '\n', static_cast<std::size_t>(at_ - counted_))) {
            counted_ = line_start_ = static_cast<const char*>(newline) + 1;
            ++line_;
        }
        counted_ = at_;
        element.line = line_;
        element.column = 1 + static_cast<int>(std::count_if(line_start_, at_, [](char c) {
                             return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
                         }));
    }

    struct Entity {
        std::string_view written;
        char character;
    };
    static constexpr std::array<Entity, 5> entities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

    const char* at_;
    const char* end_;
    const char* counted_;     // up to here lines are counted
    const char* line_start_;  // of the line counted_ is in
    int line_ = 1;
    const std::string& file_;
    const Limits& limits_;
    std::vector<Open> open_;
    std::vector<Element> finished_;  // whose parent is still open, in order; at last the root
};

}  // namespace

std::optional<Element> parse_plain(std::string_view content, const std::string& file, const Limits& limits)
{
    if (!all_plain_characters(content)) return std::nullopt;
    Reader reader(content, file, limits);
    if (!reader.read()) return std::nullopt;
    return reader.take();
}

}  // namespace samsvar::xml
