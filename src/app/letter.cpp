#include "app/letter.h"

#include <map>

#include "app/record.h"
#include "base/error.h"
#include "base/files.h"
#include "marking/fill_template.h"
#include "marking/mark.h"
#include "report/letter.h"

namespace samsvar::app {

namespace {

report::Words letter_words(const Library& library)
{
    return report::load_letter_words(library.report_layout("letter"), "reports/letter.xml");
}

}  // namespace

WrittenAbout assessed_now(const Library& library, const AssessRequest& request)
{
    WrittenAbout about;
    about.record = record_for(assess(library, request));
    about.file = read_file(request.file, request.limits.file_bytes);
    if (sha256(about.file) != about.record.sha256)
        throw Error(ErrorCode::io, {request.file.string(), {}, 0, 0}, "the file changed while it was read; try again");
    return about;
}

WrittenAbout assessed_before(const RegisterChoice& choice, std::int64_t assessment)
{
    store::Store store = open_store(choice, true);
    model::KeptAssessment kept = store.assessment(assessment);
    return {std::move(kept.record), std::move(kept.decisions), store.file_of(assessment)};
}

std::string write_letter(const Library& library, const model::Record& record,
                         const std::vector<model::Decision>& decisions, const LetterRequest& request)
{
    const report::Words words = letter_words(library);
    const std::vector<model::OpenPoint> points = model::open_points(record, decisions, request.date);
    const report::LetterFacts facts{request.language.value_or(record.language), request.date, request.deadline};
    if (request.template_file.empty()) return report::letter_docx(record, points, words, facts);
    const std::string bytes = read_file(request.template_file, request.limits.file_bytes);
    const std::map<std::string, std::string> texts{{"supplier", record.supplier},
                                                   {"date", request.date.text()},
                                                   {"deadline", request.deadline ? request.deadline->text() : "–"},
                                                   {"file", record.file}};
    return marking::fill_template(bytes, request.template_file.filename().string(), texts, "points",
                                  report::letter_points(points, words, facts), request.limits);
}

MarkedFile mark_file(const Library& library, const model::Record& record, const std::vector<model::Decision>& decisions,
                     std::string_view bytes, const LetterRequest& request)
{
    const report::Words words = letter_words(library);
    const model::Language language = request.language.value_or(record.language);
    std::vector<marking::Mark> marks;
    for (const model::OpenPoint& point : model::open_points(record, decisions, request.date)) {
        report::ToldPoint told = report::told_point(point, words, language, request.deadline);
        marking::Mark& mark = marks.emplace_back();
        mark.place = point.place;
        mark.question_place = point.question_place;
        mark.answered = point.answer.find_first_not_of(" \t\r\n") != std::string::npos ||
                        point.about == model::OpenPoint::About::whole;
        mark.heading = std::move(told.heading);
        mark.lines = std::move(told.asks);
    }
    marking::Marked marked = marking::mark(bytes, record.file, marks, {request.author, request.date}, request.limits);
    return {std::move(marked.bytes), marked.marks, marked.at_start, std::move(marked.notices)};
}

}  // namespace samsvar::app
