#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "text/analysis.h"

namespace samsvar::coverage {

/// A requirement a question is about.
struct Match {
    std::size_t catalog = 0;      ///< index into the catalogues
    std::size_t requirement = 0;  ///< index into its requirements
    double score = 0;             ///< comparable within one question
    double confidence = 0;        ///< 0-1, measured: the share of such matches that a person had written down too
};

/// What a question asks for, as far as words tell.
struct Query {
    const text::Analysis* question = nullptr;
    std::string section;  ///< folded title of its section; may be empty
    model::Language language = model::Language::nb;
};

/// Requirements of catalogues, searched by what a question says. Three sources are added up: concepts of the lexicon
/// that both hold, by how rare they are among the requirements; words both hold, stemmed and with compounds taken
/// apart, by Okapi BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75); and the requirement's own patterns
/// (<recognise>). Finnish questions find by concepts only, since catalogues have no Finnish texts.
class RequirementSearch {
public:
    /// `catalogs` and `matcher` must outlive the search. Texts are read when a language is first asked for.
    /// `questions` are all that will be asked: a word that many of them hold says little.
    RequirementSearch(const std::vector<model::Catalog>& catalogs, const text::Matcher& matcher,
                      const std::vector<Query>& questions);
    RequirementSearch(const RequirementSearch&) = delete;
    RequirementSearch& operator=(const RequirementSearch&) = delete;
    ~RequirementSearch();

    /// Best first within each catalogue, at most `most` each; those without anything in common are left out.
    std::vector<Match> find(const Query& query, std::size_t most) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Matches below it are "unsure": told to nobody, counted for nothing.
inline constexpr double unsure_below = 0.5;

}  // namespace samsvar::coverage
