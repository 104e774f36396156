#include <array>

#include "base/error.h"
#include "base/files.h"
#include "store/acceptance.h"
#include "store/dates.h"
#include "store/decisions.h"
#include "store/inside.h"
#include "store/json.h"

namespace samsvar::store {

namespace {

// A file is kept in pieces, so that no copy of the register needs room for all of one.
constexpr std::size_t file_part_size = 1u << 20;
constexpr std::size_t known_phrases_most = 100'000;

void keep_file(Database& database, const std::string& sha256, std::string_view file)
{
    if (database.number("SELECT 1 FROM file WHERE sha256 = $1", {sha256})) return;
    database.run("INSERT INTO file (sha256, size) VALUES ($1, $2)", {sha256, static_cast<std::int64_t>(file.size())});
    std::int64_t position = 0;
    for (std::size_t at = 0; at < file.size(); at += file_part_size)
        database.run("INSERT INTO file_part (sha256, position, content) VALUES ($1, $2, $3)",
                     {sha256, position++, Bytes{std::string(file.substr(at, file_part_size))}});
}

/// NULL when it is the assessment's file.
Value file_of_place(const model::Place& place, const model::Record& record)
{
    return place.file == record.file ? Value() : Value(place.file);
}

std::int64_t number_of(bool flag)
{
    return flag ? 1 : 0;
}

/// A finding with what it stands under.
struct FoundIn {
    const char* part_of = "general";
    std::int64_t owner = 0;
    std::string whose;  // question or name of the requirement
    const model::RecordedFinding* finding = nullptr;

    std::string target() const { return whose + '#' + finding->key(); }
};

std::vector<FoundIn> all_findings(const model::Record& record)
{
    std::vector<FoundIn> all;
    for (std::size_t index = 0; index < record.answers.size(); ++index)
        for (const model::RecordedFinding& one : record.answers[index].findings)
            all.push_back({"answer", static_cast<std::int64_t>(index), record.answers[index].question, &one});
    for (std::size_t index = 0; index < record.requirements.size(); ++index)
        for (const model::RecordedFinding& one : record.requirements[index].findings)
            all.push_back(
                {"requirement", static_cast<std::int64_t>(index), record.requirements[index].name.text(), &one});
    for (const model::RecordedFinding& one : record.general) all.push_back({"general", 0, "general", &one});
    return all;
}

void keep_answers(Database& database, std::int64_t id, const model::Record& record)
{
    std::int64_t position = 0;
    for (const model::RecordedAnswer& one : record.answers)
        database.run(
            "INSERT INTO answer (assessment, position, question, section, printed_question, text, evidence_text,"
            " question_file, question_part, question_path, question_sheet, place_file, place_part, place_path,"
            " place_sheet, covers, outcome, severity, evidence, evidence_named)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
            {id,
             position++,
             one.question,
             one.section,
             one.printed_question,
             one.text,
             one.evidence_text,
             file_of_place(one.question_place, record),
             one.question_place.part,
             one.question_place.path,
             number_of(one.question_place.sheet),
             file_of_place(one.place, record),
             one.place.part,
             one.place.path,
             number_of(one.place.sheet),
             json_of(one.covers),
             name_of(one.outcome),
             name_of(one.severity),
             name_of(one.evidence),
             json_of(one.evidence_named)});
}

void keep_subprocessors(Database& database, std::int64_t id, const model::Record& record)
{
    std::int64_t position = 0;
    for (const model::Subprocessor& one : record.subprocessors)
        database.run(
            "INSERT INTO subprocessor (assessment, position, name, address, identifier, place_file, place_part,"
            " place_path, place_sheet) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            {id, position++, one.name, one.address, one.identifier, file_of_place(one.place, record), one.place.part,
             one.place.path, number_of(one.place.sheet)});
}

}  // namespace

std::string Store::Inside::keep_phrase(const model::LocalText& phrase)
{
    const std::string texts = json_of(phrase);
    const std::string digest = sha256(texts).substr(0, 32);
    if (kept_phrases.contains(digest)) return digest;
    if (kept_phrases.size() > known_phrases_most) kept_phrases.clear();
    database.run("INSERT INTO phrase (digest, texts) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING", {digest, texts});
    kept_phrases.insert(digest);
    return digest;
}

std::int64_t Store::keep(const model::KeptAssessment& assessment, std::string_view file)
{
    const model::Record& record = assessment.record;
    Database& database = inside_->database;
    if (sha256(file) != record.sha256)
        throw Error(ErrorCode::invalid_argument, {record.file, {}, 0, 0},
                    "the file is not the one that was assessed: its SHA-256 differs; assess it again");
    if (assessment.contract.empty())
        throw Error(ErrorCode::invalid_argument, {where(), {}, 0, 0}, "a contract needs an id");

    Change change(database, inside_->who);
    // What is known to be there was perhaps undone with this change.
    struct Forget {
        Inside& inside;
        bool committed = false;
        ~Forget()
        {
            if (!committed) inside.kept_phrases.clear();
        }
    } forget{*inside_};
    inside_->require_supplier(assessment.supplier);
    if (!database.number("SELECT 1 FROM contract WHERE supplier = $1 AND id = $2",
                         {assessment.supplier, assessment.contract})) {
        database.run("INSERT INTO contract (supplier, id, title, follow_up_months, owner) VALUES ($1, $2, '', $3, '')",
                     {assessment.supplier, assessment.contract, std::int64_t{model::Contract().follow_up_months}});
        change.log("contract-added", assessment.supplier, assessment.contract, "");
    }
    const std::int64_t previous = database
                                      .number("SELECT latest FROM contract WHERE supplier = $1 AND id = $2",
                                              {assessment.supplier, assessment.contract})
                                      .value_or(0);
    const std::int64_t id = *database.number("SELECT coalesce(max(id), 0) + 1 FROM assessment");

    StandingDecisions standing;
    for (const model::Decision& one : assessment.decisions) standing[one.target] = {one.kind, one.due};
    const std::vector<FoundIn> findings = all_findings(record);
    std::vector<std::string> accepted;
    FindingCounts counts;
    for (const FoundIn& one : findings) {
        accepted.push_back(accepted_until(standing, one.part_of, one.whose, one.target()));
        counts.add(one.finding->severity, accepted.back());
    }
    std::array<std::int64_t, std::size(model::all_outcomes)> outcomes{};
    for (const model::RecordedAnswer& one : record.answers) ++outcomes[static_cast<std::size_t>(one.outcome)];
    const auto outcome_count = [&](model::Outcome outcome) { return outcomes[static_cast<std::size_t>(outcome)]; };

    keep_file(database, record.sha256, file);
    database.run(
        "INSERT INTO assessment (id, supplier, contract, previous, kept_at, kept_by, samsvar, day, file, sha256,"
        " language, form, form_version, catalogs, supplier_name, organisation, facts, annexes, revision, answers,"
        " satisfied, partial, gap, unanswered, unclear, not_applicable, high, medium, low, open_high, open_medium,"
        " open_low, first_lapse) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,"
        " $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)",
        {id,
         assessment.supplier,
         assessment.contract,
         previous,
         change.at(),
         inside_->who,
         record.samsvar,
         kept_day(record.date),
         record.file,
         record.sha256,
         name_of(record.language),
         record.form.id,
         record.form.version,
         json_of(record.catalogs),
         record.supplier,
         record.organisation,
         json_of(record.facts),
         json_of(record.annexes),
         std::int64_t{0},
         static_cast<std::int64_t>(record.answers.size()),
         outcome_count(model::Outcome::satisfied),
         outcome_count(model::Outcome::partial),
         outcome_count(model::Outcome::gap),
         outcome_count(model::Outcome::unanswered),
         outcome_count(model::Outcome::unclear),
         outcome_count(model::Outcome::not_applicable),
         std::int64_t{counts.high},
         std::int64_t{counts.medium},
         std::int64_t{counts.low},
         std::int64_t{counts.open_high},
         std::int64_t{counts.open_medium},
         std::int64_t{counts.open_low},
         text_or_null(counts.first_lapse)});
    keep_answers(database, id, record);
    std::int64_t position = 0;
    for (const model::RecordedRequirement& one : record.requirements)
        database.run(
            "INSERT INTO requirement (assessment, position, catalog, id, title, shall, outcome, severity, evidence,"
            " answers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            {id, position++, one.name.catalog, one.name.id, inside_->keep_phrase(one.title), number_of(one.shall),
             name_of(one.outcome), name_of(one.severity), name_of(one.evidence), json_of(one.answers)});
    for (std::size_t index = 0; index < findings.size(); ++index) {
        const FoundIn& one = findings[index];
        database.run(
            "INSERT INTO finding (assessment, position, part_of, owner, target, code, detail, with_question, severity,"
            " outcome, quote, place_file, place_part, place_path, place_sheet, reason, ask, accepted_until)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
            {id, static_cast<std::int64_t>(index), one.part_of, one.owner, one.target(), one.finding->code,
             one.finding->detail, one.finding->with, name_of(one.finding->severity), name_of(one.finding->outcome),
             one.finding->quote, file_of_place(one.finding->place, record), one.finding->place.part,
             one.finding->place.path, number_of(one.finding->place.sheet), inside_->keep_phrase(one.finding->reason),
             inside_->keep_phrase(one.finding->ask), text_or_null(accepted[index])});
    }
    keep_subprocessors(database, id, record);
    change.log("assessment-kept", assessment.supplier, std::to_string(id), record.file);
    for (model::Decision one : assessment.decisions) {
        // What is taken over from last year stays with who decided it then.
        if (one.by.empty() || !one.carried) one.by = inside_->who;
        if (one.at.empty() || !one.carried) one.at = change.at();
        one.revision = change.revise();
        write_decision(database, id, one);
    }
    if (!assessment.decisions.empty()) {
        database.run("UPDATE assessment SET revision = $1 WHERE id = $2", {change.revision(), id});
        change.log("decisions-kept", assessment.supplier, std::to_string(id),
                   std::to_string(assessment.decisions.size()));
    }
    if (previous != 0) {
        database.run("UPDATE standing SET live = 0 WHERE assessment = $1", {previous});
        database.run("UPDATE subprocessor SET live = 0 WHERE assessment = $1", {previous});
    }
    database.run("UPDATE contract SET latest = $1 WHERE supplier = $2 AND id = $3",
                 {id, assessment.supplier, assessment.contract});
    change.commit();
    forget.committed = true;
    return id;
}

}  // namespace samsvar::store
