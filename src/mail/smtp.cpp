// The part that talks SMTP, a module that is loaded when mail is sent: Poco's network and TLS libraries take longer to
// load than most of what the program does.
#include "mail/smtp.h"

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

#include <memory>

namespace samsvar::mail {

namespace {

using Security = Server::Security;

/// A header's value: one line, no control characters.
std::string header_text(const std::string& text)
{
    std::string plain;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) plain += c;
    return plain;
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

}  // namespace samsvar::mail

extern "C" void samsvar_smtp_send(const samsvar::mail::Server& server,
                                  const std::vector<samsvar::mail::Message>& messages, samsvar::mail::Sending& sending)
{
    using namespace samsvar::mail;
    std::size_t& sent = sending.sent;
    using namespace Poco::Net;
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
        sending.failure = error.displayText();
    }
    catch (const std::exception& error) {
        sending.failure = error.what();
    }
}
