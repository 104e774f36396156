#pragma once

#include <string>
#include <string_view>

namespace samsvar::layout {

/// Whether a short text is a number or code that tells questions apart: "7", "5.10", "A.8.5", "AIS- 02.2", "V1.1.1",
/// "1.a", "AC-2 (1)", "Q12", "GV.OC-01.1"; no dates, no sums of money, no long random codes.
bool is_printed_id(std::string_view text);

/// Whether the text is a GUID (RFC 9562), as some forms number their rows.
bool is_guid(std::string_view text);

/// Shape of an id: letters as A, digits as 9, signs as they are, runs folded: "AIS-02.1" → "A-9.9".
std::string id_shape(std::string_view id);

/// An id in front of a text: "GV.OC-01.1: The …", "3.2 Hvordan …", "Spørsmål 7: …".
struct IdInFront {
    std::string id;        ///< empty when there is none
    std::size_t rest = 0;  ///< byte where the text after it starts
};
IdInFront id_in_front(std::string_view text);

/// As it is shown: trimmed, blanks inside folded, without the full stop or colon behind it.
std::string plain_printed_id(std::string_view text);

}  // namespace samsvar::layout
