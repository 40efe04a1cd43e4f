"""--long only: how leafset counts English beside others: the syllables of the running words of the
project's own texts in the CMU Pronouncing Dictionary, and the scores of ten texts beside PyPI's
textstat, which differs by design: its fog takes words that a list calls difficult, its sentences are
by nltk's rules. Prints both tables. By hand: tests/lib/prose.py [PATH of leafset]"""
import glob
import json
import os
import re
import sys

if __name__ == "__main__":
    sys.dont_write_bytecode = True
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

import fetched
import rules
from report import PLAIN, fresh, run

LEAST_SYLLABLES = 0.96
# The greatest distance between a score of ours and textstat's that is no step back.
MOST = {"Flesch reading ease": 4.0, "Flesch-Kincaid grade": 0.8, "SMOG grade": 1.2,
        "Gunning fog": 1.5}
BUNDLES = 7


def plain(text):
    """The words of a Markdown source, each block ending as a sentence."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)|<[^>]*>|^\*\[.*$|^[>|].*$|`[^`]*`", r"\1", text, flags=re.M)
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )", text)
    lines = [re.sub(r"^(#+|[-*]|\d+\.)\s+", "", " ".join(b.split())) for b in blocks]
    return "\n".join(l if l.endswith((".", "!", "?")) else l + "." for l in lines if l)


def texts():
    """(name, Markdown) of ten texts: those of content/, and the labelled ones by the dozen."""
    for path in ("content/first-appointment.md", "content/microneedling.md",
                 "content/looking-after-your-skin.txt"):
        with open(path, encoding="utf-8") as file:
            yield os.path.basename(path), file.read()
    paths = sorted(glob.glob("tests/rules/*.md"))
    for i in range(BUNDLES):
        whole = []
        for path in paths[i::BUNDLES]:
            with open(path, encoding="utf-8") as file:
                whole.append(rules.unmarked(file.read())[0].split("---\n", 2)[2])
        yield "rules-%d" % (i + 1), "\n".join(whole)


def ours(binary, folder, name, text):
    """The words with their syllables, and the scores of the whole."""
    path = os.path.join(folder, name + ".md")
    with open(path, "w", encoding="utf-8") as file:
        file.write("---\ntitle: Words\nlang: en-GB\n---\n\n%s\n" % text.replace("\n", "\n\n"))
    dump = run([binary, "dump", "prose", path]).text
    body, whole = dump.split("\nwhole ")
    words = re.findall(r" ([A-Za-z][A-Za-z'’]*)/(\d+)", body)
    counts = dict(re.findall(r"(\w+)=(\d+)", whole.split("\n")[0]))
    scores = {name: float(value) for name, value in re.findall(r"^  (.+) (-?[\d.]+)$", whole, re.M)}
    return words, {**{k: int(v) for k, v in counts.items()}, **scores}


def syllable_rate(pairs, known):
    """(share of right words, how many are known, the wrong ones)."""
    right = wrong = 0
    misses = {}
    for word, count in pairs:
        ways = known[word.lower().replace("’", "'")]
        if not ways or (word.isupper() and len(word) > 1):
            continue
        if int(count) in ways:
            right += 1
        else:
            wrong += 1
            misses[word.lower()] = (int(count), ways)
    return right / max(1, right + wrong), right + wrong, misses


def compared(binary, python):
    folder, named = fresh("prose"), list(texts())
    sources = [plain(text) for _, text in named]
    measured = [ours(binary, folder, name, text) for (name, _), text in zip(named, sources)]
    pairs = [pair for words, _ in measured for pair in words]
    asked = {"words": sorted({w.lower().replace("’", "'") for w, _ in pairs}), "texts": sources}
    done = run([python, "tests/tools/prose.py"], stdin=json.dumps(asked).encode(), timeout=300)
    if done.code != 0:
        raise RuntimeError(done.errors[-2000:])
    theirs = json.loads(done.text)
    rows = [(name, mine, other) for (name, _), (_, mine), other
            in zip(named, measured, theirs["texts"])]
    return syllable_rate(pairs, theirs["words"]), rows


def table(rate, rows):
    lines = ["syllables: %.2f %% of %d running words; else %s" % (
        100 * rate[0], rate[1], " ".join("%s %d/%s" % (w, n, k) for w, (n, k) in rate[2].items()))]
    lines.append("%-28s %13s %13s" % ("", "words", "sentences") +
                 "".join("%24s" % name for name in MOST))
    for name, mine, other in rows:
        lines.append("%-28s %6d %6d %6d %6d" % (name, mine["words"], other["words"],
                                               mine["sentences"], other["sentences"]) +
                     "".join("%12.1f%12.1f" % (mine[score], other[score]) for score in MOST))
    return "\n".join(lines)


def stage(report):
    if not report.long:
        return
    python = fetched.python(report)
    if not python:
        return
    rate, rows = compared(PLAIN, python)
    print(table(rate, rows))
    report.check("syllables of running words", rate[0] >= LEAST_SYLLABLES, str(rate))
    for name, mine, other in rows:
        for score, most in MOST.items():
            far = abs(mine[score] - other[score])
            report.check("%s of %s is near textstat's" % (score, name), far <= most, "%.2f" % far)


if __name__ == "__main__":
    from report import Report
    print(table(*compared(sys.argv[1] if len(sys.argv) > 1 else PLAIN,
                          fetched.python(Report(long=True)))))
