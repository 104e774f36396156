#include "form/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

#include "base/files.h"
#include "base/limits.h"
#include "form/parts.h"
#include "text/fold.h"
#include "xml/element.h"
#include "xml/values.h"

namespace samsvar::form {

namespace {

constexpr std::string_view vocabulary_namespace = "urn:samsvar:vocabulary:1";
constexpr std::array meanings{"yes", "no", "partly", "planned", "not-applicable", "unknown"};
constexpr std::array kinds{"risk-register", "asset-register", "change-log", "glossary",     "list",
                           "summary",       "instructions",   "price-list", "contact-list", "minutes"};

/// "attribute "kind" must be a, b or c, not "x"" unless the attribute holds one of `known`.
template <std::size_t Count>
std::string read_name(const xml::Element& element, std::string_view attribute,
                      const std::array<const char*, Count>& known)
{
    const std::string& name = element.require_attribute(attribute);
    std::string list;
    for (std::size_t index = 0; index < Count; ++index) {
        if (name == known[index]) return name;
        list += (index == 0 ? "" : index + 1 == Count ? " or " : ", ") + std::string(known[index]);
    }
    throw element.error("attribute \"" + std::string(attribute) + "\" must be " + list + ", not \"" + name + "\"");
}

/// Adds words to a list, each once: thousands are read whenever a file is, so the table of what is known holds indices
/// into the list, and nothing is allocated for it.
class DistinctWords {
public:
    explicit DistinctWords(std::vector<std::string>& words) : words_(words), slots_(256) {}

    void add(std::string_view word)
    {
        if (words_.size() * 2 >= slots_.size()) grow();
        std::uint32_t& slot = slot_of(word);
        if (slot != 0) return;
        words_.emplace_back(word);
        slot = static_cast<std::uint32_t>(words_.size());
    }

private:
    /// Index of the word and one, or 0 where it belongs.
    std::uint32_t& slot_of(std::string_view word)
    {
        std::uint32_t hash = 2166136261u;  // FNV-1a
        for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at] != 0 && words_[slots_[at] - 1] != word) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow()
    {
        slots_.assign(slots_.size() * 4, 0);
        for (std::size_t index = 0; index < words_.size(); ++index)
            slot_of(words_[index]) = static_cast<std::uint32_t>(index + 1);
    }

    std::vector<std::string>& words_;
    std::vector<std::uint32_t> slots_;  // as many as a power of two, at least half of them free
};

/// Adds the words of one <words> to `words`.
void add_words(const xml::Element& element, DistinctWords& words)
{
    element.allow({"xml:lang"}, {});
    // Any language will do: it is told for the reader of the file only.
    element.require_attribute("xml:lang");
    const std::string text = element.trimmed_text();
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('|', start), text.size());
        const std::string_view word = text::trimmed(std::string_view(text).substr(start, end - start));
        if (word.empty())
            throw element.error(text.empty()
                                    ? "holds no words"
                                    : "an empty word; words are separated by one | and none stands at the end");
        words.add(word);
        start = end + 1;
    }
}

std::vector<std::string> read_words(const xml::Element& element)
{
    std::vector<std::string> words;
    DistinctWords distinct(words);
    for (const xml::Element* one : element.all("words")) add_words(*one, distinct);
    if (words.empty()) throw element.error("a <words> is missing inside it");
    return words;
}

void read_columns(const xml::Element& root, model::Vocabulary& vocabulary)
{
    for (const xml::Element* element : root.all("column")) {
        element->allow({"role"}, {"words"});
        const std::string& name = element->require_attribute("role");
        const auto role = model::column_role_named(name);
        if (!role)
            throw element->error(
                "attribute \"role\" must be id, section, question, guidance, choice, answer, remark, evidence, "
                "reviewer or other, not \"" +
                name + "\"");
        vocabulary.columns.push_back({*role, read_words(*element)});
    }
    if (vocabulary.columns.empty()) throw root.error("a <column> is missing inside it");
}

void read_choices(const xml::Element& root, model::Vocabulary& vocabulary)
{
    std::unordered_set<std::string> known;
    for (const xml::Element* element : root.all("choice")) {
        element->allow({"meaning"}, {"words"});
        model::Vocabulary::Choice choice{read_name(*element, "meaning", meanings), read_words(*element)};
        for (const model::Vocabulary::Choice& other : vocabulary.choices)
            if (other.meaning == choice.meaning)
                throw element->error("a choice with the meaning \"" + choice.meaning + "\" stands twice");
        for (const std::string& word : choice.words)
            if (!known.insert(word).second)
                throw element->error("\"" + word + "\" stands under another meaning, too; it can mean one thing only");
        vocabulary.choices.push_back(std::move(choice));
    }
}

void read_others(const xml::Element& root, model::Vocabulary& vocabulary)
{
    for (const xml::Element* element : root.all("other")) {
        element->allow({"kind"}, {"words"});
        model::Vocabulary::Other other{read_name(*element, "kind", kinds), read_words(*element)};
        for (const model::Vocabulary::Other& known : vocabulary.others)
            if (known.kind == other.kind) throw element->error("the kind \"" + other.kind + "\" stands twice");
        vocabulary.others.push_back(std::move(other));
    }
}

void read_facts(const xml::Element& root, model::Vocabulary& vocabulary)
{
    for (const xml::Element* element : root.all("fact")) {
        element->allow({"key"}, {"label", "words"});
        model::Vocabulary::Fact fact;
        fact.key = element->require_attribute("key");
        fact.label = read_required_texts(*element, "label");
        fact.words = read_words(*element);
        for (const model::Vocabulary::Fact& known : vocabulary.facts)
            if (known.key == fact.key) throw element->error("a fact with the key \"" + fact.key + "\" stands twice");
        vocabulary.facts.push_back(std::move(fact));
    }
}

std::vector<std::string> read_list(const xml::Element& root, std::string_view name)
{
    const std::vector<const xml::Element*> found = root.all(name);
    if (found.empty()) return {};
    if (found.size() > 1) throw found[1]->error("stands twice");
    found[0]->allow({}, {"words"});
    return read_words(*found[0]);
}

}  // namespace

model::Vocabulary load_vocabulary(const std::filesystem::path& path, const std::string& shown)
{
    const Limits limits;
    const xml::Element root = xml::parse(read_file(path, limits.own_xml_bytes), shown, limits);
    if (root.name != "vocabulary" || root.name_space != vocabulary_namespace)
        throw root.error("not a vocabulary; the root must be <vocabulary xmlns=\"" + std::string(vocabulary_namespace) +
                         "\">");
    root.allow({}, {"column", "choice", "unanswered", "sample", "answer", "buyer", "other", "fact", "subprocessors",
                    "annexes"});

    model::Vocabulary vocabulary;
    vocabulary.origin = {root.file, root.line};
    read_columns(root, vocabulary);
    read_choices(root, vocabulary);
    vocabulary.unanswered = read_list(root, "unanswered");
    vocabulary.samples = read_list(root, "sample");
    vocabulary.answers = read_list(root, "answer");
    vocabulary.buyers = read_list(root, "buyer");
    read_others(root, vocabulary);
    read_facts(root, vocabulary);
    vocabulary.subprocessors = read_list(root, "subprocessors");
    vocabulary.annexes = read_list(root, "annexes");
    return vocabulary;
}

}  // namespace samsvar::form
