#include "rules/look_ups.h"

#include <algorithm>

#include "base/ascii.h"
#include "rules/case.h"
#include "rules/listed_annexes.h"
#include "text/fold.h"

namespace samsvar::rules {

namespace {

bool is_number(const std::string& label)
{
    return !label.empty() && label.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

LookUps::LookUps(const Case& context)
    : context_(context),
      asked_for_(context.matcher.lexicon().concepts.size()),
      asked_with_(context.matcher.lexicon().concepts.size())
{
    for (std::size_t at = 0; at < context.views.size(); ++at) {
        const View& view = context.views[at];
        questions_.emplace(ascii_lower(view.question->id), at);
        by_words_[view.own.words].views.push_back(at);
        add_topic(view.question->topic);
    }
    for (const model::Annex& annex : context.submission.annexes) {
        annexes_.emplace(reference_label(annex.label), &annex);
        (is_number(annex.label) ? lists_numbers_ : lists_others_) = true;
    }
}

void LookUps::add_topic(const std::vector<std::string>& topic)
{
    std::vector<std::uint32_t> concepts;
    for (const std::string& one : topic)
        if (const auto index = context_.matcher.index_of(one)) concepts.push_back(*index);
    for (std::size_t at = 0; at < concepts.size(); ++at) {
        asked_for_[concepts[at]] = true;
        std::vector<std::uint64_t>& with = asked_with_[concepts[at]];
        with.resize(asked_with_.size() / 64 + 1);
        for (std::size_t other = 0; other < concepts.size(); ++other)
            if (other != at) with[concepts[other] / 64] |= std::uint64_t{1} << concepts[other] % 64;
    }
}

bool LookUps::holds_two_of_a_topic(const text::Analysis& answer) const
{
    std::vector<std::uint64_t> held(asked_with_.size() / 64 + 1);
    std::vector<std::uint32_t> concepts;
    for (const text::Hit& hit : answer.hits) {
        std::uint64_t& bits = held[hit.concept_index / 64];
        const std::uint64_t bit = std::uint64_t{1} << hit.concept_index % 64;
        if (hit.since > context_.date.number() || (bits & bit) != 0) continue;
        bits |= bit;
        concepts.push_back(hit.concept_index);
    }
    return std::any_of(concepts.begin(), concepts.end(), [&](std::uint32_t one) {
        const std::vector<std::uint64_t>& with = asked_with_[one];
        for (std::size_t at = 0; at < with.size(); ++at)
            if ((with[at] & held[at]) != 0) return true;
        return false;
    });
}

std::optional<std::size_t> LookUps::question(std::string_view id) const
{
    const auto found = questions_.find(ascii_lower(id));
    return found == questions_.end() ? std::nullopt : std::optional(found->second);
}

const model::Annex* LookUps::annex(const std::string& label) const
{
    const auto found = annexes_.find(label);
    return found == annexes_.end() ? nullptr : found->second;
}

bool LookUps::lists_like(const std::string& label) const
{
    return is_number(label) ? lists_numbers_ : lists_others_;
}

const View* LookUps::copied_by(const View& view) const
{
    OfLength& group = by_words_.at(view.own.words);
    if (&context_.views[group.views.front()] == &view) return nullptr;
    if (group.first.empty())
        for (const std::size_t at : group.views)
            group.first.emplace(text::fingerprint(context_.views[at].own.folded), at);
    const View& first = context_.views[group.first.at(text::fingerprint(view.own.folded))];
    return &first == &view ? nullptr : &first;
}

}  // namespace samsvar::rules
