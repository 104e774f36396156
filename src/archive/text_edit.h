#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::archive {

/// One change of a part: `removed` bytes from `at` on give way to `inserted`.
struct TextEdit {
    std::size_t at = 0;
    std::size_t removed = 0;
    std::string inserted;
};

/// `content` with the edits made; their places are those in `content`. Edits of the same place come out in the order
/// they are given in; what one removes must not reach into another (asserted).
std::string edited(std::string_view content, std::vector<TextEdit> edits);

/// Where an element stands in the text of a part.
struct ElementSpan {
    std::string_view name;       ///< qualified, as written
    std::size_t begin = 0;       ///< of its start tag
    std::size_t inside = 0;      ///< past the start tag
    std::size_t inside_end = 0;  ///< where its end tag begins; the same as `inside` for an empty element
    std::size_t end = 0;         ///< past the element
    bool closed = false;         ///< written as one tag: <w:p/>

    /// "w:", or "" without a prefix.
    std::string_view prefix() const;
};

/// The element whose start tag begins at `begin`. `content` must be well formed (XmlTree or XmlLexer has read it): of
/// what is not, only that it does not end is noticed. Throws Error(malformed) without a place.
ElementSpan element_at(std::string_view content, std::size_t begin);

/// The elements straight below one, in their order. Same conditions.
std::vector<ElementSpan> children_of(std::string_view content, const ElementSpan& parent);

/// The root element. Same conditions.
ElementSpan root_of(std::string_view content);

/// First child by local name, or nothing: then `name` of what is given is empty.
ElementSpan child_of(std::string_view content, const ElementSpan& parent, std::string_view local);

/// An attribute as it stands in a start tag.
struct AttributeSpan {
    std::string_view name;   ///< qualified
    std::string_view value;  ///< as written, entities and all
    std::size_t begin = 0;   ///< of the name
    std::size_t value_begin = 0;
    std::size_t end = 0;  ///< past the closing quote
};

/// The attributes of an element, in their order.
std::vector<AttributeSpan> attributes_of(std::string_view content, const ElementSpan& element);

/// The value of the attribute with that qualified name, as written; `absent` when there is none.
std::string_view attribute_of(std::string_view content, const ElementSpan& element, std::string_view name,
                              std::string_view absent = {});

/// An edit that puts `added` in front of the end tag of an element, whichever way it is written.
TextEdit append_to(const ElementSpan& element, const std::string& added);

/// An edit that gives an attribute a value, whether it is there or not. `value` must need no escaping.
TextEdit set_attribute(std::string_view content, const ElementSpan& element, const std::string& name,
                       const std::string& value);

/// Text as XML writes it, in content and in attributes; what XML cannot hold becomes U+FFFD.
std::string escaped_xml(std::string_view text);

}  // namespace samsvar::archive
