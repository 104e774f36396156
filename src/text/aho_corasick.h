#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::text {

/// Finds which of many short literals occur in a text, in one pass (Aho and Corasick 1975).
class AhoCorasick {
public:
    /// Literals are bytes; an empty one is not allowed.
    explicit AhoCorasick(const std::vector<std::string>& literals);

    /// Indexes of the literals that occur, each once, in ascending order.
    std::vector<int> occurring(std::string_view text) const;

private:
    struct Node {
        std::array<std::int32_t, 64> next;  ///< by letter class
        std::int32_t fail = 0;
        std::int32_t output = -1;    ///< literal that ends here
        std::int32_t shorter = -1;   ///< nearest node on the fail chain with an output
    };

    std::int32_t add_node();

    std::array<std::uint8_t, 256> classes_{};  ///< byte → letter class; 0 = in no literal
    std::vector<Node> nodes_;
    std::size_t literals_ = 0;
};

}  // namespace samsvar::text
