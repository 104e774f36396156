// The letter as a document.
#include <algorithm>

#include "report/cell_text.h"
#include "report/letter.h"
#include "report/word_document.h"

namespace samsvar::report {

namespace {

using model::Language;

constexpr std::string_view grey = "<w:color w:val=\"595959\"/>", red = "<w:b/><w:color w:val=\"B3261E\"/>";

const char* region_of(Language language)
{
    switch (language) {
        case Language::nb: return "nb-NO";
        case Language::nn: return "nn-NO";
        case Language::sv: return "sv-SE";
        case Language::da: return "da-DK";
        case Language::fi: return "fi-FI";
        case Language::en: return "en-GB";
    }
    return "nb-NO";
}

std::string point_paragraphs(const ToldPoint& point)
{
    std::string made = word_plain_paragraph(
        "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"BFBFBF\"/></w:pBdr><w:spacing "
        "w:before=\"200\" w:after=\"40\"/>",
        word_run(point.heading, point.severity == model::Severity::high ? red : "<w:b/>"));
    constexpr std::string_view together = "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"40\"/>";
    if (!point.subject.empty()) made += word_plain_paragraph(together, word_run(point.subject, "<w:i/>"));
    if (!point.answer.empty()) made += word_plain_paragraph(together, word_run(point.answer, grey));
    for (const std::string& ask : point.asks)
        made += word_plain_paragraph(
            "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"40\"/><w:ind w:left=\"284\" w:hanging=\"284\"/>",
            word_run("–  " + ask));
    return made;
}

std::string styles(Language language)
{
    const std::string font = "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>";
    const std::string spoken = std::string("<w:lang w:val=\"") + region_of(language) + "\"/>";
    return word_style("Normal", "Normal", "<w:spacing w:before=\"0\" w:after=\"120\"/>",
                      font + "<w:sz w:val=\"21\"/>" + spoken) +
           word_style("Title", "Title", "<w:spacing w:before=\"120\" w:after=\"160\"/>",
                      font + "<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"34\"/>" + spoken) +
           word_style("Heading1", "heading 1",
                      "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
                      font + "<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"26\"/>" + spoken);
}

}  // namespace

std::string letter_points(const std::vector<model::OpenPoint>& points, const Words& words, const LetterFacts& facts)
{
    std::string made;
    for (const model::OpenPoint& point : points)
        made += point_paragraphs(told_point(point, words, facts.language, facts.deadline));
    if (points.empty()) made = word_plain_paragraph({}, word_run(words.word("none", facts.language)));
    return made;
}

std::string letter_docx(const model::Record& record, const std::vector<model::OpenPoint>& points, const Words& words,
                        const LetterFacts& facts)
{
    const auto word = [&](std::string_view id) { return words.word(id, facts.language); };
    const auto fact = [&](std::string_view id, const std::string& value) {
        return value.empty() ? std::string()
                             : word_plain_paragraph("<w:spacing w:before=\"0\" w:after=\"20\"/>",
                                                    word_run(word(id) + ": ", "<w:b/>") + word_run(value));
    };
    std::string body = word_paragraph("Title", word_run(word("title")));
    body += fact("to", record.supplier) + fact("date", facts.date.text()) + fact("file", record.file);
    if (facts.deadline) body += fact("deadline", facts.deadline->text());
    if (points.empty()) {
        body += word_plain_paragraph("<w:spacing w:before=\"240\" w:after=\"240\"/>", word_run(word("none")));
    }
    else {
        const auto high = std::count_if(points.begin(), points.end(), [](const model::OpenPoint& point) {
            return point.severity == model::Severity::high;
        });
        const std::string counted =
            filled(filled(word("count"), "count", std::to_string(points.size())), "high", std::to_string(high));
        body += word_plain_paragraph("<w:spacing w:before=\"240\" w:after=\"120\"/>", word_run(word("introduction")));
        body += word_paragraph("Normal", word_run(word("how")));
        body += word_paragraph("Heading1", word_run(word("points")));
        body += word_paragraph("Normal", word_run(counted));
        body += letter_points(points, words, facts);
    }
    body +=
        word_plain_paragraph("<w:keepLines/><w:spacing w:before=\"480\" w:after=\"0\"/>", word_run(word("closing")));
    return word_file(body, styles(facts.language));
}

}  // namespace samsvar::report
