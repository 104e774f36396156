#include "delimited/dialect.h"

#include <algorithm>
#include <map>

#include "delimited/records.h"

namespace samsvar::delimited {

namespace {

constexpr std::size_t sample_bytes = 256u << 10;
constexpr std::size_t sample_records = 2000;
// In the order of preference where several cut well: decimal commas and texts hold the later ones more often.
constexpr char separators[] = {'\t', ';', '|', ','};
constexpr double good_agreement = 0.9;

struct Cut {
    double agreement = 0;  // share of the records that have the most frequent number of columns
    std::size_t columns = 0;
    std::size_t records = 0;
    double spaced = 0;       // share of separators with a blank behind: prose writes commas like that
    double sentences = 0;    // share of records that end as sentences do
    double torn_quotes = 0;  // share of records with a single quotation mark in a plain field: cut at the wrong places
};

Cut cut(std::string_view text, char separator, bool complete)
{
    Cut found;
    RecordReader reader(text, separator);
    std::map<std::size_t, std::size_t> counts;
    std::size_t columns = 0;
    std::size_t fields_behind = 0;
    std::size_t spaced = 0;
    std::size_t sentences = 0;
    std::size_t torn = 0;
    bool torn_quote = false;
    bool blank = true;
    while (!reader.at_end() && found.records < sample_records) {
        const Field field = reader.next();
        // A record that the sample cuts says nothing.
        if (reader.at_end() && !complete && found.records > 0) break;
        if (columns > 0) {
            ++fields_behind;
            if (!field.quoted && field.text.starts_with(' ')) ++spaced;
        }
        ++columns;
        if (!field.text.empty()) blank = false;
        if (!field.quoted && std::count(field.text.begin(), field.text.end(), '"') % 2 == 1) torn_quote = true;
        if (!field.last) continue;
        if (!blank) {
            ++counts[columns];
            ++found.records;
            torn += torn_quote;
            sentences += field.text.ends_with('.') || field.text.ends_with('!') || field.text.ends_with('?');
        }
        columns = 0;
        torn_quote = false;
        blank = true;
    }
    std::size_t most = 0;
    for (const auto& [number, records] : counts)
        if (number > 1 && records >= most) most = records, found.columns = number;
    const auto share = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    found.agreement = share(most, found.records);
    found.spaced = share(spaced, fields_behind);
    found.sentences = share(sentences, found.records);
    found.torn_quotes = share(torn, found.records);
    return found;
}

/// The separator that a first line "sep=;" names, and the length of that line.
std::optional<Dialect> named(std::string_view text)
{
    if (text.size() < 5) return std::nullopt;
    for (std::size_t i = 0; i < 4; ++i)
        if ((text[i] | (i < 3 ? 0x20 : 0)) != "sep="[i]) return std::nullopt;
    const char separator = text[4];
    if (separator == '"' || separator == '\n' || separator == '\r') return std::nullopt;
    std::size_t end = 5;
    if (end < text.size() && text[end] == '\r') ++end;
    if (end < text.size() && text[end] == '\n') ++end;
    if (end == 5 && end < text.size()) return std::nullopt;
    return Dialect{separator, end};
}

}  // namespace

std::optional<Dialect> dialect_of(std::string_view text)
{
    if (const auto dialect = named(text)) return dialect;
    const std::string_view sample = text.substr(0, sample_bytes);
    std::optional<Dialect> best;
    double best_score = 0;
    for (const char separator : separators) {
        const Cut found = cut(sample, separator, sample.size() == text.size());
        if (found.records < 2 || found.columns < 2) continue;
        const bool prose = separator != '\t' && found.spaced > 0.5 &&
                           (found.agreement < 0.95 || found.columns < 3 || found.sentences > 0.5);
        const double score = found.agreement - found.torn_quotes;
        if (prose || score < 0.5) continue;
        if (score >= good_agreement) return Dialect{separator, 0};
        if (score > best_score) {
            best_score = score;
            best = Dialect{separator, 0};
        }
    }
    return best;
}

}  // namespace samsvar::delimited
