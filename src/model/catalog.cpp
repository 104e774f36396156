#include "model/catalog.h"

#include <cstdio>
#include <utility>

namespace samsvar::model {

std::string Date::text() const
{
    char buffer[40];
    if (month == 0)
        std::snprintf(buffer, sizeof buffer, "%04d", year);
    else if (day == 0)
        std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
    else
        std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
    return buffer;
}

const char* name_of(Severity severity)
{
    switch (severity) {
        case Severity::none: return "none";
        case Severity::low: return "low";
        case Severity::medium: return "medium";
        case Severity::high: return "high";
    }
    return "none";
}

std::optional<Severity> severity_named(std::string_view name)
{
    for (const Severity severity : {Severity::none, Severity::low, Severity::medium, Severity::high})
        if (name == name_of(severity)) return severity;
    return std::nullopt;
}

const char* name_of(Relation relation)
{
    switch (relation) {
        case Relation::equal: return "equal";
        case Relation::subset: return "subset";
        case Relation::superset: return "superset";
        case Relation::intersects: return "intersects";
    }
    return "intersects";
}

std::optional<Relation> relation_named(std::string_view name)
{
    for (const Relation relation : {Relation::equal, Relation::subset, Relation::superset, Relation::intersects})
        if (name == name_of(relation)) return relation;
    return std::nullopt;
}

Relation inverse_of(Relation relation)
{
    switch (relation) {
        case Relation::subset: return Relation::superset;
        case Relation::superset: return Relation::subset;
        case Relation::equal:
        case Relation::intersects: break;
    }
    return relation;
}

Mapping inverted(const Mapping& mapping)
{
    Mapping other = mapping;
    std::swap(other.from_catalog, other.to_catalog);
    std::swap(other.from_id, other.to_id);
    other.relation = inverse_of(mapping.relation);
    return other;
}

const char* name_of(Role role)
{
    switch (role) {
        case Role::supplier: return "supplier";
        case Role::system_manager: return "system-manager";
        case Role::controller: return "controller";
        case Role::processor: return "processor";
    }
    return "supplier";
}

std::optional<Role> role_named(std::string_view name)
{
    for (const Role role : {Role::supplier, Role::system_manager, Role::controller, Role::processor})
        if (name == name_of(role)) return role;
    return std::nullopt;
}

const Requirement* Catalog::find(std::string_view wanted) const
{
    for (const Requirement& requirement : requirements)
        if (requirement.id == wanted) return &requirement;
    return nullptr;
}

}  // namespace samsvar::model
