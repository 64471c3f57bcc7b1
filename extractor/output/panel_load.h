// A document as a panel remembers it.
#pragma once

#include <string>

#include "extractor/output/diff_key.h"
#include "extractor/output/panel_database.h"

namespace mingzhang {

struct LoadedDocument {
  std::string doc_id;
  DocumentRecord record;                // without findings and the bodies of sections
  std::vector<std::string> keywords;    // of the sections, separated by |
  std::vector<std::string> units;       // that the body lists
  std::vector<bool> main;               // of the facts
  bool summed = false;                  // bodies that became one: `record` is their sum, the rest the first's
};

// Bodies of one year that became one.
LoadedDocument SumOfLoaded(const std::vector<const LoadedDocument*>& bodies, const KeyOptions& options);

// The first figure of the document's own year and stage; nullptr when there is none.
const FactRecord* MainFact(const LoadedDocument& document, std::string_view concept_id, std::string_view measure);

Result<LoadedDocument> LoadDocument(const PanelDatabase& panel, const std::string& doc_id);

}  // namespace mingzhang
