#include "text/fold.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/files.h"

namespace samsvar::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Decodes one code point at `at` and moves past it; an invalid byte gives U+FFFD and moves one byte.
char32_t next_code_point(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const int length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
    if (length == 0 || at + static_cast<std::size_t>(length) > text.size()) {
        ++at;
        return replacement;
    }
    char32_t code = lead & (0x7F >> length);
    for (int index = 1; index < length; ++index) {
        const unsigned char tail = byte(at + static_cast<std::size_t>(index));
        if ((tail & 0xC0) != 0x80) {
            ++at;
            return replacement;
        }
        code = (code << 6) | (tail & 0x3F);
    }
    static constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[static_cast<std::size_t>(length)] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        ++at;
        return replacement;
    }
    at += static_cast<std::size_t>(length);
    return code;
}

/// Base letters of Latin-1 Supplement and Latin Extended-A (U+00C0 to U+017F), in order; '*' is no letter.
constexpr std::string_view latin =
    "aaaaEAEceeeeiiii" "dnooooO*Ouuuuyts"  // C0-DF: ä æ → E, å → A, ö ø → O
    "aaaaEAEceeeeiiii" "dnooooO*Ouuuuyty"  // E0-FF
    "aaaaaaccccccccdd" "ddeeeeeeeeeegggg"  // 100-11F
    "gggghhhhiiiiiiii" "iiiijjkkklllllll"  // 120-13F
    "lllnnnnnnnnnoooo" "oooorrrrrrssssss"  // 140-15F
    "ssttttttuuuuuuuu" "uuuuwwyyyzzzzzzs"; // 160-17F
static_assert(latin.size() == 0x180 - 0xC0);

bool vanishes(char32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0x200E || c == 0x200F;
}

bool is_blank(char32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680;
}

/// What one code point folds to; nullptr for letters handled elsewhere.
const char* folded_symbol(char32_t c)
{
    switch (c) {
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0xFE58: case 0xFE63: case 0xFF0D:
        return "-";
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0xB4: case 0x60: return "'";
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0xAB: case 0xBB: case 0x2033: return "\"";
    case 0x2022: case 0xB7: case 0x25AA: case 0x25E6: case 0x2023: case 0x25CF: case 0x25CB: case 0xF0B7: return "*";
    case 0x2713: case 0x2714: case 0x2611: case 0x2612: case 0x2717: case 0x2718: case 0x2715: return "x";
    case 0x2026: return "...";
    case 0x2264: return "<=";
    case 0x2265: return ">=";
    case 0xBD: return "1/2";
    case 0xBC: return "1/4";
    case 0xBE: return "3/4";
    case 0xDF: return "ss";
    case 0x152: case 0x153: return "oe";
    case 0xD7: return "x";
    case 0xB2: return "2";
    case 0xB3: return "3";
    default: return nullptr;
    }
}

bool is_other_letter(char32_t c)
{
    return (c >= 0x180 && c < 0x300) || (c >= 0x370 && c < 0x2000) || (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xD7B0) ||
           (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x30000);
}

/// What ASCII that stays folds to, blanks included; 0 for everything else.
constexpr std::array<char, 256> plain_ascii = [] {
    std::array<char, 256> folded{};
    for (char c = ' '; c < 0x7F; ++c)
        if (c != '`') folded[static_cast<unsigned char>(c)] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
}();

class Folder {
public:
    /// In a pattern blanks count one by one and what a symbol becomes is escaped, since patterns mean both. Where each
    /// byte came from is noted only `with_origin`.
    enum class Kind { with_origin, text_only, pattern };
    Folder(std::string_view source, Kind kind)
        : pattern_(kind == Kind::pattern), origin_(kind == Kind::with_origin), source_(source)
    {
        if (origin_) result_.source = source;
        result_.text.reserve(source.size());
        if (origin_) result_.origin.reserve(source.size() + 1);
    }

    Folded fold()
    {
        for (std::size_t at = 0; at < source_.size();) {
            if (const std::size_t end = add_plain(at); end > at) {
                at = end;
                continue;
            }
            const std::size_t start = at;
            put(next_code_point(source_, at), start);
        }
        while (!pattern_ && !result_.text.empty() && (result_.text.back() == ' ' || result_.text.back() == '\n')) drop_last();
        if (origin_) result_.origin.push_back(static_cast<std::uint32_t>(source_.size()));
        return std::move(result_);
    }

private:
    /// Most of what is folded is ASCII that stays, but for the case of letters, and single blanks: adds a piece of it that
    /// begins at `begin`, at most so much as `piece` holds; returns where it ends.
    std::size_t add_plain(std::size_t begin)
    {
        std::array<char, 128> piece;
        const std::string_view source = source_.substr(begin, piece.size());
        const std::size_t size = result_.text.size();
        bool blank = !pattern_ && (size == 0 || result_.text.back() == ' ' || result_.text.back() == '\n');
        std::size_t count = 0;
        for (; count < source.size(); ++count) {
            const char c = plain_ascii[static_cast<unsigned char>(source[count])];
            if (c == 0 || (c == ' ' && blank)) break;
            blank = !pattern_ && c == ' ';
            piece[count] = c;
        }
        result_.text.append(piece.data(), count);
        if (!origin_) return begin + count;
        result_.origin.resize(size + count);
        std::iota(result_.origin.begin() + static_cast<std::ptrdiff_t>(size), result_.origin.end(),
                  static_cast<std::uint32_t>(begin));
        return begin + count;
    }

    void put(char32_t c, std::size_t start)
    {
        if (c >= 0xC0 && c < 0x100 && c != 0xDF && latin[c - 0xC0] != '*') {
            add(latin[c - 0xC0], start);
            return;
        }
        if (vanishes(c)) return;
        if (pattern_ && (c == '\t' || c == '\n' || c == '\r')) {
            add(static_cast<char>(c), start);
            return;
        }
        if (c >= 0x300 && c < 0x370) {
            combine(c);
            return;
        }
        if (c == '\r' || c == '\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
            while (!result_.text.empty() && result_.text.back() == ' ') drop_last();
            if (!result_.text.empty() && result_.text.back() != '\n') add('\n', start);
            return;
        }
        if (is_blank(c)) {
            blank(start);
            return;
        }
        if (c >= 'A' && c <= 'Z') add(static_cast<char>(c - 'A' + 'a'), start);
        else if (c > 0x20 && c < 0x7F && c != 0x60) add(static_cast<char>(c), start);
        else if (const char* symbol = folded_symbol(c)) add_symbol(symbol, start);
        else if (c >= 0xC0 && c < 0x180 && latin[c - 0xC0] != '*') add(latin[c - 0xC0], start);
        else if (c >= 0x660 && c <= 0x669) add(static_cast<char>('0' + (c - 0x660)), start);
        else if (c >= 0xFF10 && c <= 0xFF19) add(static_cast<char>('0' + (c - 0xFF10)), start);
        else if (c >= 0xFF21 && c <= 0xFF3A) add(static_cast<char>('a' + (c - 0xFF21)), start);
        else if (c >= 0xFF41 && c <= 0xFF5A) add(static_cast<char>('a' + (c - 0xFF41)), start);
        else if (c == 0xA7) add_symbol("$", start);  // § keeps its place so that a clause number is not a quantity
        else if (is_other_letter(c)) add('q', start);
        else blank(start);
    }

    /// A decomposed letter is the same letter: a + ring = å, a/o + diaeresis = ä/ö, o + stroke = ø; other marks vanish.
    void combine(char32_t mark)
    {
        if (result_.text.empty()) return;
        char& base = result_.text.back();
        if (mark == 0x30A && base == 'a') base = 'A';
        else if (mark == 0x308 && base == 'a') base = 'E';
        else if ((mark == 0x308 || mark == 0x338) && base == 'o') base = 'O';
    }

    void add_symbol(const char* symbol, std::size_t start)
    {
        for (; *symbol; ++symbol) {
            if (pattern_ && std::string_view("*.-$").find(*symbol) != std::string_view::npos) add('\\', start);
            add(*symbol, start);
        }
    }

    void blank(std::size_t start)
    {
        if (pattern_) add(' ', start);
        else if (!result_.text.empty() && result_.text.back() != ' ' && result_.text.back() != '\n') add(' ', start);
    }

    void add(char c, std::size_t start)
    {
        result_.text += c;
        if (origin_) result_.origin.push_back(static_cast<std::uint32_t>(start));
    }

    void drop_last()
    {
        result_.text.pop_back();
        if (origin_) result_.origin.pop_back();
    }

    bool pattern_;
    bool origin_;
    std::string_view source_;
    Folded result_;
};

}  // namespace

std::string_view Folded::quoted(const Span& span) const
{
    if (span.begin >= span.end || span.begin >= text.size()) return {};
    // One character may have become several ("½"): it is quoted whole.
    std::size_t last = std::min(span.end, text.size());
    while (last < text.size() && origin[last] == origin[last - 1]) ++last;
    const std::size_t begin = origin[span.begin];
    const std::size_t end = origin[last];
    return trimmed(std::string_view(source).substr(begin, end - begin));
}

Folded fold(std::string_view source) { return Folder(source, Folder::Kind::with_origin).fold(); }

std::string fold_text(std::string_view source) { return std::move(Folder(source, Folder::Kind::text_only).fold().text); }

std::string fold_for_pattern(std::string_view source) { return Folder(source, Folder::Kind::pattern).fold().text; }

std::string valid_utf8(std::string_view source)
{
    std::string valid;
    valid.reserve(source.size());
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(source, at);
        if (c == replacement) valid += "\xEF\xBF\xBD";
        else if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') valid.append(source.substr(start, at - start));
    }
    return valid;
}

namespace {

/// Hands out a text's letters and digits, with single blanks between words, until `take` wants no more. Letters of other
/// scripts all fold to q; here they count as they are.
template <typename Take>
void each_letter(const Folded& folded, Take&& take)
{
    const std::string_view source = folded.source;
    bool any = false;
    bool apart = false;
    for (std::size_t at = 0; at < folded.text.size(); ++at) {
        const char c = folded.text[at];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
            apart = any;
            continue;
        }
        if (apart && !take(std::string_view(" "))) return;
        any = true;
        apart = false;
        const std::size_t start = folded.origin[at];
        std::size_t end = start;
        const bool other_script = c == 'q' && static_cast<unsigned char>(source[start]) >= 0x80;
        if (other_script) next_code_point(source, end);
        if (!take(other_script ? source.substr(start, end - start) : std::string_view(&folded.text[at], 1))) return;
    }
}

std::string letters_of(const Folded& folded)
{
    std::string letters;
    each_letter(folded, [&](std::string_view letter) {
        letters += letter;
        return true;
    });
    return letters;
}

}  // namespace

std::string fingerprint(const Folded& folded)
{
    return sha256(letters_of(folded)).substr(0, 16);
}

std::string fingerprint(std::string_view source)
{
    return fingerprint(fold(source));
}

bool same_words(const Folded& one, std::string_view other)
{
    const std::string wanted = letters_of(fold(other));
    std::string_view left = wanted;
    bool same = true;
    each_letter(one, [&](std::string_view letter) {
        same = left.starts_with(letter);
        if (same) left.remove_prefix(letter.size());
        return same;
    });
    return same && left.empty();
}

std::string_view trimmed(std::string_view text)
{
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace samsvar::text
