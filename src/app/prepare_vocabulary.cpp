// Run when the program is built: writes what can be prepared of the vocabulary, for app/shipped.
//   samsvar_prepare_vocabulary FILE NAME-IN-ORIGINS OUTPUT
#include <iostream>

#include "base/error.h"
#include "base/files.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "form/vocabulary.h"
#include "layout/known_words.h"

int main(int argc, char** argv)
{
    using namespace samsvar;
    if (argc != 4) {
        std::cerr << "usage: samsvar_prepare_vocabulary FILE NAME-IN-ORIGINS OUTPUT\n";
        return 2;
    }
    try {
        Fingerprint fingerprint;
        fingerprint.add(read_file(argv[1], Limits().own_xml_bytes));
        BytesWriter writer;
        fingerprint.write(writer);
        layout::KnownWords(form::load_vocabulary(argv[1], argv[2])).write(writer);
        const std::vector<std::byte> bytes = writer.take();
        write_file(argv[3], {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        return 0;
    }
    catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
