// Marks at every answer of real files: our own examples, and the shared ones where they are there.
#include <boost/test/unit_test.hpp>

#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "marking/checked.h"
#include "ooxml/open.h"

using namespace samsvar;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(marking_corpus_test)

namespace {

/// Marks a file everywhere and checks it; false when it cannot be read in the first place.
bool check(const fs::path& path)
{
    const std::string file = path.filename().string();
    const std::string bytes = read_file(path, Limits().file_bytes);
    std::vector<marking::Mark> marks;
    try {
        marks = test::marks_everywhere(ooxml::open_bytes(bytes, file, Limits()));
    }
    catch (const Error&) {
        return false;
    }
    // More than a questionnaire has; a million marks would say no more.
    if (marks.size() > 3000) marks.resize(3000);
    BOOST_TEST_CONTEXT(path.string())
    {
        try {
            const marking::Marked marked = marking::mark(bytes, file, marks, test::author, Limits());
            for (const std::string& fault : test::faults(bytes, marked.bytes, marks, file)) BOOST_ERROR(fault);
        }
        catch (const Error& error) {
            BOOST_TEST_MESSAGE(path.string() << " is refused: " << error.what());
            BOOST_TEST((error.code() == ErrorCode::unsupported || error.code() == ErrorCode::limit_exceeded));
        }
    }
    return true;
}

std::size_t check_all(const fs::path& folder, const std::string& ending)
{
    if (!fs::exists(folder)) {
        BOOST_TEST_MESSAGE("skipped: " << folder.string() << " is not there");
        return 0;
    }
    std::size_t checked = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ending) checked += check(entry.path());
    BOOST_TEST_MESSAGE(checked << " files " << ending << " marked in " << folder.string());
    return checked;
}

}  // namespace

BOOST_AUTO_TEST_CASE(documents)
{
    BOOST_TEST(check_all(fs::path(SAMSVAR_SOURCE_DIR) / "forms" / "examples", ".docx") > 0u);
    for (const char* folder : {"cases", "corpus"}) check_all(fs::path(SAMSVAR_SHARED_DIR) / folder, ".docx");
}

BOOST_AUTO_TEST_CASE(workbooks)
{
    BOOST_TEST(check_all(fs::path(SAMSVAR_SOURCE_DIR) / "forms" / "examples", ".xlsx") > 0u);
    for (const char* folder : {"cases", "corpus"}) check_all(fs::path(SAMSVAR_SHARED_DIR) / folder, ".xlsx");
}

BOOST_AUTO_TEST_SUITE_END()
