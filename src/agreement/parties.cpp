#include "agreement/parties.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/fold.h"
#include "text/identifier.h"
#include "text/pattern.h"

namespace samsvar::agreement {

namespace {

constexpr std::size_t most_passages_in_front = 30;
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_alias = 40;
constexpr std::size_t farthest_conjunction = 60;  ///< bytes behind the first party: ", as controller, and "

/// The patterns of one concept, for the few texts that are looked at before the whole lexicon is compiled.
class Finder {
public:
    Finder(const model::Lexicon& lexicon, std::string_view concept_id)
    {
        if (const model::Concept* known = lexicon.find(concept_id))
            for (const model::Pattern& pattern : known->patterns)
                patterns_.emplace_back(pattern.expression, pattern.origin);
    }
    /// Where the first match begins, or nothing.
    std::optional<std::size_t> find(std::string_view folded) const
    {
        std::optional<std::size_t> first;
        for (const text::Regex& pattern : patterns_)
            for (const text::Span& span : pattern.find_all(folded))
                if (!first || span.begin < *first) first = span.begin;
        return first;
    }

private:
    std::vector<text::Regex> patterns_;
};

/// Typographic and plain quotation marks, and what closes them.
struct Quotes {
    std::string_view open, close;
};
constexpr std::array<Quotes, 6> quotes{{{"«", "»"}, {"”", "”"}, {"“", "”"}, {"\"", "\""}, {"»", "«"}, {"„", "“"}}};

struct Quoted {
    std::size_t begin = 0, end = 0;  ///< with the marks
    std::string text;
};

std::vector<Quoted> quoted_in(std::string_view text)
{
    std::vector<Quoted> found;
    for (std::size_t at = 0; at < text.size();) {
        bool matched = false;
        for (const Quotes& pair : quotes) {
            if (!text.substr(at).starts_with(pair.open)) continue;
            const std::size_t begin = at + pair.open.size();
            const std::size_t end = text.find(pair.close, begin);
            if (end == std::string_view::npos || end == begin || end - begin > longest_alias) continue;
            found.push_back({at, end + pair.close.size(), std::string(text.substr(begin, end - begin))});
            at = found.back().end;
            matched = true;
            break;
        }
        if (!matched) ++at;
    }
    return found;
}

/// Words after which a name for the party follows without quotation marks, folded.
constexpr std::array<std::string_view, 9> called{"nedan kallad ",  "nedan kallat ", "nedan benEmnd ",
                                                 "heretter kalt ", "heretter ",     "herefter kaldet ",
                                                 "herefter ",      "hereinafter ",  "jEljempEnE "};
/// Words in front of the first party, folded.
constexpr std::array<std::string_view, 7> between{"mellom ",         "mellan ",  "mellem ",        "between ",
                                                  "by and between ", "vElillE ", "inngAtt mellom "};

/// What stands at the end of a name: a comma, a bracket, a number.
std::string name_in(std::string_view text)
{
    text = text::trimmed(text);
    while (!text.empty() && (text.front() == ':' || text.front() == '-' || text.front() == ','))
        text = text::trimmed(text.substr(1));
    std::size_t end = std::min(text.find_first_of(",(\n;|\t"), text.size());
    const std::string folded = text::fold_text(text.substr(0, end));
    for (const std::string_view mark :
         {" org.nr", " org nr", " orgnr", " organi", " cvr", " reg. no", " y-tunnus", " med org", " company n"})
        if (const std::size_t at = folded.find(mark); at != std::string::npos && at < end) {
            // Folding keeps one byte a letter, so the cut is sought again in the source.
            const text::Folded whole = text::fold(text.substr(0, end));
            end = whole.origin[at];
        }
    text = text::trimmed(text.substr(0, end));
    return text.size() > longest_name ? std::string() : std::string(text);
}

class PartyFinder {
public:
    PartyFinder(const model::Agreement& agreement, const model::Lexicon& lexicon)
        : agreement_(agreement),
          controller_(lexicon, controller_role_concept),
          processor_(lexicon, processor_role_concept)
    {
    }

    std::vector<Party> find()
    {
        const std::size_t last = std::min(agreement_.passages.size(), most_passages_in_front);
        for (std::size_t index = 0; index < last; ++index) read(agreement_.passages[index]);
        for (std::size_t index = 0; index < last; ++index) read_roles(agreement_.passages[index].text);
        // Who stands first without a word about roles is the customer.
        if (parties_.size() == 2 && parties_[0].side == Side::none && parties_[1].side == Side::none) {
            parties_[0].side = Side::controller;
            parties_[1].side = Side::processor;
        }
        if (parties_.size() == 2)
            for (std::size_t one : {0u, 1u})
                if (parties_[one].side == Side::none && parties_[1 - one].side != Side::none)
                    parties_[one].side =
                        parties_[1 - one].side == Side::controller ? Side::processor : Side::controller;
        std::erase_if(parties_, [](const Party& one) { return one.side == Side::none || one.name.empty(); });
        return std::move(parties_);
    }

private:
    /// The role a text names first.
    Side role_in(std::string_view folded) const
    {
        const auto controller = controller_.find(folded);
        const auto processor = processor_.find(folded);
        if (controller && (!processor || *controller < *processor)) return Side::controller;
        return processor ? Side::processor : Side::none;
    }

    Party* party_of(Side side)
    {
        const auto found =
            std::find_if(parties_.begin(), parties_.end(), [&](const Party& one) { return one.side == side; });
        return found == parties_.end() ? nullptr : &*found;
    }

    model::Evidence evidence(const model::Passage& passage, std::string_view quote) const
    {
        return {agreement_.clauses[passage.clause].name(), std::string(quote), passage.place};
    }

    void add(Side side, std::string name, std::string_view around, const model::Passage& passage,
             std::vector<std::string> aliases)
    {
        if (name.empty() && aliases.empty()) return;
        if (side != Side::none)
            if (Party* known = party_of(side)) {
                known->aliases.insert(known->aliases.end(), aliases.begin(), aliases.end());
                return;
            }
        if (parties_.size() >= 4) return;
        Party party;
        party.side = side;
        party.name = std::move(name);
        party.aliases = std::move(aliases);
        const auto identifiers = text::find_identifiers(around, true);
        if (!identifiers.empty()) {
            party.identifier = identifiers.front().printed;
            party.identifier_valid = identifiers.front().valid;
        }
        party.shown = evidence(passage, text::trimmed(around));
        parties_.push_back(std::move(party));
    }

    void read(const model::Passage& passage)
    {
        if (passage.text.size() > 4000) return;
        if (!passage.cells.empty()) return read_row(passage);
        if (!read_label(passage)) read_prose(passage);
    }

    /// A row of a table of roles.
    void read_row(const model::Passage& passage)
    {
        if (passage.cells.size() < 2) return;
        const auto cell = [&](std::size_t index) {
            return std::string_view(passage.text)
                .substr(passage.cells[index].begin, passage.cells[index].end - passage.cells[index].begin);
        };
        const std::string label = text::fold_text(cell(0));
        const Side side = role_in(label);
        if (side == Side::none || label.size() > 60 || cell(1).size() > longest_name || party_of(side)) return;
        // "Databehandler | Behandlingsansvarlig" heads two columns; such a table is not read.
        if (role_in(text::fold_text(cell(1))) != Side::none) return;
        add(side, name_in(cell(1)), passage.text, passage, {});
    }

    /// "Dataansvarlig: X, CVR-nr. …".
    bool read_label(const model::Passage& passage)
    {
        const std::size_t colon = passage.text.find(':');
        if (colon == std::string::npos || colon > 60) return false;
        const Side side = role_in(text::fold_text(passage.text.substr(0, colon)));
        if (side == Side::none) return false;
        const std::string_view rest = std::string_view(passage.text).substr(colon + 1);
        std::vector<std::string> aliases;
        for (const Quoted& one : quoted_in(rest)) aliases.push_back(one.text);
        const std::string name = name_in(rest);
        if (name.empty() || text::trimmed(rest).size() > 600) return false;
        add(side, name, rest, passage, std::move(aliases));
        return true;
    }

    struct Named {
        std::size_t begin = 0, end = 0;  ///< of the definition
        std::string alias;
    };

    /// Definitions of names in running text: quotes in brackets, "nedan kallad X".
    static std::vector<Named> definitions(const std::string& text)
    {
        std::vector<Named> found;
        for (const Quoted& one : quoted_in(text)) {
            const std::size_t bracket = text.rfind('(', one.begin);
            const bool bracketed = bracket != std::string::npos && text.find(')', bracket) >= one.end;
            if (bracketed) found.push_back({bracket, one.end, one.text});
        }
        const text::Folded folded = text::fold(text);
        for (const std::string_view word : called)
            for (std::size_t at = folded.text.find(word); at != std::string::npos;
                 at = folded.text.find(word, at + 1)) {
                const std::size_t begin = folded.origin[at + word.size()];
                const std::size_t end = std::min(text.find_first_of(",.;)", begin), text.size());
                std::string alias(text::trimmed(std::string_view(text).substr(begin, end - begin)));
                if (const std::size_t stop = alias.find(" och "); stop != std::string::npos) alias.resize(stop);
                if (alias.empty() || alias.size() > longest_alias) continue;
                const bool known = std::any_of(found.begin(), found.end(), [&](const Named& one) {
                    return one.begin <= begin && begin <= one.end;
                });
                if (!known) found.push_back({folded.origin[at], begin + alias.size(), alias});
            }
        std::sort(found.begin(), found.end(), [](const Named& a, const Named& b) { return a.begin < b.begin; });
        return found;
    }

    void read_prose(const model::Passage& passage)
    {
        const std::string& text = passage.text;
        const text::Folded folded = text::fold(text);
        std::size_t start = std::string::npos;
        for (const std::string_view word : between)
            if (const std::size_t at = folded.text.find(word);
                at != std::string::npos && (at == 0 || folded.text[at - 1] == ' ' || folded.text[at - 1] == '('))
                start = std::min<std::size_t>(start, folded.origin[at + word.size()]);
        if (start == std::string::npos) return;
        std::size_t from = start;
        int count = 0;
        for (const Named& one : definitions(text)) {
            if (one.begin < from || count == 2) continue;
            std::string_view chunk = std::string_view(text).substr(from, one.end - from);
            std::string_view name = std::string_view(text).substr(from, one.begin - from);
            if (count > 0)
                for (const std::string_view word : {" og ", " och ", " and ", " ja "}) {
                    const std::size_t at = name.find(word);
                    if (at != std::string_view::npos && at < farthest_conjunction) name.remove_prefix(at + word.size());
                }
            add(role_in(text::fold_text(one.alias)), name_in(name), chunk, passage, {one.alias});
            from = one.end;
            ++count;
        }
        if (count == 0) read_two_names(passage, std::string_view(text).substr(start));
    }

    /// "between X (controller) and Y (processor)" without names for them.
    void read_two_names(const model::Passage& passage, std::string_view rest)
    {
        if (rest.size() > 500) return;
        for (const std::string_view word : {" og ", " och ", " and ", " ja "}) {
            const std::size_t at = rest.find(word);
            if (at == std::string_view::npos) continue;
            const std::string_view first = rest.substr(0, at);
            const std::string_view second = rest.substr(at + word.size());
            add(role_in(text::fold_text(first)), name_in(first), first, passage, {});
            add(role_in(text::fold_text(second)), name_in(second), second, passage, {});
            return;
        }
    }

    /// "Kommunen är personuppgiftsansvarig och Leverantören är personuppgiftsbiträde."
    void read_roles(const std::string& text)
    {
        const std::string folded = text::fold_text(text);
        for (Party& party : parties_) {
            if (party.side != Side::none) continue;
            for (const std::string& alias : party.aliases) {
                const std::string wanted = text::fold_text(alias);
                for (const std::string_view verb : {" er ", " Er ", " is ", " are ", " on ", " som "}) {
                    const std::size_t at = folded.find(wanted + std::string(verb));
                    if (at == std::string::npos) continue;
                    const std::string_view after =
                        std::string_view(folded).substr(at + wanted.size() + verb.size(), 50);
                    if (const Side side = role_in(after); side != Side::none && !party_of(side)) party.side = side;
                }
            }
        }
    }

    const model::Agreement& agreement_;
    Finder controller_, processor_;
    std::vector<Party> parties_;
};

/// "den Ansvarige" and "the Supplier" are called by their second word too.
std::string without_article(const std::string& folded)
{
    for (const std::string_view article : {"den ", "det ", "the ", "en ", "ett ", "et "})
        if (folded.starts_with(article)) return folded.substr(article.size());
    return folded;
}

}  // namespace

std::vector<Party> find_parties(const model::Agreement& agreement, const model::Lexicon& lexicon)
{
    return PartyFinder(agreement, lexicon).find();
}

model::Lexicon with_aliases(const model::Lexicon& lexicon, const std::vector<Party>& parties)
{
    model::Lexicon extended = lexicon;
    for (const Party& party : parties) {
        const std::string_view id = party.side == Side::controller ? controller_concept : processor_concept;
        const auto found = std::find_if(extended.concepts.begin(), extended.concepts.end(),
                                        [&](const model::Concept& one) { return one.id == id; });
        if (found == extended.concepts.end()) continue;
        std::vector<std::string> names = party.aliases;
        if (!party.name.empty()) names.push_back(party.name);
        for (const std::string& name : names) {
            const std::string folded = without_article(text::fold_text(text::trimmed(name)));
            std::string letters;
            for (const char c : folded) {
                const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == 'A' || c == 'E' || c == 'O';
                if (plain)
                    letters += c == 'A' ? "å" : c == 'E' ? "ä" : c == 'O' ? "ö" : std::string(1, c);
                else
                    letters += c == ' ' ? " " : ".";
            }
            if (folded.size() < 3) continue;
            model::Pattern pattern;
            pattern.expression = "\\b" + letters + "('?s)?\\b";
            pattern.origin = found->origin;
            found->patterns.push_back(std::move(pattern));
        }
    }
    return extended;
}

}  // namespace samsvar::agreement
