#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "model/place.h"

namespace samsvar::model {

/// What a step of the reasoning says. Its sentence per language is in reports/steps.xml under the step's name.
enum class StepId : std::uint8_t {
    question_absent,
    answer_blank,
    answer_blank_with_document,
    answer_placeholder,
    answer_repeats_question,
    answer_given,
    opens_with_yes,
    opens_with_no,
    opens_with_not_applicable,
    opens_with_unknown,
    unknown_and_no_more,
    not_applicable_follows,
    not_applicable_weak_ground,
    not_applicable_reasoned,
    not_applicable_unfounded,
    reference_counted,
    reference_unknown,
    reference_above_nothing,
    reference_unhelpful,
    reference_circular,
    reference_and_no_more,
    annex_listed,
    annex_not_listed,
    concept_stated,
    concept_negated,
    concept_planned,
    concept_hedged,
    concept_on_customer,
    concept_optional,
    concept_conditional,
    document_named,
    document_enclosed,
    expectation_met,
    expectation_met_within,
    expectation_planned,
    expectation_negated,
    expectation_on_customer,
    expectation_optional,
    expectation_violated,
    expectation_beyond_limit,
    expectation_vague,
    expectation_too_few,
    expectation_absent,
    expectation_wish_absent,
    expectation_left_to_document,
    expectation_in_other_words,
    limit_exceeded,
    weak_practice,
    certificate_expired,
    report_too_old,
    only_yes,
    only_no,
    only_pointer,
    passed_to_customer,
    words_without_content,
    another_subject,
    nothing_recognised,
    too_thin,
    copied_answer,
    evidence_missing,
    evidence_on_request,
    document_received,
    document_not_received,
    document_expired,
    document_too_old,
    contradiction_found,
    third_country_found,
    third_country_with_basis,
    third_country_elsewhere,
    recipient_unlisted,
    list_lacks_recipient,
    subprocessor_not_in_list,
    question_edited,
    promise_for_later,
    left_to_choice,
    said_to_be_partly,
    description_concluded,
    finding_raised,
    finding_noted,
    outcome_satisfied,
    outcome_by_finding,
    outcome_settled,
};

/// What a step is told with; the slot says of which type the argument is, and is the place holder in the sentence.
enum class Slot : std::uint8_t {
    words,          ///< {words}: of the supplier's, with where they stand
    other_words,    ///< {other-words}: those on the other side of a contradiction
    expectation,    ///< {expectation}: id and label of an expectation of the question
    named_concept,  ///< {concept}: id and label
    contradiction,  ///< {contradiction}: id and label of the pair of statements
    question,       ///< {question}: id of another question, "header" for the facts about the supplier
    document,       ///< {document}: as named by the supplier, or as asked for (then with a label)
    name,           ///< {name}: of a company or an annex
    count,          ///< {count}: a whole number
    least,          ///< {least}: the whole number that count is held against
    limit,          ///< {limit}: a length of time, with a label, or as written in the question
    date,           ///< {date}: ISO 8601
    outcome,        ///< {outcome}: name of an outcome
    finding,        ///< {finding}: code and title
    severity,       ///< {severity}: name of a severity
};
inline constexpr std::size_t slot_count = 15;

/// "words", "other-words" …: the place holder without its braces, and the key in a result.
const char* name_of(Slot slot);
std::optional<Slot> slot_named(std::string_view name);

/// Where matched words stand.
enum class WordsIn : std::uint8_t { answer, evidence, annex, header };
const char* name_of(WordsIn where);
std::optional<WordsIn> words_in_named(std::string_view name);

/// One argument of a step.
struct StepArgument {
    Slot slot = Slot::words;
    std::string value;  ///< the words verbatim, an id, a code, a number, a date
    LocalText label;    ///< what the value is called, where it has a name per language
    // Words only:
    WordsIn where = WordsIn::answer;
    std::string question;   ///< whose answer, when it is not the step's own
    std::size_t begin = 0;  ///< bytes of Answer::text(), or of the evidence column's text
    std::size_t end = 0;
};

/// One step of the reasoning about an answer, in order. Without prose: it can be told in any language later.
struct Step {
    StepId id = StepId::answer_given;
    Origin rule;  ///< line of the expectation, concept or question it follows; may be empty
    std::vector<StepArgument> arguments;

    const StepArgument* argument(Slot slot) const;
};

/// Parts of the reasoning, in order.
enum class Stage : std::uint8_t { answer, opening, references, features, expectations, evasions, across, outcome };
const char* name_of(Stage stage);

/// What is known of a step besides its sentence.
struct StepKind {
    StepId id;
    const char* name;  ///< as in reports/steps.xml and in results: "expectation-met"
    Stage stage;
    bool decides;         ///< tells why the outcome is not better: stands in the note of the matrix
    std::uint32_t slots;  ///< which arguments it has: 1 << Slot, or-ed

    constexpr bool has(Slot slot) const { return (slots >> static_cast<unsigned>(slot)) & 1u; }
};

namespace step_kinds_detail {
constexpr std::uint32_t with(auto... slots)
{
    return (0u | ... | (1u << static_cast<unsigned>(slots)));
}
}  // namespace step_kinds_detail

/// All steps, indexed by StepId.
inline constexpr auto step_kinds = [] {
    using enum Slot;
    using enum StepId;
    using step_kinds_detail::with;
    return std::array{
        StepKind{question_absent, "question-absent", Stage::answer, true, with()},
        StepKind{answer_blank, "answer-blank", Stage::answer, true, with()},
        StepKind{answer_blank_with_document, "answer-blank-with-document", Stage::answer, false, with(document)},
        StepKind{answer_placeholder, "answer-placeholder", Stage::answer, true, with(words)},
        StepKind{answer_repeats_question, "answer-repeats-question", Stage::answer, true, with()},
        StepKind{answer_given, "answer-given", Stage::answer, false, with(count)},
        StepKind{opens_with_yes, "opens-with-yes", Stage::opening, false, with(words)},
        StepKind{opens_with_no, "opens-with-no", Stage::opening, false, with(words)},
        StepKind{opens_with_not_applicable, "opens-with-not-applicable", Stage::opening, false, with(words)},
        StepKind{opens_with_unknown, "opens-with-unknown", Stage::opening, false, with(words)},
        StepKind{unknown_and_no_more, "unknown-and-no-more", Stage::opening, true, with()},
        StepKind{not_applicable_follows, "not-applicable-follows", Stage::opening, false, with(question)},
        StepKind{not_applicable_weak_ground, "not-applicable-weak-ground", Stage::opening, true, with(question, count)},
        StepKind{not_applicable_reasoned, "not-applicable-reasoned", Stage::opening, false, with(count)},
        StepKind{not_applicable_unfounded, "not-applicable-unfounded", Stage::opening, true, with()},
        StepKind{reference_counted, "reference-counted", Stage::references, false, with(words, question)},
        StepKind{reference_unknown, "reference-unknown", Stage::references, true, with(words)},
        StepKind{reference_above_nothing, "reference-above-nothing", Stage::references, true, with(words)},
        StepKind{reference_unhelpful, "reference-unhelpful", Stage::references, true, with(words)},
        StepKind{reference_circular, "reference-circular", Stage::references, true, with(words, question)},
        StepKind{reference_and_no_more, "reference-and-no-more", Stage::references, true, with()},
        StepKind{annex_listed, "annex-listed", Stage::references, false, with(words, name)},
        StepKind{annex_not_listed, "annex-not-listed", Stage::references, true, with(words)},
        StepKind{concept_stated, "concept-stated", Stage::features, false, with(named_concept, words)},
        StepKind{concept_negated, "concept-negated", Stage::features, false, with(named_concept, words)},
        StepKind{concept_planned, "concept-planned", Stage::features, false, with(named_concept, words)},
        StepKind{concept_hedged, "concept-hedged", Stage::features, false, with(named_concept, words)},
        StepKind{concept_on_customer, "concept-on-customer", Stage::features, false, with(named_concept, words)},
        StepKind{concept_optional, "concept-optional", Stage::features, false, with(named_concept, words)},
        StepKind{concept_conditional, "concept-conditional", Stage::features, false, with(named_concept, words)},
        StepKind{document_named, "document-named", Stage::features, false, with(document)},
        StepKind{document_enclosed, "document-enclosed", Stage::features, false, with(document)},
        StepKind{expectation_met, "expectation-met", Stage::expectations, false, with(expectation, words)},
        StepKind{expectation_met_within, "expectation-met-within", Stage::expectations, false,
                 with(expectation, words, limit)},
        StepKind{expectation_planned, "expectation-planned", Stage::expectations, true, with(expectation, words)},
        StepKind{expectation_negated, "expectation-negated", Stage::expectations, true, with(expectation, words)},
        StepKind{expectation_on_customer, "expectation-on-customer", Stage::expectations, true,
                 with(expectation, words)},
        StepKind{expectation_optional, "expectation-optional", Stage::expectations, true, with(expectation, words)},
        StepKind{expectation_violated, "expectation-violated", Stage::expectations, true, with(expectation, words)},
        StepKind{expectation_beyond_limit, "expectation-beyond-limit", Stage::expectations, true,
                 with(expectation, words, limit)},
        StepKind{expectation_vague, "expectation-vague", Stage::expectations, true, with(expectation, words)},
        StepKind{expectation_too_few, "expectation-too-few", Stage::expectations, true,
                 with(expectation, words, count, least)},
        StepKind{expectation_absent, "expectation-absent", Stage::expectations, true, with(expectation)},
        StepKind{expectation_wish_absent, "expectation-wish-absent", Stage::expectations, false, with(expectation)},
        StepKind{expectation_left_to_document, "expectation-left-to-document", Stage::expectations, false,
                 with(expectation)},
        StepKind{expectation_in_other_words, "expectation-in-other-words", Stage::expectations, false,
                 with(expectation, words)},
        StepKind{limit_exceeded, "limit-exceeded", Stage::expectations, true, with(words, limit)},
        StepKind{weak_practice, "weak-practice", Stage::expectations, true, with(named_concept, words)},
        StepKind{certificate_expired, "certificate-expired", Stage::expectations, true, with(words, date)},
        StepKind{report_too_old, "report-too-old", Stage::expectations, true, with(words, date, count)},
        StepKind{only_yes, "only-yes", Stage::evasions, true, with(words)},
        StepKind{only_no, "only-no", Stage::evasions, true, with(words)},
        StepKind{only_pointer, "only-pointer", Stage::evasions, true, with(words)},
        StepKind{passed_to_customer, "passed-to-customer", Stage::evasions, true, with(words)},
        StepKind{words_without_content, "words-without-content", Stage::evasions, true, with(words)},
        StepKind{another_subject, "another-subject", Stage::evasions, true, with(words)},
        StepKind{nothing_recognised, "nothing-recognised", Stage::evasions, true, with(words)},
        StepKind{too_thin, "too-thin", Stage::evasions, true, with(count)},
        StepKind{copied_answer, "copied-answer", Stage::evasions, true, with(words, question)},
        StepKind{evidence_missing, "evidence-missing", Stage::evasions, false, with(document)},
        StepKind{evidence_on_request, "evidence-on-request", Stage::evasions, false, with(document, words)},
        StepKind{document_received, "document-received", Stage::features, false, with(document, name)},
        StepKind{document_not_received, "document-not-received", Stage::features, false, with(document)},
        StepKind{document_expired, "document-expired", Stage::features, false, with(document, date)},
        StepKind{document_too_old, "document-too-old", Stage::features, false, with(document, date)},
        StepKind{contradiction_found, "contradiction-found", Stage::across, true,
                 with(contradiction, words, other_words, question)},
        StepKind{third_country_found, "third-country-found", Stage::across, true, with(words)},
        StepKind{third_country_with_basis, "third-country-with-basis", Stage::across, false, with(words)},
        StepKind{third_country_elsewhere, "third-country-elsewhere", Stage::across, true, with(other_words)},
        StepKind{recipient_unlisted, "recipient-unlisted", Stage::across, true, with(name)},
        StepKind{list_lacks_recipient, "list-lacks-recipient", Stage::across, true, with(name, question)},
        StepKind{subprocessor_not_in_list, "subprocessor-not-in-list", Stage::across, true, with(name)},
        StepKind{question_edited, "question-edited", Stage::across, false, with()},
        StepKind{promise_for_later, "promise-for-later", Stage::expectations, true, with(words)},
        StepKind{left_to_choice, "left-to-choice", Stage::expectations, true, with(words)},
        StepKind{said_to_be_partly, "said-to-be-partly", Stage::expectations, true, with(words)},
        StepKind{description_concluded, "description-concluded", Stage::answer, false, with()},
        StepKind{finding_raised, "finding-raised", Stage::outcome, false, with(finding, outcome, severity)},
        StepKind{finding_noted, "finding-noted", Stage::outcome, false, with(finding, severity)},
        StepKind{outcome_satisfied, "outcome-satisfied", Stage::outcome, false, with(outcome)},
        StepKind{outcome_by_finding, "outcome-by-finding", Stage::outcome, true, with(outcome, finding)},
        StepKind{outcome_settled, "outcome-settled", Stage::outcome, true, with(outcome)},
    };
}();

constexpr const StepKind& kind_of(StepId id)
{
    return step_kinds[static_cast<std::size_t>(id)];
}
static_assert(
    [] {
        for (std::size_t index = 0; index < step_kinds.size(); ++index)
            if (step_kinds[index].id != static_cast<StepId>(index)) return false;
        return static_cast<std::size_t>(StepId::outcome_settled) + 1 == step_kinds.size();
    }(),
    "step_kinds stands in the order of StepId");

std::optional<StepId> step_named(std::string_view name);

}  // namespace samsvar::model
