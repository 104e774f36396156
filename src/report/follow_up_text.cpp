// A follow-up for a terminal and as JSON.
#include "report/cell_text.h"
#include "report/follow_up_workbook.h"
#include "report/json_parts.h"

namespace samsvar::report {

namespace {

using model::AnswerChange;
using model::Change;

std::string bar(const std::string& text)
{
    return excerpt(one_line(text), 100);
}

void write_record(JsonWriter& json, std::string_view key, const model::Record& record)
{
    json.key(key).begin_object();
    json.key("date").text(record.date.text());
    json.key("file").text(record.file);
    json.key("sha256").text(record.sha256);
    json.key("form").text(record.form.id);
    json.key("form_version").text(record.form.version);
    json.end_object();
}

void write_keys(JsonWriter& json, std::string_view key, const std::vector<model::RecordedFinding>& findings)
{
    std::vector<std::string> keys;
    for (const model::RecordedFinding& one : findings) keys.push_back(one.key());
    write_list(json, key, keys);
}

void write_answer(JsonWriter& json, std::string_view key, const model::RecordedAnswer* answer)
{
    if (answer == nullptr) return;
    json.key(key).begin_object();
    json.key("question").text(answer->question);
    json.key("asked").text(answer->printed_question);
    json.key("text").text(answer->text);
    json.key("outcome").text(name_of(answer->outcome));
    write_place(json, "place", answer->place);
    json.end_object();
}

}  // namespace

std::string to_text(const model::FollowUp& made, const Words& words, model::Language language)
{
    std::string text = made.supplier.name + ": " + overlap_text(made, words, language) + "\n";
    for (const Change change : model::all_changes) {
        std::string lines;
        std::size_t count = 0;
        for (const AnswerChange& one : made.changes) {
            if (one.change != change) continue;
            ++count;
            if (change == Change::unchanged) continue;
            const model::RecordedAnswer* before = one.before.empty() ? nullptr : made.before.answer(one.before);
            const model::RecordedAnswer* now = one.now.empty() ? nullptr : made.now.answer(one.now);
            lines += "    " + (now ? one.now : one.before) + "  ";
            if (before && now)
                lines += label_of(before->outcome).in(language) + " → " + label_of(now->outcome).in(language) + "  ";
            if (now && !before) lines += label_of(now->outcome).in(language) + "  ";
            lines += bar(now ? now->printed_question : before->printed_question) + "\n";
        }
        if (count > 0) text += "  " + label_of(change).in(language) + ": " + std::to_string(count) + "\n" + lines;
    }
    if (!made.promises.empty()) text += "  " + words.word("promises", language) + "\n";
    for (const model::PromiseKept& one : made.promises)
        text += "    " + label_of(one.state).in(language) + "  " + one.before +
                (one.due ? "  " + one.due->text() : "") + "  " + bar(one.quote) + "\n";
    if (!made.expired.empty()) text += "  " + words.word("expired", language) + "\n";
    for (const model::ExpiredEvidence& one : made.expired)
        text += "    " + one.question + (one.question.empty() ? "" : "  ") + bar(one.document) + "\n";
    if (!made.decisions.empty()) text += "  " + words.word("decisions", language) + "\n";
    for (const model::CarriedDecision& one : made.decisions)
        text += "    " + label_of(one.state).in(language) + "  " + one.before.target.text() + "  " +
                (one.before.kind ? name_of(*one.before.kind) : "") + "\n";
    return printable(text);
}

std::string to_json(const model::FollowUp& made)
{
    JsonWriter json;
    json.begin_object();
    json.key("samsvar").text(made.now.samsvar);
    json.key("supplier").begin_object();
    json.key("id").text(made.supplier.id);
    json.key("name").text(made.supplier.name);
    json.end_object();
    json.key("contract").text(made.contract);
    json.key("overlap").number(made.overlap);
    json.key("matched").begin_object();
    for (const auto& [by, count] : made.by) json.key(name_of(by)).number(count);
    json.end_object();
    write_record(json, "before", made.before);
    write_record(json, "now", made.now);
    json.key("counts").begin_object();
    for (const auto& [change, count] : made.counts()) json.key(name_of(change)).number(count);
    json.end_object();
    write_objects(json, "changes", made.changes, [&](const AnswerChange& one) {
        json.key("change").text(name_of(one.change));
        if (!one.before.empty() && !one.now.empty()) {
            json.key("matched_by").text(name_of(one.by));
            json.key("similarity").number(one.similarity);
            json.key("question_changed").flag(one.question_changed);
            json.key("answer_changed").flag(one.answer_changed);
            json.key("revalued").flag(one.revalued);
        }
        if (!one.before.empty()) write_answer(json, "before", made.before.answer(one.before));
        if (!one.now.empty()) write_answer(json, "now", made.now.answer(one.now));
        write_keys(json, "came", one.came);
        write_keys(json, "gone", one.gone);
    });
    write_objects(json, "requirements", made.requirements, [&](const model::RequirementChange& one) {
        json.key("requirement").text(one.now.text());
        json.key("outcome").text(name_of(one.is));
        json.key("before").text_or_null(one.was ? one.before.text() : "");
        json.key("outcome_before").text_or_null(one.was ? name_of(*one.was) : "");
    });
    write_objects(json, "promises", made.promises, [&](const model::PromiseKept& one) {
        json.key("state").text(name_of(one.state));
        json.key("before").text(one.before);
        json.key("now").text_or_null(one.now);
        json.key("quote").text(one.quote);
        json.key("due").text_or_null(one.due ? one.due->text() : "");
        write_place(json, "place", one.place);
    });
    write_objects(json, "expired", made.expired, [&](const model::ExpiredEvidence& one) {
        json.key("question").text_or_null(one.question);
        json.key("document").text(one.document);
        json.key("valid_until").text_or_null(one.valid_until ? one.valid_until->text() : "");
    });
    write_objects(json, "decisions", made.decisions, [&](const model::CarriedDecision& one) {
        json.key("state").text(name_of(one.state));
        json.key("target").text(one.before.target.text());
        json.key("now").text_or_null(one.now ? one.now->text() : "");
        json.key("decision").text_or_null(one.before.kind ? name_of(*one.before.kind) : "");
        json.key("comment").text(one.before.comment);
        json.key("words_before").text(one.words_before);
        json.key("words_now").text(one.words_now);
    });
    json.end_object();
    return json.take();
}

}  // namespace samsvar::report
