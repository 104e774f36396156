#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samsvar::agreement {

/// A clause number in front of a text: "7.2 The …", "§ 4 Säkerhet", "Article 5 Security", "Bilag B – …".
struct NumberInFront {
    std::string number;    ///< "7.2", "§ 4", "Article 5", "Bilag B"; empty when there is none
    std::size_t rest = 0;  ///< byte where the text after it starts
    int depth = 0;         ///< 1 for "7", 2 for "7.2"
    bool annex = false;
};
NumberInFront number_in_front(std::string_view text);

/// An automatic label as a clause number: "4.1." → "4.1"; empty for bullets and lettered items.
NumberInFront number_of_label(std::string_view label);

/// The mark of a list item that is typed by hand: "(a) ", "b) ", "- ", "iv) "; its length in bytes, 0 when there is
/// none.
std::size_t item_mark(std::string_view text);

/// Whether a text begins with a capital, with a small letter: of those that Latin-1 has.
bool begins_capital(std::string_view text);
bool begins_small(std::string_view text);

/// Whether a text breaks off where a list goes on: "The processor shall:", "Biträdet förbinder sig att".
bool goes_on_in_list(std::string_view text);

/// Whether a text is short and closed like a heading: no full stop, colon or comma at its end.
bool looks_like_heading(std::string_view text);

}  // namespace samsvar::agreement
