#include "profile/load.h"

#include <boost/test/unit_test.hpp>

#include "support/temporary_folder.h"
#include "xml/parsed.h"

using namespace samsvar;
using xml::failure_of;

BOOST_AUTO_TEST_SUITE(profile_load_test)

namespace {

model::Profile read(const std::string& content)
{
    return profile::read(
        xml::parse("<profile xmlns=\"urn:samsvar:profile:1\" id=\"p\">" + content + "</profile>", "p.xml"));
}

const std::string pupils =
    "<information name=\"Pupils\"><level aspect=\"confidentiality\" is=\"significant\"/></information>";

/// "confidentiality significant, integrity serious"
std::string classified(const model::Profile& profile)
{
    std::string text;
    for (const model::Aspect aspect : model::all_aspects)
        if (const auto highest = profile.highest(aspect))
            text += (text.empty() ? "" : ", ") + std::string(name_of(aspect)) + ' ' + name_of(highest->impact) + " (" +
                    highest->set->name + ')';
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_highest_level_of_each_aspect_counts)
{
    model::Profile profile;
    profile.id = "p";
    profile::add_set(profile, "Pupils: C=significant, I=moderate");
    profile::add_set(profile, "Films: I=serious, A=moderate");
    profile::add_set(profile, "role=supplier,personal-data=yes,transfer=no");
    BOOST_TEST(classified(profile) ==
               "confidentiality significant (Pupils), integrity serious (Films), availability moderate (Films)");
    BOOST_TEST(profile.conditions.at("personal-data"));
    BOOST_TEST(!profile.conditions.at("transfer"));
    BOOST_TEST((profile.roles == std::vector<model::Role>{model::Role::supplier}));

    const std::string xml = profile::to_xml(profile);
    const model::Profile again = profile::read(xml::parse(xml, "p.xml"));
    BOOST_TEST(profile::to_xml(again) == xml);
#ifdef SAMSVAR_XMLLINT
    const TemporaryFolder folder;
    const auto file = folder.file("p.xml", xml);
    BOOST_TEST(std::system((std::string(SAMSVAR_XMLLINT) + " --noout --nonet --schema " + SAMSVAR_SOURCE_DIR +
                            "/catalogs/profile.xsd " + file.string() + " 2>/dev/null")
                               .c_str()) == 0);
#endif
}

BOOST_AUTO_TEST_CASE(levels_are_said_by_name_in_any_report_language)
{
    const std::string wanted = "confidentiality significant (1), integrity serious (1), availability moderate (1)";
    for (const char* text :
         {"C=significant,I=serious,A=moderate", "K=betydande,R=allvarlig,T=måttlig", "K=betydelig,I=alvorlig,T=moderat",
          "confidentiality=significant,riktighet=allvarlig,A=moderate"})
        BOOST_TEST(classified(profile::parse(text)) == wanted, text);
    BOOST_TEST(failure_of([] { profile::parse("C=2"); }) ==
               "invalid-argument: the profile says \"C=2\": published numberings of the levels disagree, so they have "
               "names: negligible, moderate, significant, serious, extreme");
    BOOST_TEST(failure_of([] { profile::parse("C=high"); }).find("the levels are negligible") != std::string::npos);
    BOOST_TEST(failure_of([] { profile::parse("Q=serious"); }).find("is no aspect") != std::string::npos);
    BOOST_TEST(failure_of([] { profile::parse("C=serious,C=moderate"); }).find("said twice") != std::string::npos);
    BOOST_TEST(failure_of([] { profile::parse("role=supplier"); }).find("classifies nothing") != std::string::npos);
    BOOST_TEST(failure_of([] { profile::parse("case"); }).find("its path ends in .xml") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(mistakes_in_files_name_their_place)
{
    struct Row {
        std::string content, message;
    };
    const Row rows[] = {
        {"", "p.xml:1:1: <profile>: an <information> is missing inside it"},
        {"<information name=\"x\"/>", "p.xml:1:47: <information>: a <level> is missing inside it"},
        {"<information name=\"x\"><level aspect=\"C\" is=\"serious\"/></information>",
         "p.xml:1:69: <level>: attribute \"aspect\" must be one of confidentiality, integrity, availability, not "
         "\"C\""},
        {"<information name=\"x\"><level aspect=\"integrity\" is=\"3\"/></information>",
         "p.xml:1:69: <level>: attribute \"is\" must be one of negligible, moderate, significant, serious, extreme, "
         "not "
         "\"3\""},
        {pupils + "<condition id=\"a\" holds=\"perhaps\"/>",
         "p.xml:1:138: <condition>: attribute \"holds\" must be yes or no, not \"perhaps\""},
    };
    for (const Row& row : rows) BOOST_TEST(failure_of([&] { read(row.content); }) == "malformed: " + row.message);
}

BOOST_AUTO_TEST_CASE(what_is_open_is_told)
{
    model::Catalog catalog;
    catalog.requirements.emplace_back();
    catalog.requirements.back().conditions = {"personal-data"};
    const auto told = [&](const std::string& text) {
        std::string lines;
        for (const profile::Notice& one : profile::check(profile::parse(text), {catalog}))
            lines += std::string(one.error ? "" : "note: ") + one.text.in(model::Language::en) + '\n';
        return lines;
    };
    BOOST_TEST(told("C=significant,I=serious,A=moderate,personal-data=yes,children=no") == "");
    BOOST_TEST(told("C=significant,I=serious,personal-data=yes") ==
               "availability is not classified; all requirements that depend on it apply\n");
    BOOST_TEST(
        told("C=extreme,I=serious,A=moderate") ==
        "confidentiality of 1 is extreme: no requirement catalogue handles that level; the requirements selected "
        "are not enough\nnote: the condition personal-data is not answered; requirements that depend on it apply\n");
    BOOST_TEST(told("C=serious,I=serious,A=moderate,personal-data=no,persona-data=yes") ==
               "no catalogue knows the condition persona-data\n");
}

BOOST_AUTO_TEST_SUITE_END()
