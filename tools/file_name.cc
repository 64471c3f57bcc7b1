#include "tools/file_name.h"

#include <filesystem>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "tools/manifest.h"

namespace mingzhang {
namespace {

constexpr size_t kLongestPart = 250, kKeptOfLonger = 230;

template <typename Escape>
std::string WithoutLooseBytes(std::string_view text, const Escape& escape) {
  std::string valid;
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < length;) {
    const int32_t begin = i;
    UChar32 character;
    U8_NEXT(text.data(), i, length, character);
    const std::string_view bytes = text.substr(static_cast<size_t>(begin), static_cast<size_t>(i - begin));
    if (character >= 0) valid.append(bytes);
    else for (const char byte : bytes) escape(static_cast<unsigned char>(byte), &valid);
  }
  return valid;
}

void AppendPercent(unsigned char byte, std::string* out) { fmt::format_to(std::back_inserter(*out), "%{:02X}", byte); }

// So much of `part` as ends with a whole character.
std::string_view Cut(std::string_view part, size_t length) {
  while (length > 0 && (static_cast<unsigned char>(part[length]) & 0xC0) == 0x80) --length;
  return part.substr(0, length);
}

bool IsAwkward(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F || byte == '%' || byte == '\\';
}

std::string EscapedPart(std::string_view part) {
  if (part.empty()) return "%";
  std::string escaped;
  const bool dots = part.starts_with('.');  // ".", "..", and names that would be hidden
  for (size_t i = 0; i < part.size(); ++i) {
    if (IsAwkward(part[i]) || (dots && i == 0)) AppendPercent(static_cast<unsigned char>(part[i]), &escaped);
    else escaped.push_back(part[i]);
  }
  return escaped;
}

}  // namespace

std::string ShownName(std::string_view name) {
  return WithoutLooseBytes(name, [](unsigned char byte, std::string* out) {
    fmt::format_to(std::back_inserter(*out), "\\x{:02X}", byte);
  });
}

std::string ResultPart(std::string_view part) {
  std::string name = WithoutLooseBytes(part, AppendPercent);
  if (name.size() <= kLongestPart) return name;
  return fmt::format("{}~{:016x}", Cut(name, kKeptOfLonger), StableHash(part));
}

std::string ResultPathOfFile(const std::string& path) {
  const std::filesystem::path relative = std::filesystem::path(path).lexically_normal().relative_path();
  std::string result;
  for (const std::filesystem::path& part : relative) {
    if (part == "..") continue;
    if (!result.empty()) result.push_back('/');
    result.append(ResultPart(part.string()));
  }
  return result;
}

std::string ResultPathOfId(std::string_view id) {
  std::string path;
  while (true) {
    const size_t end = id.find('/');
    path.append(ResultPart(EscapedPart(id.substr(0, end))));
    if (end == std::string_view::npos) return path;
    path.push_back('/');
    id.remove_prefix(end + 1);
  }
}

}  // namespace mingzhang
