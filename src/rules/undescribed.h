#pragma once

#include <initializer_list>
#include <string_view>

#include "rules/case.h"

namespace samsvar::rules {

// What can be said of an answer to a question nobody described (Question::concluded). A question's matter are the
// concepts its words hold (Question::topic) and those its requirements expect.

/// A requirement of the question expects the concept.
bool expected(const View& view, const std::string& concept_id);
/// The concept is of the question's matter.
bool of_matter(const View& view, const std::string& concept_id);
/// Stated: not denied, promised or put on the customer.
bool outright(const text::Hit& hit);
/// The question's words hold a concept, in whatever scope.
bool asks(const Case& context, const View& view, std::string_view concept_id);

/// Whether a sentence other than number `sentence` states something of the question's matter outright.
bool says_more_than(const Case& context, const View& view, std::size_t sentence);

/// Matters the answer names in words that are not the question's own.
std::size_t things_named(const Case& context, const View& view);

/// Whether something has lowered the outcome already; findings with the codes in `but_for` do not count.
bool is_lowered(const View& view, std::initializer_list<std::string_view> but_for = {});

/// A yes or no with nothing behind it. True when it raised a finding.
bool check_bare_choice(Case& context, View& view);
/// The matter of the question is said not to be so, and nothing of it is stated.
bool check_denial(Case& context, View& view);
/// Where the answer promises for a day still to come, or promises and says little else; null when it does not.
const text::Span* promise(const Case& context, const View& view);
/// Another answer is all there is, and it says nothing of what this question is about and that one is not.
bool check_reference_helps(Case& context, View& view);
/// Nothing of the question's matter and none of its words, but other matters.
bool check_subject(Case& context, View& view);
/// Praise, big words, or too few words where a description is asked for.
bool check_substance(Case& context, View& view);

}  // namespace samsvar::rules
