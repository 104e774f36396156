#include "report/text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/cell_text.h"
#include "report/wrapped.h"

namespace samsvar::report {

namespace {

using model::Language;
using model::Severity;

/// The few words of the summary; reports/*.xml has those of the workbook.
struct Words {
    const char *supplier, *unknown, *file, *form, *confidence, *question, *requirement, *ask, *see, *header, *none,
        *units, *invalid, *inferred;
};

const Words& words_in(Language language)
{
    static constexpr Words nb{
        "Leverandør",
        "ikke oppgitt",
        "Fil",
        "Skjema",
        "sikkerhet",
        "Spørsmål",
        "Krav",
        "Spør",
        "se spørsmål",
        "skjemaets hode",
        "Ingenting å følge opp.",
        "Lest: {units} enheter, {used} brukt",
        "ugyldig kontrollsiffer",
        "Ingen har beskrevet spørreskjemaet: spørsmål og svar er funnet i filen selv, {percent} % "
        "sikkert. Se hva som ble funnet med samsvar inspect."};
    static constexpr Words sv{"Leverantör",
                              "ej angiven",
                              "Fil",
                              "Formulär",
                              "säkerhet",
                              "Fråga",
                              "Krav",
                              "Fråga",
                              "se fråga",
                              "formulärets huvud",
                              "Inget att följa upp.",
                              "Läst: {units} enheter, {used} använda",
                              "ogiltig kontrollsiffra",
                              "Ingen har beskrivit formuläret: frågor och svar har hittats i filen själv, {percent} % "
                              "säkert. Se vad som hittades med samsvar inspect."};
    static constexpr Words da{
        "Leverandør",
        "ikke oplyst",
        "Fil",
        "Skema",
        "sikkerhed",
        "Spørgsmål",
        "Krav",
        "Spørg",
        "se spørgsmål",
        "skemaets hoved",
        "Intet at følge op på.",
        "Læst: {units} enheder, {used} brugt",
        "forkert kontrolciffer",
        "Ingen har beskrevet spørgeskemaet: spørgsmål og svar er fundet i selve filen, {percent} % "
        "sikkert. Se, hvad der blev fundet, med samsvar inspect."};
    static constexpr Words fi{"Toimittaja",
                              "ei ilmoitettu",
                              "Tiedosto",
                              "Lomake",
                              "varmuus",
                              "Kysymys",
                              "Vaatimus",
                              "Kysy",
                              "ks. kysymys",
                              "lomakkeen alkuosa",
                              "Ei jatkotoimia.",
                              "Luettu: {units} yksikköä, {used} käytetty",
                              "väärä tarkistusnumero",
                              "Kyselyä ei ole kuvattu: kysymykset ja vastaukset on löydetty tiedostosta itsestään, "
                              "varmuus {percent} %. Katso komennolla samsvar inspect, mitä löytyi."};
    static constexpr Words en{"Supplier",
                              "not stated",
                              "File",
                              "Form",
                              "confidence",
                              "Question",
                              "Requirement",
                              "Ask",
                              "see question",
                              "head of the form",
                              "Nothing to follow up.",
                              "Read: {units} units, {used} used",
                              "wrong check digit",
                              "Nobody has described this questionnaire: questions and answers were found in the file "
                              "itself, {percent} % sure. See what was found with samsvar inspect."};
    switch (language) {
        case Language::nb:
        case Language::nn: return nb;
        case Language::sv: return sv;
        case Language::da: return da;
        case Language::fi: return fi;
        case Language::en: return en;
    }
    return en;
}

struct Listed {
    const model::Finding* finding;
    std::string about;
};

const char* colour_of(Severity severity)
{
    switch (severity) {
        case Severity::high: return "\x1b[31m";
        case Severity::medium: return "\x1b[33m";
        default: return "\x1b[36m";
    }
}

std::string finding_text(const Listed& listed, const model::Assessment& assessment, Language language,
                         std::size_t width, Colouring colouring)
{
    const Words& words = words_in(language);
    const model::Finding& finding = *listed.finding;
    const model::FindingText* known = assessment.lexicon.finding(finding.code);
    std::string title = known ? known->title.in(language) : finding.code;
    if (!finding.detail.empty()) title += " (" + finding.detail + ')';
    std::string head =
        wrapped(label_of(finding.severity).in(language) + " · " + listed.about + " · " + title, "", "    ", width);
    if (colouring == Colouring::ansi) {
        head.insert(0, colour_of(finding.severity));
        head.insert(head.size() - 1, "\x1b[0m");
    }
    std::string text = head;
    if (const std::string& reason = finding.reason.in(language); !reason.empty())
        text += wrapped(reason, "    ", "    ", width);
    if (!finding.quote.empty()) text += wrapped("«" + finding.quote + "»", "    ", "    ", width);
    if (!finding.place.text().empty()) text += wrapped(finding.place.text(), "    ", "    ", width);
    if (!finding.with_quote.empty()) {
        const std::string other = finding.with == "header" ? words.header : words.see + (' ' + finding.with);
        text += wrapped(other + ": «" + finding.with_quote + "»", "    ", "    ", width);
        if (!finding.with_place.text().empty()) text += wrapped(finding.with_place.text(), "    ", "    ", width);
    }
    if (const std::string& ask = finding.ask.in(language); !ask.empty())
        text += wrapped(std::string(words.ask) + ": " + ask, "    → ", "      ", width);
    return text + '\n';
}

}  // namespace

std::string to_text(const model::Assessment& assessment, Language language, std::size_t width, Colouring colouring)
{
    width = std::max<std::size_t>(width, 40);
    const Words& words = words_in(language);
    const model::Submission& submission = assessment.submission;
    const auto line = [&](const std::string& label, const std::string& value) {
        return wrapped(value, label + ": ", "    ", width);
    };

    const int percent = static_cast<int>(submission.confidence * 100 + 0.5);
    std::string text;
    if (assessment.form.inferred)
        text += wrapped(filled(words.inferred, "percent", std::to_string(percent)), "", "    ", width);
    const std::string& supplier = submission.fact("supplier");
    text += line(words.supplier, supplier.empty() ? words.unknown : supplier);
    for (const model::Identifier& identifier : submission.identifiers)
        text += wrapped(identifier.scheme + ' ' + identifier.value +
                            (identifier.valid ? "" : std::string(" (") + words.invalid + ')') +
                            (identifier.owner.empty() ? "" : ", " + identifier.owner),
                        "    ", "    ", width);
    text += line(words.file, assessment.file + ", " + assessment.date.text());
    const std::string& title = assessment.form.title.in(language);
    text += line(words.form, (title.empty() ? assessment.form.id : title) + ", " + words.confidence + ' ' +
                                 std::to_string(percent) + " %");
    const model::LedgerTotals totals = model::totals(submission.ledger);
    text +=
        wrapped(filled(filled(words.units, "units", std::to_string(totals.units)), "used", std::to_string(totals.used)),
                "", "    ", width);
    text += '\n';
    const std::map<model::Outcome, int> counts = assessment.counts();
    for (const model::Outcome outcome : model::all_outcomes) {
        const std::string& label = label_of(outcome).in(language);
        const std::string count = std::to_string(counts.at(outcome));
        text += label + std::string(16 - std::min<std::size_t>(15, columns_of(label)), ' ') +
                std::string(4 - std::min<std::size_t>(4, count.size()), ' ') + count + '\n';
    }
    text += '\n';

    std::vector<Listed> findings;
    for (const model::Finding& finding : assessment.general) findings.push_back({&finding, words.header});
    for (const model::AnswerResult& result : assessment.answers)
        for (const model::Finding& finding : result.findings)
            findings.push_back({&finding, std::string(words.question) + ' ' + result.question});
    for (const model::RequirementResult& result : assessment.requirements)
        for (const model::Finding& finding : result.findings)
            findings.push_back({&finding, std::string(words.requirement) + ' ' + result.catalog + ' ' + result.id});
    std::stable_sort(findings.begin(), findings.end(), [](const Listed& left, const Listed& right) {
        return left.finding->severity > right.finding->severity;
    });
    for (const Listed& finding : findings) text += finding_text(finding, assessment, language, width, colouring);
    if (findings.empty()) text += std::string(words.none) + '\n';
    return text;
}

}  // namespace samsvar::report
