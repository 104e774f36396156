#include "report/agreement_words.h"

#include <array>

namespace samsvar::report {

namespace {

struct Word {
    std::string_view key, nb, sv, en;
};

constexpr Word words[] = {
    {"title", "Avtalematrise", "Avtalsmatris", "Agreement matrix"},
    {"coverage", "Dekning", "Täckning", "Coverage"},
    {"coverage-title", "Avtalen holdt opp mot artikkel 28 og tilhørende bestemmelser",
     "Avtalet jämfört med artikel 28 och närliggande bestämmelser",
     "The agreement held against Art. 28 and its neighbours"},
    {"coverage-note",
     "Hver del av forordningen, og under den elementene som avgjør den. Sitatet er ordrett fra avtalen. Verktøyet "
     "leser ordlyden; om et vilkår er gyldig, avgjør en jurist.",
     "Varje led i förordningen, och under det elementen som avgör det. Citatet är ordagrant ur avtalet. Verktyget "
     "läser lydelsen; om ett villkor är giltigt avgör en jurist.",
     "Each limb of the regulation, and under it the elements that decide it. Quotes are verbatim from the agreement. "
     "The tool reads the wording; whether a term is valid is for a lawyer."},
    {"clauses", "Punkter", "Punkter", "Clauses"},
    {"clauses-title", "Avtalens punkter", "Avtalets punkter", "The agreement's clauses"},
    {"clauses-note", "Alle punkter i den rekkefølgen de står, og hvilke elementer hvert avsnitt dekker.",
     "Alla punkter i den ordning de står, och vilka element varje stycke täcker.",
     "All clauses in their order, and which elements each paragraph shows."},
    {"facts", "Fakta", "Fakta", "Facts"},
    {"facts-title", "Hva avtalen fastsetter", "Vad avtalet fastställer", "What the agreement settles"},
    {"facts-note", "Trukket ut av avtalen, med sted. (?) etter et organisasjonsnummer: kontrollsifferet stemmer ikke.",
     "Hämtat ur avtalet, med plats. (?) efter ett organisationsnummer: kontrollsiffran stämmer inte.",
     "Drawn out of the agreement, with the place. (?) behind an organisation number: its check digit is wrong."},
    {"deviations", "Avvik", "Avvikelser", "Deviations"},
    {"deviations-title", "Avvik fra standardteksten og fra spørreskjemaet",
     "Avvikelser från standardtexten och från frågeformuläret",
     "Deviations from the standard text and from the questionnaire"},
    {"deviations-note",
     "[-slik-] falt bort, {+slik+} kom til. Utfylte felt er ingen endring. Typografi og nummerering teller ikke.",
     "[-så-] föll bort, {+så+} tillkom. Ifyllda fält är ingen ändring. Typografi och numrering räknas inte.",
     "[-so-] fell away, {+so+} came in. Blanks that were filled in are no change. Typography and numbering do not "
     "count."},
    {"no-standard", "Ikke holdt opp mot noen standardtekst (--standard).",
     "Inte jämfört med någon standardtext (--standard).", "Not held against a standard text (--standard)."},
    {"no-deviations", "Ingen avvik fra standardteksten.", "Inga avvikelser från standardtexten.",
     "No deviations from the standard text."},
    {"against-standard", "Mot standardteksten", "Mot standardtexten", "Against the standard text"},
    {"against-questionnaire", "Mot spørreskjemaet", "Mot frågeformuläret", "Against the questionnaire"},
    {"no-questionnaire", "Ikke holdt opp mot noe spørreskjema (--questionnaire).",
     "Inte jämfört med något frågeformulär (--questionnaire).", "Not held against a questionnaire (--questionnaire)."},
    {"no-conflicts", "Ingen motstrid mellom avtale og spørreskjema ble funnet.",
     "Ingen motstridighet mellan avtal och frågeformulär hittades.",
     "No conflict between agreement and questionnaire was found."},
    {"follow-up", "Oppfølging", "Uppföljning", "Follow-up"},
    {"follow-up-title", "Til den andre parten", "Till motparten", "For the other party"},
    {"follow-up-note", "Alvorligst først. Svaret skrives i kolonnen til høyre.",
     "Allvarligast först. Svaret skrivs i kolumnen till höger.",
     "Gravest first. The answer goes into the column to the right."},
    {"ledger", "Lesejournal", "Läsjournal", "Ledger"},
    {"ledger-title", "Hvordan avtalen ble lest", "Hur avtalet lästes", "How the agreement was read"},
    {"ledger-note", "Hvert avsnitt og hver celle: brukt, eller utelatt med grunn.",
     "Varje stycke och varje cell: använt, eller utelämnat med skäl.",
     "Every paragraph and cell: used, or left out with a reason."},
    {"article", "Del", "Led", "Limb"},
    {"element", "Element", "Element", "Element"},
    {"requirement", "Krav", "Krav", "Requirement"},
    {"outcome", "Utfall", "Utfall", "Outcome"},
    {"clause", "Punkt", "Punkt", "Clause"},
    {"quote", "Ordlyd i avtalen", "Lydelse i avtalet", "Wording of the agreement"},
    {"place", "Sted", "Plats", "Place"},
    {"lacking", "Hva som mangler", "Vad som saknas", "What is lacking"},
    {"decision", "Beslutning", "Beslut", "Decision"},
    {"comment", "Kommentar", "Kommentar", "Comment"},
    {"heading", "Overskrift", "Rubrik", "Heading"},
    {"text", "Tekst", "Text", "Text"},
    {"shows", "Dekker", "Täcker", "Shows"},
    {"kind", "Slag", "Slag", "Kind"},
    {"key", "Hva", "Vad", "What"},
    {"value", "Verdi", "Värde", "Value"},
    {"extra", "Nummer, land", "Nummer, land", "Number, country"},
    {"standard", "Standardteksten", "Standardtexten", "The standard text"},
    {"agreement", "Avtalen", "Avtalet", "The agreement"},
    {"marks", "Ord for ord", "Ord för ord", "Word by word"},
    {"answer", "Svaret", "Svaret", "The answer"},
    {"question", "Spørsmål", "Fråga", "Question"},
    {"severity", "Alvor", "Allvar", "Severity"},
    {"ask", "Be om", "Begär", "Ask for"},
    {"reason", "Grunn", "Skäl", "Reason"},
    {"reply", "Svar fra den andre parten", "Svar från motparten", "The other party's reply"},
    {"state", "Tilstand", "Tillstånd", "State"},
    {"use", "Som hva", "Som vad", "As what"},
    {"excerpt", "Begynnelse", "Början", "Beginning"},
    {"used", "brukt", "använt", "used"},
    {"ignored", "utelatt", "utelämnat", "left out"},
    {"other", "Øvrige elementer (god skikk og sammenheng)", "Övriga element (god sed och sammanhang)",
     "Further elements (good practice and context)"},
    {"nothing", "Ingenting.", "Ingenting.", "Nothing."},
    {"parties", "Parter", "Parter", "Parties"},
    {"file", "Fil", "Fil", "File"},
    {"use.clause", "avtaletekst", "avtalstext", "clause"},
    {"use.heading", "overskrift", "rubrik", "heading"},
    {"use.table", "tabell", "tabell", "table"},
    {"use.title", "tittel", "titel", "title"},
    {"use.annex", "vedlegg", "bilaga", "annex"},
    {"use.empty", "tom", "tom", "empty"},
    {"use.hidden", "skjult", "dold", "hidden"},
    {"use.comment", "merknad", "kommentar", "comment"},
    {"use.footnote", "fotnote", "fotnot", "footnote"},
    {"use.header-footer", "topp- eller bunntekst", "sidhuvud eller sidfot", "page header or footer"},
    {"use.text-box", "tekstboks", "textruta", "text box"},
    {"fact.party", "Part", "Part", "Party"},
    {"fact.subprocessor", "Underdatabehandler", "Underbiträde", "Sub-processor"},
    {"fact.notice", "Frist for varsel", "Tid för underrättelse", "Time for notice"},
    {"fact.deletion", "Frist for sletting", "Tid för radering", "Time for deletion"},
    {"fact.retention", "Lagringstid", "Lagringstid", "Retention"},
    {"fact.data-category", "Personopplysninger", "Personuppgifter", "Personal data"},
    {"fact.data-subjects", "Registrerte", "Registrerade", "Data subjects"},
    {"fact.governing-law", "Lovvalg", "Tillämplig lag", "Governing law"},
    {"fact.main-agreement", "Hovedavtale", "Huvudavtal", "Main agreement"},
    {"fact.date", "Dato", "Datum", "Date"},
    {"key.controller", "behandlingsansvarlig", "personuppgiftsansvarig", "controller"},
    {"key.processor", "databehandler", "personuppgiftsbiträde", "processor"},
    {"key.breach-notice", "brudd på sikkerheten", "personuppgiftsincident", "breach"},
    {"key.subprocessor-notice", "nye underdatabehandlere", "nya underbiträden", "new sub-processors"},
    {"key.objection", "innsigelse", "invändning", "objection"},
    {"key.audit-notice", "revisjon", "granskning", "audit"},
    {"key.subject-request", "henvendelse fra registrert", "begäran från registrerad", "data subject's request"},
    {"key.end", "etter avslutning", "efter upphörande", "after the end"},
    {"key.copies", "kopier", "kopior", "copies"},
    {"key.retention", "lagring", "lagring", "keeping"},
    {"limb.subject-matter", "gjenstand", "föremål", "subject-matter"},
    {"limb.duration", "varighet", "varaktighet", "duration"},
    {"limb.nature", "art", "art", "nature"},
    {"limb.purpose", "formål", "ändamål", "purpose"},
    {"limb.type of data", "typer opplysninger", "typ av uppgifter", "type of data"},
    {"limb.categories of data subjects", "kategorier av registrerte", "kategorier av registrerade",
     "categories of data subjects"},
    {"limb.transfers", "overføring", "överföring", "transfers"},
    {"memo-title", "Notat: databehandleravtalen", "Promemoria: biträdesavtalet", "Memo: the data processing agreement"},
    {"memo-summary", "Resultat", "Resultat", "Result"},
    {"memo-parties", "Avtalen", "Avtalet", "The agreement"},
    {"memo-lacking", "Hva som mangler", "Vad som saknas", "What is lacking"},
    {"memo-more", "Flere står i avtalematrisen.", "Fler finns i avtalsmatrisen.",
     "More stand in the agreement matrix."},
    {"memo-conflicts", "Motstrid og avvik", "Motstridigheter och avvikelser", "Conflicts and deviations"},
    {"memo-conclusion", "Konklusjon", "Slutsats", "Conclusion"},
    {"memo-conclusion-note",
     "Skrives av personvernombudet. Verktøyet har holdt ordlyden opp mot forordningen; det har ikke vurdert om "
     "vilkårene er gyldige, om tiltakene er gode nok, eller om de følges.",
     "Skrivs av dataskyddsombudet. Verktyget har jämfört lydelsen med förordningen; det har inte bedömt om villkoren "
     "är giltiga, om åtgärderna räcker eller om de följs.",
     "Written by the data protection officer. The tool has held the wording against the regulation; it has not judged "
     "whether terms are valid, whether the measures suffice, or whether they are kept."},
    {"memo-assessed", "Vurdert", "Bedömt", "Assessed"},
    {"memo-signature", "Dato og underskrift:", "Datum och underskrift:", "Date and signature:"},
    {"memo-acceptable", "☐ kan inngås   ☐ kan inngås når manglene er rettet   ☐ kan ikke inngås",
     "☐ kan ingås   ☐ kan ingås när bristerna är rättade   ☐ kan inte ingås",
     "☐ may be signed   ☐ may be signed once corrected   ☐ may not be signed"},
    {"count-line", "{covered} dekket, {partial} delvis, {missing} mangler av {all} deler",
     "{covered} täckta, {partial} delvis, {missing} saknas av {all} led",
     "{covered} covered, {partial} partial, {missing} missing of {all} limbs"},
    {"deviation-line", "{changes} avvik fra {file}, {filled} utfylte felt",
     "{changes} avvikelser från {file}, {filled} ifyllda fält",
     "{changes} deviations from {file}, {filled} blanks filled in"},
    {"conflict-line", "{count} steder der avtale og svar ({file}) sier forskjellig",
     "{count} ställen där avtal och svar ({file}) säger olika",
     "{count} places where agreement and answers ({file}) differ"},
};

}  // namespace

std::string_view agreement_word(std::string_view key, model::Language language)
{
    for (const Word& word : words)
        if (word.key == key)
            return language == model::Language::sv ? word.sv : language == model::Language::en ? word.en : word.nb;
    return key;
}

std::string limb_name(const std::string& article, model::Language language)
{
    const std::size_t blank = article.find(' ');
    if (blank == std::string::npos) return article;
    const std::string key = "limb." + article.substr(blank + 1);
    const std::string_view name = agreement_word(key, language);
    return name == key ? article : article.substr(0, blank + 1) + std::string(name);
}

}  // namespace samsvar::report
