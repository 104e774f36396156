#pragma once

#include "model/as_bytes.h"
#include "model/catalog.h"

// Internal to the folder.
namespace samsvar::catalog {

/// An expectation as model::as_bytes::Put and Take have it.
template <typename Bytes, typename Expectation>
void each_of_expectation(Bytes& bytes, Expectation& one)
{
    using namespace model::as_bytes;
    bytes(one.id);
    bytes(one.label);
    bytes(one.kind);
    bytes(one.weight);
    bytes(one.minimum);
    for (auto* list : {&one.met_by, &one.violated_by, &one.about}) each_text(bytes, *list);
    for (auto* flag : {&one.violation_is_gap, &one.limit_is_stated, &one.evidence_meets}) bytes(*flag);
    for (auto* number : {&one.at_most_hours, &one.interval_days}) each_optional(bytes, *number);
    each_of_origin(bytes, one.origin);
}

}  // namespace samsvar::catalog
