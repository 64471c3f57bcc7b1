// What every check reads: one document, its facts indexed, its intervals, and the results so far.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/audit/fact_index.h"
#include "extractor/audit/tolerance.h"
#include "extractor/audit/vocabulary.h"
#include "extractor/base/deadline.h"
#include "extractor/model/model.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

// A percentage and the figures it was computed from, as far as the text gives them.
struct RateCheck {
  enum class Form : uint8_t { kChange, kImpliedBase, kCompletion, kShare };
  Form form = Form::kChange;
  Index rate = kNone;      // the percentage
  Index subject = kNone;   // the current amount; of a share, the part
  Index base = kNone;      // the amount compared with; of a share, the whole
  Index change = kNone;
  Index comparison = kNone;
  std::optional<RatioRange> range;    // what the percentage can be, with its sign
  RateVerdict verdict = RateVerdict::kUnknown;
  bool holds_as_printed = false;      // agrees at the printed precision of the amounts
  bool zero_base = false;
  bool opposite = false;              // amount and rate point in opposite directions
  std::string missing;                // why it is unknown
};

// `text` without line breaks and spaces.
std::string WithoutLayout(std::string text);

inline constexpr std::string_view kFullStop = "\xE3\x80\x82";  // 。

class AuditContext {
 public:
  // All arguments must outlive this object; `extraction` receives findings and checks.
  AuditContext(const AuditVocabulary& vocabulary, const DocumentText& text, Extraction* extraction);

  const AuditVocabulary& vocabulary;
  const DocumentText& text;
  Extraction& extraction;
  const Precision precision;
  const FactIndex index;
  std::vector<RateCheck> rates;
  Deadline deadline;                      // once it has passed, checks that look at much may stop
  std::optional<std::string> incomplete;  // why nothing can be called missing; set when first asked for
  std::optional<bool> has_tables;         // likewise

  const Fact& fact(Index i) const { return extraction.facts[i]; }
  bool Has(Index i) const { return i != kNone && fact(i).assertion != Assertion::kDerived; }
  // The figure that `comparison` compares with; kNone when it is the same statement as the subject.
  Index BaseOf(const Comparison& comparison) const;
  Interval Of(Index i) const { return precision.Of(fact(i)); }
  Range Place(Index i) const { return PlaceOf(fact(i)); }
  bool SameSentence(Index a, Index b) const { return fact(a).sentence == fact(b).sentence; }
  std::string_view Id(ConceptId concept_id) const { return vocabulary.concepts[concept_id].id; }

  // A numeral between the two places was not read or has lost its place: what is listed there may be
  // incomplete.
  bool IsDisturbed(Range range) const;
  // The pattern with this index in RuleBook::faults matches somewhere.
  bool HasFault(int pattern) const {
    return pattern >= 0 && static_cast<size_t>(pattern) < faults_.size() && faults_[pattern];
  }
  // Whether `pattern` matches anywhere in the text; looked for once, however often it is asked.
  bool Mentions(const Pattern& pattern) const;
  // The check of a percentage; nullptr when there is none.
  const RateCheck* RateOf(Index rate) const;
  // `part` is listed after `total`.
  bool IsListed(Index total, Index part) const;
  // From the first byte of the one to the last of the other.
  static Range Hull(Range a, Range b);
  // The logical line that holds `position`; nullptr between lines.
  const LogicalLine* LineAt(uint32_t position) const;
  // The fact of the wanted kind that belongs to `fact`: same period, stage and qualifiers.
  Index Companion(Index fact, ConceptId concept_id, Measure measure) const;
  // Whether an amount shortly before `at`, about something else than `subject` but of the same period
  // and stage, fits: then it may be the one that is meant, and nothing can be called wrong.
  template <typename Fits>
  bool OtherAmountFits(Index at, Index subject, const Fits& fits) const;
  // The deepest section that holds `position`; kNone before the first heading.
  Index SectionAt(uint32_t position) const;

  // "收入预算", or the name of a functional line.
  std::string SubjectZh(Index fact) const;
  std::string SubjectEn(Index fact) const;
  // "648.26万元" as printed, without line breaks.
  std::string Figure(Index fact) const;
  // An amount in yuan, written in the unit of `like`: "54.13万元".
  std::string Written(const Decimal& yuan, Index like) const;
  std::string UnitOf(Index fact) const;
  // What stands at `range`, line breaks and spaces left out.
  std::string Quote(Range range) const;

 private:
  std::vector<bool> faults_;
  mutable std::vector<std::pair<const Pattern*, bool>> mentioned_;  // what Mentions() found; a context has one thread
  std::vector<Range> disturbed_;                   // sorted
  std::vector<std::pair<Index, Index>> listed_;    // total and part, sorted
};

template <typename Fits>
bool AuditContext::OtherAmountFits(Index at, Index subject, const Fits& fits) const {
  constexpr Index kReach = 12;  // facts
  const FactKey own = index.KeyOf(subject);
  for (Index i = at - 1; i >= 0 && i >= at - kReach; --i) {
    const FactKey key = index.KeyOf(i);
    const bool same_time = key.stage == own.stage && key.period.SameTime(own.period);
    if (key.measure != Measure::kAmount || !same_time || fact(i).assertion != Assertion::kStated) continue;
    if ((key.concept_id != own.concept_id || key.qualifiers != own.qualifiers) && fits(i)) return true;
  }
  return false;
}

}  // namespace mingzhang
