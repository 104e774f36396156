#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/limits.h"
#include "model/lexicon.h"
#include "text/analysis.h"
#include "xml/element.h"

/// What the tests of text need of a lexicon: concepts with patterns, read without the catalogue loader.
namespace samsvar::text::testing {

inline std::vector<model::Pattern> patterns_of(const xml::Element& element, std::string_view name)
{
    std::vector<model::Pattern> patterns;
    for (const xml::Element* one : element.all(name))
        patterns.push_back({one->text, model::language_named(one->attribute_or("xml:lang", "nb")).value_or(model::Language::nb), {one->file, one->line}});
    return patterns;
}

inline void read_concepts(const std::filesystem::path& path, model::Lexicon& lexicon)
{
    const std::string file = path.filename().string();
    const xml::Element root = xml::parse(read_file(path, Limits{}.own_xml_bytes), file);
    for (const xml::Element* topic : root.all("topic"))
        for (const xml::Element* one : topic->all("concept")) {
            model::Concept made;
            made.id = one->require_attribute("id");
            made.topic = topic->attribute_or("id", "");
            made.carries_negation = one->flag_attribute("carries-negation", false);
            made.weak = one->flag_attribute("weak", false);
            made.patterns = patterns_of(*one, "pattern");
            made.except = patterns_of(*one, "except");
            for (const xml::Element* word : one->all("word"))
                made.words.push_back({word->text, model::language_named(word->attribute_or("xml:lang", "nb")).value_or(model::Language::nb), {word->file, word->line}});
            lexicon.concepts.push_back(std::move(made));
        }
}

/// Every concept of catalogs/lexicon.
inline model::Lexicon shipped_lexicon()
{
    model::Lexicon lexicon;
    for (const auto& path : files_in(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "catalogs/lexicon", ".xml")) read_concepts(path, lexicon);
    return lexicon;
}

/// The cues of catalogs/lexicon (scope.xml, negation.xml) and some concepts of the test's own: id, then patterns.
struct Words {
    const char* id;
    std::vector<const char*> patterns;
    bool carries_negation = false;
    bool weak = false;
    std::vector<const char*> except = {};
};

inline model::Lexicon lexicon_of(const std::vector<Words>& own, bool with_cues = true)
{
    model::Lexicon lexicon;
    if (with_cues)
        for (const char* cues : {"negation.xml", "scope.xml"})
            read_concepts(std::filesystem::path(SAMSVAR_SOURCE_DIR) / "catalogs/lexicon" / cues, lexicon);
    for (const Words& words : own) {
        model::Concept made;
        made.id = words.id;
        made.carries_negation = words.carries_negation;
        made.weak = words.weak;
        for (const char* pattern : words.patterns) made.patterns.push_back({pattern, model::Language::nb, {"test.xml", 1}});
        for (const char* pattern : words.except) made.except.push_back({pattern, model::Language::nb, {"test.xml", 2}});
        lexicon.concepts.push_back(std::move(made));
    }
    return lexicon;
}

}  // namespace samsvar::text::testing
