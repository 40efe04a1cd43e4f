#!/usr/bin/env python3
"""How time and memory grow with the input: `make bench BENCH=growth`, or some families by words of
their names: `tests/bench/growth.py [--binary PATH] [--lines FILE] WORD...`.

Each family of families.py is built at n, 2n and 4n bytes, n so large that the run takes a good
fifth of a second where it can. The exponent is that of the CPU seconds (less those of an empty
leaflet) or of the memory, the worse of both doublings: 1 is linear, 2 quadratic. The goal is 2.2
times for a doubling, an exponent of at most 1.14."""
import concurrent.futures
import math
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import families  # noqa: E402
import measure  # noqa: E402

FIRST, LAST = 16 << 10, 8 << 20   # bytes of the first and of the largest n
ENOUGH, LATE = 0.2, 6.0           # seconds: of n; after which nothing larger is tried
SMALL = 0.05                      # seconds below which an exponent says nothing
GOAL = math.log2(2.2)


class Meter:
    def __init__(self, binary):
        self.binary = os.path.abspath(binary)
        self.folder = tempfile.mkdtemp(prefix="leafset-growth-")
        self.meter = measure.build(self.folder)
        self.base = self.once({"leaflet.md": families.FRONT % "" + "Text.\n"}, "base")

    def once(self, files, name):
        """(CPU seconds, MiB) of a build of files; None: it took far too long, or crashed."""
        folder = os.path.join(self.folder, "".join(c if c.isalnum() else "-" for c in name))
        for path, what in files.items():
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(what if isinstance(what, bytes) else what.encode())
        source = next((p for p in files if p.startswith("leaflet.")), "f")
        got, errors = measure.run(
            self.meter, ["timeout", "60", self.binary, "build", "-q", "-j", "1", "-o", "out", source],
            cwd=folder, codes=(0, 1))
        shutil.rmtree(folder)
        if got is None:
            print("%s: %s" % (name, errors.strip()[-200:] or "stopped"), flush=True)
            return None
        return got[1], got[2]

    def better(self, name, n):
        """The better of two runs: another process may have been in the way."""
        first = self.once(families.FAMILIES[name](n), name)
        if first is None or first[0] > 2:
            return first
        again = self.once(families.FAMILIES[name](n), name)
        return again and (min(first[0], again[0]), min(first[1], again[1]))


def row(meter, name):
    """(name, n, [(seconds, MiB)…] at n, 2n, 4n)."""
    n = FIRST
    got = [meter.better(name, n)]
    while got[0] and got[0][0] < ENOUGH and n < LAST:
        n *= 2 if got[0][0] > ENOUGH / 5 else 4
        got = [meter.better(name, n)]
    while got[-1] and got[-1][0] < LATE and len(got) < 3:
        got.append(meter.better(name, n << len(got)))
    return name, n, got


def exponents(values, base, least):
    """What each doubling does to the values above base; those that are too small say nothing."""
    more = [max(value - base, 1e-9) for value in values]
    return [math.log2(b / a) for a, b in zip(more, more[1:]) if a >= least]


class Row:
    def __init__(self, meter, name):
        self.name, self.n, got = row(meter, name)
        self.stopped = None in got
        self.got = [g for g in got if g]
        self.time = max(exponents([g[0] for g in self.got], meter.base[0], SMALL), default=0)
        self.memory = max(exponents([g[1] for g in self.got], meter.base[1], 4), default=0)
        if self.stopped:
            self.time = 9

    def __str__(self):
        return "%-44s %6d KB  %-24s %5.2f  %-24s %5.2f%s" % (
            self.name, self.n >> 10, " ".join("%7.2f" % g[0] for g in self.got), self.time,
            " ".join("%7.1f" % g[1] for g in self.got), self.memory,
            "  !" if self.time > GOAL else "")


def main(args):
    binary = args[args.index("--binary") + 1] if "--binary" in args else "out/bin/leafset"
    words = [a for a in args if not a.startswith("--") and a != binary and a != "growth"]
    names = [n for n in families.FAMILIES if not words or any(w in n for w in words)]
    meter = Meter(binary)
    print("%-44s %9s  %-24s %5s  %-24s" % ("family", "n", "seconds at n, 2n, 4n", "", "MiB"))
    rows = []
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", "1"))) as pool:
        for got in pool.map(lambda name: Row(meter, name), names):
            rows.append(got)
            print(got, flush=True)
    shutil.rmtree(meter.folder)
    for what, key in (("time", lambda r: r.time), ("memory", lambda r: r.memory)):
        print("\nthe worst ten by %s, of %d" % (what, len(rows)))
        for got in sorted(rows, key=key, reverse=True)[:10]:
            print("  %5.2f  %s" % (key(got), got.name))
    return any(r.time > GOAL for r in rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
