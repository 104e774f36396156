// Comments in Word documents: where they stand, what stays, what is refused.
#include <boost/test/unit_test.hpp>

#include "archive/archive.h"
#include "base/error.h"
#include "marking/checked.h"
#include "ooxml/open.h"
#include "support/package_builder.h"

using namespace samsvar;
using marking::Mark;

BOOST_AUTO_TEST_SUITE(document_marks_test)

namespace {

constexpr const char* main_part = "word/document.xml";

model::Place at(const std::string& path)
{
    return {"a.docx", main_part, path, false};
}

Mark mark_at(const std::string& path, bool answered = true)
{
    Mark mark;
    mark.place = at(path);
    mark.answered = answered;
    mark.heading = "18";
    mark.lines = {"Say more."};
    return mark;
}

marking::Marked marked(const std::string& bytes, const std::vector<Mark>& marks)
{
    return marking::mark(bytes, "a.docx", marks, test::author, Limits());
}

std::string body_of(const std::string& bytes)
{
    const std::string content = test::part_of(bytes, main_part);
    const auto begin = content.find("<w:body>") + 8;
    return content.substr(begin, content.find("</w:body>") - begin);
}

bool holds(const std::string& bytes, const std::string& part, const std::string& text)
{
    return test::part_of(bytes, part).find(text) != std::string::npos;
}

/// Marks everywhere, checked; gives the bytes.
std::string check(const std::string& bytes)
{
    const model::Document document = ooxml::open_bytes(bytes, "a.docx", Limits());
    const std::vector<Mark> marks = test::marks_everywhere(document);
    const marking::Marked result = marked(bytes, marks);
    BOOST_TEST(result.marks == marks.size());
    for (const std::string& fault : test::faults(bytes, result.bytes, marks, "a.docx")) BOOST_ERROR(fault);
    return result.bytes;
}

const std::string start = "<w:commentRangeStart w:id=\"0\"/>";
const std::string end = "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>";

}  // namespace

BOOST_AUTO_TEST_CASE(a_comment_surrounds_the_text_of_the_answer)
{
    const std::string paragraph = "<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>";
    const std::string before = "<w:tbl><w:tr><w:tc>" + test::docx_paragraph("q") + "</w:tc><w:tc><w:p>";
    const std::string bytes = test::docx_with_body(paragraph + before +
                                                   "<w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>"
                                                   "</w:tc></w:tr></w:tbl>");
    BOOST_TEST(body_of(marked(bytes, {mark_at("table1/row1/cell2")}).bytes) ==
               paragraph + before + start + "<w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r>" + end +
                   "</w:p></w:tc></w:tr></w:tbl>");
    BOOST_TEST(body_of(marked(bytes, {mark_at("paragraph1")}).bytes)
                   .starts_with("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>" + start + "<w:r><w:t>one</w:t></w:r>" +
                                end + "</w:p>"));
}

BOOST_AUTO_TEST_CASE(an_open_answer_is_marked_at_its_question)
{
    const std::string bytes = test::docx_with_body(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>q</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
        "</w:tbl>");
    Mark mark = mark_at("table1/row1/cell2", false);
    BOOST_TEST(holds(marked(bytes, {mark}).bytes, main_part, "<w:tc><w:p>" + start + end + "</w:p></w:tc>"));
    mark.question_place = at("table1/row1/cell1");
    BOOST_TEST(holds(marked(bytes, {mark}).bytes, main_part, "<w:p>" + start + "<w:r><w:t>q</w:t></w:r>" + end));
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_body_is_marked_at_its_start_and_counted)
{
    const std::string bytes = test::docx_with_body("<w:p><w:r><w:t>one</w:t></w:r></w:p>" + test::docx_paragraph("2"));
    const marking::Marked result = marked(bytes, {mark_at(""), mark_at("table7/row1/cell1"), mark_at("paragraph2")});
    BOOST_TEST(result.at_start == 2u);
    BOOST_TEST(result.marks == 3u);
    BOOST_TEST(body_of(result.bytes).starts_with("<w:p>" + start + "<w:commentRangeStart w:id=\"1\"/><w:r>"));
}

BOOST_AUTO_TEST_CASE(places_are_counted_as_they_are_read)
{
    // Controls around rows, cells and paragraphs, nested tables, alternatives, merged cells, text boxes.
    check(test::docx_with_body(
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:customXml><w:p w:rsidR=\"1\"/></w:customXml>"
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:p><w:r><w:t>chosen</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>not chosen</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:tc><w:p><w:r><w:t>x</"
        "w:t>"
        "</w:r></w:p></w:tc></w:sdtContent></w:sdt><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inner</w:t></w:r></w:p>"
        "</w:tc></w:tr></w:tbl><w:p ><w:r><w:t>outer</w:t></w:r></w:p></w:tc></w:tr></w:sdtContent></w:sdt>"
        "<w:tr><w:tc><w:tcPr><w:vMerge "
        "w:val=\"restart\"/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p>"
        "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:pPr/></w:p></w:tc></w:tr>"
        "</w:tbl><w:p><w:r><w:t>end</w:t></w:r></w:p><w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>box</"
        "w:t>"
        "</w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p><w:sectPr/>"));
}

BOOST_AUTO_TEST_CASE(older_comments_stay_and_ids_do_not_collide)
{
    const std::string bytes =
        test::docx_builder(
            "<w:p><w:commentRangeStart w:id=\"4\"/><w:r><w:t>one</w:t></w:r><w:commentRangeEnd w:id=\"4\"/><w:r>"
            "<w:commentReference w:id=\"4\"/></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>")
            .xml("word/comments.xml",
                 "<w:comments><w:comment w:id=\"4\" w:author=\"A\"><w:p><w:r><w:t>old</w:t></w:r></w:p></w:comment>"
                 "<w:comment w:id=\"x\" w:author=\"B\"><w:p/></w:comment></w:comments>")
            .bytes();
    const std::string result = check(bytes);
    BOOST_TEST(holds(result, "word/comments.xml", "w:id=\"5\" w:author=\"marker\""));
    // What is there already is declared and related already.
    for (const char* part : {"[Content_Types].xml", "word/_rels/document.xml.rels"})
        BOOST_TEST(test::part_of(result, part) == test::part_of(bytes, part));
}

BOOST_AUTO_TEST_CASE(a_largest_id_leaves_room)
{
    const std::string result =
        check(test::docx_builder("<w:p><w:r><w:t>one</w:t></w:r></w:p>")
                  .xml("word/comments.xml",
                       "<w:comments><w:comment w:id=\"2147483647\" w:author=\"A\"><w:p/></w:comment></w:comments>")
                  .bytes());
    BOOST_TEST(holds(result, "word/comments.xml", "w:id=\"0\""));
}

BOOST_AUTO_TEST_CASE(any_prefix_and_the_strict_variant)
{
    const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const std::string result =
        check(test::PackageBuilder()
                  .part(main_part, "<x:document xmlns:x=\"" + strict +
                                       "\"><x:body><x:p><x:r><x:t>one</x:t></x:r></x:p><x:p/></x:body></x:document>")
                  .bytes());
    BOOST_TEST(holds(result, main_part, "<x:commentReference x:id=\"0\"/>"));
    BOOST_TEST(holds(result, "word/comments.xml", "<w:comments xmlns:w=\"" + strict));
    BOOST_TEST(holds(result, "word/_rels/document.xml.rels",
                     "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"));

    const std::string usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const marking::Marked plain = marked(
        test::PackageBuilder()
            .part(main_part, "<document xmlns=\"" + usual + "\"><body><p><r><t>one</t></r></p></body></document>")
            .bytes(),
        {mark_at("paragraph1")});
    BOOST_TEST(holds(plain.bytes, main_part,
                     "<p><samsvar:commentRangeStart xmlns:samsvar=\"" + usual + "\" samsvar:id=\"0\"/><r>"));
}

BOOST_AUTO_TEST_CASE(texts_are_never_markup)
{
    Mark mark = mark_at("paragraph1");
    mark.heading = "</w:t><w:b/>&\x01";
    mark.lines = {"<script>", "\xFF"};
    marking::Author author = test::author;
    author.name = "\"><w:p/>";
    const std::string bytes = test::docx_with_body(test::docx_paragraph("one"));
    const std::string result = marking::mark(bytes, "a.docx", {mark}, author, Limits()).bytes;
    const model::Document document = ooxml::open_bytes(result, "a.docx", Limits());
    BOOST_TEST_REQUIRE(document.asides.size() == 1u);
    BOOST_TEST(document.asides[0].author == author.name);
    BOOST_TEST(document.asides[0].paragraph.text == "</w:t><w:b/>&\xEF\xBF\xBD\n<script>\n?");
}

BOOST_AUTO_TEST_CASE(same_input_same_bytes_and_no_marks_no_change)
{
    const std::string bytes = test::docx_with_body(test::docx_paragraph("one"));
    BOOST_TEST(marked(bytes, {mark_at("paragraph1")}).bytes == marked(bytes, {mark_at("paragraph1")}).bytes);
    BOOST_TEST(test::faults(bytes, marked(bytes, {}).bytes, {}, "a.docx").empty());
}

BOOST_AUTO_TEST_CASE(a_signature_is_told_and_macros_stay)
{
    const std::string macro("\0macro", 6);
    const std::string bytes = test::docx_builder(test::docx_paragraph("one"))
                                  .part("_xmlsignatures/sig1.xml", "<Signature/>")
                                  .part("word/vbaProject.bin", macro)
                                  .bytes();
    const marking::Marked result = marked(bytes, {mark_at("paragraph1")});
    BOOST_TEST_REQUIRE(result.notices.size() == 1u);
    BOOST_TEST(result.notices[0].find("signed") != std::string::npos);
    BOOST_TEST(test::part_of(result.bytes, "word/vbaProject.bin") == macro);
}

BOOST_AUTO_TEST_CASE(other_files_are_refused_with_a_way_out)
{
    const std::string odt =
        test::stored_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}});
    for (const std::string& bytes : {odt, std::string("a;b\n1;2\n"), test::stored_zip({{"x", "y"}})})
        BOOST_CHECK_EXCEPTION(marked(bytes, {}), Error, [](const Error& error) {
            return error.code() == ErrorCode::unsupported &&
                   error.message().find(".docx and .xlsx files only") != std::string::npos;
        });
    BOOST_CHECK_EXCEPTION(marked(test::docx_with_body("<w:sectPr/>"), {mark_at("paragraph1")}), Error,
                          [](const Error& error) { return error.code() == ErrorCode::unsupported; });
}

BOOST_AUTO_TEST_SUITE_END()
