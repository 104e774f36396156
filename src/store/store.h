#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/register.h"

namespace samsvar::store {

/// A decision that was not made because somebody else had decided meanwhile.
struct Conflict {
    model::Decision wanted, theirs;
};

struct Decided {
    std::vector<model::Decision> made;  ///< with at and revision as they were given
    std::vector<Conflict> conflicts;
    std::size_t unchanged = 0;  ///< said what stood there already
};

/// The register: suppliers, contracts, assessments with the supplier's files, decisions, evidence and a log, in one
/// SQLite file (WAL) or a PostgreSQL database. What a call that returned has written survives the death of the program
/// or the machine (synchronous commits); a call that throws has written nothing (but a
/// connection to PostgreSQL that is lost during the commit leaves it open; the message says so). Every change is logged
/// with who and when. Several programs can use the register at once. Throws Error: io or store with what the database
/// said and `where()`, without passwords; not_found for an id that does not exist.
class Store {
public:
    /// `where` is the path of an SQLite file, which is made when there is none, or
    /// "postgresql://user:password@host:port/database". Older registers are migrated forward; one written by a newer
    /// program is refused. `who` stands in the log and on decisions.
    static Store open(const std::string& where, const std::string& who);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// As given to open(), the password left out.
    const std::string& where() const;

    /// Adds or replaces.
    void put(const model::Supplier& supplier);
    void put(const model::Contract& contract);
    std::optional<model::Supplier> supplier(const std::string& id);
    /// By id, organisation number with or without its scheme, or name (case does not count); nothing when none or
    /// several fit.
    std::optional<model::Supplier> find_supplier(const std::string& wanted);
    std::vector<model::Supplier> suppliers();
    std::vector<model::Contract> contracts(const std::string& supplier);

    /// Keeps an assessment with the supplier's file (kept once for each SHA-256) and its decisions; gives the new id.
    /// The supplier must be there, the contract is made when it is not. `previous` is set to the latest of the
    /// contract. The record's sha256 must be the file's (invalid_argument).
    std::int64_t keep(const model::KeptAssessment& assessment, std::string_view file);
    model::KeptAssessment assessment(std::int64_t id);
    /// The latest one made of the file with that SHA-256.
    std::optional<std::int64_t> assessment_of_file(const std::string& sha256);
    /// Of a supplier, of one contract when it is not empty; newest first. An accepted risk holds until its day; what
    /// lapsed before `today` is open again.
    std::vector<model::AssessmentLine> assessments(model::Date today, const std::string& supplier,
                                                   const std::string& contract = {});
    /// The supplier's file, byte for byte.
    std::string file_of(std::int64_t assessment);

    /// Makes decisions on an assessment, all or none of those without conflict in one transaction. A target that was
    /// decided differently after `seen` (the highest revision the reviewer had before them) is a conflict and stays as
    /// it is; pass the current revision to overrule. not_found when the assessment has no such target. A finding is
    /// settled by a decision on itself, else by one on its answer, else (a requirement's own) on its requirement.
    Decided decide(std::int64_t assessment, std::vector<model::Decision> decisions, std::int64_t seen);
    /// All decisions on a target, oldest first.
    std::vector<model::Decision> history(std::int64_t assessment, const model::Target& target);
    /// Highest revision of the register.
    std::int64_t revision();

    void add(const model::ReceivedEvidence& evidence);
    std::vector<model::ReceivedEvidence> evidence(const std::string& supplier);

    /// What is due on or before that day, by date: follow-ups of contracts, decisions and accepted risks of the latest
    /// assessment of every contract, documents that no later one of the same name and supplier replaces.
    std::vector<model::DueItem> due(model::Date until);
    /// Every contract, by the supplier's name; `today` as in assessments().
    std::vector<model::PortfolioLine> portfolio(model::Date today);
    std::vector<model::SubprocessorUse> subprocessor_uses();
    /// Findings with that code ("third-country") in the latest assessment of every contract.
    std::vector<model::FindingNow> findings_now(const std::string& code);

    void log(const model::LogEntry& entry);
    /// Newest first; of one supplier when it is not empty.
    std::vector<model::LogEntry> log_entries(const std::string& supplier, std::size_t most);

    /// A copy in one SQLite file, made while others go on writing; renamed into place when whole.
    void backup(const std::filesystem::path& file);
    /// Everything as JSON, and back into an empty register. The files are in it as base64.
    void export_json(std::ostream& out);
    void import_json(std::istream& in);

private:
    struct Inside;
    explicit Store(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace samsvar::store
