#include "cli/letter_command.h"

#include <charconv>
#include <iostream>

#include "app/assess.h"
#include "app/letter.h"
#include "app/output.h"
#include "app/prefill.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/assessing.h"
#include "cli/day.h"
#include "cli/outputs.h"

namespace samsvar::cli {

namespace {

app::LetterRequest letter_request(const Options& options)
{
    app::LetterRequest request;
    request.language = options.letter.language;
    request.date = day_of(options);
    request.deadline = options.letter.deadline;
    request.template_file = options.letter.template_file;
    request.author = options.letter.author;
    request.limits = options.limits;
    return request;
}

app::WrittenAbout written_about(const Options& options, const app::Library& library)
{
    if (options.letter.assessment != 0) {
        if (!options.files.empty())
            throw Error(ErrorCode::invalid_argument, {}, "name a file or --assessment, not both");
        return app::assessed_before({options.kept.store, options.kept.by}, options.letter.assessment);
    }
    if (options.files.empty())
        throw Error(ErrorCode::invalid_argument, {}, "name the supplier's file, or --assessment of the register");
    app::AssessRequest request = assess_request(options);
    request.file = options.files.front();
    return app::assessed_now(library, request);
}

/// Last year's answers: of a file, or of the assessment in the register whose number is given.
model::Record previous_record(const Options& options, const app::Library& library)
{
    const std::string given = options.letter.previous.string();
    std::int64_t assessment = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), assessment);
    const bool number = error == std::errc() && end == given.data() + given.size();
    if (number && !std::filesystem::exists(options.letter.previous))
        return app::assessed_before({options.kept.store, options.kept.by}, assessment).record;
    // How last year's file is read is not said by options for this year's form.
    app::AssessRequest request;
    request.file = options.letter.previous;
    request.date = day_of(options);
    request.limits = options.limits;
    return app::assessed_now(library, request).record;
}

}  // namespace

int mark(const Options& options, const app::Library& library)
{
    const std::filesystem::path out = checked_output(options, options.out);
    const app::WrittenAbout about = written_about(options, library);
    const app::MarkedFile marked =
        app::mark_file(library, about.record, about.decisions, about.file, letter_request(options));
    write_file(out, marked.bytes);
    for (const std::string& notice : marked.notices)
        std::cerr << "samsvar: " << app::printable_line(about.record.file + ": " + notice) << '\n';
    if (!options.quiet) {
        std::cout << app::printable_line(out.string()) << ": " << marked.points << " points marked";
        if (marked.at_start > 0) std::cout << ", " << marked.at_start << " of them at the start of the file";
        std::cout << '\n';
    }
    return marked.points == 0 ? 0 : 1;
}

int letter(const Options& options, const app::Library& library)
{
    Options inputs = options;
    if (!options.letter.template_file.empty()) inputs.files.push_back(options.letter.template_file);
    const std::filesystem::path out = checked_output(inputs, options.out);
    const app::WrittenAbout about = written_about(options, library);
    const app::LetterRequest request = letter_request(options);
    write_file(out, app::write_letter(library, about.record, about.decisions, request));
    const std::size_t points = model::open_points(about.record, about.decisions, request.date).size();
    if (!options.quiet) std::cout << app::printable_line(out.string()) << ": " << points << " open points\n";
    return points == 0 ? 0 : 1;
}

void write_prefilled(const Options& options, const app::Library& library, const std::filesystem::path& blank,
                     const std::filesystem::path& out)
{
    const model::Record previous = previous_record(options, library);
    app::PrefillRequest request;
    request.form = options.form;
    request.date = day_of(options);
    request.limits = options.limits;
    const app::Prefilled filled = app::prefill(library, blank, previous, request);
    write_file(out, filled.bytes);
    std::cout << app::printable_line(out.string()) << ": " << filled.questions << " questions, " << filled.entered
              << " with last year's answer, " << filled.changed << " changed, " << filled.added << " new";
    if (filled.left > 0) std::cout << ", " << filled.left << " with last year's answer in a comment";
    std::cout << '\n';
}

int form_prefill(const Options& options, const app::Library& library)
{
    Options inputs = options;
    inputs.files.push_back(options.letter.previous);
    write_prefilled(options, library, options.files.front(), checked_output(inputs, options.out));
    return 0;
}

}  // namespace samsvar::cli
