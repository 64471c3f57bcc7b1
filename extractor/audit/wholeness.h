// Whether a text is a whole disclosure: only then can something be called missing.
#pragma once

#include <string>

#include "extractor/audit/context.h"
#include "extractor/grammar/rules.h"

namespace mingzhang {

// Why nothing can be called missing from this text, e.g. "the text is an excerpt: …"; empty when it can.
// Worked out once for a document.
const std::string& WhyIncomplete(AuditContext& context, const RuleSpec& rule);

// Whether the text says what every disclosure says, though numbered parts of it may be missing. Works it out anew.
bool LooksWhole(const AuditContext& context);

// Whether a fact says what a case asks for: its concept or one of its parts, in the measure of its term.
bool AnyStated(const AuditContext& context, const RuleCase& about);

}  // namespace mingzhang
