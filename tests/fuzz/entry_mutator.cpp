// Mutations that reach what lies behind the checksums of an archive: one entry is changed and the archive written anew.
// Every fourth input is changed as bytes, so that the directory and the deflate streams get their share.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "base/error.h"
#include "support/package_builder.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace samsvar;

std::vector<std::pair<std::string, std::string>> entries_of(std::string_view bytes)
{
    Limits limits;
    limits.entry_bytes = limits.dom_part_bytes = limits.package_bytes = 1u << 20;
    std::vector<std::pair<std::string, std::string>> entries;
    try {
        const archive::Archive archive(bytes, "a", limits);
        for (const std::string& name : archive.names()) entries.emplace_back(name, archive.read(name));
    }
    catch (const Error&) {
        entries.clear();  // no archive to be read: it is changed as bytes
    }
    return entries;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed)
{
    auto entries = seed % 4 == 0 ? decltype(entries_of({}))() : entries_of({reinterpret_cast<const char*>(data), size});
    if (entries.empty()) return LLVMFuzzerMutate(data, size, most);
    std::string& content = entries[seed / 4 % entries.size()].second;
    const std::size_t before = content.size();
    content.resize(before + 4096);  // what it may grow by at once
    content.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(content.data()), before, content.size()));
    const std::string changed = test::stored_zip(entries);
    if (changed.size() > most) return LLVMFuzzerMutate(data, size, most);
    std::copy(changed.begin(), changed.end(), data);
    return changed.size();
}
