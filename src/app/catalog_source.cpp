#include "app/catalog_source.h"

#include <algorithm>

#include "app/catalog_table.h"
#include "app/catalog_xml.h"
#include "base/error.h"
#include "base/files.h"
#include "oscal/catalog.h"
#include "oscal/names.h"
#include "oscal/resolve.h"

namespace samsvar::app {

namespace fs = std::filesystem;

namespace {

/// Text documents and workbooks do not begin with it, in none of the encodings XML may have.
bool begins_as_xml(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (bytes.starts_with(std::string_view("\xFF\xFE<\0", 4)) || bytes.starts_with(std::string_view("\xFE\xFF\0<", 4)))
        return true;
    return first != std::string_view::npos && bytes[first] == '<';
}

oscal::Resolution resolved(const xml::Element& root, const fs::path& file, const fs::path& folder, const Limits& limits)
{
    return oscal::resolve(root, file, oscal::Folder(folder.empty() ? file.parent_path() : folder), limits);
}

}  // namespace

std::string id_from(const fs::path& file)
{
    std::string id;
    for (const char c : file.stem().string()) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '.' ||
                          static_cast<unsigned char>(lower) >= 0x80;
        if (kept)
            id += lower;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? "catalog" : id;
}

CatalogTree read_catalog_tree(const Library& library, const fs::path& file, const CatalogSource& source)
{
    const std::string shown = library.shown(file);
    const std::string id = source.id.empty() ? id_from(file) : source.id;
    const std::string bytes = read_file(file, source.limits.file_bytes);
    if (file.extension() != ".xml" && !begins_as_xml(bytes)) return catalog_from_tables(file, id, source);
    xml::Element root = xml::parse(bytes, shown, source.limits);
    if (root.name == "catalog" && root.name_space == oscal::own_space) return {std::move(root), {}};
    if (!oscal::is_oscal(root)) return catalog_from_xml(root, id, source.language);
    const oscal::ReadAs as{id, source.language};
    if (root.name == "catalog") return {oscal::to_own(root, as), {}};
    oscal::Resolution resolution = resolved(root, file, source.folder, source.limits);
    return {oscal::to_own(resolution.catalog, as), std::move(resolution.notes)};
}

CatalogTree resolve_profile(const fs::path& file, const fs::path& folder, const Limits& limits)
{
    const xml::Element root = xml::parse(read_file(file, limits.own_xml_bytes), file.filename().string(), limits);
    oscal::Resolution resolution = resolved(root, file, folder, limits);
    return {std::move(resolution.catalog), std::move(resolution.notes)};
}

}  // namespace samsvar::app
