#include "cli/follow_up_command.h"

#include <charconv>
#include <cstdlib>
#include <iostream>

#include "app/decisions.h"
#include "app/due.h"
#include "app/follow_up.h"
#include "app/output.h"
#include "app/portfolio.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/assessing.h"
#include "cli/day.h"
#include "cli/outputs.h"

namespace samsvar::cli {

namespace {

app::RegisterChoice choice(const Options& options)
{
    return {options.kept.store, options.kept.by};
}

Error wrong(const std::string& text)
{
    return Error(ErrorCode::invalid_argument, {}, text);
}

model::Decision decision_of(const RegisterOptions& given)
{
    model::Decision decision;
    const std::optional<model::Target> target = model::target_named(given.target);
    if (!target)
        throw wrong("\"" + given.target +
                    "\" is nothing to decide on; write answer:18, evidence:18, requirement:CATALOGUE/ID or "
                    "finding:18#CODE/DETAIL");
    decision.target = *target;
    if (given.decision != "none") {
        decision.kind = model::decision_named(given.decision);
        if (!decision.kind)
            throw wrong("\"" + given.decision + "\" is none of accept, reject, accept-risk, ask-supplier, none");
    }
    decision.comment = given.comment;
    decision.owner = given.owner;
    if (!given.decision_due.empty()) {
        decision.due = day_written(given.decision_due);
        if (!decision.due) throw wrong("--due: " + given.decision_due + " is not a date; write it as 2026-11-21");
    }
    return decision;
}

int told(const app::ImportedDecisions& imported)
{
    std::cout << app::printable(app::imported_text(imported));
    return imported.clean() ? 0 : 1;
}

model::Date days_later(model::Date day, const std::string& within)
{
    int days = -1;
    const auto end = within.data() + within.size();
    const auto parsed = std::from_chars(within.data(), end, days);
    if (parsed.ec != std::errc() || parsed.ptr != end || days < 0 || days > 36600)
        throw wrong("--within: \"" + within + "\" is no number of days");
    return later(day, days);
}

void send_messages(const Options& options, const std::vector<mail::Message>& messages)
{
    if (options.kept.smtp.empty()) throw wrong("say through which server: --smtp smtp://user@host:587");
    if (options.kept.from.empty()) throw wrong("say who sends it: --from name@example.org");
    mail::Server server = mail::server_named(options.kept.smtp);
    server.authorities = options.kept.authorities;
    if (const char* password = std::getenv("SAMSVAR_SMTP_PASSWORD")) server.password = password;
    mail::send(server, messages);
    std::cout << messages.size() << " sent\n";
}

}  // namespace

int decisions_import(const Options& options, const app::Library& library)
{
    store::Store store = app::open_store(choice(options), true);
    return told(app::import_decisions(library, store, options.files.front(), options.kept.overrule, options.limits));
}

int decisions_list(const Options& options)
{
    store::Store store = app::open_store(choice(options), true);
    const model::KeptAssessment assessment = store.assessment(options.kept.assessment);
    if (options.format == app::Format::json)
        std::cout << app::decisions_json(assessment);
    else
        std::cout << app::printable(app::decisions_text(assessment));
    return 0;
}

int decisions_make(const Options& options)
{
    store::Store store = app::open_store(choice(options), true);
    return told(app::make_decision(store, options.kept.assessment, decision_of(options.kept)));
}

int follow_up(const Options& options, const app::Library& library)
{
    const bool workbook = options.format == app::Format::xlsx && !options.out.empty();
    const std::filesystem::path out = options.out.empty() ? options.out : checked_output(options, options.out);
    const std::filesystem::path matrix =
        options.kept.matrix.empty() ? options.kept.matrix : checked_output(options, options.kept.matrix);
    store::Store store = app::open_store(choice(options), true);
    app::FollowUpRequest request;
    request.assess = assess_request(options);
    request.assess.file = options.files.front();
    request.supplier = options.kept.supplier;
    request.contract = options.kept.contract;
    request.against = options.kept.against;
    request.keep = !options.kept.dry_run;
    const app::FollowUpResult result = app::follow_up(library, store, request);

    if (workbook) app::write_follow_up(library, result.follow_up, options.language, out);
    if (!matrix.empty())
        app::ResultWriter(library, app::Format::xlsx).write(result.assessment, options.language, matrix);
    if (options.format == app::Format::json) {
        const std::string json = app::follow_up_json(result.follow_up);
        if (out.empty())
            std::cout << json;
        else
            write_file(out, json);
    }
    else if (!options.quiet) {
        std::cout << app::follow_up_text(library, result.follow_up, options.language);
        if (result.assessment.kept_as != 0) std::cout << "assessment " << result.assessment.kept_as << '\n';
        if (workbook) std::cout << app::printable_line(out.string()) << '\n';
    }
    const auto counts = result.follow_up.counts();
    return counts.at(model::Change::worsened) == 0 && result.assessment.clean() ? 0 : 1;
}

int due(const Options& options, const app::Library& library)
{
    store::Store store = app::open_store(choice(options), true);
    const model::Date today = day_of(options);
    const std::vector<model::DueItem> items = store.due(days_later(today, options.kept.within));
    if (!options.kept.ics.empty()) write_file(options.kept.ics, app::due_ics(library, items, today, options.language));
    if (options.format == app::Format::json)
        std::cout << app::due_json(items);
    else
        std::cout << app::due_text(library, items, today, options.language);
    if (options.kept.send || !options.kept.smtp.empty()) {
        const std::vector<mail::Message> messages =
            app::due_messages(library, items, today, options.language, options.kept.from, options.kept.others);
        if (options.kept.send)
            send_messages(options, messages);
        else
            std::cout << "\nnot sent (--send sends):\n\n" << app::messages_text(messages);
    }
    return items.empty() ? 0 : 1;
}

int portfolio(const Options& options, const app::Library& library)
{
    store::Store store = app::open_store(choice(options), true);
    const std::filesystem::path out = checked_output(options, options.out);
    std::cout << app::printable_line(app::write_portfolio(library, store, day_of(options), options.language, out))
              << '\n'
              << app::printable_line(out.string()) << '\n';
    return 0;
}

}  // namespace samsvar::cli
