#include "mail/mail.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/MailRecipient.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/RejectCertificateHandler.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Net/SecureSMTPClientSession.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/StringPartSource.h>
#include <Poco/URI.h>

#include <memory>

#include "base/error.h"

namespace samsvar::mail {

namespace {

using Security = Server::Security;

bool is_loopback(const std::string& host)
{
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

/// A header's value: one line, no control characters.
std::string header_text(const std::string& text)
{
    std::string plain;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) plain += c;
    return plain;
}

std::string server_text(const Server& server)
{
    return server.host + ':' + std::to_string(server.port);
}

Poco::Net::Context::Ptr verified_context(const Server& server)
{
    using Poco::Net::Context;
    Context::Params params;
    params.verificationMode = Context::VERIFY_STRICT;
    params.verificationDepth = 9;
    params.loadDefaultCAs = true;
    params.caLocation = server.authorities;
    params.cipherList = "HIGH:!aNULL:!eNULL:!MD5:!3DES";
    Context::Ptr context = new Context(Context::TLS_CLIENT_USE, params);
    context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
    return context;
}

void fill(Poco::Net::MailMessage& mail, const Message& message)
{
    using Poco::Net::MailMessage;
    using Poco::Net::MailRecipient;
    using Poco::Net::MessageHeader;
    mail.setSender(header_text(message.from));
    mail.addRecipient(MailRecipient(MailRecipient::PRIMARY_RECIPIENT, header_text(message.to)));
    mail.setSubject(MailMessage::encodeWord(header_text(message.subject), "UTF-8"));
    if (message.attachments.empty()) {
        mail.setContentType("text/plain; charset=UTF-8");
        mail.setContent(message.text, MailMessage::ENCODING_QUOTED_PRINTABLE);
        return;
    }
    mail.addContent(new Poco::Net::StringPartSource(message.text, "text/plain; charset=UTF-8"),
                    MailMessage::ENCODING_QUOTED_PRINTABLE);
    for (const Attachment& one : message.attachments)
        mail.addAttachment(header_text(one.name),
                           new Poco::Net::StringPartSource(one.content, one.type, header_text(one.name)));
}

void log_in(Poco::Net::SMTPClientSession& session, const Server& server, Poco::Net::Context::Ptr context)
{
    session.login("samsvar");
    if (server.security == Security::starttls) {
        auto& secure = static_cast<Poco::Net::SecureSMTPClientSession&>(session);
        if (!secure.startTLS(context)) throw Poco::Net::SMTPException("the server does not offer TLS (STARTTLS)");
    }
    if (!server.user.empty())
        session.login("samsvar", Poco::Net::SMTPClientSession::AUTH_PLAIN, server.user, server.password);
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
    using namespace Poco::Net;
    std::size_t sent = 0;
    try {
        const bool secure = server.security != Security::none;
        const Poco::Net::Context::Ptr context = secure ? verified_context(server) : nullptr;
        if (secure) SSLManager::instance().initializeClient(nullptr, new RejectCertificateHandler(false), context);
        std::unique_ptr<SMTPClientSession> session;
        if (server.security == Security::tls) {
            SecureStreamSocket socket(context);
            socket.setPeerHostName(server.host);
            socket.connect(SocketAddress(server.host, static_cast<Poco::UInt16>(server.port)), Poco::Timespan(30, 0));
            session = std::make_unique<SMTPClientSession>(socket);
        }
        else if (server.security == Security::starttls) {
            session = std::make_unique<SecureSMTPClientSession>(server.host, static_cast<Poco::UInt16>(server.port));
        }
        else {
            session = std::make_unique<SMTPClientSession>(server.host, static_cast<Poco::UInt16>(server.port));
        }
        session->setTimeout(Poco::Timespan(60, 0));
        try {
            log_in(*session, server, context);
            for (const Message& message : messages) {
                MailMessage mail;
                fill(mail, message);
                session->sendMessage(mail);
                ++sent;
            }
        }
        catch (const Poco::Exception&) {
            // The session says good-bye when it goes; a server that has nothing more to say shall not be waited for.
            session->setTimeout(Poco::Timespan(1, 0));
            throw;
        }
        session->close();
    }
    catch (const Poco::Exception& error) {
        throw Error(ErrorCode::io, {server_text(server), {}, 0, 0},
                    "e-mail could not be sent (" + std::to_string(sent) + " of " + std::to_string(messages.size()) +
                        " were): " + error.displayText());
    }
}

}  // namespace samsvar::mail
