// Real files: the shared cases must open; files of other readers open or are refused with an Error.
#include <boost/test/unit_test.hpp>

#include <Poco/StreamCopier.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "ooxml/open.h"
#include "ooxml/package.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(corpus_test)

namespace {

std::vector<std::filesystem::path> office_files(const std::filesystem::path& folder)
{
    const std::set<std::string> extensions{".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx"};
    std::vector<std::filesystem::path> paths;
    if (!std::filesystem::exists(folder)) {
        BOOST_TEST_MESSAGE("skipped: " << folder.string() << " is not there");
        return paths;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (extensions.contains(entry.path().extension().string())) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

const std::filesystem::path shared = SAMSVAR_SHARED_DIR;

}  // namespace

BOOST_AUTO_TEST_CASE(every_shared_case_opens)
{
    for (const auto& path : office_files(shared / "cases")) {
        BOOST_TEST_CONTEXT(path.filename())
        {
            const model::Document document = ooxml::open(path);
            BOOST_TEST(document.units.size() > 50u);
            BOOST_TEST(document.problems.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_file_of_the_corpus_opens_or_is_refused)
{
    // Encrypted; an entry longer than it says.
    const std::set<std::string> refused{"tests__pass_protected.xlsx", "tests__issue252.xlsx"};
    std::size_t opened = 0;
    for (const auto& path : office_files(shared / "corpus")) {
        BOOST_TEST_CONTEXT(path.filename())
        {
            try {
                ooxml::open(path);
                ++opened;
                BOOST_TEST(!refused.contains(path.filename().string()));
            }
            catch (const Error& error) {
                BOOST_TEST_CONTEXT(error.what())
                {
                    BOOST_TEST(refused.contains(path.filename().string()));
                }
            }
        }
    }
    BOOST_TEST_MESSAGE(opened << " files of the corpus opened");
}

BOOST_AUTO_TEST_CASE(poco_reads_the_same_bytes)
{
    for (const auto& path : office_files(shared / "cases")) {
        BOOST_TEST_CONTEXT(path.filename())
        {
            const std::string bytes = read_file(path, 64u << 20);
            const ooxml::Package package(bytes, path.filename().string(), {});
            std::ifstream in(path, std::ios::binary);
            const Poco::Zip::ZipArchive archive(in);
            std::size_t compared = 0;
            for (const std::string& name : package.names()) {
                in.clear();  // the archive leaves the stream at its end; entries would read as empty
                const auto header = archive.findHeader(name);
                BOOST_REQUIRE(header != archive.headerEnd());
                Poco::Zip::ZipInputStream stream(in, header->second);
                std::ostringstream content;
                Poco::StreamCopier::copyStream(stream, content);
                BOOST_TEST((content.str() == package.read(name)));
                ++compared;
            }
            BOOST_TEST(compared > 5u);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
