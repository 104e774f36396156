#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "xml/element.h"

namespace samsvar::oscal {

/// Where imports of profiles are looked for: this folder and those in it, nowhere else. Nothing is fetched.
class Folder {
public:
    explicit Folder(std::filesystem::path folder);

    /// The file that `href` of a document in `document_folder` stands for. A path that leads out of the folder counts
    /// by its last name only: published profiles name their catalogue by where it lies on the publisher's disk. Throws
    /// Error at `element`: unsupported for another scheme (https:), not_found when no file of the folder answers.
    std::filesystem::path find(const std::string& href, const std::filesystem::path& document_folder,
                               const xml::Element& element) const;

    const std::filesystem::path& path() const { return folder_; }

private:
    std::filesystem::path folder_;  ///< canonical
};

}  // namespace samsvar::oscal
