#include "store/now.h"

#include <Poco/DateTimeFormatter.h>
#include <Poco/Timestamp.h>

namespace samsvar::store {

std::string now()
{
    return Poco::DateTimeFormatter::format(Poco::Timestamp(), "%Y-%m-%dT%H:%M:%SZ");
}

}  // namespace samsvar::store
