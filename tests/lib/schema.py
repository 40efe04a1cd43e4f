"""leafset schema: it takes whatever leafset takes in front matter and settings, and refuses what
leafset refuses."""
import glob
import json
import os
import re

from golden import code_names, expectation
from report import fresh, run

# What a leaflet is told about its front matter, and a schema tells too.
FRONT_CODES = {"key-unknown", "key-other", "key-repeated", "value-type", "value-form",
               "value-comment", "yaml-syntax", "yaml-alias", "yaml-too-deep"}


def as_editors_see(value):
    """A text of YAML as its core schema (1.2, 10.3.2) reads it."""
    if isinstance(value, dict):
        return {key: as_editors_see(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_editors_see(item) for item in value]
    if re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", value):
        return float(value)
    return {"": None, "true": True, "false": False}.get(value, value)


def subjects():
    """Every front matter and every settings file of the golden cases and of content/ that leafset
    has nothing to say about: name, whether it is settings, text."""
    for name in glob.glob("content/*") + glob.glob("tests/golden/*/*"):
        told = code_names(expectation(name.split("/")[2], "diagnostics") or "") \
            if name.startswith("tests/") else set()
        ignored = "/front-keys-ignored/input" in name  # its settings silence what a schema tells
        if told & FRONT_CODES or ignored or not os.path.isfile(name) \
                or not name.endswith((".md", ".txt", "clinic.yml")):
            continue
        with open(name, encoding="utf-8-sig", errors="replace") as file:
            text = file.read()
        if name.endswith(".yml"):
            yield name, True, text
        elif text.startswith("---\n"):
            yield name, False, re.split(r"^(?:---|\.\.\.)[ \t]*$", text, maxsplit=2, flags=re.M)[1]


def starters(binary):
    """What leafset new writes, and the same with every field."""
    folder = fresh("command", "schema")
    run([binary, "new", "mine.md"], cwd=folder)
    with open(os.path.join(folder, "mine.md"), encoding="utf-8") as file:
        front = file.read().split("---\n")[1]
    yield "leafset new", False, front
    yield "every field of leafset new", False, re.sub(r"^# ([a-z_]+:)", r"\1", front, flags=re.M)


def schema(report, binary):
    try:
        import jsonschema
        import yaml
    except ImportError as missing:
        report.skip("leafset schema", str(missing))
        return
    judges = []
    for what in ("leaflet", "settings"):
        told = json.loads(run([binary, "schema", what]).out)
        jsonschema.Draft7Validator.check_schema(told)
        judges.append(jsonschema.Draft7Validator(told))
    texts = list(subjects()) + list(starters(binary))
    wrong = []
    for name, settings, text in texts:
        value = as_editors_see(yaml.load(text, yaml.BaseLoader) or "")
        wrong += [name + ": " + error.message for error in judges[settings].iter_errors(value)]
    report.check("the schema takes what leafset takes", not wrong and len(texts) > 100,
                 "%d texts\n%s" % (len(texts), "\n".join(wrong)))
    for settings, text in ((0, "titel: x"), (0, "lang: English"), (0, "published: 12/03/2026"),
                           (0, "status: yes"), (0, "theme: {brand: blue}"), (0, "theme: {size: 9}"),
                           (0, "contact: {phon: 1}"), (0, "words: {contct: x}"), (0, "phone: 1"),
                           (0, "online: www.example.org"), (0, "sources: [{name: x, date: y}]"),
                           (1, "title: x"), (1, "brand: blue"), (1, "other_keys: never"),
                           (1, "page: b5"), (1, "email: none")):
        value = as_editors_see(yaml.load(text, yaml.BaseLoader))
        report.check("the schema refuses " + text, not judges[settings].is_valid(value))
