"""`make bench BENCH=watch`: milliseconds from a save to both files, 50 saves of a short leaflet among
20, while `leafset watch` runs; saved in place and, every other time, beside and renamed."""
import os
import shutil
import statistics
import subprocess
import time

import inputs

SAVES, AMONG, WORDS = 50, 20, 500
GOAL = 50.0


def state(paths):
    return [(info.st_ino, info.st_mtime_ns) for info in map(os.stat, paths)]


def save(path, text, number):
    text += "\nSaved %d times.\n" % number
    goal = path + ".new" if number % 2 else path
    with open(goal, "w", encoding="utf-8") as file:
        file.write(text)
    if number % 2:
        os.rename(goal, path)


def wait(paths, before, limit=5.0):
    """Until none of the files is the one that it was."""
    end = time.monotonic() + limit
    while any(a == b for a, b in zip(state(paths), before)):
        if time.monotonic() > end:
            raise SystemExit("watch: nothing was built within %d seconds" % limit)
        time.sleep(0.0002)


def measure(path, paths):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    taken = []
    for number in range(SAVES):
        time.sleep(0.1)
        before, start = state(paths), time.monotonic()
        save(path, text, number)
        wait(paths, before)
        taken.append((time.monotonic() - start) * 1000)
    return taken


def main(out, leafset):
    folder = os.path.join(out, "watch")
    shutil.rmtree(folder, ignore_errors=True)
    for end in inputs.WRITERS:
        os.makedirs(os.path.join(folder, "in", end))
    for seed in range(AMONG):
        inputs.write(os.path.join(folder, "in"), "x%03d" % seed, seed, WORDS)
    watch = subprocess.Popen([leafset, "watch", "in/md", "-o", "to"], cwd=folder,
                             stderr=subprocess.PIPE, text=True)
    for line in watch.stderr:
        if line.startswith("watching"):
            break
    drain = subprocess.Popen(["cat"], stdin=watch.stderr, stdout=subprocess.DEVNULL)
    paths = [os.path.join(folder, "to", "x007" + end) for end in (".pdf", ".epub")]
    try:
        taken = sorted(measure(os.path.join(folder, "in", "md", "x007.md"), paths))
    finally:
        watch.terminate()
        watch.wait()
        drain.wait()
    median = statistics.median(taken)
    print("milliseconds from a save to both files, %d saves of a leaflet of %d words among %d: "
          "min %.1f, median %.1f, max %.1f (median at most %.0f) %s" % (
              SAVES, WORDS, AMONG, taken[0], median, taken[-1], GOAL,
              "reached" if median <= GOAL else "NOT REACHED"))
    return 0
