#include "agreement/facts.h"

#include <algorithm>
#include <array>
#include <set>

#include "agreement/numbering.h"
#include "base/split.h"

namespace samsvar::agreement {

namespace {

using model::AgreementFact;
using text::Hit;

constexpr std::size_t most_facts_of_a_kind = 200;

/// Endings of company names, as written.
constexpr std::array<std::string_view, 20> company_forms{"AB",   "AS",    "ASA",     "ApS", "A/S",  "Oy",  "Oyj",
                                                         "Ltd",  "Ltd.",  "Limited", "Inc", "Inc.", "LLC", "GmbH",
                                                         "Corp", "Corp.", "BV",      "PLC", "plc",  "SA"};

/// Names of companies in running text: capitalised words up to a form such as AB or Ltd.
std::vector<std::string> companies_in(const std::string& text)
{
    std::vector<std::string> found;
    std::vector<std::string> words;
    for (std::string word : split(text, ' ')) {
        std::string bare = word;
        while (!bare.empty() && std::string_view(",;:)(").find(bare.back()) != std::string_view::npos) bare.pop_back();
        const bool form = std::find(company_forms.begin(), company_forms.end(), bare) != company_forms.end() ||
                          (bare.size() > 1 && bare.back() == '.' &&
                           std::find(company_forms.begin(), company_forms.end(), bare.substr(0, bare.size() - 1)) !=
                               company_forms.end());
        if (form && !words.empty()) {
            std::string name;
            for (const std::string& one : words) name += one + ' ';
            found.push_back(name + bare);
            words.clear();
            continue;
        }
        if (begins_capital(bare) && bare.size() == word.size())
            words.push_back(bare);
        else
            words.clear();
    }
    return found;
}

class FactFinder {
public:
    FactFinder(const Reading& reading, const std::vector<Party>& parties) : reading_(reading), parties_(parties) {}

    std::vector<AgreementFact> find()
    {
        add_parties();
        add_subprocessors();
        add_periods();
        add_listed("data-category", number({"dpa-data-kinds"}),
                   number({"dpa-data-items", "data-name", "data-contact", "data-national-id", "data-special",
                           "data-address"}));
        add_listed("data-subjects", number({"dpa-subjects-topic"}), number({"dpa-groups", "dpa-users-only"}));
        add_sentences("governing-law", number({"dpa-governing-law"}), number({"dpa-legal-duty", "dpa-delete"}), 3);
        add_sentences("main-agreement", number({"dpa-main-agreement"}), {}, 2);
        add_dates();
        return std::move(facts_);
    }

private:
    using Numbers = std::vector<std::uint32_t>;
    Numbers number(const std::vector<std::string>& ids) const { return reading_.numbers(ids); }

    static bool has(const Numbers& topic, const Numbers& wanted)
    {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&](std::uint32_t one) { return std::binary_search(topic.begin(), topic.end(), one); });
    }

    void add(AgreementFact fact)
    {
        const auto count = std::count_if(facts_.begin(), facts_.end(),
                                         [&](const AgreementFact& one) { return one.kind == fact.kind; });
        if (static_cast<std::size_t>(count) < most_facts_of_a_kind) facts_.push_back(std::move(fact));
    }

    void add_parties()
    {
        for (const Party& party : parties_) {
            std::string aliases;
            for (const std::string& alias : party.aliases) aliases += (aliases.empty() ? "" : ", ") + alias;
            AgreementFact fact{"party",    party.side == Side::controller ? "controller" : "processor",
                               party.name, party.identifier,
                               0,          party.shown};
            if (!party.identifier.empty() && !party.identifier_valid) fact.extra += " (?)";
            if (!aliases.empty()) fact.extra += (fact.extra.empty() ? "" : "; ") + std::string("«") + aliases + "»";
            add(std::move(fact));
        }
    }

    std::string cell_text(const model::Passage& passage, std::size_t index) const
    {
        const model::CellPiece& cell = passage.cells[index];
        return passage.text.substr(cell.begin, cell.end - cell.begin);
    }

    model::Evidence cell_evidence(const model::Passage& passage, std::size_t index) const
    {
        return {reading_.agreement.clauses[passage.clause].name(), cell_text(passage, index),
                passage.cells[index].place};
    }

    /// The first hit of one of the concepts in the passage, as written.
    std::string first_word(const ReadPassage& read, const Numbers& concepts) const
    {
        for (const Hit& hit : read.analysis.hits)
            if (std::find(concepts.begin(), concepts.end(), hit.concept_index) != concepts.end())
                return read.analysis.folded.quote(hit.span);
        return {};
    }

    void add_subprocessors()
    {
        const Numbers topic = number({"dpa-subprocessor"});
        const Numbers country = number({"dpa-country", "third-country-place"});
        const Numbers country_header = number({"dpa-country-header"});
        std::set<std::string> seen;
        for (const Party& party : parties_) seen.insert(party.name);
        for (std::size_t index = 0; index < reading_.passages().size(); ++index) {
            const model::Passage& passage = reading_.agreement.passages[index];
            const ReadPassage& read = reading_.passages()[index];
            const bool about = has(read.topic, topic);
            if (!passage.cells.empty() && !passage.header && about && passage.cells.size() > 1) {
                std::string where;
                const std::vector<std::string> columns = split(passage.columns, '|');
                for (std::size_t at = 1; at < passage.cells.size(); ++at) {
                    const auto column = static_cast<std::size_t>(passage.cells[at].column);
                    if (column < columns.size() && reading_.names(columns[column], country_header))
                        where = cell_text(passage, at);
                }
                if (const std::string named = first_word(read, country);
                    !named.empty() && where.find(named) == std::string::npos)
                    where += (where.empty() ? "" : ", ") + named;
                const std::string name = cell_text(passage, 0);
                if (seen.insert(name).second) add({"subprocessor", name, name, where, 0, cell_evidence(passage, 0)});
                continue;
            }
            if (!passage.cells.empty()) continue;
            for (std::size_t at = 0; at < read.analysis.sentences.size(); ++at) {
                const Sentence& sentence = reading_.sentences()[read.first_sentence + at];
                if (!about && !reading_.find(sentence, topic, false)) continue;
                const std::string source = read.analysis.folded.quote(read.analysis.sentences[at]);
                for (const std::string& name : companies_in(source))
                    if (seen.insert(name).second)
                        add({"subprocessor", name, name, first_word(read, country), 0,
                             reading_.evidence(sentence, nullptr)});
            }
        }
    }

    struct Purpose {
        const char* kind;
        const char* key;
        std::vector<std::string> all;  ///< one of each must be in the sentence or its topic
    };

    /// What a length of time is for, the first that fits.
    void add_periods()
    {
        static const std::vector<Purpose> purposes{
            {"notice", "breach-notice", {"dpa-breach", "dpa-inform"}},
            {"notice", "objection", {"dpa-subprocessor", "dpa-object"}},
            {"notice", "subprocessor-notice", {"dpa-subprocessor", "dpa-change"}},
            {"notice", "audit-notice", {"dpa-audit", "dpa-allow"}},
            {"deletion", "copies", {"dpa-copies", "dpa-delete"}},
            {"notice", "subject-request", {"dpa-rights"}},
            {"deletion", "end", {"dpa-end", "dpa-delete"}},
            {"deletion", "end", {"dpa-end", "dpa-return"}},
            {"retention", "retention", {"dpa-keep"}},
        };
        for (const Sentence& sentence : reading_.sentences()) {
            if (sentence.set_aside) continue;
            const text::Analysis& analysis = reading_.passages()[sentence.passage].analysis;
            for (const text::Duration& duration : analysis.durations) {
                if (duration.sentence != sentence.index || !is_period(duration)) continue;
                const Purpose* purpose = purpose_of(sentence, purposes);
                if (!purpose) continue;
                // A row that says when something goes is about how long it is kept.
                const bool row = !reading_.agreement.passages[sentence.passage].cells.empty() &&
                                 purpose->kind == std::string_view("deletion");
                add({row ? "retention" : purpose->kind,
                     row ? "retention" : purpose->key,
                     analysis.folded.quote(duration.span),
                     {},
                     duration.hours,
                     reading_.evidence(sentence, nullptr)});
            }
        }
    }

    /// The first purpose whose words the sentence holds, its heading helping; else one told by the sentences before it
    /// in the paragraph ("This shall be done within 30 days").
    const Purpose* purpose_of(const Sentence& sentence, const std::vector<Purpose>& purposes) const
    {
        const std::size_t first = reading_.passages()[sentence.passage].first_sentence;
        for (const bool before : {false, true})
            for (const Purpose& purpose : purposes) {
                bool fits = true, here = false;
                for (const std::string& id : purpose.all) {
                    const Numbers concepts = number({id});
                    for (std::size_t index = before ? 0 : sentence.index; index <= sentence.index; ++index)
                        here = here || reading_.find(reading_.sentences()[first + index], concepts, false);
                    fits = fits && reading_.topical(sentence, concepts);
                }
                if (fits && (here || (purpose.all.size() == 1 && !before))) return &purpose;
            }
        return nullptr;
    }

    /// Rows under a header, cells beside a label, or the paragraph that lists them.
    void add_listed(const char* kind, const Numbers& topic, const Numbers& items)
    {
        for (std::size_t index = 0; index < reading_.passages().size(); ++index) {
            const model::Passage& passage = reading_.agreement.passages[index];
            const ReadPassage& read = reading_.passages()[index];
            if (passage.header) continue;
            const bool listed = std::any_of(read.analysis.hits.begin(), read.analysis.hits.end(), [&](const Hit& hit) {
                return std::find(items.begin(), items.end(), hit.concept_index) != items.end();
            });
            if (!passage.cells.empty()) {
                const std::vector<std::string> columns = split(passage.columns, '|');
                for (std::size_t at = 0; at < passage.cells.size(); ++at) {
                    const auto column = static_cast<std::size_t>(passage.cells[at].column);
                    const bool under =
                        column < columns.size() && reading_.names(std::string(text::trimmed(columns[column])), topic);
                    const bool beside = at == 1 && reading_.names(cell_text(passage, 0), topic);
                    if (under || beside)
                        add({kind,
                             at == 0 ? std::string() : cell_text(passage, 0),
                             cell_text(passage, at),
                             {},
                             0,
                             cell_evidence(passage, at)});
                }
                continue;
            }
            if (!listed) continue;
            for (std::size_t at = 0; at < read.analysis.sentences.size(); ++at) {
                const Sentence& sentence = reading_.sentences()[read.first_sentence + at];
                if (!reading_.find(sentence, items, false) || !reading_.topical(sentence, topic)) continue;
                model::Evidence shown = reading_.evidence(sentence, nullptr);
                add({kind, {}, shown.quote, {}, 0, shown});
            }
        }
    }

    void add_sentences(const char* kind, const Numbers& concepts, const Numbers& unless, std::size_t most)
    {
        std::size_t count = 0;
        for (const Sentence& sentence : reading_.sentences()) {
            const Hit* hit = reading_.find(sentence, concepts, false);
            if (!hit || reading_.find(sentence, unless, false) || count++ >= most) continue;
            model::Evidence shown = reading_.evidence(sentence, hit);
            add({kind, {}, shown.quote, {}, 0, shown});
        }
    }

    void add_dates()
    {
        for (const Sentence& sentence : reading_.sentences()) {
            const text::Analysis& analysis = reading_.passages()[sentence.passage].analysis;
            for (const text::FoundDate& date : analysis.dates)
                if (date.sentence == sentence.index && date.date.day > 0)
                    add({"date",
                         date.date.text(),
                         analysis.folded.quote(date.span),
                         {},
                         0,
                         reading_.evidence(sentence, nullptr)});
        }
    }

    const Reading& reading_;
    const std::vector<Party>& parties_;
    std::vector<AgreementFact> facts_;
};

}  // namespace

std::vector<AgreementFact> find_facts(const Reading& reading, const std::vector<Party>& parties)
{
    return FactFinder(reading, parties).find();
}

}  // namespace samsvar::agreement
