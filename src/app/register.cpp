#include "app/register.h"

#include "app/output.h"
#include "app/text_table.h"
#include "report/json_writer.h"

namespace samsvar::app {

namespace {

using report::JsonWriter;

std::string day(const std::optional<model::Date>& date)
{
    return date ? date->text() : std::string();
}

void append(JsonWriter& json, const model::Supplier& one)
{
    json.key("id").text(one.id);
    json.key("name").text(one.name);
    json.key("country").text_or_null(one.country);
    json.key("email").text_or_null(one.email);
    json.key("language").text(name_of(one.language));
}

void append(JsonWriter& json, const model::Contract& one)
{
    json.begin_object();
    json.key("id").text(one.id);
    json.key("title").text_or_null(one.title);
    json.key("from").text_or_null(day(one.from));
    json.key("until").text_or_null(day(one.until));
    json.key("follow_up_months").number(static_cast<std::size_t>(std::max(0, one.follow_up_months)));
    json.key("next_follow_up").text_or_null(day(one.next_follow_up));
    json.key("owner").text_or_null(one.owner);
    json.end_object();
}

void append(JsonWriter& json, const model::AssessmentLine& one)
{
    const auto count = [&](const char* key, std::int64_t value) {
        json.key(key).number(static_cast<std::size_t>(value));
    };
    json.begin_object();
    count("id", one.id);
    json.key("supplier").text(one.supplier);
    json.key("contract").text(one.contract);
    json.key("date").text(one.date.text());
    json.key("file").text(one.file);
    json.key("form").begin_object();
    json.key("id").text(one.form.id);
    json.key("version").text_or_null(one.form.version);
    json.end_object();
    count("answers", one.answers);
    json.key("counts").begin_object();
    count("satisfied", one.satisfied);
    count("partial", one.partial);
    count("gap", one.gap);
    count("unanswered", one.unanswered);
    count("unclear", one.unclear);
    count("not-applicable", one.not_applicable);
    json.end_object();
    json.key("findings").begin_object();
    count("high", one.high);
    count("medium", one.medium);
    count("low", one.low);
    json.end_object();
    json.key("open").begin_object();
    count("high", one.open_high);
    count("medium", one.open_medium);
    count("low", one.open_low);
    json.end_object();
    count("revision", one.revision);
    json.end_object();
}

void append(JsonWriter& json, const model::ReceivedEvidence& one)
{
    json.begin_object();
    json.key("name").text(one.name);
    json.key("assessment");
    if (one.assessment == 0)
        json.text_or_null("");
    else
        json.number(static_cast<std::size_t>(one.assessment));
    json.key("question").text_or_null(one.question);
    json.key("sha256").text_or_null(one.sha256);
    json.key("received").text_or_null(day(one.received));
    json.key("issued").text_or_null(day(one.issued));
    json.key("valid_until").text_or_null(day(one.valid_until));
    json.end_object();
}

template <typename Elements>
void append_list(JsonWriter& json, const char* key, const Elements& elements)
{
    json.key(key).begin_list();
    for (const auto& one : elements) append(json, one);
    json.end_list();
}

std::string open_of(const model::AssessmentLine& line)
{
    return std::to_string(line.open_high) + " / " + std::to_string(line.open_medium) + " / " +
           std::to_string(line.open_low);
}

}  // namespace

std::string suppliers_text(const std::vector<model::Supplier>& suppliers)
{
    std::vector<std::vector<std::string>> rows;
    for (const model::Supplier& one : suppliers)
        rows.push_back({one.id, one.name, one.country, name_of(one.language), one.email});
    return text_table({"ID", "NAME", "COUNTRY", "LANGUAGE", "E-MAIL"}, rows);
}

std::string suppliers_json(const std::vector<model::Supplier>& suppliers)
{
    JsonWriter json;
    json.begin_object().key("suppliers").begin_list();
    for (const model::Supplier& one : suppliers) {
        json.begin_object();
        append(json, one);
        json.end_object();
    }
    return json.end_list().end_object().take();
}

SupplierSheet supplier_sheet(store::Store& store, const std::string& wanted, model::Date today)
{
    SupplierSheet sheet;
    sheet.supplier = required_supplier(store, wanted);
    sheet.contracts = store.contracts(sheet.supplier.id);
    sheet.assessments = store.assessments(today, sheet.supplier.id);
    sheet.evidence = store.evidence(sheet.supplier.id);
    return sheet;
}

std::string supplier_text(const SupplierSheet& sheet)
{
    const model::Supplier& supplier = sheet.supplier;
    std::string text = printable_line(supplier.name) + "\n  " + printable_line(supplier.id);
    for (const std::string& more : {supplier.country, supplier.email})
        if (!more.empty()) text += ", " + printable_line(more);
    text += std::string(", written to in ") + name_of(supplier.language) + "\n\nContracts\n";
    std::vector<std::vector<std::string>> rows;
    for (const model::Contract& one : sheet.contracts)
        rows.push_back({one.id, one.title, day(one.from), day(one.until), std::to_string(one.follow_up_months),
                        day(one.next_follow_up), one.owner});
    text += text_table({"ID", "TITLE", "FROM", "UNTIL", "MONTHS", "NEXT FOLLOW-UP", "OWNER"}, rows);
    text += "\nAssessments\n" + assessments_text(sheet.assessments);
    if (sheet.evidence.empty()) return text;
    rows.clear();
    for (const model::ReceivedEvidence& one : sheet.evidence)
        rows.push_back({one.name, one.assessment == 0 ? "" : std::to_string(one.assessment), one.question,
                        day(one.received), day(one.issued), day(one.valid_until)});
    return text + "\nEvidence received\n" +
           text_table({"DOCUMENT", "ASSESSMENT", "QUESTION", "RECEIVED", "ISSUED", "VALID UNTIL"}, rows);
}

std::string supplier_json(const SupplierSheet& sheet)
{
    JsonWriter json;
    json.begin_object();
    append(json, sheet.supplier);
    append_list(json, "contracts", sheet.contracts);
    append_list(json, "assessments", sheet.assessments);
    append_list(json, "evidence", sheet.evidence);
    return json.end_object().take();
}

std::string assessments_text(const std::vector<model::AssessmentLine>& lines)
{
    std::vector<std::vector<std::string>> rows;
    for (const model::AssessmentLine& one : lines)
        rows.push_back({std::to_string(one.id), one.date.text(), one.contract, one.file, one.form.id,
                        std::to_string(one.answers), std::to_string(one.satisfied), std::to_string(one.partial),
                        std::to_string(one.gap), std::to_string(one.unanswered), std::to_string(one.unclear),
                        open_of(one)});
    return text_table({"NO.", "DATE", "CONTRACT", "FILE", "FORM", "ANSWERS", "SATISFIED", "PARTIAL", "GAP",
                       "UNANSWERED", "UNCLEAR", "OPEN HIGH / MEDIUM / LOW"},
                      rows);
}

std::string assessments_json(const std::vector<model::AssessmentLine>& lines)
{
    JsonWriter json;
    json.begin_object();
    append_list(json, "assessments", lines);
    return json.end_object().take();
}

std::string log_text(const std::vector<model::LogEntry>& entries)
{
    std::vector<std::vector<std::string>> rows;
    for (const model::LogEntry& one : entries)
        rows.push_back({one.at, one.who, one.what, one.supplier, one.about, one.detail});
    return text_table({"WHEN (UTC)", "WHO", "WHAT", "SUPPLIER", "ABOUT", "DETAIL"}, rows, 60);
}

std::string log_json(const std::vector<model::LogEntry>& entries)
{
    JsonWriter json;
    json.begin_object().key("log").begin_list();
    for (const model::LogEntry& one : entries) {
        json.begin_object();
        json.key("id").number(static_cast<std::size_t>(one.id));
        json.key("at").text(one.at);
        json.key("who").text(one.who);
        json.key("what").text(one.what);
        json.key("supplier").text_or_null(one.supplier);
        json.key("about").text_or_null(one.about);
        json.key("detail").text_or_null(one.detail);
        json.end_object();
    }
    return json.end_list().end_object().take();
}

}  // namespace samsvar::app
