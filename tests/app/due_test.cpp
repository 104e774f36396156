#include "app/due.h"

#include <boost/test/unit_test.hpp>

using namespace samsvar;
using model::DueItem;

namespace {

const app::Library& library()
{
    static const app::Library shipped(SAMSVAR_SOURCE_DIR);
    return shipped;
}

DueItem item(DueItem::Kind kind, model::Date date, std::string about, std::string owner)
{
    DueItem made;
    made.kind = kind;
    made.date = date;
    made.supplier = "NO:974760673";
    made.supplier_name = "Nordlys; Drift, AS";
    made.contract = "2025-1";
    made.assessment = 7;
    made.about = std::move(about);
    made.owner = std::move(owner);
    return made;
}

std::vector<DueItem> items()
{
    std::vector<DueItem> all = {
        item(DueItem::Kind::follow_up, {2026, 3, 1}, "Drift av journalsystem", "anne@kommune.example"),
        item(DueItem::Kind::risk_lapses, {2026, 5, 1}, "finding:18#missing-element/mfa", "Per"),
        item(DueItem::Kind::evidence_expires, {2026, 5, 2}, "ISO 27001", "anne@kommune.example")};
    all[1].comment = "Æ ø å, " + std::string(120, 'x') + "\nnext line";
    return all;
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(due_tests)

BOOST_AUTO_TEST_CASE(what_is_past_is_marked)
{
    const std::string text = app::due_text(library(), items(), {2026, 4, 1}, model::Language::en);
    BOOST_TEST(text.starts_with("! 2026-03-01  Follow-up"));
    BOOST_TEST(text.find("\n  2026-05-01  Accepted risk lapses") != std::string::npos);
    BOOST_TEST(count(text, "\n") == 3u);
    BOOST_TEST(app::due_text(library(), {}, {2026, 4, 1}, model::Language::en) == "Nothing is due.\n");
}

BOOST_AUTO_TEST_CASE(the_calendar_follows_rfc_5545)
{
    const std::string ics = app::due_ics(library(), items(), {2026, 4, 1}, model::Language::en);
    BOOST_TEST(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    BOOST_TEST(ics.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    BOOST_TEST(count(ics, "BEGIN:VEVENT") == 3u);
    BOOST_TEST(ics.find("DTSTART;VALUE=DATE:20260301\r\n") != std::string::npos);
    BOOST_TEST(ics.find("SUMMARY:Follow-up: Nordlys\\; Drift\\, AS (2025-1)\r\n") != std::string::npos);
    std::size_t begin = 0;
    std::string unfolded;
    for (std::size_t end = ics.find("\r\n"); end != std::string::npos; begin = end + 2, end = ics.find("\r\n", begin)) {
        BOOST_TEST(end - begin <= 75u);
        const std::string line = ics.substr(begin, end - begin);
        unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
        // Never inside a character.
        BOOST_TEST((static_cast<unsigned char>(line[line.starts_with(' ') ? 1 : 0]) & 0xC0) != 0x80);
    }
    BOOST_TEST(unfolded.find("\\nÆ ø å\\, xxx") != std::string::npos);
    BOOST_TEST(unfolded.find("x\\nnext line\\nPer") != std::string::npos);
    BOOST_TEST(count(ics, "\n") == count(ics, "\r\n"));
}

BOOST_AUTO_TEST_CASE(the_same_item_has_the_same_uid)
{
    const auto uids = [](const std::string& ics) {
        std::vector<std::string> found;
        for (std::size_t at = ics.find("UID:"); at != std::string::npos; at = ics.find("UID:", at + 1))
            found.push_back(ics.substr(at, 36));
        return found;
    };
    std::vector<DueItem> moved = items();
    moved[1].date = {2026, 9, 1};
    const auto first = uids(app::due_ics(library(), items(), {2026, 4, 1}, model::Language::nb)),
               second = uids(app::due_ics(library(), moved, {2026, 4, 8}, model::Language::en));
    BOOST_TEST(first == second, boost::test_tools::per_element());
    BOOST_TEST((first[0] != first[1] && first[1] != first[2] && first[0] != first[2]));
}

BOOST_AUTO_TEST_CASE(every_owner_gets_one_letter)
{
    const auto letters = [](const std::string& others) {
        return app::due_messages(library(), items(), {2026, 4, 1}, model::Language::sv, "from@kommun.example", others);
    };
    BOOST_TEST(letters("").size() == 1u);
    const std::vector<mail::Message> both = letters("desk@kommun.example");
    BOOST_REQUIRE(both.size() == 2u);
    BOOST_TEST(both[0].to == "anne@kommune.example");
    BOOST_TEST(both[0].subject == "Leverantörsuppföljning: 2 saker förfaller");
    BOOST_TEST(both[1].to == "desk@kommun.example");
    BOOST_TEST(both[0].attachments.at(0).name == "samsvar.ics");
    BOOST_TEST(count(both[0].attachments.at(0).content, "BEGIN:VEVENT") == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
