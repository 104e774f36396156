#include "catalog/load.h"

#include <map>

#include "base/files.h"
#include "text/pattern.h"
#include "xml/values.h"

namespace samsvar::catalog {

namespace {

using model::Requirement;

model::Level read_level(const xml::Element& element)
{
    element.allow({"aspect", "from", "inferred"}, {});
    return {element.require_attribute("aspect"), element.require_attribute("from")};
}

Requirement read_requirement(const xml::Element& element, bool part)
{
    element.allow({"id", "group", "role", "level", "severity"},
                  {"title", "text", "motive", "evidence", "level", "condition", "legal", "attribute", "recognise", "covered-when",
                   "partial-when", "expect", "part"});
    Requirement read;
    read.id = element.require_attribute("id");
    read.group = element.attribute_or("group", "");
    read.origin = {element.file, element.line};
    if (const std::string* role = element.attribute("role")) {
        read.role = model::role_named(*role);
        if (!read.role) throw element.error("attribute \"role\" must be supplier, system-manager, controller or processor, not \"" + *role + "\"");
    }
    read.level = element.attribute_or("level", "");
    if (const std::string* severity = element.attribute("severity")) {
        const auto known = model::severity_named(*severity);
        if (!known) throw element.error("attribute \"severity\" must be high, medium, low or none, not \"" + *severity + "\"");
        read.severity = *known;
    }
    read.title = xml::read_texts(element, "title");
    read.text = xml::read_texts(element, "text");
    read.motive = xml::read_texts(element, "motive");
    read.covered_when = xml::read_texts(element, "covered-when");
    read.partial_when = xml::read_texts(element, "partial-when");
    if (!part && read.title.empty()) throw element.error("it has no <title>");
    if (const xml::Element* evidence = element.child("evidence")) {
        evidence->allow({"kinds"}, {"text"});
        read.evidence = evidence->words_attribute("kinds");
        read.evidence_text = xml::read_texts(*evidence, "text");
    }
    for (const xml::Element* level : element.all("level")) read.levels.push_back(read_level(*level));
    for (const xml::Element* condition : element.all("condition")) read.conditions.push_back(condition->require_attribute("id"));
    for (const xml::Element* legal : element.all("legal")) read.legal.push_back(legal->require_attribute("ref"));
    for (const xml::Element* attribute : element.all("attribute"))
        read.attributes.push_back(attribute->require_attribute("name") + '=' + attribute->require_attribute("value"));
    for (const xml::Element* pattern : element.all("recognise")) {
        text::Regex(pattern->trimmed_text(), {pattern->file, pattern->line});
        read.recognise.push_back(pattern->trimmed_text());
    }
    for (const xml::Element* expectation : element.all("expect")) read.expectations.push_back(xml::read_expectation(*expectation));
    for (const xml::Element* child : element.all("part")) read.parts.push_back(read_requirement(*child, true));
    return read;
}

model::Mapping read_mapping(const xml::Element& element, const std::string& from, const std::string& to)
{
    element.allow({"from", "to", "relation", "note"}, {});
    model::Mapping read{from, element.require_attribute("from"), to, element.require_attribute("to"), {}, element.attribute_or("note", ""), {element.file, element.line}};
    const std::string& relation = element.require_attribute("relation");
    const auto known = model::relation_named(relation);
    if (!known) throw element.error("attribute \"relation\" must be equal, subset, superset or intersects, not \"" + relation + "\"");
    read.relation = *known;
    return read;
}

xml::Element parse_file(const std::filesystem::path& path, const std::string& shown)
{
    const Limits limits;
    return xml::parse(read_file(path, limits.own_xml_bytes), shown, limits);
}

}  // namespace

model::Catalog load(const std::filesystem::path& path, const std::string& shown)
{
    const xml::Element root = parse_file(path, shown);
    if (root.name != "catalog") throw root.error("a catalogue file starts with <catalog>");
    root.allow({"id", "version"}, {"title", "note", "group", "requirement"});
    model::Catalog catalog;
    catalog.id = root.require_attribute("id");
    catalog.version = root.require_attribute("version");
    catalog.title = xml::read_texts(root, "title");
    catalog.note = xml::read_texts(root, "note");
    catalog.origin = {root.file, root.line};
    std::map<std::string, int> groups;
    for (const xml::Element* element : root.all("group")) {
        element->allow({"id"}, {"title"});
        model::Group group{element->require_attribute("id"), xml::read_texts(*element, "title")};
        if (!groups.emplace(group.id, element->line).second) throw element->error("a second group \"" + group.id + "\"");
        catalog.groups.push_back(std::move(group));
    }
    std::map<std::string, int> ids;
    for (const xml::Element* element : root.all("requirement")) {
        Requirement requirement = read_requirement(*element, false);
        const auto [known, fresh] = ids.emplace(requirement.id, element->line);
        if (!fresh)
            throw element->error("a second requirement \"" + requirement.id + "\"; the first is at line " + std::to_string(known->second));
        if (!requirement.group.empty() && !groups.count(requirement.group))
            throw element->error("attribute \"group\" names no group: \"" + requirement.group + "\"");
        catalog.requirements.push_back(std::move(requirement));
    }
    if (catalog.requirements.empty()) throw root.error("it holds no <requirement>");
    return catalog;
}

std::vector<model::Mapping> load_mappings(const std::filesystem::path& path, const std::string& shown)
{
    const xml::Element root = parse_file(path, shown);
    if (root.name != "mapping") throw root.error("a mapping file starts with <mapping>");
    root.allow({"from-catalog", "to-catalog"}, {"note", "map"});
    const std::string& from = root.require_attribute("from-catalog");
    const std::string& to = root.require_attribute("to-catalog");
    std::vector<model::Mapping> mappings;
    for (const xml::Element* element : root.all("map")) mappings.push_back(read_mapping(*element, from, to));
    return mappings;
}

}  // namespace samsvar::catalog
