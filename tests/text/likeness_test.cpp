#include "text/likeness.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "text/fold.h"

namespace samsvar::text {

namespace {

constexpr std::uint32_t keys = 0;
constexpr std::uint32_t doors = 1;
constexpr std::uint32_t nothing = 2;

/// Two concepts that people wrote of, in two languages, and one that nobody did.
Likeness two_concepts()
{
    static const std::string written[] = {
        fold_text("Encryption keys are rotated every year."), fold_text("Krypteringsnøklene byttes hvert år."),
        fold_text("The doors of the server room are locked."), fold_text("Dørene til serverrommet er låst.")};
    const Likeness::Example examples[] = {
        {keys, written[0]}, {keys, written[1]}, {doors, written[2]}, {doors, written[3]}};
    return {examples, 3};
}

std::string told(const std::vector<Likeness::Found>& found)
{
    std::string told;
    for (const Likeness::Found& one : found) told += std::to_string(one.concept_index) + ' ';
    return told;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(likeness_test)

BOOST_AUTO_TEST_CASE(a_sentence_is_most_like_those_that_share_its_words_and_parts_of_words)
{
    const Likeness likeness = two_concepts();
    struct Row {
        const char* sentence;
        std::uint32_t concept_index;
    };
    constexpr Row rows[] = {
        {"We rotate the key for encryption in January.", keys},
        {"Krypteringsnyckeln byts varje år.", keys},  // a language nobody wrote in, near to one that is known
        {"Nobody locks the server rooms' door at noon.", doors},
        {"Serverrummets dörrar", doors},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.sentence)
        {
            const auto found = likeness.nearest(fold_text(row.sentence), 2);
            BOOST_TEST_REQUIRE(!found.empty());
            BOOST_TEST(found.front().concept_index == row.concept_index);
            BOOST_TEST((found.size() < 2 || found[0].likeness > found[1].likeness));
        }
}

BOOST_AUTO_TEST_CASE(likeness_is_one_at_most_and_nothing_is_like_nothing)
{
    const Likeness likeness = two_concepts();
    const auto same = likeness.nearest(fold_text("Encryption keys are rotated every year."), 1);
    BOOST_TEST_REQUIRE(same.size() == 1u);
    BOOST_TEST(same.front().likeness > 0.6);
    BOOST_TEST(same.front().likeness <= 1.0);
    for (const char* none : {"", " ", "-- !", "zzzz wwww"}) BOOST_TEST(told(likeness.nearest(none, 5)).empty());
    BOOST_TEST(told(likeness.nearest(fold_text("keys"), 0)).empty());
    BOOST_TEST(told(Likeness().nearest("keys", 5)).empty());
    BOOST_TEST(likeness.knows(keys));
    BOOST_TEST(!likeness.knows(nothing));
    BOOST_TEST(!likeness.knows(77));
}

BOOST_AUTO_TEST_CASE(what_is_read_is_what_was_written)
{
    const Likeness likeness = two_concepts();
    BytesWriter writer;
    likeness.write(writer);
    const std::vector<std::byte> bytes = writer.take();
    BytesReader reader(bytes);
    const Likeness again = Likeness::read(reader);
    for (const char* sentence : {"Keys of doors", "Serverrommet låses med nøkler", "year"}) BOOST_TEST_CONTEXT(sentence)
        {
            const auto one = likeness.nearest(fold_text(sentence), 3);
            const auto other = again.nearest(fold_text(sentence), 3);
            BOOST_TEST(told(one) == told(other));
            for (std::size_t at = 0; at < one.size() && at < other.size(); ++at)
                BOOST_TEST(one[at].likeness == other[at].likeness);
        }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
