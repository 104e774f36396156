#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "xml/element.h"

// Sentences and words that stand as data in reports/*.xml: <name id="…"><text xml:lang="nb">…</text>…</name>. Internal
// to the folder.
namespace samsvar::report {

using ToldTexts = std::map<std::string, model::LocalText, std::less<>>;

/// The names in braces, each once; {+so+} is how reports mark what came in, and names nothing.
std::vector<std::string> place_holders(const std::string& text);

/// The texts of one element. Throws Error at it when one of `languages` is missing or has other place holders than the
/// first.
model::LocalText read_told(const xml::Element& element, std::span<const model::Language> languages);

/// Adds all children of root called `name` to `texts`, their ids behind `prefix`. Throws Error as read_told, and for an
/// id that stands twice.
void read_told_all(const xml::Element& root, std::string_view name, std::span<const model::Language> languages,
                   ToldTexts& texts, std::string_view prefix = {});

/// Throws Error at root unless `texts` holds `ids`, all of them and nothing else; `what` is what one is called.
void require_told(const xml::Element& root, const ToldTexts& texts, std::span<const std::string_view> ids,
                  std::string_view what);

}  // namespace samsvar::report
