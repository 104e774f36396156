#include "model/catalog.h"

#include <boost/test/unit_test.hpp>

#include "model/form.h"
#include "model/lexicon.h"

using namespace samsvar::model;

BOOST_AUTO_TEST_SUITE(catalog_tests)

BOOST_AUTO_TEST_CASE(a_date_is_written_as_precisely_as_it_is_known)
{
    BOOST_TEST((Date{2026, 11, 21}.text()) == "2026-11-21");
    BOOST_TEST((Date{2026, 3, 0}.text()) == "2026-03");
    BOOST_TEST((Date{2026, 0, 0}.text()) == "2026");
    BOOST_TEST((Date{2026, 3, 9} < Date{2026, 11, 1}));
}

BOOST_AUTO_TEST_CASE(names_are_read_back_and_others_are_not)
{
    for (const Severity one : {Severity::none, Severity::low, Severity::medium, Severity::high})
        BOOST_TEST((severity_named(name_of(one)) == one));
    for (const Relation one : {Relation::equal, Relation::subset, Relation::superset, Relation::intersects})
        BOOST_TEST((relation_named(name_of(one)) == one));
    for (const Role one : {Role::supplier, Role::system_manager, Role::controller, Role::processor})
        BOOST_TEST((role_named(name_of(one)) == one));
    for (const AnswerKind one :
         {AnswerKind::free, AnswerKind::list, AnswerKind::yesno, AnswerKind::yesno_explanation, AnswerKind::yesno_list})
        BOOST_TEST((answer_kind_named(name_of(one)) == one));
    for (const ColumnRole one :
         {ColumnRole::id, ColumnRole::section, ColumnRole::question, ColumnRole::guidance, ColumnRole::choice,
          ColumnRole::answer, ColumnRole::remark, ColumnRole::evidence, ColumnRole::reviewer, ColumnRole::other})
        BOOST_TEST((column_role_named(name_of(one)) == one));
    BOOST_TEST(!severity_named("High"));
    BOOST_TEST(!relation_named(""));
    BOOST_TEST(!role_named("system manager"));
    BOOST_TEST(!answer_kind_named("yes"));
    BOOST_TEST(!column_role_named("answers"));
}

BOOST_AUTO_TEST_CASE(a_mapping_reads_from_the_other_side)
{
    struct Row {
        Relation there;
        Relation back;
    };
    const Row rows[] = {
        {Relation::equal, Relation::equal},
        {Relation::subset, Relation::superset},
        {Relation::superset, Relation::subset},
        {Relation::intersects, Relation::intersects},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(name_of(row.there))
        {
            const Mapping mapping{"old", "A.5.1.1", "new", "A.5.1", row.there, "merged", {"m.xml", 7}};
            const Mapping back = inverted(mapping);
            BOOST_TEST(back.from_catalog + ' ' + back.from_id == "new A.5.1");
            BOOST_TEST(back.to_catalog + ' ' + back.to_id == "old A.5.1.1");
            BOOST_TEST((back.relation == row.back));
            BOOST_TEST(back.note == "merged");
            BOOST_TEST(back.origin.text() == "m.xml:7");
            BOOST_TEST((inverted(back).relation == row.there));
        }
}

BOOST_AUTO_TEST_CASE(things_are_found_by_their_id)
{
    Catalog catalog;
    catalog.requirements.resize(2);
    catalog.requirements[0].id = "A.5.1";
    catalog.requirements[1].id = "A.5.10";
    BOOST_TEST(catalog.find("A.5.10") == &catalog.requirements[1]);
    BOOST_TEST(!catalog.find("A.5"));

    Form form;
    form.questions.resize(1);
    form.questions[0].id = "18";
    BOOST_TEST(form.find("18") == &form.questions[0]);
    BOOST_TEST(!form.find("1"));

    Lexicon lexicon;
    lexicon.concepts.resize(1);
    lexicon.concepts[0].id = "mfa";
    lexicon.findings.resize(1);
    lexicon.findings[0].code = "vague";
    BOOST_TEST(lexicon.find("mfa") == &lexicon.concepts[0]);
    BOOST_TEST(!lexicon.find("vague"));
    BOOST_TEST(lexicon.finding("vague") == &lexicon.findings[0]);
    BOOST_TEST(!lexicon.finding("mfa"));
}

BOOST_AUTO_TEST_CASE(an_origin_without_a_line_is_the_file)
{
    BOOST_TEST((Origin{"catalogs/c.xml", 88}.text()) == "catalogs/c.xml:88");
    BOOST_TEST((Origin{"catalogs/c.xml", 0}.text()) == "catalogs/c.xml");
}

BOOST_AUTO_TEST_SUITE_END()
