#include <boost/test/unit_test.hpp>

#include "lexicon_reader.h"

namespace samsvar::text {

namespace {

const Matcher& matcher()
{
    static const Matcher made(testing::lexicon_of({
        {"mfa", {"\\b(tofaktor|to-faktor|2-faktor|tvåfaktor|två faktorer|mfa|flerfaktor|multi-?factor|monivaiheinen)\\w*"}},
        {"encryption", {"\\w*krypter\\w*", "\\bencrypt\\w*", "\\bsala(us|tu|taan)\\w*"}},
        {"restore", {"gjenopprett\\w*", "attoppret\\w*", "återläs\\w*", "restor\\w*", "palautu\\w*"}},
        {"backup", {"sikkerhetskopi\\w*", "tryggingskopi\\w*", "säkerhetskopi\\w*", "backup\\w*", "varmuuskopi\\w*"}},
        {"address", {"(fortrolig|sperret) adresse", "skyddad adress"}},
        {"log", {"\\blogg(es|ing|as|ning)?\\b", "\\blogging\\b"}},
        {"notice", {"varsl\\w*", "notif\\w*", "meddel\\w*", "underrätt\\w*"}},
        {"pentest", {"penetrasjonstest\\w*", "penetrationstest\\w*", "penetration test\\w*"}},
        {"no-shared", {"ingen felles\\w*( konto\\w*)?", "no shared accounts"}, true},
        {"old-tls", {"tls 1\\.0"}, false, true},
        {"md5", {"\\bmd5\\b"}, false, false, {"erstattet av argon|instead of md5"}},
    }));
    return made;
}

std::string letters_of(const Scope& scope)
{
    std::string letters;
    if (scope.negated) letters += 'n';
    if (scope.hedged) letters += 'h';
    if (scope.planned) letters += 'p';
    if (scope.customer) letters += 'c';
    if (scope.conditional) letters += 'i';
    if (scope.optional) letters += 'o';
    return letters;
}

/// "mfa:n backup:" for every hit that is no cue.
std::string scopes_in(const char* text)
{
    std::string all;
    for (const Hit& hit : matcher().analyse(text).hits)
        all += (all.empty() ? "" : " ") + matcher().lexicon().concepts[hit.concept_index].id + ':' + letters_of(hit.scope);
    return all;
}

struct Row {
    const char* text;
    const char* scopes;
};

void check(const std::vector<Row>& rows)
{
    for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text) BOOST_TEST(scopes_in(row.text) == row.scopes);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scope_test)

BOOST_AUTO_TEST_CASE(stated_outright)
{
    check({
        {"Alle data er kryptert.", "encryption:"},
        {"Tofaktor er påkrevd for alle.", "mfa:"},
        {"Säkerhetskopiering sker varje natt.", "backup:"},
        {"All data is encrypted.", "encryption:"},
        {"Tiedot salataan.", "encryption:"},
        {"Vi varsler kommunen innen 24 timer.", "notice:"},
        {"Kommunen kan selv ta ut loggen.", ""},
        {"Vi vil varsle kommunen innen 24 timer.", "notice:"},
        {"Kunden skal varsles innen 24 timer.", "notice:"},
        {"We will notify the customer within 24 hours.", "notice:"},
        {"Vi kommer til å varsle dere innen 24 timer.", "notice:"},
        {"Vi skal varsle straks.", "notice:"},
    });
}

BOOST_AUTO_TEST_CASE(negation_before)
{
    check({
        {"Data er ikke kryptert.", "encryption:n"},
        {"Data er ikkje krypterte.", "encryption:n"},
        {"Data är inte krypterade.", "encryption:n"},
        {"Data är ej krypterade.", "encryption:n"},
        {"Data er aldri kryptert.", "encryption:n"},
        {"The data is not encrypted.", "encryption:n"},
        {"The data isn't encrypted.", "encryption:n"},
        {"There is no encryption.", "encryption:n"},
        {"No encryption at rest.", "encryption:n"},
        {"Vi har ingen tofaktor.", "mfa:n"},
        {"Uten kryptering.", "encryption:n"},
        {"Løsningen mangler tofaktor.", "mfa:n"},
        {"Lösningen saknar tvåfaktorsinloggning.", "mfa:n"},
        {"The service lacks multi-factor login.", "mfa:n"},
        {"Tietoja ei salata eikä salausta ole.", "encryption:n"},
        {"Løsningen har per i dag ingen egen funksjon for fortrolig adresse.", "address:n"},
        {"Vi tester ikke gjenoppretting.", "restore:n"},
    });
}

BOOST_AUTO_TEST_CASE(negation_behind_the_verb_group)
{
    check({
        {"Gjenoppretting testes ikke.", "restore:n"},
        {"Gjenoppretting av basen testes ikke.", "restore:n"},
        {"Tofaktor brukes ikke.", "mfa:n"},
        {"Tofaktor er ikke i bruk.", "mfa:n"},
        {"Sikkerhetskopiering mangler.", "backup:n"},
        {"Säkerhetskopiering saknas.", "backup:n"},
        {"Återläsning testas inte.", "restore:n"},
        {"Kryptering og logging brukes ikke.", "encryption:n log:n"},
        {"Encryption is not used.", "encryption:n"},
        {"Backups are never tested.", "backup:n"},
        {"Salausta ei ole.", "encryption:n"},
        {"Tofaktor tilbys ikke.", "mfa:n"},
    });
}

BOOST_AUTO_TEST_CASE(negation_that_belongs_to_something_else)
{
    check({
        {"Tofaktor brukes, men ikke i testmiljøet.", "mfa:"},
        {"Vi krypterer alt men logger ikke passord.", "encryption:"},
        {"Ikke bare databasen, men også kopiene er kryptert.", "encryption:"},
        {"Vi har ikke bare tofaktor men også logging.", "mfa: log:"},
        {"Inte bara tvåfaktor utan även loggning.", "mfa: log:"},
        {"Not only encryption but also logging.", "encryption: log:"},
        {"Tofaktor er påkrevd uten unntak.", "mfa:"},
        {"Alle må bruke tofaktor, uten unntak.", "mfa:"},
        {"Kryptering, ikke minst av kopier.", "encryption:"},
        {"Kommunen varsles uten ugrunnet opphold.", "notice:"},
        {"Vi underrättar utan onödigt dröjsmål.", "notice:"},
        {"We notify without undue delay.", "notice:"},
        {"Vi varsler ikke senere enn 24 timer etter.", "notice:"},
        {"Sist penetrasjonstest hadde ingen kritiske funn.", "pentest:"},
        {"Ingen tilgang uten tofaktor.", "mfa:"},
        {"Inloggning utan två faktorer är inte möjlig.", "mfa:"},
        {"No one gets in without multi-factor login.", "mfa:"},
        {"Sikkerhetskopiering mangler ikke.", "backup:"},
        {"Data krypteres og slettes ikke.", "encryption:"},
        {"Data deles ikke og krypteres.", "encryption:"},
        {"Vi bruker tofaktor for alle som ikke er på kontoret.", "mfa:"},
        {"Kryptert lagring uten passord.", "encryption:"},
        {"Data är krypterade. Inga problem.", "encryption:"},
        {"Nei, alle data er kryptert.", "encryption:"},
        {"No, all data is encrypted.", "encryption:"},
        {"Vi har ei kryptert løysing og ein eigen plan.", "encryption:"},
        {"Vi har ei løysing med kryptering frå ein norsk leverandør.", "encryption:"},
        {"Logg kan ikke endres av utviklerne.", "log:"},
    });
}

BOOST_AUTO_TEST_CASE(what_cannot_be_switched_off_is_stated_the_stronger)
{
    check({
        {"Tofaktor kan ikke skrus av.", "mfa:"},
        {"Tofaktor kan ikke slås av.", "mfa:"},
        {"Tofaktor kan ikkje slåast av.", "mfa:"},
        {"Tofaktor kan ikke deaktiveres.", "mfa:"},
        {"Kryptering kan ikke omgås.", "encryption:"},
        {"Tvåfaktor kan inte stängas av.", "mfa:"},
        {"Multi-factor login cannot be disabled.", "mfa:"},
        {"Multi-factor login can not be turned off.", "mfa:"},
        {"Encryption can't be bypassed.", "encryption:"},
        {"Salausta ei voi poistaa käytöstä.", "encryption:"},
        // … but not what cannot be switched on.
        {"Tofaktor kan ikke slås på.", "mfa:n"},
        {"Tofaktor kan ikke aktiveres.", "mfa:n"},
        {"Tofaktor kan ikke brukes.", "mfa:n"},
        {"Tvåfaktor kan inte slås på.", "mfa:n"},
        {"Multi-factor login cannot be switched on.", "mfa:n"},
    });
}

BOOST_AUTO_TEST_CASE(concepts_that_say_not_themselves)
{
    check({
        {"Vi har ingen felles kontoer.", "no-shared:"},
        {"There are no shared accounts.", "no-shared:"},
        {"TLS 1.0 støttes.", "old-tls:"},
        {"TLS 1.0 støttes ikke.", "old-tls:n"},
        {"TLS 1.0 er sperret.", "old-tls:n"},
        {"TLS 1.0 is disabled.", "old-tls:n"},
    });
}

BOOST_AUTO_TEST_CASE(exceptions_take_back_the_hits_of_their_clause)
{
    check({
        {"Passord lagres med MD5.", "md5:"},
        {"MD5 er erstattet av Argon2.", ""},
        {"Vi bruker SHA-2 instead of MD5.", ""},
        {"MD5 brukes i modul A, i modul B er det erstattet av Argon2.", "md5:"},
    });
}

BOOST_AUTO_TEST_CASE(plans)
{
    check({
        {"Tofaktor er planlagt.", "mfa:p"},
        {"Tofaktor planlegges.", "mfa:p"},
        {"Kryptering er under innføring.", "encryption:p"},
        {"Kryptering er under arbeid.", "encryption:p"},
        {"Kryptering vil foreligge innen Q3 2027.", "encryption:p"},
        {"Tofaktor kommer i løpet av 2027.", "mfa:p"},
        {"Tofaktor skal innføres.", "mfa:p"},
        {"Tvåfaktor planeras.", "mfa:p"},
        {"Tvåfaktor införs under 2027.", "mfa:p"},
        {"Encryption will be introduced in 2027.", "encryption:p"},
        {"Multi-factor login is on the roadmap.", "mfa:p"},
        {"Salaus on suunnitteilla.", "encryption:p"},
        {"TLS 1.3, tofaktor og logging er planlagt.", "mfa:p log:p"},
        {"Vi krypterer alt, men tofaktor er planlagt.", "encryption: mfa:p"},
        {"Data er kryptert, tofaktor er planlagt.", "encryption: mfa:p"},
        {"Backups are encrypted, and multi-factor login is planned.", "backup: encryption: mfa:p"},
        {"Vi har tofaktor. Logging er planlagt.", "mfa: log:p"},
        {"Tofaktor, som innføres i 2027, gjelder alle.", "mfa:p"},
        {"Penetrasjonstest gjennomføres etter plan.", "pentest:"},
        {"Planlagte penetrasjonstester gjennomføres hvert kvartal.", "pentest:p"},
    });
}

BOOST_AUTO_TEST_CASE(hedges)
{
    check({
        {"Data kan evt. krypteres.", "encryption:h"},
        {"Data krypteres ved behov.", "encryption:h"},
        {"Vi varsler normalt innen en dag.", "notice:h"},
        {"Som regel krypteres data.", "encryption:h"},
        {"Kryptering etter avtale.", "encryption:h"},
        {"Logg kan fås på forespørsel.", "log:h"},
        {"Vid behov krypteras data.", "encryption:h"},
        {"Typically encrypted.", "encryption:h"},
        {"Encrypted where possible.", "encryption:h"},
        {"Encryption on request.", "encryption:h"},
        {"Data krypteres i den grad det er mulig.", "encryption:h"},
        {"Salataan tarvittaessa.", "encryption:h"},
        {"Data er kryptert, og rapport kan evt. sendes.", "encryption:"},
    });
}

BOOST_AUTO_TEST_CASE(put_on_the_customer)
{
    check({
        {"Kunden må selv aktivere kryptering.", "encryption:c"},
        {"Kommunen er ansvarlig for tofaktor.", "mfa:c"},
        {"Tofaktor er kundens ansvar.", "mfa:c"},
        {"Det er opp til kommunen om data krypteres.", "encryption:c"},
        {"Multi-factor login must be configured by the customer.", "mfa:c"},
        {"Multi-factor login is the customer's responsibility.", "mfa:c"},
        {"Kunden ansvarar för tvåfaktor.", "mfa:c"},
        {"Kommunen är ansvarig för säkerhetskopiering.", "backup:c"},
        {"Varmuuskopiointi on asiakkaan vastuulla.", "backup:c"},
        {"Kommunen varsles straks.", "notice:"},
        {"Vi er ansvarlig for sikkerhetskopiering.", "backup:"},
        {"Kunden får kryptert eksport.", "encryption:"},
        {"The customer is notified within 24 hours.", "notice:"},
    });
}

BOOST_AUTO_TEST_CASE(optional_and_conditional)
{
    check({
        {"Tofaktor kan slås på.", "mfa:o"},
        {"Feide (kommunen kan selv slå på 2-faktor)", "mfa:o"},
        {"Native (2-faktor må aktiveres av den enkelte bruker)", "mfa:o"},
        {"Tofaktor er valgfritt.", "mfa:o"},
        {"Tofaktor er frivillig.", "mfa:o"},
        {"Multi-factor login is recommended.", "mfa:o"},
        {"Tvåfaktor kan väljas.", "mfa:o"},
        {"Tofaktor er opsjon.", "mfa:o"},
        {"Multi-factor login is optional.", "mfa:o"},
        {"Data krypteres hvis kunden ønsker det.", "encryption:i"},
        {"Dersom kunden ønsker det, krypteres data.", "encryption:i"},
        {"Om kunden så önskar, krypteras data.", "encryption:i"},
        {"(Hvis kunden ønsker det, krypteres data.)", "encryption:i"},
        {"If the customer agrees, data is encrypted.", "encryption:i"},
        {"Data is encrypted, if the customer wishes.", "encryption:i"},
        {"Tofaktor er ikke valgfritt.", "mfa:"},
        {"Multi-factor login is not optional.", "mfa:"},
        {"Informasjon om kunden krypteres.", "encryption:"},
        {"Information om kunden krypteras.", "encryption:"},
        {"Data er kryptert, bilde er valgfritt.", "encryption:"},
    });
}

BOOST_AUTO_TEST_CASE(words_have_a_scope_and_patterns_keep_slips_off)
{
    model::Lexicon lexicon = testing::lexicon_of({{"backup", {}}, {"treatment", {"\\bbehandlet\\b"}}});
    for (model::Concept& one : lexicon.concepts)
        if (one.id == "backup")
            one.words = {{"sikkerhetskopiering", model::Language::nb, {"test.xml", 1}}, {"behandler", model::Language::nb, {"test.xml", 2}}};
    const Matcher with_words(lexicon);
    const auto ids = [&](const char* text) {
        std::string all;
        for (const Hit& hit : with_words.analyse(text).hits) all += with_words.lexicon().concepts[hit.concept_index].id + ':' + letters_of(hit.scope) + ' ';
        return all;
    };
    BOOST_TEST(ids("Sikkerhetskopieringsrutinen følges.") == "backup: ");
    BOOST_TEST(ids("Sikkerhetkopiering testes ikke.") == "backup:n ");
    BOOST_TEST(ids("Sikkerhetskopiering er planlagt.") == "backup:p ");
    BOOST_TEST(ids("Saken er behandlet.") == "treatment: ");
}

BOOST_AUTO_TEST_CASE(without_cues_there_is_no_scope)
{
    const Matcher bare(testing::lexicon_of({{"mfa", {"tofaktor"}}}, false));
    const Analysis analysis = bare.analyse("Vi har ikke tofaktor.");
    BOOST_TEST_REQUIRE(analysis.hits.size() == 1);
    BOOST_TEST(analysis.hits[0].scope.plain());
}

BOOST_AUTO_TEST_CASE(cues_are_no_hits)
{
    for (const Hit& hit : matcher().analyse("Vi har ikke tofaktor, den er planlagt ved behov.").hits)
        BOOST_TEST(!matcher().lexicon().concepts[hit.concept_index].id.starts_with("cue-"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
