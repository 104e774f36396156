#include "store/database.h"

#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <Poco/Nullable.h>
#include <Poco/SharedLibrary.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <set>
#include <unordered_map>

#include "base/error.h"
#include "store/address.h"
#include "store/sql_text.h"
#include "store/write_lock.h"

namespace samsvar::store {

namespace {

using Poco::Data::Keywords::into;
using Poco::Data::Keywords::limit;
using Poco::Data::Keywords::use;

/// Loads one of Poco's connectors when a register of its kind is first opened, and keeps it. Linked, the two would
/// bring some twenty libraries that each start of the program pays for, whatever it is asked to do. Throws
/// Error(unsupported).
void load_connector(const char* library, const char* register_function)
{
    // Never unloaded, since sessions are its code; a SharedLibrary that goes leaves it where it is.
    static std::mutex one_at_a_time;
    static std::set<std::string> loaded;
    const std::lock_guard<std::mutex> lock(one_at_a_time);
    if (loaded.count(library)) return;
    try {
        Poco::SharedLibrary connector(library);
        reinterpret_cast<void (*)()>(connector.getSymbol(register_function))();
        loaded.insert(library);
    }
    catch (const Poco::Exception& failure) {
        throw Error(ErrorCode::unsupported, {},
                    std::string("the library ") + library + " cannot be loaded (" + failure.message() +
                        "); install libpoco-dev, or Poco's libraries for this database");
    }
}

void load_connector(Database::Kind kind)
{
    // registerConnector() of Poco::Data::SQLite::Connector and of Poco::Data::PostgreSQL::Connector.
    if (kind == Database::Kind::sqlite)
        load_connector(SAMSVAR_SQLITE_CONNECTOR, "_ZN4Poco4Data6SQLite9Connector17registerConnectorEv");
    else
        load_connector(SAMSVAR_POSTGRESQL_CONNECTOR, "_ZN4Poco4Data10PostgreSQL9Connector17registerConnectorEv");
}

/// What the database said, without the statement and the parts that tell a person nothing.
std::string said(const Poco::Exception& failure)
{
    std::string text = failure.message().empty() ? failure.displayText() : failure.message();
    for (const char* end : {" Severity:", "\nLINE ", "\nCONTEXT:"})
        if (const std::size_t at = text.find(end); at != std::string::npos) text.resize(at);
    for (const char* start :
         {"postgresql_stmt_execute error: ", "postgresql_stmt_prepare error: ", "Connection Error: "})
        if (text.starts_with(start)) text.erase(0, std::string_view(start).size());
    // SQLite's connector says it twice when the code and the message are the same.
    if (const std::size_t half = (text.size() - std::min<std::size_t>(text.size(), 2)) / 2;
        half > 0 && text.substr(0, half) + ": " + text.substr(0, half) == text)
        text.resize(half);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

/// A statement with the places its values and columns are exchanged through; they stay where they are.
struct Prepared {
    using Number = Poco::Nullable<Poco::Int64>;
    using Text = Poco::Nullable<std::string>;
    using Blob = Poco::Nullable<Poco::Data::BLOB>;

    explicit Prepared(Poco::Data::Session& session) : statement(session) {}

    Poco::Data::Statement statement;
    std::deque<std::variant<Number, Text, Blob>> values, columns;
    bool blobs_are_text = false;
};

bool Row::is_null(std::size_t column) const
{
    return std::visit([](const auto& one) { return one.isNull(); }, statement_.columns[column]);
}

std::int64_t Row::number(std::size_t column) const
{
    return std::get<Prepared::Number>(statement_.columns[column]).value(0);
}

int Row::small(std::size_t column) const
{
    return static_cast<int>(number(column));
}

std::string Row::text(std::size_t column) const
{
    const auto& text = std::get<Prepared::Text>(statement_.columns[column]);
    return text.isNull() ? std::string() : text.value();
}

std::string Row::bytes(std::size_t column) const
{
    if (is_null(column)) return {};
    if (statement_.blobs_are_text) return bytes_of(text(column));
    const Poco::Data::BLOB& blob = std::get<Prepared::Blob>(statement_.columns[column]).value();
    return {reinterpret_cast<const char*>(blob.rawContent()), blob.size()};
}

struct Database::Inside {
    Kind kind = Kind::sqlite;
    std::string where;       // as shown
    std::string connection;  // for the connector
    std::string password;
    std::unique_ptr<WriteLock> lock;  // SQLite
    std::unique_ptr<Poco::Data::Session> session;
    std::unordered_map<std::string, std::unique_ptr<Prepared>> prepared;
    bool in_transaction = false;
    bool committing = false;

    void connect()
    {
        prepared.clear();
        session.reset();
        load_connector(kind);
        session = std::make_unique<Poco::Data::Session>(kind == Kind::sqlite ? "SQLite" : "PostgreSQL", connection);
    }

    [[noreturn]] void fail(const Poco::Exception& failure) const;
    void drop(const std::string& sql);
    Prepared& prepare(const std::string& sql, const Values& values, const std::string& columns);
};

void Database::Inside::fail(const Poco::Exception& failure) const
{
    std::string words = said(failure);
    if (!password.empty())
        for (std::size_t at = 0; (at = words.find(password, at)) != std::string::npos;)
            words.replace(at, password.size(), "…");
    const Location place{where, {}, 0, 0};
    const std::string told = "; the database said: " + words;
    if (has(words, "not a database"))
        throw Error(ErrorCode::malformed, place, "this file is no register of samsvar; name another file");
    if (has(words, "locked") || has(words, "lock timeout") || has(words, "busy"))
        throw Error(ErrorCode::io, place, "the register is in use by another program; try again" + told);
    if (has(words, "malformed") || has(words, "corrupt"))
        throw Error(
            ErrorCode::malformed, place,
            "the register is damaged; take the latest backup, or what .recover of the sqlite3 shell saves" + told);
    if (has(words, "disk is full") || has(words, "No space left"))
        throw Error(ErrorCode::io, place, "the disk is full; nothing was written" + told);
    if (kind == Kind::postgresql && (session == nullptr || !session->isConnected())) {
        if (committing)
            throw Error(ErrorCode::io, place,
                        "the connection was lost while the change was being written; look whether it is there before "
                        "doing it again" +
                            told);
        throw Error(ErrorCode::io, place,
                    "the database server cannot be reached or lets nobody in; check host, port, database, user and "
                    "password (PGPASSWORD, ~/.pgpass)" +
                        told);
    }
    throw Error(ErrorCode::io, place, "the register could not be read or written" + told);
}

/// Forgets a statement that failed.
void Database::Inside::drop(const std::string& sql)
{
    const auto found = prepared.find(sql);
    if (found == prepared.end()) return;
    // Poco 1.11 frees the result of the last run before it knows of the failure, and once more with the statement: one
    // that failed on PostgreSQL is never taken down.
    static auto* const abandoned = new std::deque<std::unique_ptr<Prepared>>;
    if (kind == Kind::postgresql && found->second) abandoned->push_back(std::move(found->second));
    prepared.erase(found);
}

Prepared& Database::Inside::prepare(const std::string& sql, const Values& values, const std::string& columns)
{
    std::unique_ptr<Prepared>& kept = prepared[sql];
    if (!kept) {
        auto made = std::make_unique<Prepared>(*session);
        made->blobs_are_text = kind == Kind::postgresql;
        made->statement << sql;
        for (const Value& value : values) {
            // A place that is NULL at first takes texts; the databases convert.
            if (std::holds_alternative<std::int64_t>(value)) {
                auto& slot = made->values.emplace_back(Prepared::Number());
                made->statement, use(std::get<Prepared::Number>(slot));
            }
            else if (std::holds_alternative<Bytes>(value)) {
                auto& slot = made->values.emplace_back(Prepared::Blob());
                made->statement, use(std::get<Prepared::Blob>(slot));
            }
            else {
                auto& slot = made->values.emplace_back(Prepared::Text());
                made->statement, use(std::get<Prepared::Text>(slot));
            }
        }
        for (const char type : columns) {
            if (type == 'i') {
                auto& slot = made->columns.emplace_back(Prepared::Number());
                made->statement, into(std::get<Prepared::Number>(slot));
            }
            else if (type == 'b' && !made->blobs_are_text) {
                auto& slot = made->columns.emplace_back(Prepared::Blob());
                made->statement, into(std::get<Prepared::Blob>(slot));
            }
            else {
                auto& slot = made->columns.emplace_back(Prepared::Text());
                made->statement, into(std::get<Prepared::Text>(slot));
            }
        }
        if (!columns.empty()) made->statement, limit(1);
        kept = std::move(made);
    }
    for (std::size_t index = 0; index < values.size(); ++index) {
        auto& slot = kept->values[index];
        const Value& value = values[index];
        if (auto* number = std::get_if<Prepared::Number>(&slot)) {
            number->clear();
            if (const auto* given = std::get_if<std::int64_t>(&value)) *number = *given;
        }
        else if (auto* text = std::get_if<Prepared::Text>(&slot)) {
            text->clear();
            if (const auto* given = std::get_if<std::string>(&value)) *text = clean(*given);
            if (const auto* given = std::get_if<std::int64_t>(&value)) *text = std::to_string(*given);
        }
        else {
            auto& blob = std::get<Prepared::Blob>(slot);
            blob.clear();
            if (const auto* given = std::get_if<Bytes>(&value))
                blob = Poco::Data::BLOB(reinterpret_cast<const unsigned char*>(given->content.data()),
                                        given->content.size());
        }
    }
    return *kept;
}

Database::Database(const std::string& where) : inside_(std::make_unique<Inside>())
{
    if (is_address(where)) {
        const Address address = read_address(where);
        inside_->kind = Kind::postgresql;
        inside_->where = address.shown;
        inside_->connection = address.connection;
        inside_->password = address.password;
    }
    else {
        if (where.empty() || where.find('\0') != std::string::npos)
            throw Error(ErrorCode::invalid_argument, {}, "the register's file has no name; say --store PATH");
        inside_->where = where;
        // Absolute, so that no name is taken for a URI ("file:…") or for a database in memory.
        const std::filesystem::path file = std::filesystem::absolute(where);
        inside_->connection = file.string();
        if (std::error_code error; std::filesystem::is_directory(file, error))
            throw Error(ErrorCode::invalid_argument, {where, {}, 0, 0}, "this is a folder; name a file in it");
        inside_->lock = std::make_unique<WriteLock>(file);
        inside_->lock->take();
    }
    try {
        inside_->connect();
        if (kind() == Kind::sqlite) {
            // FULL: a commit that returned survives a power cut.
            for (const char* setting : {"PRAGMA busy_timeout = 30000", "PRAGMA journal_mode = WAL"})
                each(setting, {}, "t", [](const Row&) {});
            for (const char* setting : {"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
                                        "PRAGMA trusted_schema = OFF", "PRAGMA cache_size = -16000"})
                run(setting);
            inside_->lock->give_back();
        }
        else {
            for (const char* setting : {"SET synchronous_commit = on", "SET lock_timeout = '30s'"}) run(setting);
        }
    }
    catch (const Poco::Exception& failure) {
        inside_->fail(failure);
    }
}

Database::~Database()
{
    // The last connection to an SQLite file writes the WAL back when it closes; nobody else may write then.
    bool locked = false;
    try {
        if (inside_->lock) inside_->lock->take();
        locked = inside_->lock != nullptr;
    }
    catch (const Error&) {
    }
    inside_->prepared.clear();
    inside_->session.reset();
    if (locked) inside_->lock->give_back();
}

Database::Kind Database::kind() const
{
    return inside_->kind;
}

const std::string& Database::where() const
{
    return inside_->where;
}

void Database::fail(const std::string& what) const
{
    throw Error(ErrorCode::malformed, {where(), {}, 0, 0}, what);
}

void Database::run(const std::string& sql, const Values& values)
{
    each(sql, values, {}, [](const Row&) {});
}

void Database::each(const std::string& sql, const Values& values, const std::string& columns,
                    const std::function<void(const Row&)>& row)
{
    // A statement that did not come to its end would go on where it stopped.
    struct Forget {
        Inside& inside;
        const std::string& sql;
        bool done = false;
        ~Forget()
        {
            if (!done) inside.drop(sql);
        }
    } forget{*inside_, sql};
    try {
        Prepared& statement = inside_->prepare(sql, values, columns);
        const Row current(statement);
        do {
            const bool got = statement.statement.execute() > 0;
            if (got && !columns.empty()) row(current);
        } while (!statement.statement.done());
        forget.done = true;
    }
    catch (const Poco::Exception& failure) {
        inside_->fail(failure);
    }
}

std::optional<std::int64_t> Database::number(const std::string& sql, const Values& values)
{
    std::optional<std::int64_t> found;
    each(sql, values, "i", [&](const Row& row) {
        if (!found && !row.is_null(0)) found = row.number(0);
    });
    return found;
}

std::optional<std::string> Database::text(const std::string& sql, const Values& values)
{
    std::optional<std::string> found;
    each(sql, values, "t", [&](const Row& row) {
        if (!found && !row.is_null(0)) found = row.text(0);
    });
    return found;
}

Database::Transaction::Transaction(Database& database, Purpose purpose) : database_(database), purpose_(purpose)
{
    Inside& inside = *database_.inside_;
    try {
        if (inside.kind == Kind::sqlite) {
            if (purpose_ == Purpose::write) inside.lock->take();
            try {
                database_.run(purpose_ == Purpose::write ? "BEGIN IMMEDIATE" : "BEGIN");
            }
            catch (...) {
                if (purpose_ == Purpose::write) inside.lock->give_back();
                throw;
            }
        }
        else {
            if (!inside.session->isConnected()) {
                inside.connect();
                for (const char* setting : {"SET synchronous_commit = on", "SET lock_timeout = '30s'"})
                    database_.run(setting);
            }
            inside.session->begin();
            try {
                if (purpose_ == Purpose::read)
                    database_.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            catch (...) {
                if (inside.session->isConnected()) inside.session->rollback();
                throw;
            }
        }
        open_ = true;
    }
    catch (const Poco::Exception& failure) {
        inside.fail(failure);
    }
}

void Database::Transaction::commit()
{
    Inside& inside = *database_.inside_;
    try {
        inside.committing = purpose_ == Purpose::write;
        if (inside.kind == Kind::sqlite)
            database_.run("COMMIT");
        else
            inside.session->commit();
        inside.committing = false;
        open_ = false;
        if (inside.kind == Kind::sqlite && purpose_ == Purpose::write) inside.lock->give_back();
    }
    catch (const Poco::Exception& failure) {
        try {
            inside.fail(failure);
        }
        catch (...) {
            inside.committing = false;
            throw;
        }
    }
}

Database::Transaction::~Transaction()
{
    if (!open_) return;
    Inside& inside = *database_.inside_;
    inside.committing = false;
    try {
        if (inside.kind == Kind::sqlite)
            database_.run("ROLLBACK");
        else
            inside.session->rollback();
    }
    catch (const Error&) {
        // The database has undone it itself, or will when the connection is gone.
    }
    catch (const Poco::Exception&) {
    }
    if (inside.kind == Kind::sqlite && purpose_ == Purpose::write) inside.lock->give_back();
}

void Database::copy_to(const std::filesystem::path& file)
{
    run("VACUUM INTO $1", {std::filesystem::absolute(file).string()});
    const int opened = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    const bool kept = opened >= 0 && ::fsync(opened) == 0;
    if (opened >= 0) ::close(opened);
    if (!kept) throw Error(ErrorCode::io, {file.string(), {}, 0, 0}, "the copy could not be written to the disk");
}

}  // namespace samsvar::store
