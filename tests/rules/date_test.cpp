// The day of the assessment is an input: the same submission on another day gets another verdict where a date decides.
#include <boost/test/unit_test.hpp>

#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

model::AnswerResult on(model::Date date, const char* question, const char* text)
{
    model::Submission submission;
    submission.answers.push_back(answer_to(question, text));
    return result_of(evaluate(shipped().form, {}, shipped().matcher, submission, date), question);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(a_finding_appears_the_day_after_its_date)
{
    struct Row {
        const char* name;
        const char* question;
        const char* text;
        const char* code;
        model::Date before;  ///< not raised on this day
        model::Date after;   ///< raised on this one
    };
    constexpr Row rows[] = {
        {"TLS 1.0, withdrawn on a day",
         "26",
         "Trafikken mellom kommunen og løsningen krypteres med TLS 1.0.",
         "weak-practice",
         {2021, 3, 24},
         {2021, 3, 25}},
        {"3DES",
         "25",
         "Alla lagrade uppgifter krypteras med 3DES.",
         "weak-practice",
         {2023, 12, 31},
         {2024, 1, 1}},
        {"RSA of 2048 bits, one day",
         "26",
         "All traffic is encrypted with TLS 1.3 and certificates of RSA 2048.",
         "weak-practice",
         {2030, 12, 31},
         {2031, 1, 1}},
        {"certificate, to the day",
         "1",
         "Styringssystemet er sertifisert etter ISO/IEC 27001:2022, gyldig til 30.06.2027.",
         "expired",
         {2027, 6, 30},
         {2027, 7, 1}},
        {"certificate, to the month",
         "1",
         "Ledningssystemet är certifierat mot ISO/IEC 27001:2022, certifikatet är giltigt till juni 2027.",
         "expired",
         {2027, 6, 30},
         {2027, 7, 1}},
        {"report, a year and a half",
         "12",
         "An independent firm audits privacy and security every year. Our latest SOC 2 report is of March 2026.",
         "expired",
         {2026, 11, 21},
         {2027, 11, 21}},
        {"test of a certain month",
         "34",
         "Et uavhengig firma penetrasjonstestet løsningen i mars 2025.",
         "too-infrequent",
         {2026, 11, 21},
         {2027, 11, 21}},
        {"risk assessment of a certain month",
         "4",
         "Vi gjorde en risikovurdering av løsningen etter ISO 27005 i mars 2025.",
         "too-infrequent",
         {2026, 11, 21},
         {2028, 11, 21}},
    };
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name)
        {
            BOOST_TEST(!has(on(row.before, row.question, row.text), row.code));
            BOOST_TEST(has(on(row.after, row.question, row.text), row.code));
        }
}

BOOST_AUTO_TEST_CASE(an_expired_certificate_is_expired_evidence)
{
    constexpr const char* text =
        "Styringssystemet er sertifisert etter ISO/IEC 27001:2022, gyldig til 30.06.2027. Se vedlegg 2.";
    BOOST_TEST((on({2027, 6, 30}, "1", text).evidence == model::EvidenceState::enclosed));
    BOOST_TEST((on({2027, 7, 1}, "1", text).evidence == model::EvidenceState::expired));
}

BOOST_AUTO_TEST_CASE(nothing_else_depends_on_the_day)
{
    for (const char* text : {"Alle lagrede data krypteres med AES-256.", "Ja.", "Nei.", ""})
        BOOST_TEST((on({2020, 1, 1}, "25", text).outcome == on({2030, 12, 31}, "25", text).outcome));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
