// What a figure is about: the name that leads in its clause, the noun after a count, what was spoken of before.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {
namespace {

constexpr uint32_t kUnknownCarried = 8 * kCharacter;   // unknown words a carried subject may stand behind
constexpr uint32_t kUnknownNamed = 28 * kCharacter;    // … a named one

Measure MeasureOfKind(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kMoney: return Measure::kAmount;
    case QuantityKind::kScore: return Measure::kScore;
    case QuantityKind::kPercent:
    case QuantityKind::kPercentagePoint: return Measure::kChangeRate;
    default: return Measure::kCount;
  }
}

bool HasType(const std::vector<std::pair<std::string, std::string>>& qualifiers) {
  return std::any_of(qualifiers.begin(), qualifiers.end(), [](const auto& qualifier) { return qualifier.first == "type"; });
}

void DropLevel(std::vector<std::pair<std::string, std::string>>* qualifiers) {
  const auto level = [](const auto& qualifier) { return qualifier.first == "level"; };
  qualifiers->erase(std::remove_if(qualifiers->begin(), qualifiers->end(), level), qualifiers->end());
}

// What a concept has in common with its parts: whom a reception was for.
void KeepAudience(std::vector<std::pair<std::string, std::string>>* qualifiers) {
  const auto other = [](const auto& qualifier) { return qualifier.first != "audience"; };
  qualifiers->erase(std::remove_if(qualifiers->begin(), qualifiers->end(), other), qualifiers->end());
}

}  // namespace

// Of two names in one clause, whether the first leads: 财政拨款 before 基本支出 only says who pays;
// 采购金额 after 授予中小企业 only points back.
bool Reader::Prefers(const Grammar& grammar, const Mention& kept, const Mention& later) {
  if (kept.functional && !later.functional) return true;
  if (later.functional) return false;
  if (later.word && later.word->weak) return true;
  if (kept.word && kept.word->weak) return false;
  const bool kept_pays = kept.word && kept.word->modifier, later_pays = later.word && later.word->modifier;
  const bool kept_is_part = kept.concept_id != later.concept_id && grammar.IsDescendant(kept.concept_id, later.concept_id);
  if (kept_is_part) return true;
  if (kept_pays != later_pays) return later_pays;
  return false;
}

const Reader::Mention* Reader::BestMention(Measure measure, const Quantity& quantity) const {
  const Mention* best = nullptr;
  for (const Mention& mention : clause_.mentions) {
    if (FitConcept(mention.concept_id, measure, &quantity) == kNoConcept) continue;
    if (scope_ == Scope::kPurpose && quantity.text.begin > mention.range.end + 4 * kCharacter) continue;
    if (!best || !Prefers(grammar_, *best, mention)) best = &mention;
  }
  // 采购金额 alone points back to what was spoken of, when that is a part of it.
  return best;
}

// The concept itself, the part of it that is counted so, or the whole it is an attribute of.
ConceptId Reader::FitConcept(ConceptId concept_id, Measure measure, const Quantity* quantity) const {
  if (concept_id == kNoConcept) return kNoConcept;
  if (measure == Measure::kChange && quantity) {  // of money, or of how many
    measure = quantity->kind == QuantityKind::kMoney ? Measure::kAmount : quantity->kind == QuantityKind::kCount ? Measure::kCount : measure;
  }
  const auto& concepts = grammar_.concepts();
  const bool counted = measure == Measure::kCount && quantity && quantity->unit_index >= 0;
  const std::string_view unit = counted ? grammar_.units()[static_cast<size_t>(quantity->unit_index)].code : std::string_view();
  const auto counts = [&](const Concept& c) { return std::find(c.counted_in.begin(), c.counted_in.end(), unit) != c.counted_in.end(); };
  if (counted) {
    const ConceptId group = ConceptOf(concept_id).counted_in.empty() ? concept_id : ConceptOf(concept_id).parent;
    if (!counts(ConceptOf(concept_id))) {
      for (size_t i = 0; i < concepts.size(); ++i) {
        if (concepts[i].parent == group && counts(concepts[i])) return static_cast<ConceptId>(i);
      }
    }
  }
  if (quantity && quantity->kind == QuantityKind::kMeasure && ConceptOf(concept_id).count_unit.empty()) return kNoConcept;
  const std::string& own = ConceptOf(concept_id).count_unit;
  const auto& also = ConceptOf(concept_id).counted_in;
  if (counted && (unit == "PERSON") != (own == "PERSON") && std::find(also.begin(), also.end(), unit) == also.end()) return kNoConcept;
  if (counted && unit == "ITEM" && own == "VEHICLE") return kNoConcept;  // 18个办事处 after 车辆
  if (counted && unit == "VEHICLE" && own != "VEHICLE" && own != "SET") return kNoConcept;
  for (ConceptId at = concept_id; at != kNoConcept; at = concepts[static_cast<size_t>(at)].parent) {
    if (concepts[static_cast<size_t>(at)].Allows(measure)) return at;
    if (measure == Measure::kCount) break;  // a part is not counted as its whole
  }
  return kNoConcept;
}

bool Reader::Inside(const std::vector<ConceptId>& contexts) const {
  const auto inside = [&](ConceptId id) { return id != kNoConcept && IsWithin(id, contexts); };
  if (contexts.empty()) return true;
  if (inside(subject_.concept_id) || inside(section_subject_.concept_id)) return true;
  if (list_.open && inside(list_.whole)) return true;
  return std::any_of(clause_.mentions.begin(), clause_.mentions.end(), [&](const Mention& m) { return inside(m.concept_id); });
}

// 3个科室: the noun right after a count.
ConceptId Reader::CountedConcept(const Token* next) const {
  if (!next || !next->word || next->word->counted == kNoConcept) return kNoConcept;
  if (!Inside(next->word->counted_within)) return kNoConcept;
  // 1家机关和1家事业单位…的机关运行经费: counts joined in one clause are of one thing.
  if (clause_.had_figure && !out_->facts.empty()) {
    const Fact& last = out_->facts.back();
    if (last.measure == Measure::kCount && last.value_range.begin >= clause_.begin && next->word->counted_within.empty() &&
        ConceptOf(last.concept_id).stage == Stage::kNone) {
      return last.concept_id;
    }
  }
  return next->word->counted;
}

std::optional<Reader::Subject> Reader::CarriedSubject(Measure measure, const Quantity* quantity) const {
  for (const Subject* candidate : {&subject_, &section_subject_}) {
    const ConceptId fit = FitConcept(candidate->concept_id, measure, quantity);
    if (fit == kNoConcept) continue;
    Subject subject = *candidate;
    if (fit != subject.concept_id) KeepAudience(&subject.qualifiers);  // 国内公务接待3批次，24人次
    subject.concept_id = fit;
    return subject;
  }
  return std::nullopt;
}

SlotSet Reader::SlotsFor(const Quantity& quantity, bool subject, bool carried) const {
  SlotSet slots = 0;
  const auto add = [&](bool there, Slot slot) { if (there) slots = slots | slot; };
  add(base_.open, Slot::kBase);
  add(DirectionReaches(quantity), Slot::kDirection);
  add(clause_.share, Slot::kShare);
  add(clause_.completion, Slot::kCompletion);
  add(clause_.unit_cost, Slot::kUnitCost);
  add(clause_.involve, Slot::kInvolve);
  add(clause_.stage_token && quantity.text.begin - clause_.stage_token->range.end <= 2 * kCharacter, Slot::kStage);
  add(subject, Slot::kSubject);
  add(carried, Slot::kCarried);
  return slots;
}

// The last name in the rest of the clause that can be counted, not far from the count.
const Token* Reader::NamedAfter(const Quantity& quantity, const Token* next) const {
  const Token* best = nullptr;
  uint32_t from = quantity.text.end;
  for (const Token* token = next; token && token < tokens_end_ && token->mark == Mark::kNone && !token->quantity; ++token) {
    if (token->range.begin - from > 8 * kCharacter) break;
    const bool countable = token->word->kind == WordKind::kConcept && token->word->concept_id != kNoConcept &&
                           token->range.begin > quantity.text.end - 1 &&
                           ConceptOf(token->word->concept_id).Allows(Measure::kCount);
    if (countable && (token->range.begin > quantity.text.end || best == nullptr)) best = token;
    from = token->range.end;
  }
  return best && best->range.begin > quantity.text.end ? best : nullptr;
}

// The measure that the subject of the figure must allow.
Measure Reader::MeasureFor(const Clause& clause, const Quantity& quantity) {
  switch (clause.measure) {
    case Measure::kChange:
    case Measure::kChangeRate:
    case Measure::kShare:
    case Measure::kCompletionRate:
    case Measure::kUnitCost: return clause.measure;
    default: return MeasureOfKind(quantity.kind);
  }
}

std::optional<Reader::Subject> Reader::SubjectFor(const Clause& clause, const Quantity& quantity, const Token* next) {
  if (respective_armed_ && next_respective_ < respective_.size() && FitConcept(respective_[next_respective_].concept_id, MeasureOfKind(quantity.kind), &quantity) != kNoConcept) {
    const Mention& mention = respective_[next_respective_];
    return SubjectOf(mention);
  }
  if (clause.whole) {
    if (clause_.whole == kNoConcept) return std::nullopt;
    return Subject{clause_.whole, nullptr, {}, {}, Stage::kNone};
  }
  const Measure measure = MeasureFor(clause, quantity);
  if (measure == Measure::kCount) {
    if (auto counted = CountedSubject(quantity, next)) return counted;
  }
  if (measure == Measure::kAmount && !clause_.each) {
    const std::vector<Mention> joined = JoinedMentions();
    clause_.each = joined.size() >= 2 && quantity.value.is_zero();  // 上缴上级支出、经营支出共0万元: nor is any of them more
    if (joined.size() >= 2 && !clause_.each) return JointSubject(joined);
  }
  const Mention* named = BestMention(measure, quantity);
  if (named && measure == Measure::kAmount && IsOneOfMany(*named, quantity.text.begin)) {
    other_ = true;
    return std::nullopt;
  }
  if (named && OfProject({named->concept_id, nullptr, named->qualifiers, {}, Stage::kNone}, quantity).concept_id == kNoConcept) return std::nullopt;
  const uint32_t unknown = quantity.text.begin - clause_.read_from > clause_.known ? quantity.text.begin - clause_.read_from - clause_.known : 0;
  if (!Has(clause.slots, Slot::kCarried)) {
    const bool points_back = named && named->word && named->word->weak && subject_.concept_id != named->concept_id &&
                             grammar_.IsDescendant(subject_.concept_id, named->concept_id);
    if (named && !points_back && unknown <= kUnknownNamed) {
      const ConceptId fit = FitConcept(named->concept_id, measure, &quantity);
      return OfProject({fit, named->word, named->qualifiers, named->range, Stage::kNone}, quantity);
    }
    if (Has(clause.slots, Slot::kSubject)) return std::nullopt;
  }
  return SubjectSpokenOf(clause, measure, quantity, next, unknown);
}

// 结转下年、调出资金、上解上级支出等3万元: what stands at `end` is of all that was listed, and of others.
bool Reader::IsOneOfMany(const Mention& named, uint32_t end) const {
  if (end <= named.range.end || named.range.begin <= clause_.begin) return false;
  const std::string_view after = text_.substr(named.range.end, end - named.range.end);
  const std::string_view before = text_.substr(clause_.begin, named.range.begin - clause_.begin);
  const WordSet& and_others = grammar_.document().and_others_words;
  const bool goes_on = and_others.Ends(after) && after.find("、") != std::string_view::npos;  // 补助收入、债务收入等3万元
  return goes_on || (and_others.Starts(after) && before.find("、") != std::string_view::npos);
}

// 3个科室; 对5个项目开展绩效自评: what is counted is named after the count.
std::optional<Reader::Subject> Reader::CountedSubject(const Quantity& quantity, const Token* next) const {
  const ConceptId counted = CountedConcept(next);
  const Mention* named = BestMention(Measure::kCount, quantity);
  const bool generic = !named || named->concept_id == counted || (counted != kNoConcept && ConceptOf(named->concept_id).body && ConceptOf(counted).body);
  if (counted != kNoConcept && generic) return Subject{counted, next->word, {}, next->range, Stage::kNone};
  const Token* after = named || clause_.direction ? nullptr : NamedAfter(quantity, next);
  if (!after) return std::nullopt;
  return Subject{after->word->concept_id, after->word, after->word->qualifiers, after->range, Stage::kNone};
}

// One figure for names side by side.
std::optional<Reader::Subject> Reader::JointSubject(const std::vector<Mention>& names) {
  const ConceptId together = Together(names);
  other_ = together == kNoConcept;  // …，占5%: of all of them as well
  if (other_) return std::nullopt;
  return Subject{together, nullptr, {}, {names.front().range.begin, names.back().range.end}, Stage::kNone};
}

// Without a name in its clause: what was spoken of before, unless `unknown` bytes of words say that it is another thing.
std::optional<Reader::Subject> Reader::SubjectSpokenOf(const Clause& clause, Measure measure, const Quantity& quantity, const Token* next, uint32_t unknown) {
  if (section_unnamed_ != kNoConcept && list_.open && measure == Measure::kAmount) return Subject{section_unnamed_, nullptr, {}, {}, Stage::kNone};
  const bool states = clause_.share || clause_.completion || CountsVisits(measure, quantity);
  if (scope_ == Scope::kPurpose && !states) return std::nullopt;
  // 出总预算的66.67%: a line that begins within a word
  if (clause.measure == Measure::kCompletionRate && clause_.begin == line_.begin && unknown > 0 && clause_.mentions.empty()) return std::nullopt;
  const bool bare = (clause.slots & ~static_cast<SlotSet>(Slot::kCarried)) == 0;
  if (bare && (line_detached_ || (quantity.text.begin == line_.begin && measure != Measure::kCount))) return std::nullopt;
  // …，3万元用于经营支出: a portion, with its name still to come
  const bool portion = bare && measure == Measure::kAmount && quantity.text.begin == clause_.begin && next && next->word &&
                       next->word->kind == WordKind::kPurpose && next->range.begin == quantity.text.end;
  if (portion) return PortionFor(next + 1);
  if ((bare || Has(clause.slots, Slot::kInvolve)) && IsOfUnknownThing(measure, quantity, unknown)) return std::nullopt;
  if (const auto compared = SubjectOfBase(measure)) return compared;
  auto carried = CarriedSubject(measure, &quantity);
  if (carried && Has(clause.slots, Slot::kInvolve)) DropLevel(&carried->qualifiers);  // 一级项目3个，二级项目5个，共涉及资金…
  if (carried) carried = OfProject(*carried, quantity);
  const bool of_change = measure == Measure::kChange || measure == Measure::kChangeRate;
  if (carried && (of_change || clause.compared) && base_.set && ComparesAnother(*carried)) {  // 相比上年的总支出71万元增加6万元
    if (const ConceptId named = FitConcept(base_.named, measure, &quantity); named != kNoConcept) return Subject{named, nullptr, {}, {}, Stage::kNone};
  }
  if (carried && (carried->concept_id == kNoConcept || (clause.compared && ComparesAnother(*carried)))) return std::nullopt;
  return carried;
}

// 青禾县10亿元，云川区9亿元: of each of them.
bool Reader::BeginsWithPlace(std::string_view clause) const {
  constexpr size_t kLongest = 6 * kCharacter;
  for (const auto& [ending, tier] : grammar_.document().tiers) {
    const size_t at = clause.find(ending);
    if (at != std::string_view::npos && at >= kCharacter && at <= kLongest) return true;
  }
  return false;
}

bool Reader::IsOfUnknownThing(Measure measure, const Quantity& quantity, uint32_t unknown) {
  const bool people = quantity.unit_index >= 0 && grammar_.units()[static_cast<size_t>(quantity.unit_index)].code == "PERSON";
  const bool money = measure == Measure::kAmount;
  const bool part = list_.open && unknown >= 2 * kCharacter && (money || HasType(subject_.qualifiers));  // …，其他用途3万元
  const bool unfit = !clause_.mentions.empty() && !BestMention(measure, quantity);
  const auto carried = unfit ? CarriedSubject(measure, &quantity) : std::nullopt;
  const bool of_part = carried && clause_.mentions.back().concept_id != carried->concept_id &&
                       grammar_.IsDescendant(clause_.mentions.back().concept_id, carried->concept_id);
  const bool part_counted = measure == Measure::kCount && of_part;  // 其中货物类3个
  const bool of_another = part_counted || (list_.open && money && unfit);  // …，下属单位3万元
  // 科普活动10万元, 公共卫生服务项目资金32万元: a thing of its own opens the line
  const bool head = money && clause_.begin == line_.begin && (clause_.known == 0 || clause_.involve) && unknown >= 4 * kCharacter;
  const bool item = head || (clause_.item && unknown >= 3 * kCharacter);  // 2.群文活动经费100万元
  const bool place = government_ && money && unknown >= 2 * kCharacter && BeginsWithPlace(text_.substr(clause_.read_from, quantity.text.begin - clause_.read_from));
  const bool named = place || (government_ && money && unknown > kUnknownCarried);  // 争取专项资金5万元，市级安排3万元: of that as well
  if (part || item || named) other_ = true;  // …，占10%: of that part as well
  const bool of_class = list_.open && people && unknown >= 2 * kCharacter;  // 其中行政29人
  return part || item || place || of_class || of_another || unknown > (people ? kCharacter : kUnknownCarried);
}

// One figure for names side by side is of all of them: of what they are parts of, when they are all its parts.
ConceptId Reader::Together(const std::vector<Mention>& names) const {
  const auto& concepts = grammar_.concepts();
  ConceptId whole = kNoConcept;
  for (const Mention& name : names) {
    const Side side = ConceptOf(names.back().concept_id).side;
    const Concept& entry = ConceptOf(name.concept_id);
    const ConceptId same_side = entry.side == side ? name.concept_id : side == Side::kExpenditure ? entry.in_expenditure : entry.in_revenue;
    const ConceptId of = same_side == kNoConcept ? kNoConcept : ConceptOf(same_side).part_of;
    if (of == kNoConcept || (whole != kNoConcept && of != whole)) return kNoConcept;
    whole = of;
  }
  const auto parts = std::count_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.part_of == whole; });
  return static_cast<size_t>(parts) == names.size() ? whole : kNoConcept;
}

// 项目全年预算数为20万元，执行数为18万元: money told with a stage is of the project that was evaluated.
Reader::Subject Reader::OfProject(Subject subject, const Quantity& quantity) const {
  if (subject.concept_id == kNoConcept) return subject;
  const ConceptId project = ConceptOf(subject.concept_id).evaluates;
  const bool staged = clause_.stage == Stage::kAdjustedBudget || clause_.stage == Stage::kExecution;
  const bool money = quantity.kind == QuantityKind::kMoney && staged;
  const bool rate = quantity.kind == QuantityKind::kPercent && clause_.completion;
  if (project == kNoConcept || (!money && !rate)) return subject;
  const bool named = !subject.qualifiers.empty() && subject.qualifiers.back().first == "project";
  subject.concept_id = named ? project : kNoConcept;
  subject.word = nullptr;
  return subject;
}

// …，3万元用于经营支出: the name comes after its money.
std::optional<Reader::Subject> Reader::PortionFor(const Token* name) {
  const bool named = name < tokens_end_ && name->word && name->word->kind == WordKind::kConcept && name->word->concept_id != kNoConcept &&
                     name->range.begin == name[-1].range.end && (name + 1 == tokens_end_ || name[1].mark != Mark::kNone);
  other_ = !named;
  if (!named || !ConceptOf(name->word->concept_id).Allows(Measure::kAmount)) return std::nullopt;
  return Subject{name->word->concept_id, name->word, name->word->qualifiers, name->range, Stage::kNone};
}

// 接待总人数31人次。与预算数1万元相比下降80%: the rate is of what the base is of.
std::optional<Reader::Subject> Reader::SubjectOfBase(Measure measure) const {
  const bool of_change = measure == Measure::kChange || measure == Measure::kChangeRate;
  if (!of_change || !base_.set || base_.amount == kNone) return std::nullopt;
  const Fact& base = out_->facts[static_cast<size_t>(base_.amount)];
  return Subject{base.concept_id, nullptr, base.qualifiers, base.label_range, Stage::kNone};
}

// 公务接待费1万元，主要用于接待考察5批次48人次: a purpose, but of what was spoken of.
bool Reader::CountsVisits(Measure measure, const Quantity& quantity) const {
  if (measure != Measure::kCount || quantity.unit_index < 0 || subject_.concept_id == kNoConcept) return false;
  const std::string_view unit = grammar_.units()[static_cast<size_t>(quantity.unit_index)].code;
  return (unit == "BATCH" || unit == "PERSON_TIME") && ConceptOf(subject_.concept_id).counted_in_purpose;
}

}  // namespace mingzhang
