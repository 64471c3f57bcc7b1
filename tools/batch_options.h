// What `mingzhang extract` was asked to do with many documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extractor/model/model.h"
#include "extractor/output/extraction_json.h"
#include "tools/input_source.h"

namespace mingzhang {

enum class Destination { kStandardOutput, kFile, kFolder };

struct BatchOptions {
  InputOptions input;
  Options pipeline;
  JsonOptions json;
  Destination destination = Destination::kStandardOutput;
  std::string output;                 // the file or folder
  int jobs = 1;
  bool resume = false;
  bool durable = false;               // every result is on disk before the next step
  bool flush = false;                 // one record in, one record out
  bool quiet = false;
  uint64_t shard = 0, shards = 1;     // shard counts from 0
  std::optional<Severity> fail_on;

  // "2/4"; empty when there is one shard.
  std::string ShardName() const {
    return shards == 1 ? "" : std::to_string(shard + 1) + "/" + std::to_string(shards);
  }
};

}  // namespace mingzhang
