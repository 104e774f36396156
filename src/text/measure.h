#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "text/word_roles.h"

namespace samsvar::text {

/// A word, a number or a mark of a folded text.
struct Token {
    enum class Kind : std::uint8_t {
        word,    ///< letters
        number,  ///< "24", "2,5"
        figure,  ///< figures that are no plain number: "14.03.2026", "4.0.3"
        mark,    ///< any other character
        line,    ///< line break
    };
    Kind kind = Kind::mark;
    bool spaced = true;       ///< a blank, a line break or the beginning stands before it
    bool underlined = false;  ///< a word with '_' in it
    bool long_vowel = false;  ///< a word with "ii", "uu", "yy", "ää" or "öö" in it
    std::uint32_t roles = 0;  ///< of a word, see role::
    Span span;
    double value = 0;  ///< of a number, and of a word with role::number
};

/// A folded text as tokens, with what the searches for quantities need to look back and ahead.
class Tokens {
public:
    explicit Tokens(std::string_view folded);

    std::size_t size() const { return tokens_.size(); }
    const Token& operator[](std::size_t index) const { return tokens_[index]; }
    std::string_view folded() const { return folded_; }

    /// The letters of token `index`, "" when it is no word or there is none.
    std::string_view word(std::size_t index) const
    {
        if (index >= tokens_.size() || tokens_[index].kind != Token::Kind::word) return {};
        return folded_.substr(tokens_[index].span.begin, tokens_[index].span.size());
    }
    /// The character of mark `index`, 0 when it is no mark or there is none.
    char mark(std::size_t index) const
    {
        if (index >= tokens_.size() || tokens_[index].kind != Token::Kind::mark) return 0;
        return folded_[tokens_[index].span.begin];
    }
    /// Token `index` is a word that may have one of `roles`.
    bool may_be(std::size_t index, std::uint32_t roles) const
    {
        return index < tokens_.size() && (tokens_[index].roles & roles) != 0;
    }
    /// The first token that begins at or after `position`.
    std::size_t at(std::size_t position) const;

private:
    std::string_view folded_;
    std::vector<Token> tokens_;
};

/// The value of a number in figures ("2,5", "90") or one word ("tre", "fjorton", "tjuefire", "kaksi"), folded.
std::optional<double> number_value(std::string_view folded);

/// A counted amount: "3", "tre", "twenty-four", "2-4" (the upper end counts), "et halvt", "fourteen (14)".
struct Count {
    double value = 0;
    std::size_t next = 0;  ///< the token behind it
    bool in_figures = false;
    bool article = false;  ///< "a", "an": not every one of them counts something
};
std::optional<Count> count_at(const Tokens& tokens, std::size_t index);

/// Ordinals in words, folded, with their values.
const WordTable<double>& ordinal_words();

/// "tredje", "third", "12.", "14:e"; its value and the token behind it.
std::optional<Count> ordinal_at(const Tokens& tokens, std::size_t index);

/// A unit of time. A working day counts 7/5 of a day, so that five of them are a week.
struct Unit {
    double hours = 0;
    bool working = false;
    bool letter = false;    ///< h, d, t: only behind figures
    bool definite = false;  ///< "året", "uka": only in "to ganger i året"
    bool day_name = false;  ///< "mandag", "natt", "januar": only in "hver mandag"
    std::size_t next = 0;   ///< the token behind it
};
/// The unit at a token, adjectives ("hele", "calendar", "business") passed over.
std::optional<Unit> unit_at(const Tokens& tokens, std::size_t index);

inline constexpr double day_hours = 24;
inline constexpr double week_hours = 7 * 24;
inline constexpr double year_hours = 365.25 * 24;
inline constexpr double month_hours = year_hours / 12;
inline constexpr double working_day_hours = 24.0 * 7 / 5;

}  // namespace samsvar::text
