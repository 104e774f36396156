#include "ooxml/equation.h"

namespace samsvar::ooxml {

namespace {

class Equation {
public:
    explicit Equation(bool original) : original_(original) {}

    /// Depth is bounded by Limits::xml_depth: the tree was checked when it was read.
    std::string children(XmlNode node) const
    {
        std::string text;
        for (const XmlNode next : node.children()) {
            if (text.size() > limit) break;  // the paragraph it goes into is refused
            if (next.is_element()) text += element(next, local_name(next));
        }
        return text;
    }

private:
    static constexpr std::size_t limit = 1u << 20;

    std::string part(XmlNode node, std::string_view local) const { return children(child(node, local)); }
    std::string element(XmlNode node, std::string_view name) const;
    std::string delimited(XmlNode node) const;
    std::string large_operator(XmlNode node) const;
    std::string matrix(XmlNode node) const;

    bool original_;
};

/// Whether the text is one pair of brackets and what is in it.
bool is_bracketed(std::string_view text)
{
    if (!text.starts_with('(') || !text.ends_with(')')) return false;
    int open = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (open == 0) return false;
    }
    return true;
}

/// One character, number or pair of brackets needs no further ones.
bool is_single(std::string_view text)
{
    if (is_bracketed(text)) return true;
    std::size_t characters = 0;
    bool alike = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) ++characters;
        const bool digit = c >= '0' && c <= '9';
        alike = alike && (digit || c == '.');
    }
    return characters <= 1 || alike;
}

std::string grouped(const std::string& text)
{
    return is_single(text) ? text : '(' + text + ')';
}

std::string Equation::element(XmlNode node, std::string_view name) const
{
    if (name == "t" || name == "delText") {
        std::string text;
        for (const XmlNode piece : node.children()) text += piece.value();
        return text;
    }
    if (name == "del" || name == "moveFrom") return original_ ? children(node) : std::string();
    if (name == "ins" || name == "moveTo") return original_ ? std::string() : children(node);
    if (name.ends_with("Pr")) return {};
    if (name == "f") {
        const std::string above = part(node, "num");
        const std::string below = part(node, "den");
        const std::string_view type = child_value(child(node, "fPr"), "type");
        if (type == "noBar") return above + " over " + below;
        return grouped(above) + '/' + grouped(below);
    }
    if (name == "sSup") return part(node, "e") + '^' + grouped(part(node, "sup"));
    if (name == "sSub") return part(node, "e") + '_' + grouped(part(node, "sub"));
    if (name == "sSubSup") return part(node, "e") + '_' + grouped(part(node, "sub")) + '^' + grouped(part(node, "sup"));
    if (name == "sPre")
        return '_' + grouped(part(node, "sub")) + '^' + grouped(part(node, "sup")) + ' ' + part(node, "e");
    if (name == "rad") {
        const std::string degree = part(node, "deg");
        const std::string inside = part(node, "e");
        if (degree.empty() || degree == "2") return "√" + grouped(inside);
        if (degree == "3") return "∛" + grouped(inside);
        return "√(" + degree + '&' + inside + ')';
    }
    if (name == "nary") return large_operator(node);
    if (name == "d") return delimited(node);
    if (name == "func") return part(node, "fName") + ' ' + part(node, "e");
    if (name == "limLow") return part(node, "e") + "_" + grouped(part(node, "lim"));
    if (name == "limUpp") return part(node, "e") + "^" + grouped(part(node, "lim"));
    if (name == "m") return matrix(node);
    if (name == "eqArr") {
        std::string lines;
        for (const XmlNode line : node.children())
            if (local_name(line) == "e") lines += (lines.empty() ? "" : "; ") + children(line);
        return lines;
    }
    if (name == "acc") {
        // Without a character of its own it is a circumflex (22.1.2.20).
        const XmlNode character = child(child(node, "accPr"), "chr");
        return part(node, "e") + std::string(character ? attribute(character, "val") : "\xCC\x82");
    }
    if (name == "br" || name == "cr") return " ";
    return children(node);
}

std::string Equation::delimited(XmlNode node) const
{
    const XmlNode properties = child(node, "dPr");
    const auto character = [&](const char* local, const char* absent) {
        const XmlNode given = child(properties, local);
        return std::string(given ? attribute(given, "val") : absent);
    };
    std::string text;
    bool first = true;
    for (const XmlNode inside : node.children()) {
        if (local_name(inside) != "e") continue;
        if (!first) text += character("sepChr", "|");
        first = false;
        text += children(inside);
    }
    return character("begChr", "(") + text + character("endChr", ")");
}

std::string Equation::large_operator(XmlNode node) const
{
    const XmlNode properties = child(node, "naryPr");
    const XmlNode character = child(properties, "chr");
    std::string text(character ? attribute(character, "val") : "∫");
    if (const std::string below = part(node, "sub"); !below.empty()) text += '_' + grouped(below);
    if (const std::string above = part(node, "sup"); !above.empty()) text += '^' + grouped(above);
    return text + ' ' + part(node, "e");
}

std::string Equation::matrix(XmlNode node) const
{
    std::string rows;
    for (const XmlNode row : node.children()) {
        if (local_name(row) != "mr") continue;
        std::string cells;
        for (const XmlNode cell : row.children())
            if (local_name(cell) == "e") cells += (cells.empty() ? "" : ", ") + children(cell);
        rows += (rows.empty() ? "" : "; ") + cells;
    }
    return '[' + rows + ']';
}

}  // namespace

std::string equation_text(XmlNode equation, bool original)
{
    return Equation(original).children(equation);
}

}  // namespace samsvar::ooxml
