#include "base/files.h"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "base/error.h"
#include "support/temporary_folder.h"

using namespace samsvar;
namespace fs = std::filesystem;

namespace {

/// Runs `action`; the code's name and the message with the place, or "no Error".
template <typename Action>
std::string failure_of(Action action)
{
    try {
        action();
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
    return "no Error";
}

std::vector<std::string> names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(files_tests)

BOOST_AUTO_TEST_CASE(a_file_is_read_byte_for_byte)
{
    const TemporaryFolder folder;
    const std::string content("a\0b\r\n\xff", 6);
    BOOST_TEST(read_file(folder.file("x.bin", content), 6) == content);
    BOOST_TEST(read_file(folder.file("empty", ""), 0).empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_named)
{
    const TemporaryFolder folder;
    const std::string base = folder.path().string();
    folder.file("six", "123456");
    folder.file("big", std::string((11u << 20) + 1, 'x'));
    struct Row {
        const char* name;
        std::string path;
        std::uint64_t limit;
        std::string message;
    };
    const Row rows[] = {
        {"missing", base + "/none", 10,
         "not-found: " + base + "/none: there is no such file; check the name and the folder"},
        {"folder", base, 10, "invalid-argument: " + base + ": this is a folder; name a file in it"},
        {"small limit", base + "/six", 5,
         "limit-exceeded: " + base + "/six: the file is 6 bytes, the limit is 5 bytes"},
        // Rounded up: "11 MiB, the limit is 11 MiB" would tell nothing.
        {"just over", base + "/big", 11u << 20,
         "limit-exceeded: " + base + "/big: the file is 12 MiB, the limit is 11 MiB"},
        // A device has no size to look at beforehand.
        {"endless device", "/dev/zero", 1u << 20,
         "limit-exceeded: /dev/zero: the file is larger than the limit of 1 MiB"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(failure_of([&] { read_file(row.path, row.limit); }) == row.message);
        }
    BOOST_TEST(read_file(base + "/six", 6) == "123456");
}

BOOST_AUTO_TEST_CASE(a_file_without_permission_is_an_io_error)
{
    if (::geteuid() == 0) {
        BOOST_TEST_MESSAGE("skipped: root may read everything");
        return;
    }
    const TemporaryFolder folder;
    const fs::path path = folder.file("secret", "x");
    fs::permissions(path, fs::perms::none);
    BOOST_TEST(failure_of([&] { read_file(path, 10); }) ==
               "io: " + path.string() + ": cannot be opened: Permission denied");
}

BOOST_AUTO_TEST_CASE(writing_replaces_the_whole_file)
{
    const TemporaryFolder folder;
    const fs::path target = folder.file("r.json", "a long old content");
    write_file(target, "new");
    BOOST_TEST(read_file(target, 100) == "new");
    BOOST_TEST(names_in(folder.path()) == std::vector<std::string>{"r.json"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_temporary_file_stands_beside_the_target_and_keeps_its_extension)
{
    const TemporaryFolder folder;
    fs::path seen;
    write_atomically(folder.path() / "report.xlsx", [&](const fs::path& temporary) {
        seen = temporary;
        std::ofstream(temporary) << "x";
    });
    BOOST_TEST(seen.parent_path() == folder.path());
    BOOST_TEST(seen.extension() == ".xlsx");
    BOOST_TEST(!fs::exists(seen));
    BOOST_TEST(fs::exists(folder.path() / "report.xlsx"));
}

BOOST_AUTO_TEST_CASE(a_failed_write_leaves_the_target_as_it_was_and_nothing_behind)
{
    const TemporaryFolder folder;
    const fs::path target = folder.file("r.json", "old");
    const auto failing = [](const fs::path& temporary) {
        std::ofstream(temporary) << "half";
        throw Error(ErrorCode::io, {}, "the disk is full");
    };
    BOOST_TEST(failure_of([&] { write_atomically(target, failing); }) == "io: the disk is full");
    BOOST_TEST(read_file(target, 100) == "old");
    BOOST_TEST(names_in(folder.path()) == std::vector<std::string>{"r.json"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_writer_that_writes_nothing_is_an_error)
{
    const TemporaryFolder folder;
    const std::string target = (folder.path() / "r.json").string();
    BOOST_TEST(failure_of([&] { write_atomically(target, [](const fs::path&) {}); }) ==
               "io: " + target + ": cannot be written: No such file or directory");
    BOOST_TEST(names_in(folder.path()).empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_is_named_before_any_work)
{
    const TemporaryFolder folder;
    const std::string base = folder.path().string();
    fs::create_directory(folder.path() / "sub");
    struct Row {
        const char* name;
        std::string target;
        std::string message;
    };
    const Row rows[] = {
        {"no folder", base + "/none/r.json",
         "io: " + base + "/none/r.json: cannot be written: there is no folder " + base + "/none"},
        {"a folder", base + "/sub", "io: " + base + "/sub: cannot be written: this is a folder"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            bool called = false;
            BOOST_TEST(failure_of([&] { write_atomically(row.target, [&](const fs::path&) { called = true; }); }) ==
                       row.message);
            BOOST_TEST(!called);
        }
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told)
{
    // /dev/full refuses every write; a link to it stands for a full disk.
    if (!fs::exists("/dev/full")) {
        BOOST_TEST_MESSAGE("skipped: there is no /dev/full");
        return;
    }
    const TemporaryFolder folder;
    const fs::path target = folder.path() / "r.json";
    const fs::path temporary = folder.path() / (".r." + std::to_string(::getpid()) + ".tmp.json");
    fs::create_symlink("/dev/full", temporary);
    BOOST_TEST(failure_of([&] { write_file(target, "content"); }) ==
               "io: " + target.string() + ": cannot be written: the disk may be full");
    BOOST_TEST(names_in(folder.path()).empty());
}

BOOST_AUTO_TEST_CASE(files_are_listed_by_name_whatever_the_folder_holds)
{
    const TemporaryFolder folder;
    for (const char* name : {"b.xml", "a.xml", "c.xsd", "B.xml", "d.xml.bak"}) folder.file(name, "x");
    fs::create_directory(folder.path() / "e.xml");
    fs::create_symlink(folder.path() / "nowhere", folder.path() / "a0.xml");
    fs::create_symlink(folder.path() / "c.xsd", folder.path() / "link.xml");
    std::vector<std::string> names;
    for (const fs::path& path : files_in(folder.path(), ".xml")) names.push_back(path.filename());
    const std::vector<std::string> expected{"B.xml", "a.xml", "b.xml", "link.xml"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
    BOOST_TEST(files_in(folder.path() / "none", ".xml").empty());
}

BOOST_AUTO_TEST_CASE(sha256_agrees_with_the_standards_examples)
{
    // FIPS 180-4 examples, and a million times "a".
    BOOST_TEST(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256(std::string(1'000'000, 'a')) ==
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    // Where what is left fills the last block up to, and past, the place of the length.
    const std::pair<std::size_t, const char*> rows[] = {
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
        {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
        {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
        {128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"},
    };
    for (const auto& [length, digest] : rows)
        BOOST_TEST_CONTEXT(length) BOOST_TEST(sha256(std::string(length, 'a')) == digest);
}

BOOST_AUTO_TEST_SUITE_END()
