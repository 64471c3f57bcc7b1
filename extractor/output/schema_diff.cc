// The JSON Schemas of what `diff --format json` and the manifest of a batch hold, one object a line.
#include "extractor/output/schema.h"

namespace mingzhang {

std::string_view DiffSchema() {
  return R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://mingzhang.invalid/schema/diff-1.0.json",
  "title": "mingzhang diff, version 1",
  "description": "One change between two documents; `diff --format json` writes one such object a line; decimals are strings",
  "type": "object",
  "additionalProperties": false,
  "required": ["kind", "concept", "label", "measure", "qualifiers", "basis", "old", "new", "difference", "rate", "name",
               "reason", "finding", "old_document", "new_document"],
  "properties": {
    "kind": {
      "description": "level: one figure, two values; restatement: what NEW says of the past against what OLD published; reread: one place of the same text, read otherwise by another grammar or version",
      "enum": ["document", "section", "level", "restatement", "added", "removed", "reread", "finding"]
    },
    "concept": {"type": ["string", "null"]},
    "label": {
      "oneOf": [
        {"type": "null"},
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["zh", "en"],
          "properties": {"zh": {"type": "string"}, "en": {"type": "string"}}
        }
      ]
    },
    "measure": {"type": ["string", "null"]},
    "qualifiers": {"type": ["string", "null"], "description": "name=value, separated by ;, class, section and item first"},
    "basis": {"type": ["string", "null"], "description": "the whole of a share, as a concept"},
    "old": {"$ref": "#/$defs/side"},
    "new": {"$ref": "#/$defs/side"},
    "difference": {"$ref": "#/$defs/decimal", "description": "new - old: yuan for money, percentage points for rates"},
    "rate": {"$ref": "#/$defs/decimal", "description": "in percent of old"},
    "name": {
      "type": ["string", "null"],
      "description": "of documents the field, or renamed, merged, matched, gone, appeared; of sections the role, or order; of findings new, carried, fixed"
    },
    "reason": {"type": ["string", "null"], "description": "the evidence for a rename or a merge"},
    "finding": {
      "oneOf": [
        {"type": "null"},
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["rule", "severity", "message", "fingerprint", "span"],
          "properties": {
            "rule": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}$"},
            "severity": {"enum": ["error", "warning", "note"]},
            "message": {
              "type": "object",
              "additionalProperties": false,
              "required": ["zh", "en"],
              "properties": {"zh": {"type": "string"}, "en": {"type": "string"}}
            },
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "span": {"$ref": "#/$defs/span"}
          }
        }
      ]
    },
    "old_document": {"$ref": "#/$defs/document"},
    "new_document": {"$ref": "#/$defs/document"}
  },
  "allOf": [
    {
      "if": {"properties": {"kind": {"enum": ["level", "restatement", "reread"]}}},
      "then": {"properties": {"old": {"type": "object"}, "new": {"type": "object"}}}
    },
    {
      "if": {"properties": {"kind": {"const": "added"}}},
      "then": {"properties": {"old": {"type": "null"}, "new": {"type": "object"}}}
    },
    {
      "if": {"properties": {"kind": {"const": "removed"}}},
      "then": {"properties": {"old": {"type": "object"}, "new": {"type": "null"}}}
    },
    {
      "if": {"properties": {"kind": {"const": "finding"}}},
      "then": {"properties": {"finding": {"type": "object"}, "name": {"enum": ["new", "carried", "fixed"]}}},
      "else": {"properties": {"finding": {"type": "null"}}}
    }
  ],
  "$defs": {
    "decimal": {"type": ["string", "null"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
    "span": {
      "oneOf": [
        {"type": "null"},
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["bytes", "line", "quote"],
          "properties": {
            "bytes": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
            "line": {"type": "integer", "minimum": 1},
            "quote": {"type": "string"}
          }
        }
      ]
    },
    "side": {
      "description": "a figure; of documents and sections a text",
      "oneOf": [
        {"type": ["string", "null"]},
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["value", "unit", "yuan", "period", "stage", "against", "assertion", "reading", "derived", "span"],
          "properties": {
            "value": {"type": "string", "description": "as printed"},
            "unit": {"type": ["string", "null"]},
            "yuan": {"$ref": "#/$defs/decimal"},
            "period": {"type": ["integer", "string", "null"], "description": "a year, or a day for balances"},
            "stage": {"type": ["string", "null"]},
            "against": {
              "description": "the year and stage that a change or a rate is measured against",
              "oneOf": [
                {"type": "null"},
                {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["year", "stage"],
                  "properties": {"year": {"type": "integer"}, "stage": {"type": ["string", "null"]}}
                }
              ]
            },
            "assertion": {"enum": ["stated", "negative", "qualitative", "derived"]},
            "reading": {"type": ["string", "null"], "description": "of two readings of one text: all that was read there"},
            "derived": {"type": "boolean", "description": "computed from a current figure and its change"},
            "span": {"$ref": "#/$defs/span"}
          }
        }
      ]
    },
    "document": {
      "oneOf": [
        {"type": "null"},
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "organization", "kind", "level", "fiscal_year"],
          "properties": {
            "name": {"type": "string"},
            "organization": {"type": ["string", "null"]},
            "kind": {"enum": ["budget", "final_accounts", "three_public_statement", "government_report", "unknown"]},
            "level": {"enum": ["department", "unit", "government", "unknown"]},
            "fiscal_year": {"type": ["integer", "null"]}
          }
        }
      ]
    }
  }
}
)json";
}

std::string_view ManifestSchema() {
  return R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://mingzhang.invalid/schema/manifest-1.0.json",
  "title": "mingzhang manifest, version 1",
  "description": "One document of a batch; manifest.jsonl has one such object a line, in the order of the input",
  "type": "object",
  "additionalProperties": false,
  "required": ["index", "name", "sha256", "bytes", "status", "output", "output_sha256", "facts", "findings", "numerals",
               "unexplained", "version", "grammar", "settings", "shard"],
  "properties": {
    "index": {"type": "integer", "minimum": 0, "description": "of the input, from 0, over all shards"},
    "name": {"type": "string"},
    "sha256": {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
    "bytes": {"type": "integer", "minimum": 0},
    "status": {"enum": ["ok", "failed"]},
    "output": {"type": ["string", "null"], "description": "file below the result folder; null in a stream"},
    "output_sha256": {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
    "facts": {"type": "integer", "minimum": 0},
    "findings": {
      "type": "object",
      "additionalProperties": false,
      "required": ["error", "warning", "note"],
      "properties": {
        "error": {"type": "integer", "minimum": 0},
        "warning": {"type": "integer", "minimum": 0},
        "note": {"type": "integer", "minimum": 0}
      }
    },
    "numerals": {"type": "integer", "minimum": 0},
    "unexplained": {"type": "integer", "minimum": 0},
    "version": {"type": "string"},
    "grammar": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "settings": {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "equal settings, equal outputs"},
    "shard": {"type": ["string", "null"]}
  }
}
)json";
}

}  // namespace mingzhang
