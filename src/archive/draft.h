#pragma once

#include <string>

#include "base/limits.h"
#include "model/document.h"

namespace samsvar::archive {

/// The document while it is being read: hands out units and keeps problems within their limit.
class Draft {
public:
    Draft(std::string file, const Limits& limits) : limits_(limits) { document.file = std::move(file); }

    /// A new unit of the ledger. Throws Error(limit_exceeded) when reading takes too long.
    model::UnitId unit(model::UnitKind kind, std::string part, std::string path, bool sheet, bool empty);
    /// Tells something about the file; beyond limits.problems only counted.
    void problem(const std::string& part, const std::string& path, std::string text, bool sheet = false);
    /// The finished document; problems that were only counted are summed up in a last one.
    model::Document finish();

    model::Document document;

private:
    const Limits& limits_;
    std::size_t more_problems_ = 0;
};

}  // namespace samsvar::archive
