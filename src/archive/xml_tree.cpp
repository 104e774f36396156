#include "archive/xml_tree.h"

#include "archive/xml_plain.h"
#include "base/error.h"

namespace samsvar::archive {

XmlTree::XmlTree(const Archive& archive, const std::string& part, Blanks blanks) : content_(archive.read(part))
{
    // pugixml is forgiving and recurses when it frees a tree: depth, nesting, entities and UTF-8 are checked first.
    if (!is_plain_xml(content_, archive.limits())) {
        XmlLexer lexer(content_, archive.file(), part, archive.limits());
        while (lexer.next() != XmlLexer::Token::finished) {
        }
    }
    const unsigned flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_eol |
                           (blanks == Blanks::all ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
    const pugi::xml_parse_result result =
        document_.load_buffer_inplace(content_.data(), content_.size(), flags, pugi::encoding_utf8);
    if (!result)
        throw Error(ErrorCode::malformed, {archive.file(), part, 0, 0},
                    std::string("the part is not well-formed XML (") + result.description() + ")");
}

pugi::xml_node child(pugi::xml_node node, std::string_view local)
{
    for (pugi::xml_node next = node.first_child(); next; next = next.next_sibling())
        if (local_name(next) == local) return next;
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view local, std::string_view absent)
{
    for (pugi::xml_attribute next = node.first_attribute(); next; next = next.next_attribute())
        if (local_part(next.name()) == local) return next.value();
    return absent;
}

bool has_attribute(pugi::xml_node node, std::string_view local)
{
    for (pugi::xml_attribute next = node.first_attribute(); next; next = next.next_attribute())
        if (local_part(next.name()) == local) return true;
    return false;
}

std::string_view child_value(pugi::xml_node node, std::string_view local)
{
    return attribute(child(node, local), "val");
}

bool is_on(pugi::xml_node node, std::string_view local)
{
    const pugi::xml_node property = child(node, local);
    return property && is_true(attribute(property, "val", "1"));
}

}  // namespace samsvar::archive
