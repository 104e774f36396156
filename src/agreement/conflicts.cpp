#include "agreement/conflicts.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "agreement/wording.h"
#include "model/report_text.h"

namespace samsvar::agreement {

namespace {

using model::AgreementFact;
using model::Finding;
using model::LocalText;
using model::report_text;
using text::Hit;

using Numbers = std::vector<std::uint32_t>;

struct ReadAnswer {
    const model::Answer* answer = nullptr;
    text::Analysis question, analysis;
};

/// A name without its company form, folded: "Signalbrev Inc." and "Signalbrev" are one.
std::string plain_name(const std::string& name)
{
    std::string folded = text::fold_text(name);
    for (const std::string_view form :
         {" as", " ab", " asa", " aps", " a/s", " oy", " oyj", " ltd.", " ltd", " limited", " inc.", " inc", " llc",
          " gmbh", " corp.", " corp", " corporation"})
        if (folded.size() > form.size() + 2 && folded.ends_with(form)) {
            folded.resize(folded.size() - form.size());
            break;
        }
    while (!folded.empty() && (folded.back() == ',' || folded.back() == '.' || folded.back() == ' ')) folded.pop_back();
    return folded;
}

class ConflictFinder {
public:
    ConflictFinder(const Reading& reading, const std::vector<AgreementFact>& facts, const Judgement& judgement,
                   const model::Submission& submission)
        : reading_(reading), facts_(facts), judgement_(judgement), submission_(submission)
    {
        for (const model::Answer& answer : submission.answers) {
            ReadAnswer read;
            read.answer = &answer;
            read.question = reading.matcher.analyse(answer.printed_question);
            read.analysis = reading.matcher.analyse(answer.text());
            answers_.push_back(std::move(read));
        }
    }

    std::vector<Finding> find()
    {
        compare_periods("notice", "breach-notice", number({"dpa-breach", "incident-word"}),
                        number({"dpa-inform", "notify-controller"}),
                        report_text("frist for varsel om brudd", "tidsgräns för underrättelse om incident",
                                    "time limit for the notice of a breach"),
                        true);
        compare_periods(
            "deletion", "end", number({"dpa-delete"}), number({"dpa-end"}),
            report_text("frist for sletting etter avtalens slutt", "tidsfrist för radering efter avtalets slut",
                        "time limit for deletion after the end"),
            false);
        compare_periods("notice", "subprocessor-notice", number({"dpa-subprocessor"}), number({"dpa-inform"}),
                        report_text("varsel om nye underdatabehandlere", "information om nya underbiträden",
                                    "notice of new sub-processors"),
                        false);
        compare_deletion_without_period();
        compare_web_page();
        compare_subprocessors();
        compare_transfers();
        compare_data();
        compare_audit();
        return std::move(found_);
    }

private:
    Numbers number(const std::vector<std::string>& ids) const { return reading_.numbers(ids); }

    static bool in(const Hit& hit, const Numbers& wanted)
    {
        return std::find(wanted.begin(), wanted.end(), hit.concept_index) != wanted.end();
    }

    static const Hit* in_sentence(const text::Analysis& analysis, std::size_t sentence, const Numbers& wanted,
                                  bool outright = true)
    {
        for (const Hit& hit : analysis.hits)
            if (hit.sentence == sentence && in(hit, wanted) && (!outright || !hit.scope.negated)) return &hit;
        return nullptr;
    }

    static bool anywhere(const text::Analysis& analysis, const Numbers& wanted)
    {
        return std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const Hit& hit) { return in(hit, wanted); });
    }

    void add(const char* detail, const LocalText& matter, const std::string& here, const std::string& there,
             const model::Evidence& shown, const std::string& question, const std::string& with_quote,
             const model::Place& with_place)
    {
        for (const Finding& known : found_)
            if (known.detail == detail && known.with == question && known.quote == shown.quote &&
                known.with_quote == with_quote)
                return;
        Finding finding;
        finding.code = "contradiction";
        finding.detail = detail;
        finding.with = question;
        finding.severity = model::Severity::high;
        finding.outcome = model::Outcome::partial;
        finding.quote = shown.quote;
        finding.place = shown.place;
        finding.with_quote = with_quote;
        finding.with_place = with_place;
        finding.reason = conflict_reason(matter, here, shown.clause, there, question);
        finding.ask = conflict_ask(matter);
        found_.push_back(std::move(finding));
    }

    static std::string quote_of(const text::Analysis& analysis, std::size_t sentence)
    {
        return sentence < analysis.sentences.size() ? analysis.folded.quote(analysis.sentences[sentence])
                                                    : std::string();
    }

    std::vector<const AgreementFact*> facts(std::string_view kind, std::string_view key = {}) const
    {
        std::vector<const AgreementFact*> found;
        for (const AgreementFact& fact : facts_)
            if (fact.kind == kind && (key.empty() || fact.key == key)) found.push_back(&fact);
        return found;
    }

    /// Each answer's shortest period for the same thing, where none of the agreement's is as long.
    void compare_periods(const char* kind, const char* key, const Numbers& matter, const Numbers& act,
                         const LocalText& label, bool question_tells)
    {
        const auto known = facts(kind, key);
        if (known.empty()) return;
        for (const ReadAnswer& read : answers_)
            for (const text::Duration& duration : read.analysis.durations) {
                if (!is_period(duration)) continue;
                const bool about = in_sentence(read.analysis, duration.sentence, matter) ||
                                   (question_tells && anywhere(read.question, matter));
                if (!about || !in_sentence(read.analysis, duration.sentence, act)) continue;
                if (std::any_of(known.begin(), known.end(),
                                [&](const AgreementFact* one) { return std::abs(one->hours - duration.hours) < 0.5; }))
                    continue;
                add(key, label, known.front()->value, read.analysis.folded.quote(duration.span), known.front()->shown,
                    read.answer->question, quote_of(read.analysis, duration.sentence), read.answer->place());
            }
    }

    /// The answers promise a time for deletion and the agreement fixes none.
    void compare_deletion_without_period()
    {
        const model::ElementResult* deletion = model::find(judgement_.elements, "DPA-37");
        if (!deletion || deletion->outcome == model::ClauseOutcome::missing || !facts("deletion", "end").empty())
            return;
        const Numbers act = number({"dpa-delete"}), end = number({"dpa-end"});
        for (const ReadAnswer& read : answers_)
            for (const text::Duration& duration : read.analysis.durations) {
                if (!is_period(duration)) continue;
                if (!in_sentence(read.analysis, duration.sentence, act) ||
                    !(in_sentence(read.analysis, duration.sentence, end) || anywhere(read.question, end)))
                    continue;
                add("deletion", report_text("frist for sletting", "tidsfrist för radering", "time limit for deletion"),
                    "–", read.analysis.folded.quote(duration.span), deletion->shown, read.answer->question,
                    quote_of(read.analysis, duration.sentence), read.answer->place());
            }
    }

    /// New sub-processors on a web page in the one, by notice in the other.
    void compare_web_page()
    {
        const auto notice = facts("notice", "subprocessor-notice");
        if (notice.empty()) return;
        const Numbers page = number({"dpa-web-page"}), matter = number({"dpa-subprocessor"}),
                      change = number({"dpa-change", "dpa-list", "dpa-inform"});
        for (const ReadAnswer& read : answers_)
            for (std::size_t sentence = 0; sentence < read.analysis.sentences.size(); ++sentence) {
                const Hit* hit = in_sentence(read.analysis, sentence, page);
                if (!hit || !(in_sentence(read.analysis, sentence, matter) || anywhere(read.question, matter)) ||
                    !in_sentence(read.analysis, sentence, change))
                    continue;
                add("subprocessor-notice",
                    report_text("hvordan nye underdatabehandlere varsles", "hur nya underbiträden meddelas",
                                "how new sub-processors are told"),
                    notice.front()->value, read.analysis.folded.quote(hit->span), notice.front()->shown,
                    read.answer->question, quote_of(read.analysis, sentence), read.answer->place());
            }
    }

    void compare_subprocessors()
    {
        const auto listed = facts("subprocessor");
        if (listed.empty() || submission_.subprocessors.empty()) return;
        std::set<std::string> here, there;
        for (const AgreementFact* fact : listed) here.insert(plain_name(fact->value));
        for (const model::Subprocessor& one : submission_.subprocessors) there.insert(plain_name(one.name));
        const LocalText label = report_text("underdatabehandler", "underbiträde", "sub-processor");
        for (const model::Subprocessor& one : submission_.subprocessors)
            if (!one.name.empty() && !here.contains(plain_name(one.name)))
                add("subprocessors", label, "–", one.name, listed.front()->shown, "header", one.name, one.place);
        for (const AgreementFact* fact : listed)
            if (!there.contains(plain_name(fact->value)))
                add("subprocessors", label, fact->value, "–", fact->shown, "header",
                    submission_.subprocessors.front().name, submission_.subprocessors.front().place);
    }

    /// A recipient outside the EEA in the agreement that an answer denies.
    void compare_transfers()
    {
        const Numbers country = number({"third-country-place"}),
                      denies = number({"no-third-country-transfer", "eea-only"});
        const AgreementFact* recipient = nullptr;
        for (const AgreementFact* fact : facts("subprocessor"))
            if (!recipient && reading_.names(fact->extra, country)) recipient = fact;
        if (!recipient) return;
        for (const ReadAnswer& read : answers_)
            for (std::size_t sentence = 0; sentence < read.analysis.sentences.size(); ++sentence) {
                if (!in_sentence(read.analysis, sentence, denies) || in_sentence(read.analysis, sentence, country))
                    continue;
                add("transfers",
                    report_text("mottaker i tredjeland", "mottagare i tredjeland", "recipient in a third country"),
                    recipient->value + ", " + recipient->extra, quote_of(read.analysis, sentence), recipient->shown,
                    read.answer->question, quote_of(read.analysis, sentence), read.answer->place());
            }
    }

    /// Data an answer says are not processed and the agreement lists.
    void compare_data()
    {
        for (const char* id : {"data-special", "data-national-id", "data-location", "data-image"}) {
            const Numbers kind = number({id});
            const AgreementFact* listed = nullptr;
            for (const AgreementFact* fact : facts("data-category"))
                if (!listed && reading_.names(fact->value, kind)) listed = fact;
            if (!listed) continue;
            for (const ReadAnswer& read : answers_)
                for (const Hit& hit : read.analysis.hits)
                    if (in(hit, kind) && hit.scope.negated) {
                        add("data",
                            report_text("opplysninger som behandles", "uppgifter som behandlas",
                                        "data that are processed"),
                            listed->value, quote_of(read.analysis, hit.sentence), listed->shown, read.answer->question,
                            quote_of(read.analysis, hit.sentence), read.answer->place());
                        break;
                    }
        }
    }

    void compare_audit()
    {
        const model::ElementResult* audit = model::find(judgement_.elements, "DPA-41");
        if (!audit) return;
        const LocalText label = report_text("revisjonsrett", "rätt till granskning", "right to audit");
        const Numbers refused = number({"dpa-inspection-refused", "audit-questionnaire-only"}),
                      right = number({"dpa-audit"}), allow = number({"dpa-allow"}), auditor = number({"dpa-auditor"}),
                      own = number({"dpa-own-audit"});
        for (const ReadAnswer& read : answers_)
            for (std::size_t sentence = 0; sentence < read.analysis.sentences.size(); ++sentence) {
                const std::string quote = quote_of(read.analysis, sentence);
                if (audit->outcome != model::ClauseOutcome::missing && in_sentence(read.analysis, sentence, refused))
                    add("audit", label, "✓", "✗", audit->shown, read.answer->question, quote, read.answer->place());
                if (audit->outcome == model::ClauseOutcome::missing && !own.empty() &&
                    in_sentence(read.analysis, sentence, right) && in_sentence(read.analysis, sentence, allow) &&
                    in_sentence(read.analysis, sentence, auditor) && !in_sentence(read.analysis, sentence, own) &&
                    !in_sentence(read.analysis, sentence, refused))
                    add("audit", label, "✗", "✓", audit->shown, read.answer->question, quote, read.answer->place());
            }
    }

    const Reading& reading_;
    const std::vector<AgreementFact>& facts_;
    const Judgement& judgement_;
    const model::Submission& submission_;
    std::vector<ReadAnswer> answers_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find_conflicts(const Reading& reading, const std::vector<AgreementFact>& facts,
                                    const Judgement& judgement, const model::Submission& submission)
{
    return ConflictFinder(reading, facts, judgement, submission).find();
}

}  // namespace samsvar::agreement
