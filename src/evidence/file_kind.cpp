#include <algorithm>

#include "archive/utf8.h"
#include "evidence/properties.h"

namespace samsvar::evidence {

using Kind = model::EvidenceFileKind;

Kind kind_of(std::string_view bytes)
{
    struct Signature {
        std::string_view bytes;
        std::size_t at;
        Kind kind;
    };
    static constexpr Signature signatures[] = {
        {"PK\x03\x04", 0, Kind::archive},
        {"PK\x05\x06", 0, Kind::archive},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, Kind::old_office},
        {"\x89PNG\r\n", 0, Kind::picture},
        {"\xFF\xD8\xFF", 0, Kind::picture},
        {"GIF8", 0, Kind::picture},
        {std::string_view("II*\0", 4), 0, Kind::picture},
        {std::string_view("MM\0*", 4), 0, Kind::picture},
        {"WEBP", 8, Kind::picture},
        {"ftypheic", 4, Kind::picture},
        {"7z\xBC\xAF\x27\x1C", 0, Kind::archive},
        {"Rar!\x1A", 0, Kind::archive},
        {"\x1F\x8B", 0, Kind::archive},
    };
    constexpr std::size_t head_bytes = 1024;  // where a PDF may have its header (ISO 32000-1, annex H.3.4.1)
    if (bytes.empty()) return Kind::empty;
    for (const Signature& one : signatures)
        if (bytes.size() > one.at && bytes.substr(one.at).starts_with(one.bytes)) return one.kind;
    const std::string_view head = bytes.substr(0, head_bytes);
    if (head.find("%PDF-") != std::string_view::npos) return Kind::pdf;
    if (head.find('\0') == std::string_view::npos && archive::is_utf8(bytes)) return Kind::text;
    return Kind::other;
}

}  // namespace samsvar::evidence
