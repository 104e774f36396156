#include "catalog/prepared_catalogs.h"

#include "base/bytes.h"
#include "base/files.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "catalog/catalog_bytes.h"
#include "catalog/load.h"

namespace samsvar::catalog {

namespace {

namespace fs = std::filesystem;

Fingerprint fingerprint_of(const fs::path& path)
{
    Fingerprint fingerprint;
    fingerprint.add(read_file(path, Limits().own_xml_bytes));
    return fingerprint;
}

/// The bytes of a file, when they are of what it holds now; else none.
std::span<const std::byte> bytes_of(std::span<const std::byte> prepared, const fs::path& path, std::string_view shown)
{
    if (prepared.empty()) return {};
    BytesReader reader(prepared);
    for (std::uint64_t left = reader.take_number(); left > 0; --left) {
        const std::string_view name = reader.take_text();
        const std::span<const std::byte> bytes = reader.take_all<std::byte>();
        if (name == shown) return fingerprint_of(path).behind(bytes);
    }
    return {};
}

}  // namespace

model::Catalog PreparedCatalogs::catalog(const fs::path& path, std::string_view shown) const
{
    const std::span<const std::byte> bytes = bytes_of(prepared_, path, shown);
    if (bytes.empty()) return load(path, std::string(shown));
    BytesReader reader(bytes);
    return read_catalog(reader);
}

std::vector<model::Mapping> PreparedCatalogs::mappings(const fs::path& path, std::string_view shown) const
{
    const std::span<const std::byte> bytes = bytes_of(prepared_, path, shown);
    if (bytes.empty()) return load_mappings(path, std::string(shown));
    BytesReader reader(bytes);
    return read_mappings(reader);
}

bool PreparedCatalogs::is_prepared(const fs::path& path, std::string_view shown) const
{
    return !bytes_of(prepared_, path, shown).empty();
}

std::vector<std::byte> prepare_catalogs(const fs::path& tree)
{
    struct Piece {
        std::string name;
        std::vector<std::byte> bytes;
    };
    std::vector<Piece> pieces;
    for (const std::string folder : {"catalogs", "catalogs/mappings"})
        for (const fs::path& path : files_in(tree / folder, ".xml")) {
            const std::string shown = folder + "/" + path.filename().string();
            BytesWriter piece;
            fingerprint_of(path).write(piece);
            if (folder == "catalogs")
                write(load(path, shown), piece);
            else
                write(load_mappings(path, shown), piece);
            pieces.push_back({shown, piece.take()});
        }
    BytesWriter writer;
    writer.put_number(pieces.size());
    for (const Piece& piece : pieces) {
        writer.put_text(piece.name);
        writer.put_all(piece.bytes);
    }
    return writer.take();
}

}  // namespace samsvar::catalog
