#include "store/tables.h"

namespace samsvar::store {

namespace {

std::string places(std::size_t first, std::size_t count)
{
    std::string places;
    for (std::size_t index = 0; index < count; ++index)
        places += (index > 0 ? ", $" : "$") + std::to_string(first + index);
    return places;
}

std::string first_names(const std::vector<Column>& columns, std::size_t count)
{
    std::string names;
    for (std::size_t index = 0; index < count; ++index)
        names += (index > 0 ? ", " : "") + std::string(columns[index].name);
    return names;
}

}  // namespace

std::string Table::types() const
{
    std::string types;
    for (const Column& column : columns) types += column.type;
    return types;
}

std::string Table::names() const
{
    return first_names(columns, columns.size());
}

std::string Table::select(bool behind_key) const
{
    const std::string key = first_names(columns, keys);
    std::string sql = "SELECT " + names() + " FROM " + name;
    if (behind_key) sql += " WHERE (" + key + ") > (" + places(1, keys) + ')';
    return sql + " ORDER BY " + key + " LIMIT " + places(behind_key ? keys + 1 : 1, 1);
}

std::string Table::insert() const
{
    return "INSERT INTO " + std::string(name) + " (" + names() + ") VALUES (" + places(1, columns.size()) + ')';
}

const std::vector<Table>& tables()
{
    static const std::vector<Table> all{
        {"supplier",
         1,
         {{"id", 't'},
          {"name", 't'},
          {"name_key", 't'},
          {"id_key", 't'},
          {"number_key", 't'},
          {"country", 't'},
          {"email", 't'},
          {"language", 't'}}},
        {"contract",
         2,
         {{"supplier", 't'},
          {"id", 't'},
          {"title", 't'},
          {"from_day", 't'},
          {"until_day", 't'},
          {"follow_up_months", 'i'},
          {"next_follow_up", 't'},
          {"owner", 't'},
          {"latest", 'i'}}},
        {"file", 1, {{"sha256", 't'}, {"size", 'i'}}},
        {"file_part", 2, {{"sha256", 't'}, {"position", 'i'}, {"content", 'b'}}},
        {"phrase", 1, {{"digest", 't'}, {"texts", 't'}}},
        {"assessment",
         1,
         {{"id", 'i'},
          {"supplier", 't'},
          {"contract", 't'},
          {"previous", 'i'},
          {"kept_at", 't'},
          {"kept_by", 't'},
          {"samsvar", 't'},
          {"day", 't'},
          {"file", 't'},
          {"sha256", 't'},
          {"language", 't'},
          {"form", 't'},
          {"form_version", 't'},
          {"catalogs", 't'},
          {"supplier_name", 't'},
          {"organisation", 't'},
          {"facts", 't'},
          {"annexes", 't'},
          {"revision", 'i'},
          {"answers", 'i'},
          {"satisfied", 'i'},
          {"partial", 'i'},
          {"gap", 'i'},
          {"unanswered", 'i'},
          {"unclear", 'i'},
          {"not_applicable", 'i'},
          {"high", 'i'},
          {"medium", 'i'},
          {"low", 'i'},
          {"open_high", 'i'},
          {"open_medium", 'i'},
          {"open_low", 'i'},
          {"first_lapse", 't', 2}}},
        {"answer",
         2,
         {{"assessment", 'i'},       {"position", 'i'},      {"question", 't'},       {"section", 't'},
          {"printed_question", 't'}, {"text", 't'},          {"evidence_text", 't'},  {"question_file", 't'},
          {"question_part", 't'},    {"question_path", 't'}, {"question_sheet", 'i'}, {"place_file", 't'},
          {"place_part", 't'},       {"place_path", 't'},    {"place_sheet", 'i'},    {"covers", 't'},
          {"outcome", 't'},          {"severity", 't'},      {"evidence", 't'},       {"evidence_named", 't'}}},
        {"requirement",
         2,
         {{"assessment", 'i'},
          {"position", 'i'},
          {"catalog", 't'},
          {"id", 't'},
          {"title", 't'},
          {"shall", 'i'},
          {"outcome", 't'},
          {"severity", 't'},
          {"evidence", 't'},
          {"answers", 't'}}},
        {"finding",
         2,
         {{"assessment", 'i'},
          {"position", 'i'},
          {"part_of", 't'},
          {"owner", 'i'},
          {"target", 't'},
          {"code", 't'},
          {"detail", 't'},
          {"with_question", 't'},
          {"severity", 't'},
          {"outcome", 't'},
          {"quote", 't'},
          {"place_file", 't'},
          {"place_part", 't'},
          {"place_path", 't'},
          {"place_sheet", 'i'},
          {"reason", 't'},
          {"ask", 't'},
          {"accepted_until", 't', 2}}},
        {"subprocessor",
         2,
         {{"assessment", 'i'},
          {"position", 'i'},
          {"name", 't'},
          {"address", 't'},
          {"identifier", 't'},
          {"place_file", 't'},
          {"place_part", 't'},
          {"place_path", 't'},
          {"place_sheet", 'i'},
          {"live", 'i', 2}}},
        {"decision",
         1,
         {{"revision", 'i'},
          {"assessment", 'i'},
          {"target_kind", 't'},
          {"target", 't'},
          {"kind", 't'},
          {"comment", 't'},
          {"owner", 't'},
          {"due", 't'},
          {"by_whom", 't'},
          {"at", 't'},
          {"basis", 't'},
          {"carried", 'i'}}},
        {"standing",
         3,
         {{"assessment", 'i'},
          {"target_kind", 't'},
          {"target", 't'},
          {"revision", 'i'},
          {"due", 't'},
          {"live", 'i', 2}}},
        {"evidence",
         1,
         {{"id", 'i'},
          {"supplier", 't'},
          {"assessment", 'i'},
          {"question", 't'},
          {"name", 't'},
          {"sha256", 't'},
          {"received", 't'},
          {"issued", 't'},
          {"valid_until", 't'}}},
        {"log",
         1,
         {{"id", 'i'}, {"at", 't'}, {"who", 't'}, {"what", 't'}, {"supplier", 't'}, {"about", 't'}, {"detail", 't'}}},
    };
    return all;
}

}  // namespace samsvar::store
