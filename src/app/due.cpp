#include "app/due.h"

#include <algorithm>
#include <map>

#include "base/files.h"
#include "report/cell_text.h"
#include "report/due_words.h"
#include "report/json_writer.h"

namespace samsvar::app {

namespace {

using model::DueItem;

std::string pad(std::string text, std::size_t width)
{
    const std::size_t length = report::utf16_length(text);
    if (length < width) text.append(width - length, ' ');
    return text;
}

std::string supplier_text(const DueItem& item)
{
    return item.supplier_name + (item.contract.empty() ? "" : " (" + item.contract + ")");
}

/// RFC 5545, 3.3.11.
std::string escaped(const std::string& text)
{
    std::string made;
    for (const char c : report::printable(text)) {
        if (c == '\\' || c == ';' || c == ',') made += '\\';
        if (c == '\n')
            made += "\\n";
        else
            made += c;
    }
    return made;
}

/// A content line: at most 75 octets, then folded between characters (RFC 5545, 3.1).
std::string content_line(const std::string& line)
{
    constexpr std::size_t longest = 75;
    std::string made;
    std::size_t length = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t next = at + 1;
        while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0) == 0x80) ++next;
        if (length + (next - at) > longest) {
            made += "\r\n ";
            length = 1;
        }
        made += line.substr(at, next - at);
        length += next - at;
        at = next;
    }
    return made + "\r\n";
}

std::string basic_day(const model::Date& date)
{
    std::string text = date.text();
    std::erase(text, '-');
    return text;
}

bool is_address(const std::string& owner)
{
    const std::size_t at = owner.find('@');
    return at != std::string::npos && at > 0 && at + 1 < owner.size() && owner.find(' ') == std::string::npos;
}

report::Words words_of(const Library& library)
{
    return report::load_due_words(library.report_layout("due"), "reports/due.xml");
}

std::string kind_text(const report::Words& words, const DueItem& item, model::Language language)
{
    return words.word(std::string("kind.") + name_of(item.kind), language);
}

}  // namespace

std::string due_text(const Library& library, const std::vector<DueItem>& items, model::Date today,
                     model::Language language)
{
    const report::Words words = words_of(library);
    if (items.empty()) return words.word("nothing", language) + "\n";
    std::size_t kind = 0, supplier = 0;
    for (const DueItem& one : items) {
        kind = std::max(kind, report::utf16_length(kind_text(words, one, language)));
        supplier = std::max(supplier, std::min<std::size_t>(40, report::utf16_length(supplier_text(one))));
    }
    std::string text;
    for (const DueItem& one : items) {
        text += (one.date < today ? "! " : "  ") + one.date.text() + "  " + pad(kind_text(words, one, language), kind) +
                "  " + pad(report::excerpt(report::one_line(supplier_text(one)), 38), supplier) + "  " +
                report::one_line(one.about);
        if (!one.comment.empty()) text += ": " + report::excerpt(report::one_line(one.comment), 80);
        if (!one.owner.empty()) text += "  [" + report::one_line(one.owner) + "]";
        text += '\n';
    }
    return report::printable(text);
}

std::string due_json(const std::vector<DueItem>& items)
{
    report::JsonWriter json;
    json.begin_object();
    json.key("due").begin_list();
    for (const DueItem& one : items) {
        json.begin_object();
        json.key("date").text(one.date.text());
        json.key("kind").text(name_of(one.kind));
        json.key("supplier").text(one.supplier);
        json.key("supplier_name").text(one.supplier_name);
        json.key("contract").text(one.contract);
        json.key("assessment").number(static_cast<std::size_t>(one.assessment));
        json.key("about").text(one.about);
        json.key("owner").text(one.owner);
        json.key("comment").text(one.comment);
        json.end_object();
    }
    json.end_list();
    json.end_object();
    return json.take();
}

std::string due_ics(const Library& library, const std::vector<DueItem>& items, model::Date today,
                    model::Language language)
{
    const report::Words words = words_of(library);
    std::string made;
    const auto line = [&](const std::string& text) { made += content_line(text); };
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//samsvar//due//EN");
    line("CALSCALE:GREGORIAN");
    for (const DueItem& one : items) {
        const std::string identity = std::string(name_of(one.kind)) + '\n' + one.supplier + '\n' + one.contract + '\n' +
                                     std::to_string(one.assessment) + '\n' + one.about +
                                     (one.kind == DueItem::Kind::follow_up ? '\n' + one.date.text() : std::string());
        line("BEGIN:VEVENT");
        line("UID:" + sha256(identity).substr(0, 32) + "@samsvar");
        line("DTSTAMP:" + basic_day(today) + "T000000Z");
        line("DTSTART;VALUE=DATE:" + basic_day(one.date));
        line("SUMMARY:" + escaped(kind_text(words, one, language) + ": " + supplier_text(one)));
        std::string more = one.about;
        if (!one.comment.empty()) more += '\n' + one.comment;
        if (!one.owner.empty()) more += '\n' + one.owner;
        line("DESCRIPTION:" + escaped(more));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    return made;
}

std::vector<mail::Message> due_messages(const Library& library, const std::vector<DueItem>& items, model::Date today,
                                        model::Language language, const std::string& from, const std::string& others)
{
    const report::Words words = words_of(library);
    std::map<std::string, std::vector<DueItem>> by_owner;
    for (const DueItem& one : items)
        if (const std::string& owner = is_address(one.owner) ? one.owner : others; !owner.empty())
            by_owner[owner].push_back(one);
    std::vector<mail::Message> messages;
    for (const auto& [owner, theirs] : by_owner) {
        mail::Message& message = messages.emplace_back();
        message.from = from;
        message.to = owner;
        message.subject = report::filled(words.word("subject", language), "count", std::to_string(theirs.size()));
        message.text = words.word("greeting", language) + "\r\n\r\n";
        for (const char c : due_text(library, theirs, today, language))
            message.text += c == '\n' ? std::string("\r\n") : std::string(1, c);
        message.text += "\r\n" + words.word("closing", language) + "\r\n";
        message.attachments.push_back(
            {"samsvar.ics", "text/calendar; charset=UTF-8", due_ics(library, theirs, today, language)});
    }
    return messages;
}

std::string messages_text(const std::vector<mail::Message>& messages)
{
    std::string text;
    for (const mail::Message& one : messages)
        text += "To: " + one.to + "\nSubject: " + one.subject + "\n\n" + one.text + "\n";
    return report::printable(text);
}

}  // namespace samsvar::app
