"""The manual page and the completions of shells: complete, well formed, and at work in the shells that are here."""
import os
import pty
import re
import select
import shutil
import subprocess
import unittest

import harness

COMMANDS = ["extract", "audit", "diff", "panel", "report", "scan", "dump", "merge", "grammar", "grammar check", "grammar list",
            "grammar explain", "grammar test", "grammar delta", "schema", "man", "completion"]


def options_of(command):
    """The options that --help of a command shows."""
    return set(re.findall(r"^ +(?:-\w,)?(--[\w-]+)", harness.run(*command.split(), "--help").stdout.decode(), re.M))


def commands_in_help():
    """Every command that --help knows, from the top."""
    found = []
    for path in [""] + COMMANDS:
        below = harness.run(*path.split(), "--help").stdout.decode().split("Subcommands:\n")
        if len(below) == 2:
            found += [("%s %s" % (path, name)).strip() for name in re.findall(r"^  (\w+) ", below[1], re.M)]
    return found


def needs(program):
    return unittest.skipUnless(shutil.which(program), "%s is not installed" % program)


class Pages(harness.ProgramTest):
    def page(self, *arguments):
        return self.check(harness.run(*arguments), 0).stdout.decode()

    def test_the_list_of_commands_here_is_that_of_the_program(self):
        self.assertEqual(sorted(commands_in_help()), sorted(COMMANDS))

    def test_every_command_and_option_is_in_the_manual(self):
        page = self.page("man").replace("\\-", "-")
        sections = dict(re.findall(r"^\.SS (.*)\n((?:(?!\.S[SH]).*\n)*)", page, re.M))
        self.assertEqual(sorted(sections), sorted(COMMANDS))
        for command in COMMANDS:
            for option in options_of(command):
                self.assertIn("\\fB%s\\fR" % option, sections[command], command)
        for option in options_of(""):
            self.assertIn("\\fB%s\\fR" % option, page)

    def test_every_option_says_what_it_does(self):
        for language in ("en", "zh"):
            page = self.page("--lang", language, "man")
            self.assertEqual(re.findall(r"^\.TP\n(.*)\n\n", page, re.M), [])

    def test_every_command_and_option_is_in_the_completions(self):
        for shell, form in (("bash", " %s"), ("zsh", "%s"), ("fish", "-l %s ")):
            script = self.page("completion", shell)
            for command in COMMANDS:
                self.assertIn(command.split()[-1], script)
                for option in options_of(command):
                    named = option[2:] if shell == "fish" else option
                    self.assertTrue(form % named in script or "'%s" % named in script, (shell, command, option))

    def test_pages_are_the_same_on_every_machine(self):
        self.assertEqual(self.page("man"), self.page("man"))
        self.assertNotRegex(self.page("man"), r"threads; default \d")

    def test_an_unknown_shell_is_a_misuse(self):
        self.check(harness.run("completion", "tcsh"), 2)

    @needs("mandoc")
    def test_the_manual_has_no_fault(self):
        for language in ("en", "zh"):
            page = self.write("mingzhang.1", self.page("--lang", language, "man"))
            faults = subprocess.run(["mandoc", "-Tlint", "-Wwarning", page], capture_output=True, text=True, check=False).stdout
            faults = [line for line in faults.splitlines() if "missing date" not in line]  # it has none on purpose
            self.assertEqual(faults, [])

    @needs("groff")
    def test_the_manual_is_typeset_without_a_warning(self):
        page = self.page("man").encode()
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-K", "utf-8"], input=page, capture_output=True, check=False)
        self.assertEqual(done.stderr.decode(), "")
        self.assertIn("EXIT STATUS", re.sub("\x1b\\[\\d*m|.\b", "", done.stdout.decode()))


CASES = [  # what is typed, and what is offered
    (["gram"], ["grammar"]),
    (["--la"], ["--lang"]),
    (["--lang", ""], ["en", "zh"]),
    (["extract", "--sp"], ["--spans"]),
    (["extract", "--spans", ""], ["all", "value"]),
    (["audit", "some.txt", "--format", "s"], ["sarif"]),
    (["grammar", ""], ["check", "delta", "explain", "list", "test"]),
    (["--lang", "zh", "grammar", "list", ""], ["clauses", "concepts", "files", "rules", "units", "words"]),
    (["completion", ""], ["bash", "fish", "zsh"]),
    (["extract", "budg"], ["budget one.txt"]),
    (["grammar", "check", "gram"], ["grammars"]),
    (["extract", "--include", ""], []),
]


class Completion(harness.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("budget one.txt", "")
        self.write("grammars/text.toml", "")

    def script(self, shell):
        return self.write("completion." + shell, harness.run("completion", shell).stdout)

    def bash(self, words):
        # Called as the shell calls it: with the line cut up into words.
        code = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mingzhang; printf "%s\\n" "${COMPREPLY[@]}"'
        done = subprocess.run(["bash", "-c", code, "bash", self.script("bash"), "mingzhang", *words], cwd=self.folder,
                              capture_output=True, text=True, check=True)
        self.assertNotIn("syntax error", done.stderr)
        return sorted(filter(None, done.stdout.split("\n")))

    def test_bash(self):
        for words, offered in CASES:
            self.assertEqual(self.bash(words), offered, words)

    def test_bash_after_an_equals_sign(self):
        self.assertEqual(self.bash(["extract", "--spans", "="]), ["all", "value"])
        self.assertEqual(self.bash(["extract", "--spans", "=", "v"]), ["value"])

    def test_bash_registers_the_program(self):
        done = subprocess.run(["bash", "-c", 'source "$1"; complete -p mingzhang', "bash", self.script("bash")],
                              capture_output=True, text=True, check=True)
        self.assertIn("-F _mingzhang mingzhang", done.stdout)

    @needs("fish")
    def test_fish(self):
        script = self.script("fish")
        for words, offered in CASES:
            line = " ".join(["mingzhang", *words])
            done = subprocess.run(["fish", "--no-config", "-c", "source %s; complete -C '%s'" % (script, line)], cwd=self.folder,
                                  capture_output=True, text=True, check=True, env={**os.environ, "HOME": str(self.folder)})
            found = sorted(row.split("\t")[0].rstrip("/").replace("\\ ", " ") for row in done.stdout.splitlines())
            self.assertEqual(found, offered, words)

    @needs("zsh")
    def test_zsh(self):
        self.script("zsh")
        # What one key adds to the line, when there is one way to go on.
        for words, offered in CASES:
            if len(offered) == 1 and words[-1]:
                typed = " ".join(["mingzhang", *words])
                whole = " ".join(["mingzhang", *words[:-1], offered[0].replace(" ", "\\ ")])
                self.assertIn(whole, self.zsh_line(typed), words)

    def zsh_line(self, typed):
        """What stands on the line of an interactive zsh after `typed` and the tabulator."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], {"PATH": os.environ["PATH"], "TERM": "dumb", "HOME": str(self.folder), "COLUMNS": "200"})
        try:
            os.write(terminal, b"unsetopt zle; autoload -Uz compinit; compinit -u -D; source ./completion.zsh; PS1=; echo RE''ADY\n")
            self.read_until(terminal, "READY\r")
            os.write(terminal, b"setopt zle; stty cols 200; bindkey '^X' kill-whole-line; show() { print -r -- \"LINE<$BUFFER>\" }; zle -N show; bindkey '^T' show; echo RE''ADY\n")
            self.read_until(terminal, "READY\r")
            os.write(terminal, typed.encode() + b"\t\x14")
            return self.read_until(terminal, "LINE<", ">")
        finally:
            os.close(terminal)
            os.waitpid(pid, 0)

    def read_until(self, terminal, *marks):
        seen = ""
        while not all(mark in seen for mark in marks):
            self.assertTrue(select.select([terminal], [], [], 60)[0], "the shell says no more: %r" % seen)
            seen += os.read(terminal, 4096).decode(errors="replace")
        return seen


if __name__ == "__main__":
    unittest.main()
