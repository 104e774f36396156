#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace samsvar::text {

/// A beginning that the word has in some of its inflections: "säkerhetskopiering", and "kryptera" → "krypter".
struct Stem {
    std::string text;           ///< folded
    bool only_endings = false;  ///< may follow: it is too short to be told from other words before a further part
    bool begins_word = false;   ///< nothing may stand before it: the whole word is too short to be told in a compound
};

/// The stems of a word (folded, letters and digits only). Each is enough letters to tell the word: Nordic words lose a
/// last -e or -a and the e of -el, -er, -en; English ones -e and -y; Finnish ones are put in strong and weak grade.
std::vector<Stem> stems_of(std::string_view word, model::Language language);

/// What stands before a stem within its word makes a compound of it: "disk" of "diskkryptering", but not the "u", "o",
/// "un" that turn it around.
bool may_stand_before(std::string_view beginning);

/// What follows a stem within its word leaves it what it is: endings and further parts of a compound, but not "-less",
/// "-løs", "-ton".
bool may_follow(std::string_view rest, model::Language language, bool only_endings);

/// `written` is `word`, or differs from it by one slip: a letter too many, too few, another, or two exchanged; never in
/// the first letter, and never by a u or o too many, which in Nordic languages may say "not".
bool within_one_slip(std::string_view written, std::string_view word);

}  // namespace samsvar::text
