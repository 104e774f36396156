#include "model/lexicon.h"

namespace samsvar::model {

const Concept* Lexicon::find(std::string_view wanted) const
{
    for (const Concept& known : concepts)
        if (known.id == wanted) return &known;
    return nullptr;
}

std::vector<std::string> Lexicon::concepts_of_data() const
{
    std::vector<std::string> ids;
    for (const Concept& one : concepts)
        if (one.of_data) ids.push_back(one.id);
    return ids;
}

void Lexicon::keep_what_answers_say()
{
    std::erase_if(concepts, [](const Concept& one) { return one.agreements_only; });
}

const FindingText* Lexicon::finding(std::string_view code) const
{
    for (const FindingText& known : findings)
        if (known.code == code) return &known;
    return nullptr;
}

const LocalText& Lexicon::phrase(std::string_view id) const
{
    static const LocalText none;
    for (const Phrase& known : phrases)
        if (known.id == id) return known.text;
    return none;
}

}  // namespace samsvar::model
