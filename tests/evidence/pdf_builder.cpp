#include "evidence/pdf_builder.h"

#include <zlib.h>

#include <vector>

namespace samsvar::test {

namespace {

const std::string head =
    "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 "
    ">>\nendobj\n";

std::string deflated(const std::string& content)
{
    uLongf size = compressBound(static_cast<uLong>(content.size()));
    std::vector<Bytef> buffer(size);
    compress(buffer.data(), &size, reinterpret_cast<const Bytef*>(content.data()), static_cast<uLong>(content.size()));
    return {reinterpret_cast<const char*>(buffer.data()), size};
}

}  // namespace

std::string pdf_with_information(const std::string& entries)
{
    return head + "5 0 obj\n<< " + entries +
           " >>\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n0\n%%EOF\n";
}

std::string pdf_with_packed_information(const std::string& entries)
{
    const std::string table = "4 0 5 9 ";
    const std::string packed = deflated(table + "<< /A 1>>" + "<< " + entries + " >>");
    return head + "7 0 obj\n<< /Type /ObjStm /N 2 /First " + std::to_string(table.size()) +
           " /Filter /FlateDecode /Length " + std::to_string(packed.size()) + " >>\nstream\r\n" + packed +
           "\nendstream\nendobj\n8 0 obj\n<< /Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Info 5 0 R /Length 0 >>\n"
           "stream\n\nendstream\nendobj\nstartxref\n0\n%%EOF\n";
}

std::string pdf_with_metadata(const std::string& description)
{
    return head +
           "5 0 obj\n<< /Type /Metadata /Subtype /XML /Length 9 >>\nstream\n<?xpacket begin=\"\"?>"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF><rdf:Description" +
           description +
           "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>\nendstream\nendobj\ntrailer\n"
           "<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
}

}  // namespace samsvar::test
