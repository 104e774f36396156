#include <algorithm>
#include <array>

#include "text/measure.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

template <std::size_t Size>
bool among(std::string_view word, const std::array<std::string_view, Size>& words)
{
    return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

/// Words behind which a number is that of a clause, a version or a standard.
constexpr auto numbered = std::to_array<std::string_view>(
    {"art",   "artikkel", "artikkelen", "artikel", "article", "punkt",   "pkt",     "point",
     "kap",   "kapittel", "kapitel",    "chapter", "nr",      "no",      "spm",     "vedlegg",
     "bilag", "bilaga",   "iso",        "tls",     "versjon", "version", "bokstav", "ledd"});
constexpr auto of_age = std::to_array<std::string_view>(
    {"Over", "fyldt", "Aldern", "over", "under", "fylt", "fyllda", "fylte", "fyllt", "alder", "alderen", "enn",
     "En",   "aged",  "age",    "fra",  "frA",   "frAn", "yli",    "alle",  "ved",   "vid",   "til"});
constexpr auto after_age = std::to_array<std::string_view>(
    {"olds", "tEyttEnyt", "tEyttEneet", "tEyttEneiden", "ikEiset", "gammel", "gamle", "gammal", "gamla", "old", "of",
     "alder", "erfaring", "erfarenhet", "experience", "ikA", "kokemus"});
constexpr auto every =
    std::to_array<std::string_view>({"hver", "hvert", "kvar", "kvart", "var", "vart", "varje", "every", "each", "joka",
                                     "per", "pr", "gangen", "gongen", "aina"});
/// Whose age may be told: "barn på 13 år", "eleven er 16 år".
constexpr auto persons = std::to_array<std::string_view>(
    {"barn",     "barnet",    "barna",    "barnen",   "elev",    "elever", "eleven", "elevene",
     "eleverna", "eleverne",  "child",    "children", "pupil",   "pupils", "person", "personer",
     "ungdom",   "ungdommer", "ungdomar", "brukeren", "oppilas", "lapsi"});
/// "15 år eller eldre", "13 and over".
constexpr auto or_older = std::to_array<std::string_view>(
    {"eldre", "Eldre", "Eldste", "Aldre", "older", "over", "above", "derover", "oppover", "uppAt"});
/// Of Finnish units without a number: "viikon kuluessa" is one week.
constexpr auto one_finnish = std::to_array<std::string_view>(
    {"minuutin", "tunnin", "vuorokauden", "pEivEn", "tyOpEivEn", "arkipEivEn", "viikon", "kuukauden", "vuoden"});
constexpr auto after_finnish = std::to_array<std::string_view>({"kuluessa", "sisEllE", "kuluttua", "ajan", "aikana"});
/// Before "a day": a length of time; otherwise ("twice a day", "30 minutes a day") a rate.
constexpr auto before_article =
    std::to_array<std::string_view>({"within", "in", "for", "after", "than", "of", "under", "over", "about", "least",
                                     "most", "to", "by", "until", "maximum", "up", "takes", "is"});

}  // namespace

void add_duration_words(WordRoles& roles)
{
    roles.add_all(one_finnish, role::opens_duration);
}

namespace {

struct Phrase {
    const char* pattern;
    double hours;
    bool working;
    bool immediate;
};

constexpr Phrase phrases[] = {
    {"\\b(straks|umiddelbart|øyeblikkelig|omgående|ufortøvet|uten (ugrunnet |unødig |unødvendig )?opphold|uten unødig "
     "forsinkelse|uten forsinkelse|utan (ugrunna |unødig )?opphald|med (en|ein) gong|"
     "med en gang|med det same|snarest( mulig)?|så snart som (mulig|råd))\\b",
     0, false, true},
    {"\\b(omedelbart|genast|omgående|utan (onödigt |oskäligt )?dröjsmål|skyndsamt|snarast( möjligt)?|så snart som "
     "möjligt|direkt vid)\\b",
     0, false, true},
    {"\\b(straks|uden (unødig |unødigt |ugrundet )?(forsinkelse|ophold)|øjeblikkeligt|omgående|hurtigst muligt|så "
     "hurtigt som muligt)\\b",
     0, false, true},
    {"\\b(immediate|immediately|at once|without (undue |unreasonable |any )?delay|promptly|as soon as "
     "possible|instantly|straight away)\\b",
     0, false, true},
    {"\\b(viipymättä|välittömästi|heti|viivytyksettä|ilman (aiheetonta )?viivytystä)\\b", 0, false, true},
    {"\\b(samme|same|samma|samana) (dag|dagen|døgn|dygn|natt|day|night|päivänä)\\b", day_hours, false, false},
    {"\\b(senest|seneste|senast|innen|innan|inom) (dagen (etter|efter|därpå)|neste dag|nästa dag|næste dag)\\b",
     2 * day_hours, false, false},
    {"\\b(samme|same|samma) (arbeidsdag|virkedag|arbetsdag|arbejdsdag|hverdag|business day|working day)\\b",
     working_day_hours, true, false},
    {"\\b(neste|påfølgende|nästa|nästkommande|næste|next|seuraavana) "
     "(arbeidsdag|virkedag|arbetsdag|arbejdsdag|hverdag|business day|working day|arkipäivänä)\\b",
     2 * working_day_hours, true, false},
};

class DurationFinder {
public:
    explicit DurationFinder(const Tokens& tokens) : tokens_(tokens) {}

    std::vector<Duration> find(Phrases phrases_found)
    {
        for (std::size_t index = 0; index < tokens_.size();) {
            const std::size_t next = try_at(index);
            index = std::max(next, index + 1);
        }
        for (const PatternSet::Match& match : phrases_found) {
            const Phrase& phrase = phrases[match.pattern];
            Duration duration;
            duration.span = match.span;
            duration.hours = phrase.hours;
            duration.working_days = phrase.working;
            duration.immediate = phrase.immediate;
            found_.push_back(duration);
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const Duration& a, const Duration& b) { return a.span < b.span; });
        std::size_t end = 0;  // "straks" is a word of two languages, and found twice
        std::erase_if(found_, [&](const Duration& one) {
            if (one.span.begin < end) return true;
            end = one.span.end;
            return false;
        });
        return std::move(found_);
    }

private:
    /// The figures at `index` belong to something larger: 27001:2022, §4, Q3, 13:45, -14.
    bool part_of_something(std::size_t index) const
    {
        if (index == 0) return false;
        if (tokens_.mark(index - 1) == '$') return true;
        if (tokens_[index].spaced) return false;
        const Token& before = tokens_[index - 1];
        if (before.kind == Token::Kind::word || before.kind == Token::Kind::figure) return true;
        const char mark = tokens_.mark(index - 1);
        if (mark == '/' || mark == '.' || mark == ',' || mark == '_' || mark == '#' || mark == '+') return true;
        return (mark == ':' || mark == '-') && index >= 2 && !before.spaced &&
               !(tokens_[index - 2].kind == Token::Kind::word && mark == ':');
    }

    /// Takes a duration that begins at `index`, if one does; returns the token behind it, or 0.
    std::size_t try_at(std::size_t index)
    {
        const Token& first = tokens_[index];
        if (first.kind != Token::Kind::number && !tokens_.may_be(index, role::number | role::opens_duration)) return 0;
        std::optional<Count> count = count_at(tokens_, index);
        const bool one =
            !count && among(tokens_.word(index), one_finnish) && among(tokens_.word(index + 1), after_finnish);
        if (one) count = Count{1, index, false, false};
        const bool joined_word = index > 0 && !first.spaced && tokens_.mark(index - 1) == '-';  // day-to-day
        if (!count || (first.kind == Token::Kind::number ? part_of_something(index) : joined_word)) return 0;
        std::size_t at = count->next;
        if (tokens_.mark(at) == '-' && at < tokens_.size() && !tokens_[at].spaced) ++at;  // 24-timmars
        const std::optional<Unit> unit = unit_at(tokens_, at);
        if (!unit || unit->definite || unit->day_name || !is_length(index, *count, *unit)) return 0;
        Duration duration;
        duration.span = {first.span.begin, tokens_[unit->next - 1].span.end};
        duration.hours = count->value * unit->hours;
        duration.working_days = unit->working;
        std::size_t next = unit->next;
        const std::string_view written = tokens_.word(next - 1);
        if ((written == "quarter" || written == "quarters") && tokens_.word(next) == "of" &&
            tokens_.word(next + 2) == "hour") {
            duration.hours = count->value / 4;
            next += 3;
        }
        if (tokens_.word(next) == "and" && tokens_.word(next + 1) == "a" &&
            tokens_.word(next + 2) == "half") {  // an hour and a half
            duration.hours += unit->hours / 2;
            next += 3;
        }
        duration.span.end = tokens_[next - 1].span.end;
        const std::string_view before = index > 0 ? tokens_.word(index - 1) : std::string_view{};
        duration.interval =
            among(before, every) || (count->article && next == unit->next && !among(before, before_article));
        if (!joins_last(index, *unit, duration)) {
            found_.push_back(duration);
            last_unit_ = unit->hours;
        }
        last_next_ = next;
        return next;
    }

    bool is_length(std::size_t index, const Count& count, const Unit& unit) const
    {
        const std::string_view written = tokens_.word(unit.next - 1);
        const std::string_view counted = tokens_.word(index);
        const std::string_view before = index > 0 ? tokens_.word(index - 1) : std::string_view{};
        const bool behind_stop =
            index > 1 && tokens_.mark(index - 1) == '.' && among(tokens_.word(index - 2), numbered);
        if (unit.letter) {
            const bool goes_on = unit.next < tokens_.size() && !tokens_[unit.next].spaced &&
                                 (tokens_[unit.next].kind != Token::Kind::mark || tokens_.mark(unit.next) == '-' ||
                                  tokens_.mark(unit.next) == ':');
            if (!count.in_figures || among(before, numbered) || behind_stop || goes_on) return false;
            if (written == "v" && tokens_.mark(unit.next) != '.') return false;
        }
        if (!count.in_figures && (written == "min" || written == "tim" || written == "mAn")) return false;
        if (written == "time" || written == "times")  // "one time", "three times": hours only in Norwegian and Danish
            if (written == "times" || (counted != "en" && counted != "ein" && !counted.starts_with("halvan") &&
                                       !count.in_figures && count.next == index + 1))
                return false;
        // "ein kvart månad" is Nynorsk for "one each month".
        if (written == "kvart" && before != "inom" && before != "pA" && before != "om") return false;
        if (unit.hours > 8000) {
            if (count.in_figures && count.value >= 1900) return false;  // "2019 år"
            const bool child = count.value > 5 && count.value < 25;
            if (child && among(before, of_age) && before != "til" &&
                !((before == "over" || before == "Over") && follows_keeping(index)))
                return false;
            if (child && index > 1 && (is_age_range(index) || among(tokens_.word(index - 2), persons))) return false;
            if (child && among(tokens_.word(unit.next + 1), or_older)) return false;
            if (tokens_.mark(unit.next) == '-' && tokens_.word(unit.next + 1) == "olds") return false;
            if (child && among(tokens_.word(unit.next), after_age) &&
                (tokens_.word(unit.next) != "of" || tokens_.word(unit.next + 1) == "age" ||
                 tokens_.word(unit.next + 1) == "experience"))
                return false;
            if (written.ends_with("Ars") && among(tokens_.word(unit.next), after_age)) return false;
        }
        if (count.value <= 0 && count.in_figures) return count.value == 0;
        return true;
    }

    /// "elever fra 6 til 16 år"
    bool is_age_range(std::size_t index) const
    {
        const std::string_view before = tokens_.word(index - 1);
        return index > 2 && (before == "til" || before == "till" || before == "to") &&
               tokens_[index - 2].kind == Token::Kind::number && among(tokens_.word(index - 3), of_age);
    }

    /// "lagres i over 10 år" is no age.
    bool follows_keeping(std::size_t index) const
    {
        return index > 1 && (tokens_.word(index - 2) == "i" || tokens_.word(index - 2) == "for");
    }

    /// "2 h 40 min", "1 time og 30 minutter" are one length.
    bool joins_last(std::size_t index, const Unit& unit, const Duration& duration)
    {
        if (found_.empty() || unit.hours >= last_unit_ || duration.interval || found_.back().interval) return false;
        const std::string_view between = index > last_next_ ? tokens_.word(last_next_) : std::string_view{};
        const bool adjacent =
            index == last_next_ ||
            (index == last_next_ + 1 && (between == "og" || between == "och" || between == "and" || between == "ja"));
        if (!adjacent) return false;
        found_.back().span.end = duration.span.end;
        found_.back().hours += duration.hours;
        last_unit_ = unit.hours;
        return true;
    }

    const Tokens& tokens_;
    std::vector<Duration> found_;
    double last_unit_ = 0;
    std::size_t last_next_ = 0;
};

}  // namespace

std::vector<PatternSet::Written> duration_phrases()
{
    static const model::Origin origin{"duration.cpp", 0};
    std::vector<PatternSet::Written> written;
    for (const Phrase& phrase : phrases) written.push_back({phrase.pattern, &origin});
    return written;
}

std::vector<Duration> find_durations(const Tokens& tokens, Phrases phrases_found)
{
    return DurationFinder(tokens).find(phrases_found);
}

}  // namespace samsvar::text
