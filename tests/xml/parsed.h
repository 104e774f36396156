#pragma once

#include <string>

#include "base/error.h"
#include "xml/element.h"

namespace samsvar::xml {

/// Runs `action`; the code's name and the message with the place, or "no Error".
template <typename Action>
std::string failure_of(Action action)
{
    try {
        action();
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
    return "no Error";
}

inline std::string failure_of_parsing(const std::string& content, const Limits& limits = {})
{
    return failure_of([&] { parse(content, "f.xml", limits); });
}

}  // namespace samsvar::xml
