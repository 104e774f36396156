#include <boost/test/unit_test.hpp>
#include <fstream>

#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace samsvar;
using test::Run;

BOOST_AUTO_TEST_SUITE(compare_test)

namespace {

const std::string docx = test::docx_example.string(), xlsx = test::xlsx_example.string();

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(two_bidders_give_a_workbook_and_a_line_each)
{
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "tender.xlsx").string(), again = (folder.path() / "again.xlsx").string();
    const Run run = test::samsvar({"compare", docx, xlsx, "-o", out, "--date", "2026-11-21", "--lang", "en"});
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.err == "");
    BOOST_TEST(holds(run.out, "A · Kystlogg AS: "));
    BOOST_TEST(holds(run.out, "B · Fagerlia Læring AS: "));
    BOOST_TEST(holds(run.out, "Several catalogues count together"));
    test::samsvar({"compare", docx, xlsx, "-o", again, "--date", "2026-11-21", "--lang", "en", "-q"});
    BOOST_TEST((test::content_of(out) == test::content_of(again)));
    // It holds questions and answers; it must not be taken for a bidder's file.
    const Run itself = test::samsvar({"check", out, "--format", "text"});
    BOOST_TEST(itself.status == 2);
    BOOST_TEST(holds(itself.err, "a comparison of bidders that samsvar wrote"));
}

BOOST_AUTO_TEST_CASE(what_a_profile_leaves_out_is_told_once)
{
    const Run run = test::samsvar({"compare", docx, xlsx, "--format", "json", "--catalog", "klassa-supplier",
                                   "--profile", "C=moderate,I=moderate,A=moderate"});
    BOOST_TEST(run.status == 1);
    const std::size_t first = run.out.find("do not apply to the profile");
    BOOST_TEST(first != std::string::npos);
    BOOST_TEST(run.out.find("do not apply to the profile", first + 1) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_bad_file_does_not_stop_the_others)
{
    const TemporaryFolder folder;
    const std::string bad = (folder.path() / "bad.docx").string(), out = (folder.path() / "tender.json").string();
    std::ofstream(bad) << "not a document";
    const Run run =
        test::samsvar({"compare", docx, bad, xlsx, "--format", "json", "-o", out, "--catalog", "iso27001-2022"});
    BOOST_TEST(run.status == 2);
    BOOST_TEST(holds(run.err, "bad.docx"));
    const std::string json = test::content_of(out);
    BOOST_TEST(holds(json, "\"label\": \"B\""));
    BOOST_TEST(!holds(json, "\"label\": \"C\""));
    BOOST_TEST(holds(json, "\"kind\": \"file-unreadable\""));
    const Run none = test::samsvar({"compare", bad, "-o", (folder.path() / "none.xlsx").string()});
    BOOST_TEST(none.status == 2);
    BOOST_TEST(holds(none.err, "none of the files could be read"));
    BOOST_TEST(!std::filesystem::exists(folder.path() / "none.xlsx"));
}

BOOST_AUTO_TEST_CASE(the_buyers_weights_count)
{
    const TemporaryFolder folder;
    const std::string weights = (folder.path() / "weights.csv").string();
    std::ofstream(weights) << "requirement,weight,knock-out\niso27001-2022/A.8.13,25,yes\nA.99,1,\n";
    const Run run =
        test::samsvar({"compare", docx, xlsx, "--format", "json", "--catalog", "iso27001-2022", "--weights", weights});
    BOOST_TEST(run.status == 1);
    BOOST_TEST(holds(run.out, "\"weight\": 25.0"));
    BOOST_TEST(holds(run.out, "\"kind\": \"own-term-unknown\""));
}

BOOST_AUTO_TEST_CASE(each_bidder_gets_a_letter_and_none_is_replaced)
{
    const TemporaryFolder folder;
    const std::string out = (folder.path() / "tender.xlsx").string(), letters = (folder.path() / "letters").string();
    const std::vector<std::string> call = {"compare", docx,     xlsx,         "-o",         out,         "--letters",
                                           letters,   "--date", "2026-11-21", "--deadline", "2026-12-15"};
    const Run run = test::samsvar(call);
    BOOST_TEST(run.status == 1);
    BOOST_TEST(test::names_in(letters) == "A-kystlogg-as.docx B-fagerlia-læring-as.docx");
    BOOST_TEST(holds(run.out, "A-kystlogg-as.docx: "));
    const std::string first = test::content_of(std::filesystem::path(letters) / "A-kystlogg-as.docx");
    const Run again = test::samsvar(call);
    BOOST_TEST(again.status == 2);
    BOOST_TEST(holds(again.err, "is there already"));
    BOOST_TEST((test::content_of(std::filesystem::path(letters) / "A-kystlogg-as.docx") == first));
}

BOOST_AUTO_TEST_CASE(wrong_calls_say_what_to_do)
{
    const Run nowhere = test::samsvar({"compare", docx, xlsx});
    BOOST_TEST(nowhere.status == 2);
    BOOST_TEST(holds(nowhere.err, "-o tender.xlsx"));
    const Run itself = test::samsvar({"compare", docx, xlsx, "-o", docx});
    BOOST_TEST(itself.status == 2);
    BOOST_TEST(holds(itself.err, "the result would replace this file"));
    const Run weights = test::samsvar({"compare", docx, xlsx, "-o", "x.xlsx", "--weights", "no-such.csv"});
    BOOST_TEST(weights.status == 2);
    BOOST_TEST(holds(weights.err, "no-such.csv"));
}

BOOST_AUTO_TEST_SUITE_END()
