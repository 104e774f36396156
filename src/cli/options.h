#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/output.h"
#include "base/limits.h"
#include "model/catalog.h"
#include "model/language.h"

namespace samsvar::cli {

enum class Command {
    none,
    check,
    inspect,
    draft,
    catalogs,
    forms,
    show,
    explain,
    lint,
    ledger,
    score,
    read,
    agreement,
    catalog_import,
    catalog_export,
    catalog_diff,
    profile_resolve,
    profile_make,
    profile_show,
    profile_check,
    form_make,
    compare,
    decisions_import,
    decisions_list,
    decisions_make,
    follow_up,
    due,
    portfolio,
    register_suppliers,
    register_show,
    register_assessments,
    register_log,
    register_file,
    register_supplier_add,
    register_contract_add,
    register_evidence_add,
    register_backup,
    register_export,
    register_import,
    mark,
    letter,
    form_prefill
};

/// Of what works with the register.
struct RegisterOptions {
    std::string store, by;
    std::string supplier, contract;
    std::int64_t assessment = 0;
    bool overrule = false;                      ///< decisions import
    std::string target, decision;               ///< decisions make
    std::string comment, owner, decision_due;   ///< decisions make
    std::int64_t against = 0;                   ///< follow-up
    bool dry_run = false;                       ///< follow-up
    std::filesystem::path matrix;               ///< follow-up --matrix
    std::string within = "31";                  ///< due: days
    std::filesystem::path ics;                  ///< due
    std::string smtp, from, others, authorities;  ///< due
    bool send = false;                          ///< due
};

/// Of samsvar compare.
struct CompareOptions {
    std::filesystem::path weights;
    std::filesystem::path letters;  ///< folder; empty = none are written
};

/// check --keep and samsvar register.
struct KeepingOptions {
    bool keep = false;
    std::string supplier, contract;
    std::string name, number, country, email, title, owner, question;
    std::optional<model::Language> language;
    std::optional<int> months;
    std::string from, until, next, received, issued, valid_until;  ///< days as written
    std::filesystem::path file;
    std::int64_t assessment = 0;
    std::size_t most = 50;
};

/// What goes back to a supplier: letter, mark, form prefill.
struct LetterOptions {
    std::optional<model::Language> language;  ///< nothing = the supplier's
    std::optional<model::Date> deadline;
    std::filesystem::path template_file;
    std::string author = "samsvar";
    std::int64_t assessment = 0;  ///< of the register, instead of a file
    std::filesystem::path previous;  ///< form make, form prefill: last year's answers
};

/// What the command line asks for.
struct Options {
    Command command = Command::none;
    std::vector<std::filesystem::path> files;
    std::vector<std::string> catalogs;
    std::string form;
    std::filesystem::path evidence;                       ///< folder with the documents that came with the file
    std::optional<model::Date> evidence_due;              ///< when outstanding documents are to be here
    std::string layout;                                   ///< form whose regions say where the questions stand
    std::string id;                                       ///< form draft --id, catalog import --id
    model::Language text_language = model::Language::en;  ///< catalog import --lang: of texts that do not say
    std::vector<std::string> columns;                     ///< catalog import --column
    std::string profile;                          ///< check --profile: a file or "C=significant,I=serious,A=moderate"
    std::string report_in;                        ///< check --report-in
    std::vector<std::filesystem::path> mappings;  ///< check --mapping
    std::filesystem::path template_file;          ///< form make --template
    std::string title;                            ///< profile make --title
    std::vector<std::string> sets, roles, conditions;  ///< profile make --set, --role, --condition
    std::filesystem::path folder;                      ///< profile resolve --folder
    model::Language language = model::Language::nb;
    std::optional<model::Date> date;  ///< nothing = today
    std::filesystem::path out;        ///< file or folder; empty = beside the input (xlsx) or standard output
    app::Format format = app::Format::xlsx;
    std::string subject;                                  ///< id, code or path of show, explain, lint
    std::vector<std::filesystem::path> cases;             ///< lint --cases
    std::string question;                                 ///< explain FILE --question
    std::filesystem::path questionnaire, standard, memo;  ///< agreement
    std::string sheet;                                    ///< read --sheet
    bool guard_formulas = false;
    int threads = 2;
    CompareOptions compare;
    RegisterOptions kept;
    KeepingOptions keeping;
    LetterOptions letter;
    Limits limits;  ///< of reading supplier's files
    bool details = false;
    bool quiet = false;
};

/// Reads the command line. When it is a request for help or wrong, prints what to say and gives the exit status
/// instead.
struct Parsed {
    Options options;
    std::optional<int> exit_status;
};
Parsed parse(int argc, char** argv);

}  // namespace samsvar::cli
