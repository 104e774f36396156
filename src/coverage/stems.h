#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"

struct sb_stemmer;  // libstemmer

namespace samsvar::coverage {

/// Words of a folded text (text/fold.h) brought to their stems by the Snowball algorithms (https://snowballstem.org,
/// libstemmer): "säkerhetskopieringen" and "säkerhetskopiering" are one. Nynorsk and Danish are stemmed as Norwegian,
/// so that they meet the Norwegian texts. Words of one or two letters are left out, digits stay as they are.
class Stemmer {
public:
    explicit Stemmer(model::Language language);
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    ~Stemmer();

    std::vector<std::string> stems(std::string_view folded) const;

private:
    std::string stem(std::string_view word) const;

    ::sb_stemmer* stemmer_ = nullptr;
    model::Language language_;
};

/// The parts of a compound that are words of `known` ("lösenordshantering" → "lösenord", "hantering"), with or without
/// a joining s or e between them; empty when it is none. Parts have at least four letters.
std::vector<std::string> parts_of(const std::string& stem, const std::set<std::string, std::less<>>& known);

}  // namespace samsvar::coverage
