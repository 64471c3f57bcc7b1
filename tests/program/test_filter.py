"""The program as a filter: what an engine's pipe operator drives. One record in, one record out, at once."""
import json
import shutil
import subprocess
import unittest

from harness import CLEAN, PROGRAM, ProgramTest, records, run

EXTRACT = [PROGRAM, "extract", "--input-format", "jsonl", "--flush", "-"]
SCAN = [PROGRAM, "scan", "--input-format", "jsonl", "--flush"]
BROKEN = [b"not json\n", b'{"id":"x"}\n', b'{"id":"x","base64":"!"}\n', b'{"id":"empty","text":""}\n']


class Filter(ProgramTest):
    def converse(self, command, lines):
        """Sends each line only when the one before it has been answered."""
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL) as process:
            answers = []
            for line in lines:
                process.stdin.write(line)
                process.stdin.flush()
                answers.append(json.loads(process.stdout.readline()))
            process.stdin.close()
            self.assertEqual(process.stdout.read(), b"")
            return answers, process.wait(timeout=30)

    def test_each_record_is_answered_at_once(self):
        lines = records(3).splitlines(keepends=True)
        answers, code = self.converse(EXTRACT, lines)
        self.assertEqual(([answer["source"]["name"] for answer in answers], code), (["r0", "r1", "r2"], 0))
        answers, code = self.converse(SCAN, lines)
        self.assertEqual(([answer["id"] for answer in answers], code), (["r0", "r1", "r2"], 0))

    def test_a_bad_record_is_answered_as_well(self):
        good = records(1)
        answers, code = self.converse(EXTRACT, [*BROKEN, good])
        self.assertEqual((["error" in answer for answer in answers], code), ([True] * 4 + [False], 2))
        self.assertEqual([answer["name"] for answer in answers[:4]], ["stdin:1", "x", "x", "empty"])
        answers, code = self.converse(SCAN, [*BROKEN[:3], good])
        self.assertEqual(["error" in answer for answer in answers], [True] * 3 + [False])
        self.assertEqual(code, 2)

    def test_coprocess_of_a_shell(self):
        bash = """coproc MZ { "$0" extract --input-format jsonl --flush - ; }
        for i in 1 2 3; do
          printf '{"id":"%s","text":"2024年收入预算%s万元。"}\\n' "$i" "$i" >&"${MZ[1]}"
          read -r answer <&"${MZ[0]}"; printf '%s\\n' "$answer"
        done"""
        output = subprocess.run(["bash", "-c", bash, PROGRAM], capture_output=True, timeout=60, check=True).stdout
        self.assertEqual([json.loads(line)["facts"][0]["value"] for line in output.splitlines()], ["1", "2", "3"])

    @unittest.skipUnless(shutil.which("parallel"), "needs GNU parallel")
    def test_parallel_drives_it(self):
        lines = records(200)
        whole = run("extract", "--input-format", "jsonl", "-", stdin=lines).stdout
        for keep in (["--block", "8k"], ["--block", "20k", "--round-robin", "-j2"]):
            command = ["parallel", "--will-cite", "--pipe", "-k", *keep, PROGRAM, "extract", "--input-format", "jsonl",
                       "--flush", "-"]
            output = subprocess.run(command, input=lines, capture_output=True, timeout=120, check=True).stdout
            self.assertEqual(sorted(output.splitlines()), sorted(whole.splitlines()))
            if "--round-robin" not in keep:
                self.assertEqual(output, whole)

    def test_blank_lines_are_no_records(self):
        process = run("extract", "--input-format", "jsonl", "--flush", "-", stdin=b"\n  \n" + records(1) + b"\r\n")
        self.assertEqual(len(self.check(process, 0).stdout.splitlines()), 1)

    def test_a_reader_that_goes_away_ends_it(self):
        with subprocess.Popen(EXTRACT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            process.stdin.write(records(1))
            process.stdin.flush()
            process.stdout.readline()
            process.stdout.close()
            try:
                process.stdin.write(json.dumps({"id": "x", "text": CLEAN}).encode() + b"\n")
                process.stdin.close()
            except BrokenPipeError:
                pass
            self.assertNotEqual(process.wait(timeout=30), 0)


if __name__ == "__main__":
    unittest.main()
