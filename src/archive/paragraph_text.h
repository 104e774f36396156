#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "model/document.h"

namespace samsvar::archive {

/// Nothing but spaces of any kind, those of an empty form field among them.
bool is_blank_text(std::string_view text);

/// Bytes that are not blank.
std::size_t solid_bytes(std::string_view text);

/// How a piece of text looks through the elements around it.
struct TextLook {
    bool hidden = false;
    bool struck = false;
    bool placeholder = false;
};

/// The text of a paragraph while it is read piece by piece, and how much of it is hidden, struck or a sample. Most
/// paragraphs are plain text that nobody changed: what they do not need is kept from when one turns out to need it.
struct ParagraphText {
    std::string original;   ///< before tracked changes, once it is kept
    bool has_original = false;
    bool changed = false;   ///< the original differs from the text
    bool watched = false;   ///< what follows is kept
    std::string visible;    ///< the text without hidden pieces
    std::string hidden;
    std::string struck;
    std::size_t solid = 0;  ///< bytes that are not blank: all, struck, hidden, of placeholders
    std::size_t solid_struck = 0;
    std::size_t solid_hidden = 0;
    std::size_t solid_placeholder = 0;

    /// From here on the original is kept apart: before what changes the text in another way than it.
    void keep_original(const model::Paragraph& paragraph)
    {
        if (!has_original) original = paragraph.text;
        has_original = true;
    }
    /// From here on it is counted what is hidden, struck or a sample; before anything is taken out of the text, too.
    void watch(const model::Paragraph& paragraph);
    /// Appends to the paragraph's text. Throws Error(limit_exceeded) naming file and part when it passes
    /// Limits::paragraph_bytes.
    void add(model::Paragraph& paragraph, std::string_view text, const TextLook& look, const Archive& archive,
             const std::string& part);
    /// Sets the marks and the original of the whole paragraph; a part of it that is hidden or struck is told.
    void settle(model::Paragraph& paragraph, std::vector<std::string>& problems);
};

}  // namespace samsvar::archive
