#include "model/decision.h"

#include <array>

#include "base/files.h"

namespace samsvar::model {

namespace {

constexpr std::array target_kinds{Target::Kind::requirement, Target::Kind::answer, Target::Kind::finding,
                                  Target::Kind::evidence};
constexpr std::array decision_kinds{DecisionKind::accept, DecisionKind::reject, DecisionKind::accept_risk,
                                    DecisionKind::ask_supplier};

}  // namespace

const char* name_of(Target::Kind kind)
{
    switch (kind) {
        case Target::Kind::requirement: return "requirement";
        case Target::Kind::answer: return "answer";
        case Target::Kind::finding: return "finding";
        case Target::Kind::evidence: return "evidence";
    }
    return "";
}

std::string Target::text() const
{
    return std::string(name_of(kind)) + ':' + key;
}

std::optional<Target> target_named(std::string_view text)
{
    for (const Target::Kind kind : target_kinds) {
        const std::string start = std::string(name_of(kind)) + ':';
        if (text.starts_with(start) && text.size() > start.size())
            return Target{kind, std::string(text.substr(start.size()))};
    }
    return std::nullopt;
}

const char* name_of(DecisionKind kind)
{
    switch (kind) {
        case DecisionKind::accept: return "accept";
        case DecisionKind::reject: return "reject";
        case DecisionKind::accept_risk: return "accept-risk";
        case DecisionKind::ask_supplier: return "ask-supplier";
    }
    return "";
}

std::optional<DecisionKind> decision_named(std::string_view name)
{
    for (const DecisionKind kind : decision_kinds)
        if (name == name_of(kind)) return kind;
    return std::nullopt;
}

bool Decision::same_as(const Decision& other) const
{
    return target == other.target && kind == other.kind && comment == other.comment && owner == other.owner &&
           due == other.due;
}

std::string without_blanks(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            if (!plain.empty() && plain.back() != ' ') plain += ' ';
        }
        else {
            plain += c;
        }
    }
    if (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

std::string digest_of_words(std::string_view text, std::size_t digits)
{
    return sha256(without_blanks(text)).substr(0, digits);
}

}  // namespace samsvar::model
