#pragma once

#include <string>

// Internal to the folder.
namespace samsvar::store {

/// "postgresql://user:password@host:port/database?option=value" taken apart.
struct Address {
    std::string connection;  ///< as Poco's connector wants it
    std::string shown;       ///< the address without the password
    std::string password;
};

/// Whether a place is a PostgreSQL address and not a file.
bool is_address(const std::string& where);
/// Throws Error(invalid_argument) when it cannot be read; the message holds no password.
Address read_address(const std::string& where);

}  // namespace samsvar::store
