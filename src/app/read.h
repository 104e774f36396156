#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "app/library.h"
#include "base/limits.h"
#include "model/document.h"
#include "model/form.h"
#include "model/submission.h"

namespace samsvar::app {

/// Told at each stage, for a progress line; may be empty.
using Progress = std::function<void(const char* stage)>;

/// A supplier's file as read: the document with its places, and what the form makes of it.
struct Reading {
    model::Document document;
    model::Form form;
    model::Submission submission;  ///< with the confidence of the recognition
};

/// Opens the file, recognises the form and reads the answers; `form` is an id or path, empty = recognised. Throws Error
/// when the file or the form cannot be read, when no form fits, and when the file is a matrix this program wrote.
Reading read(const Library& library, const std::filesystem::path& file, const std::string& form,
             const Limits& limits = {}, const Progress& progress = {});

}  // namespace samsvar::app
