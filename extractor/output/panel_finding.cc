#include "extractor/output/panel_finding.h"

#include "extractor/base/digest.h"
#include "extractor/output/diff_restatement.h"

namespace mingzhang {
namespace {

std::string Printed(const FactRecord& fact, const Units& units) {
  for (const Unit& unit : units) {
    if (unit.code == fact.unit) return fact.value + std::string(unit.literal);
  }
  return fact.value;
}

std::string Names(const FactRecord& fact) {
  if (std::string path = FunctionalPath(fact); !path.empty()) return path;
  std::string names;
  for (const auto& [name, value] : fact.qualifiers) names.append(names.empty() ? "" : ">").append(value);
  return names;
}

}  // namespace

std::string AmountText(const Decimal& amount, const FactRecord& like, const Units& units) {
  for (const Unit& unit : units) {
    if (unit.code != like.unit) continue;
    const Decimal printed = like.yuan && unit.kind == QuantityKind::kMoney ? amount.Scaled(-unit.scale) : amount;
    return WithDecimals(printed, like.number ? like.number->decimals() : 0).ToString() + std::string(unit.literal);
  }
  return amount.Trimmed().ToString();
}

PanelFinding::PanelFinding(PanelDatabase* panel, std::string_view rule, const LoadedDocument& document)
    : panel_(panel), document_(document) {
  for (const RuleSpec& spec : panel->grammar().rules()) {
    if (spec.id == rule) rule_ = &spec;
  }
  key_ = std::string(rule) + "|" + OrganizationKey(document.record) + "|" + document.record.kind;
}

PanelFinding& PanelFinding::As(const RuleCase& rule_case) {
  case_ = &rule_case;
  return *this;
}

PanelFinding& PanelFinding::At(const FactRecord& fact) {
  facts_ = fact.id;
  stated_ = fact.value;
  line_ = std::to_string(fact.place.line);
  begin_ = std::to_string(fact.place.byte_begin);
  end_ = std::to_string(fact.place.byte_end);
  quote_ = fact.place.quote;
  key_.append("|").append(fact.concept_id).append("|").append(quote_);
  return *this;
}

PanelFinding& PanelFinding::Line(uint32_t line) {
  line_ = std::to_string(line);
  return *this;
}

PanelFinding& PanelFinding::Against(const LoadedDocument& other, const FactRecord* fact) {
  other_doc_ = other.doc_id;
  if (fact == nullptr) return *this;
  other_fact_ = fact->id;
  if (fact->place.line != 0) other_line_ = std::to_string(fact->place.line);
  key_.append("|").append(fact->place.quote);
  return *this;
}

PanelFinding& PanelFinding::Slot(std::string_view name, const std::string& text) { return Slot(name, text, text); }

PanelFinding& PanelFinding::Slot(std::string_view name, const std::string& zh, const std::string& en) {
  slots_.push_back({std::string(name), zh, en});
  key_.append("|").append(en);
  return *this;
}

PanelFinding& PanelFinding::Subject(const FactRecord& fact) {
  const ConceptId id = panel_->grammar().FindConcept(fact.concept_id);
  std::string zh = fact.concept_id, en = fact.concept_id;
  if (id != kNoConcept) {
    zh = panel_->grammar().concepts()[id].label_zh;
    en = panel_->grammar().concepts()[id].label_en;
  }
  const std::string names = Names(fact);
  return names.empty() ? Slot("subject", zh, en) : Slot("subject", names, names);
}

PanelFinding& PanelFinding::Figure(std::string_view name, const FactRecord& fact) {
  return Slot(name, Printed(fact, panel_->grammar().units()));
}

PanelFinding& PanelFinding::FigureOf(const LoadedDocument& other, std::string_view name, const FactRecord& fact) {
  if (!other.summed) return Figure(name, fact);
  const std::string& names = other.record.organization;
  const std::string printed = Printed(fact, panel_->grammar().units());
  return Slot(name, printed + "（" + names + "合计）", printed + " (sum of " + names + ")");
}

PanelFinding& PanelFinding::Expect(const Interval& range) {
  lo_ = range.lo.Trimmed().ToString();
  hi_ = range.hi.Trimmed().ToString();
  return *this;
}

std::string PanelFinding::Filled(std::string message, bool zh) const {
  for (const auto& [name, in_chinese, in_english] : slots_) {
    const std::string mark = "{" + name + "}";
    for (size_t at = message.find(mark); at != std::string::npos; at = message.find(mark, at)) {
      const std::string& text = zh ? in_chinese : in_english;
      message.replace(at, mark.size(), text);
      at += text.size();
    }
  }
  return message;
}

PanelFinding& PanelFinding::Diagnose(std::string_view id) {
  diagnosis_ = id;
  return *this;
}

// The grammar's words for the diagnosis follow the message.
void PanelFinding::AddDiagnosis() {
  if (diagnosis_.empty()) return;
  for (const RuleSpec& rule : panel_->grammar().rules()) {
    if (!rule.book) continue;
    const auto text = rule.book->diagnoses.find(diagnosis_);
    if (text == rule.book->diagnoses.end()) return;
    tail_zh_ = text->second.zh;
    tail_en_ = text->second.en;
    return;
  }
}

Status PanelFinding::Done() {
  if (rule_ == nullptr) return std::nullopt;
  AddDiagnosis();
  const Severity severity = case_ != nullptr && case_->severity ? *case_->severity : rule_->severity;
  const bool own = case_ != nullptr && case_->message;
  const std::string& zh = own ? case_->message->zh : rule_->message_zh;
  const std::string& en = own ? case_->message->en : rule_->message_en;
  return panel_->AddPanelFinding({document_.doc_id, "panel", rule_->id, std::string(SeverityName(severity)),
                                  Filled(zh + tail_zh_, true), Filled(en + tail_en_, false),
                                  facts_, line_, begin_, end_, quote_, lo_, hi_, stated_, diagnosis_, Sha256Hex(key_).substr(0, 16),
                                  other_doc_, other_fact_, other_line_});
}

}  // namespace mingzhang
