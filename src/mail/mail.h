#pragma once

#include <string>
#include <vector>

namespace samsvar::mail {

struct Attachment {
    std::string name, type, content;  ///< "due.ics", "text/calendar"
};

/// A letter in plain text. Line breaks and other control characters in addresses, names and subject are taken out: what
/// comes from a supplier can add no header (CWE-93).
struct Message {
    std::string from, to;
    std::string subject;
    std::string text;  ///< UTF-8
    std::vector<Attachment> attachments;
};

/// Where letters are handed in (RFC 5321).
struct Server {
    enum class Security {
        starttls,  ///< begins in clear text and goes on in TLS; refused when the server cannot (RFC 3207)
        tls,       ///< TLS from the beginning, usually port 465 (RFC 8314)
        none,      ///< only to this machine itself
    };
    std::string host;
    int port = 587;
    Security security = Security::starttls;
    std::string user, password;  ///< empty = no log-in
    std::string authorities;     ///< file of certificates to trust besides the system's; may be empty
};

/// "smtp://user@host:25" (STARTTLS), "smtps://host:465", "smtp+plain://localhost:25". The password is never part of it.
/// Throws Error(invalid_argument) saying how it is written.
Server server_named(const std::string& url);

/// Sends them one after another over one connection. The server's certificate must be valid and its name the host's.
/// Throws Error(io) that names the server, what it said and how many were sent.
void send(const Server& server, const std::vector<Message>& messages);

}  // namespace samsvar::mail
