#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/catalog.h"

namespace samsvar::model {

/// What a decision is about, in one assessment.
struct Target {
    enum class Kind { requirement, answer, finding, evidence };
    Kind kind = Kind::answer;
    /// requirement: RequirementName::text(); answer, evidence: the question; finding: the question, '#' and
    /// RecordedFinding::key(), "general#…" for one about the whole, RequirementName::text()#… for a requirement's own.
    std::string key;

    /// "finding:18#missing-element/restore-test".
    std::string text() const;
    auto operator<=>(const Target&) const = default;
};
const char* name_of(Target::Kind kind);
/// What text() gave; nothing when it is none.
std::optional<Target> target_named(std::string_view text);

enum class DecisionKind { accept, reject, accept_risk, ask_supplier };
const char* name_of(DecisionKind kind);  ///< "accept-risk"; also the id in reports/*.xml
std::optional<DecisionKind> decision_named(std::string_view name);

/// What a reviewer decided. Never changed: a later one takes its place and the earlier stays in the history.
struct Decision {
    Target target;
    std::optional<DecisionKind> kind;  ///< nothing = only a comment, an owner or a date
    std::string comment;
    std::string owner;
    std::optional<Date> due;    ///< accept_risk: the day the acceptance lapses; else the day it has to be done
    std::string by;             ///< who decided
    std::string at;             ///< UTC, ISO 8601 with seconds; set by the register
    std::int64_t revision = 0;  ///< of the register when it was made; grows with every change; set by the register
    std::string basis;          ///< the words it was made on (digest_of), so that changed words reopen it
    bool carried = false;       ///< taken over from the year before because nothing had changed

    /// The same decision, whoever made it and when.
    bool same_as(const Decision& other) const;
    bool operator==(const Decision&) const = default;
};

/// Runs of blanks and line breaks as one blank, none at the ends: they move when a file is saved by another program.
std::string without_blanks(std::string_view text);
/// The first `digits` hexadecimal digits of SHA-256 over the words; how many blanks stand between them does not count.
std::string digest_of_words(std::string_view text, std::size_t digits = 16);

}  // namespace samsvar::model
