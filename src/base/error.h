#pragma once

#include <stdexcept>
#include <string>

namespace samsvar {

/// Why the tool cannot do its job. One table (app/exit_status) maps each to an exit status.
enum class ErrorCode {
    not_found,         ///< a file, catalogue, form or id that was asked for does not exist
    io,                ///< the operating system refused to read or write
    malformed,         ///< the bytes are not what the format requires
    unsupported,       ///< well formed, but of a kind this program does not read
    limit_exceeded,    ///< a limit of base/limits.h was passed
    invalid_argument,  ///< the caller asked for something that makes no sense
};

/// The stable name of a code, as printed in logs and JSON ("malformed").
const char* name_of(ErrorCode code);

/// Where something stands in a file: `file!part:line:column`; empty and zero fields are left out.
struct Location {
    std::string file;
    std::string part;  ///< part inside a package, for example word/document.xml
    int line = 0;      ///< 1-based; 0 = unknown
    int column = 0;    ///< 1-based; 0 = unknown

    std::string text() const;
};

/// The one exception type: the tool cannot do its job. Things to say about a supplier's answers
/// are never an Error, they are values (model::Problem, model::Finding).
class Error : public std::runtime_error {
public:
    /// `message` says what is wrong and what to do, without the place; `where` is put in front.
    Error(ErrorCode code, Location where, const std::string& message);

    ErrorCode code() const { return code_; }
    const Location& where() const { return where_; }
    /// The message without the place in front.
    const std::string& message() const { return message_; }

private:
    ErrorCode code_;
    Location where_;
    std::string message_;
};

}  // namespace samsvar
