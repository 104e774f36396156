#include "archive/zip.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/error.h"

namespace samsvar::archive {

namespace {

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t central_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t zip64_end_signature = 0x06064b50;
constexpr std::uint32_t zip64_locator_signature = 0x07064b50;
constexpr std::uint64_t end_size = 22;
constexpr std::uint64_t zip64_end_size = 56;
constexpr std::uint64_t zip64_locator_size = 20;
constexpr std::uint64_t central_size = 46;
constexpr std::uint64_t local_size = 30;
constexpr std::uint16_t flag_encrypted = 1u << 0;
constexpr std::uint16_t flag_data_descriptor = 1u << 3;
constexpr std::uint16_t flag_strong_encryption = 1u << 6;
constexpr std::uint16_t flag_masked_headers = 1u << 13;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;

/// Little-endian numbers of the archive; reading outside it is an Error.
class Bytes {
public:
    Bytes(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

    std::uint64_t size() const { return bytes_.size(); }
    std::uint16_t two(std::uint64_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t four(std::uint64_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
    std::uint64_t eight(std::uint64_t at) const { return number(at, 8); }
    std::string_view span(std::uint64_t at, std::uint64_t length) const
    {
        if (at > bytes_.size() || length > bytes_.size() - at) damaged("the ZIP directory points outside the file");
        return bytes_.substr(at, length);
    }
    [[noreturn]] void damaged(const std::string& what) const
    {
        throw Error(ErrorCode::malformed, {file_, {}, 0, 0},
                    what + "; the file is truncated or damaged, ask for it to be sent again");
    }
    [[noreturn]] void forged(const std::string& what) const
    {
        throw Error(ErrorCode::malformed, {file_, {}, 0, 0},
                    what + "; ask for the file saved again with Word or Excel");
    }
    [[noreturn]] void unsupported(const std::string& what) const
    {
        throw Error(ErrorCode::unsupported, {file_, {}, 0, 0}, what);
    }
    [[noreturn]] void refuse(const std::string& what) const
    {
        throw Error(ErrorCode::limit_exceeded, {file_, {}, 0, 0}, what);
    }

private:
    std::uint64_t number(std::uint64_t at, int count) const
    {
        const std::string_view raw = span(at, static_cast<std::uint64_t>(count));
        std::uint64_t value = 0;
        for (int i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(raw[static_cast<std::size_t>(i)]);
        return value;
    }

    std::string_view bytes_;
    const std::string& file_;
};

struct Directory {
    std::uint64_t entries = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

/// The end record is the last thing in the file: its comment must end where the file ends.
std::uint64_t find_end_record(const Bytes& bytes)
{
    if (bytes.size() < end_size) bytes.damaged("the file is too short for a ZIP archive");
    const std::uint64_t last = bytes.size() - end_size;
    const std::uint64_t first = last > 0xFFFF ? last - 0xFFFF : 0;
    for (std::uint64_t at = last + 1; at-- > first;)
        if (bytes.four(at) == end_signature && bytes.two(at + 20) == last - at) return at;
    bytes.damaged("there is no ZIP end record");
}

Directory read_end_record(const Bytes& bytes)
{
    const std::uint64_t end = find_end_record(bytes);
    Directory directory{bytes.two(end + 10), bytes.four(end + 16), bytes.four(end + 12)};
    std::uint64_t directory_end = end;
    if (bytes.two(end + 4) != 0 || bytes.two(end + 6) != 0)
        if (bytes.two(end + 4) != 0xFFFF) bytes.unsupported("the ZIP archive is split over several files");
    const bool zip64 = directory.entries == 0xFFFF || directory.offset == in_zip64 || directory.size == in_zip64;
    if (zip64 && end >= zip64_locator_size && bytes.four(end - zip64_locator_size) == zip64_locator_signature) {
        const std::uint64_t record = bytes.eight(end - zip64_locator_size + 8);
        if (bytes.span(record, zip64_end_size).empty() || bytes.four(record) != zip64_end_signature)
            bytes.damaged("the Zip64 end record is missing");
        directory = {bytes.eight(record + 32), bytes.eight(record + 48), bytes.eight(record + 40)};
        directory_end = record;
    }
    else if (bytes.two(end + 8) != directory.entries) {
        bytes.unsupported("the ZIP archive is split over several files");
    }
    bytes.span(directory.offset, directory.size);
    if (directory.offset + directory.size != directory_end)
        bytes.damaged("the ZIP directory is not where its end record says");
    return directory;
}

/// Sizes and offset that did not fit into 32 bits, from extra field 0x0001 (APPNOTE 4.5.3); each is present only when
/// its 32-bit field is all ones.
void apply_zip64(const Bytes& bytes, std::uint64_t at, std::uint64_t length, std::uint64_t& size,
                 std::uint64_t& compressed, std::uint64_t* offset)
{
    if (size != in_zip64 && compressed != in_zip64 && !(offset && *offset == in_zip64)) return;
    const std::uint64_t end = at + length;
    while (at + 4 <= end) {
        const std::uint16_t id = bytes.two(at);
        const std::uint64_t field_end = at + 4 + bytes.two(at + 2);
        if (field_end > end) break;
        if (id == 1) {
            std::uint64_t next = at + 4;
            for (std::uint64_t* value : {&size, &compressed, offset}) {
                if (!value || *value != in_zip64) continue;
                if (next + 8 > field_end) bytes.damaged("a Zip64 field is too short");
                *value = bytes.eight(next);
                next += 8;
            }
            return;
        }
        at = field_end;
    }
    bytes.damaged("a Zip64 field is missing");
}

/// Some writers on Windows put backslashes between folders, against APPNOTE 4.4.17.1; they are meant as slashes.
std::string with_slashes(std::string_view name)
{
    std::string text(name);
    for (char& c : text)
        if (c == '\\') c = '/';
    return text;
}

/// Why a name cannot be a part's, or null. Parts are never written to disk; such names still mean a forged file.
const char* unsafe(std::string_view name)
{
    if (name.empty()) return "is empty";
    if (name.front() == '/') return "is absolute";
    if (name.size() > 1 && name[1] == ':') return "is absolute";
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20) return "has a control character";
    }
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t slash = std::min(name.find('/', at), name.size());
        if (name.substr(at, slash - at) == "..") return "leads out of the archive";
        at = slash + 1;
    }
    return nullptr;
}

/// A name for a message: control characters and bytes outside ASCII shown as ?, at most 80 bytes.
std::string shown(std::string_view name)
{
    std::string text(name.substr(0, 80));
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E) c = '?';
    return text;
}

std::string folded(std::string_view name)
{
    std::string text(name);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

void check_flags(const Bytes& bytes, std::uint16_t flags, std::uint16_t method, const std::string& name)
{
    if (flags & (flag_encrypted | flag_strong_encryption | flag_masked_headers))
        bytes.unsupported("the ZIP entry '" + name + "' is encrypted; ask for the file without a password");
    if (method != 0 && method != 8)
        bytes.unsupported("the ZIP entry '" + name + "' uses compression method " + std::to_string(method) +
                          "; only 0 (stored) and 8 (deflated) are read");
}

struct Span {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// Compares an entry with its local header, sets its data_offset and gives the bytes it takes.
Span check_local_header(const Bytes& bytes, ZipEntry& entry, std::uint64_t at, std::uint16_t flags,
                        const Directory& directory)
{
    const auto differs = [&](const char* what) {
        bytes.damaged("the ZIP entry '" + shown(entry.name) + "' has another " + what +
                      " in the directory than in its own header");
    };
    if (at >= directory.offset || directory.offset - at < local_size || bytes.four(at) != local_signature)
        bytes.damaged("the ZIP entry '" + shown(entry.name) + "' has no header of its own");
    const std::uint16_t local_flags = bytes.two(at + 6);
    const std::uint16_t method = bytes.two(at + 8);
    const std::uint16_t name_length = bytes.two(at + 26);
    const std::uint16_t extra_length = bytes.two(at + 28);
    check_flags(bytes, local_flags, method, shown(entry.name));
    if (with_slashes(bytes.span(at + local_size, name_length)) != entry.name) differs("name");
    if ((method == 8) != entry.deflated) differs("compression method");
    const bool descriptor = (flags | local_flags) & flag_data_descriptor;
    const std::uint32_t crc = bytes.four(at + 14);
    std::uint64_t compressed = bytes.four(at + 18);
    std::uint64_t size = bytes.four(at + 22);
    const bool left_to_descriptor =
        descriptor && crc == 0 && (compressed == 0 || compressed == in_zip64) && (size == 0 || size == in_zip64);
    if (!left_to_descriptor) {
        apply_zip64(bytes, at + local_size + name_length, extra_length, size, compressed, nullptr);
        if (crc != entry.crc) differs("checksum");
        if (compressed != entry.compressed_size || size != entry.size) differs("size");
    }
    entry.data_offset = at + local_size + name_length + extra_length;
    if (entry.data_offset > directory.offset || entry.compressed_size > directory.offset - entry.data_offset)
        bytes.damaged("the ZIP entry '" + shown(entry.name) + "' runs into the directory");
    return {at, entry.data_offset + entry.compressed_size};
}

void check_overlaps(const Bytes& bytes, std::vector<Span> spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < spans.size(); ++i)
        if (spans[i].begin < spans[i - 1].end) bytes.forged("two ZIP entries share the same bytes");
}

void check_duplicates(const Bytes& bytes, const std::vector<ZipEntry>& entries)
{
    // Part names are compared without regard to ASCII case (ECMA-376 part 2, 6.2.2.3).
    std::vector<std::string> names;
    names.reserve(entries.size());
    for (const ZipEntry& entry : entries) names.push_back(folded(entry.name));
    std::sort(names.begin(), names.end());
    const auto same = std::adjacent_find(names.begin(), names.end());
    if (same != names.end()) bytes.forged("the ZIP entry '" + shown(*same) + "' is there twice");
}

}  // namespace

std::vector<ZipEntry> read_zip_directory(std::string_view archive, const std::string& file, const Limits& limits)
{
    const Bytes bytes(archive, file);
    const Directory directory = read_end_record(bytes);
    if (directory.entries > limits.zip_entries)
        bytes.refuse("the archive has " + std::to_string(directory.entries) + " entries, more than the limit of " +
                     std::to_string(limits.zip_entries));
    std::vector<ZipEntry> entries;
    std::vector<Span> spans;
    std::uint64_t total = 0;
    std::uint64_t at = directory.offset;
    const std::uint64_t end = directory.offset + directory.size;
    for (std::uint64_t i = 0; i < directory.entries; ++i) {
        if (end - at < central_size || bytes.four(at) != central_signature)
            bytes.damaged("the ZIP directory ends early");
        ZipEntry entry;
        const std::uint16_t flags = bytes.two(at + 8);
        const std::uint16_t method = bytes.two(at + 10);
        const std::uint16_t name_length = bytes.two(at + 28);
        const std::uint16_t extra_length = bytes.two(at + 30);
        const std::uint64_t length = central_size + name_length + extra_length + bytes.two(at + 32);
        if (end - at < length) bytes.damaged("the ZIP directory ends early");
        entry.name = with_slashes(bytes.span(at + central_size, name_length));
        entry.deflated = method == 8;
        entry.modified = bytes.four(at + 12);
        entry.crc = bytes.four(at + 16);
        entry.compressed_size = bytes.four(at + 20);
        entry.size = bytes.four(at + 24);
        std::uint64_t offset = bytes.four(at + 42);
        apply_zip64(bytes, at + central_size + name_length, extra_length, entry.size, entry.compressed_size, &offset);
        check_flags(bytes, flags, method, shown(entry.name));
        if (const char* reason = unsafe(entry.name))
            bytes.forged("the name of the ZIP entry '" + shown(entry.name) + "' " + reason);
        if (!entry.deflated && entry.compressed_size != entry.size)
            bytes.damaged("the stored ZIP entry '" + shown(entry.name) + "' has two sizes");
        spans.push_back(check_local_header(bytes, entry, offset, flags, directory));
        if (entry.size > limits.package_bytes - std::min(total, limits.package_bytes))
            bytes.refuse("the archive inflates to more than the limit of " + std::to_string(limits.package_bytes) +
                         " bytes");
        total += entry.size;
        if (entry.name.back() != '/') entries.push_back(std::move(entry));
        at += length;
    }
    if (at != end) bytes.damaged("the ZIP directory has more in it than its end record says");
    check_overlaps(bytes, std::move(spans));
    check_duplicates(bytes, entries);
    return entries;
}

}  // namespace samsvar::archive
