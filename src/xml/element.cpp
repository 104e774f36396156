#include "xml/element.h"

#include <algorithm>
#include <charconv>

#include "base/module.h"
#include "xml/plain.h"
#include "xml/poco_parser.h"

namespace samsvar::xml {

namespace {

constexpr std::string_view blanks = " \t\r\n";

}  // namespace

Error Element::error(const std::string& message) const
{
    return Error(ErrorCode::malformed, location(), "<" + name + ">: " + message);
}

const std::string* Element::attribute(std::string_view wanted) const
{
    for (const Attribute& known : attributes)
        if (known.name == wanted) return &known.value;
    return nullptr;
}

std::string Element::attribute_or(std::string_view wanted, std::string_view otherwise) const
{
    const std::string* value = attribute(wanted);
    return value ? *value : std::string(otherwise);
}

const std::string& Element::require_attribute(std::string_view wanted) const
{
    const std::string* value = attribute(wanted);
    if (!value || value->empty()) throw error("attribute \"" + std::string(wanted) + "\" is missing or empty");
    return *value;
}

std::optional<double> Element::number_attribute(std::string_view wanted) const
{
    const std::string* value = attribute(wanted);
    if (!value) return std::nullopt;
    double number = 0;
    const auto [end, failure] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (failure != std::errc() || end != value->data() + value->size())
        throw error("attribute \"" + std::string(wanted) + "\" is not a number: \"" + *value + "\"");
    return number;
}

bool Element::flag_attribute(std::string_view wanted, bool otherwise) const
{
    const std::string* value = attribute(wanted);
    if (!value) return otherwise;
    if (*value == "yes") return true;
    if (*value == "no") return false;
    throw error("attribute \"" + std::string(wanted) + "\" must be yes or no, not \"" + *value + "\"");
}

std::vector<std::string> Element::words_attribute(std::string_view wanted) const
{
    std::vector<std::string> words;
    const std::string* value = attribute(wanted);
    if (!value) return words;
    for (std::size_t start = value->find_first_not_of(blanks); start != std::string::npos;) {
        const std::size_t end = value->find_first_of(blanks, start);
        words.push_back(value->substr(start, end == std::string::npos ? end : end - start));
        start = end == std::string::npos ? end : value->find_first_not_of(blanks, end);
    }
    return words;
}

const Element* Element::child(std::string_view wanted) const
{
    for (const Element& known : children)
        if (known.name == wanted) return &known;
    return nullptr;
}

const Element& Element::require_child(std::string_view wanted) const
{
    const Element* found = child(wanted);
    if (!found) throw error("a <" + std::string(wanted) + "> is missing inside it");
    return *found;
}

std::vector<const Element*> Element::all(std::string_view wanted) const
{
    std::vector<const Element*> found;
    for (const Element& known : children)
        if (known.name == wanted) found.push_back(&known);
    return found;
}

std::string Element::trimmed_text() const
{
    std::string folded;
    folded.reserve(text.size());
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (auto at = std::find_if_not(text.begin(), text.end(), is_blank); at != text.end();) {
        const auto end = std::find_if(at, text.end(), is_blank);
        if (!folded.empty()) folded += ' ';
        folded.append(at, end);
        at = std::find_if_not(end, text.end(), is_blank);
    }
    return folded;
}

namespace {
/// "a, b" for a message.
std::string joined(const std::vector<std::string_view>& names)
{
    std::string text;
    for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}
}  // namespace

void Element::allow(const std::vector<std::string_view>& attribute_names,
                    const std::vector<std::string_view>& child_names) const
{
    const auto among = [](const std::vector<std::string_view>& names, const std::string& wanted) {
        return std::find(names.begin(), names.end(), wanted) != names.end();
    };
    for (const Attribute& known : attributes) {
        if (among(attribute_names, known.name) || known.name == "xmlns" || known.name.starts_with("xmlns:")) continue;
        throw error("unknown attribute \"" + known.name + "\"; " +
                    (attribute_names.empty() ? "it takes none" : "allowed: " + joined(attribute_names)));
    }
    // Text between elements is nobody's content: a comment closed too early, or an element left out.
    if (!child_names.empty())
        if (const std::string stray = trimmed_text(); !stray.empty())
            throw error("holds text between its elements: \"" + stray.substr(0, stray.find_first_of(blanks)) + "\"");
    for (const Element& known : children) {
        if (among(child_names, known.name) && known.name_space == name_space) continue;
        throw known.error("does not belong inside <" + name + ">; " +
                          (child_names.empty() ? "it holds no elements" : "allowed: " + joined(child_names)));
    }
}

Element parse(std::string_view content, const std::string& file, const Limits& limits)
{
    if (content.size() > limits.own_xml_bytes)
        throw Error(ErrorCode::limit_exceeded, {file, {}, 0, 0},
                    "the file is larger than " + std::to_string(limits.own_xml_bytes >> 20) + " MiB");
    if (std::optional<Element> plain = parse_plain(content, file, limits)) return std::move(*plain);
    return parse_with_poco(content, file, limits);
}

Element parse_with_poco(std::string_view content, const std::string& file, const Limits& limits)
{
    const auto parse =
        reinterpret_cast<PocoFunction>(module_function(poco_module, poco_function, "reads XML of every kind"));
    Element parsed;
    parse(content, file, limits, parsed);
    return parsed;
}

}  // namespace samsvar::xml
