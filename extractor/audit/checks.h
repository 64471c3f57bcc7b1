// The kinds of check. Each function evaluates one rule over one document: it reports findings, passes
// and what could not be evaluated. What a kind reads of its cases is said here.
#pragma once

#include "extractor/audit/context.h"
#include "extractor/audit/report.h"

namespace mingzhang {

// --- changes.cc: what a comparison says (AR). No cases, except where noted. ----------------------
void CheckChangeDifference(AuditContext& context, const RuleSpec& rule);
void CheckChangeRate(AuditContext& context, const RuleSpec& rule);      // the base is stated
void CheckImpliedBase(AuditContext& context, const RuleSpec& rule);     // it follows from the change
void CheckCompletionRate(AuditContext& context, const RuleSpec& rule);
void CheckShare(AuditContext& context, const RuleSpec& rule);
void CheckTruncated(AuditContext& context, const RuleSpec& rule);
void CheckZeroBase(AuditContext& context, const RuleSpec& rule);
void CheckAmountAsRate(AuditContext& context, const RuleSpec& rule);
void CheckDirection(AuditContext& context, const RuleSpec& rule);
// pattern: words that mean “about the same”; high: what difference they allow, in percent.
void CheckFlat(AuditContext& context, const RuleSpec& rule);
void CheckZeroAgainstNonzero(AuditContext& context, const RuleSpec& rule);
void CheckOppositeDirections(AuditContext& context, const RuleSpec& rule);
void CheckBasePeriod(AuditContext& context, const RuleSpec& rule);
// concept: the whole; parts; optional: counted when they state a change; beside: where one has an amount, its change is not known.
void CheckChangeParts(AuditContext& context, const RuleSpec& rule);
void CheckBalanceChange(AuditContext& context, const RuleSpec& rule);       // concept and parts[0] are equal
void CheckCompletionWords(AuditContext& context, const RuleSpec& rule);     // term: more or less; pattern: words that say so

// --- sums.cc: totals and parts (TT) ---------------------------------------------------------------
// concept = parts + optional; optional parts count when they stand in the total's sentence. same_sentence: all must. open: the
// list may be incomplete, unless all stands in one sentence and the text has none of the words in except.
void CheckSum(AuditContext& context, const RuleSpec& rule);
// concept and parts[0] are equal; optional: what may make up a difference, when it is stated above
// zero; except: words whose presence leaves the question open, unless parts[1] agrees with concept.
void CheckBalance(AuditContext& context, const RuleSpec& rule);
void CheckRollUp(AuditContext& context, const RuleSpec& rule);          // concept: the functional lines
void CheckShareSum(AuditContext& context, const RuleSpec& rule);
void CheckPartAboveWhole(AuditContext& context, const RuleSpec& rule);  // concept: whole; parts
// concept: the total; parts: its classes by concept (none: by qualifier), at least two in one sentence.
void CheckClassifiedSum(AuditContext& context, const RuleSpec& rule);
void CheckListedTotal(AuditContext& context, const RuleSpec& rule);     // parts with basis `term` <= concept
// concept; parts: their sum may not exceed it. A case with a message says what is not listed.
void CheckRest(AuditContext& context, const RuleSpec& rule);

// --- repeats.cc: the same thing said twice (DP, UN003) --------------------------------------------
// parts: concepts left out; pattern: from two characters before its name up to a figure, that it is of something else.
void CheckContradiction(AuditContext& context, const RuleSpec& rule);
void CheckMagnitude(AuditContext& context, const RuleSpec& rule);       // parts: concepts left out
void CheckRestatement(AuditContext& context, const RuleSpec& rule);
void CheckDenied(AuditContext& context, const RuleSpec& rule);          // except: words for a part of a thing
void CheckSameFigure(AuditContext& context, const RuleSpec& rule);      // concept: total; parts
void CheckUnitWords(AuditContext& context, const RuleSpec& rule);       // parts: what is counted alike

// --- units.cc: numbers and units (UN) ---------------------------------------------------------------
void CheckMissingUnit(AuditContext& context, const RuleSpec& rule);
void CheckUnitForm(AuditContext& context, const RuleSpec& rule);        // words: units cut short
void CheckDecimals(AuditContext& context, const RuleSpec& rule);
void CheckNegative(AuditContext& context, const RuleSpec& rule);        // parts: concepts that may be negative
void CheckFractional(AuditContext& context, const RuleSpec& rule);      // words: units that may be fractions

// --- structure.cc: headings and sections (ST) ---------------------------------------------------------
void CheckNumberGap(AuditContext& context, const RuleSpec& rule);
void CheckNumberOrder(AuditContext& context, const RuleSpec& rule);
void CheckEmptySection(AuditContext& context, const RuleSpec& rule);    // title: headings that may be empty
// parts: what a heading may promise; words: families of concepts that are then out of place. Cases
// with a title are as in CheckHeadingBody.
void CheckHeadingConcept(AuditContext& context, const RuleSpec& rule);
void CheckMisplaced(AuditContext& context, const RuleSpec& rule);       // parts; title; same_sentence; severity
void CheckMarkerStyles(AuditContext& context, const RuleSpec& rule);    // two cases: pattern of each style, at the start of a line
void CheckContentsTitles(AuditContext& context, const RuleSpec& rule);
// One case per item: concept; title of its heading; pattern: words that name it in the text.
void CheckEnumeratedItems(AuditContext& context, const RuleSpec& rule);
void CheckHeadingTerm(AuditContext& context, const RuleSpec& rule);     // title, term; empty
void CheckExcerpt(AuditContext& context, const RuleSpec& rule);         // pattern: first line; title: of parts

// --- completeness.cc: what must be there (CP) ---------------------------------------------------------
// concept or parts: any of them is enough; title: section where it is expected; pattern: names of bodies that
// need not have it; except: words that say that this is one; optional: posts, and it is one if it has the first alone.
void CheckRequired(AuditContext& context, const RuleSpec& rule);
// concept above zero (empty: zero) calls for one of parts.
void CheckRequiredSplit(AuditContext& context, const RuleSpec& rule);
void CheckRequiredComparison(AuditContext& context, const RuleSpec& rule);  // concept: whole; parts
void CheckRequiredInSection(AuditContext& context, const RuleSpec& rule);   // title; parts
void CheckRequiredText(AuditContext& context, const RuleSpec& rule);    // pattern
void CheckDefinedTerms(AuditContext& context, const RuleSpec& rule);    // title; words

// --- reasons.cc: changes that nothing explains (CP005, PL011) --------------------------------------------
// parts: what calls for a reason; pattern: words that give one, together: after which figures are one themselves;
// high: rates from here on are CheckSwing's. The second case has the message for several in one section.
void CheckRequiredReason(AuditContext& context, const RuleSpec& rule);
void CheckSwing(AuditContext& context, const RuleSpec& rule);           // low: percent; parts, pattern, together: as above

// --- wording.cc: the text itself (TX, UN005, UN006, AR011, MD005) -------------------------------------
// pattern; except; together; once; tier; term: what it should read. Cases with a title are as in
// CheckHeadingBody.
void CheckText(AuditContext& context, const RuleSpec& rule);
void CheckHalfWidth(AuditContext& context, const RuleSpec& rule);       // pattern, over the text as received; words[0]: the marks
void CheckRepeatedPhrase(AuditContext& context, const RuleSpec& rule);  // pattern with two groups
void CheckNameVariant(AuditContext& context, const RuleSpec& rule);     // words: characters that vary
// title; except: what the body must have; same_sentence: the place is the body, not the heading.
void CheckHeadingBody(AuditContext& context, const RuleSpec& rule);
void CheckReasonScope(AuditContext& context, const RuleSpec& rule);     // concept or parts; pattern; except
void CheckReasonDirection(AuditContext& context, const RuleSpec& rule); // pattern per direction in `term`

// --- periods.cc, plausibility.cc, codes.cc, document.cc -------------------------------------------------
void CheckHeadingYear(AuditContext& context, const RuleSpec& rule);     // title; except; term: kind
void CheckFiscalYear(AuditContext& context, const RuleSpec& rule);
void CheckYearRange(AuditContext& context, const RuleSpec& rule);
void CheckAssetDate(AuditContext& context, const RuleSpec& rule);       // parts
void CheckEvaluationYear(AuditContext& context, const RuleSpec& rule);
void CheckStaleYear(AuditContext& context, const RuleSpec& rule);       // parts: what every text states for its own year
void CheckPerUnit(AuditContext& context, const RuleSpec& rule);         // concept / parts[0] in low..high yuan
void CheckCountAgainstAmount(AuditContext& context, const RuleSpec& rule);  // concept amount; parts: counts
// Counts: concept is at most parts[0], or, where that is not stated, the sum of `optional` beside it.
void CheckAtMost(AuditContext& context, const RuleSpec& rule);
void CheckGrade(AuditContext& context, const RuleSpec& rule);           // words; low; high
void CheckRateRange(AuditContext& context, const RuleSpec& rule);
void CheckCodeForm(AuditContext& context, const RuleSpec& rule);
void CheckCodeName(AuditContext& context, const RuleSpec& rule);
void CheckCodeValidity(AuditContext& context, const RuleSpec& rule);
void CheckCodeParent(AuditContext& context, const RuleSpec& rule);
void CheckOrganization(AuditContext& context, const RuleSpec& rule);
void CheckKindWords(AuditContext& context, const RuleSpec& rule);       // title; except; term: kind
void CheckUnexplained(AuditContext& context, const RuleSpec& rule);
void CheckDisclaimer(AuditContext& context, const RuleSpec& rule);
void CheckOutside(AuditContext& context, const RuleSpec& rule);         // term: what is missing

}  // namespace mingzhang
