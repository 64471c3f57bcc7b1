// Which concept a word means where it stands: in a list of revenue, under a line's head, after a reason.
#include <algorithm>

#include "extractor/facts/concept_fit.h"
#include "extractor/facts/reading.h"

namespace mingzhang {

bool Reading::Inside(const std::vector<ConceptId>& contexts) const {
  const auto inside = [&](ConceptId id) { return id != kNoConcept && IsWithin(id, contexts); };
  if (contexts.empty()) return true;
  if (inside(subject_.concept_id) || inside(section_.subject.concept_id)) return true;
  if (list_.open && inside(list_.whole)) return true;
  return std::any_of(clause_.mentions.begin(), clause_.mentions.end(), [&](const Mention& m) { return inside(m.concept_id); });
}

// A name that tells no side has that of the list it stands in: 收入预算…，其中：政府性基金预算….
ConceptId Reading::OfSide(ConceptId concept_id, const Word& word) const {
  const Concept& entry = ConceptOf(concept_id);
  if (!word.neutral || clause_.none) return concept_id;
  // …财政拨款支出80万元。与上年相比，…财政拨款增加…: the comparison is of what was spoken of.
  if (base_.set && entry.in_expenditure != kNoConcept && subject_.concept_id == entry.in_expenditure) return entry.in_expenditure;
  const ConceptId whole = list_.open ? list_.whole : announced_;
  if (whole == kNoConcept) {  // under 一般公共预算支出：一般公共预算拨款合计100万元，其中：基本支出80万元
    const bool of_section = entry.in_expenditure != kNoConcept && section_.subject.concept_id == entry.in_expenditure;
    return of_section ? entry.in_expenditure : concept_id;
  }
  const Side side = ConceptOf(whole).side;
  if (entry.in_revenue != kNoConcept && side == Side::kRevenue) return entry.in_revenue;
  if (entry.in_expenditure != kNoConcept && side == Side::kExpenditure) return entry.in_expenditure;
  return concept_id;
}

// 年初结转和结余…。与上年相比，收入增加…: the clause opens with the side, and another side was spoken of.
bool Reading::OpensOtherSide(const Token& token, ConceptId concept_id) const {
  const uint32_t before = token.range.begin - clause_.read_from;  // 2023年收入: the year has been read
  if (!clause_.mentions.empty() || clause_.had_figure || clause_.known < before) return false;
  if (subject_.concept_id == kNoConcept) return true;  // 1.收入：792万元
  const Concept& spoken = ConceptOf(subject_.concept_id);
  if (spoken.body) return true;  // 内设股室14个；收入3200万元
  const bool of_other_side = spoken.side != Side::kNone && spoken.side != ConceptOf(concept_id).side;
  return OtherSide(subject_.concept_id) != kNoConcept || spoken.carryover || of_other_side;
}

// (一)收入预算：…，其中：…专户管理资金10万元，收入较去年增加…: after the parts, the whole of their side again.
ConceptId Reading::WholeCompared(const Token& token, ConceptId concept_id, const Token* next) const {
  const bool opens = token.range.begin <= clause_.begin + kCharacter && clause_.mentions.empty();
  const bool compared = next && next->word && next->word->kind == WordKind::kCompare && next->range.begin == token.range.end;
  if (!opens || !compared) return kNoConcept;
  const Side side = ConceptOf(concept_id).side;
  if (side == Side::kBoth) return concept_id;  // 收支较上年…
  for (const ConceptId whole : {list_.open ? list_.whole : kNoConcept, line_.head.concept_id, section_.subject.concept_id}) {
    if (whole != kNoConcept && side != Side::kNone && ConceptOf(whole).side == side) return whole;
  }
  return kNoConcept;
}

// 政府性基金预算财政拨款收入10万元，支出8万元: of the same fund as the other side in this sentence.
ConceptId Reading::SisterSpokenOf(ConceptId bare) const {
  if (subject_.concept_id == kNoConcept) return kNoConcept;
  const bool goes_on = LastOfSentence() || (government_ && list_.open);  // …。其中，市级收入2亿元
  if (!goes_on) return kNoConcept;
  const Concept& spoken = ConceptOf(subject_.concept_id);
  if (spoken.side != Side::kRevenue && spoken.side != Side::kExpenditure) return kNoConcept;
  return spoken.side == ConceptOf(bare).side ? subject_.concept_id : spoken.other_side;
}

// 收入 alone is the total of revenue, or of this year's, whichever was stated last.
ConceptId Reading::TotalSpokenOf(ConceptId concept_id) const {
  const ConceptId told = totals_told_[static_cast<size_t>(ConceptOf(concept_id).side)];
  return told != kNoConcept ? told : concept_id;
}

// In a government's report revenue and expenditure of one kind are told in turn; kNoConcept when it has no such sister.
ConceptId Reading::OtherSide(ConceptId concept_id) const {
  if (!government_ || concept_id == kNoConcept || !ConceptOf(concept_id).government) return kNoConcept;
  return ConceptOf(concept_id).other_side;
}

// A department's revenue, in its government's report, is the government's.
ConceptId Reading::OfGovernment(ConceptId concept_id) const {
  const ConceptId of_government = ConceptOf(concept_id).in_government;
  return government_ && of_government != kNoConcept ? of_government : concept_id;
}

// Under 政府性基金, 转移性收入 is that of the fund: the sister of the same name, if there is one. Under a budget whose sums have
// no names, it is of nothing known. 一般公共预算收入 says itself of which budget it is.
ConceptId Reading::InContext(ConceptId concept_id, const Word& word) const {
  const ConceptId sister = ConceptOf(concept_id).in_fund;
  if (!government_ || sister == kNoConcept || grammar_.document().fund_words.OccursIn(word.text)) return concept_id;
  const auto is = [&](ConceptId id, bool Concept::*flag) { return id != kNoConcept && ConceptOf(id).*flag; };
  const ConceptId told = BudgetSpokenOf();
  for (const ConceptId about : {told, subject_.concept_id, section_.subject.concept_id}) {
    if (is(about, &Concept::government_fund)) return sister;
  }
  return is(told != kNoConcept ? told : section_.subject.concept_id, &Concept::apart) ? kNoConcept : concept_id;
}

// 基金收入6亿元，加上上年结转收入1亿元，收入总量7亿元: of which budget the sentence has told so far, whatever was left from other years.
ConceptId Reading::BudgetSpokenOf() const {
  for (Index i = FactCount(); i-- > LookBackTo(line_.first_fact);) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != sentence_.ordinal) break;
    if (!ConceptOf(fact.concept_id).carryover) return fact.concept_id;
  }
  return kNoConcept;
}

// 资产总额680万元，其中：公务用车2辆，价值31万元: what is held, not what was spent on it.
ConceptId Reading::AmongAssets(ConceptId concept_id) const {
  const ConceptId held = ConceptOf(concept_id).held_as;
  const bool listed = held != kNoConcept && list_.open && list_.whole != kNoConcept && SameFamily(grammar_, list_.whole, held);
  return listed ? held : concept_id;
}

// 拟购置车辆1辆，单价100万元以上设备2台: in a plan what is held is what is to be bought; kNoConcept when that has no name.
ConceptId Reading::InPlan(ConceptId concept_id) const {
  const Concept& named = ConceptOf(concept_id);
  if (named.stage != Stage::kStock || named.count_unit.empty() || clause_.own_year) return concept_id;
  const Fact* fact = LastOfSentence();
  if (!fact) return concept_id;
  const ConceptId last = fact->concept_id;
  const auto& concepts = grammar_.concepts();
  const bool plan = SameFamily(grammar_, concept_id, last) && std::any_of(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.planned == last; });
  return plan ? named.planned : concept_id;
}

// …事业编制17名。实有在职人员38人，其中：…事业编制18人: posts told before, in a list of staff in post, are staff.
ConceptId Reading::InPost(ConceptId concept_id) const {
  const ConceptId staff = ConceptOf(concept_id).filled_by;
  if (staff == kNoConcept || !list_.open || list_.whole == kNoConcept || !ConceptOf(list_.whole).all_staff) return concept_id;
  const bool told = std::any_of(out_->facts.begin() + line_.first_fact, out_->facts.end(), [&](const Fact& fact) { return fact.concept_id == concept_id; });
  return told ? staff : concept_id;  // 实有人员编制1256人，其中：行政编制18人
}

// 编制186名，其中：行政52名，事业134名: the class alone is of posts where posts are spoken of.
ConceptId Reading::OfPosts(ConceptId concept_id, const Word& word) const {
  const ConceptId spoken = list_.open && list_.whole != kNoConcept ? list_.whole : subject_.concept_id;
  if (!word.class_only || spoken == kNoConcept || ConceptOf(spoken).filled_by == kNoConcept) return concept_id;
  const auto& concepts = grammar_.concepts();
  const auto post = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.filled_by == concept_id; });
  return post == concepts.end() ? concept_id : static_cast<ConceptId>(post - concepts.begin());
}

// 对2个项目开展评价，涉及一般公共预算支出80万元，政府性基金预算支出0万元: a kind of the money involved, not all of the fund's.
bool Reading::IsFundInvolved(ConceptId concept_id) const {
  const Fact* last = LastOfSentence();
  return last && ConceptOf(concept_id).part_of != kNoConcept && last->measure == Measure::kAmount &&
         ConceptOf(last->concept_id).stage == Stage::kEvaluation;
}

// 政府性基金收入8亿元，其中：污水基金收入2亿元: in a list of it, a name with an unknown one before it is a kind of it.
bool Reading::IsKindOfWhole(const Token& token, const Token* next, ConceptId concept_id) const {
  if (!token.word->qualifiers.empty() || !MoneyFollows(token, next)) return false;
  const uint32_t before = token.range.begin - clause_.read_from;
  return ConceptOf(concept_id).stage == Stage::kNone && list_.open && list_.total != kNone && list_.whole == concept_id && clause_.mentions.empty() && !clause_.had_figure && !clause_.none &&
         before >= clause_.known + 2 * kCharacter;
}

// 公务接待费：本年度支出3万元: not all expenditure of the year, but what the line is about.
bool Reading::MeansLineHead(ConceptId concept_id) const {
  if (line_.head.concept_id == kNoConcept || !clause_.mentions.empty()) return false;
  const Concept& named = ConceptOf(concept_id);
  return ConceptOf(line_.head.concept_id).spends && named.side == Side::kExpenditure && named.whole == Whole::kYear;
}

// 二、公务接待费。2021年预算支出11万元: nor is it all expenditure there.
bool Reading::MeansHeading(ConceptId concept_id) const {
  const ConceptId about = section_.subject.concept_id;
  if (about == kNoConcept || !clause_.mentions.empty()) return false;
  const Concept& named = ConceptOf(concept_id);
  return ConceptOf(about).spends && subject_.concept_id != kNoConcept && named.side == Side::kExpenditure && named.whole == Whole::kAll;
}

// 五、政府性基金预算财政拨款支出。1.规模。当年支出80万元: all that this fund spent in the year.
bool Reading::IsAllOfHeading(ConceptId concept_id) const {
  const ConceptId about = section_.subject.concept_id;
  if (about == kNoConcept || government_ || !clause_.mentions.empty() || subject_.concept_id != about) return false;
  const Concept& named = ConceptOf(concept_id);
  return ConceptOf(about).part_of != kNoConcept && named.whole == Whole::kYear && named.side == ConceptOf(about).side;
}

// 按功能分类：…（10）国有资本经营预算支出3万元: in a list of classes, line by line, a class by that name.
bool Reading::IsClassInList(const Token& token, const Token* next, ConceptId concept_id) const {
  const bool fund = ConceptOf(concept_id).part_of != kNoConcept && ConceptOf(concept_id).side == Side::kExpenditure;
  if (!fund || announced_ == kNoConcept || LineHasFact() || !clause_.mentions.empty() || out_->facts.empty() || !MoneyFollows(token, next)) return false;
  const Fact& last = out_->facts.back();
  return last.concept_id == functional_concept_ && last.section == section_.index && ConceptOf(announced_).whole != Whole::kNone;
}

// 国(境)外公务接待批次2个，接待人次14人: the guests of those batches.
void Reading::SameAudience(Mention* mention) const {
  if (!mention->qualifiers.empty() || !clause_.mentions.empty() || !LastOfSentence()) return;
  const uint32_t from = LastOfSentence()->value_range.end;
  if (from < mention->range.begin && text_.substr(from, mention->range.begin - from).find("；") != std::string_view::npos) return;
  if (mention->range.begin - clause_.read_from >= clause_.known + 2 * kCharacter) return;  // 国内来访团组: of others
  const ConceptId family = ConceptOf(mention->concept_id).parent;
  if (family == kNoConcept || subject_.concept_id == kNoConcept || subject_.concept_id == mention->concept_id || ConceptOf(subject_.concept_id).parent != family) return;
  for (const auto& qualifier : subject_.qualifiers) {
    if (qualifier.first == "audience") mention->qualifiers.push_back(qualifier);
  }
}

// 信访维稳经费项目绩效自评综述：…: the project is named before it; what is told of it further on is of that project.
void Reading::NameProject(Mention* mention) const {
  constexpr uint32_t kLongest = 40 * kCharacter;
  const uint32_t length = mention->range.begin - clause_.read_from;
  if (mention->word && mention->word->names_project) {
    if (length < 2 * kCharacter || length > kLongest) return;
    mention->qualifiers = {{"project", std::string(text_.substr(clause_.read_from, length))}};
    return;
  }
  for (const auto& qualifier : line_.head.qualifiers) {
    const bool of_head = qualifier.first == "project" && line_.head.concept_id == mention->concept_id;
    if (of_head && mention->qualifiers.empty()) mention->qualifiers = {qualifier};
  }
}

// 公务接待费…，比上年支出5万元减少…: what was spent on the same; not 支出8万元，比上年收入增加….
bool Reading::IsSameAgain(const Word& word) const {
  if (!word.bare || word.concept_id == kNoConcept) return word.bare;
  const Side spoken = subject_.concept_id == kNoConcept ? Side::kNone : ConceptOf(subject_.concept_id).side;
  return spoken == Side::kNone || spoken == ConceptOf(word.concept_id).side;
}

// A word that may be a part of a longer name, and has named nothing by itself: 事业 in 残疾人事业.
bool Reading::NamesNothing(const Word& word) const {
  const bool name = word.kind == WordKind::kConcept || word.kind == WordKind::kFunctional || word.kind == WordKind::kFiller;
  return name && clause_.mentions.empty();
}

// 村务支出7万元: the word ends the name of a thing that is not known.
bool Reading::EndsUnknownName(const Token& token, const Token* next) const {
  const uint32_t before = token.range.begin - clause_.read_from;
  const bool changes = next && next->word && next->word->kind == WordKind::kDirection && next->range.begin == token.range.end && !base_.set;
  return (MoneyFollows(token, next) || changes) && clause_.mentions.empty() && before > clause_.known &&
         before + clause_.unnamed >= clause_.known + 2 * kCharacter;  // 教育事业费支出7万元: the words before it are of the name
}

// （一）收入预算：…: a name and a colon open the line.
bool Reading::HeadsLine(const Token& colon) const {
  constexpr uint32_t kLongest = 24 * kCharacter;
  return colon.range.begin - line_.range.begin <= kLongest && !clause_.mentions.empty() && !clause_.none &&
         line_.passage == Passage::kPlain && FactCount() == line_.first_fact &&
         sentence_.begin == line_.range.begin;
}

// 占比：93.5%, 较上年：持平: a colon between what a figure is and the figure.
bool Reading::LeadsOn(const Token& colon, const Token* next) const {
  if (!next || next->range.begin != colon.range.end) return false;
  const bool figure = next->quantity && (clause_.share || clause_.completion || clause_.unit_cost || clause_.direction);
  const bool change = next->word && (next->word->kind == WordKind::kFlat || next->word->kind == WordKind::kDirection);
  return figure || (base_.open && (next->quantity || change));
}

// Under a class of the classification, where its items are listed.
bool Reading::ListsFunctions() const { return (list_.open ? list_.whole : announced_) == functional_concept_ && subject_.concept_id == functional_concept_; }

Qualifiers Reading::ClassSpokenOf() const {
  Qualifiers of_class;
  for (const auto& qualifier : subject_.qualifiers) {
    if (qualifier.first == "class") of_class.push_back(qualifier);
  }
  return of_class;
}

// 行政运行120万元: the name of an item right before its money. Under 工资福利支出 住房公积金 is a kind of pay.
bool Reading::IsItemOfFunction(const Token& token, const Token* next) const {
  const uint32_t reach = token.word->value == 1 ? 0 : 10 * kCharacter;  // 教育5035万元
  if (reach == 0 && line_.passage != Passage::kPlain) return false;
  for (const ConceptId whole : {list_.open ? list_.whole : kNoConcept, announced_, section_.subject.concept_id}) {
    if (whole != kNoConcept && ConceptOf(whole).economic) return false;
  }
  for (; next && next < line_.tokens_end && next->range.begin - token.range.end <= reach; ++next) {
    if (next->quantity) return next->quantity->kind == QuantityKind::kMoney;
    if (next->mark != Mark::kNone) return false;
  }
  return false;
}

// 教育支出(类)其他教育支出(款): what stands between two levels is one name, whatever it begins with.
bool Reading::IsInsideName(const Token* next) const {
  const bool at_level = next != nullptr && next->word != nullptr && next->word->kind == WordKind::kLevel;
  return at_level && next->word->value > 1 && line_.functional_end == line_.name_begin && !line_.functional.empty();
}

// Where a name begins in a list: after the figure before it, and the mark between.
uint32_t Reading::NameBegin() const {
  uint32_t begin = clause_.read_from;
  while (MarkAt(text_, begin) == Mark::kListComma) begin += kCharacter;
  return begin;
}

}  // namespace mingzhang
