// Questions nobody described are held against what their own words ask for.
#include <boost/test/unit_test.hpp>

#include "coverage/describe.h"
#include "rules/shipped.h"

namespace samsvar::rules {

namespace {

model::AnswerResult asked(const std::string& question, const std::string& text, const std::string& guidance = {})
{
    model::Form form;
    form.inferred = true;
    model::Question one;
    one.id = "1";
    one.text.set(model::Language::en, question);
    one.kind = model::AnswerKind::yesno_explanation;
    one.yes_suffices = true;
    form.questions.push_back(one);
    model::Submission submission;
    submission.answers.push_back(answer_to("1", text));
    submission.answers.back().printed_question = question;
    submission.answers.back().printed_guidance = guidance;
    const model::Form described = coverage::describe(form, submission, {}, shipped().matcher);
    return result_of(evaluate(described, {}, shipped().matcher, submission, assessed_on), "1");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(undescribed)

BOOST_AUTO_TEST_CASE(a_question_is_held_to_its_own_words)
{
    struct Row {
        const char* name;
        const char* question;
        const char* text;
        const char* code;
        bool raised;
    };
    constexpr Row rows[] = {
        {"too seldom", "Is the service penetration tested at least annually?",
         "Yes, a specialist firm tests it every third year.", "too-infrequent", true},
        {"often enough", "Is the service penetration tested at least annually?",
         "Yes, a specialist firm tests it every six months.", "too-infrequent", false},
        {"the most frequent counts", "Testas återläsning minst en gång per år?",
         "Ja, stickprov varje månad och full återläsning vartannat år.", "too-infrequent", false},
        {"too seldom, Swedish", "Testas återläsning minst en gång per år?", "Ja, ungefär vart tredje år.",
         "too-infrequent", true},
        {"no limit asked", "How often is access reviewed?", "Every third year.", "too-infrequent", false},
        {"too slow", "Will you notify us within 24 hours of a breach?", "Yes, always within 72 hours.", "too-slow",
         true},
        {"in time", "Will you notify us within 24 hours of a breach?", "Yes, within 12 hours; a report in a week.",
         "too-slow", false},
        {"a least time may be exceeded", "Sparas loggarna i minst 12 månader?", "Ja, de sparas i 18 månader.",
         "too-slow", false},
        {"bare yes", "Describe how access is removed.", "Yes", "yes-only", true},
        {"two words are an answer", "How fast is access removed?", "Yes, in 4 hours.", "yes-only", false},
        {"a yes is what is asked for", "Is access removed?", "Yes", "yes-only", false},
        {"times that follow one another add up",
         "Slettes alt inden for 60 dage efter aftalens ophør, også fra sikkerhedskopier?",
         "Data slettes efter 30 dage. Kopierne løber derefter ud i løbet af yderligere 45 dage.", "too-slow", true},
        {"and stay within", "Slettes alt inden for 60 dage efter aftalens ophør, også fra sikkerhedskopier?",
         "Data slettes efter 20 dage. Kopierne løber derefter ud i løbet af yderligere 30 dage.", "too-slow", false},
        {"a notice shorter than asked", "Do you give at least 30 days notice of a new sub-processor?",
         "Changes are posted 14 days before.", "too-slow", true},
        {"a notice longer than asked", "Do you give at least 30 days notice of a new sub-processor?",
         "Six weeks before, by e-mail.", "too-slow", false},
        {"no figure for a limit", "Underrettes vi inden for 24 timer om brud på persondatasikkerheden?",
         "I underrettes uden unødig forsinkelse på telefon og derefter i et skema.", "missing-element", true},
        {"a check that is asked for",
         "Medarbetarna ska följa en policy för distansarbete, och leverantören ska kontrollera att den efterlevs.",
         "Det finns en policy för distansarbete: man sitter ostört, använder företagets dator och har VPN med två "
         "faktorer.",
         "missing-element", true},
        {"and told",
         "Medarbetarna ska följa en policy för distansarbete, och leverantören ska kontrollera att den efterlevs.",
         "Policyn säger att man har VPN, och chefen tar stickprov två gånger om året.", "missing-element", false},
        {"a check, Danish", "Er der retningslinjer for hjemmearbejde, og hvordan kontrolleres det, at de følges?",
         "Retningslinjerne siger VPN, låst skærm og ingen samtaler i det offentlige rum.", "missing-element", true},
        {"who acts at night", "Hvordan overvåkes tjenesten, og hvem tar seg av det utenfor kontortid?",
         "Alarmer fra servere og brannmur kommer opp på en skjerm i kontorlandskapet hos oss.", "missing-element",
         true},
        {"a rota does", "Hvordan overvåkes tjenesten, og hvem tar seg av det utenfor kontortid?",
         "Alarmer fra servere og brannmur går til bakvakten på telefon.", "missing-element", false},
        {"who acts at night, Finnish", "Miten palvelua valvotaan, ja kuka reagoi virka-ajan ulkopuolella?",
         "Hälytykset palvelimilta ja palomuurista näkyvät valvontanäytöllä toimistossamme.", "missing-element", true},
        {"the customer's approval", "Administrator accounts shall be personal and approved by the customer.",
         "Four people have personal administrator accounts with two factors; our head of operations picks them.",
         "missing-element", true},
        {"is given", "Administrator accounts shall be personal and approved by the customer.",
         "Four people have personal administrator accounts with two factors, none before you have signed the list.",
         "missing-element", false},
        {"last log-in, declined", "Järjestelmän on kirjattava tunnusten luonti ja poisto sekä viimeisin kirjautuminen.",
         "Loki näyttää tunnuksen luonnin, muutoksen ja poiston sekä tekijän ja ajan.", "missing-element", true},
        {"hired staff to be included", "Which checks are made before access? Include temporary staff and consultants.",
         "For permanent employees: passport, two references and a criminal record certificate.", "missing-element",
         true},
        {"the keys, too", "Beskriv krypteringen: algoritm, nyckellängd och hantering av krypteringsnycklar.",
         "AES-256 på disk, TLS 1.3 för trafik och argon2id för lösenord.", "missing-element", true},
        {"keys told of", "Beskriv krypteringen: algoritm, nyckellängd och hantering av krypteringsnycklar.",
         "AES-256 på disk och TLS 1.3 för trafik; nycklarna ligger i en HSM.", "missing-element", false},
        {"a role nobody fills", "Who is responsible for information security and for data protection?",
         "The CTO is our security lead. The data protection officer left in May and has not been replaced.",
         "missing-element", true},
        {"roles that are filled", "Who is responsible for information security and for data protection?",
         "The CTO is our security lead, and a hired data protection officer is in on Tuesdays.", "missing-element",
         false},
        {"how long before", "How long in advance are we told of a new sub-processor, and can we object?",
         "New sub-processors are on our web page; you may object.", "missing-element", true},
        {"the right to check is another matter", "Kan kommunen selv komme og kontrollere at avtalen blir fulgt?",
         "Ja, med to ukers varsel; første dag koster ikke noe.", "missing-element", false},
        {"a condition that does not hold",
         "Om registrering av användare ingår i leveransen ska leverantören ha en dokumenterad process.",
         "Nej. Ingår inte i leveransen; kommunen lägger själv upp sina användare i tjänsten.", "negative", false},
        {"a condition, English", "If hosting is part of the delivery, the supplier shall have fire protection.",
         "No. Hosting is not part of the delivery, you run it in your own data centre.", "negative", false},
        {"no condition", "The supplier shall have a documented process for registration of users.",
         "No. That is not part of the delivery; the municipality adds its users itself.", "negative", true},
        {"not applicable behind a ticked no", "Tjänsten ska ha stöd för gallring.", "Nej. Ej tillämpligt.",
         "na-unjustified", true},
        {"told to ask somebody else", "Hvilken rutine gjelder for adgangskort til driftsmiljøet?",
         "Det må dere ta opp direkte; dere får ta kontakt med datasenteret, som deler ut kortene.", "deflected", true},
        {"ask us", "Hvilken rutine gjelder for adgangskort til driftsmiljøet?",
         "Kort deles ut mot legitimasjon og sperres samme dag; dere kan ta kontakt med vakta vår.", "deflected", false},
        {"the customers do it", "How do you assist with data subject requests?",
         "The customers are best placed to deal with these themselves.", "deflected", true},
        {"a list points nowhere", "Which checks are made on people?",
         "For employees: passport, two references, a criminal record certificate and exam papers.", "reference-only",
         false},
        {"a part that is declined",
         "Behörighetssystemet ska logga skapade och borttagna konton samt senaste inloggning.",
         "Loggen visar skapade, ändrade och borttagna konton. Senaste inloggning kan vi tyvärr inte visa.",
         "missing-element", true},
        {"a part that is there", "Behörighetssystemet ska logga skapade och borttagna konton samt senaste inloggning.",
         "Loggen visar skapade, ändrade och borttagna konton och när någon loggade in senast, inloggning för "
         "inloggning.",
         "missing-element", false},
        {"forbidden hashes", "Beskriv vilka algoritmer som används för kryptering.",
         "AES-256 på disk, TLS 1.3 och argon2id. MD5, SHA-1, 3DES och RC4 är förbjudna.", "weak-practice", false},
        {"assurances", "How is the service monitored for attacks?",
         "We use modern tools and always keep a close eye on the platform.", "vague", true},
        {"assurances, Norwegian", "Hvordan håndteres overflødige opplysninger?",
         "Vi har stort fokus på dette, og bevisstheten er høy hos alle som jobber her.", "vague", true},
        {"assurances, Swedish", "Beskriv hur behörigheter granskas.",
         "Vi har full kontroll på behörigheterna och följer beprövade metoder på bästa sätt.", "vague", true},
        {"assurances, Danish", "Beskriv hvordan adgange gennemgås.",
         "Vi har fuld kontrol over adgangene og følger nøje med i det hele.", "vague", true},
        {"assurances, Finnish", "Kuvatkaa, miten käyttöoikeuksia valvotaan.",
         "Meillä on nykyaikaiset työkalut ja hyvä valvonta, ja seuraamme tarkasti tilannetta.", "vague", true},
        {"a tool, a person and a time", "How is the service monitored for attacks?",
         "Modern tools raise an alarm; the duty officer looks at it within 15 minutes, day and night.", "vague", false},
        {"a year long ago", "Säkerhetspolicyn ska ses över minst vartannat år.",
         "Policyn antogs av styrelsen 2017 och har inte behövt ändras.", "too-infrequent", true},
        {"a year long ago beside a word for an event", "Are risks assessed at least once a year?",
         "The register was last gone through in September 2024; we take it up again when something big changes.",
         "too-infrequent", true},
        {"half a year ago beside it", "Are risks assessed at least once a year?",
         "The register was last gone through in May 2026; we take it up again when something big changes.",
         "too-infrequent", false},
        {"a figure that is not told", "Ilmoittakaa palautumisaika (RTO) ja palautumispiste (RPO).",
         "RTO on kuusi tuntia. RPO-lukua emme halua ilmoittaa.", "missing-element", true},
        {"both figures", "Ilmoittakaa palautumisaika (RTO) ja palautumispiste (RPO).", "6 tuntia ja 4 tuntia.",
         "missing-element", false},
        {"a no that takes itself back", "Behandlar ni uppgifter endast enligt våra instruktioner?",
         "Ja. Vi gör inget med uppgifterna som inte står i instruktionen.", "negative", false},
        {"praise and no figure", "Describe the security training: what, to whom and how often.",
         "Security is in our DNA. We are passionate about protecting what matters and every guardian of trust grows.",
         "vague", true},
        {"a role answers who", "Vem ansvarar för säkerheten?", "Säkerhetschefen.", "vague", false},
        {"logs that nobody watches", "Hvordan overvåges logge for misbrug?",
         "Vi kigger i logge, hvis en kunde klager over noget.", "missing-element", true},
    };
    for (const Row& row : rows)
        BOOST_TEST_CONTEXT(row.name) BOOST_TEST(has(asked(row.question, row.text), row.code) == row.raised);
}

/// What stands beside a question in a column of help is asked for, too.
BOOST_AUTO_TEST_CASE(guidance_is_asked)
{
    const std::string text = "Full copy every night to another town, kept for 45 days.";
    BOOST_TEST(!has(asked("Describe the backups.", text), "missing-element"));
    BOOST_TEST(has(asked("Describe the backups.", text, "Frequency, place and test of restoring."), "missing-element"));
}

BOOST_AUTO_TEST_CASE(passing_a_stated_limit_is_a_gap)
{
    BOOST_TEST(
        name_of(asked("Will you notify us within 24 hours of a breach?", "Yes, always within 72 hours.").outcome) ==
        "gap");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace samsvar::rules
