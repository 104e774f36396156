#pragma once

#include <filesystem>

#include "base/limits.h"
#include "model/evidence.h"

namespace samsvar::evidence {

/// Folders inside the folder that are looked into; deeper ones are told as a problem.
inline constexpr int deepest_folder = 8;
/// Files that are looked at; more are told as a problem.
inline constexpr std::size_t most_files = 2000;

/// The files in `folder` and the folders in it, sorted by path, each with kind, title, dates, size and SHA-256.
/// Symbolic links are not followed and nothing but regular files is opened; hidden files and what operating systems
/// leave behind are passed over. A file that is damaged or beyond a limit is listed with a remark, and never stops the
/// others. Throws Error: not_found when there is no such folder, limit_exceeded when the time is over.
model::EvidenceFolder read_evidence(const std::filesystem::path& folder, const Limits& limits = {});

/// One file of these bytes, without its path. Never throws for what is in them; `limits` is what reading may cost.
model::EvidenceFile describe_file(std::string_view bytes, const std::string& name, const Limits& limits = {});

}  // namespace samsvar::evidence
