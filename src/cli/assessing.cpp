#include "cli/assessing.h"

#include "app/case_profile.h"
#include "cli/day.h"

namespace samsvar::cli {

app::AssessRequest assess_request(const Options& options)
{
    app::AssessRequest request;
    request.catalogs = options.catalogs;
    request.form = options.form;
    request.layout = options.layout;
    request.evidence = options.evidence;
    request.evidence_due = options.evidence_due;
    request.report_in = options.report_in;
    request.mappings = options.mappings;
    if (!options.profile.empty()) request.profile = app::read_profile(options.profile);
    request.date = day_of(options);
    request.limits = options.limits;
    return request;
}

}  // namespace samsvar::cli
