#include "text/known_words.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "text/compiled_patterns.h"

namespace samsvar::text {

namespace {

/// A text of nothing but new words must not fill the memory: with so many, all are forgotten.
constexpr std::size_t most_words = 1u << 15;

std::uint64_t piece_at(std::string_view word, std::size_t at)
{
    std::uint64_t piece = 0;
    std::memcpy(&piece, word.data() + at, std::min(word.size() - at, sizeof piece));
    return piece;
}

}  // namespace

/// Of every letter: a supplier must not be able to make up words that all fall together, as those would that
/// word_table.h sums up by their ends.
std::uint32_t KnownWords::hash_of(std::string_view word)
{
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
    std::uint64_t hash = word.size() * odd;
    for (std::size_t at = 0; at < word.size(); at += 8) {
        hash = (hash ^ piece_at(word, at)) * odd;
        hash ^= hash >> 32;
    }
    return static_cast<std::uint32_t>(hash);
}

KnownWords::Findings KnownWords::of(std::uint32_t number) const
{
    const Entry& entry = entries_[number];
    std::span<const Thing> left = std::span(things_).subspan(entry.things);
    const auto take = [&](Kind kind) {
        const std::span<const Thing> taken = left.first(entry.counts[kind]);
        left = left.subspan(taken.size());
        return taken;
    };
    return {take(matching), take(met), take(matching_beside), take(met_beside), take(occurring)};
}

void KnownWords::fetch_slot(std::uint32_t hash) const
{
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
}

void KnownWords::fetch_entry(std::uint32_t hash) const
{
    if (const std::uint32_t known = slots_[hash & (slots_.size() - 1)]; known != 0)
        __builtin_prefetch(&entries_[known - 1]);
}

void KnownWords::fetch_things(std::uint32_t number) const
{
    __builtin_prefetch(things_.data() + entries_[number].things);
}

std::uint32_t KnownWords::number_of(std::string_view word, std::uint32_t hash)
{
    if (entries_.size() * 2 >= slots_.size()) grow();
    const std::uint64_t beginning = piece_at(word, 0);
    const auto is_same = [&](const Entry& entry) {
        return entry.beginning == beginning && entry.size == word.size() &&
               (word.size() <= sizeof beginning ||
                std::string_view(letters_).substr(entry.letters, entry.size) == word);
    };
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        if (slots_[slot] == 0) {
            slots_[slot] = static_cast<std::uint32_t>(entries_.size() + 1);
            make(word, hash, beginning);
            return static_cast<std::uint32_t>(entries_.size() - 1);
        }
        const Entry& entry = entries_[slots_[slot] - 1];
        if (is_same(entry)) return slots_[slot] - 1;
    }
}

void KnownWords::make_room(std::size_t most)
{
    if (slots_.empty()) grow();
    if (entries_.size() + most <= most_words) return;
    letters_.clear();
    entries_.clear();
    things_.clear();
    std::fill(slots_.begin(), slots_.end(), 0);
}

void KnownWords::grow()
{
    constexpr std::size_t least = 1024;
    slots_.assign(std::max(least, slots_.size() * 2), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t number = 0; number < entries_.size(); ++number) {
        std::size_t slot = entries_[number].hash & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = number + 1;
    }
}

void KnownWords::make(std::string_view word, std::uint32_t hash, std::uint64_t beginning)
{
    Entry entry;
    entry.beginning = beginning;
    entry.hash = hash;
    entry.letters = static_cast<std::uint32_t>(letters_.size());
    entry.things = static_cast<std::uint32_t>(things_.size());
    entry.size = static_cast<std::uint32_t>(word.size());
    letters_ += word;
    for (std::vector<Thing>& kind : made_) kind.clear();
    uses_.clear();
    std::vector<Thing>& occurrences = made_[occurring];
    literals_.scan(word, [&](std::uint32_t literal, std::size_t at) {
        const PatternTable::Literal& known = table_.literals[literal];
        const std::size_t end = at + known.size;
        if (known.asked != 0)
            occurrences.push_back(
                {literal, PatternGroup::none, 0, static_cast<std::uint8_t>(at), static_cast<std::uint8_t>(end)});
        std::uint8_t around = end == word.size() ? PatternTable::ends_at_boundary : PatternTable::word_goes_on;
        if (at == 0) around |= PatternTable::begins_at_boundary;
        for (const PatternTable::Use& use : table_.uses.subspan(known.first_use, known.count))
            if ((use.around & ~around) == 0)
                uses_.push_back(
                    {use.pattern, use.form, static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(end)});
    });
    std::stable_sort(uses_.begin(), uses_.end(), [](const Use& a, const Use& b) { return a.pattern < b.pattern; });
    for (std::span<Use> left(uses_); !left.empty();) {
        std::size_t count = 1;
        while (count < left.size() && left[count].pattern == left.front().pattern) ++count;
        settle(word, left.first(count));
        left = left.subspan(count);
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        entry.counts[kind] = static_cast<std::uint32_t>(made_[kind].size());
        things_.insert(things_.end(), made_[kind].begin(), made_[kind].end());
    }
    entries_.push_back(entry);
}

/// The uses of one pattern.
void KnownWords::settle(std::string_view word, std::span<Use> uses)
{
    const PatternTable::Pattern& pattern = table_.patterns[uses.front().pattern];
    std::vector<Thing>& matches = made_[pattern.only_beside != 0 ? matching_beside : matching];
    std::vector<Thing>& events = made_[pattern.only_beside != 0 ? met_beside : met];
    const auto thing = [&](std::uint16_t form, std::size_t begin, std::size_t end) {
        return Thing{uses.front().pattern, pattern.group, form, static_cast<std::uint8_t>(begin),
                     static_cast<std::uint8_t>(end)};
    };
    if (pattern.within_word == 0) {
        for (const Use& use : uses) events.push_back(thing(use.form, use.begin, use.end));
        return;
    }
    if (pattern.forms == 0) {
        if (holds_each(pattern))
            for (const Span& span : compiled_.of(table_, uses.front().pattern).find_all(word, {0, word.size()}))
                matches.push_back(thing(0, span.begin, span.end));
        return;
    }
    for (Use& use : uses) {
        const PatternTable::Form& form = table_.forms[pattern.first_form + use.form];
        if (form.from_word_start != 0) use.begin = 0;
        if (form.open()) use.end = static_cast<std::uint16_t>(word.size());
    }
    std::sort(uses.begin(), uses.end(),
              [](const Use& a, const Use& b) { return a.begin != b.begin ? a.begin < b.begin : a.form < b.form; });
    std::uint16_t free_from = 0;
    for (const Use& use : uses) {
        if (use.begin < free_from) continue;
        matches.push_back(thing(use.form, use.begin, use.end));
        free_from = use.end;
    }
}

bool KnownWords::holds_each(const PatternTable::Pattern& pattern) const
{
    const std::vector<Thing>& in_word = made_[occurring];
    const auto lists = table_.also.subspan(pattern.first_also, pattern.also);
    return std::all_of(lists.begin(), lists.end(), [&](const PatternTable::Needed& list) {
        const auto literals = table_.needed.subspan(list.first, list.count);
        return std::any_of(in_word.begin(), in_word.end(), [&](const Thing& one) {
            return std::find(literals.begin(), literals.end(), one.number) != literals.end();
        });
    });
}

}  // namespace samsvar::text
