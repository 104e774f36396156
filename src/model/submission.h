#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/form.h"
#include "model/place.h"

namespace samsvar::model {

/// One cell or control of an answer, as written.
struct AnswerPart {
    ColumnRole role = ColumnRole::answer;  ///< choice, answer, remark or evidence
    std::string text;                      ///< verbatim, \n between paragraphs
    Place place;
    Marks marks;
};

/// All a supplier wrote to one question.
struct Answer {
    std::string question;          ///< Question::id
    std::string printed_question;  ///< the question's text in the supplier's file
    std::string printed_guidance;  ///< help printed beside it in a file nobody described: what the answer should hold
    Place question_place;
    bool question_edited = false;  ///< printed_question differs from the form's
    std::vector<AnswerPart> parts;

    /// Choice, answer and remark joined by \n (evidence apart); what the rules reason about.
    std::string text() const;
    /// Text of the evidence column, or "".
    std::string evidence_text() const;
    /// Place of the answer cell (the first part, whichever it is).
    Place place() const;
};

/// The question as printed in the supplier's file, else as the form has it; "" when neither has words.
std::string printed_question(const Question& question, const Answer* answer);

/// The same with the guidance printed beside it: all that is asked.
std::string printed_request(const Question& question, const Answer* answer);

struct HeaderFact {
    std::string key;    ///< FormFact::key
    std::string label;  ///< as printed
    std::string value;
    Place place;

    bool operator==(const HeaderFact&) const = default;
};

/// An organisation number found anywhere in the file.
struct Identifier {
    std::string scheme;  ///< NO, SE, DK, FI, LEI
    std::string value;   ///< digits only, as the scheme prints them
    bool valid = false;  ///< check digit
    std::string owner;   ///< name it stands beside, where known
    Place place;
};

struct Subprocessor {
    std::string name;
    std::string address;
    std::string identifier;  ///< as printed
    Place place;

    bool operator==(const Subprocessor&) const = default;
};

/// An enclosed document that the supplier lists.
struct Annex {
    std::string label;  ///< "8", "01", "B"
    std::string title;
    Place place;

    bool operator==(const Annex&) const = default;
};

/// How one unit of the supplier's file was used.
struct LedgerEntry {
    UnitId unit = no_unit;
    bool used = false;
    std::string use;  ///< used: answer, question, id, section, header, title, evidence, remark …; ignored: the reason
    Place place = {};          ///< of the unit, so that a report can name it without the document
    std::string excerpt = {};  ///< start of the unit's text, at most about 120 bytes, for the ledger's reader
};

/// All answers of one supplier in one file, with header facts.
struct Submission {
    std::string form;       ///< Form::id
    std::string version;    ///< Form::version
    double confidence = 0;  ///< 0-1: how sure the form was recognised
    std::vector<HeaderFact> facts;
    std::vector<Identifier> identifiers;
    std::vector<Subprocessor> subprocessors;
    std::vector<Annex> annexes;
    std::vector<Answer> answers;                 ///< in form order, one per question that stands in the file
    std::vector<std::string> missing_questions;  ///< questions of the form that the file does not hold
    std::vector<Answer> unmatched;               ///< rows of the question table that match no question of the form
    std::vector<Problem> problems;
    std::vector<LedgerEntry> ledger;  ///< one per unit of the document, in order

    const Answer* find(std::string_view question) const;
    /// First fact with that key, or "".
    const std::string& fact(std::string_view key) const;
};

/// Sums of a ledger. Invariant: units == used + all ignored.
struct LedgerTotals {
    std::size_t units = 0;
    std::size_t used = 0;
    std::map<std::string, std::size_t> used_as;
    std::map<std::string, std::size_t> ignored;  ///< reason → count
};
LedgerTotals totals(const std::vector<LedgerEntry>& ledger);

}  // namespace samsvar::model
