#include "extractor/output/diff_parts.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace mingzhang {
namespace {

constexpr std::string_view kFullStop = "\xE3\x80\x82";
constexpr uint32_t kNear = 30;          // lines after a heading in which its first figure stands
constexpr size_t kFirstSentence = 900;  // bytes of a body in which its first sentence ends
constexpr size_t kStatement = 24;       // bytes of a quotation that is more than a figure and its word

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string Joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string joined;
  for (const std::string& text : texts) joined.append(joined.empty() ? "" : separator).append(text);
  return joined;
}

void AddTexts(ChangeKind kind, std::string name, std::string before, std::string after, std::vector<Change>* changes) {
  Change change;
  change.kind = kind;
  change.name = std::move(name);
  change.old_text = std::move(before);
  change.new_text = std::move(after);
  changes->push_back(std::move(change));
}

// A document's sections by role, those that hold something.
class RoleOutline {
 public:
  explicit RoleOutline(const DocumentRecord& document) {
    for (const SectionRecord& section : document.sections) by_id_.emplace(section.id, &section);
    for (const FactRecord& fact : document.facts) {
      first_fact_.emplace(fact.section, fact.place.line);
      concepts_[fact.section].insert(fact.concept_id);
    }
    for (const SectionRecord& section : document.sections) {
      if (section.role.empty() || !Holds(section)) continue;
      auto& sections = sections_[section.role];
      const SectionRecord* outermost = OutermostOf(section);
      if (std::find(sections.begin(), sections.end(), outermost) == sections.end()) sections.push_back(outermost);
    }
  }

  bool Has(const std::string& role) const { return sections_.contains(role); }
  const std::string& TitleOf(const std::string& role) const { return sections_.at(role).front()->title; }
  uint32_t LineOf(const std::string& role) const { return sections_.at(role).front()->line; }
  bool HasOne(const std::string& role) const { return Has(role) && sections_.at(role).size() == 1; }

  // The heading without a role under which stands what `other` has under `role`; empty when there is none.
  std::string TitleOfUnknown(const std::string& role, const RoleOutline& other) const {
    const std::set<std::string> sought = other.ConceptsOf(*other.sections_.at(role).front());
    for (const auto& [id, section] : by_id_) {
      const std::set<std::string> concepts = section->role.empty() ? ConceptsOf(*section) : std::set<std::string>();
      const bool shared = std::any_of(sought.begin(), sought.end(), [&](const auto& each) { return concepts.contains(each); });
      if (shared) return section->title;
    }
    return "";
  }

  std::vector<std::string> Roles() const {
    std::vector<std::string> roles;
    for (const auto& [role, sections] : sections_) roles.push_back(role);
    std::stable_sort(roles.begin(), roles.end(),
                     [this](const std::string& a, const std::string& b) { return LineOf(a) < LineOf(b); });
    return roles;
  }

 private:
  std::set<std::string> ConceptsOf(const SectionRecord& section) const {
    const auto found = concepts_.find(section.id);
    return found == concepts_.end() ? std::set<std::string>() : found->second;
  }

  bool Holds(const SectionRecord& section) const {
    const auto fact = first_fact_.find(section.id);
    const bool near = fact != first_fact_.end() && fact->second <= section.line + kNear;
    return near || section.body.substr(0, kFirstSentence).find(kFullStop) != std::string::npos;
  }

  // Parts with the role of their chapter (s3.1 of s3) are one section with it.
  const SectionRecord* OutermostOf(const SectionRecord& section) const {
    const SectionRecord* outermost = &section;
    for (size_t dot = section.id.rfind('.'); dot != std::string::npos && dot > 0; dot = section.id.rfind('.', dot - 1)) {
      const auto chapter = by_id_.find(section.id.substr(0, dot));
      if (chapter != by_id_.end() && chapter->second->role == section.role) outermost = chapter->second;
    }
    return outermost;
  }

  std::map<std::string, const SectionRecord*> by_id_;
  std::map<std::string, uint32_t> first_fact_;               // line, by section
  std::map<std::string, std::set<std::string>> concepts_;     // by section
  std::map<std::string, std::vector<const SectionRecord*>> sections_;
};

std::string WithoutDigits(const std::string& title) {
  std::string kept;
  for (const char c : title) {
    if (!IsDigit(c) && static_cast<unsigned char>(c) > ' ') kept.push_back(c);
  }
  return kept;
}

// The roles that stand once in both, as `outline` orders them.
std::vector<std::string> OrderOf(const RoleOutline& outline, const RoleOutline& other) {
  std::vector<std::string> order = outline.Roles();
  std::erase_if(order, [&](const std::string& role) { return !outline.HasOne(role) || !other.HasOne(role); });
  return order;
}

void CompareOrder(const RoleOutline& before, const RoleOutline& after, std::vector<Change>* changes) {
  std::vector<std::string> old_order = OrderOf(before, after), new_order = OrderOf(after, before);
  if (old_order == new_order) return;
  for (std::string& role : old_order) role = before.TitleOf(role);
  for (std::string& role : new_order) role = after.TitleOf(role);
  AddTexts(ChangeKind::kSection, "order", Joined(old_order, " / "), Joined(new_order, " / "), changes);
}

// The message with every year as its distance from the document's.
std::string LooseKey(const FindingRecord& finding, int year) {
  std::string key = finding.rule + "|";
  const std::string& message = finding.message_en;
  for (size_t i = 0; i < message.size();) {
    size_t end = i;
    while (end < message.size() && IsDigit(message[end])) ++end;
    int number = 0;
    std::from_chars(message.data() + i, message.data() + end, number);
    const bool fraction = i > 0 && message[i - 1] == '.';
    const bool is_year = end - i == 4 && number >= 1900 && number < 2100 && year != 0 && !fraction;
    if (is_year) key.append("y").append(std::to_string(number - year));
    else key.append(message, i, std::max<size_t>(end - i, 1));
    i = std::max(end, i + 1);
  }
  return key;
}

std::string WithoutNumbers(const std::string& text) {
  std::string kept;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool in_number = !kept.empty() && kept.back() == '#' && (text[i] == '.' || text[i] == '-');
    if (!IsDigit(text[i]) && !in_number) kept.push_back(text[i]);
    else if (kept.empty() || kept.back() != '#') kept.push_back('#');
  }
  return kept;
}

// The message whatever its figures. An error about one figure is made anew every year; one about a
// statement that is still there is not.
std::string WordsKey(const FindingRecord& finding) {
  const bool anew = finding.severity == "error" && WithoutNumbers(finding.place.quote).size() < kStatement;
  return anew ? "" : finding.rule + "|" + WithoutNumbers(finding.message_en);
}

class FindingMatcher {
 public:
  FindingMatcher(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes)
      : before_(before), after_(after), changes_(changes), old_of_(after.findings.size(), nullptr) {}

  void Run() {
    MatchBy([](const FindingRecord& finding, const DocumentRecord&) { return finding.fingerprint; });
    MatchBy([](const FindingRecord& finding, const DocumentRecord& in) { return LooseKey(finding, in.year()); });
    MatchBy([](const FindingRecord& finding, const DocumentRecord&) { return WordsKey(finding); });
    for (size_t i = 0; i < after_.findings.size(); ++i) {
      Add(old_of_[i] == nullptr ? "new" : "carried", after_.findings[i]);
    }
    for (const FindingRecord& finding : before_.findings) {
      if (!matched_.contains(&finding)) Add("fixed", finding);
    }
  }

 private:
  template <typename Key>
  void MatchBy(Key key) {
    std::multimap<std::string, const FindingRecord*> known;
    for (const FindingRecord& finding : before_.findings) {
      if (!matched_.contains(&finding)) known.emplace(key(finding, before_), &finding);
    }
    for (size_t i = 0; i < after_.findings.size(); ++i) {
      if (old_of_[i] != nullptr) continue;
      const std::string sought = key(after_.findings[i], after_);
      const auto found = known.find(sought);
      if (sought.empty() || found == known.end()) continue;
      old_of_[i] = found->second;
      matched_.insert(found->second);
      known.erase(found);
    }
  }

  void Add(const char* state, const FindingRecord& finding) {
    Change change;
    change.kind = ChangeKind::kFinding;
    change.name = state;
    change.finding = finding;
    changes_->push_back(std::move(change));
  }

  const DocumentRecord& before_;
  const DocumentRecord& after_;
  std::vector<Change>* const changes_;
  std::vector<const FindingRecord*> old_of_;
  std::set<const FindingRecord*> matched_;
};

std::string TimeOf(int year, const std::string& stage) {
  std::string time = year == 0 ? "" : std::to_string(year);
  if (!stage.empty()) time.append(time.empty() ? "" : " ").append(stage);
  return time;
}

// "revenue.total[amount] 2024 budget = 3.50 CNY_WAN": as `dump --stage=facts` has it, without the pattern.
std::string ReadingOf(const FactRecord& fact) {
  std::string text = fact.concept_id + "[" + fact.measure + "] ";
  text.append(fact.date.empty() ? TimeOf(fact.year, fact.stage) : fact.date + " " + fact.stage);
  text.append(" = ").append(fact.value);
  if (!fact.unit.empty()) text.append(" ").append(fact.unit);
  if (fact.assertion != "stated") text.append(" ").append(fact.assertion);
  if (fact.basis_year != 0) text.append(" against ").append(TimeOf(fact.basis_year, fact.basis_stage));
  if (!fact.basis_concept.empty()) text.append(" of ").append(fact.basis_concept);
  for (const auto& [name, value] : fact.qualifiers) text.append(" ").append(name).append("=").append(value);
  return text;
}

using Place = std::pair<uint64_t, uint64_t>;
Place PlaceOf(const FactRecord& fact) { return {fact.place.byte_begin, fact.place.byte_end}; }

ChangeSide ReadingSide(const FactRecord& fact) {
  ChangeSide side = SideOf(fact);
  side.reading = ReadingOf(fact);
  return side;
}

}  // namespace

bool IsSameText(const DocumentRecord& a, const DocumentRecord& b) { return !a.sha256.empty() && a.sha256 == b.sha256; }

void CompareHeads(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes) {
  const auto compare = [&](const char* name, const std::string& a, const std::string& b) {
    if (a != b) AddTexts(ChangeKind::kDocument, name, a, b, changes);
  };
  compare("organization", before.organization, after.organization);
  compare("short_name", before.short_name, after.short_name);
  compare("plaques", Joined(before.plaques, ", "), Joined(after.plaques, ", "));
  compare("kind", before.kind, after.kind);
  compare("scope", before.level, after.level);
  compare("region", before.region, after.region);
  compare("tier", before.tier, after.tier);
  if (before.year() == after.year()) compare("title", before.title, after.title);
  if (!IsSameText(before, after)) return;
  compare("fiscal_year", std::to_string(before.year()), std::to_string(after.year()));
  compare("grammar", before.grammar, after.grammar);
  compare("version", before.version, after.version);
  compare("unexplained", std::to_string(before.unexplained), std::to_string(after.unexplained));
}

void CompareSections(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes) {
  const RoleOutline was(before), is(after);
  const auto add = [&](const std::string& role, const std::string& a, const std::string& b) {
    AddTexts(ChangeKind::kSection, role, a, b, changes);
  };
  for (const std::string& role : is.Roles()) {
    if (!was.Has(role)) add(role, was.TitleOfUnknown(role, is), is.TitleOf(role));
    else if (was.HasOne(role) && is.HasOne(role) && WithoutDigits(was.TitleOf(role)) != WithoutDigits(is.TitleOf(role)))
      add(role, was.TitleOf(role), is.TitleOf(role));
  }
  for (const std::string& role : was.Roles()) {
    if (!is.Has(role)) add(role, was.TitleOf(role), is.TitleOfUnknown(role, was));
  }
  CompareOrder(was, is, changes);
}

void CompareFindings(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes) {
  FindingMatcher(before, after, changes).Run();
}

void CompareReadings(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes) {
  std::multimap<Place, const FactRecord*> known;
  for (const FactRecord& fact : before.facts) known.emplace(PlaceOf(fact), &fact);
  std::vector<const FactRecord*> rest;
  for (const FactRecord& fact : after.facts) {
    const auto [first, last] = known.equal_range(PlaceOf(fact));
    const std::string reading = ReadingOf(fact);
    const auto same = std::find_if(first, last, [&](const auto& entry) { return ReadingOf(*entry.second) == reading; });
    if (same != last) known.erase(same);
    else rest.push_back(&fact);
  }
  for (const FactRecord* fact : rest) {
    const auto other = known.find(PlaceOf(*fact));
    Change change = ChangeOf(other == known.end() ? ChangeKind::kAdded : ChangeKind::kReread, *fact);
    change.new_side = ReadingSide(*fact);
    if (other != known.end()) {
      change.old_side = ReadingSide(*other->second);
      known.erase(other);
    }
    changes->push_back(std::move(change));
  }
  for (const auto& [place, fact] : known) {
    Change change = ChangeOf(ChangeKind::kRemoved, *fact);
    change.old_side = ReadingSide(*fact);
    changes->push_back(std::move(change));
  }
}

}  // namespace mingzhang
