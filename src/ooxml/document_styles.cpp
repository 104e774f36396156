#include "ooxml/document_styles.h"

#include <vector>

#include "archive/element_tree.h"

namespace samsvar::ooxml {

namespace {

struct Raw {
    XmlNode node;
    std::string based_on;
};

/// Lays what a style itself says over what it is based on.
void apply(XmlNode node, DocumentStyle& style)
{
    style.name = excerpt(child_value(node, "name"), 255);  // copied into every paragraph
    const XmlNode paragraph = child(node, "pPr");
    if (const XmlNode level = child(paragraph, "outlineLvl"))
        style.outline_level = to_int(attribute(level, "val"), 9);
    if (const XmlNode number = child(paragraph, "numPr")) {
        if (const XmlNode id = child(number, "numId")) style.number_id = to_int(attribute(id, "val"));
        if (const XmlNode level = child(number, "ilvl")) style.list_level = to_int(attribute(level, "val"));
    }
    const XmlNode run = child(node, "rPr");
    if (child(run, "vanish")) style.hidden = is_on(run, "vanish");
    if (child(run, "strike") || child(run, "dstrike")) style.struck = is_on(run, "strike") || is_on(run, "dstrike");
}

}  // namespace

DocumentStyles::DocumentStyles(const Package& package, const std::string& part)
{
    const ElementTree tree(package, part);
    std::map<std::string, Raw, std::less<>> raw;
    for (const XmlNode node : tree.root().children()) {
        if (local_name(node) != "style") continue;
        const std::string id(attribute(node, "styleId"));
        raw.emplace(id, Raw{node, std::string(child_value(node, "basedOn"))});
        if (attribute(node, "type") == "paragraph" && is_true(attribute(node, "default"))) default_paragraph_ = id;
    }
    for (const auto& [id, own] : raw) {
        std::vector<const Raw*> chain{&own};
        // A chain longer than this is a circle.
        while (chain.size() < 64) {
            const auto base = raw.find(chain.back()->based_on);
            if (base == raw.end() || chain.back()->based_on.empty()) break;
            chain.push_back(&base->second);
        }
        DocumentStyle style;
        for (auto next = chain.rbegin(); next != chain.rend(); ++next) apply((*next)->node, style);
        styles_.emplace(id, std::move(style));
    }
}

const DocumentStyle& DocumentStyles::style(std::string_view id) const
{
    const auto found = styles_.find(id);
    if (found != styles_.end()) return found->second;
    DocumentStyle unknown;
    unknown.name = excerpt(id, 255);
    return styles_.emplace(id, std::move(unknown)).first->second;
}

int heading_level(int outline_level, std::string_view style_name)
{
    if (outline_level >= 0 && outline_level <= 8) return outline_level + 1;
    // Asked for every paragraph; hardly any style's name begins like these.
    const std::size_t first = style_name.find_first_not_of(" -_");
    if (first == std::string_view::npos || std::string_view("tThH").find(style_name[first]) == std::string_view::npos)
        return 0;
    std::string name;
    for (const char c : ascii_lower(style_name))
        if (c != ' ' && c != '-' && c != '_') name += c;
    if (name == "title") return 10;
    if (outline_level > 8) return 0;
    if (name.size() == 8 && name.starts_with("heading") && name[7] >= '1' && name[7] <= '9') return name[7] - '0';
    return 0;
}

}  // namespace samsvar::ooxml
