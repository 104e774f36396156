#include "text/language_guess.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/languages.h"
#include "text/measure.h"
#include "text/word_table.h"

namespace samsvar::text {

namespace {

using model::Language;

/// What a word says for each language, in the order of the enumeration.
using Weights = std::array<int, model::all_languages.size()>;

constexpr std::size_t finnish = static_cast<std::size_t>(Language::fi);

/// Function words, folded. A word of one language weighs more than one shared with neighbours.
const WordTable<Weights>& function_words()
{
    static const WordTable<Weights> table{
        //               nb nn sv da fi en
        {"og",          {1, 1, 0, 1, 0, 0}}, {"er",        {1, 1, 0, 1, 0, 0}}, {"til",      {1, 1, 0, 1, 0, 0}}, {"med",      {1, 1, 1, 1, 0, 0}},
        {"som",         {1, 1, 1, 1, 0, 0}}, {"en",        {1, 0, 1, 1, 0, 0}}, {"av",       {2, 2, 2, 0, 0, 0}}, {"ikke",     {2, 0, 0, 2, 0, 0}},
        {"fra",         {2, 0, 0, 2, 0, 0}}, {"hver",      {2, 0, 0, 2, 0, 0}}, {"hvert",    {2, 0, 0, 2, 0, 0}}, {"etter",    {2, 2, 0, 0, 0, 0}},
        {"mellom",      {2, 2, 0, 0, 0, 0}}, {"gjennom",   {2, 2, 0, 0, 0, 0}}, {"noe",      {4, 0, 0, 0, 0, 0}}, {"dere",     {4, 0, 0, 0, 0, 0}},
        {"blir",        {2, 0, 1, 0, 0, 0}}, {"hvordan",   {2, 0, 0, 2, 0, 0}}, {"hvis",     {1, 0, 0, 1, 0, 0}}, {"bare",     {2, 0, 0, 1, 0, 0}},
        {"ogsA",        {1, 1, 0, 1, 0, 0}}, {"alle",      {1, 1, 0, 1, 0, 0}}, {"ved",      {1, 1, 0, 1, 0, 0}}, {"eller",    {1, 1, 1, 1, 0, 0}},
        {"oss",         {1, 1, 1, 0, 0, 0}}, {"uten",      {3, 0, 0, 0, 0, 0}}, {"enn",      {2, 2, 0, 0, 0, 0}}, {"egen",     {1, 0, 1, 1, 0, 0}},
        {"ikkje",       {0, 4, 0, 0, 0, 0}}, {"ein",       {0, 3, 0, 0, 0, 0}}, {"eit",      {0, 3, 0, 0, 0, 0}}, {"berre",    {0, 4, 0, 0, 0, 0}},
        {"kvar",        {0, 3, 0, 0, 0, 0}}, {"kvart",     {0, 2, 0, 0, 0, 0}}, {"kva",      {0, 4, 0, 0, 0, 0}}, {"korleis",  {0, 4, 0, 0, 0, 0}},
        {"frA",         {0, 3, 0, 0, 0, 0}}, {"vert",      {0, 3, 0, 0, 0, 0}}, {"dei",      {0, 3, 0, 0, 0, 0}}, {"nokon",    {0, 3, 0, 0, 0, 0}},
        {"noko",        {0, 3, 0, 0, 0, 0}}, {"vere",      {0, 3, 0, 0, 0, 0}}, {"saman",    {0, 3, 0, 0, 0, 0}}, {"eigen",    {0, 3, 0, 0, 0, 0}},
        {"eige",        {0, 3, 0, 0, 0, 0}}, {"dykk",      {0, 4, 0, 0, 0, 0}}, {"sjOlv",    {0, 3, 0, 0, 0, 0}}, {"hjA",      {0, 3, 0, 0, 0, 0}},
        {"utan",        {0, 2, 2, 0, 0, 0}}, {"ho",        {0, 2, 0, 0, 0, 0}}, {"tilgang",  {1, 1, 0, 0, 0, 0}}, {"seinast",  {0, 3, 0, 0, 0, 0}},
        {"och",         {0, 0, 4, 0, 0, 0}}, {"inte",      {0, 0, 4, 0, 0, 0}}, {"att",      {0, 0, 3, 0, 0, 0}}, {"Er",       {0, 0, 4, 0, 0, 0}},
        {"frAn",        {0, 0, 3, 0, 0, 0}}, {"fOr",       {1, 1, 2, 1, 0, 0}}, {"alla",     {0, 0, 3, 0, 0, 0}}, {"Even",     {0, 0, 3, 0, 0, 0}},
        {"efter",       {0, 0, 2, 2, 0, 0}}, {"varje",     {0, 0, 3, 0, 0, 0}}, {"vid",      {0, 0, 3, 0, 0, 0}}, {"till",     {0, 0, 3, 0, 0, 0}},
        {"ej",          {0, 0, 2, 0, 0, 0}}, {"vAra",      {0, 0, 3, 0, 0, 0}}, {"ett",      {1, 0, 3, 0, 0, 0}}, {"genom",    {0, 0, 3, 0, 0, 0}},
        {"enligt",      {0, 0, 4, 0, 0, 0}}, {"mellan",    {0, 0, 3, 0, 0, 0}}, {"nAgon",    {0, 0, 3, 0, 0, 0}}, {"hur",      {0, 0, 3, 0, 0, 0}},
        {"finns",       {0, 0, 3, 0, 0, 0}}, {"sker",      {1, 0, 1, 1, 0, 0}}, {"ska",      {0, 0, 3, 0, 0, 0}}, {"samt",     {1, 0, 1, 1, 0, 0}},
        {"af",          {0, 0, 0, 4, 0, 0}}, {"vores",     {0, 0, 0, 4, 0, 0}}, {"mellem",   {0, 0, 0, 4, 0, 0}}, {"bliver",   {0, 0, 0, 4, 0, 0}},
        {"nogen",       {0, 0, 0, 3, 0, 0}}, {"noget",     {0, 0, 0, 4, 0, 0}}, {"jer",      {0, 0, 0, 3, 0, 0}}, {"gennem",   {0, 0, 0, 4, 0, 0}},
        {"uden",        {0, 0, 0, 4, 0, 0}}, {"inden",     {0, 0, 0, 3, 0, 0}}, {"hvilke",   {1, 0, 0, 1, 0, 0}}, {"dette",    {1, 1, 0, 1, 0, 0}},
        {"ja",          {1, 1, 1, 1, 1, 0}}, {"on",        {0, 0, 0, 0, 2, 2}}, {"ei",       {0, 1, 0, 0, 2, 0}}, {"ovat",     {0, 0, 0, 0, 4, 0}},
        {"kaikki",      {0, 0, 0, 0, 4, 0}}, {"tai",       {0, 0, 0, 0, 3, 0}}, {"sekE",     {0, 0, 0, 0, 4, 0}}, {"myOs",     {0, 0, 0, 0, 4, 0}},
        {"kanssa",      {0, 0, 0, 0, 4, 0}}, {"mukaan",    {0, 0, 0, 0, 3, 0}}, {"joka",     {0, 0, 0, 0, 3, 0}}, {"eivEt",    {0, 0, 0, 0, 4, 0}},
        {"kuin",        {0, 0, 0, 0, 3, 0}}, {"voidaan",   {0, 0, 0, 0, 4, 0}}, {"ole",      {0, 0, 0, 0, 2, 0}}, {"mukaisesti", {0, 0, 0, 0, 4, 0}},
        {"kuluessa",    {0, 0, 0, 0, 4, 0}}, {"kertaa",   {0, 0, 0, 0, 3, 0}}, {"tiedot",   {0, 0, 0, 0, 3, 0}}, {"kohta",    {0, 0, 0, 0, 3, 0}},
        {"kyllE",       {0, 0, 0, 0, 4, 0}}, {"olemme",    {0, 0, 0, 0, 4, 0}}, {"kaikille", {0, 0, 0, 0, 4, 0}}, {"vain",     {0, 0, 0, 0, 4, 0}},
        {"the",         {0, 0, 0, 0, 0, 4}}, {"and",       {0, 0, 0, 0, 0, 4}}, {"of",       {0, 0, 0, 0, 0, 4}}, {"is",       {0, 0, 0, 0, 0, 3}},
        {"are",         {0, 0, 0, 0, 0, 4}}, {"with",      {0, 0, 0, 0, 0, 4}}, {"not",      {0, 0, 0, 0, 0, 4}}, {"by",       {0, 0, 0, 0, 0, 3}},
        {"all",         {1, 0, 0, 0, 0, 1}}, {"we",        {0, 0, 0, 0, 0, 3}}, {"our",      {0, 0, 0, 0, 0, 4}}, {"to",       {1, 1, 0, 1, 0, 2}},
        {"within",      {0, 0, 0, 0, 0, 4}}, {"in",        {0, 0, 0, 0, 0, 2}}, {"for",      {1, 1, 0, 1, 0, 1}}, {"yes",      {0, 0, 0, 0, 0, 4}},
        {"no",          {0, 1, 0, 0, 0, 2}}, {"from",      {0, 0, 0, 0, 0, 4}}, {"at",       {1, 1, 0, 1, 0, 1}}, {"or",       {0, 0, 0, 0, 0, 3}},
        {"that",        {0, 0, 0, 0, 0, 4}}, {"every",     {0, 0, 0, 0, 0, 4}}, {"which",    {0, 0, 0, 0, 0, 4}}, {"has",      {0, 0, 0, 0, 0, 3}},
        {"have",        {1, 0, 0, 1, 0, 2}}, {"be",        {0, 0, 0, 0, 0, 2}}, {"this",     {0, 0, 0, 0, 0, 4}}, {"a",        {0, 0, 0, 0, 0, 1}},
    };
    return table;
}

/// Shapes no other of the languages has: doubled vowels, and endings of five cases. Short Finnish answers often hold no
/// function word at all.
bool looks_finnish(std::string_view word, bool long_vowel)
{
    constexpr std::size_t long_word = 7;
    if (word.size() <= 3) return false;
    if (long_vowel) return true;
    if (word.size() < 5) return false;
    const auto ends_with_one_of = [&](std::initializer_list<std::string_view> endings) {
        return std::any_of(endings.begin(), endings.end(), [&](std::string_view one) { return word.ends_with(one); });
    };
    switch (word.back()) {
        case 'E': return ends_with_one_of({"ssE", "stE", "llE", "ltE", "ttE"});
        case 'i': return word.ends_with("ksi");
        case 'e': return word.ends_with("aamme");
        case 'a': return word.size() >= long_word && ends_with_one_of({"ssa", "sta", "tta"});
        case 'n': return word.size() >= long_word && word.ends_with("taan");
        default: return false;
    }
}

}  // namespace

void add_language_words(WordRoles& roles)
{
    for (const auto& [word, weights] : function_words()) roles.add(word, role::tells_language);
}

Language guess_language(const Tokens& tokens)
{
    Weights said{};
    const auto hear = [&](std::string_view word, std::uint32_t roles, bool long_vowel) {
        if (looks_finnish(word, long_vowel)) ++said[finnish];
        if (!(roles & role::tells_language)) return;
        const Weights& weights = *function_words().find(word);
        for (std::size_t index = 0; index < said.size(); ++index) said[index] += weights[index];
    };
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        const Token& token = tokens[index];
        if (token.kind != Token::Kind::word) continue;
        if (!token.underlined) {
            hear(tokens.word(index), token.roles, token.long_vowel);
            continue;
        }
        // What stands between underlines are words here.
        std::string apart(tokens.word(index));
        std::replace(apart.begin(), apart.end(), '_', ' ');
        const Tokens parts(apart);
        for (std::size_t part = 0; part < parts.size(); ++part)
            hear(parts.word(part), parts[part].roles, parts[part].long_vowel);
    }
    std::size_t best = 0;
    for (std::size_t index = 1; index < said.size(); ++index)
        if (said[index] > said[best]) best = index;
    return model::all_languages[best];
}

Language guess_language(std::string_view folded)
{
    return guess_language(Tokens(folded));
}

}  // namespace samsvar::text
