#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "model/language.h"

namespace samsvar::model {

/// How grave the consequences are, by name: published numberings disagree (0-4, 1-4, 1-5). What is beyond serious
/// ("synnerligen allvarlig") no requirement catalogue handles.
enum class Impact { negligible, moderate, significant, serious, extreme };
inline constexpr std::array<Impact, 5> all_impacts = {Impact::negligible, Impact::moderate, Impact::significant,
                                                      Impact::serious, Impact::extreme};
const char* name_of(Impact impact);
std::optional<Impact> impact_named(std::string_view name);
const LocalText& label_of(Impact impact);

enum class Aspect { confidentiality, integrity, availability };
inline constexpr std::array<Aspect, 3> all_aspects = {Aspect::confidentiality, Aspect::integrity, Aspect::availability};
const char* name_of(Aspect aspect);
std::optional<Aspect> aspect_named(std::string_view name);
const LocalText& label_of(Aspect aspect);

/// One set of information that is handled, and how it is classified.
struct InformationSet {
    std::string name;  ///< "Pupil data"
    std::map<Aspect, Impact> levels;
    Origin origin;
};

/// Conditions that profiles know; catalogues may have others.
struct KnownCondition {
    const char* id;  ///< personal-data
    LocalText label;
};
const std::vector<KnownCondition>& known_conditions();

/// Which requirements apply to a case: what is handled, who the requirements are on, what is so and what is not.
struct Profile {
    std::string id;
    LocalText title;
    std::vector<InformationSet> information;
    std::vector<Role> roles;                 ///< empty = all
    std::map<std::string, bool> conditions;  ///< holds or not; what is not said is missing
    Origin origin;

    /// The highest level of an aspect and the set that has it; nothing when no set says one.
    struct Highest {
        Impact impact = Impact::negligible;
        const InformationSet* set = nullptr;
    };
    std::optional<Highest> highest(Aspect aspect) const;
};

}  // namespace samsvar::model
