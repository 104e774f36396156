#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "ooxml/inflate.h"
#include "ooxml/xml_lexer.h"
#include "ooxml/zip.h"

namespace samsvar::ooxml {

/// A link between two parts, or from a part to the world (ECMA-376 part 2, 6.5).
struct Relationship {
    std::string id;
    std::string type;    ///< last segment of the type URI: "worksheet", "comments"; the same in both dialects
    std::string target;  ///< name of a part without leading slash; as written when external
    bool external = false;
};

/// An OOXML package in memory: parts by name, content types, relationships. Nothing is inflated before it is asked for.
class Package {
public:
    /// `bytes` must outlive the package. Throws Error: see read_zip_directory; malformed when it is no package.
    Package(std::string_view bytes, const std::string& file, const Limits& limits);

    const std::string& file() const { return file_; }
    const Limits& limits() const { return limits_; }
    /// Whether there is a part of that name (ASCII case does not matter).
    bool has(std::string_view part) const { return find(part) != nullptr; }
    /// Whole content of a part that is held in memory. Throws Error: malformed (no such part), limit_exceeded.
    std::string read(const std::string& part) const;
    /// Content of a part, streamed; at most limits.entry_bytes. Throws Error(malformed) when there is no such part.
    EntryReader stream(const std::string& part) const;
    /// "application/…+xml"; empty when not declared.
    std::string content_type(std::string_view part) const;
    /// Relationships of a part ("" = of the package), in the order of the file; empty when it has none.
    const std::vector<Relationship>& relationships(const std::string& part) const;
    /// First relationship of a type, or null.
    const Relationship* related(const std::string& part, std::string_view type) const;
    /// Relationship by id, or null.
    const Relationship* by_id(const std::string& part, std::string_view id) const;
    /// Names of all entries, in the order of the directory.
    std::vector<std::string> names() const;

private:
    const ZipEntry* find(std::string_view part) const;
    const ZipEntry& require(const std::string& part) const;
    void read_content_types();

    std::string_view bytes_;
    std::string file_;
    Limits limits_;
    std::vector<ZipEntry> entries_;
    std::map<std::string, std::size_t, std::less<>> by_name_;  // lower case
    std::map<std::string, std::string, std::less<>> default_types_;
    std::map<std::string, std::string, std::less<>> override_types_;
    mutable std::map<std::string, std::vector<Relationship>> relationships_;
    mutable std::uint64_t inflated_ = 0;
};

/// `text` with A-Z in lower case.
std::string ascii_lower(std::string_view text);

/// Name of the part that `target` means inside `source`: relative to its folder, with . and .. resolved;
/// no leading slash.
std::string resolve_target(std::string_view source, std::string_view target);

}  // namespace samsvar::ooxml
