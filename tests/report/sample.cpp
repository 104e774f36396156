#include "report/sample.h"

#include <array>
#include <string>

#include "model/report_text.h"

namespace samsvar::test {

namespace {

using namespace model;

constexpr const char* file_name = "svar-fjelltopp.docx";

Place answer_place(int row)
{
    return {file_name, "word/document.xml", "table3/row" + std::to_string(row) + "/cell3", false};
}

struct Theme {
    const char *nb, *sv, *en;  // paraphrase
    const char* answer;
    const char* evidence;      // what is asked for, nb; empty = nothing
    Outcome outcome;
    Severity severity;
    EvidenceState state;
    const char* code;          // empty = no finding
    const char* detail;
    const char* quote;
    const char* reason;
    const char* ask;
};

constexpr std::array<Theme, 13> themes{{
    {"Hvordan er sikkerhetstiltak dokumentert og internkontroll etablert?", "Hur är säkerhetsåtgärder dokumenterade?",
     "How are security measures documented?",
     "Fjelltopp Læring har et styringssystem for informasjonssikkerhet som bygger på ISO/IEC 27001:2022. Systemet omfatter "
     "utvikling, drift og brukerstøtte for alle produktene våre. Ledelsen går gjennom systemet hvert år i mars, sist "
     "14.03.2026, og avvik følges opp i et eget register. Sertifikatet er utstedt av et akkreditert organ og gjelder til "
     "30.06.2028. Innholdsfortegnelsen ligger ved som vedlegg 1.",
     "Innholdsfortegnelse eller sertifikat", Outcome::satisfied, Severity::none, EvidenceState::enclosed, "", "", "", "", ""},
    {"Hvordan er ansvar og oppgaver for personvern og informasjonssikkerhet fordelt?", "Hur är ansvar fördelat?",
     "How are responsibilities assigned?", "Se organisasjonskart.", "Organisasjonskart", Outcome::partial, Severity::medium,
     EvidenceState::referred, "reference-only", "", "Se organisasjonskart.",
     "Svaret viser bare til et dokument som ikke er vedlagt, og sier ikke selv hvem som har ansvaret.",
     "Vi ber om organisasjonskartet, og at dere navngir rollene som har ansvar for informasjonssikkerhet og personvern."},
    {"Hvilke autentiseringsmekanismer brukes?", "Vilka autentiseringsmekanismer används?",
     "Which authentication mechanisms are used?",
     "Elever og lærere logger inn gjennom Feide. Administratorer kan velge tofaktor i sin profil, men kommunen avgjør selv "
     "om dette skal kreves. Passord lagres saltet og hashet med bcrypt.\nFor støttepersonell hos oss brukes egen konto med "
     "passord på minst 14 tegn.",
     "Løsningsdokumentasjon", Outcome::partial, Severity::high, EvidenceState::requested, "weak-practice", "optional-mfa",
     "Administratorer kan velge tofaktor i sin profil",
     "Tofaktor for administratorer er valgfri. For kontoer med utvidede rettigheter må den være påkrevd.",
     "Kan dere gjøre tofaktor påkrevd for alle administratorer, og når kan det være på plass?"},
    {"Hvordan varsles kommunen ved brudd på personopplysningssikkerheten?", "Hur underrättas kommunen vid incidenter?",
     "How is the municipality told of breaches?",
     "Kommunen varsles så snart som mulig etter at hendelsen er kartlagt og ledelsen har vurdert omfanget.", "Rutine",
     Outcome::gap, Severity::high, EvidenceState::requested, "missing-element", "deadline",
     "så snart som mulig etter at hendelsen er kartlagt",
     "Svaret mangler en frist. Behandlingsansvarlig må varsles uten ugrunnet opphold, slik at 72-timersfristen kan holdes.",
     "Innen hvor mange timer fra dere oppdager et brudd, varsler dere kommunen, og til hvem?"},
    {"Hvordan testes tilbakeføring fra sikkerhetskopi?", "Hur testas återläsning från säkerhetskopia?",
     "How is restoring from backup tested?",
     "Det tas sikkerhetskopi hver natt til to adskilte datasentre i Norge. Kopiene oppbevares i 90 dager og er kryptert med "
     "AES-256. Kopiene overvåkes automatisk, og feil varsles til vaktlaget.",
     "Testprotokoll", Outcome::partial, Severity::medium, EvidenceState::requested, "missing-element", "restore-test",
     "Det tas sikkerhetskopi hver natt til to adskilte datasentre i Norge.",
     "Det står hvordan det kopieres, men ikke at tilbakeføring testes, eller hvor ofte.",
     "Når testet dere sist tilbakeføring fra sikkerhetskopi, hvor lang tid tok det, og kan vi få protokollen?"},
    {"Overføres personopplysninger til land utenfor EØS?", "Överförs personuppgifter utanför EES?",
     "Is personal data transferred outside the EEA?", "Nei.", "", Outcome::gap, Severity::high, EvidenceState::not_requested,
     "contradiction", "transfer-denied", "Nei.",
     "Her står det nei, men et annet svar nevner en underleverandør i USA som behandler logger.",
     "Dere svarer nei på overføring, men oppgir en underleverandør i USA. Hva er riktig, og hvilket overføringsgrunnlag gjelder?"},
    {"Hvordan bakgrunnssjekkes nyansatte og innleide?", "Hur bakgrundskontrolleras nyanställda?",
     "How are new hires background-checked?",
     "Alle nyansatte legger fram vitnemål og attester, og vi ringer minst to referanser. Identitet kontrolleres mot pass "
     "eller nasjonalt identitetskort. Innleide dekkes av de samme kravene gjennom rammeavtalen. Rutinen er beskrevet i vedlegg 4.",
     "Rutine", Outcome::satisfied, Severity::none, EvidenceState::enclosed, "", "", "", "", ""},
    {"Hvordan håndteres avvik, og vet medarbeiderne at de skal melde fra?", "Hur hanteras avvikelser?",
     "How are deviations handled?", "", "Rutine", Outcome::unanswered, Severity::high, EvidenceState::requested, "no-answer", "",
     "", "Spørsmålet er ikke besvart.", "Vi ber dere svare på hvordan avvik meldes, behandles og lukkes."},
    {"Hvordan slettes personopplysninger når avtalen opphører?", "Hur raderas personuppgifter när avtalet upphör?",
     "How is personal data deleted at the end of the agreement?",
     "Personopplysninger slettes eller tilbakeleveres etter kommunens valg senest 30 dager etter at avtalen er avsluttet. "
     "Sikkerhetskopier overskrives innen 90 dager. Kommunen får en skriftlig bekreftelse på at slettingen er gjennomført.",
     "Sletterutine", Outcome::satisfied, Severity::none, EvidenceState::requested, "evidence-outstanding", "",
     "Kommunen får en skriftlig bekreftelse på at slettingen er gjennomført.", "Rutinen det er bedt om, er ikke vedlagt.",
     "Vi ber om sletterutinen."},
    {"Hvordan risikovurderes løsningen?", "Hur riskbedöms lösningen?", "How is the solution risk-assessed?",
     "Risikovurdering gjennomføres kontinuerlig og er en naturlig del av hverdagen i alle teamene våre.",
     "Gjennomført risikovurdering", Outcome::partial, Severity::medium, EvidenceState::requested, "vague", "",
     "en naturlig del av hverdagen", "Svaret er for allment: verken metode, dato eller omfang er nevnt.",
     "Hvilken metode bruker dere, når ble løsningen sist vurdert, og kan vi få resultatet?"},
    {"Hvilke mekanismer ivaretar personer med fortrolig adresse?", "Vilka mekanismer skyddar personer med skyddade uppgifter?",
     "Which mechanisms protect persons with a confidential address?",
     "Ikke relevant, vi behandler ikke adresser. Det er kommunens ansvar å ikke legge inn slike opplysninger.", "",
     Outcome::unclear, Severity::medium, EvidenceState::not_requested, "na-conditional", "",
     "Det er kommunens ansvar å ikke legge inn slike opplysninger.",
     "Svaret sier at saken ikke gjelder, men forutsetter at kunden lar være å legge inn opplysningene.",
     "Hva skjer dersom en adresse likevel registreres i fritekst?"},
    {"Brukes løsningen til profilering av elever?", "Används lösningen för profilering av elever?",
     "Is the solution used for profiling pupils?",
     "Ikke aktuelt. Løsningen har ingen funksjoner for profilering eller automatiske avgjørelser.", "", Outcome::not_applicable,
     Severity::none, EvidenceState::not_requested, "", "", "", "", ""},
    {"Hvilke sikkerhetstester gjennomføres av uavhengig part?", "Vilka säkerhetstester görs av oberoende part?",
     "Which security tests are made by an independent party?",
     "Et uavhengig selskap gjennomfører inntrengningstest av hele løsningen hvert år og ved større endringer. Siste test var "
     "i februar 2024, og alle alvorlige funn ble lukket innen to uker. Sammendraget av rapporten ligger ved. I tillegg kjører "
     "vi automatiske sårbarhetsskanninger av all kode og alle avhengigheter i hvert bygg, og kritiske oppdateringer legges inn "
     "innen 48 timer. Utviklerne får årlig opplæring i sikker utvikling etter OWASP, og kode blir alltid lest av minst én til "
     "før den settes i drift. Ved behov kan kommunen selv gjennomføre tester etter avtale, i et eget testmiljø som er likt "
     "produksjonsmiljøet, men uten personopplysninger.",
     "Testrapport", Outcome::partial, Severity::low, EvidenceState::expired, "expired", "", "Siste test var i februar 2024",
     "Testen er eldre enn tolv måneder, selv om svaret sier at den gjøres hvert år.",
     "Vi ber om sammendraget fra testen i 2025 eller 2026."},
}};

constexpr std::array<std::array<const char*, 3>, 6> requirement_titles{{
    {"Policyer for informasjonssikkerhet", "Policyer för informationssäkerhet", "Information security policies"},
    {"Styring av tilgang til kildekode", "Styrning av åtkomst till källkod", "Access to source code"},
    {"Opplæring og bevisstgjøring tilpasset rollen", "Utbildning anpassad till rollen", "Training suited to the role"},
    {"Sikring av informasjon i leverandørkjeden for IKT", "Säkring av information i leveranskedjan", "The ICT supply chain"},
    {"Kontinuitet: beredskap, øvelser og gjenoppretting etter alvorlige hendelser", "Kontinuitet", "Continuity"},
    {"Kryptering", "Kryptering", "Cryptography"},
}};

Finding make_finding(const Theme& theme, int number, const std::string& with)
{
    Finding finding;
    finding.code = theme.code;
    finding.detail = theme.detail;
    finding.severity = theme.severity;
    finding.outcome = theme.outcome;
    finding.quote = theme.quote;
    finding.place = answer_place(number + 2);
    finding.rule = {"forms/eksempel.xml", 100 + number * 7};
    finding.reason = texts(theme.reason, theme.reason, theme.reason);
    finding.ask = texts(theme.ask, theme.ask, theme.ask);
    if (finding.code == "contradiction") {
        finding.with = with;
        finding.with_quote = "Feillogger behandles av Logwell Inc. i Virginia, USA.";
        finding.with_place = answer_place(42);
    }
    return finding;
}

void add_catalog(Assessment& assessment, const char* id, const char* title, int count, int per_group, const char* prefix)
{
    Catalog catalog;
    catalog.id = id;
    catalog.title = texts(title, title, title);
    for (int at = 0; at < count; ++at) {
        const std::string group = "g" + std::to_string(at / per_group + 1);
        if (at % per_group == 0) {
            const std::string name = std::string(prefix) + std::to_string(5 + at / per_group);
            catalog.groups.push_back({group, texts((name + " Organisatoriske tiltak").c_str(),
                                                   (name + " Organisatoriska åtgärder").c_str(),
                                                   (name + " Organisational measures").c_str())});
        }
        const auto& words = requirement_titles[static_cast<std::size_t>(at) % requirement_titles.size()];
        Requirement requirement;
        requirement.id = prefix + std::to_string(5 + at / per_group) + '.' + std::to_string(at % per_group + 1);
        requirement.group = group;
        requirement.title = texts(words[0], words[1], words[2]);

        RequirementResult result;
        result.catalog = id;
        result.id = requirement.id;
        if (at % 7 == 6) {
            result.severity = Severity::medium;
            Finding finding;
            finding.code = "unmapped-requirement";
            finding.severity = Severity::medium;
            finding.rule = {std::string("catalogs/") + id + ".xml", 40 + at * 9};
            finding.place = {file_name, "", "", false};
            finding.reason = texts("Ingen spørsmål i skjemaet dekker kravet.", "Ingen fråga täcker kravet.", "No question covers it.");
            result.findings.push_back(finding);
        }
        else {
            for (int question = 0; question <= at % 3; ++question) {
                const std::size_t covered = static_cast<std::size_t>(at * 5 + question * 11) % 52;
                result.answers.push_back(assessment.answers[covered].question);
                result.outcome = assessment.answers[covered].outcome;
                result.severity = assessment.answers[covered].severity;
                result.evidence = assessment.answers[covered].evidence;
            }
        }
        catalog.requirements.push_back(requirement);
        assessment.requirements.push_back(result);
    }
    assessment.catalogs.push_back(catalog);
}

void add_lexicon(Assessment& assessment)
{
    const std::array<std::array<const char*, 4>, 10> titles{{
        {"reference-only", "Bare henvisning", "Bara hänvisning", "Only a reference"},
        {"weak-practice", "Svak praksis", "Svag praxis", "Weak practice"},
        {"missing-element", "Noe som kreves, mangler", "Något som krävs saknas", "Something required is missing"},
        {"contradiction", "Motsigelse", "Motsägelse", "Contradiction"},
        {"no-answer", "Ikke besvart", "Ej besvarad", "Not answered"},
        {"evidence-outstanding", "Dokumentasjon ikke mottatt", "Dokumentation ej mottagen", "Evidence outstanding"},
        {"vague", "For allment", "För allmänt", "Too vague"},
        {"na-conditional", "Ikke relevant på vilkår", "Ej tillämpligt på villkor", "Not applicable on a condition"},
        {"expired", "Utløpt eller for gammelt", "Utgånget eller för gammalt", "Expired"},
        {"unmapped-requirement", "Ikke dekket av skjemaet", "Täcks ej av formuläret", "Not covered by the form"},
    }};
    for (const auto& title : titles) {
        FindingText text;
        text.code = title[0];
        text.title = texts(title[1], title[2], title[3]);
        assessment.lexicon.findings.push_back(text);
    }
}

void add_header(Assessment& assessment)
{
    Submission& submission = assessment.submission;
    const auto fact_place = [](int row) { return Place{file_name, "word/document.xml", "table1/row" + std::to_string(row) + "/cell2", false}; };
    submission.facts = {{"supplier", "Leverandør:", "Fjelltopp Læring AS", fact_place(1)},
                        {"address", "Adresse", "Storgata 1, 0001 Eksempelby", fact_place(2)},
                        {"product", "Produkt", "Fjelltopp Skole med tilleggsmodulene Vurdering, Foreldremøte og Lesehjelp", fact_place(4)},
                        {"date", "Dato", "3. november 2026", fact_place(7)}};
    assessment.form.facts.push_back({"supplier", {}, texts("Leverandør", "Leverantör", "Supplier"), {}});
    submission.identifiers = {{"NO", "999999999", true, "Fjelltopp Læring AS", fact_place(3)},
                              {"NO", "999999998", false, "Skyvakt Drift AS", fact_place(9)}};
    submission.subprocessors = {{"Skyvakt Drift AS", "Oslo", "999999998", fact_place(9)},
                                {"Logwell Inc.", "Virginia, USA", "", fact_place(10)},
                                {"Brevdue Meldinger AB", "Stockholm", "", fact_place(11)}};
    submission.annexes = {{"1", "Innholdsfortegnelse styringssystem", answer_place(60)}, {"4", "Rutine for ansettelse", answer_place(61)}};
}

}  // namespace

LocalText texts(const char* nb, const char* sv, const char* en)
{
    return report_text(nb, sv, en);
}

Assessment sample_assessment()
{
    Assessment assessment;
    assessment.samsvar = "0.1.0";
    assessment.date = {2026, 11, 21};
    assessment.file = file_name;
    assessment.sha256 = "3f0a5b5de2c1f0c9d1b7f0d6a2b9c8e7f6a5b4c3d2e1f00112233445566778899";
    assessment.file_modified = "2026-11-03T10:12:00Z";
    Form& form = assessment.form;
    form.id = "eksempel";
    form.version = "2026-01-01";
    form.title = texts("Spørreskjema til risikovurdering (eksempel)", "Frågeformulär till riskbedömning (exempel)", "Questionnaire (example)");
    form.sections = {{"s1", texts("Styring og organisering", "Styrning och organisation", "Governance and organisation"), {}},
                     {"s2", texts("Kontroll", "Kontroll", "Control"), {}},
                     {"s3", texts("Systemsikkerhet", "Systemsäkerhet", "System security"), {}},
                     {"s4", texts("Personvern", "Dataskydd", "Privacy"), {}}};
    Submission& submission = assessment.submission;
    submission.form = form.id;
    submission.confidence = 1.0;
    for (int number = 1; number <= 52; ++number) {
        const Theme& theme = themes[static_cast<std::size_t>(number - 1) % themes.size()];
        Question question;
        question.id = std::to_string(number);
        question.section = form.sections[static_cast<std::size_t>(number - 1) / 13].id;
        question.text = texts(theme.nb, theme.sv, theme.en);
        if (*theme.evidence) {
            question.evidence = {"procedure"};
            question.evidence_text = texts(theme.evidence, theme.evidence, theme.evidence);
        }
        form.questions.push_back(question);

        if (number == 51) {
            submission.missing_questions.push_back(question.id);
        }
        else {
            Answer answer;
            answer.question = question.id;
            answer.printed_question = std::string(theme.nb) + " (slik det står)";
            answer.question_edited = number == 17;
            answer.parts.push_back({ColumnRole::answer, theme.answer, answer_place(number + 2), {}});
            submission.answers.push_back(answer);
        }
        AnswerResult result;
        result.question = question.id;
        result.outcome = theme.outcome;
        result.severity = theme.severity;
        result.evidence = theme.state;
        if (theme.state == EvidenceState::enclosed) result.evidence_named = {"Vedlegg " + question.id};
        if (*theme.code) result.findings.push_back(make_finding(theme, number, "40"));
        assessment.answers.push_back(result);
    }
    Answer unmatched;
    unmatched.question = "53";
    unmatched.printed_question = "Eventuelle andre opplysninger leverandøren vil gi";
    unmatched.parts.push_back({ColumnRole::answer, "Vi deltar gjerne i et oppstartsmøte.", answer_place(55), {}});
    submission.unmatched.push_back(unmatched);

    add_lexicon(assessment);
    add_header(assessment);
    add_catalog(assessment, "iso27001-2022", "ISO/IEC 27001:2022 vedlegg A", 93, 37, "A.");
    add_catalog(assessment, "iso27001-2013", "ISO/IEC 27001:2013 vedlegg A", 114, 12, "A.");
    add_catalog(assessment, "klassa-supplier", "KLASSA, leverandør", 42, 14, "KL");
    for (int at = 0; at < 60; ++at)
        assessment.mappings.push_back({"iso27001-2013", assessment.catalogs[1].requirements[static_cast<std::size_t>(at)].id,
                                       "iso27001-2022", assessment.catalogs[0].requirements[static_cast<std::size_t>(at)].id,
                                       static_cast<Relation>(at % 4), at % 9 == 0 ? "merged" : "", {}});
    for (int at = 0; at < 30; ++at)
        assessment.mappings.push_back({"klassa-supplier", assessment.catalogs[2].requirements[static_cast<std::size_t>(at)].id,
                                       "iso27001-2022", assessment.catalogs[0].requirements[static_cast<std::size_t>(at)].id,
                                       Relation::intersects, "", {}});
    for (int at = 0; at < 240; ++at) {
        const int row = at / 4 + 2;
        LedgerEntry entry;
        entry.unit = static_cast<UnitId>(at);
        entry.place = {file_name, "word/document.xml", "table3/row" + std::to_string(row) + "/cell" + std::to_string(at % 4 + 1), false};
        entry.used = at % 4 != 3;
        entry.use = at % 4 == 0 ? "id" : at % 4 == 1 ? "question" : at % 4 == 2 ? "answer" : "empty";
        entry.excerpt = at % 4 == 2 ? std::string(themes[static_cast<std::size_t>(at / 4) % themes.size()].answer).substr(0, 110) : "";
        submission.ledger.push_back(entry);
    }
    assessment.problems = {{{file_name, "word/document.xml", "table3/row19/cell2", false},
                            "Spørsmålsteksten er endret av leverandøren."}};
    return assessment;
}

Assessment empty_assessment()
{
    Assessment assessment;
    assessment.samsvar = "0.1.0";
    assessment.date = {2026, 11, 21};
    assessment.file = "tom.xlsx";
    return assessment;
}

Assessment hostile_assessment()
{
    const std::string answers[] = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=HYPERLINK(\"http://example.com\";\"klikk\")",
        std::string(40'000, 'x'),
        "\xF0\x9F\x98\x80 smil \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",
        std::string("styretegn \x01\x02\x1B[31mrødt\x1B[0m\x00 slutt", 33),
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAEsnudd\xE2\x80\xAC",
        "ugyldig \xFF\xFE\xC3( byte",
        "ikke-tegn \xEF\xBF\xBE\xEF\xBF\xBF her",
        "_x0041_ og _x000D_ skal stå",
        "<script>alert('x')</script> & \"sitat\" ]]>",
        "linje 1\r\nlinje 2\rlinje 3",
        "http://example.com/felle",
        "{=1+1}",
    };
    Assessment assessment = empty_assessment();
    assessment.file = "fiendtlig & co.xlsx";
    assessment.form.id = "f";
    assessment.form.sections = {{"s", texts("Del", "Del", "Part"), {}}};
    assessment.submission.facts = {{"supplier", "Leverandør", "=2+2", {}}, {"address", "Adresse", "@HER", {}}};
    int number = 0;
    for (const std::string& text : answers) {
        Question question;
        question.id = std::to_string(++number);
        question.section = "s";
        question.text = texts("Spørsmål", "Fråga", "Question");
        assessment.form.questions.push_back(question);
        Answer answer;
        answer.question = question.id;
        answer.parts.push_back({ColumnRole::answer, text, {"fiendtlig & co.xlsx", "=Ark'1", "C" + question.id, true}, {}});
        assessment.submission.answers.push_back(answer);
        AnswerResult result;
        result.question = question.id;
        result.outcome = Outcome::unclear;
        result.severity = Severity::low;
        Finding finding;
        finding.code = "off-topic";
        finding.severity = Severity::low;
        finding.quote = text;
        finding.place = answer.parts[0].place;
        finding.reason = texts(text.c_str(), text.c_str(), text.c_str());
        finding.ask = texts("=1+1", "=1+1", "=1+1");
        result.findings.push_back(finding);
        assessment.answers.push_back(result);
    }
    Catalog catalog;
    catalog.id = "stor";
    for (int at = 0; at < 500; ++at) {
        Requirement requirement;
        requirement.id = "R" + std::to_string(at + 1);
        requirement.title = texts("=krav", "=krav", "=krav");
        catalog.requirements.push_back(requirement);
        RequirementResult result;
        result.catalog = catalog.id;
        result.id = requirement.id;
        result.answers = {std::to_string(at % number + 1)};
        assessment.requirements.push_back(result);
    }
    assessment.catalogs.push_back(catalog);
    return assessment;
}

}  // namespace samsvar::test
