#include "extractor/facts/facts.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "extractor/facts/coverage.h"
#include "extractor/facts/reader.h"
#include "extractor/facts/scopes.h"
#include "extractor/facts/tokens.h"

namespace mingzhang {
namespace {

class FactsDriver {
 public:
  FactsDriver(const Grammar& grammar, const DocumentText& text, const std::vector<Heading>& headings,
              const std::vector<Quantity>& quantities, Extraction* extraction)
      : grammar_(grammar), text_(text), headings_(headings), quantities_(quantities), out_(extraction),
        reader_(grammar, extraction->document, text.logical, extraction, &claims_),
        scopes_(grammar.document().levels, text, extraction) {}

  void Run(const Deadline& deadline) {
    claims_.reserve(quantities_.size());
    out_->facts.reserve(quantities_.size());
    MakeSections();
    for (size_t i = 0; i < text_.lines.size() && !deadline.HasPassed(); ++i) ReadLine(i);
    scopes_.Finish();
    out_->coverage = CountNumerals(text_, claims_);
    SetStates();
  }

 private:
  void MakeSections() {
    std::unordered_map<std::string, int> ids;
    for (const Heading& heading : headings_) {
      Section section;
      section.parent = heading.parent;
      section.level = static_cast<int8_t>(heading.level);
      section.heading = heading.range;
      section.body = heading.body;
      section.number = std::string(text_.Quote({heading.range.begin, heading.title.begin}));
      section.title = std::string(text_.Logical(heading.title));
      if (heading.role) section.role = heading.role->role;
      if (heading.role) section.concept_id = heading.role->concept_id;
      section.id = UniqueId(heading, &ids);
      out_->sections.push_back(std::move(section));
    }
  }

  // The numbers on the way down: s3.1 is （一） under 三.
  // A number that comes again gets a suffix; `ids` counts how often each came.
  std::string UniqueId(const Heading& heading, std::unordered_map<std::string, int>* ids) const {
    std::string base = heading.parent >= 0 ? out_->sections[static_cast<size_t>(heading.parent)].id + "." : "s";
    if (heading.style < 0) base += "h";
    base += std::to_string(heading.style < 0 ? static_cast<int>(out_->sections.size()) : heading.value);
    const int times = ++(*ids)[base];
    return times == 1 ? base : fmt::format("{}-{}", base, times);
  }

  void ReadLine(size_t i) {
    const LogicalLine& line = text_.lines[i];
    const Quantity* begin = quantities_.data() + next_quantity_;
    while (next_quantity_ < quantities_.size() && quantities_[next_quantity_].text.begin < line.range.end) ++next_quantity_;
    const Quantity* end = quantities_.data() + next_quantity_;
    const bool heading = next_heading_ < headings_.size() && headings_[next_heading_].line == static_cast<int>(i);
    if (line.kind != LineKind::kProse) {
      const NumeralClass numeral_class = line.kind == LineKind::kTable      ? NumeralClass::kTableCell
                                         : line.kind == LineKind::kContents ? NumeralClass::kContents
                                                                            : NumeralClass::kPageNumber;
      for (; begin != end; ++begin) claims_.push_back({begin, numeral_class});
      return;
    }
    Range rest = line.range;
    if (heading) {
      const Heading& entry = headings_[next_heading_];
      section_ = static_cast<Index>(next_heading_++);
      const Quantity* after = begin;
      while (after != end && after->text.begin < entry.range.end) ++after;
      Split(entry.range, begin, after);
      reader_.ReadHeading(tokens_, section_, entry.parent, entry.role);
      scopes_.ReadHeading(tokens_, section_, entry.parent);
      begin = after;
      rest.begin = entry.range.end;
    }
    if (rest.empty()) return;
    Split(rest, begin, end);
    reader_.ReadLine(tokens_, rest, section_);
    scopes_.ReadLine(tokens_);
  }

  void Split(Range range, const Quantity* begin, const Quantity* end) {
    Tokenize(text_.logical, range, begin, end, grammar_.lexicon(), &tokens_, &hidden_);
    for (const Quantity* quantity : hidden_) claims_.push_back({quantity, NumeralClass::kThreshold});
    scopes_.FindNames(range, &tokens_);
  }

  // Empty: nothing under the heading. Content mismatch: about other things than the heading says.
  void SetStates() {
    for (size_t i = 0; i < headings_.size(); ++i) {
      Section& section = out_->sections[i];
      if (!headings_[i].role) section.state = SectionState::kUnknownHeading;
      if (!headings_[i].has_body && !headings_[i].has_children) section.state = SectionState::kEmpty;
    }
    std::vector<int> own(out_->sections.size()), other(out_->sections.size());
    for (const Fact& fact : out_->facts) {
      if (fact.section == kNone || fact.measure != Measure::kAmount) continue;
      const auto section = static_cast<size_t>(fact.section);
      const ConceptId about = out_->sections[section].concept_id;
      if (about == kNoConcept) continue;
      (grammar_.IsDescendant(fact.concept_id, about) || grammar_.IsDescendant(about, fact.concept_id) ? own : other)[section]++;
    }
    for (size_t i = 0; i < own.size(); ++i) {
      const ConceptId about = out_->sections[i].concept_id;
      const bool economic = about != kNoConcept && grammar_.concepts()[static_cast<size_t>(about)].economic;
      if (own[i] == 0 && other[i] > 0 && !headings_[i].has_children && economic) out_->sections[i].state = SectionState::kContentMismatch;
    }
  }

  const Grammar& grammar_;
  const DocumentText& text_;
  const std::vector<Heading>& headings_;
  const std::vector<Quantity>& quantities_;
  Extraction* out_;
  std::vector<Claim> claims_;
  Reader reader_;
  ScopeReader scopes_;
  std::vector<Token> tokens_;
  std::vector<const Quantity*> hidden_;
  size_t next_quantity_ = 0, next_heading_ = 0;
  Index section_ = kNone;
};

}  // namespace

void ReadFacts(const Grammar& grammar, const DocumentText& text, const std::vector<Heading>& headings,
               const std::vector<Quantity>& quantities, Extraction* extraction, const Deadline& deadline) {
  FactsDriver(grammar, text, headings, quantities, extraction).Run(deadline);
}

}  // namespace mingzhang
