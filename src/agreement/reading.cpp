#include "agreement/reading.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/split.h"
#include "text/segment.h"

namespace samsvar::agreement {

namespace {

using text::Analysis;
using text::Hit;
using text::Span;

constexpr std::size_t longest_quote = 420;  // bytes

/// Words after which a party is no subject: "from the controller", folded.
constexpr std::array<std::string_view, 55> prepositions{
    "fra",     "til",   "av",    "for",     "overfor", "hos",   "med",      "mot",    "pA",        "etter",   "om",
    "at",      "frA",   "At",    "fOr",     "till",    "Ot",    "gentemot", "mellan", "enligt",    "hos",     "mellom",
    "mellem",  "efter", "over",  "on",      "of",      "to",    "by",       "from",   "with",      "against", "behalf",
    "between", "under", "vegne", "vegner",  "i",       "in",    "as",       "than",   "upon",      "den.til", "utanfor",
    "vid",     "ved",   "via",   "gjennom", "gjennem", "genom", "through",  "af",     "vis-a-vis", "towards", "e.g"};
constexpr std::array<std::string_view, 5> agents{"av", "by", "af", "frA", "fra"};
/// Verbs that make somebody owe something, folded.
constexpr std::array<std::string_view, 37> modals{
    "skal",       "ska",       "skall", "mA",       "mAste", "fAr",        "kan",    "plikter", "pliktar", "forplikter",
    "forpliktar", "fOrbinder", "Atar",  "Atager",   "vil",   "bOr",        "sikrer", "sOrger",  "syter",   "ansvarar",
    "har",        "shall",     "must",  "will",     "may",   "undertakes", "agrees", "ensures", "is",      "can",
    "warrants",   "on",        "tulee", "sitoutuu", "er",    "Er",         "blir"};
constexpr std::size_t words_to_modal = 3;
constexpr std::size_t words_to_inverted_subject = 1;

template <std::size_t size>
bool among(std::string_view word, const std::array<std::string_view, size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A party named in a sentence.
struct Mention {
    Span span;
    Side side = Side::none;
    bool subject = false;  ///< neither genitive nor behind a preposition
    bool agent = false;    ///< "by the processor"
    bool modal = false;    ///< beside a modal verb
};

class Grammar {
public:
    Grammar(const Analysis& analysis, const Span& sentence)
        : text_(analysis.folded.text), analysis_(analysis), sentence_(sentence)
    {
    }

    Mention mention(const Span& span, Side side) const
    {
        Mention made{span, side, true, false, false};
        const std::string_view word = view(span);
        std::vector<std::string_view> before = text::words_in(view({sentence_.begin, span.begin}));
        while (!before.empty() && (before.back() == "den" || before.back() == "the" || before.back() == "det" ||
                                   before.back() == "denne" || before.back() == "dess" || before.back() == "data"))
            before.pop_back();
        if (word.ends_with('s') && (span.end < text_.size() && text_[span.end] == ' ') && !word.ends_with("as"))
            made.subject = false;
        if (!before.empty() && among(before.back(), prepositions)) {
            made.subject = false;
            made.agent = among(before.back(), agents);
        }
        const std::vector<std::string_view> after =
            text::words_in(view({span.end, std::min(sentence_.end, span.end + 60)}));
        for (std::size_t index = 0; index < after.size() && index < words_to_modal; ++index)
            made.modal = made.modal || among(after[index], modals);
        if (!before.empty()) made.modal = made.modal || among(before.back(), modals);
        return made;
    }

    std::string_view view(const Span& span) const { return text_.substr(span.begin, span.end - span.begin); }
    std::size_t clause_of(const Span& span) const { return analysis_.clause_of(span); }
    std::size_t words_between(std::size_t begin, std::size_t end) const
    {
        return begin < end ? text::count_words(view({begin, end})) : 0;
    }

private:
    std::string_view text_;
    const Analysis& analysis_;
    Span sentence_;
};

/// "underrettes", "informeras", "be informed": what is done to the subject, not by it.
bool passive(std::string_view sentence, std::string_view verb, std::size_t verb_at)
{
    const std::vector<std::string_view> words = text::words_in(verb);
    if (!words.empty() && words.front().size() > 4 && words.front().ends_with('s') && !words.front().ends_with("ss"))
        return true;
    if (!words.empty() && words.front().ends_with("ast")) return true;
    if (!words.empty() && (words.front() == "fA" || words.front() == "fAr" || words.front() == "receive" ||
                           words.front() == "ha" || words.front() == "har" || words.front() == "saa"))
        return true;
    const std::vector<std::string_view> before = text::words_in(sentence.substr(0, verb_at));
    for (std::size_t back = 1; back <= 3 && back <= before.size(); ++back) {
        const std::string_view word = before[before.size() - back];
        if (word == "be" || word == "bli" || word == "blir" || word == "fA" || word == "fAr" || word == "receive" ||
            word == "been" || word == "receives")
            return true;
    }
    return false;
}

}  // namespace

bool is_period(const text::Duration& duration)
{
    return !duration.immediate && !duration.interval && duration.hours > 0;
}

Reading::Reading(const model::Agreement& agreement_, const text::Matcher& matcher_)
    : agreement(agreement_), matcher(matcher_)
{
    controller_ = numbers({std::string(controller_concept)});
    processor_ = numbers({std::string(processor_concept)});
    rights_ = numbers({"dpa-right"});
    const std::vector<std::uint32_t> definitions = numbers({"dpa-definitions"});

    std::vector<std::vector<std::uint32_t>> of_clause(agreement.clauses.size());
    std::vector<bool> defines(agreement.clauses.size());
    sides_.resize(agreement.clauses.size());
    for (std::size_t index = 0; index < agreement.clauses.size(); ++index) {
        const model::Clause& clause = agreement.clauses[index];
        const text::Analysis heading = matcher.analyse(clause.heading);
        for (const Hit& hit : heading.hits) of_clause[index].push_back(hit.concept_index);
        bool controller = false, processor = false;
        for (const Hit& hit : heading.hits) {
            controller = controller || hit.concept_index == (controller_.empty() ? ~0u : controller_.front());
            processor = processor || hit.concept_index == (processor_.empty() ? ~0u : processor_.front());
            defines[index] = defines[index] ||
                             std::find(definitions.begin(), definitions.end(), hit.concept_index) != definitions.end();
        }
        if (controller != processor) sides_[index] = controller ? Side::controller : Side::processor;
        if (clause.section != index) {
            const auto& above = of_clause[clause.section];
            of_clause[index].insert(of_clause[index].end(), above.begin(), above.end());
            if (sides_[index] == Side::none) sides_[index] = sides_[clause.section];
            defines[index] = defines[index] || defines[clause.section];
        }
        std::sort(of_clause[index].begin(), of_clause[index].end());
    }

    passages_.reserve(agreement.passages.size());
    std::map<std::string, std::vector<std::uint32_t>> of_columns;
    for (const model::Passage& passage : agreement.passages) {
        ReadPassage& read = passages_.emplace_back();
        const std::string lead = passage.lead.empty() ? std::string() : passage.lead + ' ';
        read.lead_bytes = lead.size();
        read.analysis = matcher.analyse(lead + passage.text);
        read.topic = of_clause[passage.clause];
        if (!passage.columns.empty()) {
            const auto [known, fresh] = of_columns.emplace(passage.columns, std::vector<std::uint32_t>());
            if (fresh)
                for (const std::string& column : split(passage.columns, '|'))
                    for (const Hit& hit : matcher.analyse(text::trimmed(column)).hits)
                        known->second.push_back(hit.concept_index);
            read.topic.insert(read.topic.end(), known->second.begin(), known->second.end());
            std::sort(read.topic.begin(), read.topic.end());
        }
        read.first_sentence = sentences_.size();
        for (std::size_t index = 0; index < read.analysis.sentences.size(); ++index) {
            Sentence& sentence = sentences_.emplace_back();
            sentence.passage = passages_.size() - 1;
            sentence.index = index;
            sentence.set_aside = defines[passage.clause] || passage.header;
        }
        for (const Hit& hit : read.analysis.hits) sentences_[read.first_sentence + hit.sentence].hits.push_back(&hit);
    }
}

std::size_t Reading::section_of(const Sentence& sentence) const
{
    return agreement.clauses[agreement.passages[sentence.passage].clause].section;
}

std::vector<std::uint32_t> Reading::numbers(const std::vector<std::string>& ids) const
{
    std::vector<std::uint32_t> found;
    for (const std::string& id : ids)
        if (const auto index = matcher.index_of(id)) found.push_back(*index);
    return found;
}

const Hit* Reading::find(const Sentence& sentence, const std::vector<std::uint32_t>& concepts, bool outright) const
{
    for (const Hit* hit : sentence.hits)
        if (std::find(concepts.begin(), concepts.end(), hit->concept_index) != concepts.end() &&
            (!outright || !hit->scope.negated))
            return hit;
    return nullptr;
}

bool Reading::topical(const Sentence& sentence, const std::vector<std::uint32_t>& concepts) const
{
    const ReadPassage& passage = passages_[sentence.passage];
    for (const std::uint32_t wanted : concepts)
        if (std::binary_search(passage.topic.begin(), passage.topic.end(), wanted)) return true;
    for (std::size_t index = 0; index <= sentence.index; ++index)
        if (find(sentences_[passage.first_sentence + index], concepts, false)) return true;
    return false;
}

bool Reading::names(std::string_view text, const std::vector<std::uint32_t>& concepts) const
{
    const Analysis analysis = matcher.analyse(text);
    return std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const Hit& hit) {
        return std::find(concepts.begin(), concepts.end(), hit.concept_index) != concepts.end();
    });
}

Side Reading::bound_by(const Sentence& sentence, const Hit& verb) const
{
    const Analysis& analysis = passages_[sentence.passage].analysis;
    const Span& whole = analysis.sentences[sentence.index];
    const Grammar grammar(analysis, whole);
    std::vector<Mention> mentions;
    for (const Hit* hit : sentence.hits) {
        const bool controller = !controller_.empty() && hit->concept_index == controller_.front();
        const bool processor = !processor_.empty() && hit->concept_index == processor_.front();
        if (controller || processor)
            mentions.push_back(grammar.mention(hit->span, controller ? Side::controller : Side::processor));
    }
    std::sort(mentions.begin(), mentions.end(),
              [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
    const std::size_t clause = grammar.clause_of(verb.span);
    const std::string_view verb_text = analysis.folded.view(verb.span);

    const Mention* subject = nullptr;
    // "be notified by the processor".
    for (const Mention& one : mentions)
        if (one.agent && one.span.begin >= verb.span.end && grammar.words_between(verb.span.end, one.span.begin) <= 3)
            return one.side;
    for (const Mention& one : mentions)
        if (one.subject && grammar.clause_of(one.span) == clause && one.span.end <= verb.span.begin + 1) {
            if (!subject || (one.modal && !subject->modal)) subject = &one;
        }
    if (!subject) {
        // Verb before subject, as after a clause in front: "…, varsler leverandøren kunden".
        const std::vector<std::string_view> verb_words = text::words_in(verb_text);
        const bool finite = !verb_words.empty() && verb_words.front().ends_with('r');
        for (const Mention& one : mentions)
            if (finite && one.subject && one.span.begin >= verb.span.begin &&
                !(one.span.begin < verb.span.end && one.span.end > verb.span.end) &&
                (one.span.begin < verb.span.end ||
                 grammar.words_between(verb.span.end, one.span.begin) <= words_to_inverted_subject)) {
                subject = &one;
                break;
            }
    }
    if (!subject)
        for (const Mention& one : mentions)
            if (one.subject && one.modal && one.span.end <= verb.span.begin + 1) subject = &one;
    if (!subject)
        for (const Mention& one : mentions)
            if (one.subject && one.span.end <= verb.span.begin + 1) subject = &one;
    if (!subject) return sides_[agreement.passages[sentence.passage].clause];
    if (subject->side == Side::controller) {
        // What is done to the controller, or what it may demand, is the processor's duty.
        const std::string_view text = analysis.folded.view(whole);
        if (passive(text, verb_text, verb.span.begin - whole.begin)) return Side::processor;
        for (const Hit* hit : sentence.hits)
            if (std::find(rights_.begin(), rights_.end(), hit->concept_index) != rights_.end() && !hit->scope.negated &&
                hit->span.begin >= subject->span.begin &&
                grammar.words_between(subject->span.end, hit->span.begin) <= words_to_modal)
                return Side::none;
    }
    return subject->side;
}

model::Evidence Reading::evidence(const Sentence& sentence, const Hit* hit) const
{
    const ReadPassage& read = passages_[sentence.passage];
    const model::Passage& passage = agreement.passages[sentence.passage];
    model::Evidence shown;
    shown.clause = agreement.clauses[passage.clause].name();
    shown.place = passage.place;
    Span span = read.analysis.sentences[sentence.index];
    const text::Folded& folded = read.analysis.folded;
    // The lead belongs to another paragraph; what is quoted stands at this place.
    while (span.begin < span.end && folded.origin[span.begin] < read.lead_bytes) ++span.begin;
    if (!passage.cells.empty()) {
        const std::size_t at = hit ? folded.origin[hit->span.begin] : folded.origin[span.begin];
        const model::CellPiece* chosen = &passage.cells.front();
        for (const model::CellPiece& cell : passage.cells)
            if (cell.begin <= at && at < cell.end) chosen = &cell;
        shown.place = chosen->place;
        shown.quote = passage.text.substr(chosen->begin, chosen->end - chosen->begin);
    }
    else
        shown.quote = folded.quote(span);
    if (shown.quote.size() > longest_quote) {
        std::size_t end = longest_quote;
        while (end > 0 && (static_cast<unsigned char>(shown.quote[end]) & 0xC0) == 0x80) --end;
        shown.quote.resize(end);
    }
    return shown;
}

}  // namespace samsvar::agreement
