// A name for a finding that survives re-extraction: what is complained about, not where it stands.
#pragma once

#include <string>

#include "extractor/pipeline.h"

namespace mingzhang {

// 16 hexadecimal digits of SHA-256 over the rule, the concepts of its facts and the folded text of
// its first span with about twelve characters on each side. Spaces and line ends do not count, so a
// new wrap or a line inserted above does not change it. A finding about the whole document has no
// text of its own: its message stands in.
std::string Fingerprint(const Finding& finding, const Document& document, const Grammar& grammar);

}  // namespace mingzhang
