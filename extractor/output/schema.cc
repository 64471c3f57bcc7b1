#include "extractor/output/schema.h"

namespace mingzhang {

std::string_view ExtractionSchema() {
  return R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://mingzhang.invalid/schema/extraction-1.0.json",
  "title": "mingzhang extraction, version 1",
  "description": "What one disclosure says, where it says so, and what the audit thinks of it; decimals are strings",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "schema_version",
    "generator",
    "source",
    "document",
    "sections",
    "facts",
    "comparisons",
    "relations",
    "findings",
    "checks",
    "coverage"
  ],
  "properties": {
    "schema_version": {"const": "1.0"},
    "generator": {
      "type": "object",
      "additionalProperties": false,
      "required": ["name", "version", "grammar"],
      "properties": {
        "name": {"const": "mingzhang"},
        "version": {"type": "string"},
        "grammar": {"$ref": "#/$defs/sha256"}
      }
    },
    "source": {
      "type": "object",
      "additionalProperties": false,
      "required": ["name", "sha256", "byte_length", "char_length", "encoding"],
      "properties": {
        "name": {"type": "string"},
        "sha256": {"$ref": "#/$defs/sha256"},
        "byte_length": {"type": "integer", "minimum": 0},
        "char_length": {"type": "integer", "minimum": 0},
        "encoding": {"type": "string"}
      }
    },
    "document": {
      "type": "object",
      "additionalProperties": false,
      "required": ["kind", "level", "fiscal_year", "title", "organization", "region"],
      "properties": {
        "kind": {"enum": ["budget", "final_accounts", "three_public_statement", "government_report", "unknown"]},
        "level": {"enum": ["department", "unit", "government", "unknown"]},
        "fiscal_year": {"type": ["integer", "null"]},
        "title": {"type": ["string", "null"]},
        "organization": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "short_name", "plaques"],
          "properties": {
            "name": {"type": ["string", "null"]},
            "short_name": {"type": ["string", "null"]},
            "plaques": {"type": "array", "items": {"type": "string"}}
          }
        },
        "region": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "tier"],
          "properties": {"name": {"type": ["string", "null"]}, "tier": {"type": ["string", "null"]}}
        }
      }
    },
    "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}},
    "facts": {"type": "array", "items": {"$ref": "#/$defs/fact"}},
    "comparisons": {"type": "array", "items": {"$ref": "#/$defs/comparison"}},
    "relations": {"type": "array", "items": {"$ref": "#/$defs/relation"}},
    "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
    "checks": {
      "type": "object",
      "additionalProperties": false,
      "required": ["passed", "not_evaluable"],
      "properties": {
        "passed": {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}(:f[0-9]{3,})?$"}},
        "not_evaluable": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["rule", "reason"],
            "properties": {"rule": {"$ref": "#/$defs/rule"}, "reason": {"type": "string"}}
          }
        }
      }
    },
    "coverage": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "numerals",
        "value",
        "period",
        "list_marker",
        "threshold",
        "ordinal",
        "document_number",
        "measure",
        "code",
        "table_cell",
        "contents",
        "page_number",
        "reason",
        "indicator",
        "detached",
        "unexplained",
        "unexplained_spans"
      ],
      "properties": {
        "numerals": {"type": "integer", "minimum": 0},
        "value": {"type": "integer", "minimum": 0},
        "period": {"type": "integer", "minimum": 0},
        "list_marker": {"type": "integer", "minimum": 0},
        "threshold": {"type": "integer", "minimum": 0},
        "ordinal": {"type": "integer", "minimum": 0},
        "document_number": {"type": "integer", "minimum": 0},
        "measure": {"type": "integer", "minimum": 0},
        "code": {"type": "integer", "minimum": 0},
        "table_cell": {"type": "integer", "minimum": 0},
        "contents": {"type": "integer", "minimum": 0},
        "page_number": {"type": "integer", "minimum": 0},
        "reason": {"type": "integer", "minimum": 0},
        "indicator": {"type": "integer", "minimum": 0},
        "detached": {"type": "integer", "minimum": 0},
        "unexplained": {"type": "integer", "minimum": 0},
        "unexplained_spans": {"type": "array", "items": {"$ref": "#/$defs/span"}}
      }
    }
  },
  "$defs": {
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "decimal": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
    "interval": {
      "description": "Lower and upper end.",
      "type": "array",
      "items": {"$ref": "#/$defs/decimal"},
      "minItems": 2,
      "maxItems": 2
    },
    "range": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
    "rule": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}$"},
    "fact_id": {"type": "string", "pattern": "^f[0-9]{3,}$"},
    "section_id": {"type": "string", "pattern": "^s[a-z0-9.-]*$"},
    "stage": {"enum": ["budget", "adjusted_budget", "execution", "final", "stock", "evaluation"]},
    "span": {
      "description": "A place in the file as received: half-open bytes and characters, lines from 1, inclusive",
      "type": "object",
      "additionalProperties": false,
      "required": ["bytes", "chars", "lines", "quote"],
      "properties": {
        "bytes": {"$ref": "#/$defs/range"},
        "chars": {"$ref": "#/$defs/range"},
        "lines": {"$ref": "#/$defs/range"},
        "quote": {"type": "string"}
      }
    },
    "section": {
      "type": "object",
      "additionalProperties": false,
      "required": ["id", "parent", "number", "title", "role", "heading", "body", "state"],
      "properties": {
        "id": {"$ref": "#/$defs/section_id"},
        "parent": {"oneOf": [{"$ref": "#/$defs/section_id"}, {"type": "null"}]},
        "number": {"type": "string"},
        "title": {"type": "string"},
        "role": {"type": ["string", "null"]},
        "heading": {"oneOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]},
        "body": {"oneOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]},
        "state": {"enum": ["ok", "empty", "content_mismatch", "unknown_heading"]}
      }
    },
    "binding": {"enum": ["explicit", "inherited", "derived"]},
    "period": {
      "description": "The year or day the value is about, and how the text gives it.",
      "oneOf": [
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["year", "binding"],
          "properties": {"year": {"type": "integer"}, "binding": {"$ref": "#/$defs/binding"}}
        },
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["date", "binding"],
          "properties": {
            "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "binding": {"$ref": "#/$defs/binding"}
          }
        },
        {"type": "null"}
      ]
    },
    "basis": {
      "description": "What a change, share or completion rate is measured against.",
      "oneOf": [
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["year"],
          "properties": {"year": {"type": "integer"}, "stage": {"$ref": "#/$defs/stage"}}
        },
        {
          "type": "object",
          "additionalProperties": false,
          "required": ["concept"],
          "properties": {"concept": {"type": "string"}}
        },
        {"type": "null"}
      ]
    },
    "fact": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "concept",
        "measure",
        "period",
        "stage",
        "basis",
        "value",
        "unit",
        "yuan",
        "interval",
        "assertion",
        "qualifiers",
        "section",
        "rule",
        "spans"
      ],
      "properties": {
        "id": {"$ref": "#/$defs/fact_id"},
        "concept": {"type": "string", "pattern": "^[a-z0-9_]+(\\.[a-z0-9_]+)*$"},
        "measure": {
          "enum": [
            "amount",
            "change",
            "change_rate",
            "share",
            "completion_rate",
            "count",
            "score",
            "grade",
            "unit_cost",
            "text",
            "year"
          ]
        },
        "period": {"$ref": "#/$defs/period"},
        "stage": {"oneOf": [{"$ref": "#/$defs/stage"}, {"type": "null"}]},
        "basis": {"$ref": "#/$defs/basis"},
        "value": {
          "description": "An exact decimal with the sign of its direction word; for grade and text the words.",
          "type": "string"
        },
        "unit": {
          "oneOf": [
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["code", "literal"],
              "properties": {"code": {"type": "string"}, "literal": {"type": "string"}}
            },
            {"type": "null"}
          ]
        },
        "yuan": {"oneOf": [{"$ref": "#/$defs/decimal"}, {"type": "null"}]},
        "interval": {"oneOf": [{"$ref": "#/$defs/interval"}, {"type": "null"}]},
        "assertion": {"enum": ["stated", "negative", "qualitative", "derived"]},
        "qualifiers": {"type": "object", "additionalProperties": {"type": "string"}},
        "section": {"oneOf": [{"$ref": "#/$defs/section_id"}, {"type": "null"}]},
        "rule": {"type": ["string", "null"]},
        "spans": {
          "type": "object",
          "additionalProperties": false,
          "required": [],
          "properties": {
            "value": {"$ref": "#/$defs/span"},
            "statement": {"$ref": "#/$defs/span"},
            "label": {"$ref": "#/$defs/span"},
            "unit": {"$ref": "#/$defs/span"},
            "period": {"$ref": "#/$defs/span"}
          }
        }
      }
    },
    "comparison": {
      "type": "object",
      "additionalProperties": false,
      "required": ["subject", "base", "change", "rate", "direction", "reason"],
      "properties": {
        "subject": {"oneOf": [{"$ref": "#/$defs/fact_id"}, {"type": "null"}]},
        "base": {"oneOf": [{"$ref": "#/$defs/fact_id"}, {"type": "null"}]},
        "change": {"oneOf": [{"$ref": "#/$defs/fact_id"}, {"type": "null"}]},
        "rate": {"oneOf": [{"$ref": "#/$defs/fact_id"}, {"type": "null"}]},
        "direction": {"enum": ["none", "increase", "decrease", "unchanged"]},
        "reason": {"oneOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]}
      }
    },
    "relation": {
      "type": "object",
      "additionalProperties": false,
      "required": ["type", "total", "parts", "closed"],
      "properties": {
        "type": {"const": "sum"},
        "total": {"oneOf": [{"$ref": "#/$defs/fact_id"}, {"type": "null"}]},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/fact_id"}},
        "closed": {"type": "boolean"}
      }
    },
    "finding": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "rule",
        "severity",
        "message",
        "facts",
        "spans",
        "expected",
        "stated",
        "diagnoses",
        "fingerprint"
      ],
      "properties": {
        "rule": {"$ref": "#/$defs/rule"},
        "severity": {"enum": ["error", "warning", "note"]},
        "message": {
          "type": "object",
          "additionalProperties": false,
          "required": ["zh", "en"],
          "properties": {"zh": {"type": "string"}, "en": {"type": "string"}}
        },
        "facts": {"type": "array", "items": {"$ref": "#/$defs/fact_id"}},
        "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}},
        "expected": {"oneOf": [{"$ref": "#/$defs/interval"}, {"type": "null"}]},
        "stated": {"type": ["string", "null"]},
        "diagnoses": {"type": "array", "items": {"type": "string"}},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"}
      }
    }
  }
}
)json";
}

}  // namespace mingzhang
