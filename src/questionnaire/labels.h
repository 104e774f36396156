#pragma once

#include <array>
#include <string_view>

// Internal to the folder.
namespace samsvar::questionnaire {

/// What is asked about the supplier, and the answers there are to choose from: ids of labels, in their order.
inline constexpr std::array fact_labels = {
    "supplier", "organisation-number", "product", "completed-by", "email", "phone", "date"};
inline constexpr std::array choice_labels = {"yes", "partly", "no", "not-applicable"};

/// What a mark (mark_of) begins with.
inline constexpr std::string_view mark_start = "samsvar:";

}  // namespace samsvar::questionnaire
