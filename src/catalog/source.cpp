#include "catalog/source.h"

#include "base/files.h"
#include "text/pattern.h"

namespace samsvar::catalog {

xml::Element read_root(const std::filesystem::path& path, const std::string& shown, std::string_view name)
{
    const Limits limits;
    xml::Element root = xml::parse(read_file(path, limits.own_xml_bytes), shown, limits);
    require_root(root, name);
    return root;
}

void require_root(const xml::Element& root, std::string_view name)
{
    const std::string name_space = "urn:samsvar:" + std::string(name) + ":1";
    if (root.name != name || root.name_space != name_space)
        throw root.error("not a " + std::string(name) + " file; the root must be <" + std::string(name) + " xmlns=\"" +
                         name_space + "\">");
}

const std::string& read_id(const xml::Element& element, std::string_view attribute)
{
    const std::string& id = element.require_attribute(attribute);
    if (id.find_first_of(" \t\r\n") != std::string::npos)
        throw element.error("attribute \"" + std::string(attribute) + "\" must not hold blanks: \"" + id + "\"");
    return id;
}

void refuse_second(const xml::Element& element, const std::string& what, int first_line, const std::string& first_file)
{
    const std::string first = first_file.empty() || first_file == element.file
                                  ? "line " + std::to_string(first_line)
                                  : first_file + ':' + std::to_string(first_line);
    throw element.error("a second " + what + "; the first is at " + first);
}

std::string read_pattern(const xml::Element& element)
{
    std::string pattern = element.trimmed_text();
    try {
        const text::Regex compiled(pattern, {element.file, element.line});
    }
    catch (const Error& failure) {
        // The same complaint with the column and the element's name.
        throw element.error(failure.message());
    }
    return pattern;
}

}  // namespace samsvar::catalog
