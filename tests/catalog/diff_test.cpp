#include "catalog/diff.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar;
using catalog::diff;

BOOST_AUTO_TEST_SUITE(diff_test)

namespace {

struct Row {
    const char *id, *title, *text;
};

model::Catalog catalog_of(std::vector<Row> rows)
{
    model::Catalog made;
    for (const Row& row : rows) {
        model::Requirement one;
        one.id = row.id;
        one.title.set(model::Language::en, row.title);
        one.text.set(model::Language::en, row.text);
        made.requirements.push_back(one);
    }
    return made;
}

std::string said(const std::vector<catalog::Change>& changes)
{
    std::string text;
    for (const catalog::Change& one : changes) {
        text += std::string(name_of(one.kind)) + ' ' + one.old_id + '>' + one.new_id;
        for (const std::string& field : one.fields) text += ' ' + field;
        text += '\n';
    }
    return text;
}

const char* const backups = "Copies of the data are taken every night and kept for ninety days at another site";
const char* const logs = "Events are logged and the logs are reviewed by somebody every single week";

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_changed)
{
    const model::Catalog one = catalog_of({{"1", "Backup", backups}, {"2", "Logs", logs}});
    BOOST_TEST(said(diff(one, one)) == "");
    // A blank of another kind, a typographic dash: the same words.
    BOOST_TEST(said(diff(catalog_of({{"1", "Back-up", "a b"}}), catalog_of({{"1", "Back\u2011up", "a\u00a0b"}}))) ==
               "");
}

BOOST_AUTO_TEST_CASE(added_removed_changed)
{
    const auto changes =
        diff(catalog_of({{"1", "Backup", backups}, {"2", "Logs", logs}, {"3", "Same", "same"}}),
             catalog_of({{"2", "Logs", "Nothing is logged"}, {"3", "Same", "same"}, {"4", "New", "new"}}));
    BOOST_TEST(said(changes) == "removed 1>\nchanged 2>2 text\nadded >4\n");
}

BOOST_AUTO_TEST_CASE(renumbered)
{
    const std::string nearly = std::string(backups) + " of ours";
    const auto changes = diff(catalog_of({{"1", "Backup", backups}, {"2", "Logs", logs}}),
                              catalog_of({{"A.1", "Logs", logs}, {"A.2", "Backup", nearly.c_str()}}));
    BOOST_TEST(said(changes) == "renumbered 2>A.1\nrenumbered 1>A.2 text\n");
    // Other words under a new number are another requirement.
    BOOST_TEST(said(diff(catalog_of({{"1", "Backup", backups}}), catalog_of({{"2", "Logs", logs}}))) ==
               "added >2\nremoved 1>\n");
}

BOOST_AUTO_TEST_SUITE_END()
