// After "OSCAL Profile Resolution": import, merge, modify, and what is left out at the end.
#include "oscal/resolve.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "oscal/merge.h"
#include "oscal/modify.h"
#include "oscal/names.h"
#include "oscal/order.h"
#include "oscal/select.h"
#include "xml/build.h"

namespace samsvar::oscal {

namespace {

namespace fs = std::filesystem;
using xml::Element;

constexpr std::size_t deepest_import = 16;

/// href="#uuid" and id-ref="…" of everything inside.
void collect_references(const Element& element, std::set<std::string>& references)
{
    for (const char* name : {"href", "id-ref"})
        if (const std::string* target = element.attribute(name))
            references.insert(target->starts_with('#') ? target->substr(1) : *target);
    for (const Element& child : element.children) collect_references(child, references);
}

class Resolver {
public:
    Resolver(const Folder& folder, const Limits& limits, std::vector<std::string>& notes)
        : folder_(folder), limits_(limits), notes_(notes)
    {
    }

    Element resolve(const Element& profile, const fs::path& path)
    {
        require_model(profile, "profile");
        open_.push_back(fs::weakly_canonical(path));
        std::vector<Source> sources;
        for (const Element* import : profile.all("import")) sources.push_back(read_import(profile, *import, path));
        if (sources.empty()) throw profile.error("an <import> is missing inside it");
        Element catalog = xml::make("catalog", name_space, profile);
        merge(profile, sources, catalog);
        if (const Element* modification = profile.child("modify")) modify(*modification, catalog, notes_);
        drop_loose_parameters(catalog);
        append_back_matter(catalog, sources);
        insert_metadata(catalog, profile, path);
        open_.pop_back();
        return catalog;
    }

private:
    Source read_import(const Element& profile, const Element& import, const fs::path& path)
    {
        Source source;
        source.import = &import;
        const fs::path file = file_of(profile, import, path);
        if (std::find(open_.begin(), open_.end(), file) != open_.end())
            throw import.error("imports " + file.filename().string() + ", which imports this profile");
        if (open_.size() >= deepest_import)
            throw Error(ErrorCode::limit_exceeded, import.location(), "profiles import each other too deeply");
        // A catalogue that two imports name is read once.
        if (const auto known = read_.find(file); known != read_.end()) {
            source.catalog = known->second;
        }
        else {
            Element root = xml::parse(read_file(file, limits_.own_xml_bytes), file.filename().string(), limits_);
            if (is_oscal(root) && root.name == "profile") root = resolve(root, file);
            require_model(root, "catalog");
            source.catalog = read_[file] = std::move(root);
        }
        std::vector<std::string> unknown;
        source.selected = selected_controls(import, source.catalog, unknown);
        for (const std::string& id : unknown)
            notes_.push_back(import.location().text() + ": selects \"" + id + "\", which " + file.filename().string() +
                             " does not hold");
        return source;
    }

    fs::path file_of(const Element& profile, const Element& import, const fs::path& path)
    {
        const std::string& href = import.require_attribute("href");
        if (!href.starts_with('#')) return folder_.find(href, path.parent_path(), import);
        const Element* back_matter = profile.child("back-matter");
        const Element* resource = nullptr;
        for (const Element* one : back_matter ? back_matter->all("resource") : std::vector<const Element*>())
            if (one->attribute_or("uuid", "") == href.substr(1)) resource = one;
        if (!resource) throw import.error("attribute \"href\" names no resource of the back matter: \"" + href + "\"");
        const Element* chosen = nullptr;
        for (const Element* link : resource->all("rlink")) {
            const bool is_xml = link->attribute_or("media-type", "").ends_with("xml") ||
                                fs::path(link->attribute_or("href", "")).extension() == ".xml";
            if (is_xml && !chosen) chosen = link;
        }
        if (!chosen) throw resource->error("no <rlink> inside it leads to XML");
        return folder_.find(chosen->require_attribute("href"), path.parent_path(), *chosen);
    }

    static void drop_loose_parameters(Element& catalog)
    {
        std::set<std::string> references;
        collect_references(catalog, references);
        drop_loose_parameters(catalog, references);
    }

    /// Those of controls stay: they belong to what was selected.
    static void drop_loose_parameters(Element& element, const std::set<std::string>& references)
    {
        std::erase_if(element.children, [&](const Element& child) {
            return child.name == "param" && !references.count(child.attribute_or("id", ""));
        });
        for (Element& child : element.children)
            if (child.name == "group") drop_loose_parameters(child, references);
    }

    static void append_back_matter(Element& catalog, const std::vector<Source>& sources)
    {
        std::set<std::string> references, there;
        collect_references(catalog, references);
        Element back_matter = xml::make("back-matter", name_space, catalog);
        for (const Source& source : sources) {
            const Element* resources = source.catalog.child("back-matter");
            for (const Element* one : resources ? resources->all("resource") : std::vector<const Element*>())
                if (const std::string uuid = one->attribute_or("uuid", "");
                    references.count(uuid) && there.insert(uuid).second)
                    xml::append(back_matter, *one);
        }
        if (!back_matter.children.empty()) xml::append(catalog, std::move(back_matter));
    }

    /// The profile's own, with what the resolution specification asks to add behind <oscal-version>.
    static void insert_metadata(Element& catalog, const Element& profile, const fs::path& path)
    {
        Element metadata = profile.require_child("metadata");
        Element tool = xml::make("prop", name_space, profile);
        xml::set(tool, "name", "resolution-tool");
        xml::set(tool, "value", "samsvar");
        Element link = xml::make("link", name_space, profile);
        xml::set(link, "href", path.filename().string());
        xml::set(link, "rel", "source-profile");
        const auto behind = [&](std::string_view last) {
            std::size_t index = 0;
            for (std::size_t at = 0; at < metadata.children.size(); ++at)
                if (metadata.children[at].name == last ||
                    (last == "prop" && metadata.children[at].name == "oscal-version"))
                    index = at + 1;
            return metadata.children.begin() + static_cast<std::ptrdiff_t>(index);
        };
        metadata.children.insert(behind("oscal-version"), std::move(tool));
        metadata.children.insert(behind("prop"), std::move(link));
        for (Element& child : metadata.children) child.text_at = 0;
        metadata.text.clear();
        xml::set(catalog, "uuid", uuid_of("resolved " + profile.attribute_or("uuid", path.filename().string())));
        catalog.children.insert(catalog.children.begin(), std::move(metadata));
    }

    const Folder& folder_;
    const Limits& limits_;
    std::vector<std::string>& notes_;
    std::vector<fs::path> open_;        ///< profiles being resolved, outermost first
    std::map<fs::path, Element> read_;  ///< catalogues, and profiles that were resolved
};

}  // namespace

Resolution resolve(const Element& root, const fs::path& path, const Folder& folder, const Limits& limits)
{
    Resolution resolution;
    resolution.catalog = Resolver(folder, limits, resolution.notes).resolve(root, path);
    return resolution;
}

}  // namespace samsvar::oscal
