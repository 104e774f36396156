// What a decoder of deflate streams promises; run with zlib and, where it is installed, with ISA-L.
#include <boost/test/unit_test.hpp>

#include "archive/inflater.h"
#include "ooxml/raw_zip.h"

using namespace samsvar;
using archive::Inflater;

BOOST_AUTO_TEST_SUITE(inflater_test)

namespace {

std::string rows(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "<c r=\"B" + std::to_string(i) + "\"><v>" + std::to_string(i * 7919 % 1000) + "</v></c>";
    return text;
}

struct Outcome {
    std::string bytes;
    Inflater::State state = Inflater::State::more;
    std::size_t left = 0;
};

/// All of a stream, in pieces of `capacity`. The stream is copied so that a sanitizer sees what is read behind it.
Outcome inflate(const std::string& stream, std::size_t capacity)
{
    const std::vector<char> exact(stream.begin(), stream.end());
    Inflater inflater({exact.data(), exact.size()});
    Outcome outcome;
    std::vector<char> buffer(capacity);
    while (outcome.state == Inflater::State::more) {
        const Inflater::Piece piece = inflater.inflate(buffer.data(), buffer.size());
        outcome.bytes.append(buffer.data(), piece.count);
        outcome.state = piece.state;
    }
    if (outcome.state == Inflater::State::end) outcome.left = inflater.left_over();
    return outcome;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_stream_is_read_whole_whatever_the_pieces)
{
    const std::string text = rows(6000);
    const std::string stream = test::deflated(text);
    for (const std::size_t capacity : {1u, 7u, 258u, 4096u, 32768u, 65536u, 1u << 20}) {
        const Outcome outcome = inflate(stream + "1234567890", capacity);
        BOOST_TEST_CONTEXT("pieces of " << capacity)
        {
            BOOST_TEST((outcome.state == Inflater::State::end));
            BOOST_TEST((outcome.bytes == text));
            BOOST_TEST(outcome.left == 10u);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_stream_that_is_cut_off_never_ends)
{
    const std::string text = rows(40);
    const std::string stream = test::deflated(text);
    for (std::size_t size = 0; size < stream.size(); ++size)
        for (const std::size_t capacity : {5u, 65536u}) {
            const Outcome outcome = inflate(stream.substr(0, size), capacity);
            BOOST_TEST_CONTEXT(size << " of " << stream.size() << " bytes, pieces of " << capacity)
            {
                BOOST_TEST((outcome.state == Inflater::State::truncated));
                BOOST_TEST(text.starts_with(outcome.bytes));
            }
        }
}

BOOST_AUTO_TEST_CASE(what_is_no_stream_is_damaged)
{
    using namespace std::string_literals;
    const std::pair<const char*, std::string> streams[] = {
        {"a block of the type that does not exist", "\x07\x00\x00"s},
        {"a stored block whose lengths contradict each other",
         "\x01\x03\x00\xff\xff"
         "abc"s},
        {"a distance to before the beginning", "\x03\x02\x00"s},
    };
    for (const auto& [what, stream] : streams) BOOST_TEST_CONTEXT(what)
        {
            BOOST_TEST((inflate(stream, 4096).state == Inflater::State::damaged));
        }
    // Their sound neighbours, so that it is not the test that is wrong.
    BOOST_TEST((inflate("\x03\x00"s, 4096).state == Inflater::State::end));
    BOOST_TEST(inflate("\x01\x03\x00\xfc\xff"
                       "abc"s,
                       4096)
                   .bytes == "abc");
}

BOOST_AUTO_TEST_CASE(a_checksum_can_be_taken_in_pieces)
{
    BOOST_TEST(archive::crc32_of(0, "123456789") == 0xCBF43926u);
    BOOST_TEST(archive::crc32_of(archive::crc32_of(0, "1234"), "56789") == 0xCBF43926u);
    BOOST_TEST(archive::crc32_of(0, "") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
