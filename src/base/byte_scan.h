#pragma once

#include <array>
#include <cstdint>
#include <cstring>

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

}  // namespace samsvar
