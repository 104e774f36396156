#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <iostream>

namespace samsvar::cli {

app::Screen terminal()
{
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return {known ? size.ws_col : app::Screen{}.width, ::isatty(STDOUT_FILENO) != 0};
}

ProgressLine::ProgressLine(std::string file) : file_(std::move(file)), start_(std::chrono::steady_clock::now()) {}

void ProgressLine::clear()
{
    if (shown_) std::cerr << "\r\033[K" << std::flush;
    shown_ = false;
}

void ProgressLine::tell(const char* stage)
{
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    if (!::isatty(STDERR_FILENO) || elapsed < std::chrono::seconds(1)) return;
    std::cerr << "\r\033[K" << file_ << ": " << stage << " …" << std::flush;
    shown_ = true;
}

}  // namespace samsvar::cli
