#include "tools/ordered_pool.h"

#include <atomic>
#include <chrono>
#include <random>
#include <thread>

#include <gtest/gtest.h>

namespace mingzhang {
namespace {

struct Parcel {
  size_t number = 0, bytes = 0;
  size_t weight() const { return bytes; }
};

// Runs `count` parcels of the given sizes and returns the numbers as they were consumed.
template <typename Size>
std::vector<size_t> Send(int jobs, size_t count, size_t most_bytes, const Size& size, std::atomic<size_t>* kept = nullptr,
                         size_t* most_kept = nullptr) {
  std::vector<size_t> order;
  size_t next = 0;
  OrderedPool<Parcel, Parcel> pool(
      jobs,
      [&](Parcel parcel) {
        if (kept) *kept += parcel.bytes;
        return parcel;
      },
      most_bytes);
  pool.Run([&]() -> std::optional<Parcel> {
    if (next == count) return std::nullopt;
    const size_t number = next++;
    return Parcel{number, size(number)};
  },
           [&](Parcel parcel) {
             if (kept) {
               std::this_thread::sleep_for(std::chrono::microseconds(200));
               *most_kept = std::max(*most_kept, kept->load());
               *kept -= parcel.bytes;
             }
             order.push_back(parcel.number);
           });
  return order;
}

std::vector<size_t> Ascending(size_t count) {
  std::vector<size_t> numbers(count);
  for (size_t i = 0; i < count; ++i) numbers[i] = i;
  return numbers;
}

TEST(OrderedPoolTest, ResultsComeInTheOrderOfTheWork) {
  std::mt19937 random(3);
  std::vector<size_t> sizes(2000);
  for (size_t& size : sizes) size = random() % 100 == 0 ? 5000 : random() % 10;
  for (const int jobs : {1, 2, 5}) {
    EXPECT_EQ(Send(jobs, sizes.size(), 1000, [&](size_t i) { return sizes[i]; }), Ascending(sizes.size()));
  }
}

TEST(OrderedPoolTest, OneParcelMayBeOverTheLimit) {
  EXPECT_EQ(Send(3, 50, 1, [](size_t) { return size_t{1000}; }), Ascending(50));
}

TEST(OrderedPoolTest, NoWorkIsNoTrouble) { EXPECT_TRUE(Send(3, 0, 1, [](size_t) { return size_t{0}; }).empty()); }

// A slow consumer does not let results pile up: besides the limit there is what each thread holds.
TEST(OrderedPoolTest, ResultsThatWaitAreBounded) {
  std::atomic<size_t> kept = 0;
  size_t most_kept = 0;
  Send(4, 400, 1000, [](size_t) { return size_t{600}; }, &kept, &most_kept);
  EXPECT_LE(most_kept, 1000u + 5 * 600u);
}

}  // namespace
}  // namespace mingzhang
