#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/submission.h"
#include "text/analysis.h"

namespace samsvar::rules {

/// The codes by which a supplier's own list of annexes calls them ("V7", "Dok-01", "B-3"), to be found where an answer
/// names one without saying that it is an annex. Numbers and letters alone are not looked for: they could be anything.
class ListedAnnexes {
public:
    explicit ListedAnnexes(const std::vector<model::Annex>& annexes);

    /// Adds the codes in the text to its references, which stay in order; those that a reference holds already apart.
    void find_in(text::Analysis& analysis) const;

private:
    std::unordered_map<std::string, std::string> labels_;  ///< by letters and digits alone; as AnnexReference::label
};

/// The label of an annex as AnnexReference has it: small letters, leading zeros of a number dropped.
std::string reference_label(std::string_view label);

}  // namespace samsvar::rules
