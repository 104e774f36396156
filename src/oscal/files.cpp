#include "oscal/files.h"

#include <algorithm>

#include "base/error.h"

namespace samsvar::oscal {

namespace fs = std::filesystem;

Folder::Folder(fs::path folder)
{
    std::error_code error;
    folder_ = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
    if (error || !fs::is_directory(folder_))
        throw Error(ErrorCode::not_found, {folder.string(), {}, 0, 0}, "is no folder to look for imports in");
}

namespace {

bool names_a_scheme(const std::string& href)
{
    const std::size_t colon = href.find(':');
    return colon != std::string::npos && href.find('/') > colon;
}

}  // namespace

fs::path Folder::find(const std::string& href, const fs::path& document_folder, const xml::Element& element) const
{
    if (names_a_scheme(href))
        throw Error(ErrorCode::unsupported, element.location(),
                    "<" + element.name + "> imports \"" + href +
                        "\", which is not a file here; nothing is fetched. Put a copy in the folder of the profile and "
                        "name it");
    // What a link leads to counts, not where it lies.
    const auto inside = [&](const fs::path& path) -> fs::path {
        std::error_code error;
        const fs::path real = fs::canonical(path, error);
        if (error || !fs::is_regular_file(real, error)) return {};
        const auto [end, rest] = std::mismatch(folder_.begin(), folder_.end(), real.begin(), real.end());
        return end == folder_.end() && rest != real.end() ? real : fs::path();
    };
    const std::string path = href.substr(0, href.find('#'));
    for (const fs::path& candidate : {document_folder / path, folder_ / fs::path(path).filename()})
        if (const fs::path found = inside(candidate); !path.empty() && !found.empty()) return found;
    throw Error(ErrorCode::not_found, element.location(),
                "<" + element.name + "> imports \"" + href + "\", and no file of that name is in " + folder_.string() +
                    "; put it there, or name its folder with --folder");
}

}  // namespace samsvar::oscal
