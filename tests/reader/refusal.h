#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/limits.h"
#include "reader/open.h"

namespace samsvar::test {

/// "code: whole message" of the Error that reading `bytes` as "a.bin" raises; "read" when there is none.
inline std::string refusal(std::string_view bytes, const Limits& limits = {})
{
    try {
        reader::open_bytes(bytes, "a.bin", limits);
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
    return "read";
}

}  // namespace samsvar::test
