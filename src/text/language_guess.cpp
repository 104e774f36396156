#include "text/language_guess.h"

#include <algorithm>
#include <array>

namespace samsvar::text {

namespace {

using model::Language;

struct Words {
    Language language;
    std::array<std::string_view, 14> words;
};

/// Words that tell the neighbours apart, folded; "og", "er" and "i" would not.
constexpr std::array<Words, 6> function_words{{
    {Language::nb, {"ikke", "også", "av", "hos", "alle", "ved", "eller", "blir", "noe", "mellom", "etter", "oss", "dere", "hver"}},
    {Language::nn, {"ikkje", "ogsA", "vert", "nokon", "eit", "ein", "frA", "berre", "dykk", "kvar", "mellom", "vere", "saman", "eigen"}},
    {Language::sv, {"inte", "och", "att", "frAn", "Er", "som", "alla", "eller", "Even", "efter", "med", "fOr", "varje", "oss"}},
    {Language::da, {"ikke", "af", "ogsA", "hvis", "efter", "jer", "vores", "alle", "bliver", "nogen", "fra", "mellem", "hver", "deres"}},
    {Language::fi, {"ja", "on", "ei", "ovat", "kaikki", "tai", "sekE", "myOs", "kanssa", "mukaan", "joka", "eivEt", "kuin", "voidaan"}},
    {Language::en, {"the", "and", "of", "is", "are", "with", "not", "by", "for", "all", "we", "our", "to", "within"}},
}};

/// Words only one language has weigh more.
constexpr std::array<std::pair<std::string_view, Language>, 16> telling{{
    {"ikkje", Language::nn}, {"berre", Language::nn}, {"kvar", Language::nn}, {"och", Language::sv}, {"inte", Language::sv}, {"Er", Language::sv},
    {"att", Language::sv}, {"af", Language::da}, {"vores", Language::da}, {"mellem", Language::da}, {"the", Language::en}, {"and", Language::en},
    {"ja", Language::fi}, {"sekE", Language::fi}, {"av", Language::nb}, {"noe", Language::nb},
}};

}  // namespace

Language guess_language(std::string_view folded)
{
    std::array<int, 6> counts{};
    for (std::size_t at = 0; at < folded.size();) {
        while (at < folded.size() && !((folded[at] >= 'a' && folded[at] <= 'z') || (folded[at] >= 'A' && folded[at] <= 'Z'))) ++at;
        const std::size_t begin = at;
        while (at < folded.size() && ((folded[at] >= 'a' && folded[at] <= 'z') || (folded[at] >= 'A' && folded[at] <= 'Z'))) ++at;
        const std::string_view word = folded.substr(begin, at - begin);
        if (word.empty()) continue;
        for (std::size_t index = 0; index < function_words.size(); ++index)
            if (std::find(function_words[index].words.begin(), function_words[index].words.end(), word) != function_words[index].words.end())
                ++counts[index];
        for (const auto& [known, language] : telling)
            if (known == word) counts[static_cast<std::size_t>(language)] += 2;
    }
    // "ja" opens Nordic answers as well: Finnish needs more than one sign.
    std::size_t best = 0;
    for (std::size_t index = 1; index < counts.size(); ++index)
        if (counts[index] > counts[best] && (function_words[index].language != Language::fi || counts[index] > 4)) best = index;
    return function_words[best].language;
}

}  // namespace samsvar::text
