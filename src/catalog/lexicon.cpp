// The lexicon: concepts, contradictions and the sentences of findings (catalogs/lexicon/*.xml, catalogs/lexicon.xsd).
#include <map>

#include "base/files.h"
#include "catalog/load.h"
#include "xml/values.h"

namespace samsvar::catalog {

namespace {

using model::Contradiction;
using model::ContradictionKind;

std::vector<model::Pattern> read_patterns(const xml::Element& element, std::string_view name)
{
    std::vector<model::Pattern> patterns;
    for (const xml::Element* child : element.all(name)) {
        child->allow({"xml:lang"}, {});
        model::Pattern pattern;
        pattern.expression = child->trimmed_text();
        pattern.language = xml::read_language(*child);
        pattern.origin = {child->file, child->line};
        if (pattern.expression.empty()) throw child->error("the pattern is empty");
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

model::Concept read_concept(const xml::Element& element, const std::string& topic)
{
    element.allow({"id", "carries-negation", "weak"}, {"label", "pattern", "except"});
    model::Concept read;
    read.id = element.require_attribute("id");
    read.topic = topic;
    read.label = xml::read_texts(element, "label");
    read.patterns = read_patterns(element, "pattern");
    read.except = read_patterns(element, "except");
    read.carries_negation = element.flag_attribute("carries-negation", false);
    read.weak = element.flag_attribute("weak", false);
    read.origin = {element.file, element.line};
    return read;
}

template <typename Value>
Value choice(const xml::Element& element, std::string_view attribute, std::initializer_list<std::pair<std::string_view, Value>> values)
{
    const std::string written = element.attribute_or(attribute, values.begin()->first);
    std::string known;
    for (const auto& [name, value] : values) {
        if (name == written) return value;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw element.error("attribute \"" + std::string(attribute) + "\" must be one of " + known + ", not \"" + written + "\"");
}

Contradiction read_contradiction(const xml::Element& element)
{
    element.allow({"id", "kind", "claim", "fact", "claim-topic", "fact-topic", "unless", "falls", "becomes"}, {"label"});
    Contradiction read;
    read.id = element.require_attribute("id");
    read.label = xml::read_texts(element, "label");
    read.kind = choice<ContradictionKind>(element, "kind",
                                          {{"statements", ContradictionKind::statements},
                                           {"periods-differ", ContradictionKind::periods_differ},
                                           {"kept-longer", ContradictionKind::kept_longer},
                                           {"unlisted", ContradictionKind::unlisted}});
    read.claim = element.words_attribute("claim");
    read.fact = element.words_attribute("fact");
    read.claim_topic = element.words_attribute("claim-topic");
    read.fact_topic = element.words_attribute("fact-topic");
    read.unless = element.words_attribute("unless");
    read.claim_falls = choice<bool>(element, "falls", {{"claim", true}, {"none", false}});
    read.becomes_gap = choice<bool>(element, "becomes", {{"partial", false}, {"gap", true}});
    if (read.claim.empty() && read.kind != ContradictionKind::unlisted) throw element.error("attribute \"claim\" is missing or empty");
    if (read.fact.empty()) throw element.error("attribute \"fact\" is missing or empty");
    read.origin = {element.file, element.line};
    return read;
}

model::FindingText read_finding(const xml::Element& element)
{
    element.allow({"code"}, {"title", "meaning", "reason", "ask"});
    model::FindingText read;
    read.code = element.require_attribute("code");
    read.title = xml::read_texts(element, "title");
    read.meaning = xml::read_texts(element, "meaning");
    read.reason = xml::read_texts(element, "reason");
    read.ask = xml::read_texts(element, "ask");
    read.origin = {element.file, element.line};
    return read;
}

void read_file_into(model::Lexicon& lexicon, const xml::Element& root)
{
    if (root.name != "lexicon") throw root.error("a lexicon file starts with <lexicon>");
    root.allow({}, {"topic", "contradiction", "finding"});
    for (const xml::Element& element : root.children) {
        if (element.name == "topic") {
            element.allow({"id"}, {"concept"});
            for (const xml::Element* child : element.all("concept"))
                lexicon.concepts.push_back(read_concept(*child, element.require_attribute("id")));
        }
        else if (element.name == "contradiction") lexicon.contradictions.push_back(read_contradiction(element));
        else lexicon.findings.push_back(read_finding(element));
    }
}

/// Ids stand once, and a contradiction names concepts there are.
void check_lexicon(const model::Lexicon& lexicon)
{
    std::map<std::string, model::Origin> concepts;
    for (const model::Concept& one : lexicon.concepts) {
        const auto [known, fresh] = concepts.emplace(one.id, one.origin);
        if (!fresh)
            throw Error(ErrorCode::malformed, {one.origin.file, {}, one.origin.line, 0},
                        "a second concept \"" + one.id + "\"; the first is at " + known->second.text());
    }
    for (const model::Contradiction& one : lexicon.contradictions)
        for (const auto* ids : {&one.claim, &one.fact, &one.unless})
            for (const std::string& id : *ids)
                if (!concepts.count(id))
                    throw Error(ErrorCode::malformed, {one.origin.file, {}, one.origin.line, 0},
                                "contradiction \"" + one.id + "\" names the unknown concept \"" + id + "\"");
    std::map<std::string, model::Origin> codes;
    for (const model::FindingText& one : lexicon.findings)
        if (!codes.emplace(one.code, one.origin).second)
            throw Error(ErrorCode::malformed, {one.origin.file, {}, one.origin.line, 0}, "a second finding \"" + one.code + "\"");
}

}  // namespace

model::Lexicon load_lexicon(const std::filesystem::path& folder, const std::string& shown)
{
    const Limits limits;
    model::Lexicon lexicon;
    for (const std::filesystem::path& file : files_in(folder, ".xml"))
        read_file_into(lexicon, xml::parse(read_file(file, limits.own_xml_bytes), shown + '/' + file.filename().string(), limits));
    if (lexicon.concepts.empty())
        throw Error(ErrorCode::not_found, {folder.string(), {}, 0, 0}, "the lexicon folder holds no concept");
    check_lexicon(lexicon);
    return lexicon;
}

}  // namespace samsvar::catalog
