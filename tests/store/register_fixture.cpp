#include "store/register_fixture.h"

#include <cstdlib>

#include "store/database.h"

namespace samsvar::test {

namespace {

model::LocalText in_two_languages(const std::string& nb, const std::string& en)
{
    model::LocalText text;
    text.set(model::Language::nb, nb);
    text.set(model::Language::en, en);
    return text;
}

model::RecordedFinding finding(const std::string& code, const std::string& detail, model::Severity severity,
                               const model::Place& place)
{
    model::RecordedFinding one;
    one.code = code;
    one.detail = detail;
    one.severity = severity;
    one.outcome = model::Outcome::partial;
    one.quote = "« vi gjør det »\n\"ja\"";
    one.place = place;
    one.reason = in_two_languages("Det står ikke hvor ofte.", "How often is not said.");
    one.ask = in_two_languages("Hvor ofte?", "How often?");
    return one;
}

}  // namespace

Register::Register()
{
    const char* address = std::getenv("SAMSVAR_TEST_POSTGRESQL");
    postgresql_ = address != nullptr && *address != '\0';
    where_ = postgresql_ ? address : (folder_.path() / "samsvar.db").string();
    if (!postgresql_) return;
    store::Database database(where_);
    database.run("SET client_min_messages = warning");
    database.run("DROP SCHEMA IF EXISTS public CASCADE");
    database.run("CREATE SCHEMA public");
}

model::Record sample_record(const std::string& file_content, int question_count)
{
    using namespace model;
    Record record;
    record.samsvar = "0.1.0";
    record.date = {2026, 11, 21};
    record.file = "svar på skjema.xlsx";
    record.sha256 = sha256(file_content);
    record.language = Language::sv;
    record.form = {"skolesec-ros", "2"};
    record.catalogs = {{"own", "3"}, {"gdpr-processor", ""}};
    record.supplier = "Nordlys AS";
    record.organisation = "NO:974760673";
    record.facts = {{"supplier", "Leverandør", "Nordlys AS", {record.file, "Fakta", "B1", true}}};
    record.subprocessors = {{"Sky AB", "Göteborg", "SE 5566", {record.file, "Fakta", "B7", true}},
                            {"Backup Oy", "", "", {"bilag.docx", "word/document.xml", "table1/row2/cell1", false}}};
    record.annexes = {{"B", "Driftsavtale", {record.file, "Bilag", "A1", true}}};
    for (int number = 1; number <= question_count; ++number) {
        RecordedAnswer answer;
        answer.question = std::to_string(number);
        answer.section = "Sikkerhet";
        answer.printed_question = "Hvordan håndteres punkt " + answer.question + "?";
        answer.text = number % 3 == 0 ? "" : "Ja, hver måned — unntatt søndager.\nSe vedlegg.";
        answer.evidence_text = number == 1 ? "ISO 27001" : "";
        answer.question_place = {record.file, "Svar", "B" + answer.question, true};
        answer.place = {record.file, "Svar", "C" + answer.question, true};
        answer.covers = {{"own", "R" + answer.question}, {"gdpr-processor", "28/3"}};
        answer.outcome = number % 3 == 0 ? Outcome::unanswered : Outcome::partial;
        answer.severity = Severity::high;
        answer.evidence = number == 1 ? EvidenceState::referred : EvidenceState::not_requested;
        if (number == 1) answer.evidence_named = {"ISO 27001-sertifikat", "Rapport \"2025\""};
        answer.findings = {finding("too-infrequent", "review", Severity::high, answer.place)};
        if (number == 1) answer.findings.push_back(finding("vague", "", Severity::low, {"annen.docx", "", "", false}));
        record.answers.push_back(answer);
        RecordedRequirement requirement;
        requirement.name = {"own", "R" + answer.question};
        requirement.title = in_two_languages("Krav " + answer.question, "Requirement " + answer.question);
        requirement.shall = number != 2;
        requirement.outcome = Outcome::gap;
        requirement.severity = Severity::medium;
        requirement.evidence = EvidenceState::requested;
        requirement.answers = {answer.question};
        if (number == 2) requirement.findings = {finding("unmapped-requirement", "", Severity::medium, {})};
        record.requirements.push_back(requirement);
    }
    record.general = {finding("invalid-identifier", "", Severity::low, {record.file, "Fakta", "B2", true})};
    return record;
}

model::Supplier nordlys()
{
    return {"NO:974760673", "Nordlys AS", "NO", "post@nordlys.example", model::Language::nb};
}

std::int64_t keep_sample(store::Store& store, const std::string& file, int question_count)
{
    store.put(nordlys());
    model::KeptAssessment kept;
    kept.supplier = nordlys().id;
    kept.contract = "2025-1";
    kept.record = sample_record(file, question_count);
    return store.keep(kept, file);
}

model::Decision decision(const std::string& target, model::DecisionKind kind, const std::string& comment)
{
    model::Decision one;
    one.target = model::target_named(target).value();
    one.kind = kind;
    one.comment = comment;
    return one;
}

}  // namespace samsvar::test
