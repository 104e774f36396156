#include <algorithm>

#include "text/expression.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

std::string without_leading_zeros(std::string label)
{
    const std::size_t first = label.find_first_not_of('0');
    if (first != std::string::npos && first > 0 && label.find_first_not_of("0123456789") == std::string::npos) label.erase(0, first);
    return label;
}

}  // namespace

std::vector<Reference> find_references(std::string_view folded)
{
    // A number after the word for item, question or answer. Numbers of clauses, chapters and articles are no answers.
    static const std::string id = "[a-z]{1,4}(?:[.-]\\d{1,3}){1,4}|\\d{1,3}(?:\\.\\d{1,3}){0,3}";
    static const Expression items(
        "\\b(?:punkt(?:et)?|pkt|pkt\\.|spørsmål(?:et)?|spm|spm\\.|sp\\.|svar(?:et)? (?:på|til|i|under)|fråga|frågan|svaret på|spørgsmål(?:et)?|spg\\.?|question|item|answer(?:s)? (?:to|in|under)|kohta|kohdan|kysymy\\w+|krav(?:et)?|requirement|nr|nr\\.|samme som|samma som|same as|som i|se|jf|jf\\.|jfr|jfr\\.|ref|ref\\.|see|ks|ks\\.)"
        "[ .:]{0,2}(?:nr\\.? ?|no\\.? ?)?(" + id + ")(?:\\b)(?: ?(?:og|och|and|,|samt|&|ja) ?(?:punkt |pkt\\.? |question )?(" + id + ")\\b)?");
    static const Expression above("\\b(?:(?:se|som|samme som|samma som|sjå|jf\\.?|ref\\.?) (?:over|ovenfor|ovan|ovanfor|ovenstående|ovanstående|forrige (?:svar|spørsmål|punkt)|föregående (?:svar|fråga)|foregående)|(?:see|as) (?:above|previous(?: answer)?)|same as above|ks\\. (?:yllä|edellä)|kuten edellä)\\b");
    static const Expression not_items("(?:kap\\w*\\.?|kapit\\w+|art\\w*\\.?|§|\\$|ledd|vedlegg(?:et)?(?: nr\\.?)?(?: \\w+)?,?|bilag(?:et|a|an)?(?: \\w+)?,?|appendix(?: \\w+)?,?|annex(?: \\w+)?,?|liite(?: \\w+)?,?|iso(?:/iec)?|tls|versjon|version|erklæringens|avtalens|avtalets|rutinens|policyens|dokumentets|agreement'?s?) ?$");
    static const Expression after_items("^ ?(?:i|in|av|of) (?:erklæring|avtale|avtal|instruks|rutine|policy|dokument|vedlegg|bilag|agreement|the agreement|document|annex|handbok|håndbok|databehandleravtale|biträdesavtal)");
    std::vector<Reference> references;
    for (const auto& match : items.find_all(folded)) {
        const std::size_t begin = match[0].begin;
        const std::string_view before = folded.substr(begin > 24 ? begin - 24 : 0, std::min<std::size_t>(begin, 24));
        if (!not_items.find_all(before).empty()) continue;
        const std::string_view opening = folded.substr(begin, match[1].begin - begin);
        const std::string_view rest = folded.substr(match[0].end, 30);
        if (!after_items.find_all(rest).empty()) continue;
        // "se 12 måneder", "nr. 2" of a data hall, "se 2 kap": a bare pointer needs the number to stand alone.
        const bool bare = opening.starts_with("se") || opening.starts_with("ks") || opening.starts_with("jf") || opening.starts_with("ref") ||
                          opening.starts_with("som i") || opening.starts_with("nr");
        const bool alone = rest.empty() || rest[0] == '.' || rest[0] == ',' || rest[0] == ')' || rest[0] == ';' || rest[0] == '\n' || rest[0] == ':';
        const bool letters = folded[match[1].begin] >= 'a' && folded[match[1].begin] <= 'z';
        if (bare && !alone && !letters && !opening.starts_with("ref") && !opening.starts_with("jf")) continue;
        if (opening.starts_with("nr")) continue;
        if (letters && folded.substr(match[1].begin, 3) == "iso") continue;
        for (const std::size_t group : {std::size_t{1}, std::size_t{2}})
            if (match[group].size())
                references.push_back({{group == 1 ? begin : match[group].begin, match[group].end},
                                      std::string(folded.substr(match[group].begin, match[group].size())), 0});
    }
    for (const auto& match : above.find_all(folded)) references.push_back({match[0], {}, 0});
    return references;
}

std::vector<AnnexReference> find_annexes(std::string_view folded)
{
    static const Expression annex("\\b(?:vedlegg(?:et)?|vedl\\.?|bilag(?:et)?|bilagan?|appendix|annex|attachment|liite|liitteen|vedhæftning)[ .:]{0,2}(?:nr\\.? ?|no\\.? ?)?(\\d{1,3}|[a-z]{1,2}-?\\d{1,3}|[a-z])\\b(?: ?(?:og|och|and|,|samt|&) ?(\\d{1,3})\\b)?");
    static const Expression file("([\\w()-][\\w() .-]{0,80}\\.(?:pdf|docx?|xlsx?|pptx?|zip|odt|ods|png|jpg))\\b");
    std::vector<AnnexReference> annexes;
    for (const auto& match : annex.find_all(folded))
        for (const std::size_t group : {std::size_t{1}, std::size_t{2}})
            if (match[group].size())
                annexes.push_back({{group == 1 ? match[0].begin : match[group].begin, match[group].end},
                                   without_leading_zeros(std::string(folded.substr(match[group].begin, match[group].size()))), false});
    for (const auto& match : file.find_all(folded)) annexes.push_back({match[1], std::string(folded.substr(match[1].begin, match[1].size())), true});
    return annexes;
}

}  // namespace samsvar::text
