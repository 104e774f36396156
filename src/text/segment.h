#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace samsvar::text {

/// Line breaks within running sentences become blanks: the line does not close and is no item of a list, and the next
/// begins with a small letter. Places stay as they are.
void join_lines(Folded& folded);

/// Bytes of what counts as one sentence: nobody means words together that stand further apart, and what looks at the
/// words of a sentence two by two stays affordable in a text without a stop.
inline constexpr std::size_t longest_sentence = 2000;

/// Sentences, list items and lines of a folded text, in order; blanks at their ends left out. Longer ones are cut
/// between words.
std::vector<Span> split_sentences(const Folded& folded);

/// Parts of the sentences between , ; : " - " and co-ordinating conjunctions that turn the meaning (but, while).
std::vector<Span> split_clauses(std::string_view folded, const std::vector<Span>& sentences);

/// A letter or a digit of a folded text.
inline bool is_word_character(char c)
{
    static constexpr std::array<bool, 256> all = [] {
        std::array<bool, 256> made{};
        for (std::size_t at = 0; at < made.size(); ++at)
            made[at] = (at >= 'a' && at <= 'z') || (at >= '0' && at <= '9') || at == 'A' || at == 'E' || at == 'O';
        return made;
    }();
    return all[static_cast<unsigned char>(c)];
}

/// The words, first to last: runs of letters and digits.
std::vector<std::string_view> words_in(std::string_view folded);

/// How many words_in finds.
std::size_t count_words(std::string_view folded);

}  // namespace samsvar::text
