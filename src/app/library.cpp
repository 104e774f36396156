#include "app/library.h"

#include <algorithm>
#include <cstdlib>

#include "app/catalog_source.h"
#include "app/shipped.h"
#include "base/error.h"
#include "base/files.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "base/on_threads.h"
#include "catalog/load.h"
#include "catalog/prepared.h"
#include "catalog/prepared_catalogs.h"
#include "form/load.h"
#include "form/vocabulary.h"
#include "oscal/mapping.h"
#include "oscal/names.h"

namespace samsvar::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* vocabulary_file = "vocabulary.xml";

catalog::PreparedCatalogs shipped()
{
    return catalog::PreparedCatalogs(shipped_catalogs());
}

bool is_library(const fs::path& folder)
{
    std::error_code error;
    return fs::is_directory(folder / "catalogs", error) && fs::is_directory(folder / "forms", error);
}

std::vector<fs::path> extra_folders()
{
    std::vector<fs::path> folders;
    const char* value = std::getenv("SAMSVAR_PATH");
    const std::string paths = value ? value : "";
    for (std::size_t start = 0; start < paths.size();) {
        const std::size_t end = std::min(paths.find(':', start), paths.size());
        if (end > start) folders.emplace_back(paths.substr(start, end - start));
        start = end + 1;
    }
    return folders;
}

bool names_a_file(const std::string& id_or_path)
{
    return id_or_path.find('/') != std::string::npos || id_or_path.ends_with(".xml");
}

/// Catalogues may be tables too.
bool names_a_catalog_file(const std::string& id_or_path)
{
    if (names_a_file(id_or_path)) return true;
    constexpr std::string_view endings[] = {".csv", ".tsv", ".xlsx", ".ods", ".docx", ".odt"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return id_or_path.ends_with(ending); });
}

template <typename Item>
[[noreturn]] void not_known(const char* what, const std::string& id, const std::vector<Item>& known)
{
    std::string ids;
    for (const Item& one : known) ids += (ids.empty() ? "" : ", ") + one.id;
    throw Error(ErrorCode::not_found, {},
                std::string("there is no ") + what + " \"" + id + "\"; known: " + ids +
                    ". Name a file (its path ends in .xml) to use your own");
}

}  // namespace

Library Library::find(const fs::path& program)
{
    std::vector<fs::path> tried;
    if (const char* given = std::getenv("SAMSVAR_DATA")) tried.emplace_back(given);
    std::error_code error;
    const fs::path self = fs::canonical("/proc/self/exe", error);
    const fs::path binary = error ? program : self;
    // From bin, and from lib/samsvar.
    const fs::path folder = binary.parent_path().parent_path();
    tried.push_back((folder.filename() == "lib" ? folder.parent_path() : folder) / "share" / "samsvar");
    tried.emplace_back(SAMSVAR_SOURCE_TREE);
    for (const fs::path& one : tried)
        if (is_library(one)) return Library(one, extra_folders());
    std::string names;
    for (const fs::path& one : tried) names += "\n  " + one.string();
    throw Error(
        ErrorCode::not_found, {},
        "the folders catalogs and forms were not found; set SAMSVAR_DATA to the folder that holds them. Tried:" +
            names);
}

Library::Library(fs::path root, std::vector<fs::path> extra) : root_(std::move(root)), extra_(std::move(extra)) {}

std::string Library::shown(const fs::path& file) const
{
    const fs::path relative = file.lexically_relative(root_);
    return relative.empty() || relative.string().starts_with("..") ? file.string() : relative.generic_string();
}

std::vector<fs::path> Library::files(const std::string& folder) const
{
    std::vector<fs::path> found = files_in(root_ / folder, ".xml");
    for (const fs::path& extra : extra_)
        for (fs::path& file : files_in(extra / folder, ".xml")) found.push_back(std::move(file));
    return found;
}

std::vector<model::Catalog> Library::catalogs() const
{
    return catalogs_in(files("catalogs"));
}

std::vector<model::Catalog> Library::catalogs_called(const std::vector<std::string>& ids) const
{
    // A shipped catalogue's file is named after its id; one that is not is found among all.
    const fs::path shipped = root_ / "catalogs";
    std::error_code error;
    const bool named = std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return fs::is_regular_file(shipped / (id + ".xml"), error);
    });
    std::vector<fs::path> found = files("catalogs");
    const auto is_called = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    if (named)
        std::erase_if(found, [&](const fs::path& file) {
            return file.parent_path() == shipped && !is_called(file.stem().string());
        });
    std::vector<model::Catalog> called = catalogs_in(found);
    std::erase_if(called, [&](const model::Catalog& one) { return !is_called(one.id); });
    return called;
}

std::vector<model::Catalog> Library::catalogs_in(const std::vector<fs::path>& found) const
{
    std::vector<model::Catalog> catalogs(found.size());
    on_two_threads(found.size(), [&](std::size_t at) { catalogs[at] = load_catalog(found[at]); });
    return catalogs;
}

model::Catalog Library::load_catalog(const fs::path& file) const
{
    // What is shipped is ours; a user's may be OSCAL.
    if (file.parent_path() == root_ / "catalogs") return shipped().catalog(file, shown(file));
    return catalog::read(read_catalog_tree(*this, file, {}).root);
}

model::Catalog Library::catalog(const std::string& id_or_path) const
{
    if (names_a_catalog_file(id_or_path)) return load_catalog(id_or_path);
    // A shipped catalogue's file is named after its id: one file is read instead of all.
    const fs::path direct = root_ / "catalogs" / (id_or_path + ".xml");
    if (std::error_code error; fs::is_regular_file(direct, error)) return load_catalog(direct);
    const std::vector<model::Catalog> known = catalogs();
    for (const model::Catalog& one : known)
        if (one.id == id_or_path) return one;
    not_known("catalogue", id_or_path, known);
}

fs::path Library::catalog_file(const fs::path& id_or_path) const
{
    std::error_code error;
    if (names_a_catalog_file(id_or_path.string()) || fs::is_regular_file(id_or_path, error)) return id_or_path;
    for (const fs::path& file : files("catalogs"))
        if (file.stem() == id_or_path || load_catalog(file).id == id_or_path) return file;
    not_known("catalogue", id_or_path.string(), catalogs());
}

std::vector<model::Mapping> Library::mappings() const
{
    std::vector<model::Mapping> mappings;
    for (const fs::path& file : files("catalogs/mappings"))
        for (model::Mapping& mapping : load_mappings(file)) mappings.push_back(std::move(mapping));
    return mappings;
}

std::vector<model::Mapping> Library::load_mappings(const fs::path& file) const
{
    if (file.parent_path() == root_ / "catalogs" / "mappings") return shipped().mappings(file, shown(file));
    const Limits limits;
    const xml::Element root = xml::parse(read_file(file, limits.own_xml_bytes), shown(file), limits);
    return oscal::is_oscal(root) ? oscal::mappings_of(root) : catalog::read_mappings(root);
}

std::vector<model::Form> Library::forms() const
{
    std::vector<model::Form> forms;
    for (const fs::path& file : files("forms"))
        if (file.filename() != vocabulary_file) forms.push_back(form::load(file, shown(file)));
    return forms;
}

model::Form Library::form(const std::string& id_or_path) const
{
    if (names_a_file(id_or_path)) return form::load(id_or_path, shown(id_or_path));
    const std::vector<model::Form> known = forms();
    for (const model::Form& one : known)
        if (one.id == id_or_path) return one;
    not_known("form", id_or_path, known);
}

layout::KnownWords Library::known_words() const
{
    const fs::path file = root_ / "forms" / vocabulary_file;
    Fingerprint fingerprint;
    fingerprint.add(read_file(file, Limits().own_xml_bytes));
    if (const auto prepared = fingerprint.behind(shipped_vocabulary()); !prepared.empty())
        return layout::KnownWords(BytesReader(prepared));
    return layout::KnownWords(form::load_vocabulary(file, shown(file)));
}

catalog::LexiconSource Library::lexicon_source() const
{
    return {root_ / "catalogs" / "lexicon", "catalogs/lexicon", shipped_lexicon()};
}

model::Lexicon Library::lexicon() const
{
    return lexicon_source().lexicon();
}

text::Matcher Library::matcher() const
{
    return lexicon_source().matcher();
}

fs::path Library::report_layout(const std::string& id) const
{
    return root_ / "reports" / (id + ".xml");
}

}  // namespace samsvar::app
