#include "xml/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/languages.h"

namespace samsvar::xml {

model::Language read_language(const Element& element)
{
    const std::string& name = element.require_attribute("xml:lang");
    const auto language = model::language_named(name);
    if (!language)
        throw element.error("unknown language xml:lang=\"" + name +
                            "\"; known: " + model::names_of(model::all_languages, " "));
    return *language;
}

model::LocalText read_texts(const Element& element, std::string_view name)
{
    model::LocalText texts;
    for (const Element* child : element.all(name)) {
        child->allow({"xml:lang"}, {});
        const model::Language language = read_language(*child);
        if (texts.exactly(language))
            throw child->error("a second one with xml:lang=\"" + std::string(name_of(language)) + "\"");
        texts.set(language, child->trimmed_text());
    }
    return texts;
}

double read_hours(const Element& element, std::string_view attribute)
{
    const std::string& written = element.require_attribute(attribute);
    double number = 0;
    const auto [end, failure] = std::from_chars(written.data(), written.data() + written.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(written.data() + written.size() - end));
    if (failure == std::errc() && number > 0 && std::isfinite(number)) {
        if (unit == "h") return number;
        if (unit == "d") return number * 24;
        if (unit == "w") return number * 7 * 24;
        if (unit == "m") return number * 365.25 / 12 * 24;
        if (unit == "y") return number * 365.25 * 24;
    }
    throw element.error("attribute \"" + std::string(attribute) +
                        "\" must be a number and h, d, w, m or y (72h), not \"" + written + "\"");
}

model::Expectation read_expectation(const Element& element)
{
    using model::ExpectationKind;
    element.allow({"id", "kind", "weight", "any", "minimum", "violated-by", "violation", "about", "at-most", "every",
                   "limit", "evidence-meets"},
                  {"label"});
    model::Expectation expectation;
    expectation.id = element.require_attribute("id");
    expectation.label = read_texts(element, "label");
    expectation.origin = {element.file, element.line};

    const std::string kind = element.attribute_or("kind", "concepts");
    if (kind == "concepts")
        expectation.kind = ExpectationKind::concepts;
    else if (kind == "duration")
        expectation.kind = ExpectationKind::duration;
    else if (kind == "frequency")
        expectation.kind = ExpectationKind::frequency;
    else if (kind == "recent")
        expectation.kind = ExpectationKind::recent;
    else
        throw element.error("attribute \"kind\" must be concepts, duration, frequency or recent, not \"" + kind + "\"");

    const std::string weight = element.attribute_or("weight", "must");
    if (weight != "must" && weight != "should")
        throw element.error("attribute \"weight\" must be must or should, not \"" + weight + "\"");
    expectation.weight = weight == "must" ? model::Weight::must : model::Weight::should;

    expectation.met_by = element.words_attribute("any");
    if (expectation.kind == ExpectationKind::concepts && expectation.met_by.empty())
        throw element.error("attribute \"any\" must name at least one concept");
    if (const auto minimum = element.number_attribute("minimum")) {
        // Written so that not-a-number is refused too.
        if (!(*minimum >= 1 && *minimum <= static_cast<double>(std::max<std::size_t>(expectation.met_by.size(), 1))) ||
            *minimum != std::floor(*minimum))
            throw element.error(
                "attribute \"minimum\" must be a whole number from 1 to the number of concepts in \"any\", not \"" +
                *element.attribute("minimum") + "\"");
        expectation.minimum = static_cast<int>(*minimum);
    }
    expectation.violated_by = element.words_attribute("violated-by");
    const std::string violation = element.attribute_or("violation", "gap");
    if (violation != "gap" && violation != "partial")
        throw element.error("attribute \"violation\" must be gap or partial, not \"" + violation + "\"");
    expectation.violation_is_gap = violation == "gap";
    expectation.about = element.words_attribute("about");
    if (element.attribute("at-most")) {
        if (expectation.kind != ExpectationKind::duration)
            throw element.error("attribute \"at-most\" belongs to kind=\"duration\", not to \"" + kind + "\"");
        expectation.at_most_hours = read_hours(element, "at-most");
    }
    if (element.attribute("every")) {
        if (expectation.kind != ExpectationKind::frequency && expectation.kind != ExpectationKind::recent)
            throw element.error("attribute \"every\" belongs to kind=\"frequency\" and kind=\"recent\", not to \"" +
                                kind + "\"");
        expectation.interval_days = read_hours(element, "every") / 24;
    }
    const std::string limit = element.attribute_or("limit", "customary");
    if (limit != "stated" && limit != "customary")
        throw element.error("attribute \"limit\" must be stated or customary, not \"" + limit + "\"");
    expectation.limit_is_stated = limit == "stated";
    expectation.evidence_meets = element.flag_attribute("evidence-meets", false);
    return expectation;
}

}  // namespace samsvar::xml
