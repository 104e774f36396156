#include "cli/profile_command.h"

#include <iostream>

#include "app/case_profile.h"
#include "app/output.h"
#include "app/questionnaire.h"
#include "base/files.h"
#include "cli/letter_command.h"
#include "cli/outputs.h"

namespace samsvar::cli {

namespace {

std::vector<model::Catalog> catalogs_of(const Options& options, const app::Library& library)
{
    if (options.catalogs.empty()) return app::classified_catalogs(library);
    std::vector<model::Catalog> catalogs;
    for (const std::string& wanted : options.catalogs) catalogs.push_back(library.catalog(wanted));
    return catalogs;
}

}  // namespace

int profile_make(const Options& options)
{
    const std::string xml = app::profile_xml(
        {options.id, options.title, options.sets, options.roles, options.conditions}, options.language);
    if (options.out.empty()) {
        std::cout << xml;
        return 0;
    }
    // A profile is corrected by hand, like a form.
    require_new(options.out);
    write_file(checked_output(options, options.out), xml);
    std::cout << app::printable_line(options.out.string()) << '\n';
    return 0;
}

int profile_show(const Options& options, const app::Library& library)
{
    std::cout << app::printable(app::profile_text(app::read_profile(options.subject), catalogs_of(options, library),
                                                  options.language, options.details));
    return 0;
}

int profile_check(const Options& options, const app::Library& library)
{
    const app::ProfileNotices notices =
        app::profile_notices(app::read_profile(options.subject), catalogs_of(options, library), options.language);
    std::cout << app::printable(notices.text)
              << (notices.errors ? std::to_string(notices.errors) + " to correct\n" : "nothing to correct\n");
    return notices.errors ? 1 : 0;
}

int form_make(const Options& options, const app::Library& library)
{
    app::QuestionnaireRequest request;
    request.profile = app::read_profile(options.profile);
    request.catalogs = options.catalogs;
    request.template_file = options.template_file;
    request.language = options.language;
    Options inputs = options;
    if (!options.letter.previous.empty()) inputs.files.push_back(options.letter.previous);
    const std::filesystem::path out = checked_output(inputs, options.out);
    if (options.letter.previous.empty()) {
        const std::size_t count = app::make_questionnaire(library, request, out);
        std::cout << app::printable_line(options.out.string()) << ": " << count << " requirements\n";
        return 0;
    }
    // Nothing is left under the name when last year's answers do not fit.
    const std::filesystem::path blank = out.parent_path() / (".blank-" + out.filename().string());
    try {
        app::make_questionnaire(library, request, blank);
        write_prefilled(options, library, blank, out);
    }
    catch (...) {
        std::filesystem::remove(blank);
        throw;
    }
    std::filesystem::remove(blank);
    return 0;
}

}  // namespace samsvar::cli
