#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "text/word_table.h"

namespace samsvar::text {

/// What a word may be to the searches over tokens, as bits. Each search looks closer only at words with its own bit.
namespace role {
inline constexpr std::uint32_t number = 1u << 0;
inline constexpr std::uint32_t unit = 1u << 1;
inline constexpr std::uint32_t before_unit = 1u << 2;  ///< "hele", "business"
inline constexpr std::uint32_t opens_duration = 1u << 3;
inline constexpr std::uint32_t opens_frequency = 1u << 4;
inline constexpr std::uint32_t opens_date = 1u << 5;
inline constexpr std::uint32_t before_year = 1u << 6;
inline constexpr std::uint32_t opens_reference = 1u << 7;
inline constexpr std::uint32_t annex = 1u << 8;
inline constexpr std::uint32_t file_ending = 1u << 9;
inline constexpr std::uint32_t tells_language = 1u << 10;
}  // namespace role

/// The words of all searches, so that a word of a text is looked up once and not once per search.
class WordRoles {
public:
    /// The word must outlive this (it is a literal).
    void add(std::string_view word, std::uint32_t roles);
    template <typename Words>
    void add_all(const Words& words, std::uint32_t roles)
    {
        for (const std::string_view word : words) add(word, roles);
    }
    /// Every word that begins so, by its first four letters (there are no fewer): the search tells the rest.
    void add_beginning(std::string_view beginning, std::uint32_t roles);
    /// To be called once, after the last add.
    void prepare();

    /// The roles that a word may have.
    std::uint32_t of(std::string_view word) const
    {
        const std::uint32_t* const known = words_.find(word);
        std::uint32_t roles = known ? *known : 0;
        if (word.size() > beginning_size)
            if (const std::uint32_t* const begun = beginnings_.find(word.substr(0, beginning_size))) roles |= *begun;
        return roles;
    }

private:
    static constexpr std::size_t beginning_size = 4;

    WordTable<std::uint32_t> words_;
    WordTable<std::uint32_t> beginnings_;
    std::deque<std::string> letters_;  ///< of the beginnings
};

/// Those of all searches, made when first asked for.
const WordRoles& word_roles();

// What each of them looks for.
void add_measure_words(WordRoles& roles);
void add_duration_words(WordRoles& roles);
void add_frequency_words(WordRoles& roles);
void add_date_words(WordRoles& roles);
void add_reference_words(WordRoles& roles);
void add_language_words(WordRoles& roles);

}  // namespace samsvar::text
