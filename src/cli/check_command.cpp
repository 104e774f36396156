#include "cli/check_command.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/inspect.h"
#include "app/output.h"
#include "base/error.h"
#include "cli/assessing.h"
#include "cli/outputs.h"
#include "cli/progress.h"

namespace samsvar::cli {

namespace {

namespace fs = std::filesystem;

/// One file: 0 nothing to follow up, 1 findings. `out` empty = standard output.
int check_file(const Options& options, const app::Library& library, const fs::path& file, const fs::path& out,
               Keeper keeper, app::ResultWriter& writer)
{
    ProgressLine progress(file.filename().string());
    app::AssessRequest request = assess_request(options);
    request.file = file;
    model::Assessment assessment = app::assess(library, request, [&](const char* stage) { progress.tell(stage); });
    // Before it is written: a matrix says which assessment of the register it is of.
    std::string kept;
    if (options.keeping.keep) kept = keeper(options, request, assessment);
    progress.tell("writing");
    if (!out.empty()) writer.write(assessment, options.language, out);
    progress.clear();
    if (!options.quiet) std::cerr << kept;

    if (out.empty())
        std::cout << app::result_text(assessment, options.format, options.language, terminal());
    else if (options.format == app::Format::xlsx && !options.quiet)
        std::cout << app::result_text(assessment, app::Format::text, options.language, terminal()) << "\n"
                  << app::printable_line(out.string()) << "\n";
    return assessment.clean() ? 0 : 1;
}

}  // namespace

int check(const Options& options, const app::Library& library, Keeper keeper)
{
    const std::vector<fs::path> out = outputs(options);
    app::ResultWriter writer(library, options.format);
    int status = 0;
    for (std::size_t index = 0; index < out.size(); ++index) {
        try {
            status = std::max(status, check_file(options, library, options.files[index], out[index], keeper, writer));
        }
        catch (const Error& error) {
            // One bad file does not stop the others.
            std::cerr << "samsvar: " << app::printable_line(error.what()) << '\n';
            status = 2;
        }
    }
    return status;
}

int inspect(const Options& options, const app::Library& library)
{
    const fs::path& file = options.files.front();
    ProgressLine progress(file.filename().string());
    const app::Inspection inspection =
        app::inspect(library, file, options.layout, options.limits, [&](const char* stage) { progress.tell(stage); });
    progress.clear();
    if (options.format == app::Format::json)
        std::cout << app::inspection_json(inspection);
    else
        std::cout << app::inspection_text(inspection, options.language, options.details, terminal());
    return inspection.layout.questions.empty() ? 1 : 0;
}

}  // namespace samsvar::cli
