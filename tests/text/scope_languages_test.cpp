// What the words around a concept make of it, kind by kind in six languages: each row is a sentence somebody could
// write.
#include <boost/test/unit_test.hpp>

#include "lexicon_reader.h"

namespace samsvar::text {

namespace {

const Matcher& matcher()
{
    static const Matcher made(testing::lexicon_of({
        {"mfa", {"\\b(tofaktor|tvåfaktor|multi-?factor|monivaihei|kaksivaihei)\\w*"}},
        {"crypt", {"\\w*krypter\\w*", "\\w*encrypt\\w*", "\\bsala(us|uks|tt|tu|taan|ta|a)\\w*"}},
        {"backup", {"\\b(sikkerhetskopi|tryggingskopi|säkerhetskopi|sikkerhedskopi|backup|varmuuskopi)\\w*"}},
        {"restore", {"\\b(gjenopprett|attopprett|återläs|genopret|palautu|restor)\\w*"}},
        {"log", {"\\blog(g|ge|ges|gen|ger|gast|gar|gas|ga|gning|ning|gning\\w*|ging|ged|s)?\\b", "\\b(loki|loke)\\w*"}},
        {"notice", {"\\b(varsl|underrätt|underret|ilmoit|notif)\\w*"}},
        {"delete", {"\\b(slett|rader|slett?es|sletning|poist|delet|eras)\\w*"}},
        {"test", {"\\w*(penetrasjonstest|penetrationstest|tunkeutumistest|penetration test)\\w*"}},
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
    if (scope.others) letters += 't';
    if (scope.hypothetical) letters += 'y';
    if (scope.asked) letters += 'q';
    return letters;
}

std::string scopes_in(const char* text)
{
    std::string all;
    for (const Hit& hit : matcher().analyse(text).hits)
        all +=
            (all.empty() ? "" : " ") + matcher().lexicon().concepts[hit.concept_index].id + ':' + letters_of(hit.scope);
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

BOOST_AUTO_TEST_SUITE(scope_languages)

BOOST_AUTO_TEST_CASE(an_article_between_not_and_its_matter_parts_nothing)
{
    // What is an article here may be "and" in a language that is added.
    check({
        {"Vi har ikke en backup.", "backup:n"},
        {"Vi har inte en backup.", "backup:n"},
        {"Det er ikke en sikkerhetskopi av basen.", "backup:n"},
    });
}

BOOST_AUTO_TEST_CASE(bokmal)
{
    check({
        {"Kopiene er dessverre ikke kryptert.", "crypt:n"},
        {"Vi har hverken tofaktor eller logging.", "mfa:n log:n"},
        {"Det finnes ingen rutine for gjenoppretting.", "restore:n"},
        {"Ingenting krypteres.", "crypt:n"},
        {"Disken er ukryptert.", "crypt:n"},
        {"Ingen disker er ukryptert.", "crypt:"},
        {"Det tas ikke sikkerhetskopi av testmiljøet.", "backup:n"},
        {"Sikkerhetskopiering er ikke noe vi tilbyr.", "backup:n"},
        {"Vi har sluttet med tofaktor.", "mfa:n"},
        {"Data slettes ikke før avtalen er slutt.", "delete:"},
        {"Ikke alle disker er kryptert.", "crypt:nh"},
        {"Kun enkelte disker er kryptert.", "crypt:h"},
        {"Vi krypterer stort sett alt.", "crypt:h"},
        {"Vi prøver å kryptere det meste.", "crypt:h"},
        {"Data slettes etter beste evne.", "delete:h"},
        {"Vi håper å få på plass tofaktor til våren.", "mfa:p"},
        {"Tofaktor er på vei.", "mfa:p"},
        {"Det jobbes med kryptering.", "crypt:p"},
        {"Målet er at alt er kryptert i løpet av 2028.", "crypt:p"},
        {"Kryptering er ikke på plass ennå.", "crypt:np"},
        {"Kunden sørger selv for sikkerhetskopi.", "backup:c"},
        {"Sikkerhetskopi er kommunens eget ansvar.", "backup:c"},
        {"Dere må selv slette dataene.", "delete:c"},
        {"Det forventes at kunden krypterer filene.", "crypt:c"},
        {"Dersom dere bestiller det, slår vi på logging.", "log:i"},
        {"Mot et pristillegg får dere tofaktor.", "mfa:i"},
        {"Tofaktor kan skrus på i innstillingene.", "mfa:o"},
        {"Skyleverandøren tilbyr kryptering.", "crypt:t"},
        {"Azure støtter tofaktor.", "mfa:t"},
        {"I teorien kan alt gjenopprettes.", "restore:y"},
        {"Kryptering kunne vært lagt til.", "crypt:y"},
        {"Har dere tofaktor?", "mfa:q"},
        {"Tofaktor? Ja, for alle ansatte.", "mfa:"},
        {"Tofaktor? Nei.", "mfa:n"},
        {"Skulle noe skje, varsler vi innen 24 timer.", "notice:"},
        {"Vi bruker tofaktor, ikke minst for driftsfolk.", "mfa:"},
    });
}

BOOST_AUTO_TEST_CASE(nynorsk)
{
    check({
        {"Vi nyttar ei løysing med tofaktor.", "mfa:"},
        {"Vi har ei tryggingskopiering kvar natt.", "backup:"},
        {"Det er ei kryptert line mellom kontora.", "crypt:"},
        {"Ei logg vert skriven.", "log:"},
        {"Vi har ikkje tofaktor.", "mfa:n"},
        {"Data er ikkje kryptert.", "crypt:n"},
        {"Vi tek aldri tryggingskopi.", "backup:n"},
        {"Vi manglar logg.", "log:n"},
        {"Det finst inga kryptering.", "crypt:n"},
        {"Vi har korkje tofaktor eller logg.", "mfa:n log:n"},
        {"Ingenting vert kryptert.", "crypt:n"},
        {"Tofaktor er no på plass.", "mfa:"},
        {"No er alle diskar kryptert.", "crypt:"},
        {"Tofaktor kjem til hausten.", "mfa:p"},
        {"Vi held på å innføra tofaktor.", "mfa:p"},
        {"Kryptering er under arbeid.", "crypt:p"},
        {"Det er planlagt at alt vert kryptert.", "crypt:p"},
        {"Vi krypterer til vanleg.", "crypt:h"},
        {"Vi krypterer så langt det let seg gjera.", "crypt:h"},
        {"Kommunen må sjølv slette data.", "delete:c"},
        {"Det er opp til kommunen å slette data.", "delete:c"},
        {"Sletting er kommunen sitt ansvar.", "delete:c"},
        {"Viss kommunen ønskjer det, slår vi på logg.", "log:i"},
        {"Tofaktor er valfritt.", "mfa:o"},
        {"Tofaktor kan slåast på.", "mfa:o"},
        {"Skyleverandøren tilbyr kryptering.", "crypt:t"},
        {"I teorien kan alt krypterast.", "crypt:y"},
        {"Nyttar de tofaktor?", "mfa:q"},
        {"Vi varslar utan opphald.", "notice:"},
    });
}

BOOST_AUTO_TEST_CASE(swedish)
{
    check({
        {"Vi har inte någon tvåfaktorsinloggning.", "mfa:n"},
        {"Icke krypterade diskar används.", "crypt:n"},
        {"Diskarna är okrypterade.", "crypt:n"},
        {"Inga diskar är okrypterade.", "crypt:"},
        {"Ingenting loggas.", "log:n"},
        {"Det saknas loggning.", "log:n"},
        {"Tvåfaktor förekommer ej.", "mfa:n"},
        {"Tvåfaktor är inget vi erbjuder.", "mfa:n"},
        {"Utan kryptering lämnar inget vårt nät.", "crypt:"},
        {"Vi har varken säkerhetskopior eller loggning.", "backup:n log:n"},
        {"Inte alla diskar är krypterade.", "crypt:nh"},
        {"Endast vissa diskar är krypterade.", "crypt:h"},
        {"Vi krypterar i möjligaste mån.", "crypt:h"},
        {"Data raderas i normalfallet.", "delete:h"},
        {"Vi ska börja kryptera nästa år.", "crypt:p"},
        {"Tvåfaktor är på gång.", "mfa:p"},
        {"Tvåfaktor finns i vår utvecklingsplan.", "mfa:p"},
        {"Vi håller på att införa tvåfaktor.", "mfa:p"},
        {"Arbete pågår med att kryptera allt.", "crypt:p"},
        {"Målet är att allt är krypterat under 2028.", "crypt:p"},
        {"Kunden ska själv radera uppgifterna.", "delete:c"},
        {"Säkerhetskopiering åligger kunden.", "backup:c"},
        {"Det är kommunens eget ansvar att radera.", "delete:c"},
        {"Det förutsätts att kunden krypterar filerna.", "crypt:c"},
        {"Om ni beställer det loggas allt.", "log:i"},
        {"Mot extra kostnad ingår kryptering.", "crypt:i"},
        {"Tvåfaktor kan slås på.", "mfa:o"},
        {"Molnleverantören erbjuder kryptering.", "crypt:t"},
        {"AWS har stöd för kryptering.", "crypt:t"},
        {"I teorin kan allt återläsas.", "restore:y"},
        {"Kryptering skulle kunna läggas till.", "crypt:y"},
        {"Krypteras data?", "crypt:q"},
        {"Krypteras data? Ja, alltid.", "crypt:"},
        {"Vi raderar inte bara data utan även loggar.", "delete: log:"},
        {"Vi underrättar er senast inom 24 timmar.", "notice:"},
    });
}

BOOST_AUTO_TEST_CASE(danish)
{
    check({
        {"Vi har ikke nogen tofaktor.", "mfa:n"},
        {"Diskene er ukrypterede.", "crypt:n"},
        {"Ingen diske er ukrypterede.", "crypt:"},
        {"Intet krypteres.", "crypt:n"},
        {"Der logges ikke.", "log:n"},
        {"Der mangler logning.", "log:n"},
        {"Vi har hverken sikkerhedskopier eller tofaktor.", "backup:n mfa:n"},
        {"Der findes ingen kryptering.", "crypt:n"},
        {"Uden kryptering.", "crypt:n"},
        {"Ikke alle diske er krypteret.", "crypt:nh"},
        {"Kun enkelte diske er krypteret.", "crypt:h"},
        {"Vi krypterer i videst muligt omfang.", "crypt:h"},
        {"Data slettes som udgangspunkt.", "delete:h"},
        {"Vi forventer at få tofaktor i 2028.", "mfa:p"},
        {"Tofaktor er på vej.", "mfa:p"},
        {"Der arbejdes på kryptering.", "crypt:p"},
        {"Vi er ved at indføre tofaktor.", "mfa:p"},
        {"Kryptering er endnu ikke på plads.", "crypt:np"},
        {"Kunden skal selv slette data.", "delete:c"},
        {"Sletning påhviler kunden.", "delete:c"},
        {"Det er kommunens eget ansvar at slette data.", "delete:c"},
        {"Hvis kunden ønsker det, krypteres data.", "crypt:i"},
        {"Mod betaling får I tofaktor.", "mfa:i"},
        {"Tofaktor kan slås til.", "mfa:o"},
        {"Cloududbyderen tilbyder kryptering.", "crypt:t"},
        {"Azure understøtter tofaktor.", "mfa:t"},
        {"I teorien kan alt genoprettes.", "restore:y"},
        {"Krypteres data?", "crypt:q"},
        {"Vi underretter jer uden unødig forsinkelse.", "notice:"},
        {"Tofaktor kan ikke slås fra.", "mfa:"},
    });
}

BOOST_AUTO_TEST_CASE(finnish)
{
    check({
        {"Emme käytä monivaiheista tunnistautumista.", "mfa:n"},
        {"En käytä monivaiheista tunnistautumista.", "mfa:n"},
        {"Ette saa varmuuskopioita.", "backup:n"},
        {"Varmuuskopioita ei oteta.", "backup:n"},
        {"Varmuuskopioita eivät ota muutkaan.", "backup:n"},
        {"Tietoja ei ole salattu.", "crypt:n"},
        {"Levyt ovat salaamattomia.", "crypt:n"},
        {"Tiedot siirretään salaamatta.", "crypt:n"},
        {"Tiedot tallennetaan salauksetta.", "crypt:n"},
        {"Salaamattomia levyjä ei käytetä.", "crypt:"},
        {"Ilman salausta.", "crypt:n"},
        {"Lokit puuttuvat.", "log:n"},
        {"Meillä ei ole lokeja eikä varmuuskopioita.", "log:n backup:n"},
        {"Salausta ei vielä ole.", "crypt:np"},
        {"Kaikkia levyjä ei ole salattu.", "crypt:n"},
        {"Vain osa levyistä on salattu.", "crypt:h"},
        {"Levyt salataan yleensä.", "crypt:h"},
        {"Salaamme tiedot mahdollisuuksien mukaan.", "crypt:h"},
        {"Pyrimme salaamaan kaiken. Salaus on käytössä.", "crypt:h crypt:"},
        {"Monivaiheinen tunnistautuminen on tulossa.", "mfa:p"},
        {"Salaus otetaan käyttöön ensi vuonna.", "crypt:p"},
        {"Suunnittelemme salauksen käyttöönottoa.", "crypt:p"},
        {"Salaus on työn alla.", "crypt:p"},
        {"Tarkoituksena on ottaa salaus käyttöön.", "crypt:p"},
        {"Asiakas vastaa itse varmuuskopioista.", "backup:c"},
        {"Asiakkaan tulee itse poistaa tiedot.", "delete:c"},
        {"Varmuuskopiointi on asiakkaan omalla vastuulla.", "backup:c"},
        {"Jos asiakas haluaa, tiedot salataan.", "crypt:i"},
        {"Lisämaksusta saatte monivaiheisen tunnistautumisen.", "mfa:i"},
        {"Monivaiheinen tunnistautuminen voidaan ottaa käyttöön.", "mfa:o"},
        {"Monivaiheinen tunnistautuminen on valinnainen.", "mfa:o"},
        {"Pilvipalvelun tarjoaja tarjoaa salauksen.", "crypt:t"},
        {"Azure tukee salausta.", "crypt:t"},
        {"Teoriassa kaikki voidaan palauttaa. Palautus on ohjeistettu.", "restore:"},
        {"Salaus voisi olla käytössä.", "crypt:y"},
        {"Onko tiedot salattu?", "crypt:q"},
        {"Ilmoitamme viiveettä.", "notice:"},
        {"Ilmoitamme poikkeuksetta 24 tunnin kuluessa.", "notice:"},
        {"Ilmoitamme ilman aiheetonta viivytystä.", "notice:"},
        {"Salausta ei voi ohittaa.", "crypt:"},
        {"Tiedot on salattu, mutta lokeja ei ole.", "crypt: log:n"},
    });
}

BOOST_AUTO_TEST_CASE(english)
{
    check({
        {"Backups are taken, though none of them are encrypted.", "backup: crypt:n"},
        {"The disks are unencrypted.", "crypt:n"},
        {"No disks are left unencrypted.", "crypt:"},
        {"Non-encrypted disks are in use.", "crypt:n"},
        {"Nothing is logged.", "log:n"},
        {"Nobody has tested a restore.", "restore:n"},
        {"We do not currently have multi-factor login.", "mfa:n"},
        {"There isn't any encryption.", "crypt:n"},
        {"Encryption is absent.", "crypt:n"},
        {"We fail to notify customers at times.", "notice:n"},
        {"Multi-factor login is not something we offer.", "mfa:n"},
        {"Neither backups nor logs exist.", "backup:n log:n"},
        {"Not all disks are encrypted.", "crypt:nh"},
        {"Only some disks are encrypted.", "crypt:h"},
        {"Disks are encrypted on a best-effort basis.", "crypt:h"},
        {"We endeavour to encrypt everything.", "crypt:h"},
        {"Data may be encrypted.", "crypt:h"},
        {"Data is by and large encrypted.", "crypt:h"},
        {"We aim to encrypt all disks next year.", "crypt:p"},
        {"Encryption is being rolled out.", "crypt:p"},
        {"Multi-factor login is in the pipeline.", "mfa:p"},
        {"Encryption is scheduled for May.", "crypt:p"},
        {"Once budget allows, we will introduce encryption.", "crypt:p"},
        {"You are responsible for deleting the data.", "delete:c"},
        {"It is for the customer to delete the data.", "delete:c"},
        {"The school takes care of backups itself.", "backup:c"},
        {"Customers are expected to delete their data.", "delete:c"},
        {"If you ask for it, we log everything.", "log:i"},
        {"Multi-factor login is available for an extra fee.", "mfa:i"},
        {"Multi-factor login can be turned on.", "mfa:o"},
        {"The cloud provider offers encryption.", "crypt:t"},
        {"AWS supports encryption.", "crypt:t"},
        {"In theory everything is encrypted.", "crypt:y"},
        {"Encryption could be added.", "crypt:y"},
        {"Is the data encrypted?", "crypt:q"},
        {"Is the data encrypted? Yes.", "crypt:"},
        {"Is the data encrypted? No.", "crypt:n"},
        {"Data is not only encrypted but also backed up.", "crypt:"},
        {"We would notify you within a day.", "notice:"},
        {"No data leaves the site unless encrypted.", "crypt:"},
    });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
