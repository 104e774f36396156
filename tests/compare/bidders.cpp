#include "compare/bidders.h"

namespace samsvar::test {

using model::Outcome;
using model::Severity;

namespace {

model::LocalText told(const std::string& nb, const std::string& sv, const std::string& en)
{
    model::LocalText text;
    text.set(model::Language::nb, nb);
    text.set(model::Language::sv, sv);
    text.set(model::Language::en, en);
    return text;
}

bool is_good(Outcome outcome)
{
    return outcome == Outcome::satisfied || outcome == Outcome::not_applicable;
}

model::RecordedFinding finding_for(const std::string& question, Outcome outcome, Severity severity, model::Place place)
{
    model::RecordedFinding finding;
    finding.code = outcome == Outcome::unanswered ? "no-answer"
                   : outcome == Outcome::unclear  ? "off-topic"
                                                  : "missing-element";
    finding.detail = outcome == Outcome::partial ? "restore-test" : "";
    finding.severity = severity;
    finding.outcome = outcome;
    finding.place = std::move(place);
    finding.reason = told("Svaret på spørsmål " + question + " sier ikke noe om test av gjenoppretting.",
                          "Svaret på fråga " + question + " säger inget om test av återläsning.",
                          "The answer to question " + question + " does not speak of testing the restore.");
    finding.ask = told("Når ble gjenoppretting sist testet, og med hvilket resultat?",
                       "När testades återläsning senast, och med vilket resultat?",
                       "When was restoring last tested, and with what result?");
    return finding;
}

}  // namespace

model::Catalog made_catalog(int count)
{
    model::Catalog catalog;
    catalog.id = "made";
    catalog.version = "1";
    for (int number = 1; number <= count; ++number) {
        model::Requirement& one = catalog.requirements.emplace_back();
        one.id = "R-" + std::to_string(number);
        one.title = told("Krav nummer " + std::to_string(number) + " om sikkerhetskopier og gjenoppretting",
                         "Krav nummer " + std::to_string(number) + " om säkerhetskopior och återläsning",
                         "Requirement number " + std::to_string(number) + " on backup and restoring");
        one.level = number % 3 == 0 ? "should" : "";
        one.severity = number % 3 == 1 ? Severity::high : number % 3 == 2 ? Severity::medium : Severity::low;
    }
    return catalog;
}

model::Record made_bidder(const std::string& supplier, const std::string& file, const model::Catalog& catalog,
                          const std::vector<Standing>& standings)
{
    model::Record record;
    record.samsvar = "test";
    record.date = {2026, 11, 21};
    record.file = file;
    record.sha256 = "sha of " + file;
    record.form = {"made-form", "1"};
    record.catalogs = {{catalog.id, catalog.version}};
    record.supplier = supplier;
    for (const model::Requirement& one : catalog.requirements) {
        model::RecordedRequirement& made = record.requirements.emplace_back();
        made.name = {catalog.id, one.id};
        made.title = one.title;
        made.shall = one.level != "should";
    }
    for (const auto& [number, outcome] : standings) {
        if (!outcome) continue;
        model::RecordedAnswer& answer = record.answers.emplace_back();
        const std::string id = std::to_string(number);
        answer.question = id;
        answer.printed_question = "Hvordan oppfylles krav nummer " + id + "?";
        answer.place = {file, "Svar", "C" + std::to_string(number + 1), true};
        answer.covers = {{catalog.id, "R-" + id}};
        answer.outcome = *outcome;
        if (*outcome != Outcome::unanswered) answer.text = "Vi tar kopi hver natt av alt som gjelder punkt " + id + ".";
        answer.severity = is_good(*outcome) ? Severity::none : Severity::medium;
        answer.evidence =
            *outcome == Outcome::partial ? model::EvidenceState::requested : model::EvidenceState::not_requested;
        if (!is_good(*outcome))
            answer.findings.push_back(
                finding_for(id, *outcome, *outcome == Outcome::gap ? Severity::high : Severity::medium, answer.place));
        model::RecordedRequirement& covered = record.requirements.at(static_cast<std::size_t>(number - 1));
        covered.outcome = *outcome;
        covered.severity = answer.severity;
        covered.evidence = answer.evidence;
        covered.answers = {id};
    }
    return record;
}

model::ComparisonTerms made_terms()
{
    model::ComparisonTerms terms;
    terms.points = {{Outcome::satisfied, {1, 1}},
                    {Outcome::partial, {0.5, 0.5}},
                    {Outcome::gap, {0, 0}},
                    {Outcome::unanswered, {0, 0}},
                    {Outcome::unclear, {0, 1}}};
    terms.not_asked = model::PointRange{0, 1};
    terms.importance = {{Severity::high, 3}, {Severity::medium, 2}, {Severity::low, 1}, {Severity::none, 0}};
    terms.shall = 2;
    terms.should = terms.question = 1;
    terms.knock_out_from = Severity::low;
    terms.unclear_from = Severity::high;
    return terms;
}

std::vector<model::Record> ten_bidders(const model::Catalog& catalog)
{
    static const char* const names[] = {"Kystlogg AS",
                                        "Fagerlia Læring AS",
                                        "Älgen Omsorgsteknik AB",
                                        "Nordlys Skoleflyt AS",
                                        "Brattvåg Digital",
                                        "Södra Molntjänster i Väst AB (publ)",
                                        "Kystlogg AS",
                                        "",
                                        "Tundra Cloud Oy",
                                        "Fjellheim Arkiv og Sak AS"};
    static constexpr Outcome pattern[] = {
        Outcome::satisfied,  Outcome::satisfied, Outcome::partial,   Outcome::satisfied,
        Outcome::gap,        Outcome::unclear,   Outcome::satisfied, Outcome::not_applicable,
        Outcome::unanswered, Outcome::satisfied, Outcome::partial};
    std::vector<model::Record> records;
    for (std::size_t bidder = 0; bidder < std::size(names); ++bidder) {
        std::vector<Standing> standings;
        for (int number = 1; number <= static_cast<int>(catalog.requirements.size()); ++number)
            // Every seventh requirement all answer alike.
            standings.push_back(
                {number, pattern[(static_cast<std::size_t>(number) + (number % 7 == 0 ? 0 : bidder * 3)) %
                                 std::size(pattern)]});
        model::Record record =
            made_bidder(names[bidder], "svar-" + std::to_string(bidder + 1) + ".xlsx", catalog, standings);
        for (model::RecordedAnswer& answer : record.answers)
            if (!answer.text.empty())
                answer.text +=
                    " Kopiene ligger i et annet datasenter enn driften, er kryptert og oppbevares i nitti dager. En "
                    "gang i "
                    "kvartalet leser vi tilbake et tilfeldig valgt system og skriver ned hvor lang tid det tok. "
                    "Rutinen "
                    "heter Sikkerhetskopi og gjenoppretting og ligger ved som bilag.";
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace samsvar::test
