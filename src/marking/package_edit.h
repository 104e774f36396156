#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/text_edit.h"
#include "ooxml/package.h"

// Internal to the folder.
namespace samsvar::marking {

/// A package some of whose parts are changed. What is not touched is copied as it stands, compressed bytes and all.
class PackageEdit {
public:
    /// `bytes` must outlive this. Throws Error: see ooxml::Package.
    PackageEdit(std::string_view bytes, const std::string& file, const Limits& limits);

    /// The package as it came.
    const ooxml::Package& package() const { return package_; }
    const std::string& file() const { return package_.file(); }

    /// How a part's text is looked at before it is changed. VML is not XML as often as not.
    enum class Check { well_formed, none };
    /// The text of a part as it is by now, in UTF-8. Throws Error: malformed, limit_exceeded.
    const std::string& text(const std::string& part, Check check = Check::well_formed);
    /// Changes a part whose text() has been asked for; places are those in that text.
    void edit(const std::string& part, std::vector<archive::TextEdit> edits);
    /// A new part, behind all others. `type` "" = the content types know its extension.
    void add(const std::string& part, std::string content, const std::string& type);
    bool has(const std::string& part) const { return package_.has(part) || added_.contains(part); }
    /// "xl/comments" and ".xml" give "xl/comments3.xml" when two are taken.
    std::string free_name(const std::string& stem, const std::string& ending) const;

    /// Adds a relationship; gives its id. `type` is the whole URI.
    std::string relate(const std::string& source, const std::string& type, const std::string& target);
    /// Makes sure that parts with an extension have a content type.
    void know_extension(const std::string& extension, const std::string& type);

    /// The package. What was changed is looked through once more: Throws Error(malformed) rather than give out a part
    /// that is not well formed.
    std::string finish();
    /// What to tell about changed parts.
    const std::vector<std::string>& notices() const { return notices_; }

private:
    struct Part {
        std::string text;
        Check check = Check::well_formed;
        bool changed = false;
    };
    void check_form(const std::string& part, const std::string& text) const;
    void add_content_type(const std::string& element);

    std::string_view bytes_;
    ooxml::Package package_;
    std::map<std::string, Part> parts_;                    // by the name as stored
    std::map<std::string, std::string> added_;             // names of new parts → content
    std::vector<std::string> order_;                       // of the new parts
    std::map<std::string, std::vector<std::string>> ids_;  // new relationships' ids, by source
    std::vector<std::string> notices_;
};

}  // namespace samsvar::marking
