#include "extractor/audit/report.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr size_t kSlots = 12;     // few messages have more
constexpr size_t kOfSlots = 80;   // bytes that they bring, mostly

}  // namespace

int16_t IndexOf(const AuditContext& context, const RuleSpec& rule) {
  return static_cast<int16_t>(&rule - context.vocabulary.rules->data());
}

Report::Report(AuditContext& context, const RuleSpec& rule, const RuleCase* rule_case)
    : context_(context), rule_(rule), case_(rule_case) {
  slots_.reserve(kSlots);
  finding_.rule = IndexOf(context, rule);
  finding_.severity = rule_case && rule_case->severity ? *rule_case->severity : rule.severity;
}

Report& Report::At(Index fact) {
  finding_.facts.push_back(fact);
  return At(context_.Place(fact));
}

Report& Report::At(Range place) {
  finding_.spans.push_back(place);
  return *this;
}

Report& Report::Slot(std::string_view name, std::string text) {
  slots_.push_back({name, std::move(text), std::nullopt});
  return *this;
}

Report& Report::Slot(std::string_view name, std::string zh, std::string en) {
  slots_.push_back({name, std::move(zh), std::move(en)});
  return *this;
}

Report& Report::Subject(Index fact) { return Slot("subject", context_.SubjectZh(fact), context_.SubjectEn(fact)); }

Report& Report::Figure(std::string_view name, Index fact) { return Slot(name, context_.Figure(fact)); }

Report& Report::Expect(const Interval& interval) {
  finding_.expected = interval;
  return Slot("lo", interval.lo.ToString()).Slot("hi", interval.hi.ToString());
}

Report& Report::Stated(std::string text) {
  finding_.stated = text;
  return Slot("stated", std::move(text));
}

Report& Report::Diagnose(std::string_view id) {
  finding_.diagnoses.emplace_back(id);
  return *this;
}

Report& Report::Lower() {
  if (finding_.severity != Severity::kNote) {
    finding_.severity = finding_.severity == Severity::kError ? Severity::kWarning : Severity::kNote;
  }
  return *this;
}

Report& Report::Severe(Severity severity) {
  finding_.severity = severity;
  return *this;
}

std::string Report::Filled(const std::string& text, bool zh) const {
  std::string filled;
  filled.reserve(text.size() + kOfSlots);
  for (size_t at = 0; at < text.size();) {
    const size_t open = text.find('{', at), close = text.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return filled.append(text, at);
    filled.append(text, at, open - at);
    const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
    const auto slot = std::find_if(slots_.begin(), slots_.end(), [&](const Filling& filling) { return filling.name == name; });
    if (slot != slots_.end()) filled += zh || !slot->en ? slot->zh : *slot->en;
    at = close + 1;
  }
  return filled;
}

void Report::Done() {
  const bool own = case_ && case_->message;
  finding_.message_zh = Filled(own ? case_->message->zh : rule_.message_zh, true);
  finding_.message_en = Filled(own ? case_->message->en : rule_.message_en, false);
  for (const std::string& id : finding_.diagnoses) {
    const auto text = rule_.book->diagnoses.find(id);
    if (text == rule_.book->diagnoses.end()) continue;
    finding_.message_zh += Filled(text->second.zh, true);
    finding_.message_en += Filled(text->second.en, false);
  }
  context_.extraction.findings.push_back(std::move(finding_));
}

void Passed(AuditContext& context, const RuleSpec& rule, Index fact) {
  context.extraction.checks.passed.emplace_back(IndexOf(context, rule), fact);
}

void NotEvaluable(AuditContext& context, const RuleSpec& rule, std::string reason) {
  context.extraction.checks.not_evaluable.emplace_back(IndexOf(context, rule), std::move(reason));
}

}  // namespace mingzhang
