#include "store/inside.h"
#include "store/now.h"

namespace samsvar::store {

Change::Change(Database& database, std::string who)
    : database_(database), who_(std::move(who)), at_(now()), transaction_(database, Purpose::write)
{
    // First of all, since PostgreSQL holds everybody else here until this change is committed. A sequence would give
    // numbers that are seen in another order than they were given, and a decision in between would be overlooked.
    database_.run("UPDATE register SET revision = revision + 1 WHERE one = 1");
    revision_ = database_.number("SELECT revision FROM register WHERE one = 1").value_or(0);
}

void Change::log(const std::string& what, const std::string& supplier, const std::string& about,
                 const std::string& detail)
{
    const std::int64_t id = *database_.number("SELECT coalesce(max(id), 0) + 1 FROM log");
    database_.run("INSERT INTO log (id, at, who, what, supplier, about, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                  {id, at_, who_, what, supplier, about, detail});
}

void Change::commit()
{
    database_.run("UPDATE register SET revision = $1 WHERE one = 1", {revision_});
    transaction_.commit();
}

}  // namespace samsvar::store
