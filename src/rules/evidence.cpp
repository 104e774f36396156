// Steps 4 and 6: which documents an answer names or encloses, and whether what was asked for came.
#include <algorithm>
#include <set>
#include <span>

#include "base/ascii.h"
#include "rules/checks.h"
#include "rules/explain.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;
using model::StepId;
using model::WordListId;

namespace {

bool upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Document codes in the source's own spelling: HR-02, ARK-07, S-03. Not ISO-27001, AES-256, TLS-1, ID-porten.
std::vector<std::string> document_codes(const model::WordLists& lists, const std::string& source)
{
    const auto& others = lists[WordListId::no_document_code];
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < source.size();) {
        if (!upper(source[at]) ||
            (at > 0 && (upper(source[at - 1]) || lower(source[at - 1]) || is_digit(source[at - 1])))) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < source.size() && upper(source[end])) ++end;
        const std::string_view letters = std::string_view(source).substr(at, end - at);
        std::size_t number = end;
        if (number < source.size() && source[number] == '-') ++number;
        const std::size_t first_digit = number;
        while (number < source.size() && is_digit(source[number])) ++number;
        const bool code = number > end && number - first_digit >= 1 && number - first_digit <= 4 &&
                          source[end] == '-' && letters.size() <= 5 &&
                          std::none_of(others.begin(), others.end(),
                                       [&](const model::ListedWord& other) { return other.text == letters; });
        if (code) codes.push_back(source.substr(at, number - at));
        at = std::max(number, at + 1);
    }
    return codes;
}

/// A standard or a law is no document of the supplier's. "NS 5814" begins with NS, "NSB-rutine" does not.
bool is_standard(const model::WordLists& lists, std::string_view title)
{
    const auto& standards = lists[WordListId::no_document_title];
    return std::any_of(standards.begin(), standards.end(), [&](const model::ListedWord& one) {
        constexpr std::size_t short_name = 2;
        const std::size_t end = one.text.size();
        return title.starts_with(one.text) &&
               (end > short_name || end == title.size() || !(upper(title[end]) || lower(title[end])));
    });
}

/// A title after a pointer word or alone on its line: two or more words of which two begin with a capital
/// ("Security Incident and Problem Management", "ISMS - Roles and responsibilities"). Where all is in capitals they
/// tell nothing.
bool looks_like_title(const model::WordLists& lists, std::string_view text)
{
    if (is_standard(lists, text::trimmed(text))) return false;
    int capitals = 0;
    int words = 0;
    constexpr int most_words = 9;
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool letter =
            upper(text[at]) || lower(text[at]) || is_digit(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80;
        if (letter && !inside) {
            if (++words > most_words) return false;
            if (upper(text[at])) ++capitals;
        }
        inside = letter;
    }
    return words >= 2 && capitals >= 2 && std::any_of(text.begin(), text.end(), lower);
}

/// Adds documents to a view, each name once.
class Documents {
public:
    explicit Documents(View& view) : view_(view) {}

    void add(std::string_view name)
    {
        if (known_.emplace(name).second) view_.documents.emplace_back(name);
    }

private:
    View& view_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace

namespace {

template <StepId id>
void tell_concept(View& view, const model::Concept& known, const text::Hit& hit)
{
    explain<id>(view, known.origin, called(known), matched(view, hit.span));
}

/// What was found in the answer's own words: each concept once, under what stands around it.
void tell_features(const Case& context, View& view)
{
    std::vector<bool> told(context.matcher.lexicon().concepts.size());
    for (const text::Hit& hit : view.own.hits) {
        if (told[hit.concept_index]) continue;
        const model::Concept& known = context.matcher.lexicon().concepts[hit.concept_index];
        if (!known.is_matter) continue;
        told[hit.concept_index] = true;
        const text::Scope& scope = hit.scope;
        if (scope.negated)
            tell_concept<StepId::concept_negated>(view, known, hit);
        else if (scope.planned)
            tell_concept<StepId::concept_planned>(view, known, hit);
        else if (scope.customer)
            tell_concept<StepId::concept_on_customer>(view, known, hit);
        else if (scope.optional)
            tell_concept<StepId::concept_optional>(view, known, hit);
        else if (scope.conditional)
            tell_concept<StepId::concept_conditional>(view, known, hit);
        else if (scope.hedged)
            tell_concept<StepId::concept_hedged>(view, known, hit);
        else
            tell_concept<StepId::concept_stated>(view, known, hit);
    }
}

/// The documents found, enclosed or only named.
void tell_documents(View& view)
{
    for (const std::string& name : view.documents)
        if (view.encloses_document)
            explain<StepId::document_enclosed>(view, view.question->origin, document(name));
        else
            explain<StepId::document_named>(view, view.question->origin, document(name));
}

}  // namespace

void find_documents(Case& context, View& view)
{
    if (!view.answer || view.outcome == Outcome::unanswered) return;
    tell_features(context, view);
    Documents documents(view);
    const model::WordLists& lists = context.matcher.lexicon().lists;
    for (const text::Analysis* analysis : {&view.own, &view.evidence})
        for (const text::AnnexReference& annex : analysis->annexes) {
            view.encloses_document = true;
            documents.add(analysis->folded.quoted(annex.span));
        }
    const auto has_text = [](const text::Analysis& analysis) {
        return std::any_of(analysis.folded.text.begin(), analysis.folded.text.end(),
                           [](char c) { return lower(c) || is_digit(c) || upper(c); });
    };
    if (has_text(view.evidence)) {
        view.names_document = true;
        if (view.evidence.annexes.empty()) documents.add(view.answer->evidence_text());
    }
    for (const std::string& code : document_codes(lists, view.own.folded.source)) {
        view.names_document = true;
        documents.add(code);
    }
    const auto enclosed_word = context.matcher.index_of("enclosed-word");
    const auto document_noun = context.matcher.index_of("document-noun");
    const auto pointer_words = context.matcher.index_of("pointer-words");
    const auto acting_verb = context.matcher.index_of("acting-verb");
    bool noun = false;
    for (const text::Hit& hit : view.own.hits) {
        if (hit.concept_index == enclosed_word && !hit.scope.negated && !hit.scope.planned)
            view.encloses_document = true;
        if (hit.concept_index == document_noun) noun = true;
        if (hit.concept_index == pointer_words && hit.sentence < view.own.sentences.size()) {
            const text::Span rest{hit.span.end, view.own.sentences[hit.sentence].end};
            const std::string_view title = view.own.folded.quoted(rest);
            if (rest.end > rest.begin && looks_like_title(lists, title)) {
                view.names_document = true;
                documents.add(title);
            }
        }
    }
    for (std::size_t index = 0; noun && index < view.own.sentences.size(); ++index) {
        const text::Span& sentence = view.own.sentences[index];
        if (sentence.size() > 80) continue;
        const std::span<const text::Hit> hits = view.own.hits_in(index);
        const auto holds = [&](const auto& concept_index) {
            return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
                return hit.concept_index == concept_index && sentence.contains(hit.span);
            });
        };
        if (!holds(document_noun) || holds(acting_verb)) continue;
        const std::string_view line = view.own.folded.quoted(sentence);
        if (!looks_like_title(lists, line)) continue;
        view.names_document = true;
        documents.add(line);
    }
    tell_documents(view);
}

void check_evidence(Case& context, View& view)
{
    if (view.question->evidence.empty()) return;
    if (view.outcome == Outcome::unanswered || view.outcome == Outcome::not_applicable) return;
    if (view.names_document || view.encloses_document || view.has("reference-only")) return;
    if (std::any_of(view.enclosures.begin(), view.enclosures.end(),
                    [](const model::EvidenceDocument& one) { return !one.file.empty(); }))
        return;
    if (view.question->answer_is_evidence && !view.evaded) return;
    Words words;
    words.what = view.question->evidence_text;
    const model::Origin& rule = view.question->origin;
    if (const text::Hit* hit = context.first_hit(view.own, "on-request", false)) {
        words.quote = sentence_quote(view.own, hit->span);
        explain<StepId::evidence_on_request>(view, rule, document(view.question->evidence_text),
                                             matched(view, hit->span));
    }
    else {
        explain<StepId::evidence_missing>(view, rule, document(view.question->evidence_text));
    }
    words.document = view.question->evidence_text.in(model::Language::nb);
    view.findings.push_back(make_finding(context, view, "evidence-outstanding", words, Severity::low,
                                         Outcome::satisfied, view.question->origin));
}

}  // namespace samsvar::rules
