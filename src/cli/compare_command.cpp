#include "cli/compare_command.h"

#include <iostream>

#include "app/compare.h"
#include "app/compare_letters.h"
#include "app/output.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/assessing.h"
#include "cli/day.h"
#include "cli/outputs.h"

namespace samsvar::cli {

namespace {

namespace fs = std::filesystem;

/// Where the result goes; empty = the terminal. It may replace none of the files that are read.
fs::path place_for(const Options& options)
{
    if (options.out.empty()) {
        if (options.format == app::Format::xlsx)
            throw Error(ErrorCode::invalid_argument, {}, "say where to write the workbook, for example -o tender.xlsx");
        return {};
    }
    Options inputs = options;
    if (!options.compare.weights.empty()) inputs.files.push_back(options.compare.weights);
    return checked_output(inputs, options.out);
}

app::CompareRequest request_of(const Options& options)
{
    app::CompareRequest request;
    request.files = options.files;
    request.weights = options.compare.weights;
    request.assessing = assess_request(options);
    return request;
}

void write_letters(const Options& options, const app::Library& library, const model::Comparison& comparison)
{
    app::LetterRequest request;
    request.date = day_of(options);
    request.deadline = options.letter.deadline;
    request.template_file = options.letter.template_file;
    request.limits = options.limits;
    for (const app::BidderLetter& letter : app::write_letters(library, comparison, request, options.compare.letters))
        // With the JSON on the terminal, nothing else may stand there.
        if (!options.quiet && !options.out.empty())
            std::cout << app::printable_line(letter.file.string()) << ": " << letter.points << " open points\n";
}

}  // namespace

int compare(const Options& options, const app::Library& library)
{
    const fs::path out = place_for(options);
    const model::Comparison comparison = app::compare_bidders(library, request_of(options));
    if (!out.empty() && options.format == app::Format::xlsx)
        app::write_comparison(library, comparison, options.language, out);
    else if (!out.empty())
        write_file(out, app::comparison_json(comparison));
    else
        std::cout << app::comparison_json(comparison);
    if (!out.empty() && !options.quiet)
        std::cout << app::comparison_text(library, comparison, options.language) << app::printable_line(out.string())
                  << '\n';
    if (!options.compare.letters.empty()) write_letters(options, library, comparison);
    for (const model::Remark& remark : comparison.remarks)
        if (remark.kind == model::RemarkKind::file_unreadable)
            std::cerr << "samsvar: " << app::printable_line(remark.subject + ": " + remark.text) << '\n';
    if (!app::is_complete(comparison)) return 2;
    return app::is_clean(comparison) ? 0 : 1;
}

}  // namespace samsvar::cli
