#!/usr/bin/env python3
"""Installs the build into a folder, and builds the example of README with what is installed there and nothing else.

usage: package_test.py BUILD_FOLDER CMAKE_VARIABLE=VALUE…     the variables are handed to the build of the example
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]

TEXT = """云川市青禾区蓝田河管理处2024年单位预算情况说明

一、收入预算情况
2024年收入预算648.50万元，比2023年预算数655.20万元减少6.
70万元，下降1.32%。
"""
FACTS = ["revenue.total amount 648.50, line 4", "revenue.total amount 655.20, line 4", "revenue.total change -6.70, line 4",
         "revenue.total change_rate -1.32, line 5"]
INSTALLED = ["bin/mingzhang", "include/mingzhang/extractor/pipeline.h", "include/mingzhang/extractor/output/extraction_json.h",
             "share/man/man1/mingzhang.1", "share/man/zh_CN/man1/mingzhang.1", "share/bash-completion/completions/mingzhang",
             "share/zsh/site-functions/_mingzhang", "share/fish/vendor_completions.d/mingzhang.fish"]


def run(*command, **options):
    done = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit("%s failed:\n%s" % (" ".join(map(str, command)), done.stdout))
    return done.stdout


def check_installed(prefix):
    missing = [name for name in INSTALLED if not (prefix / name).stat().st_size]
    assert not missing, missing
    program = run(prefix / "bin" / "mingzhang", "--version")
    assert program.startswith("mingzhang "), program


def check_headers(prefix):
    """Every header that an installed header names is installed too, and none needs toml++."""
    include = prefix / "include" / "mingzhang"
    for header in include.rglob("*.h"):
        text = header.read_text(encoding="utf-8")
        for named in re.findall(r'#include "([^"]+)"', text):
            assert (include / named).exists(), "%s includes %s, which is not installed" % (header, named)
        assert "toml++" not in text, header


def check_example(prefix, folder, variables):
    source = folder / "source"
    source.mkdir()
    for name in ("CMakeLists.txt", "example.cc"):
        shutil.copy(HERE / name, source)
    run("cmake", "-G", "Ninja", "-S", source, "-B", folder / "build", "-DCMAKE_PREFIX_PATH=%s" % prefix,
        *("-D" + variable for variable in variables))
    run("cmake", "--build", folder / "build")
    text = folder / "lantian.txt"
    text.write_text(TEXT, encoding="utf-8")
    printed = run(folder / "build" / "example", text).splitlines()
    assert printed == FACTS, printed


def check_readme():
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    for name, kind in (("example.cc", "cpp"), ("CMakeLists.txt", "cmake")):
        shown = "```%s\n%s```" % (kind, (HERE / name).read_text(encoding="utf-8"))
        assert shown in readme, "README shows another %s than tests/package has" % name


def main():
    build, variables = sys.argv[1], sys.argv[2:]
    check_readme()
    with tempfile.TemporaryDirectory(prefix="mingzhang-package-") as folder:
        folder = pathlib.Path(folder)
        prefix = folder / "installed"
        run("cmake", "--install", build, "--prefix", prefix)
        check_installed(prefix)
        check_headers(prefix)
        check_example(prefix, folder, variables)
    print("installed, found and linked")


if __name__ == "__main__":
    main()
