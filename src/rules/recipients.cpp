// Step 7: who gets the data. Recipients outside the EEA, and recipients that stand in no list.
#include <algorithm>
#include <functional>
#include <optional>
#include <span>

#include "rules/checks.h"
#include "rules/explain.h"

namespace samsvar::rules {

using model::Outcome;
using model::Severity;
using model::StepId;
using model::WordListId;

namespace {

bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The source with each no-break space as blanks of the same length, so that places in both are the same.
std::string with_plain_blanks(std::string source)
{
    for (const std::string_view blank : {"\u00A0", "\u202F"})
        for (std::size_t at = source.find(blank); at != std::string::npos; at = source.find(blank, at))
            source.replace(at, blank.size(), blank.size(), ' ');
    return source;
}

/// The capitalised words that start at `at` in a source text ("Signalbrev Inc"), without the blank after them.
std::string name_at(const std::string& source, std::size_t at)
{
    std::size_t end = at;
    std::size_t last = at;
    while (end < source.size() && source[end] >= 'A' && source[end] <= 'Z') {
        while (end < source.size() && (letter(source[end]) || source[end] == '-' || source[end] == '&')) ++end;
        last = end;
        if (end >= source.size() || source[end] != ' ') break;
        end = std::min(source.find_first_not_of(' ', end), source.size());
    }
    return source.substr(at, last - at);
}

/// Names this supplier lists anywhere it may: header, recipients' answers, its own name and products; folded.
const std::string& known_names(const Case& context)
{
    std::string& names = context.known_names;
    if (!names.empty()) return names;
    names = context.header.folded.text;
    for (const View& view : context.views)
        if (tagged(view, "recipients") || tagged(view, "transfer"))
            names += '\n' + view.own.folded.text + '\n' + view.evidence.folded.text;
    for (const model::HeaderFact& fact : context.submission.facts) names += '\n' + text::fold_text(fact.value);
    return names;
}

/// Public services and the buyer's own systems are no sub-processors of the supplier.
bool not_a_recipient(const model::WordLists& lists, const std::string& folded_name)
{
    const auto& others = lists[WordListId::no_recipient];
    return folded_name.size() < 3 || std::any_of(others.begin(), others.end(), [&](const model::ListedWord& other) {
               return folded_name.starts_with(other.folded);
           });
}

bool denied(const Case& context, const View& view, const text::Hit& hit)
{
    const std::string sentence = ' ' + std::string(view.own.folded.view(view.own.sentences[hit.sentence])) + ' ';
    const auto& words = context.matcher.lexicon().lists[WordListId::denies];
    return std::any_of(words.begin(), words.end(), [&](const model::ListedWord& word) {
        return sentence.find(' ' + word.folded + ' ') != std::string::npos;
    });
}

/// In a text that is all in capitals no name stands out but by its company form: the word before it names the company.
std::string shouted_company(const Case& context, const View& view, const std::string& source,
                            const std::function<bool(const std::string&)>& unlisted)
{
    for (const model::ListedWord& word : context.matcher.lexicon().lists[WordListId::company_form_in_capitals]) {
        if (word.not_in == view.own.language) continue;
        const std::string form = ' ' + word.text;
        for (std::size_t at = source.find(form); at != std::string::npos; at = source.find(form, at + 1)) {
            const std::size_t end = at + form.size();
            if (end < source.size() && letter(source[end])) continue;
            std::size_t begin = at;
            while (begin > 0 && (letter(source[begin - 1]) || source[begin - 1] == '-')) --begin;
            const std::string name = source.substr(begin, end - begin);
            if (at - begin >= 3 && unlisted(name)) return name;
        }
    }
    return {};
}

/// The company that begins with the name at `at` of the source: the name itself when it ends with a company form, or
/// with a form whose end is no capitalised word: "Arkivhuset A/S", "Boxline plc"; "Feilspor" of "Feilspor (SaaS)". ""
/// when it is none.
std::string company_at(const model::WordLists& lists, const std::string& source, std::size_t at,
                       const std::string& name)
{
    const std::size_t name_end = at + name.size();
    for (const model::ListedWord& word : lists[WordListId::company_form]) {
        const std::string form = ' ' + word.text;
        for (std::size_t end = name_end; end <= name_end + form.size(); ++end) {
            if (end <= at + form.size() || end > source.size()) continue;
            if (end < source.size() && letter(source[end])) continue;
            if (source.compare(end - form.size(), form.size(), form) != 0) continue;
            return form[1] == '(' ? name : source.substr(at, end - at);
        }
    }
    return {};
}

/// The word at `at` of the folded text is part of a quantity, or too short alone for a name among capitals.
bool is_common(const text::Analysis& analysis, std::size_t at, const std::string& name)
{
    constexpr std::size_t shortest_name = 6;  // bytes
    const auto covers = [&](const auto& one) { return one.span.begin <= at && at < one.span.end; };
    return std::any_of(analysis.durations.begin(), analysis.durations.end(), covers) ||
           std::any_of(analysis.frequencies.begin(), analysis.frequencies.end(), covers) ||
           (name.size() < shortest_name && name.find(' ') == std::string::npos);
}

/// Whether a word after which a company is named ends at `end` of the folded text: "at", "hos".
bool is_before_name(const model::WordLists& lists, std::string_view folded, std::size_t end)
{
    return std::any_of(lists[WordListId::before_name].begin(), lists[WordListId::before_name].end(),
                       [&](const model::ListedWord& word) {
                           const std::size_t size = word.folded.size();
                           return end >= size && folded.substr(end - size, size) == word.folded &&
                                  (end == size || folded[end - size - 1] == ' ');
                       });
}

/// The capitalised words that end at `end` of the folded text and stand behind such a word, as written.
std::string name_before(const model::WordLists& lists, const View& view, const std::string& source, std::size_t end)
{
    constexpr std::size_t most_words = 4;
    const std::string& folded = view.own.folded.text;
    std::size_t begin = end;
    for (std::size_t words = 0; words < most_words && begin > 0; ++words) {
        const std::size_t blank = folded.rfind(' ', begin - 1);
        const std::size_t word = blank == std::string::npos ? 0 : blank + 1;
        const char first = source[view.own.folded.origin[word]];
        if (first < 'A' || first > 'Z') return {};
        if (word == 0) return {};
        begin = word;
        if (is_before_name(lists, folded, begin - 1)) return name_at(source, view.own.folded.origin[begin]);
        begin -= 1;
    }
    return {};
}

/// Who is named beside a place outside the EEA, "at Deskport (Texas)", or hired from, "contractors from Kodeverk", in a
/// sentence that says that data are reached or lie there; "" when all are listed. Among capitals only a place in
/// brackets tells a name.
template <typename Unlisted>
std::string unlisted_by_place(const Case& context, const View& view, const std::string& source, bool shouted,
                              Unlisted&& unlisted)
{
    const auto& concepts = context.matcher.lexicon().concepts;
    const model::WordLists& lists = context.matcher.lexicon().lists;
    const std::string& folded = view.own.folded.text;
    for (const text::Hit& hit : view.own.hits) {
        const std::string& id = concepts[hit.concept_index].id;
        const bool place = id == "third-country-place";
        if ((!place && id != "hired-from") || hit.scope.negated || hit.scope.planned) continue;
        const std::span<const text::Hit> beside = view.own.hits_in(hit.sentence);
        if (std::none_of(beside.begin(), beside.end(), [&](const text::Hit& other) {
                return !other.scope.negated && concepts[other.concept_index].of_data;
            }))
            continue;
        std::string name;
        if (!place && !shouted && hit.span.end + 1 < folded.size())
            name = name_at(source, view.own.folded.origin[hit.span.end + 1]);
        else if (place)
            for (const std::string_view link : {" (", ", ", " i ", " in "})
                if (hit.span.begin > link.size() && (!shouted || link == " (") &&
                    folded.compare(hit.span.begin - link.size(), link.size(), link) == 0)
                    name = name_before(lists, view, source, hit.span.begin - link.size());
        // "In Novi Sad in Serbia" names a place twice.
        const bool a_place = std::any_of(view.own.hits.begin(), view.own.hits.end(), [&](const text::Hit& other) {
            return concepts[other.concept_index].id == "third-country-place" &&
                   view.own.folded.view(other.span) == text::fold_text(name);
        });
        if (name.size() >= 4 && !a_place && unlisted(name)) return name;
    }
    return {};
}

/// "Skjermnett AS", "Feilspor (SaaS)", or a name in a sentence that says where data go; "" when all are listed.
/// `source` is the answer's with plain blanks.
std::string unlisted_recipient(const Case& context, const View& view, const std::string& source)
{
    const auto& concepts = context.matcher.lexicon().concepts;
    const model::WordLists& lists = context.matcher.lexicon().lists;
    const auto unlisted = [&](const std::string& name) {
        const std::string folded = text::fold_text(name);
        if (not_a_recipient(lists, folded)) return false;
        const std::string& known = known_names(context);
        // The first word tells a company; "AS" and "Inc." are written or left out. A sister company shares the
        // supplier's own first word, so there the first two must be listed.
        const std::size_t first_end = folded.find(' ');
        const std::string first = folded.substr(0, first_end);
        if (known.find(first) == std::string::npos) return true;
        const std::string own = text::fold_text(context.submission.fact("supplier"));
        if (first_end == std::string::npos || !own.starts_with(first) || own.starts_with(folded)) return false;
        const std::string first_two = folded.substr(0, folded.find(' ', first_end + 1));
        return first_two.size() > first.size() + 4 && known.find(first_two) == std::string::npos;
    };
    const bool shouted = std::none_of(source.begin(), source.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (shouted)
        if (std::string name = shouted_company(context, view, source, unlisted); !name.empty()) return name;
    for (std::size_t at = 0; at < source.size() && !shouted; ++at) {
        const bool starts = source[at] >= 'A' && source[at] <= 'Z' && (at == 0 || !letter(source[at - 1]));
        if (!starts) continue;
        const std::string name = name_at(source, at);
        const std::string company = company_at(lists, source, at, name);
        if (!company.empty() && unlisted(company)) return company;
        at += name.empty() ? 0 : name.size() - 1;
    }
    // "sends the logs to Feilspor": the preposition after a verb of sending, then a name.
    std::optional<std::size_t> searched;  // to its end
    for (const text::Hit& hit : view.own.hits) {
        if (concepts[hit.concept_index].id != "data-goes-to" || hit.scope.negated || hit.scope.planned) continue;
        if (searched == hit.sentence) continue;
        searched = hit.sentence;
        const text::Span sentence = view.own.sentences[hit.sentence];
        for (std::size_t at = hit.span.begin; at + 1 < sentence.end; ++at) {
            if (view.own.folded.text[at] != ' ') continue;
            for (const model::ListedWord& word : lists[WordListId::before_recipient]) {
                const std::size_t begin = at + 1 + word.folded.size() + 1;
                if (begin > view.own.folded.text.size() || view.own.folded.text[begin - 1] != ' ' ||
                    view.own.folded.text.compare(at + 1, word.folded.size(), word.folded) != 0)
                    continue;
                const std::string name = name_at(source, view.own.folded.origin[begin]);
                if (shouted && is_common(view.own, begin, name)) continue;
                if (name.size() >= 4 && unlisted(name)) return name;
            }
        }
    }
    return unlisted_by_place(context, view, source, shouted, unlisted);
}

/// A provider that everybody knows, in a sentence about where data go, lie or are copied to; its name as written, ""
/// when all such are listed.
std::string unlisted_provider(const Case& context, const View& view)
{
    const bool listed_anywhere = !context.submission.subprocessors.empty() ||
                                 std::any_of(context.views.begin(), context.views.end(), [](const View& other) {
                                     return tagged(other, "recipients") && other.own.words > 0;
                                 });
    if (!listed_anywhere) return {};
    const auto& concepts = context.matcher.lexicon().concepts;
    const auto& services = context.matcher.lexicon().lists[WordListId::service_of_company];
    for (const text::Hit& hit : view.own.hits) {
        if (concepts[hit.concept_index].id != "us-owned-provider") continue;
        if (hit.scope.negated || hit.scope.planned || hit.scope.unsaid() || hit.scope.customer) continue;
        // A service that keeps keys gets no personal data by that.
        const std::span<const text::Hit> beside = view.own.hits_in(hit.sentence);
        const bool of_keys = std::any_of(beside.begin(), beside.end(), [&](const text::Hit& other) {
            return concepts[other.concept_index].id == "key-storage";
        });
        const bool holds_data = std::any_of(beside.begin(), beside.end(), [&](const text::Hit& other) {
            const std::size_t apart = std::max(other.clause, hit.clause) - std::min(other.clause, hit.clause);
            return !other.scope.negated && !of_keys && apart <= 1 && concepts[other.concept_index].of_data;
        });
        if (!holds_data) continue;
        const std::string name(view.own.folded.view(hit.span));
        const std::string& known = known_names(context);
        const auto listed = [&](std::string_view one) { return known.find(one) != std::string::npos; };
        const bool by_company = std::any_of(services.begin(), services.end(), [&](const model::ListedWord& one) {
            return (name.starts_with(one.folded) && listed(one.of)) || (name.starts_with(one.of) && listed(one.folded));
        });
        if (!by_company && !listed(name)) return view.own.folded.quote(hit.span);
    }
    return {};
}

/// `words` quote the answer that names the recipient, `list` is the answer that should hold it.
void add_contradiction(Case& context, View& on, const View& other, const View& list, const Words& words)
{
    if (!may_contradict(context, on, other.id())) return;
    Words with = words;
    with.detail = "recipient-not-listed";
    with.what = phrase(context, "mentioned-not-recipient", words.stated);
    with.with = other.id();
    const std::string listed = sentence_quote(list.own, {0, std::min<std::size_t>(1, list.own.folded.text.size())});
    with.quote = &on == &list ? listed : words.quote;
    model::Finding finding =
        make_finding(context, on, "contradiction", with, Severity::low, Outcome::satisfied, on.question->origin);
    finding.with_quote = &on == &list ? words.quote : listed;
    finding.with_place = other.answer->place();
    on.findings.push_back(std::move(finding));
}

void check_third_country(Case& context, View& view)
{
    const bool of_recipients = tagged(view, "recipients") || tagged(view, "transfer") ||
                               tagged(view, "transfer-basis") || tagged(view, "recipient-change");
    // Whoever gives support or logs in from there can reach the data: told, though not what the question asks.
    // A list is complete with recipients outside, too: where they are is for the question about transfers.
    const bool asks_for_list =
        tagged(view, "recipients") && !tagged(view, "transfer") && !tagged(view, "transfer-basis");
    const bool of_access =
        (view.question->concluded && (tagged(view, "support") || tagged(view, "remote-access"))) ||
        context.first_hit_beside(view.own, "third-country-place", context.matcher.lexicon().concepts_of_data());
    if (!of_recipients && !of_access) return;
    const text::Hit* hit = context.first_hit(view.own, "third-country-place");
    // "Outside the EEA" is mostly said to deny it: it counts when nothing in its sentence does.
    if (const text::Hit* outside = hit ? nullptr : context.first_hit(view.own, "outside-eea"))
        if (view.polarity == Polarity::yes && !denied(context, view, *outside)) hit = outside;
    if (!hit && (tagged(view, "transfer") || tagged(view, "transfer-basis")))
        hit = context.first_hit(view.own, "adequate-place");
    const bool own_basis = context.states(view.own, "transfer-mechanism");
    // A country that is named with its basis is an answer; that the data go there is still to be assessed.
    const bool told = view.question->concluded && (tagged(view, "transfer") || tagged(view, "transfer-basis"));
    if (!hit || (own_basis && !told)) return;
    const bool basis = own_basis || std::any_of(context.views.begin(), context.views.end(), [&](const View& other) {
                           return context.states(other.own, "transfer-mechanism");
                       });
    Words words;
    words.quote = sentence_quote(view.own, hit->span);
    words.stated = view.own.folded.quote(hit->span);
    // An honest yes with a mechanism elsewhere still has to be assessed, but it is an answer.
    view.findings.push_back(make_finding(
        context, view, "third-country", words, basis ? Severity::low : view.question->severity,
        basis || (!of_recipients && view.question->concluded) || asks_for_list ? Outcome::satisfied : Outcome::partial,
        view.question->origin));
    if (basis)
        explain<StepId::third_country_with_basis>(view, view.question->origin, matched(view, hit->span));
    else
        explain<StepId::third_country_found>(view, view.question->origin, matched(view, hit->span));
}

/// An answer that points to the list of sub-processors as its own: where those in it are is told there.
void check_third_country_in_list(Case& context, View& list)
{
    const text::Hit* hit = context.first_hit(context.header, "third-country-place");
    if (!hit || list.has("third-country") || list.polarity == Polarity::no || list.outcome == Outcome::unanswered)
        return;
    if (!context.states(list.own, "points-to-list")) return;
    Words words;
    words.with = "header";
    words.quote = sentence_quote(context.header, hit->span);
    words.stated = context.header.folded.quote(hit->span);
    model::Finding finding =
        make_finding(context, list, "third-country", words, Severity::low, Outcome::satisfied, list.question->origin);
    finding.place = context.header_place(hit->span);
    list.findings.push_back(std::move(finding));
    explain<StepId::third_country_elsewhere>(list, list.question->origin,
                                             matched_there(nullptr, context.header, hit->span));
}

/// The header lists a sub-processor that the answer with the list of recipients leaves out.
void check_list_against_header(Case& context, View& list)
{
    const std::string& listed = list.own.folded.text;
    const auto named = [&](const model::Subprocessor& one) {
        const std::string folded = text::fold_text(one.name);
        return listed.find(folded.substr(0, folded.find(' '))) != std::string::npos ||
               list.evidence.folded.text.find(folded.substr(0, folded.find(' '))) != std::string::npos;
    };
    const auto& header = context.submission.subprocessors;
    // An answer that names none of them points elsewhere or says no; both are judged by other checks.
    if (std::none_of(header.begin(), header.end(), named)) return;
    for (const model::Subprocessor& one : header) {
        if (named(one)) continue;
        Words words;
        words.detail = one.name;
        words.stated = one.name;
        words.with = "header";
        model::Finding missing = make_finding(context, list, "unnamed-subprocessor", words, Severity::high,
                                              Outcome::partial, list.question->origin);
        missing.place = one.place;
        missing.quote = one.name;
        list.findings.push_back(std::move(missing));
        explain<StepId::subprocessor_not_in_list>(list, list.question->origin, with_name(one.name));
        words.detail = "recipient-not-listed";
        words.what = phrase(context, "listed-not-recipient", one.name);
        words.quote = sentence_quote(list.own, {0, std::min<std::size_t>(1, listed.size())});
        model::Finding contradiction = make_finding(context, list, "contradiction", words, Severity::low,
                                                    Outcome::satisfied, list.question->origin);
        contradiction.with_place = one.place;
        contradiction.with_quote = one.name;
        list.findings.push_back(std::move(contradiction));
        return;
    }
}

}  // namespace

void check_recipients(Case& context, View& view)
{
    if (!view.answer || view.settled) return;
    check_third_country(context, view);
    if (tagged(view, "recipients")) {
        check_list_against_header(context, view);
        check_third_country_in_list(context, view);
    }
    if (tagged(view, "recipients") || tagged(view, "transfer")) return;

    const std::string source = with_plain_blanks(view.own.folded.source);
    // Who tests or audits the service gets no data by that.
    if (tagged(view, "security-test") || tagged(view, "audit-right")) return;
    std::string name = unlisted_recipient(context, view, source);
    if (name.empty()) name = unlisted_provider(context, view);
    if (name.empty()) return;
    const std::size_t at = source.find(name);
    for (std::size_t two = name.find("  "); two != std::string::npos; two = name.find("  ")) name.erase(two, 1);
    Words words;
    words.detail = name;
    words.stated = name;
    const auto folded_at =
        static_cast<std::size_t>(std::lower_bound(view.own.folded.origin.begin(), view.own.folded.origin.end(), at) -
                                 view.own.folded.origin.begin());
    words.quote = sentence_quote(view.own, {folded_at, folded_at + 1});
    view.findings.push_back(make_finding(context, view, "unnamed-subprocessor", words, Severity::high,
                                         Outcome::satisfied, view.question->origin));
    explain<StepId::recipient_unlisted>(view, view.question->origin, with_name(name));
    // The list that should hold it is the answer that falls.
    for (View& list : context.views) {
        if (&list == &view || !list.answer || list.outcome == Outcome::unanswered) continue;
        // Its own question, or an answer that calls the list complete.
        if (!tagged(list, "recipients") && !context.states(list.own, "no-other-recipients")) continue;
        if (!list.has("unnamed-subprocessor")) {
            Words listed = words;
            listed.with = view.id();
            listed.question = view.id();
            model::Finding finding = make_finding(context, list, "unnamed-subprocessor", listed, Severity::high,
                                                  Outcome::partial, list.question->origin);
            finding.place = view.answer->place();
            list.findings.push_back(std::move(finding));
            explain<StepId::list_lacks_recipient>(list, list.question->origin, with_name(name),
                                                  other_question(view.id()));
        }
        add_contradiction(context, list, view, list, words);
        add_contradiction(context, view, list, list, words);
    }
}

}  // namespace samsvar::rules
