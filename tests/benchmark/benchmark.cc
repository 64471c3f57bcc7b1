// How fast each stage is, in bytes of input a second, over the texts of corpus/; and one RE2 pass that
// captures every quantity, to compare with. Built with -DMINGZHANG_BENCHMARKS=ON; run by tools/bench.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include "extractor/output/extraction_json.h"
#include "extractor/pipeline.h"
#include "extractor/text/decode.h"
#include "extractor/text/normalize.h"
#include "extractor/text/reflow.h"

namespace mingzhang {
namespace {

const std::vector<std::string>& Texts() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> read;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(MINGZHANG_SOURCE_DIR "/corpus")) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      auto decoded = Decode(std::string{std::istreambuf_iterator<char>(file), {}});
      if (decoded.ok()) read.push_back(std::move(decoded->text));
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

void BM_Decode(benchmark::State& state) {
  OverTexts(state, [](const std::string& text) { benchmark::DoNotOptimize(Decode(text)); });
}

void BM_Normalize(benchmark::State& state) {
  OverTexts(state, [](const std::string& text) { benchmark::DoNotOptimize(Normalize(text, Grammar::Embedded().text())); });
}

void BM_NormalizeAndReflow(benchmark::State& state) {
  const TextOptions& options = Grammar::Embedded().text();
  OverTexts(state, [&](const std::string& text) { benchmark::DoNotOptimize(Reflow(Normalize(text, options).text, options)); });
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

BENCHMARK(BM_Decode);
BENCHMARK(BM_Normalize);
BENCHMARK(BM_NormalizeAndReflow);
BENCHMARK(BM_Pipeline);
BENCHMARK(BM_PipelineAndJson);
BENCHMARK(BM_OnePassOfRe2);

}  // namespace
}  // namespace mingzhang

BENCHMARK_MAIN();
