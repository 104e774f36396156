#include "report/told_texts.h"

#include <algorithm>

#include "xml/values.h"

namespace samsvar::report {

using model::Language;
using xml::Element;

std::vector<std::string> place_holders(const std::string& text)
{
    std::vector<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        if (text.compare(open, 2, "{+") == 0) continue;
        const std::size_t close = std::min(text.find('}', open), text.size());
        names.push_back(text.substr(open + 1, close - open - 1));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

model::LocalText read_told(const Element& element, std::span<const Language> languages)
{
    element.allow({"id"}, {"text"});
    model::LocalText texts = xml::read_texts(element, "text");
    for (const Language language : languages)
        if (const std::string* text = texts.exactly(language); !text || text->empty())
            throw element.error(std::string("lacks <text xml:lang=\"") + name_of(language) + "\">");
    const std::vector<std::string> first = place_holders(texts.in(languages.front()));
    for (const Language language : languages)
        if (place_holders(texts.in(language)) != first)
            throw element.error(std::string("has other place holders in ") + name_of(language) + " than in " +
                                name_of(languages.front()));
    return texts;
}

void read_told_all(const Element& root, std::string_view name, std::span<const Language> languages, ToldTexts& texts,
                   std::string_view prefix)
{
    for (const Element* child : root.all(name)) {
        const std::string& id = child->require_attribute("id");
        if (!texts.emplace(std::string(prefix) + id, read_told(*child, languages)).second)
            throw child->error("a second \"" + id + "\"");
    }
}

void require_told(const Element& root, const ToldTexts& texts, std::span<const std::string_view> ids,
                  std::string_view what)
{
    for (const std::string_view id : ids)
        if (!texts.contains(id)) throw root.error("lacks the " + std::string(what) + " \"" + std::string(id) + "\"");
    for (const auto& [id, text] : texts)
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            throw root.error("there is no " + std::string(what) + " \"" + id + "\" to tell of");
}

}  // namespace samsvar::report
