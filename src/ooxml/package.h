#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/xml_lexer.h"

namespace samsvar::ooxml {

// The readers below speak of archives, lexers and trees all the time.
using namespace archive;

/// A link between two parts, or from a part to the world (ECMA-376 part 2, 6.5).
struct Relationship {
    std::string id;
    std::string type;    ///< last segment of the type URI: "worksheet", "comments"; the same in both dialects
    std::string target;  ///< name of a part without leading slash; as written when external
    bool external = false;
};

/// An OOXML package in memory: parts by name, content types, relationships (ECMA-376 part 2).
class Package : public Archive {
public:
    /// `bytes` must outlive the package. Throws Error: see read_zip_directory; malformed when it is no package.
    Package(std::string_view bytes, const std::string& file, const Limits& limits, Threads threads = Threads::two);

    /// "application/…+xml"; empty when not declared.
    std::string content_type(std::string_view part) const;
    /// Relationships of a part ("" = of the package), in the order of the file; empty when it has none.
    const std::vector<Relationship>& relationships(const std::string& part) const;
    /// First relationship of a type, or null.
    const Relationship* related(const std::string& part, std::string_view type) const;
    /// Relationship by id, or null.
    const Relationship* by_id(const std::string& part, std::string_view id) const;

private:
    void read_content_types();

    std::map<std::string, std::string, std::less<>> default_types_;
    std::map<std::string, std::string, std::less<>> override_types_;
    mutable std::map<std::string, std::vector<Relationship>> relationships_;
};

/// The part that holds a part's relationships: "word/_rels/document.xml.rels".
std::string relationships_part(std::string_view part);

/// Name of the part that `target` means inside `source`: relative to its folder, with . and .. resolved;
/// no leading slash.
std::string resolve_target(std::string_view source, std::string_view target);

}  // namespace samsvar::ooxml
