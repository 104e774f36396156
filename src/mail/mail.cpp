#include "mail/mail.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include "base/error.h"
#include "base/module.h"
#include "mail/smtp.h"

namespace samsvar::mail {

namespace {

using Security = Server::Security;

bool is_loopback(const std::string& host)
{
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

std::string server_text(const Server& server)
{
    return server.host + ':' + std::to_string(server.port);
}

}  // namespace

Server server_named(const std::string& url)
{
    const auto wrong = [&](const std::string& why) {
        return Error(ErrorCode::invalid_argument, {},
                     "\"" + url + "\" names no mail server: " + why +
                         "; write smtp://user@host:587, smtps://user@host:465 or, for a server on this machine, "
                         "smtp+plain://localhost:25");
    };
    try {
        const Poco::URI uri(url);
        Server server;
        const std::string& scheme = uri.getScheme();
        if (scheme == "smtp")
            server.security = Security::starttls;
        else if (scheme == "smtps")
            server.security = Security::tls;
        else if (scheme == "smtp+plain")
            server.security = Security::none;
        else
            throw wrong("it begins with none of smtp, smtps and smtp+plain");
        server.host = uri.getHost();
        if (server.host.empty()) throw wrong("it has no host");
        const int usual = scheme == "smtps" ? 465 : scheme == "smtp" ? 587 : 25;
        server.port = uri.getSpecifiedPort() != 0 ? uri.getSpecifiedPort() : usual;
        const std::string written = uri.getUserInfo();
        if (written.find(':') != std::string::npos)
            throw wrong("the password does not belong there, others could read it; set SAMSVAR_SMTP_PASSWORD");
        Poco::URI::decode(written, server.user);
        if (server.security == Security::none && !is_loopback(server.host))
            throw wrong("without TLS only this machine itself is allowed");
        return server;
    }
    catch (const Poco::Exception&) {
        throw wrong("it is no address");
    }
}

void send(const Server& server, const std::vector<Message>& messages)
{
    const auto send_all = reinterpret_cast<SmtpFunction>(module_function(smtp_module, smtp_function, "sends mail"));
    Sending sending;
    send_all(server, messages, sending);
    if (!sending.failure.empty())
        throw Error(ErrorCode::io, {server_text(server), {}, 0, 0},
                    "e-mail could not be sent (" + std::to_string(sending.sent) + " of " +
                        std::to_string(messages.size()) + " were): " + sending.failure);
}

}  // namespace samsvar::mail
