#include "text/likeness.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace samsvar::text {

namespace {

constexpr double whole_weight = 65535;
constexpr std::size_t run_length = 4;

bool is_letter(char one)
{
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
}

/// Calls each(run) for the runs of the words, with a blank before and behind each word; a short word is a run itself.
template <typename Each>
void for_each_run(std::string_view folded, const Each& each)
{
    const auto value_of = [](std::string_view letters) {  // FNV-1a
        std::uint32_t value = 2166136261u;
        for (const char one : letters) value = (value ^ static_cast<unsigned char>(one)) * 16777619u;
        return value;
    };
    std::string word;
    for (std::size_t at = 0; at < folded.size();) {
        if (!is_letter(folded[at])) {
            ++at;
            continue;
        }
        word = ' ';
        while (at < folded.size() && is_letter(folded[at])) word += folded[at++];
        word += ' ';
        if (word.size() <= run_length + 1)
            each(value_of(word));
        else
            for (std::size_t from = 0; from + run_length <= word.size(); ++from)
                each(value_of(std::string_view(word).substr(from, run_length)));
    }
}

/// Runs of a text, by value, and how often each occurs.
std::vector<std::pair<std::uint32_t, std::uint32_t>> runs_of(std::string_view folded)
{
    std::vector<std::uint32_t> all;
    for_each_run(folded, [&](std::uint32_t run) { all.push_back(run); });
    std::sort(all.begin(), all.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> runs;
    for (const std::uint32_t run : all)
        if (!runs.empty() && runs.back().first == run)
            ++runs.back().second;
        else
            runs.emplace_back(run, 1);
    return runs;
}

double frequency_weight(std::uint32_t times)
{
    return 1 + std::log(times);
}

using Weights = std::map<std::uint32_t, double>;

void to_length_of_one(Weights& weights)
{
    double square = 0;
    for (const auto& [run, weight] : weights) square += weight * weight;
    for (auto& [run, weight] : weights) weight /= std::sqrt(square);
}

}  // namespace

Likeness::Likeness(std::span<const Example> examples, std::size_t concepts)
{
    assert(concepts <= 0x10000);
    std::map<std::uint32_t, std::uint32_t> held_by;  // sentences, by run
    for (const Example& one : examples)
        for (const auto& [run, times] : runs_of(one.folded)) ++held_by[run];
    const auto rarity = [&](std::uint32_t run) {
        return std::log((static_cast<double>(examples.size()) + 1) / (held_by.at(run) + 0.5));
    };
    std::vector<Weights> of_concept(concepts);
    for (const Example& one : examples) {
        Weights weights;
        for (const auto& [run, times] : runs_of(one.folded)) weights[run] = frequency_weight(times) * rarity(run);
        to_length_of_one(weights);
        for (const auto& [run, weight] : weights) of_concept[one.concept_index][run] += weight;
    }
    const auto whole = [](double value) { return static_cast<std::uint32_t>(std::lround(value * whole_weight)); };
    std::map<std::uint32_t, std::vector<Posting>> postings_of;
    std::vector<std::uint8_t> known(concepts);
    for (std::size_t index = 0; index < concepts; ++index) {
        Weights& weights = of_concept[index];
        known[index] = !weights.empty();
        for (auto& [run, weight] : weights) weight = std::sqrt(weight);
        to_length_of_one(weights);
        for (const auto& [run, weight] : weights)
            postings_of[run].push_back({static_cast<std::uint16_t>(index), static_cast<std::uint16_t>(whole(weight))});
    }
    std::vector<std::uint32_t> runs, rarities, first;
    std::vector<Posting> postings;
    for (const auto& [run, list] : postings_of) {
        runs.push_back(run);
        rarities.push_back(whole(rarity(run)));
        first.push_back(static_cast<std::uint32_t>(postings.size()));
        postings.insert(postings.end(), list.begin(), list.end());
    }
    first.push_back(static_cast<std::uint32_t>(postings.size()));
    BytesWriter writer;
    writer.put_all(runs);
    writer.put_all(rarities);
    writer.put_all(first);
    writer.put_all(postings);
    writer.put_all(known);
    own_ = writer.take();
    BytesReader reader(own_);
    look_into(reader);
}

std::vector<Likeness::Found> Likeness::nearest(std::string_view folded, std::size_t most) const
{
    std::vector<float> sum(known_.size());
    double square = 0;
    for (const auto& [run, times] : runs_of(folded)) {
        const auto place = std::lower_bound(runs_.begin(), runs_.end(), run);
        if (place == runs_.end() || *place != run) continue;
        const auto at = static_cast<std::size_t>(place - runs_.begin());
        const double weight = frequency_weight(times) * rarity_[at] / whole_weight;
        square += weight * weight;
        for (const Posting& one : postings_.subspan(first_[at], first_[at + 1] - first_[at]))
            sum[one.concept_index] += static_cast<float>(weight * one.weight);
    }
    std::vector<Found> found;
    const auto length = static_cast<float>(std::sqrt(square) * whole_weight);
    for (std::size_t index = 0; index < sum.size(); ++index)
        if (sum[index] > 0) found.push_back({static_cast<std::uint16_t>(index), sum[index] / length});
    const auto likest = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), likest, found.end(), [](const Found& a, const Found& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.concept_index < b.concept_index;
    });
    found.erase(likest, found.end());
    return found;
}

bool Likeness::knows(std::uint32_t concept_index) const
{
    return concept_index < known_.size() && known_[concept_index] != 0;
}

void Likeness::look_into(BytesReader& from)
{
    runs_ = from.take_all<std::uint32_t>();
    rarity_ = from.take_all<std::uint32_t>();
    first_ = from.take_all<std::uint32_t>();
    postings_ = from.take_all<Posting>();
    known_ = from.take_all<std::uint8_t>();
}

void Likeness::write(BytesWriter& into) const
{
    into.put_all(runs_);
    into.put_all(rarity_);
    into.put_all(first_);
    into.put_all(postings_);
    into.put_all(known_);
}

Likeness Likeness::read(BytesReader& from)
{
    Likeness likeness;
    likeness.look_into(from);
    return likeness;
}

}  // namespace samsvar::text
