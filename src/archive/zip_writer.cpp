#include "archive/zip_writer.h"

#ifdef SAMSVAR_LIBDEFLATE
#include <libdeflate.h>
#else
#include <zlib.h>
#endif

#include <cassert>
#include <limits>
#include <memory>
#include <new>

#include "base/error.h"

namespace samsvar::archive {

namespace {

constexpr std::uint32_t local_signature = 0x04034b50, central_signature = 0x02014b50, end_signature = 0x06054b50;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t utf8_names = 1u << 11;
constexpr std::uint32_t first_of_1980 = ((1u << 5) | 1u) << 16;  // midnight

void put16(std::string& into, std::uint64_t value)
{
    into += static_cast<char>(value & 0xFF);
    into += static_cast<char>((value >> 8) & 0xFF);
}

void put32(std::string& into, std::uint64_t value)
{
    put16(into, value & 0xFFFF);
    put16(into, (value >> 16) & 0xFFFF);
}

/// The fields that the local header and the directory share, from the version needed on.
void put_common(std::string& into, const ZipEntry& entry)
{
    put16(into, version);
    put16(into, utf8_names);
    put16(into, entry.deflated ? 8 : 0);
    put32(into, entry.modified);
    put32(into, entry.crc);
    put32(into, entry.compressed_size);
    put32(into, entry.size);
    put16(into, entry.name.size());
    put16(into, 0);  // no extra field
}

#ifdef SAMSVAR_LIBDEFLATE

// Of a sheet's rows a quarter of zlib's time, and fewer bytes.
std::string deflated(std::string_view content, int level)
{
    const auto free = [](libdeflate_compressor* one) { libdeflate_free_compressor(one); };
    const std::unique_ptr<libdeflate_compressor, decltype(free)> compressor(libdeflate_alloc_compressor(level), free);
    if (!compressor) throw std::bad_alloc();
    std::string bytes(libdeflate_deflate_compress_bound(compressor.get(), content.size()), '\0');
    bytes.resize(
        libdeflate_deflate_compress(compressor.get(), content.data(), content.size(), bytes.data(), bytes.size()));
    assert(!bytes.empty() && "there is room for all");
    return bytes;
}

std::uint32_t checksum(std::string_view content)
{
    return libdeflate_crc32(0, content.data(), content.size());
}

#else

std::string deflated(std::string_view content, int level)
{
    z_stream stream{};
    constexpr int raw = -MAX_WBITS;
    if (deflateInit2(&stream, level, Z_DEFLATED, raw, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    const auto end = [](z_stream* one) { deflateEnd(one); };
    const std::unique_ptr<z_stream, decltype(end)> ended(&stream, end);
    std::string bytes(deflateBound(&stream, content.size()), '\0');
    constexpr std::size_t at_once = 1u << 30;
    std::size_t written = 0;
    do {
        const std::string_view some = content.substr(0, at_once);
        content.remove_prefix(some.size());
        stream.next_in = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(some.data()));
        stream.avail_in = static_cast<unsigned>(some.size());
        stream.next_out = reinterpret_cast<unsigned char*>(bytes.data()) + written;
        stream.avail_out = static_cast<unsigned>(bytes.size() - written);
        [[maybe_unused]] const int status = ::deflate(&stream, content.empty() ? Z_FINISH : Z_NO_FLUSH);
        assert(stream.avail_in == 0 && (status == Z_OK || status == Z_STREAM_END) && "there is room for all");
        written = bytes.size() - stream.avail_out;
    } while (!content.empty());
    bytes.resize(written);
    return bytes;
}

std::uint32_t checksum(std::string_view content)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(content.data()), content.size()));
}

#endif

}  // namespace

Deflated deflate(std::string_view content, int level)
{
    Deflated made;
    made.size = content.size();
    made.crc = checksum(content);
    made.bytes = deflated(content, level);
    return made;
}

void ZipWriter::add(std::string_view name, const Deflated& content)
{
    ZipEntry entry;
    entry.name = name;
    entry.deflated = true;
    entry.modified = first_of_1980;
    entry.crc = content.crc;
    entry.size = content.size;
    entry.compressed_size = content.bytes.size();
    begin_entry(entry);
    bytes_ += content.bytes;
}

void ZipWriter::copy(std::string_view archive, const ZipEntry& entry)
{
    begin_entry(entry);
    bytes_ += archive.substr(entry.data_offset, entry.compressed_size);
}

void ZipWriter::begin_entry(const ZipEntry& entry)
{
    put32(directory_, central_signature);
    put16(directory_, version);
    put_common(directory_, entry);
    put16(directory_, 0);  // no comment
    put16(directory_, 0);  // disk
    put16(directory_, 0);  // internal attributes
    put32(directory_, 0);  // external attributes
    put32(directory_, bytes_.size());
    directory_ += entry.name;
    put32(bytes_, local_signature);
    put_common(bytes_, entry);
    bytes_ += entry.name;
    ++entries_;
}

std::string ZipWriter::finish()
{
    if (entries_ > std::numeric_limits<std::uint16_t>::max() ||
        bytes_.size() + directory_.size() > std::numeric_limits<std::uint32_t>::max())
        throw Error(ErrorCode::limit_exceeded, {}, "more than a ZIP archive holds");
    const std::size_t offset = bytes_.size();
    bytes_ += directory_;
    put32(bytes_, end_signature);
    put16(bytes_, 0);
    put16(bytes_, 0);
    put16(bytes_, entries_);
    put16(bytes_, entries_);
    put32(bytes_, directory_.size());
    put32(bytes_, offset);
    put16(bytes_, 0);
    directory_.clear();
    entries_ = 0;
    return std::move(bytes_);
}

}  // namespace samsvar::archive
