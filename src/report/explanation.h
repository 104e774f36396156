#pragma once

#include <string>
#include <vector>

#include "model/assessment.h"
#include "report/step_texts.h"
#include "report/text.h"

namespace samsvar::report {

/// A requirement that a question covers.
struct CoveredRequirement {
    std::string catalog, id;
    model::LocalText title;
    model::Outcome outcome = model::Outcome::unclear;
};

/// Everything that explains one verdict: made of an assessment, or read back from a result of `samsvar check`.
struct Explanation {
    std::string question;
    model::LocalText question_text;
    std::string place;   ///< of the answer; empty when the file does not hold it
    std::string answer;  ///< what the places of matched words count in
    model::Outcome outcome = model::Outcome::unclear;
    std::vector<model::Step> steps;
    std::vector<model::Finding> findings;
    std::vector<CoveredRequirement> requirements;
};

/// Of a question of the assessment; throws Error(not_found) when there is none.
Explanation explanation_of(const model::Assessment& assessment, const std::string& question);

/// The answer with the words that decided something marked with the numbers of the steps they stand in, the steps in
/// order, the findings with their rule and the question to send back, and the requirements. In lines of at most `width`
/// columns; on a terminal the marked words are in colour too.
std::string to_text(const Explanation& explanation, const StepTexts& texts, model::Language language, std::size_t width,
                    Colouring colouring);

/// The steps that decided the outcome, one on a line, short enough for the note of a cell; empty when none did.
std::string note_of(const model::AnswerResult& result, const StepTexts& texts, model::Language language);

}  // namespace samsvar::report
