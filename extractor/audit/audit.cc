#include "extractor/audit/audit.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "extractor/audit/checks.h"
#include "extractor/audit/rates.h"

namespace mingzhang {
namespace {

using Check = void (*)(AuditContext&, const RuleSpec&);

Check CheckOf(RuleKind kind) {
  switch (kind) {
    case RuleKind::kChangeDifference: return CheckChangeDifference;
    case RuleKind::kChangeRate: return CheckChangeRate;
    case RuleKind::kImpliedBase: return CheckImpliedBase;
    case RuleKind::kDirection: return CheckDirection;
    case RuleKind::kFlat: return CheckFlat;
    case RuleKind::kZeroAgainstNonzero: return CheckZeroAgainstNonzero;
    case RuleKind::kZeroBase: return CheckZeroBase;
    case RuleKind::kCompletionRate: return CheckCompletionRate;
    case RuleKind::kAmountAsRate: return CheckAmountAsRate;
    case RuleKind::kTruncated: return CheckTruncated;
    case RuleKind::kOppositeDirections: return CheckOppositeDirections;
    case RuleKind::kBasePeriod: return CheckBasePeriod;
    case RuleKind::kChangeParts: return CheckChangeParts;
    case RuleKind::kBalanceChange: return CheckBalanceChange;
    case RuleKind::kCompletionWords: return CheckCompletionWords;
    case RuleKind::kSum: return CheckSum;
    case RuleKind::kBalance: return CheckBalance;
    case RuleKind::kRollUp: return CheckRollUp;
    case RuleKind::kShare: return CheckShare;
    case RuleKind::kShareSum: return CheckShareSum;
    case RuleKind::kPartAboveWhole: return CheckPartAboveWhole;
    case RuleKind::kClassifiedSum: return CheckClassifiedSum;
    case RuleKind::kListedTotal: return CheckListedTotal;
    case RuleKind::kRest: return CheckRest;
    case RuleKind::kContradiction: return CheckContradiction;
    case RuleKind::kRestatement: return CheckRestatement;
    case RuleKind::kDenied: return CheckDenied;
    case RuleKind::kSameFigure: return CheckSameFigure;
    case RuleKind::kUnitWords: return CheckUnitWords;
    case RuleKind::kMissingUnit: return CheckMissingUnit;
    case RuleKind::kUnitForm: return CheckUnitForm;
    case RuleKind::kMagnitude: return CheckMagnitude;
    case RuleKind::kDecimals: return CheckDecimals;
    case RuleKind::kNegative: return CheckNegative;
    case RuleKind::kFractional: return CheckFractional;
    case RuleKind::kNumberGap: return CheckNumberGap;
    case RuleKind::kNumberOrder: return CheckNumberOrder;
    case RuleKind::kEmptySection: return CheckEmptySection;
    case RuleKind::kHeadingConcept: return CheckHeadingConcept;
    case RuleKind::kHeadingBody: return CheckHeadingBody;
    case RuleKind::kMisplaced: return CheckMisplaced;
    case RuleKind::kMarkerStyles: return CheckMarkerStyles;
    case RuleKind::kContentsTitles: return CheckContentsTitles;
    case RuleKind::kEnumeratedItems: return CheckEnumeratedItems;
    case RuleKind::kHeadingTerm: return CheckHeadingTerm;
    case RuleKind::kExcerpt: return CheckExcerpt;
    case RuleKind::kRequired: return CheckRequired;
    case RuleKind::kRequiredSplit: return CheckRequiredSplit;
    case RuleKind::kRequiredReason: return CheckRequiredReason;
    case RuleKind::kRequiredComparison: return CheckRequiredComparison;
    case RuleKind::kRequiredInSection: return CheckRequiredInSection;
    case RuleKind::kRequiredText: return CheckRequiredText;
    case RuleKind::kDefinedTerms: return CheckDefinedTerms;
    case RuleKind::kText: return CheckText;
    case RuleKind::kHalfWidth: return CheckHalfWidth;
    case RuleKind::kMisspelt: return CheckText;
    case RuleKind::kRepeatedPhrase: return CheckRepeatedPhrase;
    case RuleKind::kNameVariant: return CheckNameVariant;
    case RuleKind::kReasonScope: return CheckReasonScope;
    case RuleKind::kReasonDirection: return CheckReasonDirection;
    case RuleKind::kHeadingYear: return CheckHeadingYear;
    case RuleKind::kFiscalYear: return CheckFiscalYear;
    case RuleKind::kYearRange: return CheckYearRange;
    case RuleKind::kAssetDate: return CheckAssetDate;
    case RuleKind::kEvaluationYear: return CheckEvaluationYear;
    case RuleKind::kStaleYear: return CheckStaleYear;
    case RuleKind::kPerUnit: return CheckPerUnit;
    case RuleKind::kCountAgainstAmount: return CheckCountAgainstAmount;
    case RuleKind::kAtMost: return CheckAtMost;
    case RuleKind::kGrade: return CheckGrade;
    case RuleKind::kRateRange: return CheckRateRange;
    case RuleKind::kSwing: return CheckSwing;
    case RuleKind::kCodeForm: return CheckCodeForm;
    case RuleKind::kCodeName: return CheckCodeName;
    case RuleKind::kCodeValidity: return CheckCodeValidity;
    case RuleKind::kCodeParent: return CheckCodeParent;
    case RuleKind::kOrganization: return CheckOrganization;
    case RuleKind::kKindWords: return CheckKindWords;
    case RuleKind::kUnexplained: return CheckUnexplained;
    case RuleKind::kDisclaimer: return CheckDisclaimer;
    case RuleKind::kOutside: return CheckOutside;
    case RuleKind::kPanel: return nullptr;
  }
  return nullptr;
}

bool IsOff(const AuditOptions& options, const RuleSpec& rule) {
  return std::find(options.off.begin(), options.off.end(), rule.id) != options.off.end();
}

bool AppliesTo(const RuleSpec& rule, DocumentKind kind) {
  return kind == DocumentKind::kFinalAccounts ? rule.final_accounts : kind != DocumentKind::kBudget || rule.budget;
}

void Regrade(const AuditVocabulary& vocabulary, const AuditOptions& options, Extraction* extraction) {
  for (Finding& finding : extraction->findings) {
    for (const auto& [id, severity] : options.severities) {
      if ((*vocabulary.rules)[finding.rule].id == id) finding.severity = severity;
    }
  }
}

// Moves each element where `order` says that it comes from, without a second list.
template <typename T>
void Rearrange(std::vector<size_t> order, std::vector<T>* list) {
  for (size_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    T first = std::move((*list)[start]);
    size_t to = start;
    for (size_t from = order[to]; from != start; from = order[to]) {
      (*list)[to] = std::move((*list)[from]);
      order[to] = to;
      to = from;
    }
    (*list)[to] = std::move(first);
    order[to] = to;
  }
}

// By place, then by rule; those about the whole document last.
void PutInOrder(std::vector<Finding>* findings) {
  const auto key = [&](size_t i) {
    const Finding& finding = (*findings)[i];
    const bool placed = !finding.spans.empty();
    return std::tuple(!placed, placed ? finding.spans.front() : Range(), finding.rule, i);
  };
  std::vector<size_t> order(findings->size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
  Rearrange(std::move(order), findings);
}

// By rule, each once.
template <typename Check>
void PutInOrder(std::vector<Check>* checks) {
  std::sort(checks->begin(), checks->end());
  checks->erase(std::unique(checks->begin(), checks->end()), checks->end());
}

}  // namespace

void AuditDocument(const AuditVocabulary& vocabulary, const DocumentText& text, const AuditOptions& options,
                   Extraction* extraction, const Deadline& deadline) {
  AuditContext context(vocabulary, text, extraction);
  context.deadline = deadline;
  EvaluateRates(&context);
  for (const RuleSpec& rule : *vocabulary.rules) {
    if (deadline.HasPassed()) return;
    const Check check = CheckOf(rule.kind);
    if (check && !IsOff(options, rule) && AppliesTo(rule, extraction->document.kind)) check(context, rule);
  }
  Regrade(vocabulary, options, extraction);
  PutInOrder(&extraction->findings);
  PutInOrder(&extraction->checks.passed);
  PutInOrder(&extraction->checks.not_evaluable);
}

}  // namespace mingzhang
