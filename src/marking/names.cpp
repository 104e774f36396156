#include "marking/names.h"

namespace samsvar::marking {

Names names_beside(std::string_view content, const archive::ElementSpan& root, std::string_view neighbour_prefix,
                   std::string_view otherwise)
{
    Names names;
    const std::string bound = neighbour_prefix.empty()
                                  ? "xmlns"
                                  : "xmlns:" + std::string(neighbour_prefix.substr(0, neighbour_prefix.size() - 1));
    names.name_space = archive::attribute_of(content, root, bound, otherwise);
    names.prefix = neighbour_prefix;
    if (neighbour_prefix.empty()) {
        names.prefix = "samsvar:";
        names.declaration = " xmlns:samsvar=\"" + names.name_space + '"';
    }
    return names;
}

std::string prefix_of(std::string_view content, const archive::ElementSpan& root, std::string_view name_space)
{
    for (const archive::AttributeSpan& attribute : archive::attributes_of(content, root))
        if (attribute.name.starts_with("xmlns:") && attribute.value == name_space)
            return std::string(attribute.name.substr(6)) + ':';
    return {};
}

bool is_strict(std::string_view name_space)
{
    return name_space.starts_with("http://purl.oclc.org/ooxml/");
}

std::string office_relationships(bool strict)
{
    return strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                  : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
}

}  // namespace samsvar::marking
