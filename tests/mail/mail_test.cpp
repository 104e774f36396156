#include "mail/mail.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"

using namespace samsvar;
using Security = mail::Server::Security;

BOOST_AUTO_TEST_SUITE(mail_tests)

BOOST_AUTO_TEST_CASE(a_server_is_named_by_its_address)
{
    struct Row {
        const char* url;
        const char* host;
        int port;
        Security security;
        const char* user;
    };
    const Row rows[] = {
        {"smtp://mail.example.org", "mail.example.org", 587, Security::starttls, ""},
        {"smtp://post@mail.example.org:2525", "mail.example.org", 2525, Security::starttls, "post"},
        {"smtps://mail.example.org", "mail.example.org", 465, Security::tls, ""},
        {"smtps://post%40example.org@mail.example.org", "mail.example.org", 465, Security::tls, "post@example.org"},
        {"smtp+plain://localhost", "localhost", 25, Security::none, ""},
        {"smtp+plain://127.0.0.1:1025", "127.0.0.1", 1025, Security::none, ""},
    };
    for (const Row& row : rows) {
        const mail::Server server = mail::server_named(row.url);
        BOOST_TEST(server.host == row.host, row.url);
        BOOST_TEST(server.port == row.port, row.url);
        BOOST_TEST((server.security == row.security), row.url);
        BOOST_TEST(server.user == row.user, row.url);
    }
}

BOOST_AUTO_TEST_CASE(what_names_no_server_or_would_leak_is_refused)
{
    struct Row {
        const char* url;
        const char* says;
    };
    const Row rows[] = {
        {"mail.example.org", "begins with none of"},
        {"http://mail.example.org", "begins with none of"},
        {"smtp:///x", "has no host"},
        {"smtp://post:secret@mail.example.org", "password does not belong there"},
        {"smtp+plain://mail.example.org", "only this machine itself"},
        {"smtp://mail.example.org:x", "no address"},
    };
    for (const Row& row : rows) {
        BOOST_CHECK_EXCEPTION(mail::server_named(row.url), Error, [&](const Error& error) {
            const std::string what = error.what();
            BOOST_TEST(what.find(row.says) != std::string::npos, what);
            return true;
        });
    }
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there_is_told)
{
    mail::Server server;
    server.host = "127.0.0.1";
    server.port = 1;
    server.security = Security::none;
    BOOST_CHECK_EXCEPTION(mail::send(server, {{"a@example.org", "b@example.org", "s", "t", {}}}), Error,
                          [](const Error& error) {
                              const std::string what = error.what();
                              return what.find("127.0.0.1:1") != std::string::npos &&
                                     what.find("0 of 1 were") != std::string::npos;
                          });
}

BOOST_AUTO_TEST_SUITE_END()
