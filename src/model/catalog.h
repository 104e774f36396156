#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/language.h"
#include "model/place.h"

namespace samsvar::model {

/// A calendar date; month and day 0 when only the year (or year and month) is known.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    auto operator<=>(const Date&) const = default;
    /// ISO 8601, as precise as known: 2026-11-21, 2026-11, 2026.
    std::string text() const;
    /// The same as one number that orders alike: 20261121; 0 when nothing is known.
    constexpr std::uint32_t number() const { return static_cast<std::uint32_t>((year * 100 + month) * 100 + day); }
};

/// How an expectation is looked for in an answer.
enum class ExpectationKind {
    concepts,   ///< at least `minimum` of `met_by` are stated
    duration,   ///< a duration, near one of `about`, at most `at_most_hours`
    frequency,  ///< a frequency, near one of `about`, at least once per `interval_days`
    recent,     ///< a date near one of `about`, not older than `interval_days`; a frequency is as good
};

/// What it means when an expectation is not met.
enum class Weight {
    must,    ///< absent lowers the outcome and is a finding
    should,  ///< absent is only told in the explanation; violated still counts
};

/// What a satisfactory answer contains.
struct Expectation {
    std::string id;   ///< detail of the finding: restore-test, deadline, contractors
    LocalText label;  ///< "test of restoring"
    ExpectationKind kind = ExpectationKind::concepts;
    Weight weight = Weight::must;
    std::vector<std::string> met_by;       ///< concept ids
    int minimum = 1;                       ///< how many of met_by
    std::vector<std::string> violated_by;  ///< concept ids that show the opposite
    bool violation_is_gap = true;          ///< false: a violation only makes the answer partial
    std::vector<std::string> about;        ///< duration, frequency, recent: the sentence must hold one of these
    std::optional<double> at_most_hours;
    std::optional<double> interval_days;
    bool limit_is_stated = false;  ///< the limit, or the element itself, stands in the question: passing it is a gap, a
                                   ///< document does not excuse it
    bool evidence_meets = false;   ///< an enclosed document that answers the question meets it too
    Origin origin;
    bool operator==(const Expectation&) const = default;
};

enum class Severity { none, low, medium, high };
const char* name_of(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

/// How a requirement of one catalogue relates to one of another (NIST IR 8477 set-theory relations).
enum class Relation { equal, subset, superset, intersects };
const char* name_of(Relation relation);
std::optional<Relation> relation_named(std::string_view name);
/// The same relation read from the other side: subset ↔ superset.
Relation inverse_of(Relation relation);

/// One line of a mapping: from (catalog, id) to (catalog, id).
struct Mapping {
    std::string from_catalog, from_id, to_catalog, to_id;
    Relation relation = Relation::intersects;
    std::string note;  ///< renumbered, merged, split …
    Origin origin;
    bool operator==(const Mapping&) const = default;
};
/// The mapping read from right to left: what is written down for KLASSA → ISO serves ISO → KLASSA too.
Mapping inverted(const Mapping& mapping);

/// Who a requirement is on.
enum class Role { supplier, system_manager, controller, processor };
const char* name_of(Role role);
std::optional<Role> role_named(std::string_view name);

/// From which level of an aspect on a requirement applies; levels by name since published numberings disagree.
struct Level {
    std::string aspect;     ///< confidentiality, integrity, availability
    std::string from;       ///< negligible, moderate, significant, serious
    bool inferred = false;  ///< our own conclusion, not the source's statement
    bool operator==(const Level&) const = default;
};

/// One obligation. `parts` are the sub-requirements of a bundled one ("a", "b" …).
struct Requirement {
    std::string id;
    std::string group;   ///< Group::id
    std::string parent;  ///< requirement this one extends (an enhancement of a control); empty = none
    LocalText title;
    LocalText text;
    LocalText motive;                   ///< why, where known
    std::vector<std::string> evidence;  ///< kinds of document that prove it: certificate, procedure …
    LocalText evidence_text;
    std::optional<Role> role;
    std::string level;  ///< GDPR: must, should, context; else empty
    std::vector<Level> levels;
    std::vector<std::string> conditions;  ///< ids of Catalog::conditions, all of which must hold; empty = always
    std::vector<std::string> legal;       ///< legal bases: GDPR 28(3)(f)
    std::vector<std::string> attributes;  ///< "control-type=Preventive", "theme=5" …
    std::vector<Expectation> expectations;
    std::vector<Requirement> parts;
    std::vector<std::string> recognise;  ///< patterns that find the requirement in a text (any language)
    LocalText covered_when;              ///< agreements: when it counts as covered
    LocalText partial_when;
    Severity severity = Severity::medium;  ///< of a gap
    Origin origin;
    bool operator==(const Requirement&) const = default;
};

struct Group {
    std::string id;
    LocalText title;
    std::string parent = {};  ///< group this one stands in; empty = none
    bool operator==(const Group&) const = default;
};

/// Something a profile says yes or no to ("personal data are processed"); requirements can depend on it.
struct Condition {
    std::string id;  ///< personal-data
    LocalText title;
    bool operator==(const Condition&) const = default;
};

/// Requirements with ids.
struct Catalog {
    std::string id;  ///< iso27001-2022
    std::string version;
    LocalText title;
    LocalText note;  ///< source and licence: identifiers and own wording
    std::vector<Condition> conditions;
    std::vector<Group> groups;
    std::vector<Requirement> requirements;
    std::vector<Mapping> mappings;
    Origin origin;

    const Requirement* find(std::string_view wanted) const;
    bool operator==(const Catalog&) const = default;
};

}  // namespace samsvar::model
