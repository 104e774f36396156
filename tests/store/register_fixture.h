#pragma once

#include <memory>
#include <string>

#include "model/register.h"
#include "store/store.h"
#include "support/temporary_folder.h"

namespace samsvar::test {

/// An empty register of the test's own: an SQLite file, or the PostgreSQL database that SAMSVAR_TEST_POSTGRESQL names,
/// emptied. The same tests are run on both.
class Register {
public:
    Register();

    const std::string& where() const { return where_; }
    bool postgresql() const { return postgresql_; }
    store::Store open(const std::string& who = "kari") const { return store::Store::open(where_, who); }
    const std::filesystem::path& folder() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
    std::string where_;
    bool postgresql_ = false;
};

/// A record with all there can be: answers with findings, a requirement with one of its own, a general one, texts in
/// several languages, signs outside ASCII. `question_count` answers.
model::Record sample_record(const std::string& file_content, int question_count = 3);
inline const std::string sample_file("PK\x03\x04\0\x01 not really a document\xff", 30);

/// Supplier NO:974760673 "Nordlys AS" with contract "2025-1".
model::Supplier nordlys();
/// Keeps sample_record(file) for that supplier, which is added when it is not there.
std::int64_t keep_sample(store::Store& store, const std::string& file = sample_file, int question_count = 3);

model::Decision decision(const std::string& target, model::DecisionKind kind, const std::string& comment = {});

}  // namespace samsvar::test
