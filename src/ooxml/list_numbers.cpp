#include "ooxml/list_numbers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ooxml/package.h"

namespace samsvar::ooxml {

namespace {

std::string roman(int number)
{
    if (number <= 0 || number > 10000) return std::to_string(number);
    constexpr std::array<std::pair<int, const char*>, 13> digits{{{1000, "m"},
                                                                  {900, "cm"},
                                                                  {500, "d"},
                                                                  {400, "cd"},
                                                                  {100, "c"},
                                                                  {90, "xc"},
                                                                  {50, "l"},
                                                                  {40, "xl"},
                                                                  {10, "x"},
                                                                  {9, "ix"},
                                                                  {5, "v"},
                                                                  {4, "iv"},
                                                                  {1, "i"}}};
    std::string text;
    for (const auto& [value, digit] : digits)
        for (; number >= value; number -= value) text += digit;
    return text;
}

/// a … z, aa, bb … as Word counts.
std::string letters(int number)
{
    if (number <= 0) return std::to_string(number);
    const auto repeats = static_cast<std::size_t>((number - 1) / 26 + 1);
    return std::string(std::min<std::size_t>(repeats, 30), static_cast<char>('a' + (number - 1) % 26));
}

std::string upper(std::string text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string with_zeros(int number, std::size_t width)
{
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

std::string character(int code)
{
    std::string text;
    append_utf8(text, static_cast<std::uint32_t>(code));
    return text;
}

/// Decimal digits from another row of ten characters.
std::string in_digits(int number, int zero)
{
    std::string text;
    for (const char c : std::to_string(number)) text += c == '-' ? "-" : character(zero + (c - '0'));
    return text;
}

/// One of a row of characters after the other; past its end doubled, tripled … as letters are.
std::string from_row(int number, std::string_view row)
{
    std::size_t count = 0;
    for (const char c : row) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (number <= 0) return std::to_string(number);
    const std::size_t wanted = static_cast<std::size_t>(number - 1) % count;
    const std::size_t repeats = std::min<std::size_t>(static_cast<std::size_t>(number - 1) / count + 1, 30);
    std::size_t begin = 0;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if ((static_cast<unsigned char>(row[i]) & 0xC0) == 0x80) continue;
        if (seen++ == wanted) begin = i;
    }
    std::size_t end = begin + 1;
    while (end < row.size() && (static_cast<unsigned char>(row[end]) & 0xC0) == 0x80) ++end;
    std::string text;
    for (std::size_t i = 0; i < repeats; ++i) text += row.substr(begin, end - begin);
    return text;
}

/// Han numerals as read aloud up to 9999: 二十三, 百五; digit by digit for larger ones.
std::string han(int number, bool one_before_hundreds, const char* zero)
{
    constexpr std::array digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    constexpr std::array places{"", "十", "百", "千"};
    if (number < 0) return std::to_string(number);
    if (number == 0) return zero;
    std::string text;
    if (number > 9999) {
        for (const char c : std::to_string(number)) text += c == '0' ? zero : digits[static_cast<std::size_t>(c - '0')];
        return text;
    }
    bool gap = false;
    for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
        const auto digit = static_cast<std::size_t>(number / unit % 10);
        if (digit == 0) {
            gap = gap || !text.empty();
            continue;
        }
        // Chinese says zero for places left out in the middle, and "one ten" except at the beginning.
        if (gap && one_before_hundreds) text += zero;
        gap = false;
        const bool silent = digit == 1 && place > 0 && (one_before_hundreds ? place == 1 && text.empty() : true);
        if (!silent) text += digits[digit];
        text += places[static_cast<std::size_t>(place)];
    }
    return text;
}

std::string cardinal(int number)
{
    constexpr std::array ones{"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                              "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                              "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    constexpr std::array tens{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (number < 0 || number > 999'999) return std::to_string(number);
    std::string text;
    if (number >= 1000) {
        text = cardinal(number / 1000) + " thousand";
        number %= 1000;
        if (number == 0) return text;
        text += ' ';
    }
    if (number >= 100) {
        text += std::string(ones[static_cast<std::size_t>(number / 100)]) + " hundred";
        number %= 100;
        if (number == 0) return text;
        text += ' ';
    }
    if (number < 20) return text + ones[static_cast<std::size_t>(number)];
    text += tens[static_cast<std::size_t>(number / 10)];
    if (number % 10 != 0) text += std::string("-") + ones[static_cast<std::size_t>(number % 10)];
    return text;
}

/// "first", "twenty-first" from "one", "twenty-one".
std::string ordinal_word(int number)
{
    std::string text = cardinal(number);
    const std::size_t last = text.find_last_of(" -") == std::string::npos ? 0 : text.find_last_of(" -") + 1;
    constexpr std::array<std::pair<const char*, const char*>, 7> irregular{{{"one", "first"},
                                                                            {"two", "second"},
                                                                            {"three", "third"},
                                                                            {"five", "fifth"},
                                                                            {"eight", "eighth"},
                                                                            {"nine", "ninth"},
                                                                            {"twelve", "twelfth"}}};
    for (const auto& [plain, word] : irregular)
        if (text.compare(last, std::string::npos, plain) == 0) return text.replace(last, std::string::npos, word);
    if (text.back() == 'y') return text.substr(0, text.size() - 1) + "ieth";
    return text.back() >= '0' && text.back() <= '9' ? text : text + "th";
}

std::string first_letter_upper(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string ordinal(int number)
{
    const int tens = number % 100;
    const char* suffix = tens >= 11 && tens <= 13 ? "th"
                         : number % 10 == 1       ? "st"
                         : number % 10 == 2       ? "nd"
                         : number % 10 == 3       ? "rd"
                                                  : "th";
    return std::to_string(number) + suffix;
}

std::string hexadecimal(int number)
{
    if (number < 0) return std::to_string(number);
    std::string text;
    do text.insert(text.begin(), "0123456789ABCDEF"[number % 16]);
    while ((number /= 16) > 0);
    return text;
}

/// Hebrew letters as numbers up to 999, 15 and 16 written their own way.
std::string hebrew(int number)
{
    if (number <= 0 || number > 999) return std::to_string(number);
    constexpr std::array hundreds{"", "ק", "ר", "ש", "ת", "תק", "תר", "תש", "תת", "תתק"};
    constexpr std::array tens{"", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ"};
    constexpr std::array ones{"", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט"};
    std::string text = hundreds[static_cast<std::size_t>(number / 100)];
    number %= 100;
    if (number == 15) return text + "טו";
    if (number == 16) return text + "טז";
    return text + tens[static_cast<std::size_t>(number / 10)] + ones[static_cast<std::size_t>(number % 10)];
}

/// Formats that take one character after the other from a row.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> rows{{
    {"russianLower", "абвгдежзиклмнопрстуфхцчшщыэюя"},
    {"russianUpper", "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"},
    {"aiueo", "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"},
    {"aiueoFullWidth", "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"},
    {"iroha", "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"},
    {"irohaFullWidth",
     "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"},
    {"ganada", "가나다라마바사아자차카타파하"},
    {"chosung", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"},
    {"ideographTraditional", "甲乙丙丁戊己庚辛壬癸"},
    {"ideographZodiac", "子丑寅卯辰巳午未申酉戌亥"},
    {"ideographEnclosedCircle", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"},
    {"arabicAlpha", "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"},
    {"arabicAbjad", "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"},
    {"hebrew2", "אבגדהוזחטיכלמנסעפצקרשת"},
    {"hindiVowels", "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"},
    {"thaiLetters", "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"},
    {"chicago", "*†‡§"},
    {"bullet", "•"},
}};

struct Digits {
    std::string_view format;
    int zero;
};
constexpr std::array digit_rows{Digits{"decimalFullWidth", 0xFF10}, Digits{"decimalFullWidth2", 0xFF10},
                                Digits{"hindiNumbers", 0x0966}, Digits{"thaiNumbers", 0x0E50},
                                Digits{"arabicNumbers", 0x0660}};

}  // namespace

std::string number_in_format(int number, std::string_view format, std::string_view custom)
{
    if (format == "decimal") return std::to_string(number);
    if (format == "none") return {};
    if (format == "lowerLetter") return letters(number);
    if (format == "upperLetter") return upper(letters(number));
    if (format == "lowerRoman") return roman(number);
    if (format == "upperRoman") return upper(roman(number));
    if (format == "decimalZero") return with_zeros(number, 2);
    if (format == "decimalEnclosedParen")
        return number >= 1 && number <= 20 ? character(0x2474 + number - 1) : '(' + std::to_string(number) + ')';
    if (format == "decimalEnclosedFullstop")
        return number >= 1 && number <= 20 ? character(0x2488 + number - 1) : std::to_string(number) + '.';
    if (format == "numberInDash") return "- " + std::to_string(number) + " -";
    if (format.starts_with("decimalEnclosedCircle")) {
        if (number >= 1 && number <= 20) return character(0x2460 + number - 1);
        if (number >= 21 && number <= 35) return character(0x3251 + number - 21);
        if (number >= 36 && number <= 50) return character(0x32B1 + number - 36);
        return std::to_string(number);
    }
    if (format == "ordinal") return ordinal(number);
    if (format == "cardinalText") return first_letter_upper(cardinal(number));
    if (format == "ordinalText") return first_letter_upper(ordinal_word(number));
    if (format == "hex") return hexadecimal(number);
    if (format == "hebrew1") return hebrew(number);
    if (format == "japaneseCounting" || format == "koreanCounting") return han(number, false, "〇");
    if (format == "chineseCounting" || format == "chineseCountingThousand" || format == "taiwaneseCounting" ||
        format == "taiwaneseCountingThousand" || format == "chineseCountingTenThousand")
        return han(number, true, format.starts_with("chinese") ? "零" : "○");
    if (format == "ideographDigital" || format == "japaneseDigitalTenThousand" || format == "taiwaneseDigital" ||
        format == "koreanDigital2") {
        constexpr std::array digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        std::string text;
        for (const char c : std::to_string(number)) text += c == '-' ? "-" : digits[static_cast<std::size_t>(c - '0')];
        return text;
    }
    if (format == "koreanDigital") {
        constexpr std::array digits{"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
        std::string text;
        for (const char c : std::to_string(number)) text += c == '-' ? "-" : digits[static_cast<std::size_t>(c - '0')];
        return text;
    }
    for (const Digits& row : digit_rows)
        if (format == row.format) return in_digits(number, row.zero);
    for (const auto& [name, row] : rows)
        if (format == name) return from_row(number, row);
    if (format == "custom") {
        // "001, 002, 003, …": as many digits as the first example.
        const auto digits = custom.substr(0, custom.find_first_not_of("0123456789")).size();
        return with_zeros(number, std::min<std::size_t>(digits, 9));
    }
    return std::to_string(number);
}

}  // namespace samsvar::ooxml
