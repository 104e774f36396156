#include <Poco/Base64Decoder.h>
#include <Poco/Base64Encoder.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <Poco/StreamCopier.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <sstream>

#include "base/error.h"
#include "store/copy.h"
#include "store/inside.h"
#include "store/json.h"
#include "store/json_stream.h"
#include "store/migrations.h"

// Everything as JSON: {"samsvar_register": {"version": 2, "revision": 17}, "supplier": [{…}, …], …}: a list for each
// table, a record for each row, the columns by their names; bytes as base64. One record is in memory at a time.
namespace samsvar::store {

namespace {

std::string base64(const std::string& bytes)
{
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    encoder.close();
    return out.str();
}

std::string from_base64(const std::string& text)
{
    std::istringstream in(text);
    Poco::Base64Decoder decoder(in);
    std::string bytes;
    Poco::StreamCopier::copyToString(decoder, bytes);
    return bytes;
}

void append_value(std::string& json, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        json += std::to_string(*number);
    else if (const auto* text = std::get_if<std::string>(&value))
        append_string(json, *text);
    else if (const auto* bytes = std::get_if<Bytes>(&value))
        append_string(json, base64(bytes->content));
    else
        json += "null";
}

/// A column of a record that was read. A column the record's version did not have yet is left to the migration.
Value value_of(const Poco::JSON::Object& record, const Column& column)
{
    const Poco::Dynamic::Var value = record.get(column.name);
    if (value.isEmpty()) return {};
    if (column.type == 'i') return value.convert<Poco::Int64>();
    if (!value.isString()) throw Poco::DataFormatException(std::string(column.name) + " is no text");
    return column.type == 'b' ? Value(Bytes(from_base64(value.extract<std::string>())))
                              : Value(value.extract<std::string>());
}

Poco::JSON::Object::Ptr parsed(const std::string& record)
{
    Poco::JSON::Parser parser;
    return parser.parse(record).extract<Poco::JSON::Object::Ptr>();
}

/// The table as it was in an earlier version.
Table as_of(Table table, int version)
{
    std::erase_if(table.columns, [&](const Column& column) { return column.since > version; });
    return table;
}

void import_records(Database& database, JsonStream& stream, const Table& table)
{
    const std::string insert = table.insert();
    std::string record;
    while (stream.next_record(record)) {
        const std::size_t line = stream.line();
        try {
            const Poco::JSON::Object::Ptr object = parsed(record);
            Values values;
            for (const Column& column : table.columns) values.push_back(value_of(*object, column));
            database.run(insert, values);
        }
        catch (const Poco::Exception& failure) {
            throw Error(ErrorCode::malformed, {"import", table.name, static_cast<int>(line), 0},
                        "this record cannot be read: " + failure.displayText());
        }
    }
}

/// All parts of an export into an empty database of its version.
void import_tables(Database& database, JsonStream& stream, int version)
{
    std::string name;
    for (const Table& table : tables()) {
        if (!stream.next_name(name) || name != table.name)
            stream.fail("the part \"" + std::string(table.name) + "\" is expected here; the export is not whole");
        import_records(database, stream, as_of(table, version));
    }
    if (stream.next_name(name)) stream.fail("\"" + name + "\" is no part of a register");
}

}  // namespace

void Store::export_json(std::ostream& out)
{
    Database& database = inside_->database;
    Database::Transaction reading(database, Purpose::read);
    out << "{\n\"samsvar_register\": {\"version\": " << newest_version()
        << ", \"revision\": " << database.number("SELECT revision FROM register WHERE one = 1").value_or(0) << '}';
    std::string json;
    for (const Table& table : tables()) {
        out << ",\n\"" << table.name << "\": [";
        bool first = true;
        each_row(database, table, [&](const Values& values) {
            json = first ? "\n{" : ",\n{";
            first = false;
            for (std::size_t column = 0; column < values.size(); ++column) {
                json += column > 0 ? ", \"" : "\"";
                json += table.columns[column].name;
                json += "\": ";
                append_value(json, values[column]);
            }
            json += '}';
            out << json;
            if (!out)
                throw Error(ErrorCode::io, {"export", {}, 0, 0}, "cannot be written to its end; the disk may be full");
        });
        out << ']';
    }
    out << "\n}\n";
    out.flush();
    if (!out) throw Error(ErrorCode::io, {"export", {}, 0, 0}, "cannot be written to its end; the disk may be full");
    reading.commit();
}

void Store::import_json(std::istream& in)
{
    Database& database = inside_->database;
    JsonStream stream(in);
    std::string name;
    if (!stream.next_name(name) || name != "samsvar_register")
        stream.fail("this is no export of a register of samsvar");
    int version = 0;
    std::int64_t revision = 0;
    try {
        const Poco::JSON::Object::Ptr header = parsed(stream.record());
        version = header->getValue<int>("version");
        revision = header->getValue<Poco::Int64>("revision");
    }
    catch (const Poco::Exception& failure) {
        stream.fail("the head of the export cannot be read: " + failure.displayText());
    }
    if (version > newest_version())
        throw Error(ErrorCode::unsupported, {"import", {}, 0, 0},
                    "the export was written by a newer samsvar (version " + std::to_string(version) +
                        " of the register, this program knows " + std::to_string(newest_version()) +
                        "); install that one");
    if (version < 1) stream.fail("there was no version " + std::to_string(version) + " of the register");
    require_empty(database);
    std::optional<ScratchRegister> scratch;
    std::optional<Database> older;
    if (version < newest_version()) {
        // An old export becomes a register of its time, which is brought forward as any other.
        scratch.emplace(std::filesystem::temp_directory_path());
        older.emplace(scratch->file());
        migrate(*older, version);
        Database::Transaction writing(*older, Purpose::write);
        import_tables(*older, stream, version);
        writing.commit();
        migrate(*older);
    }

    Change change(database, inside_->who);
    require_empty(database);
    if (older)
        copy_register(*older, database);
    else
        import_tables(database, stream, version);
    while (change.revision() < revision) change.revise();
    change.log("imported", "", "", "");
    change.commit();
    inside_->kept_phrases.clear();
    inside_->read_phrases.clear();
}

}  // namespace samsvar::store
