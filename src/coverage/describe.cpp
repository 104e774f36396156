#include "coverage/describe.h"

#include <algorithm>

#include "coverage/mapping.h"
#include "model/by_id.h"
#include "text/fold.h"

namespace samsvar::coverage {

namespace {

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

void add_subjects(model::Question& question, const text::Analysis& asked, const text::Matcher& matcher)
{
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
    // "Are data transferred, and if so on what basis?" is asked of what need not be.
    if (holds(asked, matcher, {"asks-if-so"})) question.yes_is_good = false;
    if (always) question.na_allowed = false;
    if (question.evidence.empty() && holds(asked, matcher, {"asks-document"})) question.evidence.push_back("document");
    for (const text::Hit& hit : asked.hits)
        if (const model::Concept& known = matcher.lexicon().concepts[hit.concept_index]; known.is_matter)
            add_once(question.topic, known.id);
}

/// What the requirements expect becomes known of the question, but none of it is a must: the question's own words do
/// not say that an answer must hold it (measured: called missing on the lexicon's word alone, three in four such
/// findings are wrong). What shows the opposite of it, or a time beyond its limit, counts all the same.
void add_expectations(model::Question& question, const std::vector<Covered>& covered)
{
    constexpr double sure = 0.6;
    constexpr std::size_t most = 16;
    for (const Covered& one : covered) {
        if (one.confidence < sure) continue;
        for (const model::Expectation& expectation : one.requirement->expectations) {
            const bool known = std::any_of(question.expectations.begin(), question.expectations.end(),
                                           [&](const model::Expectation& other) { return other.id == expectation.id; });
            if (known || question.expectations.size() == most) continue;
            question.expectations.push_back(expectation);
            question.expectations.back().weight = model::Weight::should;
        }
    }
}

/// What the question's own words ask for besides its matter is a must.
void add_elements(model::Question& question, const text::Analysis& asked, const text::Matcher& matcher)
{
    for (const model::AskedElement& element : matcher.lexicon().elements) {
        if (!holds(asked, matcher, element.asked_by) || holds(asked, matcher, element.unless)) continue;
        std::erase_if(question.expectations,
                      [&](const model::Expectation& known) { return known.id == element.expectation.id; });
        question.expectations.push_back(element.expectation);
    }
}

std::string title_of(const model::Section* section)
{
    return section && !section->title.empty() ? text::fold_text(section->title.all().front().second) : std::string();
}

}  // namespace

bool is_undescribed(const model::Question& question)
{
    return question.expectations.empty() && question.topic.empty() && !question.concluded;
}

bool is_undescribed(const model::Form& form)
{
    return std::any_of(form.questions.begin(), form.questions.end(),
                       [](const model::Question& one) { return is_undescribed(one); });
}

model::Form describe(model::Form form, const model::Submission& submission, const Requirements& requirements,
                     const text::Matcher& matcher)
{
    const model::ById<model::Section> sections(form.sections, &model::Section::id);
    const model::ById<model::Answer> answers(submission.answers, &model::Answer::question);
    std::vector<Asked> asked;
    for (const model::Question& question : form.questions)
        if (is_undescribed(question))
            asked.push_back({&question, matcher.analyse(model::printed_question(question, answers.find(question.id))),
                             title_of(sections.find(question.section))});
    if (asked.empty()) return form;
    const std::vector<std::vector<Covered>> covered = map_questions(asked, requirements, matcher);
    std::size_t at = 0;
    for (model::Question& question : form.questions) {
        if (at == asked.size() || asked[at].question != &question) continue;
        add_subjects(question, asked[at].analysis, matcher);
        add_expectations(question, covered[at]);
        const model::Answer* answer = answers.find(question.id);
        if (answer && !answer->printed_guidance.empty())
            add_elements(question, matcher.analyse(model::printed_request(question, answer)), matcher);
        else
            add_elements(question, asked[at].analysis, matcher);
        if (question.covers.empty())
            for (const Covered& one : covered[at])
                question.covers.push_back({one.catalog->id, one.requirement->id, one.confidence});
        question.concluded = true;
        ++at;
    }
    return form;
}

}  // namespace samsvar::coverage
