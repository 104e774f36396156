#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/decision.h"
#include "model/evidence.h"
#include "model/form.h"
#include "model/language.h"
#include "model/lexicon.h"
#include "model/step.h"
#include "model/submission.h"

namespace samsvar::model {

/// What the supplier says, of one question or requirement. Worst last is not implied by the order.
enum class Outcome { satisfied, partial, gap, unanswered, unclear, not_applicable };
const char* name_of(Outcome outcome);  ///< "not-applicable"
std::optional<Outcome> outcome_named(std::string_view name);
inline constexpr Outcome all_outcomes[] = {Outcome::satisfied,  Outcome::partial, Outcome::gap,
                                           Outcome::unanswered, Outcome::unclear, Outcome::not_applicable};
const LocalText& label_of(Outcome outcome);
/// How bad an outcome is, for "the worst finding wins": satisfied 0, not applicable, partial, unclear, gap,
/// unanswered 5.
int badness(Outcome outcome);

/// What proves it. Only a person makes it verified. The last four are only told when the documents themselves were at
/// hand (EvidenceFolder): without them nobody can say what came.
enum class EvidenceState {
    not_requested,
    requested,
    referred,
    enclosed,
    expired,
    verified,
    received,    ///< a file that is it came
    missing,     ///< said to be enclosed, and no such file came
    on_request,  ///< offered on request or under a non-disclosure agreement
    too_old,     ///< came, and is older than the question allows
};
inline constexpr EvidenceState all_evidence_states[] = {
    EvidenceState::not_requested, EvidenceState::requested, EvidenceState::referred,   EvidenceState::enclosed,
    EvidenceState::expired,       EvidenceState::verified,  EvidenceState::received,   EvidenceState::missing,
    EvidenceState::on_request,    EvidenceState::too_old};
const char* name_of(EvidenceState state);  ///< "not-requested"
const LocalText& label_of(EvidenceState state);
/// How much is lacking before it is proved. Not asked for is 0, so that any other state replaces it; then verified 1,
/// received, enclosed, on request, referred, requested, missing, too old, expired 9.
int proof_lacking(EvidenceState state);
/// Whether the supplier still has to send something.
bool is_outstanding(EvidenceState state);
const LocalText& label_of(Severity severity);

/// One thing to follow up, with both its origins.
struct Finding {
    std::string code;    ///< contradiction, missing-element … (catalogs/lexicon/findings.xml)
    std::string detail;  ///< optional-mfa, restore-test; may be empty
    std::string with;    ///< the other question of a contradiction, reference or copy; "header"; may be empty
    Severity severity = Severity::medium;
    Outcome outcome = Outcome::satisfied;  ///< the best outcome the answer can still have with this finding
    std::string quote;                     ///< verbatim from the supplier's file; may be empty when something is absent
    Place place;                           ///< of the quote, or of the answer
    std::string with_quote;
    Place with_place;
    Origin rule;  ///< line of the expectation, concept, contradiction or question that asks for it
    LocalText reason;
    LocalText ask;
};

/// A document that was named or asked for, held against the files that came.
struct EvidenceDocument {
    std::string name;  ///< as the supplier wrote it; empty = only asked for
    EvidenceState state = EvidenceState::requested;
    std::string file;                 ///< EvidenceFile::path; empty = none is it
    std::optional<Date> valid_until;  ///< by the file's name or title
};

struct AnswerResult {
    std::string question;
    Outcome outcome = Outcome::unclear;
    Severity severity = Severity::none;
    EvidenceState evidence = EvidenceState::not_requested;
    std::vector<std::string> evidence_named;  ///< documents the answer names, as written
    std::vector<EvidenceDocument> documents = {};  ///< with Assessment::evidence only
    std::vector<Finding> findings;            ///< gravest first
    std::vector<Step> steps;                  ///< why, in order
};

/// Where an outcome in the terms of another catalogue comes from.
struct Derived {
    std::string catalog, id;                   ///< the requirement that was assessed
    Outcome stated = Outcome::unclear;         ///< its outcome
    Relation relation = Relation::intersects;  ///< of it to the requirement derived: the weakest on the way
    std::vector<Mapping> steps;                ///< the way, read from left to right

    /// "KL2-S16 (klassa-supplier) equal A.9.4.2 (iso27001-2013) subset A.8.5 (iso27001-2022)".
    std::string way() const;
};

struct RequirementResult {
    std::string catalog;
    std::string id;
    Outcome outcome = Outcome::unanswered;
    Severity severity = Severity::none;
    EvidenceState evidence = EvidenceState::not_requested;
    std::vector<std::string> answers;  ///< questions that cover it
    std::vector<Finding>
        findings;  ///< of its own (unmapped-requirement, absent expectations); the answers' findings apart
    std::vector<Derived> derived =
        {};                  ///< ways by which it was concluded from other catalogues; empty = assessed itself
    LocalText applies = {};  ///< why it applies to the case, when a profile selected it
};

/// submission + catalogues + findings + decisions: all that a report needs. No pointers, safe to copy and keep.
struct Assessment {
    std::string samsvar;  ///< version of the program
    Date date;            ///< the day the verdicts hold for; an input
    std::string file;
    std::string sha256;
    std::string file_modified;
    Form form;
    std::vector<Catalog> catalogs;
    Lexicon lexicon;  ///< findings' texts for legends; concepts are left out
    Submission submission;
    std::vector<AnswerResult> answers;            ///< one per form question, in form order
    std::vector<RequirementResult> requirements;  ///< every requirement of every catalogue exactly once, in order
    std::vector<Finding> general;                 ///< about the submission as a whole: identifiers, rows of no question
    std::vector<Problem> problems;                ///< of reading and of intake
    std::vector<Mapping> mappings;                ///< between the catalogues
    std::optional<EvidenceFolder> evidence = {};         ///< the files that came with it, when they were at hand
    std::vector<EvidenceDocument> annexes = {};          ///< Submission::annexes held against them, in the same order
    std::optional<Date> evidence_due = {};               ///< when documents that are outstanding are to be here
    std::vector<Decision> decisions = {};         ///< the latest of every target, by the register
    std::int64_t kept_as = 0;                     ///< its id in the register; 0 = not kept
    std::int64_t revision = 0;                    ///< of the register when they were taken from it

    const AnswerResult* answer(std::string_view question) const;
    std::map<Outcome, int> counts() const;  ///< of the answers
    /// True when nothing needs following up: the exit status of `samsvar check` depends on it.
    bool clean() const;
};

}  // namespace samsvar::model
