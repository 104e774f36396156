// Step 4 with the supplier's documents at hand: which of those named and asked for are there, and whether they still
// hold on the day of the assessment. They prove or fail to prove what is said; the outcome of the answer stays its own.
#include <algorithm>
#include <chrono>

#include "rules/checks.h"
#include "rules/explain.h"
#include "rules/listed_annexes.h"

namespace samsvar::rules {

using model::EvidenceState;
using model::Outcome;
using model::Severity;
using model::StepId;

namespace {

constexpr int report_months = 18;  // as check_validity has it

int days_between(const model::Date& from, const model::Date& to)
{
    const auto day = [](const model::Date& date) {
        return std::chrono::sys_days(std::chrono::year_month_day(
            std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(std::max(date.month, 1))),
            std::chrono::day(static_cast<unsigned>(std::max(date.day, 1)))));
    };
    return static_cast<int>((day(to) - day(from)).count());
}

/// A document an answer names, and how.
struct Named {
    std::string name;
    std::string label;               ///< of an annex
    bool file = false;               ///< a file name
    bool annex = false;              ///< said to be enclosed by its label or file name
    std::optional<text::Span> span;  ///< in the answer's own words
};

/// Whether the line says no more than what names a document already: "Rutinen er DR-12." beside "DR-12".
bool says_again(const std::string& line, const Named& known)
{
    if (known.name.find(line) != std::string::npos) return true;
    const bool label = known.annex || known.name.find_first_of("0123456789") != std::string::npos;
    return label && line.find(known.name) != std::string::npos;
}

void add_lines(std::vector<Named>& all, const std::string& text)
{
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n;", at), text.size());
        const std::string line(text::trimmed(std::string_view(text).substr(at, end - at)));
        if (!line.empty() &&
            std::none_of(all.begin(), all.end(), [&](const Named& one) { return says_again(line, one); }))
            all.push_back({line, {}, false, false, {}});
        at = end + 1;
    }
}

std::vector<Named> named_documents(const View& view)
{
    std::vector<Named> all;
    if (!view.answer || view.outcome == Outcome::unanswered) return all;
    for (const text::Analysis* analysis : {&view.own, &view.evidence})
        for (const text::AnnexReference& annex : analysis->annexes) {
            std::string name = analysis->folded.quote(annex.span);
            if (std::any_of(all.begin(), all.end(), [&](const Named& one) { return one.name == name; })) continue;
            all.push_back({std::move(name), annex.file ? std::string() : reference_label(annex.label), annex.file, true, {}});
            if (analysis == &view.own) all.back().span = annex.span;
        }
    for (const std::string& document : view.documents) add_lines(all, document);
    return all;
}

const KnownFile* file_of(const Case& context, const Named& document)
{
    const Folder& folder = *context.folder;
    if (document.file) {
        const KnownFile* found = folder.by_name(document.name);
        return found ? found : folder.by_title(document.name);
    }
    if (document.annex) {
        if (const KnownFile* found = folder.by_label(document.label)) return found;
        for (const model::Annex& annex : context.submission.annexes)
            if (reference_label(annex.label) == document.label && !annex.title.empty()) return folder.by_title(annex.title);
        return nullptr;
    }
    const KnownFile* found = folder.by_name(document.name);
    return found ? found : folder.by_words(document.name);
}

/// A file with what the question asks for: any of the documents it lists will do, in any language it lists them in;
/// where it lists only kinds ("procedure"), a document on the question's matter.
const KnownFile* file_asked_for(const Case& context, const model::Question& question)
{
    for (const auto& [language, text] : question.evidence_text.all()) {
        for (std::string_view rest = text; !rest.empty();) {
            std::size_t end = rest.size(), next = rest.size();
            for (const std::string_view word :
                 {",", "(", ")", " og ", " och ", " and ", " ja ", " eller ", " or ", " tai "})
                if (const std::size_t at = rest.find(word); at < end) {
                    end = at;
                    next = at + word.size();
                }
            if (const KnownFile* found = context.folder->by_words(rest.substr(0, end))) return found;
            rest.remove_prefix(next);
        }
    }
    return context.folder->by_topic(question.topic);
}

/// The age in days that the question, or a requirement it covers, sets for what it asks about.
std::optional<double> oldest(const View& view, const KnownFile& file)
{
    std::optional<double> days;
    for (const model::Expectation& one : view.question->expectations)
        if (one.kind == model::ExpectationKind::recent && one.interval_days)
            days = days ? std::min(*days, *one.interval_days) : one.interval_days;
    constexpr double month = 30.5;
    if (!days && file.assurance_report) days = report_months * month;
    return days;
}

class Enclosures {
public:
    Enclosures(const Case& context, View& view)
        : context_(context), view_(view), said_to_be_enclosed_(view.encloses_document)
    {
    }

    void look()
    {
        on_request_ = view_.answer ? context_.first_hit(view_.own, "on-request", false) : nullptr;
        if (view_.answer && !on_request_) on_request_ = context_.first_hit(view_.own, "under-nda", false);
        const bool asked = !view_.question->evidence.empty() && !view_.question->answer_is_evidence;
        const std::vector<Named> all = named_documents(view_);
        for (const Named& document : all) take(document, asked);
        const bool any = std::any_of(view_.enclosures.begin(), view_.enclosures.end(),
                                     [](const model::EvidenceDocument& one) { return !one.file.empty(); });
        if (!asked || any) return tell_missing();
        if (const KnownFile* found = file_asked_for(context_, *view_.question))
            receive({{}, EvidenceState::received, {}, {}}, *found, nullptr);
        else if (all.empty())
            view_.enclosures.push_back(
                {{}, on_request_ ? EvidenceState::on_request : EvidenceState::requested, {}, {}});
        tell_missing();
    }

private:
    void take(const Named& document, bool asked)
    {
        if (const KnownFile* found = file_of(context_, document))
            return receive({document.name, EvidenceState::received, {}, {}}, *found, &document);
        const bool claimed = document.annex || said_to_be_enclosed_;
        EvidenceState state = claimed ? EvidenceState::missing : EvidenceState::referred;
        if (on_request_ && !document.annex) state = EvidenceState::on_request;
        view_.enclosures.push_back({document.name, state, {}, {}});
        explain<StepId::document_not_received>(view_, view_.question->origin, rules::document(document.name));
        if (!claimed && !asked) return;
        if (!quoted_) quoted_ = document.span;
        if (!missing_.empty()) missing_ += ", ";
        missing_ += document.name;
    }

    void receive(model::EvidenceDocument document, const KnownFile& file, const Named* named)
    {
        const model::Origin& rule = view_.question->origin;
        document.file = file.file->path;
        document.valid_until = file.valid_until;
        view_.encloses_document = view_.encloses_document || named;
        const std::string shown = document.name.empty() ? file.file->name() : document.name;
        explain<StepId::document_received>(view_, rule, rules::document(shown), with_name(file.file->path));
        Words words;
        words.stated = file.file->name();
        if (named && named->span) words.quote = sentence_quote(view_.own, *named->span);
        const Severity severity = std::min(view_.question->severity, Severity::medium);
        const std::optional<double> days = oldest(view_, file);
        if (file.valid_until && *file.valid_until < context_.date) {
            document.state = EvidenceState::expired;
            words.date = file.valid_until->text();
            explain<StepId::document_expired>(view_, rule, rules::document(shown), dated(*file.valid_until));
            raise("document-expired", words, severity);
        }
        else if (days && file.dated && *file.dated < context_.date &&
                 days_between(*file.dated, context_.date) > *days) {
            document.state = EvidenceState::too_old;
            words.date = file.dated->text();
            explain<StepId::document_too_old>(view_, rule, rules::document(shown), dated(*file.dated));
            raise("document-too-old", words, severity);
        }
        view_.enclosures.push_back(std::move(document));
    }

    void tell_missing()
    {
        if (missing_.empty()) return;
        Words words;
        words.stated = missing_;
        if (quoted_) words.quote = sentence_quote(view_.own, *quoted_);
        raise("not-enclosed", words, Severity::low);
    }

    void raise(std::string_view code, const Words& words, Severity severity)
    {
        if (view_.has(code)) return;
        view_.findings.push_back(
            make_finding(context_, view_, code, words, severity, Outcome::satisfied, view_.question->origin));
    }

    const Case& context_;
    View& view_;
    const bool said_to_be_enclosed_;  ///< in words, whatever came
    const text::Hit* on_request_ = nullptr;
    std::string missing_;
    std::optional<text::Span> quoted_;
};

}  // namespace

const KnownFile* enclosed_annex(const Case& context, const model::Annex& annex)
{
    if (!context.folder) return nullptr;
    const KnownFile* found = annex.label.empty() ? nullptr : context.folder->by_label(reference_label(annex.label));
    if (!found && !annex.title.empty()) found = context.folder->by_name(annex.title);
    return found || annex.title.empty() ? found : context.folder->by_words(annex.title);
}

void check_enclosures(Case& context, View& view)
{
    if (!context.folder || view.outcome == Outcome::not_applicable) return;
    Enclosures(context, view).look();
}

}  // namespace samsvar::rules
