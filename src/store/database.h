#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Internal to the folder: the only file that includes Poco::Data is database.cpp.
namespace samsvar::store {

/// Bytes that are no text.
struct Bytes {
    explicit Bytes(std::string bytes) : content(std::move(bytes)) {}
    std::string content;
};

/// What is bound to a place of a statement; monostate is NULL. Texts are made valid UTF-8 without NUL, since PostgreSQL
/// takes nothing else and both databases shall keep the same.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
using Values = std::vector<Value>;

/// NULL for an empty text.
inline Value text_or_null(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

struct Prepared;

/// A row of a result; columns are counted from 0.
class Row {
public:
    bool is_null(std::size_t column) const;
    std::int64_t number(std::size_t column) const;  ///< 0 when it is NULL
    int small(std::size_t column) const;            ///< number() that fits
    bool flag(std::size_t column) const { return number(column) != 0; }
    std::string text(std::size_t column) const;  ///< "" when it is NULL
    std::string bytes(std::size_t column) const;

private:
    friend class Database;
    explicit Row(Prepared& statement) : statement_(statement) {}
    Prepared& statement_;
};

/// One connection to SQLite or PostgreSQL, through which both are spoken to in the same way. Statements are prepared
/// once and kept; places are written $1, $2 … in the order they first stand. Failures become Error.
class Database {
public:
    enum class Kind { sqlite, postgresql };

    /// `where` as for Store::open.
    explicit Database(const std::string& where);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    Kind kind() const;
    /// Without the password.
    const std::string& where() const;

    void run(const std::string& sql, const Values& values = {});
    /// `columns` tells the type of every column: i integer, t text, b bytes.
    void each(const std::string& sql, const Values& values, const std::string& columns,
              const std::function<void(const Row&)>& row);
    /// The first column of the first row.
    std::optional<std::int64_t> number(const std::string& sql, const Values& values = {});
    std::optional<std::string> text(const std::string& sql, const Values& values = {});

    /// A read sees one state of the database to its end. A write has the register for itself: on SQLite by a lock file,
    /// which also keeps two programs from writing and checkpointing at once (sqlite.org/wal.html#walresetbug); on
    /// PostgreSQL begin with an update of the register's row. Undone at its end unless committed. A connection that was
    /// lost is made anew.
    class Transaction {
    public:
        enum class Purpose { read, write };
        Transaction(Database& database, Purpose purpose);
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;
        ~Transaction();
        void commit();

    private:
        Database& database_;
        Purpose purpose_;
        bool open_ = false;
    };

    /// A copy of an SQLite database in a file that is not there yet.
    void copy_to(const std::filesystem::path& file);
    [[noreturn]] void fail(const std::string& what) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samsvar::store
