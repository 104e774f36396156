#pragma once

#include <string>
#include <vector>

#include "model/agreement.h"
#include "model/lexicon.h"

namespace samsvar::agreement {

enum class Side { none, controller, processor };

/// One of the two sides, as the beginning of the agreement names it.
struct Party {
    Side side = Side::none;
    std::string name;        ///< "Lysvik kommune"
    std::string identifier;  ///< as printed; empty when none stands beside it
    bool identifier_valid = false;
    std::vector<std::string> aliases;  ///< what the agreement calls it further on: "Kunden", "the Supplier"
    model::Evidence shown;
};

/// The parties, from what stands in front of the first sections: "between X («the Controller») and Y …",
/// "Dataansvarlig: X", a table of roles. Roles come from the words of art. 4 (`controller` and `processor` of the
/// lexicon) beside the name or in a sentence about it ("Kunden är personuppgiftsansvarig").
std::vector<Party> find_parties(const model::Agreement& agreement, const model::Lexicon& lexicon);

/// The lexicon with what this agreement calls its parties added to the two concepts of the sides.
model::Lexicon with_aliases(const model::Lexicon& lexicon, const std::vector<Party>& parties);

inline constexpr std::string_view controller_concept = "dpa-controller";
inline constexpr std::string_view processor_concept = "dpa-processor";
/// Only the words of the regulation: "behandlingsansvarlig", "controller".
inline constexpr std::string_view controller_role_concept = "dpa-controller-role";
inline constexpr std::string_view processor_role_concept = "dpa-processor-role";

}  // namespace samsvar::agreement
