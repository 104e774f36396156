#include "catalog/catalog_bytes.h"

#include "catalog/expectation_bytes.h"

namespace samsvar::catalog {

namespace {

using namespace model::as_bytes;

// What a catalogue is made of, told once for both directions.

template <typename Bytes, typename Mappings>
void each_mapping(Bytes& bytes, Mappings& mappings)
{
    each_in(bytes, mappings, [&](auto& one) {
        for (auto* text : {&one.from_catalog, &one.from_id, &one.to_catalog, &one.to_id}) bytes(*text);
        bytes(one.relation);
        bytes(one.note);
        each_of_origin(bytes, one.origin);
    });
}

template <typename Bytes, typename Requirement>
void each_of_requirement(Bytes& bytes, Requirement& one)
{
    for (auto* text : {&one.id, &one.group, &one.parent}) bytes(*text);
    for (auto* text : {&one.title, &one.text, &one.motive}) bytes(*text);
    each_text(bytes, one.evidence);
    bytes(one.evidence_text);
    each_optional(bytes, one.role);
    bytes(one.level);
    each_in(bytes, one.levels, [&](auto& level) {
        bytes(level.aspect);
        bytes(level.from);
        bytes(level.inferred);
    });
    for (auto* list : {&one.conditions, &one.legal, &one.attributes}) each_text(bytes, *list);
    each_in(bytes, one.expectations, [&](auto& expectation) { each_of_expectation(bytes, expectation); });
    each_in(bytes, one.parts, [&](auto& part) { each_of_requirement(bytes, part); });
    each_text(bytes, one.recognise);
    for (auto* text : {&one.covered_when, &one.partial_when}) bytes(*text);
    bytes(one.severity);
    each_of_origin(bytes, one.origin);
}

template <typename Bytes, typename Catalog>
void each_of_catalog(Bytes& bytes, Catalog& catalog)
{
    for (auto* text : {&catalog.id, &catalog.version}) bytes(*text);
    for (auto* text : {&catalog.title, &catalog.note}) bytes(*text);
    each_in(bytes, catalog.conditions, [&](auto& one) {
        bytes(one.id);
        bytes(one.title);
    });
    each_in(bytes, catalog.groups, [&](auto& one) {
        bytes(one.id);
        bytes(one.title);
        bytes(one.parent);
    });
    each_in(bytes, catalog.requirements, [&](auto& one) { each_of_requirement(bytes, one); });
    each_mapping(bytes, catalog.mappings);
    each_of_origin(bytes, catalog.origin);
}

}  // namespace

void write(const model::Catalog& catalog, BytesWriter& into)
{
    put_all(catalog, into, [](auto& bytes, auto& all) { each_of_catalog(bytes, all); });
}

void write(const std::vector<model::Mapping>& mappings, BytesWriter& into)
{
    put_all(mappings, into, [](auto& bytes, auto& all) { each_mapping(bytes, all); });
}

model::Catalog read_catalog(BytesReader& from)
{
    return take_all<model::Catalog>(from, [](auto& bytes, auto& all) { each_of_catalog(bytes, all); });
}

std::vector<model::Mapping> read_mappings(BytesReader& from)
{
    return take_all<std::vector<model::Mapping>>(from, [](auto& bytes, auto& all) { each_mapping(bytes, all); });
}

}  // namespace samsvar::catalog
