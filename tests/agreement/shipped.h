#pragma once

#include <filesystem>

#include "app/agreement.h"
#include "app/library.h"

// What the tests of whole agreements share.
namespace samsvar::test {

inline std::filesystem::path agreement_files()
{
    return std::filesystem::path(SAMSVAR_SOURCE_DIR) / "tests/agreement";
}

inline const app::Library& library()
{
    static const app::Library found{std::filesystem::path(SAMSVAR_SOURCE_DIR)};
    return found;
}

/// The agreement held against the shipped rules and, where they are named, a standard text and a questionnaire.
inline model::AgreementAssessment assess(const std::filesystem::path& file, const std::filesystem::path& standard = {},
                                         const std::filesystem::path& questionnaire = {})
{
    app::AgreementRequest request;
    request.file = file;
    request.standard = standard;
    request.questionnaire = questionnaire;
    request.date = {2026, 11, 21};
    return app::assess_agreement(library(), request);
}

}  // namespace samsvar::test
