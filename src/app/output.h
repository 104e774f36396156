#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "app/library.h"
#include "base/beside.h"
#include "model/assessment.h"
#include "report/layout.h"

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

/// Writes results in one format. What a workbook needs besides the result is loaded beside as soon as this is made,
/// while the first result is being worked out; what is wrong with it is said when something is written.
class ResultWriter {
public:
    /// The library must live longer.
    ResultWriter(const Library& library, Format format);
    ResultWriter(const ResultWriter&) = delete;
    ResultWriter& operator=(const ResultWriter&) = delete;

    /// Writes a result to `out`. Throws Error(io) naming `out` when it cannot be written; then nothing is left behind
    /// and an older file stays as it was.
    void write(const model::Assessment& assessment, model::Language language, const std::filesystem::path& out);

private:
    void load();

    const Library& library_;
    Format format_;
    std::optional<report::Layout> layout_;
    Beside loading_;  // last: it uses all of the above
};

}  // namespace samsvar::app
