#include "report/package.h"

#include <Poco/StreamCopier.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>
#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace samsvar::test {

std::map<std::string, std::string> parts_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("no file " + file.string());
    Poco::Zip::ZipArchive archive(in);
    std::map<std::string, std::string> parts;
    for (auto entry = archive.headerBegin(); entry != archive.headerEnd(); ++entry) {
        // The archive has read to the end; without this every part would read as empty.
        in.clear();
        Poco::Zip::ZipInputStream part(in, entry->second);
        std::ostringstream content;
        Poco::StreamCopier::copyStream(part, content);
        parts[entry->first] = content.str();
    }
    return parts;
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "samsvar-report-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

std::vector<std::string> TemporaryFolder::files() const
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

const report::Layout& shipped_layout()
{
    static const report::Layout layout =
        report::load_layout(SAMSVAR_SOURCE_DIR "/reports/compliance-matrix.xml", "reports/compliance-matrix.xml");
    return layout;
}

std::size_t count_of(const std::string& text, const std::string& wanted)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + wanted.size())) ++count;
    return count;
}

}  // namespace samsvar::test
