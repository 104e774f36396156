#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/assess.h"

namespace samsvar::cli {

namespace {

std::optional<model::Date> read_date(const std::string& written)
{
    model::Date date;
    char rest = 0;
    if (written.size() != 10 || std::sscanf(written.c_str(), "%4d-%2d-%2d%c", &date.year, &date.month, &date.day, &rest) != 3)
        return std::nullopt;
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.year < 1900) return std::nullopt;
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    const int last = date.month == 2 && leap ? 29 : days[date.month - 1];
    return date.day <= last ? std::optional(date) : std::nullopt;
}

const std::map<std::string, model::Language> report_languages{
    {"nb", model::Language::nb}, {"sv", model::Language::sv}, {"en", model::Language::en}};
const std::map<std::string, Format> formats{
    {"xlsx", Format::xlsx}, {"json", Format::json}, {"csv", Format::csv}, {"text", Format::text}};

/// CLI11 shows the values of a transformer; ours are words.
CLI::Transformer words_of(const auto& values)
{
    CLI::Transformer transformer(values);
    return transformer;
}

constexpr const char* after_help = R"(First time:
  samsvar check forms/examples/kystlogg-skolesec.docx
writes kystlogg-skolesec.matrix.xlsx beside the file and prints what to follow up.

Everyday:
  samsvar check ANSWERS.docx --lang sv -o matrix.xlsx   the matrix in Swedish
  samsvar check ANSWERS.xlsx --format text              the findings in the terminal
  samsvar check *.docx                                  one matrix each; one bad file does not stop the others
  samsvar explain missing-element                       what a finding code means
  samsvar ledger ANSWERS.docx                           how every cell of the file was used

Exit status: 0 nothing to follow up, 1 findings, 2 the tool could not do its job.)";

}  // namespace

Parsed parse(int argc, char** argv)
{
    Parsed parsed;
    Options& options = parsed.options;
    CLI::App program{"Holds a supplier's filled-in questionnaire against requirements and says, with the exact place in the\n"
                     "supplier's file, what is missing, contradictory or unproven. Works offline; same input, same result.",
                     "samsvar"};
    program.set_version_flag("--version", std::string("samsvar ") + app::version());
    program.require_subcommand(1);
    program.footer(after_help);

    std::string date;
    const auto with_language = [&](CLI::App* command) {
        command->add_option("--lang", options.language, "language of the report: nb, sv or en")
            ->transform(words_of(report_languages))
            ->type_name("nb|sv|en")
            ->default_str("nb");
    };
    const auto with_form = [&](CLI::App* command) {
        command->add_option("--form", options.form, "the form's id or file, instead of recognising it")->type_name("ID|FILE.xml");
    };

    CLI::App* check = program.add_subcommand("check", "check a filled-in questionnaire and write the compliance matrix");
    check->add_option("FILE", options.files, "the supplier's file, DOCX or XLSX; several are checked one by one")->required();
    check->add_option("--catalog", options.catalogs, "a catalogue to hold it against; may be repeated (default: all the form covers)")
        ->type_name("ID|FILE.xml");
    with_form(check);
    with_language(check);
    check->add_option("--date", date, "the day the verdicts hold for (default: today)")->type_name("YYYY-MM-DD");
    check->add_option("-o,--output", options.out, "where to write (default: FILE.matrix.xlsx beside the file; other formats: the terminal)")
        ->type_name("OUT");
    check->add_option("--format", options.format, "xlsx (default), json, csv or text")
        ->transform(words_of(formats))
        ->type_name("xlsx|json|csv|text")
        ->default_str("xlsx");
    check->add_flag("-q,--quiet", options.quiet, "no summary on the terminal");

    CLI::App* catalogs = program.add_subcommand("catalogs", "list the requirement catalogues");
    with_language(catalogs);
    CLI::App* forms = program.add_subcommand("forms", "list the questionnaires that are recognised");
    with_language(forms);

    CLI::App* show = program.add_subcommand("show", "show a requirement, question, catalogue, form or concept");
    show->add_option("ID", options.subject, "for example A.8.5, iso27001-2022, skolesec-ros, skolesec-ros:18 or mfa")->required();
    with_language(show);

    CLI::App* explain = program.add_subcommand("explain", "explain a finding code, a check, or one verdict of a checked file");
    explain->add_option("CODE|FILE", options.subject, "a finding code (missing-element), or a supplier's file with --question")->required();
    explain->add_option("--question", options.question, "the question whose verdict is explained step by step");
    explain->add_option("--date", date, "the day the verdicts hold for (default: today)")->type_name("YYYY-MM-DD");
    with_form(explain);
    with_language(explain);

    CLI::App* lint = program.add_subcommand("lint", "look for mistakes in catalogues, forms and lexicon");
    lint->add_option("PATH", options.subject, "only this file or folder (default: everything)");

    CLI::App* ledger = program.add_subcommand("ledger", "say how every cell and paragraph of a file was used");
    ledger->add_option("FILE", options.files, "the supplier's file")->required()->expected(1);
    with_form(ledger);
    ledger->add_flag("--details", options.details, "every unit, not only the sums");

    CLI::App* score = program.add_subcommand("score", "hold a result against a reviewer's verdicts");
    score->add_option("RESULT GOLD", options.files, "RESULT.json of check --format json, and GOLD.tsv")->required()->expected(2);
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
        options.date = read_date(date);
        if (!options.date) {
            std::cerr << "--date: " << date << " is not a date; write it as 2026-11-21\n";
            parsed.exit_status = 2;
            return parsed;
        }
    }
    const std::pair<CLI::App*, Command> commands[] = {
        {check, Command::check}, {catalogs, Command::catalogs}, {forms, Command::forms}, {show, Command::show},
        {explain, Command::explain}, {lint, Command::lint}, {ledger, Command::ledger}, {score, Command::score}};
    for (const auto& [subcommand, command] : commands)
        if (subcommand->parsed()) options.command = command;
    return parsed;
}

}  // namespace samsvar::cli
