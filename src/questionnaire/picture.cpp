#include "base/error.h"
#include "questionnaire/template.h"

namespace samsvar::questionnaire {

namespace {

int number(std::string_view bytes, std::size_t at, std::size_t length)
{
    int value = 0;
    for (std::size_t index = 0; index < length; ++index)
        value = value << 8 | static_cast<unsigned char>(bytes[at + index]);
    return value;
}

/// ISO 10918-1, B.2: marker segments up to a frame header.
bool read_jpeg(std::string_view bytes, Picture& picture)
{
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) != 0xFF) return false;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            picture.height = number(bytes, at + 5, 2);
            picture.width = number(bytes, at + 7, 2);
            return true;
        }
        const int length = number(bytes, at + 2, 2);
        if (length < 2) return false;
        at += 2 + static_cast<std::size_t>(length);
    }
    return false;
}

}  // namespace

Picture read_picture(std::string bytes, const std::string& shown)
{
    constexpr int largest_side = 20000;
    Picture picture;
    bool read = false;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n") && bytes.size() > 24) {
        picture.ending = "png";
        picture.width = number(bytes, 16, 4);
        picture.height = number(bytes, 20, 4);
        read = true;
    }
    else if (bytes.starts_with("\xFF\xD8")) {
        picture.ending = "jpeg";
        read = read_jpeg(bytes, picture);
    }
    else {
        throw Error(ErrorCode::unsupported, {shown, {}, 0, 0}, "the logo must be a PNG or JPEG file");
    }
    if (!read || picture.width <= 0 || picture.height <= 0 || picture.width > largest_side ||
        picture.height > largest_side)
        throw Error(ErrorCode::malformed, {shown, {}, 0, 0}, "the logo's size cannot be read; save it again as PNG");
    picture.bytes = std::move(bytes);
    return picture;
}

}  // namespace samsvar::questionnaire
