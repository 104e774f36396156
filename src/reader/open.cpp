#include "reader/open.h"

#include "base/error.h"
#include "base/files.h"
#include "delimited/open.h"
#include "odf/open.h"
#include "ooxml/open.h"
#include "reader/file_kind.h"

namespace samsvar::reader {

namespace {

model::Document read(std::string_view bytes, const std::string& file, const Limits& limits)
{
    if (family_of_bytes(bytes, file) == Family::text) return delimited::open_bytes(bytes, file, limits);
    if (family_of_archive(archive::Archive(bytes, file, limits)) == Family::odf)
        return odf::open_bytes(bytes, file, limits);
    return ooxml::open_bytes(bytes, file, limits);
}

}  // namespace

model::Document open_bytes(std::string_view bytes, const std::string& file, const Limits& limits)
{
    if (bytes.size() > limits.file_bytes)
        throw Error(ErrorCode::limit_exceeded, {file, {}, 0, 0},
                    "the file has " + std::to_string(bytes.size()) + " bytes, more than the limit of " +
                        std::to_string(limits.file_bytes));
    model::Document document = read(bytes, file, limits.started());
    document.sha256 = sha256(bytes);
    return document;
}

model::Document open(const std::filesystem::path& path, const Limits& limits)
{
    const std::string bytes = read_file(path, limits.file_bytes);
    return open_bytes(bytes, path.filename().string(), limits);
}

}  // namespace samsvar::reader
