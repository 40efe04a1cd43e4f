"""The package of an EPUB, as its container names it."""
import posixpath
import xml.etree.ElementTree as ElementTree


class Package:
    """manifest: the items in their order; spine: those of the reading order. path(item) is where one
    stands in the archive. change: what each file's text is taken as, for tests of tests."""

    def __init__(self, book, change=lambda text: text):
        self.parse = lambda name: ElementTree.fromstring(change(book.read(name).decode()))
        container = self.parse("META-INF/container.xml")
        name = container.find(".//{*}rootfile").get("full-path")
        root = self.parse(name)
        self.folder = posixpath.dirname(name)
        self.manifest = root.findall(".//{*}manifest/{*}item")
        items = {i.get("id"): i for i in self.manifest}
        self.spine = [items[ref.get("idref")] for ref in root.findall(".//{*}spine/{*}itemref")]

    def path(self, item):
        return posixpath.join(self.folder, item.get("href"))

    def page(self, item):
        """The root element of a content document."""
        return self.parse(self.path(item))


def is_navigation(item):
    return "nav" in (item.get("properties") or "").split()
