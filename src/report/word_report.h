#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/context.h"
#include "report/layout.h"
#include "report/matrix.h"
#include "report/tables.h"
#include "report/words.h"

// Internal to the folder.
namespace samsvar::report {

struct WordColumn {
    std::string_view word;  ///< id of its header
    double width;
};

/// A file and a day that a workbook is about.
struct WordReportSubject {
    std::string samsvar;  ///< version of the program
    std::string file;
    model::Date date;
};

/// What sheets are made with whose words stand in a file of their own (report/words.h), in the looks of the compliance
/// matrix.
class WordReport {
public:
    WordReport(const WordReportSubject& subject, const Layout& layout, const Words& words, model::Language language);
    WordReport(const WordReport&) = delete;
    WordReport& operator=(const WordReport&) = delete;

    /// A workbook without sheets. The title is a word, with what it is about behind a colon.
    Matrix workbook(std::string_view title, std::string_view about, std::string_view subject) const;

    std::string word(std::string_view id) const { return words_.word(id, language_); }
    model::Language language() const { return language_; }

    /// Sheet `key` with the lines "key-title" and "key-note" and a header row of the columns' words. `facts` stand
    /// above the header as label and value.
    MatrixSheet start(std::string_view key, const std::vector<WordColumn>& columns, Colour tab,
                      const std::vector<std::pair<std::string, std::string>>& facts = {}) const;
    /// A row of one text in the first column, over the whole width.
    void add_line(MatrixSheet& sheet, RowKind kind, std::string_view text, std::string_view style) const;
    /// A header of the words within a sheet.
    void add_subheader(MatrixSheet& sheet, const std::vector<std::string_view>& words) const;

    MatrixCell cell(std::string_view text, std::string_view style = "text", bool wrap = true) const;
    MatrixCell number(double value) const;
    MatrixCell date(const std::optional<model::Date>& date) const;
    MatrixCell place(const model::Place& place) const;
    MatrixCell outcome(model::Outcome outcome) const;
    MatrixCell severity(model::Severity severity) const;
    /// A word with a colour of the layout ("outcome.gap").
    MatrixCell state(std::string_view text, std::string_view tone) const;
    std::string place_text(const model::Place& place) const { return context_.place_text(place); }

private:
    WordReportSubject subject_;
    const Layout& layout_;
    const Words& words_;
    model::Language language_;
    model::Assessment shell_;  ///< the context wants one to look words and places up
    Context context_;
};

}  // namespace samsvar::report
