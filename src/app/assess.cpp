#include "app/assess.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "intake/read.h"
#include "ooxml/open.h"
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
        for (const model::Catalog& catalog : all)
            if (catalog.id == id) covered.push_back(catalog);
    return covered;
}

model::Form choose_form(const Library& library, const AssessRequest& request, const model::Document& document, double& confidence)
{
    std::vector<model::Form> forms;
    if (request.form.empty()) forms = library.forms();
    else forms.push_back(library.form(request.form));
    const auto recognised = intake::recognise(document, forms);
    if (!recognised) {
        std::string known;
        for (const model::Form& form : forms) known += (known.empty() ? "" : ", ") + form.id;
        throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0},
                    request.form.empty()
                        ? "the questionnaire is not one of the known forms (" + known +
                              "). Name the form with --form, or describe it as forms/*.xml (see README)"
                        : "the questionnaire does not look like the form " + known + ": no table with its questions was found");
    }
    confidence = recognised->confidence;
    return *recognised->form;
}

}  // namespace

const char* version() { return SAMSVAR_VERSION; }

model::Assessment assess(const Library& library, const AssessRequest& request, const Progress& progress)
{
    const auto tell = [&](const char* stage) {
        if (progress) progress(stage);
    };
    tell("reading");
    const model::Document document = ooxml::open(request.file, request.limits);
    tell("recognising");
    double confidence = 0;
    const model::Form form = choose_form(library, request, document, confidence);
    model::Submission submission = intake::read(document, form);
    submission.confidence = confidence;
    // Beyond this point no file of the supplier's is read: the result depends on these values only.
    tell("reasoning");
    std::vector<model::Catalog> catalogs;
    for (const std::string& wanted : request.catalogs) catalogs.push_back(library.catalog(wanted));
    if (catalogs.empty()) catalogs = covered_catalogs(library, form);
    model::Assessment assessment =
        assess_submission(library, form, std::move(catalogs), library.lexicon(), std::move(submission), request.date);
    assessment.file = document.file;
    assessment.sha256 = document.sha256;
    assessment.file_modified = document.modified;
    assessment.problems.insert(assessment.problems.begin(), document.problems.begin(), document.problems.end());
    return assessment;
}

model::Assessment assess_submission(const Library& library, const model::Form& form, std::vector<model::Catalog> catalogs,
                                    const model::Lexicon& lexicon, model::Submission submission, model::Date date)
{
    const text::Matcher matcher(lexicon);
    rules::Evaluation evaluation = rules::evaluate(form, catalogs, matcher, submission, date);

    model::Assessment assessment;
    assessment.samsvar = version();
    assessment.date = date;
    assessment.form = form;
    assessment.lexicon.findings = lexicon.findings;
    std::set<std::string> ids;
    for (const model::Catalog& catalog : catalogs) ids.insert(catalog.id);
    for (model::Mapping& mapping : library.mappings())
        if (ids.count(mapping.from_catalog) && ids.count(mapping.to_catalog)) assessment.mappings.push_back(std::move(mapping));
    assessment.catalogs = std::move(catalogs);
    assessment.problems = submission.problems;
    assessment.submission = std::move(submission);
    assessment.answers = std::move(evaluation.answers);
    assessment.requirements = std::move(evaluation.requirements);
    return assessment;
}

}  // namespace samsvar::app
