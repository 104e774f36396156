#include "store/address.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <array>

#include "base/error.h"

namespace samsvar::store {

namespace {

/// One setting for libpq. Poco takes its connection string apart at blanks, so none can stand in a value.
void add(Address& address, const std::string& name, const std::string& value)
{
    if (value.empty()) return;
    std::string escaped;
    for (const char c : value) {
        if (static_cast<unsigned char>(c) <= ' ')
            throw Error(ErrorCode::invalid_argument, {address.shown, {}, 0, 0},
                        "a blank cannot stand in the " + name +
                            " of an address; a password can be given in PGPASSWORD or ~/.pgpass instead");
        if (c == '\'' || c == '\\') escaped += '\\';
        escaped += c;
    }
    if (!address.connection.empty()) address.connection += ' ';
    address.connection += name + '=' + escaped;
}

/// Poco leaves %40 and the like in the user information.
std::string decoded(const std::string& text)
{
    std::string plain;
    Poco::URI::decode(text, plain);
    return plain;
}

}  // namespace

bool is_address(const std::string& where)
{
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

Address read_address(const std::string& where)
{
    // What stands between // and @ is never shown: there is a password in it when it is malformed, too.
    const std::size_t start = where.find("//") + 2;
    const std::size_t at = where.find('@', start);
    Address address;
    address.shown = at == std::string::npos ? where : where.substr(0, start) + "…" + where.substr(at);
    try {
        const Poco::URI uri(where);
        std::string user = uri.getUserInfo();
        if (const std::size_t colon = user.find(':'); colon != std::string::npos) {
            address.password = user.substr(colon + 1);
            user.resize(colon);
        }
        user = decoded(user);
        address.password = decoded(address.password);
        std::string path = uri.getPath();
        if (path.starts_with("/")) path.erase(0, 1);
        if (path.empty())
            throw Error(ErrorCode::invalid_argument, {address.shown, {}, 0, 0},
                        "the database is missing: postgresql://user@host:port/database");
        address.shown = "postgresql://" + (user.empty() ? "" : user + "@") + uri.getHost() +
                        (uri.getPort() != 0 ? ":" + std::to_string(uri.getPort()) : "") + "/" + path;
        add(address, "host", uri.getHost());
        if (uri.getPort() != 0) add(address, "port", std::to_string(uri.getPort()));
        add(address, "user", user);
        add(address, "password", address.password);
        add(address, "dbname", path);
        // Of libpq's options those that say where the server is and how it is to prove itself.
        constexpr std::array known{"host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout"};
        for (const auto& [name, value] : uri.getQueryParameters()) {
            bool found = false;
            for (const char* one : known) found = found || name == one;
            if (!found)
                throw Error(ErrorCode::invalid_argument, {address.shown, {}, 0, 0},
                            '"' + name +
                                "\" is no option of an address here; host, port, sslmode, sslrootcert, "
                                "sslcert, sslkey and connect_timeout are");
            if (name == "host" || name == "port")
                address.shown += (address.shown.find('?') == std::string::npos ? '?' : '&') + name + '=' + value;
            add(address, name, value);
        }
    }
    catch (const Poco::Exception&) {
        throw Error(ErrorCode::invalid_argument, {address.shown, {}, 0, 0},
                    "this address cannot be read; it is written postgresql://user:password@host:port/database, with "
                    "%40 for an @ in the password");
    }
    add(address, "client_encoding", "UTF8");
    add(address, "application_name", "samsvar");
    return address;
}

}  // namespace samsvar::store
