#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "model/place.h"

namespace samsvar::marking {

/// A text to stand at a place of a form.
struct Entry {
    model::Place place;
    std::string text;
    bool replace = false;  ///< what stands there is a prompt and gives way
};

struct FilledIn {
    std::string bytes;
    std::vector<std::size_t> left;  ///< entries that could not be put in: something stands there, or nothing can
};

/// Enters texts into a DOCX or XLSX: into empty cells and paragraphs, and into controls that show their prompt. Nothing
/// else changes, see mark(). Throws Error: unsupported (other kinds of file), malformed, limit_exceeded.
FilledIn fill_in(std::string_view bytes, const std::string& file, const std::vector<Entry>& entries,
                 const Limits& limits);

}  // namespace samsvar::marking
