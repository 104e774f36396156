#include "coverage/stems.h"

#include "base/error.h"
#include "base/module.h"
#include "coverage/snowball.h"

namespace samsvar::coverage {

using model::Language;

namespace {

const Snowball& snowball()
{
    static const Snowball functions = [] {
        Snowball loaded{};
        reinterpret_cast<SnowballFunction>(module_function(snowball_module, snowball_function, "stems words"))(loaded);
        return loaded;
    }();
    return functions;
}

const char* algorithm(Language language)
{
    switch (language) {
        case Language::sv: return "swedish";
        case Language::fi: return "finnish";
        case Language::en: return "english";
        case Language::nb:
        case Language::nn:
        case Language::da: return "norwegian";
    }
    return "norwegian";
}

/// Folded letters as the algorithm knows them: A → å, E → ä or æ, O → ö or ø (ISO 8859-1).
char written(char folded, Language language)
{
    const bool swedish = language == Language::sv || language == Language::fi;
    switch (folded) {
        case 'A': return '\xe5';
        case 'E': return swedish ? '\xe4' : '\xe6';
        case 'O': return swedish ? '\xf6' : '\xf8';
        default: return folded;
    }
}

char folded(char written)
{
    switch (written) {
        case '\xe5': return 'A';
        case '\xe4':
        case '\xe6': return 'E';
        case '\xf6':
        case '\xf8': return 'O';
        default: return written;
    }
}

bool in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

Stemmer::Stemmer(Language language) : stemmer_(snowball().make(algorithm(language), "ISO_8859_1")), language_(language)
{
    if (!stemmer_)
        throw Error(ErrorCode::unsupported, {},
                    std::string("libstemmer has no algorithm \"") + algorithm(language) + "\" for ISO_8859_1");
}

Stemmer::~Stemmer()
{
    snowball().remove(stemmer_);
}

std::string Stemmer::stem(std::string_view word) const
{
    std::string letters;
    for (const char c : word) letters += written(c, language_);
    const sb_symbol* stemmed =
        snowball().stem(stemmer_, reinterpret_cast<const sb_symbol*>(letters.data()), static_cast<int>(letters.size()));
    const int length = snowball().length(stemmer_);
    std::string result;
    for (int at = 0; at < length; ++at) result += folded(static_cast<char>(stemmed[at]));
    return result;
}

std::vector<std::string> Stemmer::stems(std::string_view text) const
{
    constexpr std::size_t shortest = 3;
    constexpr std::size_t longest = 60;
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!in_word(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && in_word(text[end])) ++end;
        if (end - at >= shortest && end - at <= longest) found.push_back(stem(text.substr(at, end - at)));
        at = end;
    }
    return found;
}

std::vector<std::string> parts_of(const std::string& stem, const std::set<std::string, std::less<>>& known)
{
    constexpr std::size_t shortest = 4;
    for (std::size_t cut = stem.size() - std::min(stem.size(), shortest); cut >= shortest; --cut) {
        const std::string_view first = std::string_view(stem).substr(0, cut);
        const std::string_view second = std::string_view(stem).substr(cut);
        if (!known.contains(second)) continue;
        if (known.contains(first)) return {std::string(first), std::string(second)};
        const std::string_view joined = first.substr(0, first.size() - 1);
        if ((first.back() == 's' || first.back() == 'e') && joined.size() >= shortest && known.contains(joined))
            return {std::string(joined), std::string(second)};
    }
    return {};
}

}  // namespace samsvar::coverage
