// A document as a panel remembers it.
#pragma once

#include <string>

#include "extractor/output/panel_database.h"

namespace mingzhang {

struct LoadedDocument {
  std::string doc_id;
  DocumentRecord record;                // without findings and the bodies of sections
  std::vector<BodyDigest> digests;      // of the sections
  std::vector<std::string> keywords;    // of the sections, separated by |
  std::vector<bool> main;               // of the facts
};

Result<LoadedDocument> LoadDocument(const PanelDatabase& panel, const std::string& doc_id);

}  // namespace mingzhang
