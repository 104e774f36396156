#include "model/language.h"

#include "model/languages.h"
#include "model/report_text.h"

namespace samsvar::model {

namespace {

/// Whose texts stand in for one that is not there, nearest first.
std::span<const Language> neighbours_of(Language language)
{
    using enum Language;
    static constexpr Language norwegian[] = {nb, nn, da, sv, en}, swedish[] = {nb, da, nn, en},
                              danish[] = {nb, nn, sv, en}, finnish[] = {en, sv}, english[] = {nb, sv, da};
    switch (language) {
        case nb:
        case nn: return norwegian;
        case sv: return swedish;
        case da: return danish;
        case fi: return finnish;
        case en: return english;
    }
    return english;
}

}  // namespace

const char* name_of(Language language)
{
    switch (language) {
        case Language::nb: return "nb";
        case Language::nn: return "nn";
        case Language::sv: return "sv";
        case Language::da: return "da";
        case Language::fi: return "fi";
        case Language::en: return "en";
    }
    return "en";
}

std::optional<Language> language_named(std::string_view name)
{
    const std::string_view primary = name.substr(0, name.find('-'));
    if (primary == "no") return Language::nb;
    for (const Language language : all_languages)
        if (primary == name_of(language)) return language;
    return std::nullopt;
}

std::string names_of(std::span<const Language> languages, std::string_view between)
{
    std::string names;
    for (const Language language : languages) {
        if (!names.empty()) names += between;
        names += name_of(language);
    }
    return names;
}

void LocalText::set(Language language, std::string text)
{
    for (auto& [known, old] : texts_)
        if (known == language) {
            old = std::move(text);
            return;
        }
    texts_.emplace_back(language, std::move(text));
}

const std::string* LocalText::exactly(Language language) const
{
    for (const auto& [known, text] : texts_)
        if (known == language) return &text;
    return nullptr;
}

const std::string& LocalText::in(Language language) const
{
    static const std::string none;
    if (const std::string* text = exactly(language)) return *text;
    for (const Language near : neighbours_of(language))
        if (const std::string* text = exactly(near)) return *text;
    return texts_.empty() ? none : texts_.front().second;
}

LocalText report_text(std::string nb, std::string sv, std::string en)
{
    LocalText text;
    text.set(Language::nb, std::move(nb));
    text.set(Language::sv, std::move(sv));
    text.set(Language::en, std::move(en));
    return text;
}

}  // namespace samsvar::model
