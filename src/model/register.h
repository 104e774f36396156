#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/record.h"

namespace samsvar::model {

struct Supplier {
    std::string id;  ///< "NO:912345678" where there is an organisation number, else made of the name: "nordlys-as"
    std::string name;
    std::string country;  ///< ISO 3166 code; may be empty
    std::string email;    ///< where letters go; may be empty
    Language language = Language::nb;

    bool operator==(const Supplier&) const = default;
};

/// A contract or service of a supplier that is followed up.
struct Contract {
    std::string supplier;  ///< Supplier::id
    std::string id;        ///< unique within the supplier: "2025-114", "default"
    std::string title;
    std::optional<Date> from, until;
    int follow_up_months = 12;           ///< between two follow-ups
    std::optional<Date> next_follow_up;  ///< nothing = not followed up
    std::string owner;                   ///< who follows it up; an e-mail address when reminders are sent

    /// The day of the follow-up after one on that day. No month has fewer days than 28: it is nobody's deadline.
    Date follow_up_after(Date done) const;
    bool operator==(const Contract&) const = default;
};

/// 16 hexadecimal digits of the words that a decision on that target of the record is based on: question, answer and
/// evidence for an answer, the quote besides for a finding. How many blanks does not count. "" when the record has no
/// such target.
std::string digest_of(const Record& record, const Target& target);
/// All targets of a record that can be decided on, in the order of the record.
std::vector<Target> targets_of(const Record& record);

/// An assessment in the register.
struct KeptAssessment {
    std::int64_t id = 0;  ///< given by the register
    std::string supplier, contract;
    std::int64_t previous = 0;  ///< the one before it in the same contract, 0 = the first
    std::string kept_at, kept_by;
    Record record;
    std::vector<Decision> decisions;  ///< the latest of every target, in order of target
};

/// The line of an assessment in lists: no answers are read for it.
struct AssessmentLine {
    std::int64_t id = 0;
    std::string supplier, contract, file;
    Date date;
    RecordedSource form;
    int answers = 0, satisfied = 0, partial = 0, gap = 0, unanswered = 0, unclear = 0, not_applicable = 0;
    int high = 0, medium = 0, low = 0;                 ///< findings
    int open_high = 0, open_medium = 0, open_low = 0;  ///< without accept or an accepted risk that still holds
    std::int64_t revision = 0;                         ///< of the latest decision
};

/// A document received as evidence.
struct ReceivedEvidence {
    std::string supplier;
    std::int64_t assessment = 0;  ///< 0 = of the supplier in general
    std::string question;
    std::string name;    ///< of the document: "ISO 27001 certificate"
    std::string sha256;  ///< of the file, when it was enclosed
    std::optional<Date> received, issued, valid_until;

    bool operator==(const ReceivedEvidence&) const = default;
};

/// Something with a date on it that somebody has to see to.
struct DueItem {
    enum class Kind { follow_up, evidence_expires, risk_lapses, decision_due };
    Kind kind = Kind::follow_up;
    Date date;
    std::string supplier, supplier_name, contract;
    std::int64_t assessment = 0;  ///< 0 for a follow-up or evidence of no assessment
    std::string about;            ///< Target::text(), the document's name, or the contract's title
    std::string owner;
    std::string comment;
};
const char* name_of(DueItem::Kind kind);  ///< "follow-up", "evidence-expires", "risk-lapses", "decision-due"

/// A contract in the portfolio with its last two assessments, newest first (none = never assessed).
struct PortfolioLine {
    Supplier supplier;
    Contract contract;
    std::vector<AssessmentLine> assessments;
};

/// A sub-processor that the latest assessment of a contract names.
struct SubprocessorUse {
    Subprocessor subprocessor;
    std::string supplier, contract;
    std::int64_t assessment = 0;
};

/// A finding in the latest assessment of a contract.
struct FindingNow {
    std::string supplier, contract;
    std::int64_t assessment = 0;
    Target target;
    Severity severity = Severity::medium;
    std::string quote;
};

/// Who did what when. Only ever added to.
struct LogEntry {
    std::int64_t id = 0;
    std::string at, who;
    std::string what;      ///< "assessment-kept", "decision-made" …
    std::string supplier;  ///< may be empty
    std::string about;     ///< id of the assessment, target or contract
    std::string detail;
};

}  // namespace samsvar::model
