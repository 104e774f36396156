#include "layout/slots_words.h"

#include <array>
#include <set>
#include <string>

#include "text/fold.h"

namespace samsvar::layout {

namespace {

/// Words a question or a request begins with, in nb, nn, sv, da, fi and en. Requests that manuals are full of
/// ("Select", "Enter") are left out.
constexpr std::array asking_words{
    // who, what, how …
    "hva",
    "hvad",
    "kva",
    "vad",
    "hvem",
    "kven",
    "vem",
    "hvilke",
    "hvilken",
    "hvilket",
    "vilka",
    "vilken",
    "vilket",
    "hvordan",
    "hvorledes",
    "korleis",
    "hur",
    "hvorfor",
    "kvifor",
    "varför",
    "hvornår",
    "hvor",
    "når",
    "mitä",
    "mikä",
    "mitkä",
    "missä",
    "miten",
    "kuinka",
    "kuka",
    "ketkä",
    "milloin",
    "miksi",
    "what",
    "which",
    "who",
    "how",
    "when",
    "where",
    "why",
    // tell us …
    "beskriv",
    "beskrive",
    "forklar",
    "förklara",
    "redegjør",
    "redegør",
    "redogör",
    "angi",
    "angiv",
    "ange",
    "oppgi",
    "opgiv",
    "uppge",
    "spesifiser",
    "specificera",
    "specificer",
    "vedlegg",
    "bifoga",
    "bekreft",
    "bekræft",
    "bekräfta",
    "nevn",
    "nämn",
    "nævn",
    "gi",
    "lämna",
    "kuvaa",
    "kuvaile",
    "kuvatkaa",
    "selitä",
    "selvitä",
    "selostakaa",
    "ilmoita",
    "ilmoittakaa",
    "luettele",
    "mainitse",
    "vahvista",
    "kerro",
    "perustele",
    "esitä",
    "describe",
    "explain",
    "specify",
    "state",
    "outline",
    "please",
    "confirm",
    "summarise",
    "summarize",
    "identify",
    "detail",
};

/// Words a supplier's own account begins with.
constexpr std::array own_words{
    "we",          "our", "us", "vi", "vår", "vårt", "våra",  "våre", "vores",  "vort",     "meillä", "meidän",
    "yrityksemme", "yes", "no", "ja", "nei", "nej",  "kyllä", "ei",   "delvis", "osittain", "partly", "partially",
};

constexpr std::array guidance_words{
    "guidance", "veiledning", "rettleiing", "vägledning", "anvisning", "vejledning", "instruktion", "instruks",  "ohje",
    "ohjeet",   "help",       "hint",       "hjelp",      "hjälp",     "hjælp",      "hjelpetekst", "hjälptext", "note",
    "merk",     "obs",        "tips",       "example",    "eksempel",  "exempel",    "esimerkki",
};

constexpr std::array signature_words{
    "signature",     "signatur",          "signed",         "underskrift",   "namnteckning",
    "allekirjoitus", "namnförtydligande", "nimenselvennys", "underteckning", "undertegnes",
};

constexpr std::array signature_company{
    "name",
    "navn",
    "namn",
    "nimi",
    "title",
    "tittel",
    "titel",
    "stilling",
    "befattning",
    "place",
    "sted",
    "stad",
    "ort",
    "paikka",
    "date",
    "dato",
    "datum",
    "päiväys",
    "by",
    "position",
    "aika",
    "stilling/tittel",
    "for",
    "för",
    "sted og dato",
    "ort och datum",
    "place and date",
    "paikka ja aika",
    "printed name",
    "print name",
    "navn i blokkbokstaver",
};

constexpr std::array prompt_words{"velg", "vel", "välj", "vælg", "valitse", "choose", "select", "pick"};

/// One of the lists above, folded once.
class FoldedSet {
public:
    template <std::size_t size>
    explicit FoldedSet(const std::array<const char*, size>& words)
    {
        for (const char* word : words) words_.insert(text::fold_text(word));
    }
    bool holds(std::string_view folded) const { return words_.find(folded) != words_.end(); }

private:
    std::set<std::string, std::less<>> words_;
};

}  // namespace

bool is_asking_word(std::string_view folded)
{
    static const FoldedSet set(asking_words);
    return set.holds(folded);
}

bool is_own_word(std::string_view folded)
{
    static const FoldedSet set(own_words);
    return set.holds(folded);
}

bool is_guidance_word(std::string_view folded)
{
    static const FoldedSet set(guidance_words);
    return set.holds(folded);
}

bool is_signature_word(std::string_view folded)
{
    static const FoldedSet set(signature_words);
    return set.holds(folded);
}

bool stands_beside_signature(std::string_view folded)
{
    static const FoldedSet set(signature_company);
    return set.holds(folded);
}

bool is_prompt_word(std::string_view folded)
{
    static const FoldedSet set(prompt_words);
    return set.holds(folded);
}

}  // namespace samsvar::layout
