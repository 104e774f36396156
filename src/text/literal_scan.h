#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"

namespace samsvar::text {

/// Finds every occurrence of many short literals in a text in one pass: a bit map over the next one to four bytes sends
/// most places on at once, a hash table of those bytes gives the literals to compare. Smaller than an automaton over
/// some ten thousand literals (which would cost 10 MB of fresh memory at each start) and as fast on prose.
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

    std::size_t size() const { return places_.empty() ? added_.size() : places_.size() - 1; }
    std::string_view literal(std::uint32_t id) const
    {
        return letters_.substr(places_[id], places_[id + 1] - places_[id]);
    }

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
                if (!group.may_hold(hash)) continue;
                const Slot* const one = group.find(prefix, hash);
                if (!one) continue;
                if (length < 4) {
                    // The key is all there is of it.
                    found(group.literals[one->begin].id, at);
                    continue;
                }
                std::uint32_t next = 0;
                std::memcpy(&next, text.data() + at + 4, left >= 8 ? 4 : left - 4);
                for (std::uint32_t index = one->begin; index < one->end; ++index) {
                    const Literal& known = group.literals[index];
                    if ((next & known.mask) != known.next || known.size > left) continue;
                    if (known.size <= 8 || std::memcmp(letters_.data() + places_[known.id] + 8, text.data() + at + 8,
                                                       known.size - 8) == 0)
                        found(known.id, at);
                }
            }
        }
    }

private:
    static constexpr std::uint32_t bits = 1u << 15;
    static constexpr std::array<std::uint32_t, 4> masks{0xFF, 0xFFFF, 0xFFFFFF,
                                                        0xFFFFFFFF};  // little-endian, see prepare()

    struct Slot {
        std::uint32_t prefix = 0;
        std::uint32_t begin = 0;  ///< into literals
        std::uint32_t end = 0;    ///< begin = end: free
    };
    struct Literal {
        std::uint32_t id = 0;
        std::uint32_t size = 0;
        std::uint32_t next = 0;  ///< bytes 5 to 8, as far as there are; `mask` says how far
        std::uint32_t mask = 0;
    };
    /// Literals with the same number of bytes in their key: 1, 2, 3, or 4 for all longer ones.
    struct Group {
        std::span<const Literal> literals;    ///< by key
        std::span<const Slot> slots;          ///< a power of two of them
        std::span<const std::uint64_t> seen;  ///< `bits` bits

        bool may_hold(std::uint32_t hash) const { return (seen[(hash & (bits - 1)) / 64] >> (hash & 63u) & 1u) != 0; }
        const Slot* find(std::uint32_t prefix, std::uint32_t hash) const
        {
            const auto mask = static_cast<std::uint32_t>(slots.size()) - 1;
            for (std::uint32_t slot = hash & mask;; slot = (slot + 1) & mask) {
                const Slot& one = slots[slot];
                if (one.end == one.begin) return nullptr;
                if (one.prefix == prefix) return &one;
            }
        }
    };

    static std::uint32_t hash_of(std::uint32_t prefix)
    {
        const std::uint32_t mixed = prefix * 2654435761u;
        return mixed ^ (mixed >> 15);
    }
    void look_into(BytesReader& from);

    std::vector<std::string> added_;                      // until prepared
    std::unordered_map<std::string, std::uint32_t> ids_;  // until prepared
    std::vector<std::byte> own_;                          // what the views below look into, if nobody else's
    std::string_view letters_;
    std::span<const std::uint32_t> places_;  ///< of a literal in letters_, by id; one more for the end
    std::array<Group, 4> groups_;
};

}  // namespace samsvar::text
