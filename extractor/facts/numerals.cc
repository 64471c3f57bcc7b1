#include "extractor/facts/numerals.h"

#include <array>

namespace mingzhang {
namespace {

enum class HanKind : uint8_t { kNone, kDigit, kTens, kMultiplier, kBig };

struct Han {
  HanKind kind = HanKind::kNone;
  int value = 0;  // the digit; tens of 廿 卅 卌; the power of ten of a multiplier
};

struct HanEntry {
  char32_t character = 0;
  Han han;
};

constexpr HanEntry kHan[] = {
    {U'〇', {HanKind::kDigit, 0}}, {U'○', {HanKind::kDigit, 0}}, {U'零', {HanKind::kDigit, 0}},
    {U'一', {HanKind::kDigit, 1}}, {U'壹', {HanKind::kDigit, 1}}, {U'弌', {HanKind::kDigit, 1}},
    {U'二', {HanKind::kDigit, 2}}, {U'两', {HanKind::kDigit, 2}}, {U'兩', {HanKind::kDigit, 2}},
    {U'贰', {HanKind::kDigit, 2}}, {U'貳', {HanKind::kDigit, 2}}, {U'三', {HanKind::kDigit, 3}},
    {U'叁', {HanKind::kDigit, 3}}, {U'參', {HanKind::kDigit, 3}}, {U'叄', {HanKind::kDigit, 3}},
    {U'四', {HanKind::kDigit, 4}}, {U'肆', {HanKind::kDigit, 4}}, {U'五', {HanKind::kDigit, 5}},
    {U'伍', {HanKind::kDigit, 5}}, {U'六', {HanKind::kDigit, 6}}, {U'陆', {HanKind::kDigit, 6}},
    {U'陸', {HanKind::kDigit, 6}}, {U'七', {HanKind::kDigit, 7}}, {U'柒', {HanKind::kDigit, 7}},
    {U'八', {HanKind::kDigit, 8}}, {U'捌', {HanKind::kDigit, 8}}, {U'九', {HanKind::kDigit, 9}},
    {U'玖', {HanKind::kDigit, 9}}, {U'廿', {HanKind::kTens, 2}}, {U'卅', {HanKind::kTens, 3}},
    {U'卌', {HanKind::kTens, 4}}, {U'十', {HanKind::kMultiplier, 1}}, {U'拾', {HanKind::kMultiplier, 1}},
    {U'百', {HanKind::kMultiplier, 2}}, {U'佰', {HanKind::kMultiplier, 2}}, {U'千', {HanKind::kMultiplier, 3}},
    {U'仟', {HanKind::kMultiplier, 3}}, {U'万', {HanKind::kBig, 4}}, {U'萬', {HanKind::kBig, 4}},
    {U'亿', {HanKind::kBig, 8}}, {U'億', {HanKind::kBig, 8}},
};

constexpr char32_t kPoint = U'点';
constexpr char32_t kPointTraditional = U'點';
constexpr char32_t kHalf = U'半';

// One bit for each character of the basic plane: 8 KB, which stays in the first-level cache.
using Bitmap = std::array<uint64_t, 1024>;

constexpr void Mark(Bitmap* bits, char32_t c) { (*bits)[c >> 6] |= uint64_t{1} << (c & 63); }

constexpr Bitmap MakeStarts() {
  Bitmap bits{};
  for (const HanEntry& entry : kHan) Mark(&bits, entry.character);
  for (char32_t c = U'0'; c <= U'9'; ++c) Mark(&bits, c);
  for (char32_t c = U'０'; c <= U'９'; ++c) Mark(&bits, c);
  for (char32_t c = U'①'; c <= U'⒛'; ++c) Mark(&bits, c);
  Mark(&bits, kHalf);
  return bits;
}

constexpr Bitmap kStarts = MakeStarts();

char32_t ThreeBytes(std::string_view text, size_t pos) {
  return (text[pos] & 0x0fu) << 12 | (text[pos + 1] & 0x3fu) << 6 | (text[pos + 2] & 0x3fu);
}

// The numeral characters by their low bits; a slot that is taken passes on to the next.
constexpr size_t kHanSlots = 128;
constexpr size_t HanSlot(char32_t c) { return (c ^ c >> 7) % kHanSlots; }

constexpr std::array<HanEntry, kHanSlots> MakeHanTable() {
  std::array<HanEntry, kHanSlots> table{};
  for (const HanEntry& entry : kHan) {
    size_t slot = HanSlot(entry.character);
    while (table[slot].character != 0) slot = (slot + 1) % kHanSlots;
    table[slot] = entry;
  }
  return table;
}

constexpr std::array<HanEntry, kHanSlots> kHanTable = MakeHanTable();

Han HanAt(std::string_view text, size_t pos) {
  const char32_t c = CharAt(text, pos);
  if (c < 0x80) return {};
  for (size_t slot = HanSlot(c); kHanTable[slot].character != 0; slot = (slot + 1) % kHanSlots) {
    if (kHanTable[slot].character == c) return kHanTable[slot].han;
  }
  return {};
}

constexpr Int128 kPowersOfTen[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

// Reads digits one by one: 二〇二四. Returns how many there are.
int ReadPositional(std::string_view text, size_t pos, Int128* value, size_t* end) {
  int count = 0;
  *value = 0;
  for (;; pos += 3, ++count) {
    const Han han = HanAt(text, pos);
    if (han.kind != HanKind::kDigit || count == 24) break;
    *value = *value * 10 + han.value;
  }
  *end = pos;
  return count;
}

// Adjacent digits that mean "from … to …": 三四 (个), 三五 (个).
bool IsPair(int first, int second) { return first > 0 && (second == first + 1 || (first == 3 && second == 5)); }

// Reads a numeral with multipliers, character by character: 一百零五万三千.
class StructuredReader {
 public:
  StructuredReader(std::string_view text, size_t pos) : text_(text), begin_(pos), pos_(pos) {}

  Numeral Read() {
    while (Accept(HanAt(text_, pos_))) {
      pos_ += 3;
      ++characters_;
    }
    return Finish();
  }

 private:
  bool Accept(Han han) {
    switch (han.kind) {
      case HanKind::kDigit: return AcceptDigit(han.value);
      case HanKind::kTens: return AcceptTens(han.value);
      case HanKind::kMultiplier: return AcceptMultiplier(han.value);
      case HanKind::kBig: return AcceptBig(han.value);
      case HanKind::kNone: return false;
    }
    return false;
  }

  bool AcceptDigit(int value) {
    if (after_tens_ && value == 0) return false;
    if (digit_ > 0) {
      if (pair_ || !IsPair(digit_, value) || zero_) return false;
      pair_ = value;
    } else {
      if (digit_ == 0 && value == 0) return false;
      zero_ = digit_ == 0;
      digit_ = value;
    }
    scale_ = 0;
    return true;
  }

  bool AcceptTens(int value) {
    if (digit_ > 0 || last_power_ <= 1) return false;
    section_ += 10 * value;
    last_power_ = 1;
    after_tens_ = true;
    digit_ = -1;
    scale_ = 0;
    return true;
  }

  bool AcceptMultiplier(int power) {
    if (power >= last_power_ || high_set_) return false;
    int factor = digit_;
    if (digit_ <= 0) {
      if (power > 1 && characters_ > 0) return false;
      bare_ = power > 1;
      factor = 1;
    }
    section_ += factor * kPowersOfTen[power];
    if (pair_) SetHigh(kPowersOfTen[power]);
    last_power_ = power;
    digit_ = -1;
    zero_ = false;
    scale_ = 0;
    return true;
  }

  bool AcceptBig(int power) {
    const bool chained = scale_ > 0 && section_ == 0 && digit_ < 0;  // 万亿
    if (power >= last_big_ && !(power == 8 && last_big_ == 4)) return false;
    Int128 part = section_ + (digit_ > 0 ? digit_ : 0);
    if (!chained && part == 0) {
      if (characters_ > 0) return false;
      bare_ = true;
      part = 1;
    }
    if (pair_ && !high_set_) SetHigh(1);
    const bool first = total_ == 0;
    if (power == 8 && last_big_ == 4) {  // 五万三千亿
      head_ = chained ? head_ : total_ + part;
      total_ = (total_ + part) * kPowersOfTen[8];
      scale_ = chained ? scale_ + 8 : 8;
    } else {
      total_ += part * kPowersOfTen[power];
      head_ = part;
      scale_ = first ? power : 0;
    }
    if (scale_ == power) head_end_ = pos_;
    section_ = 0;
    digit_ = -1;
    zero_ = false;
    last_power_ = 4;
    last_big_ = power;
    return true;
  }

  // The upper end of 三四十: what the numeral would be with the second digit.
  void SetHigh(Int128 factor) {
    high_ = section_ + (factor == 1 ? pair_ : (pair_ - digit_) * factor);
    high_set_ = true;
    pair_ = 0;
  }

  // 一百五 is 150 and 三万五 is 35000; 一百零五 is 105.
  Int128 Shorthand() const {
    if (digit_ <= 0 || zero_ || after_tens_) return 1;
    if (section_ > 0) return last_power_ >= 2 ? kPowersOfTen[last_power_ - 1] : 1;
    return total_ > 0 ? kPowersOfTen[last_big_ - 1] : 1;
  }

  Numeral Finish() {
    Numeral numeral;
    numeral.begin = numeral.end = static_cast<uint32_t>(begin_);
    if (characters_ == 0) return numeral;
    numeral.end = numeral.head_end = static_cast<uint32_t>(pos_);
    numeral.chinese = true;
    numeral.characters = characters_;
    numeral.bare_multiplier = bare_;
    if (scale_ > 0) {
      numeral.head = Decimal(head_, 0);
      numeral.scale = scale_;
      numeral.head_end = static_cast<uint32_t>(head_end_);
      if (high_set_) numeral.high = Decimal(high_, 0);
      return numeral;
    }
    const Int128 rest = digit_ > 0 ? digit_ * Shorthand() : 0;
    numeral.head = Decimal(total_ + section_ + rest, 0);
    if (pair_) {
      numeral.high = Decimal(total_ + section_ + pair_ * Shorthand(), 0);
    } else if (high_set_ && last_big_ == kNoBig) {
      numeral.high = Decimal(high_, 0);
    }
    return numeral;
  }

  static constexpr int kNoBig = 12;

  std::string_view text_;
  size_t begin_, pos_, head_end_ = 0;
  int characters_ = 0;
  Int128 total_ = 0, section_ = 0, head_ = 0, high_ = 0;
  int digit_ = -1;         // read and not yet multiplied; -1: none
  int pair_ = 0;           // the second digit of 三四
  int last_power_ = 4;     // multipliers of a section fall
  int last_big_ = kNoBig;  // so do 亿 and 万
  int scale_ = 0;          // of what has been read, when it ends in 万 or 亿
  bool zero_ = false, after_tens_ = false, bare_ = false, high_set_ = false;
};

// Reads 万, 亿 or 万亿 and returns the power of ten.
int ReadBigChain(std::string_view text, size_t* pos) {
  int power = 0;
  for (Han han = HanAt(text, *pos); han.kind == HanKind::kBig && power + han.value <= 12; han = HanAt(text, *pos)) {
    power += han.value;
    *pos += 3;
  }
  return power;
}

// 三点一四: the decimals after the point. A multiplier after them says that it was no point (八点三十).
void ReadChineseDecimals(std::string_view text, Numeral* numeral) {
  const char32_t point = CharAt(text, numeral->end);
  if ((point != kPoint && point != kPointTraditional) || numeral->high || numeral->scale != 0) return;
  Int128 decimals;
  size_t end;
  const int count = ReadPositional(text, numeral->end + 3, &decimals, &end);
  const HanKind next = HanAt(text, end).kind;
  if (count == 0 || count > 12 || next == HanKind::kMultiplier || next == HanKind::kTens) return;
  const auto value = Decimal::Add(numeral->head, Decimal(decimals, count));
  if (!value) return;
  numeral->head = *value;
  numeral->head_end = numeral->end = static_cast<uint32_t>(end);
  numeral->decimal = true;
  numeral->characters += count + 1;
  if (const int scale = ReadBigChain(text, &end)) {
    numeral->scale = scale;
    numeral->end = static_cast<uint32_t>(end);
  }
}

bool IsSeparator(std::string_view text, size_t pos, bool wide, int* width) {
  *width = wide ? 3 : 1;
  return wide ? CharAt(text, pos) == U'，' : pos < text.size() && text[pos] == ',';
}

bool IsPointAt(std::string_view text, size_t pos, int* width) {
  const char32_t c = CharAt(text, pos);
  *width = c == U'．' ? 3 : 1;
  return c == U'.' || c == U'．';
}

// Appends digits from `*pos` on to `*units`; returns how many. Those that `*units` has no room for are
// passed over. The 64-bit part does nearly all the work.
int TakeDigits(std::string_view text, size_t* pos, int most, Int128* units, int room = Decimal::kMaxDigits) {
  int count = 0, width;
  uint64_t part = 0, power = 1;
  for (int digit; count < most && (digit = DigitAt(text, *pos, &width)) >= 0; *pos += width) {
    if (count++ >= room) continue;
    part = part * 10 + digit;
    power *= 10;
    if (power < 1'000'000'000'000'000'000u) continue;
    *units = *units * power + part;
    part = 0;
    power = 1;
  }
  *units = *units == 0 ? Int128{part} : *units * power + part;
  return count;
}

constexpr int kAnyCount = 1 << 30;
constexpr int kMostDigits = 24;  // leaves room for scales: 10^12 in the numeral

// Reads ",685" and on, when all groups after a head of one to three digits have three.
int TakeGroups(std::string_view text, size_t* pos, bool wide, Int128* units) {
  size_t at = *pos;
  Int128 value = *units;
  int count = 0, width;
  while (IsSeparator(text, at, wide, &width) && IsDigitAt(text, at + width)) {
    size_t next = at + width;
    if (TakeDigits(text, &next, 3, &value) != 3 || IsDigitAt(text, next) || count > 24) return 0;
    at = next;
    count += 3;
  }
  if (count > 0) {
    *pos = at;
    *units = value;
  }
  return count;
}

}  // namespace

size_t SkipAnySpaces(std::string_view text, size_t pos, int most) {
  for (; most > 0 && pos < text.size(); --most) {
    if (text[pos] == ' ' || text[pos] == '\t') {
      ++pos;
    } else if (text.substr(pos, 3) == "\u3000") {
      pos += 3;
    } else if (text.substr(pos, 2) == "\u00a0") {
      pos += 2;
    } else {
      break;
    }
  }
  return pos;
}

bool IsNumeralStart(char32_t c) { return c < 0x10000 && (kStarts[c >> 6] >> (c & 63) & 1); }

size_t NextNumeralStart(std::string_view text, size_t pos) {
  const size_t size = text.size();
  while (pos < size) {
    const unsigned char lead = text[pos];
    if (lead < 0x80) {
      if (static_cast<unsigned>(lead - '0') < 10) return pos;
      ++pos;
    } else if (lead >= 0xe0 && lead < 0xf0 && pos + 2 < size) {
      if (IsNumeralStart(ThreeBytes(text, pos))) return pos;
      pos += 3;
    } else {
      pos += lead >= 0xf0 ? 4 : lead >= 0xc0 ? 2 : 1;
    }
  }
  return size;
}

Numeral ReadDigits(std::string_view text, size_t pos) {
  Numeral numeral;
  numeral.begin = static_cast<uint32_t>(pos);
  numeral.wide = pos < text.size() && text[pos] == '\xef';
  Int128 units = 0;
  int digits = TakeDigits(text, &pos, kAnyCount, &units);
  if (digits >= 1 && digits <= 3 && units != 0) {
    const int grouped = TakeGroups(text, &pos, numeral.wide, &units);
    numeral.grouped = grouped > 0;
    digits += grouped;
  }
  numeral.integer_digits = digits;
  int decimals = 0, width;
  if (digits > 0 && IsPointAt(text, pos, &width) && IsDigitAt(text, pos + width)) {
    pos += width;
    decimals = TakeDigits(text, &pos, kAnyCount, &units, Decimal::kMaxDigits - digits);
    numeral.decimal = true;
  }
  numeral.too_long = digits > kMostDigits || digits + decimals > kMostDigits;
  if (!numeral.too_long) numeral.head = Decimal(units, decimals);
  numeral.characters = digits + decimals;
  numeral.end = numeral.head_end = static_cast<uint32_t>(pos);
  return numeral;
}

Numeral ReadChinese(std::string_view text, size_t pos) {
  Int128 value;
  size_t end;
  const int digits = ReadPositional(text, pos, &value, &end);
  const HanKind next = HanAt(text, end).kind;
  const bool pair = digits == 2 && IsPair(HanAt(text, pos).value, HanAt(text, pos + 3).value);
  Numeral numeral;
  if (digits >= 2 && !pair && next != HanKind::kMultiplier && next != HanKind::kTens) {
    numeral.begin = static_cast<uint32_t>(pos);
    numeral.head = Decimal(value, 0);
    numeral.chinese = numeral.positional = true;
    numeral.characters = digits;
    numeral.head_end = static_cast<uint32_t>(end);
    numeral.scale = ReadBigChain(text, &end);
    numeral.end = static_cast<uint32_t>(end);
  } else {
    numeral = StructuredReader(text, pos).Read();
  }
  if (!numeral.empty()) ReadChineseDecimals(text, &numeral);
  return numeral;
}

namespace {

// The multipliers at `*pos`: 万, 亿, 百万, 千万, 千. Returns the power of ten, or 0.
int ReadMultipliers(std::string_view text, size_t* pos) {
  size_t at = *pos;
  int power = 0;
  if (const Han han = HanAt(text, at); han.kind == HanKind::kMultiplier) {
    if (han.value == 1) return 0;
    power = han.value;
    at += 3;
  }
  power += ReadBigChain(text, &at);
  *pos = at;
  return power;
}

// 3亿|5000万: adds the smaller parts that follow at once.
void ReadLowerParts(std::string_view text, Numeral* numeral) {
  int last = numeral->scale;
  while (IsDigitAt(text, numeral->end)) {
    const Numeral part = ReadDigits(text, numeral->end);
    size_t end = part.end;
    const int power = ReadMultipliers(text, &end);
    if (part.too_long || part.decimal || power >= last || part.integer_digits + power > last) return;
    const bool said = power == 0 && part.integer_digits == 1;  // 3万5 is 35000
    const auto sum = Decimal::Add(numeral->value(), part.head.Scaled(said ? last - 1 : power));
    if (!sum) return;
    numeral->head = *sum;
    numeral->scale = 0;
    numeral->characters += part.characters;
    numeral->end = numeral->head_end = static_cast<uint32_t>(end);
    last = power;
    if (power == 0) return;
  }
}

}  // namespace

void ReadScale(std::string_view text, size_t pos, Numeral* numeral) {
  size_t end = pos;
  const int power = ReadMultipliers(text, &end);
  if (power == 0 || numeral->too_long || numeral->scale != 0) return;
  numeral->head_end = static_cast<uint32_t>(pos);
  numeral->scale = power;
  numeral->end = static_cast<uint32_t>(end);
  if (!numeral->chinese) ReadLowerParts(text, numeral);
}

}  // namespace mingzhang
