#include "tools/project_config.h"

#include <algorithm>

#include <re2/re2.h>

#include "extractor/grammar/toml_reader.h"
#include "tools/file_io.h"
#include "tools/input_flags.h"

namespace mingzhang {
namespace {

class ConfigReader {
 public:
  ConfigReader(const toml::table& file, const Grammar& grammar) : file_(file), grammar_(grammar) {}

  Result<ProjectConfig> Read() {
    TableReader top(file_);
    if (const toml::table* audit = top.Table("audit")) ReadAudit(*audit);
    if (!status_) status_ = top.Finish();
    if (status_) return *status_;
    return std::move(config_);
  }

 private:
  void Keep(Status status) {
    if (!status_) status_ = std::move(status);
  }

  bool IsRule(std::string_view id) const {
    const auto& rules = grammar_.rules();
    return std::any_of(rules.begin(), rules.end(), [&](const RuleSpec& rule) { return rule.id == id; });
  }

  void ReadAudit(const toml::table& table) {
    TableReader audit(table);
    const std::string fail_on = audit.Text("fail_on", "");
    config_.fail_on = ParseSeverity(fail_on);
    if (!fail_on.empty() && !config_.fail_on) audit.Fail("fail_on", "no such severity", "error, warning or note");
    for (std::string& rule : audit.Texts("off")) {
      if (!IsRule(rule)) audit.Fail("off", "no rule is called " + rule, "mingzhang grammar list rules");
      config_.audit.off.push_back(std::move(rule));
    }
    if (const toml::table* severity = audit.Table("severity")) ReadSeverities(*severity);
    for (const toml::table* suppress : audit.Tables("suppress")) ReadSuppression(*suppress);
    Keep(audit.Finish());
  }

  void ReadSeverities(const toml::table& table) {
    TableReader severities(table);
    for (const auto& [key, node] : table) {
      const std::string rule(key.str());
      const auto severity = ParseSeverity(severities.Text(rule));
      if (!IsRule(rule)) severities.Fail(rule, "no rule is called " + rule, "mingzhang grammar list rules");
      if (!severity) severities.Fail(rule, "no such severity", "error, warning or note; to switch it off: off = [...]");
      else config_.audit.severities.emplace_back(rule, *severity);
    }
    Keep(severities.Finish());
  }

  void ReadSuppression(const toml::table& table) {
    static const RE2 kFinding("[A-Z]{2}[0-9]{3}@[0-9a-f]{16}");
    TableReader suppression(table);
    const std::string finding = suppression.Text("finding");
    const std::string reason = suppression.Text("reason");
    if (!RE2::FullMatch(finding, kFinding)) {
      suppression.Fail("finding", "not RULE@FINGERPRINT", "mingzhang audit --show-fingerprints");
    }
    if (reason.empty()) suppression.Fail("reason", "a suppression needs a reason");
    config_.suppressed[finding] = reason;
    Keep(suppression.Finish());
  }

  const toml::table& file_;
  const Grammar& grammar_;
  ProjectConfig config_;
  Status status_;
};

}  // namespace

Result<ProjectConfig> LoadProjectConfig(const std::string& path, const Grammar& grammar) {
  constexpr uint64_t kMaxBytes = 1 << 20;
  auto text = ReadWhole(path, kMaxBytes);
  if (!text.ok()) return text.error();
  const auto table = ParseToml({path, std::move(text).value()});
  if (!table.ok()) return table.error();
  return ConfigReader(*table, grammar).Read();
}

}  // namespace mingzhang
