#include "archive/inflater.h"

#ifdef SAMSVAR_ISAL
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#endif
#include <zlib.h>
#ifdef SAMSVAR_LIBDEFLATE
#include <libdeflate.h>
#endif

#include <algorithm>
#include <new>

namespace samsvar::archive {

namespace {

constexpr std::size_t most_at_once = 1u << 30;  // both count what they write in 32 bits

}  // namespace

#ifdef SAMSVAR_ISAL

struct Inflater::Engine {
    inflate_state isal{};
};

Inflater::Inflater(std::string_view deflated) : engine_(std::make_unique<Engine>())
{
    inflate_state& isal = engine_->isal;
    isal_inflate_init(&isal);
    isal.crc_flag = ISAL_DEFLATE;
    // ISA-L does not write through next_in; its type has no const.
    isal.next_in = const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(deflated.data()));
    isal.avail_in = static_cast<std::uint32_t>(deflated.size());
}

Inflater::~Inflater() = default;

Inflater::Piece Inflater::inflate(char* buffer, std::size_t capacity)
{
    inflate_state& isal = engine_->isal;
    isal.next_out = reinterpret_cast<std::uint8_t*>(buffer);
    isal.avail_out = static_cast<std::uint32_t>(std::min(capacity, most_at_once));
    const std::uint32_t before = isal.avail_out;
    const int result = isal_inflate(&isal);
    Piece piece{before - isal.avail_out, State::more};
    if (isal.block_state == ISAL_BLOCK_FINISH)
        piece.state = State::end;
    else if (result < 0)
        piece.state = State::damaged;
    else if (piece.count == 0)
        piece.state = State::truncated;
    return piece;
}

std::size_t Inflater::left_over() const
{
    // Whole bytes that were already taken into its bit buffer count, too.
    return engine_->isal.avail_in + static_cast<std::size_t>(std::max(0, engine_->isal.read_in_length)) / 8;
}

#else

struct Inflater::Engine {
    z_stream zlib{};

    Engine() = default;
    ~Engine() { inflateEnd(&zlib); }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
};

Inflater::Inflater(std::string_view deflated) : engine_(std::make_unique<Engine>())
{
    z_stream& zlib = engine_->zlib;
    if (inflateInit2(&zlib, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
    // zlib does not write through next_in; its type has no const unless ZLIB_CONST is defined everywhere.
    zlib.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(deflated.data()));
    zlib.avail_in = static_cast<uInt>(deflated.size());
}

Inflater::~Inflater() = default;

Inflater::Piece Inflater::inflate(char* buffer, std::size_t capacity)
{
    z_stream& zlib = engine_->zlib;
    zlib.next_out = reinterpret_cast<Bytef*>(buffer);
    zlib.avail_out = static_cast<uInt>(std::min(capacity, most_at_once));
    const uInt before = zlib.avail_out;
    const int result = ::inflate(&zlib, Z_NO_FLUSH);
    Piece piece{before - zlib.avail_out, State::more};
    if (result == Z_STREAM_END)
        piece.state = State::end;
    else if (result == Z_BUF_ERROR || (result == Z_OK && piece.count == 0))
        piece.state = State::truncated;
    else if (result != Z_OK)
        piece.state = State::damaged;
    return piece;
}

std::size_t Inflater::left_over() const
{
    return engine_->zlib.avail_in;
}

#endif

std::uint32_t crc32_of(std::uint32_t crc, std::string_view bytes)
{
#ifdef SAMSVAR_LIBDEFLATE
    // zlib of Debian 12 takes a fifth of what inflating takes; libdeflate next to nothing.
    return libdeflate_crc32(crc, bytes.data(), bytes.size());
#elif defined(SAMSVAR_ISAL)
    return crc32_gzip_refl(crc, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
#else
    return static_cast<std::uint32_t>(crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
#endif
}

}  // namespace samsvar::archive
