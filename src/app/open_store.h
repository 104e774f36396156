#pragma once

#include <string>

#include "store/store.h"

namespace samsvar::app {

/// Which register, and who works in it; what is empty is taken from the surroundings.
struct RegisterChoice {
    std::string where;  ///< path or postgresql://…; else SAMSVAR_STORE, else samsvar.db in the current folder
    std::string who;    ///< else SAMSVAR_USER, else the log-in name
};

/// Opens it; `must_exist`: an SQLite file is not made, since reading from a register that was never written to is a
/// mistake in the path. Throws Error as store::Store::open, not_found when it must exist and does not.
store::Store open_store(const RegisterChoice& choice, bool must_exist);

/// The supplier that `wanted` names (Store::find_supplier). Throws Error(not_found) with the names that are near.
model::Supplier required_supplier(store::Store& store, const std::string& wanted);

}  // namespace samsvar::app
