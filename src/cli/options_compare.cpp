#include "cli/options_compare.h"

#include <CLI/CLI.hpp>

#include "cli/options_letter.h"

namespace samsvar::cli {

Known add_compare(CLI::App& program, Options& options, const CommonOptions& common,
                  const std::function<void(CLI::App*)>& with_check)
{
    CLI::App* compare = program.add_subcommand("compare", "put bidders' answers side by side and score them");
    compare->add_option("FILE", options.files, "the bidders' files, one each")->required();
    with_check(compare);
    compare
        ->add_option("--weights", options.compare.weights,
                     "your weights and knock-outs: a table (requirement, weight, knock-out) or XML "
                     "(reports/tender-terms.xsd)")
        ->type_name("FILE");
    compare->add_option("-o,--output", options.out, "the workbook to write (json: default the terminal)")
        ->type_name("OUT.xlsx");
    compare
        ->add_option("--letters", options.compare.letters,
                     "also write each bidder with open points a letter (DOCX) in the language of its answers")
        ->type_name("DIR");
    add_template(compare, options.letter);
    add_deadline(compare, options.letter);
    common.language(compare);
    common.date(compare);
    common.xlsx_or_json(compare);
    common.limits(compare);
    compare->add_flag("-q,--quiet", options.quiet, "no summary on the terminal");
    return {compare, Command::compare};
}

}  // namespace samsvar::cli
