#pragma once

#include <string>
#include <string_view>

// Small DOCX files (ECMA-376, transitional). Internal to the folder.
namespace samsvar::report {

/// w:r with that text on one line; `properties` is what stands in w:rPr.
std::string word_run(std::string_view text, std::string_view properties = {});
/// w:p of a style; `runs` are word_run's.
std::string word_paragraph(std::string_view style, const std::string& runs);
/// w:p with properties of its own, for documents whose styles are not ours.
std::string word_plain_paragraph(std::string_view properties, const std::string& runs);
/// A paragraph style of word/styles.xml; "Normal" is the default one.
std::string word_style(std::string_view id, std::string_view name, std::string_view paragraph_properties,
                       std::string_view run_properties);

/// The bytes of a document on A4 upright; `body` is what stands in w:body, `styles` are word_style's. Same arguments,
/// same bytes.
std::string word_file(const std::string& body, const std::string& styles);

}  // namespace samsvar::report
