#pragma once

#include <filesystem>
#include <string>

#include "model/vocabulary.h"

namespace samsvar::form {

/// Reads the words by which an unknown questionnaire is read (forms/vocabulary.xml, see forms/vocabulary.xsd). `shown`
/// is the name used in origins. The words of all languages stand in one list, in the order of the file, each once.
/// Throws Error with file, line and column: malformed XML, unknown elements, attributes, roles, meanings and kinds, empty
/// words, a word that is a choice with two meanings, and what may stand once but stands twice.
model::Vocabulary load_vocabulary(const std::filesystem::path& path, const std::string& shown);

}  // namespace samsvar::form
