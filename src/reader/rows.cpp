#include "reader/rows.h"

#include "base/error.h"
#include "base/mapped_file.h"
#include "ooxml/file_kind.h"
#include "ooxml/open.h"
#include "ooxml/rows.h"
#include "reader/file_kind.h"
#include "reader/open.h"

namespace samsvar::reader {

std::optional<model::Document> read_rows(const std::filesystem::path& path, const RowRequest& request,
                                         const Limits& given, model::RowConsumer& consumer)
{
    const Limits limits = given.started();
    const MappedFile mapped(path, limits.file_bytes);
    const std::string file = path.filename().string();
    if (family_of_bytes(mapped.bytes(), file) != Family::text &&
        family_of_archive(archive::Archive(mapped.bytes(), file, limits)) == Family::ooxml) {
        const auto threads = request.threads == 1 ? archive::Threads::one : archive::Threads::two;
        const ooxml::Package package(mapped.bytes(), file, limits, threads);
        if (const ooxml::MainPart main = ooxml::find_main_part(package); main.kind == model::FileKind::xlsx) {
            ooxml::read_workbook_rows(package, main.part, request.sheet, consumer);
            return std::nullopt;
        }
        return ooxml::open_bytes(mapped.bytes(), file, limits);
    }
    return open_bytes(mapped.bytes(), file, limits);
}

}  // namespace samsvar::reader
