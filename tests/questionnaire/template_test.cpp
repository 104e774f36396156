#include "questionnaire/template.h"

#include <boost/test/unit_test.hpp>

#include "support/temporary_folder.h"
#include "xml/parsed.h"

using namespace samsvar;
using questionnaire::Template;

BOOST_AUTO_TEST_SUITE(questionnaire_template_test)

namespace {

/// The first 33 bytes of a PNG: signature and header chunk.
std::string png(int width, int height)
{
    std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    for (const int side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(side >> shift & 0xFF);
    return bytes + std::string("\x08\x02\0\0\0abcd", 9);
}

Template shipped()
{
    const std::string file = std::string(SAMSVAR_SOURCE_DIR) + "/reports/questionnaire.xml";
    return questionnaire::read_template(file, "reports/questionnaire.xml");
}

Template overlaid(const std::string& content, const std::string& logo = "")
{
    const TemporaryFolder folder;
    if (!logo.empty()) folder.file("logo.png", logo);
    return questionnaire::read_template(
        folder.file("t.xml", "<questionnaire xmlns=\"urn:samsvar:questionnaire:1\">" + content + "</questionnaire>"),
        "t.xml", shipped());
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_buyers_file_replaces_what_it_says)
{
    using model::Language;
    const Template texts = overlaid(
        "<buyer>Fagerlia kommune</buyer><logo file=\"logo.png\"/><title xml:lang=\"sv\">Våra krav</title>"
        "<introduction xml:lang=\"sv\">Ett.</introduction><introduction xml:lang=\"sv\">Två.</introduction>"
        "<label id=\"shall\"><text xml:lang=\"sv\">Måste</text></label>",
        png(400, 100));
    BOOST_TEST(texts.buyer == "Fagerlia kommune");
    BOOST_TEST(texts.title.in(Language::sv) == "Våra krav");
    BOOST_TEST(texts.title.in(Language::en) == "Requirements on the supplier");
    BOOST_TEST(texts.paragraphs(texts.introduction, Language::sv).size() == 2u);
    BOOST_TEST(texts.paragraphs(texts.introduction, Language::nb).size() == 1u);
    BOOST_TEST(texts.label("shall", Language::sv) == "Måste");
    BOOST_TEST(texts.label("should", Language::sv) == "Bör");
    BOOST_TEST_REQUIRE(texts.logo.has_value());
    BOOST_TEST(texts.logo->width == 400);
    BOOST_TEST(texts.logo->height == 100);
}

BOOST_AUTO_TEST_CASE(mistakes)
{
    using xml::failure_of;
    BOOST_TEST(failure_of([] { overlaid("<logo file=\"../x.png\"/>"); }).find("must name a file beside the template") !=
               std::string::npos);
    BOOST_TEST(failure_of([] { overlaid("<logo file=\"logo.png\"/>"); }).starts_with("not-found"));
    BOOST_TEST(failure_of([] { overlaid("<logo file=\"logo.png\"/>", "GIF89a"); }) ==
               "unsupported: logo.png: the logo must be a PNG or JPEG file");
    BOOST_TEST(failure_of([] { overlaid("<logo file=\"logo.png\"/>", png(0, 5)); }).starts_with("malformed: logo.png"));
    BOOST_TEST(failure_of([] { overlaid("<slogan/>"); }).find("does not belong inside <questionnaire>") !=
               std::string::npos);
    // A JPEG: start of image, one segment, the frame header with 3 lines of 7 samples.
    const std::string jpeg("\xFF\xD8\xFF\xE0\0\x04" "ab\xFF\xC0\0\x0B\x08\0\x03\0\x07\x01\x01\x11\0", 21);
    const questionnaire::Picture picture = questionnaire::read_picture(jpeg, "x");
    BOOST_TEST(picture.width == 7);
    BOOST_TEST(picture.height == 3);
}

BOOST_AUTO_TEST_SUITE_END()
