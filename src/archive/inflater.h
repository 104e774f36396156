#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace samsvar::archive {

/// Decoder of one raw deflate stream (RFC 1951): zlib, or ISA-L where the program was built with SAMSVAR_ISAL.
class Inflater {
public:
    enum class State {
        more,       ///< there is more to come
        end,        ///< this was the last piece
        truncated,  ///< the stream ends before it is finished
        damaged,    ///< the bytes are no deflate stream (ISA-L takes incomplete codes; the checksum of the entry tells)
    };
    struct Piece {
        std::size_t count = 0;  ///< bytes written to the buffer
        State state = State::more;
    };

    /// `deflated` must outlive the decoder and have less than 4 GiB. Throws std::bad_alloc.
    explicit Inflater(std::string_view deflated);
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Fills the buffer with the next bytes.
    Piece inflate(char* buffer, std::size_t capacity);
    /// Bytes of the stream that were not needed; counts once the state is end.
    std::size_t left_over() const;

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

/// CRC-32 of ZIP (ISO 3309) of what `crc` was the checksum of, and `bytes` behind it; begins with 0.
std::uint32_t crc32_of(std::uint32_t crc, std::string_view bytes);

}  // namespace samsvar::archive
