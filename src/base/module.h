#pragma once

#include <filesystem>
#include <string>

// Parts of the program that lie in files of their own, because the libraries they stand on take longer to load than
// most of what the program does: beside the program or, installed, in lib/samsvar.
namespace samsvar {

/// The file of a part. Throws Error(not_found) when there is none; `what` says what the part does, in the third person:
/// "sends mail".
std::filesystem::path program_part(const std::string& name, const std::string& what);

/// A function of a part that is a module; it is loaded when it is first asked for and never unloaded. Throws as
/// program_part, also when it cannot be loaded.
void* module_function(const std::string& module, const char* function, const std::string& what);

}  // namespace samsvar
