#include "ooxml/styles.h"

#include <map>

#include "archive/xml_tree.h"

namespace samsvar::ooxml {

CellStyles::CellStyles(const Package& package, const std::string& part)
{
    const XmlTree tree(package, part);
    std::map<int, std::string_view> codes;
    for (const pugi::xml_node format : child(tree.root(), "numFmts").children())
        codes[to_int(attribute(format, "numFmtId"), -1)] = attribute(format, "formatCode");
    std::vector<bool> struck_fonts;
    for (const pugi::xml_node font : child(tree.root(), "fonts").children())
        struck_fonts.push_back(is_on(font, "strike"));
    std::map<int, std::size_t> compiled;
    for (const pugi::xml_node style : child(tree.root(), "cellXfs").children()) {
        const int id = to_int(attribute(style, "numFmtId"));
        const auto custom = codes.find(id);
        const char* built_in = built_in_format(id);
        const std::string_view code = custom != codes.end() ? custom->second : built_in ? built_in : "General";
        const auto [known, fresh] = compiled.emplace(id, formats_.size());
        if (fresh) formats_.emplace_back(code);
        format_of_style_.push_back(known->second);
        is_general_.push_back(code == "General");
        changes_text_.push_back(formats_[known->second].changes_text());
        const auto font = static_cast<std::size_t>(to_int(attribute(style, "fontId")));
        struck_.push_back(font < struck_fonts.size() && struck_fonts[font]);
    }
}

const NumberFormat& CellStyles::format(std::size_t style) const
{
    return style < format_of_style_.size() ? formats_[format_of_style_[style]] : general_;
}

}  // namespace samsvar::ooxml
