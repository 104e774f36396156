#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace samsvar::model {

/// Finds among many things by what each is called, of equal ones the first: by halves, where Form::find and
/// Submission::find walk. The things must stay.
template <typename Thing>
class ById {
public:
    ById(const std::vector<Thing>& things, std::string Thing::*id) : id_(id)
    {
        sorted_.reserve(things.size());
        for (const Thing& thing : things) sorted_.push_back(&thing);
        std::stable_sort(sorted_.begin(), sorted_.end(),
                         [id](const Thing* a, const Thing* b) { return a->*id < b->*id; });
    }

    /// Null when there is none.
    const Thing* find(std::string_view wanted) const
    {
        const auto at =
            std::lower_bound(sorted_.begin(), sorted_.end(), wanted,
                             [this](const Thing* one, std::string_view value) { return one->*id_ < value; });
        return at == sorted_.end() || (*at)->*id_ != wanted ? nullptr : *at;
    }

private:
    std::string Thing::*id_;
    std::vector<const Thing*> sorted_;
};

}  // namespace samsvar::model
