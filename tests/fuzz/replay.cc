// Runs a fuzz target over its seeds and over kept inputs, without a fuzzer.
//
// usage: replay_NAME [FILE|FOLDER…]      tries the seeds and these inputs
//        replay_NAME --seeds FOLDER      writes the seeds there, for a fuzzer to begin with
#include <filesystem>
#include <fstream>

#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

namespace mingzhang::fuzz {
namespace {

namespace fs = std::filesystem;

int WriteSeeds(const fs::path& folder) {
  fs::create_directories(folder);
  size_t number = 0;
  for (const std::string& seed : Seeds()) {
    std::ofstream file(folder / ("seed-" + std::to_string(number++)), std::ios::binary);
    file << seed;
    Promise(file.good(), "a seed can be written");
  }
  std::printf("%zu seeds\n", number);
  return 0;
}

void TryFile(const fs::path& path) {
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);  // the last line names the input that broke the promise
  Try(ReadFile(path.string()));
}

int TryAll(int count, char** paths) {
  const std::vector<std::string> seeds = Seeds();
  Promise(!seeds.empty(), "there are seeds");
  for (const std::string& seed : seeds) Try(seed);
  size_t kept = 0;
  for (int i = 0; i < count; ++i) {
    if (!fs::is_directory(paths[i])) {
      TryFile(paths[i]);
      ++kept;
      continue;
    }
    for (const auto& entry : fs::directory_iterator(paths[i])) {
      TryFile(entry.path());
      ++kept;
    }
  }
  std::printf("%zu seeds and %zu kept inputs tried\n", seeds.size(), kept);
  return 0;
}

}  // namespace
}  // namespace mingzhang::fuzz

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--seeds") return mingzhang::fuzz::WriteSeeds(argv[2]);
  return mingzhang::fuzz::TryAll(argc - 1, argv + 1);
}
