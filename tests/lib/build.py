"""The two builds under test: with -Werror, and with sanitizers."""
import os

from report import run

BUILDS = (
    ("check", "-Werror"),
    ("san", "-Werror -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined "
            "-fno-omit-frame-pointer"),
)


def stage(report):
    for variant, flags in BUILDS:
        done = run(["make", "DEPS=no", "JOBS=%d" % (os.cpu_count() or 2), "VARIANT=" + variant,
                    "VARIANT_CFLAGS=" + flags, "--keep-going", "bin", "units"], timeout=1200)
        report.check("%s build without a warning" % variant, done.code == 0,
                     "\n".join(done.errors.splitlines()[-60:]))
