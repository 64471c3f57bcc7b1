// Runs a fuzz target without a fuzzer.
//
// usage: replay_NAME                  tries the seeds, and what is kept in regressions/NAME
//        replay_NAME FILE…            tries these inputs alone
//        replay_NAME --seeds FOLDER   writes the seeds there, for a fuzzer to begin with
#include <csignal>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

namespace mingzhang::fuzz {
namespace {

namespace fs = std::filesystem;

std::string current;  // the input that is being tried

// Says which input it was, whether a promise was broken or the code fell over.
void NameTheInput(int signal) {
  const std::string line = "while trying " + current + "\n";
  if (write(STDERR_FILENO, line.data(), line.size()) < 0) _exit(2);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void TryAs(std::string name, std::string_view input) {
  current = std::move(name);
  Try(input);
}

std::string SeedName(size_t number) { return "seed-" + std::to_string(number); }

int WriteSeeds(const fs::path& folder) {
  fs::create_directories(folder);
  const std::vector<std::string> seeds = Seeds();
  for (size_t i = 0; i < seeds.size(); ++i) {
    std::ofstream file(folder / SeedName(i), std::ios::binary);
    file << seeds[i];
    Promise(file.good(), "a seed can be written");
  }
  return 0;
}

int TryAll() {
  const std::vector<std::string> seeds = Seeds();
  Promise(!seeds.empty(), "there are seeds");
  for (size_t i = 0; i < seeds.size(); ++i) TryAs(SeedName(i), seeds[i]);
  const std::vector<std::string> kept = FilesBelow("tests/fuzz/regressions/" TARGET_NAME, "");
  for (const std::string& path : kept) TryAs(path, ReadFile(path));
  std::printf("%zu seeds and %zu kept inputs tried\n", seeds.size(), kept.size());
  return 0;
}

}  // namespace
}  // namespace mingzhang::fuzz

int main(int argc, char** argv) {
  namespace fuzz = mingzhang::fuzz;
  if (argc == 3 && std::string_view(argv[1]) == "--seeds") return fuzz::WriteSeeds(argv[2]);
  for (const int signal : {SIGABRT, SIGSEGV}) std::signal(signal, fuzz::NameTheInput);
  for (int i = 1; i < argc; ++i) fuzz::TryAs(argv[i], fuzz::ReadFile(argv[i]));
  return argc > 1 ? 0 : fuzz::TryAll();
}
