// How fast each stage is, in bytes of input a second, over the texts of corpus/; and one RE2 pass that
// captures every quantity, to compare with. Built with -DMINGZHANG_BENCHMARKS=ON; run by tools/bench.
#include <time.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include "extractor/audit/audit.h"
#include "extractor/base/digest.h"
#include "extractor/facts/document_facts.h"
#include "extractor/facts/facts.h"
#include "extractor/output/extraction_json.h"
#include "extractor/pipeline.h"
#include "extractor/text/decode.h"
#include "extractor/text/html.h"
#include "extractor/text/normalize.h"
#include "extractor/text/outline.h"
#include "extractor/text/reflow.h"

namespace mingzhang {
namespace {

const std::vector<std::string>& Texts() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> read;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(MINGZHANG_SOURCE_DIR "/corpus")) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::string bytes{std::istreambuf_iterator<char>(file), {}};
      if (Decode(bytes).ok()) read.push_back(std::move(bytes));
    }
    return read;
  }();
  return texts;
}

// Runs use(text) over all texts, again and again, and counts their bytes.
template <typename Use>
void OverTexts(benchmark::State& state, const Use& use) {
  int64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : Texts()) {
      use(text);
      bytes += static_cast<int64_t>(text.size());
    }
  }
  state.SetBytesProcessed(bytes);
}

const Pipeline& ThePipeline() {
  static const Pipeline pipeline(Grammar::Embedded());
  return pipeline;
}

// What Pipeline::Run does and the JSON after it, in the same order.
enum Stage { kDecode, kPlaces, kNormalize, kReflow, kOutline, kQuantities, kFacts, kAudit, kJson, kStages };

// Seconds of this thread: other work on the machine does not count.
double ThreadSeconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

class StagedRun {
 public:
  // The JSON of the text; what each stage took is added to seconds().
  std::string Run(const std::string& bytes) {
    document_ = std::make_unique<Document>();
    document_->name = "text";
    document_->byte_length = bytes.size();
    ReadText(bytes);
    ReadFacts();
    std::string json;
    Time(kJson, [&] { WriteJson(*document_, grammar_, {}, &json); });
    return json;
  }
  const std::array<double, kStages>& seconds() const { return seconds_; }

 private:
  template <typename Work>
  void Time(Stage stage, const Work& work) {
    const double begin = ThreadSeconds();
    work();
    seconds_[stage] += ThreadSeconds() - begin;
  }

  void ReadText(const std::string& bytes) {
    DocumentText& text = document_->text;
    Time(kDecode, [&] {
      auto decoded = Decode(bytes);
      text.encoding = decoded->encoding;
      text.decoded = std::move(decoded->text);
    });
    Time(kPlaces, [&] {
      text.source = SourceMap(bytes, text.decoded, text.encoding);
      document_->sha256 = Sha256Hex(bytes);
    });
    HtmlText html;
    const bool is_html = LooksLikeHtml(text.decoded);
    Normalized normalized;
    Time(kNormalize, [&] {
      if (is_html) html = StripHtml(text.decoded);
      normalized = Normalize(is_html ? html.text : text.decoded, grammar_.text());
    });
    Time(kReflow, [&] {
      Reflowed reflowed = Reflow(normalized.text, grammar_.text());
      text.SetLogical(std::move(reflowed.text));
      text.lines = std::move(reflowed.lines);
      text.logical_to_decoded = std::move(reflowed.to_normalized);
      text.logical_to_decoded.ComposeWith(normalized.to_decoded);
      if (is_html) text.logical_to_decoded.ComposeWith(html.to_decoded);
    });
  }

  void ReadFacts() {
    DocumentText& text = document_->text;
    Extraction& extraction = document_->extraction;
    Time(kOutline, [&] { document_->headings = Outline(&text, grammar_.text(), grammar_.outline()); });
    Time(kQuantities, [&] { scanner_.Scan(text.logical, ScanOptions{false}, &document_->quantities); });
    Time(kFacts, [&] {
      extraction.document = ReadDocumentFacts(document_->name, text, document_->headings, grammar_);
      mingzhang::ReadFacts(grammar_, text, document_->headings, document_->quantities, &extraction);
    });
    Time(kAudit, [&] { Audit(grammar_, text, {}, &extraction); });
  }

  static QuantityScanner Scanner(const Grammar& grammar) {
    for (const GrammarFile& file : grammar.files()) {
      if (file.name == "units.toml") return QuantityScanner(std::move(LoadUnits(file)).value());
    }
    return QuantityScanner({});
  }

  const Grammar& grammar_ = Grammar::Embedded();
  QuantityScanner scanner_ = Scanner(grammar_);
  std::unique_ptr<Document> document_;
  std::array<double, kStages> seconds_{};
};

void BM_Stage(benchmark::State& state, Stage stage) {
  StagedRun run;
  int64_t bytes = 0;
  double before = 0;
  for (auto _ : state) {
    for (const std::string& text : Texts()) {
      benchmark::DoNotOptimize(run.Run(text));
      bytes += static_cast<int64_t>(text.size());
    }
    state.SetIterationTime(run.seconds()[stage] - before);
    before = run.seconds()[stage];
  }
  state.SetBytesProcessed(bytes);
}

// The stages above must be those of the pipeline, or their shares are of something else.
void CheckStages() {
  StagedRun run;
  for (const std::string& text : Texts()) {
    std::string json;
    WriteJson(**ThePipeline().Run("text", text), ThePipeline().grammar(), {}, &json);
    if (json == run.Run(text)) continue;
    std::fprintf(stderr, "stage_benchmark: the stages are no longer those of Pipeline::Run\n");
    std::exit(1);
  }
}

void BM_Pipeline(benchmark::State& state) {
  OverTexts(state, [](const std::string& text) { benchmark::DoNotOptimize(ThePipeline().Run("text", text)); });
}

void BM_PipelineAndJson(benchmark::State& state) {
  std::string json;
  OverTexts(state, [&](const std::string& text) {
    json.clear();
    WriteJson(**ThePipeline().Run("text", text), ThePipeline().grammar(), {}, &json);
  });
}

// Every number with its unit, captured: what the pipeline is measured against.
void BM_OnePassOfRe2(benchmark::State& state) {
  const RE2 quantity("([0-9][0-9,]*(?:\\.[0-9]+)?) ?(亿元|万元|千元|元|%|个百分点|批次|人次|平方米|个|人|辆|台|套|次|批|项|家|名|年度|年|月|日)?");
  OverTexts(state, [&](const std::string& text) {
    re2::StringPiece rest(text), number, unit;
    while (RE2::FindAndConsume(&rest, quantity, &number, &unit)) benchmark::DoNotOptimize(number);
  });
}

// A fixed number of rounds: each runs all stages and reports one.
#define STAGE(name, stage) BENCHMARK_CAPTURE(BM_Stage, name, stage)->UseManualTime()->Iterations(20)
STAGE(decode, kDecode);
STAGE(places and digest, kPlaces);
STAGE(normalize, kNormalize);
STAGE(reflow, kReflow);
STAGE(outline, kOutline);
STAGE(quantities, kQuantities);
STAGE(facts, kFacts);
STAGE(audit, kAudit);
STAGE(JSON, kJson);
BENCHMARK(BM_Pipeline);
BENCHMARK(BM_PipelineAndJson);
BENCHMARK(BM_OnePassOfRe2);

}  // namespace
}  // namespace mingzhang

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  mingzhang::CheckStages();
  benchmark::RunSpecifiedBenchmarks();
}
