#pragma once

#include <cstddef>
#include <filesystem>
#include <future>
#include <string>

#include "app/library.h"
#include "model/assessment.h"

namespace samsvar::app {

/// What a result is written as.
enum class Format { xlsx, json, csv, text, oscal_xml, oscal_json };

/// How the name of a result file ends: ".matrix.xlsx", ".json", ".csv", ".txt", ".oscal.xml", ".oscal.json".
const char* ending_of(Format format);

/// Where and how a text is shown.
struct Screen {
    std::size_t width = 100;  ///< columns
    bool colours = false;
};

/// The result in one of the formats that are text; xlsx is none of them.
std::string result_text(const model::Assessment& assessment, Format format, model::Language language,
                        const Screen& screen = {});

/// A text as a terminal can safely show it: no escape sequences, no marks that turn the reading direction around.
std::string printable(const std::string& text);
/// The same on one line.
std::string printable_line(const std::string& text);

/// Loads what write_result needs for the format on a thread of its own, while the result is being worked out; the future
/// waits for it when it goes. What is missing is said when it is needed.
std::future<void> prepare_to_write(Format format);

/// Writes the result to `out`. Throws Error(io) naming `out` when it cannot be written; then nothing is left behind and
/// an older file stays as it was.
void write_result(const Library& library, const model::Assessment& assessment, Format format, model::Language language,
                  const std::filesystem::path& out);

}  // namespace samsvar::app
