// Makes the arguments of the steps an explanation consists of.
#include "rules/explain.h"

#include <algorithm>

namespace samsvar::rules {

using model::Slot;
using model::StepArgument;
using model::WordsIn;

namespace {

template <Slot slot>
Argument<slot> made(std::string value, model::LocalText label = {})
{
    Argument<slot> argument;
    argument.value.slot = slot;
    argument.value.value = std::move(value);
    argument.value.label = std::move(label);
    return argument;
}

template <Slot slot>
Argument<slot> words_of(const text::Analysis& analysis, const text::Span& span, WordsIn where, std::string question)
{
    Argument<slot> argument = made<slot>(analysis.folded.quote(span));
    StepArgument& words = argument.value;
    words.where = where;
    words.question = std::move(question);
    // The quote is trimmed, so its place is looked for from where the span begins.
    const std::size_t at = std::min(span.begin, analysis.folded.text.size());
    const std::size_t found = analysis.folded.source.find(words.value, analysis.folded.origin[at]);
    words.begin = found == std::string::npos ? analysis.folded.origin[at] : found;
    words.end = words.begin + words.value.size();
    return argument;
}

}  // namespace

Argument<Slot::words> matched(const View& view, const text::Span& span)
{
    return words_of<Slot::words>(view.own, span, WordsIn::answer, {});
}

Argument<Slot::words> matched(const View& view, const Source& source, const text::Span& span)
{
    const WordsIn where = !source.answer                      ? WordsIn::annex
                          : source.analysis == &view.evidence ? WordsIn::evidence
                                                              : WordsIn::answer;
    const bool others = source.answer && source.answer != view.answer;
    return words_of<Slot::words>(*source.analysis, span, where, others ? source.answer->question : std::string());
}

Argument<Slot::other_words> matched_there(const View* other, const text::Analysis& analysis, const text::Span& span)
{
    return words_of<Slot::other_words>(analysis, span, other ? WordsIn::answer : WordsIn::header,
                                       other ? other->id() : std::string());
}

Argument<Slot::expectation> called(const model::Expectation& expectation)
{
    return made<Slot::expectation>(expectation.id, expectation.label);
}

Argument<Slot::named_concept> called(const model::Concept& known)
{
    return made<Slot::named_concept>(known.id, known.label);
}

Argument<Slot::contradiction> called(std::string id, model::LocalText label)
{
    return made<Slot::contradiction>(std::move(id), std::move(label));
}

Argument<Slot::question> other_question(std::string id)
{
    return made<Slot::question>(std::move(id));
}

Argument<Slot::document> document(std::string name)
{
    return made<Slot::document>(std::move(name));
}

Argument<Slot::document> document(model::LocalText asked_for)
{
    return made<Slot::document>({}, std::move(asked_for));
}

Argument<Slot::name> with_name(std::string name)
{
    return made<Slot::name>(std::move(name));
}

Argument<Slot::count> counted(std::size_t count)
{
    return made<Slot::count>(std::to_string(count));
}

Argument<Slot::least> at_least(std::size_t count)
{
    return made<Slot::least>(std::to_string(count));
}

Argument<Slot::limit> limited(model::LocalText limit)
{
    return made<Slot::limit>({}, std::move(limit));
}

Argument<Slot::date> dated(const model::Date& date)
{
    return made<Slot::date>(date.text());
}

Argument<Slot::outcome> ending(model::Outcome outcome)
{
    return made<Slot::outcome>(name_of(outcome));
}

Argument<Slot::finding> raised(const Case& context, const model::Finding& finding)
{
    const model::FindingText* texts = context.matcher.lexicon().finding(finding.code);
    return made<Slot::finding>(finding.code, texts ? texts->title : model::LocalText());
}

Argument<Slot::severity> weighing(model::Severity severity)
{
    return made<Slot::severity>(name_of(severity));
}

}  // namespace samsvar::rules
