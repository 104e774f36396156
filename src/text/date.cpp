#include <algorithm>
#include <array>
#include <charconv>

#include "text/expression.h"
#include "text/quantity.h"

namespace samsvar::text {

namespace {

int number(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Month names by their first letters, folded; Finnish months are told apart by their own beginnings.
int month_of(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, int>, 32> names{{
        {"jan", 1}, {"feb", 2}, {"mars", 3}, {"mar", 3}, {"apr", 4}, {"mai", 5}, {"maj", 5}, {"may", 5}, {"jun", 6}, {"jul", 7},
        {"aug", 8}, {"sep", 9}, {"okt", 10}, {"oct", 10}, {"nov", 11}, {"des", 12}, {"dec", 12}, {"tammi", 1}, {"helmi", 2}, {"maalis", 3},
        {"huhti", 4}, {"touko", 5}, {"kesE", 6}, {"heinE", 7}, {"elo", 8}, {"syys", 9}, {"loka", 10}, {"marras", 11}, {"joulu", 12},
        {"juni", 6}, {"juli", 7}, {"june", 6},
    }};
    int best = 0;
    std::size_t longest = 0;
    for (const auto& [prefix, month] : names)
        if (name.starts_with(prefix) && prefix.size() > longest) {
            best = month;
            longest = prefix.size();
        }
    return best;
}

constexpr const char* month_names =
    "jan(?:uar|uari|uary)?|feb(?:ruar|ruari|ruary)?|mars|march|mar|apr(?:il)?|mai|maj|may|jun[ie]?|jul[iy]?|aug(?:ust|usti)?|sep(?:tember|t)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?|"
    "tammikuu\\w*|helmikuu\\w*|maaliskuu\\w*|huhtikuu\\w*|toukokuu\\w*|kesäkuu\\w*|heinäkuu\\w*|elokuu\\w*|syyskuu\\w*|lokakuu\\w*|marraskuu\\w*|joulukuu\\w*";

bool plausible(const model::Date& date)
{
    return date.year >= 1990 && date.year <= 2100 && date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31;
}

int full_year(int year) { return year < 100 ? 2000 + year : year; }

class DateFinder {
public:
    explicit DateFinder(std::string_view folded) : folded_(folded) {}

    std::vector<FoundDate> find()
    {
        static const std::string months = month_names;
        static const Expression iso("(?:^|[^\\w-])((?:19|20)\\d\\d)-(\\d\\d)(?:-(\\d\\d))?\\b");
        static const Expression dotted("(?:^|[^\\w.,-])(\\d{1,2})[./] ?(\\d{1,2})[./ ] ?((?:19|20)\\d\\d|\\d\\d)\\b");
        static const Expression day_month("(?:^|[^\\w])(\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:of )?(" + months + ")\\.?,? ((?:19|20)\\d\\d)\\b");
        static const Expression month_day("\\b(" + months + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b");
        static const Expression month_year("\\b(" + months + ")\\.?,? ((?:19|20)\\d\\d)\\b");
        static const Expression quarter("\\b(?:q([1-4])|(første|andre|tredje|fjerde|första|andra|fjärde|first|second|third|fourth|1\\.|2\\.|3\\.|4\\.) (?:kvartal|quarter))(?: (?:of|i|av))? ?((?:19|20)\\d\\d)\\b");
        static const Expression season("\\b(?:høsten|hausten|våren|sommeren|sommaren|vinteren|vintern|hösten|efteråret|foråret|autumn|spring|summer|winter|fall|syksyllä|keväällä)(?: of)? ((?:19|20)\\d\\d)\\b");
        static const Expression year_only("\\b(?:i|siden|sidan|sedan|since|in|fra|från|from|during|under|i løpet av|i løbet av|innen|innan|inden|utgangen av|by|by end of|vuonna|senest|senast|året|år|per|for|sist|før|før utgangen av) ((?:19|20)\\d\\d)\\b");
        for (const auto& m : iso.find_all(folded_)) add(m, {part(m[1]), part(m[2]), m[3].size() ? part(m[3]) : 0}, m[1].begin);
        for (const auto& m : dotted.find_all(folded_)) add(m, {full_year(part(m[3])), part(m[2]), part(m[1])}, m[1].begin);
        for (const auto& m : day_month.find_all(folded_)) add(m, {part(m[3]), month_of(view(m[2])), part(m[1])}, m[1].begin);
        for (const auto& m : month_day.find_all(folded_)) add(m, {part(m[3]), month_of(view(m[1])), part(m[2])}, m[1].begin);
        for (const auto& m : month_year.find_all(folded_)) add(m, {part(m[2]), month_of(view(m[1])), 0}, m[1].begin);
        for (const auto& m : quarter.find_all(folded_)) add(m, {part(m[3]), quarter_month(m), 0}, m[0].begin);
        for (const auto& m : season.find_all(folded_)) add(m, {part(m[1]), 0, 0}, m[0].begin);
        for (const auto& m : year_only.find_all(folded_)) add(m, {part(m[1]), 0, 0}, m[1].begin);
        std::sort(found_.begin(), found_.end(), [](const FoundDate& a, const FoundDate& b) { return a.span < b.span; });
        for (FoundDate& one : found_) classify(one);
        return std::move(found_);
    }

private:
    std::string_view view(const Span& span) const { return folded_.substr(span.begin, span.size()); }
    int part(const Span& span) const { return number(view(span)); }

    int quarter_month(const std::vector<Span>& match) const
    {
        if (match[1].size()) return (part(match[1]) - 1) * 3 + 1;
        const std::string_view word = view(match[2]);
        const int which = word.starts_with("1") || word.starts_with("f") ? (word.starts_with("fj") || word.starts_with("fo") ? 4 : 1)
                          : word.starts_with("2") || word.starts_with("a") || word.starts_with("s") ? 2
                          : word.starts_with("3") || word.starts_with("t")                          ? 3
                                                                                                    : 4;
        return (which - 1) * 3 + 1;
    }

    /// The first pattern that takes a place keeps it: they run from the most exact to the least.
    void add(const std::vector<Span>& match, const model::Date& date, std::size_t begin)
    {
        FoundDate found;
        found.span = {begin, match[0].end};
        found.date = date;
        if (!plausible(date)) return;
        if (std::any_of(found_.begin(), found_.end(), [&](const FoundDate& one) { return one.span.overlaps(found.span); })) return;
        found_.push_back(found);
    }

    void classify(FoundDate& found) const
    {
        static const Expression ends("\\b(?:gyldig\\w*(?: \\w+){0,3}|utløp\\w*|utgå\\w*|går ut|gikk ut|gjelder(?: \\w+){0,2}|giltig\\w*(?: \\w+){0,3}|gäller(?: \\w+){0,2}|löper ut|löpte ut|gick ut|udløb\\w*|gælder(?: \\w+){0,2}|valid(?:ity)?(?: \\w+){0,3}|expir\\w*|runs? out|ran out|voimassa(?: \\w+){0,2}|vanhen\\w*|til og med|t\\.?o\\.?m\\.?|until|through|frem til)[^.\\n]{0,24}$");
        static const Expression promised("\\b(?:innen|innan|inden|i løpet av|i løbet av|planlagt|planlegges|planlagd|planeras?|planerad|kommer|ferdig|klart?|vil|skal|ska|by|during|planned|scheduled|roadmap|under|fra og med|før|lanseres|rulles ut|ventes|forventes|förväntas|expected|neste|nästa|next)[^.\\n]{0,40}$");
        const std::size_t begin = found.span.begin > 60 ? found.span.begin - 60 : 0;
        const std::string_view before = folded_.substr(begin, found.span.begin - begin);
        found.until = !ends.find_all(before).empty();
        found.planned = !found.until && !promised.find_all(before).empty();
    }

    std::string_view folded_;
    std::vector<FoundDate> found_;
};

}  // namespace

std::vector<FoundDate> find_dates(std::string_view folded) { return DateFinder(folded).find(); }

}  // namespace samsvar::text
