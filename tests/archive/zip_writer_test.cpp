#include "archive/zip_writer.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "archive/archive.h"

using namespace samsvar;
using namespace samsvar::archive;

namespace {

std::string noise(std::size_t size)
{
    std::mt19937 random(5);
    std::string bytes;
    while (bytes.size() < size) bytes += static_cast<char>(random());
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zip_writer_tests)

BOOST_AUTO_TEST_CASE(what_is_written_is_read)
{
    const std::string text(300'000, 'a');
    const std::string contents[] = {"", "<a></a>", "<a>" + text + "</a>", noise(100'000) + text + noise(70'001)};
    for (const int level : {1, 3, 6, 9}) {
        ZipWriter zip;
        for (std::size_t at = 0; at < std::size(contents); ++at)
            zip.add("part " + std::to_string(at), deflate(contents[at], level));
        const std::string bytes = zip.finish();
        const Limits limits;
        const Archive archive(bytes, "a.zip", limits);  // checks sizes and sums
        BOOST_TEST(archive.names().size() == std::size(contents));
        for (std::size_t at = 0; at < std::size(contents); ++at)
            BOOST_TEST((archive.read("part " + std::to_string(at)) == contents[at]));
    }
}

BOOST_AUTO_TEST_CASE(entries_of_another_archive_are_taken_over)
{
    ZipWriter first;
    first.add("ø/æ.xml", deflate(noise(5000) + std::string(5000, 'x'), 6));
    const std::string bytes = first.finish();
    const Limits limits;
    ZipWriter second;
    for (const ZipEntry& entry : read_zip_directory(bytes, "a.zip", limits)) second.copy(bytes, entry);
    BOOST_TEST((second.finish() == bytes));
}

BOOST_AUTO_TEST_CASE(an_archive_of_nothing)
{
    BOOST_TEST(ZipWriter().finish().size() == 22u);
}

BOOST_AUTO_TEST_SUITE_END()
