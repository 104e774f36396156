#include "text/literal_scan.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace samsvar::text {

static_assert(std::endian::native == std::endian::little,
              "the masks of LiteralScan take the first bytes of a word for its low ones");

std::uint32_t LiteralScan::add(std::string_view literal)
{
    assert(!literal.empty());
    const auto [known, fresh] = ids_.emplace(std::string(literal), static_cast<std::uint32_t>(added_.size()));
    if (fresh) added_.push_back(known->first);
    return known->second;
}

bool LiteralScan::has(std::string_view text) const
{
    if (text.empty()) return false;
    std::uint32_t key = 0;
    const std::size_t length = std::min<std::size_t>(text.size(), 4);
    std::memcpy(&key, text.data(), length);
    const Group& group = groups_[length - 1];
    const std::uint32_t hash = hash_of(key);
    if (group.literals.empty() || !group.may_hold(hash)) return false;
    const Slot* const one = group.find(key, hash);
    if (!one) return false;
    const std::span<const Literal> known = group.literals.subspan(one->begin, one->end - one->begin);
    return std::any_of(known.begin(), known.end(), [&](const Literal& literal_of) { return literal(literal_of.id) == text; });
}

void LiteralScan::prepare()
{
    ids_.clear();
    const auto key_of = [&](std::uint32_t id) {
        std::uint32_t key = 0;
        std::memcpy(&key, added_[id].data(), std::min<std::size_t>(added_[id].size(), 4));
        return key;
    };
    std::string letters;
    std::vector<std::uint32_t> places;
    std::array<std::vector<std::uint32_t>, 4> groups;
    for (std::uint32_t id = 0; id < added_.size(); ++id) {
        places.push_back(static_cast<std::uint32_t>(letters.size()));
        letters += added_[id];
        groups[std::min<std::size_t>(added_[id].size(), 4) - 1].push_back(id);
    }
    places.push_back(static_cast<std::uint32_t>(letters.size()));
    BytesWriter writer;
    writer.put_text(letters);
    writer.put_all(places);
    for (std::vector<std::uint32_t>& ids : groups) {
        // By key, and within one by id: a number that holds both is quicker to compare than either is to look up.
        std::vector<std::uint64_t> keyed;
        keyed.reserve(ids.size());
        for (const std::uint32_t id : ids) keyed.push_back(std::uint64_t{key_of(id)} << 32 | id);
        std::sort(keyed.begin(), keyed.end());
        std::transform(keyed.begin(), keyed.end(), ids.begin(),
                       [](std::uint64_t one) { return static_cast<std::uint32_t>(one); });
        const auto mask = static_cast<std::uint32_t>(std::bit_ceil(ids.size() * 2 + 2)) - 1;
        std::vector<Slot> slots(mask + 1);
        std::vector<std::uint64_t> seen(bits / 64, 0);
        for (std::uint32_t begin = 0; begin < ids.size();) {
            const std::uint32_t key = key_of(ids[begin]);
            std::uint32_t end = begin;
            while (end < ids.size() && key_of(ids[end]) == key) ++end;
            const std::uint32_t hash = hash_of(key);
            seen[(hash & (bits - 1)) / 64] |= std::uint64_t{1} << (hash & 63u);
            std::uint32_t slot = hash & mask;
            while (slots[slot].end != slots[slot].begin) slot = (slot + 1) & mask;
            slots[slot] = {key, begin, end};
            begin = end;
        }
        std::vector<Literal> literals;
        literals.reserve(ids.size());
        for (const std::uint32_t id : ids) {
            const std::string& literal = added_[id];
            Literal one{id, static_cast<std::uint32_t>(literal.size()), 0, 0};
            if (literal.size() > 4) {
                const std::size_t more = std::min<std::size_t>(literal.size() - 4, 4);
                std::memcpy(&one.next, literal.data() + 4, more);
                one.mask = masks[more - 1];
            }
            literals.push_back(one);
        }
        writer.put_all(literals);
        writer.put_all(slots);
        writer.put_all(seen);
    }
    added_.clear();
    own_ = writer.take();
    BytesReader reader(own_);
    look_into(reader);
}

void LiteralScan::look_into(BytesReader& from)
{
    letters_ = from.take_text();
    places_ = from.take_all<std::uint32_t>();
    for (Group& group : groups_) {
        group.literals = from.take_all<Literal>();
        group.slots = from.take_all<Slot>();
        group.seen = from.take_all<std::uint64_t>();
    }
}

void LiteralScan::write(BytesWriter& into) const
{
    into.put_text(letters_);
    into.put_all(places_);
    for (const Group& group : groups_) {
        into.put_all(group.literals);
        into.put_all(group.slots);
        into.put_all(group.seen);
    }
}

LiteralScan LiteralScan::read(BytesReader& from)
{
    LiteralScan scan;
    scan.look_into(from);
    return scan;
}

}  // namespace samsvar::text
