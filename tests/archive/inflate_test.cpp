#include <zlib.h>

#include <atomic>
#include <boost/test/unit_test.hpp>

#include "archive/archive.h"
#include "archive/read_ahead.h"
#include "base/error.h"
#include "ooxml/raw_zip.h"

using namespace samsvar;
using archive::Archive;
using archive::EntryReader;
using archive::ReadAhead;
using archive::Threads;

BOOST_AUTO_TEST_SUITE(inflate_test)

namespace {

/// Text that does not repeat too well.
std::string text_of(std::size_t bytes)
{
    std::string text;
    std::uint32_t state = 1;
    while (text.size() < bytes) {
        state = state * 1664525 + 1013904223;
        text += "row " + std::to_string(state) + "; ";
    }
    text.resize(bytes);
    return text;
}

std::string zip_of(const std::string& content, const std::function<void(test::RawEntry&)>& change = {})
{
    test::RawEntry entry;
    entry.name = "part";
    entry.content = content;
    entry.deflate = true;
    if (change) change(entry);
    test::RawArchive raw;
    raw.entries.push_back(entry);
    return raw.bytes();
}

/// All of the entry in pieces of `piece` bytes, or the message of the error behind what was read before it.
std::string read_all(const std::string& zip, Threads threads, std::size_t piece, const Limits& limits = {})
{
    std::string all;
    try {
        const Archive whole(zip, "a.zip", limits, threads);
        EntryReader reader = whole.stream("part");
        std::string buffer(piece, '\0');
        while (const std::size_t count = reader.read(buffer.data(), buffer.size())) all.append(buffer, 0, count);
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_thread_and_two_read_the_same)
{
    const std::string content = text_of((8u << 20) + 12345);
    const std::string zip = zip_of(content);
    for (const std::size_t piece : {std::size_t{1000}, std::size_t{65536}, std::size_t{1u << 20}}) {
        BOOST_TEST_CONTEXT(piece)
        {
            BOOST_TEST((read_all(zip, Threads::one, piece) == content));
            BOOST_TEST((read_all(zip, Threads::two, piece) == content));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_the_same_on_two_threads)
{
    const std::string content = text_of((8u << 20) + 12345);
    const auto size = static_cast<std::uint32_t>(content.size());
    const std::string again = "; the file is damaged, ask for it to be sent again";
    Limits whole;
    whole.package_bytes = size;
    struct Row {
        const char* name;
        std::function<void(test::RawEntry&)> change;
        std::string expected;
    };
    const Row rows[] = {
        {"checksum", [](test::RawEntry& entry) { entry.crc = 1; },
         "malformed: a.zip!part: the part has a wrong checksum" + again},
        {"longer", [&](test::RawEntry& entry) { entry.size = size - 1; },
         "malformed: a.zip!part: the part is longer than the directory says" + again},
        {"shorter", [&](test::RawEntry& entry) { entry.size = size + 1; },
         "malformed: a.zip!part: the part is shorter than the directory says" + again},
    };
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.name)
        {
            const std::string zip = zip_of(content, row.change);
            BOOST_TEST(read_all(zip, Threads::one, 65536) == row.expected);
            BOOST_TEST(read_all(zip, Threads::two, 65536) == row.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_bomb_is_refused_at_once)
{
    const std::string content(32u << 20, 'a');
    const std::string expected =
        "limit-exceeded: a.zip!part: the part inflates to more than 200 times its size";
    BOOST_TEST(read_all(zip_of(content), Threads::one, 65536) == expected);
    BOOST_TEST(read_all(zip_of(content), Threads::two, 65536) == expected);
    // One that claims to be small is found out where it says it ends.
    const std::string lying = zip_of(content, [](test::RawEntry& entry) { entry.size = 9u << 20; });
    const std::string longer = "malformed: a.zip!part: the part is longer than the directory says; the file is damaged, "
                               "ask for it to be sent again";
    for (const Threads threads : {Threads::one, Threads::two}) {
        const std::string said = read_all(lying, threads, 65536);
        BOOST_TEST((said == expected || said == longer));
    }
}

BOOST_AUTO_TEST_CASE(read_ahead_gives_all_bytes_before_the_error)
{
    int calls = 0;
    ReadAhead ahead([&](char* buffer, std::size_t capacity) -> std::size_t {
        if (++calls == 4) throw Error(ErrorCode::io, {}, "no more");
        std::fill_n(buffer, capacity, static_cast<char>('0' + calls));
        return calls == 2 ? 10 : capacity;
    });
    std::string all;
    std::string buffer(1000, '\0');
    std::string error;
    try {
        while (const std::size_t count = ahead.read(buffer.data(), buffer.size())) all.append(buffer, 0, count);
    }
    catch (const Error& thrown) {
        error = thrown.message();
    }
    BOOST_TEST(error == "no more");
    const std::size_t one = (all.size() - 10) / 2;
    BOOST_TEST((all == std::string(one, '1') + std::string(10, '2') + std::string(one, '3')));
    // The error stays.
    BOOST_CHECK_THROW(ahead.read(buffer.data(), buffer.size()), Error);
}

BOOST_AUTO_TEST_CASE(read_ahead_holds_no_more_than_its_buffers)
{
    std::atomic<std::size_t> made{0};
    std::size_t read = 0;
    {
        ReadAhead ahead([&](char* buffer, std::size_t capacity) {
            std::fill_n(buffer, capacity, 'x');
            made += capacity;
            return capacity;
        });
        std::string buffer(65536, '\0');
        for (int i = 0; i < 100; ++i) {
            read += ahead.read(buffer.data(), buffer.size());
            BOOST_TEST_REQUIRE(made.load() <= read + (1u << 20));
        }
    }  // an endless source ends with its reader
    BOOST_TEST(read > 0u);
}

BOOST_AUTO_TEST_SUITE_END()
