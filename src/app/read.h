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

/// Opens the file, recognises the form and reads the answers; `form` is an id or path, empty = recognised. A file that no
/// form fits is read by the layout that is found in it when that is sure enough (Form::inferred). `layout` names a form
/// whose regions say where the questions stand, in place of recognising and finding. Throws Error when the file, the form
/// or the layout cannot be read, when no form fits and no sure layout is found, and when the file is a matrix this
/// program wrote. `opened` is called once the file itself could be opened.
Reading read(const Library& library, const std::filesystem::path& file, const std::string& form,
             const Limits& limits = {}, const Progress& progress = {}, const std::string& layout = {},
             const std::function<void()>& opened = {});

}  // namespace samsvar::app
