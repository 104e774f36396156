#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/form.h"
#include "model/submission.h"

namespace samsvar::model {

/// How a part of a file holds questions and answers.
enum class RegionKind {
    rows,   ///< a table or sheet: each row a question, its columns have roles
    slots,  ///< places to answer in cells or paragraphs, each with its label: forms, answer boxes, numbered paragraphs
};
const char* name_of(RegionKind kind);

/// One thing that speaks for (weight > 0) or against a conclusion, in words for people.
struct LayoutReason {
    std::string text;
    double weight = 0;
};

/// What a column of a question table holds.
struct LayoutColumn {
    int column = 0;
    ColumnRole role = ColumnRole::other;
    std::string header;  ///< texts of the header rows over it, joined by " / "
    std::string choice;  ///< what a mark in the column says ("Yes"); empty for other columns
    double confidence = 0;  ///< 0-1
    std::vector<LayoutReason> reasons;
};

/// A part of the file that was looked at: taken as questions, or left with the reasons why.
struct LayoutRegion {
    RegionKind kind = RegionKind::rows;
    std::string table;  ///< Table::name; empty for paragraphs
    std::string part;   ///< Table::part
    bool sheet = false;
    bool taken = false;
    std::vector<int> header_rows;  ///< 0-based
    int first_row = 0;             ///< 0-based, below the header
    int last_row = -1;             ///< inclusive
    std::vector<LayoutColumn> columns;
    double confidence = 0;  ///< 0-1
    std::vector<LayoutReason> reasons;
};

/// A question as found, with what was answered.
struct LayoutQuestion {
    std::size_t region = 0;  ///< index into Layout::regions
    int row = -1;            ///< row of the table, 0-based; -1 for slots
    std::string id;          ///< as printed, without a trailing full stop; empty when there is none
    std::string section;
    std::string text;      ///< the question, verbatim, without the number in front
    std::string guidance;  ///< help printed beside it
    std::vector<AnswerPart> parts;     ///< what the supplier entered; empty = unanswered
    std::vector<Place> answer_places;  ///< where an answer belongs, also when nothing stands there
    std::string prefilled;             ///< default or sample text that stands there and is no answer
    Place place;                       ///< of the question
    std::vector<UnitId> units;         ///< of the question, id, section, guidance, in the order below
};

/// How the questions and answers lie in one file, found without a form, or as a form's <layout> says.
struct Layout {
    std::vector<LayoutRegion> regions;      ///< in reading order; all that were looked at
    std::vector<LayoutQuestion> questions;  ///< in reading order
    double confidence = 0;                  ///< 0-1, of the taken regions weighted by their questions
};

}  // namespace samsvar::model
