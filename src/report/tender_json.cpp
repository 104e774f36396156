#include <algorithm>

#include "report/cell_text.h"
#include "report/json_parts.h"
#include "report/tender_matrix.h"
#include "report/tender_sheets.h"

namespace samsvar::report {

namespace {

constexpr std::size_t answer_characters = 300;

void write_points(JsonWriter& json, std::string_view key, const std::optional<model::PointRange>& points)
{
    json.key(key);
    if (!points) {
        json.text_or_null("");
        return;
    }
    json.begin_object();
    json.key("low").number(points->low);
    json.key("high").number(points->high);
    json.end_object();
}

void write_source(JsonWriter& json, std::string_view key, const model::RecordedSource& source)
{
    json.key(key).begin_object();
    json.key("id").text(source.id);
    json.key("version").text(source.version);
    json.end_object();
}

void write_threshold(JsonWriter& json, std::string_view key, const std::optional<model::Severity>& from)
{
    json.key(key).text(from ? name_of(*from) : "never");
}

void write_terms(JsonWriter& json, const model::ComparisonTerms& terms)
{
    json.key("terms").begin_object();
    json.key("points").begin_object();
    for (const model::Outcome outcome : model::all_outcomes) {
        const auto found = terms.points.find(outcome);
        write_points(json, name_of(outcome), found == terms.points.end() ? std::nullopt : std::optional(found->second));
    }
    write_points(json, "not-asked", terms.not_asked);
    json.end_object();
    json.key("importance").begin_object();
    for (const auto& [severity, weight] : terms.importance) json.key(name_of(severity)).number(weight);
    json.end_object();
    json.key("kind").begin_object();
    json.key("shall").number(terms.shall).key("should").number(terms.should).key("question").number(terms.question);
    json.end_object();
    json.key("knock_out").begin_object();
    write_threshold(json, "from", terms.knock_out_from);
    write_threshold(json, "unclear_from", terms.unclear_from);
    json.end_object().end_object();
}

std::vector<std::string> rows_with(const model::Comparison& comparison, std::size_t bidder, model::KnockOut wanted)
{
    std::vector<std::string> names;
    for (const model::ComparedRow& row : comparison.rows)
        if (row.cells[bidder].knock_out == wanted) names.push_back(row.name.text());
    return names;
}

void write_bidder(JsonWriter& json, const model::Comparison& comparison, std::size_t at)
{
    const model::ComparedBidder& bidder = comparison.bidders[at];
    json.key("label").text(bidder.label);
    json.key("name").text(bidder.name);
    json.key("organisation").text_or_null(bidder.record.organisation);
    json.key("file").text(bidder.record.file);
    json.key("sha256").text(bidder.record.sha256);
    write_source(json, "form", bidder.record.form);
    write_points(json, "score", bidder.score);
    json.key("place").begin_object();
    json.key("best").number(static_cast<std::size_t>(bidder.best_place));
    json.key("worst").number(static_cast<std::size_t>(bidder.worst_place));
    json.end_object();
    json.key("scores").begin_list();
    for (std::size_t group = 0; group < comparison.groups.size(); ++group) {
        json.begin_object();
        json.key("group").text(comparison.groups[group].source.id);
        json.key("questions").flag(comparison.groups[group].questions);
        write_points(json, "score", bidder.scores[group]);
        json.end_object();
    }
    json.end_list();
    json.key("counts").begin_object();
    for (const model::Outcome outcome : model::all_outcomes)
        json.key(name_of(outcome)).number(static_cast<std::size_t>(comparison.count(at, outcome)));
    json.key("not-asked").number(static_cast<std::size_t>(comparison.count(at, std::nullopt)));
    json.end_object();
    write_list(json, "knock_outs", rows_with(comparison, at, model::KnockOut::yes));
    write_list(json, "possible_knock_outs", rows_with(comparison, at, model::KnockOut::possible));
    json.key("findings").begin_object();
    for (const model::Severity severity : {model::Severity::high, model::Severity::medium, model::Severity::low})
        json.key(name_of(severity)).number(findings_of(bidder, severity));
    json.end_object();
    json.key("evidence_lacking").number(evidence_lacking(bidder));
}

/// The beginning of what was answered, all questions of the cell.
std::string beginning(const model::ComparedCell& cell, const model::Record& record)
{
    std::string text;
    for (const std::string& question : cell.questions)
        if (const model::RecordedAnswer* answer = record.answer(question))
            text += (text.empty() ? "" : " / ") + one_line(printable(answer->text));
    return excerpt(text, answer_characters);
}

void write_cell(JsonWriter& json, const model::ComparedBidder& bidder, const model::ComparedCell& cell)
{
    json.key("bidder").text(bidder.label);
    json.key("asked").flag(cell.asked);
    json.key("outcome").text_or_null(cell.asked ? name_of(cell.outcome) : "");
    json.key("severity").text(name_of(cell.severity));
    json.key("evidence").text(name_of(cell.evidence));
    write_points(json, "points", cell.points);
    json.key("knock_out").text(name_of(cell.knock_out));
    write_list(json, "questions", cell.questions);
    json.key("text").text(beginning(cell, bidder.record));
    json.key("places").begin_list();
    for (const std::string& question : cell.questions)
        if (const model::RecordedAnswer* answer = bidder.record.answer(question)) json.text(answer->place.text());
    json.end_list();
}

void write_row(JsonWriter& json, const model::Comparison& comparison, const model::ComparedRow& row)
{
    json.key("catalog").text(row.name.catalog);
    json.key("id").text(row.name.id);
    json.key("kind").text(row.question ? "question" : row.shall ? "shall" : "should");
    write_texts(json, "title", row.title);
    json.key("importance").text(name_of(row.importance));
    json.key("weight").number(row.weight);
    json.key("own_weight").flag(row.own_weight);
    json.key("knocks_out").flag(row.knocks_out);
    json.key("differs").flag(row.differs);
    json.key("bidders").begin_list();
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        json.begin_object();
        write_cell(json, comparison.bidders[at], row.cells[at]);
        json.end_object();
    }
    json.end_list();
}

}  // namespace

std::string to_json(const model::Comparison& comparison)
{
    JsonWriter json;
    json.begin_object();
    json.key("samsvar").text(comparison.samsvar);
    json.key("date").text(comparison.date.text());
    json.key("bidders").begin_list();
    for (std::size_t at = 0; at < comparison.bidders.size(); ++at) {
        json.begin_object();
        write_bidder(json, comparison, at);
        json.end_object();
    }
    json.end_list();
    write_terms(json, comparison.terms);
    json.key("same_form").flag(comparison.same_form);
    write_objects(json, "rows", comparison.rows,
                  [&](const model::ComparedRow& row) { write_row(json, comparison, row); });
    write_objects(json, "remarks", comparison.remarks, [&](const model::Remark& remark) {
        json.key("kind").text(name_of(remark.kind));
        json.key("bidder").text_or_null(remark.bidder);
        json.key("subject").text_or_null(remark.subject);
        write_list(json, "ids", remark.ids);
        json.key("text").text_or_null(remark.text);
    });
    json.end_object();
    return json.take();
}

}  // namespace samsvar::report
