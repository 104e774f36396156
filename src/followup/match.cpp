#include "followup/match.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "mapping/ways.h"
#include "text/fold.h"
#include "text/measure.h"

namespace samsvar::followup {

namespace {

using model::MatchedBy;
using model::Record;
using model::RecordedAnswer;

/// Below this an id of the same form was given to another question: a new version was renumbered.
constexpr double same_id_still = 0.2;
/// From this on two printed questions count as one that was reworded, when neither has a better fit.
constexpr double nearly_the_same = 0.55;
/// The best fit must be better than the second by this.
constexpr double clearly_better = 0.05;
constexpr std::size_t most_fits = 5;  ///< of one question that are weighed against each other
constexpr std::size_t beginning = 6;  ///< letters of a word that count

using Words = std::map<std::string, int>;

Words words_of(std::string_view text)
{
    Words words;
    const std::string folded = text::fold_text(text);
    const text::Tokens tokens(folded);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const text::Token& token = tokens[at];
        if (token.kind == text::Token::Kind::mark || token.kind == text::Token::Kind::line) continue;
        ++words[folded.substr(token.span.begin, std::min(token.span.size(), beginning))];
    }
    return words;
}

/// Dice over words weighted by how seldom they are: "Do you have a routine for …" begins every question.
class Likeness {
public:
    Likeness(const Record& before, const Record& now)
    {
        for (const RecordedAnswer& one : before.answers) count(before_.emplace_back(words_of(one.printed_question)));
        for (const RecordedAnswer& one : now.answers) count(now_.emplace_back(words_of(one.printed_question)));
    }

    double of(std::size_t before, std::size_t now) const
    {
        double common = 0, all = 0;
        for (const auto& [word, times] : before_[before]) {
            all += times * weight(word);
            const auto other = now_[now].find(word);
            if (other != now_[now].end()) common += 2 * std::min(times, other->second) * weight(word);
        }
        for (const auto& [word, times] : now_[now]) all += times * weight(word);
        return all > 0 ? common / all : 0;
    }

    /// Questions of before that have any seldom word in common with one of now: what is worth comparing.
    std::vector<std::size_t> candidates(std::size_t now) const
    {
        std::set<std::size_t> found;
        for (const auto& [word, times] : now_[now])
            if (const auto places = where_.find(word); places != where_.end() && places->second.size() <= most_places())
                found.insert(places->second.begin(), places->second.end());
        return {found.begin(), found.end()};
    }

    void index()
    {
        for (std::size_t at = 0; at < before_.size(); ++at)
            for (const auto& [word, times] : before_[at]) where_[word].push_back(at);
    }

private:
    void count(const Words& words)
    {
        for (const auto& [word, times] : words) ++questions_with_[word];
    }

    double weight(const std::string& word) const
    {
        const auto found = questions_with_.find(word);
        const double with = found == questions_with_.end() ? 1 : found->second;
        return std::log(1 + static_cast<double>(before_.size() + now_.size()) / with);
    }

    std::size_t most_places() const { return std::max<std::size_t>(50, before_.size() / 10); }

    std::vector<Words> before_, now_;
    std::map<std::string, int> questions_with_;
    std::map<std::string, std::vector<std::size_t>> where_;
};

class Matching {
public:
    Matching(const Record& before, const Record& now)
        : before_(before),
          now_(now),
          likeness_(before, now),
          before_taken_(before.answers.size()),
          now_taken_(now.answers.size())
    {
        likeness_.index();
    }

    void by_id()
    {
        if (before_.form.id != now_.form.id) return;
        std::map<std::string, std::vector<std::size_t>> ids;
        for (std::size_t at = 0; at < before_.answers.size(); ++at) ids[before_.answers[at].question].push_back(at);
        for (std::size_t now = 0; now < now_.answers.size(); ++now) {
            const auto found = ids.find(now_.answers[now].question);
            if (found == ids.end() || found->second.size() != 1) continue;
            const std::size_t before = found->second.front();
            const bool wordless =
                before_.answers[before].printed_question.empty() || now_.answers[now].printed_question.empty();
            if (wordless || likeness_.of(before, now) >= same_id_still) take(before, now, MatchedBy::id);
        }
    }

    void by_content()
    {
        std::map<std::string, std::vector<std::size_t>> words, words_now;
        const auto note = [](const Record& record, std::map<std::string, std::vector<std::size_t>>& all) {
            for (std::size_t at = 0; at < record.answers.size(); ++at)
                if (!record.answers[at].printed_question.empty())
                    all[text::fingerprint(record.answers[at].printed_question)].push_back(at);
        };
        note(before_, words);
        note(now_, words_now);
        for (const auto& [print, places] : words_now) {
            const auto found = words.find(print);
            if (found == words.end()) continue;
            // A question printed twice is the first of the two then and now.
            std::size_t next = 0;
            for (const std::size_t now : places) {
                if (now_taken_[now]) continue;
                while (next < found->second.size() && before_taken_[found->second[next]]) ++next;
                if (next == found->second.size()) break;
                take(found->second[next], now, MatchedBy::content);
            }
        }
    }

    void by_similarity()
    {
        struct Pair {
            double likeness;
            std::size_t before, now;
        };
        std::vector<Pair> pairs;
        for (std::size_t now = 0; now < now_taken_.size(); ++now) {
            if (now_taken_[now]) continue;
            std::vector<Pair> fits;
            for (const std::size_t before : likeness_.candidates(now))
                if (!before_taken_[before])
                    if (const double likeness = likeness_.of(before, now); likeness >= nearly_the_same)
                        fits.push_back({likeness, before, now});
            std::stable_sort(fits.begin(), fits.end(),
                             [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
            if (fits.size() > most_fits) fits.resize(most_fits);
            pairs.insert(pairs.end(), fits.begin(), fits.end());
        }
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
        std::vector<std::vector<const Pair*>> of_before(before_taken_.size()), of_now(now_taken_.size());
        for (const Pair& pair : pairs) {
            of_before[pair.before].push_back(&pair);
            of_now[pair.now].push_back(&pair);
        }
        for (const Pair& pair : pairs) {
            if (before_taken_[pair.before] || now_taken_[pair.now]) continue;
            const auto rivals = [&](const Pair* other) {
                return (other->before != pair.before || other->now != pair.now) && !before_taken_[other->before] &&
                       !now_taken_[other->now] && other->likeness > pair.likeness - clearly_better;
            };
            const std::vector<const Pair*>&same_before = of_before[pair.before], &same_now = of_now[pair.now];
            if (std::none_of(same_before.begin(), same_before.end(), rivals) &&
                std::none_of(same_now.begin(), same_now.end(), rivals))
                take(pair.before, pair.now, MatchedBy::similarity);
        }
    }

    void by_requirement(const std::vector<model::Mapping>& mappings)
    {
        std::map<mapping::Key, std::vector<std::size_t>> covered;  // requirement → questions of before
        std::vector<mapping::Key> from;
        for (std::size_t at = 0; at < before_.answers.size(); ++at) {
            if (before_taken_[at]) continue;
            for (const model::RequirementName& one : before_.answers[at].covers) {
                covered[{one.catalog, one.id}].push_back(at);
                from.push_back({one.catalog, one.id});
            }
        }
        if (from.empty()) return;
        std::map<std::string, std::map<mapping::Key, std::map<mapping::Key, mapping::Way>>> ways;  // by catalogue
        for (std::size_t now = 0; now < now_taken_.size(); ++now) {
            if (now_taken_[now]) continue;
            std::map<std::size_t, double> fits;
            for (const model::RequirementName& one : now_.answers[now].covers) {
                if (const auto same = covered.find({one.catalog, one.id}); same != covered.end())
                    for (const std::size_t at : same->second)
                        fits[at] += 1.0 / static_cast<double>(same->second.size());
                if (!ways.contains(one.catalog)) ways[one.catalog] = mapping::ways_to(one.catalog, from, mappings);
                const auto reached = ways[one.catalog].find({one.catalog, one.id});
                if (reached == ways[one.catalog].end()) continue;
                for (const auto& [origin, way] : reached->second) {
                    if (way.relation == model::Relation::intersects) continue;
                    const std::vector<std::size_t>& places = covered[origin];
                    for (const std::size_t at : places)
                        fits[at] +=
                            (way.relation == model::Relation::equal ? 0.9 : 0.6) / static_cast<double>(places.size());
                }
            }
            std::optional<std::size_t> best;
            double most = 0;
            bool rivalled = false;
            for (const auto& [at, fit] : fits) {
                if (before_taken_[at]) continue;
                rivalled = best && std::abs(fit - most) < 1e-9 ? true : fit > most ? false : rivalled;
                if (fit > most) {
                    most = fit;
                    best = at;
                }
            }
            if (best && !rivalled && most >= 0.5) take(*best, now, MatchedBy::requirement);
        }
    }

    std::vector<Match> found()
    {
        std::sort(found_.begin(), found_.end(), [](const Match& a, const Match& b) { return a.now < b.now; });
        return std::move(found_);
    }

private:
    void take(std::size_t before, std::size_t now, MatchedBy by)
    {
        before_taken_[before] = now_taken_[now] = true;
        found_.push_back({before, now, by, likeness_.of(before, now)});
    }

    const Record& before_;
    const Record& now_;
    Likeness likeness_;
    std::vector<bool> before_taken_, now_taken_;
    std::vector<Match> found_;
};

}  // namespace

std::vector<Match> match_questions(const Record& before, const Record& now, const std::vector<model::Mapping>& mappings)
{
    Matching matching(before, now);
    matching.by_id();
    matching.by_content();
    matching.by_similarity();
    matching.by_requirement(mappings);
    return matching.found();
}

double similarity(std::string_view one, std::string_view other)
{
    const Words first = words_of(one), second = words_of(other);
    double common = 0, all = 0;
    for (const auto& [word, times] : first) {
        all += times;
        if (const auto found = second.find(word); found != second.end()) common += 2.0 * std::min(times, found->second);
    }
    for (const auto& [word, times] : second) all += times;
    return all > 0 ? common / all : 0;
}

}  // namespace samsvar::followup
