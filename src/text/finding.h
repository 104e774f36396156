#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/catalog.h"
#include "text/analysis.h"
#include "text/scope.h"

namespace samsvar::text {

/// A place where a pattern or a word of a concept was found, before anything is said of what it is worth there.
struct Finding {
    enum class Kind : std::uint8_t {
        hit,
        exception,  ///< takes hits of its concept back
        cue,        ///< of kind `cue`: says what the hits beside it are worth
    };
    std::uint32_t begin = 0;  ///< in the folded text
    std::uint32_t end = 0;
    std::uint32_t concept_index = 0;
    Kind kind = Kind::hit;
    std::uint8_t cue = 0;  ///< index into cue_lists
    Nature nature = Nature::plain;
    model::Date since{};
};

/// Makes the hits of an analysis of what was found (in any order), and its plans, options and denials; `concepts` is
/// how many there are. Sentences, clauses and language are known already. Costs no more than the length of the text
/// and, but for a sort, the number of findings.
void take_findings(Analysis& analysis, std::vector<Finding> findings, std::size_t concepts);

}  // namespace samsvar::text
