#pragma once

#include <string_view>

namespace samsvar::layout {

/// The words that places to answer and their labels are told by, in nb, nn, sv, da, fi and en. All take folded text
/// (text::fold_text).

/// A question or a request begins with it: "hvordan", "beskriv", "kuvaa".
bool is_asking_word(std::string_view folded);
/// A supplier's own account begins with it: "we", "vår", "yes".
bool is_own_word(std::string_view folded);
/// It announces help, in front of a colon: "veiledning", "example".
bool is_guidance_word(std::string_view folded);
/// It belongs to a signature: "underskrift".
bool is_signature_word(std::string_view folded);
/// A whole label that may stand beside a signature: "name", "place and date".
bool stands_beside_signature(std::string_view folded);
/// A drop-down's prompt begins with it: "velg", "choose".
bool is_prompt_word(std::string_view folded);

}  // namespace samsvar::layout
