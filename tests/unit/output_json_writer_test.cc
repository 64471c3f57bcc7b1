#include "extractor/output/json_writer.h"

#include <random>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "extractor/base/digest.h"
#include "extractor/output/schema.h"

namespace mingzhang {
namespace {

// `text` as a JSON string, without its quotes.
std::string Escaped(std::string_view text) {
  std::string out;
  JsonWriter(&out).String(text);
  return out.substr(1, out.size() - 2);
}

std::string Sample(bool pretty) {
  std::string out;
  JsonWriter json(&out, pretty);
  json.BeginObject();
  json.Member("name", "a\"b\\c\n\x01 \xE5\x85\x83");
  json.Member("count", 3);
  json.Member("closed", true);
  json.NullMember("unit");
  json.Member("value", *Decimal::Parse("-6.20"));
  json.TextOrNull("title", "");
  json.Key("spans");
  json.BeginArray();
  json.BeginObject(JsonWriter::Layout::kFlow);
  json.Key("bytes");
  json.BeginArray();
  json.Integer(0);
  json.Integer(12);
  json.EndArray();
  json.Member("quote", "x");
  json.EndObject();
  json.EndArray();
  json.Key("empty");
  json.BeginObject();
  json.EndObject();
  json.EndObject();
  return out;
}

TEST(JsonWriterTest, WritesWhatNlohmannWrites) {
  const std::string compact = Sample(false);
  EXPECT_EQ(nlohmann::ordered_json::parse(compact).dump(), compact);
}

TEST(JsonWriterTest, PrettyOutputMeansTheSame) {
  EXPECT_EQ(nlohmann::ordered_json::parse(Sample(true)).dump(), Sample(false));
}

TEST(JsonWriterTest, FlowStaysOnOneLine) {
  EXPECT_NE(Sample(true).find("    {\"bytes\": [0, 12], \"quote\": \"x\"}\n"), std::string::npos) << Sample(true);
}

// Values of every kind and length, nested, so that each of them somewhere meets the end of a buffer.
void WriteMixed(int depth, std::mt19937* random, JsonWriter* json) {
  json->BeginArray(depth % 3 == 2 ? JsonWriter::Layout::kFlow : JsonWriter::Layout::kBlock);
  for (unsigned left = (*random)() % 6; left > 0; --left) {
    json->Integer(static_cast<int>((*random)() % 1000000));
    json->String(std::string((*random)() % 700, "a,\n["[(*random)() % 4]));
    json->Raw('"' + std::string((*random)() % 9000, '7') + '"');
    json->Identifier('f', (*random)() % 2000);
    json->Number(Decimal(static_cast<int64_t>((*random)() % 100000), 2));
    json->BeginObject();
    json->Pair("bytes", (*random)(), (*random)());
    json->Key(std::string((*random)() % 90, 'k'));
    if (depth > 0) WriteMixed(depth - 1, random, json);
    else json->Null();
    json->EndObject();
  }
  json->EndArray();
}

TEST(JsonWriterTest, AnyLengthsAreValidAndMeanTheSameWhenPretty) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::string compact, pretty;
    for (std::string* out : {&compact, &pretty}) {
      std::mt19937 random(seed);
      JsonWriter json(out, out == &pretty);
      WriteMixed(3, &random, &json);
    }
    const auto parsed = nlohmann::ordered_json::parse(compact, nullptr, false);
    ASSERT_FALSE(parsed.is_discarded()) << seed;
    EXPECT_EQ(parsed, nlohmann::ordered_json::parse(pretty, nullptr, false)) << seed;
    EXPECT_EQ(compact.find(",]"), std::string::npos) << seed;
  }
}

TEST(JsonWriterTest, DecimalsKeepTheirPrintedPrecision) {
  EXPECT_NE(Sample(false).find("\"value\":\"-6.20\""), std::string::npos);
}

TEST(JsonStringTest, EveryAsciiByteAsNlohmannWritesIt) {
  for (int byte = 0; byte < 0x80; ++byte) {
    const std::string text(1, static_cast<char>(byte));
    EXPECT_EQ('"' + Escaped(text) + '"', nlohmann::json(text).dump()) << byte;
  }
}

TEST(JsonStringTest, AnyBytesBecomeValidUtf8) {
  for (const std::string_view text :
       {"\xFF", "\xE5\x85", "a\xE5", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE5\x85\xE5\x85\x83"}) {
    const std::string quoted = '"' + Escaped(text) + '"';
    EXPECT_TRUE(nlohmann::json::accept(quoted)) << quoted;
    EXPECT_NE(quoted.find("\xEF\xBF\xBD"), std::string::npos) << quoted;
  }
}

TEST(JsonStringTest, AllPairsOfBytesAreAccepted) {
  for (int first = 0x80; first < 0x100; ++first) {
    for (int second = 0; second < 0x100; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      EXPECT_TRUE(nlohmann::json::accept('"' + Escaped(text) + '"')) << first << ' ' << second;
    }
  }
}

TEST(DigestTest, KnownValue) {
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(SchemaTest, IsJsonAndNamesTheDraft) {
  const auto schema = nlohmann::json::parse(ExtractionSchema());
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema["additionalProperties"], false);
}

}  // namespace
}  // namespace mingzhang
