#include "evidence/folder.h"

#include <algorithm>
#include <system_error>

#include "archive/utf8.h"
#include "base/error.h"
#include "base/files.h"
#include "evidence/properties.h"

namespace samsvar::evidence {

namespace fs = std::filesystem;
using Kind = model::EvidenceFileKind;

namespace {

/// A name for people and for results; what is no UTF-8 becomes ?.
std::string shown(const fs::path& path)
{
    const std::string name = path.generic_string();
    return archive::is_utf8(name) ? name : archive::excerpt(name, name.size());
}

/// What operating systems and office programs leave behind.
bool is_left_behind(const std::string& name)
{
    return name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini" ||
           name == "__MACOSX";
}

class FolderReader {
public:
    FolderReader(const fs::path& root, const Limits& limits) : root_(root), limits_(limits.started()) {}

    model::EvidenceFolder read()
    {
        std::error_code failure;
        if (!fs::is_directory(root_, failure))
            throw Error(ErrorCode::not_found, {shown(root_), {}, 0, 0},
                        "there is no such folder; --evidence takes the folder with the supplier's documents");
        fs::path name = root_.filename();
        if (name.empty()) name = root_.parent_path().filename();
        result_.name = shown(name);
        walk(root_, {}, 0);
        std::sort(result_.files.begin(), result_.files.end(),
                  [](const model::EvidenceFile& a, const model::EvidenceFile& b) { return a.path < b.path; });
        return std::move(result_);
    }

private:
    void tell(const fs::path& inside, std::string what)
    {
        if (result_.problems.size() >= limits_.problems) return;
        result_.problems.push_back(
            {{shown(inside.empty() ? fs::path(result_.name) : inside), "", "", false}, std::move(what)});
    }

    void walk(const fs::path& folder, const fs::path& inside, int depth)
    {
        std::vector<fs::path> names;
        std::error_code failure;
        for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
            if (names.size() % 1024 == 0) limits_.check_time(result_.name);
            names.push_back(entry->path().filename());
        }
        if (failure) tell(inside, "the folder cannot be read: " + failure.message());
        std::sort(names.begin(), names.end());
        for (const fs::path& name : names) {
            if (is_left_behind(name.string())) continue;
            // Of the entry itself: a link could lead anywhere on the reader's machine.
            const fs::file_status status = fs::symlink_status(folder / name, failure);
            if (fs::is_symlink(status))
                tell(inside / name, "a symbolic link, which is not followed");
            else if (fs::is_directory(status)) {
                if (depth < deepest_folder)
                    walk(folder / name, inside / name, depth + 1);
                else
                    tell(inside / name,
                         "a folder more than " + std::to_string(deepest_folder) + " deep, which is not looked into");
            }
            else if (!fs::is_regular_file(status))
                tell(inside / name, "no regular file");
            else if (result_.files.size() < most_files)
                read_file_at(folder / name, inside / name);
            else if (!full_) {
                full_ = true;
                tell(inside / name, "the folder holds more than " + std::to_string(most_files) +
                                        " files; this one and those behind it are not looked at");
            }
        }
    }

    void read_file_at(const fs::path& path, const fs::path& inside)
    {
        limits_.check_time(result_.name);
        model::EvidenceFile file;
        std::error_code failure;
        const std::uintmax_t size = fs::file_size(path, failure);
        try {
            file = describe_file(read_file(path, limits_.file_bytes), shown(inside), limits_);
        }
        catch (const Error& error) {
            file.remark = error.code() == ErrorCode::limit_exceeded
                              ? "the file is longer than " + std::to_string(limits_.file_bytes) +
                                    " bytes, which is the limit; it was not read"
                              : "the file cannot be read";
        }
        file.path = shown(inside);
        if (!failure) file.size = size;
        result_.files.push_back(std::move(file));
    }

    const fs::path root_;
    const Limits limits_;
    model::EvidenceFolder result_;
    bool full_ = false;
};

}  // namespace

model::EvidenceFile describe_file(std::string_view bytes, const std::string& name, const Limits& limits)
{
    model::EvidenceFile file;
    file.size = bytes.size();
    file.sha256 = sha256(bytes);
    file.kind = kind_of(bytes);
    Properties properties;
    try {
        if (file.kind == Kind::pdf)
            properties = read_pdf(bytes);
        else if (bytes.starts_with("PK"))
            file.kind = read_package(bytes, name, limits, properties);
        else if (file.kind == Kind::empty)
            properties.remark = "the file is empty";
        else if (file.kind == Kind::archive)
            properties.remark = "a packed archive is not looked into; ask for the documents in it";
        else
            properties.remark = "no date is read of this kind of file";
    }
    catch (const Error&) {
        properties = {};
        properties.remark = "the file is damaged or beyond a limit; ask for it to be sent again";
    }
    file.title = std::move(properties.title);
    file.created = properties.created;
    file.modified = properties.modified;
    file.remark = std::move(properties.remark);
    if (file.remark.empty() && !file.created && !file.modified) file.remark = "no date found in the file";
    return file;
}

model::EvidenceFolder read_evidence(const fs::path& folder, const Limits& limits)
{
    return FolderReader(folder, limits).read();
}

}  // namespace samsvar::evidence
