#pragma once

#include <cstddef>
#include <span>

namespace samsvar::app {

/// What was prepared of catalogs/lexicon when the program was built (catalog/prepared.h).
std::span<const std::byte> shipped_lexicon();

}  // namespace samsvar::app
