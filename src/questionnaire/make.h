#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "questionnaire/template.h"

namespace samsvar::questionnaire {

/// One requirement to answer.
struct Item {
    std::string mark;  ///< mark_of(catalogue, id): hidden beside the row, so that reading back needs no guessing
    std::string id;    ///< as printed
    std::string group;
    std::string title;
    std::string text;
    bool shall = true;
    std::string evidence;  ///< what is asked for; may be empty
};

/// A questionnaire in one language, ready to be written.
struct Questionnaire {
    Template texts;
    model::Language language = model::Language::nb;
    std::vector<Item> items;
};

/// "samsvar:klassa-supplier/KL2-S01": how a row of a questionnaire names its requirement. Blanks never stand in it.
std::string mark_of(const std::string& catalog, const std::string& id);
/// What a hidden line begins with that lists the marks of all rows: it tells when a row was removed.
inline constexpr std::string_view list_mark = "samsvar-form:";

/// The requirements of the catalogues as a questionnaire; what is only context is left out. Ids that two catalogues
/// have are printed with the catalogue's.
Questionnaire make(const std::vector<model::Catalog>& catalogs, Template texts, model::Language language);

/// Writes it. Same questionnaire, same bytes. Throws Error(io) naming `out`.
void write_xlsx(const Questionnaire& questionnaire, const std::filesystem::path& out);
void write_docx(const Questionnaire& questionnaire, const std::filesystem::path& out);

}  // namespace samsvar::questionnaire
