#include "report/json_parts.h"

#include <map>

#include "model/languages.h"

namespace samsvar::report {

using model::Language;

namespace {

void write_finding(JsonWriter& json, const model::Finding& finding)
{
    json.key("code").text(finding.code);
    json.key("detail").text(finding.detail);
    json.key("with").text_or_null(finding.with);
    json.key("severity").text(name_of(finding.severity));
    json.key("quote").text(finding.quote);
    write_place(json, "place", finding.place);
    json.key("with_quote").text_or_null(finding.with_quote);
    write_place(json, "with_place", finding.with_place);
    json.key("rule").text(finding.rule.text());
    write_texts(json, "reason", finding.reason);
    write_texts(json, "ask", finding.ask);
}

void write_counts(JsonWriter& json, std::string_view key, const std::map<std::string, std::size_t>& counts,
                  std::string_view name)
{
    json.key(key).begin_list();
    for (const auto& [word, count] : counts)
        json.begin_object().key(name).text(word).key("count").number(count).end_object();
    json.end_list();
}

}  // namespace

void write_texts(JsonWriter& json, std::string_view key, const model::LocalText& texts)
{
    json.key(key).begin_object();
    for (const Language language : model::all_languages)
        if (const std::string* text = texts.exactly(language)) json.key(name_of(language)).text(*text);
    json.end_object();
}

void write_place(JsonWriter& json, std::string_view key, const model::Place& place)
{
    json.key(key).text_or_null(place.text());
}

void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts)
{
    json.key(key).begin_list();
    for (const std::string& text : texts) json.text(text);
    json.end_list();
}

void write_findings(JsonWriter& json, std::string_view key, const std::vector<model::Finding>& findings)
{
    write_objects(json, key, findings, [&](const model::Finding& finding) { write_finding(json, finding); });
}

void write_problems(JsonWriter& json, const std::vector<model::Problem>& problems)
{
    write_objects(json, "problems", problems, [&](const model::Problem& problem) {
        write_place(json, "place", problem.place);
        json.key("text").text(problem.text);
    });
}

void write_ledger(JsonWriter& json, const std::vector<model::LedgerEntry>& ledger)
{
    const model::LedgerTotals totals = model::totals(ledger);
    json.key("ledger").begin_object();
    json.key("units").number(totals.units);
    json.key("used").number(totals.used);
    write_counts(json, "ignored", totals.ignored, "reason");
    write_counts(json, "used_as", totals.used_as, "use");
    json.end_object();
}

}  // namespace samsvar::report
