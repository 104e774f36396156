#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalog/prepared.h"
#include "layout/known_words.h"
#include "model/catalog.h"
#include "model/form.h"
#include "model/lexicon.h"

namespace samsvar::app {

/// Where our own XML is found: the folders catalogs, forms and reports, plus the user's own.
class Library {
public:
    /// Looks in turn at SAMSVAR_DATA, ../share/samsvar beside the program, and the source tree it was built from.
    /// Folders of SAMSVAR_PATH (separated by ':') are searched for further catalogues, mappings and forms. Throws
    /// Error(not_found) naming what was tried.
    static Library find(const std::filesystem::path& program);
    explicit Library(std::filesystem::path root, std::vector<std::filesystem::path> extra = {});

    const std::filesystem::path& root() const { return root_; }

    /// Every catalogue; sorted by file name, the user's after the shipped ones.
    std::vector<model::Catalog> catalogs() const;
    /// Those of them with one of these ids, in the same order; the others are not read if they need not be.
    std::vector<model::Catalog> catalogs_called(const std::vector<std::string>& ids) const;
    /// The catalogue with that id, or in that file when `id_or_path` names one: of ours, OSCAL, or a table (see
    /// app/catalog_source.h). Throws Error(not_found) with the known ids.
    model::Catalog catalog(const std::string& id_or_path) const;
    /// The file of a catalogue: the one named, or that of a shipped catalogue or a user's with that id.
    std::filesystem::path catalog_file(const std::filesystem::path& id_or_path) const;
    /// Of the shipped files and the user's, which may be OSCAL mapping collections.
    std::vector<model::Mapping> mappings() const;
    /// Of one file, ours or OSCAL.
    std::vector<model::Mapping> load_mappings(const std::filesystem::path& file) const;
    std::vector<model::Form> forms() const;
    model::Form form(const std::string& id_or_path) const;
    /// The words by which a questionnaire is read that no form describes (forms/vocabulary.xml, which is no form).
    layout::KnownWords known_words() const;
    model::Lexicon lexicon() const;
    /// text::Matcher of what answers say, without what is looked for in agreements only; at once where the lexicon is
    /// the one this program was built with.
    text::Matcher matcher() const;
    std::filesystem::path report_layout(const std::string& id) const;
    /// How a file of ours is named in origins: "catalogs/gdpr-processor.xml", else the path as given.
    std::string shown(const std::filesystem::path& file) const;

private:
    catalog::LexiconSource lexicon_source() const;
    model::Catalog load_catalog(const std::filesystem::path& file) const;
    std::vector<model::Catalog> catalogs_in(const std::vector<std::filesystem::path>& found) const;
    std::vector<std::filesystem::path> files(const std::string& folder) const;

    std::filesystem::path root_;
    std::vector<std::filesystem::path> extra_;
};

}  // namespace samsvar::app
