#pragma once

#include <string>
#include <vector>

// Internal to the folder: the tables of the register, for copying all of it.
namespace samsvar::store {

struct Column {
    const char* name;
    char type;      ///< i integer, t text, b bytes; as Database::each takes them
    int since = 1;  ///< version of the schema that brought it
};

struct Table {
    const char* name;
    std::size_t keys;  ///< how many of the first columns are the primary key
    std::vector<Column> columns;

    std::string types() const;
    /// "a, b, c"
    std::string names() const;
    /// A page of rows in the order of the key: the first, or those behind a key. The last place is how many.
    std::string select(bool behind_key) const;
    std::string insert() const;
};

/// In an order in which they can be filled again: nothing before what it refers to.
const std::vector<Table>& tables();

}  // namespace samsvar::store
