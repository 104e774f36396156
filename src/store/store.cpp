#include "store/store.h"

#include <Poco/UTF8String.h>

#include "base/error.h"
#include "store/dates.h"
#include "store/inside.h"
#include "store/migrations.h"
#include "store/queries.h"

namespace samsvar::store {

namespace {

bool is_sign(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Letters and digits, capital: "NO 912 345 678" and "NO:912345678" are the same.
std::string identifier_key(const std::string& text)
{
    std::string key;
    for (const char c : text)
        if (is_sign(c)) key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return key;
}

/// What stands behind the scheme of an organisation number; nothing when the id is made of a name.
std::string number_key(const std::string& id)
{
    const std::size_t colon = id.find(':');
    return colon == std::string::npos ? std::string() : identifier_key(id.substr(colon + 1));
}

std::string name_key(const std::string& name)
{
    std::string key;
    for (const char c : Poco::UTF8::toLower(name)) {
        if (c != ' ' && c != '\t' && c != '\n')
            key += c;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    if (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

model::Language language_kept(const std::string& name)
{
    return model::language_named(name).value_or(model::Language::nb);
}

constexpr const char* supplier_columns = "SELECT id, name, country, email, language FROM supplier ";

model::Supplier read_supplier(const Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), language_kept(row.text(4))};
}

std::vector<model::Supplier> read_suppliers(Database& database, const std::string& condition, const Values& values)
{
    std::vector<model::Supplier> found;
    database.each(supplier_columns + condition, values, "ttttt",
                  [&](const Row& row) { found.push_back(read_supplier(row)); });
    return found;
}

}  // namespace

Store::Inside::Inside(const std::string& where, std::string user) : database(where), who(std::move(user)) {}

void Store::Inside::require_supplier(const std::string& supplier)
{
    if (!database.number("SELECT 1 FROM supplier WHERE id = $1", {supplier}))
        throw Error(ErrorCode::not_found, {database.where(), {}, 0, 0},
                    "there is no supplier \"" + supplier + "\" in the register; add it first");
}

void Store::Inside::require_assessment(std::int64_t assessment)
{
    if (!database.number("SELECT 1 FROM assessment WHERE id = $1", {assessment}))
        throw Error(ErrorCode::not_found, {database.where(), {}, 0, 0},
                    "there is no assessment " + std::to_string(assessment) + " in the register");
}

Store Store::open(const std::string& where, const std::string& who)
{
    auto inside = std::make_unique<Inside>(where, who);
    migrate(inside->database);
    return Store(std::move(inside));
}

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const std::string& Store::where() const
{
    return inside_->database.where();
}

void Store::put(const model::Supplier& supplier)
{
    if (supplier.id.empty() || name_key(supplier.name).empty())
        throw Error(ErrorCode::invalid_argument, {where(), {}, 0, 0}, "a supplier needs an id and a name");
    Change change(inside_->database, inside_->who);
    const auto before = read_suppliers(inside_->database, "WHERE id = $1", {supplier.id});
    if (!before.empty() && before.front() == supplier) return;
    inside_->database.run(
        "INSERT INTO supplier (id, name, name_key, id_key, number_key, country, email, language)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
        " name_key = excluded.name_key, country = excluded.country, email = excluded.email,"
        " language = excluded.language",
        {supplier.id, supplier.name, name_key(supplier.name), identifier_key(supplier.id),
         text_or_null(number_key(supplier.id)), supplier.country, supplier.email, name_of(supplier.language)});
    change.log(before.empty() ? "supplier-added" : "supplier-changed", supplier.id, supplier.id, supplier.name);
    change.commit();
}

void Store::put(const model::Contract& contract)
{
    if (contract.id.empty()) throw Error(ErrorCode::invalid_argument, {where(), {}, 0, 0}, "a contract needs an id");
    Change change(inside_->database, inside_->who);
    inside_->require_supplier(contract.supplier);
    std::optional<model::Contract> before;
    for (const model::Contract& one : contracts(contract.supplier))
        if (one.id == contract.id) before = one;
    if (before && *before == contract) return;
    inside_->database.run(
        "INSERT INTO contract (supplier, id, title, from_day, until_day, follow_up_months, next_follow_up, owner)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (supplier, id) DO UPDATE SET title = excluded.title,"
        " from_day = excluded.from_day, until_day = excluded.until_day,"
        " follow_up_months = excluded.follow_up_months, next_follow_up = excluded.next_follow_up,"
        " owner = excluded.owner",
        {contract.supplier, contract.id, contract.title, kept_day(contract.from), kept_day(contract.until),
         std::int64_t{contract.follow_up_months}, kept_day(contract.next_follow_up), contract.owner});
    change.log(before ? "contract-changed" : "contract-added", contract.supplier, contract.id, contract.title);
    change.commit();
}

std::optional<model::Supplier> Store::supplier(const std::string& id)
{
    const auto found = read_suppliers(inside_->database, "WHERE id = $1", {id});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<model::Supplier> Store::find_supplier(const std::string& wanted)
{
    if (const auto exact = supplier(wanted)) return exact;
    const std::string key = identifier_key(wanted);
    for (const auto& [condition, value] :
         {std::pair("WHERE id_key = $1 LIMIT 2", key), std::pair("WHERE number_key = $1 LIMIT 2", key),
          std::pair("WHERE name_key = $1 LIMIT 2", name_key(wanted))}) {
        if (value.empty()) continue;
        const auto found = read_suppliers(inside_->database, condition, {value});
        if (found.size() == 1) return found.front();
        if (!found.empty()) return std::nullopt;
    }
    return std::nullopt;
}

std::vector<model::Supplier> Store::suppliers()
{
    return read_suppliers(inside_->database, "ORDER BY name_key, id", {});
}

std::vector<model::Contract> Store::contracts(const std::string& supplier)
{
    std::vector<model::Contract> found;
    inside_->database.each(
        "SELECT id, title, from_day, until_day, follow_up_months, next_follow_up, owner FROM contract"
        " WHERE supplier = $1 ORDER BY id",
        {supplier}, "ttttitt", [&](const Row& row) {
            found.push_back({supplier, row.text(0), row.text(1), day_named(row.text(2)), day_named(row.text(3)),
                             row.small(4), day_named(row.text(5)), row.text(6)});
        });
    return found;
}

void Store::add(const model::ReceivedEvidence& evidence)
{
    if (evidence.name.empty())
        throw Error(ErrorCode::invalid_argument, {where(), {}, 0, 0}, "a document received needs a name");
    Change change(inside_->database, inside_->who);
    inside_->require_supplier(evidence.supplier);
    if (evidence.assessment != 0) inside_->require_assessment(evidence.assessment);
    const std::int64_t id = *inside_->database.number("SELECT coalesce(max(id), 0) + 1 FROM evidence");
    inside_->database.run(
        "INSERT INTO evidence (id, supplier, assessment, question, name, sha256, received, issued, valid_until)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {id, evidence.supplier, evidence.assessment, evidence.question, evidence.name, evidence.sha256,
         kept_day(evidence.received), kept_day(evidence.issued), kept_day(evidence.valid_until)});
    change.log("evidence-added", evidence.supplier,
               evidence.assessment == 0 ? std::string() : std::to_string(evidence.assessment), evidence.name);
    change.commit();
}

std::vector<model::ReceivedEvidence> Store::evidence(const std::string& supplier)
{
    std::vector<model::ReceivedEvidence> found;
    inside_->database.each(
        "SELECT assessment, question, name, sha256, received, issued, valid_until FROM evidence"
        " WHERE supplier = $1 ORDER BY id",
        {supplier}, "itttttt", [&](const Row& row) {
            found.push_back({supplier, row.number(0), row.text(1), row.text(2), row.text(3), day_named(row.text(4)),
                             day_named(row.text(5)), day_named(row.text(6))});
        });
    return found;
}

std::int64_t Store::revision()
{
    return inside_->database.number("SELECT revision FROM register WHERE one = 1").value_or(0);
}

void Store::log(const model::LogEntry& entry)
{
    Change change(inside_->database, inside_->who);
    change.log(entry.what, entry.supplier, entry.about, entry.detail);
    change.commit();
}

std::vector<model::LogEntry> Store::log_entries(const std::string& supplier, std::size_t most)
{
    std::vector<model::LogEntry> found;
    const auto add = [&](const Row& row) {
        found.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)});
    };
    const auto count = static_cast<std::int64_t>(most);
    if (supplier.empty())
        inside_->database.each(query::log_newest, {count}, "itttttt", add);
    else
        inside_->database.each(query::log_of_supplier, {supplier, count}, "itttttt", add);
    return found;
}

}  // namespace samsvar::store
