#pragma once

#include <string>
#include <vector>

#include "app/open_store.h"

namespace samsvar::app {

// What stands in the register, for a terminal and for other programs.

std::string suppliers_text(const std::vector<model::Supplier>& suppliers);
std::string suppliers_json(const std::vector<model::Supplier>& suppliers);

/// A supplier with its contracts, assessments and evidence.
struct SupplierSheet {
    model::Supplier supplier;
    std::vector<model::Contract> contracts;
    std::vector<model::AssessmentLine> assessments;
    std::vector<model::ReceivedEvidence> evidence;
};
/// `today` decides which accepted risks have lapsed.
SupplierSheet supplier_sheet(store::Store& store, const std::string& wanted, model::Date today);
std::string supplier_text(const SupplierSheet& sheet);
std::string supplier_json(const SupplierSheet& sheet);

std::string assessments_text(const std::vector<model::AssessmentLine>& lines);
std::string assessments_json(const std::vector<model::AssessmentLine>& lines);

std::string log_text(const std::vector<model::LogEntry>& entries);
std::string log_json(const std::vector<model::LogEntry>& entries);

}  // namespace samsvar::app
