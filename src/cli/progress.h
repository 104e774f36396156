#pragma once

#include <chrono>
#include <string>

#include "app/output.h"

namespace samsvar::cli {

/// How wide the terminal is, and whether it shows colours.
app::Screen terminal();

/// A line on the terminal that says what is being done, once it has taken longer than a second.
class ProgressLine {
public:
    explicit ProgressLine(std::string file);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void tell(const char* stage);
    void clear();

private:
    std::string file_;
    std::chrono::steady_clock::time_point start_;
    bool shown_ = false;
};

}  // namespace samsvar::cli
