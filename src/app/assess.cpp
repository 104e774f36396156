#include "app/assess.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "app/case_profile.h"
#include "base/beside.h"
#include "base/error.h"
#include "coverage/describe.h"
#include "evidence/folder.h"
#include "mapping/derive.h"
#include "rules/evaluate.h"
#include "text/analysis.h"

namespace samsvar::app {

namespace {

/// The catalogues a form's questions cover and the library holds, in the order of first mention.
std::vector<model::Catalog> covered_catalogs(const Library& library, const model::Form& form)
{
    std::vector<std::string> ids;
    for (const model::Question& question : form.questions)
        for (const model::Coverage& coverage : question.covers)
            if (std::find(ids.begin(), ids.end(), coverage.catalog) == ids.end()) ids.push_back(coverage.catalog);
    std::vector<model::Catalog> all = library.catalogs_called(ids);
    std::vector<model::Catalog> covered;
    for (const std::string& id : ids)
        for (model::Catalog& catalog : all)
            if (catalog.id == id) covered.push_back(std::move(catalog));
    return covered;
}

/// The form with what can be concluded of questions nobody described; held against the library's catalogues and those
/// in `also`, which may be a user's own.
model::Form described(const Library& library, const model::Form& form, const std::vector<model::Catalog>& also,
                      const model::Submission& submission, const text::Matcher& matcher)
{
    if (!coverage::is_undescribed(form)) return form;
    coverage::Requirements requirements{library.catalogs(), library.mappings()};
    for (const model::Catalog& one : also)
        if (std::none_of(requirements.catalogs.begin(), requirements.catalogs.end(),
                         [&](const model::Catalog& known) { return known.id == one.id; }))
            requirements.catalogs.push_back(one);
    return coverage::describe(form, submission, requirements, matcher);
}

/// Which catalogues to report a form in whose coverage was concluded: those whose identifiers stand in the file, else
/// the two that most questions are about.
std::vector<model::Catalog> concluded_catalogs(const Library& library, const model::Form& form)
{
    std::map<std::string, std::size_t> printed, questions;
    for (const model::Question& question : form.questions) {
        std::set<std::string> once;
        for (const model::Coverage& coverage : question.covers) {
            if (once.insert(coverage.catalog).second) ++questions[coverage.catalog];
            if (coverage.confidence >= 1) ++printed[coverage.catalog];
        }
    }
    const std::map<std::string, std::size_t>& counted = printed.empty() ? questions : printed;
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const auto& [id, count] : counted) ranked.emplace_back(count, id);
    std::sort(ranked.rbegin(), ranked.rend());
    constexpr std::size_t most = 2;
    ranked.resize(std::min(ranked.size(), most));
    std::vector<model::Catalog> chosen;
    for (model::Catalog& catalog : library.catalogs())
        if (std::any_of(ranked.begin(), ranked.end(), [&](const auto& one) { return one.second == catalog.id; }))
            chosen.push_back(std::move(catalog));
    return chosen;
}

model::Assessment assess_with(const Library& library, const model::Form& form, std::vector<model::Catalog> catalogs,
                              const text::Matcher& matcher, model::Submission submission, model::Date date,
                              std::optional<model::EvidenceFolder> files = {})
{
    std::vector<model::Mapping> mappings;
    Beside loading([&] { mappings = library.mappings(); });
    rules::Evaluation evaluation =
        rules::evaluate(form, catalogs, matcher, submission, date, files ? &*files : nullptr);

    model::Assessment assessment;
    assessment.samsvar = version();
    assessment.date = date;
    assessment.form = form;
    assessment.lexicon.findings = matcher.lexicon().findings;
    std::set<std::string> ids;
    for (const model::Catalog& catalog : catalogs) ids.insert(catalog.id);
    loading.finish();
    for (model::Mapping& mapping : mappings)
        if (ids.count(mapping.from_catalog) && ids.count(mapping.to_catalog))
            assessment.mappings.push_back(std::move(mapping));
    assessment.catalogs = std::move(catalogs);
    assessment.problems = submission.problems;
    assessment.submission = std::move(submission);
    assessment.answers = std::move(evaluation.answers);
    assessment.general = std::move(evaluation.general);
    assessment.requirements = std::move(evaluation.requirements);
    if (files) assessment.problems.insert(assessment.problems.end(), files->problems.begin(), files->problems.end());
    assessment.evidence = std::move(files);
    assessment.annexes = std::move(evaluation.annexes);
    return assessment;
}

/// The outcomes in the terms of `target`, whose requirements were assessed as well: for those that questions cover.
void tell_in(const model::Catalog& target, const Library& library, const std::vector<std::filesystem::path>& files,
             model::Assessment& assessment)
{
    std::vector<model::Mapping> mappings = library.mappings();
    for (const std::filesystem::path& file : files)
        for (model::Mapping& mapping : library.load_mappings(file)) mappings.push_back(std::move(mapping));
    assessment.requirements = mapping::derive(target, assessment.requirements, mappings);
    assessment.catalogs = {target};
    assessment.mappings.clear();
}

/// The day by which documents are asked for when nobody says another.
model::Date two_weeks_after(const model::Date& date)
{
    using namespace std::chrono;
    const sys_days from(year(date.year) / month(static_cast<unsigned>(std::max(date.month, 1))) /
                        day(static_cast<unsigned>(std::max(date.day, 1))));
    const year_month_day due(from + weeks(2));
    return {static_cast<int>(due.year()), static_cast<int>(static_cast<unsigned>(due.month())),
            static_cast<int>(static_cast<unsigned>(due.day()))};
}

/// Why each requirement applies, in the order of the catalogues, and what was left out.
struct Applying {
    std::vector<model::LocalText> reasons;
    std::vector<std::string> left_out;
};

Applying keep_applying(const model::Profile& profile, std::vector<model::Catalog>& catalogs)
{
    Applying applying;
    for (model::Catalog& catalog : catalogs) {
        std::vector<std::string> ids;
        for (model::LocalText& reason : app::keep_applying(profile, catalog, ids))
            applying.reasons.push_back(std::move(reason));
        std::string list;
        for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
        if (!ids.empty())
            applying.left_out.push_back(std::to_string(ids.size()) + " requirements of " + catalog.id +
                                        " do not apply to the profile and are left out: " + list);
    }
    return applying;
}

}  // namespace

const char* version()
{
    return SAMSVAR_VERSION;
}

model::Assessment assess(const Library& library, const AssessRequest& request, const Progress& progress)
{
    // The lexicon takes as long to prepare as the answers to find: both at once. Not before the file is open: one that
    // is refused shall cost nothing more.
    std::optional<text::Matcher> prepared;
    std::optional<Beside> preparing;
    const auto prepare = [&] { preparing.emplace([&] { prepared.emplace(library.matcher()); }); };
    std::optional<model::EvidenceFolder> files;
    if (!request.evidence.empty()) files = evidence::read_evidence(request.evidence, request.limits);
    Reading reading = read(library, request.file, request.form, request.limits, progress, request.layout, prepare);
    // Beyond this point no file of the supplier's is read: the result depends on these values only.
    if (progress) progress("reasoning");
    std::vector<model::Catalog> catalogs;
    for (const std::string& wanted : request.catalogs) {
        catalogs.push_back(library.catalog(wanted));
        const std::string& id = catalogs.back().id;
        if (std::count_if(catalogs.begin(), catalogs.end(), [&](const model::Catalog& one) { return one.id == id; }) >
            1)
            throw Error(ErrorCode::invalid_argument, {},
                        "the catalogue " + id + " is named twice; its requirements can stand once only");
    }
    preparing->finish();
    const text::Matcher& matcher = *prepared;
    const bool concluded = coverage::is_undescribed(reading.form);
    model::Form form = described(library, reading.form, catalogs, reading.submission, matcher);
    if (catalogs.empty()) catalogs = concluded ? concluded_catalogs(library, form) : covered_catalogs(library, form);
    std::optional<model::Catalog> target;
    if (!request.report_in.empty()) target = library.catalog(request.report_in);
    const Applying applying = request.profile ? keep_applying(*request.profile, catalogs) : Applying();
    const bool target_is_assessed =
        target &&
        std::any_of(catalogs.begin(), catalogs.end(), [&](const model::Catalog& one) { return one.id == target->id; });
    if (target && !target_is_assessed) {
        // Nobody asked for it to be assessed: its outcomes come by the mappings alone.
        for (model::Question& question : form.questions)
            std::erase_if(question.covers, [&](const model::Coverage& one) { return one.catalog == target->id; });
        catalogs.push_back(*target);
    }
    model::Assessment assessment = assess_with(library, form, std::move(catalogs), matcher,
                                               std::move(reading.submission), request.date, std::move(files));
    if (assessment.evidence)
        assessment.evidence_due = request.evidence_due ? request.evidence_due : two_weeks_after(request.date);
    for (std::size_t index = 0; index < applying.reasons.size(); ++index)
        assessment.requirements[index].applies = applying.reasons[index];
    for (const std::string& text : applying.left_out)
        assessment.problems.push_back({{reading.document.file, "", "", false}, text});
    if (target) tell_in(*target, library, request.mappings, assessment);
    const model::Document& document = reading.document;
    assessment.file = document.file;
    assessment.sha256 = document.sha256;
    assessment.file_modified = document.modified;
    assessment.problems.insert(assessment.problems.begin(), document.problems.begin(), document.problems.end());
    return assessment;
}

model::Assessment assess_submission(const Library& library, const model::Form& form,
                                    std::vector<model::Catalog> catalogs, const model::Lexicon& lexicon,
                                    model::Submission submission, model::Date date)
{
    const text::Matcher matcher(lexicon);
    const model::Form known = described(library, form, catalogs, submission, matcher);
    return assess_with(library, known, std::move(catalogs), matcher, std::move(submission), date);
}

}  // namespace samsvar::app
