// The fuzzers' corpus as a normal test: every file as it is, then with deterministic damage.
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "fuzz/targets.h"
#include "support/package_builder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(replay_test)

namespace {

std::vector<std::string> corpus(const std::string& name)
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "tests/fuzz/corpus" / name))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> contents;
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        std::ostringstream content;
        content << in.rdbuf();
        contents.push_back(content.str());
    }
    return contents;
}

/// One of the usual kinds of damage: a byte changed, a cut, a piece doubled or taken out.
std::string damaged(std::string bytes, std::mt19937& random)
{
    const auto place = [&](std::size_t size) { return size == 0 ? 0 : random() % size; };
    for (unsigned changes = 1 + static_cast<unsigned>(random() % 3); changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = place(bytes.size());
        const std::size_t length = 1 + place(std::min<std::size_t>(64, bytes.size() - at));
        switch (random() % 5) {
            case 0: bytes[at] = static_cast<char>(random()); break;
            case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8)); break;
            case 2: bytes.resize(at); break;
            case 3: bytes.erase(at, length); break;
            default: bytes.insert(at, bytes.substr(at, length)); break;
        }
    }
    return bytes;
}

void replay(const std::vector<std::string>& inputs, void (*target)(std::string_view))
{
    BOOST_REQUIRE(!inputs.empty());
    std::mt19937 random(20261121);
    const auto start = std::chrono::steady_clock::now();
    std::size_t rounds = 0;
    for (const std::string& input : inputs) target(input);
    // The number is fixed so that a failure can be had again; the time is only a brake for slow machines.
    while (rounds < 3000 && std::chrono::steady_clock::now() - start < std::chrono::seconds(10))
        target(damaged(inputs[rounds++ % inputs.size()], random));
    BOOST_TEST_MESSAGE(inputs.size() << " files, " << rounds << " damaged ones");
    BOOST_TEST(rounds > 0u);
}

}  // namespace

BOOST_AUTO_TEST_CASE(packages)
{
    std::vector<std::string> inputs = corpus("package");
    inputs.push_back(test::docx_with_body(test::docx_paragraph("Ja") + test::docx_table({{"1.", "Nei"}})));
    inputs.push_back(test::xlsx_with_sheets({{"A", test::xlsx_row(1, {"Ja", "Nei"})}}));
    replay(inputs, [](std::string_view bytes) { fuzz::package(bytes); });
}

BOOST_AUTO_TEST_CASE(workbooks)
{
    replay(corpus("workbook"), fuzz::workbook);
}

BOOST_AUTO_TEST_CASE(documents)
{
    replay(corpus("document"), fuzz::document);
}

BOOST_AUTO_TEST_CASE(opendocument)
{
    replay(corpus("odf"), fuzz::odf);
}

BOOST_AUTO_TEST_CASE(columns_of_text)
{
    replay(corpus("delimited"), fuzz::delimited);
}

BOOST_AUTO_TEST_CASE(layouts)
{
    std::vector<std::string> inputs = corpus("layout");
    inputs.push_back(
        test::docx_with_body(test::docx_paragraph("1. Har dere MFA?") + test::docx_paragraph("Ja") +
                             test::docx_table({{"Nr", "Spørsmål", "Svar"}, {"1.", "Har dere MFA?", "Ja"}})));
    inputs.push_back(test::xlsx_with_sheets(
        {{"A", test::xlsx_row(1, {"Nr", "Spørsmål", "Svar"}) + test::xlsx_row(2, {"1", "Har dere MFA?", "Nei"})}}));
    replay(inputs, fuzz::layout);
}

BOOST_AUTO_TEST_SUITE_END()
