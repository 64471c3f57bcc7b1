// What is wrong with a grammar file is said with its place and what to do about it.
#include <algorithm>
#include <string>

#include "extractor/grammar/text_grammar.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

struct Fault {
  std::string_view name;
  std::string_view file;
  std::string_view text;   // stands before the file's own text
  std::string_view error;  // how the message begins
};

constexpr Fault kFaults[] = {
    {"syntax", "clauses.toml", "[[clause]\n", "clauses.toml:1:"},
    {"unknown key", "clauses.toml",
     "[[clause]]\nid = \"x\"\npattern = \"{subject} {money}\"\nmeasure = \"amount\"\npriority = 1\n",
     "clauses.toml:5:1: unknown key 'priority' (known here: "},
    {"unknown slot", "clauses.toml", "[[clause]]\nid = \"x\"\npattern = \"{subjekt} {money}\"\nmeasure = \"amount\"\n",
     "clauses.toml:3:11: unknown slot '{subjekt}'"},
    {"open slot", "clauses.toml", "[[clause]]\nid = \"x\"\npattern = \"{subject {money\"\nmeasure = \"amount\"\n",
     "clauses.toml:3:11: a slot is not closed"},
    {"unknown measure", "clauses.toml", "[[clause]]\nid = \"x\"\npattern = \"{subject} {money}\"\nmeasure = \"amuont\"\n",
     "clauses.toml:4:11: unknown measure 'amuont'"},
    {"missing key", "clauses.toml", "[[clause]]\npattern = \"{subject} {money}\"\nmeasure = \"amount\"\n", "clauses.toml:1:1: 'id' is missing"},
    {"wrong type", "clauses.toml", "[[clause]]\nid = \"x\"\npattern = 5\nmeasure = \"amount\"\n", "clauses.toml:3:11: 'pattern' must be a string"},
    {"duplicate clause", "clauses.toml",
     "[[clause]]\nid = \"x\"\npattern = \"{subject} {money}\"\nmeasure = \"amount\"\n"
     "[[clause]]\nid = \"x\"\npattern = \"{subject} {money}\"\nmeasure = \"amount\"\n",
     "clauses.toml:5:1: clause 'x' is there twice"},
    {"duplicate concept", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\n[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\n",
     "concepts.toml:6:6: concept 'a' is there twice"},
    {"word of two concepts", "concepts.toml",
     "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\naliases = [\"甲乙丙\"]\n"
     "[[concept]]\nid = \"b\"\nzh = \"乙\"\nen = \"b\"\naliases = [\"甲乙丙\"]\n",
     "concepts.toml:10:11: '甲乙丙' names a already (keep it with one of them)"},
    {"word that a template stands for too", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\naliases = [\"甲[乙]\", \"甲乙\"]\n",
     "concepts.toml:5:11: '甲乙' is there twice"},
    {"template without an end", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\naliases = [\"甲[乙\"]\n",
     "concepts.toml:5:11: a bracket or brace without its partner: '甲[乙' ([x] may be missing, {a|b} is one of the two)"},
    {"empty word", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\naliases = [\"\"]\n", "concepts.toml:5:12: an empty text among 'aliases'"},
    {"unknown stage", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\nstage = \"draft\"\n", "concepts.toml:5:9: unknown stage 'draft'"},
    {"unknown flag of a concept", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\ncarry_over = true\n",
     "concepts.toml:5:1: unknown key 'carry_over' (known here: "},
    {"flag that is no flag", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\ncarryover = \"yes\"\n",
     "concepts.toml:5:13: 'carryover' must be true or false"},
    {"unknown side", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\nside = \"income\"\n",
     "concepts.toml:5:8: unknown side 'income' (known here: revenue, expenditure, both)"},
    {"unknown whole", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\nwhole = \"half\"\n",
     "concepts.toml:5:9: unknown whole 'half' (known here: all, year)"},
    {"other side that is no concept", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\nother_side = \"b\"\n",
     "concepts.toml:5:14: unknown concept 'b'"},
    {"unknown measure of a concept", "concepts.toml", "[[concept]]\nid = \"a\"\nzh = \"甲\"\nen = \"a\"\nmeasures = [\"weight\"]\n",
     "concepts.toml:5:12: unknown measure 'weight'"},
    {"unknown concept of an alias", "aliases.toml", "[[alias]]\nwords = [\"甲乙丙\"]\nconcepts = [\"revenue.totl\"]\n",
     "aliases.toml:3:12: unknown concept 'revenue.totl'"},
    {"alias that is a name already", "aliases.toml", "[[alias]]\nwords = [\"公务接待费\"]\nconcepts = [\"expenditure.total\"]\n",
     "aliases.toml:2:9: '公务接待费' names three_public.official_reception already"},
    {"unknown kind of word", "relations.toml", "[[relation]]\nkind = \"comparison\"\nwords = [\"甲\"]\n",
     "relations.toml:2:8: unknown kind of word 'comparison'"},
    {"noun that counts two things", "aliases.toml",
     "[[alias]]\nwords = [\"甲乙丙\"]\nconcepts = [\"personnel.classes\"]\ncounted = true\n"
     "[[alias]]\nwords = [\"甲乙丙\"]\nconcepts = [\"personnel.retired\"]\ncounted = true\n",
     "aliases.toml:6:9: '甲乙丙' counts personnel.classes already"},
    {"unknown use", "relations.toml", "[[relation]]\nkind = \"anaphor\"\nuse = \"third\"\nwords = [\"甲\"]\n", "relations.toml:3:7: unknown use 'third' (known here: "},
    {"use of another kind of word", "relations.toml", "[[relation]]\nkind = \"anaphor\"\nuse = \"as_signed\"\nwords = [\"甲\"]\n",
     "relations.toml:3:7: 'as_signed' is no use of a word of this kind"},
    {"direction without a sign", "relations.toml", "[[relation]]\nkind = \"direction\"\nsign = 2\nwords = [\"甲\"]\n",
     "relations.toml:3:8: a direction is up, 1, or down, -1"},
    {"sign of no direction", "relations.toml", "[[relation]]\nkind = \"flat\"\nsign = 1\nwords = [\"甲\"]\n",
     "relations.toml:3:8: only a direction that its word tells has a sign"},
    {"word of two relations", "relations.toml",
     "[[relation]]\nkind = \"flat\"\nwords = [\"甲乙\"]\n[[relation]]\nkind = \"flat\"\nstage = \"budget\"\nwords = [\"甲[乙]\"]\n",
     "relations.toml:7:9: '甲乙' is there already (keep it once)"},
    {"word of two kinds", "relations.toml", "[[relation]]\nkind = \"flat\"\nwords = [\"收入预算\"]\n",
     "relations.toml:3:9: '收入预算' is there already as another kind of word"},
    {"unknown concept of a section", "sections.toml", "[[section]]\nrole = \"x\"\nnames = [\"甲\"]\nconcept = \"revenue.totl\"\n",
     "sections.toml:4:11: unknown concept 'revenue.totl'"},
    {"folds of different length", "text.toml", "[[fold]]\nname = \"x\"\nfrom = \"ab\"\nto = \"c\"\n", "text.toml:4:6: 'from' has 2 characters and 'to' 1"},
    {"bad set of characters", "text.toml", "[[fold]]\nname = \"x\"\nset = \"[a-\"\nto = \" \"\n", "text.toml:3:7: not a valid set of characters"},
    {"a comma of Chinese text", "relations.toml", "[[relation]]\nkind = \"flat\"，\n",
     "relations.toml:2:14: a character beyond ASCII outside of quotation marks"},
    {"bytes of another encoding", "relations.toml", "[[relation]]\nkind = \"\xB3\xD6\xC6\xBD\"\n", "relations.toml:2:9: not valid UTF-8"},
    {"a bracket behind strings and comments", "relations.toml", "# 注〔\n[[relation]]\nkind = '〔'\nnote = \"\"\"〔\n\"。\"\"\"\nkey = \"\\\"〔\"〕\n",
     "relations.toml:6:12: a character beyond ASCII outside of quotation marks"},
    {"unknown form of numbering", "text.toml", "[[numbering]]\nname = \"x\"\nform = \"{roman}\"\nsuffixes = [\".\"]\n",
     "text.toml:3:8: must end with {chinese}, {arabic} or {circled}"},
};

std::vector<GrammarFile> TreeFiles() { return test::TreeGrammar().files(); }

GrammarFile& FileNamed(std::vector<GrammarFile>& files, std::string_view name) {
  for (GrammarFile& file : files) {
    if (file.name == name) return file;
  }
  ADD_FAILURE() << name;
  return files.front();
}

TEST(GrammarErrorsTest, EveryFaultIsSaidWithItsPlace) {
  for (const Fault& fault : kFaults) {
    std::vector<GrammarFile> files = TreeFiles();
    GrammarFile& file = FileNamed(files, fault.file);
    file.text = std::string(fault.text) + file.text;
    const auto grammar = Grammar::FromFiles(std::move(files));
    ASSERT_FALSE(grammar.ok()) << fault.name;
    EXPECT_EQ(fault.error, grammar.error().ToString().substr(0, fault.error.size())) << fault.name;
  }
}

TEST(GrammarErrorsTest, AYearThatDoesNotComeFirstIsRefused) {
  std::vector<GrammarFile> files = TreeFiles();
  std::string& text = FileNamed(files, "documents.toml").text;
  const std::string key = "any_year = '''";
  ASSERT_NE(std::string::npos, text.find(key));
  text.insert(text.find(key) + key.size(), "公元");
  const auto grammar = Grammar::FromFiles(std::move(files));
  ASSERT_FALSE(grammar.ok());
  EXPECT_EQ("documents.toml", grammar.error().file);
  EXPECT_EQ("'any_year' must begin with a year", grammar.error().message);
}

TEST(GrammarErrorsTest, AWordWithoutEndIsRefused) {
  std::vector<GrammarFile> files = TreeFiles();
  std::string& text = FileNamed(files, "relations.toml").text;
  text = "[[relation]]\nkind = \"flat\"\nwords = [\"" + std::string(700, 'x') + "\"]\n" + text;
  const auto grammar = Grammar::FromFiles(std::move(files));
  ASSERT_FALSE(grammar.ok());
  EXPECT_EQ("relations.toml:3:9: a word of 700 bytes (at most 600)", grammar.error().ToString());
}

// One key of [lines] changed.
TEST(GrammarErrorsTest, BadPatternsAreRefusedWithTheirPlace) {
  const struct {
    std::string pattern, error;
  } kCases[] = {{"(?<=页)1", "not a valid pattern: invalid perl operator: (?<"}, {"(1", "not a valid pattern: missing ): (1"},
                {"(((1{1000}){1000}){1000})", "not a valid pattern: "}};
  for (const auto& one : kCases) {
    const std::string text = "[lines]\npage_number = '" + one.pattern + "'\ntable_title = '表'\n";
    TextOptions options;
    const Status status = LoadTextOptions({"text.toml", text}, &options);
    ASSERT_TRUE(status) << one.pattern;
    EXPECT_EQ("text.toml", status->file);
    EXPECT_EQ(2u, status->line);
    EXPECT_EQ(15u, status->column);
    EXPECT_EQ(one.error, status->message.substr(0, one.error.size()));
    EXPECT_FALSE(status->hint.empty());
  }
}

TEST(GrammarErrorsTest, AMissingFileIsNamed) {
  for (const std::string_view name : {"text.toml", "sections.toml", "documents.toml", "concepts.toml", "clauses.toml", "units.toml"}) {
    std::vector<GrammarFile> files = TreeFiles();
    files.erase(std::find_if(files.begin(), files.end(), [&](const GrammarFile& file) { return file.name == name; }));
    const auto grammar = Grammar::FromFiles(std::move(files));
    ASSERT_FALSE(grammar.ok()) << name;
    EXPECT_EQ("the grammar has no " + std::string(name), grammar.error().message);
    EXPECT_FALSE(grammar.error().hint.empty());
  }
}

TEST(GrammarErrorsTest, AFolderThatIsNotThereIsNamed) {
  const auto grammar = Grammar::FromFolder(test::SourcePath("no-such-folder"));
  ASSERT_FALSE(grammar.ok());
  EXPECT_EQ(test::SourcePath("no-such-folder"), grammar.error().file);
}

}  // namespace
}  // namespace mingzhang
