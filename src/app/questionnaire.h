#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/library.h"
#include "app/read.h"
#include "layout/words.h"
#include "model/layout.h"
#include "model/profile.h"

namespace samsvar::app {

/// What questionnaire to make.
struct QuestionnaireRequest {
    model::Profile profile;
    std::vector<std::string> catalogs;    ///< ids or files; empty = all whose requirements have levels
    std::filesystem::path template_file;  ///< the buyer's own texts and logo; empty = the shipped ones
    model::Language language = model::Language::nb;
};

/// Writes the requirements that apply to the case as a questionnaire to send out, DOCX or XLSX after the name of `out`.
/// A profile that names no role asks what is on the supplier or the processor. Gives the number of requirements. Throws
/// Error, also when none applies.
std::size_t make_questionnaire(const Library& library, const QuestionnaireRequest& request,
                               const std::filesystem::path& out);

/// Reads a questionnaire of ours that came back; false when the document is none.
bool read_questionnaire(const Library& library, const layout::Words& words, Reading& reading);

/// Where the questions of a questionnaire of ours stand; nothing when the document is none.
std::optional<model::Layout> questionnaire_layout(const Library& library, const layout::Words& words,
                                                  const model::Document& document);

}  // namespace samsvar::app
