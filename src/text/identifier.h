#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samsvar::text {

/// An organisation number as it stands in a text.
struct FoundIdentifier {
    std::string scheme;  ///< NO, SE, DK, FI, LEI
    std::string value;   ///< normalised: "982396999", "559999-0594", "9999088-3"
    std::string printed; ///< as in the source
    bool valid = false;  ///< check digit: NO mod 11, SE Luhn, DK mod 11, FI mod 11, LEI mod 97
};

/// Organisation numbers in `source`. Nine digits count as Norwegian (also "982 39 6999"), 6-4 digits as Swedish, 7-1 as
/// Finnish, eight digits after CVR or "cvr-nr" as Danish, 20 characters after LEI (or with a right check) as LEI. Dates,
/// telephone numbers (+47 …, tlf) and longer digit runs do not count. When `labelled` the text is known to hold an
/// organisation number (a column or label says so), so a bare eight-digit number counts as Danish.
std::vector<FoundIdentifier> find_identifiers(std::string_view source, bool labelled);

}  // namespace samsvar::text
