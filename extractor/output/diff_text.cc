#include "extractor/output/diff_text.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "extractor/output/diff_parts.h"
#include "extractor/output/diff_restatement.h"
#include "extractor/output/finding_place.h"

namespace mingzhang {
namespace {

constexpr std::string_view kRed = "\x1B[31m", kGreen = "\x1B[32m", kBold = "\x1B[1m", kPlain = "\x1B[0m";
constexpr std::string_view kMinus = "\xE2\x88\x92", kDash = "\xE2\x80\x94", kArrow = " \xE2\x86\x92 ";
constexpr int kTenThousand = 4;
constexpr size_t kLongestWord = 48;  // bytes of a text value in a table
constexpr size_t kPageWidth = 100;   // columns
constexpr size_t kSpaces = 13;       // columns between and before those of a table
constexpr size_t kNarrowLabel = 24;  // columns that a label has in any case; a wider one gets a line of its own

std::string WithTwoDecimals(const Decimal& number) { return WithDecimals(number, 2).ToString(); }

// Yuan in units of ten thousand, with at least two decimals.
std::string InTenThousands(const Decimal& yuan) { return WithTwoDecimals(yuan.Scaled(-kTenThousand)); }

std::string Signed(std::string text) {
  if (text.starts_with('-')) return std::string(kMinus) + text.substr(1);
  return "+" + text;
}

std::string Shortened(const std::string& text) {
  if (text.size() <= kLongestWord) return text;
  size_t end = kLongestWord;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "\xE2\x80\xA6";
}

bool IsPercentUnit(const std::string& unit) { return unit == "PCT"; }

std::string Figure(const std::optional<ChangeSide>& side, const ReportWords& words) {
  if (!side) return std::string(kDash);
  if (side->yuan) return InTenThousands(*side->yuan) + std::string(words("wan"));
  if (!side->amount) return Shortened(side->value);
  return side->amount->ToString() + (IsPercentUnit(side->unit) ? "%" : "");
}

std::string DifferenceText(const Change& change, const ReportWords& words) {
  if (!change.difference || change.difference->is_zero()) return "";
  if (change.is_money()) return Signed(InTenThousands(*change.difference)) + std::string(words("wan"));
  const bool points = change.new_side && IsPercentUnit(change.new_side->unit);
  if (points) return Signed(WithTwoDecimals(*change.difference)) + std::string(words("points"));
  const std::string difference = change.difference->ToString();
  return Signed(difference.find('.') == std::string::npos ? difference : WithTwoDecimals(*change.difference));
}

std::string LinesOf(const Change& change) {
  const auto line = [](const std::optional<ChangeSide>& side) {
    return side && side->place.line != 0 ? std::to_string(side->place.line) : std::string("-");
  };
  return line(change.old_side) + "/" + line(change.new_side);
}

std::string PeriodOf(const ChangeSide& side, const ReportWords& words) {
  if (!side.date.empty()) return side.date;
  const bool at_a_time = side.stage.empty() || side.stage == "stock";
  const std::string year = side.year == 0 ? "" : std::to_string(side.year);
  if (at_a_time) return year;
  return (year.empty() ? "" : year + std::string(words("of_year"))) + std::string(words(side.stage));
}

// Nothing for figures of the document's own year and stage, which most are.
std::string OwnPeriodOf(const ChangeSide& side, const DocumentRecord* document, const ReportWords& words) {
  const bool at_a_time = side.stage.empty() || side.stage == "stock";
  if (document != nullptr && side.date.empty() && (side.year == 0 || side.year == document->year()) &&
      (at_a_time || side.stage == document->own_stage())) {
    return "";
  }
  return PeriodOf(side, words);
}

// "a" when both are the same, else "a → b".
std::string Both(const std::string& a, const std::string& b) { return a == b ? a : a + std::string(kArrow) + b; }

std::string AgainstText(const ChangeSide& side, const ReportWords& words) {
  if (side.against_year == 0) return std::string(kDash);
  return std::string(words("against")) + std::to_string(side.against_year) +
         std::string(words("of_year")) + std::string(words(side.against_stage));
}

// The time of the figures of a row, and what they are measured against, where that is not obvious.
std::string NoteOf(const Change& change, const DiffContext& context, const ReportWords& words) {
  const auto own = [&](const std::optional<ChangeSide>& side, const DocumentRecord* document) {
    return side ? OwnPeriodOf(*side, document, words) : "";
  };
  std::string before = own(change.old_side, context.old_document), after = own(change.new_side, context.new_document);
  if (!change.old_side || !change.new_side) return before + after;
  const ChangeSide& a = *change.old_side;
  const ChangeSide& b = *change.new_side;
  if (before.empty() && after.empty() && a.stage != b.stage) before = words(a.stage), after = words(b.stage);
  std::string note = before.empty() != after.empty() ? Both(PeriodOf(a, words), PeriodOf(b, words)) : Both(before, after);
  const bool both = a.against_year != 0 && b.against_year != 0;
  const bool same_distance = both ? a.against_year - a.year == b.against_year - b.year : a.against_year == b.against_year;
  if (same_distance && a.against_stage == b.against_stage) return note;
  return note.append(note.empty() ? "" : " ").append(Both(AgainstText(a, words), AgainstText(b, words)));
}

void AppendPadded(const std::string& text, size_t width, bool right, std::string* out) {
  const size_t own = DisplayWidth(text);
  const std::string spaces(width > own ? width - own : 0, ' ');
  if (right) out->append(spaces).append(text);
  else out->append(text).append(spaces);
}

class TextTable {
 public:
  void Add(const ChangeRow& row, std::string_view at, int sign) {
    rows_.push_back({{row.label, row.before, row.after, row.difference, row.rate, std::string(at) + row.lines}, sign});
    for (size_t i = 1; i < widths_.size(); ++i) widths_[i] = std::max<size_t>(widths_[i], DisplayWidth(rows_.back().cells[i]));
  }

  void Write(bool colour, std::string* out) {
    FitLabels();
    for (const Row& row : rows_) {
      out->append("  ");
      if (DisplayWidth(row.cells[0]) > widths_[0]) out->append(row.cells[0]).append("\n  ").append(widths_[0], ' ');
      else AppendPadded(row.cells[0], widths_[0], false, out);
      out->append("  ");
      AppendPadded(row.cells[1], widths_[1], true, out);
      out->append(kArrow);
      AppendPadded(row.cells[2], widths_[2], true, out);
      if (colour && row.sign != 0) out->append(row.sign > 0 ? kGreen : kRed);
      for (size_t i = 3; i < 5; ++i) {
        out->append("  ");
        AppendPadded(row.cells[i], widths_[i], true, out);
      }
      if (colour && row.sign != 0) out->append(kPlain);
      out->append("  ").append(row.cells[5]).append("\n");
    }
  }

 private:
  struct Row {
    std::array<std::string, 6> cells;
    int sign;
  };

  // Labels have what the figures leave of the page.
  void FitLabels() {
    const size_t figures = std::accumulate(widths_.begin() + 1, widths_.end(), kSpaces);
    const size_t most = std::max(kNarrowLabel, kPageWidth - std::min(kPageWidth, figures));
    for (const Row& row : rows_) {
      const size_t width = DisplayWidth(row.cells[0]);
      if (width <= most) widths_[0] = std::max(widths_[0], width);
    }
  }

  std::vector<Row> rows_;
  std::array<size_t, 6> widths_{};
};

class TextDiff {
 public:
  TextDiff(const std::vector<Change>& changes, const DiffContext& context, const ReportWords& words,
           const DiffTextOptions& options, std::string* out)
      : changes_(changes), context_(context), words_(words), options_(options), out_(out) {}

  void Write() {
    const auto differs = [](const Change& change) { return change.is_difference(); };
    if (std::none_of(changes_.begin(), changes_.end(), differs)) return;
    out_->append(Bold(PairTitle(context_, words_))).append("\n");
    Plain(ChangeKind::kDocument);
    Plain(ChangeKind::kSection);
    for (const ChangeKind kind : {ChangeKind::kRestatement, ChangeKind::kLevel, ChangeKind::kAdded,
                                  ChangeKind::kRemoved}) {
      Table(kind);
    }
    Readings();
    Findings();
    out_->push_back('\n');
  }

 private:
  std::string Bold(const std::string& text) const {
    return options_.colour ? std::string(kBold) + text + std::string(kPlain) : text;
  }

  void Heading(std::string_view key, size_t count) {
    out_->append(Bold(std::string(words_(key)) + " (" + std::to_string(count) + ")")).append("\n");
  }

  void Plain(ChangeKind kind) {
    const auto changes = OfKind(changes_, kind);
    if (changes.empty()) return;
    Heading(ChangeKindName(kind), changes.size());
    for (const Change* change : changes) {
      const auto [name, before, after] = TextsOf(*change, words_);
      out_->append("  ").append(name).append(name.empty() ? "" : ": ").append(before).append(kArrow).append(after);
      if (!change->reason.empty()) out_->append("  (").append(change->reason).append(")");
      out_->push_back('\n');
    }
  }

  void Readings() {
    const auto changes = OfKind(changes_, ChangeKind::kReread);
    if (changes.empty()) return;
    Heading(ChangeKindName(ChangeKind::kReread), changes.size());
    for (const Change* change : changes) {
      out_->append("  ").append(words_("at")).append(std::to_string(change->new_side->place.line)).append(": ");
      out_->append(change->old_side->reading).append(kArrow).append(change->new_side->reading).append("\n");
    }
  }

  void Table(ChangeKind kind) {
    const auto changes = OfKind(changes_, kind);
    if (changes.empty()) return;
    Heading(ChangeKindName(kind), changes.size());
    TextTable table;
    for (const Change* change : changes) {
      table.Add(RowOf(*change, context_, words_), words_("at"), change->difference ? change->difference->sign() : 0);
    }
    table.Write(options_.colour, out_);
  }

  void Findings() {
    const auto changes = OfKind(changes_, ChangeKind::kFinding);
    if (changes.empty()) return;
    Heading("finding", changes.size());
    std::map<std::string, int> quiet;
    for (const Change* change : changes) {
      const bool is_quiet = change->name == "carried" || change->finding->severity == "note";
      if (is_quiet && !options_.notes) {
        ++quiet[change->name];
        continue;
      }
      const FindingRecord& finding = *change->finding;
      out_->append("  ").append(words_(change->name)).append(": ").append(words_(finding.severity)).append("[");
      out_->append(finding.rule).append("] ").append(words_.chinese() ? finding.message_zh : finding.message_en);
      const std::string lines = FindingLines(*change);
      if (!lines.empty()) out_->append("  ").append(words_("at")).append(lines);
      out_->push_back('\n');
    }
    for (const auto& [state, count] : quiet) {
      out_->append("  ").append(words_(state)).append(": ").append(std::to_string(count)).append(" ");
      out_->append(words_("quiet")).append("\n");
    }
  }

  const std::vector<Change>& changes_;
  const DiffContext& context_;
  const ReportWords& words_;
  const DiffTextOptions& options_;
  std::string* const out_;
};

}  // namespace

// "type=其他用车;basis=reserved" as "其他用车, 预留": what the names of qualifiers say, their values say as well.
std::string ReportWords::Qualifiers(const std::string& qualifiers) const {
  std::string values;
  for (size_t begin = 0; begin < qualifiers.size();) {
    const size_t end = std::min(qualifiers.find(';', begin), qualifiers.size());
    const size_t value = std::min(qualifiers.find('=', begin), end - 1) + 1;
    values.append(values.empty() ? "" : ", ").append((*this)(std::string_view(qualifiers).substr(value, end - value)));
    begin = end + 1;
  }
  return values;
}

std::string ReportWords::Label(const Change& change, const Grammar& grammar) const {
  const auto name = [&](const std::string& concept_id) {
    const ConceptId id = grammar.FindConcept(concept_id);
    if (id == kNoConcept) return concept_id;
    return chinese_ ? grammar.concepts()[id].label_zh : grammar.concepts()[id].label_en;
  };
  // A line of the functional classification is known by its names.
  std::string label = change.path.empty() ? name(change.concept_id) : change.path;
  if (change.path.empty() && !change.qualifiers.empty()) label.append(" [").append(Qualifiers(change.qualifiers)).append("]");
  if (change.measure != "amount") label.append(" ").append((*this)(change.measure));
  if (!change.basis_concept.empty()) label.append(" / ").append(name(change.basis_concept));
  return label;
}

ChangeTexts TextsOf(const Change& change, const ReportWords& words) {
  static constexpr std::string_view kCoded[] = {"kind", "scope", "tier"};
  const bool coded = std::find(std::begin(kCoded), std::end(kCoded), change.name) != std::end(kCoded);
  const auto shown = [&](const std::string& text) {
    if (text.empty()) return std::string(kDash);
    return coded ? std::string(words(text)) : text;
  };
  const bool named = change.kind != ChangeKind::kSection || change.name == "order";
  return {named ? std::string(words(change.name)) : "", shown(change.old_text), shown(change.new_text)};
}

std::string FindingLines(const Change& change) {
  if (change.finding->place.line == 0) return "";
  const std::string line = std::to_string(change.finding->place.line);
  return change.name == "fixed" ? line + "/-" : "-/" + line;
}

ChangeRow RowOf(const Change& change, const DiffContext& context, const ReportWords& words) {
  ChangeRow row;
  row.label = words.Label(change, context.grammar);
  if (change.kind == ChangeKind::kRestatement && change.old_side) {
    row.label.append("  ").append(PeriodOf(*change.old_side, words));
    if (change.new_side->derived) row.label.append(" ").append(words("derived"));
  } else if (const std::string note = NoteOf(change, context, words); !note.empty()) {
    row.label.append("  ").append(note);
  }
  row.before = Figure(change.old_side, words);
  row.after = Figure(change.new_side, words);
  row.difference = DifferenceText(change, words);
  if (change.rate && !change.rate->is_zero()) row.rate = Signed(change.rate->ToString()) + "%";
  row.lines = LinesOf(change);
  return row;
}

std::string PairTitle(const DiffContext& context, const ReportWords& words) {
  const auto year = [](const DocumentRecord* document) {
    return document == nullptr || document->year() == 0 ? std::string(kDash) : std::to_string(document->year());
  };
  const DocumentRecord* named = context.new_document != nullptr ? context.new_document : context.old_document;
  if (named == nullptr) return "";
  std::string title = named->organization.empty() ? named->name : named->organization;
  const bool same_text = context.old_document != nullptr && context.new_document != nullptr &&
                         IsSameText(*context.old_document, *context.new_document);
  if (named->level == "unit") title.append(" (").append(words("unit_scope")).append(")");
  title.append("  ").append(year(context.old_document));
  if (same_text) return title.append("  ").append(words(named->kind)).append("  ").append(words("same_text"));
  return title.append(kArrow).append(year(context.new_document)).append("  ").append(words(named->kind));
}

std::vector<const Change*> OfKind(const std::vector<Change>& changes, ChangeKind kind) {
  std::vector<const Change*> found;
  for (const Change& change : changes) {
    if (change.kind == kind) found.push_back(&change);
  }
  const bool figures = kind == ChangeKind::kLevel || kind == ChangeKind::kRestatement;
  const auto size = [](const Change& change) {
    return std::pair(change.is_money(), change.difference ? change.difference->Abs() : Decimal());
  };
  if (figures) {
    std::stable_sort(found.begin(), found.end(), [&](const Change* a, const Change* b) {
      const auto [a_money, a_size] = size(*a);
      const auto [b_money, b_size] = size(*b);
      return a_money != b_money ? a_money : a_size > b_size;
    });
  }
  return found;
}

void WriteDiffText(const std::vector<Change>& changes, const DiffContext& context, const ReportWords& words,
                   const DiffTextOptions& options, std::string* out) {
  TextDiff(changes, context, words, options, out).Write();
}

}  // namespace mingzhang
