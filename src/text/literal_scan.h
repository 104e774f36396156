#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace samsvar::text {

/// Finds every occurrence of many short literals in a text in one pass: a bit map over the next one to four bytes sends
/// most places on at once, a hash table of those bytes gives the literals to compare. Smaller than an automaton over
/// some ten thousand literals (which would cost 10 MB of fresh memory at each start) and as fast on prose.
class LiteralScan {
public:
    /// Id of a literal (not empty); the same literal has one id.
    std::uint32_t add(std::string_view literal);
    /// To be called once, after the last add.
    void prepare();

    std::size_t size() const { return literals_.size(); }
    const std::string& literal(std::uint32_t id) const { return literals_[id]; }

    /// `text` is one of the literals.
    bool has(std::string_view text) const;

    /// Calls found(id, position) for each occurrence, by position.
    template <typename Found>
    void scan(std::string_view text, Found&& found) const
    {
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::uint32_t key = 0;
            const std::size_t left = text.size() - at;
            if (left >= 4) std::memcpy(&key, text.data() + at, 4);
            else std::memcpy(&key, text.data() + at, left);
            for (std::size_t length = 1; length <= 4 && length <= left; ++length) {
                const Group& group = groups_[length - 1];
                if (group.literals.empty()) continue;
                const std::uint32_t prefix = key & masks[length - 1];
                const std::uint32_t hash = hash_of(prefix);
                if (!group.seen.test(hash & (bits - 1))) continue;
                for (std::uint32_t slot = hash & group.mask;; slot = (slot + 1) & group.mask) {
                    const Slot& one = group.slots[slot];
                    if (one.end == one.begin) break;
                    if (one.prefix != prefix) continue;
                    for (std::uint32_t index = one.begin; index < one.end; ++index) {
                        const std::string& literal = literals_[group.literals[index]];
                        if (literal.size() <= left && std::memcmp(literal.data(), text.data() + at, literal.size()) == 0)
                            found(group.literals[index], at);
                    }
                    break;
                }
            }
        }
    }

private:
    static constexpr std::size_t bits = 1u << 15;
    static constexpr std::array<std::uint32_t, 4> masks{0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF};  // little-endian, see prepare()

    struct Slot {
        std::uint32_t prefix = 0;
        std::uint32_t begin = 0;  ///< into literals
        std::uint32_t end = 0;    ///< begin = end: free
    };
    /// Literals with the same number of bytes in their key: 1, 2, 3, or 4 for all longer ones.
    struct Group {
        std::vector<std::uint32_t> literals;  ///< ids, by key
        std::vector<Slot> slots;
        std::uint32_t mask = 0;
        std::bitset<bits> seen;
    };

    static std::uint32_t hash_of(std::uint32_t prefix)
    {
        const std::uint32_t mixed = prefix * 2654435761u;
        return mixed ^ (mixed >> 15);
    }

    std::vector<std::string> literals_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::array<Group, 4> groups_;
};

}  // namespace samsvar::text
