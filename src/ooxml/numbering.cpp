#include "ooxml/numbering.h"

#include <algorithm>

#include "archive/element_tree.h"
#include "ooxml/list_numbers.h"
#include "ooxml/symbols.h"

namespace samsvar::ooxml {

Numbering::Level Numbering::read_level(XmlNode node)
{
    Level level;
    level.defined = true;
    if (const XmlNode start = child(node, "start"))
        level.start = to_int(attribute(start, "val"), 1);
    else
        level.start = 0;
    if (const XmlNode restart = child(node, "lvlRestart")) level.restart = to_int(attribute(restart, "val"), -1);
    level.legal = is_on(node, "isLgl");
    XmlNode format = child(node, "numFmt");
    if (!format) {
        // Formats newer than the standard stand in mc:AlternateContent; its choice is the one Word uses.
        const XmlNode alternate = child(node, "AlternateContent");
        format = child(child(alternate, "Choice"), "numFmt");
    }
    if (format) {
        level.format = attribute(format, "val", "decimal");
        level.custom_format = attribute(format, "format");
    }
    level.text = excerpt(child_value(node, "lvlText"), 255);  // copied into every paragraph of the list
    level.style = child_value(node, "pStyle");
    const XmlNode fonts = child(child(node, "rPr"), "rFonts");
    level.font = attribute(fonts, "ascii", attribute(fonts, "hAnsi"));
    return level;
}

Numbering::Numbering(const Package& package, const std::string& part, const DocumentStyles& styles)
{
    const ElementTree tree(package, part);
    for (const XmlNode node : tree.root().children()) {
        if (local_name(node) == "abstractNum") {
            Definition definition;
            definition.number_style = child_value(node, "numStyleLink");
            definition.style_link = child_value(node, "styleLink");
            for (const XmlNode lvl : node.children()) {
                const int index = to_int(attribute(lvl, "ilvl"), -1);
                if (local_name(lvl) == "lvl" && index >= 0 && index < levels)
                    definition.level[static_cast<std::size_t>(index)] = read_level(lvl);
            }
            definitions_.emplace(to_int(attribute(node, "abstractNumId"), -1), std::move(definition));
        }
        else if (local_name(node) == "num") {
            List list;
            list.definition = to_int(child_value(node, "abstractNumId"), -1);
            list.start_override.fill(-1);
            for (const XmlNode given : node.children()) {
                const int index = to_int(attribute(given, "ilvl"), -1);
                if (local_name(given) != "lvlOverride" || index < 0 || index >= levels) continue;
                if (const XmlNode start = child(given, "startOverride"))
                    list.start_override[static_cast<std::size_t>(index)] = to_int(attribute(start, "val"), 0);
                if (const XmlNode lvl = child(given, "lvl")) list.level_override[index] = read_level(lvl);
            }
            lists_.emplace(to_int(attribute(node, "numId"), -1), std::move(list));
        }
    }
    resolve_style_links(styles);
}

/// A definition that only names a list style is the one that style's own list uses (17.9.21).
void Numbering::resolve_style_links(const DocumentStyles& styles)
{
    for (auto& [number, list] : lists_) {
        for (int followed = 0; followed < 8; ++followed) {
            const auto definition = definitions_.find(list.definition);
            if (definition == definitions_.end() || definition->second.number_style.empty()) break;
            const std::string& wanted = definition->second.number_style;
            const auto linked = lists_.find(styles.style(wanted).number_id);
            if (linked != lists_.end() && linked->second.definition != list.definition) {
                list.definition = linked->second.definition;
                continue;
            }
            const auto owner = std::find_if(definitions_.begin(), definitions_.end(),
                                            [&](const auto& entry) { return entry.second.style_link == wanted; });
            if (owner == definitions_.end()) break;
            list.definition = owner->first;
        }
    }
}

const Numbering::Level& Numbering::level_of(const List& list, int level) const
{
    if (const auto own = list.level_override.find(level); own != list.level_override.end()) return own->second;
    static const Level none;
    const auto definition = definitions_.find(list.definition);
    return definition == definitions_.end() ? none : definition->second.level[static_cast<std::size_t>(level)];
}

void Numbering::count(List& list, Counters& counters, int level) const
{
    if (!list.started) {
        list.started = true;
        for (int i = 0; i < levels; ++i)
            if (list.start_override[static_cast<std::size_t>(i)] >= 0)
                counters.used[static_cast<std::size_t>(i)] = false;
    }
    const auto start_of = [&](int i) {
        const int given = list.start_override[static_cast<std::size_t>(i)];
        return given >= 0 ? given : level_of(list, i).start;
    };
    for (int i = 0; i < level; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (counters.used[at]) continue;
        // A level that was jumped over shows its first number, and has used it up.
        counters.used[at] = true;
        counters.value[at] = start_of(i);
    }
    const auto own = static_cast<std::size_t>(level);
    counters.value[own] = counters.used[own] ? std::min(counters.value[own], 2'000'000'000) + 1 : start_of(level);
    counters.used[own] = true;
    for (int i = level + 1; i < levels; ++i) {
        const int restart = level_of(list, i).restart;
        if (restart == -1 || (restart > 0 && level < restart)) counters.used[static_cast<std::size_t>(i)] = false;
    }
}

std::string Numbering::next_label(int number_id, int level)
{
    const auto found = lists_.find(number_id);
    if (found == lists_.end() || level < 0 || level >= levels) return {};
    List& list = found->second;
    const Level& own = level_of(list, level);
    if (!own.defined) return {};
    Counters& counters = counters_[list.definition];
    count(list, counters, level);
    if (own.text.find_first_not_of(' ') == std::string::npos) return {};  // indented like the list, without a mark
    if (own.format == "bullet") return bullet_text(own.font, own.text);
    std::string label;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        if (own.text[i] != '%' || i + 1 >= own.text.size() || own.text[i + 1] < '1' || own.text[i + 1] > '9') {
            label += own.text[i];
            continue;
        }
        const int shown = own.text[++i] - '1';
        const Level& part = level_of(list, shown);
        const bool bullet = part.format == "bullet";
        if (shown > level || bullet) continue;
        const bool legal = own.legal && part.format != "none" && part.format != "decimalZero";
        label +=
            number_in_format(counters.value[static_cast<std::size_t>(shown)],
                             legal ? std::string_view("decimal") : std::string_view(part.format), part.custom_format);
    }
    return is_symbol_font(own.font) ? text_in_symbol_font(own.font, label) : label;
}

int Numbering::level_of_style(int number_id, std::string_view style_id) const
{
    const auto found = lists_.find(number_id);
    if (found == lists_.end() || style_id.empty()) return -1;
    for (int i = 0; i < levels; ++i)
        if (level_of(found->second, i).style == style_id) return i;
    return -1;
}

}  // namespace samsvar::ooxml
