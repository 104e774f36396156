#include "store/copy.h"

#include <unistd.h>

#include <cstdlib>

#include "base/error.h"
#include "base/files.h"
#include "store/inside.h"
#include "store/migrations.h"

namespace samsvar::store {

namespace {

// Pieces of files are up to a megabyte.
std::int64_t page_size(const Table& table)
{
    return table.types().find('b') != std::string::npos ? 4 : 500;
}

}  // namespace

void each_row(Database& database, const Table& table, const RowSink& sink)
{
    const std::string types = table.types();
    const std::int64_t most = page_size(table);
    Values key;
    for (std::int64_t got = most; got == most;) {
        got = 0;
        Values asked = key;
        asked.emplace_back(most);
        database.each(table.select(!key.empty()), asked, types, [&](const Row& row) {
            ++got;
            Values values;
            values.reserve(types.size());
            for (std::size_t column = 0; column < types.size(); ++column) {
                if (row.is_null(column))
                    values.emplace_back();
                else if (types[column] == 'i')
                    values.emplace_back(row.number(column));
                else if (types[column] == 'b')
                    values.emplace_back(Bytes(row.bytes(column)));
                else
                    values.emplace_back(row.text(column));
            }
            if (got == most) key.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(table.keys));
            sink(values);
        });
    }
}

ScratchRegister::ScratchRegister(const std::filesystem::path& place)
{
    std::string pattern = (place / ".samsvar-").string() + std::string(6, 'X');  // mkdtemp puts letters in their place
    if (::mkdtemp(pattern.data()) == nullptr)
        throw Error(ErrorCode::io, {place.string(), {}, 0, 0}, "no temporary folder can be made in it");
    folder_ = pattern;
}

ScratchRegister::~ScratchRegister()
{
    std::error_code failed;
    std::filesystem::remove_all(folder_, failed);
}

void require_empty(Database& database)
{
    for (const char* table : {"supplier", "log"})
        if (database.number("SELECT count(*) FROM " + std::string(table)).value_or(0) != 0)
            throw Error(ErrorCode::invalid_argument, {database.where(), {}, 0, 0},
                        "the register is not empty; name one that does not exist yet");
}

void copy_register(Database& from, Database& to)
{
    for (const Table& table : tables()) {
        const std::string insert = table.insert();
        each_row(from, table, [&](const Values& values) { to.run(insert, values); });
    }
    to.run("UPDATE register SET revision = $1 WHERE one = 1",
           {from.number("SELECT revision FROM register WHERE one = 1").value_or(0)});
}

void Store::backup(const std::filesystem::path& file)
{
    Database& database = inside_->database;
    std::error_code error;
    if (std::filesystem::exists(file, error))
        throw Error(ErrorCode::invalid_argument, {file.string(), {}, 0, 0},
                    "there is such a file already; name a new one for the copy");
    write_atomically(file, [&](const std::filesystem::path& temporary) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        if (database.kind() == Database::Kind::sqlite) {
            database.copy_to(temporary);
            return;
        }
        // Through a register of its own, so that no WAL of it is left behind.
        const ScratchRegister scratch(temporary.has_parent_path() ? temporary.parent_path() : ".");
        Database copy(scratch.file());
        migrate(copy);
        {
            Database::Transaction reading(database, Purpose::read);
            Database::Transaction writing(copy, Purpose::write);
            copy_register(database, copy);
            writing.commit();
            reading.commit();
        }
        copy.copy_to(temporary);
    });
    Change change(database, inside_->who);
    change.log("backup-made", "", file.filename().string(), "");
    change.commit();
}

}  // namespace samsvar::store
