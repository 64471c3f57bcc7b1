#include "extractor/output/diff_match.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

constexpr int kSame = 100;
constexpr int kAlike = 50;    // percent: names that share half their character pairs
constexpr size_t kTelling = 3;  // characters: a short name that few bodies have

std::vector<std::string> CharacterPairs(const std::string& text) {
  std::vector<std::string> pairs;
  size_t previous = std::string::npos;
  for (size_t i = 0; i < text.size(); i += Utf8Length(static_cast<unsigned char>(text[i]))) {
    const size_t length = Utf8Length(static_cast<unsigned char>(text[i]));
    if (previous != std::string::npos) pairs.push_back(text.substr(previous, i + length - previous));
    previous = i;
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::string MatchKey(const DocumentRecord& document) {
  std::string key = OrganizationKey(document);
  if (key.empty()) key = document.name;
  return key + "|" + document.level + "|" + document.kind;
}

bool SameOrUnknown(const std::string& a, const std::string& b) {
  return a == b || a.empty() || b.empty() || a == "unknown" || b == "unknown";
}

bool IsAmong(const std::vector<std::string>& plaques, const DocumentRecord& document) {
  const std::string name = FoldName(document.organization), local = LocalName(document);
  return std::any_of(plaques.begin(), plaques.end(), [&](const std::string& plaque) {
    return !name.empty() && (FoldName(plaque) == name || FoldName(plaque) == local);
  });
}

std::vector<std::string_view> Characters(std::string_view text) {
  std::vector<std::string_view> characters;
  for (size_t i = 0; i < text.size();) {
    const size_t length = Utf8Length(static_cast<unsigned char>(text[i]));
    characters.push_back(text.substr(i, length));
    i += length;
  }
  return characters;
}

// 区外联办 is made of 青禾区对外联络服务办公室: its characters stand there in this order. Many texts say "this
// bureau" or "the district's centre", which any body may be called: what is left without the district is too short.
bool IsMadeOf(const std::string& short_name, const DocumentRecord& document) {
  const std::string folded = FoldName(short_name), name = OrganizationKey(document), region = FoldName(document.region);
  std::vector<std::string_view> rest = Characters(folded);
  if (!rest.empty() && region.ends_with(rest.front())) rest.erase(rest.begin());
  if (rest.size() < kTelling) return false;
  size_t found = 0;
  for (const std::string_view character : Characters(name)) {
    if (found < rest.size() && rest[found] == character) ++found;
  }
  return found == rest.size();
}

bool SameShortName(const DocumentRecord& before, const DocumentRecord& after) {
  return !before.short_name.empty() && before.short_name == after.short_name && IsMadeOf(before.short_name, before);
}

class Matcher {
 public:
  Matcher(const Records& before, const Records& after, const KeyOptions& options)
      : before_(before), after_(after), options_(options), old_used_(before.size()), new_used_(after.size()) {}

  Matching Run() {
    MatchByName();
    ProposeMergers();
    ProposeRenames();
    std::sort(result_.pairs.begin(), result_.pairs.end(),
              [](const Pair& a, const Pair& b) { return a.new_document < b.new_document; });
    for (size_t i = 0; i < before_.size(); ++i) {
      if (!old_used_[i]) result_.gone.push_back(static_cast<int>(i));
    }
    for (size_t i = 0; i < after_.size(); ++i) {
      if (!new_used_[i]) result_.appeared.push_back(static_cast<int>(i));
    }
    return std::move(result_);
  }

 private:
  using Years = std::multimap<int, int>;  // year to index

  static std::map<std::string, Years> GroupsOf(const Records& documents) {
    std::map<std::string, Years> groups;
    for (size_t i = 0; i < documents.size(); ++i) {
      groups[MatchKey(documents[i])].emplace(documents[i].year(), static_cast<int>(i));
    }
    return groups;
  }

  void Use(std::vector<int> before, int after) {
    for (const int old : before) old_used_[old] = true;
    new_used_[after] = true;
    result_.pairs.push_back({std::move(before), after});
  }

  // The same year first; then the latest with the latest.
  void MatchByName() {
    auto old_groups = GroupsOf(before_);
    for (auto& [key, years] : GroupsOf(after_)) {
      Years& old_years = old_groups[key];
      std::vector<int> rest;
      for (const auto& [year, after] : years) {
        const auto same = old_years.find(year);
        if (same == old_years.end()) {
          rest.push_back(after);
          continue;
        }
        Use({same->second}, after);
        old_years.erase(same);
      }
      for (; !rest.empty() && !old_years.empty(); rest.pop_back()) {
        const auto latest = std::prev(old_years.end());
        Use({latest->second}, rest.back());
        old_years.erase(latest);
      }
    }
  }

  // A body that took in another one keeps its name or has a new one.
  void ProposeMergers() {
    for (const DocumentRecord& document : before_) published_.emplace_back(document, options_);
    for (size_t n = 0; n < after_.size(); ++n) {
      if (Proposal best = BestMerger(n); best.new_document >= 0) Accept(std::move(best));
    }
  }

  Proposal BestMerger(size_t n) const {
    Proposal best;
    const auto statements = StatementsOfOthers(after_[n], options_);
    for (size_t a = 0; a < before_.size(); ++a) {
      if (!IsFreeOrPartner(a, n) || !MaySucceed(before_[a], after_[n])) continue;
      for (size_t b = 0; b < before_.size(); ++b) {
        const bool ordered = old_used_[a] || a < b;
        if (a == b || old_used_[b] || !ordered || !MaySucceed(before_[b], after_[n])) continue;
        Proposal merger = Merger(published_[a], published_[b], statements, options_);
        if (merger.agreeing <= best.agreeing || !IsMerger(merger)) continue;
        merger.old_documents = {static_cast<int>(a), static_cast<int>(b)};
        merger.new_document = static_cast<int>(n);
        best = std::move(merger);
      }
    }
    return best;
  }

  bool IsFreeOrPartner(size_t before, size_t after) const {
    if (!old_used_[before]) return true;
    return std::any_of(result_.pairs.begin(), result_.pairs.end(), [&](const Pair& pair) {
      return pair.new_document == static_cast<int>(after) && pair.old_documents == std::vector<int>{static_cast<int>(before)};
    });
  }

  // The pair of a body that kept its name gives way to that of all it came from.
  void Accept(Proposal merger) {
    std::erase_if(result_.pairs, [&](const Pair& pair) { return pair.new_document == merger.new_document; });
    Use(merger.old_documents, merger.new_document);
    result_.proposals.push_back(std::move(merger));
  }

  void ProposeRenames() {
    for (size_t n = 0; n < after_.size(); ++n) {
      if (new_used_[n]) continue;
      Proposal best;
      for (size_t o = 0; o < before_.size(); ++o) {
        if (old_used_[o] || !MaySucceed(before_[o], after_[n])) continue;
        Proposal rename = Succession(before_[o], after_[n], options_);
        rename.old_documents = {static_cast<int>(o)};
        rename.new_document = static_cast<int>(n);
        const bool better = Weight(rename) > Weight(best);
        if (IsPlausible(rename) && better) best = std::move(rename);
      }
      if (best.new_document < 0) continue;
      Use(best.old_documents, best.new_document);
      result_.proposals.push_back(std::move(best));
    }
  }

  static std::tuple<int, int, int> Weight(const Proposal& proposal) {
    return {proposal.agreeing, proposal.by_plaque + proposal.by_short_name, proposal.alike};
  }

  const Records& before_;
  const Records& after_;
  const KeyOptions& options_;
  std::vector<bool> old_used_, new_used_;
  std::vector<Published> published_;  // of the old documents
  Matching result_;
};

}  // namespace

bool MaySucceed(const DocumentRecord& before, const DocumentRecord& after) {
  return before.kind == after.kind && SameOrUnknown(before.level, after.level) &&
         SameOrUnknown(before.region, after.region);
}

int Likeness(const std::string& a, const std::string& b) {
  const auto left = CharacterPairs(a), right = CharacterPairs(b);
  if (left.empty() || right.empty()) return a == b ? 100 : 0;
  std::vector<std::string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  return static_cast<int>(200 * shared.size() / (left.size() + right.size()));
}

Proposal Succession(const DocumentRecord& before, const DocumentRecord& after, const KeyOptions& options) {
  Proposal proposal;
  proposal.alike = Likeness(LocalName(before), LocalName(after));
  proposal.by_plaque = IsAmong(after.plaques, before) || IsAmong(before.plaques, after);
  proposal.by_short_name = SameShortName(before, after);
  proposal.other_scope = before.level != after.level;
  proposal.other_region = before.region != after.region;
  for (const Restatement& restatement : CompareStatements(before, after, options)) {
    if (restatement.statement.said.amount()->is_zero()) continue;  // zeros agree by chance
    ++proposal.compared;
    proposal.agreeing += restatement.agrees ? 1 : 0;
  }
  return proposal;
}

bool IsPlausible(const Proposal& proposal) {
  if (proposal.agreeing >= 2 && proposal.agreeing == proposal.compared) return true;
  // Four figures to the last digit are no chance, even beside one that was restated.
  if (proposal.agreeing >= 4 && proposal.agreeing * 4 >= proposal.compared * 3) return true;
  if (proposal.alike == kSame || proposal.by_plaque || proposal.by_short_name) return proposal.agreeing * 2 >= proposal.compared;
  // Names that are only alike prove nothing: 第一幼儿园 is not 第二幼儿园.
  return proposal.alike >= kAlike && proposal.agreeing * 2 > proposal.compared;
}

std::string_view ProposalName(const Proposal& proposal, const DocumentRecord& before, const DocumentRecord& after) {
  if (proposal.old_documents.size() > 1) return "merged";
  return FoldName(before.organization) == FoldName(after.organization) ? "matched" : "renamed";
}

std::string ProposalReason(const Proposal& proposal, bool chinese) {
  if (proposal.old_documents.size() > 1) {
    return fmt::format(fmt::runtime(chinese ? "新文件所述上年数中有 {} 个（共 {} 个）等于二者之和，本年各数与二者之和比较"
                                            : "{} of {} prior-year figures are the sum of both; its figures are compared with that sum"),
                       proposal.agreeing, proposal.compared);
  }
  const std::string_view comma = chinese ? "，" : ", ";
  std::string reason = fmt::format(fmt::runtime(chinese ? "名称相似度 {}%" : "names {} % alike"), proposal.alike);
  const auto add = [&](bool holds, std::string_view zh, std::string_view en) {
    if (holds) reason.append(comma).append(chinese ? zh : en);
  };
  add(proposal.by_short_name, "简称相同", "the same short name");
  add(proposal.by_plaque, "一方名称是另一方加挂的牌子", "one's name is a plaque of the other");
  add(proposal.other_scope, "部门或单位范围不同", "scope differs");
  add(proposal.other_region, "行政区不同", "region differs");
  if (proposal.compared == 0) return reason;
  return reason + fmt::format(fmt::runtime(chinese ? "，所述上年数 {}/{} 与旧文件一致" : ", {}/{} prior-year figures agree"),
                              proposal.agreeing, proposal.compared);
}

Proposal Merger(const Published& first, const Published& second, const std::vector<Statement>& statements,
                const KeyOptions& options) {
  Proposal proposal;
  for (const Statement& statement : statements) {
    const std::string key = AbsoluteKey(statement.said, options);
    const auto a = first.groups.find(key), b = second.groups.find(key);
    if (a == first.groups.end() || b == second.groups.end() || !statement.said.range) continue;
    const FactRecord& one = first.record->facts[a->second[0]];
    const FactRecord& other = second.record->facts[b->second[0]];
    if (one.amount()->is_zero() || other.amount()->is_zero() || !one.range || !other.range) continue;
    const auto sum = Interval::Add(*one.range, *other.range);
    ++proposal.compared;
    if (sum && Interval::Meet(*sum, *statement.said.range)) ++proposal.agreeing;
  }
  return proposal;
}

bool IsMerger(const Proposal& merger) { return merger.agreeing > 0 && merger.agreeing * 2 > merger.compared; }

Matching Match(const Records& old_documents, const Records& new_documents, const KeyOptions& options) {
  return Matcher(old_documents, new_documents, options).Run();
}

}  // namespace mingzhang
