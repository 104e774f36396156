#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "base/bytes.h"

namespace samsvar {

/// Tells contents apart that were not made to look alike: eight bytes at a time, well mixed.
class Fingerprint {
public:
    void add(std::string_view text)
    {
        mix(text.size());
        for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data(), sizeof word);
            mix(word);
        }
        std::uint64_t rest = 0;
        std::memcpy(&rest, text.data(), text.size());
        mix(rest);
    }

    /// Put before what was prepared of the contents.
    void write(BytesWriter& into) const
    {
        into.put_number(first_);
        into.put_number(second_);
    }
    /// What was prepared, when it begins with the fingerprint of the same contents; else nothing.
    std::span<const std::byte> behind(std::span<const std::byte> prepared) const
    {
        BytesReader reader(prepared);
        const bool same = reader.take_number() == first_ && reader.take_number() == second_;
        return same ? prepared.subspan(2 * sizeof(std::uint64_t)) : std::span<const std::byte>{};
    }

private:
    void mix(std::uint64_t word)
    {
        first_ = (first_ ^ word) * 0x9E3779B97F4A7C15u;
        first_ ^= first_ >> 32;
        second_ = (second_ + word) * 0xC2B2AE3D27D4EB4Fu;
        second_ ^= second_ >> 29;
    }

    std::uint64_t first_ = 0x243F6A8885A308D3u;
    std::uint64_t second_ = 0x13198A2E03707344u;
};

}  // namespace samsvar
