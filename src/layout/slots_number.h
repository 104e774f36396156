#pragma once

#include <string>
#include <string_view>

namespace samsvar::layout {

/// A number or code in front of a question: "3.2 How …", "AC-2 (1) What …", "3.2Type".
struct NumberedText {
    std::string id;
    std::string text;   ///< what follows it; the whole text when there is no id
    std::string shape;  ///< which numbers are of one kind: "9.9", "A-9"
    int last = -1;      ///< the last number of the id: 2 of "3.2"; a letter counts from 1; -1 = none
};
NumberedText numbered(std::string_view text);
/// The same of an automatic number ("3.2", "(a)", "Q7:"), bullets give no id.
NumberedText numbered_label(std::string_view label);

}  // namespace samsvar::layout
