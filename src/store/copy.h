#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "store/database.h"
#include "store/tables.h"

// Internal to the folder.
namespace samsvar::store {

/// One row's values as they are bound.
using RowSink = std::function<void(const Values&)>;

/// Every row of a table in the order of its key, some hundred in memory at a time. Within a transaction of the
/// caller's.
void each_row(Database& database, const Table& table, const RowSink& sink);

/// An SQLite register that is gone with all that belongs to it at the end, in a folder of its own in `place`.
class ScratchRegister {
public:
    explicit ScratchRegister(const std::filesystem::path& place);
    ScratchRegister(const ScratchRegister&) = delete;
    ScratchRegister& operator=(const ScratchRegister&) = delete;
    ~ScratchRegister();

    std::string file() const { return (folder_ / "register.db").string(); }

private:
    std::filesystem::path folder_;
};

/// All of a register into an empty one of the newest schema. Both within transactions of the caller's.
void copy_register(Database& from, Database& to);

/// Throws Error(invalid_argument) when the register holds anything.
void require_empty(Database& database);

}  // namespace samsvar::store
