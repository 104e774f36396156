#include <algorithm>
#include <array>

#include "text/measure.h"
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

/// Words and set phrases; "hver 12. måned", "to ganger i året", "every six hours" are read by FrequencyFinder.
constexpr Row rows[] = {
    {"\\b(biennial\\w*|two-yearly)\\b", 2 * year, Kind::interval},
    {"\\btriennial\\w*", 3 * year, Kind::interval},
    {"\\b(semi-?annual\\w*|bi-?annual\\w*|half-?yearly|halvårlig\\w*|halvårleg\\w*|halvårsvis\\w*|halvårsvise?|puolivuosittai\\w*)\\b", year / 2, Kind::interval},
    {"\\b((hver|kvar|varje|every|each) )?(vår|spring) (og|och|and) (høst|haust|höst|autumn|fall)\\b", year / 2, Kind::interval},
    {"\\bhvert halve år\\b", year / 2, Kind::interval},
    {"\\b(årlig|årlege?|årleg|årligen|årligt|årliga|yearly|annual|annually|vuosittai\\w+|årshjul\\w*|per år|pr\\.? år|hvert av årene)\\b", year, Kind::interval},
    {"\\bårlig(e|s)?\\b", year, Kind::interval},
    {"\\b(kvartalsvis\\w*|quarterly|per kvartal|neljännesvuosittai\\w+)\\b", year / 4, Kind::interval},
    {"\\btertialvis\\w*", year / 3, Kind::interval},
    {"\\b(månedlig\\w*|månadleg\\w*|månadsvis\\w*|månatlig\\w*|månedsvis|per måned|per månad|monthly|kuukausittai\\w+)\\b", month, Kind::interval},
    {"\\b(første|siste|fyrste|siste|första|sista|first|last) \\w+ (i måneden|i månaden|of the month|of each month|of every month)\\b", month, Kind::interval},
    {"\\b(fortnightly|bi-?weekly|annenhver uke)\\b", 14, Kind::interval},
    {"\\b(ukentlig\\w*|vekentleg\\w*|ukevis|vekesvis|veckovis|veckovisa|ugentlig\\w*|per uke|per vecka|per uge|weekly|viikoittai\\w+|viikottai\\w+)\\b", 7, Kind::interval},
    {"\\b(daglig|daglige|dagleg|daglege|dagligen|dagligt|dagliga|daily|nightly|nattlig\\w*|natlig\\w*|om natten|om natta|på natten|per dag|per døgn|per dygn|per day|päivittäi\\w+|öisin)\\b", 1, Kind::interval},
    {"\\b(timevis|timesvis|hourly|tunneittain)\\b", 1.0 / 24, Kind::interval},
    {"\\b(kontinuerlig\\w*|kontinuerleg\\w*|fortløpende|løpende|fortlöpande|löpande|løbende|continuous|continuously|ongoing|real-?time|sanntid|realtid|tosiaikai\\w+|døgnet rundt|dygnet runt|døgnåpen\\w*|"
     "24/7|24x7|24/7/365|around the clock|round the clock|ympäri vuorokauden|jatkuvasti|jatkuva|jatkuvaa|til enhver tid|alltid på)\\b", 0, Kind::interval},
    {"\\b(jevnlig\\w*|jamnleg\\w*|jamleg\\w*|regelmessig\\w*|regelmæssig\\w*|jævnlig\\w*|regelbundet|regelbundna|regelbunden|periodisk\\w*|regular|regularly|periodic|periodically|from time to time|"
     "fra tid til annen|fra tid til anden|från tid till annan|ved behov|vid behov|etter behov|efter behov|as needed|as required|when needed|when necessary|säännöllis\\w+|säännönmukais\\w+|tarvittaessa|"
     "ajoittain|av og til|innimellom|med jevne mellomrom|med jamne mellomrom|med jämna mellanrum|ofte|ofta|usein|often|frequently|occasionally)\\b", 0, Kind::vague},
    {"\\b(ved|vid|på|i|før|inför|innan|etter|efter|for|för|med) (hver|hvert|kvar|kvart|varje|alle|alla|enhver|ethvert) "
     "(ny |nytt |nye |større |vesentlig |vesentlige |större |väsentlig )?"
     "(endring|endringer|ændring|ændringer|ändring|ändringar|förändring|förändringar|release|releases|build|builds|bygg|bygge|byggen|bygging|versjon|version|hovedversjon|huvudversion|"
     "utrulling|utrullning|deployment|deploy|commit|merge|pull request|produksjonssetting|driftsättning|ansettelse|anställning|tilsetting|prosjekt|projekt|funksjon|funktion|"
     "hendelse|händelse|øvelse|övning|leveranse|leverans)\\b", 0, Kind::event},
    {"\\b(on|at|upon|after|before|with|for|in) (every|each|any|all) (major |new |significant )?"
     "(change|changes|release|releases|build|builds|version|deployment|deploy|commit|merge|pull request|hire|project|feature|incident)\\b", 0, Kind::event},
    {"\\b(hver|hvert|varje|every|each) (release|build|hovedversjon|huvudversion|utrulling|deployment|commit|bygging|versjon|pull request|endring|ändring|change|release candidate)\\b", 0, Kind::event},
    {"\\b(ved|vid|etter|efter|før|inför) (alle |større |store |vesentlige |nye |behov for |større arkitektur|stora |större |väsentliga |betydande |væsentlige |relevante )?"
     "(endring|endringer|endringar|ændringer|ændring|ändring|ändringar|förändring|förändringar|oppstart|start|ansettelse|ansettelser|nyansettelse|nyansettelser|ansættelse|anställning|nyanställning|tilsetting|"
     "tilsetjing|tiltredelse|introduktion|onboarding|release|releaser|rollebytte|rolleendring|rollbyte|produksjonssetting|driftsättning|hovedversjon|hovedversjoner|utrulling|nye versjoner|kontraktsinngåelse|"
     "avtaleinngåelse)\\b", 0, Kind::event},
    {"\\b(on|upon|at|after|before|following) (major |significant |material |substantial |relevant )?(changes?|releases?|builds?|hire|hiring|deployments?|onboarding|employment)\\b", 0, Kind::event},
    {"\\b(major|significant|material|vesentlige|större|väsentliga) (changes|endringer|ändringar|förändringar)\\b", 0, Kind::event},
    {"\\b(nyansatte|nytilsette|nyanställda|nyansatt|new (hires|employees|starters|joiners))\\b", 0, Kind::event},
    {"\\b(muutosten yhteydessä|muutoksen yhteydessä|jokaisen muutoksen|jokaisen julkaisun|työsuhteen alkaessa)\\b", 0, Kind::event},
};

template <std::size_t Size>
bool among(std::string_view word, const std::array<std::string_view, Size>& words)
{
    return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto each = std::to_array<std::string_view>({"hver", "hvert", "kvar", "kvart", "kvarje", "varje", "every", "each", "joka", "jokainen"});
/// "var" also means "was": only "var tredje månad".
constexpr auto each_before_ordinal = std::to_array<std::string_view>({"var", "vart"});
constexpr auto every_second = std::to_array<std::string_view>({"annenhver", "annethvert", "annahvert", "annakvar", "annakvart", "varannan", "vartannat", "hveranden", "hvertandet", "annankvar"});
constexpr auto times = std::to_array<std::string_view>({"gang", "ganger", "gong", "gonger", "gonga", "gange", "gAng", "gAnger", "time", "times", "kertaa", "kerta", "kerran"});
constexpr auto in_each = std::to_array<std::string_view>({"i", "per", "pr", "om", "a", "an", "in", "each", "every", "hver", "hvert", "varje"});
constexpr auto spaces = std::to_array<std::string_view>({"vElein", "mellomrom", "mellanrum", "mellemrum", "intervals", "intervall", "intervaller"});
constexpr auto several = std::to_array<std::string_view>({"flere", "fleire", "flera", "several", "multiple", "many", "mange", "mAnga", "useita", "usean", "monta", "various"});
/// What is counted when it is not "times": "two audits a year", "to øvelser i året".
constexpr auto counted_acts = std::to_array<std::string_view>({"audit", "audits", "revisjon", "revisjoner", "revision", "revisioner", "Ovelse", "Ovelser", "Ovningar", "test", "tests", "tester", "penetration", "review", "reviews",
                                                       "drills", "exercises", "gjennomganger", "mOter", "mOten", "meetings", "inspections"});

}  // namespace

void add_frequency_words(WordRoles& roles)
{
    for (const std::string_view one : {"puolen", "vuoden", "kuukauden", "viikon", "pEivEn", "vuorokauden", "tunnin",
                                       "intervals", "once", "twice", "thrice", "kerran", "kahdesti"})
        roles.add(one, role::opens_frequency);
    roles.add_all(each, role::opens_frequency);
    roles.add_all(each_before_ordinal, role::opens_frequency);
    roles.add_all(every_second, role::opens_frequency);
    roles.add_all(several, role::opens_frequency);
}

namespace {

class FrequencyFinder {
public:
    explicit FrequencyFinder(const Tokens& tokens) : tokens_(tokens) {}

    std::vector<Frequency> find(Phrases phrases)
    {
        for (std::size_t index = 0; index < tokens_.size(); ++index) {
            if (tokens_[index].kind != Token::Kind::number &&
                !tokens_.may_be(index, role::number | role::opens_frequency))
                continue;
            if (!each_unit(index) && !with_spaces_of(index)) times_in_unit(index);
        }
        for (const PatternSet::Match& match : phrases) {
            const Row& row = rows[match.pattern];
            Frequency frequency;
            frequency.span = match.span;
            frequency.interval_days = row.days;
            frequency.vague = row.kind == Kind::vague;
            frequency.event = row.kind == Kind::event;
            found_.push_back(frequency);
        }
        return longest();
    }

private:
    void add(std::size_t first, std::size_t next, double hours)
    {
        Frequency frequency;
        frequency.span = {tokens_[first].span.begin, tokens_[next - 1].span.end};
        frequency.interval_days = hours / day_hours;
        found_.push_back(frequency);
    }

    /// "hvert kvartal", "hver 12. måned", "annethvert år", "every six hours", "var tredje månad", "hver mandag".
    bool each_unit(std::size_t index)
    {
        const std::string_view word = tokens_.word(index);
        double factor = 1;
        std::size_t at = index + 1;
        const bool plain_each = among(word, each);
        if (among(word, every_second)) factor = 2;
        else if (plain_each || among(word, each_before_ordinal)) {
            if (among(tokens_.word(at), each_passed_over)) ++at;
            std::optional<Count> step = ordinal_at(tokens_, at);
            if (!step || (step->in_figures && plain_each && !unit_at(tokens_, step->next))) {
                const std::optional<Count> count = count_at(tokens_, at);
                if (count && plain_each && !count->article && (count->in_figures || count->value > 1)) step = count;
            }
            if (step && step->value > 0) {
                factor = step->value;
                at = step->next;
                if (step->in_figures)  // "every 12 to 18 months"
                    if (const std::optional<Count> range = count_at(tokens_, index + 1); range && range->next > at) {
                        factor = range->value;
                        at = range->next;
                    }
            }
            else if (!plain_each) return false;
        }
        else return false;
        if (tokens_.mark(at) == '-') ++at;
        const std::optional<Unit> unit = unit_at(tokens_, at);
        if (!unit || unit->letter) return false;
        // "hver dag" is daily, on working days as well: how long a working day is does not matter here.
        const double hours = unit->working && factor == 1 ? std::max(day_hours, unit->hours / 1.4) : unit->hours;
        add(index, unit->next, factor * hours);
        return true;
    }

    /// "kolmen kuukauden välein", "med ett års mellanrum", "at six-month intervals", "at intervals of three months".
    bool with_spaces_of(std::size_t index)
    {
        const bool intervals_of = tokens_.word(index) == "intervals";
        if (intervals_of && tokens_.word(index + 1) != "of") return false;
        const std::size_t first = intervals_of ? index + 2 : index;
        std::optional<Count> count = count_at(tokens_, first);
        if (!count) count = Count{1, first, false, false};
        const std::size_t at = tokens_.mark(count->next) == '-' ? count->next + 1 : count->next;
        const std::optional<Unit> unit = unit_at(tokens_, at);
        if (!unit || unit->letter || count->value <= 0) return false;
        if (!intervals_of && !among(tokens_.word(unit->next), spaces)) return false;
        add(index, intervals_of ? unit->next : unit->next + 1, count->value * unit->hours);
        return true;
    }

    /// "to ganger i året", "twice a month", "flere ganger per døgn", "kerran vuodessa", "två gånger årligen".
    void times_in_unit(std::size_t index)
    {
        const std::string_view word = tokens_.word(index);
        double count = 0;
        std::size_t at = index + 1;
        if (word == "once" || word == "kerran") count = 1;
        else if (word == "twice" || word == "kahdesti") count = 2;
        else if (word == "thrice") count = 3;
        else {
            if (among(word, several)) count = 2;
            else if (const std::optional<Count> counted = count_at(tokens_, index); counted && !counted->article && counted->value > 0) {
                count = counted->value;
                at = counted->next;
            }
            else return;
            const bool acts = among(tokens_.word(at), counted_acts);
            if (!among(tokens_.word(at), times) && !acts) return;
            // "one time" as hours: "en time i uken" is a length.
            if (tokens_.word(at) == "time" && (word == "en" || word == "ein")) return;
            ++at;
            if (acts && among(tokens_.word(at), counted_acts)) ++at;  // penetration tests
        }
        if (at >= tokens_.size()) return;
        const bool finnish_case = tokens_.word(at).ends_with("ssa") || tokens_.word(at).ends_with("ssE");
        if (const double adverb = adverb_hours(tokens_.word(at)); adverb > 0) {
            add(index, at + 1, adverb / count);
            return;
        }
        if (!finnish_case) {
            if (!among(tokens_.word(at), in_each)) return;
            ++at;
            if (tokens_.mark(at) == '.') ++at;
        }
        const bool half_unit = tokens_.word(at) == "puolessa";
        const std::optional<Unit> unit = unit_at(tokens_, half_unit ? at + 1 : at);
        if (!unit || unit->letter) return;
        add(index, unit->next, (half_unit ? unit->hours / 2 : unit->hours) / count);
    }

    static double adverb_hours(std::string_view word)
    {
        struct Adverb {
            std::string_view beginning;
            double hours;
        };
        static constexpr Adverb adverbs[] = {{"Arlig", year_hours},  {"Arleg", year_hours},   {"yearly", year_hours},      {"annually", year_hours}, {"mAnedlig", month_hours}, {"mAnadlig", month_hours},
                                             {"monthly", month_hours}, {"ukentlig", week_hours}, {"ugentlig", week_hours},   {"weekly", week_hours},   {"daglig", day_hours},     {"daily", day_hours}};
        for (const Adverb& adverb : adverbs)
            if (word.starts_with(adverb.beginning)) return adverb.hours;
        return 0;
    }

    /// Where two overlap the longer one is meant: "to ganger i året" holds "i året", "annethvert år" holds "hvert år".
    std::vector<Frequency> longest()
    {
        std::stable_sort(found_.begin(), found_.end(), [](const Frequency& a, const Frequency& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
        std::vector<Frequency> kept;
        for (const Frequency& one : found_) {
            if (kept.empty() || !kept.back().span.overlaps(one.span)) kept.push_back(one);
            else if (one.span.size() > kept.back().span.size()) kept.back() = one;
        }
        return kept;
    }

    static constexpr auto each_passed_over = std::to_array<std::string_view>({"eneste", "enda", "single", "en"});

    const Tokens& tokens_;
    std::vector<Frequency> found_;
};

}  // namespace

std::vector<PatternSet::Written> frequency_phrases()
{
    static const model::Origin origin{"frequency.cpp", 0};
    std::vector<PatternSet::Written> written;
    for (const Row& row : rows) written.push_back({row.pattern, &origin});
    return written;
}

std::vector<Frequency> find_frequencies(const Tokens& tokens, Phrases phrases)
{
    return FrequencyFinder(tokens).find(phrases);
}

}  // namespace samsvar::text
