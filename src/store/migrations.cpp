#include "store/migrations.h"

#include "base/error.h"
#include "store/now.h"

namespace samsvar::store {

namespace {

// What stands for SQLite's own file type, so that `file` and we know a register ("SMSV").
constexpr const char* application_id = "PRAGMA application_id = 1397576534";

const Migration version_1{
    1,
    {
        // One row; every change takes it first, so that revisions are seen in the order they were given.
        "CREATE TABLE register (one INTEGER PRIMARY KEY CHECK (one = 1), revision BIGINT NOT NULL)",
        "INSERT INTO register (one, revision) VALUES (1, 0)",
        R"(CREATE TABLE supplier (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, id_key TEXT NOT NULL, number_key TEXT,
            country TEXT NOT NULL, email TEXT NOT NULL, language TEXT NOT NULL))",
        "CREATE INDEX supplier_name ON supplier (name_key)",
        "CREATE INDEX supplier_id ON supplier (id_key)",
        "CREATE INDEX supplier_number ON supplier (number_key)",
        R"(CREATE TABLE contract (
            supplier TEXT NOT NULL REFERENCES supplier (id), id TEXT NOT NULL, title TEXT NOT NULL,
            from_day TEXT, until_day TEXT, follow_up_months INTEGER NOT NULL, next_follow_up TEXT,
            owner TEXT NOT NULL, latest BIGINT, PRIMARY KEY (supplier, id)))",
        "CREATE INDEX contract_follow_up ON contract (next_follow_up) WHERE next_follow_up IS NOT NULL",
        "CREATE TABLE file (sha256 TEXT PRIMARY KEY, size BIGINT NOT NULL)",
        R"(CREATE TABLE file_part (
            sha256 TEXT NOT NULL REFERENCES file (sha256), position INTEGER NOT NULL, content {bytes} NOT NULL,
            PRIMARY KEY (sha256, position)))",
        // Reasons, questions to ask and titles in the languages of the reports: the same ones stand in every
        // assessment.
        "CREATE TABLE phrase (digest TEXT PRIMARY KEY, texts TEXT NOT NULL)",
        R"(CREATE TABLE assessment (
            id {id} PRIMARY KEY, supplier TEXT NOT NULL, contract TEXT NOT NULL, previous BIGINT NOT NULL,
            kept_at TEXT NOT NULL, kept_by TEXT NOT NULL, samsvar TEXT NOT NULL, day TEXT NOT NULL,
            file TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES file (sha256), language TEXT NOT NULL,
            form TEXT NOT NULL, form_version TEXT NOT NULL, catalogs TEXT NOT NULL, supplier_name TEXT NOT NULL,
            organisation TEXT NOT NULL, facts TEXT NOT NULL, annexes TEXT NOT NULL, revision BIGINT NOT NULL,
            answers INTEGER NOT NULL, satisfied INTEGER NOT NULL, partial INTEGER NOT NULL, gap INTEGER NOT NULL,
            unanswered INTEGER NOT NULL, unclear INTEGER NOT NULL, not_applicable INTEGER NOT NULL,
            high INTEGER NOT NULL, medium INTEGER NOT NULL, low INTEGER NOT NULL,
            open_high INTEGER NOT NULL, open_medium INTEGER NOT NULL, open_low INTEGER NOT NULL,
            FOREIGN KEY (supplier, contract) REFERENCES contract (supplier, id)))",
        "CREATE INDEX assessment_supplier ON assessment (supplier, id)",
        "CREATE INDEX assessment_file ON assessment (sha256, id)",
        // A place's file is NULL when it is the assessment's.
        R"(CREATE TABLE answer (
            assessment BIGINT NOT NULL REFERENCES assessment (id), position INTEGER NOT NULL, question TEXT NOT NULL,
            section TEXT NOT NULL, printed_question TEXT NOT NULL, text TEXT NOT NULL, evidence_text TEXT NOT NULL,
            question_file TEXT, question_part TEXT NOT NULL, question_path TEXT NOT NULL,
            question_sheet INTEGER NOT NULL, place_file TEXT, place_part TEXT NOT NULL, place_path TEXT NOT NULL,
            place_sheet INTEGER NOT NULL, covers TEXT NOT NULL, outcome TEXT NOT NULL, severity TEXT NOT NULL,
            evidence TEXT NOT NULL, evidence_named TEXT NOT NULL, PRIMARY KEY (assessment, position)))",
        R"(CREATE TABLE requirement (
            assessment BIGINT NOT NULL REFERENCES assessment (id), position INTEGER NOT NULL, catalog TEXT NOT NULL,
            id TEXT NOT NULL, title TEXT NOT NULL, shall INTEGER NOT NULL, outcome TEXT NOT NULL,
            severity TEXT NOT NULL, evidence TEXT NOT NULL, answers TEXT NOT NULL,
            PRIMARY KEY (assessment, position)))",
        // part_of: answer, requirement or general; owner: the position of the answer or requirement.
        R"(CREATE TABLE finding (
            assessment BIGINT NOT NULL REFERENCES assessment (id), position INTEGER NOT NULL, part_of TEXT NOT NULL,
            owner INTEGER NOT NULL, target TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL,
            with_question TEXT NOT NULL, severity TEXT NOT NULL, outcome TEXT NOT NULL, quote TEXT NOT NULL,
            place_file TEXT, place_part TEXT NOT NULL, place_path TEXT NOT NULL, place_sheet INTEGER NOT NULL,
            reason TEXT NOT NULL, ask TEXT NOT NULL, PRIMARY KEY (assessment, position)))",
        R"(CREATE TABLE subprocessor (
            assessment BIGINT NOT NULL REFERENCES assessment (id), position INTEGER NOT NULL, name TEXT NOT NULL,
            address TEXT NOT NULL, identifier TEXT NOT NULL, place_file TEXT, place_part TEXT NOT NULL,
            place_path TEXT NOT NULL, place_sheet INTEGER NOT NULL, PRIMARY KEY (assessment, position)))",
        R"(CREATE TABLE decision (
            revision {id} PRIMARY KEY, assessment BIGINT NOT NULL REFERENCES assessment (id),
            target_kind TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL, comment TEXT NOT NULL,
            owner TEXT NOT NULL, due TEXT, by_whom TEXT NOT NULL, at TEXT NOT NULL, basis TEXT NOT NULL,
            carried INTEGER NOT NULL))",
        "CREATE INDEX decision_target ON decision (assessment, target_kind, target, revision)",
        // The decision that holds for each target.
        R"(CREATE TABLE standing (
            assessment BIGINT NOT NULL, target_kind TEXT NOT NULL, target TEXT NOT NULL,
            revision BIGINT NOT NULL REFERENCES decision (revision), due TEXT,
            PRIMARY KEY (assessment, target_kind, target)))",
        R"(CREATE TABLE evidence (
            id {id} PRIMARY KEY, supplier TEXT NOT NULL REFERENCES supplier (id), assessment BIGINT NOT NULL,
            question TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, received TEXT, issued TEXT,
            valid_until TEXT))",
        "CREATE INDEX evidence_supplier ON evidence (supplier, id)",
        R"(CREATE TABLE log (
            id {id} PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, supplier TEXT NOT NULL,
            about TEXT NOT NULL, detail TEXT NOT NULL))",
        "CREATE INDEX log_supplier ON log (supplier, id)",
    },
    {
        application_id,
        R"(CREATE TRIGGER log_kept BEFORE UPDATE ON log
           BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END)",
        R"(CREATE TRIGGER log_whole BEFORE DELETE ON log
           BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END)",
        R"(CREATE TRIGGER decision_kept BEFORE UPDATE ON decision
           BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END)",
        R"(CREATE TRIGGER decision_whole BEFORE DELETE ON decision
           BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END)",
    },
    {
        R"(CREATE FUNCTION samsvar_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
           'BEGIN RAISE EXCEPTION ''%s are only added to'', TG_TABLE_NAME; END')",
        R"(CREATE TRIGGER log_kept BEFORE UPDATE OR DELETE ON log
           FOR EACH ROW EXECUTE FUNCTION samsvar_only_added_to())",
        R"(CREATE TRIGGER log_whole BEFORE TRUNCATE ON log EXECUTE FUNCTION samsvar_only_added_to())",
        R"(CREATE TRIGGER decision_kept BEFORE UPDATE OR DELETE ON decision
           FOR EACH ROW EXECUTE FUNCTION samsvar_only_added_to())",
        R"(CREATE TRIGGER decision_whole BEFORE TRUNCATE ON decision EXECUTE FUNCTION samsvar_only_added_to())",
    },
};

// What is due, what is open and who is used is found by index, however many years are kept: rows of an assessment that
// a later one of its contract has followed are no longer live, and a finding knows until when it is accepted.
const Migration version_2{
    2,
    {
        "ALTER TABLE standing ADD COLUMN live INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE subprocessor ADD COLUMN live INTEGER NOT NULL DEFAULT 1",
        // NULL: open. A day: the last one it holds. '9999-12-31': accepted.
        "ALTER TABLE finding ADD COLUMN accepted_until TEXT",
        // The first such day of the assessment that is one.
        "ALTER TABLE assessment ADD COLUMN first_lapse TEXT",
        R"(UPDATE standing SET live = 0 WHERE assessment NOT IN (SELECT latest FROM contract WHERE latest IS NOT NULL))",
        R"(UPDATE subprocessor SET live = 0
           WHERE assessment NOT IN (SELECT latest FROM contract WHERE latest IS NOT NULL))",
        // A decision on the finding itself goes before one on the answer or requirement it stands under.
        R"(UPDATE finding SET accepted_until = (
               SELECT CASE d.kind WHEN 'accept' THEN '9999-12-31'
                                  WHEN 'accept-risk' THEN coalesce(d.due, '9999-12-31') END
               FROM standing s JOIN decision d ON d.revision = s.revision
               WHERE s.assessment = finding.assessment AND s.target_kind = 'finding' AND s.target = finding.target))",
        R"(UPDATE finding SET accepted_until = (
               SELECT CASE d.kind WHEN 'accept' THEN '9999-12-31'
                                  WHEN 'accept-risk' THEN coalesce(d.due, '9999-12-31') END
               FROM answer a JOIN standing s ON s.assessment = a.assessment AND s.target_kind = 'answer'
                                                AND s.target = a.question
                             JOIN decision d ON d.revision = s.revision
               WHERE a.assessment = finding.assessment AND a.position = finding.owner)
           WHERE part_of = 'answer' AND NOT EXISTS (
               SELECT 1 FROM standing s JOIN decision d ON d.revision = s.revision
               WHERE s.assessment = finding.assessment AND s.target_kind = 'finding' AND s.target = finding.target
                     AND d.kind <> ''))",
        R"(UPDATE finding SET accepted_until = (
               SELECT CASE d.kind WHEN 'accept' THEN '9999-12-31'
                                  WHEN 'accept-risk' THEN coalesce(d.due, '9999-12-31') END
               FROM requirement r JOIN standing s ON s.assessment = r.assessment AND s.target_kind = 'requirement'
                                                     AND s.target = r.catalog || '/' || r.id
                                  JOIN decision d ON d.revision = s.revision
               WHERE r.assessment = finding.assessment AND r.position = finding.owner)
           WHERE part_of = 'requirement' AND NOT EXISTS (
               SELECT 1 FROM standing s JOIN decision d ON d.revision = s.revision
               WHERE s.assessment = finding.assessment AND s.target_kind = 'finding' AND s.target = finding.target
                     AND d.kind <> ''))",
        "CREATE INDEX finding_lapse ON finding (assessment, accepted_until) WHERE accepted_until IS NOT NULL",
        R"(UPDATE assessment SET first_lapse = (
               SELECT min(accepted_until) FROM finding
               WHERE finding.assessment = assessment.id AND accepted_until IS NOT NULL AND accepted_until < '9999-12-31'))",
        R"(UPDATE assessment SET
               open_high = (SELECT count(*) FROM finding
                            WHERE finding.assessment = assessment.id AND severity = 'high' AND accepted_until IS NULL),
               open_medium = (SELECT count(*) FROM finding
                              WHERE finding.assessment = assessment.id AND severity = 'medium' AND accepted_until IS NULL),
               open_low = (SELECT count(*) FROM finding
                           WHERE finding.assessment = assessment.id AND severity = 'low' AND accepted_until IS NULL))",
        "CREATE INDEX standing_due ON standing (due) WHERE live = 1 AND due IS NOT NULL",
        "CREATE INDEX subprocessor_live ON subprocessor (assessment, position) WHERE live = 1",
        "CREATE INDEX evidence_expiry ON evidence (valid_until) WHERE valid_until IS NOT NULL",
        "CREATE INDEX evidence_name ON evidence (supplier, name, valid_until)",
    },
    {},
    {},
};

std::string in_dialect(std::string statement, Database::Kind kind)
{
    const bool sqlite = kind == Database::Kind::sqlite;
    const std::pair<const char*, const char*> types[] = {{"{id}", sqlite ? "INTEGER" : "BIGINT"},
                                                         {"{bytes}", sqlite ? "BLOB" : "BYTEA"}};
    for (const auto& [name, type] : types)
        for (std::size_t at = 0; (at = statement.find(name, at)) != std::string::npos;)
            statement.replace(at, std::string_view(name).size(), type);
    return statement;
}

bool has_table(Database& database, const std::string& name)
{
    if (database.kind() == Database::Kind::sqlite)
        return database.number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1", {name}) > 0;
    return database.number("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
                           {name}) > 0;
}

bool is_empty(Database& database)
{
    return database.number(database.kind() == Database::Kind::sqlite
                               ? "SELECT count(*) FROM sqlite_master"
                               : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()") == 0;
}

void apply(Database& database, const Migration& migration)
{
    const bool sqlite = database.kind() == Database::Kind::sqlite;
    for (const auto* list : {&migration.statements, sqlite ? &migration.sqlite : &migration.postgresql})
        for (const char* statement : *list) database.run(in_dialect(statement, database.kind()));
    database.run("INSERT INTO migration (version, at) VALUES ($1, $2)", {std::int64_t{migration.version}, now()});
}

}  // namespace

const std::vector<Migration>& migrations()
{
    static const std::vector<Migration> all{version_1, version_2};
    return all;
}

int newest_version()
{
    return migrations().back().version;
}

int version_of(Database& database)
{
    if (!has_table(database, "migration")) {
        if (is_empty(database)) return 0;
        throw Error(ErrorCode::unsupported, {database.where(), {}, 0, 0},
                    "this database belongs to another program; name one of its own for the register");
    }
    const std::int64_t version = database.number("SELECT max(version) FROM migration").value_or(0);
    if (version > newest_version())
        throw Error(ErrorCode::unsupported, {database.where(), {}, 0, 0},
                    "the register was written by a newer samsvar (version " + std::to_string(version) +
                        " of the register, this program knows " + std::to_string(newest_version()) +
                        "); install that one, nothing was changed");
    return static_cast<int>(version);
}

void migrate(Database& database, int version)
{
    if (version_of(database) >= version) return;
    Database::Transaction writing(database, Database::Transaction::Purpose::write);
    // Two that open an empty database at once: the second waits here and finds it done.
    if (database.kind() == Database::Kind::postgresql)
        database.each("SELECT pg_advisory_xact_lock(1397576534)::text", {}, "t", [](const Row&) {});
    int reached = version_of(database);
    if (reached == 0) database.run("CREATE TABLE migration (version INTEGER PRIMARY KEY, at TEXT NOT NULL)");
    for (const Migration& migration : migrations())
        if (migration.version > reached && migration.version <= version) apply(database, migration);
    writing.commit();
}

}  // namespace samsvar::store
