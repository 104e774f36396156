#include "report/letter.h"

#include <algorithm>

#include "report/cell_text.h"
#include "report/step_texts.h"

namespace samsvar::report {

namespace {

using model::Language;
using model::OpenPoint;

constexpr std::string_view word_ids[] = {
    "title",  "to",      "date",    "file",       "deadline",    "introduction",   "how",
    "points", "count",   "none",    "question",   "requirement", "whole",          "high",
    "medium", "low",     "answer",  "unanswered", "documents",   "send-documents", "elaborate",
    "by",     "closing", "changed", "previous",   "new"};

constexpr std::size_t longest_question = 400, longest_answer = 240, longest_document = 200;  // characters

/// The language a text is given in when `wanted` is asked for.
Language given_in(const model::LocalText& text, Language wanted)
{
    const std::string& shown = text.in(wanted);
    for (const auto& [language, one] : text.all())
        if (&one == &shown) return language;
    return wanted;
}

/// Norwegian in nn or nb is one language here: the words of letters are in nb.
Language language_of(const OpenPoint& point, Language wanted)
{
    const Language plain = wanted == Language::nn ? Language::nb : wanted;
    for (const model::LocalText& ask : point.asks)
        if (const Language given = given_in(ask, plain); given != plain) return given;
    return plain;
}

std::string quoted(const std::string& text, Language language)
{
    switch (language) {
        case Language::sv:
        case Language::fi: return "”" + text + "”";
        case Language::da: return "»" + text + "«";
        case Language::en: return "“" + text + "”";
        case Language::nb:
        case Language::nn: break;
    }
    return "«" + text + "»";
}

/// Documents as named, each once, without the end of the sentence they stood in.
std::string listed(const std::vector<std::string>& documents)
{
    std::vector<std::string> names;
    for (const std::string& one : documents) {
        std::string name = excerpt(one_line(one), longest_document);
        name.resize(name.find_last_not_of(" .,;:") + 1);
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
    return text;
}

std::string heading(const OpenPoint& point, const Words& words, Language language)
{
    std::string text;
    switch (point.about) {
        case OpenPoint::About::answer: text = filled(words.word("question", language), "name", point.name); break;
        case OpenPoint::About::requirement:
            text = filled(words.word("requirement", language), "name", point.name);
            break;
        case OpenPoint::About::whole: text = words.word("whole", language); break;
    }
    if (point.severity != model::Severity::none) text += " · " + words.word(name_of(point.severity), language);
    return text;
}

}  // namespace

Words load_letter_words(const std::filesystem::path& path, const std::string& shown)
{
    return load_words(path, shown, word_ids);
}

std::string told_change(const std::string& before, const Words& words, Language language)
{
    if (before.empty()) return words.word("new", language);
    return filled(words.word("changed", language), "before", excerpt(one_line(before), longest_question));
}

std::string told_previous(const std::string& answer, const Words& words, Language language)
{
    return filled(words.word("previous", language), "answer", quoted(answer, language));
}

ToldPoint told_point(const OpenPoint& point, const Words& words, Language wanted,
                     const std::optional<model::Date>& deadline)
{
    const Language language = language_of(point, wanted);
    ToldPoint told;
    told.severity = point.severity;
    told.heading = heading(point, words, language);
    told.subject = excerpt(
        one_line(point.about == OpenPoint::About::requirement ? point.title.in(language) : point.printed_question),
        longest_question);
    if (point.about == OpenPoint::About::answer) {
        const std::string answer = excerpt(one_line(point.answer), longest_answer);
        told.answer = words.word("answer", language) + ": " +
                      (answer.empty() ? words.word("unanswered", language) : quoted(answer, language));
    }
    for (const model::LocalText& ask : point.asks) told.asks.push_back(ask.in(language));
    if (told.asks.empty()) told.asks.push_back(words.word("elaborate", language));
    if (point.documents_outstanding) {
        const std::string documents = listed(point.documents);
        // What the findings ask for names the kind of document already.
        if (!documents.empty())
            told.asks.push_back(words.word("documents", language) + ": " + documents + ".");
        else if (point.asks.empty())
            told.asks.push_back(words.word("send-documents", language));
    }
    if (const std::optional<model::Date> day = point.due ? point.due : deadline)
        told.heading += " · " + filled(words.word("by", language), "deadline", day->text());
    return told;
}

}  // namespace samsvar::report
