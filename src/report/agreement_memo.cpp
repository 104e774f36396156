#include "report/agreement_memo.h"

#include <algorithm>
#include <vector>

#include "report/agreement_text.h"
#include "report/cell_text.h"
#include "report/word_document.h"

namespace samsvar::report {

namespace {

using model::ClauseOutcome;

// What two pages hold beside the table of limbs.
constexpr std::size_t most_lacks = 14;
constexpr std::size_t most_conflicts = 5;
constexpr std::size_t longest_line = 170;  // characters

std::string run(std::string_view text, std::string_view properties = {})
{
    return word_run(text, properties);
}

std::string paragraph(std::string_view style, const std::string& runs)
{
    return word_paragraph(style, runs);
}

std::string cell(int width, const std::string& runs, std::string_view fill = {})
{
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>" +
           (fill.empty() ? std::string()
                         : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(fill) + "\"/>") +
           "</w:tcPr>" + paragraph("Cell", runs) + "</w:tc>";
}

std::string_view fill_of(ClauseOutcome outcome)
{
    return outcome == ClauseOutcome::covered ? "D9EFDC" : outcome == ClauseOutcome::partial ? "FFF0C2" : "F9D2CC";
}

class Memo {
public:
    Memo(const model::AgreementAssessment& assessment, const Words& words, model::Language language)
        : assessment_(assessment), words_(words), language_(language)
    {
    }

    std::string body() const
    {
        std::string made = paragraph("Title", run(word("memo-title")));
        made += heading("memo-parties") + about();
        made += heading("memo-summary") +
                paragraph("Normal", run(count_line(assessment_, words_, language_), "<w:b/>")) + limbs();
        made += heading("memo-lacking") + lacks();
        made += comparisons();
        made += heading("memo-conclusion") +
                paragraph("Kept", run(word("memo-conclusion-note"), "<w:i/><w:color w:val=\"595959\"/>")) +
                paragraph("Kept", run(conclusions()));
        for (int line = 0; line < 3; ++line) made += paragraph("Line", {});
        made += paragraph("Normal", run(word("memo-signature")));
        return made;
    }

private:
    std::string word(std::string_view key) const { return words_.word(key, language_); }
    std::string heading(std::string_view key) const { return paragraph("Heading1", run(word(key))); }

    /// Boxes to tick, side by side.
    std::string conclusions() const
    {
        std::string made;
        for (const char* key : {"memo-acceptable", "memo-acceptable-once", "memo-not-acceptable"})
            made += (made.empty() ? "" : "   ") + word(key);
        return made;
    }

    std::string fact(std::string_view label, const std::string& value) const
    {
        return paragraph("Normal", run(std::string(label) + ": ", "<w:b/>") + run(value));
    }

    std::string about() const
    {
        std::string parties;
        for (const model::AgreementFact& one : assessment_.facts)
            if (one.kind == "party")
                parties += (parties.empty() ? "" : "; ") + excerpt(one.value, 60) + " (" + word("key." + one.key) + ")";
        std::string made = fact(word("agreement"), excerpt(assessment_.agreement.title, 100));
        made += fact(word("parties"), parties.empty() ? "–" : parties);
        made +=
            fact(word("file"), excerpt(assessment_.file, 80) + ", SHA-256 " + assessment_.sha256.substr(0, 16) + "…");
        return made + fact(word("memo-assessed"), assessment_.date.text() + ", samsvar " + assessment_.samsvar);
    }

    std::string limbs() const
    {
        constexpr int widths[] = {2700, 1300, 5600};
        std::string rows;
        const auto add = [&](const std::string& a, const std::string& b, const std::string& c) {
            rows += "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + a + b + c + "</w:tr>";
        };
        const std::string_view bold = "<w:b/>";
        add(cell(widths[0], run(word("article"), bold), "DCE6F2"),
            cell(widths[1], run(word("outcome"), bold), "DCE6F2"),
            cell(widths[2], run(word("clause"), bold), "DCE6F2"));
        for (const model::ArticleResult& article : assessment_.articles) {
            std::string clauses;
            for (const std::string& clause : clauses_of(article, assessment_.elements))
                clauses += (clauses.empty() ? "" : ", ") + clause;
            add(cell(widths[0], run(limb_name(words_, article.article, language_))),
                cell(widths[1], run(label_of(article.outcome).in(language_)), fill_of(article.outcome)),
                cell(widths[2], run(excerpt(clauses, 60))));
        }
        std::string grid;
        for (const int width : widths) grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
        std::string borders;
        for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
            borders += std::string("<w:") + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9CFD8\"/>";
        return "<w:tbl><w:tblPr><w:tblW w:w=\"9600\" w:type=\"dxa\"/><w:tblBorders>" + borders +
               "</w:tblBorders></w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>" + rows + "</w:tbl>";
    }

    /// Of the limbs' elements, gravest first.
    std::string lacks() const
    {
        std::vector<std::pair<const model::ElementResult*, const model::Finding*>> findings;
        for (const model::ElementResult& element : assessment_.elements)
            for (const model::Finding& finding : element.findings)
                if (finding.outcome != model::Outcome::satisfied && finding.severity >= model::Severity::medium)
                    findings.emplace_back(&element, &finding);
        std::stable_sort(findings.begin(), findings.end(),
                         [](const auto& a, const auto& b) { return a.second->severity > b.second->severity; });
        std::string made;
        for (std::size_t index = 0; index < findings.size() && index < most_lacks; ++index)
            made +=
                paragraph("Item", run(limb_name(words_, findings[index].first->article, language_) + "  ", "<w:b/>") +
                                      run(excerpt(findings[index].second->reason.in(language_), longest_line)));
        if (findings.empty()) made += paragraph("Normal", run(word("nothing")));
        if (findings.size() > most_lacks) made += paragraph("Quiet", run(word("memo-more")));
        return made;
    }

    std::string comparisons() const
    {
        const std::vector<std::string> lines = comparison_lines(assessment_, words_, language_);
        if (lines.empty()) return {};
        std::string made = heading("memo-conflicts");
        for (const std::string& line : lines) made += paragraph("Normal", run(line));
        for (std::size_t index = 0; index < assessment_.conflicts.size() && index < most_conflicts; ++index)
            made += paragraph("Item", run(excerpt(assessment_.conflicts[index].reason.in(language_), longest_line)));
        return made;
    }

    const model::AgreementAssessment& assessment_;
    const Words& words_;
    model::Language language_;
};

std::string styles()
{
    constexpr std::string_view font = "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>";
    const auto with = [&](std::string_view more) { return std::string(font) + std::string(more); };
    return word_style("Normal", "Normal", "<w:spacing w:before=\"0\" w:after=\"40\"/>", with("<w:sz w:val=\"19\"/>")) +
           word_style("Title", "Title", "<w:spacing w:before=\"0\" w:after=\"80\"/>",
                      with("<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"30\"/>")) +
           word_style("Heading1", "heading 1",
                      "<w:keepNext/><w:spacing w:before=\"140\" w:after=\"50\"/><w:outlineLvl w:val=\"0\"/>",
                      with("<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"23\"/>")) +
           word_style("Cell", "Cell", "<w:spacing w:before=\"10\" w:after=\"10\"/>", with("<w:sz w:val=\"18\"/>")) +
           word_style("Item", "Item",
                      "<w:spacing w:before=\"0\" w:after=\"30\"/><w:ind w:left=\"284\" w:hanging=\"284\"/>",
                      with("<w:sz w:val=\"18\"/>")) +
           word_style("Quiet", "Quiet", "<w:spacing w:before=\"0\" w:after=\"40\"/>",
                      with("<w:i/><w:color w:val=\"595959\"/><w:sz w:val=\"18\"/>")) +
           word_style("Kept", "Kept", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\"/>",
                      with("<w:sz w:val=\"19\"/>")) +
           word_style("Line", "Line",
                      "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" "
                      "w:color=\"8EA9DB\"/><w:between w:val=\"single\" w:sz=\"4\" w:space=\"1\" "
                      "w:color=\"8EA9DB\"/></w:pBdr><w:spacing w:before=\"120\" w:after=\"40\"/>",
                      with("<w:sz w:val=\"19\"/>"));
}

}  // namespace

std::string memo_docx(const model::AgreementAssessment& assessment, const Words& words, model::Language language)
{
    return word_file(Memo(assessment, words, language).body(), styles());
}

}  // namespace samsvar::report
