#include "report/agreement_words.h"

#include "base/files.h"
#include "report/told_texts.h"

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

std::string AgreementWords::word(std::string_view id, model::Language language) const
{
    const auto found = words.find(id);
    return found == words.end() ? std::string(id) : found->second.in(language);
}

std::string AgreementWords::limb(const std::string& article, model::Language language) const
{
    const std::size_t blank = article.find(' ');
    if (blank == std::string::npos) return article;
    const auto found = words.find("limb." + article.substr(blank + 1));
    return found == words.end() ? article : article.substr(0, blank + 1) + found->second.in(language);
}

AgreementWords load_agreement_words(const std::filesystem::path& path, const std::string& shown)
{
    const xml::Element root = xml::parse(read_file(path, Limits{}.own_xml_bytes), shown);
    if (root.name != "agreement-words" || root.name_space != "urn:samsvar:agreement-words:1")
        throw root.error(
            "these are not the words of reports on agreements: the root must be <agreement-words "
            "xmlns=\"urn:samsvar:agreement-words:1\">");
    root.allow({"xmlns"}, {"word", "use", "fact", "key", "limb"});
    AgreementWords read;
    read_told_all(root, "word", agreement_languages, read.words);
    require_told(root, read.words, word_ids, "word");
    for (const std::string_view kind : {"use", "fact", "key", "limb"})
        read_told_all(root, kind, agreement_languages, read.words, std::string(kind) + '.');
    return read;
}

}  // namespace samsvar::report
