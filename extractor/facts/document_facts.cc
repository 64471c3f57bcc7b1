#include "extractor/facts/document_facts.h"

#include <algorithm>
#include <map>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

using std::string_view;

constexpr size_t kLongestName = 40 * 3;  // bytes: 40 ideographs
constexpr size_t kHeadLines = 30;  // where a title or a label of the body may stand
constexpr size_t kYearDigits = 4;
constexpr int kTellingSigns = 2;   // of a government's text that does not say so in its title

class DocumentReader {
 public:
  DocumentReader(string_view name, const DocumentText& text, const std::vector<Heading>& headings, const Grammar& grammar)
      : name_(name), text_(text), headings_(headings), words_(grammar.document()), options_(grammar.text()), concepts_(grammar.concepts()) {}

  DocumentFacts Read() {
    ReadTitle();
    ReadCover();
    ReadNamedBody();
    if (facts_.organization.empty()) ReadLabelledBody();
    ReadYear();
    ReadKind();
    if (facts_.kind == DocumentKind::kGovernmentReport) ReadPlanYear();
    ReadRounding();
    ReadRegion();
    return std::move(facts_);
  }

 private:
  string_view LineText(size_t i) const { return text_.Logical(text_.lines[i].range); }

  // As printed: the logical text is folded.
  std::string Printed(string_view logical) const {
    const auto begin = static_cast<uint32_t>(logical.data() - text_.logical.data());
    std::string printed;
    for (const char c : text_.Quote({begin, begin + static_cast<uint32_t>(logical.size())})) {
      if (c != ' ' && c != '\n' && c != '\r' && c != '\f') printed += c;
    }
    printed = Unified(printed);
    size_t space;  // ideographic spaces between the characters of a justified title
    while ((space = printed.find("　")) != std::string::npos) printed.erase(space, 3);
    return printed;
  }

  // Radicals and compatibility ideographs as the characters they stand for; everything else as printed.
  std::string Unified(string_view printed) const {
    std::string unified;
    for (size_t at = 0; at < printed.size(); at += Utf8Length(static_cast<unsigned char>(printed[at]))) {
      const uint32_t c = CodePointAt(printed, at);
      const bool compatible = (c >= 0x2E80 && c < 0x3000) || (c >= 0xF900 && c < 0xFB00) || c >= 0x2F800;
      AppendUtf8(compatible ? options_.folds.Fold(c) : c, &unified);
    }
    return unified;
  }

  void SetBody(string_view body) {
    facts_.organization = Printed(body);
    const auto begin = static_cast<uint32_t>(body.data() - text_.logical.data());
    facts_.organization_range = {begin, begin + static_cast<uint32_t>(body.size())};
  }

  // The groups of the first match; empty where there is none, or where a group took no part.
  struct Groups {
    bool matched = false;
    string_view first, second;
    explicit operator bool() const { return matched; }
  };
  static Groups Find(const Pattern& pattern, string_view text) {
    re2::StringPiece groups[3];
    if (!pattern.MayMatch(text) || !pattern.Find(text, 0, groups)) return {};
    const auto view = [](re2::StringPiece group) { return string_view(group.data(), group.size()); };
    return {true, view(groups[1]), view(groups[2])};
  }

  // The years that `use` is given, in order, with what stands before each on its line; it says whether to go on. A year
  // is what a match begins with: asking for a group of it would cost more than the search.
  template <typename Use>
  static void ForYears(const Pattern& pattern, string_view text, const Use& use) {
    for (size_t from = 0; pattern.MayMatch(text.substr(from));) {
      re2::StringPiece match;
      if (!pattern.Find(text, from, {&match, 1}) || match.size() < kYearDigits) return;
      const auto begin = static_cast<size_t>(match.data() - text.data());
      if (!use(YearAt(text, begin), text.substr(0, begin))) return;
      from = begin + match.size();
    }
  }

  static int YearAt(string_view text, size_t at) {
    int year = 0;
    for (const char c : text.substr(at, kYearDigits)) year = year * 10 + (c - '0');
    return year;
  }

  struct TitleParts {
    string_view body, year;
  };
  TitleParts PartsOfTitle(string_view line, bool is_first) const {
    const Groups title = Find(words_.title, line);
    if (title && !title.second.empty()) return {title.first, title.second};
    if (const Groups found = Find(words_.dated_title, line)) return {found.second, found.first};  // 2022年度(body)部门决算
    if (title || !is_first) return {title.first, {}};
    return {Find(words_.plain_title, line).first, {}};
  }

  // “(body)2022年度部门决算”: the first title-like lines.
  void ReadTitle() {
    for (size_t i = 0; i < text_.lines.size() && i < kHeadLines; ++i) {
      const LogicalLine& line = text_.lines[i];
      if (line.kind == LineKind::kTable || line.kind == LineKind::kPageNumber) continue;
      string_view text = LineText(i);
      if (const NumberMatch number = MatchNumbering(options_, text); number.style >= 0) text.remove_prefix(number.length);
      const TitleParts parts = PartsOfTitle(text, i == 0);
      string_view name = parts.body;
      const string_view year = parts.year;
      if (name.empty()) continue;
      if (const size_t bracket = name.find('('); bracket != string_view::npos && bracket > 0) name = name.substr(0, bracket);
      if (const auto tail = words_.title_tails.index().Next(name, 0); tail.index != WordIndex::kNone && tail.begin > 0) name = name.substr(0, tail.begin);
      if (name.size() > kLongestName || name.find("，") != string_view::npos || name.find("。") != string_view::npos || !words_.body_endings.Ends(name)) continue;
      SetBody(name);
      if (year.empty()) return;
      facts_.fiscal_year = static_cast<int16_t>(std::stoi(std::string(year.data(), year.size())));
      const size_t stop = text.find("。");
      facts_.title = std::string(WholeCharacters(text, std::min<size_t>(stop, 40 * 3)));
      if (text.size() > 60 * 3) facts_.title.clear();  // the first sentence of a text without title
      return;
    }
  }

  void ReadNamedBody() {
    if (!text_.Holds(words_.body_hints)) return;
    for (const LogicalLine& line : text_.lines) {
      if (line.kind != LineKind::kProse) continue;
      const string_view text = text_.Logical(line.range);
      if (!words_.body_hints.OccursIn(text)) continue;
      const Groups named = facts_.short_name.empty() ? Find(words_.named_body, text) : Groups{};
      if (named && words_.body_endings.Ends(named.first)) {
        if (facts_.organization.empty()) SetBody(named.first);
        facts_.short_name = Printed(named.second);
      }
      if (facts_.plaques.empty()) AddPlaques(Find(words_.plaque, text).first);
    }
  }

  void AddPlaques(string_view plaques) {
    while (!plaques.empty()) {
      const size_t comma = plaques.find("、");
      if (const string_view one = plaques.substr(0, comma); !one.empty()) facts_.plaques.push_back(Printed(one));
      plaques = comma == string_view::npos ? string_view() : plaques.substr(comma + 3);
    }
  }

  void ReadLabelledBody() {
    for (size_t i = 0; i < text_.lines.size(); ++i) {
      const string_view text = LineText(i);
      if (text.size() > 400) continue;
      const string_view name = Find(words_.labelled_body, text).first;
      if (!words_.body_endings.Ends(name)) continue;
      SetBody(name);
      return;
    }
  }

  // The line after a name on a cover: 2024年度部门决算.
  bool CoverFollows(size_t i) const {
    if (i + 1 >= text_.lines.size()) return false;
    const string_view next = LineText(i + 1);
    return next.size() < 60 && words_.fiscal_year.Matches(next);
  }

  // A cover line that is nothing but a name.
  void ReadCover() {
    for (size_t i = 0; i < text_.lines.size() && i < 8; ++i) {
      const string_view text = LineText(i);
      if (text.find("：") != string_view::npos || text.find(':') != string_view::npos) continue;
      if (!facts_.organization.empty() && !CoverFollows(i)) continue;
      if (text_.lines[i].kind == LineKind::kTable || text.size() < 12 || text.size() > 90 || !words_.body_endings.Ends(text)) continue;
      if (text.find("，") != string_view::npos || text.find("。") != string_view::npos || text.find(' ') != string_view::npos) continue;
      if (std::any_of(text.begin(), text.end(), [](char c) { return IsAsciiDigit(static_cast<unsigned char>(c)); })) continue;  // 1月9日在…大会
      SetBody(text);
      return;
    }
  }

  // Candidates are scored: headings and early lines weigh more; the later year wins a tie.
  void ReadYear() {
    std::map<int, int> score, compared;  // 较2022年度决算数 speaks of the year before
    for (size_t i = 0; i < text_.lines.size() && facts_.fiscal_year == 0; ++i) {
      const bool telling = i < kHeadLines || text_.lines[i].range.size() < 150;
      if (text_.lines[i].kind == LineKind::kTable || !telling) continue;
      int found = 0;
      ForYears(words_.fiscal_year, LineText(i), [&](int year, string_view before) {
        const bool base = words_.base_words.Ends(before);
        (base ? compared[year + 1] : score[year]) += (i < kHeadLines ? 4 : 1) + (text_.lines[i].range.size() < 120 ? 4 : 0);
        return ++found < 4;
      });
    }
    if (facts_.fiscal_year != 0) return;
    int best = 0;
    if (score.empty() && NamedYear() == 0) score = std::move(compared);
    for (const auto& [year, points] : score) {
      if (best == 0 || points >= score[best]) best = year;
    }
    if (best == 0) best = NamedYear();
    if (best == 0) best = CommonestYear();
    facts_.fiscal_year = static_cast<int16_t>(best);
  }

  // In the name of the file.
  int NamedYear() const {
    for (size_t at = 0; at + 4 <= name_.size(); ++at) {
      const bool year = name_.compare(at, 2, "20") == 0 && IsAsciiDigit(static_cast<unsigned char>(name_[at + 2])) && IsAsciiDigit(static_cast<unsigned char>(name_[at + 3]));
      if (year) return std::stoi(std::string(name_.substr(at, 4)));
    }
    return 0;
  }

  int CommonestYear() const {
    std::map<int, int> count, compared;
    ForYears(words_.any_year, text_.logical, [&](int year, string_view before) {
      ++(words_.base_words.Ends(before) ? compared[year + 1] : count[year]);
      return true;
    });
    if (count.empty()) count = std::move(compared);
    int best = 0;
    for (const auto& [year, times] : count) {
      if (best == 0 || times >= count[best]) best = year;
    }
    return best;
  }

  int BudgetVotes(string_view text) const { return words_.budget_words.CountIn(text) - words_.fund_words.CountIn(text); }
  int BudgetVotes() const { return text_.Count(words_.budget_words) - text_.Count(words_.fund_words); }

  // 部门决算及“三公”经费公开: headed by revenue or expenditure too.
  bool SpeaksOfAccounts() const {
    return std::any_of(headings_.begin(), headings_.end(), [&](const Heading& heading) {
      return heading.role && heading.role->concept_id >= 0 && concepts_[static_cast<size_t>(heading.role->concept_id)].side != Side::kNone;
    });
  }

  // A title, or else the first lines, names the accounts of a government, or the text speaks of what only one has. A bureau's own
  // title says all: it too tells of 预算执行情况.
  bool IsOfGovernment(string_view heads) const {
    const bool of_bureau = !facts_.title.empty() && !facts_.organization.empty() && !words_.government_bodies.Ends(facts_.organization);
    const string_view told_by = of_bureau ? string_view(facts_.title) : heads;
    if (words_.government_words.OccursIn(told_by) || words_.adjustment_words.OccursIn(told_by)) return true;
    if (of_bureau) return false;
    const bool told = words_.department_words.OccursIn(heads) || words_.unit_words.OccursIn(heads);
    return !told && text_.Count(words_.government_signs) >= kTellingSigns;
  }

  // 2023年度部门整体支出绩效自评报告, by itself on a line of the head.
  bool IsOfWholeExpenditure() const {
    constexpr size_t kLongestTitle = 40 * 3, kFirst = 6;
    for (size_t i = 0; i < text_.lines.size() && i < kFirst; ++i) {
      const string_view line = LineText(i);
      if (line.size() <= kLongestTitle && words_.whole_expenditure_words.OccursIn(line) && words_.final_words.OccursIn(line)) return true;
    }
    return false;
  }

  void ReadKind() {
    const string_view title = facts_.title;
    std::string heads(title);
    for (size_t i = 0; i < text_.lines.size() && i < 6; ++i) heads.append(LineText(i).substr(0, 150)).push_back('\n');
    std::string headings = heads;
    for (const Heading& heading : headings_) headings.append(text_.Logical(heading.range)).push_back('\n');
    const bool paragraph = title.empty() && headings_.empty() && text_.lines.size() <= 3;  // all there is
    const string_view decisive = paragraph ? string_view(text_.logical) : title.empty() ? string_view(headings) : title;
    int final_votes = words_.final_words.CountIn(decisive), budget_votes = BudgetVotes(decisive);
    if (final_votes == 0 && budget_votes == 0) {
      final_votes = text_.Count(words_.final_words);
      budget_votes = BudgetVotes();
    }
    facts_.whole_expenditure = IsOfWholeExpenditure();
    const bool of_department = words_.department_words.OccursIn(heads);
    const bool of_government = IsOfGovernment(heads);
    // 三公经费支出431万元: spent, when nothing is arranged. What a government has spent by June is no final account.
    const string_view first = text_.lines.empty() ? string_view() : LineText(0);
    const string_view telling = words_.spent_words.OccursIn(first) ? first : string_view(text_.logical);
    const bool spent = !of_government && final_votes + budget_votes == 0 && words_.spent_words.OccursIn(telling) && !words_.arranged_words.OccursIn(telling);
    bool is_final = title.empty() ? final_votes * 2 > budget_votes && final_votes > 0 : final_votes > 0;
    is_final |= facts_.whole_expenditure;
    const bool adjusts = of_government && !is_final && words_.adjustment_words.OccursIn(heads);
    facts_.stage = is_final || spent ? Stage::kFinal : adjusts ? Stage::kAdjustedBudget : Stage::kBudget;
    facts_.kind = is_final ? DocumentKind::kFinalAccounts : final_votes + budget_votes > 0 ? DocumentKind::kBudget : DocumentKind::kUnknown;
    if (of_government && !of_department) facts_.kind = DocumentKind::kGovernmentReport;
    else if (!title.empty() && words_.three_public_words.OccursIn(title) && !(of_department && SpeaksOfAccounts())) facts_.kind = DocumentKind::kThreePublicStatement;
    facts_.level = facts_.kind == DocumentKind::kGovernmentReport                ? DocumentLevel::kGovernment
                   : words_.unit_words.OccursIn(heads)                        ? DocumentLevel::kUnit
                   : words_.department_words.OccursIn(heads)                  ? DocumentLevel::kDepartment
                   : words_.unit_words.OccursIn(headings)                     ? DocumentLevel::kUnit
                   : text_.Holds(words_.department_words)                       ? DocumentLevel::kDepartment
                                                                                  : DocumentLevel::kUnknown;
  }

  // “2023年预算执行情况和2024年预算草案”: the later year is planned, the one before it executed. A report
  // of execution alone, 1—5月收入完成…, plans nothing.
  void ReadPlanYear() {
    const bool is_final = facts_.stage == Stage::kFinal;
    int planned = 0;
    bool executed = false;
    for (size_t i = 0; i < text_.lines.size() && i < kHeadLines; ++i) {
      const string_view line = LineText(i);
      ForYears(words_.plan_year, line, [&](int year, string_view) { return planned = std::max(planned, year), true; });
      executed |= words_.execution_words.OccursIn(line);
    }
    if (planned != 0 && !is_final) facts_.fiscal_year = static_cast<int16_t>(planned);
    facts_.first_plan_year = static_cast<int16_t>(planned == 0 && executed && facts_.stage != Stage::kAdjustedBudget ? facts_.fiscal_year + 1 : facts_.fiscal_year);
  }

  void ReadRounding() {
    if (!text_.Holds(words_.rounding_words)) return;
    const WordIndex& words = words_.rounding_words.index();
    const auto found = words.Next(text_.logical, 0);
    if (found.index == WordIndex::kNone) return;
    const size_t end = found.begin + words.word(found.index).size();
    facts_.rounding_disclaimer = {static_cast<uint32_t>(found.begin), static_cast<uint32_t>(end)};
  }

  // 北京市西城区…: the place names that a body's name begins with; the last one gives the tier.
  void ReadRegion() {
    const string_view body = text_.Logical(facts_.organization_range);
    size_t end = 0;
    string_view tier;
    for (size_t at = 0; at < body.size() && at < 16 * 3;) {
      bool found = false;
      for (const auto& [suffix, name] : words_.tiers) {
        if (at < end + 3 || body.substr(at, suffix.size()) != suffix) continue;
        const bool municipality = end == 0 && at == 2 * 3 && words_.municipalities.OccursIn(body.substr(0, at));
        tier = municipality ? string_view("province") : string_view(name);
        at = end = at + suffix.size();
        found = true;
        break;
      }
      if (!found) at += Utf8Length(static_cast<unsigned char>(body[at]));
      if (at > end + 6 * 3) break;
    }
    facts_.region = Printed(body.substr(0, end));
    facts_.tier = std::string(tier);
  }

  string_view name_;
  const DocumentText& text_;
  const std::vector<Heading>& headings_;
  const DocumentWords& words_;
  const TextOptions& options_;
  const std::vector<Concept>& concepts_;
  DocumentFacts facts_;
};

}  // namespace

DocumentFacts ReadDocumentFacts(std::string_view name, const DocumentText& text, const std::vector<Heading>& headings, const Grammar& grammar) {
  return DocumentReader(name, text, headings, grammar).Read();
}

}  // namespace mingzhang
