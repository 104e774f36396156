#include <algorithm>
#include <cmath>

#include "app/assess.h"
#include "app/inspect.h"
#include "app/layout.h"
#include "report/json_writer.h"

namespace samsvar::app {

namespace {

using model::ColumnRole;
using report::JsonWriter;

/// More decimals would say more than is known.
double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

void write_reasons(JsonWriter& json, const std::vector<model::LayoutReason>& reasons)
{
    json.key("reasons").begin_list();
    for (const model::LayoutReason& reason : reasons)
        json.begin_object().key("text").text(reason.text).key("weight").number(rounded(reason.weight)).end_object();
    json.end_list();
}

void write_region(JsonWriter& json, const Inspection& inspection, std::size_t index)
{
    const model::LayoutRegion& region = inspection.layout.regions[index];
    json.begin_object();
    json.key("kind").text(name_of(region.kind));
    json.key("table").text_or_null(region.table);
    json.key("sheet").flag(region.sheet);
    json.key("taken").flag(region.taken);
    json.key("confidence").number(rounded(region.confidence));
    json.key("questions").number(static_cast<std::size_t>(
        std::count_if(inspection.layout.questions.begin(), inspection.layout.questions.end(),
                      [&](const model::LayoutQuestion& question) { return question.region == index; })));
    const bool rows = region.kind == model::RegionKind::rows;
    json.key("header_rows").begin_list();
    for (const int row : region.header_rows) json.number(static_cast<std::size_t>(row + 1));
    json.end_list();
    // Rows and columns as people count them; 0 where a region has none.
    json.key("first_row").number(static_cast<std::size_t>(rows ? region.first_row + 1 : 0));
    json.key("last_row").number(static_cast<std::size_t>(rows ? std::max(region.last_row + 1, 0) : 0));
    json.key("columns").begin_list();
    for (const model::LayoutColumn& column : region.columns) {
        json.begin_object();
        json.key("column").text(model::column_name(column.column, region.sheet));
        json.key("role").text(name_of(column.role));
        json.key("header").text(column.header);
        json.key("choice").text_or_null(column.choice);
        json.key("confidence").number(rounded(column.confidence));
        write_reasons(json, column.reasons);
        json.end_object();
    }
    json.end_list();
    write_reasons(json, region.reasons);
    json.end_object();
}

std::string text_of(const model::LayoutQuestion& question, ColumnRole role)
{
    std::string text;
    for (const model::AnswerPart& part : question.parts)
        if (part.role == role && !part.text.empty()) text += (text.empty() ? "" : "\n") + part.text;
    return text;
}

void write_question(JsonWriter& json, const Inspection& inspection, std::size_t index)
{
    const model::LayoutQuestion& question = inspection.layout.questions[index];
    json.begin_object();
    json.key("id").text(question.id);
    json.key("section").text(question.section);
    json.key("text").text(question.text);
    json.key("guidance").text(question.guidance);
    json.key("answered").flag(!question.parts.empty());
    json.key("answer").begin_object();
    json.key("choice").text(text_of(question, ColumnRole::choice));
    json.key("text").text(text_of(question, ColumnRole::answer));
    json.key("remark").text(text_of(question, ColumnRole::remark));
    json.key("evidence").text(text_of(question, ColumnRole::evidence));
    json.key("meaning").text_or_null(inspection.meanings[index]);
    json.end_object();
    json.key("parts").begin_list();
    for (const model::AnswerPart& part : question.parts) {
        json.begin_object();
        json.key("role").text(name_of(part.role));
        json.key("text").text(part.text);
        json.key("place").text(part.place.text());
        json.end_object();
    }
    json.end_list();
    json.key("prefilled").text_or_null(question.prefilled);
    json.key("place").text(question.place.text());
    json.key("answer_places").begin_list();
    for (const model::Place& place : question.answer_places) json.text(place.text());
    json.end_list();
    json.key("region").number(question.region);
    json.end_object();
}

void write_surroundings(JsonWriter& json, const model::Submission& submission)
{
    json.key("facts").begin_list();
    for (const model::HeaderFact& fact : submission.facts) {
        json.begin_object().key("key").text(fact.key).key("label").text(fact.label);
        json.key("value").text(fact.value).key("place").text(fact.place.text()).end_object();
    }
    json.end_list();
    json.key("subprocessors").begin_list();
    for (const model::Subprocessor& one : submission.subprocessors) {
        json.begin_object().key("name").text(one.name).key("address").text(one.address);
        json.key("identifier").text(one.identifier).key("place").text(one.place.text()).end_object();
    }
    json.end_list();
    json.key("identifiers").begin_list();
    for (const model::Identifier& one : submission.identifiers) {
        json.begin_object().key("scheme").text(one.scheme).key("value").text(one.value).key("valid").flag(one.valid);
        json.key("owner").text_or_null(one.owner).key("place").text(one.place.text()).end_object();
    }
    json.end_list();
    json.key("annexes").begin_list();
    for (const model::Annex& one : submission.annexes)
        json.begin_object().key("label").text(one.label).key("title").text(one.title).key("place").text(
            one.place.text()).end_object();
    json.end_list();
}

void write_ledger(JsonWriter& json, const model::Submission& submission)
{
    const model::LedgerTotals totals = model::totals(submission.ledger);
    json.key("ledger").begin_object();
    json.key("units").number(totals.units).key("used").number(totals.used);
    json.key("used_as").begin_list();
    for (const auto& [use, units] : totals.used_as)
        json.begin_object().key("use").text(use).key("count").number(units).end_object();
    json.end_list();
    json.key("ignored").begin_list();
    for (const auto& [reason, units] : totals.ignored)
        json.begin_object().key("reason").text(reason).key("count").number(units).end_object();
    json.end_list();
    json.end_object();
}

}  // namespace

std::string inspection_json(const Inspection& inspection)
{
    const model::Document& document = inspection.document;
    JsonWriter json;
    json.begin_object();
    json.key("samsvar").text(version());
    json.key("file").begin_object();
    json.key("name").text(document.file).key("sha256").text(document.sha256).key("kind").text(name_of(document.kind));
    json.end_object();
    json.key("confidence").number(rounded(inspection.layout.confidence));
    write_surroundings(json, inspection.submission);
    json.key("regions").begin_list();
    for (std::size_t index = 0; index < inspection.layout.regions.size(); ++index)
        write_region(json, inspection, index);
    json.end_list();
    json.key("questions").begin_list();
    for (std::size_t index = 0; index < inspection.layout.questions.size(); ++index)
        write_question(json, inspection, index);
    json.end_list();
    json.key("counts").begin_object();
    for (const auto& [name, count] : inspection.counts) json.key(name).number(count);
    json.end_object();
    write_ledger(json, inspection.submission);
    json.key("problems").begin_list();
    for (const auto* problems : {&document.problems, &inspection.submission.problems})
        for (const model::Problem& problem : *problems)
            json.begin_object().key("place").text(problem.place.text()).key("text").text(problem.text).end_object();
    json.end_list();
    json.end_object();
    return json.take();
}

}  // namespace samsvar::app
