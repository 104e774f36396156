#include "rules/other_words.h"

#include <algorithm>

#include "text/segment.h"

namespace samsvar::rules {

namespace {

/// Less is no likeness at all: a few words that stand in every sentence.
constexpr float like_enough = 0.10F;
/// In the first sentences an answer says what it says; each costs a few microseconds.
constexpr std::size_t most_sentences = 60;
constexpr std::size_t few_words = 6;  ///< fewer are like whatever shares one of them

bool holds_plan(const text::Analysis& answer, const text::Span& sentence)
{
    return std::any_of(answer.plans.begin(), answer.plans.end(),
                       [&](const text::Span& plan) { return sentence.contains(plan); });
}

std::vector<LikeSentence> sentences_of(const Case& context, const text::Analysis& answer)
{
    std::vector<LikeSentence> like;
    for (std::size_t at = 0; at < answer.sentences.size() && at < most_sentences; ++at) {
        const text::Span& sentence = answer.sentences[at];
        if (text::count_words(answer.folded.view(sentence)) < few_words || holds_plan(answer, sentence) ||
            answer.question_at(at) != text::Analysis::Question::none)
            continue;
        const auto nearest = context.matcher.likeness().nearest(answer.folded.view(sentence), 1);
        if (!nearest.empty() && nearest.front().likeness >= like_enough)
            like.push_back({sentence, nearest.front().concept_index});
    }
    return like;
}

}  // namespace

const text::Span* in_other_words(const Case& context, View& view, const std::vector<std::string>& concepts)
{
    if (!view.like) view.like = sentences_of(context, view.own);
    for (const LikeSentence& sentence : *view.like)
        for (const std::string& id : concepts)
            if (context.matcher.index_of(id) == sentence.concept_index) return &sentence.span;
    return nullptr;
}

}  // namespace samsvar::rules
