#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace samsvar {

/// Sixteen bytes of text looked at at once. Tests give the bytes that pass; any() asks whether one did. Compiles to
/// vector instructions where the machine has them.
class SixteenBytes {
public:
    static constexpr std::size_t size = 16;

    SixteenBytes() = default;
    explicit SixteenBytes(const char* at) { std::memcpy(&bytes_, at, sizeof bytes_); }

    SixteenBytes equal(char c) const { return SixteenBytes(Vector(bytes_ == static_cast<unsigned char>(c))); }
    SixteenBytes below(unsigned char bound) const { return SixteenBytes(Vector(bytes_ < bound)); }
    SixteenBytes between(unsigned char first, unsigned char last) const
    {
        return SixteenBytes(Vector(static_cast<Vector>(bytes_ - first) <= static_cast<unsigned char>(last - first)));
    }
    SixteenBytes not_ascii() const { return SixteenBytes(Vector(bytes_ >= 0x80)); }
    SixteenBytes operator|(const SixteenBytes& other) const { return SixteenBytes(bytes_ | other.bytes_); }
    bool any() const
    {
        std::array<std::uint64_t, 2> halves{};
        std::memcpy(halves.data(), &bytes_, sizeof bytes_);
        return (halves[0] | halves[1]) != 0;
    }

private:
    using Vector = unsigned char __attribute__((vector_size(16)));

    explicit SixteenBytes(Vector bytes) : bytes_(bytes) {}

    Vector bytes_{};
};

/// Whether a byte of the text is less than `bound`.
inline bool any_below(std::string_view text, unsigned char bound)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    SixteenBytes found;
    for (; end - at >= static_cast<std::ptrdiff_t>(SixteenBytes::size); at += SixteenBytes::size)
        found = found | SixteenBytes(at).below(bound);
    for (; at != end; ++at)
        if (static_cast<unsigned char>(*at) < bound) return true;
    return found.any();
}

}  // namespace samsvar
