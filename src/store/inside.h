#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "store/database.h"
#include "store/store.h"

// Internal to the folder.
namespace samsvar::store {

struct Store::Inside {
    Inside(const std::string& where, std::string user);

    Database database;
    std::string who;

    /// Digests of phrases that are surely in the database.
    std::unordered_set<std::string> kept_phrases;
    std::unordered_map<std::string, model::LocalText> read_phrases;
    /// Gives the phrase's digest; writes it when it is not known to be there.
    std::string keep_phrase(const model::LocalText& phrase);
    /// The phrases of an assessment are in read_phrases afterwards.
    void read_phrases_of(std::int64_t assessment);

    void require_supplier(const std::string& supplier);
    void require_assessment(std::int64_t assessment);
    /// Replaces what is due to lapsing acceptances in the counts of open findings.
    void reopen_lapsed(std::vector<model::AssessmentLine>& lines, const std::vector<std::string>& first_lapses,
                       const std::string& today);
};

/// A change of the register: a write transaction that has the register for itself. Everything is undone unless
/// commit() is reached.
class Change {
public:
    Change(Database& database, std::string who);

    /// The next revision.
    std::int64_t revise() { return ++revision_; }
    std::int64_t revision() const { return revision_; }
    /// The time of all that the change writes.
    const std::string& at() const { return at_; }
    void log(const std::string& what, const std::string& supplier, const std::string& about, const std::string& detail);
    void commit();

private:
    Database& database_;
    std::string who_, at_;
    Database::Transaction transaction_;
    std::int64_t revision_ = 0;
};

using Purpose = Database::Transaction::Purpose;

}  // namespace samsvar::store
