#include "form/write.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include "base/join.h"
#include "text/fold.h"
#include "xml/build.h"
#include "xml/write.h"

namespace samsvar::form {

namespace {

constexpr std::string_view name_space = "urn:samsvar:form:1";

/// "72h", "1y": the largest unit that says the length exactly.
std::string hours_text(double hours)
{
    const std::pair<double, char> units[] = {
        {365.25 * 24, 'y'}, {365.25 / 12 * 24, 'm'}, {7 * 24, 'w'}, {24, 'd'}, {1, 'h'}};
    char buffer[40];
    for (const auto& [length, letter] : units) {
        const double count = hours / length;
        if (std::abs(count - std::round(count)) > 1e-9 && letter != 'h') continue;
        std::snprintf(buffer, sizeof buffer, "%.10g%c", count, letter);
        break;
    }
    return buffer;
}

/// The tree as it grows: what is opened stands in what was opened before and is not closed yet.
class Writer {
public:
    std::string take() { return xml::write(open_.front()); }

    Writer& open(std::string_view name)
    {
        open_.push_back(xml::make(name, name_space));
        return *this;
    }
    /// Left out when empty.
    Writer& attribute(std::string_view name, std::string_view value)
    {
        std::string line = text::valid_utf8(value);
        std::replace_if(
            line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
        xml::set(open_.back(), name, line);
        return *this;
    }
    Writer& flag(std::string_view name, bool value, bool usual)
    {
        return value == usual ? *this : attribute(name, value ? "yes" : "no");
    }
    Writer& close()
    {
        xml::Element made = std::move(open_.back());
        open_.pop_back();
        xml::append(open_.back(), std::move(made));
        return *this;
    }
    void text(std::string_view name, std::string_view value, std::string_view language = {})
    {
        xml::set(xml::append_text(open_.back(), name, text::valid_utf8(value)), "xml:lang", language);
    }
    void texts(std::string_view name, const model::LocalText& values)
    {
        for (const auto& [language, value] : values.all()) text(name, value, name_of(language));
    }
    void list(std::string_view name, const std::vector<std::string>& values)
    {
        for (const std::string& value : values) text(name, value);
    }

private:
    std::vector<xml::Element> open_;
};

void write_region(Writer& xml, const model::FormRegion& region)
{
    xml.open("region").attribute("kind", region.slots ? "slots" : "rows").attribute("table", region.table);
    if (region.position > 0) xml.attribute("position", std::to_string(region.position));
    if (!region.slots) {
        std::vector<std::string> rows;
        for (const int row : region.header_rows) rows.push_back(std::to_string(row + 1));
        xml.attribute("header-rows", join(rows, " ")).attribute("first-row", std::to_string(region.first_row + 1));
        if (region.last_row >= 0) xml.attribute("last-row", std::to_string(region.last_row + 1));
        // A Word table is named by its number, a sheet by anything else.
        const bool word = region.table.starts_with("table") &&
                          region.table.find_first_of("0123456789") == std::string_view("table").size();
        for (const model::FormRegionColumn& column : region.columns)
            xml.open("column")
                .attribute("at", model::column_name(column.column, !word))
                .attribute("role", name_of(column.role))
                .attribute("choice", column.choice)
                .close();
    }
    xml.close();
}

void write_layout(Writer& xml, const model::Form& form)
{
    xml.open("layout");
    for (const model::FormColumn& column : form.columns) {
        xml.open("column").attribute("role", name_of(column.role)).flag("required", column.required, false);
        xml.list("header", column.headers);
        xml.close();
    }
    for (const model::FormFact& fact : form.facts) {
        xml.open("fact").attribute("key", fact.key);
        xml.texts("label", fact.label);
        xml.list("pattern", fact.labels);
        xml.close();
    }
    for (const auto& [name, headers] :
         {std::pair("subprocessors", &form.subprocessor_headers), std::pair("annexes", &form.annex_headers)})
        if (!headers->empty()) {
            xml.open(name);
            xml.list("header", *headers);
            xml.close();
        }
    for (const model::FormRegion& region : form.regions) write_region(xml, region);
    xml.close();
}

void write_expectation(Writer& xml, const model::Expectation& expectation)
{
    using model::ExpectationKind;
    constexpr const char* kinds[] = {"concepts", "duration", "frequency", "recent"};
    xml.open("expect").attribute("id", expectation.id);
    if (expectation.kind != ExpectationKind::concepts)
        xml.attribute("kind", kinds[static_cast<std::size_t>(expectation.kind)]);
    if (expectation.weight == model::Weight::should) xml.attribute("weight", "should");
    xml.attribute("any", join(expectation.met_by, " "));
    if (expectation.minimum != 1) xml.attribute("minimum", std::to_string(expectation.minimum));
    xml.attribute("violated-by", join(expectation.violated_by, " "));
    if (!expectation.violation_is_gap) xml.attribute("violation", "partial");
    xml.attribute("about", join(expectation.about, " "));
    if (expectation.at_most_hours) xml.attribute("at-most", hours_text(*expectation.at_most_hours));
    if (expectation.interval_days) xml.attribute("every", hours_text(*expectation.interval_days * 24));
    if (expectation.limit_is_stated) xml.attribute("limit", "stated");
    xml.flag("evidence-meets", expectation.evidence_meets, false);
    xml.texts("label", expectation.label);
    xml.close();
}

void write_covers(Writer& xml, const std::vector<model::Coverage>& covers)
{
    for (std::size_t first = 0; first < covers.size();) {
        std::string ids;
        std::size_t next = first;
        for (; next < covers.size() && covers[next].catalog == covers[first].catalog; ++next)
            ids += (ids.empty() ? "" : " ") + covers[next].id;
        xml.open("covers").attribute("catalog", covers[first].catalog).attribute("ids", ids).close();
        first = next;
    }
}

void write_question(Writer& xml, const model::Question& question)
{
    xml.open("question").attribute("id", question.id).attribute("section", question.section);
    xml.attribute("kind", name_of(question.kind));
    if (question.severity != model::Severity::medium) xml.attribute("severity", name_of(question.severity));
    xml.flag("yes-suffices", question.yes_suffices, false).flag("yes-is-good", question.yes_is_good, true);
    xml.flag("answer-is-evidence", question.answer_is_evidence, false);
    xml.attribute("na-follows-from", question.na_follows_from).flag("na-allowed", question.na_allowed, false);
    xml.flag("may-inherit", question.may_inherit, false);
    xml.attribute("tags", join(question.tags, " ")).attribute("topic", join(question.topic, " "));
    xml.attribute("fingerprint", question.fingerprint);
    xml.texts("text", question.text);
    xml.list("recognise", question.recognise);
    if (!question.evidence.empty()) {
        xml.open("evidence").attribute("kinds", join(question.evidence, " "));
        xml.texts("text", question.evidence_text);
        xml.close();
    }
    for (const model::Expectation& expectation : question.expectations) write_expectation(xml, expectation);
    write_covers(xml, question.covers);
    xml.close();
}

}  // namespace

std::string to_xml(const model::Form& form)
{
    Writer xml;
    xml.open("form").attribute("id", form.id).attribute("version", form.version);
    xml.texts("title", form.title);
    if (!form.titles.empty()) {
        xml.open("recognise");
        xml.list("heading", form.titles);
        xml.close();
    }
    write_layout(xml, form);
    for (const model::Section& section : form.sections) {
        xml.open("section").attribute("id", section.id);
        xml.texts("title", section.title);
        xml.list("recognise", section.recognise);
        xml.close();
    }
    for (const model::Question& question : form.questions) write_question(xml, question);
    return xml.take();
}

}  // namespace samsvar::form
