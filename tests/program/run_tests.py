#!/usr/bin/env python3
"""Whole-program tests. usage: MINGZHANG=path/to/mingzhang tests/program/run_tests.py [unittest arguments]

MINGZHANG_LONG_TESTS=1 reads a line of 100 MB and kills batches of 2 000 documents at 20 moments; MINGZHANG_KILLS and
MINGZHANG_KILLED_TEXTS say otherwise how often, and of how many.
"""
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent

if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    arguments = sys.argv[1:] or ["discover", "-s", str(HERE), "-p", "test_*.py"]
    unittest.main(module=None, argv=[sys.argv[0], *arguments])
