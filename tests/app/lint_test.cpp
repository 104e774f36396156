#include "app/lint.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "app/unused_concepts.h"
#include "base/error.h"
#include "support/temporary_folder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(lint_test)

namespace {

namespace fs = std::filesystem;

/// A copy of what is shipped, to break.
struct Copy {
    TemporaryFolder folder;

    Copy()
    {
        for (const char* part : {"catalogs", "forms", "reports"})
            fs::copy(fs::path(SAMSVAR_SOURCE_DIR) / part, folder.path() / part, fs::copy_options::recursive);
    }
    /// Replaces the first `from` in the file; false when it does not stand there.
    bool replace(const std::string& file, const std::string& from, const std::string& to) const
    {
        std::ifstream in(folder.path() / file, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::size_t at = text.find(from);
        if (at == std::string::npos) return false;
        folder.file(file, text.replace(at, from.size(), to));
        return true;
    }
    std::vector<std::string> errors() const
    {
        std::vector<std::string> found;
        for (const app::Lint& one : app::lint(app::Library(folder.path())))
            if (one.error) found.push_back(one.origin.file + ": " + one.text);
        return found;
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_shipped_has_nothing_to_correct)
{
    for (const std::string& error : Copy().errors()) BOOST_ERROR(error);
}

BOOST_AUTO_TEST_CASE(a_mistake_is_found_where_it_stands)
{
    struct Row {
        const char* name;
        const char* file;
        const char* from;
        const char* to;
        const char* error;
    };
    const Row rows[] = {
        {"a requirement that does not exist", "forms/skolesec-ros.xml", "catalog=\"iso27001-2022\" ids=\"A.5.1 ",
         "catalog=\"iso27001-2022\" ids=\"A.5.111 ", "covers A.5.111, which iso27001-2022 does not hold"},
        {"a mapping to nowhere", "catalogs/mappings/iso27001-2013-2022.xml", "to=\"A.5.1\"", "to=\"A.5.99\"",
         "the mapping names A.5.99, which iso27001-2022 does not hold"},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            const Copy copy;
            BOOST_TEST_REQUIRE(copy.replace(row.file, row.from, row.to));
            const std::vector<std::string> errors = copy.errors();
            BOOST_TEST(std::any_of(errors.begin(), errors.end(), [&](const std::string& error) {
                return error.starts_with(std::string(row.file) + ": ") && error.ends_with(row.error);
            }));
        }
}

BOOST_AUTO_TEST_CASE(a_catalogue_that_is_not_here_is_a_note)
{
    const Copy copy;
    BOOST_TEST_REQUIRE(
        copy.replace("forms/skolesec-ros.xml", "catalog=\"klassa-supplier\"", "catalog=\"klasssa-supplier\""));
    BOOST_TEST(copy.errors().empty());
    const std::vector<app::Lint> all = app::lint(app::Library(copy.folder.path()));
    BOOST_TEST(std::count_if(all.begin(), all.end(), [](const app::Lint& one) {
                   return !one.error && one.text.ends_with(" covers klasssa-supplier, a catalogue that is not here");
               }) == 1);
}

BOOST_AUTO_TEST_CASE(only_restricts_to_one_file)
{
    const app::Library library{fs::path(SAMSVAR_SOURCE_DIR)};
    const std::vector<app::Lint> all = app::lint(library);
    const std::vector<app::Lint> some = app::lint(library, "catalogs/klassa-supplier.xml");
    BOOST_TEST(all.size() > some.size());
    BOOST_TEST(!some.empty());
    for (const app::Lint& one : some) BOOST_TEST(one.origin.file == "catalogs/klassa-supplier.xml");
}

namespace {

bool names(const std::vector<app::Lint>& found, const std::string& concept_id)
{
    return std::any_of(found.begin(), found.end(), [&](const app::Lint& one) {
        return one.text == "concept " + concept_id + " stands in no answer";
    });
}

}  // namespace

BOOST_AUTO_TEST_CASE(concepts_no_answer_holds_are_listed)
{
    const app::Library library{fs::path(SAMSVAR_SOURCE_DIR)};
    const TemporaryFolder folder;
    folder.file("one.tsv", "question\tanswer\tremark\tevidence\n1\tVi har tofaktor.\t\tOrganisasjonskart\n");
    folder.file("one.gold.tsv", "question_id\toutcome\n1\tsikkerhetskopi\n");
    folder.file("notes.txt", "sikkerhetskopi");
    const std::vector<app::Lint> found = app::unused_concepts(library, {folder.path()});
    BOOST_TEST(!names(found, "mfa"));
    BOOST_TEST(!names(found, "organisation-chart"));
    BOOST_TEST(names(found, "backup"));
    BOOST_TEST(!names(found, "cue-negation"));
    BOOST_TEST(!names(found, "has-subprocessors"));
    BOOST_TEST(found.back().text == "looked at 2 answers of 1 files");
}

BOOST_AUTO_TEST_CASE(cases_without_answers_are_an_error)
{
    const app::Library library{fs::path(SAMSVAR_SOURCE_DIR)};
    const TemporaryFolder folder;
    folder.file("one.tsv", "id\ttext\n1\tVi har tofaktor.\n");
    BOOST_CHECK_THROW(app::unused_concepts(library, {folder.path()}), Error);
    BOOST_CHECK_THROW(app::unused_concepts(library, {folder.path() / "absent"}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
