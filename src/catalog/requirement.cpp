#include "catalog/requirement.h"

#include <set>

#include "catalog/source.h"
#include "xml/values.h"

namespace samsvar::catalog {

namespace {

using model::Requirement;

model::Level read_level(const xml::Element& element)
{
    element.allow({"aspect", "from", "inferred"}, {});
    element.require_attribute("aspect");
    element.require_attribute("from");
    // Names, not numbers: published numberings of the levels disagree.
    using Name = std::string_view;
    return {
        std::string(xml::read_choice<Name>(
            element, "aspect",
            {{"confidentiality", "confidentiality"}, {"integrity", "integrity"}, {"availability", "availability"}})),
        std::string(xml::read_choice<Name>(element, "from",
                                           {{"negligible", "negligible"},
                                            {"moderate", "moderate"},
                                            {"significant", "significant"},
                                            {"serious", "serious"}})),
        element.flag_attribute("inferred", false)};
}

std::vector<model::Level> read_levels(const xml::Element& element)
{
    std::vector<model::Level> levels;
    std::set<std::string> aspects;
    for (const xml::Element* child : element.all("level")) {
        levels.push_back(read_level(*child));
        if (!aspects.insert(levels.back().aspect).second)
            throw child->error("a second level of \"" + levels.back().aspect + "\"");
    }
    return levels;
}

void read_evidence(const xml::Element& element, Requirement& read)
{
    const std::vector<const xml::Element*> found = element.all("evidence");
    if (found.empty()) return;
    if (found.size() > 1) throw found[1]->error("stands twice");
    found[0]->allow({"kinds"}, {"text"});
    found[0]->require_attribute("kinds");
    read.evidence = found[0]->words_attribute("kinds");
    read.evidence_text = xml::read_texts(*found[0], "text");
}

/// The attribute `name` of each child called `child_name`.
std::vector<std::string> read_references(const xml::Element& element, std::string_view child_name,
                                         std::string_view name)
{
    std::vector<std::string> references;
    for (const xml::Element* child : element.all(child_name)) {
        child->allow({name}, {});
        references.push_back(child->require_attribute(name));
    }
    return references;
}

std::vector<std::string> read_attributes(const xml::Element& element)
{
    std::vector<std::string> attributes;
    for (const xml::Element* child : element.all("attribute")) {
        child->allow({"name", "value"}, {});
        attributes.push_back(read_id(*child, "name") + '=' + child->require_attribute("value"));
    }
    return attributes;
}

std::vector<model::Expectation> read_expectations(const xml::Element& element)
{
    std::vector<model::Expectation> expectations;
    std::set<std::string> ids;
    for (const xml::Element* child : element.all("expect")) {
        expectations.push_back(xml::read_expectation(*child));
        if (!ids.insert(expectations.back().id).second)
            throw child->error("a second expectation \"" + expectations.back().id + "\"");
    }
    return expectations;
}

/// What a requirement and a part of one have in common.
Requirement read_content(const xml::Element& element)
{
    Requirement read;
    read.id = read_id(element);
    read.origin = {element.file, element.line};
    read.title = xml::read_texts(element, "title");
    read.text = xml::read_texts(element, "text");
    read_evidence(element, read);
    read.conditions = read_references(element, "condition", "id");
    read.legal = read_references(element, "legal", "ref");
    read.expectations = read_expectations(element);
    for (const xml::Element* pattern : element.all("recognise")) {
        pattern->allow({"xml:lang"}, {});
        xml::read_language(*pattern);
        read.recognise.push_back(read_pattern(*pattern));
    }
    return read;
}

/// A sub-requirement of a bundled one. Parts have no parts, so nothing recurses.
Requirement read_part(const xml::Element& element)
{
    element.allow({"id"}, {"title", "text", "evidence", "condition", "legal", "recognise", "expect"});
    Requirement read = read_content(element);
    if (read.title.empty() && read.text.empty()) throw element.error("a <title> or <text> is missing inside it");
    return read;
}

}  // namespace

Requirement read_requirement(const xml::Element& element)
{
    element.allow({"id", "group", "parent", "role", "level", "severity"},
                  {"title", "text", "motive", "evidence", "level", "condition", "legal", "attribute", "recognise",
                   "covered-when", "partial-when", "expect", "part", "oscal"});
    Requirement read = read_content(element);
    if (read.title.empty()) throw element.error("a <title> is missing inside it");
    read.group = element.attribute_or("group", "");
    if (const std::string* role = element.attribute("role")) {
        read.role = model::role_named(*role);
        if (!read.role)
            throw element.error(
                "attribute \"role\" must be one of supplier, system-manager, controller, processor, not \"" + *role +
                "\"");
    }
    if (element.attribute("level"))
        read.level = xml::read_choice<std::string_view>(
            element, "level", {{"must", "must"}, {"should", "should"}, {"context", "context"}});
    if (const std::string* severity = element.attribute("severity")) {
        const auto known = model::severity_named(*severity);
        if (!known)
            throw element.error("attribute \"severity\" must be one of none, low, medium, high, not \"" + *severity +
                                "\"");
        read.severity = *known;
    }
    read.motive = xml::read_texts(element, "motive");
    read.levels = read_levels(element);
    read.attributes = read_attributes(element);
    read.covered_when = xml::read_texts(element, "covered-when");
    read.partial_when = xml::read_texts(element, "partial-when");
    std::set<std::string> parts;
    for (const xml::Element* child : element.all("part")) {
        read.parts.push_back(read_part(*child));
        if (!parts.insert(read.parts.back().id).second)
            throw child->error("a second part \"" + read.parts.back().id + "\"");
    }
    return read;
}

}  // namespace samsvar::catalog
