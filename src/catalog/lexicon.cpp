// The lexicon: concepts, contradictions and the sentences of findings (catalogs/lexicon/*.xml, catalogs/lexicon.xsd).
#include <algorithm>
#include <charconv>
#include <map>

#include "base/files.h"
#include "base/on_threads.h"
#include "catalog/examples.h"
#include "catalog/load.h"
#include "catalog/source.h"
#include "text/fold.h"
#include "xml/values.h"

namespace samsvar::catalog {

namespace {

using model::Contradiction;
using model::ContradictionKind;

/// Where the first of a name stands, over all files.
using Origins = std::map<std::string, model::Origin>;

void note_first(Origins& origins, const xml::Element& element, const std::string& what, const std::string& id)
{
    const auto [known, fresh] = origins.emplace(id, model::Origin{element.file, element.line});
    if (!fresh) refuse_second(element, what + " \"" + id + "\"", known->second.line, known->second.file);
}

/// Texts that reports and explanations print; at least one language.
model::LocalText read_required_texts(const xml::Element& element, std::string_view name)
{
    model::LocalText texts = xml::read_texts(element, name);
    if (texts.empty()) throw element.error("a <" + std::string(name) + "> is missing inside it");
    return texts;
}

/// The attribute since, a day as 2021-03-25; year 0 where there is none.
model::Date read_since(const xml::Element& element)
{
    const std::string text = element.attribute_or("since", "");
    if (text.empty()) return {};
    model::Date date;
    const auto part = [&](std::size_t at, std::size_t size, int& value) {
        const char* const end = text.data() + at + size;
        const auto [last, failure] = std::from_chars(text.data() + at, end, value);
        return failure == std::errc() && last == end;
    };
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' && part(0, 4, date.year) &&
                        part(5, 2, date.month) && part(8, 2, date.day);
    if (!shaped || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
        throw element.error("since=\"" + text + "\" must be a day written like 2021-03-25");
    return date;
}

/// They are compiled by text::Matcher, which names file and line of a wrong one: some thousand of them, once.
std::vector<model::Pattern> read_patterns(const xml::Element& element, std::string_view name)
{
    std::vector<model::Pattern> patterns;
    for (const xml::Element* child : element.all(name)) {
        child->allow({"xml:lang", "since"}, {});
        model::Pattern pattern;
        pattern.since = read_since(*child);
        pattern.expression = child->trimmed_text();
        pattern.language = xml::read_language(*child);
        pattern.origin = {child->file, child->line};
        if (pattern.expression.empty()) throw child->error("holds no pattern");
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

std::vector<model::Word> read_words(const xml::Element& element)
{
    std::vector<model::Word> words;
    for (const xml::Element* child : element.all("word")) {
        child->allow({"xml:lang"}, {});
        words.push_back({child->trimmed_text(), xml::read_language(*child), {child->file, child->line}});
        if (words.back().text.empty()) throw child->error("holds no word");
    }
    return words;
}

model::Concept read_concept(const xml::Element& element, const xml::Element& topic)
{
    element.allow({"id", "carries-negation", "weak", "whereabouts", "of-data"}, {"label", "word", "pattern", "except"});
    model::Concept read;
    read.id = read_id(element);
    read.topic = read_id(topic);
    read.is_matter = topic.flag_attribute("matter", true);
    read.agreements_only = topic.flag_attribute("agreements-only", false);
    read.label = read_required_texts(element, "label");
    read.patterns = read_patterns(element, "pattern");
    read.words = read_words(element);
    read.except = read_patterns(element, "except");
    read.carries_negation = element.flag_attribute("carries-negation", false);
    read.weak = element.flag_attribute("weak", false);
    read.whereabouts = element.flag_attribute("whereabouts", false);
    read.of_data = element.flag_attribute("of-data", false);
    read.origin = {element.file, element.line};
    return read;
}

Contradiction read_contradiction(const xml::Element& element)
{
    element.allow({"id", "kind", "claim", "fact", "claim-topic", "fact-topic", "unless", "fact-beside", "claim-beside",
                   "one-sided", "falls", "becomes"},
                  {"label"});
    Contradiction read;
    read.id = read_id(element);
    read.label = read_required_texts(element, "label");
    read.kind = xml::read_choice<ContradictionKind>(element, "kind",
                                                    {{"statements", ContradictionKind::statements},
                                                     {"periods-differ", ContradictionKind::periods_differ},
                                                     {"kept-longer", ContradictionKind::kept_longer},
                                                     {"last-done", ContradictionKind::last_done},
                                                     {"unlisted", ContradictionKind::unlisted}});
    read.claim = element.words_attribute("claim");
    read.fact = element.words_attribute("fact");
    read.claim_topic = element.words_attribute("claim-topic");
    read.fact_topic = element.words_attribute("fact-topic");
    read.unless = element.words_attribute("unless");
    read.claim_falls = xml::read_choice<bool>(element, "falls", {{"claim", true}, {"none", false}});
    read.fact_beside = element.words_attribute("fact-beside");
    read.claim_beside = element.words_attribute("claim-beside");
    read.one_sided = element.flag_attribute("one-sided", false);
    read.becomes_gap = xml::read_choice<bool>(element, "becomes", {{"partial", false}, {"gap", true}});
    if (read.claim.empty() && read.kind != ContradictionKind::unlisted)
        throw element.error("attribute \"claim\" is missing or empty");
    if (read.fact.empty()) throw element.error("attribute \"fact\" is missing or empty");
    read.origin = {element.file, element.line};
    return read;
}

model::Subject read_subject(const xml::Element& element)
{
    element.allow({"id", "asked-by", "unless", "severity", "no-is-good", "always", "renewed"}, {"label"});
    model::Subject read;
    read.id = read_id(element);
    read.label = read_required_texts(element, "label");
    read.asked_by = element.words_attribute("asked-by");
    read.unless = element.words_attribute("unless");
    read.severity = xml::read_choice<model::Severity>(
        element, "severity",
        {{"medium", model::Severity::medium}, {"low", model::Severity::low}, {"high", model::Severity::high}});
    read.no_is_good = element.flag_attribute("no-is-good", false);
    read.always = element.flag_attribute("always", false);
    read.renewed = element.flag_attribute("renewed", false);
    if (read.asked_by.empty()) throw element.error("attribute \"asked-by\" is missing or empty");
    read.origin = {element.file, element.line};
    return read;
}

model::AskedElement read_asked(const xml::Element& element)
{
    element.allow({"by", "unless"}, {"expect"});
    const std::vector<const xml::Element*> expected = element.all("expect");
    if (expected.size() != 1) throw element.error("holds one <expect>, no more and no less");
    model::AskedElement read{element.words_attribute("by"), element.words_attribute("unless"),
                             xml::read_expectation(*expected.front())};
    if (read.asked_by.empty()) throw element.error("attribute \"by\" is missing or empty");
    return read;
}

model::FindingText read_finding(const xml::Element& element)
{
    element.allow({"code"}, {"title", "meaning", "reason", "ask"});
    model::FindingText read;
    read.code = read_id(element, "code");
    read.title = read_required_texts(element, "title");
    read.meaning = read_required_texts(element, "meaning");
    read.reason = read_required_texts(element, "reason");
    read.ask = read_required_texts(element, "ask");
    read.origin = {element.file, element.line};
    return read;
}

model::Phrase read_phrase(const xml::Element& element)
{
    element.allow({"id"}, {"text"});
    return {read_id(element), read_required_texts(element, "text"), {element.file, element.line}};
}

model::WordListId read_list_id(const xml::Element& element)
{
    const std::string& written = read_id(element);
    std::string known;
    for (const auto& [id, name] : model::word_list_names) {
        if (name == written) return id;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw element.error("the program asks for no list \"" + written + "\"; it asks for " + known);
}

std::vector<model::ListedWord> read_list(const xml::Element& element, model::WordListId id)
{
    using Id = model::WordListId;
    element.allow({"id"}, {"item"});
    std::vector<model::ListedWord> words;
    for (const xml::Element* item : element.all("item")) {
        item->allow({"xml:lang", "of", "not-in"}, {});
        model::ListedWord& word = words.emplace_back();
        word.text = item->trimmed_text();
        if (word.text.empty()) throw item->error("holds no word");
        word.folded = text::fold_text(word.text);
        if (item->attribute("xml:lang")) word.language = xml::read_language(*item);
        if (id == Id::service_of_company)
            word.of = text::fold_text(item->require_attribute("of"));
        else if (item->attribute("of"))
            throw item->error("attribute \"of\" belongs to the list service-of-company");
        if (const std::string* language = item->attribute("not-in")) {
            word.not_in = model::language_named(*language);
            if (id != Id::company_form_in_capitals || !word.not_in)
                throw item->error("attribute \"not-in\" names a language, in the list company-form-in-capitals");
        }
        word.origin = {item->file, item->line};
    }
    return words;
}

/// In what a statement must stand beside, "of-data" is short for all concepts that bear that.
void name_all_of_data(std::vector<std::string>& ids, const model::Lexicon& lexicon)
{
    const auto place = std::find(ids.begin(), ids.end(), "of-data");
    if (place == ids.end()) return;
    const std::vector<std::string> all = lexicon.concepts_of_data();
    ids.insert(ids.erase(place), all.begin(), all.end());
}

/// A contradiction or subject that names a concept there is not can never be found.
/// Where concepts stand.
struct KnownConcepts {
    Origins all;
    Origins in_answers;  ///< those that answers are searched for
};

void check_concepts(const xml::Element& element, const std::string& attribute, const std::vector<std::string>& ids,
                    const KnownConcepts& known)
{
    for (const std::string& id : ids)
        if (!known.in_answers.count(id))
            throw element.error("attribute \"" + attribute + "\" names " +
                                (known.all.count(id) ? "a concept of agreements only" : "no concept of the lexicon") +
                                ": \"" + id + "\"");
}
void check_concepts(const xml::Element& element, std::initializer_list<const char*> attributes,
                    const KnownConcepts& known)
{
    for (const char* attribute : attributes)
        check_concepts(element, attribute, element.words_attribute(attribute), known);
}

}  // namespace

model::Lexicon load_lexicon(const std::filesystem::path& folder, const std::string& shown)
{
    const std::vector<std::filesystem::path> files = files_in(folder, ".xml");
    std::vector<xml::Element> roots(files.size());
    std::vector<std::vector<model::Concept>> of_file(files.size());
    on_two_threads(files.size(), [&](std::size_t at) {
        roots[at] = read_root(files[at], shown + '/' + files[at].filename().string(), "lexicon");
        roots[at].allow({}, {"topic", "contradiction", "finding", "phrase", "subject", "asked", "list"});
        for (const xml::Element* topic : roots[at].all("topic")) {
            topic->allow({"id", "matter", "agreements-only"}, {"concept"});
            for (const xml::Element* element : topic->all("concept"))
                of_file[at].push_back(read_concept(*element, *topic));
        }
    });
    model::Lexicon lexicon;
    KnownConcepts concepts;
    Origins contradictions, findings, phrases, subjects, lists;
    for (std::size_t at = 0; at < files.size(); ++at) {
        auto next = of_file[at].begin();
        for (const xml::Element* topic : roots[at].all("topic"))
            for (const xml::Element* element : topic->all("concept")) {
                note_first(concepts.all, *element, "concept", next->id);
                if (!next->agreements_only) concepts.in_answers.emplace(next->id, next->origin);
                lexicon.concepts.push_back(std::move(*next++));
            }
    }
    if (lexicon.concepts.empty())
        throw Error(ErrorCode::not_found, {folder.string(), {}, 0, 0},
                    "holds no concept; it must hold *.xml files with <lexicon><topic><concept>");
    lexicon.examples = load_examples(folder / "examples", shown + "/examples",
                                     [&](const std::string& id) { return concepts.in_answers.count(id) != 0; });
    // Contradictions and subjects may name concepts of any file, so they are read when all concepts are known.
    for (const xml::Element& root : roots) {
        for (const xml::Element* element : root.all("contradiction")) {
            model::Contradiction& one = lexicon.contradictions.emplace_back(read_contradiction(*element));
            note_first(contradictions, *element, "contradiction", one.id);
            name_all_of_data(one.fact_beside, lexicon);
            name_all_of_data(one.claim_beside, lexicon);
            check_concepts(*element, {"claim", "fact", "unless"}, concepts);
            check_concepts(*element, "fact-beside", one.fact_beside, concepts);
            check_concepts(*element, "claim-beside", one.claim_beside, concepts);
        }
        for (const xml::Element* element : root.all("subject")) {
            lexicon.subjects.push_back(read_subject(*element));
            note_first(subjects, *element, "subject", lexicon.subjects.back().id);
            check_concepts(*element, {"asked-by", "unless"}, concepts);
        }
        for (const xml::Element* element : root.all("asked")) {
            lexicon.elements.push_back(read_asked(*element));
            check_concepts(*element, {"by", "unless"}, concepts);
            check_concepts(*element->all("expect").front(), {"any", "violated-by", "about"}, concepts);
        }
        for (const xml::Element* element : root.all("finding")) {
            lexicon.findings.push_back(read_finding(*element));
            note_first(findings, *element, "finding", lexicon.findings.back().code);
        }
        for (const xml::Element* element : root.all("phrase")) {
            lexicon.phrases.push_back(read_phrase(*element));
            note_first(phrases, *element, "phrase", lexicon.phrases.back().id);
        }
        for (const xml::Element* element : root.all("list")) {
            note_first(lists, *element, "list", read_id(*element));
            const model::WordListId id = read_list_id(*element);
            lexicon.lists[id] = read_list(*element, id);
        }
    }
    return lexicon;
}

}  // namespace samsvar::catalog
