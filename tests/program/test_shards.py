"""A batch in parts: whatever the parts, merged they are the whole."""
import pathlib
import tempfile
import unittest

from harness import CLEAN, ProgramTest, files_below, records, run


class Shards(ProgramTest):
    def extract_shards(self, count, output_of, *arguments):
        for shard in range(1, count + 1):
            process = run("extract", *arguments, "--shard", "%d/%d" % (shard, count), "-o", output_of(shard))
            self.assertIn(process.returncode, (0, 2), process.stderr)

    def assert_merged(self, count, *arguments):
        """Streams and folders of shards, merged, are the files of the run without shards."""
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            work = pathlib.Path(name)
            for folder in ("whole", "merged"):
                (work / folder).mkdir()
            run("extract", *arguments, "-o", work / "whole/all.jsonl")
            part = lambda shard: work / ("part-%d.jsonl" % shard)
            self.extract_shards(count, part, *arguments)
            self.check(run("merge", *map(part, range(1, count + 1)), "-o", work / "merged/all.jsonl"), 0)
            self.assertEqual(files_below(work / "merged"), files_below(work / "whole"))
            run("extract", *arguments, "-o", "%s/whole-folder/" % work)
            self.extract_shards(count, lambda shard: "%s/folder/" % work, *arguments)
            self.check(run("merge", work / "folder"), 0)
            self.assertEqual({name: content for name, content in files_below(work / "folder").items()
                              if not name.endswith("-of-%d.jsonl" % count)}, files_below(work / "whole-folder"))

    def test_shards_merge_to_the_whole(self):
        texts = self.write_texts(40)
        self.write("texts/bad.txt", b"")
        self.write("texts/other.txt", b"\x00\x01\x02")
        self.write("again/text-0000.txt", CLEAN)  # two inputs, one result
        for count in (2, 3, 9):
            with self.subTest(count=count):
                self.assert_merged(count, texts)
        self.assert_merged(3, texts / "0/text-0000.txt", self.folder / "again/text-0000.txt")

    def test_shards_of_records_merge_to_the_whole(self):
        lines = records(30).splitlines(keepends=True)
        lines[3:3] = [b"broken\n", lines[0], b'{"id":"r1","text":7}\n', b'{"text":"","id":"r29"}\n', lines[9]]
        for count in (2, 5):
            with self.subTest(count=count):
                self.assert_merged(count, "--input-format", "jsonl", self.write("in.jsonl", b"".join(lines)))

    def test_a_missing_part_is_noticed(self):
        path, merged = self.write("in.jsonl", records(7)), self.folder / "all.jsonl"
        parts = [self.folder / ("part-%d.jsonl" % shard) for shard in (1, 2, 3)]
        extract = lambda shard, *flags: run("extract", "--input-format", "jsonl", path, "--shard", "%d/3" % shard,
                                            "-o", parts[shard - 1], *flags)
        refused = lambda *given: self.check(run("merge", *given, "-o", merged), 2).stderr
        for shard in (1, 2, 3):
            extract(shard)
        self.assertIn(b"is one of 3 shards, and only 2 are here", refused(*parts[:2]))
        self.assertIn(b"is here already", refused(*parts, parts[0]))
        extract(2, "--spans", "all")
        self.assertIn(b"of another run", refused(*parts))
        extract(2)
        parts[1].write_bytes(parts[1].read_bytes().replace(b"facts", b"fact5", 1))
        self.assertIn(b"not what the manifest says", refused(*parts))
        manifest = self.folder / "part-3.jsonl.manifest.jsonl"
        manifest.rename(self.folder / ".part-3.jsonl.manifest.jsonl.partial")  # as an interrupted run leaves it
        self.assertIn(b"not complete", refused(*parts))
        self.assertFalse(merged.exists())


if __name__ == "__main__":
    unittest.main()
