#include <boost/test/unit_test.hpp>

#include "oscal/files.h"
#include "support/temporary_folder.h"
#include "xml/build.h"
#include "xml/parsed.h"

using namespace samsvar;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(oscal_folder_test)

namespace {

struct Disk {
    TemporaryFolder folder;
    fs::path inside = folder.path() / "in";
    xml::Element import = xml::make("import", "");

    Disk()
    {
        fs::create_directories(inside / "deep");
        write_file(inside / "a.xml", "a");
        write_file(inside / "deep" / "b.xml", "b");
        write_file(folder.path() / "secret.xml", "s");
        fs::create_symlink(folder.path() / "secret.xml", inside / "link.xml");
    }
    std::string find(const std::string& href) const
    {
        return oscal::Folder(inside).find(href, inside, import).lexically_relative(fs::canonical(inside)).string();
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(files_of_the_folder_are_found_also_by_a_publishers_path)
{
    const Disk disk;
    BOOST_TEST(disk.find("a.xml") == "a.xml");
    BOOST_TEST(disk.find("./deep/b.xml#x") == "deep/b.xml");
    BOOST_TEST(disk.find("../../elsewhere/a.xml") == "a.xml");
    BOOST_TEST(disk.find("/home/publisher/a.xml") == "a.xml");
}

BOOST_AUTO_TEST_CASE(nothing_outside_is_followed)
{
    const Disk disk;
    for (const char* href : {"../secret.xml", "link.xml", "/etc/passwd", "..", ".", "", "deep"})
        BOOST_TEST(xml::failure_of([&] { disk.find(href); }).starts_with("not-found"), href);
    for (const char* href : {"https://example.org/a.xml", "file:///etc/passwd", "ftp:a.xml"})
        BOOST_TEST(xml::failure_of([&] { disk.find(href); }).find("nothing is fetched") != std::string::npos, href);
}

BOOST_AUTO_TEST_SUITE_END()
