// Profiles, made questionnaires and outcomes in another catalogue's terms, from the command line.
#include <boost/test/unit_test.hpp>

#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(case_test)

namespace {

struct Desk {
    TemporaryFolder folder;
    test::Surroundings there;

    Desk() { there.folder = folder.path(); }
    Run run(const std::vector<std::string>& arguments) const { return test::samsvar(arguments, there); }
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_profile_is_made_checked_and_shown)
{
    const Desk desk;
    const Run made =
        desk.run({"profile", "make", "--set", "Pupils:C=significant,I=serious,A=moderate", "--role", "supplier",
                  "--condition", "personal-data=yes", "--condition", "source-code=no", "-o", "case.xml"});
    BOOST_TEST(made.status == 0);
    // A profile is corrected by hand: it is not written over.
    BOOST_TEST(desk.run({"profile", "make", "--set", "C=serious", "-o", "case.xml"}).status == 2);
    const Run checked = desk.run({"profile", "check", "case.xml", "--lang", "en"});
    BOOST_TEST(checked.status == 0);
    BOOST_TEST(holds(checked.out, "note: the condition user-administration is not answered"));
    const Run shown =
        desk.run({"profile", "show", "case.xml", "--catalog", "klassa-supplier", "--lang", "en", "--details"});
    BOOST_TEST(holds(shown.out, "(klassa-supplier): 41 / 42"));
    BOOST_TEST(holds(shown.out, "- KL2-S19"));
    BOOST_TEST(holds(shown.out, "Source code is developed or delivered: no"));
    BOOST_TEST(desk.run({"profile", "check", "C=extreme,I=serious,A=serious"}).status == 1);
}

BOOST_AUTO_TEST_CASE(check_leaves_out_what_does_not_apply_and_says_why_the_rest_does)
{
    const Desk desk;
    const auto json = [&](const std::string& profile) {
        return desk
            .run({"check", test::docx_example.string(), "--format", "json", "--date", "2026-11-21", "--catalog",
                  "klassa-supplier", "--profile", profile})
            .out;
    };
    BOOST_TEST(count(json("C=significant,I=serious,A=moderate"), "\"applies\"") == 42u);
    const std::string lower = json("C=negligible,I=negligible,A=moderate,personal-data=no");
    BOOST_TEST(count(lower, "\"applies\"") < 42u);
    BOOST_TEST(count(lower, "\"applies\"") > 0u);
    BOOST_TEST(holds(lower, "do not apply to the profile and are left out: KL2-S"));
    const Run wrong = desk.run({"check", test::docx_example.string(), "--profile", "C=2"});
    BOOST_TEST(wrong.status == 2);
    BOOST_TEST(holds(wrong.err, "published numberings of the levels disagree"));
}

BOOST_AUTO_TEST_CASE(a_questionnaire_is_made_and_read_back)
{
    const Desk desk;
    const Run made = desk.run({"form", "make", "--profile", "C=significant,I=serious,A=moderate", "--catalog",
                               "klassa-supplier", "--lang", "sv", "-o", "krav.docx"});
    BOOST_TEST(made.out == "krav.docx: 42 requirements\n");
    const Run checked = desk.run({"check", "krav.docx", "--format", "json", "--date", "2026-11-21"});
    BOOST_TEST(checked.status == 1);
    BOOST_TEST(holds(checked.out, "\"id\": \"questionnaire\""));
    BOOST_TEST(!holds(checked.out, "unmatched-question"));
    BOOST_TEST(!holds(checked.out, "edited-question"));
    BOOST_TEST(desk.run({"form", "make", "--profile", "C=serious", "-o", "krav.odt"}).status == 2);
}

BOOST_AUTO_TEST_CASE(outcomes_in_another_catalogues_terms_name_their_ways)
{
    const Desk desk;
    const Run told = desk.run({"check", test::docx_example.string(), "--format", "json", "--date", "2026-11-21",
                               "--catalog", "iso27001-2013", "--report-in", "nis2-article-21"});
    BOOST_TEST(count(told.out, "\"catalog\": \"nis2-article-21\"") == 10u);
    BOOST_TEST(holds(told.out, "\"way\": \"A."));
    BOOST_TEST(holds(told.out, "(iso27001-2022) subset 21(2)(b) (nis2-article-21)"));
    BOOST_TEST(desk.run({"check", test::docx_example.string(), "--report-in", "nowhere"}).status == 2);
    const Run matrix = desk.run({"check", test::docx_example.string(), "--date", "2026-11-21", "--report-in",
                                 "iso27001-2022", "-q", "-o", "m.xlsx"});
    BOOST_TEST(matrix.status == 1);
}

BOOST_AUTO_TEST_SUITE_END()
