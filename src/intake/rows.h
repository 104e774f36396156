#pragma once

#include <optional>
#include <vector>

#include "intake/question_table.h"
#include "model/submission.h"

namespace samsvar::intake {

/// What a row of a question table is.
enum class RowKind {
    blank,
    hidden,
    header,   ///< the header again
    sample,   ///< an example of how to answer
    section,  ///< name of a section
    question,
    continuation,  ///< more of the answer above
    guidance,      ///< text of the form without a question
    elsewhere,     ///< no part of the questionnaire: facts or annexes below it
    beyond_limit,
};

struct Row {
    const QuestionTable* table = nullptr;
    int number = 0;  ///< 0-based row of the table
    RowKind kind = RowKind::blank;
    RowSigns signs;                       ///< of questions
    std::optional<std::size_t> question;  ///< index into the form's questions; nothing for a row that matches none
    bool rewritten = false;               ///< only the number says which question it is
    std::string mismatch;  ///< id of the question that the printed number belongs to, when the text decided otherwise
};

/// All rows of the tables below their headers, each told what it is and which question it holds. A question in the
/// form's exact words counts most, then number and text together, then the text, then the number alone: numbers shift
/// when rows are moved, added or taken out, words do not.
std::vector<Row> read_rows(const std::vector<QuestionTable>& tables, const FormPatterns& patterns);

}  // namespace samsvar::intake
