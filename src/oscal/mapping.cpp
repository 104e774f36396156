#include "oscal/mapping.h"

#include <filesystem>
#include <optional>
#include <set>

#include "oscal/encode.h"
#include "oscal/names.h"
#include "oscal/own.h"

namespace samsvar::oscal {

namespace {

using xml::Element;

struct RelationWord {
    std::string_view word;
    model::Relation relation;
};
constexpr RelationWord relation_words[] = {{"equal-to", model::Relation::equal},
                                           {"equivalent-to", model::Relation::equal},
                                           {"subset-of", model::Relation::subset},
                                           {"superset-of", model::Relation::superset},
                                           {"intersects-with", model::Relation::intersects}};
/// Said expressly: nothing is mapped.
constexpr std::string_view no_relation = "no-relationship";

std::optional<model::Relation> relation_of(const Element& entry)
{
    const Element& relationship = entry.require_child("relationship");
    const std::string word = relationship.trimmed_text();
    if (word == no_relation) return std::nullopt;
    std::string known;
    for (const RelationWord& one : relation_words) {
        if (one.word == word) return one.relation;
        known += (known.empty() ? "" : ", ") + std::string(one.word);
    }
    throw relationship.error("must be one of " + known + ", " + std::string(no_relation) + ", not \"" + word + "\"");
}

std::string catalog_of(const Element& mapping, std::string_view side)
{
    const Element& resource = mapping.require_child(side);
    if (const Element* prop = own_prop_in(resource, "catalog-id")) return prop->require_attribute("value");
    const std::string& href = resource.require_attribute("href");
    return std::filesystem::path(href.substr(href.find_first_not_of('#'))).stem().string();
}

/// Requirements an entry names; a statement (ac-1_smt.a) counts for its control.
std::set<std::string> items(const Element& entry, std::string_view side, bool& whole)
{
    std::set<std::string> ids;
    for (const Element* item : entry.all(side)) {
        const Element* prop = own_prop_in(*item, own_id);
        std::string id = prop ? prop->require_attribute("value") : item->require_attribute("id-ref");
        if (item->attribute_or("type", "control") == "statement") {
            whole = false;
            id = id.substr(0, id.find("_smt"));
        }
        ids.insert(std::move(id));
    }
    if (ids.empty()) throw entry.error("a <" + std::string(side) + "> is missing inside it");
    return ids;
}

}  // namespace

std::vector<model::Mapping> mappings_of(const Element& root)
{
    require_model(root, "mapping-collection");
    std::vector<model::Mapping> lines;
    for (const Element* mapping : root.all("mapping")) {
        const std::string from = catalog_of(*mapping, "source-resource"), to = catalog_of(*mapping, "target-resource");
        for (const Element* entry : mapping->all("map")) {
            const auto relation = relation_of(*entry);
            bool whole = true;
            const std::set<std::string> sources = items(*entry, "source", whole),
                                        targets = items(*entry, "target", whole);
            if (!relation) continue;
            // The set of several sources equals the target: of one of them nothing but an overlap is said. Part of the
            // target is each of them, and the target is part of each of several only when they hold it one by one.
            const bool single = whole && sources.size() == 1 && targets.size() == 1;
            const bool parts = whole && *relation == model::Relation::subset && targets.size() == 1;
            for (const std::string& source : sources)
                for (const std::string& target : targets) {
                    model::Mapping line;
                    line.from_catalog = from;
                    line.from_id = source;
                    line.to_catalog = to;
                    line.to_id = target;
                    line.relation = single || parts ? *relation : model::Relation::intersects;
                    line.origin = {entry->file, entry->line};
                    lines.push_back(std::move(line));
                }
        }
    }
    if (lines.empty()) throw root.error("no <map> inside it relates anything");
    return lines;
}

}  // namespace samsvar::oscal
