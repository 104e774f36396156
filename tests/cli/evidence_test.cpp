// check --evidence: a folder of files made here, held against an answer of one question.
#include <boost/test/unit_test.hpp>

#include "cli/one_question.h"
#include "cli/program.h"
#include "evidence/pdf_builder.h"
#include "support/package_builder.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(evidence_test)

namespace {

namespace fs = std::filesystem;

const char* const who_tests = "Who tests the service?";

struct Supplier {
    TemporaryFolder folder;
    fs::path form = folder.file(
        "one.xml", test::form_of_one_question(
                       who_tests, "who tests the service",
                       "<evidence kinds=\"report\"><text xml:lang=\"en\">penetration test report</text></evidence>"));
    fs::path answers = folder.file(
        "a.docx", test::one_question_answered(who_tests,
                                              "An independent company tests it each year, see appendix 8 and "
                                              "appendix 9."));
    fs::path documents = folder.path() / "documents";

    Supplier()
    {
        fs::create_directories(documents / "more");
        write_file(documents / "08_pentest.pdf",
                   test::pdf_with_information("/Title (Penetration test) /ModDate (D:20260401120000Z)"));
        write_file(documents / "more" / "Brochure.pdf", "%PDF-1.4\n");
    }
    Run check(std::vector<std::string> more) const
    {
        std::vector<std::string> arguments{"check", answers, "--form", form, "--date", "2026-11-21", "--lang", "en"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return test::samsvar(arguments);
    }
};

void holds(const std::string& text, std::initializer_list<const char*> parts)
{
    for (const char* part : parts) BOOST_TEST((text.find(part) != std::string::npos), "not there: " << part);
}

}  // namespace

BOOST_AUTO_TEST_CASE(files_states_and_findings_stand_in_the_result)
{
    const Supplier supplier;
    const Run run = supplier.check({"--format", "json", "--evidence", supplier.documents});
    BOOST_TEST(run.err == "");
    BOOST_TEST(run.status == 1);
    holds(run.out, {"\"name\": \"appendix 8\"", "\"state\": \"received\"", "\"file\": \"08_pentest.pdf\"",
                    "\"state\": \"missing\"", "\"code\": \"not-enclosed\"", "\"evidence_due\": \"2026-12-05\"",
                    "\"path\": \"more/Brochure.pdf\"", "\"remark\": \"no date found in the PDF\"",
                    "\"modified\": \"2026-04-01\"", "\"title\": \"Penetration test\"", "\"referred_to\": false"});
    const Run without = supplier.check({"--format", "json"});
    for (const char* key : {"\"documents\"", "\"evidence_files\"", "\"evidence_due\"", "not-enclosed"})
        BOOST_TEST((without.out.find(key) == std::string::npos), key);
}

BOOST_AUTO_TEST_CASE(the_sheet_is_a_request_list)
{
    const Supplier supplier;
    const fs::path out = supplier.folder.path() / "m.xlsx";
    for (const bool with : {true, false}) {
        std::vector<std::string> more{"-o", out};
        if (with) more.insert(more.end(), {"--evidence", supplier.documents, "--evidence-due", "2026-12-24"});
        BOOST_TEST(supplier.check(more).err == "");
        const Run read = test::samsvar({"read", out, "--sheet", "Evidence"});
        for (const char* part : {"Reply by", "2026-12-24", "08_pentest.pdf", "Files received that no answer refers to"})
            BOOST_TEST((read.out.find(part) != std::string::npos) == with, part << " with " << with);
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_done_is_said)
{
    const Supplier supplier;
    const Run none = supplier.check({"--evidence", supplier.folder.path() / "none"});
    BOOST_TEST(none.status == 2);
    holds(none.err, {"there is no such folder"});
    const Run two = test::samsvar({"check", supplier.answers, supplier.answers, "--evidence", supplier.documents});
    BOOST_TEST(two.status == 2);
    holds(two.err, {"check one file at a time"});
    const Run date = supplier.check({"--evidence", supplier.documents, "--evidence-due", "soon"});
    BOOST_TEST(date.status == 2);
    holds(date.err, {"\"soon\" is not a date"});
}

BOOST_AUTO_TEST_SUITE_END()
