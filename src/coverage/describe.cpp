#include "coverage/describe.h"

#include <algorithm>

namespace samsvar::coverage {

namespace {

/// Topics of the lexicon whose concepts are ways of speaking, not matters a question can be about.
bool is_matter(const model::Concept& known)
{
    static constexpr const char* manners[] = {"openings", "evasion", "evidence", "statements-of-practice",
                                              "scope",    "questions", "clauses"};
    return std::none_of(std::begin(manners), std::end(manners), [&](const char* one) { return known.topic == one; });
}

bool holds(const text::Analysis& question, const text::Matcher& matcher, const std::vector<std::string>& concept_ids)
{
    return std::any_of(concept_ids.begin(), concept_ids.end(), [&](const std::string& id) {
        const auto index = matcher.index_of(id);
        return index && std::any_of(question.hits.begin(), question.hits.end(),
                                    [&](const text::Hit& hit) { return hit.concept_index == *index; });
    });
}

void add_once(std::vector<std::string>& list, const std::string& value)
{
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void describe(model::Question& question, const text::Analysis& asked, const text::Matcher& matcher)
{
    question.concluded = true;
    // A requirement says what shall be; only a question can be answered with a comfortable no.
    const bool requirement = holds(asked, matcher, {"asks-obligation"});
    bool always = false;
    for (const model::Subject& subject : matcher.lexicon().subjects) {
        if (!holds(asked, matcher, subject.asked_by) || holds(asked, matcher, subject.unless)) continue;
        add_once(question.tags, subject.id);
        question.severity = std::max(question.severity, subject.severity);
        always = always || subject.always;
        if (subject.no_is_good && !requirement) question.yes_is_good = false;
    }
    if (always) question.na_allowed = false;
    if (question.evidence.empty() && holds(asked, matcher, {"asks-document"})) question.evidence.push_back("document");
    for (const text::Hit& hit : asked.hits)
        if (const model::Concept& known = matcher.lexicon().concepts[hit.concept_index]; is_matter(known))
            add_once(question.topic, known.id);
}

}  // namespace

bool is_undescribed(const model::Question& question)
{
    return question.expectations.empty() && question.topic.empty() && question.covers.empty() && !question.concluded;
}

model::Form describe(model::Form form, const model::Submission& submission, const text::Matcher& matcher)
{
    for (model::Question& question : form.questions) {
        if (!is_undescribed(question)) continue;
        const model::Answer* answer = submission.find(question.id);
        std::string printed = answer ? answer->printed_question : std::string();
        if (printed.empty() && !question.text.empty()) printed = question.text.all().front().second;
        describe(question, matcher.analyse(printed), matcher);
    }
    return form;
}

}  // namespace samsvar::coverage
