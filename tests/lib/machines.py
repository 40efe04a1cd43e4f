"""Several machines: the files that `leafset new --workflow` writes for schedulers do here what they
would do there, each task in turn with the environment that its scheduler gives it."""
import os
import re
import stat

from bad import FRONT, put
from golden import files
from report import PLAIN, fresh, run

LEAFLET = FRONT.replace("lang: en", "lang: en\npublished: 2026-01-31") + "Text %d, see [%d](%d.md).\n"
COUNT = 14
PARTS = 7
STATE = ".leafset-state"


def library(name, count=COUNT):
    """(a folder with leaflets in content/, the environment whose leafset is the one under test, the
    files of one build)."""
    folder = fresh("machines", name)
    put(folder, {"content/%d.md" % i: LEAFLET % (i, (i + 1) % count, (i + 1) % count)
                 for i in range(count)})
    put(folder, {"bin/x": ""})
    os.symlink(os.path.abspath(PLAIN), os.path.join(folder, "bin", "leafset"))
    run([PLAIN, "build", "-q", "-o", "whole", "content"], cwd=folder)
    return folder, {"PATH": os.path.join(folder, "bin") + ":" + os.environ["PATH"]}, \
        outputs(folder, "whole")


def outputs(folder, *parts):
    """Name and bytes of all that was built into the parts; a name that two have is there twice."""
    found = {}
    for part in parts:
        for name, text in files(os.path.join(folder, part)).items():
            if name != STATE:
                found[name if name not in found else name + " twice"] = text
    return found


def stub(folder, name, text):
    path = os.path.join(folder, "bin", name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)


def text_of(name):
    return run([PLAIN, "new", "--workflow", name]).text


def joined(report, name, library_of, parts, line, count=COUNT):
    """The parts are what one build makes, and so is what the line that joins them makes of them; a
    build of all has nothing left to do then."""
    folder, env, wanted = library_of
    got = outputs(folder, *parts)
    report.check(name + ": the parts are what one build makes", got == wanted and
                 len(wanted) == 2 * count, "%s\n%s" % (sorted(wanted), sorted(got)))
    done = run(["sh", "-c", line], cwd=folder, env=env)
    report.check("%s: %s" % (name, line), done.code == 0, done.errors)
    report.check(name + ": joined", outputs(folder, "public") == wanted)
    done = run([PLAIN, "build", "-o", "public", "content"], cwd=folder)
    report.check(name + ": nothing is left to build", "0 built, %d unchanged" % count in done.errors,
                 done.errors)


def line_of(text):
    """The line by which the head of a file says that its parts are joined."""
    return re.search(r"^#     (leafset merge .*)$", text, re.M).group(1)


def commands(job):
    return job.get("script") or [step["run"] for step in job["steps"] if "run" in step]


def matrices(report, yaml):
    """The jobs of a matrix, one after the other, and the job that follows."""
    for name in ("github-shards", "gitlab-shards"):
        folder, env, wanted = library(name)
        tree = yaml.safe_load(text_of(name))
        jobs = tree["jobs"] if name == "github-shards" else tree
        job = jobs["leaflets"]
        numbers = job["strategy"]["matrix"]["shard"] if "strategy" in job else \
            list(range(1, job["parallel"] + 1))
        report.check(name + ": the numbers of the machines", numbers == list(range(1, PARTS + 1)))
        report.check(name + ": its steps", len(commands(job)) == 2, str(commands(job)))
        for number in numbers:
            values = {"matrix.shard": str(number), "strategy.job-total": str(len(numbers))}
            told = {key: re.sub(r"\$\{\{ (.*?) \}\}", lambda m: values[m.group(1)], value)
                    for key, value in job.get("env", {}).items()}
            if name == "gitlab-shards":
                told = {"CI_NODE_INDEX": str(number), "CI_NODE_TOTAL": str(len(numbers))}
            for step in commands(job):
                done = run(["sh", "-c", step], cwd=folder, env=dict(env, **told))
                report.check("%s: part %d: %s" % (name, number, step.split()[1]), done.code == 0,
                             done.errors)
            if name == "github-shards":  # each is an artifact, fetched into a folder of its name
                os.makedirs(os.path.join(folder, "fetched"), exist_ok=True)
                os.rename(os.path.join(folder, "part"),
                          os.path.join(folder, "fetched", "part-%d" % number))
        if name == "github-shards":
            os.rename(os.path.join(folder, "fetched"), os.path.join(folder, "part"))
        (line,) = commands(jobs["together"])
        joined(report, name, (folder, env, wanted),
               ["part/" + part for part in os.listdir(os.path.join(folder, "part"))], line)


def slurm(report, _):
    folder, env, wanted = library("slurm")
    text = text_of("slurm")
    put(folder, {"leaflets.slurm": text})
    stub(folder, "scontrol", 'echo "$@" >>requeued\n')
    first, last = map(int, re.search(r"^#SBATCH --array=(\d+)-(\d+)$", text, re.M).groups())

    def task(number, **more):
        told = dict(SLURM_ARRAY_TASK_ID=str(number), SLURM_ARRAY_TASK_MIN=str(first),
                    SLURM_ARRAY_TASK_MAX=str(last), SLURM_ARRAY_TASK_STEP="1",
                    SLURM_CPUS_PER_TASK="1", SLURM_ARRAY_TASK_COUNT=str(last - first + 1),
                    SLURM_JOB_ID=str(700 + number))
        return run(["sh", "leaflets.slurm"], cwd=folder, env=dict(env, **dict(told, **more)))
    for number in range(first, last + 1):
        done = task(number)
        report.check("slurm: task %d" % number, done.code == 0, done.errors)
    alone = {"SLURM_ARRAY_TASK_MIN": "4", "SLURM_ARRAY_TASK_MAX": "4", "SLURM_ARRAY_TASK_COUNT": "1"}
    done = task(4, **alone)
    report.check("slurm: a task by itself does not guess its part", done.code == 2 and
                 "write it, such as --shard 2/7" in done.errors, done.errors)
    again = re.search(r"^#     sbatch --array=4 --export=ALL,(\w+)=(4/7) leaflets.slurm$", text, re.M)
    done = task(4, **alone, **{again.group(1): again.group(2)})
    report.check("slurm: a task by itself that is told", done.code == 0 and
                 " 0 built" in done.errors, done.errors)
    joined(report, "slurm", (folder, env, wanted),
           ["part/%d" % number for number in range(first, last + 1)], line_of(text))
    requeued = os.path.join(folder, "requeued")
    for status, restarts, again in ((1, 0, False), (2, 0, False), (3, 0, True), (3, 1, True),
                                    (3, 2, False)):
        stub(folder, "broken", "exit %d\n" % status)
        os.replace(os.path.join(folder, "bin", "broken"), os.path.join(folder, "bin", "leafset"))
        if os.path.exists(requeued):
            os.unlink(requeued)
        done = task(1, SLURM_RESTART_COUNT=str(restarts))
        report.check("slurm: status %d after %d restarts" % (status, restarts),
                     done.code == status and os.path.exists(requeued) == again, done.errors)


def verdict(policy, code):
    """What the rules of a podFailurePolicy say of a container's status: the first that is met."""
    for rule in policy["rules"]:
        asked = rule.get("onExitCodes")
        if asked and (code in asked["values"]) == (asked["operator"] == "In"):
            return rule["action"]
    return "Count"


def kubernetes(report, yaml):
    """Beside what it does: what the API server asks of such a Job."""
    folder, env, wanted = library("kubernetes")
    text = text_of("kubernetes")
    job = yaml.safe_load(text)
    spec, pod = job["spec"], job["spec"]["template"]["spec"]
    report.check("kubernetes: a Job", (job["apiVersion"], job["kind"]) == ("batch/v1", "Job"))
    report.check("kubernetes: its fields", set(spec) == {
        "completionMode", "completions", "parallelism", "backoffLimitPerIndex", "podFailurePolicy",
        "template"} and spec["completionMode"] == "Indexed", str(set(spec)))
    report.check("kubernetes: a policy wants restartPolicy Never", pod["restartPolicy"] == "Never")
    (container,) = pod["containers"]
    report.check("kubernetes: the policy is of its container", all(
        rule["onExitCodes"]["containerName"] == container["name"]
        for rule in spec["podFailurePolicy"]["rules"] if "onExitCodes" in rule))
    report.check("kubernetes: 1 and 2 are not tried again, 3 is",
                 [verdict(spec["podFailurePolicy"], code) for code in (1, 2, 3)] ==
                 ["FailIndex", "FailIndex", "Count"] and spec["backoffLimitPerIndex"] > 0)
    report.check("kubernetes: no root", pod["securityContext"]["runAsNonRoot"] and
                 pod["securityContext"]["runAsUser"] > 0 and
                 not container["securityContext"]["allowPrivilegeEscalation"])
    report.check("kubernetes: its volumes", [v["name"] for v in pod["volumes"]] ==
                 [m["name"] for m in container["volumeMounts"]] and
                 [m["mountPath"] for m in container["volumeMounts"]] == [container["workingDir"]])
    for index in range(spec["completions"]):
        told = {"JOB_COMPLETION_INDEX": str(index)}
        args = [re.sub(r"\$\((\w+)\)", lambda m: told[m.group(1)], arg) for arg in container["args"]]
        done = run([PLAIN] + args, cwd=folder, env=dict(env, **told))
        report.check("kubernetes: pod %d" % index, done.code == 0, done.errors)
    joined(report, "kubernetes", (folder, env, wanted),
           ["part/%d" % i for i in range(spec["completions"])], line_of(text))


def parallel(report, _):
    if not report.tool("parallel"):
        return
    folder, env, wanted = library("parallel")
    text = text_of("parallel")
    put(folder, {"leaflets.sh": text})
    env = dict(env, HOME=folder)
    done = run(["sh", "leaflets.sh"], cwd=folder, env=env)
    report.check("parallel: all parts", done.code == 0, done.errors)
    joined(report, "parallel", (folder, env, wanted),
           ["part/%d" % number for number in range(1, PARTS + 1)], line_of(text))
    for status, tries in ((1, 1), (3, 3)):
        stub(folder, "broken", "echo x >>tries\nexit %d\n" % status)
        os.replace(os.path.join(folder, "bin", "broken"), os.path.join(folder, "bin", "leafset"))
        put(folder, {"tries": ""})
        done = run(["sh", "leaflets.sh"], cwd=folder, env=env)
        with open(os.path.join(folder, "tries"), encoding="utf-8") as file:
            got = len(file.read().split())
        report.check("parallel: status %d is tried %d times" % (status, tries),
                     done.code != 0 and got == PARTS * tries, "%d\n%s" % (got, done.errors))


def thousand(report):
    """A library as large as those that several machines share."""
    folder, env, wanted = library("thousand", 1000)
    for i in range(1, PARTS + 1):
        done = run([PLAIN, "build", "-q", "--shard", "%d/%d" % (i, PARTS), "-o",
                    "part/%d" % i, "content"], cwd=folder)
        report.check("part %d of 1,000 leaflets" % i, done.code == 0, done.errors)
    joined(report, "1,000 leaflets", (folder, env, wanted),
           ["part/%d" % i for i in range(1, PARTS + 1)], "leafset merge -o public part/*", 1000)


def names(report):
    """The refusal and the help name the same forms, and each is written."""
    said = run([PLAIN, "new", "--workflow", "jenkins"]).errors
    named = re.findall(r"[a-z-]+", re.search(r"takes (.*), not", said).group(1).replace(" or ", " "))
    helped = re.search(r"--workflow (\S+)", run([PLAIN, "help", "new"]).text).group(1).split("|")
    report.check("the names of the workflows", named == helped and len(named) == 7, said)
    for name in named:
        report.check(name + " says where it comes from", "`leafset new --workflow %s`" % name in
                     text_of(name).split("\n")[1 if name in ("slurm", "parallel") else 0])


def stage(report):
    if not report.binary():
        return
    try:
        import yaml
    except ImportError as missing:
        report.skip("files for schedulers", str(missing))
        return
    names(report)
    report.each(lambda report, test: test(report, yaml), (matrices, slurm, kubernetes, parallel))
    if report.long:
        thousand(report)
