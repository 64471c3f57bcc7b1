#include "tools/record.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <simdjson.h>

#include "tools/program.h"

namespace mingzhang {
namespace {

using nlohmann::json;

Error Malformed(std::string message, size_t column = 0) {
  Error error;
  error.message = std::move(message);
  error.column = static_cast<uint32_t>(column);
  error.hint = Say("每行一个 ", "one per line: ") + std::string(R"({"id","text"} or {"id","base64"})");
  return error;
}

bool IsBase64(std::string_view text) {
  static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (text.size() % 4 != 0) return false;
  for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
  return text.find_first_not_of(kAlphabet) == std::string_view::npos;
}

// EVP_DecodeBlock counts padding as zero bytes.
bool DecodeBase64(std::string_view text, std::string* bytes) {
  if (!IsBase64(text)) return false;
  const size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  bytes->resize(text.size() / 4 * 3);
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes->data()),
                                     reinterpret_cast<const unsigned char*>(text.data()),
                                     static_cast<int>(text.size()));
  if (length < 0) return false;
  bytes->resize(static_cast<size_t>(length) - padding);
  return true;
}

Result<std::string> TakeId(const json& object) {
  const auto found = object.find("id");
  if (found == object.end()) return Malformed(Say("缺少 id", "has no id"));
  if (found->is_number()) return found->dump();
  if (!found->is_string()) return Malformed(Say("id 既非字符串也非数字", "its id is neither a string nor a number"));
  std::string id = found->get<std::string>();
  if (id.empty()) return Malformed(Say("id 是空的", "its id is empty"));
  return id;
}

// The string under `key`, to be moved from; nullptr when there is none.
Result<std::string*> StringUnder(json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return static_cast<std::string*>(nullptr);
  if (!found->is_string()) return Malformed(fmt::format(fmt::runtime(Say("{} 不是字符串", "its {} is not a string")), key));
  return found->get_ptr<std::string*>();
}

// How JSON is broken, without the library's talk around it: "syntax error while parsing …".
Error BrokenJson(const json::parse_error& error, std::string_view line) {
  std::string why = error.what();
  const size_t talk = why.find("while parsing");
  if (talk != std::string::npos) why = why.substr(talk);
  const size_t column = std::min<size_t>(error.byte, line.size() + 1);
  return Malformed(Say("不是 JSON：", "is not JSON: ") + why, column);
}

Result<json> ParseObject(std::string_view line) {
  try {
    json object = json::parse(line);
    if (object.is_object()) return object;
    return Malformed(Say("不是 JSON 对象", "is not a JSON object"));
  } catch (const json::parse_error& error) {
    return BrokenJson(error, line);
  } catch (const json::out_of_range&) {  // 1e400: valid JSON, but no number that can be held
    return Malformed(Say("含有过大的数", "has a number that is too large"));
  }
}

// The common record, two strings under "id" and "text", as fast as it is copied. Nothing for everything
// else: that is read again with care, and what is wrong with it is said.
std::optional<Record> ParsePlain(std::string_view line) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS) return std::nullopt;
  std::optional<std::string_view> id, text;
  for (const auto& [key, value] : object) {  // of two under one key the last counts
    if (key == "base64") return std::nullopt;
    auto* const wanted = key == "id" ? &id : key == "text" ? &text : nullptr;
    if (wanted == nullptr) continue;
    std::string_view string;
    if (value.get(string) != simdjson::SUCCESS) return std::nullopt;
    *wanted = string;
  }
  if (!id || id->empty() || !text) return std::nullopt;
  return Record{std::string(*id), std::string(*text)};
}

// Stops the parser as soon as the id at the top has been read.
class IdReader : public nlohmann::json_sax<json> {
 public:
  std::optional<std::string> id;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t value) override { return Take(json(value).dump()); }
  bool number_unsigned(number_unsigned_t value) override { return Take(json(value).dump()); }
  bool number_float(number_float_t value, const string_t&) override { return Take(json(value).dump()); }
  bool string(string_t& value) override { return Take(value); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return Deeper(); }
  bool start_array(std::size_t) override { return Deeper(); }
  bool end_object() override { return --depth_ > 0; }
  bool end_array() override { return --depth_ > 0; }
  bool key(string_t& value) override {
    at_id_ = depth_ == 1 && value == "id";
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  bool Deeper() {
    at_id_ = false;
    ++depth_;
    return true;
  }

  bool Take(std::string value) {
    if (at_id_) id = std::move(value);
    return !at_id_;
  }

  int depth_ = 0;
  bool at_id_ = false;
};

}  // namespace

Result<Record> ParseRecord(std::string_view line, std::string* id) {
  if (auto record = ParsePlain(line)) {
    *id = record->id;
    return std::move(*record);
  }
  auto object = ParseObject(line);
  if (!object.ok()) return object.error();
  auto name = TakeId(*object);
  if (!name.ok()) return name.error();
  *id = *name;
  const auto text = StringUnder(*object, "text"), base64 = StringUnder(*object, "base64");
  if (!text.ok()) return text.error();
  if (!base64.ok()) return base64.error();
  if (*text != nullptr && *base64 != nullptr) return Malformed(Say("text 和 base64 只能有一个", "has both text and base64"));
  if (*text != nullptr) return Record{*name, std::move(**text)};
  if (*base64 == nullptr) return Malformed(Say("缺少 text 或 base64", "has neither text nor base64"));
  Record record{*name, ""};
  if (!DecodeBase64(**base64, &record.bytes)) return Malformed(Say("base64 有误", "is not valid base64"));
  return record;
}

std::optional<std::string> IdOfRecord(std::string_view line) {
  IdReader reader;
  json::sax_parse(line, &reader);
  return reader.id && reader.id->empty() ? std::nullopt : reader.id;
}

}  // namespace mingzhang
