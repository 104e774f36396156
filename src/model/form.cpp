#include "model/form.h"

namespace samsvar::model {

namespace {
constexpr std::pair<ColumnRole, const char*> column_roles[] = {
    {ColumnRole::id, "id"},
    {ColumnRole::section, "section"},
    {ColumnRole::question, "question"},
    {ColumnRole::guidance, "guidance"},
    {ColumnRole::choice, "choice"},
    {ColumnRole::answer, "answer"},
    {ColumnRole::remark, "remark"},
    {ColumnRole::evidence, "evidence"},
    {ColumnRole::reviewer, "reviewer"},
    {ColumnRole::other, "other"},
};
constexpr std::pair<AnswerKind, const char*> answer_kinds[] = {
    {AnswerKind::free, "free"},
    {AnswerKind::list, "list"},
    {AnswerKind::yesno, "yesno"},
    {AnswerKind::yesno_explanation, "yesno+explanation"},
    {AnswerKind::yesno_list, "yesno+list"},
};
}  // namespace

const char* name_of(ColumnRole role)
{
    for (const auto& [known, name] : column_roles)
        if (known == role) return name;
    return "other";
}

std::optional<ColumnRole> column_role_named(std::string_view name)
{
    for (const auto& [role, known] : column_roles)
        if (name == known) return role;
    return std::nullopt;
}

const char* name_of(AnswerKind kind)
{
    for (const auto& [known, name] : answer_kinds)
        if (known == kind) return name;
    return "free";
}

std::optional<AnswerKind> answer_kind_named(std::string_view name)
{
    for (const auto& [kind, known] : answer_kinds)
        if (name == known) return kind;
    return std::nullopt;
}

const Question* Form::find(std::string_view wanted) const
{
    for (const Question& question : questions)
        if (question.id == wanted) return &question;
    return nullptr;
}

}  // namespace samsvar::model
