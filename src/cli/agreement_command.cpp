#include "cli/agreement_command.h"

#include <iostream>

#include "app/agreement.h"
#include "app/output.h"
#include "base/files.h"
#include "cli/outputs.h"

namespace samsvar::cli {

int agreement(const Options& options, const app::Library& library, model::Date date)
{
    const std::filesystem::path out = outputs(options).front();
    // Neither result may replace a file that is read.
    Options inputs = options;
    for (const auto* more : {&options.questionnaire, &options.standard})
        if (!more->empty()) inputs.files.push_back(*more);
    if (!out.empty()) checked_output(inputs, out);
    const std::filesystem::path memo = options.memo.empty() ? options.memo : checked_output(inputs, options.memo);
    app::AgreementRequest request;
    request.file = options.files.front();
    request.questionnaire = options.questionnaire;
    request.standard = options.standard;
    request.date = date;
    request.limits = options.limits;
    const model::AgreementAssessment assessment = app::assess_agreement(library, request);
    if (!out.empty() && options.format == app::Format::xlsx)
        app::write_agreement_matrix(library, assessment, options.language, out);
    else if (!out.empty())
        write_file(out, app::agreement_json(assessment));
    else
        std::cout << app::agreement_json(assessment);
    if (!memo.empty()) app::write_agreement_memo(library, assessment, options.language, memo);
    if (!out.empty() && options.format == app::Format::xlsx && !options.quiet)
        std::cout << app::agreement_text(library, assessment, options.language) << '\n'
                  << app::printable_line(out.string()) << '\n'
                  << (memo.empty() ? std::string() : app::printable_line(memo.string()) + "\n");
    return assessment.clean() ? 0 : 1;
}

}  // namespace samsvar::cli
