#include "cli/show.h"

#include <algorithm>
#include <sstream>

#include "app/checks.h"
#include "base/error.h"
#include "base/join.h"

namespace samsvar::cli {

namespace {

std::string padded(std::string text, std::size_t width)
{
    // Counts letters, not bytes: a byte that continues a UTF-8 letter takes no column.
    const auto letters = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (letters < width) text.append(width - letters, ' ');
    return text;
}

void show_expectations(std::ostream& out, const std::vector<model::Expectation>& expectations, model::Language language)
{
    for (const model::Expectation& one : expectations)
        out << "  " << (one.weight == model::Weight::must ? "must   " : "should ") << padded(one.id, 24) << ' '
            << one.label.in(language) << "   (" << one.origin.text() << ")\n";
}

void show_question(std::ostream& out, const model::Form& form, const model::Question& question,
                   model::Language language)
{
    out << form.id << " " << question.id << "  " << question.text.in(language) << "\n";
    if (!question.evidence.empty()) out << "  document asked for: " << question.evidence_text.in(language) << "\n";
    out << "  gap is: " << name_of(question.severity) << "\n";
    show_expectations(out, question.expectations, language);
    for (const model::Coverage& coverage : question.covers)
        out << "  covers  " << coverage.catalog << " " << coverage.id << "\n";
    out << "  " << question.origin.text() << "\n";
}

void show_requirement(std::ostream& out, const model::Catalog& catalog, const model::Requirement& requirement,
                      model::Language language)
{
    out << catalog.id << " " << requirement.id << "  " << requirement.title.in(language) << "\n";
    if (!requirement.text.empty() && requirement.text.in(language) != requirement.title.in(language))
        out << "  " << requirement.text.in(language) << "\n";
    if (!requirement.evidence_text.empty()) out << "  proved by: " << requirement.evidence_text.in(language) << "\n";
    if (!requirement.legal.empty()) out << "  legal: " << join(requirement.legal) << "\n";
    for (const model::Requirement& part : requirement.parts)
        out << "  " << part.id << ") " << part.text.in(language) << "\n";
    show_expectations(out, requirement.expectations, language);
    out << "  " << requirement.origin.text() << "\n";
}

}  // namespace

std::string catalogs_text(const app::Library& library, model::Language language)
{
    std::ostringstream out;
    for (const model::Catalog& catalog : library.catalogs())
        out << padded(catalog.id, 24) << padded(std::to_string(catalog.requirements.size()), 5)
            << catalog.title.in(language) << "\n";
    return out.str();
}

std::string forms_text(const app::Library& library, model::Language language)
{
    std::ostringstream out;
    for (const model::Form& form : library.forms())
        out << padded(form.id, 24) << padded(std::to_string(form.questions.size()), 5) << padded(form.version, 12)
            << form.title.in(language) << "\n";
    return out.str();
}

std::string show_text(const app::Library& library, const std::string& subject, model::Language language)
{
    std::ostringstream out;
    const std::size_t colon = subject.find(':');
    for (const model::Form& form : library.forms()) {
        if (subject == form.id)
            for (const model::Question& question : form.questions)
                out << padded(question.id, 6) << question.text.in(language) << "\n";
        if (colon != std::string::npos && subject.substr(0, colon) == form.id)
            if (const model::Question* question = form.find(subject.substr(colon + 1)))
                show_question(out, form, *question, language);
    }
    for (const model::Catalog& catalog : library.catalogs()) {
        if (subject == catalog.id) {
            out << catalog.title.in(language) << "\n" << catalog.note.in(language) << "\n";
            for (const model::Requirement& requirement : catalog.requirements)
                out << padded(requirement.id, 10) << requirement.title.in(language) << "\n";
        }
        if (const model::Requirement* requirement = catalog.find(subject))
            show_requirement(out, catalog, *requirement, language);
    }
    const model::Lexicon lexicon = library.lexicon();
    if (const model::Concept* known = lexicon.find(subject)) {
        out << known->id << "  " << known->label.in(language) << "   (" << known->origin.text() << ")\n";
        for (const model::Word& word : known->words)
            out << "  " << name_of(word.language) << "  " << word.text << " (inflected and compounded)\n";
        for (const model::Pattern& pattern : known->patterns)
            out << "  " << name_of(pattern.language) << "  " << pattern.expression << "\n";
        for (const model::Pattern& pattern : known->except)
            out << "  not " << name_of(pattern.language) << "  " << pattern.expression << "\n";
    }
    if (out.str().empty())
        throw Error(ErrorCode::not_found, {},
                    "nothing has the id \"" + subject +
                        "\"; see samsvar catalogs, samsvar forms, or write a question as FORM:NUMBER");
    return out.str();
}

std::string explain_code(const app::Library& library, const std::string& code, model::Language language)
{
    std::ostringstream out;
    const model::Lexicon lexicon = library.lexicon();
    if (const model::FindingText* text = lexicon.finding(code)) {
        out << text->code << ": " << text->title.in(language) << "\n\n" << text->meaning.in(language) << "\n\n";
        for (const app::CheckRow& check : app::checks())
            if (std::find(check.codes.begin(), check.codes.end(), code) != check.codes.end())
                out << "raised by check " << check.name << " (step " << check.step << "): " << check.about << "\n";
        out << text->origin.text() << "\n";
        return out.str();
    }
    if (code == "checks") {
        for (const app::CheckRow& check : app::checks()) {
            out << check.step << "  " << padded(check.name, 22) << check.about << "\n";
            if (!check.codes.empty()) out << "   " << padded("", 22) << join(check.codes, " ") << "\n";
        }
        return out.str();
    }
    std::vector<std::string> known;
    for (const model::FindingText& one : lexicon.findings) known.push_back(one.code);
    throw Error(
        ErrorCode::not_found, {},
        "there is no finding code \"" + code + "\"; known: " + join(known) + ", and checks for the table of checks");
}

std::string ledger_text(const app::Reading& reading, bool details)
{
    std::ostringstream out;
    const model::Document& document = reading.document;
    const model::Submission& submission = reading.submission;
    const model::LedgerTotals totals = model::totals(submission.ledger);
    std::size_t ignored = 0;
    if (details)
        for (const model::LedgerEntry& entry : submission.ledger)
            out << (entry.used ? "used    " : "ignored ") << padded(entry.use, 22) << document.place(entry.unit).text()
                << "\n";
    out << document.file << ": " << totals.units << " units\n";
    for (const auto& [use, count] : totals.used_as) out << "  used as " << padded(use, 22) << count << "\n";
    for (const auto& [reason, count] : totals.ignored) {
        out << "  ignored " << padded(reason, 22) << count << "\n";
        ignored += count;
    }
    out << totals.units << " units = " << totals.used << " used + " << ignored << " ignored"
        << (totals.units == totals.used + ignored && totals.units == document.units.size() ? "" : "   DOES NOT ADD UP")
        << "\n";
    for (const model::Problem& problem : document.problems) out << problem.place.text() << ": " << problem.text << "\n";
    for (const model::Problem& problem : submission.problems)
        out << problem.place.text() << ": " << problem.text << "\n";
    return out.str();
}

}  // namespace samsvar::cli
