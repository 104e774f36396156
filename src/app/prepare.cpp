// Run when the program is built: writes what can be prepared of our own XML, for app/shipped.
//   samsvar_prepare lexicon|catalogs|vocabulary TREE OUTPUT
// TREE is the folder that holds catalogs and forms.
#include <iostream>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "catalog/prepared.h"
#include "catalog/prepared_catalogs.h"
#include "form/vocabulary.h"
#include "layout/known_words.h"

namespace {

using namespace samsvar;
namespace fs = std::filesystem;

std::vector<std::byte> vocabulary(const fs::path& tree)
{
    const std::string name = "forms/vocabulary.xml";
    Fingerprint fingerprint;
    fingerprint.add(read_file(tree / name, Limits().own_xml_bytes));
    BytesWriter writer;
    fingerprint.write(writer);
    layout::KnownWords(form::load_vocabulary(tree / name, name)).write(writer);
    return writer.take();
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string_view what = argc == 4 ? argv[1] : "";
    try {
        std::vector<std::byte> bytes;
        const fs::path tree = argc == 4 ? argv[2] : "";
        if (what == "lexicon")
            bytes = catalog::prepare(tree / "catalogs" / "lexicon", "catalogs/lexicon");
        else if (what == "catalogs")
            bytes = catalog::prepare_catalogs(tree);
        else if (what == "vocabulary")
            bytes = vocabulary(tree);
        else {
            std::cerr << "usage: samsvar_prepare lexicon|catalogs|vocabulary TREE OUTPUT\n";
            return 2;
        }
        write_file(argv[3], {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        return 0;
    }
    catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
