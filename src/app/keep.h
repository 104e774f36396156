#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/assess.h"
#include "app/open_store.h"

namespace samsvar::app {

/// Where an assessment belongs; what is empty is taken from the file and the register.
struct KeepRequest {
    std::string supplier;  ///< as Store::find_supplier takes it; else the number or name the file gives
    std::string contract;  ///< else the supplier's only one, else "default"
};

struct Kept {
    std::int64_t id = 0;
    model::Supplier supplier;
    std::string contract;
    bool already = false;            ///< the same file was kept with a result of the same day: nothing was added
    std::vector<std::string> notes;  ///< what was made or chosen on the way, a sentence each
};

/// Keeps what assess() gave for the request in the register, with the file; the contract's next follow-up is set when
/// its day has come. The assessment is told its id and the decisions made on it, for the matrix. A supplier the
/// register does not have is made of the organisation number and name in the file, unless one was named. Throws Error:
/// not_found for a supplier that was named and is not there, invalid_argument when the file does not say whose it is,
/// the supplier has several contracts, or the file was changed meanwhile.
Kept keep(store::Store& store, const AssessRequest& assessed, model::Assessment& assessment,
          const KeepRequest& request);

/// "NO:974760673" of a number as people write it, with its scheme or without when it fits only one; the number must be
/// valid. Throws Error(invalid_argument).
std::string organisation_id(const std::string& written);
/// "nordlys-drift-as" of "Nordlys Drift AS".
std::string id_of_name(const std::string& name);

/// "Kept as assessment 12 of Nordlys AS (NO:974760673), contract 2025-1." and the notes.
std::string kept_text(const Kept& kept);

}  // namespace samsvar::app
