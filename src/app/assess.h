#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/library.h"
#include "app/read.h"
#include "base/limits.h"
#include "model/assessment.h"
#include "model/profile.h"

namespace samsvar::app {

/// What to hold a supplier's file against.
struct AssessRequest {
    std::filesystem::path file;
    std::vector<std::string> catalogs;  ///< ids or paths; empty = those the form's questions cover
    std::string form;                   ///< id or path; empty = recognised, or inferred when no form fits
    std::string layout;     ///< id or path of a form whose regions say where the questions stand; may be empty
    std::string report_in;  ///< id or path of a catalogue in whose terms the result is told; may be empty
    std::vector<std::filesystem::path> mappings;  ///< files with further mappings, ours or OSCAL
    std::filesystem::path evidence;  ///< folder with the documents that came with the file; empty = not at hand
    std::optional<model::Date> evidence_due;      ///< when outstanding documents are to be here; empty = two weeks on
    std::optional<model::Profile> profile;        ///< only requirements that apply to the case
    model::Date date;                             ///< the day the verdicts hold for
    Limits limits;
};

/// The main job: one supplier's file in, one assessment out. Throws Error when the file, the form or a catalogue cannot
/// be read, or when the file is a questionnaire no form fits.
model::Assessment assess(const Library& library, const AssessRequest& request, const Progress& progress = {});

/// The part of assess() after reading: also for submissions that come from elsewhere.
model::Assessment assess_submission(const Library& library, const model::Form& form,
                                    std::vector<model::Catalog> catalogs, const model::Lexicon& lexicon,
                                    model::Submission submission, model::Date date);

/// The program's version, as printed by --version and written into results.
const char* version();

}  // namespace samsvar::app
