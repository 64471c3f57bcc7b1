#include "extractor/pipeline.h"

#include <cassert>

#include <fmt/format.h>

#include "extractor/base/digest.h"
#include "extractor/facts/document_facts.h"
#include "extractor/facts/facts.h"
#include "extractor/text/decode.h"
#include "extractor/text/html.h"
#include "extractor/text/normalize.h"
#include "extractor/text/outline.h"
#include "extractor/text/reflow.h"

namespace mingzhang {
namespace {

// The units were read once when the grammar was loaded; the scanner keeps a copy of its own.
UnitGrammar UnitsOf(const Grammar& grammar) {
  for (const GrammarFile& file : grammar.files()) {
    if (file.name == "units.toml") return std::move(LoadUnits(file)).value();
  }
  return {};
}

}  // namespace

Pipeline::Pipeline(const Grammar& grammar, Options options)
    : grammar_(grammar), options_(std::move(options)), scanner_(UnitsOf(grammar)) {}

Status Pipeline::ReadText(std::string_view bytes, Document* document) const {
  auto decoded = Decode(bytes);
  if (!decoded.ok()) return decoded.error();
  DocumentText& text = document->text;
  text.encoding = decoded->encoding;
  text.decoded = std::move(decoded->text);
  text.source = SourceMap(bytes, text.decoded, text.encoding);
  HtmlText html;
  const bool is_html = LooksLikeHtml(text.decoded);
  if (is_html) html = StripHtml(text.decoded);
  Normalized normalized = Normalize(is_html ? html.text : text.decoded, grammar_.text());
  Reflowed reflowed = Reflow(normalized.text, grammar_.text());
  text.SetLogical(std::move(reflowed.text));
  text.lines = std::move(reflowed.lines);
  text.logical_to_decoded = std::move(reflowed.to_normalized);
  text.logical_to_decoded.ComposeWith(normalized.to_decoded);
  if (is_html) text.logical_to_decoded.ComposeWith(html.to_decoded);
  return std::nullopt;
}

// Past the deadline the rest is left out; nobody will see the document.
void Pipeline::ReadFacts(Document* document) const {
  const Deadline& deadline = document->deadline;
  DocumentText& text = document->text;
  if (deadline.HasPassed()) return;
  document->headings = Outline(&text, grammar_.text(), grammar_.outline());
  if (deadline.HasPassed()) return;
  scanner_.Scan(text.logical, ScanOptions{false}, &document->quantities);
  if (deadline.HasPassed()) return;
  Extraction& extraction = document->extraction;
  extraction.document = ReadDocumentFacts(document->name, text, document->headings, grammar_);
  mingzhang::ReadFacts(grammar_, text, document->headings, document->quantities, &extraction, deadline);
  if (!options_.keep_quantities) std::vector<Quantity>().swap(document->quantities);  // the audit takes as much again
  Audit(grammar_, text, options_.audit, &extraction, deadline);
}

Error Pipeline::OutOfTime() const {
  const Decimal seconds(options_.time_budget.count(), 3);
  return Error{fmt::format("took longer than {} s", seconds.Trimmed().ToString()), "", 0, 0, "raise --max-seconds"};
}

Result<std::unique_ptr<Document>> Pipeline::Run(std::string_view name, std::string_view bytes) const {
  if (bytes.size() > options_.max_bytes) {
    Error error;
    error.message = fmt::format("{} bytes are more than the limit of {}", bytes.size(), options_.max_bytes);
    error.hint = "raise --max-bytes";
    return error;
  }
  auto document = std::make_unique<Document>();
  document->deadline = Deadline(options_.time_budget);
  document->name = std::string(name);
  document->byte_length = bytes.size();
  if (const Status status = ReadText(bytes, document.get())) return *status;
  document->sha256 = Sha256Hex(bytes);
  ReadFacts(document.get());
  if (document->deadline.HasPassed()) return OutOfTime();
  return document;
}

}  // namespace mingzhang
