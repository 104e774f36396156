#include "app/library.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "app/shipped.h"
#include "base/files.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "base/error.h"
#include "catalog/prepared.h"
#include "support/temporary_folder.h"

using namespace samsvar;

BOOST_AUTO_TEST_SUITE(library_test)

namespace {

namespace fs = std::filesystem;

const fs::path source = SAMSVAR_SOURCE_DIR;

std::string failure_of(const auto& call)
{
    try {
        call();
    }
    catch (const Error& error) {
        return std::string(name_of(error.code())) + ": " + error.what();
    }
    return "no Error";
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_shipped_is_found_by_id_and_by_path)
{
    const app::Library library(source);
    BOOST_TEST(library.catalogs().size() == 6u);
    BOOST_TEST(library.catalog("iso27001-2022").requirements.size() == 93u);
    BOOST_TEST(library.catalog((source / "catalogs" / "iso27001-2013.xml").string()).requirements.size() == 114u);
    BOOST_TEST(library.form("skolesec-ros").questions.size() == 52u);
    BOOST_TEST(!library.mappings().empty());
    BOOST_TEST(fs::exists(library.report_layout("compliance-matrix")));
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_named_with_what_is)
{
    const app::Library library(source);
    struct Row {
        const char* id;
        const char* message;
    };
    for (const Row& row :
         {Row{"iso9001",
              "not-found: there is no catalogue \"iso9001\"; known: gdpr-processor, iso27001-2013, iso27001-2022, "
              "klassa-supplier, klassa-system-manager, nis2-article-21. Name a file (its path ends in .xml) to use "
              "your own"},
          Row{"gone.xml", "not-found: gone.xml: there is no such file; check the name and the folder"},
          Row{"",
              "not-found: there is no catalogue \"\"; known: gdpr-processor, iso27001-2013, iso27001-2022, "
              "klassa-supplier, klassa-system-manager, nis2-article-21. Name a file (its path ends in .xml) to use "
              "your own"}})
        BOOST_TEST_CONTEXT(row.id) BOOST_TEST(failure_of([&] { library.catalog(row.id); }) == row.message);
    BOOST_TEST(
        failure_of([&] { library.form("x"); }) ==
        "not-found: there is no form \"x\"; known: skolesec-ros. Name a file (its path ends in .xml) to use your own");
}

BOOST_AUTO_TEST_CASE(an_id_is_no_way_out_of_the_folder)
{
    const app::Library library(source);
    for (const char* id : {"lexicon/crypto", "../forms/skolesec-ros", "mappings/iso27001-2013-2022"})
        BOOST_TEST_CONTEXT(id) BOOST_TEST(failure_of([&] { library.catalog(id); }).starts_with("not-found: "));
}

BOOST_AUTO_TEST_CASE(files_of_ours_are_shown_from_the_root_and_others_as_given)
{
    const app::Library library(source);
    BOOST_TEST(library.shown(source / "catalogs" / "gdpr-processor.xml") == "catalogs/gdpr-processor.xml");
    BOOST_TEST(library.shown("/elsewhere/mine.xml") == "/elsewhere/mine.xml");
    BOOST_TEST(library.shown("mine.xml") == "mine.xml");
}

BOOST_AUTO_TEST_CASE(the_users_own_stand_after_what_is_shipped)
{
    const TemporaryFolder own;
    fs::create_directory(own.path() / "catalogs");
    std::ifstream in(source / "catalogs" / "klassa-supplier.xml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    text.replace(text.find("id=\"klassa-supplier\""), 20, "id=\"a-first\"");
    own.file("catalogs/a.xml", text);
    const app::Library library(source, {own.path()});
    const std::vector<model::Catalog> catalogs = library.catalogs();
    BOOST_TEST_REQUIRE(catalogs.size() == 7u);
    BOOST_TEST(catalogs.back().id == "a-first");
    BOOST_TEST(library.catalog("a-first").requirements.size() == 42u);
}

BOOST_AUTO_TEST_CASE(this_program_was_built_with_the_lexicon_of_the_tree)
{
    const catalog::LexiconSource source(fs::path(SAMSVAR_SOURCE_DIR) / "catalogs" / "lexicon", "catalogs/lexicon",
                                        app::shipped_lexicon());
    BOOST_TEST(source.is_prepared());
}

BOOST_AUTO_TEST_CASE(this_program_was_built_with_the_vocabulary_of_the_tree)
{
    Fingerprint fingerprint;
    fingerprint.add(read_file(fs::path(SAMSVAR_SOURCE_DIR) / "forms" / "vocabulary.xml", Limits().own_xml_bytes));
    BOOST_TEST(!fingerprint.behind(app::shipped_vocabulary()).empty());
    Fingerprint other;
    other.add("another vocabulary");
    BOOST_TEST(other.behind(app::shipped_vocabulary()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
