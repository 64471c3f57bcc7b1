"""SARIF 2.1.0: the structure of what is written, and that every place, index and rule in it is what it says."""
import hashlib
import json
import urllib.parse

import jsonschema

from harness import CORPUS, SOURCE, WRONG, ProgramTest, run

SCHEMA = SOURCE / "tests" / "data" / "audit" / "sarif.schema.json"
PYTHON_NAMES = {"UTF-8": "utf-8-sig", "UTF-16LE": "utf-16", "UTF-16BE": "utf-16", "GB18030": "gb18030"}


def path_of(uri):
    return urllib.parse.unquote(uri.removeprefix("file://"))


class Sarif(ProgramTest):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)

    def sarif(self, *arguments):
        process = run("audit", "--format", "sarif", *arguments, cwd=self.folder)
        self.assertIn(process.returncode, (0, 1), process.stderr.decode(errors="replace"))
        log = json.loads(process.stdout)
        for error in self.validator.iter_errors(log):
            self.fail("%s: %s" % (error.json_path, error.message[:200]))
        return log["runs"][0]

    def check_region(self, region, text, raw, encoding):
        """Lines and columns, characters and bytes name the same place, and the snippet stands there."""
        begin, end = region["charOffset"], region["charOffset"] + region["charLength"]
        snippet = region["snippet"]["text"]
        self.assertEqual(text[begin:end], snippet)
        lines = text.split("\n")
        for offset, line, column in ((begin, "startLine", "startColumn"), (end, "endLine", "endColumn")):
            before = sum(len(one) + 1 for one in lines[:region[line] - 1])
            self.assertEqual(before + region[column] - 1, offset)
        in_bytes = raw[region["byteOffset"]:region["byteOffset"] + region["byteLength"]]
        plain = {"utf-8-sig": "utf-8", "utf-16": encoding.lower()}.get(PYTHON_NAMES[encoding], PYTHON_NAMES[encoding])
        self.assertEqual(in_bytes.decode(plain), snippet)

    def test_structure_and_places_of_all_corpus_texts(self):
        texts = sorted(CORPUS.glob("*/*.txt"))
        sarif_run = self.sarif("--lang", "zh", *texts)
        artifacts, rules = sarif_run["artifacts"], sarif_run["tool"]["driver"]["rules"]
        self.assertEqual([path_of(a["location"]["uri"]) for a in artifacts], [str(text) for text in texts])
        self.assertEqual(len({rule["id"] for rule in rules}), len(rules))
        raws = [text.read_bytes() for text in texts]
        decoded = [raw.decode(PYTHON_NAMES[artifact["encoding"]]) for raw, artifact in zip(raws, artifacts)]
        for raw, artifact in zip(raws, artifacts):
            self.assertEqual(artifact["length"], len(raw))
            self.assertEqual(artifact["hashes"]["sha-256"], hashlib.sha256(raw).hexdigest())
        places = 0
        for result in sarif_run["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            for location in result["locations"] + result.get("relatedLocations", []):
                place = location["physicalLocation"]
                index = place["artifactLocation"]["index"]
                self.assertEqual(artifacts[index]["location"]["uri"], place["artifactLocation"]["uri"])
                if "region" in place:
                    self.check_region(place["region"], decoded[index], raws[index], artifacts[index]["encoding"])
                    places += 1
        self.assertGreater(places, len(texts))

    def test_a_text_without_figures(self):
        self.write("plain.txt", "云川市\n")
        self.assertEqual(self.sarif("plain.txt")["artifacts"][0]["length"], 10)

    def test_a_text_given_twice_is_one_artifact(self):
        self.write("wrong.txt", WRONG)
        sarif_run = self.sarif("wrong.txt", "wrong.txt")
        self.assertEqual(len(sarif_run["artifacts"]), 1)
        found = [r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for r in sarif_run["results"]]
        self.assertEqual(set(found), {0})
        self.assertEqual(len(found) % 2, 0)

    def test_awkward_names_are_uris(self):
        name = "云川 100%#?:[a].txt"
        self.write(name, WRONG)
        uri = self.sarif("./" + name)["artifacts"][0]["location"]["uri"]
        self.assertEqual(path_of(uri).removeprefix("./"), name)

    def test_quoted_braces_are_not_placeholders(self):
        self.write("braces.txt", WRONG.replace("云川市青禾区文化馆", "云川市{0}文化馆") + "2024年的预算执行率比上年提高{2.5}%，提高2.5%。\n")
        self.sarif("braces.txt")  # the schema asks for doubled braces

    def test_suppressed_and_known_findings_are_marked(self):
        self.write("wrong.txt", WRONG)
        result = next(r for r in self.sarif("wrong.txt")["results"] if r["ruleId"] == "AR002")
        fingerprint = result["partialFingerprints"]["mingzhang/v1"]
        suppression = '[[audit.suppress]]\nfinding = "AR002@%s"\nreason = "corrected [later](x) {1}"\n' % fingerprint
        self.write("mingzhang.toml", suppression)
        result = next(r for r in self.sarif("wrong.txt")["results"] if r["ruleId"] == "AR002")
        self.assertEqual(result["suppressions"], [{"kind": "external", "justification": "corrected [later](x) {1}"}])
        self.write("mingzhang.toml", "")
        self.write("baseline", run("audit", "--format", "json", "wrong.txt", cwd=self.folder).stdout)
        states = {r.get("baselineState") for r in self.sarif("wrong.txt", "--baseline", "baseline")["results"]}
        self.assertEqual(states, {"unchanged"})
