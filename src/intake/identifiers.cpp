#include "intake/identifiers.h"

#include <algorithm>
#include <utility>

#include "intake/surroundings.h"
#include "text/fold.h"
#include "text/identifier.h"

namespace samsvar::intake {

void IdentifierCollection::add(std::string_view source, bool labelled, const std::string& owner,
                               const model::Place& place)
{
    const std::vector<text::FoundIdentifier> found = text::find_identifiers(source, labelled);
    for (const text::FoundIdentifier& number : found) put({number.scheme, number.value, number.valid, owner, place});
    if (!found.empty() || !labelled) return;
    // Something stands where a number was asked for, but it is none: worth telling.
    constexpr int fewest_digits = 5;
    const auto digits = std::count_if(source.begin(), source.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits >= fewest_digits) put({"", std::string(text::trimmed(source)), false, owner, place});
}

void IdentifierCollection::add_from_answer(std::string_view source, const model::Place& place)
{
    for (const text::FoundIdentifier& number : text::find_identifiers(source, false)) {
        const auto known = [&](const model::Identifier& other) { return other.value == number.value; };
        if (number.valid && std::none_of(identifiers_.begin(), identifiers_.end(), known))
            put({number.scheme, number.value, number.valid, {}, place});
    }
}

void IdentifierCollection::put(model::Identifier identifier)
{
    for (const model::Identifier& other : identifiers_)
        if (other.value == identifier.value && (other.owner == identifier.owner || identifier.owner.empty())) return;
    identifiers_.push_back(std::move(identifier));
}

void read_identifiers(const Surroundings& around)
{
    model::Submission& submission = around.submission;
    const std::string supplier = submission.fact("supplier");
    // The supplier's own numbers first.
    const std::vector<model::Identifier> of_subprocessors = std::exchange(submission.identifiers, {});
    IdentifierCollection collection(submission.identifiers);
    for (const model::HeaderFact& fact : submission.facts) {
        const bool own = fact.key == "organisation-number" || fact.key == "supplier" || fact.key == "address";
        if (own || fact.key == "product")
            collection.add(fact.value, fact.key == "organisation-number", own ? supplier : std::string(), fact.place);
    }
    const auto is_supplier = [&](const model::Subprocessor& subprocessor) {
        if (supplier.empty()) return false;
        if (text::fold_text(subprocessor.name) == text::fold_text(supplier)) return true;
        const auto numbers = text::find_identifiers(subprocessor.identifier, true);
        return std::any_of(numbers.begin(), numbers.end(), [&](const text::FoundIdentifier& number) {
            return std::any_of(submission.identifiers.begin(), submission.identifiers.end(),
                               [&](const model::Identifier& own) { return own.value == number.value; });
        });
    };
    std::vector<model::Subprocessor> others;
    for (model::Subprocessor& subprocessor : submission.subprocessors)
        if (!is_supplier(subprocessor)) others.push_back(std::move(subprocessor));
    submission.subprocessors = std::move(others);
    for (const model::Identifier& identifier : of_subprocessors)
        if (std::any_of(submission.subprocessors.begin(), submission.subprocessors.end(),
                        [&](const model::Subprocessor& known) { return known.name == identifier.owner; }))
            collection.put(identifier);
    for (const model::Answer& answer : submission.answers)
        for (const model::AnswerPart& part : answer.parts)
            if (!part.marks.placeholder) collection.add_from_answer(part.text, part.place);
}

}  // namespace samsvar::intake
