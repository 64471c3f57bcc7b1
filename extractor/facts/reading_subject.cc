// What a figure may be about: the name that leads in its clause, the noun after a count, what was spoken of before.
#include <algorithm>

#include "extractor/facts/concept_fit.h"
#include "extractor/facts/reading.h"

namespace mingzhang {
namespace {

// What a concept has in common with its parts: whom a reception was for.
void KeepAudience(Qualifiers* qualifiers) {
  std::erase_if(*qualifiers, [](const auto& qualifier) { return qualifier.first != "audience"; });
}

}  // namespace

const Mention* Reading::BestMention(Measure measure, const Quantity* quantity) const {
  const Mention* best = nullptr;
  for (const Mention& mention : clause_.mentions) {
    if (FitConcept(grammar_, mention.concept_id, measure, quantity) == kNoConcept) continue;
    if (quantity && line_.passage == Passage::kPurpose && quantity->text.begin > mention.range.end + 4 * kCharacter) continue;
    if (!best || !Leads(grammar_, *best, mention)) best = &mention;
  }
  return best;
}

std::optional<Subject> Reading::CarriedSubject(Measure measure, const Quantity* quantity) const {
  for (const Subject* candidate : {&subject_, &section_.subject}) {
    const ConceptId fit = FitConcept(grammar_, candidate->concept_id, measure, quantity);
    if (fit == kNoConcept) continue;
    Subject subject = *candidate;
    if (fit != subject.concept_id) KeepAudience(&subject.qualifiers);  // 国内公务接待3批次，24人次
    subject.concept_id = fit;
    return subject;
  }
  return FitConcept(grammar_, expenditure_, measure, quantity) == kNoConcept ? std::nullopt : SubjectOfDocument();
}

// 部门整体支出绩效自评报告: 年初批复预算1642万元, where nothing has been named.
std::optional<Subject> Reading::SubjectOfDocument() const {
  const bool named = subject_.concept_id != kNoConcept || section_.subject.concept_id != kNoConcept || !clause_.mentions.empty();
  if (!document_.whole_expenditure || government_ || named || clause_.stage == Stage::kNone) return std::nullopt;
  return Subject{expenditure_, nullptr, {}, {}, Stage::kNone};
}

// What the clause names, else what was spoken of, that can have such a figure.
std::optional<Subject> Reading::NamedOrCarried(Measure measure) const {
  if (const Mention* mention = BestMention(measure, nullptr)) return SubjectOf(*mention);
  return CarriedSubject(measure, nullptr);
}

// 3个科室: the noun right after a count.
ConceptId Reading::CountedConcept(const Token* next) const {
  if (!next || !next->word) return kNoConcept;
  const Word& noun = *next->word;
  if (noun.counted_inside != kNoConcept && Inside(noun.counted_within)) return noun.counted_inside;
  if (noun.counted == kNoConcept) return kNoConcept;
  // 1家机关和1家事业单位…的机关运行经费: counts joined in one clause are of one thing.
  if (clause_.had_figure && !out_->facts.empty()) {
    const Fact& last = out_->facts.back();
    if (last.measure == Measure::kCount && last.value_range.begin >= clause_.begin && ConceptOf(last.concept_id).stage == Stage::kNone) {
      return last.concept_id;
    }
  }
  return noun.counted;
}

// 3个科室; 对5个项目开展绩效自评: what is counted is named after the count.
std::optional<Subject> Reading::CountedSubject(const Quantity& quantity, const Token* next) const {
  const ConceptId counted = CountedConcept(next);
  const Mention* named = BestMention(Measure::kCount, &quantity);
  const bool generic = !named || named->concept_id == counted || (counted != kNoConcept && ConceptOf(named->concept_id).body && ConceptOf(counted).body);
  if (counted != kNoConcept && generic) return Subject{counted, next->word, {}, next->range, Stage::kNone};
  if (named || clause_.direction) return std::nullopt;
  if (auto behind = NamedBehind(quantity, Measure::kCount, next)) return behind;
  const Token* after = NamedAfter(quantity, next);
  if (!after) return std::nullopt;
  return Subject{after->word->concept_id, after->word, after->word->qualifiers, after->range, Stage::kNone};
}

// The last name in the rest of the clause that can be counted, not far from the count.
const Token* Reading::NamedAfter(const Quantity& quantity, const Token* next) const {
  const Token* best = nullptr;
  uint32_t from = quantity.text.end;
  for (const Token* token = next; token && token < line_.tokens_end && token->mark == Mark::kNone && !token->quantity; ++token) {
    if (token->range.begin - from > 8 * kCharacter) break;
    const bool countable = token->word->kind == WordKind::kConcept && token->word->concept_id != kNoConcept &&
                           token->range.begin > quantity.text.end - 1 &&
                           ConceptOf(token->word->concept_id).Allows(Measure::kCount);
    if (countable && (token->range.begin > quantity.text.end || best == nullptr)) best = token;
    from = token->range.end;
  }
  const bool beside = best && best->range.begin == quantity.text.end;  // 8辆公务用车的…: whose it is; but 还有1个正在整改
  return beside && ConceptOf(best->word->concept_id).stage != Stage::kEvaluation ? nullptr : best;
}

// 未执行的5万元结转下年使用: what is left is named right after its money.
bool Reading::LeftOver(const Quantity& quantity, const Token* next) const {
  const bool named = next && next->word && next->word->kind == WordKind::kConcept && next->range.begin == quantity.text.end;
  return named && clause_.mentions.empty() && next->word->concept_id != kNoConcept && ConceptOf(next->word->concept_id).carryover;
}

// 3万元用于经营支出; 12万元人员经费、5万元公用经费; 86名行政编制: the name comes right after its figure, or after a word that links
// the two, and ends there.
std::optional<Subject> Reading::NamedBehind(const Quantity& quantity, Measure measure, const Token* next) const {
  if (next && next->mark == Mark::kOpen && next->range.begin == quantity.text.end) {  // 80万元(占40%)属于基本支出
    constexpr std::ptrdiff_t kReach = 8;  // tokens
    const Token* const end = next + std::min(kReach, line_.tokens_end - next);
    const Token* close = std::find_if(next, end, [](const Token& token) { return token.mark == Mark::kClose; });
    const bool follows = close + 1 < line_.tokens_end && close[1].word && close[1].range.begin == close->range.end;
    next = follows && close[1].word->kind == WordKind::kPortion ? close + 1 : nullptr;
  } else if (next && next->range.begin != quantity.text.end) {
    next = nullptr;
  }
  if (!next || !next->word) return std::nullopt;
  const bool linked = next->word->kind == WordKind::kPurpose || next->word->kind == WordKind::kPortion;
  if (!linked && line_.passage == Passage::kPurpose) return std::nullopt;
  const Token* name = linked ? next + 1 : next;
  const bool adjacent = name < line_.tokens_end && name->word && (!linked || name->range.begin == next->range.end);
  const bool marked = adjacent && name + 1 < line_.tokens_end && name[1].mark != Mark::kNone && name[1].mark != Mark::kColon;
  const bool ends = adjacent && (name->range.end == line_.range.end || (marked && name[1].range.begin == name->range.end));
  if (!ends) return linked && measure == Measure::kAmount ? CodedBehind(next) : std::nullopt;
  const Word& word = *name->word;
  if (word.kind == WordKind::kFunctional && linked && measure == Measure::kAmount) {
    return Subject{functional_concept_, &word, {{word.value == 3 ? "item" : "class", word.text}}, name->range, Stage::kNone};
  }
  if (word.kind != WordKind::kConcept || word.concept_id == kNoConcept || word.bare || !Inside(word.within)) return std::nullopt;
  const bool headed = word.inherits && list_head_.concept_id != kNoConcept;
  ConceptId id = headed ? list_head_.concept_id : OfGovernment(word.concept_id);
  if (document_.stage == Stage::kFinal && ConceptOf(id).in_finals != kNoConcept) id = ConceptOf(id).in_finals;
  if (!ConceptOf(id).Allows(measure)) return std::nullopt;
  return Subject{id, &word, word.qualifiers, name->range, Stage::kNone};
}

// 168万元用于案件执行(2040505): a line of the classification, by its code.
std::optional<Subject> Reading::CodedBehind(const Token* link) const {
  constexpr uint32_t kLongest = 24 * kCharacter;
  const uint32_t begin = link->range.end;
  const auto marks_or_far = [&](const Token& token) { return token.mark != Mark::kNone || token.range.begin - begin > kLongest; };
  const Token* open = std::find_if(link + 1, line_.tokens_end, marks_or_far);
  if (line_.tokens_end - open < 2 || open->mark != Mark::kOpen || open->range.begin <= begin) return std::nullopt;
  const Quantity* code = open[1].quantity;
  const bool coded = code && code->text.begin == open->range.end && code->text.size() == 7 && text_[code->text.begin] == '2';
  if (!coded || !InBracketAlone(*code)) return std::nullopt;
  const Range name{begin, open->range.begin};
  return Subject{functional_concept_, nullptr, {{"item", std::string(text_.substr(name.begin, name.size()))}, {"code", std::string(text_.substr(code->text.begin, 7))}}, name, Stage::kNone};
}

// 结转下年、调出资金、上解上级支出等3万元: what stands at `end` is of all that was listed, and of others.
bool Reading::IsOneOfMany(const Mention& named, uint32_t end) const {
  if (end <= named.range.end || named.range.begin <= clause_.begin) return false;
  const std::string_view after = text_.substr(named.range.end, end - named.range.end);
  const std::string_view before = text_.substr(clause_.begin, named.range.begin - clause_.begin);
  const WordSet& and_others = grammar_.document().and_others_words;
  const bool goes_on = and_others.Ends(after) && after.find("、") != std::string_view::npos;  // 补助收入、债务收入等3万元
  return goes_on || (and_others.Starts(after) && before.find("、") != std::string_view::npos);
}

// 青禾县10亿元，云川区9亿元: of each of them.
bool Reading::BeginsWithPlace(std::string_view clause) const {
  constexpr size_t kLongest = 6 * kCharacter;
  for (const auto& [ending, tier] : grammar_.document().tiers) {
    const size_t at = clause.find(ending);
    if (at != std::string_view::npos && at >= kCharacter && at <= kLongest) return true;
  }
  return false;
}

// 项目全年预算数为20万元，执行数为18万元: money told with a stage is of the project that was evaluated.
Subject Reading::OfProject(Subject subject, const Quantity& quantity) const {
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

// 接待总人数31人次。与预算数1万元相比下降80%: the rate is of what the base is of.
std::optional<Subject> Reading::SubjectOfBase(Measure measure) const {
  const bool of_change = measure == Measure::kChange || measure == Measure::kChangeRate;
  if (!of_change || !base_.set || base_.amount == kNone) return std::nullopt;
  const Fact& base = FactAt(base_.amount);
  return Subject{base.concept_id, nullptr, base.qualifiers, base.label_range, Stage::kNone};
}

// 公务接待费1万元，主要用于接待考察5批次48人次: a purpose, but of what was spoken of.
bool Reading::CountsVisits(Measure measure, const Quantity& quantity) const {
  if (measure != Measure::kCount || quantity.unit_index < 0 || subject_.concept_id == kNoConcept) return false;
  const std::string_view unit = UnitAt(quantity.unit_index).code;
  return (unit == "BATCH" || unit == "PERSON_TIME") && ConceptOf(subject_.concept_id).counted_in_purpose;
}

// A、B和C: nothing but a joining word between the two, or a word or two of whose it is: A及镇级B.
bool Reading::Joined(const Mention& left, const Mention& right) const {
  if (right.range.begin <= left.range.end) return false;
  const std::string_view between = text_.substr(left.range.end, right.range.begin - left.range.end);
  const size_t joins = grammar_.document().joining_words.index().LengthAt(between, 0);
  const bool mark = joins > 0 && MarkAt(between, 0) != Mark::kNone;
  return joins == between.size() || (joins > 0 && !mark && between.size() - joins <= 2 * kCharacter);
}

// 年初预算、决算: nothing but a joining word between the last stage and this one.
bool Reading::BesideLastStage(const Token& token) const {
  if (clause_.stage_end == 0 || token.range.begin <= clause_.stage_end) return false;
  const std::string_view between = text_.substr(clause_.stage_end, token.range.begin - clause_.stage_end);
  return grammar_.document().joining_words.index().LengthAt(between, 0) == between.size();
}

// The names at the end of the clause that stand side by side: different things of one family.
std::vector<Mention> Reading::JoinedMentions() const {
  const auto& mentions = clause_.mentions;
  size_t first = mentions.empty() ? 0 : mentions.size() - 1;
  while (first > 0 && Joined(mentions[first - 1], mentions[first])) --first;
  if (mentions.size() < first + 2) return {};
  return {mentions.begin() + static_cast<std::ptrdiff_t>(first), mentions.end()};
}

// What 分别 goes over where it names nothing: the parts of the open list, else the amounts of the sentence.
std::vector<Index> Reading::AmountsOfSentence() const {
  if (list_.open && list_.parts.size() >= 2) return list_.parts;
  std::vector<Index> amounts;
  for (auto i = line_.first_fact; i < FactCount(); ++i) {
    const Fact& fact = FactAt(i);
    if (fact.sentence == sentence_.ordinal && fact.measure == Measure::kAmount && !IsAside(i)) amounts.push_back(i);
  }
  return amounts;
}

// 出国费3万元，公车费5万元，接待费2万元。与上年相比，分别减少…: the last so many amounts of the sentence before, of different things
// of one family. Empty when there are none.
std::vector<Index> Reading::AmountsToldBefore(size_t count) const {
  std::vector<Index> amounts;
  for (Index i = FactCount(); i-- > LookBackTo(line_.first_fact) && amounts.size() < count;) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != out_->facts.back().sentence) break;
    if (fact.measure == Measure::kAmount) amounts.insert(amounts.begin(), i);
  }
  for (size_t i = 0; i < amounts.size(); ++i) {
    const ConceptId id = FactAt(amounts[i]).concept_id;
    const auto told = [&](Index other) { return FactAt(other).concept_id == id; };
    if (!SameFamily(grammar_, id, FactAt(amounts[0]).concept_id) || std::count_if(amounts.begin(), amounts.end(), told) > 1) return {};
  }
  return amounts.size() == count ? amounts : std::vector<Index>();
}

// 支出2万元，年初预算3万元，其中：…支出…: final accounts break down what was spent. 22万元，上年28万元。其中：…: any text, what is of
// the present year.
Index Reading::OfOwnStage(Index amount) const {
  const Fact& last = FactAt(amount);
  const int16_t year = PresentYear();
  if (last.period.year < year && last.measure == Measure::kAmount) {
    for (Index i = amount - 1; i >= LookBackTo(line_.first_fact); --i) {
      const Fact& fact = FactAt(i);
      const bool same = fact.measure == Measure::kAmount && fact.concept_id == last.concept_id && fact.qualifiers == last.qualifiers;
      if (same && fact.period.year == year && fact.stage == last.stage && !IsAside(i)) return i;
    }
  }
  if (document_.stage != Stage::kFinal || last.stage != Stage::kBudget) return amount;
  for (Index i = amount - 1; i >= line_.first_fact; --i) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != last.sentence) break;
    const bool spent = fact.measure == Measure::kAmount && fact.concept_id == last.concept_id && fact.stage == Stage::kFinal;
    if (spent && fact.period.year == last.period.year && !IsAside(i)) return i;
  }
  return amount;
}

// 无A和B: what is named after the word, but for who pays.
std::vector<Subject> Reading::NamedAfterDenial(uint32_t end) const {
  std::vector<Subject> subjects;
  const uint32_t reach = clause_.none->word->use == WordUse::kRightBefore || line_.passage == Passage::kPurpose ? 2 * kCharacter : 14 * kCharacter;
  for (size_t i = clause_.mentions_before_none; i < clause_.mentions.size(); ++i) {
    const Mention& mention = clause_.mentions[i];
    if (mention.range.begin - clause_.none->range.end > reach && subjects.empty()) break;
    const auto leads = [&](size_t other) {
      const Mention& neighbour = clause_.mentions[other];
      const uint32_t gap = other > i ? neighbour.range.begin - mention.range.end : mention.range.begin - neighbour.range.end;
      const bool of = other > i && gap >= 3 * kCharacter && gap <= 6 * kCharacter;  // 财政拨款安排的“三公”经费
      return neighbour.word && !neighbour.word->modifier && (gap <= kCharacter || of);
    };
    const bool pays = mention.word && mention.word->modifier &&
                      ((i + 1 < clause_.mentions.size() && leads(i + 1)) || (i > clause_.mentions_before_none && leads(i - 1)));
    if (clause_.in_reason && end != mention.range.end) continue;  // 因未安排…任务 gives a reason, not a fact
    if (!pays) subjects.push_back(SubjectOf(mention));
  }
  return subjects;
}

// 政府性基金预算：无
std::vector<Subject> Reading::NamedBeforeDenial() const {
  const Mention* best = &clause_.mentions[0];
  for (size_t i = 1; i < clause_.mentions_before_none; ++i) {
    if (!Leads(grammar_, *best, clause_.mentions[i])) best = &clause_.mentions[i];
  }
  const std::vector<Mention> joined = JoinedMentions();  // 因公出国、公务接待费没预算
  std::vector<Subject> subjects;
  for (size_t i = 0; i < clause_.mentions_before_none; ++i) {
    const Mention& mention = clause_.mentions[i];
    const bool same_word = mention.word && mention.word == best->word && mention.range.begin == best->range.begin;  // …收支：无
    const bool is_joined = std::any_of(joined.begin(), joined.end(), [&](const Mention& other) {
      return other.range.begin == mention.range.begin && other.concept_id == mention.concept_id;
    });
    if (&mention == best || same_word || is_joined) subjects.push_back(SubjectOf(mention));
  }
  return subjects;
}

// 二、因公出国(境)费。本年未安排预算。: nothing but words that are known, and no name, before the line has told anything.
bool Reading::IsBareDenial(uint32_t end) const {
  const Range none = clause_.none->range;
  const bool ends = none.end >= end && none.begin > line_.range.begin;  // not 无 alone, as in the cell of a table
  return ends && clause_.mentions.empty() && !clause_.in_reason && !LineHasFact() && end - clause_.begin <= clause_.known + kCharacter;
}

// 本年无此项支出: of what was spoken of, else of what the line or the section is about.
std::optional<Subject> Reading::MeantByDenial() const {
  const bool spoken = LineHasFact();
  const bool headed = line_.head.concept_id != kNoConcept;  // 五、国有资本经营预算支出情况：本年无此项支出
  const Subject& meant = spoken ? subject_ : headed ? line_.head : section_.subject;
  if (meant.concept_id == kNoConcept) return std::nullopt;
  return meant;
}

// What a share is of: what the clause names, else the head of the list.
ConceptId Reading::WholeFor(ConceptId part) const {
  // “三公”经费16万元，其中：公务接待费6万元，占总支出的40%: of all that was spent on what is listed.
  const bool of_list = list_.open && list_.whole != kNoConcept && ConceptOf(list_.whole).spends && SameFamily(grammar_, part, list_.whole);
  if (clause_.whole != kNoConcept && of_list && ConceptOf(clause_.whole).whole != Whole::kNone) return list_.whole;
  if (clause_.whole != kNoConcept) return clause_.whole;
  if (list_.open) return list_.whole;
  if (announced_ != kNoConcept && announced_ != part) return announced_;
  const bool was_part = std::any_of(last_list_.parts.begin(), last_list_.parts.end(), [&](Index i) { return FactAt(i).concept_id == part; });
  if (was_part && last_list_.whole != part && last_list_.whole != kNoConcept) return last_list_.whole;  // …其中：税收收入…。税收占比…
  return WholeToldBefore(part);
}

// 货物3万元、服务2万元；授予中小企业4万元，占80%: no sister is the whole, nor what is within one.
bool Reading::IsUnderSister(ConceptId concept_id, ConceptId part) const {
  const ConceptId parent = ConceptOf(part).parent;
  if (parent == kNoConcept) return false;
  for (ConceptId id = concept_id; id != kNoConcept; id = ConceptOf(id).parent) {
    if (id != part && ConceptOf(id).parent == parent) return true;
  }
  return false;
}

// The last amount spoken of that is not of the part itself.
ConceptId Reading::WholeToldBefore(ConceptId part) const {
  const ConceptId about = section_.subject.concept_id;
  const bool about_whole = about != kNoConcept && about != part && !IsLesser(grammar_, about, part) && ConceptOf(about).Allows(Measure::kAmount);
  for (Index i = FactCount(); i-- > LookBackTo(0);) {
    const Fact& fact = FactAt(i);
    if (fact.measure == Measure::kShare && fact.section == section_.index) {
      return about_whole && fact.concept_id == about ? about : fact.basis.concept_id;  // 当年支出80万元，占本年支出的80%。农林水支出…，占…
    }
    if (fact.measure != Measure::kAmount || fact.concept_id == part || fact.assertion != Assertion::kStated) continue;
    if (IsLesser(grammar_, fact.concept_id, part)) continue;
    if (IsUnderSister(fact.concept_id, part)) continue;
    const bool of_part = i > 0 && FactAt(i - 1).measure == Measure::kShare && FactAt(i - 1).concept_id == fact.concept_id;
    if (of_part && FactAt(i - 1).section == section_.index) continue;  // 人员经费占92%，为925万元；公用经费占8%
    if (ConceptOf(fact.concept_id).economic && !ConceptOf(part).economic) continue;  // …商品和服务支出3万元。项目支出5万元，占…
    if (fact.section != section_.index && about_whole) return about;  // of another section: what this one is about is nearer
    if (IsAside(i) || (ConceptOf(fact.concept_id).carryover && !ConceptOf(part).carryover)) continue;
    const ConceptId shared = grammar_.IsDescendant(part, fact.concept_id) ? kNoConcept : WholeSharedBefore(i, ConceptOf(part).side);
    return shared != kNoConcept && ConceptOf(fact.concept_id).whole == Whole::kNone ? shared : fact.concept_id;
  }
  return kNoConcept;
}

// 财政拨款收入9万元，占本年收入的90%，其中政府性基金2万元。其他收入1万元，占10%: the whole side that shares of the section
// are of, before the fact at `end`.
ConceptId Reading::WholeSharedBefore(Index end, Side side) const {
  for (Index i = end; i-- > LookBackTo(0);) {
    const Fact& fact = FactAt(i);
    if (fact.section != section_.index) return kNoConcept;
    if (fact.measure != Measure::kShare || fact.basis.concept_id == kNoConcept) continue;
    const Concept& whole = ConceptOf(fact.basis.concept_id);
    return whole.whole != Whole::kNone && whole.side == side ? fact.basis.concept_id : kNoConcept;
  }
  return kNoConcept;
}

// 收、支总计各是8万元、7万元: the first of all revenue, the second of all expenditure.
std::vector<Mention> Reading::BothSides(const Mention& mention) const {
  std::vector<Mention> sides;
  for (const ConceptId all : {AllOf(Side::kRevenue), expenditure_}) {
    if (all != kNoConcept) sides.push_back({mention.word, all, mention.range, {}, false});
  }
  return sides;
}

ConceptId Reading::AllOf(Side side) const {
  const auto& concepts = grammar_.concepts();
  const auto all = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.side == side && c.whole == Whole::kAll; });
  return all == concepts.end() ? kNoConcept : static_cast<ConceptId>(all - concepts.begin());
}

}  // namespace mingzhang
