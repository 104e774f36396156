#pragma once

#include <string>
#include <string_view>

namespace samsvar::test {

/// A small ODT in memory: `body` stands in office:text, `styles` in the automatic styles of content.xml, `page` in the
/// master page of styles.xml.
std::string odt_with_body(std::string_view body, std::string_view styles = {}, std::string_view page = {});

/// A small ODS in memory: `tables` stands in office:spreadsheet.
std::string ods_with_tables(std::string_view tables, std::string_view styles = {});

/// table:table of that name with these rows.
std::string ods_table(std::string_view name, std::string_view rows, std::string_view attributes = {});
/// A cell with one paragraph.
std::string ods_cell(std::string_view text, std::string_view attributes = {});

/// The archive of any parts, mimetype first.
std::string odf_archive(const std::string& media_type, const std::string& content, const std::string& styles = {},
                        const std::string& meta = {}, const std::string& manifest = {});

inline constexpr const char* odt_type = "application/vnd.oasis.opendocument.text";
inline constexpr const char* ods_type = "application/vnd.oasis.opendocument.spreadsheet";

}  // namespace samsvar::test
