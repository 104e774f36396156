#pragma once

#include <stdexcept>
#include <string>

#include "app/library.h"
#include "model/assessment.h"
#include "rules/evaluate.h"
#include "text/analysis.h"

namespace samsvar::rules {

/// Form and lexicon as shipped, read and compiled once for the whole program.
struct Shipped {
    app::Library library{SAMSVAR_SOURCE_DIR};
    model::Form form = library.form("skolesec-ros");
    text::Matcher matcher = library.matcher();
};

inline const Shipped& shipped()
{
    static const Shipped value;
    return value;
}

inline constexpr model::Date assessed_on{2026, 11, 21};

/// One answer of a submission, with a place of its own.
inline model::Answer answer_to(const std::string& question, const std::string& text)
{
    model::Answer answer;
    answer.question = question;
    answer.parts.push_back({model::ColumnRole::answer, text, {"answers.tsv", "answers", "B" + question, true}, {}});
    return answer;
}

/// Result of a question; fails hard when there is none.
inline const model::AnswerResult& result_of(const Evaluation& evaluation, const std::string& question)
{
    for (const model::AnswerResult& one : evaluation.answers)
        if (one.question == question) return one;
    throw std::out_of_range("no result for question " + question);
}

inline bool has(const model::AnswerResult& result, const std::string& code)
{
    for (const model::Finding& finding : result.findings)
        if (finding.code == code) return true;
    return false;
}

}  // namespace samsvar::rules
