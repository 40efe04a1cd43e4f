"""The inputs that libFuzzer has found (tests/fuzz), given to its targets again. And damaged leaflets:
content/ and the golden cases' sources, cut, doubled and mixed by a seed. The tool must not crash or
hang; it either refuses with an error and writes nothing, or writes both files, and then with every
word of the tree in its order. The failing source is kept in out/tests/fuzz."""
import os
import random

import fuzz_corpus
import golden
import words
from bad import below, limited
from golden import code_names
from outputs import Output
from report import OUT, PLAIN, SANITIZED, fresh, run

SHORT, LONG = 40, 2500


def corpus():
    found = []
    places = [os.path.join(golden.GOLDEN, c) for c in golden.cases()]
    for top in ["content"] + places:
        for place, folders, names in os.walk(top):
            folders.sort()
            for name in sorted(names):
                if name.endswith((".md", ".txt")) and name != "README.md" and \
                        os.path.isfile(os.path.join(place, name)):
                    with open(os.path.join(place, name), "rb") as file:
                        data = file.read(60000)
                    found.append((name[-3:].lstrip("."), data.decode("utf-8", "replace")))
    return [f for f in found if f[1].strip()]


def damage(pick, text, others):
    for _ in range(pick.randint(1, 4)):
        a = pick.randrange(len(text) + 1)
        b = min(len(text), a + int(pick.expovariate(1 / 40)))
        what = pick.randrange(6)
        if what == 0:
            text = text[:a] + text[b:]
        elif what == 1:
            text = text[:b] + text[a:b] * pick.randint(1, 4) + text[b:]
        elif what in (2, 3):
            text = text[:a] + "".join(pick.choices(fuzz_corpus.MARKS, k=pick.randint(1, 3))) + text[a:]
        elif what == 4:
            other = pick.choice(others)[1]
            c = pick.randrange(len(other) + 1)
            text = text[:a] + other[c:c + pick.randint(1, 400)] + text[b:]
        else:
            lines = text.split("\n")
            i, j = pick.randrange(len(lines)), pick.randrange(len(lines))
            lines[i], lines[j] = lines[j], lines[i]
            text = "\n".join(lines)
    return text


def wrong_with(done, out):
    if done.crash:
        return done.crash
    left = below(out)
    if done.code == 1:
        if left:
            return "left behind " + " ".join(left)
        return None if code_names(done.errors) else "no diagnostic"
    if done.code == 0 and left == ["leaflet.epub", "leaflet.pdf"]:
        return None
    return "status %s with %s\n%s" % (done.code, " ".join(left), done.errors[:1000])


def lost_words(folder, name, out):
    dump = run([PLAIN, "dump", "tree", name], cwd=folder)
    for medium, read in (("print", lambda: words.from_pdf(out + "/leaflet.pdf")),
                         ("epub", lambda: words.from_epub(out + "/leaflet.epub"))):
        want = words.canonical(words.from_tree(dump.text, medium))
        got = words.canonical(read())
        if want != got:
            return "%s: %s" % (medium, words.first_difference(want, got))
    return None


def replay(report):
    """The saved corpus (tests/fuzz/fuzz), a target at a time, with the sanitizers."""
    program = os.path.join(OUT, "san", "fuzz", "replay")
    if not report.check("the fuzz targets are built", os.path.exists(program)):
        return
    report.each(replay_target, [(program, target) for target in fuzz_corpus.TARGETS])


def replay_target(report, item):
    program, target = item
    paths = fuzz_corpus.unpack(fuzz_corpus.saved(target), fresh("fuzz-corpus", target))
    if report.check("there is a corpus for " + target, bool(paths)):
        done = run([program, target] + paths)
        report.check("replay of %s" % target, done.code == 0 and not done.crash, done.errors[-3000:])


def stage(report):
    replay(report)
    binary = SANITIZED if os.path.exists(SANITIZED) else report.binary()
    texts = corpus()
    if not binary or not report.check("there are leaflets to damage", bool(texts)):
        return
    top = fresh("fuzz")
    built = 0
    for seed in range(LONG if report.long else SHORT):
        pick = random.Random(seed)
        kind, text = pick.choice(texts)
        folder = os.path.join(top, "%04d" % seed)
        os.makedirs(folder)
        name = "leaflet." + kind
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            file.write(damage(pick, text, texts))
        out = os.path.join(folder, "out")
        done = limited([binary, "build", "-o", "out", name], folder, "sanitized")
        wrong = wrong_with(done, out)
        if wrong is None and done.code == 0:
            built += 1
            try:
                wrong = lost_words(folder, name, out)
            except Exception as error:
                wrong = "%s: %s" % (type(error).__name__, error)
            if report.long and report.built is not None:
                report.built.append(Output("fuzz %d" % seed, name, out + "/leaflet.pdf",
                                           out + "/leaflet.epub", folder))
        report.check("damaged leaflet %d" % seed, wrong is None, wrong)
    print("         %d of the damaged leaflets were built" % built)
