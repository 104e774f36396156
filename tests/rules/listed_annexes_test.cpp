#include "rules/listed_annexes.h"

#include <boost/test/unit_test.hpp>

#include "text/fold.h"

using namespace samsvar;

namespace {

/// The codes found in a text, with what stands there: "v7=V7".
std::string found(const std::vector<std::string>& labels, const std::string& text,
                  std::vector<text::AnnexReference> known = {})
{
    std::vector<model::Annex> annexes;
    for (const std::string& label : labels) annexes.push_back({label, "", {}});
    text::Analysis analysis;
    analysis.folded = text::fold(text);
    analysis.annexes = std::move(known);
    rules::ListedAnnexes(annexes).find_in(analysis);
    std::string all;
    for (const text::AnnexReference& one : analysis.annexes)
        all += (all.empty() ? "" : " ") + one.label + '=' + analysis.folded.quote(one.span);
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(listed_annexes)

BOOST_AUTO_TEST_CASE(a_code_of_the_list_is_a_reference_wherever_it_stands)
{
    const std::vector<std::string> labels{"V1", "V7", "V17", "Dok-01", "B 3", "Bilaga-Ä2"};
    const struct {
        const char* text;
        const char* expected;
    } rows[] = {
        {"V7, kap. 2", "v7=V7"},
        {"Innhaldslista er V1.", "v1=V1"},
        {"v17 og (V7)", "v17=v17 v7=V7"},
        {"se Dok-01 og dok 01 og DOK01", "dok-01=Dok-01 dok-01=dok 01 dok-01=DOK01"},
        {"B-3/V1", "b 3=B-3 v1=V1"},
        {"V70 og XV7 og 7", ""},
        {"iv7-2", ""},
        {"", ""},
    };
    for (const auto& row : rows)
        BOOST_TEST(found(labels, row.text) == row.expected, row.text << ": " << found(labels, row.text));
}

BOOST_AUTO_TEST_CASE(numbers_and_letters_alone_could_be_anything)
{
    BOOST_TEST(found({"1", "02", "B", "vedlegg"}, "1 av 02, B, vedlegg") == "");
}

BOOST_AUTO_TEST_CASE(what_a_reference_holds_already_is_not_told_twice)
{
    BOOST_TEST(found({"V7"}, "vedlegg V7, og V7", {{{0, 10}, "v7", false}}) == "v7=vedlegg V7 v7=V7");
}

BOOST_AUTO_TEST_SUITE_END()
