#include "intake/layout_matching.h"

#include <algorithm>
#include <map>
#include <string>

#include "intake/form_patterns.h"
#include "text/fold.h"

namespace samsvar::intake {

namespace {

class Matching {
public:
    Matching(const model::Layout& layout, const model::Form& form)
        : layout_(layout), form_(form), matches_(layout.questions.size()), held_(form.questions.size(), false)
    {
        for (const model::Question& question : form.questions) form_ids_.push_back(plain_id(question.id));
        for (const model::LayoutQuestion& question : layout.questions) {
            ids_.push_back(plain_id(question.id));
            prints_.push_back(question.text.empty() ? std::string() : text::fingerprint(question.text));
        }
    }

    std::vector<LayoutMatch> run()
    {
        by_words();
        by_patterns();
        by_number();
        return std::move(matches_);
    }

private:
    void take(std::size_t found, std::size_t question, bool rewritten)
    {
        matches_[found] = {question, rewritten};
        held_[question] = true;
    }

    void by_words()
    {
        std::multimap<std::string, std::size_t> printings;
        for (std::size_t index = 0; index < form_.questions.size(); ++index) {
            const model::Question& question = form_.questions[index];
            for (std::size_t start = 0; start < question.fingerprint.size();) {
                const std::size_t end = std::min(question.fingerprint.find(' ', start), question.fingerprint.size());
                if (end > start) printings.emplace(question.fingerprint.substr(start, end - start), index);
                start = end + 1;
            }
            if (question.fingerprint.empty())
                for (const auto& [language, paraphrase] : question.text.all())
                    printings.emplace(text::fingerprint(paraphrase), index);
        }
        // Texts may stand several times ("Comments"): the number tells them apart, and the order where it cannot.
        for (const bool number_too : {true, false})
            for (std::size_t found = 0; found < matches_.size(); ++found) {
                if (matches_[found].question || prints_[found].empty()) continue;
                const auto [first, last] = printings.equal_range(prints_[found]);
                for (auto entry = first; entry != last; ++entry) {
                    const std::size_t question = entry->second;
                    if (held_[question] || (number_too && ids_[found] != form_ids_[question])) continue;
                    take(found, question, false);
                    break;
                }
            }
    }

    void by_patterns()
    {
        if (std::all_of(form_.questions.begin(), form_.questions.end(),
                        [](const model::Question& question) { return question.recognise.empty(); }))
            return;
        const FormPatterns patterns(form_);
        for (std::size_t found = 0; found < matches_.size(); ++found) {
            if (matches_[found].question) continue;
            const std::vector<std::size_t> fitting =
                patterns.questions(text::fold_text(layout_.questions[found].text));
            const auto free =
                std::find_if(fitting.begin(), fitting.end(), [&](std::size_t question) { return !held_[question]; });
            if (free != fitting.end()) take(found, *free, false);
        }
    }

    void by_number()
    {
        std::map<std::string, std::vector<std::size_t>> numbered;
        for (std::size_t index = 0; index < form_ids_.size(); ++index)
            if (!held_[index]) numbered[form_ids_[index]].push_back(index);
        for (std::size_t found = 0; found < matches_.size(); ++found) {
            if (matches_[found].question || ids_[found].empty()) continue;
            const auto known = numbered.find(ids_[found]);
            // A number that stands twice says nothing.
            if (known == numbered.end() || known->second.size() != 1 || held_[known->second.front()]) continue;
            const std::size_t question = known->second.front();
            take(found, question, !form_.questions[question].fingerprint.empty() && !prints_[found].empty());
        }
    }

    const model::Layout& layout_;
    const model::Form& form_;
    std::vector<LayoutMatch> matches_;
    std::vector<bool> held_;
    std::vector<std::string> form_ids_;  ///< folded
    std::vector<std::string> ids_;
    std::vector<std::string> prints_;
};

}  // namespace

std::vector<LayoutMatch> match(const model::Layout& layout, const model::Form& form)
{
    if (form.inferred && form.questions.size() == layout.questions.size()) {
        // Made of this layout, question by question.
        std::vector<LayoutMatch> matches(layout.questions.size());
        for (std::size_t index = 0; index < matches.size(); ++index) matches[index].question = index;
        return matches;
    }
    return Matching(layout, form).run();
}

}  // namespace samsvar::intake
