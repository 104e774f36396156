#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <span>
#include <string_view>

#include "app/assess.h"
#include "cli/day.h"
#include "cli/options_catalog.h"
#include "cli/options_compare.h"
#include "cli/options_follow_up.h"
#include "cli/options_letter.h"
#include "cli/options_register.h"
#include "model/languages.h"

namespace samsvar::cli {

namespace {

struct Word {
    const char* word;
    int value;
};
constexpr Word formats[] = {
    {"xlsx", static_cast<int>(app::Format::xlsx)},       {"json", static_cast<int>(app::Format::json)},
    {"csv", static_cast<int>(app::Format::csv)},         {"text", static_cast<int>(app::Format::text)},
    {"oscal", static_cast<int>(app::Format::oscal_xml)}, {"oscal-json", static_cast<int>(app::Format::oscal_json)}};
constexpr Word xlsx_or_json[] = {{"xlsx", static_cast<int>(app::Format::xlsx)},
                                 {"json", static_cast<int>(app::Format::json)}};
constexpr Word text_or_json[] = {{"text", static_cast<int>(app::Format::text)},
                                 {"json", static_cast<int>(app::Format::json)}};

/// An option that takes one of these words. CLI11's own transformer shows the values in the help and, to a wrong word,
/// says neither what is wrong nor what would be right.
CLI::Validator one_of(std::span<const Word> words)
{
    return CLI::Validator(
        [words](std::string& given) {
            std::string known;
            for (const Word& one : words) {
                if (given == one.word) {
                    given = std::to_string(one.value);
                    return std::string();
                }
                known += (known.empty() ? "" : ", ") + std::string(one.word);
            }
            return '"' + given + "\" is none of " + known;
        },
        "");
}

/// One line on the error stream, like every other failure.
std::string failure_line(const CLI::App* program, const CLI::Error& failure)
{
    std::string command = "samsvar", known;
    for (const CLI::App* chosen : program->get_subcommands()) command += ' ' + chosen->get_name();
    for (const CLI::App* one : program->get_subcommands({})) known += (known.empty() ? "" : ", ") + one->get_name();
    const std::string what =
        command == "samsvar" ? "name a command first: " + known : app::printable_line(failure.what());
    return "samsvar: " + what + "; see " + command + " --help\n";
}

constexpr const char* after_help = R"(First time:
  samsvar check forms/examples/kystlogg-skolesec.docx
writes kystlogg-skolesec.matrix.xlsx beside the file and prints what to follow up.

Everyday:
  samsvar check ANSWERS.docx --lang sv -o matrix.xlsx   the matrix in Swedish
  samsvar check ANSWERS.xlsx --format text              the findings in the terminal
  samsvar check ANSWERS.docx --evidence DOCUMENTS/      and which of the documents named and asked for came
  samsvar check *.docx                                  one matrix each; one bad file does not stop the others
  samsvar compare A.docx B.xlsx -o tender.xlsx          bidders side by side, with scores
  samsvar explain missing-element                       what a finding code means
  samsvar ledger ANSWERS.docx                           how every cell of the file was used

A questionnaire nobody described:
  samsvar inspect ANSWERS.xlsx                          which questions and answers were found, and why
  samsvar check ANSWERS.xlsx                            goes on by itself when what was found is sure enough
  samsvar form draft ANSWERS.xlsx -o my-form.xml        writes it down, to correct and to use next year
  samsvar check ANSWERS.xlsx --form my-form.xml
  samsvar read ANSWERS.xlsx -o answers.csv              what stands in the file, as CSV

Exit status: 0 nothing to follow up, 1 findings, 2 the tool could not do its job.)";

/// One of the commands that are run over and over: the options of those that nobody asked for need not be known.
bool is_everyday(int argc, char** argv)
{
    const std::string_view first = argc > 1 ? argv[1] : "";
    return first == "check" || first == "inspect" || first == "read";
}

}  // namespace

Parsed parse(int argc, char** argv)
{
    Parsed parsed;
    Options& options = parsed.options;
    CLI::App program{
        "Holds a supplier's filled-in questionnaire against requirements and says, with the exact place in the\n"
        "supplier's file, what is missing, contradictory or unproven. Works offline; same input, same result.",
        "samsvar"};
    program.set_version_flag("--version", std::string("samsvar ") + app::version());
    program.require_subcommand(1);
    program.footer(after_help);
    program.failure_message(failure_line);

    std::string date;
    const auto in_one_of = [&](CLI::App* command, std::span<const model::Language> languages) {
        command->add_option("--lang", options.language, "language to write in")
            ->transform(language_of(languages))
            ->type_name(model::names_of(languages, "|"))
            ->default_str("nb");
    };
    const auto with_language = [&](CLI::App* command) { in_one_of(command, model::report_languages); };
    const auto with_catalog_language = [&](CLI::App* command) { in_one_of(command, model::catalog_languages); };
    const auto with_form = [&](CLI::App* command) {
        command->add_option("--form", options.form, "the form's id or file, instead of recognising it")
            ->type_name("ID|FILE.xml");
    };

    std::vector<std::string> limits;
    const auto with_limits = [&](CLI::App* command) {
        command
            ->add_option("--limit", limits,
                         "what reading the file may cost, for example cells=5000000; may be repeated (a name that does "
                         "not exist lists all)")
            ->type_name("NAME=VALUE")
            ->allow_extra_args(false);
    };

    const auto with_layout = [&](CLI::App* command) {
        command
            ->add_option("--layout", options.layout,
                         "a form whose <layout> says where the questions stand, instead of finding them")
            ->type_name("ID|FILE.xml");
    };

    const auto with_assessing = [&](CLI::App* command) {
        command
            ->add_option("--catalog", options.catalogs,
                         "a catalogue to hold it against; may be repeated (default: all the form covers)")
            ->type_name("ID|FILE.xml");
        command
            ->add_option(
                "--profile", options.profile,
                "only requirements that apply to this case: a profile file, or C=significant,I=serious,A=moderate")
            ->type_name("PROFILE.xml|LEVELS");
        command
            ->add_option("--report-in", options.report_in,
                         "tell the outcomes in the terms of this catalogue, by the mappings between catalogues")
            ->type_name("ID|FILE.xml");
        command->add_option("--mapping", options.mappings, "a further mapping file, ours or OSCAL; may be repeated")
            ->type_name("FILE.xml")
            ->allow_extra_args(false);
        with_form(command);
        with_layout(command);
    };
    CLI::App* check =
        program.add_subcommand("check", "check a filled-in questionnaire and write the compliance matrix");
    check
        ->add_option("FILE", options.files,
                     "the supplier's file, DOCX, XLSX, ODT, ODS or CSV; several are checked one by one")
        ->required();
    with_assessing(check);
    with_language(check);
    const auto with_date = [&](CLI::App* command) {
        command->add_option("--date", date, "the day the result holds for (default: today)")->type_name("YYYY-MM-DD");
    };
    with_date(check);
    check
        ->add_option("-o,--output", options.out,
                     "where to write (default: FILE.matrix.xlsx beside the file; other formats: the terminal)")
        ->type_name("OUT");
    check
        ->add_option("--format", options.format,
                     "xlsx (default), json, csv, text, or OSCAL assessment results: oscal (XML), oscal-json")
        ->transform(one_of(formats))
        ->type_name("xlsx|json|csv|text|oscal|oscal-json")
        ->default_str("xlsx");
    with_limits(check);
    check->add_flag("-q,--quiet", options.quiet, "no summary on the terminal");
    check
        ->add_option("--evidence", options.evidence,
                     "the folder with the documents that came with the file: which of those named and asked for are there")
        ->type_name("DIR");
    add_day(check, "--evidence-due", options.evidence_due,
            "with --evidence: the day outstanding documents are to be here (default: two weeks after --date)");
    add_keep_options(check, options);

    const auto with_xlsx_or_json = [&](CLI::App* command) {
        command->add_option("--format", options.format, "xlsx (default) or json")
            ->transform(one_of(xlsx_or_json))
            ->type_name("xlsx|json")
            ->default_str("xlsx");
    };
    const auto with_text_or_json = [&](CLI::App* command) {
        command->add_option("--format", options.format, "text (default) or json")
            ->transform(one_of(text_or_json))
            ->type_name("text|json")
            ->default_str("text");
    };
    CLI::App* inspect =
        program.add_subcommand("inspect", "say which questions and answers were found in a file, and why");
    inspect->add_option("FILE", options.files, "the supplier's file")->required()->expected(1);
    with_layout(inspect);
    with_catalog_language(inspect);
    with_text_or_json(inspect);
    with_limits(inspect);
    inspect->add_flag("--details", options.details, "every question with its answer");

    CLI::App* form = program.add_subcommand(
        "form", "make a form of a questionnaire nobody described, or a questionnaire to send out");
    form->require_subcommand(1);
    CLI::App* draft = form->add_subcommand(
        "draft", "write questions and layout of a file as form XML, to correct and to use next year");
    draft->add_option("FILE", options.files, "the questionnaire, blank or filled in")->required()->expected(1);
    draft->add_option("-o,--output", options.out, "a new file (default: the terminal)")->type_name("FORM.xml");
    with_limits(draft);
    draft->add_option("--id", options.id, "the form's id (default: made of the file's name)")->type_name("ID");
    with_layout(draft);

    const CommonOptions common{with_language, with_catalog_language, with_date,
                               with_limits,   with_text_or_json,     with_xlsx_or_json};
    std::vector<Known> further;
    const auto add_further = [&] {
        further = add_catalog_commands(program, options, common);
        further.push_back(add_form_make(*form, options, common));
        add_previous(*further.back().first, options);
        further.push_back(add_form_prefill(*form, options, common));
        for (const Known& one : add_register_commands(program, options, common)) further.push_back(one);
        further.push_back(add_compare(program, options, common, with_assessing));
        for (const Known& one : add_letter_commands(program, options, common, with_assessing)) further.push_back(one);
        for (const Known& one : add_follow_up_commands(program, options, common, with_assessing))
            further.push_back(one);
    };
    if (!is_everyday(argc, argv)) add_further();

    CLI::App* catalogs = program.add_subcommand("catalogs", "list the requirement catalogues");
    with_catalog_language(catalogs);
    CLI::App* forms = program.add_subcommand("forms", "list the questionnaires that are recognised");
    with_catalog_language(forms);

    CLI::App* show = program.add_subcommand("show", "show a requirement, question, catalogue, form or concept");
    show->add_option("ID", options.subject, "for example A.8.5, iso27001-2022, skolesec-ros, skolesec-ros:18 or mfa")
        ->required();
    with_catalog_language(show);

    CLI::App* explain =
        program.add_subcommand("explain", "explain a finding code, a check, or one verdict of a checked file");
    explain
        ->add_option("CODE|FILE|RESULT.json", options.subject,
                     "a finding code (missing-element), or with --question a supplier's file or the result of check "
                     "--format json")
        ->required();
    explain->add_option("--question", options.question, "the question whose verdict is explained step by step");
    with_date(explain);
    with_limits(explain);
    with_form(explain);
    with_language(explain);

    CLI::App* lint = program.add_subcommand("lint", "look for mistakes in catalogues, forms and lexicon");
    lint->add_option("PATH", options.subject, "only this file or folder (default: everything)");
    lint->add_option("--cases", options.cases,
                     "list the concepts that stand in no answer of these files and folders instead")
        ->type_name("DIR");

    CLI::App* ledger = program.add_subcommand("ledger", "say how every cell and paragraph of a file was used");
    ledger->add_option("FILE", options.files, "the supplier's file")->required()->expected(1);
    with_form(ledger);
    with_limits(ledger);
    ledger->add_flag("--details", options.details, "every unit, not only the sums");

    CLI::App* read = program.add_subcommand("read", "write what stands in a file: workbooks as CSV, texts as text");
    read->add_option("FILE", options.files, "the file, of any kind and size that is read")->required()->expected(1);
    read->add_option("--sheet", options.sheet,
                     "only this sheet (default: all, each behind a line with its name in brackets)")
        ->type_name("NAME");
    read->add_option("-o,--output", options.out, "where to write (default: the terminal)")->type_name("OUT");
    with_limits(read);
    read->add_flag("--guard-formulas", options.guard_formulas,
                   "put ' before a text that Excel would run as a formula when it opens the CSV; without it texts "
                   "are as in the file, for programs that compare them");
    read->add_option("--threads", options.threads, "1 or 2; large sheets are inflated on the second (default: 2)")
        ->check(CLI::Range(1, 2).description(""))
        ->type_name("N");

    CLI::App* agreement =
        program.add_subcommand("agreement", "hold a data processing agreement against GDPR Art. 28 clause by clause");
    agreement->add_option("FILE", options.files, "the agreement, DOCX or ODT")->required()->expected(1);
    with_catalog_language(agreement);
    agreement
        ->add_option("--questionnaire", options.questionnaire,
                     "the same supplier's answers: what is said differently in the two is told with both places")
        ->type_name("ANSWERS");
    agreement
        ->add_option("--standard", options.standard,
                     "the text it should follow: every changed, missing or added sentence is told")
        ->type_name("TEXT.docx");
    with_date(agreement);
    agreement
        ->add_option("-o,--output", options.out,
                     "where to write (default: FILE.matrix.xlsx beside the file; json: the terminal)")
        ->type_name("OUT");
    agreement->add_option("--memo", options.memo, "also write a memo of two pages for the file")
        ->type_name("MEMO.docx");
    with_xlsx_or_json(agreement);
    with_limits(agreement);
    agreement->add_flag("-q,--quiet", options.quiet, "no summary on the terminal");

    CLI::App* score = program.add_subcommand("score", "hold a result against a reviewer's verdicts");
    score->add_option("RESULT GOLD", options.files, "RESULT.json of check or agreement --format json, and GOLD.tsv")
        ->required()
        ->expected(2);
    score->add_flag("--details", options.details, "list every difference");

    try {
        program.parse(argc, argv);
    }
    catch (const CLI::ParseError& stop) {
        const bool asked = stop.get_exit_code() == 0;
        program.exit(stop, std::cout, std::cerr);
        parsed.exit_status = asked ? 0 : 2;
        return parsed;
    }
    if (!date.empty()) {
        options.date = day_written(date);
        if (!options.date) {
            std::cerr << "samsvar: --date: " << app::printable_line(date) << " is not a date; write it as 2026-11-21\n";
            parsed.exit_status = 2;
            return parsed;
        }
    }
    const std::pair<CLI::App*, Command> commands[] = {
        {check, Command::check},         {catalogs, Command::catalogs}, {forms, Command::forms},
        {show, Command::show},           {explain, Command::explain},   {lint, Command::lint},
        {ledger, Command::ledger},       {score, Command::score},       {read, Command::read},
        {agreement, Command::agreement}, {inspect, Command::inspect},   {draft, Command::draft}};
    if (!options.evidence.empty() && options.files.size() > 1) {
        std::cerr << "samsvar: --evidence: the folder is of one supplier; check one file at a time with it\n";
        parsed.exit_status = 2;
        return parsed;
    }
    for (const std::string& limit : limits) set_limit(options.limits, limit);
    for (const auto& [subcommand, command] : commands)
        if (subcommand->parsed()) options.command = command;
    for (const auto& [subcommand, command] : further)
        if (subcommand->parsed()) options.command = command;
    return parsed;
}

}  // namespace samsvar::cli
