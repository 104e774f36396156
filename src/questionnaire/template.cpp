#include "questionnaire/template.h"

#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "xml/values.h"

namespace samsvar::questionnaire {

namespace {

constexpr std::string_view name_space = "urn:samsvar:questionnaire:1";
constexpr std::uint64_t largest_picture = 4u << 20;

Picture read_logo(const xml::Element& element, const std::filesystem::path& folder)
{
    element.allow({"file"}, {});
    const std::string& name = element.require_attribute("file");
    if (name.find('/') != std::string::npos || name.find('\\') != std::string::npos)
        throw element.error("attribute \"file\" must name a file beside the template, not a path: \"" + name + "\"");
    return read_picture(read_file(folder / name, largest_picture), name);
}

/// Paragraphs by language; those of a language replace what there was of it.
void read_paragraphs(const xml::Element& root, std::string_view name,
                     std::map<model::Language, std::vector<std::string>>& into)
{
    std::set<model::Language> said;
    for (const xml::Element* element : root.all(name)) {
        element->allow({"xml:lang"}, {});
        const model::Language language = xml::read_language(*element);
        if (said.insert(language).second) into[language].clear();
        into[language].push_back(element->trimmed_text());
    }
}

void overlay(model::LocalText& base, const model::LocalText& said)
{
    for (const auto& [language, text] : said.all()) base.set(language, text);
}

}  // namespace

const std::string& Template::label(const std::string& id, model::Language language) const
{
    const auto found = labels.find(id);
    if (found == labels.end())
        throw Error(ErrorCode::not_found, {"reports/questionnaire.xml", {}, 0, 0},
                    "the label \"" + id + "\" is missing");
    return found->second.in(language);
}

const std::vector<std::string>& Template::paragraphs(const std::map<model::Language, std::vector<std::string>>& of,
                                                     model::Language language) const
{
    static const std::vector<std::string> none;
    for (const model::Language one : {language, model::Language::nb, model::Language::en})
        if (const auto found = of.find(one); found != of.end()) return found->second;
    return of.empty() ? none : of.begin()->second;
}

Template read_template(const std::filesystem::path& path, const std::string& shown, Template base)
{
    const Limits limits;
    const xml::Element root = xml::parse(read_file(path, limits.own_xml_bytes), shown, limits);
    if (root.name != "questionnaire" || root.name_space != name_space)
        throw root.error("not a questionnaire template; the root must be <questionnaire xmlns=\"" +
                         std::string(name_space) + "\">");
    root.allow({}, {"buyer", "logo", "title", "introduction", "instruction", "label"});
    if (const xml::Element* buyer = root.child("buyer")) base.buyer = buyer->trimmed_text();
    if (const xml::Element* logo = root.child("logo")) base.logo = read_logo(*logo, path.parent_path());
    overlay(base.title, xml::read_texts(root, "title"));
    read_paragraphs(root, "introduction", base.introduction);
    read_paragraphs(root, "instruction", base.instructions);
    for (const xml::Element* element : root.all("label")) {
        element->allow({"id"}, {"text"});
        overlay(base.labels[element->require_attribute("id")], xml::read_texts(*element, "text"));
    }
    return base;
}

}  // namespace samsvar::questionnaire
