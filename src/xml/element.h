#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/limits.h"

namespace samsvar::xml {

struct Attribute {
    std::string name;  ///< as written, prefix included (xml:lang)
    std::string value;
};

/// An element of one of our own XML files (catalogue, form, lexicon, report layout), with its line and column, so
/// that every complaint about it can name the place. Plain value; the children are owned.
class Element {
public:
    std::string name;        ///< local name
    std::string name_space;  ///< namespace URI, "" when none
    std::string file;        ///< shared by the whole tree
    int line = 0;
    int column = 0;
    std::vector<Attribute> attributes;
    std::vector<Element> children;
    std::string text;         ///< character data directly inside, in order, child elements left out
    std::size_t text_at = 0;  ///< how much of the parent's text stands before it: the order of mixed content

    Location location() const { return {file, {}, line, column}; }
    /// Error(malformed) at this element: "<requirement>: message".
    Error error(const std::string& message) const;

    /// The attribute, or null.
    const std::string* attribute(std::string_view wanted) const;
    std::string attribute_or(std::string_view wanted, std::string_view otherwise) const;
    /// Throws Error(malformed) naming the element and the attribute when it is missing or empty.
    const std::string& require_attribute(std::string_view wanted) const;
    /// Throws Error(malformed) when the attribute is not a number; nothing when it is missing.
    std::optional<double> number_attribute(std::string_view wanted) const;
    /// "yes" or "no"; throws Error(malformed) on anything else; `otherwise` when missing.
    bool flag_attribute(std::string_view wanted, bool otherwise) const;
    /// Blank-separated words of the attribute; empty when missing.
    std::vector<std::string> words_attribute(std::string_view wanted) const;

    /// First child with that name, or null.
    const Element* child(std::string_view wanted) const;
    const Element& require_child(std::string_view wanted) const;
    std::vector<const Element*> all(std::string_view wanted) const;
    /// text with runs of white space folded to one blank and trimmed.
    std::string trimmed_text() const;
    /// Throws Error(malformed) at the first attribute or child not in the lists, naming what is allowed: typing errors
    /// must not be silent. Children must be of this element's namespace, and no text may stand between them.
    void allow(const std::vector<std::string_view>& attribute_names,
               const std::vector<std::string_view>& child_names) const;
};

/// Parses `content` with Poco's SAX parser, or faster where nothing in it needs one (see plain.h). Refuses a DOCTYPE,
/// external entities, more than limits.own_xml_bytes, limits.xml_depth and limits.xml_attributes. Throws
/// Error(malformed | limit_exceeded) with file, line and column.
Element parse(std::string_view content, const std::string& file, const Limits& limits = {});
/// The same by Poco's parser alone.
Element parse_with_poco(std::string_view content, const std::string& file, const Limits& limits = {});

}  // namespace samsvar::xml
