#include "cli/catalog_command.h"

#include <iostream>

#include "app/catalog_output.h"
#include "app/catalog_source.h"
#include "app/output.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/day.h"
#include "cli/outputs.h"

namespace samsvar::cli {

namespace {

app::CatalogSource source_of(const Options& options)
{
    return {options.id, options.text_language, options.columns, options.folder, options.limits};
}

void tell(const std::vector<std::string>& notes)
{
    for (const std::string& note : notes) std::cerr << "samsvar: note: " << app::printable_line(note) << '\n';
}

/// To the file, with one line that says so, or to the terminal.
void deliver(const Options& options, const std::string& content, const std::string& summary)
{
    if (options.out.empty()) {
        std::cout << content;
        return;
    }
    const std::filesystem::path target = checked_output(options, options.out);
    write_file(target, content);
    std::cout << app::printable_line(target.string() + ": " + summary) << '\n';
}

app::CatalogTree tree_of(const Options& options, const app::Library& library)
{
    app::CatalogTree tree =
        app::read_catalog_tree(library, library.catalog_file(options.files.front()), source_of(options));
    tell(tree.notes);
    return tree;
}

std::string count_of(const app::CatalogTree& tree, const char* what)
{
    return std::to_string(app::requirement_count(tree)) + ' ' + what;
}

}  // namespace

int catalog_import(const Options& options, const app::Library& library)
{
    const app::CatalogTree tree = tree_of(options, library);
    deliver(options, app::catalog_xml(tree), count_of(tree, "requirements"));
    return 0;
}

int catalog_export(const Options& options, const app::Library& library)
{
    const app::CatalogTree tree = tree_of(options, library);
    deliver(options, app::oscal_catalog_xml(tree, day_of(options)), count_of(tree, "controls"));
    return 0;
}

int catalog_diff(const Options& options, const app::Library& library)
{
    const app::CatalogDiff diff = app::compare_catalogs(library, options.files[0].string(), options.files[1].string());
    std::cout << (options.format == app::Format::json ? app::diff_json(diff)
                                                      : app::printable(app::diff_text(diff, options.language)));
    return diff.changes.empty() ? 0 : 1;
}

int profile_resolve(const Options& options)
{
    const app::CatalogTree tree = app::resolve_profile(options.files.front(), options.folder, options.limits);
    tell(tree.notes);
    deliver(options, app::resolved_xml(tree), count_of(tree, "controls"));
    return 0;
}

}  // namespace samsvar::cli
