// Catalogues (catalogs/*.xml, catalogs/catalog.xsd) and mappings (catalogs/mappings/*.xml, catalogs/mapping.xsd).
#include "catalog/load.h"

#include <map>
#include <set>
#include <type_traits>

#include "catalog/requirement.h"
#include "catalog/source.h"
#include "xml/values.h"

namespace samsvar::catalog {

namespace {

/// The attribute parent, which must name an earlier one: so nothing can be inside itself.
std::string read_parent(const xml::Element& element, const std::map<std::string, int>& earlier, const std::string& what)
{
    if (!element.attribute("parent")) return {};
    const std::string& parent = read_id(element, "parent");
    if (!earlier.count(parent))
        throw element.error("attribute \"parent\" names no " + what + " that stands before this one: \"" + parent +
                            "\"");
    return parent;
}

/// Groups and conditions: an id and a title; groups may stand in an earlier group.
template <typename Named>
std::vector<Named> read_named(const xml::Element& root, const std::string& name)
{
    constexpr bool nests = std::is_same_v<Named, model::Group>;
    std::vector<Named> all;
    std::map<std::string, int> lines;
    for (const xml::Element* element : root.all(name)) {
        if constexpr (nests)
            element->allow({"id", "parent"}, {"title", "oscal"});
        else
            element->allow({"id"}, {"title"});
        Named one{read_id(*element), xml::read_texts(*element, "title")};
        if constexpr (nests) one.parent = read_parent(*element, lines, name);
        if (one.title.empty()) throw element->error("a <title> is missing inside it");
        const auto [known, fresh] = lines.emplace(one.id, element->line);
        if (!fresh) refuse_second(*element, name + " \"" + one.id + "\"", known->second);
        all.push_back(std::move(one));
    }
    return all;
}

template <typename Named>
std::set<std::string> ids_of(const std::vector<Named>& all)
{
    std::set<std::string> ids;
    for (const Named& one : all) ids.insert(one.id);
    return ids;
}

/// A condition that is a typing error would switch its requirement off for ever, without a word.
void check_conditions(const xml::Element& element, const std::set<std::string>& declared)
{
    for (const xml::Element* condition : element.all("condition"))
        if (const std::string& id = condition->require_attribute("id"); !declared.count(id))
            throw condition->error("attribute \"id\" names no condition of this catalogue: \"" + id +
                                   "\"; declare it as <condition id=\"" + id + "\"> before the groups");
    for (const xml::Element* part : element.all("part")) check_conditions(*part, declared);
}

}  // namespace

model::Catalog load(const std::filesystem::path& path, const std::string& shown)
{
    return read(read_root(path, shown, "catalog"));
}

model::Catalog read(const xml::Element& root)
{
    require_root(root, "catalog");
    root.allow({"id", "version"}, {"title", "note", "condition", "group", "requirement", "oscal"});
    model::Catalog catalog;
    catalog.id = read_id(root);
    catalog.version = root.require_attribute("version");
    catalog.title = xml::read_texts(root, "title");
    catalog.note = xml::read_texts(root, "note");
    catalog.origin = {root.file, root.line};
    if (catalog.title.empty()) throw root.error("a <title> is missing inside it");
    catalog.conditions = read_named<model::Condition>(root, "condition");
    catalog.groups = read_named<model::Group>(root, "group");
    const std::set<std::string> conditions = ids_of(catalog.conditions);
    const std::set<std::string> groups = ids_of(catalog.groups);

    std::map<std::string, int> lines;
    for (const xml::Element* element : root.all("requirement")) {
        model::Requirement requirement = read_requirement(*element);
        requirement.parent = read_parent(*element, lines, "requirement");
        const auto [known, fresh] = lines.emplace(requirement.id, element->line);
        if (!fresh) refuse_second(*element, "requirement \"" + requirement.id + "\"", known->second);
        if (element->attribute("group") && !groups.count(requirement.group))
            throw element->error("attribute \"group\" names no group of this catalogue: \"" + requirement.group + "\"");
        check_conditions(*element, conditions);
        catalog.requirements.push_back(std::move(requirement));
    }
    if (catalog.requirements.empty()) throw root.error("a <requirement> is missing inside it");
    return catalog;
}

std::vector<model::Mapping> load_mappings(const std::filesystem::path& path, const std::string& shown)
{
    return read_mappings(read_root(path, shown, "mapping"));
}

std::vector<model::Mapping> read_mappings(const xml::Element& root)
{
    require_root(root, "mapping");
    root.allow({"from-catalog", "to-catalog"}, {"map"});
    const std::string& from = read_id(root, "from-catalog");
    const std::string& to = read_id(root, "to-catalog");
    std::vector<model::Mapping> mappings;
    std::map<std::pair<std::string, std::string>, int> lines;
    for (const xml::Element* element : root.all("map")) {
        element->allow({"from", "to", "relation", "note"}, {});
        model::Mapping read;
        read.from_catalog = from;
        read.from_id = read_id(*element, "from");
        read.to_catalog = to;
        read.to_id = read_id(*element, "to");
        const std::string& relation = element->require_attribute("relation");
        const auto named = model::relation_named(relation);
        if (!named)
            throw element->error("attribute \"relation\" must be one of equal, subset, superset, intersects, not \"" +
                                 relation + "\"");
        read.relation = *named;
        read.note = element->attribute_or("note", "");
        read.origin = {element->file, element->line};
        const auto [known, fresh] = lines.emplace(std::pair(read.from_id, read.to_id), element->line);
        if (!fresh)
            refuse_second(*element, "line from \"" + read.from_id + "\" to \"" + read.to_id + "\"", known->second);
        mappings.push_back(std::move(read));
    }
    if (mappings.empty()) throw root.error("a <map> is missing inside it");
    return mappings;
}

}  // namespace samsvar::catalog
