#include "base/error.h"
#include "base/files.h"
#include "store/dates.h"
#include "store/decisions.h"
#include "store/inside.h"
#include "store/json.h"
#include "store/queries.h"

namespace samsvar::store {

namespace {

constexpr std::size_t read_phrases_most = 20'000;

/// A named value that this program knows.
template <typename Named>
auto known(const std::string& name, Named named)
{
    const auto value = named(name);
    if (!value) throw Error(ErrorCode::malformed, {}, '"' + name + "\" in the register is unknown to this program");
    return *value;
}

model::EvidenceState evidence_state(const std::string& name)
{
    for (const model::EvidenceState state : model::all_evidence_states)
        if (name == name_of(state)) return state;
    throw Error(ErrorCode::malformed, {}, '"' + name + "\" in the register is unknown to this program");
}

/// The four columns from `first` on; a file that is NULL is the assessment's.
model::Place place(const Row& row, std::size_t first, const std::string& file)
{
    return {row.is_null(first) ? file : row.text(first), row.text(first + 1), row.text(first + 2), row.flag(first + 3)};
}

void read_answers(Database& database, std::int64_t id, model::Record& record)
{
    database.each(query::answers, {id}, "ttttttttitttittttt", [&](const Row& row) {
        model::RecordedAnswer& one = record.answers.emplace_back();
        one.question = row.text(0);
        one.section = row.text(1);
        one.printed_question = row.text(2);
        one.text = row.text(3);
        one.evidence_text = row.text(4);
        one.question_place = place(row, 5, record.file);
        one.place = place(row, 9, record.file);
        one.covers = requirement_names(row.text(13));
        one.outcome = known(row.text(14), model::outcome_named);
        one.severity = known(row.text(15), model::severity_named);
        one.evidence = evidence_state(row.text(16));
        one.evidence_named = texts(row.text(17));
    });
}

}  // namespace

void Store::Inside::read_phrases_of(std::int64_t assessment)
{
    if (read_phrases.size() > read_phrases_most) read_phrases.clear();
    database.each(query::phrases, {assessment}, "tt", [&](const Row& row) {
        const std::string digest = row.text(0);
        if (!read_phrases.contains(digest)) read_phrases.emplace(digest, local_text(row.text(1)));
    });
}

model::KeptAssessment Store::assessment(std::int64_t id)
{
    Database& database = inside_->database;
    Database::Transaction reading(database, Purpose::read);
    inside_->require_assessment(id);
    model::KeptAssessment kept;
    model::Record& record = kept.record;
    kept.id = id;
    database.each(query::assessment, {id}, "ttitttttttttttttt", [&](const Row& row) {
        kept.supplier = row.text(0);
        kept.contract = row.text(1);
        kept.previous = row.number(2);
        kept.kept_at = row.text(3);
        kept.kept_by = row.text(4);
        record.samsvar = row.text(5);
        record.date = day_named(row.text(6)).value_or(model::Date());
        record.file = row.text(7);
        record.sha256 = row.text(8);
        record.language = known(row.text(9), model::language_named);
        record.form = {row.text(10), row.text(11)};
        record.catalogs = sources(row.text(12));
        record.supplier = row.text(13);
        record.organisation = row.text(14);
        record.facts = facts(row.text(15));
        record.annexes = annexes(row.text(16));
    });
    inside_->read_phrases_of(id);
    const auto phrase = [&](const std::string& digest) {
        const auto found = inside_->read_phrases.find(digest);
        return found == inside_->read_phrases.end() ? model::LocalText() : found->second;
    };
    read_answers(database, id, record);
    database.each(query::requirements, {id}, "tttitttt", [&](const Row& row) {
        model::RecordedRequirement& one = record.requirements.emplace_back();
        one.name = {row.text(0), row.text(1)};
        one.title = phrase(row.text(2));
        one.shall = row.flag(3);
        one.outcome = known(row.text(4), model::outcome_named);
        one.severity = known(row.text(5), model::severity_named);
        one.evidence = evidence_state(row.text(6));
        one.answers = texts(row.text(7));
    });
    database.each(query::findings, {id}, "titttttttttitt", [&](const Row& row) {
        const std::string part_of = row.text(0);
        const auto owner = static_cast<std::size_t>(row.number(1));
        std::vector<model::RecordedFinding>& findings = part_of == "answer" ? record.answers.at(owner).findings
                                                        : part_of == "requirement"
                                                            ? record.requirements.at(owner).findings
                                                            : record.general;
        model::RecordedFinding& one = findings.emplace_back();
        one.code = row.text(2);
        one.detail = row.text(3);
        one.with = row.text(4);
        one.severity = known(row.text(5), model::severity_named);
        one.outcome = known(row.text(6), model::outcome_named);
        one.quote = row.text(7);
        one.place = place(row, 8, record.file);
        one.reason = phrase(row.text(12));
        one.ask = phrase(row.text(13));
    });
    database.each(query::subprocessors, {id}, "tttttti", [&](const Row& row) {
        record.subprocessors.push_back({row.text(0), row.text(1), row.text(2), place(row, 3, record.file)});
    });
    kept.decisions = read_standing(database, id);
    reading.commit();
    return kept;
}

std::optional<std::int64_t> Store::assessment_of_file(const std::string& sha256)
{
    return inside_->database.number(query::assessment_of_file, {sha256});
}

std::string Store::file_of(std::int64_t assessment)
{
    Database& database = inside_->database;
    inside_->require_assessment(assessment);
    const std::string digest = database.text("SELECT sha256 FROM assessment WHERE id = $1", {assessment}).value_or("");
    std::string file;
    file.reserve(static_cast<std::size_t>(
        std::max<std::int64_t>(0, database.number("SELECT size FROM file WHERE sha256 = $1", {digest}).value_or(0))));
    database.each(query::file_parts, {digest}, "b", [&](const Row& row) { file += row.bytes(0); });
    if (sha256(file) != digest)
        throw Error(ErrorCode::malformed, {where(), {}, 0, 0},
                    "the file of assessment " + std::to_string(assessment) +
                        " is not whole in the register; take it from a backup");
    return file;
}

}  // namespace samsvar::store
