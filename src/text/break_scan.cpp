#include "text/break_scan.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace samsvar::text {

static_assert(std::endian::native == std::endian::little,
              "the windows of BreakScan take the first bytes of a word for its low ones");

namespace {

std::size_t break_of(std::string_view literal)
{
    const auto at = std::find_if(literal.begin(), literal.end(), [](char c) { return !in_word(c); });
    return static_cast<std::size_t>(at - literal.begin());
}

}  // namespace

std::uint32_t BreakScan::add(std::string_view literal)
{
    assert(break_of(literal) < literal.size());
    return literals_.add(literal);
}

bool BreakScan::has(std::string_view text) const
{
    bool known = false;
    scan(text, [&](std::uint32_t id, std::size_t) { known = known || literals_[id].size() == text.size(); });
    return known;
}

void BreakScan::prepare()
{
    std::vector<std::uint8_t> kinds(characters, 0);
    std::vector<std::uint32_t> lefts(characters, 0), rights(characters, 0);
    std::vector<std::pair<std::pair<std::uint64_t, std::size_t>, Candidate>> by_key;
    for (std::uint32_t id = 0; id < literals_.size(); ++id) {
        const std::string& literal = literals_.added()[id];
        const std::size_t at = break_of(literal);
        const std::size_t before = std::min(at, most_before);
        const std::size_t behind = std::min(literal.size() - at - 1, most_behind);
        const std::size_t group = before + (most_before + 1) * behind;
        const std::uint32_t bit = 1u << group;
        std::uint8_t& kind = kinds[number_of(literal[at])];
        if (kind == 0) {
            kind = static_cast<std::uint8_t>(lefts.size() / characters);
            lefts.resize(lefts.size() + characters, 0);
            rights.resize(lefts.size(), 0);
        }
        if (before > 0)
            lefts[index_of(kind, literal[at - 1])] |= bit;
        else
            for (std::size_t any = 0; any < characters; ++any) lefts[kind * characters + any] |= bit;
        if (behind > 0)
            rights[index_of(kind, literal[at + 1])] |= bit;
        else
            for (std::size_t any = 0; any < characters; ++any) rights[kind * characters + any] |= bit;
        const std::size_t next = at + most_behind + 1;
        Candidate one;
        one.next = window_at(literal, next, 0);
        one.literal = id;
        one.before = static_cast<std::uint32_t>(at);
        one.longer = before < at || literal.size() > next + sizeof one.next;
        for (std::size_t byte = 0; byte < sizeof one.mask && next + byte < literal.size(); ++byte)
            one.mask |= std::uint64_t{0xFF} << 8 * byte;
        by_key.push_back({{window_at(literal, at, most_before) & masks[group], group}, one});
    }
    std::stable_sort(by_key.begin(), by_key.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Slot> slots(std::bit_ceil(by_key.size() * 2 + 2));
    std::vector<std::uint64_t> seen(bits / 64, 0);
    std::vector<Candidate> candidates;
    for (auto begin = by_key.begin(); begin != by_key.end();) {
        const auto end = std::find_if(begin, by_key.end(), [&](const auto& one) { return one.first != begin->first; });
        const std::uint32_t hash = hash_of(begin->first.first, begin->first.second);
        seen[hash % bits / 64] |= std::uint64_t{1} << (hash % 64);
        std::size_t slot = hash & (slots.size() - 1);
        while (slots[slot].count != 0) slot = (slot + 1) & (slots.size() - 1);
        slots[slot] = {begin->first.first, static_cast<std::uint32_t>(candidates.size()),
                       static_cast<std::uint16_t>(end - begin), static_cast<std::uint16_t>(begin->first.second)};
        for (; begin != end; ++begin) candidates.push_back(begin->second);
    }
    BytesWriter writer;
    literals_.write(writer);
    writer.put_all(seen);
    writer.put_all(slots);
    writer.put_all(candidates);
    writer.put_all(kinds);
    writer.put_all(lefts);
    writer.put_all(rights);
    own_ = writer.take();
    BytesReader reader(own_);
    look_into(reader);
}

void BreakScan::look_into(BytesReader& from)
{
    literals_.read(from);
    seen_ = from.take_all<std::uint64_t>();
    slots_ = from.take_all<Slot>();
    candidates_ = from.take_all<Candidate>();
    kinds_ = from.take_all<std::uint8_t>();
    lefts_ = from.take_all<std::uint32_t>();
    rights_ = from.take_all<std::uint32_t>();
}

void BreakScan::write(BytesWriter& into) const
{
    literals_.write(into);
    into.put_all(seen_);
    into.put_all(slots_);
    into.put_all(candidates_);
    into.put_all(kinds_);
    into.put_all(lefts_);
    into.put_all(rights_);
}

BreakScan BreakScan::read(BytesReader& from)
{
    BreakScan scan;
    scan.look_into(from);
    return scan;
}

}  // namespace samsvar::text
