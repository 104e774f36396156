#pragma once

#include <cstdint>
#include <cstring>

namespace samsvar {

/// Eight bytes of text looked at at once: each test is 0 exactly when no byte passes it.
class EightBytes {
public:
    explicit EightBytes(const char* at) { std::memcpy(&word_, at, sizeof word_); }

    std::uint64_t equal(char c) const { return below(word_ ^ (each * static_cast<unsigned char>(c)), 1); }
    /// `bound` is at most 128.
    std::uint64_t below(unsigned char bound) const { return below(word_, bound); }
    std::uint64_t not_ascii() const { return word_ & high; }

private:
    static constexpr std::uint64_t each = 0x0101010101010101;
    static constexpr std::uint64_t high = 0x8080808080808080;

    static std::uint64_t below(std::uint64_t word, std::uint64_t bound) { return (word - each * bound) & ~word & high; }

    std::uint64_t word_ = 0;
};

}  // namespace samsvar
