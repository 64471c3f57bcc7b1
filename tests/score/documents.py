"""The labelled documents, and one run of the program over them."""
import json
import os
import pathlib
import subprocess

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SHARED = SOURCE.parent / "shared"

# Set name to folders of the repository. Documents of `held_out` and `free_held_out` never guide the grammar; those of `free` and
# `free_held_out` are worded as far from the usual template as disclosures are.
CORPUS = {
    "dev": tuple("corpus/" + letter for letter in "abcdefghi"),
    "held_out": ("corpus/heldout", *("corpus/heldout_" + letter for letter in "bcdefgi")),
    "free": ("corpus/j", "corpus/k"),
    "free_held_out": ("corpus/heldout_j", "corpus/heldout_k"),
}


class Document:
    """A text with its labels; facts and findings are paths, findings may be None."""

    def __init__(self, text, facts, findings):
        self.name = text.name.removesuffix(".txt")
        self.text, self.facts = text, facts
        self.findings = findings if findings.exists() else None


def corpus_documents(name):
    texts = [text for folder in CORPUS[name] for text in sorted((SOURCE / folder).glob("*.txt"))]
    return [Document(text, text.with_suffix(".facts.tsv"), text.with_suffix(".findings.tsv")) for text in texts]


def shared_documents():
    """The real and composed texts beside the repository, where they are present."""
    gold = SHARED / "gold"
    documents = []
    for facts in sorted(gold.rglob("*.facts.tsv")):
        name = facts.name.removesuffix(".facts.tsv")
        findings = facts.with_name(name + ".findings.tsv")
        texts = list(SHARED.glob("seeds/*.txt")) if name == "seed" else list(SHARED.glob("corpus/*/%s.txt" % name))
        documents += [Document(text, facts, findings) for text in texts[:1]]
    return documents


def all_documents():
    """Set name to documents."""
    sets = {name: corpus_documents(name) for name in CORPUS}
    shared = shared_documents()
    return {**sets, "shared": shared} if shared else sets


class RunFailed(Exception):
    pass


def program_command(grammar=None):
    program = os.environ.get("MINGZHANG", str(SOURCE / "build" / "release" / "mingzhang"))
    return [program, *(["--grammar", str(grammar)] if grammar else [])]


def extract(documents, *flags, grammar=None):
    """The extractions of `documents`, in their order. RunFailed unless every one was read."""
    command = [*program_command(grammar), "extract", "--quiet", "--compact", *flags, *(str(d.text) for d in documents)]
    try:
        process = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise RunFailed(str(error)) from error
    if process.returncode != 0:
        raise RunFailed("exit code %d: %s" % (process.returncode, process.stderr.decode(errors="replace").strip()))
    extractions = [json.loads(line) for line in process.stdout.splitlines()]
    names = [extraction["source"]["name"] for extraction in extractions]
    if names != [document.text.name for document in documents]:
        raise RunFailed("%d texts in, other results out: %s" % (len(documents), names))
    return extractions
