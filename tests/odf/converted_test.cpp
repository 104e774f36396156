// What LibreOffice makes of our examples and the shared cases reads like the originals: same questions, same answers,
// same facts.
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>

#include "form/load.h"
#include "intake/read.h"
#include "reader/open.h"
#include "support/temporary_folder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(converted_test)

namespace {

namespace fs = std::filesystem;

const fs::path source = SAMSVAR_SOURCE_DIR;
const fs::path cases = fs::path(SAMSVAR_SHARED_DIR) / "cases";

std::vector<fs::path> originals(const char* extension)
{
    std::vector<fs::path> files;
    for (const fs::path& folder : {source / "forms/examples", cases}) {
        if (!fs::exists(folder)) {
            BOOST_TEST_MESSAGE("skipped: " << folder.string() << " is not there");
            continue;
        }
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Converts all files at once; false when there is no LibreOffice.
bool convert(const std::vector<fs::path>& files, const std::string& kind, const fs::path& folder)
{
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) {
        BOOST_TEST_MESSAGE("skipped: there is no soffice");
        return false;
    }
    std::string command = "soffice -env:UserInstallation=file://" + (folder / "profile").string() +
                          " --headless --convert-to " + kind + " --outdir '" + folder.string() + "'";
    for (const fs::path& file : files) command += " '" + file.string() + "'";
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

/// All of a submission that a reader would compare, a line each.
std::string shown(const model::Document& document, const std::vector<model::Form>& forms)
{
    const auto recognised = intake::recognise(document, forms);
    if (!recognised) return "not recognised";
    const model::Submission submission = intake::read(document, *recognised->form);
    std::string text = recognised->form->id + "\n";
    for (const model::Answer& answer : submission.answers) {
        text += answer.question + (answer.question_edited ? " (edited): " : ": ") + answer.text();
        if (!answer.evidence_text().empty()) text += " / " + answer.evidence_text();
        text += '\n';
    }
    for (const model::HeaderFact& fact : submission.facts) text += fact.key + " = " + fact.value + "\n";
    for (const model::Identifier& identifier : submission.identifiers)
        text += identifier.scheme + " " + identifier.value + "\n";
    for (const model::Subprocessor& one : submission.subprocessors) text += one.name + "; " + one.address + "\n";
    for (const model::Annex& annex : submission.annexes) text += annex.label + " " + annex.title + "\n";
    return text;
}

void compare(const char* extension, const std::string& kind)
{
    const TemporaryFolder folder;
    const std::vector<fs::path> files = originals(extension);
    if (!convert(files, kind, folder.path())) return;
    std::vector<model::Form> forms;
    forms.push_back(form::load(source / "forms/skolesec-ros.xml", "forms/skolesec-ros.xml"));
    std::size_t compared = 0;
    for (const fs::path& file : files) {
        BOOST_TEST_CONTEXT(file.filename())
        {
            const fs::path other = folder.path() / (file.stem().string() + "." + kind);
            BOOST_REQUIRE(fs::exists(other));
            const model::Document converted = reader::open(other);
            BOOST_TEST(name_of(converted.kind) == kind);
            const std::string expected = shown(reader::open(file), forms);
            BOOST_TEST(shown(converted, forms) == expected);
            if (expected != "not recognised") ++compared;
        }
    }
    BOOST_TEST_MESSAGE(compared << " questionnaires as " << kind << " compared with their originals");
}

}  // namespace

BOOST_AUTO_TEST_CASE(texts)
{
    compare(".docx", "odt");
}

BOOST_AUTO_TEST_CASE(workbooks)
{
    compare(".xlsx", "ods");
}

BOOST_AUTO_TEST_SUITE_END()
