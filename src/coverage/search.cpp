#include "coverage/search.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>

#include "coverage/stems.h"
#include "text/fold.h"
#include "text/pattern_set.h"

namespace samsvar::coverage {

using model::Language;

namespace {

/// One requirement with what it is searched by.
struct Entry {
    std::size_t catalog = 0;
    std::size_t requirement = 0;
    std::vector<std::uint32_t> concepts;  ///< sorted, each once
};

// Fitted by hand on the questions of the shipped form, whose requirements a person has written down.
constexpr double word_weight = 0.35;
constexpr double concept_weight = 1;
constexpr double pattern_weight = 0.8;
constexpr double section_weight = 0.4;

/// How often a best match with that score and a next one with that score is right: logistic regression over 734
/// questions of tests/coverage/oracle_test.cpp (of those it calls 0.7 to 0.8, 0.69 are right; of 0.8 to 0.9, 0.87).
double confidence(double best, double next)
{
    return 1 / (1 + std::exp(1.593 - 0.817 * std::log(best) - 2.085 * (best - next) / best));
}

double rarity(std::size_t holding, std::size_t all)
{
    return std::log(1 + (static_cast<double>(all) - static_cast<double>(holding) + 0.5) /
                            (static_cast<double>(holding) + 0.5));
}

/// Okapi BM25 over the requirements' texts in one language.
class WordIndex {
public:
    WordIndex(Language language, const std::vector<Entry>& entries, const std::vector<model::Catalog>& catalogs)
        : stemmer_(language)
    {
        std::vector<std::vector<std::pair<std::string, double>>> weighted(entries.size());
        for (std::size_t at = 0; at < entries.size(); ++at) {
            const model::Requirement& one = catalogs[entries[at].catalog].requirements[entries[at].requirement];
            const auto add = [&](const model::LocalText& text, double weight) {
                for (std::string& stem : stemmer_.stems(text::fold_text(text.in(language))))
                    weighted[at].emplace_back(std::move(stem), weight);
            };
            add(one.title, 2);
            add(one.text, 1);
            add(one.evidence_text, 0.5);
            for (const model::Expectation& expectation : one.expectations) add(expectation.label, 1);
            for (const model::Requirement& part : one.parts) add(part.text, 1);
        }
        for (const auto& words : weighted)
            for (const auto& [stem, weight] : words) known_.insert(stem);
        documents_.resize(entries.size());
        for (std::size_t at = 0; at < entries.size(); ++at) {
            for (const auto& [stem, weight] : weighted[at]) {
                count(at, stem, weight);
                for (const std::string& part : parts_of(stem, known_)) count(at, part, weight * part_weight);
            }
            mean_ += documents_[at].length;
        }
        mean_ /= static_cast<double>(std::max<std::size_t>(1, entries.size()));
    }

    /// Counts the words of a question that will be asked.
    void expect(std::string_view folded)
    {
        const std::vector<std::string> stems = stemmer_.stems(folded);
        for (const std::string& stem : std::set<std::string>(stems.begin(), stems.end())) ++asked_in_[stem];
        ++questions_;
    }

    /// Adds each requirement's score to `scores`.
    void score(std::string_view folded, double weight, std::vector<double>& scores) const
    {
        std::map<std::string, double> asked;
        for (const std::string& stem : stemmer_.stems(folded)) {
            asked.emplace(stem, 1);
            for (const std::string& part : parts_of(stem, known_)) asked.emplace(part, part_weight);
        }
        constexpr double k1 = 1.2, b = 0.75;
        for (const auto& [stem, times] : asked) {
            const auto found = postings_.find(stem);
            if (found == postings_.end()) continue;
            const auto common = asked_in_.find(stem);
            const double rare = rarity(found->second.size(), documents_.size()) *
                                (common == asked_in_.end() ? 1 : rareness_among_questions(common->second));
            for (const auto& [document, frequency] : found->second) {
                const double norm = k1 * (1 - b + b * documents_[document].length / mean_);
                scores[document] += weight * times * rare * frequency * (k1 + 1) / (frequency + norm);
            }
        }
    }

private:
    static constexpr double part_weight = 0.6;

    void count(std::size_t document, const std::string& stem, double weight)
    {
        postings_[stem][document] += weight;
        documents_[document].length += weight;
    }

    /// 1 for a word of one question, towards 0 for a word of all.
    double rareness_among_questions(std::size_t holding) const
    {
        const auto all = static_cast<double>(questions_);
        return std::log((all + 1) / (static_cast<double>(holding) + 0.5)) / std::log((all + 1) / 1.5);
    }

    struct DocumentLength {
        double length = 0;
    };

    Stemmer stemmer_;
    std::set<std::string, std::less<>> known_;
    std::unordered_map<std::string, std::map<std::size_t, double>> postings_;
    std::vector<DocumentLength> documents_;
    std::unordered_map<std::string, std::size_t> asked_in_;
    std::size_t questions_ = 0;
    double mean_ = 0;
};

/// The language of catalogues whose words those of `asked` are like enough to be counted together, if there is one.
std::optional<Language> text_language(Language asked)
{
    switch (asked) {
        case Language::nb:
        case Language::nn:
        case Language::da: return Language::nb;
        case Language::sv: return Language::sv;
        case Language::en: return Language::en;
        case Language::fi: break;
    }
    return std::nullopt;
}

}  // namespace

struct RequirementSearch::State {
    const std::vector<model::Catalog>& catalogs;
    const text::Matcher& matcher;
    std::vector<Entry> entries;
    std::map<std::uint32_t, std::size_t> holding;  ///< concept → requirements that hold it
    text::PatternSet patterns;
    std::vector<std::size_t> pattern_entry;
    std::map<Language, WordIndex> words;  ///< filled when first asked for

    State(const std::vector<model::Catalog>& catalogs_, const text::Matcher& matcher_,
          const std::vector<Query>& questions)
        : catalogs(catalogs_), matcher(matcher_)
    {
        // A requirement's texts say the same in each language: those that are asked in are enough.
        std::set<Language> languages;
        for (const Query& query : questions) languages.insert(text_language(query.language).value_or(Language::en));
        for (std::size_t catalog = 0; catalog < catalogs.size(); ++catalog)
            for (std::size_t at = 0; at < catalogs[catalog].requirements.size(); ++at) add(catalog, at, languages);
        patterns.prepare();
        for (const Query& query : questions) {
            const std::optional<Language> language = text_language(query.language);
            if (!language) continue;
            words.try_emplace(*language, *language, entries, catalogs)
                .first->second.expect(query.question->folded.text);
        }
    }

    void add(std::size_t catalog, std::size_t at, const std::set<Language>& languages)
    {
        const model::Requirement& one = catalogs[catalog].requirements[at];
        std::set<std::uint32_t> concepts;
        for (const model::LocalText* text : {&one.title, &one.text})
            for (const Language language : languages)
                for (const text::Hit& hit : matcher.analyse(text->in(language)).hits)
                    if (matcher.lexicon().concepts[hit.concept_index].is_matter) concepts.insert(hit.concept_index);
        for (const model::Expectation& expectation : one.expectations)
            for (const std::string& id : expectation.met_by)
                if (const auto index = matcher.index_of(id)) concepts.insert(*index);
        for (const std::uint32_t index : concepts) ++holding[index];
        for (const std::string& pattern : one.recognise) {
            patterns.add(pattern, one.origin);
            pattern_entry.push_back(entries.size());
        }
        entries.push_back({catalog, at, {concepts.begin(), concepts.end()}});
    }

    void score_concepts(const text::Analysis& question, std::vector<double>& scores) const
    {
        std::set<std::uint32_t> asked;
        for (const text::Hit& hit : question.hits)
            if (matcher.lexicon().concepts[hit.concept_index].is_matter) asked.insert(hit.concept_index);
        for (const std::uint32_t one : asked) {
            const auto held = holding.find(one);
            if (held == holding.end()) continue;
            const double rare = rarity(held->second, entries.size());
            for (std::size_t at = 0; at < entries.size(); ++at)
                if (std::binary_search(entries[at].concepts.begin(), entries[at].concepts.end(), one))
                    scores[at] += rare / std::sqrt(4 + static_cast<double>(entries[at].concepts.size()));
        }
    }

    void score_patterns(const text::Analysis& question, std::vector<double>& scores) const
    {
        std::set<std::size_t> matched;
        for (const text::PatternSet::Match& match : patterns.find_all(question.folded.text, question.sentences))
            matched.insert(pattern_entry[match.pattern]);
        for (const std::size_t at : matched) scores[at] += rarity(matched.size(), entries.size());
    }
};

RequirementSearch::RequirementSearch(const std::vector<model::Catalog>& catalogs, const text::Matcher& matcher,
                                     const std::vector<Query>& questions)
    : state_(std::make_unique<State>(catalogs, matcher, questions))
{
}

RequirementSearch::~RequirementSearch() = default;

std::vector<Match> RequirementSearch::find(const Query& query, std::size_t most) const
{
    const std::size_t all = state_->entries.size();
    std::vector<double> words(all), concepts(all), patterns(all);
    const std::optional<Language> language = text_language(query.language);
    const auto index = language ? state_->words.find(*language) : state_->words.end();
    if (index != state_->words.end()) {
        index->second.score(query.question->folded.text, 1, words);
        index->second.score(query.section, section_weight, words);
    }
    state_->score_concepts(*query.question, concepts);
    state_->score_patterns(*query.question, patterns);

    std::vector<Match> found;
    for (std::size_t at = 0; at < all; ++at) {
        const double score = word_weight * words[at] + concept_weight * concepts[at] + pattern_weight * patterns[at];
        if (score > 0) found.push_back({state_->entries[at].catalog, state_->entries[at].requirement, score, 0});
    }
    std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
        return a.catalog != b.catalog ? a.catalog < b.catalog : a.score > b.score;
    });
    std::vector<Match> kept;
    for (std::size_t at = 0, first = 0; at < found.size(); ++at) {
        if (found[at].catalog != found[first].catalog) first = at;
        if (at - first >= most) continue;
        kept.push_back(found[at]);
        if (at == first) {
            const bool alone = at + 1 == found.size() || found[at + 1].catalog != found[at].catalog;
            kept.back().confidence = confidence(found[at].score, alone ? 0 : found[at + 1].score);
        }
        else {
            const Match& best = kept[kept.size() - 1 - (at - first)];
            kept.back().confidence = best.confidence * found[at].score / best.score;
        }
    }
    return kept;
}

}  // namespace samsvar::coverage
