#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "report/layout.h"
#include "report/matrix.h"

namespace samsvar::report {

/// A finding with the number it has in all sheets of one report.
struct NumberedFinding {
    int number = 0;
    const model::Finding* finding = nullptr;
    std::string question;  ///< empty for a requirement's own finding and for one about the submission as a whole
    std::string catalog, requirement;  ///< empty for a question's finding
};

/// What every table needs to look up: built once, points into the assessment and the layout, which must outlive it.
class Context {
public:
    Context(const model::Assessment& assessment, const Layout& layout, model::Language language);

    const model::Assessment& assessment;
    const Layout& layout;
    const model::Language language;

    const model::Question* question(std::string_view id) const;
    const model::Answer* answer(std::string_view question) const;
    const model::AnswerResult* result(std::string_view question) const;
    const model::Requirement* requirement(std::string_view catalog, std::string_view id) const;
    const model::RequirementResult* requirement_result(std::string_view catalog, std::string_view id) const;
    const std::string& section_title(std::string_view id) const;

    /// Gravest first, then in the order of the form and of the catalogues; numbered from 1.
    const std::vector<NumberedFinding>& findings() const { return findings_; }
    /// Those of one question, gravest first.
    std::vector<const NumberedFinding*> findings_of_question(std::string_view question) const;
    std::vector<const NumberedFinding*> findings_of_requirement(std::string_view catalog, std::string_view id) const;

    /// The latest decision on it, or null.
    const model::Decision* decision(const model::Target& target) const;

    /// A text of the layout in the report's language.
    const std::string& text(std::string_view id) const { return layout.text(id, language); }
    const std::string& text(const model::LocalText& texts) const { return texts.in(language); }
    /// The finding's title in words, or its code when the lexicon has none.
    std::string code_title(const model::Finding& finding) const;
    /// A place in words: "table 3, row 20, cell 3", "Answers!C17"; the file is named only when it is another one.
    std::string place_text(const model::Place& place) const;

    /// A cell with text that came from a file: printable, cut to what a cell holds.
    MatrixCell cell(std::string_view text, std::string_view style = {}) const;
    /// An id of ours; as a number when it is one, so that a reader can sort back to the form's order.
    MatrixCell id_cell(std::string_view id) const;
    /// A word with its colour.
    MatrixCell outcome_cell(model::Outcome outcome) const;
    MatrixCell severity_cell(model::Severity severity) const;
    MatrixCell evidence_cell(model::EvidenceState state) const;

private:
    void number_findings();

    using Key = std::pair<std::string, std::string>;
    std::map<std::string, const model::Section*, std::less<>> sections_;
    std::map<std::string, const model::Question*, std::less<>> questions_;
    std::map<std::string, const model::Answer*, std::less<>> answers_;
    std::map<std::string, const model::AnswerResult*, std::less<>> results_;
    std::map<Key, const model::Requirement*> requirements_;
    std::map<Key, const model::RequirementResult*> requirement_results_;
    std::map<model::Target, const model::Decision*> decisions_;
    std::vector<NumberedFinding> findings_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_question_;
    std::map<Key, std::vector<std::size_t>> by_requirement_;
};

}  // namespace samsvar::report
