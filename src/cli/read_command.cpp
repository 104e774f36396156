#include "cli/read_command.h"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <streambuf>

#include "app/output.h"
#include "app/read_out.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/outputs.h"

namespace samsvar::cli {

namespace {

/// What is written to it comes out line by line as a terminal can safely show it.
class PrintableBuffer : public std::streambuf {
public:
    ~PrintableBuffer() override { std::cout << app::printable(rest_); }

protected:
    int_type overflow(int_type c) override
    {
        const char one = traits_type::to_char_type(c);
        xsputn(&one, 1);
        return c;
    }
    std::streamsize xsputn(const char* text, std::streamsize count) override
    {
        rest_.append(text, static_cast<std::size_t>(count));
        const auto end = rest_.rfind('\n');
        if (end != std::string::npos) {
            std::cout << app::printable(rest_.substr(0, end + 1));
            rest_.erase(0, end + 1);
        }
        return std::cout ? count : 0;
    }

private:
    std::string rest_;
};

std::vector<model::Problem> write_to_file(const app::ReadOutRequest& request, const Limits& limits,
                                          const std::filesystem::path& target)
{
    std::vector<model::Problem> problems;
    write_atomically(target, [&](const std::filesystem::path& temporary) {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        problems = app::read_out(request, out, limits);
        if (!out.flush())
            throw Error(ErrorCode::io, {target.string(), {}, 0, 0}, "cannot be written: the disk may be full");
    });
    return problems;
}

std::vector<model::Problem> write_to_terminal(const app::ReadOutRequest& request, const Limits& limits)
{
    if (!::isatty(STDOUT_FILENO)) return app::read_out(request, std::cout, limits);
    PrintableBuffer buffer;
    std::ostream out(&buffer);
    return app::read_out(request, out, limits);
}

}  // namespace

int read(const Options& options)
{
    app::ReadOutRequest request;
    request.file = options.files.front();
    request.sheet = options.sheet;
    request.threads = options.threads;
    if (options.guard_formulas) request.formulas = app::FormulaTexts::with_apostrophe;
    const std::vector<model::Problem> problems =
        options.out.empty() ? write_to_terminal(request, options.limits)
                            : write_to_file(request, options.limits, checked_output(options, options.out));
    for (const model::Problem& problem : problems)
        std::cerr << "samsvar: " << app::printable_line(problem.place.text() + ": " + problem.text) << '\n';
    return 0;
}

}  // namespace samsvar::cli
