"""--long only: the Universal Declaration of Human Rights as a leaflet in 52 languages: each builds,
veraPDF and EPUBCheck pass it, the PDF and the XHTML say its language and direction, and the labels
are in it (or the build says that they are not). Prints the table."""
import os
import re
import zipfile

import fetched
import udhr
import valid
from outputs import Output
from report import fresh, run

LANGUAGES = {
    "en": "eng", "de": "deu_1996", "fr": "fra", "es": "spa", "it": "ita", "nl": "nld",
    "pt-PT": "por_PT", "pt-BR": "por_BR", "ro": "ron_2006", "pl": "pol", "cs": "ces", "sk": "slk",
    "hu": "hun", "sq": "als", "hr": "hrv", "sr-Cyrl": "srp_cyrl", "bg": "bul",
    "uk": "ukr", "ru": "rus", "lt": "lit", "lv": "lav", "el": "ell_monotonic", "tr": "tur",
    "ga": "gle", "cy": "cym", "so": "som", "sw": "swh", "am": "amh", "ti": "tir", "ar": "arb",
    "he": "heb", "fa": "pes_1", "fa-AF": "pes_2", "ps": "pbu", "ur": "urd", "ug": "uig_arab",
    "ku": "kmr", "hi": "hin", "bn": "ben", "pa": "pan", "gu": "guj", "ta": "tam", "ne": "nep",
    "th": "tha", "km": "khm", "my": "mya", "bo": "bod", "vi": "vie", "zh-Hans": "cmn_hans",
    "zh-Hant": "cmn_hant", "ja": "jpn", "ko": "kor"}
RIGHT_TO_LEFT = ("ar", "he", "fa", "fa-AF", "ps", "ur", "ug")
COLUMNS = ("builds", "ua1", "2a", "EPUBCheck", "lang", "dir", "labels")


def write_source(npm, folder, name, code):
    title, _, articles = udhr.read(npm, code)
    lines = ["---", "title: " + title, "lang: " + name, "published: 2026-11-23", "---", ""]
    for heading, paragraphs in articles:
        for paragraph in (["## " + heading] if heading else []) + paragraphs:
            lines += [paragraph, ""]
    with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def opening_tags(path):
    """The html elements of an EPUB's pages of text."""
    with zipfile.ZipFile(path) as book:
        return [re.search(r"<html[^>]*>", book.read(name).decode("utf-8")).group(0)
                for name in book.namelist() if name.endswith(".xhtml")]


def labels(errors):
    return "English" if "[language-words]" in errors else \
        "unreviewed" if "[words-unreviewed]" in errors else "yes"


def facts(item, name, errors):
    """Columns of the table that need no validator."""
    tags, direction = opening_tags(item.epub), "rtl" if name in RIGHT_TO_LEFT else "ltr"
    catalog = run(["qpdf", "--json", item.pdf]).text
    in_pdf = re.search(r'"/Lang": "u:([^"]*)"', catalog)
    lang = bool(in_pdf) and in_pdf.group(1) == name and \
        all('xml:lang="%s"' % name in tag for tag in tags)
    turned = all(('dir="rtl"' in tag) == (direction == "rtl") for tag in tags)
    return {"builds": "yes", "lang": "yes" if lang else "no",
            "dir": direction if turned else "wrong", "labels": labels(errors)}


def validators(report, items, rows):
    """The Java validators over all, each answer a check and a cell of the table."""
    class Cells:
        def __getattr__(self, name):
            return getattr(report, name)

        def check(self, what, condition, detail=""):
            tool, name = re.match(r"(?:veraPDF )?(ua1|2a|EPUBCheck) (.*)", what).groups()
            rows[name][tool] = "yes" if condition else "no"
            return report.check(what, condition, detail)

    valid.java_validators(Cells(), items)


def stage(report):
    npm = report.long and fetched.npm(report)
    binary = npm and report.binary()
    if not binary:
        return
    folder, rows, items = fresh("languages"), {}, []
    for name, code in LANGUAGES.items():
        write_source(npm, folder, name, code)
        done = run([binary, "build", "-q", "-o", ".", name + ".md"], cwd=folder)
        base = os.path.join(folder, name)
        rows[name] = {"builds": "no"}
        if report.check("builds " + name, done.code == 0, done.errors):
            items.append(Output(name, base + ".md", base + ".pdf", base + ".epub", folder))
            rows[name] = facts(items[-1], name, done.errors)
            report.check("language of " + name, rows[name]["lang"] == "yes")
            report.check("direction of " + name, rows[name]["dir"] != "wrong")
    validators(report, items, rows)
    print("%-8s" % "", *("%10s" % c for c in COLUMNS))
    for name, row in rows.items():
        print("%-8s" % name, *("%10s" % row.get(c, "-") for c in COLUMNS))
