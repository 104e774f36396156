// Step 7: who gets the data. Recipients outside the EEA, and recipients that stand in no list.
#include <algorithm>
#include <array>

#include "rules/checks.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;

namespace {

bool tagged(const View& view, std::string_view tag)
{
    const auto& tags = view.question->tags;
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// The capitalised words that start at `at` in a source text ("Signalbrev Inc"), without the blank after them.
std::string name_at(const std::string& source, std::size_t at)
{
    std::size_t end = at;
    std::size_t last = at;
    while (end < source.size() && source[end] >= 'A' && source[end] <= 'Z') {
        while (end < source.size() && (letter(source[end]) || source[end] == '-' || source[end] == '&')) ++end;
        last = end;
        if (end < source.size() && source[end] == ' ') ++end;
        else break;
    }
    return source.substr(at, last - at);
}

/// Names this supplier lists anywhere it may: header, recipients' answers, its own name and products; folded.
std::string known_names(const Case& context)
{
    std::string names = context.header.folded.text;
    for (const View& view : context.views)
        if (tagged(view, "recipients") || tagged(view, "transfer")) names += '\n' + view.own.folded.text + '\n' + view.evidence.folded.text;
    for (const model::HeaderFact& fact : context.submission.facts) names += '\n' + text::fold_text(fact.value);
    return names;
}

/// Public services and the buyer's own systems are no sub-processors of the supplier.
bool not_a_recipient(const std::string& folded_name)
{
    static constexpr std::array<std::string_view, 27> others{
        "feide", "id-porten", "idporten", "bankid", "folkeregister", "svarut", "datatilsynet", "nsm", "altinn", "ks", "visma", "digdir", "buypass",
        "norge", "eOs", "eu", "sverige", "imy", "skolverket", "kommune", "vedlegg", "bilag", "json", "csv", "ciso", "nkom", "udir"};
    return folded_name.size() < 3 || std::any_of(others.begin(), others.end(), [&](std::string_view other) {
               return folded_name.compare(0, other.size(), other) == 0;
           });
}

void check_third_country(Case& context, View& view)
{
    if (!tagged(view, "recipients") && !tagged(view, "transfer") && !tagged(view, "transfer-basis")) return;
    const text::Hit* hit = context.first_hit(view.own, "third-country-place");
    if (!hit || context.states(view.own, "transfer-mechanism")) return;
    const bool basis = std::any_of(context.views.begin(), context.views.end(), [&](const View& other) {
        return context.states(other.own, "transfer-mechanism");
    });
    Words words;
    words.quote = sentence_quote(view.own, hit->span);
    words.stated = view.own.folded.quote(hit->span);
    // An honest yes with a mechanism elsewhere still has to be assessed, but it is an answer.
    view.findings.push_back(make_finding(context, view, "third-country", words, basis ? Severity::low : view.question->severity,
                                         basis ? Outcome::satisfied : Outcome::partial, view.question->origin));
}

}  // namespace

void check_recipients(Case& context, View& view)
{
    if (!view.answer || view.settled) return;
    check_third_country(context, view);
    if (tagged(view, "recipients") || tagged(view, "transfer")) return;

    const auto& concepts = context.matcher.lexicon().concepts;
    std::string known;
    for (const text::Hit& hit : view.own.hits) {
        if (concepts[hit.concept_index].id != "data-goes-to" || hit.scope.negated) continue;
        const std::size_t at = view.own.folded.origin[hit.span.end];
        const std::string name = name_at(view.own.folded.source, at);
        const std::string folded = text::fold_text(name);
        if (not_a_recipient(folded)) continue;
        if (known.empty()) known = known_names(context);
        // The first word tells a company; "AS" and "Inc." are written or left out.
        const std::string first = folded.substr(0, folded.find(' '));
        if (known.find(first) != std::string::npos) continue;
        Words words;
        words.detail = name;
        words.stated = name;
        words.quote = sentence_quote(view.own, hit.span);
        view.findings.push_back(make_finding(context, view, "unnamed-subprocessor", words, Severity::high, Outcome::partial,
                                             view.question->origin));
        return;
    }
}

}  // namespace samsvar::rules
