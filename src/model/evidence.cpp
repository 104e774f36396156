#include "model/evidence.h"

#include <algorithm>

namespace samsvar::model {

const char* name_of(EvidenceFileKind kind)
{
    switch (kind) {
        case EvidenceFileKind::pdf: return "pdf";
        case EvidenceFileKind::docx: return "docx";
        case EvidenceFileKind::xlsx: return "xlsx";
        case EvidenceFileKind::pptx: return "pptx";
        case EvidenceFileKind::odt: return "odt";
        case EvidenceFileKind::ods: return "ods";
        case EvidenceFileKind::old_office: return "old-office";
        case EvidenceFileKind::picture: return "picture";
        case EvidenceFileKind::archive: return "archive";
        case EvidenceFileKind::text: return "text";
        case EvidenceFileKind::empty: return "empty";
        case EvidenceFileKind::other: return "other";
    }
    return "other";
}

std::string EvidenceFile::name() const
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::optional<Date> EvidenceFile::dated() const
{
    if (created && modified) return std::max(*created, *modified);
    return modified ? modified : created;
}

const EvidenceFile* EvidenceFolder::find(std::string_view path) const
{
    for (const EvidenceFile& file : files)
        if (file.path == path) return &file;
    return nullptr;
}

}  // namespace samsvar::model
