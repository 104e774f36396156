#pragma once

#include <string>
#include <vector>

#include "coverage/describe.h"
#include "coverage/search.h"

namespace samsvar::coverage {

/// One undescribed question with what its mapping needs.
struct Asked {
    const model::Question* question = nullptr;
    text::Analysis analysis;
    std::string section;  ///< folded title
};

/// A requirement a question covers.
struct Covered {
    const model::Catalog* catalog = nullptr;
    const model::Requirement* requirement = nullptr;
    double confidence = 0;
    bool printed = false;  ///< its identifier stands in the file
    bool mapped = false;   ///< follows from a printed one through a mapping of catalogues
};

/// The requirements each of `asked` covers, best first: those a person has said (Question::covers), else what is
/// concluded. Identifiers count as printed when most of the questionnaire's
/// numbers are identifiers of one catalogue (a form may count its own questions A.1.1, A.1.2), or when they stand in
/// the question beside the standard's name.
std::vector<std::vector<Covered>> map_questions(const std::vector<Asked>& asked, const Requirements& requirements,
                                                const text::Matcher& matcher);

}  // namespace samsvar::coverage
