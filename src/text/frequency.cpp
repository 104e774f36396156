#include <algorithm>

#include "text/expression.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

constexpr double year = 365.25;
constexpr double month = year / 12;

enum class Kind { interval, vague, event };

struct Row {
    const char* pattern;
    double days;
    Kind kind;
};

constexpr Row rows[] = {
    // Every second, third … year: before the plain words, since the longer match stands.
    {"annethvert år|annakvart år|hvert annet år|hvert andre år|kvart anna år|vartannat år|hvert andet år|every (?:second|other) year|biennial\\w*|every two years|every 2 years|(?:en|én) gang hvert annet år|joka toinen vuosi|hvert 2\\. år|annahvert år|annakvart år", 2 * year, Kind::interval},
    {"hvert tredje år|kvart tredje år|vart tredje år|every (?:third|three|3) years?|triennial\\w*|joka kolmas vuosi|hvert 3\\. år", 3 * year, Kind::interval},
    {"hvert fjerde år|vart fjärde år|every (?:four|4) years", 4 * year, Kind::interval},
    {"hvert femte år|vart femte år|every (?:five|5) years", 5 * year, Kind::interval},
    {"(?:to|2|tvä|två|tre|3|fire|4|flere|fleire) ganger (?:i året|per år|årlig|om året|pr år|i åre)|två gånger (?:om året|per år)|(?:to|2) gange (?:om året|årligt)|twice a year|(?:two|three|2|3) times (?:a|per) year|semi-?annual\\w*|bi-?annual\\w*|halvårlig\\w*|halvårs\\w*|hvert halvår|hvert halve år|kvart halvår|varje halvår|every (?:six|6) months|hver sjette måned|(?:to|två|tre|fire|fyra|flere|flera|flere|2|3|4|two|three|four|several) (?:ganger|gånger|gange|gonger|times|audits|revisjoner|revisioner) (?:om|i|per|pr|a|each|every|hvert)\\.? (?:året|år|calendar year|kalenderår|year)|kaksi kertaa vuodessa|puolivuosittain|vår og høst|vår och höst", year / 2, Kind::interval},
    {"årlig\\w*|årleg\\w*|årligen|årligt|årliga|hvert (?:eneste )?år|kvart år|varje år|(?:en|én|ein|1|minst en|ett|1) gong? (?:i|per|pr|om)\\.? (?:året|år|kalenderår)|(?:en|én|ein|1) gang (?:i|per|pr|om)\\.? (?:året|år|kalenderår)|(?:en|1) gång (?:om|per|i) (?:året|år|kalenderår)|(?:en|1) gang om året|yearly|annual(?:ly)?|every year|once a year|once per (?:calendar )?year|each year|every (?:12|twelve) months|hver (?:12|tolvte)\\.? måned|vuosittai\\w*|joka vuosi|kerran vuodessa|hver (?:høst|vår|sommer|januar)|varje (?:höst|vår)|en gang årlig|hvert av årene|each (?:calendar )?year|per år|årshjul\\w*", year, Kind::interval},
    {"kvartalsvis\\w*|kvartalsvist|hvert kvartal|kvart kvartal|varje kvartal|per kvartal|quarterly|every quarter|each quarter|every (?:three|3) months|hver tredje måned|var tredje månad|neljännesvuosittai\\w*|en gang i kvartalet|fire ganger i året", year / 4, Kind::interval},
    {"månedlig\\w*|månedlege?|månadleg\\w*|månadsvis\\w*|månatlig\\w*|hver (?:eneste )?måned|kvar månad|varje månad|per måned|monthly|every month|each month|kuukausittai\\w*|en gang i måneden|hver (?:første|siste) \\w+ i måneden|første \\w+ hver måned|(?:den )?(?:første|siste|fyrste|första|sista) \\w+(?:en)? i måned\\w*|(?:den )?første \\w+ i måneden|(?:den )?første \\w+en i månaden|first \\w+ of (?:the|every|each) month", month, Kind::interval},
    {"annenhver uke|annakvar veke|varannan vecka|hver anden uge|every (?:second|other|two) weeks?|fortnightly|bi-?weekly|hver 14\\. dag|hver fjortende dag|joka toinen viikko", 14, Kind::interval},
    {"ukentlig\\w*|vekentleg\\w*|ukevis|hver uke|kvar veke|varje vecka|veckovis|hver uge|ugentlig\\w*|weekly|every week|each week|viikoittai\\w*|hver (?:mandag|tirsdag|onsdag|torsdag|fredag)|varje (?:måndag|tisdag|onsdag|torsdag|fredag)|en gang i uken", 7, Kind::interval},
    {"daglig\\w*|dagleg\\w*|dagligen|dagligt|hver dag|kvar dag|varje dag|hvert døgn|kvart døgn|varje dygn|hver natt|kvar natt|varje natt|hver nat|nattlig\\w*|natlig\\w*|om natten|kvar natt|daily|nightly|every (?:day|night)|each (?:day|night)|päivittäi\\w*|joka yö|öisin|(?:to|tre|fire) ganger (?:daglig|i døgnet|om dagen)", 1, Kind::interval},
    {"hver time|kvar time|varje timme|timevis|hourly|every hour|hver (?:fjerde|sjette|tolvte|\\d+\\.?) time|every \\d+ hours|var \\w+ timme|tunneittain|hvert (?:femte|tiende|\\d+\\.?) minutt|kvart \\w+\\.? minutt|every \\w+ minutes|var \\w+ minut", 0.04, Kind::interval},
    {"kontinuerlig\\w*|kontinuerleg\\w*|kontinuerligt|fortløpende|fortlöpande|løpende|löpande|løbende|continuous(?:ly)?|ongoing|real-?time|sanntid|realtid|døgnet rundt|dygnet runt|24/7|24x7|around the clock|jatkuvasti|til enhver tid|alltid på", 0, Kind::interval},
    {"jevnlig\\w*|jamnleg\\w*|regelmessig\\w*|jamleg\\w*|regelbundet|regelbundna|regelbunden|periodisk\\w*|jævnlig\\w*|regelmæssig\\w*|regular(?:ly)?|periodic(?:ally)?|from time to time|fra tid til annen|ved behov|vid behov|as needed|when needed|säännöllis\\w*|tarvittaessa|av og til|innimellom|med jevne mellomrom|med jämna mellanrum|ofte|ofta", 0, Kind::vague},
    {"ved (?:alle |hver |hvert |større |store |vesentlige |nye |behov for )?(?:endring|oppstart|ansettelse|tilsetting|tiltredelse|hver release|release|bygg|hovedversjon|versjon|utrulling|rollebytte|produksjonssetting)\\w*|vid (?:större |varje |väsentliga )?(?:förändring|ändring|anställning|release|version|driftsättning)\\w*|ved (?:større |hver |væsentlige )?(?:ændring|ansættelse|release)\\w*|(?:on|at|upon|after|before|with|for) (?:major |every |each |all |any |significant )?(?:change|release|build|hire|deployment|version|onboarding)s?|før (?:hver|hvert) \\w+|inför varje \\w+|hver (?:hovedversjon|versjon|release|utrulling)|every (?:release|build|deployment|commit)|hver bygging|varje (?:release|version|bygge)|nyansatte|nyanställda|new (?:hires|employees|starters)", 0, Kind::event},
};

}  // namespace

std::vector<Frequency> find_frequencies(std::string_view folded)
{
    struct Compiled {
        Expression expression;
        const Row* row;
    };
    static const std::vector<Compiled> compiled = [] {
        std::vector<Compiled> made;
        for (const Row& row : rows) made.push_back({Expression("\\b(?:" + std::string(row.pattern) + ")\\b"), &row});
        return made;
    }();
    std::vector<Frequency> found;
    for (const Compiled& one : compiled)
        for (const auto& match : one.expression.find_all(folded)) {
            Frequency frequency;
            frequency.span = match[0];
            frequency.interval_days = one.row->days;
            frequency.vague = one.row->kind == Kind::vague;
            frequency.event = one.row->kind == Kind::event;
            found.push_back(frequency);
        }
    // Where two overlap the longer one is meant: "to ganger i året" holds "i året", "annethvert år" holds "hvert år".
    std::stable_sort(found.begin(), found.end(), [](const Frequency& a, const Frequency& b) { return a.span.size() > b.span.size(); });
    std::vector<Frequency> kept;
    for (const Frequency& one : found)
        if (std::none_of(kept.begin(), kept.end(), [&](const Frequency& other) { return other.span.overlaps(one.span); }))
            kept.push_back(one);
    std::sort(kept.begin(), kept.end(), [](const Frequency& a, const Frequency& b) { return a.span < b.span; });
    return kept;
}

}  // namespace samsvar::text
