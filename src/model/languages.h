#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "model/language.h"

// The lists of languages. Whatever goes through languages goes through one of these; nobody keeps a list of their own.
namespace samsvar::model {

/// All of them, in the order of the enumeration.
inline constexpr std::array all_languages{Language::nb, Language::nn, Language::sv,
                                          Language::da, Language::fi, Language::en};
static_assert([] {
    for (std::size_t at = 0; at < all_languages.size(); ++at)
        if (static_cast<std::size_t>(all_languages[at]) != at) return false;
    return true;
}());

/// Those that reports and letters are written in: each of their texts, and each finding, has all of these.
inline constexpr std::array report_languages{Language::nb, Language::sv, Language::da, Language::fi, Language::en};

/// Those that shipped catalogues and forms are written in, and what quotes them at length: agreements, questionnaires
/// of one's own.
inline constexpr std::array catalog_languages{Language::nb, Language::sv, Language::en};

/// Their names with `between` between them: "nb, sv, en".
std::string names_of(std::span<const Language> languages, std::string_view between);

}  // namespace samsvar::model
