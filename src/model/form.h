#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/language.h"
#include "model/place.h"

namespace samsvar::model {

/// What a column or control of a questionnaire holds.
enum class ColumnRole { id, section, question, guidance, choice, answer, remark, evidence, reviewer, other };
const char* name_of(ColumnRole role);
std::optional<ColumnRole> column_role_named(std::string_view name);

/// How a column is recognised: folded patterns over its header cell.
struct FormColumn {
    ColumnRole role = ColumnRole::other;
    std::vector<std::string> headers;  ///< RE2 over folded text
    bool required = false;             ///< without it a table is not the question table
    Origin origin;
};

/// A fact about the supplier that stands in a label/value table ("Org. nr." | "982 39 6999").
struct FormFact {
    std::string key;  ///< supplier, address, organisation-number, completed-by, email, phone, product, version, date
    std::vector<std::string> labels;  ///< RE2 over folded text
    LocalText label;
    Origin origin;
};

/// How the question is answered.
enum class AnswerKind { free, list, yesno, yesno_explanation, yesno_list };
const char* name_of(AnswerKind kind);
std::optional<AnswerKind> answer_kind_named(std::string_view name);

/// A requirement a question covers.
struct Coverage {
    std::string catalog;
    std::string id;
    double confidence = 1;  ///< 0-1; 1 = said by a person or printed in the question
};

struct Question {
    std::string id;  ///< as printed, without a trailing full stop
    std::string section;
    LocalText text;                      ///< our paraphrase
    std::vector<std::string> recognise;  ///< RE2 over the folded printed question; all must match
    std::string fingerprint;  ///< first 16 hex digits of SHA-256 over the printed question, folded, words only
                              ///< (text::fingerprint); blank-separated when several printings are known
    AnswerKind kind = AnswerKind::free;
    bool yes_suffices = false;          ///< a bare yes or no answers it in full
    bool yes_is_good = true;            ///< "no" is the comfortable answer when false (sharing, transfers)
    std::vector<std::string> evidence;  ///< kinds of document asked for; empty = none
    LocalText evidence_text;
    bool answer_is_evidence = false;  ///< the document asked for is what the answer itself consists of (a list)
    std::vector<std::string> topic;   ///< concepts that show the answer is about the matter at all
    std::vector<std::string> tags;    ///< subject tags that contradictions use: recipients, transfer, log-retention …
    std::vector<Expectation> expectations;
    std::vector<Coverage> covers;
    std::string na_follows_from;           ///< question whose "no" makes not-applicable right
    bool na_allowed = false;               ///< not applicable needs only a reason
    bool may_inherit = false;              ///< running in a named data centre of another party answers part of it
    Severity severity = Severity::medium;  ///< of a gap
    /// Nobody has said what a good answer holds: what stands here was concluded from the question's words
    /// (coverage::describe).
    bool concluded = false;
    Origin origin;
};

struct Section {
    std::string id;
    LocalText title;
    std::vector<std::string> recognise;  ///< RE2 over the folded section row
};

/// A column of a part of a file whose layout is known.
struct FormRegionColumn {
    int column = 0;  ///< 0-based
    ColumnRole role = ColumnRole::other;
    std::string choice;  ///< what a mark in the column says ("Yes"); empty for other columns
};

/// Where questions and answers lie in the file, said by table, row and column instead of by headers.
struct FormRegion {
    bool slots = false;    ///< places to answer with labels (RegionKind::slots), else rows
    std::string table;     ///< Table::name; empty for slots in paragraphs, or when only the position is known
    int position = 0;      ///< 1-based among the tables and sheets of the file; 0 = by name only
    std::vector<int> header_rows;  ///< 0-based
    int first_row = 0;             ///< 0-based, below the header
    int last_row = -1;             ///< inclusive; -1 = to the end of the table
    std::vector<FormRegionColumn> columns;
    Origin origin;
};

/// How one questionnaire is recognised and read.
struct Form {
    std::string id;
    std::string version;
    LocalText title;
    std::vector<std::string> titles;  ///< RE2 over folded text of title lines; any
    std::vector<FormColumn> columns;
    std::vector<FormFact> facts;
    std::vector<std::string> subprocessor_headers;  ///< RE2: header or label that starts the list of sub-processors
    std::vector<std::string> annex_headers;         ///< RE2: heading or sheet name of the list of annexes
    std::vector<FormRegion> regions;  ///< where they stand; empty = found by the headers of the columns
    std::vector<Section> sections;
    std::vector<Question> questions;
    /// Made from the file that is being read, not by a person: nothing is expected of an answer but that it is one.
    bool inferred = false;
    Origin origin;

    const Question* find(std::string_view wanted) const;
};

}  // namespace samsvar::model
