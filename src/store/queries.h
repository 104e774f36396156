#pragma once

// Internal to the folder, and read by the tests, which ask both databases how they would run these.
namespace samsvar::store::query {

// The order of columns is that of read_line() in lines.cpp.
#define SAMSVAR_LINE                                                                                                  \
    "a.id, a.supplier, a.contract, a.file, a.day, a.form, a.form_version, a.answers, a.satisfied, a.partial, a.gap, " \
    "a.unanswered, a.unclear, a.not_applicable, a.high, a.medium, a.low, a.open_high, a.open_medium, a.open_low, "    \
    "a.revision, a.first_lapse"
inline constexpr const char* line_types =
    "itttttt"
    "iiiiiii"
    "iiiiii"
    "it";

inline constexpr const char* lines_of_supplier =
    "SELECT " SAMSVAR_LINE " FROM assessment a WHERE a.supplier = $1 ORDER BY a.id DESC";
inline constexpr const char* lines_of_contract =
    "SELECT " SAMSVAR_LINE " FROM assessment a WHERE a.supplier = $1 AND a.contract = $2 ORDER BY a.id DESC";
inline constexpr const char* latest_lines =
    "SELECT " SAMSVAR_LINE " FROM contract c JOIN assessment a ON a.id = c.latest WHERE c.latest IS NOT NULL";
inline constexpr const char* previous_lines =
    "SELECT " SAMSVAR_LINE
    " FROM contract c JOIN assessment l ON l.id = c.latest JOIN assessment a ON a.id = l.previous"
    " WHERE c.latest IS NOT NULL";
#undef SAMSVAR_LINE

inline constexpr const char* contracts_with_supplier =
    "SELECT s.id, s.name, s.country, s.email, s.language, c.id, c.title, c.from_day, c.until_day, c.follow_up_months,"
    " c.next_follow_up, c.owner, c.latest, l.previous FROM contract c JOIN supplier s ON s.id = c.supplier"
    " LEFT JOIN assessment l ON l.id = c.latest ORDER BY s.name_key, s.id, c.id";
inline constexpr const char* lapsed =
    "SELECT severity, count(*) FROM finding"
    " WHERE assessment = $1 AND accepted_until IS NOT NULL AND accepted_until < $2 GROUP BY severity";

// The same for all lines of the portfolio at once: severity, how many, assessment.
inline constexpr const char* lapsed_latest =
    "SELECT f.severity, count(*), f.assessment FROM contract c JOIN assessment a ON a.id = c.latest"
    " JOIN finding f ON f.assessment = a.id WHERE a.first_lapse < $1 AND f.accepted_until IS NOT NULL"
    " AND f.accepted_until < $1 GROUP BY f.assessment, f.severity";
inline constexpr const char* lapsed_previous =
    "SELECT f.severity, count(*), f.assessment FROM contract c JOIN assessment l ON l.id = c.latest"
    " JOIN assessment a ON a.id = l.previous JOIN finding f ON f.assessment = a.id"
    " WHERE a.first_lapse < $1 AND f.accepted_until IS NOT NULL AND f.accepted_until < $1"
    " GROUP BY f.assessment, f.severity";

inline constexpr const char* due_follow_ups =
    "SELECT c.next_follow_up, c.supplier, s.name, c.id, c.title, c.owner"
    " FROM contract c JOIN supplier s ON s.id = c.supplier"
    " WHERE c.next_follow_up IS NOT NULL AND c.next_follow_up <= $1";
inline constexpr const char* due_decisions =
    "SELECT st.due, a.supplier, s.name, a.contract, st.assessment, st.target_kind, st.target, d.kind,"
    " coalesce(nullif(d.owner, ''), c.owner), d.comment"
    " FROM standing st JOIN decision d ON d.revision = st.revision JOIN assessment a ON a.id = st.assessment"
    " JOIN supplier s ON s.id = a.supplier JOIN contract c ON c.supplier = a.supplier AND c.id = a.contract"
    " WHERE st.live = 1 AND st.due IS NOT NULL AND st.due <= $1";
inline constexpr const char* due_evidence =
    "SELECT e.valid_until, e.supplier, s.name, a.contract, e.assessment, e.name, c.owner, e.question"
    " FROM evidence e JOIN supplier s ON s.id = e.supplier LEFT JOIN assessment a ON a.id = e.assessment"
    " LEFT JOIN contract c ON c.supplier = a.supplier AND c.id = a.contract"
    " WHERE e.valid_until IS NOT NULL AND e.valid_until <= $1"
    " AND NOT EXISTS (SELECT 1 FROM evidence n WHERE n.supplier = e.supplier AND n.name = e.name"
    " AND (n.valid_until > e.valid_until OR n.valid_until = e.valid_until AND n.id > e.id))";
inline constexpr const char* subprocessor_uses =
    "SELECT p.name, p.address, p.identifier, coalesce(p.place_file, a.file), p.place_part, p.place_path,"
    " p.place_sheet, a.supplier, a.contract, p.assessment"
    " FROM subprocessor p JOIN assessment a ON a.id = p.assessment WHERE p.live = 1"
    " ORDER BY p.assessment, p.position";

inline constexpr const char* findings_now =
    "SELECT c.supplier, c.id, f.assessment, f.target, f.severity, f.quote FROM contract c"
    " JOIN finding f ON f.assessment = c.latest WHERE f.code = $1 ORDER BY f.assessment, f.position";

inline constexpr const char* assessment =
    "SELECT supplier, contract, previous, kept_at, kept_by, samsvar, day, file, sha256, language, form, form_version,"
    " catalogs, supplier_name, organisation, facts, annexes FROM assessment WHERE id = $1";
inline constexpr const char* answers =
    "SELECT question, section, printed_question, text, evidence_text, question_file, question_part, question_path,"
    " question_sheet, place_file, place_part, place_path, place_sheet, covers, outcome, severity, evidence,"
    " evidence_named FROM answer WHERE assessment = $1 ORDER BY position";
inline constexpr const char* requirements =
    "SELECT catalog, id, title, shall, outcome, severity, evidence, answers FROM requirement WHERE assessment = $1"
    " ORDER BY position";
inline constexpr const char* findings =
    "SELECT part_of, owner, code, detail, with_question, severity, outcome, quote, place_file, place_part, place_path,"
    " place_sheet, reason, ask FROM finding WHERE assessment = $1 ORDER BY position";
inline constexpr const char* subprocessors =
    "SELECT name, address, identifier, place_file, place_part, place_path, place_sheet FROM subprocessor"
    " WHERE assessment = $1 ORDER BY position";
inline constexpr const char* phrases =
    "SELECT digest, texts FROM phrase WHERE digest IN (SELECT reason FROM finding WHERE assessment = $1"
    " UNION SELECT ask FROM finding WHERE assessment = $1 UNION SELECT title FROM requirement WHERE assessment = $1)";
inline constexpr const char* standing_decisions =
    "SELECT d.target_kind, d.target, d.kind, d.comment, d.owner, d.due, d.by_whom, d.at, d.revision, d.basis,"
    " d.carried FROM standing s JOIN decision d ON d.revision = s.revision WHERE s.assessment = $1";
inline constexpr const char* history =
    "SELECT target_kind, target, kind, comment, owner, due, by_whom, at, revision, basis, carried FROM decision"
    " WHERE assessment = $1 AND target_kind = $2 AND target = $3 ORDER BY revision";
inline constexpr const char* decision_types = "ttttttttiti";
inline constexpr const char* assessment_of_file = "SELECT max(id) FROM assessment WHERE sha256 = $1";
inline constexpr const char* file_parts = "SELECT content FROM file_part WHERE sha256 = $1 ORDER BY position";

inline constexpr const char* log_newest =
    "SELECT id, at, who, what, supplier, about, detail FROM log"
    " ORDER BY id DESC LIMIT $1";
inline constexpr const char* log_of_supplier =
    "SELECT id, at, who, what, supplier, about, detail FROM log"
    " WHERE supplier = $1 ORDER BY id DESC LIMIT $2";

}  // namespace samsvar::store::query
