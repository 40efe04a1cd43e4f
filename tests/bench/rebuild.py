"""A library of leaflets as others build it anew: by make, with a rule for each, and by Hugo, a
generator of web sites; and an edit of one of them."""
import os

SETTINGS = "name: Riverside Skin Clinic\nphone: 01632 960 001\n"
PAGE = "<!DOCTYPE html><html lang=\"en-GB\"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n"


def leaflets(at):
    return sorted(name[:-3] for name in os.listdir(at + "/md") if name.endswith(".md"))


def makefile(at, leafset):
    """From the folder of the outputs: a makefile there, with both files of each leaflet."""
    def ready(folder):
        os.makedirs(folder, exist_ok=True)
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        names = leaflets(at)
        with open(folder + "/Makefile", "w", encoding="utf-8") as file:
            file.write("all: %s\n" % " ".join("%s.pdf %s.epub" % (n, n) for n in names))
            for n in names:
                file.write("%s.pdf %s.epub &: %s/md/%s.md %s/md/clinic.yml\n\t@%s build -q -o . $<\n" %
                           (n, n, at, n, at, leafset))
    return ready


def make(at):
    return ["make", "-s", "-j%d" % (os.cpu_count() or 1), "-C", "{o}"]


def site(at):
    """What Hugo wants beside the leaflets."""
    os.makedirs(at + "/layouts/_default", exist_ok=True)
    for name, text in (("config.toml", 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'),
                       ("layouts/_default/single.html", PAGE),
                       ("layouts/_default/list.html", PAGE)):
        if not os.path.exists("%s/%s" % (at, name)):
            with open("%s/%s" % (at, name), "w", encoding="utf-8") as file:
                file.write(text)


def edit(at):
    """Another word at the end of one leaflet in the middle."""
    names = leaflets(at)
    with open("%s/md/%s.md" % (at, names[len(names) // 2]), "a", encoding="utf-8") as file:
        file.write("\nAnother.\n")
