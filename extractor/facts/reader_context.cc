// What a word or a figure means where it stands: in a list of revenue, under a line's head, after a reason.
#include "extractor/facts/reader.h"

#include <algorithm>

namespace mingzhang {

// A name that tells no side has that of the list it stands in: 收入预算…，其中：政府性基金预算….
ConceptId Reader::OnSide(ConceptId concept_id, const Word& word) const {
  const Concept& entry = ConceptOf(concept_id);
  if (!word.neutral || clause_.none) return concept_id;
  // …财政拨款支出80万元。与上年相比，…财政拨款增加…: the comparison is of what was spoken of.
  if (base_.set && entry.in_expenditure != kNoConcept && subject_.concept_id == entry.in_expenditure) return entry.in_expenditure;
  const ConceptId whole = list_.open ? list_.whole : announced_;
  if (whole == kNoConcept) {  // under 一般公共预算支出：一般公共预算拨款合计100万元，其中：基本支出80万元
    const bool of_section = entry.in_expenditure != kNoConcept && section_subject_.concept_id == entry.in_expenditure;
    return of_section ? entry.in_expenditure : concept_id;
  }
  const Side side = ConceptOf(whole).side;
  if (entry.in_revenue != kNoConcept && side == Side::kRevenue) return entry.in_revenue;
  if (entry.in_expenditure != kNoConcept && side == Side::kExpenditure) return entry.in_expenditure;
  return concept_id;
}

// 年初结转和结余…。与上年相比，收入增加…: the clause opens with the side, and another side was spoken of.
bool Reader::OpensOtherSide(const Token& token, ConceptId concept_id) const {
  const uint32_t before = token.range.begin - clause_.read_from;  // 2023年收入: the year has been read
  if (!clause_.mentions.empty() || clause_.had_figure || clause_.known < before) return false;
  if (subject_.concept_id == kNoConcept) return true;  // 1.收入：792万元
  const Concept& spoken = ConceptOf(subject_.concept_id);
  const bool of_other_side = spoken.side != Side::kNone && spoken.side != ConceptOf(concept_id).side;
  return OtherSide(subject_.concept_id) != kNoConcept || spoken.carryover || of_other_side;
}

// (一)收入预算：…，其中：…专户管理资金10万元，收入较去年增加…: after the parts, the whole of their side again.
ConceptId Reader::WholeCompared(const Token& token, ConceptId concept_id, const Token* next) const {
  const bool opens = token.range.begin <= clause_.begin + kCharacter && clause_.mentions.empty();
  const bool compared = next && next->word && next->word->kind == WordKind::kCompare && next->range.begin == token.range.end;
  if (!opens || !compared) return kNoConcept;
  const Side side = ConceptOf(concept_id).side;
  if (side == Side::kBoth) return concept_id;  // 收支较上年…
  for (const ConceptId whole : {list_.open ? list_.whole : kNoConcept, line_head_.concept_id, section_subject_.concept_id}) {
    if (whole != kNoConcept && side != Side::kNone && ConceptOf(whole).side == side) return whole;
  }
  return kNoConcept;
}

// 政府性基金预算财政拨款收入10万元，支出8万元: of the same fund as the other side in this sentence.
ConceptId Reader::SisterSpokenOf(ConceptId bare) const {
  if (subject_.concept_id == kNoConcept || out_->facts.empty()) return kNoConcept;
  const bool goes_on = out_->facts.back().sentence == sentence_.ordinal || (government_ && list_.open);  // …。其中，市级收入2亿元
  if (!goes_on) return kNoConcept;
  const Concept& spoken = ConceptOf(subject_.concept_id);
  if (spoken.side != Side::kRevenue && spoken.side != Side::kExpenditure) return kNoConcept;
  return spoken.side == ConceptOf(bare).side ? subject_.concept_id : spoken.other_side;
}

// 收入 alone is the total of revenue, or of this year's, whichever was stated last.
ConceptId Reader::TotalSpokenOf(ConceptId concept_id) const {
  const Side side = ConceptOf(concept_id).side;
  for (size_t i = out_->facts.size(); i-- > 0;) {
    const Fact& fact = out_->facts[i];
    const Concept& stated = ConceptOf(fact.concept_id);
    if (fact.measure == Measure::kAmount && stated.whole != Whole::kNone && stated.side == side) return fact.concept_id;
  }
  return concept_id;
}

// In a government's report revenue and expenditure of one kind are told in turn; kNoConcept when it has no such sister.
ConceptId Reader::OtherSide(ConceptId concept_id) const {
  if (!government_ || concept_id == kNoConcept || !ConceptOf(concept_id).government) return kNoConcept;
  return ConceptOf(concept_id).other_side;
}

// 公务接待费：本年度支出3万元: not all expenditure of the year, but what the line is about.
bool Reader::MeansLineHead(ConceptId concept_id) const {
  if (line_head_.concept_id == kNoConcept || !clause_.mentions.empty()) return false;
  const Concept& named = ConceptOf(concept_id);
  return ConceptOf(line_head_.concept_id).spends && named.side == Side::kExpenditure && named.whole == Whole::kYear;
}

// 二、公务接待费。2021年预算支出11万元: nor is it all expenditure there.
bool Reader::MeansHeading(ConceptId concept_id) const {
  const ConceptId about = section_subject_.concept_id;
  if (about == kNoConcept || !clause_.mentions.empty()) return false;
  const Concept& named = ConceptOf(concept_id);
  return ConceptOf(about).spends && subject_.concept_id != kNoConcept && named.side == Side::kExpenditure && named.whole == Whole::kAll;
}

// Right after the word, or after one word or colon more: 支出均为7万元, 支出：7万元.
bool Reader::MoneyFollows(const Token& token, const Token* next) const {
  uint32_t end = token.range.end;
  const bool between = next && next->range.begin == end &&
                       (next->mark == Mark::kColon || (next->word && (next->word->kind == WordKind::kEach || next->word->kind == WordKind::kStage)));
  if (between && next + 1 < tokens_end_) end = (next++)->range.end;
  return next && next->quantity && next->quantity->kind == QuantityKind::kMoney && next->range.begin == end;
}

// 村务支出7万元: the word ends the name of a thing that is not known.
bool Reader::EndsUnknownName(const Token& token, const Token* next) const {
  const uint32_t before = token.range.begin - clause_.read_from;
  const bool changes = next && next->word && next->word->kind == WordKind::kDirection && next->range.begin == token.range.end && !base_.set;
  return (MoneyFollows(token, next) || changes) && clause_.mentions.empty() && before > clause_.known &&
         before + clause_.unnamed >= clause_.known + 2 * kCharacter;  // 教育事业费支出7万元: the words before it are of the name
}

// 信访维稳经费项目绩效自评综述：…: the project is named before it; what is told of it further on is of that project.
void Reader::NameProject(Mention* mention) const {
  constexpr uint32_t kLongest = 40 * kCharacter;
  const uint32_t length = mention->range.begin - clause_.read_from;
  if (mention->word && mention->word->names_project) {
    if (length < 2 * kCharacter || length > kLongest) return;
    mention->qualifiers = {{"project", std::string(text_.substr(clause_.read_from, length))}};
    return;
  }
  for (const auto& qualifier : line_head_.qualifiers) {
    const bool of_head = qualifier.first == "project" && line_head_.concept_id == mention->concept_id;
    if (of_head && mention->qualifiers.empty()) mention->qualifiers = {qualifier};
  }
}

// 拟购置车辆1辆，单价100万元以上设备2台: in a plan what is held is what is to be bought; kNoConcept when that has no name.
ConceptId Reader::InPlan(ConceptId concept_id) const {
  const Concept& named = ConceptOf(concept_id);
  if (named.stage != Stage::kStock || named.count_unit.empty() || clause_.own_year) return concept_id;
  if (out_->facts.empty() || out_->facts.back().sentence != sentence_.ordinal) return concept_id;
  const ConceptId last = out_->facts.back().concept_id;
  const auto& concepts = grammar_.concepts();
  const bool plan = SameFamily(concept_id, last) && std::any_of(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.planned == last; });
  return plan ? named.planned : concept_id;
}

// 对2个项目开展评价，涉及一般公共预算支出80万元，政府性基金预算支出0万元: a kind of the money involved, not all of the fund's.
bool Reader::IsFundInvolved(ConceptId concept_id) const {
  if (out_->facts.empty() || out_->facts.back().sentence != sentence_.ordinal || ConceptOf(concept_id).part_of == kNoConcept) return false;
  const Fact& last = out_->facts.back();
  return last.measure == Measure::kAmount && ConceptOf(last.concept_id).stage == Stage::kEvaluation;
}

// 任务减少的专项资金42万元: says what kind of money it is, not how it changed.
bool Reader::IsAttribute(const Token& direction, const Token* next) const {
  const auto of = static_cast<uint32_t>(grammar_.document().attribute_words.index().LengthAt(text_, direction.range.end));
  return of > 0 && !(next && next->quantity && next->range.begin <= direction.range.end + of);
}

// 检察一部、检察二部: a numeral in a name.
bool Reader::IsPartOfName(const Quantity& quantity, const Token* next) const {
  const uint32_t before = quantity.text.begin - clause_.read_from;
  const bool chinese = static_cast<unsigned char>(text_[quantity.number.begin]) >= 0xE0 && quantity.number.size() == kCharacter;
  return quantity.kind == QuantityKind::kCount && chinese && next && next->mark != Mark::kNone && next->range.begin == quantity.text.end &&
         before >= clause_.known + 2 * kCharacter && clause_.told + 2 * kCharacter <= quantity.text.begin;
}

// 压减已到期、任务减少的专项资金42万元: other things stand between the direction and the money.
bool Reader::DirectionReaches(const Quantity& quantity) const {
  if (clause_.direction == nullptr || base_.open) return false;
  if (respective_.size() >= 2) return true;  // 分别下降5%、6%
  const uint32_t end = clause_.direction->range.end;
  return quantity.text.begin < end || text_.substr(end, quantity.text.begin - end).find("、") == std::string_view::npos;
}

// 国(境)外公务接待批次2个，接待人次14人: the guests of those batches.
void Reader::SameAudience(Mention* mention) const {
  if (!mention->qualifiers.empty() || !clause_.mentions.empty() || out_->facts.empty() || out_->facts.back().sentence != sentence_.ordinal) return;
  const uint32_t from = out_->facts.back().value_range.end;
  if (from < mention->range.begin && text_.substr(from, mention->range.begin - from).find("；") != std::string_view::npos) return;
  if (mention->range.begin - clause_.read_from >= clause_.known + 2 * kCharacter) return;  // 国内来访团组: of others
  const ConceptId family = ConceptOf(mention->concept_id).parent;
  if (family == kNoConcept || subject_.concept_id == kNoConcept || subject_.concept_id == mention->concept_id || ConceptOf(subject_.concept_id).parent != family) return;
  for (const auto& qualifier : subject_.qualifiers) {
    if (qualifier.first == "audience") mention->qualifiers.push_back(qualifier);
  }
}

// 与决算中…公用经费之和一致: equal to another thing, not unchanged.
bool Reader::ComparesAnother(const Subject& subject) const {
  return base_.named != kNoConcept && !grammar_.IsDescendant(base_.named, subject.concept_id) &&
         !grammar_.IsDescendant(subject.concept_id, base_.named);
}

// 主要是人员经费，完成年初预算的…: a clause that opens so states something again.
void Reader::ResumeAfterReason(const Token& token) {
  if (scope_ == Scope::kReason && token.range.begin == clause_.begin && clause_.begin > reason_.begin + kCharacter) scope_ = Scope::kPlain;
}

bool Reader::IsCarryOver(ConceptId concept_id) const { return ConceptOf(concept_id).carryover; }

// 本年度支出35万元，上年度支出37万元，减少2万元: the change is of the later year, against the other.
void Reader::CompareWithLast(ConceptId concept_id) {
  Index last = kNone;
  for (Index i = static_cast<Index>(out_->facts.size()) - 1; i >= first_fact_of_line_; --i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.sentence != sentence_.ordinal) return;
    if (fact.concept_id != concept_id || fact.measure != Measure::kAmount) continue;
    if (last == kNone) {
      last = i;
      continue;
    }
    const Fact& base = out_->facts[static_cast<size_t>(last)];
    if (fact.period.year <= base.period.year) return;
    sentence_.year = fact.period.year;
    base_ = {false, true, base.period.year, base.stage, last, kNoConcept};
    return;
  }
}

// （一）收入预算：…: a name and a colon open the line.
bool Reader::HeadsLine(const Token& colon) const {
  constexpr uint32_t kLongest = 24 * kCharacter;
  return colon.range.begin - line_.begin <= kLongest && !clause_.mentions.empty() && !clause_.none &&
         scope_ == Scope::kPlain && static_cast<Index>(out_->facts.size()) == first_fact_of_line_ &&
         sentence_.begin == line_.begin;
}

// “三公”经费预算为0，: a nought right after the name or the stage of a figure, and nothing after it.
bool Reader::IsBareZero(const Token& token, const Token* next) const {
  const Quantity& quantity = *token.quantity;
  if (quantity.kind != QuantityKind::kNumber || !quantity.value.is_zero() || InReason() || scope_ == Scope::kPurpose) return false;
  const bool ends = !next || (next->mark != Mark::kNone && next->mark != Mark::kOpen && next->mark != Mark::kColon);
  if (!ends || (next && next->range.begin > quantity.text.end)) return false;
  const bool stage = clause_.stage_token && quantity.text.begin - clause_.stage_token->range.end <= kCharacter;
  const bool name = !clause_.mentions.empty() && quantity.text.begin - clause_.mentions.back().range.end <= 2 * kCharacter;
  const bool said = clause_.mentions.empty() && quantity.text.begin > clause_.begin && quantity.text.begin - clause_.begin <= 2 * kCharacter &&  // 与上年持平，均为0
                    static_cast<Index>(out_->facts.size()) > first_fact_of_line_;
  return stage || name || said;
}

// 2022基本支出预算: a number right before a name, at the begin of a clause, that can be a year of this document.
bool Reader::IsYearWithoutWord(const Quantity& quantity, const Token* next) const {
  if (quantity.kind != QuantityKind::kNumber || quantity.text.size() != 4 || !next || !next->word || next->range.begin != quantity.text.end) return false;
  const bool names = next->word->kind == WordKind::kConcept || next->word->kind == WordKind::kStage;
  if (!names || !clause_.mentions.empty() || clause_.had_figure || quantity.value.decimals() != 0) return false;
  const int year = std::atoi(std::string(text_.substr(quantity.number.begin, 4)).c_str());
  return year >= document_.fiscal_year - 2 && year <= document_.fiscal_year + 1;
}

// 1、20104-发展与改革事务: a number and a mark open the line; or a number and, with no mark, a name: 1基本支出80万元.
bool Reader::IsBareMarker(const Token& token, const Token* next) const {
  const Quantity& quantity = *token.quantity;
  const bool opens = quantity.kind == QuantityKind::kNumber && quantity.text.begin == line_.begin && quantity.text.size() <= 2;
  if (!opens || !next || next->range.begin != quantity.text.end) return false;
  return next->mark == Mark::kListComma || (next->word && next->word->kind == WordKind::kConcept);
}

// 较上年2.08减少0.03万元: a bare number right after the base has the unit of the change that follows.
const Quantity* Reader::UnitOfBase(const Quantity& quantity, const Token* next) const {
  if (quantity.kind != QuantityKind::kNumber || !base_.open || InReason() || (base_.year == 0 && base_.stage == Stage::kNone)) return nullptr;
  if (quantity.text.begin - clause_.read_from > clause_.known + kCharacter || !next || !next->word || next->word->kind != WordKind::kDirection) return nullptr;
  const Token* change = next + 1;
  if (change >= tokens_end_ || !change->quantity || change->quantity->kind != QuantityKind::kMoney || next->range.begin != quantity.text.end) return nullptr;
  return change->quantity->unit_index >= 0 ? change->quantity : nullptr;
}

// 编制数42，实有40人; 事业编制166个: people, counted without their word.
bool Reader::CountsPeople(const Quantity& quantity, const Token* next) const {
  if (clause_.mentions.empty() || quantity.text.begin - clause_.mentions.back().range.end > kCharacter || InReason()) return false;
  const bool ends = next && next->mark != Mark::kNone && next->mark != Mark::kOpen && next->range.begin == quantity.text.end;
  const bool item = quantity.kind == QuantityKind::kCount && quantity.unit_index >= 0 && grammar_.units()[static_cast<size_t>(quantity.unit_index)].people;
  if (quantity.kind != QuantityKind::kNumber && !item) return false;
  const Concept& named = ConceptOf(clause_.mentions.back().concept_id);
  return ends && named.count_unit == "PERSON" && named.stage == Stage::kStock;
}

// …事业编制17名。实有在职人员38人，其中：…事业编制18人: posts told before, in a list of staff in post, are staff.
ConceptId Reader::InPost(ConceptId concept_id) const {
  const ConceptId staff = ConceptOf(concept_id).filled_by;
  if (staff == kNoConcept || !list_.open || list_.whole == kNoConcept || !ConceptOf(list_.whole).all_staff) return concept_id;
  const bool told = std::any_of(out_->facts.begin() + first_fact_of_line_, out_->facts.end(), [&](const Fact& fact) { return fact.concept_id == concept_id; });
  return told ? staff : concept_id;  // 实有人员编制1256人，其中：行政编制18人
}

// Whether a list of kinds may follow that take its concept: 车辆, 政府债务限额.
bool Reader::HeadsKinds(ConceptId concept_id) const { return ConceptOf(concept_id).heads_kinds; }

// 共有车辆8辆，其中：轿车3辆、流动图书车1辆: an unknown name before a count of vehicles is a kind of them.
void Reader::NameVehicleKind(const Quantity& quantity) {
  constexpr uint32_t kLongest = 16 * kCharacter;
  const uint32_t begin = NameBegin();
  const uint32_t length = quantity.text.begin - begin;
  const bool vehicles = quantity.unit_index >= 0 && grammar_.units()[static_cast<size_t>(quantity.unit_index)].code == "VEHICLE";
  if (!vehicles || !list_.open || list_head_.concept_id == kNoConcept || !clause_.mentions.empty() || clause_.told > begin || base_.open || InReason()) return;
  if (length < 2 * kCharacter || length > kLongest || clause_.direction || clause_.none || clause_.item) return;
  if (ConceptOf(list_head_.concept_id).count_unit != "VEHICLE") return;
  const Range name{begin, quantity.text.begin};
  clause_.known = quantity.text.begin - clause_.read_from;
  Mentioned({nullptr, list_head_.concept_id, name, {{"type", std::string(text_.substr(name.begin, length))}}, false});
}

// 公务接待费…，比上年支出5万元减少…: what was spent on the same; not 支出8万元，比上年收入增加….
bool Reader::IsSameAgain(const Word& word) const {
  if (!word.bare || word.concept_id == kNoConcept) return word.bare;
  const Side spoken = subject_.concept_id == kNoConcept ? Side::kNone : ConceptOf(subject_.concept_id).side;
  return spoken == Side::kNone || spoken == ConceptOf(word.concept_id).side;
}

// Under 政府性基金, 转移性收入 is that of the fund: the sister of the same name, if there is one. Under a budget whose sums have
// no names, it is of nothing known. 一般公共预算收入 says itself of which budget it is.
ConceptId Reader::InContext(ConceptId concept_id, const Word& word) const {
  const ConceptId sister = ConceptOf(concept_id).in_fund;
  if (!government_ || sister == kNoConcept || grammar_.document().fund_words.OccursIn(word.text)) return concept_id;
  const auto is = [&](ConceptId id, bool Concept::*flag) { return id != kNoConcept && ConceptOf(id).*flag; };
  const ConceptId told = BudgetSpokenOf();
  for (const ConceptId about : {told, subject_.concept_id, section_subject_.concept_id}) {
    if (is(about, &Concept::government_fund)) return sister;
  }
  return is(told != kNoConcept ? told : section_subject_.concept_id, &Concept::apart) ? kNoConcept : concept_id;
}

// 基金收入6亿元，加上上年结转收入1亿元，收入总量7亿元: of which budget the sentence has told so far, whatever was left from other years.
ConceptId Reader::BudgetSpokenOf() const {
  constexpr Index kLookBack = 24;  // facts
  const auto facts = static_cast<Index>(out_->facts.size());
  for (Index i = facts; i-- > std::max(first_fact_of_line_, facts - kLookBack);) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.sentence != sentence_.ordinal) break;
    if (!IsCarryOver(fact.concept_id)) return fact.concept_id;
  }
  return kNoConcept;
}

// 调增5万元 in a report that changes the budget of the year; its rates are those of growth.
bool Reader::ChangesBudget(const Token* next) const {
  const bool rate = next && next->quantity && next->quantity->kind != QuantityKind::kMoney;
  return !base_.set && document_.stage == Stage::kAdjustedBudget && !rate;
}

// A word that may be a part of a longer name, and has named nothing by itself: 事业 in 残疾人事业.
bool Reader::NamesNothing(const Word& word) const {
  const bool name = word.kind == WordKind::kConcept || word.kind == WordKind::kFunctional || word.kind == WordKind::kFiller;
  return name && clause_.mentions.empty();
}

}  // namespace mingzhang
