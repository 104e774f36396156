#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/place.h"

namespace samsvar::model {

/// What a file is by its bytes, whatever its name says.
enum class EvidenceFileKind { pdf, docx, xlsx, pptx, odt, ods, old_office, picture, archive, text, empty, other };
const char* name_of(EvidenceFileKind kind);  ///< "pdf", "old-office"

/// A file the supplier sent as evidence. Its text is not read: only what it says about itself.
struct EvidenceFile {
    std::string path;  ///< inside the folder, with /; UTF-8
    EvidenceFileKind kind = EvidenceFileKind::other;
    std::string title;  ///< the document's own property; may be empty
    std::optional<Date> created, modified;
    std::uint64_t size = 0;
    std::string sha256;  ///< empty when the file could not be read
    std::string remark;  ///< why title and dates are not there; empty when there is nothing to say

    /// The path's last part.
    std::string name() const;
    /// The later of both dates.
    std::optional<Date> dated() const;
    bool operator==(const EvidenceFile&) const = default;
};

/// The files that came with a questionnaire, by path.
struct EvidenceFolder {
    std::string name;
    std::vector<EvidenceFile> files;
    std::vector<Problem> problems;  ///< what was not looked at, and why

    const EvidenceFile* find(std::string_view path) const;
};

}  // namespace samsvar::model
