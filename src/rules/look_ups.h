#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/submission.h"
#include "text/analysis.h"

namespace samsvar::rules {

struct Case;
struct View;

/// What checks ask of all answers together, so that none walks through all of them for each: a file may hold thousands.
class LookUps {
public:
    /// Of a case whose views hold their questions, answers and analyses.
    explicit LookUps(const Case& context);

    /// Index into Case::views of the question with that id, in either case of letters; of equal ones the first.
    std::optional<std::size_t> question(std::string_view id) const;
    /// The annex listed under a folded label without leading zeros; of equal ones the first.
    const model::Annex* annex(const std::string& label) const;
    /// Some annex listed has a number for a label, as `label` has or has not.
    bool lists_like(const std::string& label) const;
    /// Some question bears the concept in its topic.
    bool is_asked_for(std::uint32_t concept_index) const { return asked_for_[concept_index]; }
    /// The answer holds two or more concepts of one question's topic.
    bool holds_two_of_a_topic(const text::Analysis& answer) const;
    /// The first answer before `view` with the same words; null when there is none.
    const View* copied_by(const View& view) const;

private:
    /// Views whose answers have as many words as each other, and the first of them by their words once that is asked.
    struct OfLength {
        std::vector<std::size_t> views;
        std::map<std::string, std::size_t> first;
    };

    void add_topic(const std::vector<std::string>& topic);

    const Case& context_;
    std::map<std::string, std::size_t, std::less<>> questions_;
    std::map<std::string, const model::Annex*> annexes_;
    bool lists_numbers_ = false;
    bool lists_others_ = false;
    std::vector<bool> asked_for_;                         ///< by concept
    std::vector<std::vector<std::uint64_t>> asked_with_;  ///< by concept: a bit for each that shares a topic with it
    mutable std::map<std::size_t, OfLength> by_words_;
};

}  // namespace samsvar::rules
