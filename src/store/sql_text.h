#pragma once

#include <string>

// Internal to the folder.
namespace samsvar::store {

/// Valid UTF-8 without NUL: a broken sequence becomes U+FFFD. PostgreSQL takes nothing else.
std::string clean(const std::string& text);

/// What PostgreSQL shows bytes as: \x0a1b. Poco's own reading of it takes a string for every byte.
std::string bytes_of(const std::string& shown);

}  // namespace samsvar::store
