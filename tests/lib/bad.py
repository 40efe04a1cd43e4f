"""Bad input: each thing gives its diagnostic and its exit status, in time, within 2 GiB, and
leaves neither a partial file nor a changed old one. Inputs are generated; nothing random but by
a seed."""
import base64
import os
import random
import struct
import subprocess
import zlib
from concurrent.futures import ThreadPoolExecutor

import golden
from golden import code_names
from report import BINARIES, ENVIRONMENT, Result, fresh

CONTENT, USAGE, SYSTEM = 1, 2, 3
MEMORY = 2 << 30
HUGE = "10 MB"  # more than the sanitizers can walk through while somebody waits
SECONDS = {"plain": 30, "sanitized": 150}

FRONT = "---\ntitle: Bad\nlang: en\n---\n\n"
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////"
    "////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth=8, colour=2, data=None):
    """A PNG; without data a grey one of noise that does not compress."""
    if data is None:
        noise = random.Random(1)
        data = b"".join(b"\0" + noise.randbytes(3 * width) for _ in range(height))
        data = zlib.compress(data)
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def png_bomb():
    """30,000 x 30,000 white pixels that are all there, in about a hundred kilobytes."""
    packer = zlib.compressobj(9)
    row = b"\0" + b"\xff" * 3750
    data = b"".join(packer.compress(row * 100) for _ in range(300)) + packer.flush()
    return png(30000, 30000, 1, 0, data)


def jpeg_header(width, height):
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame + b"\xff\xd9"


def words(count, seed=3):
    pick = random.Random(seed)
    return " ".join("".join(pick.choice("abcdefghiklmnoprstuvw") for _ in range(pick.randint(1, 9)))
                    for _ in range(count))


def tangle(size):
    pick = random.Random(5)
    parts, length = [], 0
    while length < size:
        part = pick.choice(["*", "**", "***", "_", "__", "a", "b ", " c", "~~", "`", "[", "](", "!["])
        parts.append(part)
        length += len(part)
    return "".join(parts)


def table(columns):
    return "| " + " | ".join("h%d" % i for i in range(columns)) + " |\n" + \
        "|" + "---|" * columns + "\n| " + " | ".join("c%d" % i for i in range(columns)) + " |\n"


def aliases(levels):
    lines = ["---", "title: T", "lang: en", "a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for i in range(1, levels):
        lines.append("a%d: &a%d [%s]" % (i, i, ", ".join(["*a%d" % (i - 1)] * 9)))
    return "\n".join(lines + ["keywords: *a%d" % (levels - 1), "---", "", "Text.", ""])


def image(path):
    return FRONT + "![A drawing](%s)\n" % path


# name, files (path -> bytes or text), expected exit statuses, diagnostic codes: one of them must
# come when there are any. The leaflet is always leaflet.md (or the .txt given).
def cases():
    body = FRONT + "Text.\n"
    yield "not UTF-8", {"leaflet.md": body.encode() + b"caf\xe9 ol\n"}, {CONTENT}, {"not-utf8"}
    yield "not UTF-8: surrogate", {"leaflet.md": body.encode() + b"\xed\xa0\x80\n"}, {CONTENT}, \
        {"not-utf8"}
    yield "not UTF-8: overlong", {"leaflet.md": body.encode() + b"\xc0\xaf\n"}, {CONTENT}, \
        {"not-utf8"}
    yield "not UTF-8: cut", {"leaflet.md": body.encode() + b"\xe2\x82"}, {CONTENT}, {"not-utf8"}
    yield "NUL", {"leaflet.md": body.encode() + b"a\0b\n"}, {CONTENT}, {"nul-byte"}
    yield "control characters", {"leaflet.md": body + "a\x07b\x1bc\n"}, {CONTENT}, \
        {"control-character"}
    yield "UTF-16 LE", {"leaflet.md": b"\xff\xfe" + body.encode("utf-16-le")}, {CONTENT}, {"utf16"}
    yield "UTF-16 BE", {"leaflet.md": b"\xfe\xff" + body.encode("utf-16-be")}, {CONTENT}, {"utf16"}
    yield "UTF-16 unmarked", {"leaflet.md": body.encode("utf-16-le")}, {CONTENT}, \
        {"utf16", "nul-byte"}
    yield "BOM and CR LF", {"leaflet.md": b"\xef\xbb\xbf" + body.replace("\n", "\r\n").encode()}, \
        {0}, set()
    yield "empty", {"leaflet.md": ""}, {CONTENT}, {"empty-file"}
    yield "blank", {"leaflet.md": " \n\t\n\n"}, {CONTENT}, {"empty-file"}
    yield "only a BOM", {"leaflet.md": b"\xef\xbb\xbf"}, {CONTENT}, {"empty-file"}
    yield "empty text", {"leaflet.txt": ""}, {CONTENT}, {"empty-file"}
    yield "no title", {"leaflet.md": "Only a paragraph.\n"}, {CONTENT}, {"no-title"}
    for size, count in (("1 MB", 180000), (HUGE, 1800000)):
        yield "a paragraph of " + size, {"leaflet.md": FRONT + words(count)}, {0, CONTENT}, set()
        yield "a text of " + size, {"leaflet.txt": "Title\n\n" + words(count) + "\n"}, \
            {0, CONTENT}, set()
    yield "a summary of 60,000 escapes", {"leaflet.md": FRONT.replace(
        "---\n\n", 'summary: "%s"\n---\n\n' % ("\\xe9" * 60000)) + "Text.\n"}, {0, CONTENT}, set()
    yield "8,000 doses in an Arabic paragraph", {"leaflet.md": FRONT.replace("en", "ar") +
        "\u062f\u0648\u0627\u0621 500 mg \u062f\u0648\u0627\u0621\n" * 8000}, {0}, set()
    yield "a word of 1 MB", {"leaflet.md": FRONT + "x" * 1000000}, {0, CONTENT}, {"line-overfull"}
    yield "10,000 levels of quotes", {"leaflet.md": FRONT + ">" * 10000 + " a\n"}, {CONTENT}, \
        {"nesting-too-deep"}
    yield "2,000 levels of lists", {"leaflet.md": FRONT + "".join(
        "  " * i + "- a\n" for i in range(2000))}, {CONTENT}, {"nesting-too-deep"}
    yield "5,000 nested bullets on a line", {"leaflet.md": FRONT + "- " * 5000 + "a\n"}, {CONTENT}, \
        {"nesting-too-deep"}
    yield "10,000 nested tags", {"leaflet.md": FRONT + "<sub>" * 10000 + "a" + "</sub>" * 10000}, \
        {0, CONTENT}, {"nesting-too-deep", "html-unknown"}
    yield "5,000 levels of emphasis", {"leaflet.md": FRONT + "*a **b " * 5000 + "c" + "** *" * 5000}, \
        {0, CONTENT}, set()
    yield "50,000 brackets", {"leaflet.md": FRONT + "[" * 50000 + "\n"}, {0, CONTENT}, set()
    yield "50,000 footnotes", {"leaflet.md": FRONT + "a[^1] " * 50000 + "\n\n[^1]: Note.\n"}, \
        {0, CONTENT}, set()
    yield "50,000 unused definitions", {"leaflet.md": FRONT + "Text.\n\n" + "".join(
        "[w%d]: stop-%d\n" % (i, i) for i in range(50000))}, {CONTENT}, {"link-definition-unused"}
    yield "50,000 backticks", {"leaflet.md": FRONT + "".join(
        "`" * i + " " for i in range(1, 320))}, {0, CONTENT}, set()
    yield "a tangle of emphasis", {"leaflet.md": FRONT + tangle(500000) + "\n"}, {0, CONTENT}, set()
    yield "3,000 headings", {"leaflet.md": FRONT + "".join(
        "%s Heading %d\n\nText.\n\n" % ("#" * (2 + i % 3), i) for i in range(3000))}, {0}, set()
    yield "a table of 5,000 columns", {"leaflet.md": FRONT + table(5000)}, {CONTENT}, \
        {"table-too-wide"}
    yield "a table of 20,000 rows", {"leaflet.md": FRONT + table(3) + "| a | b | c |\n" * 20000}, \
        {0}, set()
    yield "no image", {"leaflet.md": image("none.png")}, {CONTENT}, {"image-missing"}
    yield "a folder as image", {"leaflet.md": image("d.png"), "d.png/x": "x"}, {CONTENT}, \
        {"image-missing", "image-broken", "image-format"}
    yield "an image cut short", {"leaflet.md": image("a.png"), "a.png": png(100, 100)[:9000]}, \
        {CONTENT}, {"image-broken"}
    yield "an image of one byte", {"leaflet.md": image("a.png"), "a.png": b"\x89"}, {CONTENT}, \
        {"image-broken", "image-format"}
    yield "a damaged image", {"leaflet.md": image("a.png"), "a.png": png(100, 100).replace(
        b"IDAT", b"IDAT\0\0\0", 1)}, {CONTENT}, {"image-broken"}
    yield "a JPEG cut short", {"leaflet.md": image("a.jpg"), "a.jpg": JPEG[:-20]}, {CONTENT}, \
        {"image-broken"}
    yield "text as image", {"leaflet.md": image("a.png"), "a.png": "GIF89a no"}, {CONTENT}, \
        {"image-format", "image-broken"}
    yield "an image of 30,000 x 30,000", {"leaflet.md": image("a.png"), "a.png": png_bomb()}, \
        {CONTENT}, {"image-too-large"}
    yield "a PNG that says 2^31 - 1", {"leaflet.md": image("a.png"), "a.png": png(
        2147483647, 2147483647, data=zlib.compress(b"\0"))}, {CONTENT}, \
        {"image-too-large", "image-broken"}
    yield "a JPEG of 30,000 x 30,000", {"leaflet.md": image("a.jpg"), "a.jpg": jpeg_header(
        30000, 30000)}, {CONTENT}, {"image-too-large", "image-broken"}
    for name, path in (("up", "../../etc/passwd"), ("absolute", "/etc/passwd"),
                       ("up and down", "pictures/../../secret.png"), ("up, encoded",
                                                                      "..%2f..%2fsecret.png"),
                       ("by a file address", "file:///etc/passwd")):
        yield "a path that leads out: " + name, \
            {"leaflet.md": image(path), "pictures/a.png": png(2, 2), "../secret.png": png(2, 2)}, \
            {CONTENT}, {"image-outside", "image-missing", "image-remote"}
    yield "a symbolic link that leads out", {"leaflet.md": image("a.png"),
                                             "a.png": ("link", "/etc/passwd")}, {CONTENT}, \
        {"image-outside"}
    yield "a linked folder that leads out", {"leaflet.md": image("d/passwd"),
                                             "d": ("link", "/etc")}, {CONTENT}, {"image-outside"}
    yield "a symbolic link to itself", {"leaflet.md": image("a.png"), "a.png": ("link", "a.png")}, \
        {SYSTEM}, {"file-unreadable"}
    yield "a logo that leads out", {"leaflet.md": body, "clinic.yml":
                                    "name: C\nlogo: ../secret.png\n", "../secret.png": png(2, 2)}, \
        {CONTENT}, {"image-outside"}
    yield "a pipe as image", {"leaflet.md": image("a.png"), "a.png": ("pipe",)}, {CONTENT}, \
        {"image-missing", "image-format", "image-broken"}
    yield "a remote image", {"leaflet.md": image("https://example.org/a.png")}, {CONTENT}, \
        {"image-remote"}
    yield "a broken internal link", {"leaflet.md": FRONT + "[there](#nowhere)\n"}, {CONTENT}, \
        {"link-broken"}
    yield "YAML aliases that explode", {"leaflet.md": aliases(20)}, {CONTENT}, {"yaml-alias"}
    yield "YAML that refers to itself", {"leaflet.md":
                                         "---\ntitle: T\nkeywords: &a [*a]\n---\n\nText.\n"}, \
        {CONTENT}, {"yaml-alias", "yaml-syntax"}
    yield "YAML nested 10,000 deep", {"leaflet.md": "---\ntitle: T\nkeywords: " + "[" * 10000 +
                                      "]" * 10000 + "\n---\n\nText.\n"}, {CONTENT}, \
        {"yaml-too-deep", "yaml-syntax"}
    yield "front matter without end", {"leaflet.md": "---\ntitle: T\n\nText.\n"}, {CONTENT}, \
        {"yaml-syntax", "no-title"}
    yield "settings that are a list", {"leaflet.md": body, "clinic.yml": "- a\n- b\n"}, {CONTENT}, \
        {"value-type"}
    yield "settings that are text", {"leaflet.md": body, "clinic.yml": "just a text\n"}, {CONTENT}, \
        {"value-type"}
    yield "settings that are a picture", {"leaflet.md": body, "clinic.yml": png(20, 20)}, \
        {CONTENT}, {"not-text"}
    yield "settings that are a folder", {"leaflet.md": body, "clinic.yml/x": "x"}, \
        {CONTENT, SYSTEM}, {"file-unreadable", "value-type"}
    yield "settings that are a pipe", {"leaflet.md": body, "clinic.yml": ("pipe",)}, \
        {CONTENT, SYSTEM}, {"file-unreadable", "value-type", "empty-file"}
    yield "a leaflet of 65 MB", {"leaflet.md": ("size", 65 << 20)}, {CONTENT, SYSTEM}, \
        {"file-too-large"}
    yield "a leaflet that is a link to nowhere", {"leaflet.md": ("link", "nowhere")}, {SYSTEM}, \
        {"file-unreadable"}


def put(folder, files):
    for name, what in files.items():
        path = os.path.normpath(os.path.join(folder, name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if isinstance(what, tuple):
            if what[0] == "link":
                os.symlink(what[1], path)
            elif what[0] == "pipe":
                os.mkfifo(path)
            else:
                with open(path, "wb") as file:
                    file.truncate(what[1])
            continue
        with open(path, "wb") as file:
            file.write(what if isinstance(what, bytes) else what.encode())


def limited(args, cwd, variant, stdout=subprocess.PIPE):
    """Runs with a limit of memory (the sanitizers need all addresses) and of time."""
    if variant == "plain":
        args = ["sh", "-c", 'ulimit -v %d; exec "$@"' % (MEMORY // 1024), "sh"] + args
    try:
        done = subprocess.run(args, cwd=cwd, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                              stdout=stdout, stderr=subprocess.PIPE, timeout=SECONDS[variant])
    except subprocess.TimeoutExpired as late:
        return Result("timeout", b"", late.stderr or b"")
    return Result(done.returncode, done.stdout or b"", done.stderr)


def below(folder):
    return sorted(os.path.relpath(os.path.join(place, name), folder)
                  for place, folders, names in os.walk(folder) for name in names
                  if name != golden.STATE)


def problem(done, statuses, codes, out, old):
    """What is wrong with a run, or None."""
    if done.crash:
        return done.crash
    if done.code not in statuses:
        return "exit status %d, expected %s\n%s" % (
            done.code, " or ".join(map(str, sorted(statuses))), done.errors[:1500])
    found = code_names(done.errors)
    if codes and not found & codes:
        return "none of [%s]:\n%s" % ("] [".join(sorted(codes)), done.errors[:1500])
    if len(done.err) > 200000:
        return "%d bytes of messages" % len(done.err)
    if b"\0" in done.err or b"\x1b" in done.err or b"\x07" in done.err:
        return "control characters in the messages"
    left = below(out)
    if done.code != 0 and left != ["leaflet.epub", "leaflet.pdf"]:
        return "left behind: " + " ".join(left)
    if done.code == 0 and left != ["leaflet.epub", "leaflet.pdf"]:
        return "built " + " ".join(left)
    for name in ("leaflet.pdf", "leaflet.epub"):
        with open(os.path.join(out, name), "rb") as file:
            kept = file.read(4) == b"old\n"
        if kept != (done.code != 0):
            return "the old %s was %s" % (name, "not replaced" if kept else "replaced")
    return None


def try_case(report, number, case):
    name, files, statuses, codes = case
    folder = os.path.join(fresh("bad", "%02d" % number), "content")
    put(folder, files)
    leaflet = next(n for n in files if n.startswith("leaflet."))
    for variant, binary in BINARIES:
        if name.endswith(HUGE) and variant == "sanitized":
            continue
        if not os.path.exists(binary):
            report.fail("%s (%s)" % (name, variant), "there is no build to test")
            continue
        out = fresh("bad", "%02d" % number, variant)
        put(out, {"leaflet.pdf": "old\n", "leaflet.epub": "old\n"})
        done = limited([binary, "build", "-o", out, leaflet], folder, variant)
        wrong = problem(done, statuses, codes, out, True)
        report.check("%s (%s)" % (name, variant), wrong is None, wrong)
        report.codes |= code_names(done.errors)


def outputs(report):
    """Outputs that cannot be written: the environment's fault, exit status 3."""
    folder = fresh("bad", "outputs")
    put(folder, {"leaflet.md": FRONT + "Text.\n", "file": "x", "taken/leaflet.pdf/x": "x",
                 "taken/leaflet.epub/x": "x"})
    tries = [("a file where the folder should be", "file"), ("below a file", "file/deeper"),
             ("in /proc", "/proc/leafset"), ("folders where the files should be", "taken")]
    if os.getuid() != 0:
        put(folder, {"closed/x": "x"})
        os.chmod(os.path.join(folder, "closed"), 0o500)
        tries.append(("a closed folder", "closed"))
    for variant, binary in BINARIES:
        for name, out in tries:
            before = below(folder)
            done = limited([binary, "build", "-o", out, "leaflet.md"], folder, variant)
            report.check("%s (%s)" % (name, variant),
                         not done.crash and done.code == SYSTEM
                         and "[output-failed]" in done.errors and below(folder) == before,
                         "%s\n%s\n%s" % (done.code, done.errors, below(folder)))
            report.codes |= code_names(done.errors)
        for kind in ("pdf", "epub"):
            with open("/dev/full", "wb") as full:
                done = limited([binary, "build", "--to", kind, "-o", "-", "leaflet.md"], folder,
                               variant, stdout=full)
            report.check("/dev/full, %s (%s)" % (kind, variant),
                         not done.crash and done.code == SYSTEM and "[output-failed]" in done.errors,
                         "%s\n%s" % (done.code, done.errors))


def sources(report):
    """Sources that cannot be read."""
    folder = fresh("bad", "sources")
    put(folder, {"empty/README.md": "not a leaflet", "a.md": FRONT + "Text.\n", "pipe.md": ("pipe",)})
    for variant, binary in BINARIES:
        for name, path, statuses, codes in (
                ("no such file", "none.md", {SYSTEM}, {"file-unreadable"}),
                ("an endless device", "/dev/zero", {CONTENT, USAGE, SYSTEM},
                 {"file-too-large", "file-unreadable", "nul-byte"}),
                ("a pipe nobody writes to", "pipe.md", {CONTENT, USAGE, SYSTEM},
                 {"file-unreadable"}),
                ("a folder without leaflets", "empty", {CONTENT, USAGE}, {"nothing-to-build"})):
            out = fresh("bad", "sources-out")
            done = limited([binary, "build", "-o", out, path], folder, variant)
            found = code_names(done.errors)
            report.check("%s (%s)" % (name, variant),
                         not done.crash and done.code in statuses and found & codes
                         and not below(out), "%s\n%s" % (done.crash or done.code, done.errors))
            report.codes |= found


def stage(report):
    if not report.binary():
        return
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for task in [pool.submit(try_case, report, number, case)
                     for number, case in enumerate(cases())]:
            task.result()
    outputs(report)
    sources(report)
