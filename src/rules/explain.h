#pragma once

#include <utility>

#include "model/step.h"
#include "rules/case.h"

namespace samsvar::rules {

/// A value made for one slot of a step.
template <model::Slot slot_>
struct Argument {
    static constexpr model::Slot slot = slot_;
    model::StepArgument value;
};

/// Words of the view's own answer.
Argument<model::Slot::words> matched(const View& view, const text::Span& span);
/// Words of whatever the reasoning looked at: the answer, its evidence column, an annex's title, another answer.
Argument<model::Slot::words> matched(const View& view, const Source& source, const text::Span& span);
/// Words of another answer, or of the header when `other` is null.
Argument<model::Slot::other_words> matched_there(const View* other, const text::Analysis& analysis,
                                                 const text::Span& span);
Argument<model::Slot::expectation> called(const model::Expectation& expectation);
Argument<model::Slot::named_concept> called(const model::Concept& known);
Argument<model::Slot::contradiction> called(std::string id, model::LocalText label);
Argument<model::Slot::question> other_question(std::string id);
Argument<model::Slot::document> document(std::string name);
Argument<model::Slot::document> document(model::LocalText asked_for);
Argument<model::Slot::name> with_name(std::string name);
Argument<model::Slot::count> counted(std::size_t count);
Argument<model::Slot::least> at_least(std::size_t count);
Argument<model::Slot::limit> limited(model::LocalText limit);
Argument<model::Slot::date> dated(const model::Date& date);
Argument<model::Slot::outcome> ending(model::Outcome outcome);
Argument<model::Slot::finding> raised(const Case& context, const model::Finding& finding);
Argument<model::Slot::severity> weighing(model::Severity severity);

/// Adds a step to the explanation of `view`. Which arguments a step takes is model::step_kinds' to say, and checked
/// when this is compiled.
template <model::StepId id, model::Slot... slots>
void explain(View& view, const model::Origin& rule, Argument<slots>... arguments)
{
    static_assert(model::kind_of(id).slots == model::step_kinds_detail::with(slots...),
                  "the step takes other arguments, see model::step_kinds");
    model::Step step;
    step.id = id;
    step.rule = rule;
    step.arguments.reserve(sizeof...(slots));
    (step.arguments.push_back(std::move(arguments.value)), ...);
    view.steps.push_back(std::move(step));
}

}  // namespace samsvar::rules
