#include <nettle/sha2.h>

#include <array>

#include "base/files.h"

namespace samsvar {

std::string sha256(std::string_view content)
{
    sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, content.size(), reinterpret_cast<const std::uint8_t*>(content.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> sum;
    sha256_digest(&state, sum.size(), sum.data());

    constexpr const char* digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : sum) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace samsvar
