#include "tools/spill_table.h"

#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace mingzhang {
namespace {

TEST(PlaceTableTest, FindsEveryPlaceInOrder) {
  auto table = std::move(PlaceTable::Create()).value();
  std::map<uint64_t, std::set<uint64_t>> expected;
  std::mt19937_64 random(1);
  for (int i = 0; i < 100'000; ++i) {  // more than wait to be inserted, more than fit into its cache
    const uint64_t hash = i % 50 == 0 ? UINT64_MAX - static_cast<uint64_t>(i % 7) : random(), place = random() >> 1;
    expected[hash].insert(place);
    ASSERT_FALSE(table->Add(hash, place));
  }
  ASSERT_FALSE(table->Seal());
  for (const auto& [hash, places] : expected) {
    EXPECT_EQ(table->Find(hash), std::vector<uint64_t>(places.begin(), places.end()));
  }
  EXPECT_TRUE(table->Find(12345).empty());
}

TEST(NameTableTest, SaysWhatIsNewAndSortsByBytes) {
  auto table = std::move(NameTable::Create()).value();
  std::set<std::string> expected;
  for (const std::string name : {"b", "a/", "a", "中文", "\xB3\xB4", "B", "a\nb", "b"}) {
    bool is_new = false;
    ASSERT_FALSE(table->Add(name, &is_new));
    EXPECT_EQ(is_new, expected.insert(name).second) << name;
  }
  std::vector<std::string> taken;
  for (std::string name; table->Take(&name);) taken.push_back(name);
  EXPECT_EQ(taken, std::vector<std::string>(expected.begin(), expected.end()));
}

}  // namespace
}  // namespace mingzhang
