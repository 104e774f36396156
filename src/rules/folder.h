#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/evidence.h"
#include "text/analysis.h"

namespace samsvar::rules {

/// A file of the evidence folder with what documents are recognised by.
struct KnownFile {
    const model::EvidenceFile* file = nullptr;
    std::string name;                 ///< without extension, folded, words apart by one blank
    std::vector<std::string> labels;  ///< of annexes, as text::AnnexReference has them: "8", "b"
    std::vector<std::string> words;   ///< that say something, of name and title
    std::vector<std::string> concepts;
    std::optional<model::Date> valid_until;  ///< by name or title
    std::optional<model::Date> dated;        ///< the earlier of the date in name or title and the document's own
    bool assurance_report = false;
};

/// The files that came with a submission, to be found by the ways documents are named. Where several fit, the one that
/// comes first by path. Every way is linear in the number of files.
class Folder {
public:
    /// `files` must outlive it.
    Folder(const model::EvidenceFolder& files, const text::Matcher& matcher);

    /// "8" ↔ "08_…", "Bilag 8 …", "Vedlegg 8/…".
    const KnownFile* by_label(const std::string& label) const;
    /// A file name as written, with any extension; or a document's code in a name: "HR-02".
    const KnownFile* by_name(std::string_view name) const;
    /// Most words of the title in name and title of the file, one of which is no word like "plan" or "policy".
    const KnownFile* by_title(std::string_view title) const;
    /// Everything the title speaks of is in the file's name and title, in whatever language.
    const KnownFile* by_meaning(std::string_view title) const;
    /// A file whose name or title speaks of one of these concepts, and of as little else as possible.
    const KnownFile* by_topic(const std::vector<std::string>& concept_ids) const;
    /// by_title, else by_meaning.
    const KnownFile* by_words(std::string_view title) const;

private:
    const text::Matcher& matcher_;
    std::vector<KnownFile> files_;
};

}  // namespace samsvar::rules
