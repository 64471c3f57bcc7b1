// All the words the pipeline knows, found in one pass: the longest word at each place wins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/offset.h"
#include "extractor/model/model.h"

namespace mingzhang {

// What a word does in a clause. relations.toml says which words do it.
enum class WordKind : uint8_t {
  kConcept,      // names a concept
  kCompare,      // 比, 较, 与…相比: a base follows (or, inside a base, ends)
  kComparePrior, // 同比: compared with the year before
  kDirection,    // 增加, 下降, 大于
  kFlat,         // 持平
  kShare,        // 占
  kCompletion,   // 完成
  kUnitCost,     // 车均
  kAmong,        // 其中
  kSplit,        // 按功能分类
  kInvolve,      // 涉及
  kReason,       // 主要原因
  kPurpose,      // 主要用于
  kDefinition,   // 是指
  kNone,         // 无
  kAnaphor,      // 此项
  kStage,        // 预算, 决算
  kPeriod,       // 上年
  kYearEnd,      // 底
  kGrade,        // 良好
  kGradeHead,    // 等级为
  kFunctional,   // a class of the functional classification
  kLevel,        // (类) (款) (项)
  kTotal,        // 合计: what a long clause before it was about
  kInside,       // …中，: the whole of the shares that follow
  kRespectively, // 分别为: figures go to names in turn
  kEach,         // 均为: the figure is of each name before it
  kOutcome,      // 主要产出和效果: what was reached, to the end of the line
  kPortion,      // 来自: between money and what it is of
  kBecame,       // 提高到: the figure is what it became
  kItem,         // 一是, 二是: one of several reasons
  kOther,        // 在建工程: names what the vocabulary has no concept for; its figures are no facts
  kFiller,       // hides shorter words inside it
  kScope,        // 县本级: whose accounts, in a government's report (levels in documents.toml)
};

// How a word does what its kind does, where that is not as usual.
enum class WordUse : uint8_t {
  kUsual,
  kAmountBefore,  // a comparison only with what was an amount: 由…提高到
  kBeforeFigure,  // a direction only right before its figure: 高5%, but 提高服务水平, 高中
  kAsSigned,      // a direction that the sign of the figure tells: 变动率-5%
  kAsTold,        // a direction that the amounts told before tell: 相差3万元
  kOfEachOther,   // flat, where no base is named: 打平
  kWholeBefore,   // a share whose whole stands before the word: 在…中的比重
  kOfClause,      // a reason that ends with its clause: 因…，
  kOfTold,        // a reason only where something was told that it explains: 系
  kRightBefore,   // denies only what it stands right before: 未
  kFirst,         // of two told before: 前者
  kSecond,        // 后者
  kOfSpending,    // a stage of what was spent, be it revenue that was spoken of: 实际支出
};

// One entry. A word that names a concept may also be a noun that follows a count.
struct Word {
  std::string text;
  WordKind kind = WordKind::kFiller;
  ConceptId concept_id = kNoConcept;
  ConceptId second = kNoConcept;        // 收入和支出: two at once
  ConceptId government = kNoConcept;    // what it names in a government's report
  ConceptId counted = kNoConcept;       // what it names after a count
  ConceptId counted_inside = kNoConcept;  // … inside one of the concepts `counted_within`
  std::vector<ConceptId> within;        // read only inside one of these concepts; none: everywhere
  std::vector<ConceptId> counted_within;
  Stage stage = Stage::kNone;
  WordUse use = WordUse::kUsual;
  int8_t value = 0;                     // sign of a direction, years of a period, level of kLevel; of kFunctional, when its money must follow
  bool modifier = false;                // names who pays when another concept follows or precedes
  bool bare = false;                    // 收入, 支出: opens a clause about a change of the other side
  bool states = false;                  // opens a clause that states a fact even behind a reason
  bool neutral = false;                 // tells no side: of revenue or of expenditure
  bool weak = false;                    // points back to a more specific name
  bool suffix = false;                  // right after another name it is a stage word: 公务接待费支出预算
  bool class_only = false;              // of staff, or of posts where posts are spoken of
  bool names_project = false;           // what stands before it is the name of a project
  bool inherits = false;                // a part of a list: takes its concept from the list's head
  Qualifiers qualifiers;

  bool Counts() const { return counted != kNoConcept || counted_inside != kNoConcept; }  // names something after a count
};

class Lexicon {
 public:
  // The words, sorted or not; texts are not empty and distinct.
  void Build(std::vector<Word> words);

  struct Match {
    const Word* word = nullptr;
    uint32_t length = 0;  // bytes
  };
  // The longest word at `position` of `text`, which must start a character.
  Match LongestAt(std::string_view text, size_t position) const;
  const Word* Find(std::string_view text) const;  // nullptr when it is no word
  const std::vector<Word>& words() const { return words_; }

 private:
  // A trie in the order of a walk through it: what mostly is looked at next lies next. Its first two levels are one hash table by
  // pairs of characters, that of words of one character by the character alone. Most places of a text are turned away by their
  // first character, nearly all others by the pair.
  struct Node {
    uint32_t begin = 0;  // of its edges
    uint32_t count = 0;
    int32_t word = -1;   // that ends here
  };
  struct Edge {
    uint32_t character, node;
  };
  struct Root {
    uint64_t pair = 0;   // 0: free
    uint32_t node = 0;
  };
  using Order = std::vector<uint32_t>;  // of words, by their text
  uint32_t AddNode(const Order& order, size_t begin, size_t end, size_t depth);
  void AddRoot(uint64_t pair, uint32_t node);
  const Node* RootOf(uint64_t pair) const;
  const Node* Follow(const Node& node, uint32_t character) const;

  std::vector<Word> words_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<Root> roots_;      // a power of two, at most half of them in use
  std::vector<uint64_t> first_;  // bitmap over the code points that words begin with
  std::vector<uint64_t> alone_;  // likewise of those that are words themselves
};

}  // namespace mingzhang
