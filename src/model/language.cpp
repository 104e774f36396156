#include "model/language.h"

#include <array>

#include "model/report_text.h"

namespace samsvar::model {

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
    for (const Language language : {Language::nb, Language::nn, Language::sv, Language::da, Language::fi, Language::en})
        if (primary == name_of(language)) return language;
    return std::nullopt;
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
    using enum Language;
    static const std::string none;
    static constexpr std::array<std::array<Language, 6>, 6> neighbours{{
        {nb, nn, da, sv, en, fi},
        {nn, nb, da, sv, en, fi},
        {sv, nb, da, nn, en, fi},
        {da, nb, nn, sv, en, fi},
        {fi, en, sv, nb, da, nn},
        {en, nb, sv, da, nn, fi},
    }};
    for (const Language near : neighbours[static_cast<std::size_t>(language)])
        if (const std::string* text = exactly(near)) return *text;
    return none;
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
