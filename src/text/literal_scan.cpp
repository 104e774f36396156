#include "text/literal_scan.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace samsvar::text {

static_assert(std::endian::native == std::endian::little, "the masks of LiteralScan take the first bytes of a word for its low ones");

std::uint32_t LiteralScan::add(std::string_view literal)
{
    assert(!literal.empty());
    const auto [known, fresh] = ids_.emplace(std::string(literal), static_cast<std::uint32_t>(literals_.size()));
    if (fresh) literals_.push_back(known->first);
    return known->second;
}

bool LiteralScan::has(std::string_view text) const
{
    bool is = false;
    scan(text, [&](std::uint32_t literal, std::size_t at) { is = is || (at == 0 && literals_[literal].size() == text.size()); });
    return is;
}

void LiteralScan::prepare()
{
    ids_.clear();
    const auto key_of = [&](std::uint32_t id) {
        std::uint32_t key = 0;
        std::memcpy(&key, literals_[id].data(), std::min<std::size_t>(literals_[id].size(), 4));
        return key;
    };
    for (std::uint32_t id = 0; id < literals_.size(); ++id) groups_[std::min<std::size_t>(literals_[id].size(), 4) - 1].literals.push_back(id);
    for (Group& group : groups_) {
        std::vector<std::uint32_t>& ids = group.literals;
        // By key, and within one by id: a number that holds both is quicker to compare than either is to look up.
        std::vector<std::uint64_t> keyed;
        keyed.reserve(ids.size());
        for (const std::uint32_t id : ids) keyed.push_back(std::uint64_t{key_of(id)} << 32 | id);
        std::sort(keyed.begin(), keyed.end());
        std::transform(keyed.begin(), keyed.end(), ids.begin(),
                       [](std::uint64_t one) { return static_cast<std::uint32_t>(one); });
        group.mask = static_cast<std::uint32_t>(std::bit_ceil(ids.size() * 2 + 2)) - 1;
        group.slots.assign(group.mask + 1, {});
        for (std::uint32_t begin = 0; begin < ids.size();) {
            const std::uint32_t key = key_of(ids[begin]);
            std::uint32_t end = begin;
            while (end < ids.size() && key_of(ids[end]) == key) ++end;
            const std::uint32_t hash = hash_of(key);
            group.seen.set(hash & (bits - 1));
            std::uint32_t slot = hash & group.mask;
            while (group.slots[slot].end != group.slots[slot].begin) slot = (slot + 1) & group.mask;
            group.slots[slot] = {key, begin, end};
            begin = end;
        }
    }
}

}  // namespace samsvar::text
