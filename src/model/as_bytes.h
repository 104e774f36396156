#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "base/bytes.h"
#include "model/language.h"

/// What our own XML was read into as bytes, and the same again, without reading the XML (see base/bytes.h).
namespace samsvar::model::as_bytes {

/// Texts side by side and numbers in turn: most texts are a word or two.
class Put {
public:
    template <typename Number>
    requires std::is_integral_v<Number> || std::is_enum_v<Number>
    void operator()(const Number& number) { numbers_.push_back(static_cast<std::uint32_t>(number)); }
    void operator()(const double& number)
    {
        const auto bits = std::bit_cast<std::uint64_t>(number);
        (*this)(static_cast<std::uint32_t>(bits));
        (*this)(static_cast<std::uint32_t>(bits >> 32));
    }
    void operator()(const std::string& text)
    {
        letters_ += text;
        (*this)(text.size());
    }
    void operator()(const model::LocalText& text)
    {
        (*this)(text.all().size());
        for (const auto& [language, words] : text.all()) {
            (*this)(language);
            (*this)(words);
        }
    }
    std::size_t count(std::size_t known)
    {
        (*this)(known);
        return known;
    }
    void finish(BytesWriter& into)
    {
        into.put_text(letters_);
        into.put_all(numbers_);
    }

private:
    std::string letters_;
    std::vector<std::uint32_t> numbers_;
};

class Take {
public:
    explicit Take(BytesReader& from) : letters_(from.take_text()), numbers_(from.take_all<std::uint32_t>()) {}

    template <typename Number>
    requires std::is_integral_v<Number> || std::is_enum_v<Number>
    void operator()(Number& number)
    {
        number = static_cast<Number>(numbers_.front());
        numbers_ = numbers_.subspan(1);
    }
    void operator()(double& number)
    {
        const std::uint64_t low = count(0);
        number = std::bit_cast<double>(low | static_cast<std::uint64_t>(count(0)) << 32);
    }
    void operator()(std::string& text)
    {
        const std::size_t size = count(0);
        text.assign(letters_.substr(0, size));
        letters_.remove_prefix(size);
    }
    void operator()(model::LocalText& text)
    {
        for (std::size_t left = count(0); left > 0; --left) {
            model::Language language{};
            std::string words;
            (*this)(language);
            (*this)(words);
            text.set(language, std::move(words));
        }
    }
    std::size_t count(std::size_t)
    {
        std::uint32_t number = 0;
        (*this)(number);
        return number;
    }

private:
    std::string_view letters_;
    std::span<const std::uint32_t> numbers_;
};

// For what is told of once and goes in both directions: each_of_thing(bytes, thing) with Put or Take.

template <typename Bytes, typename Origin>
void each_of_origin(Bytes& bytes, Origin& origin)
{
    bytes(origin.file);
    bytes(origin.line);
}

template <typename Bytes, typename Optional>
void each_optional(Bytes& bytes, Optional& optional)
{
    const bool given = bytes.count(optional ? 1 : 0) > 0;
    if constexpr (!std::is_const_v<Optional>)
        if (given) optional.emplace();
    if (given) bytes(*optional);
}

template <typename Bytes, typename List, typename Each>
void each_in(Bytes& bytes, List& list, const Each& each)
{
    const std::size_t count = bytes.count(list.size());
    if constexpr (!std::is_const_v<List>) list.resize(count);
    for (auto& one : list) each(one);
}

template <typename Bytes, typename List>
void each_text(Bytes& bytes, List& list)
{
    each_in(bytes, list, [&](auto& text) { bytes(text); });
}

/// All of a value, which `each` tells of; and the same again.
template <typename Value, typename Each>
void put_all(const Value& value, BytesWriter& into, const Each& each)
{
    Put bytes;
    each(bytes, value);
    bytes.finish(into);
}
template <typename Value, typename Each>
Value take_all(BytesReader& from, const Each& each)
{
    Take bytes(from);
    Value value;
    each(bytes, value);
    return value;
}

}  // namespace samsvar::model::as_bytes
