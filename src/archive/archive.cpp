#include "archive/archive.h"

#include <array>

#include "archive/encoding.h"
#include "base/error.h"

namespace samsvar::archive {

namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string percent_decoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
            decoded += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        }
        else {
            decoded += text[i];
        }
    }
    return decoded;
}

}  // namespace

Archive::Archive(std::string_view bytes, const std::string& file, const Limits& limits, Threads threads)
    : bytes_(bytes),
      file_(file),
      limits_(limits),
      threads_(threads),
      entries_(read_zip_directory(bytes, file_, limits_))
{
    for (std::size_t i = 0; i < entries_.size(); ++i) by_name_.emplace(ascii_lower(entries_[i].name), i);
}

const ZipEntry* Archive::find(std::string_view part) const
{
    auto found = by_name_.find(ascii_lower(part));
    if (found == by_name_.end() && part.find('%') != std::string_view::npos)
        found = by_name_.find(ascii_lower(percent_decoded(part)));
    return found == by_name_.end() ? nullptr : &entries_[found->second];
}

const ZipEntry& Archive::require(const std::string& part) const
{
    const ZipEntry* entry = find(part);
    if (!entry)
        throw Error(ErrorCode::malformed, {file_, part, 0, 0},
                    "the part is missing; the file is damaged, ask for it to be sent again");
    return *entry;
}

std::string Archive::read_whole(const ZipEntry& entry) const
{
    EntryReader reader(bytes_, entry, file_, limits_, limits_.dom_part_bytes, inflated_);
    // The declared size was checked against the limit; read() throws when there is more than that.
    std::string content(static_cast<std::size_t>(entry.size) + 1, '\0');
    std::size_t filled = 0;
    while (const std::size_t count = reader.read(content.data() + filled, content.size() - filled)) filled += count;
    content.resize(filled);
    return content;
}

std::string Archive::read(const std::string& part) const
{
    return to_utf8(read_whole(require(part)));
}

EntryReader Archive::whole(const std::string& part) const
{
    return EntryReader(bytes_, require(part), file_, limits_, limits_.dom_part_bytes, inflated_);
}

bool Archive::is_converted(const std::string& part) const
{
    return is_converted(require(part));
}

bool Archive::is_converted(const ZipEntry& entry) const
{
    std::array<char, encoding_head> head{};
    std::size_t filled = 0;
    if (entry.size > 0 && entry.size <= limits_.dom_part_bytes) {
        std::uint64_t not_counted = 0;
        EntryReader reader(bytes_, entry, file_, limits_, limits_.dom_part_bytes, not_counted);
        filled = reader.read(head.data(), head.size());
    }
    return in_other_encoding({head.data(), filled});
}

EntryReader Archive::stream(const std::string& part) const
{
    const ZipEntry& entry = require(part);
    if (!is_converted(entry))
        return EntryReader(bytes_, entry, file_, limits_, limits_.entry_bytes, inflated_, threads_);
    const auto [place, fresh] = converted_.try_emplace(&entry);
    Converted& converted = place->second;
    if (fresh) {
        converted.content = to_utf8(read_whole(entry));
        converted_bytes_ += converted.content.size();
        if (converted_bytes_ > 2 * limits_.dom_part_bytes)
            throw Error(ErrorCode::limit_exceeded, {file_, part, 0, 0},
                        "the parts in another encoding than UTF-8 have more than the limit of " +
                            std::to_string(2 * limits_.dom_part_bytes) + " bytes");
        converted.entry = {entry.name, false, 0, converted.content.size(), converted.content.size(), 0};
        converted.entry.crc = crc32_of(0, converted.content);
    }
    return EntryReader(converted.content, converted.entry, file_, limits_, limits_.entry_bytes, inflated_);
}

std::uint64_t Archive::size(std::string_view part) const
{
    const ZipEntry* entry = find(part);
    return entry ? entry->size : 0;
}

std::string Archive::stored_name(std::string_view part) const
{
    const ZipEntry* entry = find(part);
    return entry ? entry->name : std::string();
}

std::vector<std::string> Archive::names() const
{
    std::vector<std::string> names;
    for (const ZipEntry& entry : entries_) names.push_back(entry.name);
    return names;
}

}  // namespace samsvar::archive
