#include <algorithm>
#include <cmath>

#include "app/inspect.h"
#include "app/layout.h"
#include "report/cell_text.h"

namespace samsvar::app {

namespace {

using model::ColumnRole;
using model::Language;

constexpr std::size_t reasons_shown = 3;
constexpr std::size_t least_width = 60;

/// The words of the report, in the languages of reports.
struct Words {
    const char *questions, *answered, *unanswered, *sure, *facts, *subprocessors, *identifiers, *annexes, *regions,
        *left, *sheet, *table, *paragraphs, *header_row, *header_rows, *no_header, *rows, *to, *answers, *no_question,
        *file_problems, *list, *invalid, *sample;
    const char* meanings[7];
    const char* roles[10];
};

constexpr const char* meaning_names[] = {"yes", "no", "partly", "planned", "not-applicable", "unknown", "other"};

const Words& words_in(Language language)
{
    static constexpr Words nb{
        "spørsmål", "besvart", "ubesvart", "sikkerhet", "Om leverandøren", "Underleverandører", "Organisasjonsnumre",
        "Vedlegg", "Her står spørsmålene", "Så på, men lot ligge", "Ark", "Tabell", "Avsnitt", "overskrift i rad",
        "overskrifter i rad", "ingen overskrift", "rad", "til", "Svarene",
        "Ingen spørsmål ble funnet. Si hvor de står med --layout FIL.xml (se README).", "Å merke seg ved filen",
        "Spørsmål og svar", "ugyldig", "står der fra før, regnes ikke som svar",
        {"ja", "nei", "delvis", "planlagt", "ikke aktuelt", "vet ikke", "med egne ord"},
        {"nummer", "avsnitt", "spørsmål", "veiledning", "valg", "svar", "merknad", "dokumentasjon", "vurdering",
         "annet"}};
    static constexpr Words sv{
        "frågor", "besvarade", "obesvarade", "säkerhet", "Om leverantören", "Underleverantörer",
        "Organisationsnummer", "Bilagor", "Här står frågorna", "Sågs över men lämnades", "Blad", "Tabell", "Stycken",
        "rubrik i rad", "rubriker i rad", "ingen rubrik", "rad", "till", "Svaren",
        "Inga frågor hittades. Ange var de står med --layout FIL.xml (se README).", "Att notera om filen",
        "Frågor och svar", "ogiltigt", "står där från början, räknas inte som svar",
        {"ja", "nej", "delvis", "planerat", "ej tillämpligt", "vet ej", "med egna ord"},
        {"nummer", "avsnitt", "fråga", "vägledning", "val", "svar", "anmärkning", "dokumentation", "bedömning",
         "annat"}};
    static constexpr Words en{
        "questions", "answered", "unanswered", "confidence", "About the supplier", "Sub-processors",
        "Organisation numbers", "Annexes", "The questions stand here", "Looked at and left", "Sheet", "Table",
        "Paragraphs", "header in row", "headers in rows", "no header", "rows", "to", "The answers",
        "No questions were found. Say where they stand with --layout FILE.xml (see README).",
        "To note about the file", "Questions and answers", "invalid", "stood there before, no answer",
        {"yes", "no", "partly", "planned", "not applicable", "do not know", "in words of their own"},
        {"number", "section", "question", "guidance", "choice", "answer", "remark", "evidence", "reviewer", "other"}};
    switch (language) {
        case Language::nb:
        case Language::nn:
        case Language::da: return nb;
        case Language::sv: return sv;
        case Language::fi:
        case Language::en: break;
    }
    return en;
}

std::size_t width_of(std::string_view text)
{
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size(); ++columns) report::next_character(text, at);
    return columns;
}

std::string padded(std::string text, std::size_t width)
{
    const std::size_t columns = width_of(text);
    return columns < width ? text + std::string(width - columns, ' ') : text;
}

std::string shown(std::string_view text, std::size_t characters)
{
    return report::excerpt(report::one_line(report::printable(text)), characters);
}

std::string percent(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

/// The reasons that weigh most, for or against.
std::string reasons_text(const std::vector<model::LayoutReason>& reasons)
{
    std::vector<const model::LayoutReason*> strongest;
    for (const model::LayoutReason& reason : reasons) strongest.push_back(&reason);
    std::stable_sort(strongest.begin(), strongest.end(), [](const auto* left, const auto* right) {
        return std::abs(left->weight) > std::abs(right->weight);
    });
    if (strongest.size() > reasons_shown) strongest.resize(reasons_shown);
    std::string text;
    for (const model::LayoutReason* reason : strongest)
        text += (text.empty() ? "" : "; ") + reason->text;
    return text;
}

class TextReport {
public:
    TextReport(const Inspection& inspection, Language language, const Screen& screen)
        : inspection_(inspection),
          language_(language),
          words_(words_in(language)),
          width_(std::max(screen.width, least_width)),
          colours_(screen.colours)
    {
    }

    std::string write(bool details)
    {
        summary();
        surroundings();
        regions(true);
        regions(false);
        problems();
        if (details) questions();
        return std::move(text_);
    }

private:
    void heading(const std::string& title) { text_ += '\n' + bold(title) + '\n'; }

    std::string bold(const std::string& text) const { return colours_ ? "\x1b[1m" + text + "\x1b[0m" : text; }

    /// `value` behind `label`, cut to the screen.
    void line(const std::string& label, std::string_view value, std::size_t label_width)
    {
        const std::size_t left = width_ > label_width + 12 ? width_ - label_width - 4 : 20;
        text_ += "  " + padded(label, label_width) + "  " + shown(value, left) + '\n';
    }

    void summary()
    {
        const auto& counts = inspection_.counts;
        const model::Document& document = inspection_.document;
        std::string kind = name_of(document.kind);
        std::transform(kind.begin(), kind.end(), kind.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        text_ += bold(report::printable(document.file)) + " (" + kind + "): " + std::to_string(counts.at("questions")) +
                 ' ' + words_.questions;
        if (counts.at("questions") == 0) {
            text_ += std::string("\n") + words_.no_question + '\n';
            return;
        }
        text_ += ", " + std::to_string(counts.at("answered")) + ' ' + words_.answered + ", " +
                 std::to_string(counts.at("unanswered")) + ' ' + words_.unanswered + "; " + words_.sure + ' ' +
                 percent(inspection_.layout.confidence) + '\n';
        if (counts.at("answered") == 0) return;
        std::string answers;
        for (std::size_t index = 0; index < std::size(meaning_names); ++index)
            if (const std::size_t count = counts.at(meaning_names[index]); count > 0)
                answers += (answers.empty() ? "" : ", ") + std::string(words_.meanings[index]) + ' ' +
                           std::to_string(count);
        text_ += std::string(words_.answers) + ": " + answers + '\n';
    }

    std::string fact_label(const model::HeaderFact& fact) const
    {
        for (const model::FormFact& known : inspection_.form.facts)
            if (known.key == fact.key) return known.label.in(language_);
        return shown(fact.label, 30);
    }

    void surroundings()
    {
        constexpr std::size_t most = 12;
        const model::Submission& submission = inspection_.submission;
        if (!submission.facts.empty()) heading(words_.facts);
        for (const model::HeaderFact& fact : submission.facts)
            line(fact_label(fact), shown(fact.value, 60) + "  (" + fact.place.text() + ')', 22);
        if (!submission.identifiers.empty()) heading(words_.identifiers);
        for (std::size_t at = 0; at < std::min(most, submission.identifiers.size()); ++at) {
            const model::Identifier& one = submission.identifiers[at];
            line(one.scheme.empty() ? "?" : one.scheme,
                 one.value + (one.valid ? "" : std::string(", ") + words_.invalid) + "  (" + one.place.text() + ')', 22);
        }
        if (!submission.subprocessors.empty())
            heading(words_.subprocessors + (" (" + std::to_string(submission.subprocessors.size()) + ')'));
        for (std::size_t at = 0; at < std::min(most, submission.subprocessors.size()); ++at)
            line(shown(submission.subprocessors[at].name, 40), submission.subprocessors[at].place.text(), 40);
        if (!submission.annexes.empty())
            heading(words_.annexes + (" (" + std::to_string(submission.annexes.size()) + ')'));
        for (std::size_t at = 0; at < std::min(most, submission.annexes.size()); ++at)
            line(shown(submission.annexes[at].label, 10), submission.annexes[at].title, 10);
    }

    std::string name_of_region(const model::LayoutRegion& region) const
    {
        if (region.table.empty()) return words_.paragraphs;
        return std::string(region.sheet ? words_.sheet : words_.table) + " \"" + shown(region.table, 40) + '"';
    }

    std::size_t questions_of(std::size_t region) const
    {
        return static_cast<std::size_t>(
            std::count_if(inspection_.layout.questions.begin(), inspection_.layout.questions.end(),
                          [&](const model::LayoutQuestion& question) { return question.region == region; }));
    }

    void regions(bool taken)
    {
        constexpr std::size_t most_left = 40;
        bool any = false;
        std::size_t left = 0;
        const model::LayoutRegion* before = nullptr;
        for (std::size_t index = 0; index < inspection_.layout.regions.size(); ++index) {
            const model::LayoutRegion& region = inspection_.layout.regions[index];
            if (region.taken != taken) continue;
            if (!any) heading(taken ? words_.regions : words_.left);
            any = true;
            if (taken) {
                region_taken(region, questions_of(index), before && same_columns(region, *before));
                before = &region;
            }
            else if (++left <= most_left) line(name_of_region(region), reasons_text(region.reasons), 28);
        }
        if (left > most_left) text_ += "  … (" + std::to_string(left) + ")\n";
    }

    static bool same_columns(const model::LayoutRegion& left, const model::LayoutRegion& right)
    {
        return left.sheet == right.sheet && left.kind == right.kind &&
               std::equal(left.columns.begin(), left.columns.end(), right.columns.begin(), right.columns.end(),
                          [](const model::LayoutColumn& one, const model::LayoutColumn& other) {
                              return one.column == other.column && one.role == other.role &&
                                     one.choice == other.choice && one.header == other.header;
                          });
    }

    /// `known`: the columns are those of the region above, which were listed.
    void region_taken(const model::LayoutRegion& region, std::size_t questions, bool known)
    {
        std::string place;
        if (region.kind == model::RegionKind::rows) {
            std::string headers;
            // A header that is repeated on every page says nothing new.
            for (std::size_t at = 0; at < region.header_rows.size() && at < 4; ++at)
                headers += (at == 0 ? " " : ", ") + std::to_string(region.header_rows[at] + 1);
            if (region.header_rows.size() > 4) headers += " …";
            place = (headers.empty() ? std::string(words_.no_header)
                                     : (region.header_rows.size() == 1 ? words_.header_row : words_.header_rows) +
                                           headers) +
                    ", " + words_.rows + ' ' + std::to_string(region.first_row + 1) + ' ' + words_.to + ' ' +
                    std::to_string(region.last_row + 1) + "; ";
        }
        text_ += "  " + bold(name_of_region(region)) + ": " + place + std::to_string(questions) + ' ' +
                 words_.questions + ", " + percent(region.confidence) + '\n';
        if (known && !region.columns.empty()) return;
        for (const model::LayoutColumn& column : region.columns) {
            if (column.role == ColumnRole::other) continue;
            const std::string role = words_.roles[static_cast<std::size_t>(column.role)] +
                                     (column.choice.empty() ? std::string() : " \"" + shown(column.choice, 14) + '"');
            const std::string header = column.header.empty() ? "" : '"' + shown(column.header, 30) + "\": ";
            line("  " + padded(model::column_name(column.column, region.sheet), 3) + ' ' + role,
                 header + reasons_text(column.reasons), 24);
        }
        if (region.columns.empty() && !region.reasons.empty()) line("", reasons_text(region.reasons), 2);
    }

    void problems()
    {
        constexpr std::size_t most = 15;
        std::vector<const model::Problem*> all;
        for (const auto* problems : {&inspection_.document.problems, &inspection_.submission.problems})
            for (const model::Problem& problem : *problems) all.push_back(&problem);
        if (all.empty()) return;
        heading(words_.file_problems);
        for (std::size_t at = 0; at < std::min(most, all.size()); ++at)
            text_ += "  " + report::one_line(report::printable(all[at]->place.text() + ": " + all[at]->text)) + '\n';
        if (all.size() > most) text_ += "  … (" + std::to_string(all.size()) + ")\n";
    }

    void questions()
    {
        heading(words_.list);
        std::string section;
        for (const model::LayoutQuestion& question : inspection_.layout.questions) {
            if (question.section != section) {
                section = question.section;
                if (!section.empty()) text_ += "\n  " + bold(shown(section, width_ - 4)) + '\n';
            }
            line(shown(question.id, 14), question.text, 10);
            for (const model::AnswerPart& part : question.parts)
                line("", std::string(words_.roles[static_cast<std::size_t>(part.role)]) + ": " +
                             shown(part.text, width_ > 60 ? width_ - 50 : 20) + "  (" + place_in_file(part.place) + ')',
                     10);
            if (question.parts.empty() && !question.prefilled.empty())
                line("", '"' + shown(question.prefilled, 30) + "\" " + words_.sample, 10);
            else if (question.parts.empty())
                line("", std::string(words_.unanswered) +
                             (question.answer_places.empty() ? std::string()
                                                             : "  (" + place_in_file(question.answer_places.front()) +
                                                                   ')'),
                     10);
        }
    }

    /// Without the name of the file, which stands above.
    static std::string place_in_file(const model::Place& place)
    {
        const std::string text = place.text();
        return text.size() > place.file.size() ? text.substr(place.file.size() + 1) : text;
    }

    const Inspection& inspection_;
    Language language_;
    const Words& words_;
    std::size_t width_;
    bool colours_;
    std::string text_;
};

}  // namespace

std::string inspection_text(const Inspection& inspection, Language language, bool details, const Screen& screen)
{
    return TextReport(inspection, language, screen).write(details);
}

}  // namespace samsvar::app
