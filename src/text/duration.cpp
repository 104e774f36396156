#include <algorithm>
#include <charconv>
#include <map>

#include "text/expression.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

/// Number words of the Nordic languages and English, folded (å → A, ä → E, ö/ø → O).
const std::map<std::string_view, double>& number_words()
{
    static const std::map<std::string_view, double> words{
        {"en", 1}, {"eitt", 1}, {"ett", 1}, {"et", 1}, {"ein", 1}, {"eit", 1}, {"Ein", 1}, {"one", 1}, {"a", 1}, {"an", 1}, {"yksi", 1}, {"yhden", 1},
        {"to", 2}, {"tvA", 2}, {"two", 2}, {"kaksi", 2}, {"kahden", 2}, {"tre", 3}, {"three", 3}, {"kolme", 3}, {"kolmen", 3},
        {"fire", 4}, {"fyra", 4}, {"four", 4}, {"neljE", 4}, {"fem", 5}, {"five", 5}, {"viisi", 5}, {"viiden", 5}, {"seks", 6}, {"sex", 6}, {"six", 6}, {"kuusi", 6}, {"kuuden", 6},
        {"sju", 7}, {"syv", 7}, {"seven", 7}, {"seitsemEn", 7}, {"Atte", 8}, {"otte", 8}, {"Atta", 8}, {"eight", 8}, {"ni", 9}, {"nio", 9}, {"nine", 9},
        {"ti", 10}, {"tio", 10}, {"ten", 10}, {"kymmenen", 10}, {"elleve", 11}, {"elva", 11}, {"eleven", 11}, {"tolv", 12}, {"twelve", 12},
        {"tretten", 13}, {"fjorten", 14}, {"fjorton", 14}, {"fourteen", 14}, {"femten", 15}, {"femton", 15}, {"fifteen", 15},
        {"tjue", 20}, {"tyve", 20}, {"tjugo", 20}, {"twenty", 20}, {"tjuefire", 24}, {"tjugofyra", 24}, {"twenty-four", 24},
        {"tretti", 30}, {"tredve", 30}, {"trettio", 30}, {"thirty", 30}, {"fOrtiAtte", 48}, {"fOrtyAtte", 48}, {"fyrtioAtta", 48}, {"forty-eight", 48},
        {"seksti", 60}, {"sextio", 60}, {"sixty", 60}, {"syttito", 72}, {"sjuttitvA", 72}, {"seventy-two", 72}, {"nitti", 90}, {"nittio", 90}, {"ninety", 90},
        {"halvt", 0.5}, {"halv", 0.5}, {"half", 0.5}, {"halvannet", 1.5}, {"dozen", 12}};
    return words;
}

struct Unit {
    const char* pattern;
    double hours;
    bool working;
};

/// A working day counts 7/5 of a day, so that five of them are a week.
constexpr double working_day = 24.0 * 7 / 5;
constexpr Unit units[] = {
    {"minutt\\w*|minuter|minutes?|min|minuuttia|minuutin", 1.0 / 60, false},
    {"arbeidstimer?|arbeidstimar|arbetstimm\\w+|arbejdstimer|(?:working|business|office) hours?", working_day / 8, true},
    {"timer|time|timars|timers|timars?|timmar(?:s)?|timme|tim|hours?|hrs?|h|t|tuntia|tunnin|tunti", 1, false},
    {"virkedag(?:er|ers)?|arbeidsdag(?:er|ar)?|arbetsdag(?:ar|ars)?|arbejdsdage?|vardagar?|hverdage?r?|kvardagar?|yrkedag(?:er|ar)?|bankdag(?:er|ar)?|(?:business|working) days?|arkipäivä\\w*|työpäivä\\w*",
     working_day, true},
    {"dag(?:er|ar|e|ers|ars)?|døgn|dygn|days?|d|kalenderdag(?:er|ar|e)?|calendar days?|päivä\\w*|vuorokau\\w*", 24, false},
    {"uker?|ukers|veker?|veckor?|veckas|ugers?|uge|weeks?|viik\\w+", 7 * 24, false},
    {"måneder|måneds|måneders|måned|månader|månads|månad|mnd|mån|months?|kuukau\\w+|kk", 365.25 / 12 * 24, false},
    {"halvår|halvårs", 365.25 / 2 * 24, false},
    {"kvartal(?:er)?|quarters?", 365.25 / 4 * 24, false},
    {"år|års|years?|yrs?|vuo(?:tta|den|si)", 365.25 * 24, false},
};

std::string all_units()
{
    std::string all;
    for (const Unit& unit : units) all += (all.empty() ? "" : "|") + std::string(unit.pattern);
    return all;
}

const Unit* unit_of(std::string_view written)
{
    struct Compiled {
        Expression expression;
        const Unit* unit;
    };
    static const std::vector<Compiled> compiled = [] {
        std::vector<Compiled> made;
        for (const Unit& unit : units) made.push_back({Expression("^(?:" + std::string(unit.pattern) + ")$"), &unit});
        return made;
    }();
    for (const Compiled& one : compiled)
        if (!one.expression.find_all(written).empty()) return one.unit;
    return nullptr;
}

/// Folded words just before `at`.
std::string_view before(std::string_view text, std::size_t at, std::size_t length)
{
    const std::size_t begin = at > length ? at - length : 0;
    return text.substr(begin, at - begin);
}

}  // namespace

std::optional<double> number_value(std::string_view folded)
{
    if (!folded.empty() && folded[0] >= '0' && folded[0] <= '9') {
        std::string figures(folded);
        for (char& c : figures)
            if (c == ',') c = '.';
        double value = 0;
        const auto [end, failure] = std::from_chars(figures.data(), figures.data() + figures.size(), value);
        if (failure != std::errc() || end != figures.data() + figures.size()) return std::nullopt;
        return value;
    }
    const auto found = number_words().find(folded);
    if (found == number_words().end()) return std::nullopt;
    return found->second;
}

std::vector<Duration> find_durations(std::string_view folded)
{
    static const Expression lengths("(?:^|[^\\w.,/:$-])((?:\\d{1,4}(?:[.,]\\d{1,2})?|[a-zåäö-]{1,12}))(?: ?(?:-|til|till|to|eller|or) ?(\\d{1,4}))?[ -]?(?:hele |whole |påfølgende |consecutive )?(" +
                                    all_units() + ")\\b");
    static const Expression ages("(?:over|under|fylt|fyllda|alder|eldre enn|yngre enn|äldre än|aged?|fra|från) $");
    static const Expression intervals("(?:hver|hvert|kvar|kvart|var|vart|varje|every|each|joka|per|pr|hver \\w+\\.?) $");
    static const Expression immediate(
        "\\b(straks|umiddelbart|øyeblikkelig|omgående|uten (?:ugrunnet |unødig )?opphold|utan (?:ugrunna )?opphald|med (?:en|ein) gong|med en gang|omedelbart|genast|omgående|utan (?:onödigt )?dröjsmål|skyndsamt|snarest mulig|så snart som mulig|snarast|uden (?:unødig |ugrundet )?(?:forsinkelse|ophold)|øjeblikkeligt|immediately|at once|without (?:undue )?delay|promptly|as soon as possible|viipymättä|välittömästi|heti)\\b");
    std::vector<Duration> durations;
    for (const auto& match : lengths.find_all(folded)) {
        const std::string_view first = folded.substr(match[1].begin, match[1].size());
        const std::string_view second = folded.substr(match[2].begin, match[2].size());
        const std::string_view unit_written = folded.substr(match[3].begin, match[3].size());
        const auto value = number_value(second.empty() ? first : second);
        const Unit* unit = unit_of(unit_written);
        if (!value || !unit) continue;
        // "one time" and "a time" are no hours; a bare letter is a unit only after figures.
        const bool figures = first[0] >= '0' && first[0] <= '9';
        if (!figures && (unit_written.size() == 1 || unit_written == "min" || (unit_written == "time" && (first == "one" || first == "a" || first == "to"))))
            continue;
        if (unit->hours > 8000 && figures && *value >= 1900) continue;  // "2019 år"
        if (unit->hours > 8000 && *value > 5 && *value < 25 && !ages.find_all(before(folded, match[1].begin, 14)).empty()) continue;
        Duration duration;
        duration.span = {match[1].begin, match[3].end};
        duration.hours = *value * unit->hours;
        duration.working_days = unit->working;
        duration.interval = !intervals.find_all(before(folded, match[1].begin, 12)).empty();
        durations.push_back(duration);
    }
    for (const auto& match : immediate.find_all(folded)) {
        Duration duration;
        duration.span = match[1];
        duration.immediate = true;
        durations.push_back(duration);
    }
    std::sort(durations.begin(), durations.end(), [](const Duration& a, const Duration& b) { return a.span < b.span; });
    return durations;
}

}  // namespace samsvar::text
