#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "report/json_writer.h"

// What the two kinds of result write alike. Internal to the folder.
namespace samsvar::report {

/// A list of objects, each filled in by write(item).
template <typename Items, typename Write>
void write_objects(JsonWriter& json, std::string_view key, const Items& items, const Write& write)
{
    json.key(key).begin_list();
    for (const auto& item : items) {
        json.begin_object();
        write(item);
        json.end_object();
    }
    json.end_list();
}

void write_texts(JsonWriter& json, std::string_view key, const model::LocalText& texts);
void write_place(JsonWriter& json, std::string_view key, const model::Place& place);
void write_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);
void write_findings(JsonWriter& json, std::string_view key, const std::vector<model::Finding>& findings);
void write_problems(JsonWriter& json, const std::vector<model::Problem>& problems);
void write_ledger(JsonWriter& json, const std::vector<model::LedgerEntry>& ledger);

}  // namespace samsvar::report
