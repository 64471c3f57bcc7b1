// Questions about the concepts of a figure that the grammar alone answers.
#pragma once

#include <vector>

#include "extractor/facts/reader_state.h"
#include "extractor/grammar/grammar.h"

namespace mingzhang {

// What a figure next to a name is of: the concept itself, the part of it that is counted so, or the whole it is an
// attribute of. kNoConcept when the concept has no such figure. Without a quantity only the measure counts.
ConceptId FitConcept(const Grammar& grammar, ConceptId concept_id, Measure measure, const Quantity* quantity);

// Of two names in one clause, whether the first leads: 财政拨款 before 基本支出 only says who pays; 采购金额 after
// 授予中小企业 only points back.
bool Leads(const Grammar& grammar, const Mention& kept, const Mention& later);

// By id, up to the first dot: all that is three_public, all that is procurement.
bool SameFamily(const Grammar& grammar, ConceptId one, ConceptId other);

// 公务用车运行维护费 is no whole of 公务接待费: of one family, and a smaller thing.
bool IsLesser(const Grammar& grammar, ConceptId candidate, ConceptId part);

// One figure for names side by side is of all of them: of what they are parts of, when they are all its parts.
ConceptId Together(const Grammar& grammar, const std::vector<Mention>& names);

}  // namespace mingzhang
