"""Reads the text of a tagged PDF along its structure tree, from the file's own objects (qpdf takes
it apart): marked content by MCID, characters by ToUnicode and ActualText. Unlike poppler's reader
it reorders nothing, so right-to-left text must stand in logical order in the file itself."""
import base64
import json
import re

from report import run


class Pdf:
    def __init__(self, path):
        done = run(["qpdf", "--json=2", "--json-stream-data=inline",
                    "--decode-level=generalized", path])
        if done.code not in (0, 3):
            raise ValueError("qpdf cannot read %s: %s" % (path, done.errors))
        self.objects = json.loads(done.out)["qpdf"][1]
        self.maps = {}
        self.marked = {}

    def get(self, what):
        """What a reference leads to; a stream is its dictionary."""
        while isinstance(what, str) and re.fullmatch(r"\d+ \d+ R", what):
            entry = self.objects.get("obj:" + what, {})
            what = entry["stream"]["dict"] if "stream" in entry else entry.get("value")
        return what

    def data(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def root(self):
        return self.get(self.objects["trailer"]["value"]["/Root"])

    def characters(self, font):
        """The ToUnicode map of a font, by its reference."""
        if font not in self.maps:
            table = self.get(font).get("/ToUnicode")
            self.maps[font] = to_unicode(self.data(table)) if table else {}
        return self.maps[font]

    def page_text(self, page):
        """MCID -> text of a page, by its reference."""
        if page not in self.marked:
            entry = self.get(page)
            contents = entry["/Contents"]
            whole = self.get(contents)
            parts = whole if isinstance(whole, list) else [contents]
            fonts = self.get(self.get(entry["/Resources"]).get("/Font", {})) or {}
            self.marked[page] = marked_content(
                b"\n".join(self.data(part) for part in parts),
                {name: self.characters(font) for name, font in fonts.items()})
        return self.marked[page]


def to_unicode(data):
    """ISO 32000-1, 9.10.3: the bfchar and bfrange sections of a ToUnicode CMap."""
    table = {}
    text = lambda digits: bytes.fromhex(digits).decode("utf-16-be", "replace")
    source = data.decode("latin-1")
    for section in re.findall(r"beginbfchar(.*?)endbfchar", source, re.S):
        for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", section):
            table[int(code, 16)] = text(value)
    for section in re.findall(r"beginbfrange(.*?)endbfrange", source, re.S):
        for low, high, values in re.findall(
                r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\[[^\]]*\]|<[0-9A-Fa-f]*>)", section):
            if values[0] == "[":
                for at, value in enumerate(re.findall(r"<([0-9A-Fa-f]*)>", values)):
                    table[int(low, 16) + at] = text(value)
                continue
            first = text(values[1:-1])
            for code in range(int(low, 16), int(high, 16) + 1):
                table[code] = first[:-1] + chr(ord(first[-1]) + code - int(low, 16))
    return table


TOKEN = re.compile(
    rb"<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|/[^\s<>\[\]()/%{}]*|[^\s<>\[\]()/%{}]+|\(", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def literal(data, at):
    """A string in brackets that opens before at: its bytes and the place after it."""
    out, depth = bytearray(), 1
    while depth:
        c = data[at:at + 1]
        at += 1
        if c == b"\\":
            octal = re.compile(rb"[0-7]{1,3}").match(data, at)
            if octal:
                out.append(int(octal.group(), 8) & 255)
                at = octal.end()
            else:
                e = data[at:at + 1]
                out += b"" if e == b"\n" else ESCAPES.get(e, e)
                at += 1
            continue
        depth += (c == b"(") - (c == b")")
        if depth:
            out += c
    return bytes(out), at


def tokens(data):
    """Names and operators as bytes, strings as bytearray."""
    at = 0
    while True:
        found = TOKEN.search(data, at)
        if not found:
            return
        token, at = found.group(), found.end()
        if token == b"(":
            text, at = literal(data, at)
            yield bytearray(text)
        elif token[:1] == b"<" and token != b"<<":
            digits = re.sub(rb"\s", b"", token[1:-1]).decode()
            yield bytearray.fromhex(digits + "0" * (len(digits) % 2))
        else:
            yield token


def human(text):
    """A PDF text string: UTF-16BE with its mark, else (nearly) Latin-1."""
    if text[:2] == b"\xfe\xff":
        return bytes(text[2:]).decode("utf-16-be", "replace")
    return bytes(text).decode("latin-1")


def shown(text, table):
    codes = (text[i] * 256 + text[i + 1] for i in range(0, len(text) - 1, 2))
    return "".join(table.get(code, "\ufffd") for code in codes)


def marked_content(data, fonts):
    """MCID -> text; ActualText takes the place of what it covers."""
    found, stack, operands, table, saved = {}, [], [], {}, []

    def emit(text):
        if any(level["actual"] is not None for level in stack):
            return
        for level in reversed(stack):
            if level["mcid"] is not None:
                found[level["mcid"]] = found.get(level["mcid"], "") + text
                return

    for token in tokens(data):
        if isinstance(token, bytearray) or token[:1] in b"/<>[]" or \
                re.fullmatch(rb"[-+.\d]+", token):
            operands.append(token)
            continue
        if token == b"Tf":
            table = fonts.get(operands[-2].decode(), {})
        elif token == b"q":
            saved.append(table)
        elif token == b"Q" and saved:
            table = saved.pop()
        elif token in (b"Tj", b"TJ", b"'", b'"'):
            for operand in operands:
                if isinstance(operand, bytearray):
                    emit(shown(operand, table))
        elif token in (b"BDC", b"BMC"):
            level = {"mcid": None, "actual": None}
            for name, value in zip(operands, operands[1:]):
                if name == b"/MCID":
                    level["mcid"] = int(value)
                elif name == b"/ActualText":
                    level["actual"] = human(value)
            if level["mcid"] is not None:
                found.setdefault(level["mcid"], "")
            stack.append(level)
        elif token == b"EMC" and stack:
            level = stack.pop()
            if level["actual"] is not None:
                actual, owner = level["actual"], level["mcid"]
                if owner is not None and not any(l["actual"] is not None for l in stack):
                    found[owner] = found.get(owner, "") + actual
                elif owner is None:
                    emit(actual)
        operands = []
    return found


def structure(pdf):
    """Steps through the structure tree: ("start", type, element), ("text", text, page),
    ("end", type, None); a page is its reference."""
    root = pdf.get(pdf.root()["/StructTreeRoot"])
    work = [("kid", root.get("/K"), None)]
    while work:
        what, kid, page = work.pop()
        if what == "end":
            yield "end", kid, None
            continue
        value = pdf.get(kid)
        if isinstance(value, list):
            work += [("kid", one, page) for one in reversed(value)]
        elif isinstance(value, int):
            yield "text", pdf.page_text(page).get(value), page
        elif isinstance(value, dict) and value.get("/Type") == "/MCR":
            own = value.get("/Pg", page)
            yield "text", pdf.page_text(own).get(value["/MCID"]), own
        elif isinstance(value, dict) and "/S" in value:
            yield "start", value["/S"][1:], value
            work.append(("end", value["/S"][1:], None))
            work.append(("kid", value.get("/K"), value.get("/Pg", page)))
