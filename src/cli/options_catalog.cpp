#include "cli/options_catalog.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/day.h"
#include "model/languages.h"

namespace samsvar::cli {

CLI::Validator language_of(std::span<const model::Language> languages)
{
    return CLI::Validator(
        [languages](std::string& given) {
            const auto language = model::language_named(given);
            if (!language || std::find(languages.begin(), languages.end(), *language) == languages.end())
                return '"' + given + "\" is none of " + model::names_of(languages, ", ");
            given = std::to_string(static_cast<int>(*language));
            return std::string();
        },
        "");
}

void add_day(CLI::App* command, const std::string& name, std::optional<model::Date>& day, const std::string& what)
{
    command
        ->add_option_function<std::string>(
            name,
            [&day, name](const std::string& given) {
                day = day_written(given);
                if (!day)
                    throw CLI::ValidationError(name, '"' + given + "\" is not a date; write it as 2026-11-21");
            },
            what)
        ->type_name("YYYY-MM-DD");
}

std::vector<Known> add_catalog_commands(CLI::App& program, Options& options, const CommonOptions& common)
{
    CLI::App* catalog = program.add_subcommand("catalog", "catalogues from elsewhere, and their versions");
    catalog->require_subcommand(1);
    const auto with_output = [&](CLI::App* command) {
        command->add_option("-o,--output", options.out, "where to write (default: the terminal)")->type_name("OUT.xml");
    };
    const auto with_folder = [&](CLI::App* command) {
        command
            ->add_option("--folder", options.folder,
                         "where what a profile imports is looked for (default: the folder it lies in)")
            ->type_name("DIR");
    };
    const auto with_source = [&](CLI::App* command) {
        command->add_option("FILE", options.files, "a catalogue's id, or a file: OSCAL XML, CSV, XLSX, other XML")
            ->required()
            ->expected(1);
        command->add_option("--id", options.id, "the catalogue's id (default: made of the file's name)")
            ->type_name("ID");
        command
            ->add_option("--column", options.columns,
                         "where a table has it: id=A, title=B, text=C, group=D; a header's words serve as well")
            ->type_name("WHAT=WHERE")
            ->allow_extra_args(false);
        with_folder(command);
        command->add_option("--lang", options.text_language, "language of the texts, where the file does not say")
            ->transform(language_of(model::all_languages))
            ->type_name(model::names_of(model::all_languages, "|"))
            ->default_str("en");
        common.limits(command);
        with_output(command);
    };
    CLI::App* import = catalog->add_subcommand("import", "write requirements from elsewhere as a catalogue of ours");
    with_source(import);
    CLI::App* exported = catalog->add_subcommand("export", "write a catalogue as OSCAL catalogue XML");
    with_source(exported);
    common.date(exported);
    CLI::App* diff =
        catalog->add_subcommand("diff", "what was added, removed, changed and renumbered between versions");
    diff->add_option("OLD NEW", options.files, "two catalogues: ids or files")->required()->expected(2);
    common.catalog_language(diff);
    common.text_or_json(diff);

    CLI::App* profile = program.add_subcommand("profile", "which requirements apply to a case");
    profile->require_subcommand(1);
    CLI::App* resolve = profile->add_subcommand("resolve", "write the catalogue that an OSCAL profile stands for");
    resolve->add_option("PROFILE.xml", options.files, "the OSCAL profile")->required()->expected(1);
    with_folder(resolve);
    with_output(resolve);
    common.limits(resolve);

    CLI::App* make = profile->add_subcommand("make", "write a profile: the classification of a case");
    make->add_option(
            "--set", options.sets,
            "a set of information and its levels, \"Pupil data:C=significant,I=serious,A=moderate\"; may be repeated")
        ->required()
        ->type_name("NAME:LEVELS")
        ->allow_extra_args(false);
    make->add_option("--role", options.roles, "who the requirements are on; may be repeated (default: all)")
        ->type_name("supplier|system-manager|controller|processor")
        ->allow_extra_args(false);
    make->add_option("--condition", options.conditions,
                     "what is so and what is not: personal-data, special-categories, children, source-code, "
                     "internet-administration, cloud, processor, transfer, or a catalogue's own; may be repeated")
        ->type_name("ID=yes|no")
        ->allow_extra_args(false);
    make->add_option("--id", options.id, "the profile's id")->type_name("ID");
    make->add_option("--title", options.title, "the profile's title");
    common.catalog_language(make);
    with_output(make);
    const auto with_profile = [&](CLI::App* command) {
        command->add_option("PROFILE", options.subject, "a profile file, or C=significant,I=serious,A=moderate")
            ->required();
        command
            ->add_option("--catalog", options.catalogs,
                         "a catalogue to select from; may be repeated (default: all whose requirements have levels)")
            ->type_name("ID|FILE.xml")
            ->allow_extra_args(false);
        common.catalog_language(command);
    };
    CLI::App* show = profile->add_subcommand("show", "which requirements apply, and why each does");
    with_profile(show);
    show->add_flag("--details", options.details, "also those that do not apply, and why not");
    CLI::App* checked = profile->add_subcommand("check", "look for what a profile leaves open or gets wrong");
    with_profile(checked);
    return {{make, Command::profile_make},      {show, Command::profile_show},       {checked, Command::profile_check},
            {import, Command::catalog_import},  {exported, Command::catalog_export}, {diff, Command::catalog_diff},
            {resolve, Command::profile_resolve}};
}

Known add_form_make(CLI::App& form, Options& options, const CommonOptions& common)
{
    CLI::App* make =
        form.add_subcommand("make", "write the questionnaire to send out: the requirements that fit the case");
    make->add_option("--profile", options.profile, "a profile file, or C=significant,I=serious,A=moderate")
        ->required()
        ->type_name("PROFILE.xml|LEVELS");
    make->add_option("--catalog", options.catalogs,
                     "a catalogue to ask about; may be repeated (default: all whose requirements have levels)")
        ->type_name("ID|FILE.xml")
        ->allow_extra_args(false);
    make->add_option("--template", options.template_file, "your name, logo and texts (reports/questionnaire.xsd)")
        ->type_name("FILE.xml");
    make->add_option("-o,--output", options.out, "where to write")->required()->type_name("OUT.docx|OUT.xlsx");
    common.catalog_language(make);
    return {make, Command::form_make};
}

}  // namespace samsvar::cli
