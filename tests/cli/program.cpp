#include "cli/program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/temporary_folder.h"

namespace samsvar::test {

namespace fs = std::filesystem;

namespace {

/// In the child: never returns.
[[noreturn]] void become_samsvar(const std::vector<std::string>& arguments, const Surroundings& surroundings,
                                 const fs::path& out, const fs::path& err)
{
    const int input = ::open("/dev/null", O_RDONLY);
    const int output = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int error = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (input < 0 || output < 0 || error < 0) ::_exit(126);
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(error, STDERR_FILENO);
    if (!surroundings.folder.empty() && ::chdir(surroundings.folder.c_str()) != 0) ::_exit(126);
    for (const auto& [name, value] : surroundings.environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<std::string> words{SAMSVAR_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(pointers[0], pointers.data());
    ::_exit(127);
}

}  // namespace

Run samsvar(const std::vector<std::string>& arguments, const Surroundings& surroundings)
{
    const TemporaryFolder folder;
    const fs::path out = surroundings.output.empty() ? folder.path() / "out" : surroundings.output;
    const fs::path err = folder.path() / "err";
    const pid_t child = ::fork();
    if (child == 0) become_samsvar(arguments, surroundings, out, err);
    Run run;
    int ended = 0;
    rusage used{};
    while (::wait4(child, &ended, 0, &used) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(ended)) run.status = WEXITSTATUS(ended);
    run.peak_kib = used.ru_maxrss;
    if (surroundings.output.empty()) run.out = content_of(out);
    run.err = content_of(err);
    return run;
}

std::string content_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
}

}  // namespace samsvar::test
