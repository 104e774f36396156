#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "text/character_set.h"
#include "text/literal_list.h"

namespace samsvar::text {

/// Finds every occurrence of many short literals that go over the end of a word ("e-post", "ta bort", " med"): each is
/// looked up by its break, the first character of it that is of no word, and what stands beside that. A text has one
/// break to some six letters, and nothing is asked of the letters between.
class BreakScan {
public:
    BreakScan() = default;
    BreakScan(BreakScan&&) noexcept = default;
    BreakScan& operator=(BreakScan&&) noexcept = default;

    /// Id of a literal, which has a break; the same literal has one id.
    std::uint32_t add(std::string_view literal);
    /// To be called once, after the last add.
    void prepare();

    /// What was prepared, and the same again: it looks into the reader's bytes, which must stay.
    void write(BytesWriter& into) const;
    static BreakScan read(BytesReader& from);

    std::size_t size() const { return literals_.size(); }

    /// `text` is one of the literals.
    bool has(std::string_view text) const;

    /// Calls found(id, position) for each occurrence, by the place of its break.
    template <typename Found>
    void scan(std::string_view text, Found&& found) const
    {
        // Some at a time: what the first is looked up in is there when the last has been asked for.
        Probes probes;  // only what is put there is read
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (in_word(text[at])) continue;
            if (count + groups > probes.size()) {
                for (std::size_t probe = 0; probe < count; ++probe) look_up(text, probes[probe], found);
                count = 0;
            }
            count = ask(text, at, probes, count);
        }
        for (std::size_t probe = 0; probe < count; ++probe) look_up(text, probes[probe], found);
    }

private:
    /// How many characters before and behind the break are looked at, if a literal has as many: eight with the break.
    static constexpr std::size_t most_before = 4;
    static constexpr std::size_t most_behind = 3;
    /// Literals are grouped by how many they have: before + (most_before + 1) * behind.
    static constexpr std::size_t groups = (most_before + 1) * (most_behind + 1);
    static constexpr std::size_t characters = 128;  ///< a folded text holds no other characters

    /// Literals with the same characters beside the break: candidates_[first, first + count).
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t first = 0;
        std::uint16_t count = 0;  ///< 0: free
        std::uint16_t group = 0;
    };
    static constexpr std::uint32_t bits = 1u << 17;  ///< of the map of keys: small enough to stay near the processor
    struct Candidate {
        std::uint64_t next = 0;  ///< what follows the characters of the key …
        std::uint64_t mask = 0;  ///< … as many bytes of it as the literal has, eight at most
        std::uint32_t literal = 0;
        std::uint32_t before = 0;  ///< letters in front of the break
        std::uint32_t longer = 0;  ///< than the key and those eight bytes
        std::uint32_t unused = 0;
    };

    static constexpr std::array<std::uint64_t, groups> masks = [] {
        std::array<std::uint64_t, groups> all{};
        for (std::size_t group = 0; group < groups; ++group)
            for (std::size_t byte = most_before - group % (most_before + 1);
                 byte <= most_before + group / (most_before + 1); ++byte)
                all[group] |= std::uint64_t{0xFF} << 8 * byte;
        return all;
    }();

    static std::size_t number_of(char c) { return static_cast<unsigned char>(c) % characters; }
    /// Where lefts_ and rights_ tell of a character beside a break of this kind.
    static std::size_t index_of(std::size_t kind, char other) { return kind * characters + number_of(other); }
    /// The eight bytes from `before` in front of `at` on, with zeros where there are none.
    static std::uint64_t window_at(std::string_view text, std::size_t at, std::size_t before)
    {
        std::uint64_t window = 0;
        if (at >= before && at - before + sizeof window <= text.size())
            std::memcpy(&window, text.data() + at - before, sizeof window);
        else
            for (std::size_t byte = 0; byte < sizeof window; ++byte)
                if (at + byte >= before && at + byte - before < text.size())
                    window |= std::uint64_t{static_cast<unsigned char>(text[at + byte - before])} << 8 * byte;
        return window;
    }
    static std::uint32_t hash_of(std::uint64_t key, std::size_t group)
    {
        const std::uint64_t mixed = (key + group) * 0x9E3779B97F4A7C15u;
        return static_cast<std::uint32_t>(mixed >> 32 ^ mixed >> 47);
    }
    void look_into(BytesReader& from);

    bool stands(std::string_view text, std::size_t at, const Candidate& one) const
    {
        return one.before <= at && text.substr(at - one.before).starts_with(literals_[one.literal]);
    }

    /// A key that literals may have.
    struct Probe {
        std::uint64_t key = 0;
        std::uint32_t hash = 0;
        std::uint32_t group = 0;
        std::size_t at = 0;  ///< the break
    };
    using Probes = std::array<Probe, 4 * groups>;

    /// Adds the keys of a break behind `count` probes; tells how many there are then.
    std::size_t ask(std::string_view text, std::size_t at, Probes& probes, std::size_t count) const
    {
        const char left = at > 0 ? text[at - 1] : '\0';
        const char right = at + 1 < text.size() ? text[at + 1] : '\0';
        const std::size_t kind = kinds_[number_of(text[at])];
        std::uint32_t possible = lefts_[index_of(kind, left)] & rights_[index_of(kind, right)];
        if (possible == 0) return count;
        const std::uint64_t window = window_at(text, at, most_before);
        for (; possible != 0; possible &= possible - 1) {
            const auto group = static_cast<std::uint32_t>(std::countr_zero(possible));
            const std::uint64_t key = window & masks[group];
            const std::uint32_t hash = hash_of(key, group);
            if ((seen_[hash % bits / 64] >> (hash % 64) & 1u) == 0) continue;
            __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
            probes[count++] = {key, hash, group, at};
        }
        return count;
    }

    template <typename Found>
    void look_up(std::string_view text, const Probe& probe, Found& found) const
    {
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t slot = probe.hash & mask; slots_[slot].count != 0; slot = (slot + 1) & mask) {
            if (slots_[slot].key != probe.key || slots_[slot].group != probe.group) continue;
            const std::uint64_t next = window_at(text, probe.at + most_behind + 1, 0);
            for (const Candidate& one : candidates_.subspan(slots_[slot].first, slots_[slot].count))
                if ((next & one.mask) == one.next && (one.longer == 0 || stands(text, probe.at, one)))
                    found(one.literal, probe.at - one.before);
            break;
        }
    }

    std::vector<std::byte> own_;  // what is looked into below, if nobody else's
    LiteralList literals_;
    std::span<const std::uint64_t> seen_;  ///< a bit for each key, by its hash: most that are asked for are none
    std::span<const Slot> slots_;          ///< a power of two of them
    std::span<const Candidate> candidates_;
    std::span<const std::uint8_t> kinds_;  ///< of breaks, by character; 0: no literal has it for one
    std::span<const std::uint32_t> lefts_;  ///< the groups (a bit each) that may have a character in front of a break …
    std::span<const std::uint32_t> rights_;  ///< … and behind it
};

}  // namespace samsvar::text
