// Each folder beside this file is one case: `golden_tests --run_test=golden/<folder>`. SAMSVAR_UPDATE_GOLDEN=1 rewrites
// the folder's expected.tsv; read the diff before committing it.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>

#include "base/files.h"
#include "golden/golden_case.h"

namespace samsvar::golden {

namespace {

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

/// Lines only one side has, "-" expected and "+" got.
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& got)
{
    const auto has = [](const std::vector<std::string>& lines, const std::string& line) {
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    std::string text;
    for (const std::string& line : expected)
        if (!has(got, line)) text += "\n- " + line;
    for (const std::string& line : got)
        if (!has(expected, line)) text += "\n+ " + line;
    return text.empty() && expected != got ? "\nthe lines stand in another order" : text;
}

void check(const Folder& folder)
{
    const Run result = run(folder);
    const std::vector<std::string> got = expected_lines(result);
    const std::filesystem::path file = folder.path / "expected.tsv";
    if (std::getenv("SAMSVAR_UPDATE_GOLDEN")) {
        std::string text;
        for (const std::string& line : got) text += line + '\n';
        write_file(file, text);
    }
    const std::vector<std::string> expected = lines_of(read_file(file, 1 << 20));
    BOOST_TEST((got == expected), folder.name << difference(expected, got));

    // The name's promise holds whatever expected.tsv was updated to.
    const std::vector<model::Finding> findings = listed_findings(result);
    const bool raised = std::any_of(findings.begin(), findings.end(),
                                    [&](const model::Finding& one) { return one.code == folder.code; });
    BOOST_TEST(raised == (folder.kind == Kind::fires),
               folder.name << ": " << folder.code << (raised ? " was" : " was not") << " raised");
}

/// Adds the cases before main() runs them: static initialisation is early enough, as for BOOST_AUTO_TEST_CASE.
const bool registered = [] {
    namespace ut = boost::unit_test;
    ut::test_suite* suite = BOOST_TEST_SUITE("golden");
    for (const Folder& folder : folders())
        suite->add(ut::make_test_case([folder] { check(folder); }, folder.name, __FILE__, __LINE__));
    ut::framework::master_test_suite().add(suite);
    return true;
}();

}  // namespace

}  // namespace samsvar::golden
