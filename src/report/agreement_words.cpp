#include "report/agreement_words.h"

namespace samsvar::report {

namespace {

constexpr std::string_view word_ids[] = {"title",
                                         "coverage",
                                         "coverage-title",
                                         "coverage-note",
                                         "clauses",
                                         "clauses-title",
                                         "clauses-note",
                                         "facts",
                                         "facts-title",
                                         "facts-note",
                                         "deviations",
                                         "deviations-title",
                                         "deviations-note",
                                         "no-standard",
                                         "no-deviations",
                                         "against-standard",
                                         "against-questionnaire",
                                         "no-questionnaire",
                                         "no-conflicts",
                                         "follow-up",
                                         "follow-up-title",
                                         "follow-up-note",
                                         "ledger",
                                         "ledger-title",
                                         "ledger-note",
                                         "article",
                                         "element",
                                         "requirement",
                                         "outcome",
                                         "clause",
                                         "quote",
                                         "place",
                                         "lacking",
                                         "decision",
                                         "comment",
                                         "heading",
                                         "text",
                                         "shows",
                                         "kind",
                                         "key",
                                         "value",
                                         "extra",
                                         "standard",
                                         "agreement",
                                         "marks",
                                         "answer",
                                         "question",
                                         "severity",
                                         "ask",
                                         "reason",
                                         "reply",
                                         "state",
                                         "use",
                                         "excerpt",
                                         "used",
                                         "ignored",
                                         "other",
                                         "nothing",
                                         "parties",
                                         "file",
                                         "memo-title",
                                         "memo-summary",
                                         "memo-parties",
                                         "memo-lacking",
                                         "memo-more",
                                         "memo-conflicts",
                                         "memo-conclusion",
                                         "memo-conclusion-note",
                                         "memo-assessed",
                                         "memo-signature",
                                         "memo-acceptable",
                                         "memo-acceptable-once",
                                         "memo-not-acceptable",
                                         "count-line",
                                         "deviation-line",
                                         "conflict-line"};

}  // namespace

std::string limb_name(const Words& words, const std::string& article, model::Language language)
{
    const std::size_t blank = article.find(' ');
    if (blank == std::string::npos) return article;
    const auto found = words.words.find("limb." + article.substr(blank + 1));
    return found == words.words.end() ? article : article.substr(0, blank + 1) + found->second.in(language);
}

Words load_agreement_words(const std::filesystem::path& path, const std::string& shown)
{
    constexpr std::string_view groups[] = {"use", "fact", "key", "limb"};
    return load_words(path, shown, word_ids, groups, model::catalog_languages);
}

}  // namespace samsvar::report
