#pragma once

#include <filesystem>
#include <string>

#include "model/follow_up.h"
#include "report/layout.h"
#include "report/matrix.h"
#include "report/words.h"

namespace samsvar::report {

/// The words of the yearly follow-up: reports/follow-up.xml. Throws as load_words.
Words load_follow_up_words(const std::filesystem::path& path, const std::string& shown);

/// A follow-up laid out: sheets Changes (the overlap first, then what needs attention), Promises, Expired, Decisions,
/// Requirements. `layout` gives looks. Pure.
Matrix make_matrix(const model::FollowUp& follow_up, const Layout& layout, const Words& words,
                   model::Language language);

/// "87 % of the questions were asked last time too: 41 of 47; joined by number: 38; …".
std::string overlap_text(const model::FollowUp& follow_up, const Words& words, model::Language language);

/// For a terminal: the overlap, the classes with their questions, promises and decisions.
std::string to_text(const model::FollowUp& follow_up, const Words& words, model::Language language);

/// As JSON; keys are only ever added.
std::string to_json(const model::FollowUp& follow_up);

}  // namespace samsvar::report
