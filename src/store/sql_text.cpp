#include "store/sql_text.h"

#include <Poco/UTF8Encoding.h>

namespace samsvar::store {

std::string clean(const std::string& text)
{
    constexpr const char* replacement = "\xEF\xBF\xBD";
    bool plain = true;
    for (const char c : text) plain = plain && c > 0;
    if (plain) return text;
    std::string cleaned;
    cleaned.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data() + at);
        const unsigned char first = *bytes;
        const std::size_t length = first == 0                      ? 0
                                   : first < 0x80                  ? 1
                                   : first >= 0xC2 && first < 0xE0 ? 2
                                   : first >= 0xE0 && first < 0xF0 ? 3
                                   : first >= 0xF0 && first < 0xF5 ? 4
                                                                   : 0;
        if (length == 1 || (length > 1 && at + length <= text.size() &&
                            Poco::UTF8Encoding::isLegal(bytes, static_cast<int>(length)))) {
            cleaned.append(text, at, length);
            at += length;
        }
        else {
            cleaned += replacement;
            ++at;
        }
    }
    return cleaned;
}

namespace {

int hex_value(char c)
{
    return c >= 'a' ? c - 'a' + 10 : c - '0';
}

}  // namespace

std::string bytes_of(const std::string& shown)
{
    std::string bytes;
    bytes.reserve(shown.size() / 2);
    for (std::size_t at = 2; at + 1 < shown.size(); at += 2)
        bytes += static_cast<char>(hex_value(shown[at]) * 16 + hex_value(shown[at + 1]));
    return bytes;
}

}  // namespace samsvar::store
