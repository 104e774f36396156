#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/library.h"
#include "mail/mail.h"
#include "model/register.h"

namespace samsvar::app {

/// What is due, for a terminal: date, kind, supplier, what it is about, owner; what is past is marked. `today` and the
/// items' dates decide, not the clock.
std::string due_text(const Library& library, const std::vector<model::DueItem>& items, model::Date today,
                     model::Language language);
std::string due_json(const std::vector<model::DueItem>& items);
/// A calendar (RFC 5545) with an all-day event for each item; the same item always has the same UID, so that a calendar
/// that reads it again makes no second event.
std::string due_ics(const Library& library, const std::vector<model::DueItem>& items, model::Date today,
                    model::Language language);

/// One letter to each owner who is an e-mail address, with their items as text and as a calendar; what has no such
/// owner goes to `others`, or to nobody when it is empty.
std::vector<mail::Message> due_messages(const Library& library, const std::vector<model::DueItem>& items,
                                        model::Date today, model::Language language, const std::string& from,
                                        const std::string& others);
/// The letters as they would be sent, for a terminal.
std::string messages_text(const std::vector<mail::Message>& messages);

}  // namespace samsvar::app
