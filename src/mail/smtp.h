#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mail/mail.h"

// Between mail.cpp and the module. Internal to the folder.
namespace samsvar::mail {

struct Sending {
    std::size_t sent = 0;
    std::string failure;  ///< empty = all were sent
};

/// What the module is called, and its only function.
inline constexpr const char* smtp_module = "samsvar_smtp.so";
inline constexpr const char* smtp_function = "samsvar_smtp_send";
using SmtpFunction = void (*)(const Server&, const std::vector<Message>&, Sending&);

}  // namespace samsvar::mail
