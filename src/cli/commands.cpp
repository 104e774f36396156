#include "cli/commands.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <ctime>
#include <iostream>

#include "app/assess.h"
#include "app/lint.h"
#include "app/score.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/show.h"
#include "intake/read.h"
#include "ooxml/open.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/matrix_xlsx.h"
#include "report/text.h"

namespace samsvar::cli {

namespace {

namespace fs = std::filesystem;

/// The one place that looks at the clock: a result depends on the date it is given.
model::Date today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

std::size_t terminal_width()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 100;
}

/// A line on the terminal that says what is being done, once it has taken longer than a second.
class ProgressLine {
public:
    explicit ProgressLine(std::string file) : file_(std::move(file)), start_(std::chrono::steady_clock::now()) {}
    ~ProgressLine()
    {
        if (shown_) std::cerr << "\r\033[K" << std::flush;
    }
    void tell(const char* stage)
    {
        const auto elapsed = std::chrono::steady_clock::now() - start_;
        if (!::isatty(STDERR_FILENO) || elapsed < std::chrono::seconds(1)) return;
        std::cerr << "\r\033[K" << file_ << ": " << stage << " …" << std::flush;
        shown_ = true;
    }

private:
    std::string file_;
    std::chrono::steady_clock::time_point start_;
    bool shown_ = false;
};

fs::path matrix_beside(const fs::path& file)
{
    return file.parent_path() / (file.stem().string() + ".matrix.xlsx");
}

void put(const fs::path& out, const std::string& content)
{
    if (out.empty()) std::cout << content << std::flush;
    else write_file(out, content);
}

/// One file: 0 nothing to follow up, 1 findings.
int check_file(const Options& options, const app::Library& library, const fs::path& file)
{
    ProgressLine progress(file.filename().string());
    app::AssessRequest request;
    request.file = file;
    request.catalogs = options.catalogs;
    request.form = options.form;
    request.date = options.date.value_or(today());
    const model::Assessment assessment = app::assess(library, request, [&](const char* stage) { progress.tell(stage); });
    progress.tell("writing");

    const bool several = options.files.size() > 1;
    fs::path out = options.out;
    if (several && !out.empty()) {
        static const char* const endings[] = {".matrix.xlsx", ".json", ".csv", ".txt"};
        out /= file.stem().string() + endings[static_cast<std::size_t>(options.format)];
    }
    switch (options.format) {
    case Format::xlsx: {
        if (out.empty()) out = matrix_beside(file);
        report::write_matrix(assessment, report::load_layout(library.report_layout("compliance-matrix"), "reports/compliance-matrix.xml"),
                             options.language, out);
        if (!options.quiet)
            std::cout << report::to_text(assessment, options.language, terminal_width(),
                                         ::isatty(STDOUT_FILENO) ? report::Colouring::ansi : report::Colouring::plain)
                      << "\n"
                      << out.string() << "\n";
        break;
    }
    case Format::json: put(out, report::to_json(assessment)); break;
    case Format::csv: put(out, report::to_csv(assessment, options.language)); break;
    case Format::text:
        put(out, report::to_text(assessment, options.language, out.empty() ? terminal_width() : 100,
                                 out.empty() && ::isatty(STDOUT_FILENO) ? report::Colouring::ansi : report::Colouring::plain));
        break;
    }
    return assessment.clean() ? 0 : 1;
}

int check(const Options& options, const app::Library& library)
{
    if (options.files.size() > 1 && !options.out.empty() && !fs::is_directory(options.out))
        throw Error(ErrorCode::invalid_argument, {options.out.string(), {}, 0, 0},
                    "with several files, -o must name a folder that exists");
    int status = 0;
    for (const fs::path& file : options.files) {
        try {
            status = std::max(status, check_file(options, library, file));
        }
        catch (const Error& error) {
            // One bad file does not stop the others.
            std::cerr << "samsvar: " << error.what() << '\n';
            status = 2;
        }
    }
    return status;
}

int ledger(const Options& options, const app::Library& library)
{
    const model::Document document = ooxml::open(options.files.front());
    std::vector<model::Form> forms;
    if (options.form.empty()) forms = library.forms();
    else forms.push_back(library.form(options.form));
    const auto recognised = intake::recognise(document, forms);
    if (!recognised)
        throw Error(ErrorCode::unsupported, {document.file, {}, 0, 0}, "the questionnaire is not one of the known forms");
    const model::Submission submission = intake::read(document, *recognised->form);
    std::cout << ledger_text(document, submission, options.details);
    return submission.problems.empty() && document.problems.empty() ? 0 : 1;
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
    int errors = 0;
    for (const app::Lint& one : app::lint(library, only)) {
        std::cout << one.origin.text() << ": " << (one.error ? "" : "note: ") << one.text << '\n';
        errors += one.error;
    }
    std::cout << (errors ? std::to_string(errors) + " to correct\n" : "nothing to correct\n");
    return errors ? 1 : 0;
}

}  // namespace

int run(const Options& options, const char* program)
{
    if (options.command == Command::score) return score(options);
    const app::Library library = app::Library::find(program);
    switch (options.command) {
    case Command::check: return check(options, library);
    case Command::catalogs: std::cout << catalogs_text(library, options.language); return 0;
    case Command::forms: std::cout << forms_text(library, options.language); return 0;
    case Command::show: std::cout << show_text(library, options.subject, options.language); return 0;
    case Command::explain: {
        if (options.question.empty()) {
            std::cout << explain_code(library, options.subject, options.language);
            return 0;
        }
        app::AssessRequest request;
        request.file = options.subject;
        request.form = options.form;
        request.date = options.date.value_or(today());
        std::cout << explain_answer(app::assess(library, request), options.question, options.language);
        return 0;
    }
    case Command::lint: return lint(options, library);
    case Command::ledger: return ledger(options, library);
    case Command::score:
    case Command::none: break;
    }
    return 2;
}

}  // namespace samsvar::cli
