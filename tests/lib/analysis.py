"""Static analysis, `--long` only: gcc's analyzer, cppcheck and clang-tidy, each without a finding.
What is left out is named here and in .clang-tidy, with the reason."""
import glob
import os
from concurrent.futures import ThreadPoolExecutor

from build import make
from report import OUT, fresh, run

# With -Werror what has a finding is not built, so that the next run finds it again. Descriptors 0 to
# 2 stay open on purpose (cli/main.c).
GCC = "-O1 -fanalyzer -Wno-analyzer-fd-leak"

CPPCHECK = [
    "cppcheck", "--quiet", "--inline-suppr", "--std=c11", "--error-exitcode=1", "-D_GNU_SOURCE",
    "--enable=warning,performance,portability,style", "--template={file}:{line}: {message} [{id}]",
    # Library headers are not read; without its version haru_doc.c would be an #error.
    "-DHPDF_VERSION_ID=20300",
    "--suppress=knownConditionTrueFalse",  # takes what a call changes by pointer as unchanged
    "--suppress=uninitvar",  # takes arguments in an order of its own; gcc and clang look, too
    "--suppress=unreadVariable",  # does not see what MEM_PUSH reads; clang looks, too
    "--suppress=redundantContinue",  # our empty loop body
    "--suppress=normalCheckLevelMaxBranches",  # no finding, but what it says of itself
] + ["--suppress=" + taste for taste in (  # const says here who may change a thing
    "variableScope", "constVariable", "constVariablePointer", "constParameter",
    "constParameterPointer", "constParameterCallback")]

# An analyzer that is not set up right finds nothing, too: here is what each must find.
MISTAKE = """#include <stdlib.h>
int look(void);
int look(void)
{
    int *at = malloc(sizeof *at);
    if (!at)
        return *at;
    return 1;
}
"""


def flags():
    """What the compiler is called with, as make wrote it down for the build `check`."""
    with open(os.path.join(OUT, "check", "obj", "flags"), encoding="utf-8") as file:
        words = file.read().split(" | ")[0].split()
    return words[next(i for i, word in enumerate(words) if word.startswith("-")):]


def sources():
    return sorted(glob.glob("src/**/*.c", recursive=True))


def mistake():
    path = os.path.join(fresh("analysis"), "mistake.c")
    with open(path, "w", encoding="utf-8") as file:
        file.write(MISTAKE)
    return path


def gcc(report):
    done = make("analyzed", GCC + " -Werror", "bin")
    report.check("gcc -fanalyzer", done.code == 0, "\n".join(done.errors.splitlines()[:200]))
    done = run(["gcc"] + flags() + GCC.split() + ["-c", "-o", os.devnull, mistake()])
    report.check("gcc -fanalyzer sees a mistake", "analyzer-malloc-leak" in done.errors, done.errors)


def cppcheck(report):
    if not report.tool("cppcheck"):
        return
    done = run(CPPCHECK + ["-j%d" % (os.cpu_count() or 2), "-Isrc", "-Iout/check/obj/gen"] +
               sources(), timeout=600)
    report.check("cppcheck", done.code == 0, done.text + done.errors)
    done = run(CPPCHECK + [mistake()])
    report.check("cppcheck sees a mistake", done.code == 1, done.text + done.errors)


def clang_tidy(report):
    if not report.tool("clang-tidy-19"):
        return

    def findings(path):
        done = run(["clang-tidy-19", "--quiet", path, "--"] + flags(), timeout=600)
        return "" if done.code == 0 else done.text or done.errors

    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for path, found in zip(sources(), pool.map(findings, sources())):
            report.check("clang-tidy " + path, not found, found[:6000])
    report.check("clang-tidy sees a mistake", findings(mistake()))


def stage(report):
    if not report.long:
        return
    if not os.path.exists(os.path.join(OUT, "check", "obj", "flags")):
        report.fail("out/check/obj/flags", "there is no build to take the compiler's flags from")
        return
    gcc(report)
    cppcheck(report)
    clang_tidy(report)
