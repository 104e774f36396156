#include "marking/cell_fill.h"

#include "archive/xml_lexer.h"
#include "marking/names.h"
#include "marking/sheet_cells.h"

namespace samsvar::marking {

namespace {

using archive::ElementSpan;

constexpr const char* styles_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
constexpr const char* colour = "FFFFD966";
constexpr std::size_t most_padding = 65'000;  // formats that Excel allows

const char* main_namespace(bool strict)
{
    return strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                  : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

}  // namespace

CellFill::CellFill(PackageEdit& edit, const std::string& main, bool strict, std::size_t largest_style)
    : edit_(edit), main_(main), strict_(strict)
{
    const ooxml::Relationship* known = edit.package().related(main, "styles");
    if (known != nullptr && edit.package().has(known->target)) {
        part_ = known->target;
    }
    else {
        make_part();
        padding_ = std::min(largest_style, most_padding);
    }
    const std::string& content = edit_.text(part_);
    const ElementSpan root = archive::root_of(content);
    prefix_ = root.prefix();
    for (const ElementSpan& fill : archive::children_of(content, archive::child_of(content, root, "fills")))
        fills_ += archive::local_name(fill.name) == "fill";
    // Excel keeps the first two for itself, whatever they say.
    if (fills_ == 0) fills_ = 2;
    const ElementSpan formats = archive::child_of(content, root, "cellXfs");
    for (const ElementSpan& format : archive::children_of(content, formats))
        if (archive::local_name(format.name) == "xf")
            formats_.emplace_back(content.substr(format.begin, format.end - format.begin));
    const std::string plain = "<" + prefix_ + "xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
    if (formats_.empty()) ++padding_;
    for (std::size_t more = 0; more < padding_; ++more) formats_.push_back(plain);
}

void CellFill::make_part()
{
    const std::string folder = main_.substr(0, main_.rfind('/') + 1);
    part_ = edit_.has(folder + "styles.xml") ? edit_.free_name(folder + "styles", ".xml") : folder + "styles.xml";
    edit_.add(part_,
              "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"" +
                  std::string(main_namespace(strict_)) +
                  "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills "
                  "count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
                  "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/>"
                  "<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" "
                  "fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" "
                  "fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>",
              styles_type);
    edit_.relate(main_, office_relationships(strict_) + "styles", part_);
}

std::size_t CellFill::filled(std::size_t style)
{
    // A format that is not there is shown as the first.
    if (style >= formats_.size()) style = 0;
    const auto [copy, added] = copies_.emplace(style, formats_.size() + copied_.size());
    if (added) copied_.push_back(style);
    return copy->second;
}

std::string CellFill::filled_copy(std::size_t style) const
{
    const std::string& format = formats_[style];
    const ElementSpan span = archive::element_at(format, 0);
    return archive::edited(format, {archive::set_attribute(format, span, "fillId", std::to_string(fills_)),
                                    archive::set_attribute(format, span, "applyFill", "1")});
}

void CellFill::write()
{
    if (copied_.empty()) return;
    const std::string& content = edit_.text(part_);
    const ElementSpan root = archive::root_of(content);
    const auto tag = [&](const char* local) { return prefix_ + local; };
    std::vector<archive::TextEdit> edits;

    const std::string fill = "<" + tag("fill") + "><" + tag("patternFill") + " patternType=\"solid\"><" +
                             tag("fgColor") + " rgb=\"" + colour + "\"/><" + tag("bgColor") + " indexed=\"64\"/></" +
                             tag("patternFill") + "></" + tag("fill") + ">";
    const ElementSpan fills = archive::child_of(content, root, "fills");
    const bool no_fills = fills_ == 2 && (fills.name.empty() || archive::children_of(content, fills).empty());
    const std::string reserved = "<" + tag("fill") + "><" + tag("patternFill") + " patternType=\"none\"/></" +
                                 tag("fill") + "><" + tag("fill") + "><" + tag("patternFill") +
                                 " patternType=\"gray125\"/></" + tag("fill") + ">";
    const std::string added_fills = no_fills ? reserved + fill : fill;
    if (fills.name.empty()) {
        edits.push_back(insert_in_order(
            content, root, "<" + tag("fills") + " count=\"3\">" + added_fills + "</" + tag("fills") + ">",
            {"borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}));
    }
    else {
        edits.push_back(archive::set_attribute(content, fills, "count", std::to_string(fills_ + 1)));
        edits.push_back(archive::append_to(fills, added_fills));
    }

    std::string added;
    for (std::size_t at = formats_.size() - padding_; at < formats_.size(); ++at) added += formats_[at];
    for (const std::size_t style : copied_) added += filled_copy(style);
    const ElementSpan formats = archive::child_of(content, root, "cellXfs");
    const std::string count = std::to_string(formats_.size() + copied_.size());
    if (formats.name.empty()) {
        edits.push_back(insert_in_order(
            content, root, "<" + tag("cellXfs") + " count=\"" + count + "\">" + added + "</" + tag("cellXfs") + ">",
            {"cellStyles", "dxfs", "tableStyles", "colors", "extLst"}));
    }
    else {
        edits.push_back(archive::set_attribute(content, formats, "count", count));
        edits.push_back(archive::append_to(formats, added));
    }
    edit_.edit(part_, std::move(edits));
}

}  // namespace samsvar::marking
