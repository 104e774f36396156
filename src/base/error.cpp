#include "base/error.h"

namespace samsvar {

const char* name_of(ErrorCode code)
{
    switch (code) {
        case ErrorCode::not_found: return "not-found";
        case ErrorCode::io: return "io";
        case ErrorCode::malformed: return "malformed";
        case ErrorCode::unsupported: return "unsupported";
        case ErrorCode::limit_exceeded: return "limit-exceeded";
        case ErrorCode::invalid_argument: return "invalid-argument";
    }
    return "unknown";
}

std::string Location::text() const
{
    std::string text = file;
    if (!part.empty()) {
        if (!text.empty()) text += '!';
        text += part;
    }
    if (line > 0) {
        text += ':' + std::to_string(line);
        if (column > 0) text += ':' + std::to_string(column);
    }
    return text;
}

namespace {
std::string with_place(const Location& where, const std::string& message)
{
    const std::string place = where.text();
    return place.empty() ? message : place + ": " + message;
}
}  // namespace

Error::Error(ErrorCode code, Location where, const std::string& message)
    : std::runtime_error(with_place(where, message)), code_(code), where_(std::move(where)), message_(message)
{
}

}  // namespace samsvar
