#include "app/assess.h"

#include <algorithm>
#include <future>
#include <set>

#include "base/error.h"
#include "coverage/describe.h"
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
    std::vector<model::Catalog> all = library.catalogs();
    std::vector<model::Catalog> covered;
    for (const std::string& id : ids)
        for (model::Catalog& catalog : all)
            if (catalog.id == id) covered.push_back(std::move(catalog));
    return covered;
}

model::Assessment assess_with(const Library& library, const model::Form& form, std::vector<model::Catalog> catalogs,
                              const text::Matcher& matcher, model::Submission submission, model::Date date)
{
    model::Form described = coverage::describe(form, submission, matcher);
    rules::Evaluation evaluation = rules::evaluate(described, catalogs, matcher, submission, date);

    model::Assessment assessment;
    assessment.samsvar = version();
    assessment.date = date;
    assessment.form = std::move(described);
    assessment.lexicon.findings = matcher.lexicon().findings;
    std::set<std::string> ids;
    for (const model::Catalog& catalog : catalogs) ids.insert(catalog.id);
    for (model::Mapping& mapping : library.mappings())
        if (ids.count(mapping.from_catalog) && ids.count(mapping.to_catalog))
            assessment.mappings.push_back(std::move(mapping));
    assessment.catalogs = std::move(catalogs);
    assessment.problems = submission.problems;
    assessment.submission = std::move(submission);
    assessment.answers = std::move(evaluation.answers);
    assessment.general = std::move(evaluation.general);
    assessment.requirements = std::move(evaluation.requirements);
    return assessment;
}

}  // namespace

const char* version()
{
    return SAMSVAR_VERSION;
}

model::Assessment assess(const Library& library, const AssessRequest& request, const Progress& progress)
{
    // The lexicon takes as long to prepare as the answers to find: both at once, or in turn when there is no thread.
    // Not before the file is open: one that is refused shall cost nothing more.
    std::future<text::Matcher> preparing;
    const auto prepare = [&] {
        preparing = std::async(std::launch::async | std::launch::deferred,
                               [&library] { return text::Matcher(library.lexicon()); });
    };
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
    if (catalogs.empty()) catalogs = covered_catalogs(library, reading.form);
    const text::Matcher matcher = preparing.get();
    model::Assessment assessment =
        assess_with(library, reading.form, std::move(catalogs), matcher, std::move(reading.submission), request.date);
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
    return assess_with(library, form, std::move(catalogs), text::Matcher(lexicon), std::move(submission), date);
}

}  // namespace samsvar::app
