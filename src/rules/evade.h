#pragma once

#include "rules/explain.h"

namespace samsvar::rules {

/// The first sentence of the answer.
inline text::Span opening(const View& view)
{
    return view.own.sentences.empty() ? text::Span{0, view.own.folded.text.size()} : view.own.sentences.front();
}

/// Adds the finding that the answer evades the question at `span`, and the step `id` that says why. What is missing is
/// not told beside it.
template <model::StepId id>
void evade(Case& context, View& view, const char* code, model::Outcome at_best, model::Severity severity,
           const text::Span& span)
{
    Words words;
    words.quote = sentence_quote(view.own, span);
    for (const std::string& document : view.documents)
        words.document += (words.document.empty() ? "" : ", ") + document;
    view.findings.push_back(make_finding(context, view, code, words, severity, at_best, view.question->origin));
    view.evaded = true;
    explain<id>(view, view.question->origin, matched(view, span));
}

/// Whether the sentence of the answer names a document or an annex.
bool points_at_document(const Case& context, const View& view, const text::Span& sentence);

/// Words without content where a described question expects something: the finding `vague`. See vagueness.cpp for what
/// is vague and what excuses it.
void check_vagueness(Case& context, View& view);

}  // namespace samsvar::rules
