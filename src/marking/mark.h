#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "model/catalog.h"
#include "model/place.h"

namespace samsvar::marking {

/// One thing to say about the supplier's own file, and where.
struct Mark {
    model::Place place;           ///< of the answer; an empty path = it is not in the file
    model::Place question_place;  ///< where to put the mark when there is no answer to put it at
    bool answered = false;        ///< there is text at `place`
    std::string heading;          ///< "18 · High": stands in bold above the lines; may be empty
    std::vector<std::string> lines;
};

/// Who marks, and the day that is written beside a comment.
struct Author {
    std::string name = "samsvar";
    model::Date date;
};

/// The supplier's file with the marks in it.
struct Marked {
    std::string bytes;
    std::size_t marks = 0;             ///< as many as were asked for
    std::size_t at_start = 0;          ///< of them: at the start of the file, since their place is not in it
    std::vector<std::string> notices;  ///< what whoever sends it should know: a signature that no longer holds
};

/// Puts comments into a DOCX, notes and a colour on the cells into an XLSX. Nothing else of the file changes: parts
/// that hold no mark are the same compressed bytes in the same order, those that do differ by what is inserted.
/// Comments and notes that were there stay. Same arguments, same bytes. `file` is the name for messages. Throws Error:
/// unsupported (other kinds of file), malformed, limit_exceeded.
Marked mark(std::string_view bytes, const std::string& file, const std::vector<Mark>& marks, const Author& author,
            const Limits& limits);

}  // namespace samsvar::marking
