#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"

namespace samsvar::model {

/// A requirement by its catalogue and id, as results and the register name it: "iso27001-2022/A.8.13".
struct RequirementName {
    std::string catalog;
    std::string id;

    std::string text() const { return catalog + '/' + id; }
    auto operator<=>(const RequirementName&) const = default;
};

/// A finding as it is kept: Finding without the line of the rule, which a later version of the rules moves.
struct RecordedFinding {
    std::string code, detail, with;
    Severity severity = Severity::medium;
    Outcome outcome = Outcome::satisfied;
    std::string quote;
    Place place;
    LocalText reason, ask;

    /// "missing-element/restore-test", with ":12" after it when another question is part of it. The same fault of the
    /// same answer has the same key in every assessment; decisions and letters name it by this.
    std::string key() const;
    bool operator==(const RecordedFinding&) const = default;
};

/// RecordedFinding::key() of a finding.
std::string key_of(const Finding& finding);

/// One question with its answer and what was found.
struct RecordedAnswer {
    std::string question;  ///< Question::id
    std::string section;   ///< id or title of the form's section; may be empty
    std::string printed_question;
    std::string text;           ///< Answer::text(); empty when it was left open
    std::string evidence_text;  ///< Answer::evidence_text()
    Place question_place, place;
    std::vector<RequirementName> covers;
    Outcome outcome = Outcome::unclear;
    Severity severity = Severity::none;
    EvidenceState evidence = EvidenceState::not_requested;
    std::vector<std::string> evidence_named;
    std::vector<RecordedFinding> findings;

    bool operator==(const RecordedAnswer&) const = default;
};

struct RecordedRequirement {
    RequirementName name;
    LocalText title;
    bool shall = true;
    Outcome outcome = Outcome::unanswered;
    Severity severity = Severity::none;
    EvidenceState evidence = EvidenceState::not_requested;
    std::vector<std::string> answers;       ///< questions that cover it
    std::vector<RecordedFinding> findings;  ///< of its own

    bool operator==(const RecordedRequirement&) const = default;
};

/// A catalogue or form as it was when the assessment was made.
struct RecordedSource {
    std::string id, version;
    bool operator==(const RecordedSource&) const = default;
};

/// All that is remembered of one assessment: what comparing bidders, following up and writing back need. Reasoning,
/// ledger and the catalogues' texts are left out; the supplier's file itself is kept beside it.
struct Record {
    std::string samsvar;  ///< version of the program
    Date date;
    std::string file;                  ///< name without folders
    std::string sha256;                ///< of the file
    Language language = Language::nb;  ///< the form's: the supplier is written to in it
    RecordedSource form;
    std::vector<RecordedSource> catalogs;
    std::string supplier;      ///< name as the supplier wrote it; may be empty
    std::string organisation;  ///< "NO:912345678": scheme and number of the supplier itself, when valid; may be empty
    std::vector<HeaderFact> facts;
    std::vector<Subprocessor> subprocessors;
    std::vector<Annex> annexes;
    std::vector<RecordedAnswer> answers;            ///< one per question of the form, in its order
    std::vector<RecordedRequirement> requirements;  ///< every one of every catalogue, in order
    std::vector<RecordedFinding> general;

    bool operator==(const Record&) const = default;
    const RecordedAnswer* answer(std::string_view question) const;
    const RecordedRequirement* requirement(const RequirementName& name) const;
};

Record record_of(const Assessment& assessment);

}  // namespace samsvar::model
