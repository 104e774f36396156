#include "form/write.h"

#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include "text/fold.h"

namespace samsvar::form {

namespace {

/// UTF-8 without the characters XML 1.0 has no way to write (2.2, production Char).
std::string writable(std::string_view text)
{
    std::string valid = text::valid_utf8(text);
    for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (std::size_t at = valid.find(none); at != std::string::npos; at = valid.find(none, at))
            valid.erase(at, none.size());
    return valid;
}

std::string escaped(std::string_view text, bool attribute)
{
    std::string xml;
    for (const char c : writable(text)) {
        if (c == '&') xml += "&amp;";
        else if (c == '<') xml += "&lt;";
        else if (c == '>') xml += "&gt;";
        else if (c == '"' && attribute) xml += "&quot;";
        else if ((c == '\n' || c == '\t' || c == '\r') && attribute) xml += ' ';
        else xml += c;
    }
    return xml;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

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

class Writer {
public:
    std::string take() { return std::move(xml_); }

    Writer& open(std::string_view name)
    {
        close_tag();
        xml_ += std::string(2 * open_.size(), ' ') + '<' + std::string(name);
        open_.emplace_back(name);
        in_tag_ = true;
        return *this;
    }
    /// Left out when empty.
    Writer& attribute(std::string_view name, std::string_view value)
    {
        if (!value.empty()) xml_ += ' ' + std::string(name) + "=\"" + escaped(value, true) + '"';
        return *this;
    }
    Writer& flag(std::string_view name, bool value, bool usual)
    {
        return value == usual ? *this : attribute(name, value ? "yes" : "no");
    }
    Writer& close()
    {
        const std::string name = std::move(open_.back());
        open_.pop_back();
        if (in_tag_) xml_ += "/>\n";
        else xml_ += std::string(2 * open_.size(), ' ') + "</" + name + ">\n";
        in_tag_ = false;
        return *this;
    }
    void text(std::string_view name, std::string_view value, std::string_view language = {})
    {
        open(name);
        attribute("xml:lang", language);
        xml_ += '>' + escaped(value, false) + "</" + std::string(name) + ">\n";
        open_.pop_back();
        in_tag_ = false;
    }
    void texts(std::string_view name, const model::LocalText& values)
    {
        for (const auto& [language, value] : values.all()) text(name, value, name_of(language));
    }
    void list(std::string_view name, const std::vector<std::string>& values)
    {
        for (const std::string& value : values) text(name, value);
    }
    void raw(std::string_view line)
    {
        close_tag();
        xml_ += std::string(2 * open_.size(), ' ') + std::string(line) + '\n';
    }

private:
    void close_tag()
    {
        if (in_tag_) xml_ += ">\n";
        in_tag_ = false;
    }

    std::string xml_;
    std::vector<std::string> open_;
    bool in_tag_ = false;
};

void write_region(Writer& xml, const model::FormRegion& region)
{
    xml.open("region").attribute("kind", region.slots ? "slots" : "rows").attribute("table", region.table);
    if (region.position > 0) xml.attribute("position", std::to_string(region.position));
    if (!region.slots) {
        std::vector<std::string> rows;
        for (const int row : region.header_rows) rows.push_back(std::to_string(row + 1));
        xml.attribute("header-rows", joined(rows)).attribute("first-row", std::to_string(region.first_row + 1));
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
    for (const auto& [name, headers] : {std::pair("subprocessors", &form.subprocessor_headers),
                                        std::pair("annexes", &form.annex_headers)})
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
    xml.attribute("any", joined(expectation.met_by));
    if (expectation.minimum != 1) xml.attribute("minimum", std::to_string(expectation.minimum));
    xml.attribute("violated-by", joined(expectation.violated_by));
    if (!expectation.violation_is_gap) xml.attribute("violation", "partial");
    xml.attribute("about", joined(expectation.about));
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
    xml.attribute("tags", joined(question.tags)).attribute("topic", joined(question.topic));
    xml.attribute("fingerprint", question.fingerprint);
    xml.texts("text", question.text);
    xml.list("recognise", question.recognise);
    if (!question.evidence.empty()) {
        xml.open("evidence").attribute("kinds", joined(question.evidence));
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
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.open("form").attribute("xmlns", "urn:samsvar:form:1");
    xml.attribute("id", form.id).attribute("version", form.version);
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
    xml.close();
    return xml.take();
}

}  // namespace samsvar::form
