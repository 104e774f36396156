#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "model/place.h"

namespace samsvar::model {

/// The lists of words of the lexicon that the program holds texts against one by one (<list> in catalogs/lexicon).
enum class WordListId {
    no_recipient,              ///< beginnings of names that are no sub-processor of a supplier; folded
    company_form,              ///< what a company's name ends with; as written
    company_form_in_capitals,  ///< likewise where the whole text is in capitals; as written
    service_of_company,        ///< other names of companies, ListedWord::of; folded
    before_name,               ///< words before the name of a company where something is or comes from; folded
    before_recipient,          ///< words before the name of who gets the data; folded
    denies,                    ///< words that deny, wherever they stand in a sentence; folded
    no_document_code,          ///< letters before a number that make no code of a document; as written
    no_document_title,         ///< beginnings of titles of standards and laws, two letters as a word; as written
    title_filler,              ///< words in titles that tell none from another; folded
    kind_of_document,          ///< beginnings of words for kinds of documents; folded
};

struct WordListName {
    WordListId id;
    std::string_view name;  ///< in the lexicon
};
inline constexpr std::array word_list_names{
    WordListName{WordListId::no_recipient, "no-recipient"},
    WordListName{WordListId::company_form, "company-form"},
    WordListName{WordListId::company_form_in_capitals, "company-form-in-capitals"},
    WordListName{WordListId::service_of_company, "service-of-company"},
    WordListName{WordListId::before_name, "before-name"},
    WordListName{WordListId::before_recipient, "before-recipient"},
    WordListName{WordListId::denies, "denies"},
    WordListName{WordListId::no_document_code, "no-document-code"},
    WordListName{WordListId::no_document_title, "no-document-title"},
    WordListName{WordListId::title_filler, "title-filler"},
    WordListName{WordListId::kind_of_document, "kind-of-document"},
};
static_assert([] {
    for (std::size_t at = 0; at < word_list_names.size(); ++at)
        if (static_cast<std::size_t>(word_list_names[at].id) != at) return false;
    return true;
}());

struct ListedWord {
    std::string text;                  ///< as written in the lexicon
    std::string folded;                ///< the same as text/fold.h folds it
    std::string of;                    ///< the company that is known by it, folded; service_of_company only
    std::optional<Language> language;  ///< whose word it is, for those who keep the list
    std::optional<Language> not_in;    ///< not held against texts in this language; company_form_in_capitals only
    Origin origin;
};

/// All lists, each in the order it is written.
class WordLists {
public:
    std::vector<ListedWord>& operator[](WordListId id) { return lists_[static_cast<std::size_t>(id)]; }
    const std::vector<ListedWord>& operator[](WordListId id) const { return lists_[static_cast<std::size_t>(id)]; }

private:
    std::array<std::vector<ListedWord>, word_list_names.size()> lists_;
};

}  // namespace samsvar::model
