// Lines of the functional classification: their levels, codes and names.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {

// “…(类)…(款)…(项)”: the name runs from the last boundary to the mark of its level.
void Reader::OnLevel(const Token& token) {
  if (InReason() || base_.open) return;
  static constexpr const char* kKeys[] = {"class", "section", "item"};
  const auto level = static_cast<size_t>(token.word->value - 1);
  std::string_view name = text_.substr(line_.name_begin, token.range.begin - line_.name_begin);
  while (!name.empty() && (name.front() == '-' || name.front() == ' ')) name.remove_prefix(1);
  const bool goes_on = level > 0 && line_.functional_end == line_.name_begin && !line_.functional.empty();
  if (!goes_on) line_.functional.clear();
  line_.functional.resize(std::min(line_.functional.size(), level));
  line_.functional.emplace_back(kKeys[level], std::string(name));
  // Words inside the name are part of it.
  while (!clause_.mentions.empty() && clause_.mentions.back().range.end > line_.name_begin) clause_.mentions.pop_back();
  Range range{line_.name_begin, token.range.end};
  if (!clause_.mentions.empty() && clause_.mentions.back().functional && goes_on) {
    range.begin = clause_.mentions.back().range.begin;
    clause_.mentions.pop_back();
  }
  if (clause_.share) clause_.whole = functional_concept_;
  else Mentioned({token.word, functional_concept_, range, line_.functional, true});
  line_.name_begin = line_.functional_end = token.range.end;
}

// 2080505机关事业单位基本养老保险缴费支出: a code of 3, 5 or 7 digits opens a functional line.
void Reader::OnCode(const Quantity& quantity) {
  const uint32_t digits = quantity.number.size();
  const std::string_view code = text_.substr(quantity.number.begin, digits);
  if (InReason() || base_.open || (digits != 3 && digits != 5 && digits != 7) || code[0] != '2') return;
  if (quantity.text.begin > clause_.read_from + 2 * kCharacter) return;
  ClaimLast(NumeralClass::kCode);
  Mentioned({nullptr, functional_concept_, quantity.text, {{"code", std::string(code)}}, true});
}

// 公共安全支出(204类)司法(06款): a mark of level that carries its code.
bool Reader::OnCodedLevel(const Quantity& quantity) {
  const uint32_t begin = quantity.number.begin, end = quantity.number.end;
  if (begin <= line_.range.begin || text_[begin - 1] != '(' || !text_.substr(end).substr(0, kCharacter + 1).ends_with(")")) return false;
  const Word* level = grammar_.lexicon().Find("(" + std::string(text_.substr(end, kCharacter)) + ")");
  if (!level || level->kind != WordKind::kLevel) return false;
  ClaimLast(NumeralClass::kCode);
  CloseBracket();
  OnLevel({{begin - 1, end + kCharacter + 1}, level, nullptr, Mark::kNone});
  UseUp(end + kCharacter + 1);
  return true;
}

// 社会保障和就业支出(208)残疾人事业(11)行政运行(01): the codes of the levels, one after another.
bool Reader::OnLevelCode(const Quantity& quantity) {
  const bool bracketed = quantity.kind == QuantityKind::kListMarker && quantity.number.size() == 2 && quantity.text.size() > 2;
  if (!bracketed || line_.level_end == 0 || quantity.text.begin <= line_.level_end || InReason() || base_.open) return false;
  while (!clause_.mentions.empty() && clause_.mentions.back().range.begin >= line_.level_end) clause_.mentions.pop_back();  // words of the name
  if (clause_.mentions.empty() || !clause_.mentions.back().functional || line_.level_code.size() > 5) return false;
  auto& qualifiers = clause_.mentions.back().qualifiers;
  if (!qualifiers.empty() && qualifiers.back().first == "code") qualifiers.pop_back();
  line_.level_code += text_.substr(quantity.number.begin, 2);
  qualifiers.emplace_back(line_.level_code.size() == 5 ? "section" : "item", std::string(text_.substr(line_.level_end, quantity.text.begin - line_.level_end)));
  qualifiers.emplace_back("code", line_.level_code);
  ClaimLast(NumeralClass::kCode);
  line_.level_end = line_.name_begin = clause_.mentions.back().range.end = quantity.text.end;
  UseUp(quantity.text.end);
  return true;
}

// 行政运行(2010301), 工资福利支出(301): the code after a name. One of 2… names a functional line.
void Reader::OnBracketedCode(const Quantity& quantity) {
  const uint32_t digits = quantity.number.size();
  const bool plain = quantity.kind == QuantityKind::kCode || quantity.kind == QuantityKind::kNumber;
  const std::string_view code = text_.substr(quantity.number.begin, digits);
  const uint32_t end = quantity.text.begin - 1;
  if (!plain || quantity.text.size() != digits || (digits != 3 && digits != 5 && digits != 7)) return;
  const bool named = clause_.open_mentions != SIZE_MAX && clause_.open_mentions > 0;
  if (named && clause_.mentions.back().functional) {
    line_.level_code = code;
    line_.level_end = line_.name_begin = quantity.text.end + 1;
  }
  if (named || code[0] != '2' || InReason() || base_.open || end <= line_.name_begin) {
    if (named) ClaimLast(NumeralClass::kCode);
    return;
  }
  ClaimLast(NumeralClass::kCode);
  CloseBracket();
  const char* key = digits == 7 ? "item" : digits == 5 ? "section" : "class";
  std::string name(text_.substr(line_.name_begin, end - line_.name_begin));
  Mentioned({nullptr, functional_concept_, {line_.name_begin, quantity.text.end + 1}, {{key, std::move(name)}, {"code", std::string(code)}}, true});
  clause_.known += end - clause_.read_from;
  line_.level_code = code;
  line_.level_end = line_.name_begin = quantity.text.end + 1;
}

// The word, but where items of a class are listed: of that class, and not when it is only the end of a name (行政事业单位离退休).
void Reader::MentionItem(const Token& token) {
  const Word& word = *token.word;
  Mention mention{&word, functional_concept_, token.range, {}, true};
  if (word.value != 1 && ListsFunctions()) {
    if (token.range.begin > NameBegin()) return;
    mention.qualifiers = ClassSpokenOf();
  }
  mention.qualifiers.emplace_back(word.value == 1 ? "class" : "item", word.text);
  Mentioned(std::move(mention));
}

// 公共安全支出包括：行政运行20万元，…: the unknown name before the figure is an item of that class.
void Reader::NameFunctionalItem(const Quantity& quantity) {
  constexpr uint32_t kLongest = 20 * kCharacter;
  const uint32_t begin = NameBegin();
  const uint32_t length = quantity.text.begin - begin;
  if (!ListsFunctions() || !clause_.mentions.empty() || clause_.known > clause_.unsaid || base_.open || InReason()) return;
  if (length < 2 * kCharacter || length > kLongest || clause_.direction || clause_.share || clause_.completion) return;
  Mention mention{nullptr, functional_concept_, {begin, quantity.text.begin}, ClassSpokenOf(), true};
  mention.qualifiers.emplace_back("item", std::string(text_.substr(begin, length)));
  clause_.known = quantity.text.begin - clause_.read_from;
  clause_.other = false;
  Mentioned(std::move(mention));
}

}  // namespace mingzhang
