// A finding between two documents, on its way into the panel.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/output/panel_load.h"

namespace mingzhang {

// `amount` (yuan for money) in the unit of `like`, with its literal.
std::string AmountText(const Decimal& amount, const FactRecord& like, const Units& units);

class PanelFinding {
 public:
  // `rule` must be in the grammar; a rule that is not there gives a finding that Done() drops.
  PanelFinding(PanelDatabase* panel, std::string_view rule, const LoadedDocument& document);

  const RuleSpec* rule() const { return rule_; }
  PanelFinding& As(const RuleCase& rule_case);       // with the case's severity and message
  PanelFinding& At(const FactRecord& fact);          // in the document
  PanelFinding& Line(uint32_t line);
  PanelFinding& Against(const LoadedDocument& other, const FactRecord* fact = nullptr);
  PanelFinding& Slot(std::string_view name, const std::string& text);
  PanelFinding& Slot(std::string_view name, const std::string& zh, const std::string& en);
  PanelFinding& Subject(const FactRecord& fact);     // {subject}
  PanelFinding& Figure(std::string_view name, const FactRecord& fact);  // as printed, with its unit
  // The same, of another document; a sum says whose.
  PanelFinding& FigureOf(const LoadedDocument& other, std::string_view name, const FactRecord& fact);
  PanelFinding& Expect(const Interval& range);
  PanelFinding& Diagnose(std::string_view id);       // "DX-STALE"; its words follow the message
  Status Done();

 private:
  struct Filling {
    std::string name, zh, en;
  };
  std::string Filled(std::string message, bool zh) const;
  void AddDiagnosis();

  PanelDatabase* const panel_;
  const RuleSpec* rule_ = nullptr;
  const RuleCase* case_ = nullptr;
  const LoadedDocument& document_;
  std::vector<Filling> slots_;
  std::string key_;  // what the fingerprint is made of
  std::string facts_, line_, begin_, end_, quote_, lo_, hi_, stated_;
  std::string diagnosis_, tail_zh_, tail_en_;
  std::string other_doc_, other_fact_, other_line_;
};

}  // namespace mingzhang
