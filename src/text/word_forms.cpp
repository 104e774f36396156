// Inflection and compounds: enough of five languages' grammar that a word of the lexicon is known in running text.
#include "text/word_forms.h"

#include <algorithm>
#include <array>

namespace samsvar::text {

namespace {

using model::Language;

constexpr std::size_t shortest_in_compound = 5;
constexpr std::size_t shortest_stem = 3;

bool is_vowel(char c)
{
    return std::string_view("aeiouyAEO").find(c) != std::string_view::npos;
}

template <std::size_t Size>
bool among(std::string_view word, const std::array<std::string_view, Size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Stems {
public:
    explicit Stems(std::string_view word) : begins_word_(word.size() < shortest_in_compound) {}

    void add(std::string_view text)
    {
        if (text.size() < shortest_stem) return;
        for (const Stem& one : found_)
            if (one.text == text) return;
        found_.push_back({std::string(text), text.size() < shortest_in_compound, begins_word_});
    }
    std::vector<Stem> take() { return std::move(found_); }

private:
    bool begins_word_;
    std::vector<Stem> found_;
};

std::string_view without_last(std::string_view word, std::size_t count)
{
    return word.substr(0, word.size() - count);
}

void add_nordic(Stems& stems, std::string_view word)
{
    if (word.size() >= 5 && (word.ends_with('e') || word.ends_with('a'))) stems.add(without_last(word, 1));
    // nyckel → nycklar, nøkkel → nøkler, regel → regler
    if (word.size() >= 5 && (word.ends_with("el") || word.ends_with("er") || word.ends_with("en"))) {
        const std::string shorter(without_last(word, 2));
        const char last = word.back();
        if (!is_vowel(shorter.back())) {
            stems.add(shorter + last);
            const std::size_t size = shorter.size();
            if (shorter[size - 1] == shorter[size - 2]) stems.add(shorter.substr(0, size - 1) + last);
        }
    }
    if (word.size() >= 6 && word.ends_with("het")) stems.add(std::string(without_last(word, 2)) + "eit");  // nynorsk
}

void add_english(Stems& stems, std::string_view word)
{
    if (word.size() >= 5 && word.ends_with('e')) stems.add(without_last(word, 1));
    if (word.size() >= 5 && word.ends_with('y') && !is_vowel(word[word.size() - 2]))
        stems.add(std::string(without_last(word, 1)) + "i");
}

struct Grade {
    std::string_view strong, weak;
};
/// Consonants before the last vowel, in the strong and the weak grade; those that stay keep shorter ones from applying.
constexpr std::array<Grade, 14> grades{{{"kk", "k"},
                                        {"pp", "p"},
                                        {"tt", "t"},
                                        {"nt", "nn"},
                                        {"nk", "ng"},
                                        {"mp", "mm"},
                                        {"lt", "ll"},
                                        {"rt", "rr"},
                                        {"ht", "hd"},
                                        {"lk", "l"},
                                        {"rk", "r"},
                                        {"sk", "sk"},
                                        {"st", "st"},
                                        {"tk", "tk"}}};

/// `stem` ends in the consonants that change; both grades of it, followed by `vowel`.
void add_grades(Stems& stems, const std::string& stem, const std::string& vowel)
{
    stems.add(stem + vowel);
    for (const Grade& grade : grades)
        if (stem.ends_with(grade.strong)) {
            stems.add(stem.substr(0, stem.size() - grade.strong.size()) + std::string(grade.weak) + vowel);
            return;
        }
    if (stem.size() < 3 || !is_vowel(stem[stem.size() - 2])) return;
    const std::string before = stem.substr(0, stem.size() - 1);
    if (stem.back() == 't')
        stems.add(before + 'd' + vowel);
    else if (stem.back() == 'p')
        stems.add(before + 'v' + vowel);
    else if (stem.back() == 'k' && stem.size() >= 5 && !vowel.empty())
        stems.add(before + vowel);
}

void add_finnish(Stems& stems, std::string_view word)
{
    const auto ends = [&](std::string_view with) { return word.size() > with.size() + 2 && word.ends_with(with); };
    const auto base = [&](std::size_t count) { return std::string(without_last(word, count)); };
    if (ends("nen")) {  // kirjautuminen → kirjautumisen, kirjautumista
        stems.add(base(3) + "s");
        return;
    }
    if (ends("us") || ends("ys")) {  // salaus → salauksen; oikeus → oikeuden, oikeutta
        stems.add(base(1) + "ks");
        for (const std::string_view quality : {"uus", "yys", "eus", "eys", "ius"})
            if (ends(quality)) {
                stems.add(base(1) + "d");
                stems.add(base(1) + "t");
            }
        return;
    }
    if (ends("is") || ends("os") || ends("Os")) {
        stems.add(base(1) + "ks");
        return;
    }
    if (ends("in")) stems.add(base(1) + "m");  // avain → avaimen
    if (ends("oida") || ends("OidE")) {        // varmuuskopioida → varmuuskopioidaan, varmuuskopioimme
        stems.add(base(2));
        return;
    }
    if (ends("aa") || ends("EE")) {  // tarkistaa → tarkistetaan, lopettaa → lopetan
        add_grades(stems, base(2), "");
        return;
    }
    if ((ends("ta") || ends("tE")) && is_vowel(word[word.size() - 3])) {  // salata → salaamme, salattu
        stems.add(base(2) + (word.ends_with("tE") ? "E" : "a"));
        stems.add(base(1));
        return;
    }
    const char last = word.empty() ? ' ' : word.back();
    if (last == 'e') {  // laite → laitteen, osoite → osoitteen
        for (const auto& [weak, strong] :
             {std::pair("t", "tt"), std::pair("k", "kk"), std::pair("p", "pp"), std::pair("d", "t")})
            if (ends(std::string(weak) + 'e') && is_vowel(word[word.size() - 3])) stems.add(base(2) + strong + 'e');
        return;
    }
    // tieto → tiedon, verkko → verkon, varmuuskopiointi → varmuuskopioinnin
    if (last == 'o' || last == 'O' || last == 'u' || last == 'y')
        add_grades(stems, base(1), std::string(1, last));
    else if (last == 'a' || last == 'E' || last == 'i') {
        const std::string stem = base(1);
        add_grades(stems, stem, stem.size() < shortest_in_compound ? std::string(1, last) : std::string());
    }
}

/// Beginnings that turn a word around, and prefixes of "from" and "off".
constexpr auto turning = std::to_array<std::string_view>({"u", "o", "in", "un", "non", "im", "ir", "dis", "mis", "icke",
                                                          "ikke", "ikkje", "epE", "ei", "anti", "de", "av", "af"});

constexpr auto nordic_endings = std::to_array<std::string_view>(
    {"",      "a",      "e",      "en",     "et",   "er",   "ar",    "or",    "n",    "r",    "s",     "t",     "d",
     "te",    "de",     "ene",    "ane",    "erne", "arna", "erna",  "orna",  "ens",  "ets",  "enes",  "arnas", "ers",
     "ars",   "es",     "as",     "ast",    "est",  "na",   "ne",    "nes",   "nas",  "ing",  "ingen", "inga",  "inger",
     "ingar", "ingene", "ningen", "ninger", "ning", "else", "elsen", "elser", "ende", "ande", "ad",    "ade",   "at"});
constexpr auto english_endings = std::to_array<std::string_view>({"", "s", "es", "ed", "d", "ing", "ings", "al"});

bool takes_away(std::string_view rest, Language language)
{
    const auto holds = [&](std::string_view part) { return rest.find(part) != std::string_view::npos; };
    switch (language) {
        case Language::fi: {
            const std::string_view bare = !rest.empty() && is_vowel(rest[0]) ? rest.substr(1) : rest;
            return holds("maton") || holds("mattom") || holds("mEtOn") || holds("mEttOm") || bare.starts_with("ton") ||
                   bare.starts_with("ttom") || bare.starts_with("tOn") || bare.starts_with("ttOm");
        }
        case Language::en: return rest.starts_with("less") || rest.starts_with("eless");
        case Language::nb:
        case Language::nn:
        case Language::sv:
        case Language::da: {
            const std::string_view bare = rest.starts_with('s') || rest.starts_with('e') ? rest.substr(1) : rest;
            return bare.starts_with("lOs") || bare == "fri" || bare == "frie" || bare == "fritt" || bare == "fria";
        }
    }
    return false;
}

}  // namespace

std::vector<Stem> stems_of(std::string_view word, model::Language language)
{
    Stems stems(word);
    stems.add(word);
    switch (language) {
        case Language::nb:
        case Language::nn:
        case Language::sv:
        case Language::da: add_nordic(stems, word); break;
        case Language::fi: add_finnish(stems, word); break;
        case Language::en: add_english(stems, word); break;
    }
    return stems.take();
}

bool may_stand_before(std::string_view beginning)
{
    return beginning.empty() || (beginning.size() >= 2 && !among(beginning, turning));
}

bool may_follow(std::string_view rest, model::Language language, bool only_endings)
{
    if (takes_away(rest, language)) return false;
    if (!only_endings) return true;
    switch (language) {
        case Language::nb:
        case Language::nn:
        case Language::sv:
        case Language::da: return among(rest, nordic_endings);
        case Language::fi: return rest.size() <= 5;
        case Language::en: return among(rest, english_endings);
    }
    return false;
}

bool within_one_slip(std::string_view written, std::string_view word)
{
    if (written == word) return true;
    if (written.empty() || word.empty() || written[0] != word[0]) return false;
    std::size_t same = 0;
    while (same < written.size() && same < word.size() && written[same] == word[same]) ++same;
    const std::string_view left = written.substr(same);
    const std::string_view right = word.substr(same);
    const bool says_not = !left.empty() && (left[0] == 'u' || left[0] == 'o') && written[same - 1] != left[0];
    if (left.size() == right.size())
        return left.substr(1) == right.substr(1) ||
               (left.size() >= 2 && left[0] == right[1] && left[1] == right[0] && left.substr(2) == right.substr(2));
    if (left.size() == right.size() + 1) return left.substr(1) == right && !says_not;
    return right.size() == left.size() + 1 && right.substr(1) == left;
}

}  // namespace samsvar::text
