#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

// Internal to the folder: values that are kept as JSON in one column. Reading throws Error(malformed).
namespace samsvar::store {

/// `text` as a JSON string behind `json`, quotes included.
void append_string(std::string& json, std::string_view text);

std::string json_of(const model::LocalText& text);  ///< {"nb":"…","en":"…"}
model::LocalText local_text(const std::string& json);

std::string json_of(const std::vector<std::string>& texts);
std::vector<std::string> texts(const std::string& json);

std::string json_of(const std::vector<model::RequirementName>& names);  ///< [["catalog","id"],…]
std::vector<model::RequirementName> requirement_names(const std::string& json);

std::string json_of(const std::vector<model::RecordedSource>& sources);  ///< [["id","version"],…]
std::vector<model::RecordedSource> sources(const std::string& json);

std::string json_of(const std::vector<model::HeaderFact>& facts);
std::vector<model::HeaderFact> facts(const std::string& json);

std::string json_of(const std::vector<model::Annex>& annexes);
std::vector<model::Annex> annexes(const std::string& json);

}  // namespace samsvar::store
