#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/step.h"

namespace samsvar::report {

/// The sentences of explanations: reports/steps.xml, see reports/steps.xsd.
struct StepTexts {
    std::vector<model::LocalText> steps;  ///< indexed by StepId
    std::map<std::string, model::LocalText, std::less<>> stages, words;

    /// A word that load_step_texts has seen to it that exists.
    const std::string& word(std::string_view id, model::Language language) const;
};

/// Reads the sentences; `shown` is the name used in messages. Throws Error with file, line and column: malformed XML,
/// an id that no step has, a step, stage or word that is missing or stands twice, a language that is missing, and a
/// place holder the step is not told with or that stands in one language only.
StepTexts load_step_texts(const std::filesystem::path& path, const std::string& shown);

/// Part of a sentence: our own words, or an argument put in.
struct StepPiece {
    std::string text;
    bool matched = false;  ///< the supplier's words
};

/// The step as a sentence in `language`, the supplier's words made printable and on one line; long ones are cut.
std::vector<StepPiece> told(const model::Step& step, const StepTexts& texts, model::Language language);

/// The same as one text.
std::string told_text(const model::Step& step, const StepTexts& texts, model::Language language);

}  // namespace samsvar::report
