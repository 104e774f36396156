#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "model/catalog.h"
#include "model/language.h"
#include "xml/element.h"

namespace samsvar::xml {

/// The texts of all children named `name`, one per xml:lang. Throws Error(malformed) when a language is missing from
/// an element, is unknown or stands twice.
model::LocalText read_texts(const Element& element, std::string_view name);

/// The language of one element's xml:lang. Throws Error(malformed) when it is missing or unknown.
model::Language read_language(const Element& element);

/// A length of time as our XML writes it: "72h", "14d", "2w", "6m", "1y" (a month is 1/12 of 365.25 days), in hours.
/// Throws Error(malformed) at `element`.
double read_hours(const Element& element, std::string_view attribute);

/// The value that the attribute's word names; the first of `values` when it is missing. Throws Error(malformed) naming
/// the allowed words.
template <typename Value>
Value read_choice(const Element& element, std::string_view attribute,
                  std::initializer_list<std::pair<std::string_view, Value>> values)
{
    const std::string written = element.attribute_or(attribute, values.begin()->first);
    std::string known;
    for (const auto& [name, value] : values) {
        if (name == written) return value;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw element.error("attribute \"" + std::string(attribute) + "\" must be one of " + known + ", not \"" + written +
                        "\"");
}

/// One <expect>:
/// <expect id="deadline" kind="concepts|duration|frequency|recent" weight="must|should" any="concept …" minimum="2"
///   violated-by="concept …" violation="gap|partial" about="concept …" at-most="72h" every="1y"
///   limit="stated|customary" evidence-meets="yes|no"><label xml:lang="nb">…</label></expect>
/// Throws Error(malformed) on unknown or missing attributes.
model::Expectation read_expectation(const Element& element);

}  // namespace samsvar::xml
