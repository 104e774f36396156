#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/language.h"

namespace samsvar::agreement {

/// How far from the sentence that shows an element its parts may stand.
enum class Reach {
    sentence,
    passage,   ///< the paragraph or table row
    section,   ///< the numbered section or annex
    anywhere,  ///< the whole agreement
};

/// Whose duty or right a sentence has to be.
enum class Actor { any, processor, controller };

/// What has to stand together.
struct Condition {
    /// Each inner list is "one of these concepts"; all of them must stand in the sentence.
    std::vector<std::vector<std::string>> all;
    std::vector<std::string> topic;   ///< one of these in the sentence, the heading, the column header or just before
    std::vector<std::string> unless;  ///< none of these in the sentence
    std::vector<std::string> many;    ///< at least `minimum` different ones of these
    int minimum = 0;
    Actor actor = Actor::any;
    Reach reach = Reach::sentence;  ///< where `all`, `many` and `unless` are looked for
};

enum class PartKind { concepts, duration, frequency, name, element };

/// Something more an element needs, or must not have.
struct Part {
    std::string id;
    std::string code;  ///< of the finding
    model::LocalText label;
    PartKind kind = PartKind::concepts;
    model::Weight weight = model::Weight::must;
    std::vector<Condition> ways;     ///< one of them is enough
    std::vector<std::string> about;  ///< quantities: concepts their sentence must hold, beyond the shown sentence
    std::optional<double> at_most_hours;
    std::vector<std::string> when;  ///< looked for only when the agreement holds one of these anywhere; empty = always
    std::string element;            ///< kind element: must be covered
    Reach reach = Reach::section;
    model::Origin origin;
};

struct ElementRule {
    std::string id;
    std::vector<Condition> ways;  ///< one of them shows the element
    std::vector<Part> parts;      ///< absent = lacking
    std::vector<Part> flaws;      ///< present = lacking
    model::Origin origin;
};

struct ArticleRule {
    std::string article;
    std::vector<std::string> elements;
    model::Origin origin;
};

/// What an agreement is judged by: catalogs/agreements/*.xml, see agreement.xsd there.
struct Rules {
    std::string id;
    std::string catalog;  ///< whose requirements the elements are
    std::vector<ElementRule> elements;
    std::vector<ArticleRule> articles;
    model::Origin origin;

    const ElementRule* find(std::string_view wanted) const;
    /// Every concept the rules name, with the place, for lint.
    std::vector<std::pair<std::string, model::Origin>> concepts() const;
};

/// Reads the rules. Throws Error with file, line and column.
Rules load_rules(const std::filesystem::path& path, const std::string& shown);

}  // namespace samsvar::agreement
