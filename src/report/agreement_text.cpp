#include "report/agreement_text.h"

#include <algorithm>

#include "report/cell_text.h"

namespace samsvar::report {

using model::ClauseOutcome;

std::string count_line(const model::AgreementAssessment& assessment, const Words& words, model::Language language)
{
    std::string line = words.word("count-line", language);
    for (const ClauseOutcome outcome : {ClauseOutcome::covered, ClauseOutcome::partial, ClauseOutcome::missing})
        line = filled(line, name_of(outcome), std::to_string(assessment.count(outcome)));
    return filled(line, "all", std::to_string(assessment.articles.size()));
}

std::vector<std::string> comparison_lines(const model::AgreementAssessment& assessment, const Words& words,
                                          model::Language language)
{
    std::vector<std::string> lines;
    if (!assessment.standard_file.empty()) {
        const auto blanks =
            std::count_if(assessment.deviations.begin(), assessment.deviations.end(),
                          [](const model::Deviation& one) { return one.kind == model::DeviationKind::filled; });
        std::string line = filled(words.word("deviation-line", language), "changes",
                                  std::to_string(static_cast<std::ptrdiff_t>(assessment.deviations.size()) - blanks));
        line = filled(line, "filled", std::to_string(blanks));
        lines.push_back(filled(line, "file", assessment.standard_file));
    }
    if (!assessment.questionnaire_file.empty()) {
        std::string line =
            filled(words.word("conflict-line", language), "count", std::to_string(assessment.conflicts.size()));
        lines.push_back(filled(line, "file", assessment.questionnaire_file));
    }
    return lines;
}

std::string to_text(const model::AgreementAssessment& assessment, const Words& words, model::Language language)
{
    std::string text = assessment.file + ": " + count_line(assessment, words, language) + "\n";
    for (const model::ArticleResult& article : assessment.articles)
        if (article.outcome != ClauseOutcome::covered)
            text += "  " + limb_name(words, article.article, language) + ": " + label_of(article.outcome).in(language) +
                    ". " + article.reason.in(language) + "\n";
    for (const std::string& line : comparison_lines(assessment, words, language)) text += line + "\n";
    for (const model::Finding& one : assessment.conflicts) text += "  " + one.reason.in(language) + "\n";
    return printable(text);
}

}  // namespace samsvar::report
