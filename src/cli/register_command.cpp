#include "cli/register_command.h"

#include <fstream>
#include <iostream>

#include "app/keep.h"
#include "app/output.h"
#include "app/register.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/day.h"
#include "cli/outputs.h"

namespace samsvar::cli {

namespace {

std::optional<model::Date> day(const char* option, const std::string& written)
{
    if (written.empty()) return std::nullopt;
    if (const auto date = day_written(written)) return date;
    throw Error(ErrorCode::invalid_argument, {option, {}, 0, 0},
                app::printable_line(written) + " is not a date; write it as 2026-11-21");
}

void show(const Options& options, const std::string& text, const std::string& json)
{
    std::cout << (options.format == app::Format::json ? json : text);
}

void supplier_add(const Options& options, store::Store& store)
{
    const KeepingOptions& own = options.keeping;
    model::Supplier supplier;
    supplier.id = !own.number.empty()   ? app::organisation_id(own.number)
                  : !options.id.empty() ? options.id
                                        : app::id_of_name(own.name);
    const auto before = store.supplier(supplier.id);
    if (before) supplier = *before;
    supplier.name = own.name;
    if (!own.country.empty()) supplier.country = own.country;
    if (!own.email.empty()) supplier.email = own.email;
    if (own.language) supplier.language = *own.language;
    if (!before && supplier.country.empty() && supplier.id.size() > 3 && supplier.id[2] == ':')
        supplier.country = supplier.id.substr(0, 2);
    store.put(supplier);
    std::cout << app::printable_line((before ? "changed: " : "added: ") + supplier.id + ", " + supplier.name) << '\n';
}

void contract_add(const Options& options, store::Store& store)
{
    const KeepingOptions& own = options.keeping;
    model::Contract contract;
    contract.supplier = app::required_supplier(store, own.supplier).id;
    contract.id = own.contract;
    bool before = false;
    for (const model::Contract& one : store.contracts(contract.supplier))
        if (one.id == contract.id) {
            contract = one;
            before = true;
        }
    if (!own.title.empty()) contract.title = own.title;
    if (!own.owner.empty()) contract.owner = own.owner;
    if (own.months) contract.follow_up_months = *own.months;
    if (const auto date = day("--from", own.from)) contract.from = date;
    if (const auto date = day("--until", own.until)) contract.until = date;
    if (const auto date = day("--next", own.next)) contract.next_follow_up = date;
    store.put(contract);
    std::cout << app::printable_line((before ? "changed: " : "added: ") + contract.id + " of " + contract.supplier)
              << '\n';
}

void evidence_add(const Options& options, store::Store& store)
{
    const KeepingOptions& own = options.keeping;
    model::ReceivedEvidence evidence;
    evidence.supplier = app::required_supplier(store, own.supplier).id;
    evidence.assessment = own.assessment;
    evidence.question = own.question;
    evidence.name = own.name;
    if (!own.file.empty()) evidence.sha256 = sha256(read_file(own.file, options.limits.file_bytes));
    evidence.received = own.received.empty() ? day_of(options) : day("--received", own.received);
    evidence.issued = day("--issued", own.issued);
    evidence.valid_until = day("--valid-until", own.valid_until);
    store.add(evidence);
    std::cout << app::printable_line("noted: " + evidence.name + " of " + evidence.supplier) << '\n';
}

void write_file_of(const Options& options, store::Store& store)
{
    const model::KeptAssessment kept = store.assessment(options.keeping.assessment);
    // The name is the supplier's: only its last part, so that it leads nowhere else.
    std::filesystem::path out = options.out;
    if (out.empty()) out = std::filesystem::path(kept.record.file).filename();
    require_new(out);
    write_file(out, store.file_of(kept.id));
    std::cout << app::printable_line(out.string()) << '\n';
}

void export_to(const Options& options, store::Store& store)
{
    if (options.out.empty()) {
        store.export_json(std::cout);
        return;
    }
    require_new(options.out);
    write_atomically(options.out, [&](const std::filesystem::path& temporary) {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        store.export_json(out);
    });
    std::cout << app::printable_line(options.out.string()) << '\n';
}

void import_from(const Options& options, store::Store& store)
{
    std::ifstream in(options.subject, std::ios::binary);
    if (!in)
        throw Error(ErrorCode::not_found, {options.subject, {}, 0, 0},
                    "there is no such file, or it cannot be read; check the name and the folder");
    store.import_json(in);
    std::cout << app::printable_line(store.where() + ": " + std::to_string(store.suppliers().size()) + " suppliers")
              << '\n';
}

}  // namespace

int register_command(const Options& options)
{
    const KeepingOptions& own = options.keeping;
    const bool begins =
        options.command == Command::register_supplier_add || options.command == Command::register_import;
    store::Store store = app::open_store({options.kept.store, options.kept.by}, !begins);
    switch (options.command) {
        case Command::register_suppliers: {
            const auto suppliers = store.suppliers();
            show(options, app::suppliers_text(suppliers), app::suppliers_json(suppliers));
            break;
        }
        case Command::register_show: {
            const app::SupplierSheet sheet = app::supplier_sheet(store, own.supplier, day_of(options));
            show(options, app::supplier_text(sheet), app::supplier_json(sheet));
            break;
        }
        case Command::register_assessments: {
            const auto lines =
                store.assessments(day_of(options), app::required_supplier(store, own.supplier).id, own.contract);
            show(options, app::assessments_text(lines), app::assessments_json(lines));
            break;
        }
        case Command::register_log: {
            const auto entries = store.log_entries(
                own.supplier.empty() ? std::string() : app::required_supplier(store, own.supplier).id, own.most);
            show(options, app::log_text(entries), app::log_json(entries));
            break;
        }
        case Command::register_file: write_file_of(options, store); break;
        case Command::register_supplier_add: supplier_add(options, store); break;
        case Command::register_contract_add: contract_add(options, store); break;
        case Command::register_evidence_add: evidence_add(options, store); break;
        case Command::register_backup:
            store.backup(options.out);
            std::cout << app::printable_line(options.out.string()) << '\n';
            break;
        case Command::register_export: export_to(options, store); break;
        case Command::register_import: import_from(options, store); break;
        default: return 2;
    }
    return 0;
}

std::string keep_checked(const Options& options, const app::AssessRequest& request, model::Assessment& assessment)
{
    store::Store store = app::open_store({options.kept.store, options.kept.by}, false);
    const app::Kept kept = app::keep(store, request, assessment, {options.keeping.supplier, options.keeping.contract});
    return app::printable(app::kept_text(kept));
}

}  // namespace samsvar::cli
