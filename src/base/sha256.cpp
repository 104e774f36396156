// SHA-256 (FIPS 180-4). Every file that is read is named by it; a library for this alone would take longer to load than
// all the files of a usual run to sum up.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/files.h"

namespace samsvar {

namespace {

constexpr std::size_t block_bytes = 64;

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

std::uint32_t word_at(const char* bytes)
{
    std::uint32_t word = 0;
    for (int at = 0; at < 4; ++at) word = word << 8 | static_cast<unsigned char>(bytes[at]);
    return word;
}

void add_block(State& state, const char* block)
{
    std::array<std::uint32_t, 64> schedule;
    for (std::size_t at = 0; at < 16; ++at) schedule[at] = word_at(block + 4 * at);
    for (std::size_t at = 16; at < schedule.size(); ++at) {
        const std::uint32_t early = schedule[at - 15];
        const std::uint32_t late = schedule[at - 2];
        schedule[at] = schedule[at - 16] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3)) +
                       schedule[at - 7] + (std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10));
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t at = 0; at < schedule.size(); ++at) {
        const std::uint32_t first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                    ((e & f) ^ (~e & g)) + round_constants[at] + schedule[at];
        const std::uint32_t second =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const State added = {a, b, c, d, e, f, g, h};
    for (std::size_t at = 0; at < state.size(); ++at) state[at] += added[at];
}

}  // namespace

std::string sha256(std::string_view content)
{
    State state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::size_t at = 0;
    for (; content.size() - at >= block_bytes; at += block_bytes) add_block(state, content.data() + at);

    // What is left, a bit that is set, zeroes, and the length in bits at the end of a block.
    std::array<char, 2 * block_bytes> end{};
    const std::string_view rest = content.substr(at);
    std::copy(rest.begin(), rest.end(), end.begin());
    end[rest.size()] = static_cast<char>(0x80);
    const std::size_t end_bytes = rest.size() + 1 + sizeof(std::uint64_t) <= block_bytes ? block_bytes : end.size();
    std::uint64_t bits = std::uint64_t{content.size()} * 8;
    for (std::size_t byte = end_bytes; bits > 0; bits >>= 8) end[--byte] = static_cast<char>(bits & 0xFF);
    for (std::size_t block = 0; block < end_bytes; block += block_bytes) add_block(state, end.data() + block);

    constexpr const char* digits = "0123456789abcdef";
    std::string text;
    for (const std::uint32_t word : state)
        for (int shift = 28; shift >= 0; shift -= 4) text += digits[word >> shift & 15];
    return text;
}

}  // namespace samsvar
