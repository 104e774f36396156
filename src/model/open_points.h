#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/record.h"
#include "model/register.h"

namespace samsvar::model {

/// Something the supplier still has to answer for: what letters hold and what is marked in the supplier's own file.
struct OpenPoint {
    enum class About { answer, requirement, whole };
    About about = About::answer;
    std::string name;              ///< question's id, or the requirement's; empty for the whole
    std::string printed_question;  ///< as the supplier saw it; a requirement's title is in `title`
    LocalText title;
    std::string answer;  ///< what the supplier wrote; may be empty
    Place question_place, place;
    Severity severity = Severity::none;  ///< the gravest of the asks'
    std::vector<LocalText> asks;         ///< each once; empty = a person asks, and no rule says what
    std::vector<std::string> documents;  ///< named by the supplier, and not received
    std::optional<Date> due;             ///< the earliest day that a decision to ask gives
    bool documents_outstanding = false;  ///< documents were asked for, and are not there or no longer valid
};

/// What is open in a record on a day, in the order of the questionnaire; then requirements that no question covers,
/// which are open only when somebody decided to ask, and the whole. A decision takes a point away when it accepts, or
/// accepts a risk until that day or later; one to ask the supplier brings it back. A decision on a finding goes before
/// one on its answer. No decision's comment, owner or name is part of a point: they are the reviewer's own.
std::vector<OpenPoint> open_points(const Record& record, const std::vector<Decision>& decisions, const Date& day);

}  // namespace samsvar::model
