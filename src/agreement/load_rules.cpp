#include <algorithm>
#include <set>

#include "agreement/rules.h"
#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "base/split.h"
#include "xml/element.h"
#include "xml/values.h"

namespace samsvar::agreement {

namespace {

constexpr std::string_view name_space = "urn:samsvar:agreement:1";

Condition read_condition(const xml::Element& element, Reach otherwise)
{
    element.allow({"all", "topic", "unless", "many", "minimum", "actor", "reach"}, {});
    Condition read;
    for (const std::string& group : element.words_attribute("all")) read.all.push_back(split(group, '|'));
    read.topic = element.words_attribute("topic");
    read.unless = element.words_attribute("unless");
    read.many = element.words_attribute("many");
    read.minimum = static_cast<int>(element.number_attribute("minimum").value_or(read.many.empty() ? 0 : 1));
    if (read.minimum > static_cast<int>(read.many.size()))
        throw element.error("attribute \"minimum\" asks for more than attribute \"many\" lists");
    read.actor = xml::read_choice<Actor>(
        element, "actor", {{"any", Actor::any}, {"processor", Actor::processor}, {"controller", Actor::controller}});
    if (element.attribute("reach"))
        read.reach = xml::read_choice<Reach>(element, "reach",
                                             {{"sentence", Reach::sentence},
                                              {"passage", Reach::passage},
                                              {"section", Reach::section},
                                              {"anywhere", Reach::anywhere}});
    else
        read.reach = otherwise;
    if (read.all.empty() && read.many.empty())
        throw element.error("needs the attribute \"all\" or \"many\": concepts that show it");
    return read;
}

Part read_part(const xml::Element& element, std::string_view code)
{
    element.allow({"id", "kind", "weight", "about", "at-most", "element", "reach", "code", "when"}, {"label", "way"});
    Part read;
    read.id = element.require_attribute("id");
    read.code = element.attribute_or("code", code);
    read.label = xml::read_texts(element, "label");
    if (read.label.empty()) throw element.error("a <label> is missing inside it");
    read.kind = xml::read_choice<PartKind>(element, "kind",
                                           {{"concepts", PartKind::concepts},
                                            {"duration", PartKind::duration},
                                            {"frequency", PartKind::frequency},
                                            {"name", PartKind::name},
                                            {"element", PartKind::element}});
    read.weight = xml::read_choice<model::Weight>(element, "weight",
                                                  {{"must", model::Weight::must}, {"should", model::Weight::should}});
    read.about = element.words_attribute("about");
    if (element.attribute("at-most")) read.at_most_hours = xml::read_hours(element, "at-most");
    read.when = element.words_attribute("when");
    read.element = element.attribute_or("element", "");
    read.reach = xml::read_choice<Reach>(element, "reach",
                                         {{"section", Reach::section},
                                          {"sentence", Reach::sentence},
                                          {"passage", Reach::passage},
                                          {"anywhere", Reach::anywhere}});
    for (const xml::Element* way : element.all("way")) read.ways.push_back(read_condition(*way, Reach::sentence));
    if (read.kind == PartKind::concepts && read.ways.empty()) throw element.error("a <way> is missing inside it");
    if (read.kind == PartKind::element && read.element.empty()) throw element.error("attribute \"element\" is missing");
    read.origin = {element.file, element.line};
    return read;
}

void check_references(const xml::Element& root, const Rules& rules)
{
    for (const xml::Element* element : root.all("article"))
        for (const std::string& id : element->words_attribute("elements"))
            if (!rules.find(id))
                throw element->error("attribute \"elements\" names no <element> above: \"" + id + "\"");
    for (const xml::Element* element : root.all("element"))
        for (const xml::Element* part : element->all("part"))
            if (const std::string* id = part->attribute("element"); id && !rules.find(*id))
                throw part->error("attribute \"element\" names no <element>: \"" + *id + "\"");
}

}  // namespace

const ElementRule* Rules::find(std::string_view wanted) const
{
    const auto found =
        std::find_if(elements.begin(), elements.end(), [&](const ElementRule& one) { return one.id == wanted; });
    return found == elements.end() ? nullptr : &*found;
}

std::vector<std::pair<std::string, model::Origin>> Rules::concepts() const
{
    std::vector<std::pair<std::string, model::Origin>> named;
    const auto add = [&](const std::vector<std::string>& ids, const model::Origin& where) {
        for (const std::string& one : ids) named.emplace_back(one, where);
    };
    const auto add_condition = [&](const Condition& one, const model::Origin& where) {
        for (const auto& group : one.all) add(group, where);
        for (const auto* list : {&one.topic, &one.unless, &one.many}) add(*list, where);
    };
    for (const ElementRule& rule : elements) {
        for (const Condition& way : rule.ways) add_condition(way, rule.origin);
        for (const auto* list : {&rule.parts, &rule.flaws})
            for (const Part& part : *list) {
                add(part.about, part.origin);
                add(part.when, part.origin);
                for (const Condition& way : part.ways) add_condition(way, part.origin);
            }
    }
    return named;
}

Rules load_rules(const std::filesystem::path& path, const std::string& shown)
{
    const xml::Element root = xml::parse(read_file(path, Limits{}.own_xml_bytes), shown);
    if (root.name != "agreement" || root.name_space != name_space)
        throw root.error("is not the root of rules for agreements: <agreement xmlns=\"" + std::string(name_space) +
                         "\">");
    root.allow({"id", "catalog"}, {"element", "article"});
    Rules rules;
    rules.id = root.require_attribute("id");
    rules.catalog = root.require_attribute("catalog");
    rules.origin = {root.file, root.line};
    std::set<std::string> ids;
    for (const xml::Element* element : root.all("element")) {
        element->allow({"id"}, {"way", "part", "flaw"});
        ElementRule rule;
        rule.id = element->require_attribute("id");
        if (!ids.insert(rule.id).second) throw element->error("the element \"" + rule.id + "\" stands twice");
        for (const xml::Element* way : element->all("way")) rule.ways.push_back(read_condition(*way, Reach::sentence));
        if (rule.ways.empty()) throw element->error("a <way> is missing inside it");
        for (const xml::Element* part : element->all("part")) rule.parts.push_back(read_part(*part, "missing-element"));
        for (const xml::Element* flaw : element->all("flaw")) rule.flaws.push_back(read_part(*flaw, "weak-practice"));
        rule.origin = {element->file, element->line};
        rules.elements.push_back(std::move(rule));
    }
    for (const xml::Element* element : root.all("article")) {
        element->allow({"id", "elements"}, {});
        rules.articles.push_back(
            {element->require_attribute("id"), element->words_attribute("elements"), {element->file, element->line}});
    }
    check_references(root, rules);
    return rules;
}

}  // namespace samsvar::agreement
