"""The builds under test: with -Werror, with gcc's sanitizers and (--long) with clang's. And what the
objects tell of the house rules: no mutable globals, no function that is banned."""
import glob
import os
import re
import shutil

from report import OUT, run

SANITIZERS = "-O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined " \
             "-fno-omit-frame-pointer -g1"
BUILDS = {
    "check": "-Werror -g1",
    # gcc sees truncation and the like where the sanitizers have changed the code: no -Werror.
    # The counters of -fprofile-arcs, for the test of growth, cost less than the rest of it.
    "san": SANITIZERS + " -fprofile-arcs -fprofile-update=single",
    # clang 19 does not tell a source that it has sanitizers by the macro that gcc has for that.
    "san-clang": SANITIZERS + " -D__SANITIZE_ADDRESS__",
}

# Functions that depend on the locale, keep state, read the clock, write without a limit, use the
# network or run programs; and those that only the files named may call.
BANNED = set("""isalpha isalnum isdigit isspace isupper islower ispunct isprint tolower toupper
    __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc strcoll strcasecmp strncasecmp setlocale
    strtod strtof atof atoi atol strtok rand random srand drand48 time gettimeofday clock localtime
    gmtime ctime asctime mktime strftime sprintf vsprintf strcpy strcat gets scanf sscanf fscanf
    tmpnam tempnam mktemp system popen vfork execl execlp execv execvp execve posix_spawn
    socket socketpair connect bind listen getaddrinfo gethostbyname""".split())
ONLY = {
    "dlsym": "base/malloc base/library",
    "malloc": "base/mem", "calloc": "base/mem", "realloc": "base/mem", "strdup": "base/mem",
    "strndup": "base/mem", "asprintf": "base/mem", "vasprintf": "base/mem",
    "abort": "base/mem", "exit": "base/mem cli/main", "_exit": "base/leave build/scribe build/watch cli/main",
    "fork": "build/scribe build/watch", "posix_spawnp": "report/git",
    "getenv": "cli/", "clock_gettime": "cli/ build/ base/file", "localtime_r": "build/watch",
}
# What opens, looks at and lists files; and what reads them, which base/inputs records: all but the
# state of builds and, for merge, the outputs themselves.
ONLY.update(dict.fromkeys("open openat open64 fopen fopen64 fdopen freopen".split(),
                          "base/file base/sandbox commit/ cli/main"))
ONLY.update(dict.fromkeys("stat fstat lstat fstatat access faccessat opendir scandir realpath "
                          "readlink".split(), "base/file base/sandbox commit/"), mmap="base/file base/mem")
ONLY.update(dict.fromkeys("file_map file_real memory_read memory_list memory_kind memory_real".split(),
                          "base/inputs"), file_read="base/inputs build/merge build/state_file",
            file_kind_of="base/inputs commit/")
ONLY.update(dict.fromkeys("file_read_descriptor file_list".split(), "base/inputs commit/"))
ONLY.update(dict.fromkeys("hnj_hyphen_load hb_blob_create_from_file "
                          "hb_blob_create_from_file_or_fail".split(), ""))

# Why these can change is said beside each.
MUTABLE = {
    "base/malloc": "next searching",
    "base/leave": "leaving holding",
    "base/mem": "limit",
    "base/xml": "calls once",
    "text/icu": "calls once",
    "epub/container": "opening",
}


def mutable(path):
    """The names of an object's variables that can change."""
    found = []
    for line in run(["objdump", "-t", path]).text.splitlines():
        match = re.match(r"^\S+ .{7} (\.\S+)\s+[0-9a-f]+ +(\S+)$", line)
        if match and match.group(2) != match.group(1) and \
                re.match(r"\.(data|bss|tdata|tbss)", match.group(1)) and \
                not match.group(1).startswith(".data.rel.ro"):
            found.append(match.group(2))
    return found


def banned(path, name):
    names = set(re.findall(r" U ([A-Za-z_]\w*)", run(["nm", "-u", path]).text))
    names = {re.sub(r"^__isoc\d+_|_chk$", "", n) for n in names}
    return sorted(names & BANNED) + sorted(
        n for n in names & set(ONLY) if not any(name.startswith(p) for p in ONLY[n].split()))


def objects(report):
    if not shutil.which("objdump") or not shutil.which("nm"):
        report.skip("objects", "binutils is not installed, so the objects are not looked at")
        return
    top = os.path.join(OUT, "check", "obj")
    for path in sorted(glob.glob(os.path.join(top, "**", "*.o"), recursive=True)):
        name = os.path.relpath(path, top)[:-2]
        if not os.path.exists("src/%s.c" % name):
            continue
        found = sorted(set(mutable(path)) - set(MUTABLE.get(name, "").split()))
        report.check("no mutable globals in " + name, not found, " ".join(found))
        found = banned(path, name)
        report.check("no banned function in " + name, not found, " ".join(found))


def make(variant, flags, *more):
    return run(["make", "DEPS=no", "JOBS=%d" % (os.cpu_count() or 2), "VARIANT=" + variant,
                "VARIANT_CFLAGS=" + flags, "--keep-going"] + list(more), timeout=1200)


def steps():
    """The counter of steps (tools/steps.c), for the linker."""
    counter = os.path.join(OUT, "san", "steps.o")
    os.makedirs(os.path.dirname(counter), exist_ok=True)
    done = run(os.environ.get("CC", "gcc").split() + ["-O2", "-c", "-o", counter, "tests/tools/steps.c"])
    return counter, done


def stage(report):
    counter, done = steps()
    report.check("the counter of steps", done.code == 0, done.errors)
    for variant, flags in BUILDS.items():
        compiler = ["CC=clang-19"] if variant == "san-clang" else []
        if compiler and not (report.long and report.tool("clang-19")):
            continue
        goals = ["bin", "units"] + (["fuzzers"] if variant == "san" else [])
        counted = ["LDFLAGS=" + counter] if variant == "san" else []
        done = make(variant, flags, *compiler, *counted, *goals)
        report.check("the build %s" % variant, done.code == 0,
                     "\n".join(done.errors.splitlines()[-60:]))
    objects(report)
