#include "tools/progress.h"

#include <cstdio>
#include <string>

#include <fmt/core.h>

#include "extractor/facts/model.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

constexpr auto kBetweenUpdates = std::chrono::milliseconds(200);

std::string TimeLeft(const BatchTotals& totals, uint64_t expected, double seconds) {
  if (expected <= totals.documents || totals.documents == 0) return "";
  const double each = seconds / static_cast<double>(totals.documents);
  const double left = each * static_cast<double>(expected - totals.documents);
  const auto whole = static_cast<uint64_t>(left + 0.5);
  return fmt::format("{} {}:{:02}", Say("，剩余", ", left"), whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(bool shown, uint64_t expected) : shown_(shown), expected_(expected) {}

double Progress::Seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void Progress::Update(const BatchTotals& totals) {
  if (!shown_ || Clock::now() - last_ < kBetweenUpdates) return;
  last_ = Clock::now();
  const double seconds = Seconds();
  const std::string of = expected_ > 0 ? fmt::format("/{}", expected_) : "";
  fmt::print(stderr, "\r\033[K{}{} {}, {:.1f} MB/s, {} {}{}", totals.documents, of, Say("份", "documents"),
             static_cast<double>(totals.bytes) / 1e6 / seconds, totals.failed, Say("失败", "failed"),
             TimeLeft(totals, expected_, seconds));
  std::fflush(stderr);
}

void Progress::Clear() {
  if (shown_) fmt::print(stderr, "\r\033[K");
}

void Progress::Summarize(const BatchTotals& totals, bool interrupted) {
  Clear();
  const double seconds = Seconds();
  const double rate = seconds > 0 ? static_cast<double>(totals.bytes) / 1e6 / seconds : 0;
  const auto found = [&](Severity severity) { return totals.findings[static_cast<size_t>(severity)]; };
  fmt::print(stderr,
             fmt::runtime(Say("mingzhang：{} 份（沿用 {}，失败 {}），{} 条事实，{} 错误 {} 警告 {} 提示，"
                              "{} 个数字中 {} 个未解释；{:.1f} 秒，{:.1f} MB/s{}\n",
                              "mingzhang: {} documents ({} reused, {} failed), {} facts, "
                              "{} errors {} warnings {} notes, of {} numerals {} unexplained; "
                              "{:.1f} s, {:.1f} MB/s{}\n")),
             totals.documents, totals.reused, totals.failed, totals.facts, found(Severity::kError),
             found(Severity::kWarning), found(Severity::kNote), totals.numerals, totals.unexplained, seconds, rate,
             interrupted ? Say("；已中断，可用 --resume 继续", "; interrupted, continue with --resume") : "");
}

}  // namespace mingzhang
