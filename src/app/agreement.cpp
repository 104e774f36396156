#include "app/agreement.h"

#include <algorithm>

#include "agreement/conflicts.h"
#include "agreement/deviation.h"
#include "agreement/facts.h"
#include "agreement/judge.h"
#include "agreement/outline.h"
#include "agreement/parties.h"
#include "agreement/reading.h"
#include "agreement/rules.h"
#include "app/assess.h"
#include "base/error.h"
#include "base/files.h"
#include "reader/open.h"
#include "report/agreement_json.h"
#include "report/agreement_matrix.h"
#include "report/agreement_memo.h"
#include "report/agreement_text.h"
#include "report/agreement_words.h"
#include "text/analysis.h"

namespace samsvar::app {

namespace {

constexpr const char* rules_file = "catalogs/agreements/gdpr-article-28.xml";

/// Whether a heading or a short line at the beginning calls the text a data processing agreement.
bool is_called_one(const model::Agreement& agreement, const agreement::Reading& reading)
{
    const auto titles = reading.numbers({"dpa-title"});
    if (reading.names(agreement.title, titles)) return true;
    constexpr std::size_t clauses_in_front = 3, passages_in_front = 6, longest_title = 160;
    for (std::size_t index = 0; index < agreement.clauses.size() && index < clauses_in_front; ++index)
        if (reading.names(agreement.clauses[index].heading, titles)) return true;
    for (const agreement::Sentence& sentence : reading.sentences()) {
        if (sentence.passage >= passages_in_front) break;
        const model::Passage& passage = agreement.passages[sentence.passage];
        if (passage.cells.empty() &&
            (passage.text.size() <= longest_title || passage.text.find('\n') == std::string::npos) &&
            reading.find(sentence, titles, false))
            return true;
    }
    return false;
}

/// A file that is not called an agreement, or hardly regulates anything, is none. A questionnaire asks about the same
/// matters, so a file without the name must name its parties and regulate most of them.
void refuse_what_is_none(const model::Agreement& agreement, const model::Document& document,
                         const agreement::Reading& reading, const agreement::Judgement& judgement, std::size_t parties)
{
    const bool named = is_called_one(agreement, reading);
    const auto shown =
        std::count_if(judgement.articles.begin(), judgement.articles.end(),
                      [](const model::ArticleResult& one) { return one.outcome != model::ClauseOutcome::missing; });
    const auto rows = std::count_if(agreement.passages.begin(), agreement.passages.end(),
                                    [](const model::Passage& one) { return !one.cells.empty(); });
    const bool mostly_tables = rows * 2 > static_cast<std::ptrdiff_t>(agreement.passages.size());
    if (named ? shown >= 4 && (!mostly_tables || parties == 2) : shown >= 9 && parties == 2 && !mostly_tables) return;
    throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                std::string("does not look like a data processing agreement: ") +
                    (named ? "it mentions one, but" : "its first paragraphs do not call it one;") +
                    (parties == 2 ? "" : " it names no two parties,") + " and " + std::to_string(shown) + " of " +
                    std::to_string(judgement.articles.size()) +
                    " parts of Art. 28 were found; for a questionnaire use samsvar check");
}

report::Words words(const Library& library)
{
    return report::load_agreement_words(library.report_layout("agreement"), "reports/agreement.xml");
}

}  // namespace

model::AgreementAssessment assess_agreement(const Library& library, const AgreementRequest& request,
                                            const Progress& progress)
{
    if (progress) progress("reading");
    const model::Document document = reader::open(request.file, request.limits);
    const model::Agreement agreement = agreement::read_outline(document);
    if (progress) progress("reasoning");
    const model::Lexicon lexicon = library.lexicon();
    const agreement::Rules rules = agreement_rules(library);
    const model::Catalog catalog = library.catalog(rules.catalog);

    const std::vector<agreement::Party> parties = agreement::find_parties(agreement, lexicon);
    const text::Matcher matcher(agreement::with_aliases(lexicon, parties));
    const agreement::Reading reading(agreement, matcher);
    agreement::Judgement judgement = agreement::judge(reading, rules, catalog);
    refuse_what_is_none(agreement, document, reading, judgement, parties.size());

    model::AgreementAssessment result;
    result.samsvar = version();
    result.date = request.date;
    result.file = document.file;
    result.sha256 = document.sha256;
    result.catalog = catalog;
    result.elements = std::move(judgement.elements);
    result.articles = std::move(judgement.articles);
    result.facts = agreement::find_facts(reading, parties);
    if (!request.standard.empty()) {
        if (progress) progress("comparing");
        const model::Document standard = reader::open(request.standard, request.limits);
        result.standard_file = standard.file;
        result.deviations = agreement::compare(agreement::read_outline(standard), agreement);
    }
    if (!request.questionnaire.empty()) {
        if (progress) progress("comparing");
        const Reading answers = read(library, request.questionnaire, {}, request.limits, {});
        result.questionnaire_file = answers.document.file;
        result.conflicts =
            agreement::find_conflicts(reading, result.facts, {result.elements, result.articles}, answers.submission);
    }
    result.problems = document.problems;
    result.agreement = agreement;
    return result;
}

agreement::Rules agreement_rules(const Library& library)
{
    return agreement::load_rules(library.root() / rules_file, rules_file);
}

std::string agreement_json(const model::AgreementAssessment& assessment)
{
    return report::to_json(assessment);
}

void write_agreement_matrix(const Library& library, const model::AgreementAssessment& assessment,
                            model::Language language, const std::filesystem::path& out)
{
    report::write_matrix(
        assessment, report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml"),
        words(library), language, out);
}

std::string agreement_text(const Library& library, const model::AgreementAssessment& assessment,
                           model::Language language)
{
    return report::to_text(assessment, words(library), language);
}

void write_agreement_memo(const Library& library, const model::AgreementAssessment& assessment,
                          model::Language language, const std::filesystem::path& out)
{
    write_file(out, report::memo_docx(assessment, words(library), language));
}

}  // namespace samsvar::app
