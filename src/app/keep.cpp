#include "app/keep.h"

#include <Poco/UTF8String.h>

#include <algorithm>

#include "app/record.h"
#include "base/error.h"
#include "base/files.h"
#include "text/identifier.h"

namespace samsvar::app {

namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what)
{
    throw Error(ErrorCode::invalid_argument, {where, {}, 0, 0}, what);
}

bool has_number(const model::Supplier& supplier)
{
    return supplier.id.find(':') != std::string::npos;
}

/// The supplier the file's own facts name; made when the register does not have it.
model::Supplier supplier_of(store::Store& store, const model::Record& record, std::vector<std::string>& notes)
{
    if (record.organisation.empty() && record.supplier.empty())
        refuse(record.file,
               "the file says neither the supplier's name nor its organisation number; say whose it is "
               "with --supplier");
    if (!record.organisation.empty())
        if (const auto known = store.supplier(record.organisation)) return *known;
    if (!record.supplier.empty())
        if (const auto known = store.find_supplier(record.supplier)) {
            // The same name with another number is another company.
            if (record.organisation.empty() || !has_number(*known)) {
                notes.push_back("The supplier was known by its name.");
                return *known;
            }
        }
    model::Supplier made;
    made.id = record.organisation.empty() ? id_of_name(record.supplier) : record.organisation;
    made.name = record.supplier.empty() ? record.organisation : record.supplier;
    if (!record.organisation.empty()) made.country = record.organisation.substr(0, record.organisation.find(':'));
    if (made.country.size() != 2) made.country.clear();
    made.language = record.language;
    if (made.id.empty())
        refuse(record.file,
               "the supplier's name in the file has no letter or digit to make an id of; say whose it is "
               "with --supplier");
    if (const auto other = store.supplier(made.id))
        refuse(record.file, "the register has " + other->name + " as " + made.id + ", and the file is of " + made.name +
                                "; say which supplier it is with --supplier");
    store.put(made);
    notes.push_back("The supplier is new in the register" +
                    std::string(record.organisation.empty()
                                    ? ", by its name: the file gives no valid organisation number of its own."
                                    : ", by the organisation number in the file."));
    return made;
}

std::string contract_of(store::Store& store, const model::Supplier& supplier, const std::string& wanted,
                        std::vector<std::string>& notes)
{
    const std::vector<model::Contract> contracts = store.contracts(supplier.id);
    std::string known;
    for (const model::Contract& one : contracts) {
        if (one.id == wanted) return wanted;
        known += (known.empty() ? "" : ", ") + one.id;
    }
    if (wanted.empty() && contracts.size() == 1) return contracts.front().id;
    if (wanted.empty() && !contracts.empty())
        refuse(supplier.name, "has several contracts; choose one with --contract: " + known);
    const std::string made = wanted.empty() ? "default" : wanted;
    notes.push_back("The contract " + made + " is new, followed up every " +
                    std::to_string(model::Contract().follow_up_months) + " months.");
    return made;
}

/// Sets the next follow-up when it has none or its day has come.
void plan_follow_up(store::Store& store, const model::Supplier& supplier, const std::string& contract, model::Date done,
                    std::vector<std::string>& notes)
{
    for (model::Contract& one : store.contracts(supplier.id)) {
        if (one.id != contract || one.follow_up_months <= 0) continue;
        if (one.next_follow_up && *one.next_follow_up > done) return;
        one.next_follow_up = one.follow_up_after(done);
        store.put(one);
        notes.push_back("Next follow-up: " + one.next_follow_up->text() + '.');
    }
}

}  // namespace

std::string organisation_id(const std::string& written)
{
    const std::size_t colon = written.find(':');
    const std::string scheme = colon == std::string::npos ? std::string() : written.substr(0, colon);
    const std::string number = colon == std::string::npos ? written : written.substr(colon + 1);
    for (const text::FoundIdentifier& one : text::find_identifiers(number, true))
        if (one.valid && (scheme.empty() || one.scheme == scheme)) return one.scheme + ':' + one.value;
    refuse(written,
           "this is no valid organisation number; write NO:974760673, SE:…, DK:…, FI:… or LEI:…, or leave it out");
}

std::string id_of_name(const std::string& name)
{
    const std::pair<const char*, const char*> letters[] = {
        {"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"ä", "ae"}, {"ö", "oe"}};
    std::string id, plain = Poco::UTF8::toLower(name);
    for (const auto& [letter, written] : letters)
        for (std::size_t at = 0; (at = plain.find(letter, at)) != std::string::npos;)
            plain.replace(at, std::string_view(letter).size(), written);
    for (const char c : plain) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    if (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

Kept keep(store::Store& store, const AssessRequest& assessed, model::Assessment& assessment, const KeepRequest& request)
{
    Kept kept;
    model::KeptAssessment keeping;
    model::Record& record = keeping.record;
    record = record_for(assessment);

    kept.supplier =
        request.supplier.empty() ? supplier_of(store, record, kept.notes) : required_supplier(store, request.supplier);
    kept.contract = contract_of(store, kept.supplier, request.contract, kept.notes);
    for (const model::AssessmentLine& line : store.assessments(record.date, kept.supplier.id, kept.contract)) {
        if (line.date != record.date || line.file != record.file) continue;
        const std::int64_t revision = store.revision();
        const model::KeptAssessment before = store.assessment(line.id);
        if (before.record.sha256 != record.sha256 || before.record.samsvar != record.samsvar) continue;
        kept.id = line.id;
        kept.already = true;
        kept.notes.clear();
        assessment.kept_as = kept.id;
        assessment.revision = revision;
        assessment.decisions = before.decisions;
        return kept;
    }
    keeping.supplier = kept.supplier.id;
    keeping.contract = kept.contract;
    kept.id = store.keep(keeping, read_file(assessed.file, assessed.limits.file_bytes));
    plan_follow_up(store, kept.supplier, kept.contract, record.date, kept.notes);
    assessment.kept_as = kept.id;
    assessment.revision = store.revision();
    return kept;
}

std::string kept_text(const Kept& kept)
{
    std::string text = (kept.already ? "Kept already as assessment " : "Kept as assessment ") +
                       std::to_string(kept.id) + " of " + kept.supplier.name + " (" + kept.supplier.id +
                       "), contract " + kept.contract + ".\n";
    for (const std::string& note : kept.notes) text += note + '\n';
    return text;
}

}  // namespace samsvar::app
