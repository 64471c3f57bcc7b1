// The whole of mingzhang in one function: bytes in, audited facts out.
//
//   bytes → decode → normalize → reflow → outline → quantities → clauses → facts → audit
//
// Each stage is a pure function of what came before; `mingzhang dump --stage=…` prints any of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/audit/audit.h"
#include "extractor/base/deadline.h"
#include "extractor/base/result.h"
#include "extractor/model/model.h"
#include "extractor/facts/quantities.h"
#include "extractor/grammar/grammar.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

struct Options {
  uint64_t max_bytes = 256u << 20;  // larger inputs are refused
  AuditOptions audit;
  std::chrono::milliseconds time_budget{0};  // a document that takes longer is given up; zero: any time
  bool keep_quantities = false;  // for whoever looks at that stage
};

// Everything known of one document.
struct Document {
  std::string name;      // as given; no folder
  std::string sha256;    // of the bytes as received
  uint64_t byte_length = 0;
  Deadline deadline;     // by which all that is made of it must be there
  DocumentText text;
  std::vector<Heading> headings;
  std::vector<Quantity> quantities;  // of the logical text; empty once facts are made of them, but with keep_quantities
  Extraction extraction;
};

// Immutable; any number of threads may run documents through one.
class Pipeline {
 public:
  explicit Pipeline(const Grammar& grammar, Options options = {});

  // Fails only when `bytes` cannot be read as text or are over a limit. Strange documents give findings.
  Result<std::unique_ptr<Document>> Run(std::string_view name, std::string_view bytes) const;

  // What is said of a document that was not ready by its deadline.
  Error OutOfTime() const;

  const Grammar& grammar() const { return grammar_; }

 private:
  Status ReadText(std::string_view bytes, Document* document) const;
  void ReadFacts(Document* document) const;

  const Grammar& grammar_;
  Options options_;
  QuantityScanner scanner_;
};

}  // namespace mingzhang
