#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "odf/controls.h"
#include "odf/labels.h"
#include "odf/package.h"
#include "odf/styles.h"

namespace samsvar::odf {

/// What all of one OpenDocument text shares while it is read.
struct TextContext {
    const Archive& archive;
    Draft& draft;
    const Styles& styles;
    const Forms& forms;
    std::string part;  ///< the part that is being read
    Labels labels;
    std::map<std::string, pugi::xml_node, std::less<>> deletions;  ///< by the id of the change
    std::set<std::string, std::less<>> insertions;                 ///< ids of changes that insert
    std::set<std::string, std::less<>> open_insertions;            ///< begun and not ended; may span paragraphs
    int sections_hidden = 0;                                       ///< hidden sections around what is read
    std::size_t cells = 0;                                         ///< read so far, against Limits::cells
    std::size_t repeated_cells = 0;                                ///< of them, copies that a repetition asks for
    std::size_t repeated_bytes = 0;                                ///< text in the copies
    int footnotes = 0;
    int comments = 0;

    /// Whether a repetition may ask for one more copy: a few bytes must not make a large document.
    bool may_repeat() const { return repeated_cells < 20'000 && repeated_bytes < (4u << 20); }

    void problem(const std::string& path, std::string text) { draft.problem(part, path, std::move(text)); }
};

}  // namespace samsvar::odf
