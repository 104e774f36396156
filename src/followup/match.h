#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "model/follow_up.h"

namespace samsvar::followup {

/// A question of now that was asked before.
struct Match {
    std::size_t before = 0, now = 0;  ///< indexes into Record::answers
    model::MatchedBy by = model::MatchedBy::id;
    double similarity = 0;  ///< 0-1: of the printed questions
};

/// Which questions are the same, each at most once; in order of `now`. The surest ground goes first: the same id of the
/// same form (unless the words say it was given to another question), the same words, nearly the same words, then the
/// same requirement, reached through `mappings` where the catalogues differ. Two that fit equally well are left apart
/// rather than guessed at.
std::vector<Match> match_questions(const model::Record& before, const model::Record& now,
                                   const std::vector<model::Mapping>& mappings);

/// How alike two texts are, 0-1: the words they have in common (Dice), long words by their beginnings so that
/// inflection does not count.
double similarity(std::string_view one, std::string_view other);

}  // namespace samsvar::followup
