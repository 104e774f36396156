#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace samsvar::text {

/// Words with a value each, for asking once per word of a text: most words are turned away by their first letter and
/// length. The words must outlive the table (they are literals).
template <typename Value>
class WordTable {
public:
    WordTable() = default;
    WordTable(std::initializer_list<std::pair<std::string_view, Value>> entries)
    {
        for (const auto& [word, value] : entries) add(word, value);
        prepare();
    }

    /// Of two equal words the first counts.
    void add(std::string_view word, const Value& value) { entries_.push_back({word, value}); }

    void prepare()
    {
        std::stable_sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& entry : entries_) seen_.set(place_of(entry.first));
    }

    /// The value of a word, or null.
    const Value* find(std::string_view word) const
    {
        if (word.empty() || !seen_.test(place_of(word))) return nullptr;
        const auto found = std::lower_bound(entries_.begin(), entries_.end(), word, [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
        return found != entries_.end() && found->first == word ? &found->second : nullptr;
    }

private:
    static std::size_t place_of(std::string_view word)
    {
        return (static_cast<unsigned char>(word[0]) & 127u) * 32u * 32u + (static_cast<unsigned char>(word.back()) & 31u) * 32u + std::min<std::size_t>(word.size(), 31);
    }

    std::vector<std::pair<std::string_view, Value>> entries_;
    std::bitset<128 * 32 * 32> seen_;
};

}  // namespace samsvar::text
