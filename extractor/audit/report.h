// Writes findings: fills the named slots of a rule's message and collects what it points at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/audit/context.h"

namespace mingzhang {

// A finding in the making:
//
//   Report(context, rule).At(fact).Slot("stated", "0.99").Expect(interval).Done();
//
// Slots that a message names and nobody fills stay empty. The first place given is the place of the
// finding; none means that it is about the whole document.
class Report {
 public:
  Report(AuditContext& context, const RuleSpec& rule, const RuleCase* rule_case = nullptr);

  Report& At(Index fact);                 // a fact and its place
  Report& At(Range place);
  // `name` is a literal.
  Report& Slot(std::string_view name, std::string text);  // the same in both languages
  Report& Slot(std::string_view name, std::string zh, std::string en);
  Report& Subject(Index fact);            // {subject}
  Report& Figure(std::string_view name, Index fact);      // as printed
  Report& Expect(const Interval& interval);               // also {lo} and {hi}
  Report& Stated(std::string text);       // also {stated}
  Report& Diagnose(std::string_view id);  // its text is added to the message, with the same slots
  Report& Lower();                        // one step less severe
  Report& Severe(Severity severity);
  void Done();

 private:
  struct Filling {
    std::string_view name;
    std::string zh;
    std::optional<std::string> en;  // where it is not the same
  };
  std::string Filled(const std::string& text, bool zh) const;

  AuditContext& context_;
  const RuleSpec& rule_;
  const RuleCase* case_;
  Finding finding_;
  std::vector<Filling> slots_;
};

// `fact` satisfied the rule.
void Passed(AuditContext& context, const RuleSpec& rule, Index fact);
// The rule could not be evaluated; `reason` names what is missing.
void NotEvaluable(AuditContext& context, const RuleSpec& rule, std::string reason);
// The index of `rule` in the vocabulary.
int16_t IndexOf(const AuditContext& context, const RuleSpec& rule);

}  // namespace mingzhang
