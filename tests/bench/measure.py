"""Wall time, CPU time and peak memory of a command and its children, by measure.c."""
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


def build(folder):
    """Compiles the meter into a folder; its path."""
    meter = os.path.join(os.path.abspath(folder), "measure")
    subprocess.run([os.environ.get("CC", "cc"), "-O2", "-D_GNU_SOURCE", "-o", meter,
                    os.path.join(HERE, "measure.c")], check=True)
    return meter


def run(meter, command, codes=(0,), **options):
    """((wall s, CPU s, peak MiB), "") of one run, or (None, its messages) when it failed: left with
    a status that is not among the codes."""
    reader, writer = os.pipe()

    def to_three():
        os.dup2(writer, 3)
    job = subprocess.Popen([meter] + command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                           preexec_fn=to_three, pass_fds=(3,) if writer != 3 else (writer,),
                           close_fds=True, **options)
    os.close(writer)
    errors = job.communicate()[1]
    with os.fdopen(reader) as file:
        fields = file.read().split()
    if job.returncode not in codes or len(fields) != 4:
        return None, errors.decode("utf-8", "replace")[-400:]
    wall, user, system, memory = map(float, fields)
    return (wall, user + system, memory / 1024), ""
