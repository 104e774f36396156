#pragma once

#include <cstddef>
#include <istream>
#include <string>

// Internal to the folder.
namespace samsvar::store {

/// Reads a JSON document of the shape {"name": {…}, "name": [{…}, {…}], …} one record at a time. Throws
/// Error(malformed) with the line when the document is of another shape or ends early, limit_exceeded for a record of
/// more than 16 MiB.
class JsonStream {
public:
    explicit JsonStream(std::istream& in);

    /// The next name on the outer level; false at the end of the document.
    bool next_name(std::string& name);
    /// The record behind a name that stands alone.
    std::string record();
    /// The next record of the list behind a name; false at its end. The first call enters the list.
    bool next_record(std::string& record);

    [[noreturn]] void fail(const std::string& what) const;
    std::size_t line() const { return line_; }

private:
    int peek();  // past blanks
    int take();
    void expect(char sign);
    std::string string();

    std::istream& in_;
    std::size_t line_ = 1;
    bool first_name_ = true;
    bool in_list_ = false;
};

}  // namespace samsvar::store
