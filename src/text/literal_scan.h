#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "text/literal_list.h"

namespace samsvar::text {

/// Finds every occurrence of many short literals in a text in one pass: a table over the next two bytes and a bit map
/// over the next one to eight send most places on at once, a hash table of those bytes leads to what may follow them.
/// Smaller than an automaton over some ten thousand literals (which would cost 10 MB of fresh memory at each start) and
/// as fast on prose.
class LiteralScan {
public:
    LiteralScan() = default;
    LiteralScan(LiteralScan&&) noexcept = default;
    LiteralScan& operator=(LiteralScan&&) noexcept = default;

    /// Id of a literal (not empty); the same literal has one id.
    std::uint32_t add(std::string_view literal);
    /// To be called once, after the last add.
    void prepare();

    /// What was prepared, and the same again: it looks into the reader's bytes, which must stay.
    void write(BytesWriter& into) const;
    static LiteralScan read(BytesReader& from);

    std::size_t size() const { return literals_.size(); }

    /// `text` is one of the literals.
    bool has(std::string_view text) const;

    /// Calls found(id, position) for each occurrence, by position and, at one, by length.
    template <typename Found>
    void scan(std::string_view text, Found&& found) const
    {
        // First where something may begin, without a branch on it: what is looked up then is hard to foresee.
        Begun begun;  // only what is marked is read
        for (std::size_t from = 0; from < text.size(); from += block) {
            const std::size_t count = mark_begun(text, from, std::min(text.size(), from + block), begun);
            for (std::size_t index = 0; index < count; ++index)
                find_at(text, from + begun[index] / 32u, begun[index] % 32u, found);
        }
    }

private:
    static constexpr std::uint32_t bits = 1u << 16;
    static constexpr std::array<std::uint64_t, 9> masks = [] {  // little-endian
        std::array<std::uint64_t, 9> all{};
        for (std::size_t bytes = 1; bytes <= 8; ++bytes) all[bytes] = ~std::uint64_t{0} >> (64 - 8 * bytes);
        return all;
    }();
    /// How long the keys of the groups are, by which literals are looked up: the longest that a literal has the bytes
    /// for.
    static constexpr std::array<std::uint8_t, 5> key_lengths{1, 2, 3, 4, 8};
    static std::size_t group_of(std::size_t size) { return size >= 8 ? 4 : std::min<std::size_t>(size, 4) - 1; }

    static constexpr std::uint32_t none = ~std::uint32_t{0};

    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t node = none;  ///< none: free
        std::uint32_t unused = 0;
    };
    /// What may follow a key, letter by letter. What only one literal goes on with is compared at once.
    struct Node {
        std::uint32_t literal = none;  ///< that ends here or, with `rest`, that alone goes on from here
        std::uint32_t first = 0;       ///< of the nodes that follow, side by side; with `rest`, its first bytes
        std::uint16_t count = 0;       ///< of those nodes
        std::uint8_t letter = 0;
        std::uint8_t rest = 0;  ///< bytes left of the literal, 255 for more
    };
    /// Literals with the same number of bytes in their key.
    struct Group {
        std::span<const Slot> slots;          ///< a power of two of them, or none
        std::span<const std::uint64_t> seen;  ///< `bits` bits

        unsigned may_hold(std::uint32_t hash) const
        {
            return static_cast<unsigned>(seen[(hash & (bits - 1)) / 64] >> (hash & 63u) & 1u);
        }
        const Slot* find(std::uint64_t key, std::uint32_t hash) const
        {
            const auto mask = static_cast<std::uint32_t>(slots.size()) - 1;
            for (std::uint32_t slot = hash & mask;; slot = (slot + 1) & mask) {
                const Slot& one = slots[slot];
                if (one.node == none) return nullptr;
                if (one.key == key) return &one;
            }
        }
    };

    /// What a text's first two bytes are looked up by; some share a place.
    static constexpr std::size_t beginnings = 1u << 13;
    static std::size_t beginning_of(std::uint64_t key) { return (key & 127u) << 6 | (key >> 8 & 63u); }

    static std::uint32_t hash_of(std::uint64_t key)
    {
        const std::uint64_t mixed = key * 0x9E3779B97F4A7C15u;
        return static_cast<std::uint32_t>(mixed >> 32 ^ mixed >> 47);
    }
    void look_into(BytesReader& from);
    class Nodes;

    static constexpr std::size_t block = 512;
    /// Places of a block where literals of some groups (a bit each) may begin: place * 32 + groups.
    using Begun = std::array<std::uint16_t, block>;

    /// Fills `begun` with the places in [from, to), and tells how many there are.
    std::size_t mark_begun(std::string_view text, std::size_t from, std::size_t to, Begun& begun) const;

    /// The next eight bytes, or as many as there are and zeros.
    static std::uint64_t key_at(std::string_view text, std::size_t at)
    {
        std::uint64_t key = 0;
        const std::size_t left = text.size() - at;
        if (left >= 8)
            std::memcpy(&key, text.data() + at, 8);
        else
            std::memcpy(&key, text.data() + at, left);
        return key;
    }

    /// The groups (a bit each) of which a literal may begin with a key.
    unsigned groups_of(std::uint64_t key) const
    {
        return beginnings_[beginning_of(key)] &
               (3u | groups_[2].may_hold(hash_of(key & masks[3])) << 2 |
                groups_[3].may_hold(hash_of(key & masks[4])) << 3 | groups_[4].may_hold(hash_of(key)) << 4);
    }

    template <typename Found>
    void find_at(std::string_view text, std::size_t at, unsigned groups, Found& found) const
    {
        const std::uint64_t next = key_at(text, at);
        for (; groups != 0; groups &= groups - 1) {
            const auto group = static_cast<std::size_t>(std::countr_zero(groups));
            const std::size_t length = key_lengths[group];
            if (length > text.size() - at) break;
            const std::uint64_t key = next & masks[length];
            if (const Slot* const one = groups_[group].find(key, hash_of(key)))
                follow(one->node, text, at, at + length, found);
        }
    }

    /// The literals at `at` whose key ends at `end`.
    template <typename Found>
    void follow(std::uint32_t number, std::string_view text, std::size_t at, std::size_t end, Found& found) const
    {
        for (const Node* known = &nodes_[number];; ++end) {
            const Node& node = *known;
            if (node.literal != none) {
                if (node.rest == 0)
                    found(node.literal, at);
                else {
                    const std::size_t bytes = std::min<std::size_t>(node.rest, 4);
                    if (text.size() - end < bytes || ((key_at(text, end) ^ node.first) & masks[bytes]) != 0) return;
                    if (node.rest <= 4 || text.substr(end).starts_with(literals_[node.literal].substr(end - at)))
                        found(node.literal, at);
                    return;
                }
            }
            if (end == text.size()) return;
            const auto letter = static_cast<std::uint8_t>(text[end]);
            const auto* next = nodes_.data() + node.first;
            const auto* const last = next + node.count;
            while (next != last && next->letter != letter) ++next;
            if (next == last) return;
            known = next;
        }
    }

    std::vector<std::byte> own_;  // what is looked into below, if nobody else's
    LiteralList literals_;
    std::array<Group, 5> groups_;
    std::span<const Node> nodes_;
    std::span<const std::uint8_t> beginnings_;  ///< the groups (a bit each) that may hold what begins so
};

}  // namespace samsvar::text
