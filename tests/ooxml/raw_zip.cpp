#include "ooxml/raw_zip.h"

#include <zlib.h>

namespace samsvar::test {

namespace {

void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

}  // namespace

std::string deflated(const std::string& content)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, content.size()), '\0');
    std::string input = content;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string RawArchive::bytes() const
{
    std::string out;
    std::string central;
    for (const RawEntry& entry : entries) {
        const auto offset = out.size();
        const std::string data = entry.deflate ? deflated(entry.content) : entry.content;
        const std::uint16_t method = entry.method.value_or(entry.deflate ? 8 : 0);
        const std::uint16_t flags = static_cast<std::uint16_t>(entry.flags | (entry.descriptor ? 8 : 0));
        const auto crc = entry.crc.value_or(static_cast<std::uint32_t>(
            crc32_z(0, reinterpret_cast<const Bytef*>(entry.content.data()), entry.content.size())));
        const auto size = entry.size.value_or(static_cast<std::uint32_t>(entry.content.size()));
        const std::string local_name = entry.local_name.value_or(entry.name);
        std::string zip64;
        if (entry.zip64) {
            put(zip64, 1, 2);
            put(zip64, 16, 2);
            put(zip64, size, 8);
            put(zip64, data.size(), 8);
        }
        const auto sizes = [&](std::string& to, std::uint32_t declared) {
            put(to, crc, 4);
            put(to, entry.zip64 ? 0xFFFFFFFFu : data.size(), 4);
            put(to, entry.zip64 ? 0xFFFFFFFFu : declared, 4);
        };
        out += "PK\3\4";
        put(out, 20, 2);
        put(out, flags, 2);
        put(out, entry.local_method.value_or(method), 2);
        put(out, 0x58210000, 4);
        if (entry.descriptor)
            out.append(12, '\0');
        else
            sizes(out, entry.local_size.value_or(size));
        put(out, local_name.size(), 2);
        put(out, zip64.size(), 2);
        out += local_name + zip64 + data;
        if (entry.descriptor) {
            out += "PK\7\10";
            sizes(out, size);
        }
        central += "PK\1\2";
        put(central, 20, 2);
        put(central, 20, 2);
        put(central, flags, 2);
        put(central, method, 2);
        put(central, 0x58210000, 4);
        sizes(central, size);
        put(central, entry.name.size(), 2);
        put(central, zip64.size() + entry.extra.size(), 2);
        put(central, 0, 2);
        put(central, 0, 8);
        put(central, entry.offset.value_or(static_cast<std::uint32_t>(offset)), 4);
        central += entry.name + zip64 + entry.extra;
    }
    const auto start = out.size();
    out += central;
    if (zip64_end) {
        const auto record = out.size();
        out += "PK\6\6";
        put(out, 44, 8);
        put(out, 45, 2);
        put(out, 45, 2);
        put(out, 0, 8);
        put(out, entries.size(), 8);
        put(out, entries.size(), 8);
        put(out, central.size(), 8);
        put(out, start, 8);
        out += "PK\6\7";
        put(out, 0, 4);
        put(out, record, 8);
        put(out, 1, 4);
    }
    out += "PK\5\6";
    put(out, 0, 4);
    const std::uint64_t number = zip64_end ? 0xFFFF : count.value_or(static_cast<std::uint16_t>(entries.size()));
    put(out, number, 2);
    put(out, number, 2);
    put(out, zip64_end ? 0xFFFFFFFFu : central.size(), 4);
    put(out, zip64_end ? 0xFFFFFFFFu : directory_offset.value_or(static_cast<std::uint32_t>(start)), 4);
    put(out, comment.size(), 2);
    return out + comment + trailer;
}

}  // namespace samsvar::test
