#include "layout/found_forms.h"

#include <algorithm>
#include <functional>

#include "base/files.h"
#include "form/vocabulary.h"
#include "layout/infer.h"
#include "reader/open.h"
#include "text/fold.h"

namespace samsvar::test {

namespace {

std::string unescaped(const std::string& field)
{
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] != '\\' || i + 1 == field.size()) {
            text += field[i];
            continue;
        }
        ++i;
        text += field[i] == 'n' ? '\n' : field[i] == 't' ? '\t' : field[i];
    }
    return text;
}

std::vector<std::string> cut(const std::string& text, char separator)
{
    std::vector<std::string> pieces;
    for (std::size_t at = 0;;) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        pieces.push_back(text.substr(at, end - at));
        if (end == text.size()) return pieces;
        at = end + 1;
    }
}

/// The lines of the texts as they are compared, in an order of their own.
std::string lines_of(const std::vector<std::string>& texts)
{
    std::vector<std::string> lines;
    for (const std::string& text : texts)
        for (const std::string& line : cut(text, '\n'))
            if (std::string plain = compared(line); !plain.empty()) lines.push_back(std::move(plain));
    std::sort(lines.begin(), lines.end());
    std::string joined;
    for (const std::string& line : lines) joined += line + '\n';
    return joined;
}

std::vector<std::string> parts_of(const model::LayoutQuestion& question, bool evidence)
{
    std::vector<std::string> texts;
    for (const model::AnswerPart& part : question.parts)
        if ((part.role == model::ColumnRole::evidence) == evidence) texts.push_back(part.text);
    return texts;
}

std::string excerpt(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', '|');
    return text.size() > 100 ? text::valid_utf8(text.substr(0, 97)) + "..." : text;
}

void compare_pair(const ExpectedQuestion& wanted, const model::LayoutQuestion& got, FormScore& score)
{
    const std::string name = wanted.id.empty() ? excerpt(wanted.question) : wanted.id;
    if (compared(got.id) != compared(wanted.id)) {
        ++score.ids_wrong;
        score.differences.push_back(name + ": id \"" + excerpt(got.id) + "\"");
    }
    if (compared(got.text) != compared(wanted.question)) {
        ++score.texts_wrong;
        score.differences.push_back(name + ": question \"" + excerpt(got.text) + "\"");
    }
    if (compared(got.section) != compared(wanted.section)) {
        ++score.sections_wrong;
        score.differences.push_back(name + ": section \"" + excerpt(got.section) + "\", not \"" + wanted.section + "\"");
    }
    ++score.answers;
    const std::string said = lines_of({wanted.choice, wanted.answer, wanted.remark});
    const std::string proof = lines_of({wanted.evidence});
    const std::string got_said = lines_of(parts_of(got, false));
    const std::string got_proof = lines_of(parts_of(got, true));
    // Evidence taken for a remark, or a remark for evidence, is told apart: nothing was lost.
    std::vector<std::string> all = parts_of(got, false);
    for (const std::string& text : parts_of(got, true)) all.push_back(text);
    const bool together = lines_of(all) == lines_of({wanted.choice, wanted.answer, wanted.remark, wanted.evidence});
    const bool right = got_said == said || together;
    if (got_proof != proof) {
        ++score.evidence_wrong;
        score.differences.push_back(name + ": evidence \"" + excerpt(got_proof) + "\", not \"" + excerpt(proof) + "\"");
    }
    if (right) {
        ++score.right;
        return;
    }
    if (said.empty()) ++score.invented;
    else if (got_said.empty()) ++score.answers_missed;
    else ++score.wrong;
    score.differences.push_back(name + ": answer \"" + excerpt(got_said) + "\", not \"" + excerpt(said) + "\"");
}

}  // namespace

std::string compared(const std::string& text)
{
    // Folding makes one letter of all those of other scripts, so they are compared as they are.
    const bool other_script = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    std::string folded = other_script ? text : text::fold_text(text);
    if (other_script) {
        folded.erase(std::remove_if(folded.begin(), folded.end(), [](char c) { return c == ' ' || c == '\r' || c == '\n'; }),
                     folded.end());
        return folded;
    }
    const char* ends = " \n.:;,*";
    const std::size_t first = folded.find_first_not_of(ends);
    if (first == std::string::npos) return {};
    return folded.substr(first, folded.find_last_not_of(ends) - first + 1);
}

std::string answer_of(const model::LayoutQuestion& question)
{
    std::string joined;
    for (const std::string& text : parts_of(question, false)) joined += (joined.empty() ? "" : "\n") + text;
    return joined;
}

std::vector<ExpectedQuestion> read_expected(const std::filesystem::path& path)
{
    std::vector<ExpectedQuestion> expected;
    const std::vector<std::string> lines = cut(read_file(path, 1 << 20), '\n');
    for (std::size_t n = 1; n < lines.size(); ++n) {
        if (lines[n].empty()) continue;
        std::vector<std::string> fields = cut(lines[n], '\t');
        fields.resize(7);
        for (std::string& field : fields) field = unescaped(field);
        expected.push_back({fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]});
    }
    return expected;
}

FormScore compare(const std::vector<ExpectedQuestion>& expected, const std::vector<model::LayoutQuestion>& found)
{
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> match(expected.size(), none);
    std::vector<bool> used(found.size());
    const auto pair_up = [&](const std::function<bool(const ExpectedQuestion&, const model::LayoutQuestion&)>& same) {
        std::size_t start = 0;  // reading order decides between equals
        for (std::size_t e = 0; e < expected.size(); ++e) {
            if (match[e] != none) {
                start = match[e] + 1;
                continue;
            }
            for (std::size_t n = 0; n < found.size(); ++n) {
                const std::size_t f = (start + n) % found.size();
                if (used[f] || !same(expected[e], found[f])) continue;
                match[e] = f;
                used[f] = true;
                start = f + 1;
                break;
            }
        }
    };
    const auto same_id = [](const ExpectedQuestion& e, const model::LayoutQuestion& f) {
        return !e.id.empty() && compared(e.id) == compared(f.id);
    };
    const auto same_text = [](const ExpectedQuestion& e, const model::LayoutQuestion& f) {
        return compared(e.question) == compared(f.text);
    };
    pair_up([&](const auto& e, const auto& f) { return same_id(e, f) && same_text(e, f); });
    pair_up(same_text);
    pair_up(same_id);

    FormScore score;
    score.questions = expected.size();
    for (std::size_t e = 0; e < expected.size(); ++e) {
        if (match[e] == none) {
            ++score.missed;
            score.differences.push_back("missed: " + expected[e].id + " \"" + excerpt(expected[e].question) + "\"");
            continue;
        }
        ++score.found;
        compare_pair(expected[e], found[match[e]], score);
    }
    for (std::size_t f = 0; f < found.size(); ++f)
        if (!used[f]) {
            ++score.extra;
            score.differences.push_back("extra: " + found[f].id + " \"" + excerpt(found[f].text) + "\" answered \"" +
                                        excerpt(answer_of(found[f])) + "\" at " + found[f].place.text());
        }
    return score;
}

void FormScore::add(const FormScore& other)
{
    for (const auto member : {&FormScore::questions, &FormScore::found, &FormScore::missed, &FormScore::extra, &FormScore::ids_wrong,
                              &FormScore::texts_wrong, &FormScore::sections_wrong, &FormScore::answers, &FormScore::right,
                              &FormScore::wrong, &FormScore::answers_missed, &FormScore::invented, &FormScore::evidence_wrong})
        this->*member += other.*member;
}

model::Layout layout_of(const std::filesystem::path& path)
{
    static const model::Vocabulary vocabulary =
        form::load_vocabulary(std::string(SAMSVAR_SOURCE_DIR) + "/forms/vocabulary.xml", "forms/vocabulary.xml");
    static const layout::Words words(vocabulary);
    return layout::infer(reader::open(path), words);
}

}  // namespace samsvar::test
