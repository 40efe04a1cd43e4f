"""The validators over everything that was built: veraPDF (PDF/UA-1, PDF/A-2a), EPUBCheck, qpdf,
poppler, MuPDF. Each Java validator sees all files in one run."""
import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

from jars import JAVA, jars
from outputs import Output, outputs
from report import fresh, run

# What Debian's MuPDF says of any file.
MUPDF_SAYS = ("warning: ICC support is not available", "warning: unknown epub version: 3.0")


def verapdf(classes, flavour, paths):
    return run(JAVA + ["-cp", classes, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour,
                       "--format", "text", "-v"] + paths, timeout=900)


def epubcheck(classes, paths):
    return run(JAVA + ["-cp", classes, "tests/tools/EpubCheckMany.java", "tests/tools/strict.txt"]
               + paths, timeout=900)


def tell_verapdf(report, flavour, done, items):
    passed = set(re.findall(r"^PASS (.*) %s$" % flavour, done.text, re.M))
    for item in items:
        report.check("veraPDF %s %s" % (flavour, item.name), item.pdf in passed,
                     lambda: about(done.text + done.errors, item.pdf))


def about(text, path):
    """The lines after the one that fails path."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if path in line and line.startswith("FAIL"):
            rest = lines[at:at + 12]
            return "\n".join(line for n, line in enumerate(rest)
                             if n == 0 or not line.startswith(("PASS", "FAIL")))
    return text[-1500:]


def tell_epubcheck(report, done, items):
    passed = set(re.findall(r"^ok (.*)$", done.text, re.M))
    for item in items:
        said = [line for line in done.errors.splitlines()
                if os.path.relpath(item.epub) in line or item.epub in line]
        # ACC-012, a table without a caption: a fault of our leaflets, a matter of a test's source.
        mild = not item.name.startswith("content/") and said and \
            all(line.startswith("WARNING(ACC-012)") for line in said)
        report.check("EPUBCheck " + item.name, item.epub in passed or mild,
                     lambda: "\n".join(said)[:3000] or done.errors[-2000:])


def java_validators(report, items, more=()):
    """more: PDFs without an EPUB beside them."""
    vera = jars(report, "verapdf", "cli-")
    epub = jars(report, "epubcheck", "epubcheck-")
    seen = items + list(more)
    pdfs = [i.pdf for i in seen]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        runs = []
        if epub:
            future = pool.submit(epubcheck, epub, [i.epub for i in items])
            runs.append((lambda done: tell_epubcheck(report, done, items), future))
        for flavour in ("ua1", "2a") if vera else ():
            future = pool.submit(verapdf, vera, flavour, pdfs)
            runs.append((lambda done, f=flavour: tell_verapdf(report, f, done, seen), future))
        for tell, future in runs:
            tell(future.result())


def first_bytes(report, item):
    """OCF 3.3, 4.3: mimetype first, stored, without an extra field. EPUBCheck does not look."""
    with open(item.epub, "rb") as file:
        head = file.read(58)
    report.check("mimetype bytes " + item.name,
                 head[:4] == b"PK\3\4" and head[6] & 0x09 == 0 and head[8:10] == b"\0\0"
                 and head[26:30] == b"\x08\0\0\0" and head[30:58] == b"mimetypeapplication/epub+zip",
                 repr(head))


def with_poppler(report, item):
    info = run(["pdfinfo", item.pdf])
    report.check("pdfinfo " + item.name,
                 info.code == 0 and not info.err and re.search(r"^Tagged: +yes", info.text, re.M),
                 info.text + info.errors)
    fonts = run(["pdffonts", item.pdf])
    rows = [line.split() for line in fonts.text.splitlines()[2:]]
    report.check("pdffonts " + item.name,
                 fonts.code == 0 and not fonts.err and rows
                 and all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows),
                 fonts.text + fonts.errors)
    text = run(["pdftotext", item.pdf, "-"])
    report.check("pdftotext " + item.name, text.code == 0 and not text.err and text.text.strip(),
                 text.errors)


def with_tools(report, item):
    first_bytes(report, item)
    if shutil.which("qpdf"):
        done = run(["qpdf", "--check", item.pdf])
        report.check("qpdf " + item.name, done.code == 0, done.text + done.errors)
    if shutil.which("pdfinfo"):
        with_poppler(report, item)
    if not shutil.which("mutool"):
        return
    for path in (item.pdf, item.epub):
        done = run(["mutool", "draw", "-q", "-r", "36", "-F", "text", "-o", os.devnull, path])
        said = [l for l in done.errors.splitlines() if l not in MUPDF_SAYS]
        report.check("MuPDF reads " + os.path.basename(path) + " of " + item.name,
                     done.code == 0 and not said, "\n".join(said))


def evidence(report):
    """The report about the leaflets of content/, which is one itself; it has no EPUB."""
    path = os.path.join(fresh("evidence", "valid"), "evidence.pdf")
    done = run([report.binary(), "evidence", "--format", "pdf", "-o", path, "content"])
    report.check("leafset evidence of content/", done.code == 0 and not done.err, done.errors)
    return Output("evidence", "content", path, None, os.getcwd())


def stage(report):
    items = [i for i in outputs(report)
             if report.check("both files of " + i.name,
                             os.path.exists(i.pdf) and os.path.exists(i.epub))]
    for tool in ("qpdf", "pdfinfo", "mutool"):
        report.tool(tool)
    if items:
        java_validators(report, items, [evidence(report)])
        report.each(with_tools, items)
