"""EPUBCheck and veraPDF from Maven Central, pinned by tests/tools/*.xml and kept in the user's
cache, so that `make clean` does not mean fetching them again."""
import os
import shutil

from report import run

CACHE = os.path.join(
    os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "leafset")
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]


def jars(report, name, main):
    """The class path of a tool, or None after a skip. main: the start of its main jar's name."""
    with open("tests/tools/%s.xml" % name, encoding="utf-8") as file:
        pom = file.read()
    folder = os.path.join(CACHE, name)
    stamp = os.path.join(folder, "pom.xml")
    if os.path.exists(stamp):
        with open(stamp, encoding="utf-8") as file:
            if file.read() == pom:
                return os.path.join(folder, "*")
    if not report.tool("mvn") or not report.tool("java"):
        return None
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    done = run(["mvn", "-q", "-B", "-f", "tests/tools/%s.xml" % name,
                "-Dmaven.repo.local=" + os.path.join(CACHE, "maven"),
                "dependency:copy-dependencies", "-DoutputDirectory=" + folder], timeout=600)
    if done.code != 0 or not any(n.startswith(main) for n in os.listdir(folder)):
        report.skip(name, "could not be fetched from Maven Central:\n" + done.text[-800:])
        return None
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(pom)
    return os.path.join(folder, "*")
