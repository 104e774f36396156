#include "app/open_store.h"

#include <cstdlib>
#include <filesystem>

#include "base/error.h"

namespace samsvar::app {

namespace {

std::string chosen(const std::string& given, std::initializer_list<const char*> variables, const char* otherwise)
{
    if (!given.empty()) return given;
    for (const char* variable : variables)
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
    return otherwise;
}

}  // namespace

store::Store open_store(const RegisterChoice& choice, bool must_exist)
{
    const std::string where = chosen(choice.where, {"SAMSVAR_STORE"}, "samsvar.db");
    if (must_exist && where.find("://") == std::string::npos && !std::filesystem::exists(where))
        throw Error(ErrorCode::not_found, {where, {}, 0, 0},
                    "there is no register here; name it with --store or SAMSVAR_STORE, or begin one with samsvar check "
                    "FILE --keep");
    return store::Store::open(where, chosen(choice.who, {"SAMSVAR_USER", "USER", "LOGNAME"}, "unknown"));
}

model::Supplier required_supplier(store::Store& store, const std::string& wanted)
{
    if (std::optional<model::Supplier> found = store.find_supplier(wanted)) return *std::move(found);
    std::string known;
    std::size_t count = 0;
    for (const model::Supplier& one : store.suppliers()) {
        if (++count > 8) continue;
        known += (known.empty() ? "" : "; ") + one.id + " (" + one.name + ")";
    }
    if (count > 8) known += "; and " + std::to_string(count - 8) + " more";
    throw Error(ErrorCode::not_found, {store.where(), {}, 0, 0},
                "no one supplier is called \"" + wanted + "\"; the register holds " + (known.empty() ? "none" : known));
}

}  // namespace samsvar::app
