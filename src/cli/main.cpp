#include <exception>
#include <iostream>

#include "app/output.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/options.h"

int main(int argc, char** argv)
{
    using namespace samsvar;
    constexpr int failed = 2;
    try {
        const cli::Parsed parsed = cli::parse(argc, argv);
        if (parsed.exit_status) return *parsed.exit_status;
        const int status = cli::run(parsed.options, argv);
        if (!std::cout.flush())
            throw Error(ErrorCode::io, {"standard output", {}, 0, 0},
                        "not written to its end; the disk is full or the reader gone");
        return status;
    }
    catch (const Error& error) {
        std::cerr << "samsvar: " << app::printable_line(error.what()) << '\n';
    }
    catch (const std::bad_alloc&) {
        std::cerr << "samsvar: not enough memory\n";
    }
    catch (const std::exception& error) {
        std::cerr << "samsvar: unexpected failure, please report it: " << error.what() << '\n';
    }
    return failed;
}
