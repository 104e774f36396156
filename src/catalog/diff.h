#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"

namespace samsvar::catalog {

/// What became of a requirement from one version of a catalogue to the next.
enum class ChangeKind { added, removed, changed, renumbered };
const char* name_of(ChangeKind kind);

/// One difference. Renumbered requirements can have changed too: then `fields` is not empty.
struct Change {
    ChangeKind kind = ChangeKind::changed;
    std::string old_id;               ///< empty when added
    std::string new_id;               ///< empty when removed
    std::vector<std::string> fields;  ///< what differs: title, text, motive, evidence, role, levels, conditions …
};

/// Compares two versions: in the order of the new catalogue, removed ones where they stood. A requirement whose id is
/// gone and one whose id is new are the same, renumbered, when their words are the same or nearly so and neither has a
/// nearer partner.
std::vector<Change> diff(const model::Catalog& before, const model::Catalog& after);

}  // namespace samsvar::catalog
