#include "cli/agreement_command.h"

#include <iostream>

#include "app/agreement.h"
#include "app/output.h"
#include "base/files.h"
#include "cli/outputs.h"

namespace samsvar::cli {

int agreement(const Options& options, const app::Library& library, model::Date date)
{
    app::AgreementRequest request;
    request.file = options.files.front();
    request.questionnaire = options.questionnaire;
    request.standard = options.standard;
    request.date = date;
    request.limits = options.limits;
    const model::AgreementAssessment assessment = app::assess_agreement(library, request);
    std::cout << app::agreement_json(assessment);
    return assessment.clean() ? 0 : 1;
}

}  // namespace samsvar::cli
