#pragma once

#include <cstddef>

// Internal to the folder.
namespace samsvar::xml {

/// Length of the character beyond ASCII at `at`, when it is UTF-8 for one that XML 1.0 can hold (2.2, production Char);
/// otherwise 0. `at` is before `end`.
inline std::size_t wide_character(const char* at, const char* end)
{
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(at[index]); };
    const auto tail = [&](std::size_t index) { return (byte(index) & 0xC0) == 0x80; };
    const auto left = static_cast<std::size_t>(end - at);
    if (byte(0) >= 0xC2 && byte(0) < 0xE0) return left >= 2 && tail(1) ? 2 : 0;
    if (byte(0) >= 0xE0 && byte(0) < 0xF0) {
        if (left < 3 || !tail(1) || !tail(2)) return 0;
        if (byte(0) == 0xE0 && byte(1) < 0xA0) return 0;
        if (byte(0) == 0xED && byte(1) >= 0xA0) return 0;
        // U+FFFE and U+FFFF are no characters.
        return byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE ? 0 : 3;
    }
    if (byte(0) < 0xF0 || byte(0) > 0xF4 || left < 4 || !tail(1) || !tail(2) || !tail(3)) return 0;
    if ((byte(0) == 0xF0 && byte(1) < 0x90) || (byte(0) == 0xF4 && byte(1) >= 0x90)) return 0;
    return 4;
}

}  // namespace samsvar::xml
