#include "rules/evaluate.h"

#include <algorithm>
#include <cassert>

#include "rules/checks.h"
#include "rules/explain.h"

namespace samsvar::rules {

using model::EvidenceState;
using model::Outcome;
using model::Severity;
using model::StepId;

namespace {

EvidenceState evidence_of(const View& view)
{
    if (view.has("expired")) return EvidenceState::expired;
    if (!view.enclosures.empty()) {
        EvidenceState worst = EvidenceState::not_requested;
        for (const model::EvidenceDocument& one : view.enclosures)
            if (proof_lacking(one.state) > proof_lacking(worst)) worst = one.state;
        return worst;
    }
    if (view.encloses_document && !view.has("dangling-reference")) return EvidenceState::enclosed;
    if (view.encloses_document || view.names_document || view.has("reference-only")) return EvidenceState::referred;
    if (view.question->evidence.empty()) return EvidenceState::not_requested;
    return EvidenceState::requested;
}

/// What each finding leaves of the outcome, and which of them decides.
void explain_outcome(const Case& context, View& view, Outcome outcome)
{
    const model::Origin& rule = view.question->origin;
    for (const model::Finding& one : view.findings)
        if (one.outcome == Outcome::satisfied)
            explain<StepId::finding_noted>(view, one.rule, raised(context, one), weighing(one.severity));
        else
            explain<StepId::finding_raised>(view, one.rule, raised(context, one), ending(one.outcome),
                                            weighing(one.severity));
    const auto decides = [&](const model::Finding& one) { return one.outcome == outcome; };
    const auto decisive = std::find_if(view.findings.begin(), view.findings.end(), decides);
    if (outcome == Outcome::satisfied)
        explain<StepId::outcome_satisfied>(view, rule, ending(outcome));
    else if (decisive != view.findings.end())
        explain<StepId::outcome_by_finding>(view, decisive->rule, ending(outcome), raised(context, *decisive));
    else
        explain<StepId::outcome_settled>(view, rule, ending(outcome));
}

model::AnswerResult conclude(const Case& context, View& view)
{
    model::AnswerResult result;
    result.question = view.id();
    Outcome worst = view.outcome.value_or(Outcome::satisfied);
    for (const model::Finding& finding : view.findings)
        if (!view.outcome && badness(finding.outcome) > badness(worst)) worst = finding.outcome;
    result.outcome = worst;
    result.evidence = evidence_of(view);
    result.evidence_named = view.documents;
    result.documents = std::move(view.enclosures);

    std::stable_sort(view.findings.begin(), view.findings.end(), [](const model::Finding& a, const model::Finding& b) {
        if (a.severity != b.severity) return a.severity > b.severity;
        return badness(a.outcome) > badness(b.outcome);
    });
    for (const model::Finding& finding : view.findings) result.severity = std::max(result.severity, finding.severity);
    explain_outcome(context, view, worst);
    result.findings = std::move(view.findings);
    result.steps = std::move(view.steps);
    return result;
}

class RequirementJudge {
public:
    RequirementJudge(const model::Form& form, const Evaluation& evaluation, const text::Matcher& matcher)
        : form_(form), evaluation_(evaluation), matcher_(matcher)
    {
    }

    model::RequirementResult judge(const model::Catalog& catalog, const model::Requirement& requirement) const
    {
        model::RequirementResult result;
        result.catalog = catalog.id;
        result.id = requirement.id;
        std::vector<const model::AnswerResult*> covering;
        for (std::size_t index = 0; index < form_.questions.size(); ++index)
            for (const model::Coverage& coverage : form_.questions[index].covers)
                if (coverage.catalog == catalog.id && coverage.id == requirement.id) {
                    covering.push_back(&evaluation_.answers[index]);
                    result.answers.push_back(form_.questions[index].id);
                    break;
                }
        if (covering.empty()) {
            unmapped(result, requirement);
            return result;
        }
        const auto is = [](Outcome outcome) {
            return [outcome](const model::AnswerResult* one) { return one->outcome == outcome; };
        };
        if (std::all_of(covering.begin(), covering.end(), is(Outcome::not_applicable)))
            result.outcome = Outcome::not_applicable;
        else if (std::all_of(covering.begin(), covering.end(), is(Outcome::unanswered)))
            result.outcome = Outcome::unanswered;
        else {
            // One silent question among answered ones leaves the requirement partly shown, not unanswered.
            result.outcome = Outcome::satisfied;
            for (const model::AnswerResult* one : covering) {
                const Outcome counted = one->outcome == Outcome::unanswered       ? Outcome::partial
                                        : one->outcome == Outcome::not_applicable ? Outcome::satisfied
                                                                                  : one->outcome;
                if (badness(counted) > badness(result.outcome)) result.outcome = counted;
            }
        }
        for (const model::AnswerResult* one : covering) {
            result.severity = std::max(result.severity, one->severity);
            result.evidence = std::max(result.evidence, one->evidence, less_proven);
        }
        return result;
    }

private:
    static bool less_proven(EvidenceState a, EvidenceState b)
    {
        return model::proof_lacking(a) < model::proof_lacking(b);
    }

    void unmapped(model::RequirementResult& result, const model::Requirement& requirement) const
    {
        result.outcome = Outcome::unanswered;
        // Where nobody said what the questions cover, a requirement none is surely about is no question left out.
        if (std::any_of(form_.questions.begin(), form_.questions.end(),
                        [](const model::Question& one) { return one.concluded; }))
            return;
        result.severity = Severity::low;
        model::Finding finding;
        finding.code = "unmapped-requirement";
        finding.severity = Severity::low;
        finding.outcome = Outcome::unanswered;
        finding.rule = requirement.origin;
        if (const model::FindingText* texts = matcher_.lexicon().finding(finding.code)) {
            for (const auto& [language, text] : texts->reason.all())
                finding.reason.set(language, replaced(text, requirement, language));
            for (const auto& [language, text] : texts->ask.all())
                finding.ask.set(language, replaced(text, requirement, language));
        }
        result.findings.push_back(std::move(finding));
    }

    static std::string replaced(std::string text, const model::Requirement& requirement, model::Language language)
    {
        const std::pair<std::string_view, std::string> fields[] = {
            {"{what}", requirement.id + " " + requirement.title.in(language)}, {"{question}", requirement.id}};
        for (const auto& [name, value] : fields)
            if (const std::size_t at = text.find(name); at != std::string::npos) text.replace(at, name.size(), value);
        return text;
    }

    const model::Form& form_;
    const Evaluation& evaluation_;
    const text::Matcher& matcher_;
};

/// What no question is about: numbers with a wrong check digit, rows that belong to no question.
std::vector<model::Finding> general_findings(const Case& context)
{
    static const model::Question none;
    View view;
    view.question = &none;
    std::vector<model::Finding> findings;
    const auto add = [&](const char* code, const Words& words, const model::Place& place) {
        findings.push_back(
            make_finding(context, view, code, words, Severity::low, Outcome::satisfied, context.form.origin));
        findings.back().place = place;
    };
    for (const model::Identifier& identifier : context.submission.identifiers) {
        if (identifier.valid) continue;
        Words words;
        words.detail = identifier.scheme;
        words.stated = identifier.value + (identifier.owner.empty() ? "" : " (" + identifier.owner + ")");
        add("invalid-identifier", words, identifier.place);
    }
    for (const model::Answer& row : context.submission.unmatched) {
        Words words;
        words.quote = row.printed_question.empty() ? row.text() : row.printed_question;
        add("unmatched-question", words, row.question_place);
    }
    for (const model::Annex& annex : context.submission.annexes) {
        if (!context.folder || enclosed_annex(context, annex)) continue;
        Words words;
        words.detail = annex.label;
        words.quote = annex.title;
        words.stated = annex.label + (annex.label.empty() || annex.title.empty() ? "" : " ") + annex.title;
        add("not-enclosed", words, annex.place);
    }
    return findings;
}

/// The documents the supplier lists, held against the files.
std::vector<model::EvidenceDocument> listed_documents(const Case& context)
{
    std::vector<model::EvidenceDocument> documents;
    if (!context.folder) return documents;
    for (const model::Annex& annex : context.submission.annexes) {
        model::EvidenceDocument& one = documents.emplace_back();
        one.name = annex.title;
        const KnownFile* found = enclosed_annex(context, annex);
        one.state = !found ? EvidenceState::missing
                    : found->valid_until && *found->valid_until < context.date ? EvidenceState::expired
                                                                               : EvidenceState::received;
        if (!found) continue;
        one.file = found->file->path;
        one.valid_until = found->valid_until;
    }
    return documents;
}

}  // namespace

Evaluation evaluate(const model::Form& form, const std::vector<model::Catalog>& catalogs, const text::Matcher& matcher,
                    const model::Submission& submission, model::Date date, const model::EvidenceFolder* files)
{
    Case context(form, submission, matcher, date, files);
    for (const Check& check : checks())
        for (View& view : context.views) check.run(context, view);

    Evaluation evaluation;
    for (View& view : context.views) evaluation.answers.push_back(conclude(context, view));
    evaluation.general = general_findings(context);
    evaluation.annexes = listed_documents(context);
    const RequirementJudge judge(form, evaluation, matcher);
    for (const model::Catalog& catalog : catalogs)
        for (const model::Requirement& requirement : catalog.requirements)
            evaluation.requirements.push_back(judge.judge(catalog, requirement));
    assert(evaluation.answers.size() == form.questions.size());
    return evaluation;
}

}  // namespace samsvar::rules
