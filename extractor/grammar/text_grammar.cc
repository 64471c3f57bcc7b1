#include "extractor/grammar/text_grammar.h"

#include <memory>

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/usetiter.h>

#include "extractor/base/utf8.h"
#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

std::vector<uint32_t> CodePoints(std::string_view text) {
  std::vector<uint32_t> points;
  for (size_t at = 0; at < text.size(); at += Utf8Length(static_cast<unsigned char>(text[at]))) points.push_back(CodePointAt(text, at));
  return points;
}

// What the compatibility decomposition makes of one character; itself unless that is one character.
uint32_t Compatible(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return static_cast<uint32_t>(c);
  const icu::UnicodeString folded = nfkc->normalize(icu::UnicodeString(c), status);
  return U_SUCCESS(status) && folded.countChar32() == 1 ? static_cast<uint32_t>(folded.char32At(0)) : static_cast<uint32_t>(c);
}

void ReadPairs(TableReader* reader, FoldTable* folds) {
  const std::vector<uint32_t> from = CodePoints(reader->Text("from")), to = CodePoints(reader->Text("to"));
  if (from.size() != to.size()) {
    reader->Fail("to", fmt::format("'from' has {} characters and 'to' {}", from.size(), to.size()));
    return;
  }
  for (size_t i = 0; i < from.size(); ++i) folds->Set(from[i], to[i]);
}

void ReadSet(TableReader* reader, FoldTable* folds) {
  const std::string pattern = reader->Text("set");
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeSet set(icu::UnicodeString::fromUTF8(pattern), status);
  if (U_FAILURE(status)) {
    reader->Fail("set", "not a valid set of characters", "see ICU's UnicodeSet patterns");
    return;
  }
  const bool compatibility = reader->Flag("compatibility", false), drop = reader->Flag("drop", false);
  const std::vector<uint32_t> to = CodePoints(reader->Text("to", ""));
  for (icu::UnicodeSetIterator each(set); each.next();) {
    const UChar32 c = each.getCodepoint();
    if (c < 0) continue;
    folds->Set(static_cast<uint32_t>(c), drop ? FoldTable::kDrop : compatibility ? Compatible(c) : to.empty() ? static_cast<uint32_t>(c) : to[0]);
  }
}

Status ReadFold(const toml::table& table, FoldTable* folds) {
  TableReader reader(table);
  reader.Text("name");
  if (reader.Has("set")) ReadSet(&reader, folds);
  else ReadPairs(&reader, folds);
  return reader.Finish();
}

Status ReadNumbering(const toml::table& table, TextOptions* options) {
  TableReader reader(table);
  NumberingStyle style;
  style.name = reader.Text("name");
  const std::string form = reader.Text("form");
  const size_t open = form.find('{');
  style.prefix = form.substr(0, open);
  const std::string kind = open == std::string::npos ? "" : form.substr(open);
  if (kind == "{chinese}") style.kind = NumberingKind::kChinese;
  else if (kind == "{arabic}") style.kind = NumberingKind::kArabic;
  else if (kind == "{circled}") style.kind = NumberingKind::kCircled;
  else reader.Fail("form", "must end with {chinese}, {arabic} or {circled}");
  style.suffixes = reader.Texts("suffixes", true);
  style.heading = reader.Flag("heading", true);
  options->numbering.push_back(std::move(style));
  return reader.Finish();
}

Status ReadLines(const toml::table& table, TextOptions* options) {
  TableReader reader(table);
  options->paragraph_starts = WordSet(reader.Texts("paragraph_starts"));
  options->contents_titles = reader.Texts("contents_titles");
  options->dropped_marks = WordSet(reader.Texts("dropped_marks"));
  options->unit_starts = WordSet(reader.Texts("unit_starts"));
  options->open_ends = WordSet(reader.Texts("open_ends"));
  options->page_number = reader.Expression("page_number");
  options->table_title = reader.Expression("table_title");
  return reader.Finish();
}

Status ReadTraditional(const toml::table& table, TextOptions* options) {
  TableReader reader(table);
  options->traditional_signs = WordSet(reader.Texts("signs"));
  return reader.Finish();
}

}  // namespace

Status LoadTextOptions(const GrammarFile& file, TextOptions* options) {
  auto table = ParseToml(file);
  if (!table.ok()) return table.error();
  TableReader reader(*table);
  for (const toml::table* fold : reader.Tables("fold")) {
    if (const Status status = ReadFold(*fold, &options->folds)) return status;
  }
  for (const toml::table* style : reader.Tables("numbering")) {
    if (const Status status = ReadNumbering(*style, options)) return status;
  }
  if (const toml::table* traditional = reader.Table("traditional")) {
    if (const Status status = ReadTraditional(*traditional, options)) return status;
  }
  if (const toml::table* lines = reader.Table("lines")) {
    if (const Status status = ReadLines(*lines, options)) return status;
  }
  return reader.Finish();
}

Status LoadSectionRoles(const GrammarFile& file, const std::function<int16_t(std::string_view)>& find_concept, OutlineOptions* options) {
  auto table = ParseToml(file);
  if (!table.ok()) return table.error();
  TableReader reader(*table);
  options->title_endings = WordSet(reader.Texts("title_endings"));
  options->denials = WordSet(reader.Texts("denials"));
  std::vector<std::string> names;
  for (const toml::table* entry : reader.Tables("section")) {
    TableReader section(*entry);
    SectionRole role;
    role.role = section.Text("role");
    role.names = section.Words("names");
    if (const std::string id = section.Text("concept", ""); !id.empty()) {
      role.concept_id = find_concept(id);
      if (role.concept_id < 0) section.Fail("concept", fmt::format("unknown concept '{}'", id), "concepts are those of concepts.toml");
    }
    role.tells_work = section.Flag("tells_work", false);
    if (const std::string id = section.Text("unnamed", ""); !id.empty()) {
      role.unnamed = find_concept(id);
      if (role.unnamed < 0) section.Fail("unnamed", fmt::format("unknown concept '{}'", id), "concepts are those of concepts.toml");
    }
    if (const Status status = section.Finish()) return status;
    for (const std::string& name : role.names) {
      names.push_back(name);
      options->role_of.push_back(static_cast<int>(options->roles.size()));
    }
    options->roles.push_back(std::move(role));
  }
  options->names = WordSet(std::move(names));
  return reader.Finish();
}

}  // namespace mingzhang
