#include "tools/progress.h"

#include <cstdio>
#include <string>

#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "extractor/model/model.h"
#include "extractor/output/finding_place.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

constexpr auto kBetweenUpdates = std::chrono::milliseconds(200);
constexpr auto kPaceIsOf = std::chrono::seconds(20);

// 0 when stderr is no terminal or does not know.
size_t TerminalColumns() {
  winsize size = {};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::string Duration(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds + 0.5);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

double Progress::Seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

// At the pace of the last seconds: what is reused goes by faster than what is read.
std::string Progress::TimeLeft(Way way) {
  recent_.emplace_back(last_, way.done);
  while (recent_.size() > 2 && last_ - recent_.front().first > kPaceIsOf) recent_.pop_front();
  const auto& [then, before] = recent_.front();
  if (way.all <= way.done || way.done == before) return "";
  const double seconds = std::chrono::duration<double>(last_ - then).count();
  return Duration(seconds * static_cast<double>(way.all - way.done) / static_cast<double>(way.done - before));
}

// As many of the parts, the first ones first, as one line of the terminal holds.
std::string Progress::Line(const BatchTotals& totals, Way way) {
  const size_t columns = TerminalColumns();
  const std::string of = documents_ > 0 ? fmt::format("/{}", documents_) : "";
  const std::string left = TimeLeft(way);
  std::string line = fmt::format("{}{} {}", totals.documents, of, Say("份", "documents"));
  for (const std::string& part :
       {fmt::format("{} {}", Say("失败", "failed"), totals.failed),
        left.empty() ? left : fmt::format("{} {}", Say("剩余", "left"), left),
        fmt::format("{:.1f} MB/s", static_cast<double>(totals.bytes) / 1e6 / Seconds())}) {
    const std::string longer = line + Say("，", ", ") + part;
    if (!part.empty() && (columns == 0 || DisplayWidth(longer) < columns)) line = longer;
  }
  return columns == 0 || DisplayWidth(line) < columns ? line : std::to_string(totals.documents);
}

void Progress::Update(const BatchTotals& totals, Way way) {
  if (!shown_ || Clock::now() - last_ < kBetweenUpdates) return;
  last_ = Clock::now();
  fmt::print(stderr, "\r\033[K{}", Line(totals, way));
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
