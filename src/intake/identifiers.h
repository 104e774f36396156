#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/submission.h"

namespace samsvar::intake {

/// Adds organisation numbers to a list that holds each number of an owner once.
class IdentifierCollection {
public:
    explicit IdentifierCollection(std::vector<model::Identifier>& identifiers) : identifiers_(identifiers) {}

    /// The numbers in `source`. When `labelled`, a number was asked for: what stands there instead of one, with at
    /// least five digits, is kept as an identifier without a scheme that is not valid.
    void add(std::string_view source, bool labelled, const std::string& owner, const model::Place& place);
    /// Numbers in running text: only valid ones that are not known yet, so that nothing else is taken for one.
    void add_from_answer(std::string_view source, const model::Place& place);
    void put(model::Identifier identifier);

private:
    std::vector<model::Identifier>& identifiers_;
};

}  // namespace samsvar::intake
