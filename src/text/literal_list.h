#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"

namespace samsvar::text {

/// The literals of a scan by number: added one by one, then laid out as bytes and looked up where those lie.
class LiteralList {
public:
    /// Number of a literal (not empty); the same literal has one number.
    std::uint32_t add(std::string_view literal)
    {
        const auto [known, fresh] = numbers_.emplace(std::string(literal), static_cast<std::uint32_t>(added_.size()));
        if (fresh) added_.push_back(known->first);
        return known->second;
    }
    /// Those that were added; none once they are looked up elsewhere.
    const std::vector<std::string>& added() const { return added_; }

    std::size_t size() const { return places_.empty() ? added_.size() : places_.size() - 1; }
    /// Of those that are laid out.
    std::string_view operator[](std::uint32_t number) const
    {
        return letters_.substr(places_[number], places_[number + 1] - places_[number]);
    }

    /// What was added, or read, as bytes, and the same again: it looks into the reader's bytes, which must stay.
    void write(BytesWriter& into) const
    {
        if (!places_.empty()) {
            into.put_text(letters_);
            into.put_all(places_);
            return;
        }
        std::string letters;
        std::vector<std::uint32_t> places;
        for (const std::string& literal : added_) {
            places.push_back(static_cast<std::uint32_t>(letters.size()));
            letters += literal;
        }
        places.push_back(static_cast<std::uint32_t>(letters.size()));
        into.put_text(letters);
        into.put_all(places);
    }
    void read(BytesReader& from)
    {
        numbers_.clear();
        added_.clear();
        letters_ = from.take_text();
        places_ = from.take_all<std::uint32_t>();
    }

private:
    std::vector<std::string> added_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::string_view letters_;
    std::span<const std::uint32_t> places_;  ///< of a literal in letters_; one more for the end
};

}  // namespace samsvar::text
