#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace samsvar::text {

/// Of the first and the last eight letters (which overlap in shorter words) and the length.
inline std::uint64_t hash_of(std::string_view word)
{
    const auto load = [](const char* at, auto zero) {
        std::memcpy(&zero, at, sizeof zero);
        return std::uint64_t{zero};
    };
    const char* const begin = word.data();
    const char* const end = begin + word.size();
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (word.size() >= 8) {
        first = load(begin, std::uint64_t{});
        last = load(end - 8, std::uint64_t{});
    }
    else if (word.size() >= 4) {
        first = load(begin, std::uint32_t{});
        last = load(end - 4, std::uint32_t{});
    }
    else if (word.size() >= 2) {
        first = load(begin, std::uint16_t{});
        last = load(end - 2, std::uint16_t{});
    }
    else if (!word.empty())
        first = static_cast<unsigned char>(*begin);
    const std::uint64_t mixed = (first * 0x9E3779B97F4A7C15u ^ (last + word.size())) * 0xD6E8FEB86659FD93u;
    return mixed ^ mixed >> 32;
}

/// Words with a value each, for asking once per word of a text: a small bit map turns most words away, and the others
/// cost one comparison. The words must outlive the table (they are literals).
template <typename Value>
class WordTable {
public:
    WordTable() = default;
    WordTable(std::initializer_list<std::pair<std::string_view, Value>> entries)
    {
        for (const auto& [word, value] : entries) add(word, value);
        prepare();
    }

    void add(std::string_view word, const Value& value) { entries_.push_back({word, value}); }

    /// To be called once, after the last add. Of two equal words the first counts.
    void prepare()
    {
        prepare([](Value&, const Value&) {});
    }
    /// The same; `join` is called with the value of the first of two equal words and that of the other.
    template <typename Join>
    void prepare(Join&& join)
    {
        slots_.assign(std::bit_ceil(entries_.size() * 2 + 2), none);
        for (std::uint32_t index = 0; index < entries_.size(); ++index) {
            const std::uint64_t hash = hash_of(entries_[index].first);
            seen_[hash % bits / 64] |= std::uint64_t{1} << hash % 64;
            const std::uint64_t slot = slot_of(entries_[index].first, hash);
            if (slots_[slot] == none)
                slots_[slot] = index;
            else
                join(entries_[slots_[slot]].second, entries_[index].second);
        }
    }

    /// The value of a word, or null.
    const Value* find(std::string_view word) const
    {
        if (word.empty()) return nullptr;
        const std::uint64_t hash = hash_of(word);
        if ((seen_[hash % bits / 64] >> hash % 64 & 1) == 0) return nullptr;
        const std::uint32_t index = slots_[slot_of(word, hash)];
        return index == none ? nullptr : &entries_[index].second;
    }

    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }

private:
    static constexpr std::uint64_t bits = 1u << 13;
    static constexpr std::uint32_t none = ~0u;

    /// Where the word stands, or the free place where it would.
    std::uint64_t slot_of(std::string_view word, std::uint64_t hash) const
    {
        const std::uint64_t mask = slots_.size() - 1;
        // By bits that the map does not use, so that what passed it by chance meets a free place.
        std::uint64_t slot = hash >> 13 & mask;
        while (slots_[slot] != none && entries_[slots_[slot]].first != word) slot = (slot + 1) & mask;
        return slot;
    }

    std::vector<std::pair<std::string_view, Value>> entries_;
    std::vector<std::uint32_t> slots_ = {none};  ///< indices of entries, or none
    std::array<std::uint64_t, bits / 64> seen_{};
};

}  // namespace samsvar::text
