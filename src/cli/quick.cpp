// The commands that are run over and over, by people and scripts. The libraries that the others stand on (Poco's for the
// register, JSON and mail) take longer to load than these need for all they do.
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/module.h"
#include "cli/check_command.h"
#include "cli/commands.h"
#include "cli/read_command.h"

namespace samsvar::cli {

namespace {

constexpr const char* whole_program = "samsvar-whole";

[[noreturn]] void become_whole_program(char** argv)
{
    const std::string file = program_part(whole_program, "does the rest").string();
    ::execv(file.c_str(), argv);
    throw Error(ErrorCode::io, {file, {}, 0, 0}, std::string("cannot be started: ") + std::strerror(errno));
}

}  // namespace

int run(const Options& options, char** argv)
{
    if (options.command == Command::read) return read(options);
    if (options.command == Command::inspect) return inspect(options, app::Library::find(argv[0]));
    if (options.command == Command::check && !options.keeping.keep)
        return check(options, app::Library::find(argv[0]), nullptr);
    become_whole_program(argv);
}

}  // namespace samsvar::cli
