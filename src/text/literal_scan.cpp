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
    return literals_.add(literal);
}

bool LiteralScan::has(std::string_view text) const
{
    if (text.empty()) return false;
    bool known = false;
    const auto found = [&](std::uint32_t id, std::size_t) { known = known || literals_[id].size() == text.size(); };
    find_at(text, 0, groups_of(key_at(text, 0)), found);
    return known;
}

std::size_t LiteralScan::mark_begun(std::string_view text, std::size_t from, std::size_t to, Begun& begun) const
{
    std::size_t count = 0;
    const auto mark = [&](std::size_t at, std::uint64_t key) {
        const unsigned groups = groups_of(key);
        begun[count] = static_cast<std::uint16_t>((at - from) * 32 + groups);
        count += groups != 0;
    };
    std::size_t at = from;
    for (; at < to && text.size() - at >= 8; ++at) {
        std::uint64_t key = 0;
        std::memcpy(&key, text.data() + at, 8);
        mark(at, key);
    }
    for (; at < to; ++at) mark(at, key_at(text, at));
    return count;
}

/// Lays out what may follow the keys.
class LiteralScan::Nodes {
public:
    explicit Nodes(const std::vector<std::string>& literals) : literals_(literals) {}

    /// A node for literals, sorted by their letters, that are the same up to `depth`.
    std::uint32_t add(std::span<const std::uint32_t> ids, std::size_t depth)
    {
        made_.emplace_back();
        const auto number = static_cast<std::uint32_t>(made_.size() - 1);
        fill(number, ids, depth);
        return number;
    }

    const std::vector<Node>& made() const { return made_; }

private:
    void fill(std::uint32_t number, std::span<const std::uint32_t> ids, std::size_t depth)
    {
        if (literals_[ids.front()].size() == depth) {
            made_[number].literal = ids.front();
            ids = ids.subspan(1);
        }
        else if (ids.size() == 1) {
            const std::string_view rest = std::string_view(literals_[ids.front()]).substr(depth);
            made_[number].literal = ids.front();
            made_[number].first = static_cast<std::uint32_t>(key_at(rest, 0));
            made_[number].rest = static_cast<std::uint8_t>(std::min<std::size_t>(rest.size(), 255));
            return;
        }
        std::vector<std::span<const std::uint32_t>> branches;
        while (!ids.empty()) {
            const char letter = literals_[ids.front()][depth];
            std::size_t end = 1;
            while (end < ids.size() && literals_[ids[end]][depth] == letter) ++end;
            branches.push_back(ids.first(end));
            ids = ids.subspan(end);
        }
        const auto first = static_cast<std::uint32_t>(made_.size());
        made_[number].first = first;
        made_[number].count = static_cast<std::uint16_t>(branches.size());
        made_.resize(made_.size() + branches.size());
        for (std::uint32_t branch = 0; branch < branches.size(); ++branch) {
            made_[first + branch].letter = static_cast<std::uint8_t>(literals_[branches[branch].front()][depth]);
            fill(first + branch, branches[branch], depth + 1);
        }
    }

    const std::vector<std::string>& literals_;
    std::vector<Node> made_;
};

void LiteralScan::prepare()
{
    const std::vector<std::string>& added = literals_.added();
    const auto key_length = [&](std::uint32_t id) { return key_lengths[group_of(added[id].size())]; };
    const auto key_of = [&](std::uint32_t id) { return key_at(added[id], 0) & masks[key_length(id)]; };
    std::array<std::vector<std::uint32_t>, 5> groups;
    std::vector<std::uint8_t> begun(beginnings, 0);
    for (std::uint32_t id = 0; id < added.size(); ++id) {
        const std::size_t group = group_of(added[id].size());
        groups[group].push_back(id);
        const auto bit = static_cast<std::uint8_t>(1u << group);
        if (group > 0)
            begun[beginning_of(key_of(id))] |= bit;
        else  // a single letter is followed by anything
            for (std::uint64_t next = 0; next < 64; ++next) begun[beginning_of(key_of(id) | next << 8)] |= bit;
    }
    BytesWriter writer;
    literals_.write(writer);
    writer.put_all(begun);
    Nodes nodes(added);
    for (std::vector<std::uint32_t>& ids : groups) {
        std::sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) { return added[a] < added[b]; });
        std::size_t keys = 0;
        for (std::size_t at = 0; at < ids.size(); ++at) keys += at == 0 || key_of(ids[at]) != key_of(ids[at - 1]);
        const auto mask = static_cast<std::uint32_t>(std::bit_ceil(keys * 2 + 2)) - 1;
        std::vector<Slot> slots(mask + 1);
        std::vector<std::uint64_t> seen(bits / 64, 0);
        for (std::span<const std::uint32_t> left(ids); !left.empty();) {
            const std::uint64_t key = key_of(left.front());
            std::size_t end = 1;
            while (end < left.size() && key_of(left[end]) == key) ++end;
            const std::uint32_t hash = hash_of(key);
            seen[(hash & (bits - 1)) / 64] |= std::uint64_t{1} << (hash & 63u);
            std::uint32_t slot = hash & mask;
            while (slots[slot].node != none) slot = (slot + 1) & mask;
            slots[slot] = {key, nodes.add(left.first(end), key_length(left.front())), 0};
            left = left.subspan(end);
        }
        writer.put_all(slots);
        writer.put_all(seen);
    }
    writer.put_all(nodes.made());
    own_ = writer.take();
    BytesReader reader(own_);
    look_into(reader);
}

void LiteralScan::look_into(BytesReader& from)
{
    literals_.read(from);
    beginnings_ = from.take_all<std::uint8_t>();
    for (Group& group : groups_) {
        group.slots = from.take_all<Slot>();
        group.seen = from.take_all<std::uint64_t>();
    }
    nodes_ = from.take_all<Node>();
}

void LiteralScan::write(BytesWriter& into) const
{
    literals_.write(into);
    into.put_all(beginnings_);
    for (const Group& group : groups_) {
        into.put_all(group.slots);
        into.put_all(group.seen);
    }
    into.put_all(nodes_);
}

LiteralScan LiteralScan::read(BytesReader& from)
{
    LiteralScan scan;
    scan.look_into(from);
    return scan;
}

}  // namespace samsvar::text
