"""What no page may show, whatever is on it, read from `leafset dump frames`: words or pictures that
stand on one another, and content below the running foot."""
import re

ITEM = re.compile(r"  (glyphs|image) (\S+) (-?[\d.]+),(-?[\d.]+) (-?[\d.]+)x([\d.]+)"
                  r"(?: base=(-?[\d.]+) \S+ ([\d.]+))?")
FOOT = re.compile(r"  rule page-foot -?[\d.]+,([\d.]+) ")
TOUCH = 1.0   # points that two items may share


class Item:
    """The part of an item that has ink in any case: of words half their size above the baseline."""

    def __init__(self, line, match):
        self.line = line.strip()[:100]
        kind, _, x, y, width, height, base, size = match.groups()
        self.left, self.right = float(x), float(x) + float(width)
        self.top, self.bottom = float(y), float(y) + float(height)
        if kind == "glyphs":
            self.top, self.bottom = float(base) - float(size) / 2, float(base)

    def meets(self, other):
        return min(self.right, other.right) - max(self.left, other.left) > TOUCH and \
            min(self.bottom, other.bottom) - max(self.top, other.top) > TOUCH


def page_faults(title, lines):
    items, foot = [], None
    for line in lines:
        match = ITEM.match(line)
        if match and match.group(2) not in ("page-foot", "watermark"):
            items.append(Item(line, match))
        match = FOOT.match(line)
        foot = float(match.group(1)) if match else foot
    items.sort(key=lambda item: item.top)
    for at, item in enumerate(items):
        if foot is not None and item.bottom > foot:
            yield "%s: below the foot: %s" % (title, item.line)
        for other in items[at + 1:]:
            if other.top >= item.bottom:
                break
            if item.meets(other):
                yield "%s: %s stands on %s" % (title, other.line, item.line)


def faults(frames):
    """The faults of all pages of a dump."""
    for page in re.split(r"^(?=page )", frames, flags=re.M):
        title, _, rest = page.partition("\n")
        yield from page_faults(title, rest.split("\n"))
