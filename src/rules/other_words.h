#pragma once

#include <string>
#include <vector>

#include "rules/case.h"

namespace samsvar::rules {

/// The sentence of the view's own answer that speaks of one of the concepts in words that no pattern knows: of all that
/// others wrote of, it is most like what they wrote of that concept, and it is no plan. Null when there is none. No
/// ground for saying that a thing is done well; ground enough not to say that it is missing. Measured on the judged
/// files: the three likest instead of the one take more true findings away than false ones.
const text::Span* in_other_words(const Case& context, View& view, const std::vector<std::string>& concepts);

}  // namespace samsvar::rules
