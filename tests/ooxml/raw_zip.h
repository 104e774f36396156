#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace samsvar::test {

/// One ZIP entry for archives that no honest writer makes: what is set here is written, whatever the content says.
struct RawEntry {
    std::string name;
    std::string content;
    bool deflate = false;
    std::optional<std::string> local_name = {};
    std::uint16_t flags = 0;
    std::optional<std::uint16_t> method = {};
    std::optional<std::uint16_t> local_method = {};
    std::optional<std::uint32_t> crc = {};
    std::optional<std::uint32_t> size = {};  ///< declared in both headers
    std::optional<std::uint32_t> local_size = {};
    std::optional<std::uint32_t> offset = {};
    std::string extra = {};   ///< of the central directory
    bool descriptor = false;  ///< sizes after the data (flag bit 3), as streaming writers do
    bool zip64 = false;       ///< sizes in a Zip64 field of both headers
};

struct RawArchive {
    std::vector<RawEntry> entries;
    std::string comment = {};
    std::string trailer = {};
    std::optional<std::uint16_t> count = {};
    std::optional<std::uint32_t> directory_offset = {};
    bool zip64_end = false;

    std::string bytes() const;
};

/// Raw deflate stream of `content`, as a ZIP entry holds it.
std::string deflated(const std::string& content);

}  // namespace samsvar::test
