#pragma once

#include <string>
#include <vector>

namespace samsvar::app {

/// One row of the engine's table of checks, for people.
struct CheckRow {
    std::string name;
    int step = 0;                    ///< of the eight steps of the reasoning
    std::vector<std::string> codes;  ///< finding codes it may raise
    std::string about;               ///< what it does, in English
};

/// The table of checks, in the order they run.
std::vector<CheckRow> checks();

}  // namespace samsvar::app
