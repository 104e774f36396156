#pragma once

#include <cstddef>
#include <span>

/// What was prepared of our own XML when the program was built, to be used when the files are still the same.
namespace samsvar::app {

/// Of catalogs/lexicon (catalog/prepared.h).
std::span<const std::byte> shipped_lexicon();
/// Of catalogs/*.xml and catalogs/mappings/*.xml (catalog/prepared_catalogs.h).
std::span<const std::byte> shipped_catalogs();
/// Of forms/vocabulary.xml (layout/known_words.h), behind the fingerprint of its content.
std::span<const std::byte> shipped_vocabulary();

}  // namespace samsvar::app
