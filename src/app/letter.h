#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/assess.h"
#include "app/library.h"
#include "app/open_store.h"
#include "base/limits.h"
#include "model/open_points.h"

namespace samsvar::app {

/// How a supplier is written to.
struct LetterRequest {
    std::optional<model::Language> language;  ///< nothing = the record's
    model::Date date;                         ///< the day of the letter; also decides which accepted risks still hold
    std::optional<model::Date> deadline;      ///< for replies
    std::filesystem::path template_file;      ///< letter: the buyer's own DOCX with place holders; empty = ours
    std::string author = "samsvar";           ///< mark: whose comments they are
    Limits limits;
};

/// An assessment that is written about, with the supplier's file.
struct WrittenAbout {
    model::Record record;
    std::vector<model::Decision> decisions;
    std::string file;  ///< its bytes
};
/// A file assessed on the spot: nothing is decided yet. Throws Error as assess().
WrittenAbout assessed_now(const Library& library, const AssessRequest& request);
/// An assessment of the register with the decisions made on it. Throws Error, not_found for an unknown id.
WrittenAbout assessed_before(const RegisterChoice& choice, std::int64_t assessment);

/// The letter to the supplier with the points that are open, as the bytes of a DOCX. A template is a DOCX with {points}
/// in a paragraph, and {supplier}, {date}, {deadline} and {file} wherever they are wanted. Throws Error, for a template
/// without {points} too.
std::string write_letter(const Library& library, const model::Record& record,
                         const std::vector<model::Decision>& decisions, const LetterRequest& request);

/// The supplier's own file with the open points marked in it: see marking::mark.
struct MarkedFile {
    std::string bytes;
    std::size_t points = 0;
    std::size_t at_start = 0;          ///< of them: at the file's start, since their place is not in it
    std::vector<std::string> notices;  ///< for whoever sends it
};
MarkedFile mark_file(const Library& library, const model::Record& record, const std::vector<model::Decision>& decisions,
                     std::string_view bytes, const LetterRequest& request);

}  // namespace samsvar::app
