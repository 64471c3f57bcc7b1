// Logical lines to a tree of sections: numbered headings of any style, and the unnumbered ones that
// are known by name. Defects (empty, skipped, repeated) are states, never errors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/offset.h"
#include "extractor/text/document_text.h"
#include "extractor/text/text_options.h"

namespace mingzhang {

// One canonical role and the words that name it in headings.
struct SectionRole {
  std::string role;
  std::vector<std::string> names;
  int16_t concept_id = -1;  // what the section is about; -1: nothing in particular
  bool tells_work = false;  // what a body does: its counts are no figures of accounts
  int16_t unnamed = -1;     // what amounts without a name of their own are here
};

struct Heading {
  Range range;               // the heading's text with its number
  Range title;               // without the number
  Range body;                // from its end to the next heading of any level
  int line = 0;              // index into DocumentText::lines
  int style = -1;            // index into TextOptions::numbering; -1: unnumbered
  int value = 0;             // its number
  int level = 0;             // depth in the tree, from 0
  int parent = -1;           // index into the outline
  const SectionRole* role = nullptr;
  bool has_children = false;
  bool has_body = false;
};

struct OutlineOptions {
  std::vector<SectionRole> roles;
  WordSet names;             // of all roles, in their order
  std::vector<int> role_of;  // by name: index into roles
  WordSet title_endings;     // a heading that ends with a full stop ends with one of them
  WordSet denials;           // a line with one of them says something: it is no heading
};

// Also marks contents pages: lines of `text` that only list headings get LineKind::kContents.
std::vector<Heading> Outline(DocumentText* text, const TextOptions& options, const OutlineOptions& outline);

}  // namespace mingzhang
