#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace samsvar {

/// What is worked out once and then only looked at, laid one after another in one piece of memory, to be used where it
/// lies. The layout is the compiler's own: only for bytes that the same build reads.
class BytesWriter {
public:
    template <typename Value>
    void put_all(const Value* values, std::size_t count)
    {
        static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= alignment);
        static_assert(std::has_unique_object_representations_v<Value>, "gaps would make the same values other bytes");
        put_number(count);
        append(values, count * sizeof(Value));
    }
    template <typename Value>
    void put_all(const std::vector<Value>& values)
    {
        put_all(values.data(), values.size());
    }
    template <typename Value>
    void put_all(std::span<const Value> values)
    {
        put_all(values.data(), values.size());
    }
    void put_text(std::string_view text) { put_all(text.data(), text.size()); }
    void put_number(std::uint64_t number) { append(&number, sizeof number); }

    std::vector<std::byte> take() { return std::move(bytes_); }

    static constexpr std::size_t alignment = 8;

private:
    void append(const void* from, std::size_t size)
    {
        const std::size_t at = bytes_.size();
        bytes_.resize(at + (size + alignment - 1) / alignment * alignment);
        if (size > 0) std::memcpy(bytes_.data() + at, from, size);
    }

    std::vector<std::byte> bytes_;
};

/// Gives back, in the same order, what a BytesWriter put; as views of the bytes, which must be aligned like a number.
class BytesReader {
public:
    explicit BytesReader(std::span<const std::byte> bytes) : left_(bytes) {}

    template <typename Value>
    std::span<const Value> take_all()
    {
        const auto count = static_cast<std::size_t>(take_number());
        const std::size_t size = count * sizeof(Value);
        assert(size <= left_.size());
        const auto* values = reinterpret_cast<const Value*>(left_.data());
        left_ = left_.subspan((size + BytesWriter::alignment - 1) / BytesWriter::alignment * BytesWriter::alignment);
        return {values, count};
    }
    std::string_view take_text()
    {
        const std::span<const char> letters = take_all<char>();
        return {letters.data(), letters.size()};
    }
    std::uint64_t take_number()
    {
        assert(left_.size() >= sizeof(std::uint64_t));
        std::uint64_t number = 0;
        std::memcpy(&number, left_.data(), sizeof number);
        left_ = left_.subspan(sizeof number);
        return number;
    }

private:
    std::span<const std::byte> left_;
};

}  // namespace samsvar
