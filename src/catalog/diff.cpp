#include "catalog/diff.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/fold.h"

namespace samsvar::catalog {

using model::Requirement;

const char* name_of(ChangeKind kind)
{
    switch (kind) {
        case ChangeKind::added: return "added";
        case ChangeKind::removed: return "removed";
        case ChangeKind::changed: return "changed";
        case ChangeKind::renumbered: return "renumbered";
    }
    return "";
}

namespace {

std::string folded(const model::LocalText& texts)
{
    std::string all;
    // Blanks and dashes of another kind are no change.
    for (const auto& [language, text] : texts.all())
        all += std::string(model::name_of(language)) + ' ' + text::fold_text(text) + '\n';
    return all;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words) all += word + '\n';
    return all;
}

std::string levels(const Requirement& one)
{
    std::string all;
    for (const model::Level& level : one.levels) all += level.aspect + ' ' + level.from + '\n';
    return all;
}

std::string expectations(const std::vector<model::Expectation>& list)
{
    std::string all;
    for (const model::Expectation& one : list)
        all += one.id + ' ' + std::to_string(static_cast<int>(one.kind)) + ' ' +
               std::to_string(static_cast<int>(one.weight)) + ' ' + joined(one.met_by) + joined(one.violated_by) +
               joined(one.about) + std::to_string(one.minimum) + ' ' + std::to_string(one.at_most_hours.value_or(-1)) +
               ' ' + std::to_string(one.interval_days.value_or(-1)) + '\n';
    return all;
}

std::string parts(const Requirement& one)
{
    std::string all;
    for (const Requirement& part : one.parts) all += part.id + ' ' + folded(part.title) + folded(part.text);
    return all;
}

/// Each field with what it says, comparable.
std::vector<std::pair<const char*, std::string>> fields(const Requirement& one)
{
    return {{"title", folded(one.title)},
            {"text", folded(one.text)},
            {"motive", folded(one.motive)},
            {"evidence", joined(one.evidence) + folded(one.evidence_text)},
            {"role", one.role ? model::name_of(*one.role) : ""},
            {"level", one.level},
            {"levels", levels(one)},
            {"conditions", joined(one.conditions)},
            {"legal", joined(one.legal)},
            {"attributes", joined(one.attributes)},
            {"severity", model::name_of(one.severity)},
            {"expectations", expectations(one.expectations)},
            {"parts", parts(one)}};
}

std::vector<std::string> changed_fields(const Requirement& before, const Requirement& after)
{
    std::vector<std::string> changed;
    const auto old_fields = fields(before), new_fields = fields(after);
    for (std::size_t index = 0; index < old_fields.size(); ++index)
        if (old_fields[index].second != new_fields[index].second) changed.emplace_back(old_fields[index].first);
    return changed;
}

std::set<std::string> words(const Requirement& one)
{
    std::set<std::string> found;
    std::string word;
    for (const char c : folded(one.title) + folded(one.text)) {
        if (c != ' ' && c != '\n') {
            word += c;
            continue;
        }
        if (word.size() > 2) found.insert(word);
        word.clear();
    }
    return found;
}

/// Shared words of all words (Jaccard).
double likeness(const std::set<std::string>& left, const std::set<std::string>& right)
{
    if (left.empty() || right.empty()) return 0;
    std::size_t shared = 0;
    for (const std::string& word : left) shared += right.count(word);
    return static_cast<double>(shared) / static_cast<double>(left.size() + right.size() - shared);
}

/// New id by old id of those that only moved: nearest pairs first.
std::map<std::string, std::string> renumbered(const std::vector<const Requirement*>& gone,
                                              const std::vector<const Requirement*>& fresh)
{
    constexpr double least_likeness = 0.7;
    // All pairs of some thousand requirements would take minutes; a full renewal is no renumbering.
    constexpr std::size_t most_pairs = 4'000'000;
    std::map<std::string, std::string> pairs;
    if (gone.size() * fresh.size() > most_pairs) return pairs;
    std::vector<std::set<std::string>> old_words, new_words;
    for (const Requirement* one : gone) old_words.push_back(words(*one));
    for (const Requirement* one : fresh) new_words.push_back(words(*one));
    struct Pair {
        double likeness;
        std::size_t before, after;
    };
    std::vector<Pair> candidates;
    for (std::size_t before = 0; before < gone.size(); ++before)
        for (std::size_t after = 0; after < fresh.size(); ++after)
            if (const double like = likeness(old_words[before], new_words[after]); like >= least_likeness)
                candidates.push_back({like, before, after});
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Pair& left, const Pair& right) { return left.likeness > right.likeness; });
    std::set<std::size_t> used;
    for (const Pair& pair : candidates)
        if (!pairs.count(gone[pair.before]->id) && used.insert(pair.after).second)
            pairs.emplace(gone[pair.before]->id, fresh[pair.after]->id);
    return pairs;
}

}  // namespace

std::vector<Change> diff(const model::Catalog& before, const model::Catalog& after)
{
    std::map<std::string, std::size_t> old_positions;
    for (std::size_t index = 0; index < before.requirements.size(); ++index)
        old_positions.emplace(before.requirements[index].id, index);
    std::set<std::string> new_ids;
    for (const Requirement& one : after.requirements) new_ids.insert(one.id);
    std::vector<const Requirement*> gone, fresh;
    for (const Requirement& one : before.requirements)
        if (!new_ids.count(one.id)) gone.push_back(&one);
    for (const Requirement& one : after.requirements)
        if (!old_positions.count(one.id)) fresh.push_back(&one);
    const std::map<std::string, std::string> moved = renumbered(gone, fresh);
    std::map<std::string, std::string> moved_from;
    for (const auto& [from, to] : moved) moved_from.emplace(to, from);

    std::vector<Change> changes;
    std::size_t old_at = 0;
    // What was removed is told where it stood: before the requirement that follows it in both.
    const auto tell_removed_before = [&](const Requirement* next) {
        for (; old_at < before.requirements.size(); ++old_at) {
            const Requirement& one = before.requirements[old_at];
            if (next && one.id == next->id) {
                ++old_at;
                return;
            }
            if (!new_ids.count(one.id) && !moved.count(one.id))
                changes.push_back({ChangeKind::removed, one.id, "", {}});
        }
    };
    for (const Requirement& one : after.requirements) {
        if (const auto same = old_positions.find(one.id); same != old_positions.end()) {
            if (same->second >= old_at) tell_removed_before(&one);
            std::vector<std::string> fields = changed_fields(before.requirements[same->second], one);
            if (!fields.empty()) changes.push_back({ChangeKind::changed, one.id, one.id, std::move(fields)});
        }
        else if (const auto from = moved_from.find(one.id); from != moved_from.end()) {
            const Requirement& old = before.requirements[old_positions.at(from->second)];
            changes.push_back({ChangeKind::renumbered, old.id, one.id, changed_fields(old, one)});
        }
        else {
            changes.push_back({ChangeKind::added, "", one.id, {}});
        }
    }
    tell_removed_before(nullptr);
    return changes;
}

}  // namespace samsvar::catalog
