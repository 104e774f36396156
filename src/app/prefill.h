#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/library.h"
#include "base/limits.h"
#include "model/record.h"

namespace samsvar::app {

/// How a form is filled in with last year's answers.
struct PrefillRequest {
    std::string form;                         ///< id or path of the form of the blank; empty = recognised
    std::optional<model::Language> language;  ///< of the comments; nothing = the record's
    model::Date date;                         ///< of the comments
    Limits limits;
};

struct Prefilled {
    std::string bytes;
    std::size_t questions = 0;  ///< in the blank
    std::size_t entered = 0;    ///< with an answer of last year
    std::size_t changed = 0;    ///< worded otherwise than last year: they have a comment
    std::size_t added = 0;      ///< new: they have a comment
    std::size_t left = 0;       ///< whose answer could not be entered: it stands in a comment
};

/// Fills the answers of `previous` into a blank DOCX or XLSX, also one that make_questionnaire wrote. Questions are
/// matched by their words, else by their ids. What the blank says already stays. Throws Error.
Prefilled prefill(const Library& library, const std::filesystem::path& blank, const model::Record& previous,
                  const PrefillRequest& request);

}  // namespace samsvar::app
