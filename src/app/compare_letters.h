#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/letter.h"
#include "model/comparison.h"

namespace samsvar::app {

struct BidderLetter {
    std::filesystem::path file;
    std::size_t points = 0;  ///< open points it holds
};

/// A follow-up letter to each bidder that has open points, as write_letter: "A-kystlogg-as.docx" … in `folder`, which
/// is made when it is not there. Throws Error(invalid_argument) before any is written when one of the files is there
/// already, since letters are corrected by hand; and as write_letter.
std::vector<BidderLetter> write_letters(const Library& library, const model::Comparison& comparison,
                                        const LetterRequest& request, const std::filesystem::path& folder);

/// "A-kystlogg-as.docx": the label, then the name with everything but Latin letters and digits as a hyphen.
std::string letter_file(const model::ComparedBidder& bidder);

}  // namespace samsvar::app
