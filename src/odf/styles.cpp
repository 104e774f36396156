#include "odf/styles.h"

#include <algorithm>

#include "archive/xml_tree.h"

namespace samsvar::odf {

namespace {

using Token = XmlLexer::Token;

std::string key_of(std::string_view family, std::string_view name)
{
    std::string key(family);
    key += ' ';
    key += name;
    return key;
}

}  // namespace

void Styles::read_part(const Archive& archive, const std::string& part)
{
    if (!archive.has(part)) return;
    EntryReader entry = archive.stream(part);
    XmlLexer lexer([&](char* buffer, std::size_t capacity) { return entry.read(buffer, capacity); }, archive.file(),
                   part, archive.limits());
    for (Token token = lexer.next(); token != Token::finished; token = lexer.next()) {
        if (token != Token::start) continue;
        if (lexer.name() == "styles")
            read(lexer, false);
        else if (lexer.name() == "automatic-styles")
            read(lexer, true);
    }
}

void Styles::read(XmlLexer& lexer, bool automatic)
{
    const std::size_t outer = lexer.depth() - 1;
    for (;;) {
        const Token token = lexer.next();
        if (token == Token::end && lexer.depth() == outer) return;
        if (token != Token::start) continue;
        if (lexer.name() == "style")
            read_style(lexer, automatic);
        else if (lexer.name() == "list-style")
            read_list_style(lexer, std::string(lexer.attribute("name")));
        else if (lexer.name() == "outline-style")
            read_list_style(lexer, {});
        else
            lexer.skip();
    }
}

void Styles::read_style(XmlLexer& lexer, bool automatic)
{
    Raw raw;
    raw.automatic = automatic;
    const std::string name(lexer.attribute("name"));
    // Copied into every paragraph.
    raw.display_name = excerpt(lexer.attribute_or("display-name", name), 255);
    const std::string key = key_of(lexer.attribute("family"), name);
    raw.parent = lexer.attribute("parent-style-name");
    raw.list_style = lexer.attribute("list-style-name");
    if (const std::string_view level = lexer.attribute("default-outline-level"); !level.empty())
        raw.outline_level = to_int(level);
    const std::size_t outer = lexer.depth() - 1;
    for (;;) {
        const Token token = lexer.next();
        if (token == Token::end && lexer.depth() == outer) break;
        if (token != Token::start) continue;
        if (lexer.name() == "text-properties") {
            if (const std::string_view display = lexer.attribute("display"); !display.empty())
                raw.hidden = display == "none";
            const std::string_view type = lexer.attribute("text-line-through-type");
            const std::string_view line = lexer.attribute("text-line-through-style");
            if (!type.empty() || !line.empty()) raw.struck = (type.empty() ? line : type) != "none" && line != "none";
        }
        else if (lexer.name() == "table-properties") {
            if (const std::string_view display = lexer.attribute("display"); !display.empty())
                raw.hidden = display == "false";
        }
        lexer.skip();
    }
    raw_.insert_or_assign(key, std::move(raw));
}

void Styles::read_list_style(XmlLexer& lexer, const std::string& name)
{
    ListStyle& style = lists_[name];
    const std::size_t outer = lexer.depth() - 1;
    for (;;) {
        const Token token = lexer.next();
        if (token == Token::end && lexer.depth() == outer) return;
        if (token != Token::start) continue;
        const int number = to_int(lexer.attribute("level"), 0);
        if (number >= 1 && number <= static_cast<int>(style.size())) {
            ListLevel& level = style[static_cast<std::size_t>(number - 1)];
            level = {};
            level.bullet = lexer.name() == "list-level-style-bullet";
            level.text = excerpt(lexer.attribute("bullet-char"), 20);
            level.format = excerpt(lexer.attribute("num-format"), 20);
            if (level.format.size() == 1 && is_true(lexer.attribute("num-letter-sync"))) level.format += level.format;
            level.prefix = excerpt(lexer.attribute("num-prefix"), 100);
            level.suffix = excerpt(lexer.attribute("num-suffix"), 100);
            if (lexer.has_attribute("num-list-format")) level.whole = excerpt(lexer.attribute("num-list-format"), 200);
            level.start = std::clamp(to_int(lexer.attribute("start-value"), 1), 0, 1'000'000);
            level.display_levels = std::clamp(to_int(lexer.attribute("display-levels"), 1), 1, number);
        }
        lexer.skip();
    }
}

const Style& Styles::style(std::string_view family, std::string_view name) const
{
    const std::string key = key_of(family, name);
    if (const auto known = resolved_.find(key); known != resolved_.end()) return known->second;
    Style style;
    std::optional<bool> hidden, struck;
    std::optional<int> outline_level;
    std::string next = key;
    // A chain longer than this is a circle.
    for (int steps = 0; steps < 64; ++steps) {
        const auto found = raw_.find(next);
        if (found == raw_.end()) break;
        const Raw& raw = found->second;
        if (style.name.empty() && !raw.automatic) style.name = raw.display_name;
        if (style.list_style.empty()) style.list_style = raw.list_style;
        if (!outline_level) outline_level = raw.outline_level;
        if (!hidden) hidden = raw.hidden;
        if (!struck) struck = raw.struck;
        if (raw.parent.empty()) break;
        next = key_of(family, raw.parent);
    }
    style.outline_level = outline_level.value_or(0);
    style.hidden = hidden.value_or(false);
    style.struck = struck.value_or(false);
    return resolved_.emplace(key, std::move(style)).first->second;
}

const ListStyle* Styles::list_style(std::string_view name) const
{
    const auto found = lists_.find(name);
    return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace samsvar::odf
