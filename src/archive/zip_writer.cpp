#include "archive/zip_writer.h"

#include <zlib.h>

#include <cassert>
#include <limits>
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

}  // namespace

DeflatedPiece deflate_piece(std::string_view content, bool last, int level)
{
    z_stream stream{};
    constexpr int raw = -MAX_WBITS;
    if (deflateInit2(&stream, level, Z_DEFLATED, raw, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    DeflatedPiece piece;
    piece.size = content.size();
    constexpr std::size_t at_once = 1u << 30;
    try {
        // Room for the empty block that a flush ends with, too.
        piece.bytes.resize(deflateBound(&stream, content.size()) + 16);
    }
    catch (...) {
        deflateEnd(&stream);
        throw;
    }
    piece.crc = static_cast<std::uint32_t>(crc32(0, nullptr, 0));
    std::size_t written = 0;
    do {
        const std::string_view some = content.substr(0, at_once);
        content.remove_prefix(some.size());
        const auto* const bytes = reinterpret_cast<const unsigned char*>(some.data());
        piece.crc = static_cast<std::uint32_t>(crc32(piece.crc, bytes, static_cast<unsigned>(some.size())));
        stream.next_in = const_cast<unsigned char*>(bytes);
        stream.avail_in = static_cast<unsigned>(some.size());
        stream.next_out = reinterpret_cast<unsigned char*>(piece.bytes.data()) + written;
        stream.avail_out = static_cast<unsigned>(piece.bytes.size() - written);
        [[maybe_unused]] const int status = deflate(&stream, !content.empty() ? Z_NO_FLUSH
                                                             : last           ? Z_FINISH
                                                                              : Z_SYNC_FLUSH);
        assert(stream.avail_in == 0 && (status == Z_OK || status == Z_STREAM_END) && "there is room for all");
        written = piece.bytes.size() - stream.avail_out;
    } while (!content.empty());
    deflateEnd(&stream);
    piece.bytes.resize(written);
    return piece;
}

void ZipWriter::add(std::string_view name, const std::vector<const DeflatedPiece*>& pieces)
{
    ZipEntry entry;
    entry.name = name;
    entry.deflated = true;
    entry.modified = first_of_1980;
    for (const DeflatedPiece* piece : pieces) {
        entry.crc = static_cast<std::uint32_t>(crc32_combine(entry.crc, piece->crc, static_cast<z_off_t>(piece->size)));
        entry.size += piece->size;
        entry.compressed_size += piece->bytes.size();
    }
    begin_entry(entry);
    for (const DeflatedPiece* piece : pieces) bytes_ += piece->bytes;
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
