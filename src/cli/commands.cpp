#include "cli/commands.h"

#include <iostream>

#include "app/assess.h"
#include "app/explain.h"
#include "app/inspect.h"
#include "app/lint.h"
#include "app/output.h"
#include "app/read.h"
#include "app/score.h"
#include "app/unused_concepts.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/agreement_command.h"
#include "cli/assessing.h"
#include "cli/catalog_command.h"
#include "cli/check_command.h"
#include "cli/compare_command.h"
#include "cli/day.h"
#include "cli/follow_up_command.h"
#include "cli/letter_command.h"
#include "cli/outputs.h"
#include "cli/profile_command.h"
#include "cli/progress.h"
#include "cli/read_command.h"
#include "cli/register_command.h"
#include "cli/show.h"

namespace samsvar::cli {

namespace {

namespace fs = std::filesystem;

int draft(const Options& options, const app::Library& library)
{
    // A form is corrected by hand: a second draft must not replace that work.
    if (!options.out.empty()) require_new(options.out);
    const app::Inspection inspection = app::inspect(library, options.files.front(), options.layout, options.limits);
    const std::string xml = app::draft_xml(library, inspection, options.id);
    if (options.out.empty()) {
        std::cout << xml;
        return 0;
    }
    write_file(options.out, xml);
    std::cout << app::printable_line(options.out.string()) << ": " << inspection.layout.questions.size()
              << " questions\n";
    return 0;
}

int ledger(const Options& options, const app::Library& library)
{
    const app::Reading reading = app::read(library, options.files.front(), options.form, options.limits);
    std::cout << app::printable(ledger_text(reading, options.details));
    return reading.submission.problems.empty() && reading.document.problems.empty() ? 0 : 1;
}

int score(const Options& options)
{
    const app::Score score = app::score(app::read_result(options.files[0]), app::read_gold(options.files[1]));
    std::cout << app::score_text(score, options.details);
    return score.differences.empty() ? 0 : 1;
}

int lint(const Options& options, const app::Library& library)
{
    std::string only = options.subject;
    if (!only.empty() && fs::exists(only)) only = library.shown(fs::absolute(only).lexically_normal());
    if (!options.cases.empty()) {
        for (const app::Lint& one : app::unused_concepts(library, options.cases, options.limits))
            if (only.empty() || one.origin.file.starts_with(only))
                std::cout << app::printable_line(one.origin.text() + ": " + one.text) << '\n';
        return 0;
    }
    int errors = 0;
    for (const app::Lint& one : app::lint(library, only)) {
        std::cout << one.origin.text() << ": " << (one.error ? "" : "note: ") << one.text << '\n';
        errors += one.error;
    }
    std::cout << (errors ? std::to_string(errors) + " to correct\n" : "nothing to correct\n");
    return errors ? 1 : 0;
}

}  // namespace

int run(const Options& options, char** argv)
{
    if (options.command == Command::score) return score(options);
    if (options.command == Command::read) return read(options);
    if (options.command == Command::profile_resolve) return profile_resolve(options);
    if (options.command == Command::profile_make) return profile_make(options);
    if (options.command >= Command::register_suppliers && options.command <= Command::register_import)
        return register_command(options);
    const app::Library library = app::Library::find(argv[0]);
    switch (options.command) {
        case Command::check: return check(options, library, keep_checked);
        case Command::inspect: return inspect(options, library);
        case Command::draft: return draft(options, library);
        case Command::catalog_import: return catalog_import(options, library);
        case Command::catalog_export: return catalog_export(options, library);
        case Command::catalog_diff: return catalog_diff(options, library);
        case Command::profile_show: return profile_show(options, library);
        case Command::profile_check: return profile_check(options, library);
        case Command::form_make: return form_make(options, library);
        case Command::compare: return compare(options, library);
        case Command::decisions_import: return decisions_import(options, library);
        case Command::decisions_list: return decisions_list(options);
        case Command::decisions_make: return decisions_make(options);
        case Command::follow_up: return follow_up(options, library);
        case Command::due: return due(options, library);
        case Command::portfolio: return portfolio(options, library);
        case Command::mark: return mark(options, library);
        case Command::letter: return letter(options, library);
        case Command::form_prefill: return form_prefill(options, library);
        case Command::catalogs: std::cout << catalogs_text(library, options.language); return 0;
        case Command::forms: std::cout << forms_text(library, options.language); return 0;
        case Command::show: std::cout << show_text(library, options.subject, options.language); return 0;
        case Command::explain: {
            if (options.question.empty()) {
                if (std::error_code error; fs::is_regular_file(options.subject, error))
                    throw Error(ErrorCode::invalid_argument, {options.subject, {}, 0, 0},
                                "say which question's verdict to explain, for example --question 18");
                std::cout << explain_code(library, options.subject, options.language);
                return 0;
            }
            app::AssessRequest request;
            request.file = options.subject;
            request.form = options.form;
            request.date = day_of(options);
            request.limits = options.limits;
            std::cout << (app::is_result(request.file)
                              ? app::explain_result(library, request.file, options.question, options.language,
                                                    terminal())
                              : app::explain_verdict(library, request, options.question, options.language, terminal()));
            return 0;
        }
        case Command::lint: return lint(options, library);
        case Command::ledger: return ledger(options, library);
        case Command::agreement: return agreement(options, library, day_of(options));
        case Command::score:
        case Command::profile_resolve:
        case Command::profile_make:
        case Command::read:
        case Command::none:
        default: break;  // those that were done above
    }
    return 2;
}

}  // namespace samsvar::cli
