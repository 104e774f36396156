#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/form.h"
#include "text/analysis.h"

namespace samsvar::rules {

/// The series in which a form numbers its questions ("SEC-01" … "SEC-40"), to be found where an answer names one of
/// them without a word that points there: "as set out in SEC-27", "(SEC-33)". A number alone, and a letter with a
/// number or two, could be anything and are not looked for.
class QuestionIds {
public:
    explicit QuestionIds(const model::Form& form);

    /// Adds the ids in the text to its references, which stay in order; where a reference or an annex stands already,
    /// nothing. An id need not be one of the form's: it only has to look like them.
    void find_in(text::Analysis& analysis) const;

private:
    struct Series {
        std::size_t questions = 0;
        std::size_t least_digits = 0;
        std::size_t most_digits = 0;
    };
    std::map<std::string, Series, std::less<>> series_;  ///< by what stands before the digits, folded
};

}  // namespace samsvar::rules
