// Words of the lexicon in running text: inflection, compounds, slips, and what must not be taken for them.
#include "text/word_set.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "base/error.h"

namespace samsvar::text {

namespace {

using model::Language;

bool found(const char* word, Language language, std::string_view text, std::string_view known_word = "")
{
    WordSet set;
    set.add(0, {word, language, {"test.xml", 1}});
    set.prepare();
    return !set.find_all(fold_text(text), [&](std::string_view token) { return fold_text(known_word) == token; })
                .empty();
}

struct Row {
    Language language;
    const char* word;
    const char* texts;  ///< separated by |
};

void check(const std::vector<Row>& rows, bool expected)
{
    for (const Row& row : rows) {
        std::istringstream texts(row.texts);
        for (std::string text; std::getline(texts, text, '|');)
            BOOST_CHECK_MESSAGE(found(row.word, row.language, text) == expected,
                                row.word << (expected ? " is not found in: " : " is found in: ") << text);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(word_set_test)

BOOST_AUTO_TEST_CASE(inflections_and_compounds)
{
    check(
        {
            {Language::nb, "sikkerhetskopiering",
             "Sikkerhetskopiering skjer.|sikkerhetskopieringen|SIKKERHETSKOPIERINGENS"},
            {Language::nb, "kryptere", "kryptert|krypterer|krypteres|kryptering|krypterte|krypteringsnøkkel"},
            {Language::nb, "avtale", "avtaler|avtalen|avtalene|databehandleravtale|databehandleravtalene|avtaleverk"},
            {Language::nb, "nøkkel", "nøkler|nøkkelen|nøklene|krypteringsnøkler|nøkkelhåndtering"},
            {Language::nb, "logg", "logg|logger|loggen|logges|loggene"},
            {Language::nb, "rutine", "rutiner|rutinene|rutinar|sletterutine"},
            {Language::nb, "sikkerhet", "sikkerheit|sikkerheten|informasjonssikkerhet|sikkerhetstiltak"},
            {Language::nn, "tryggingskopiering", "tryggingskopieringa|tryggingskopieringane"},
            {Language::sv, "säkerhetskopiering", "säkerhetskopieringen|säkerhetskopieringsrutin|Säkerhetskopieringar"},
            {Language::sv, "kryptera", "krypteras|krypterad|krypterade|kryptering|diskkryptering|krypteringsnycklar"},
            {Language::sv, "nyckel", "nycklar|nycklarna|nyckeln|nyckelhantering|huvudnyckel"},
            {Language::sv, "regel", "regler|reglerna|brandväggsregler"},
            {Language::sv, "kopia", "kopior|kopian|kopiorna|säkerhetskopior"},
            {Language::da, "sletning", "sletningen|sletninger|datasletning|sletningsfrist"},
            {Language::da, "nøgle", "nøgler|nøglen|nøglerne|krypteringsnøgler"},
            {Language::en, "encrypt", "encrypted|encrypts|encryption|encrypting|re-encrypted"},
            {Language::en, "policy", "policies|policy|policy's"},
            {Language::en, "restore", "restoring|restored|restores|restore"},
            {Language::en, "penetration test",
             "penetration tests|Penetration-testing|penetration testing|penetrationtest"},
            {Language::en, "two-factor", "two-factor|two factor|twofactor|Two-Factor Authentication"},
        },
        true);
}

BOOST_AUTO_TEST_CASE(finnish_words_change_inside)
{
    check(
        {
            {Language::fi, "varmuuskopiointi",
             "varmuuskopiointi|varmuuskopioinnin|varmuuskopioinnista|varmuuskopiointimenettely"},
            {Language::fi, "varmuuskopioida", "varmuuskopioidaan|varmuuskopioimme|varmuuskopioitu"},
            {Language::fi, "salaus", "salaus|salauksen|salausta|salaukset|salausavain|levysalaus"},
            {Language::fi, "salata", "salataan|salattu|salaamme|salattuina"},
            {Language::fi, "käyttöoikeus",
             "käyttöoikeudet|käyttöoikeuksien|käyttöoikeutta|käyttöoikeuden|käyttöoikeus"},
            {Language::fi, "kirjautuminen", "kirjautumisen|kirjautumista|kirjautumiset|kertakirjautuminen"},
            {Language::fi, "avain", "avaimet|avaimen|salausavaimia|avain"},
            {Language::fi, "henkilötieto", "henkilötiedot|henkilötietoja|henkilötietojen|henkilötiedoista"},
            {Language::fi, "verkko", "verkot|verkon|verkossa|sisäverkko|verkkojen"},
            {Language::fi, "laite", "laitteet|laitteen|laite|päätelaitteilla"},
            {Language::fi, "osoite", "osoitteet|osoitteen|sähköpostiosoite"},
            {Language::fi, "tarkistaa", "tarkistetaan|tarkistamme|tarkistaa"},
            {Language::fi, "poikkeama", "poikkeamat|poikkeamia|poikkeaman|tietoturvapoikkeamista"},
            {Language::fi, "loki", "loki|lokit|lokin|lokiin"},
            {Language::fi, "koulutus", "koulutuksen|koulutukset|tietosuojakoulutus|koulutusta"},
            {Language::fi, "monivaiheinen", "monivaiheisen|monivaiheista|monivaiheinen"},
        },
        true);
}

BOOST_AUTO_TEST_CASE(words_that_turn_it_around_are_not_it)
{
    check(
        {
            {Language::nb, "kryptert", "ukryptert|ukrypterte data|ikke-kryptert|dekryptert"},
            {Language::nb, "autorisert", "uautorisert|uautoriserte"},
            {Language::nb, "passord", "passordløs|passordfri|passordløst"},
            {Language::sv, "krypterad", "okrypterad|okrypterade|icke-krypterad"},
            {Language::sv, "lösenord", "lösenordslös|lösenordsfri"},
            {Language::sv, "behörig", "obehörig|obehöriga"},
            {Language::da, "krypteret", "ukrypteret|ikke-krypteret"},
            {Language::en, "encrypted", "unencrypted|non-encrypted"},
            {Language::en, "password", "passwordless"},
            {Language::en, "authorised", "unauthorised"},
            {Language::fi, "salasana", "salasanaton|salasanattoman"},
            {Language::fi, "salata", "salaamaton|salaamattomia"},
        },
        false);
}

BOOST_AUTO_TEST_CASE(other_words_are_not_it)
{
    check(
        {
            {Language::nb, "logg", "logistikk|katalogen|loggbokføreren"},
            {Language::en, "test", "testament|latest|contest"},
            {Language::nb, "rutine", "brutto|ruter"},
            {Language::fi, "loki", "lokakuu|lokalisointi"},
            {Language::en, "penetration test", "penetration of a test market|test"},
            {Language::en, "log", "catalogue|login|logistics"},
            {Language::nb, "autentisering", "autorisering"},
        },
        false);
}

BOOST_AUTO_TEST_CASE(one_slip_in_a_long_word)
{
    check(
        {
            {Language::nb, "sikkerhetskopiering",
             "sikkerhetkopiering|sikkerhetskopiereing|sikkerhetskpoiering|sikerhetskopieringen|sikkerhetskoppiering"},
            {Language::nb, "tofaktorautentisering",
             "tofaktorautentisring|tofaktoraunentisering|tofaktorauttentisering"},
            {Language::sv, "säkerhetskopiering", "sakerhetskopiering|säkerhetskopeiring|säkerhetskopierng"},
            {Language::en, "encryption", "encrytion|encryptoin|encryptiom|encrryption|ecnryption"},
            {Language::fi, "varmuuskopiointi", "varmuskopiointia|varmuuskopionti|vamruuskopiointi"},
            {Language::en, "authentication", "authentcation|athentication"},
        },
        true);
}

BOOST_AUTO_TEST_CASE(not_two_slips_not_in_short_words_not_in_the_first_letter)
{
    check(
        {
            {Language::nb, "sikkerhetskopiering", "sikerhetkopiering|likkerhetskopiering|ikkerhetskopiering"},
            {Language::nb, "logging", "lokging|liggende"},
            {Language::en, "encrypted", "unencrypted|decrypted|encoded"},
            {Language::sv, "krypterad", "okrypterad|tkrypterad"},
            {Language::en, "available", "unavailable"},
            {Language::nb, "datakryptert", "dataukryptert"},
        },
        false);
}

BOOST_AUTO_TEST_CASE(a_right_word_of_another_concept_is_no_slip)
{
    BOOST_TEST(found("planlegging", Language::nb, "planlægging"));
    BOOST_TEST(!found("planlegging", Language::nb, "planlægging", "planlægging"));
    WordSet set;
    set.add(0, {"behandler", Language::nb, {"test.xml", 1}});
    set.add(1, {"behandlet", Language::nb, {"test.xml", 2}});
    set.prepare();
    const auto hits = set.find_all("behandlet", [](std::string_view) { return false; });
    BOOST_TEST_REQUIRE(hits.size() == 1);
    BOOST_TEST(hits[0].concept_index == 1);
}

BOOST_AUTO_TEST_CASE(spans_are_whole_words)
{
    WordSet set;
    set.add(7, {"kryptere", Language::nb, {"test.xml", 1}});
    set.add(8, {"two-factor login", Language::en, {"test.xml", 2}});
    set.prepare();
    const auto nothing = [](std::string_view) { return false; };
    const auto hits = set.find_all("alt er diskkryptert.", nothing);
    BOOST_TEST_REQUIRE(hits.size() == 1);
    BOOST_TEST(hits[0].concept_index == 7);
    BOOST_TEST(hits[0].span.begin == 7);
    BOOST_TEST(hits[0].span.end == 19);
    const auto phrase = set.find_all("we use two factor-logins here", nothing);
    BOOST_TEST_REQUIRE(phrase.size() == 1);
    BOOST_TEST(phrase[0].span.begin == 7);
    BOOST_TEST(phrase[0].span.end == 24);
}

BOOST_AUTO_TEST_CASE(wrong_words_are_refused_with_their_place)
{
    for (const char* word : {"", "ab", "krypt.*", "a-", "a b", "(logg)"}) {
        WordSet set;
        BOOST_CHECK_EXCEPTION(set.add(0, {word, Language::nb, {"lexicon/a.xml", 7}}), Error, [](const Error& error) {
            return std::string(error.what()).starts_with("lexicon/a.xml:7: the word");
        });
    }
}

BOOST_AUTO_TEST_CASE(a_word_of_a_megabyte_is_no_word)
{
    WordSet set;
    set.add(0, {"kryptere", Language::nb, {"test.xml", 1}});
    set.prepare();
    std::string text;
    while (text.size() < 1'000'000) text += "krypter";
    BOOST_TEST(set.find_all(text, [](std::string_view) { return false; }).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::text
