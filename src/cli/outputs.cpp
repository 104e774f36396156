#include "cli/outputs.h"

#include <algorithm>

#include "base/error.h"

namespace samsvar::cli {

namespace {

namespace fs = std::filesystem;

enum class Naming { by_stem, by_whole_name };

fs::path output_of(const Options& options, const fs::path& file, Naming naming)
{
    if (options.out.empty() && options.format != app::Format::xlsx) return {};
    const fs::path name =
        (naming == Naming::by_stem ? file.stem() : file.filename()).string() + app::ending_of(options.format);
    if (options.out.empty()) return file.parent_path() / name;
    if (std::error_code error; fs::is_directory(options.out, error)) return options.out / name;
    return options.out;
}

[[noreturn]] void refuse(const fs::path& out, const std::string& message)
{
    throw Error(ErrorCode::invalid_argument, {out.string(), {}, 0, 0}, message);
}

}  // namespace

fs::path checked_output(const Options& options, fs::path out)
{
    // A result replaces what stands under its name, so a link is followed first: /dev/stdout must stay what it is.
    std::error_code error;
    if (fs::is_symlink(out, error) && fs::exists(out, error)) out = fs::canonical(out);
    if (fs::exists(out, error) && !fs::is_regular_file(out, error) && !fs::is_directory(out, error))
        refuse(out, "cannot be written: no ordinary file; leave -o out to write to the terminal");
    for (const fs::path& file : options.files)
        if (fs::equivalent(out, file, error))
            refuse(out, std::string("the result would replace this file, which is to be ") +
                            (options.command == Command::read ? "read" : "checked") + "; name another with -o");
    return out;
}

void require_new(const fs::path& out)
{
    if (std::error_code error; fs::exists(out, error))
        refuse(out, "is there already; name another file, or remove this one first");
}

std::vector<fs::path> outputs(const Options& options)
{
    std::error_code error;
    if (options.files.size() > 1 && !options.out.empty() && !fs::is_directory(options.out, error))
        refuse(options.out, "with several files, -o must name a folder that exists");

    std::vector<fs::path> by_stem;
    for (const fs::path& file : options.files) by_stem.push_back(output_of(options, file, Naming::by_stem));
    std::vector<fs::path> found;
    for (std::size_t index = 0; index < by_stem.size(); ++index) {
        fs::path out = by_stem[index];
        if (!out.empty()) {
            // answers.docx and answers.xlsx side by side: their results keep the whole name.
            if (std::count(by_stem.begin(), by_stem.end(), out) > 1)
                out = output_of(options, options.files[index], Naming::by_whole_name);
            out = checked_output(options, std::move(out));
            const auto whole = [](const fs::path& path) { return fs::weakly_canonical(fs::absolute(path)); };
            const auto same = [&](const fs::path& other) { return !other.empty() && whole(other) == whole(out); };
            if (std::any_of(found.begin(), found.end(), same))
                refuse(out, "two results would be written here; check the files one at a time");
        }
        found.push_back(std::move(out));
    }
    return found;
}

}  // namespace samsvar::cli
