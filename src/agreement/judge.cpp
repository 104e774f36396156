#include "agreement/judge.h"

#include <algorithm>
#include <map>
#include <set>

#include "agreement/numbering.h"
#include "agreement/wording.h"

namespace samsvar::agreement {

namespace {

using model::ClauseOutcome;
using model::ElementResult;
using text::Hit;

/// A condition with concept ids turned into numbers.
struct Compiled {
    const Condition* source = nullptr;
    std::vector<std::vector<std::uint32_t>> all;
    std::vector<std::uint32_t> topic, unless, many;
};

/// A sentence that meets a condition, or would but for whose duty it is.
struct Match {
    const Sentence* sentence = nullptr;
    const Hit* hit = nullptr;  ///< of the first concept
};

enum class Near { none, negated, controller, processor };

struct NearMiss {
    Match match;
    Near why = Near::none;
};

class Judge {
public:
    Judge(const Reading& reading, const Rules& rules, const model::Catalog& catalog)
        : reading_(reading), rules_(rules), catalog_(catalog)
    {
        for (const Sentence& sentence : reading.sentences()) {
            by_section_[reading.section_of(sentence)].push_back(&sentence);
            everything_.push_back(&sentence);
        }
    }

    Judgement run()
    {
        Judgement judgement;
        for (const model::Requirement& requirement : catalog_.requirements)
            judgement.elements.push_back(result_of(requirement));
        for (const ArticleRule& rule : rules_.articles) judgement.articles.push_back(article(rule, judgement.elements));
        return judgement;
    }

private:
    const ElementResult& result_of(const model::Requirement& requirement)
    {
        const auto known = results_.find(requirement.id);
        if (known != results_.end()) return known->second;
        // A circle of elements that need each other ends here: the inner one counts as missing.
        results_[requirement.id] = start(requirement);
        ElementResult made = start(requirement);
        if (const ElementRule* rule = rules_.find(requirement.id)) judge_element(requirement, *rule, made);
        return results_[requirement.id] = std::move(made);
    }

    static ElementResult start(const model::Requirement& requirement)
    {
        ElementResult made;
        made.id = requirement.id;
        made.article = article_of(requirement);
        made.severity = requirement.severity;
        return made;
    }

    static std::string article_of(const model::Requirement& requirement)
    {
        constexpr std::string_view key = "limb=";
        for (const std::string& attribute : requirement.attributes)
            if (attribute.starts_with(key)) return attribute.substr(key.size());
        std::string article = requirement.legal.empty() ? std::string() : requirement.legal.front();
        if (article.starts_with("GDPR ")) article.erase(0, 5);
        return article;
    }

    Compiled compile(const Condition& condition) const
    {
        Compiled made{&condition,
                      {},
                      reading_.numbers(condition.topic),
                      reading_.numbers(condition.unless),
                      reading_.numbers(condition.many)};
        for (const auto& group : condition.all) made.all.push_back(reading_.numbers(group));
        return made;
    }

    /// The sentences a condition that starts at `sentence` may look at.
    std::vector<const Sentence*> window(const Sentence& sentence, Reach reach) const
    {
        switch (reach) {
            case Reach::sentence: return {&sentence};
            case Reach::passage: {
                const ReadPassage& passage = reading_.passages()[sentence.passage];
                std::vector<const Sentence*> found;
                for (std::size_t index = 0; index < passage.analysis.sentences.size(); ++index)
                    found.push_back(&reading_.sentences()[passage.first_sentence + index]);
                return found;
            }
            case Reach::section: return by_section_.at(reading_.section_of(sentence));
            case Reach::anywhere: return everything_;
        }
        return {};
    }

    bool holds_any(const std::vector<const Sentence*>& sentences, const std::vector<std::uint32_t>& concepts) const
    {
        return std::any_of(sentences.begin(), sentences.end(),
                           [&](const Sentence* one) { return reading_.find(*one, concepts) != nullptr; });
    }

    /// Tries a condition with its first concept in `sentence`.
    std::optional<Match> try_at(const Sentence& sentence, const Compiled& condition, NearMiss* near) const
    {
        if (sentence.set_aside) return std::nullopt;
        Match match{&sentence, nullptr};
        bool negated = false;
        const bool wide = condition.source->reach != Reach::sentence;
        std::vector<const Sentence*> around;
        const auto look = [&]() -> const std::vector<const Sentence*>& {
            if (around.empty()) around = window(sentence, condition.source->reach);
            return around;
        };
        for (std::size_t index = 0; index < condition.all.size(); ++index) {
            const Hit* hit = reading_.find(sentence, condition.all[index]);
            if (!hit && index > 0 && wide && holds_any(look(), condition.all[index])) continue;
            if (!hit) {
                hit = reading_.find(sentence, condition.all[index], false);
                if (!hit) return std::nullopt;
                negated = true;
            }
            if (!match.hit) match.hit = hit;
        }
        if (!condition.many.empty()) {
            std::set<std::uint32_t> distinct;
            for (const Sentence* one : look()) {
                if (one->set_aside) continue;
                for (const Hit* hit : one->hits)
                    if (!hit->scope.negated && std::find(condition.many.begin(), condition.many.end(),
                                                         hit->concept_index) != condition.many.end()) {
                        distinct.insert(hit->concept_index);
                        if (!match.hit && one == &sentence) match.hit = hit;
                    }
            }
            if (static_cast<int>(distinct.size()) < condition.source->minimum || !match.hit) return std::nullopt;
        }
        if (!condition.topic.empty() && !reading_.topical(sentence, condition.topic)) return std::nullopt;
        if (reading_.find(sentence, condition.unless)) return std::nullopt;
        if (negated) {
            if (near && near->why == Near::none) *near = {match, Near::negated};
            return std::nullopt;
        }
        if (condition.source->actor != Actor::any) {
            const Side bound = reading_.bound_by(sentence, *match.hit);
            const Side wrong = condition.source->actor == Actor::processor ? Side::controller : Side::processor;
            if (bound == wrong) {
                if (near) *near = {match, wrong == Side::controller ? Near::controller : Near::processor};
                return std::nullopt;
            }
        }
        return match;
    }

    void judge_element(const model::Requirement& requirement, const ElementRule& rule, ElementResult& result)
    {
        struct Tried {
            Match match;
            std::vector<model::Finding> findings;
            std::vector<model::Evidence> further;
            int lacking = 0;
        };
        std::optional<Tried> best;
        NearMiss near;
        constexpr int most_matches = 60;  // each costs a look at its section
        int matches = 0;
        for (const Condition& way : rule.ways) {
            const Compiled condition = compile(way);
            for (const Sentence& sentence : reading_.sentences()) {
                const std::optional<Match> match = try_at(sentence, condition, &near);
                if (!match || ++matches > most_matches) continue;
                Tried tried{*match, {}, {}, 0};
                for (const Part& part : rule.parts)
                    look_for(part, requirement, tried.match, tried.findings, tried.further, tried.lacking);
                for (const Part& flaw : rule.flaws)
                    look_for_flaw(flaw, requirement, tried.match, tried.findings, tried.lacking);
                if (!best || tried.lacking < best->lacking) best = std::move(tried);
                if (best->lacking == 0) break;
            }
            if (best && best->lacking == 0) break;
        }
        if (!best) {
            result.outcome = ClauseOutcome::missing;
            if (near.why != Near::none) result.shown = reading_.evidence(*near.match.sentence, near.match.hit);
            result.findings.push_back(missing_finding(requirement, rule, near.why, result.shown));
            return;
        }
        result.outcome = best->lacking == 0 ? ClauseOutcome::covered : ClauseOutcome::partial;
        result.shown = reading_.evidence(*best->match.sentence, best->match.hit);
        result.further = std::move(best->further);
        result.findings = std::move(best->findings);
        if (result.findings.empty())
            result.severity = model::Severity::none;
        else if (best->lacking == 0)
            result.severity = model::Severity::low;
    }

    model::Finding missing_finding(const model::Requirement& requirement, const ElementRule& rule, Near why,
                                   const model::Evidence& shown) const
    {
        model::Finding finding;
        finding.code = "missing-element";
        finding.detail = requirement.id;
        finding.severity = requirement.severity;
        finding.outcome = model::Outcome::gap;
        finding.rule = rule.origin;
        finding.quote = shown.quote;
        finding.place = shown.place;
        const char* key = why == Near::negated      ? "denied"
                          : why == Near::controller ? "on-controller"
                          : why == Near::processor  ? "on-processor"
                                                    : "absent";
        finding.reason = sentence_for(key, requirement.title, shown.clause, {});
        finding.ask = sentence_for("ask-absent", requirement.title, {}, {});
        for (const auto& [language, text] : requirement.text.all())
            finding.ask.set(language, finding.ask.in(language) + " " + text);
        return finding;
    }

    model::Finding part_finding(const Part& part, const model::Requirement& requirement, const model::Evidence& shown,
                                const char* key, const std::string& stated) const
    {
        model::Finding finding;
        finding.code = part.code;
        finding.detail = part.id;
        finding.severity = part.weight == model::Weight::should ? model::Severity::low : requirement.severity;
        finding.outcome = part.weight == model::Weight::should ? model::Outcome::satisfied : model::Outcome::partial;
        finding.rule = part.origin;
        finding.quote = shown.quote;
        finding.place = shown.place;
        finding.reason = sentence_for(key, part.label, shown.clause, stated);
        finding.ask = sentence_for(key == std::string_view("flawed") ? "ask-flawed" : "ask-lacking", part.label,
                                   shown.clause, stated);
        return finding;
    }

    void look_for(const Part& part, const model::Requirement& requirement, const Match& match,
                  std::vector<model::Finding>& findings, std::vector<model::Evidence>& further, int& lacking)
    {
        if (!part.when.empty() && !holds_any(everything_, reading_.numbers(part.when))) return;
        std::string stated;
        std::optional<Match> found;
        bool met = false, beyond = false;
        switch (part.kind) {
            case PartKind::concepts: met = (found = find_way(part, match)).has_value(); break;
            case PartKind::duration: met = find_duration(part, match, found, stated, beyond); break;
            case PartKind::frequency: met = find_frequency(part, match, found); break;
            case PartKind::name: met = names_something(match); break;
            case PartKind::element:
                if (const model::Requirement* other = catalog_.find(part.element))
                    met = result_of(*other).outcome == ClauseOutcome::covered;
                break;
        }
        // A quantity may be made needless by something else: no period of notice where each change needs approval.
        if (!met && part.kind != PartKind::concepts && !part.ways.empty())
            met = (found = find_way(part, match)).has_value();
        if (met) {
            if (found && found->sentence != match.sentence)
                further.push_back(reading_.evidence(*found->sentence, found->hit));
            return;
        }
        if (part.weight == model::Weight::must) ++lacking;
        model::Finding finding = part_finding(part, requirement, reading_.evidence(*match.sentence, match.hit),
                                              beyond ? "beyond" : "lacking", stated);
        if (beyond) finding.code = "too-slow";
        findings.push_back(std::move(finding));
    }

    void look_for_flaw(const Part& flaw, const model::Requirement& requirement, const Match& match,
                       std::vector<model::Finding>& findings, int& lacking)
    {
        const std::optional<Match> found = find_way(flaw, match);
        if (!found) return;
        if (flaw.weight == model::Weight::must) ++lacking;
        findings.push_back(
            part_finding(flaw, requirement, reading_.evidence(*found->sentence, found->hit), "flawed", {}));
    }

    std::optional<Match> find_way(const Part& part, const Match& match) const
    {
        for (const Condition& way : part.ways) {
            const Compiled condition = compile(way);
            if (part.reach != Reach::sentence)
                if (const auto found = try_at(*match.sentence, condition, nullptr)) return found;
            for (const Sentence* sentence : window(*match.sentence, part.reach))
                if (const auto found = try_at(*sentence, condition, nullptr)) return found;
        }
        return std::nullopt;
    }

    /// A sentence counts for a quantity when it is the shown one, follows it in its passage, or holds an about-concept.
    bool counts_for(const Sentence& sentence, const Match& match, const std::vector<std::uint32_t>& about) const
    {
        if (&sentence == match.sentence) return true;
        if (sentence.passage == match.sentence->passage && sentence.index == match.sentence->index + 1 && about.empty())
            return true;
        return reading_.find(sentence, about) != nullptr;
    }

    bool find_duration(const Part& part, const Match& match, std::optional<Match>& found, std::string& stated,
                       bool& beyond) const
    {
        const std::vector<std::uint32_t> about = reading_.numbers(part.about);
        for (const Sentence* sentence : window(*match.sentence, part.reach)) {
            if (!counts_for(*sentence, match, about)) continue;
            const text::Analysis& analysis = reading_.passages()[sentence->passage].analysis;
            for (const text::Duration& duration : analysis.durations) {
                if (duration.sentence != sentence->index || !is_period(duration)) continue;
                if (part.at_most_hours && duration.hours > *part.at_most_hours) {
                    beyond = true;
                    stated = analysis.folded.quote(duration.span);
                    continue;
                }
                beyond = false;
                found = Match{sentence, nullptr};
                return true;
            }
        }
        return false;
    }

    bool find_frequency(const Part& part, const Match& match, std::optional<Match>& found) const
    {
        const std::vector<std::uint32_t> about = reading_.numbers(part.about);
        for (const Sentence* sentence : window(*match.sentence, part.reach)) {
            if (sentence->set_aside || (!about.empty() && !reading_.find(*sentence, about))) continue;
            const text::Analysis& analysis = reading_.passages()[sentence->passage].analysis;
            for (const text::Frequency& frequency : analysis.frequencies)
                if (frequency.sentence == sentence->index && !frequency.vague && !frequency.event) {
                    found = Match{sentence, nullptr};
                    return true;
                }
            // "every 12 months" is read as a length of time, too.
            for (const text::Duration& duration : analysis.durations)
                if (duration.sentence == sentence->index && duration.interval) {
                    found = Match{sentence, nullptr};
                    return true;
                }
        }
        return false;
    }

    /// Whether the match's paragraph names a thing of its own: a capitalised word inside a sentence that is neither a
    /// party nor a word contracts write with capitals, or a main agreement by number or date.
    bool names_something(const Match& match) const
    {
        const std::vector<std::uint32_t> main_agreement = reading_.numbers({"dpa-main-agreement"});
        const std::vector<std::uint32_t> generic =
            reading_.numbers({"dpa-generic-names", std::string(controller_concept), std::string(processor_concept)});
        const text::Folded& folded = reading_.passages()[match.sentence->passage].analysis.folded;
        for (const Sentence* sentence : window(*match.sentence, Reach::passage)) {
            if (reading_.find(*sentence, main_agreement, false)) return true;
            const text::Span& span = reading_.passages()[sentence->passage].analysis.sentences[sentence->index];
            for (std::size_t at = span.begin + 1; at < span.end; ++at) {
                const char before = folded.text[at - 1];
                if ((before != ' ' && before != '"' && before != '(') ||
                    !begins_capital(std::string_view(folded.source).substr(folded.origin[at])))
                    continue;
                std::size_t end = at;
                while (end < span.end && std::string_view(" ,.;:)").find(folded.text[end]) == std::string_view::npos)
                    ++end;
                if (end - at < 3) continue;
                const text::Span word{at, end};
                const bool known = std::any_of(sentence->hits.begin(), sentence->hits.end(), [&](const Hit* hit) {
                    return std::find(generic.begin(), generic.end(), hit->concept_index) != generic.end() &&
                           hit->span.overlaps(word);
                });
                if (!known) return true;
            }
        }
        return false;
    }

    model::ArticleResult article(const ArticleRule& rule, const std::vector<ElementResult>& elements) const
    {
        model::ArticleResult made;
        made.article = rule.article;
        made.elements = rule.elements;
        std::size_t covered = 0, missing = 0;
        std::vector<const model::Finding*> lacks;
        for (const std::string& id : rule.elements) {
            const ElementResult* element = find(elements, id);
            if (!element) continue;
            covered += element->outcome == ClauseOutcome::covered;
            missing += element->outcome == ClauseOutcome::missing;
            for (const model::Finding& finding : element->findings)
                if (finding.outcome != model::Outcome::satisfied) lacks.push_back(&finding);
        }
        made.outcome = covered == rule.elements.size()   ? ClauseOutcome::covered
                       : missing == rule.elements.size() ? ClauseOutcome::missing
                                                         : ClauseOutcome::partial;
        made.reason = article_reason(clauses_of(made, elements), lacks);
        return made;
    }

    const Reading& reading_;
    const Rules& rules_;
    const model::Catalog& catalog_;
    std::map<std::size_t, std::vector<const Sentence*>> by_section_;
    std::vector<const Sentence*> everything_;
    std::map<std::string, ElementResult> results_;
};

}  // namespace

Judgement judge(const Reading& reading, const Rules& rules, const model::Catalog& catalog)
{
    return Judge(reading, rules, catalog).run();
}

}  // namespace samsvar::agreement
