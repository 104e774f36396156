#include "ooxml/drawing_texts.h"

#include <algorithm>
#include <vector>

namespace samsvar::ooxml {

namespace {

constexpr std::size_t line_limit = 2000;
constexpr std::size_t text_limit = 64u << 10;

/// Depth is bounded by Limits::xml_depth: the tree was checked when it was read.
template <typename Visit>
void for_each_below(pugi::xml_node node, std::string_view local, const Visit& visit)
{
    for (const pugi::xml_node next : node.children()) {
        if (next.type() != pugi::node_element) continue;
        if (local_name(next) == local)
            visit(next);
        else
            for_each_below(next, local, visit);
    }
}

class Lines {
public:
    void add(std::string_view line, bool repeated = true)
    {
        const auto begin = line.find_first_not_of(" \t\n\r");
        if (begin == std::string_view::npos || lines_.size() >= line_limit || size_ > text_limit) return;
        line = line.substr(begin, line.find_last_not_of(" \t\n\r") - begin + 1);
        if (!repeated && std::find(lines_.begin(), lines_.end(), line) != lines_.end()) return;
        size_ += line.size();
        lines_.emplace_back(line);
    }

    std::string text() const
    {
        std::string text;
        for (const std::string& line : lines_) text += (text.empty() ? "" : "\n") + line;
        return text;
    }

private:
    std::vector<std::string> lines_;
    std::size_t size_ = 0;
};

std::string paragraph_text(pugi::xml_node paragraph)
{
    std::string text;
    for (const pugi::xml_node run : paragraph.children()) {
        const std::string_view name = local_name(run);
        if (name == "br")
            text += ' ';
        else if (name == "AlternateContent")
            text += paragraph_text(child(run, "Choice"));
        else
            for (const pugi::xml_node piece : child(run, "t").children()) text += piece.value();
    }
    return text;
}

void add_paragraphs(pugi::xml_node node, Lines& lines, bool repeated = true)
{
    for_each_below(node, "p", [&](pugi::xml_node paragraph) { lines.add(paragraph_text(paragraph), repeated); });
}

/// Texts that a chart keeps of the cells it was made from.
void add_cached(pugi::xml_node node, Lines& lines)
{
    for_each_below(node, "v", [&](pugi::xml_node value) { lines.add(value.child_value(), false); });
    // Charts of later versions (cx:) keep them as points.
    for_each_below(node, "pt", [&](pugi::xml_node point) { lines.add(point.child_value(), false); });
}

}  // namespace

std::string paragraph_lines(pugi::xml_node node)
{
    Lines lines;
    add_paragraphs(node, lines);
    return lines.text();
}

std::string chart_text(pugi::xml_node root)
{
    Lines lines;
    for_each_below(root, "title", [&](pugi::xml_node title) {
        add_paragraphs(title, lines, false);
        add_cached(title, lines);
    });
    const auto add_series = [&](pugi::xml_node series) {
        const pugi::xml_node text = child(series, "tx");
        add_paragraphs(text, lines, false);
        add_cached(text, lines);
    };
    for_each_below(root, "ser", add_series);
    for_each_below(root, "series", add_series);
    for_each_below(root, "cat", [&](pugi::xml_node categories) { add_cached(categories, lines); });
    for_each_below(root, "strDim", [&](pugi::xml_node categories) { add_cached(categories, lines); });
    return lines.text();
}

std::string diagram_text(pugi::xml_node root)
{
    Lines lines;
    for_each_below(root, "pt", [&](pugi::xml_node point) {
        if (!is_true(attribute(child(point, "prSet"), "phldr"))) add_paragraphs(child(point, "t"), lines);
    });
    return lines.text();
}

}  // namespace samsvar::ooxml
