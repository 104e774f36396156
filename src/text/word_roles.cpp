#include "text/word_roles.h"

namespace samsvar::text {

void WordRoles::add(std::string_view word, std::uint32_t roles)
{
    words_.add(word, roles);
}

void WordRoles::add_beginning(std::string_view beginning, std::uint32_t roles)
{
    beginnings_.add(letters_.emplace_back(beginning.substr(0, beginning_size)), roles);
}

void WordRoles::prepare()
{
    const auto join = [](std::uint32_t& known, std::uint32_t further) { known |= further; };
    words_.prepare(join);
    beginnings_.prepare(join);
}

const WordRoles& word_roles()
{
    static const WordRoles all = [] {
        WordRoles made;
        add_measure_words(made);
        add_duration_words(made);
        add_frequency_words(made);
        add_date_words(made);
        add_reference_words(made);
        add_language_words(made);
        made.prepare();
        return made;
    }();
    return all;
}

}  // namespace samsvar::text
