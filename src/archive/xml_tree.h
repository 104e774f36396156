#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "archive/archive.h"
#include "archive/xml_lexer.h"
#include "archive/xml_values.h"

namespace samsvar::archive {

/// A part held as a tree. It was read once by XmlLexer before, so it is well formed and no deeper than the limit:
/// walks may recurse.
class XmlTree {
public:
    /// What becomes of text that is nothing but white space: kept where it is all an element has, or everywhere.
    enum class Blanks { alone, all };

    /// Throws Error: malformed, unsupported, limit_exceeded.
    XmlTree(const Archive& archive, const std::string& part, Blanks blanks = Blanks::alone);

    pugi::xml_node root() const { return document_.document_element(); }

private:
    std::string content_;
    pugi::xml_document document_;
};

/// The part of a zero-terminated qualified name after its prefix, in one pass: walks ask for it all the time.
inline std::string_view local_part(const char* qualified)
{
    const char* begin = qualified;
    const char* at = qualified;
    for (; *at; ++at)
        if (*at == ':') begin = at + 1;
    return {begin, static_cast<std::size_t>(at - begin)};
}

inline std::string_view local_name(pugi::xml_node node)
{
    return local_part(node.name());
}

inline bool is_element(pugi::xml_node node)
{
    return node.type() == pugi::node_element;
}

/// First child element by local name; null node when absent.
pugi::xml_node child(pugi::xml_node node, std::string_view local);
/// Attribute value by local name; `absent` when there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local, std::string_view absent = {});
bool has_attribute(pugi::xml_node node, std::string_view local);
/// attribute(child(node, local), "val"): how WordprocessingML writes most properties.
std::string_view child_value(pugi::xml_node node, std::string_view local);
/// An on/off property as ECMA-376 part 1, 17.17.4 has it: present without a value means on.
bool is_on(pugi::xml_node node, std::string_view local);

}  // namespace samsvar::archive
