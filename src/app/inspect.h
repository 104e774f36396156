#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/library.h"
#include "app/output.h"
#include "app/read.h"
#include "base/limits.h"
#include "model/document.h"
#include "model/layout.h"
#include "model/submission.h"

namespace samsvar::app {

/// What was found in a file that no form describes, and why.
struct Inspection {
    model::Document document;
    model::Layout layout;
    model::Form form;              ///< made of the questions that were found
    model::Submission submission;  ///< facts, sub-processors, identifiers, ledger
    /// What each answer means, by question of the layout: yes, no, partly, planned, not-applicable, unknown; "" for other
    /// words and when there is no answer.
    std::vector<std::string> meanings;
    std::map<std::string, std::size_t> counts;  ///< questions, answered, unanswered, and the meanings ("other" too)
};

/// Reads the file and looks for its questions; `layout` names a form whose regions say where they are, empty = inferred.
/// Loads the vocabulary only. Throws Error when the file or the layout cannot be read.
Inspection inspect(const Library& library, const std::filesystem::path& file, const std::string& layout = {},
                   const Limits& limits = {}, const Progress& progress = {});

/// For people in a terminal; `details` lists every question with its answer.
std::string inspection_text(const Inspection& inspection, model::Language language, bool details,
                            const Screen& screen = {});
/// For programs; keys are only ever added.
std::string inspection_json(const Inspection& inspection);

/// A form for next year: the questions with their fingerprints and the requirements they are surely about, the sections,
/// the labels of the facts, and where everything stands. `id` empty = made of the file's name. Throws Error(unsupported) when no question was found.
model::Form draft(const Library& library, const Inspection& inspection, const std::string& id = {});
/// That form as XML (forms/form.xsd).
std::string draft_xml(const Library& library, const Inspection& inspection, const std::string& id = {});

}  // namespace samsvar::app
