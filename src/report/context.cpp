#include "report/context.h"

#include <algorithm>

#include "report/cell_text.h"

namespace samsvar::report {

namespace {
// Excel's limit for the text of a cell.
constexpr std::size_t cell_units = 32767;

template <class Map>
auto looked_up(const Map& map, std::string_view key) -> typename Map::mapped_type
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second;
}
}  // namespace

Context::Context(const model::Assessment& assessment_, const Layout& layout_, model::Language language_)
    : assessment(assessment_), layout(layout_), language(language_)
{
    for (const model::Section& section : assessment.form.sections) sections_.emplace(section.id, &section);
    for (const model::Question& question : assessment.form.questions) questions_.emplace(question.id, &question);
    for (const model::Answer& answer : assessment.submission.answers) answers_.emplace(answer.question, &answer);
    for (const model::AnswerResult& result : assessment.answers) results_.emplace(result.question, &result);
    for (const model::Catalog& catalog : assessment.catalogs)
        for (const model::Requirement& requirement : catalog.requirements) {
            requirements_.emplace(Key{catalog.id, requirement.id}, &requirement);
            for (const model::Requirement& part : requirement.parts)
                requirements_.emplace(Key{catalog.id, part.id}, &part);
        }
    for (const model::RequirementResult& result : assessment.requirements)
        requirement_results_.emplace(Key{result.catalog, result.id}, &result);
    for (const model::Decision& one : assessment.decisions) decisions_[one.target] = &one;
    number_findings();
}

void Context::number_findings()
{
    for (const model::AnswerResult& result : assessment.answers)
        for (const model::Finding& finding : result.findings)
            findings_.push_back({0, &finding, result.question, {}, {}});
    for (const model::Finding& finding : assessment.general) findings_.push_back({0, &finding, {}, {}, {}});
    for (const model::RequirementResult& result : assessment.requirements)
        for (const model::Finding& finding : result.findings)
            findings_.push_back({0, &finding, {}, result.catalog, result.id});
    std::stable_sort(findings_.begin(), findings_.end(), [](const NumberedFinding& left, const NumberedFinding& right) {
        return left.finding->severity > right.finding->severity;
    });
    for (std::size_t at = 0; at < findings_.size(); ++at) {
        NumberedFinding& numbered = findings_[at];
        numbered.number = static_cast<int>(at) + 1;
        if (numbered.requirement.empty())
            by_question_[numbered.question].push_back(at);
        else
            by_requirement_[{numbered.catalog, numbered.requirement}].push_back(at);
    }
}

const model::Question* Context::question(std::string_view id) const
{
    return looked_up(questions_, id);
}
const model::Answer* Context::answer(std::string_view question) const
{
    return looked_up(answers_, question);
}
const model::AnswerResult* Context::result(std::string_view question) const
{
    return looked_up(results_, question);
}

const model::Requirement* Context::requirement(std::string_view catalog, std::string_view id) const
{
    const auto found = requirements_.find({std::string(catalog), std::string(id)});
    return found == requirements_.end() ? nullptr : found->second;
}

const model::RequirementResult* Context::requirement_result(std::string_view catalog, std::string_view id) const
{
    const auto found = requirement_results_.find({std::string(catalog), std::string(id)});
    return found == requirement_results_.end() ? nullptr : found->second;
}

const std::string& Context::section_title(std::string_view id) const
{
    static const std::string none;
    const auto found = sections_.find(id);
    return found == sections_.end() ? none : found->second->title.in(language);
}

std::vector<const NumberedFinding*> Context::findings_of_question(std::string_view question) const
{
    std::vector<const NumberedFinding*> found;
    if (const auto entry = by_question_.find(question); entry != by_question_.end())
        for (const std::size_t at : entry->second) found.push_back(&findings_[at]);
    return found;
}

std::vector<const NumberedFinding*> Context::findings_of_requirement(std::string_view catalog,
                                                                     std::string_view id) const
{
    std::vector<const NumberedFinding*> found;
    if (const auto entry = by_requirement_.find({std::string(catalog), std::string(id)});
        entry != by_requirement_.end())
        for (const std::size_t at : entry->second) found.push_back(&findings_[at]);
    return found;
}

const model::Decision* Context::decision(const model::Target& target) const
{
    const auto found = decisions_.find(target);
    return found == decisions_.end() ? nullptr : found->second;
}

std::string Context::code_title(const model::Finding& finding) const
{
    const model::FindingText* known = assessment.lexicon.finding(finding.code);
    return known && !known->title.in(language).empty() ? known->title.in(language) : finding.code;
}

std::string Context::place_text(const model::Place& place) const
{
    std::string words;
    const auto add = [&](const std::string& more, const char* between) {
        if (more.empty()) return;
        words += (words.empty() ? "" : between) + more;
    };
    if (place.file != assessment.file) add(place.file, "");
    if (place.sheet) {
        add(place.part, "!");
        add(place.path, "!");
        return words;
    }
    if (place.part != "word/document.xml") add(place.part, "!");
    for (std::size_t begin = 0; begin < place.path.size();) {
        const std::size_t end = std::min(place.path.find('/', begin), place.path.size());
        const std::string step = place.path.substr(begin, end - begin);
        const std::size_t digits = step.find_first_of("0123456789");
        const std::string kind = step.substr(0, digits);
        const bool known = kind == "table" || kind == "row" || kind == "cell" || kind == "paragraph";
        // A no-break space: "cell" at the end of one line and "3" on the next would be hard to read.
        add(known && digits != std::string::npos ? text("place." + kind) + "\u00A0" + step.substr(digits) : step, ", ");
        begin = end + 1;
    }
    return words;
}

MatrixCell Context::cell(std::string_view written, std::string_view style) const
{
    MatrixCell cell;
    cell.style = style;
    if (!written.empty()) cell.value = cut_to(printable(written), cell_units, ' ' + text("cut-note"));
    return cell;
}

MatrixCell Context::id_cell(std::string_view id) const
{
    const bool number = !id.empty() && id.size() <= 9 && id.front() != '0' &&
                        id.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number) return cell(id);
    MatrixCell cell;
    cell.value = static_cast<double>(std::stol(std::string(id)));
    return cell;
}

MatrixCell Context::outcome_cell(model::Outcome outcome) const
{
    MatrixCell word = cell(label_of(outcome).in(language));
    word.tone = std::string("outcome.") + name_of(outcome);
    return word;
}

MatrixCell Context::severity_cell(model::Severity severity) const
{
    MatrixCell word = cell(label_of(severity).in(language));
    word.tone = std::string("severity.") + name_of(severity);
    return word;
}

MatrixCell Context::evidence_cell(model::EvidenceState state) const
{
    MatrixCell word = cell(label_of(state).in(language));
    word.tone = std::string("evidence.") + name_of(state);
    return word;
}

}  // namespace samsvar::report
