#include "base/module.h"

#include <dlfcn.h>

#include "base/error.h"

namespace samsvar {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void missing(const std::string& name, const std::string& what, const std::string& why)
{
    throw Error(ErrorCode::not_found, {name, {}, 0, 0},
                "the part of samsvar that " + what + " cannot be loaded; install samsvar anew (" + why + ")");
}

}  // namespace

fs::path program_part(const std::string& name, const std::string& what)
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    std::string tried;
    for (const fs::path& folder : {program, program.parent_path() / "lib/samsvar", fs::path(SAMSVAR_BUILD_TREE)}) {
        if (fs::is_regular_file(folder / name, error)) return folder / name;
        tried += (tried.empty() ? "it is in none of " : ", ") + folder.string();
    }
    missing(name, what, tried);
}

void* module_function(const std::string& module, const char* function, const std::string& what)
{
    void* const opened = ::dlopen(program_part(module, what).c_str(), RTLD_NOW | RTLD_LOCAL);
    void* const found = opened != nullptr ? ::dlsym(opened, function) : nullptr;
    if (found == nullptr) missing(module, what, ::dlerror());
    return found;
}

}  // namespace samsvar
