#include "tools/record.h"

#include <array>

#include <nlohmann/json.hpp>
#include <openssl/evp.h>

#include "tools/program.h"

namespace mingzhang {
namespace {

using nlohmann::json;

Error Malformed(std::string message) {
  Error error;
  error.message = std::move(message);
  error.hint = Say("每行一个 ", "one per line: ") + std::string(R"({"id","text"} or {"id","base64"})");
  return error;
}

// EVP_DecodeBlock counts padding as zero bytes and takes no line ends.
bool DecodeBase64(std::string_view text, std::string* bytes) {
  if (text.size() % 4 != 0) return false;
  const size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  bytes->resize(text.size() / 4 * 3);
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes->data()),
                                     reinterpret_cast<const unsigned char*>(text.data()),
                                     static_cast<int>(text.size()));
  if (length < 0) return false;
  bytes->resize(static_cast<size_t>(length) - padding);
  return true;
}

bool TakeId(const json& object, std::string* id) {
  const auto found = object.find("id");
  if (found == object.end()) return false;
  if (found->is_string()) *id = found->get<std::string>();
  else if (found->is_number()) *id = found->dump();
  else return false;
  return !id->empty();
}

void AppendPercent(char byte, std::string* out) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out->push_back('%');
  out->push_back(kHex[value >> 4]);
  out->push_back(kHex[value & 15]);
}

bool IsAwkward(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F || byte == '%' || byte == '\\';
}

void AppendPart(std::string_view part, std::string* out) {
  if (part.empty()) out->append("%");
  const bool dots = part.starts_with('.');  // ".", "..", and names that would be hidden
  for (size_t i = 0; i < part.size(); ++i) {
    if (IsAwkward(part[i]) || (dots && i == 0)) AppendPercent(part[i], out);
    else out->push_back(part[i]);
  }
}

}  // namespace

Result<Record> ParseRecord(std::string_view line) {
  json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return Malformed(Say("不是 JSON 对象", "is not a JSON object"));
  Record record;
  if (!TakeId(object, &record.id)) return Malformed(Say("缺少 id", "has no id"));
  const auto text = object.find("text");
  if (text != object.end() && text->is_string()) {
    record.bytes = std::move(text->get_ref<std::string&>());
    return record;
  }
  const auto base64 = object.find("base64");
  if (base64 == object.end() || !base64->is_string()) {
    return Malformed(Say("缺少 text 或 base64", "has neither text nor base64"));
  }
  if (!DecodeBase64(base64->get_ref<const std::string&>(), &record.bytes)) {
    return Malformed(Say("base64 有误", "is not valid base64"));
  }
  return record;
}

std::string SafeRelativePath(std::string_view name) {
  std::string path;
  while (true) {
    const size_t end = name.find('/');
    AppendPart(name.substr(0, end), &path);
    if (end == std::string_view::npos) return path;
    path.push_back('/');
    name.remove_prefix(end + 1);
  }
}

}  // namespace mingzhang
