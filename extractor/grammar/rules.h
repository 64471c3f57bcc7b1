// Audit rules as grammar files declare them (grammars/rules/*.toml).
//
// A rule has an id that never changes, names and messages in Chinese and English, a severity, the
// kind of check, and cases: what the check is about. The kinds are few and written in C++
// (extractor/audit); everything that depends on words, concepts or thresholds is data here.
//
//   [[rule]]
//   id = "TT006"
//   kind = "sum"
//   severity = "error"
//   name = { zh = "…", en = "vehicle cost is not purchase plus operation" }
//   message = { zh = "…{total}…", en = "{total} is not {sum}" }
//   source = "…"
//   examples = ["…a text that breaks the rule…"]
//   counterexamples = ["…one that looks like it and does not…"]
//   [[rule.case]]
//   concept = "three_public.official_vehicles"
//   parts = ["three_public.official_vehicles.purchase", "three_public.official_vehicles.operation"]
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <re2/set.h>

#include "extractor/base/decimal.h"
#include "extractor/base/pattern.h"
#include "extractor/base/result.h"
#include "extractor/model/model.h"
#include "extractor/grammar/classification.h"
#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

// What a rule checks. RuleKindName() gives the word used in grammar files.
enum class RuleKind : uint8_t {
  kChangeDifference, kChangeRate, kImpliedBase, kDirection, kFlat, kZeroAgainstNonzero, kZeroBase, kCompletionRate,
  kAmountAsRate, kTruncated, kOppositeDirections, kBasePeriod, kChangeParts, kBalanceChange, kCompletionWords,
  kSum, kBalance, kRollUp, kShare, kShareSum, kPartAboveWhole, kClassifiedSum, kListedTotal, kRest,
  kContradiction, kRestatement, kDenied, kSameFigure, kUnitWords,
  kMissingUnit, kUnitForm, kMagnitude, kDecimals, kNegative, kFractional,
  kNumberGap, kNumberOrder, kEmptySection, kHeadingConcept, kHeadingBody, kMisplaced, kMarkerStyles, kContentsTitles,
  kEnumeratedItems, kHeadingTerm, kExcerpt,
  kRequired, kRequiredSplit, kRequiredReason, kRequiredComparison, kRequiredInSection, kRequiredText, kDefinedTerms,
  kText, kHalfWidth, kMisspelt, kRepeatedPhrase, kNameVariant, kReasonScope, kReasonDirection,
  kHeadingYear, kFiscalYear, kYearRange, kAssetDate, kEvaluationYear, kStaleYear,
  kPerUnit, kCountAgainstAmount, kAtMost, kGrade, kRateRange, kSwing,
  kCodeForm, kCodeName, kCodeValidity, kCodeParent,
  kOrganization, kKindWords, kUnexplained, kDisclaimer,
  kOutside,  // declared, but needs something a single text does not give; says so as its reason
  kPanel,    // needs several documents
};
std::string_view RuleKindName(RuleKind kind);

struct RuleText {
  std::string zh, en;
};

// One thing a rule is about. Which fields a kind reads is said at its function in extractor/audit.
struct RuleCase {
  ConceptId concept_id = kNoConcept;
  std::vector<ConceptId> parts;
  std::vector<ConceptId> optional;     // parts that need not be stated
  std::vector<ConceptId> beside;       // what the whole may hold beside its parts
  std::vector<std::string> words;
  Pattern pattern;                     // group 1, when there is one, is the place; （ and ） are literals
  Pattern title;                       // of a section
  Pattern together;                    // must occur somewhere in the text, too
  std::vector<Pattern> except;         // a match in what was found, or in its line, clears it
  std::string term;                    // what it should read
  std::string tier;                    // only for documents of this tier
  std::optional<Decimal> low, high;
  std::optional<Severity> severity;    // instead of the rule's
  std::optional<RuleText> message;     // instead of the rule's
  bool open = false;                   // the parts may be incomplete: only too large a sum is wrong
  bool once = false;                   // report the first match only
  bool empty = false;                  // only sections without content
  bool same_sentence = false;
  int fault_index = -1;                // place of `pattern` in RuleBook::faults
};

// What all rules share.
struct RuleBook {
  std::map<std::string, RuleText, std::less<>> diagnoses;  // "DX-COPY"
  std::string numerals;                // what counts from one to ten in headings
  std::map<std::string, Pattern, std::less<>> patterns;    // what several rules ask for, by name
  std::unique_ptr<RE2::Set> faults;    // wordings that are wrong wherever they stand; null when there are none
  Pattern elsewhere;                   // a text that says where the rest is; may be empty
  Classification classification;
};

struct RuleSpec {
  std::string id;
  Severity severity = Severity::kNote;
  RuleKind kind = RuleKind::kOutside;
  std::string name_zh, name_en, message_zh, message_en;
  std::string source;                  // the law, standard or document it rests on
  bool budget = true, final_accounts = true, panel = false;  // what it applies to
  std::vector<RuleCase> cases;
  std::vector<std::string> examples, counterexamples;
  std::shared_ptr<const RuleBook> book;
};

// Reads the rules, diagnoses and classifications among `files`: those under "rules/". Everything is
// checked: an unknown concept, kind or key, a duplicate id or a bad pattern is an error with its
// place. Rules come in id order.
Result<std::vector<RuleSpec>> LoadRules(const std::vector<GrammarFile>& files,
                                        const std::function<ConceptId(std::string_view)>& find_concept);

}  // namespace mingzhang
