// Step 6: answers that look like answers: a bare yes, a pointer, the customer told to answer, another subject. Words
// without content are vagueness.cpp's.
#include <algorithm>
#include <optional>
#include <span>

#include "rules/checks.h"
#include "rules/evade.h"
#include "rules/other_words.h"
#include "rules/undescribed.h"
#include "text/segment.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;
using model::StepId;

namespace {

bool is_concept(const Case& context, const text::Hit& hit, std::string_view id)
{
    return context.matcher.lexicon().concepts[hit.concept_index].id == id;
}

bool any_of_topic(const Case& context, const text::Analysis& analysis, const std::vector<std::string>& topic)
{
    return std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const text::Hit& hit) {
        return std::find(topic.begin(), topic.end(), context.matcher.lexicon().concepts[hit.concept_index].id) !=
               topic.end();
    });
}

/// Must-expectations met by the answer's own words.
int met_in_own_words(const View& view)
{
    return static_cast<int>(std::count_if(view.sought.begin(), view.sought.end(), [](const Sought& one) {
        return one.expectation->weight == model::Weight::must && one.standing == Standing::met && one.own;
    }));
}

bool check_bare_yes(Case& context, View& view)
{
    constexpr std::size_t few_words = 6;
    if (view.polarity != Polarity::yes && view.polarity != Polarity::no) return false;
    if (view.words_beyond_polarity > few_words || view.question->yes_suffices) return false;
    if (!view.referred.empty() || met_in_own_words(view) > 0) return false;
    if (view.names_document && view.words_beyond_polarity > 0) return false;
    const bool vague = context.states(view.own, "vague-words");
    if (view.polarity == Polarity::yes) {
        evade<StepId::only_yes>(context, view, "yes-only", Outcome::partial, view.question->severity, opening(view));
        if (vague)
            evade<StepId::words_without_content>(context, view, "vague", Outcome::partial, view.question->severity,
                                                 opening(view));
        return true;
    }
    // "No" is the comfortable answer to "are data shared?"; contradictions with it are looked for later.
    if (!view.question->yes_is_good || view.question->expectations.empty()) return false;
    evade<StepId::only_no>(context, view, "negative", Outcome::gap, view.question->severity, opening(view));
    return true;
}

bool in_sentence(const Case& context, const View& view, const text::Span& sentence,
                 std::initializer_list<std::string_view> ids)
{
    const std::span<const text::Hit> hits = view.own.hits_in(view.own.sentence_of(sentence));
    return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
        return sentence.contains(hit.span) &&
               std::any_of(ids.begin(), ids.end(), [&](std::string_view id) { return is_concept(context, hit, id); });
    });
}

}  // namespace

bool points_at_document(const Case& context, const View& view, const text::Span& sentence)
{
    if (in_sentence(context, view, sentence, {"document-noun", "pointer-words", "enclosed-word"})) return true;
    const auto& annexes = view.own.annexes;
    auto annex = std::lower_bound(annexes.begin(), annexes.end(), sentence.begin,
                                  [](const text::AnnexReference& one, std::size_t at) { return one.span.begin < at; });
    for (; annex != annexes.end() && annex->span.begin < sentence.end; ++annex)
        if (sentence.contains(annex->span)) return true;
    return false;
}

namespace {

/// "See our Secure Development Handbook": begins by pointing, whatever the title is made of.
bool opens_by_pointing(const Case& context, const View& view, const text::Span& sentence)
{
    const std::span<const text::Hit> hits = view.own.hits_in(view.own.sentence_of(sentence));
    return std::any_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
        return hit.span.begin == sentence.begin && is_concept(context, hit, "pointer-words");
    });
}

/// Sentences that say something of their own: a must-expectation is met outside a sentence that points at a document,
/// or a sentence without a pointer says what is done.
bool says_something(const Case& context, const View& view)
{
    for (const text::Span& sentence : view.own.sentences) {
        const bool points = points_at_document(context, view, sentence);
        const bool acts = in_sentence(context, view, sentence, {"acting-verb"});
        const bool meets = std::any_of(view.sought.begin(), view.sought.end(), [&](const Sought& one) {
            return one.own && one.source && one.source->analysis == &view.own && sentence.contains(one.span) &&
                   (one.standing == Standing::met || one.standing == Standing::violated ||
                    one.standing == Standing::planned);
        });
        if (!points && (acts || meets)) return true;
        // A sentence that both acts and points says something, unless the acting is the pointing ("is described in").
        constexpr std::size_t more_than_a_title = 12;
        const bool is_long = text::count_words(view.own.folded.view(sentence)) >= more_than_a_title;
        if (points && meets && (is_long || (acts && !opens_by_pointing(context, view, sentence)))) return true;
    }
    return false;
}

/// The first sentence, but for a "Yes" of its own that stands in front (a column with choices, a box that is ticked).
const text::Span* first_behind_choice(const View& view)
{
    const std::vector<text::Span>& sentences = view.own.sentences;
    if (sentences.empty()) return nullptr;
    const bool choice = view.polarity != Polarity::none && sentences.size() > 1 &&
                        text::count_words(view.own.folded.view(sentences.front())) == 1;
    return &sentences[choice ? 1 : 0];
}

/// Every sentence points at a document and none says what is done.
bool check_pointer_only(Case& context, View& view)
{
    // Where nobody said what is expected, a long answer that names documents may well say all there is.
    constexpr std::size_t short_pointer = 15;
    if (view.question->concluded && view.words_beyond_polarity > short_pointer) return false;
    if (view.question->answer_is_evidence || !view.referred.empty()) return false;
    if (view.own.words == 0) {
        // A blank answer beside an enclosed document is the shortest of pointers.
        if (!view.encloses_document || view.musts(Standing::met) > 0) return false;
        evade<StepId::only_pointer>(context, view, "reference-only", Outcome::partial, view.question->severity,
                                    opening(view));
        return true;
    }
    const bool names =
        view.names_document || view.encloses_document || context.first_hit(view.own, "document-noun", false) != nullptr;
    if (!names || says_something(context, view)) return false;
    // "By technical routines" says by what it is done, not where it stands.
    if (context.first_hit(view.own, "opens-with-means", false) && !view.names_document && !view.encloses_document &&
        !context.first_hit(view.own, "pointer-words", false))
        return false;
    // "Passport, two references and a criminal record certificate" lists what is looked at; it points nowhere.
    constexpr std::size_t a_list = 3;
    if (view.question->concluded && !view.encloses_document && view.own.annexes.empty() &&
        view.own.folded.text.find(',') != std::string::npos && !context.first_hit(view.own, "pointer-words", false) &&
        things_named(context, view) >= a_list)
        return false;
    // A list of measures is nominal too ("Encryption, antivirus"); a pointer names the document at its beginning.
    const text::Span* const first = first_behind_choice(view);
    const bool at_beginning = first && points_at_document(context, view, *first);
    const bool often = std::any_of(view.own.frequencies.begin(), view.own.frequencies.end(),
                                   [](const text::Frequency& one) { return !one.vague; });
    if (!at_beginning || !view.own.durations.empty() || often || !view.own.dates.empty()) return false;
    // The annex that is named beside it is on no list: a pointer to nothing.
    if (!view.evidence.annexes.empty() && view.annex_titles.empty() && !context.submission.annexes.empty() &&
        view.own.annexes.empty() && view.polarity != Polarity::yes) {
        Words words;
        words.quote = sentence_quote(view.own, opening(view));
        words.document = view.evidence.folded.quote(view.evidence.annexes.front().span);
        view.findings.push_back(make_finding(context, view, "dangling-reference", words, Severity::medium,
                                             Outcome::unanswered, view.question->origin));
        explain<StepId::only_pointer>(view, view.question->origin, matched(view, opening(view)));
        view.settled = true;
        view.outcome = Outcome::unanswered;
        return true;
    }
    if (view.has("dangling-reference") && view.annex_titles.empty() && view.polarity != Polarity::yes) {
        // A pointer to something that is not there says nothing at all.
        explain<StepId::only_pointer>(view, view.question->origin, matched(view, opening(view)));
        view.settled = true;
        view.outcome = Outcome::unanswered;
        return true;
    }
    evade<StepId::only_pointer>(context, view, "reference-only", Outcome::partial, view.question->severity,
                                opening(view));
    return true;
}

/// What hands the question back: words for it, a question in place of an answer, or what is expected put on the
/// customer.
std::optional<text::Span> handed_back(const Case& context, const View& view)
{
    // "Who is the controller?" is not handed back by "the municipality is".
    const bool asks_who = context.first_hit(view.asked, "asks-roles", false) != nullptr;
    for (const char* concept_id : {"sent-elsewhere", "deflection", "asks-back"})
        if (const text::Hit* hit = asks_who ? nullptr : context.first_hit(view.own, concept_id, false))
            return hit->span;
    for (const Sought& one : view.sought)
        if (one.own && one.source && one.source->analysis == &view.own && one.standing == Standing::deflected &&
            one.expectation->weight == model::Weight::must)
            return one.span;
    return std::nullopt;
}

/// "You will have to ask the data centre, they hand out the cards": the only sentence sends the customer elsewhere, and
/// what it tells besides is of somebody else.
bool is_sent_elsewhere(const Case& context, const View& view)
{
    constexpr std::size_t at_beginning = 24;
    const text::Hit* hit = context.first_hit(view.own, "sent-elsewhere", false);
    const text::Span* sentence = first_behind_choice(view);
    return hit && sentence && sentence == &view.own.sentences.back() && sentence->contains(hit->span) &&
           hit->span.begin < sentence->begin + at_beginning;
}

/// Where "you know best, we stay out of it" stands, when nothing is said in any other sentence that is of the matter.
std::optional<text::Span> stays_out(const Case& context, const View& view)
{
    const text::Hit* const hands_off = context.first_hit(view.own, "hands-off", false);
    if (!hands_off || !view.own.durations.empty() || !view.own.frequencies.empty()) return std::nullopt;
    const auto is_elsewhere = [&](std::size_t sentence) {
        const std::span<const text::Hit> hits = view.own.hits_in(sentence);
        return std::none_of(hits.begin(), hits.end(), [&](const text::Hit& hit) {
            const std::string& id = context.matcher.lexicon().concepts[hit.concept_index].id;
            return id == "hands-off" || id == "deflection";
        });
    };
    const bool says_more =
        std::any_of(view.sought.begin(), view.sought.end(),
                    [&](const Sought& one) {
                        return one.own && one.standing == Standing::met && one.source &&
                               one.source->analysis == &view.own && is_elsewhere(view.own.sentence_of(one.span));
                    }) ||
        std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& hit) {
            const auto& topic = view.question->topic;
            return std::find(topic.begin(), topic.end(), context.matcher.lexicon().concepts[hit.concept_index].id) !=
                       topic.end() &&
                   !hit.scope.unsaid() && is_elsewhere(hit.sentence);
        });
    return says_more ? std::nullopt : std::optional<text::Span>(hands_off->span);
}

bool check_deflection(Case& context, View& view)
{
    if (const std::optional<text::Span> hands_off = stays_out(context, view)) {
        evade<StepId::passed_to_customer>(context, view, "deflected", Outcome::gap, view.question->severity,
                                          *hands_off);
        return true;
    }
    if (met_in_own_words(view) > 0 && !is_sent_elsewhere(context, view)) return false;
    const std::optional<text::Span> span = handed_back(context, view);
    if (!span) return false;
    // A time is the supplier's own; and what people ask for as data subjects is the controller's to decide.
    // How the supplier helps with it is the supplier's to answer.
    const bool of_controller = tagged(view, "data-subject-route") && !tagged(view, "data-subject");
    if (view.question->concluded &&
        (says_more_than(context, view, view.own.sentence_of(*span)) || !view.own.durations.empty() || of_controller))
        return false;
    evade<StepId::passed_to_customer>(context, view, "deflected", Outcome::gap, view.question->severity, *span);
    return true;
}

bool check_topic(Case& context, View& view)
{
    if (view.question->topic.empty() || any_of_topic(context, view.own, view.question->topic)) return false;
    // Yes and no are of the matter when they are what is asked for.
    const bool asks_yes_or_no =
        view.question->kind == model::AnswerKind::yesno_list || view.question->kind == model::AnswerKind::yesno;
    if (asks_yes_or_no && (view.polarity == Polarity::yes || view.polarity == Polarity::no)) return false;
    // What it refers to, or the document it names, may hold the matter. A quantity alone ("daily") is of any matter.
    const bool of_matter = std::any_of(view.sought.begin(), view.sought.end(), [](const Sought& one) {
        return one.expectation->kind == model::ExpectationKind::concepts && one.standing != Standing::absent;
    });
    if (of_matter) return false;
    if (in_other_words(context, view, view.question->topic)) return false;
    constexpr std::size_t enough_words = 3;
    if (view.own.words < enough_words || view.names_document || view.encloses_document) return false;
    if (!view.own.references.empty()) {
        Words words;
        explain<StepId::reference_unhelpful>(view, view.question->origin,
                                             matched(view, view.own.references.front().span));
        words.document = view.own.references.front().number;
        words.quote = sentence_quote(view.own, view.own.references.front().span);
        view.findings.push_back(make_finding(context, view, "dangling-reference", words, view.question->severity,
                                             Outcome::partial, view.question->origin));
    }
    // Praise and big words without substance are vague when it is short, and about something else when it goes on.
    constexpr std::size_t long_praise = 40;
    if (context.states_any(view.own, {"marketing", "vague-words", "vague-protection"}) &&
        view.own.words < long_praise) {
        evade<StepId::words_without_content>(context, view, "vague", Outcome::partial, view.question->severity,
                                             opening(view));
        return true;
    }
    // "That we have not done": said outright, though in no word of the matter.
    if (view.polarity == Polarity::no && view.question->yes_is_good) {
        evade<StepId::only_no>(context, view, "negative", Outcome::gap, view.question->severity, opening(view));
        return true;
    }
    // What is to come is said in words of its own, and nothing of how it is today.
    if (const text::Span* plan = promise(context, view)) {
        evade<StepId::promise_for_later>(context, view, "planned-not-in-place", Outcome::partial,
                                         view.question->severity, *plan);
        return true;
    }
    // Something else is positively recognised (two matters of another question): off-topic. Nothing at all is
    // recognised: a person must look.
    const bool other =
        context.first_hit(view.own, "marketing", false) || context.look_ups->holds_two_of_a_topic(view.own);
    if (other)
        evade<StepId::another_subject>(context, view, "off-topic", Outcome::gap, view.question->severity,
                                       opening(view));
    else
        evade<StepId::nothing_recognised>(context, view, "off-topic", Outcome::unclear, view.question->severity,
                                          opening(view));
    return true;
}

}  // namespace

void check_evasions(Case& context, View& view)
{
    if (view.settled) return;
    if (view.question->concluded) {
        if (!check_reference_helps(context, view) && !check_deflection(context, view) &&
            !check_bare_choice(context, view) && !check_pointer_only(context, view) && !check_denial(context, view))
            check_substance(context, view) ||
                (context.look_ups->holds_two_of_a_topic(view.own) && check_subject(context, view));
        return;
    }
    if (check_bare_yes(context, view) || check_pointer_only(context, view) || check_deflection(context, view) ||
        check_topic(context, view))
        return;
    check_vagueness(context, view);
}

void check_copies(Case& context, View& view)
{
    constexpr std::size_t enough_words = 4;
    if (!view.answer || view.own.words < enough_words || view.polarity == Polarity::not_applicable) return;
    if (view.outcome == Outcome::unanswered) return;
    const View* const other = context.look_ups->copied_by(view);  // the later one is the copy
    if (!other) return;
    Words words;
    words.with = other->id();
    words.quote = sentence_quote(view.own, opening(view));
    model::Finding finding = make_finding(context, view, "duplicate-answer", words, Severity::low, Outcome::satisfied,
                                          view.question->origin);
    finding.with_place = other->answer->place();
    finding.with_quote = sentence_quote(other->own, opening(*other));
    view.findings.push_back(std::move(finding));
    explain<StepId::copied_answer>(view, view.question->origin, matched(view, opening(view)),
                                   other_question(other->id()));
}

void check_question_text(Case& context, View& view)
{
    if (!view.answer || !view.answer->question_edited) return;
    Words words;
    words.quote = view.answer->printed_question.substr(0, 300);
    model::Finding finding =
        make_finding(context, view, "edited-question", words, Severity::low, Outcome::satisfied, view.question->origin);
    finding.place = view.answer->question_place;
    view.findings.push_back(std::move(finding));
    explain<StepId::question_edited>(view, view.question->origin);
}

}  // namespace samsvar::rules
