#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/open_points.h"
#include "model/record.h"
#include "model/register.h"
#include "report/words.h"

namespace samsvar::report {

/// Reads the words of letters and marks (reports/letter.xml). Throws Error: see load_words.
Words load_letter_words(const std::filesystem::path& path, const std::string& shown);

/// An open point in the words of one language. Where what is asked is not there in the language of the letter, the
/// whole point is in the language it is there in: never two in one point.
struct ToldPoint {
    model::Severity severity = model::Severity::none;
    std::string heading;            ///< "Spørsmål 18 · høy prioritet · innen 2026-12-15"
    std::string subject;            ///< the question as printed, or the requirement's title; may be empty
    std::string answer;             ///< "Svaret deres: «…»", cut short; empty where there is no answer to speak of
    std::vector<std::string> asks;  ///< sentences, documents last
};
ToldPoint told_point(const model::OpenPoint& point, const Words& words, model::Language language,
                     const std::optional<model::Date>& deadline = {});

/// What to say of a question that is not what it was: its words before. Empty `before` = it is new.
std::string told_change(const std::string& before, const Words& words, model::Language language);
/// What was answered before, where it could not be entered.
std::string told_previous(const std::string& answer, const Words& words, model::Language language);

/// What a letter says besides its points.
struct LetterFacts {
    model::Language language = model::Language::nb;
    model::Date date;
    std::optional<model::Date> deadline;
};

/// The points as paragraphs of WordprocessingML, prefix w, without styles: they look like the letter they come into.
std::string letter_points(const std::vector<model::OpenPoint>& points, const Words& words, const LetterFacts& facts);

/// A whole letter as the bytes of a DOCX. Same arguments, same bytes.
std::string letter_docx(const model::Record& record, const std::vector<model::OpenPoint>& points, const Words& words,
                        const LetterFacts& facts);

}  // namespace samsvar::report
