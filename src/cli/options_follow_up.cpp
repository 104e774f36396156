#include "cli/options_follow_up.h"

#include <CLI/CLI.hpp>

namespace samsvar::cli {

namespace {

void add_supplier(CLI::App* command, Options& options, bool required)
{
    CLI::Option* supplier =
        command->add_option("--supplier", options.kept.supplier, "organisation number, id or name of the supplier");
    supplier->type_name("WHO");
    if (required) supplier->required();
    command->add_option("--contract", options.kept.contract, "which contract, when the supplier has several")
        ->type_name("ID");
}

void add_decisions(CLI::App& program, Options& options, const CommonOptions& common, std::vector<Known>& known)
{
    CLI::App* decisions = program.add_subcommand("decisions", "what reviewers decided: read back, list, make");
    decisions->require_subcommand(1);

    CLI::App* import = decisions->add_subcommand("import", "read the decisions out of a matrix somebody worked in");
    import->add_option("MATRIX.xlsx", options.files, "the compliance matrix, as saved by Excel or LibreOffice")
        ->required()
        ->expected(1);
    import->add_flag("--overrule", options.kept.overrule,
                     "put these decisions in place of what others decided since the matrix was made");
    add_register_options(import, options);
    common.limits(import);
    known.emplace_back(import, Command::decisions_import);

    CLI::App* list = decisions->add_subcommand("list", "the decisions on an assessment");
    list->add_option("ASSESSMENT", options.kept.assessment, "its number in the register")->required();
    add_register_options(list, options);
    common.text_or_json(list);
    known.emplace_back(list, Command::decisions_list);

    CLI::App* make = decisions->add_subcommand("make", "decide on one answer, finding, requirement or proof");
    make->add_option("ASSESSMENT", options.kept.assessment, "its number in the register")->required();
    make->add_option("ABOUT", options.kept.target,
                     "answer:18, evidence:18, requirement:iso27001-2022/A.8.13 or finding:18#missing-element/mfa")
        ->required();
    make->add_option("DECISION", options.kept.decision, "accept, reject, accept-risk, ask-supplier or none")
        ->required();
    make->add_option("--comment", options.kept.comment, "why")->type_name("TEXT");
    make->add_option("--owner", options.kept.owner, "who sees to it; an e-mail address to be reminded")
        ->type_name("WHO");
    make->add_option("--due", options.kept.decision_due, "by when; for accept-risk the last day it holds")
        ->type_name("YYYY-MM-DD");
    add_register_options(make, options);
    known.emplace_back(make, Command::decisions_make);
}

void add_due(CLI::App& program, Options& options, const CommonOptions& common, std::vector<Known>& known)
{
    CLI::App* due = program.add_subcommand("due", "follow-ups, documents, accepted risks and decisions that are due");
    due->add_option("--within", options.kept.within, "so many days from --date on")
        ->type_name("DAYS")
        ->default_str("31");
    due->add_option("--ics", options.kept.ics, "also write a calendar file")->type_name("FILE.ics");
    due->add_flag("--send", options.kept.send, "send an e-mail to every owner; without it they are only shown");
    due->add_option("--smtp", options.kept.smtp,
                    "mail server: smtp://user@host:587 or smtps://…; the password is taken from SAMSVAR_SMTP_PASSWORD")
        ->type_name("URL");
    due->add_option("--from", options.kept.from, "sender of the e-mails")->type_name("ADDRESS");
    due->add_option("--to", options.kept.others, "who gets what has no owner with an e-mail address")
        ->type_name("ADDRESS");
    due->add_option("--ca", options.kept.authorities, "certificates to trust besides the system's")
        ->type_name("FILE.pem");
    add_register_options(due, options);
    common.date(due);
    common.language(due);
    common.text_or_json(due);
    known.emplace_back(due, Command::due);
}

}  // namespace

void add_register_options(CLI::App* command, Options& options)
{
    command
        ->add_option("--store", options.kept.store,
                     "the register: a file or postgresql://… (default: SAMSVAR_STORE, else samsvar.db here)")
        ->type_name("STORE");
    command->add_option("--by", options.kept.by, "who does this (default: SAMSVAR_USER, else the log-in name)")
        ->type_name("NAME");
}

std::vector<Known> add_follow_up_commands(CLI::App& program, Options& options, const CommonOptions& common,
                                          const std::function<void(CLI::App*)>& with_check)
{
    std::vector<Known> known;
    add_decisions(program, options, common, known);

    CLI::App* follow_up = program.add_subcommand("follow-up", "hold this year's answers against last year's");
    follow_up->add_option("FILE", options.files, "this year's answers")->required()->expected(1);
    add_supplier(follow_up, options, true);
    follow_up->add_option("--against", options.kept.against, "the assessment to compare with (default: the latest)")
        ->type_name("NUMBER");
    follow_up->add_flag("--dry-run", options.kept.dry_run, "compare only, keep nothing");
    follow_up->add_option("--matrix", options.kept.matrix, "also write the new compliance matrix, with decisions")
        ->type_name("OUT.xlsx");
    follow_up->add_option("-o,--output", options.out, "the workbook to write (text, json: default the terminal)")
        ->type_name("OUT.xlsx");
    with_check(follow_up);
    add_register_options(follow_up, options);
    common.date(follow_up);
    common.language(follow_up);
    common.xlsx_or_json(follow_up);
    common.limits(follow_up);
    follow_up->add_flag("-q,--quiet", options.quiet, "no summary on the terminal");
    known.emplace_back(follow_up, Command::follow_up);

    add_due(program, options, common, known);

    CLI::App* portfolio = program.add_subcommand("portfolio", "one workbook over all suppliers");
    portfolio->add_option("-o,--output", options.out, "the workbook to write")->required()->type_name("OUT.xlsx");
    add_register_options(portfolio, options);
    common.date(portfolio);
    common.language(portfolio);
    known.emplace_back(portfolio, Command::portfolio);
    return known;
}

}  // namespace samsvar::cli
