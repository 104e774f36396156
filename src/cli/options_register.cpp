#include "cli/options_register.h"

#include <CLI/CLI.hpp>

#include "cli/options_follow_up.h"
#include "model/languages.h"

namespace samsvar::cli {

void add_keep_options(CLI::App* check, Options& options)
{
    KeepingOptions& own = options.keeping;
    CLI::Option* keep = check->add_flag("--keep", own.keep, "keep the assessment and the file in the register");
    check->add_option("--supplier", own.supplier, "with --keep: whose file it is (default: as the file says)")
        ->type_name("NUMBER|NAME")
        ->needs(keep);
    check->add_option("--contract", own.contract, "with --keep: of which contract (default: the only one)")
        ->type_name("ID")
        ->needs(keep);
    add_register_options(check, options);
}

std::vector<Known> add_register_commands(CLI::App& program, Options& options, const CommonOptions& common)
{
    KeepingOptions& own = options.keeping;
    std::vector<Known> known;
    CLI::App* all =
        program.add_subcommand("register", "suppliers, contracts, kept assessments, evidence, and who did what when");
    all->require_subcommand(1);
    const auto command = [&](CLI::App* parent, const char* name, const char* what, Command stands_for) {
        CLI::App* made = parent->add_subcommand(name, what);
        add_register_options(made, options);
        known.emplace_back(made, stands_for);
        return made;
    };
    const auto with_supplier = [&](CLI::App* made) {
        return made->add_option("SUPPLIER", own.supplier, "organisation number, id or name")->type_name("NUMBER|NAME");
    };
    const auto day = [&](CLI::App* made, const char* name, std::string& value, const char* what) {
        made->add_option(name, value, what)->type_name("YYYY-MM-DD");
    };
    common.text_or_json(command(all, "suppliers", "list the suppliers", Command::register_suppliers));

    CLI::App* show =
        command(all, "show", "a supplier with its contracts, assessments and evidence", Command::register_show);
    with_supplier(show)->required();
    common.text_or_json(show);
    common.date(show);

    CLI::App* assessments =
        command(all, "assessments", "list the assessments of a supplier", Command::register_assessments);
    with_supplier(assessments)->required();
    assessments->add_option("--contract", own.contract, "only of this contract")->type_name("ID");
    common.text_or_json(assessments);
    common.date(assessments);

    CLI::App* log = command(all, "log", "who did what when, newest first", Command::register_log);
    with_supplier(log);
    log->add_option("--most", own.most, "how many entries")->default_str("50")->type_name("N");
    common.text_or_json(log);

    CLI::App* file =
        command(all, "file", "write the supplier's file of an assessment as it came", Command::register_file);
    file->add_option("ASSESSMENT", own.assessment, "its number")->required();
    file->add_option("-o,--output", options.out, "a new file (default: its own name, here)")->type_name("OUT");

    CLI::App* supplier = all->add_subcommand("supplier", "add or change a supplier");
    supplier->require_subcommand(1);
    CLI::App* add =
        command(supplier, "add", "add a supplier, or change one that is there", Command::register_supplier_add);
    add->add_option("NAME", own.name, "the supplier's name")->required();
    add->add_option("--number", own.number, "organisation number, its key in the register")->type_name("NO:974760673");
    add->add_option("--id", options.id, "key of one without a number (default: made of the name)")->type_name("ID");
    add->add_option("--country", own.country, "where it is at home")->type_name("NO|SE|…");
    add->add_option("--email", own.email, "where letters go")->type_name("ADDRESS");
    add->add_option("--lang", own.language, "language it is written to in")
        ->transform(language_of(model::all_languages))
        ->type_name(model::names_of(model::all_languages, "|"))
        ->default_str("nb");

    CLI::App* contract = all->add_subcommand("contract", "add or change a contract");
    contract->require_subcommand(1);
    CLI::App* contract_add =
        command(contract, "add", "add a contract, or change what is named of one", Command::register_contract_add);
    with_supplier(contract_add)->required();
    contract_add->add_option("ID", own.contract, "unique within the supplier: 2025-114")->required();
    contract_add->add_option("--title", own.title, "what it is about");
    day(contract_add, "--from", own.from, "first day");
    day(contract_add, "--until", own.until, "last day");
    contract_add->add_option("--months", own.months, "between two follow-ups; 0 = none (default: 12)")
        ->check(CLI::Range(0, 1200).description(""))
        ->type_name("N");
    day(contract_add, "--next", own.next, "the next follow-up");
    contract_add->add_option("--owner", own.owner, "who follows it up; an e-mail address for reminders");

    CLI::App* evidence = all->add_subcommand("evidence", "documents received");
    evidence->require_subcommand(1);
    CLI::App* evidence_add =
        command(evidence, "add", "note a document that was received", Command::register_evidence_add);
    with_supplier(evidence_add)->required();
    evidence_add->add_option("DOCUMENT", own.name, "what it is: \"ISO 27001 certificate\"")->required();
    evidence_add->add_option("--assessment", own.assessment, "of which assessment (default: of the supplier)");
    evidence_add->add_option("--question", own.question, "which question asked for it")->type_name("ID");
    evidence_add->add_option("--file", own.file, "the document, for its SHA-256; the file itself is not kept");
    day(evidence_add, "--received", own.received, "when it came (default: today)");
    day(evidence_add, "--issued", own.issued, "when it was made out");
    day(evidence_add, "--valid-until", own.valid_until, "its last day; samsvar due tells before");

    CLI::App* backup =
        command(all, "backup", "a copy in one SQLite file, while others go on working", Command::register_backup);
    backup->add_option("FILE", options.out, "a new file")->required();
    CLI::App* exported = command(all, "export", "everything as JSON", Command::register_export);
    exported->add_option("FILE", options.out, "a new file (default: the terminal)");
    CLI::App* imported = command(all, "import", "an export, into an empty register", Command::register_import);
    imported->add_option("FILE", options.subject, "what export wrote")->required();
    return known;
}

}  // namespace samsvar::cli
