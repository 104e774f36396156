#include "cli/options_letter.h"

#include <CLI/CLI.hpp>

#include "cli/options_follow_up.h"
#include "model/languages.h"

namespace samsvar::cli {

void add_deadline(CLI::App* command, LetterOptions& letter)
{
    add_day(command, "--deadline", letter.deadline, "the day by which the supplier shall reply");
}

void add_template(CLI::App* command, LetterOptions& letter)
{
    command
        ->add_option("--template", letter.template_file,
                     "your own letter: {points} in a paragraph, and {supplier}, {date}, {deadline}, {file}")
        ->type_name("FILE.docx");
}

std::vector<Known> add_letter_commands(CLI::App& program, Options& options, const CommonOptions& common,
                                       const std::function<void(CLI::App*)>& with_check)
{
    LetterOptions& letter = options.letter;
    const auto with_supplier = [&](CLI::App* command) {
        command
            ->add_option("--assessment", letter.assessment,
                         "the number of an assessment in the register, with the decisions made on it, instead of FILE")
            ->type_name("N");
        add_register_options(command, options);
        with_check(command);
        common.date(command);
        common.limits(command);
        command->add_option("--lang", letter.language, "language to write in (default: the language of the answers)")
            ->transform(language_of(model::all_languages))
            ->type_name(model::names_of(model::all_languages, "|"));
        add_deadline(command, letter);
        command->add_flag("-q,--quiet", options.quiet, "say nothing when all went well");
    };

    CLI::App* mark = program.add_subcommand(
        "mark", "write the supplier's own file with the open points marked: comments in DOCX, notes in XLSX");
    mark->add_option("FILE", options.files, "the supplier's file, DOCX or XLSX")->expected(0, 1);
    mark->add_option("-o,--output", options.out, "where to write")->required()->type_name("OUT");
    mark->add_option("--author", letter.author, "whose comments they are (default: samsvar)")->type_name("NAME");
    with_supplier(mark);

    CLI::App* written =
        program.add_subcommand("letter", "write the supplier a letter (DOCX) with the open points and what is asked");
    written->add_option("FILE", options.files, "the supplier's file, of any kind that check reads")->expected(0, 1);
    written->add_option("-o,--output", options.out, "where to write")->required()->type_name("OUT.docx");
    add_template(written, letter);
    with_supplier(written);
    return {{mark, Command::mark}, {written, Command::letter}};
}

void add_previous(CLI::App& make, Options& options)
{
    make.add_option(
            "--previous", options.letter.previous,
            "last year's answers: a file that check reads, or the number of an assessment in the register; they "
            "are filled in, and changed questions marked")
        ->type_name("FILE|N");
    add_register_options(&make, options);
}

Known add_form_prefill(CLI::App& form, Options& options, const CommonOptions& common)
{
    CLI::App* prefill = form.add_subcommand(
        "prefill", "fill last year's answers into this year's blank form; changed questions get a comment");
    prefill->add_option("BLANK", options.files, "the blank form, DOCX or XLSX")->required()->expected(1);
    add_previous(*prefill, options);
    prefill->get_option("--previous")->required();
    prefill->add_option("--form", options.form, "the form's id or file, instead of recognising it")
        ->type_name("ID|FILE.xml");
    prefill->add_option("-o,--output", options.out, "where to write")->required()->type_name("OUT");
    common.date(prefill);
    common.limits(prefill);
    return {prefill, Command::form_prefill};
}

}  // namespace samsvar::cli
