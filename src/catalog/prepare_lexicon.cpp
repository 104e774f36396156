// Run when the program is built: writes what can be prepared of the lexicon, for app/shipped.
//   samsvar_prepare_lexicon FOLDER NAME-IN-ORIGINS OUTPUT
#include <iostream>

#include "base/error.h"
#include "base/files.h"
#include "catalog/prepared.h"

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: samsvar_prepare_lexicon FOLDER NAME-IN-ORIGINS OUTPUT\n";
        return 2;
    }
    try {
        const std::vector<std::byte> bytes = samsvar::catalog::prepare(argv[1], argv[2]);
        samsvar::write_file(argv[3], {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        return 0;
    }
    catch (const samsvar::Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
