#include "extractor/output/panel_finding.h"

#include "extractor/base/digest.h"

namespace mingzhang {
namespace {

std::string Printed(const FactRecord& fact, const Units& units) {
  for (const Unit& unit : units) {
    if (unit.code == fact.unit) return fact.value + std::string(unit.literal);
  }
  return fact.value;
}

std::string Names(const FactRecord& fact) {
  std::string names;
  for (const auto& [name, value] : fact.qualifiers) names.append(names.empty() ? "" : ">").append(value);
  return names;
}

}  // namespace

PanelFinding::PanelFinding(PanelDatabase* panel, std::string_view rule, const LoadedDocument& document)
    : panel_(panel), document_(document) {
  for (const RuleSpec& spec : panel->grammar().rules()) {
    if (spec.id == rule) rule_ = &spec;
  }
  key_ = std::string(rule) + "|" + OrganizationKey(document.record) + "|" + document.record.kind;
}

PanelFinding& PanelFinding::At(const FactRecord& fact) {
  facts_ = fact.id;
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
  other_line_ = std::to_string(fact->place.line);
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
  if (stated_.empty()) stated_ = fact.value;
  return Slot(name, Printed(fact, panel_->grammar().units()));
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

Status PanelFinding::Done() {
  if (rule_ == nullptr) return std::nullopt;
  return panel_->AddPanelFinding({document_.doc_id, "panel", rule_->id, std::string(SeverityName(rule_->severity)),
                                  Filled(rule_->message_zh, true), Filled(rule_->message_en, false), facts_, line_,
                                  begin_, end_, quote_, lo_, hi_, stated_, "", Sha256Hex(key_).substr(0, 16),
                                  other_doc_, other_fact_, other_line_});
}

}  // namespace mingzhang
