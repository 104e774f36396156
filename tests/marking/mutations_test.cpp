// Mutated files are marked or refused with a message: never a crash, and never a result that cannot be read again.
#include <boost/test/unit_test.hpp>

#include "archive/archive.h"
#include "base/error.h"
#include "base/files.h"
#include "marking/checked.h"
#include "mutations/mutate.h"
#include "ooxml/open.h"
#include "support/package_builder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(marking_mutations_test)

namespace {

struct Outcome {
    int marked = 0, refused = 0;
};

void try_to_mark(const std::string& bytes, const std::string& file, const std::vector<marking::Mark>& marks,
                 Outcome& outcome)
{
    std::string result;
    try {
        result = marking::mark(bytes, file, marks, test::author, Limits()).bytes;
    }
    catch (const Error& error) {
        BOOST_TEST(!error.message().empty());
        ++outcome.refused;
        return;
    }
    ++outcome.marked;
    // What could be read before can be read after.
    try {
        ooxml::open_bytes(bytes, file, Limits());
    }
    catch (const Error&) {
        return;
    }
    BOOST_CHECK_NO_THROW(ooxml::open_bytes(result, file, Limits()));
}

/// Parts mutated as text, and the archive as bytes, with the marks that the whole file had.
void mutate(const std::string& file, const std::string& bytes, int rounds)
{
    const std::vector<marking::Mark> marks = test::marks_everywhere(ooxml::open_bytes(bytes, file, Limits()));
    const archive::Archive parts(bytes, file, Limits());
    test::Entries entries;
    for (const std::string& name : parts.names()) entries.emplace_back(name, parts.read(name));
    test::Random random(6);
    Outcome outcome;
    for (int round = 0; round < rounds; ++round) {
        test::Entries changed = entries;
        if (random.below(3) == 0) changed = test::mutated_entries(std::move(changed), random);
        if (!changed.empty()) {
            std::string& content = changed[random.below(changed.size())].second;
            content = test::mutated_xml(content, random);
        }
        try_to_mark(random.below(8) == 0 ? test::mutated_bytes(bytes, random) : test::stored_zip(changed), file, marks,
                    outcome);
    }
    BOOST_TEST_MESSAGE(file << ": " << outcome.marked << " marked, " << outcome.refused << " refused");
    BOOST_TEST(outcome.marked > rounds / 20);
    BOOST_TEST(outcome.refused > rounds / 20);
}

std::string example(const std::string& name)
{
    return read_file(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "forms" / "examples" / name, Limits().file_bytes);
}

}  // namespace

BOOST_AUTO_TEST_CASE(documents)
{
    mutate("kystlogg-skolesec.docx", example("kystlogg-skolesec.docx"), 300);
}

BOOST_AUTO_TEST_CASE(workbooks)
{
    const std::string file = "fagerlia-skolesec.xlsx";
    mutate(file, example(file), 150);
    // And one that has notes, a drawing and styles with marks in them.
    const std::string bytes = example(file);
    mutate(file,
           marking::mark(bytes, file, test::marks_everywhere(ooxml::open_bytes(bytes, file, Limits())), test::author,
                         Limits())
               .bytes,
           200);
}

BOOST_AUTO_TEST_SUITE_END()
