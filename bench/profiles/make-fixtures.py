"""Makes the profiles under test/fixtures/profiles with the real tools, each from the same programs (`drive.py`).

    python make-fixtures.py --pyperformance FOLDER --tools BIN --austin3 PROGRAM --austin4 PROGRAM --debian FOLDER [FORMAT...]

FOLDER of pyperformance holds bm_raytrace, bm_hexiom and bm_richards of its 1.14.0 sources. BIN is the folder of programs of a virtual
environment with requirements.txt installed. --austin3 and --austin4 start Austin 3.7 and 4.0. --debian is an unpacked Debian with
python3.15 (3.15's sampler, and perf's trampoline with a Python that keeps frame pointers); pandas and pyperf lie in its /srv/site. Needs
Linux, `perf`, root for chroot, and the right to create /srv/app, where the programs run so that no path of this machine is recorded.
"""

import argparse
import glob
import gzip
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
FIXTURES = os.path.join(REPOSITORY, "test/fixtures/profiles")
APP = "/srv/app"
PROGRAMS = ["orbits", "sales-report", "raytrace", "hexiom", "richards"]
# A second or two more than the sampling, which stops by itself where the tool can.
SECONDS = "4"
RATE = 200


class Maker:
    def __init__(self, options):
        self.options = options
        self.python = os.path.join(options.tools, "python")
        self.work = tempfile.mkdtemp()

    def tool(self, name):
        return os.path.join(self.options.tools, name)

    def run(self, command, **more):
        print("+", shlex.join(command), flush=True)
        subprocess.run(command, cwd=APP, check=True, stdout=subprocess.DEVNULL, **more)

    def drive(self, program):
        return [f"{APP}/drive.py", program, SECONDS]

    def temporary(self, name):
        return os.path.join(self.work, name)

    # One method for each format; the name is the one to give on the command line.

    def pstats(self, program):
        out = self.temporary("cprofile.pstats")
        self.run([self.python, "-m", "cProfile", "-o", out, *self.drive(program)])
        yield out

    def py_spy(self, program):
        for form, name in [("raw", "py-spy.txt"), ("speedscope", "py-spy.speedscope.json")]:
            out = self.temporary(name)
            self.run([self.tool("py-spy"), "record", "--full-filenames", "-r", str(RATE), "-f", form, "-o", out, "--",
                      self.python, *self.drive(program)])
            yield out

    def py_spy_native(self, program):
        out = self.temporary("py-spy-native.txt")
        self.run([self.tool("py-spy"), "record", "--native", "--threads", "--subprocesses", "--full-filenames", "-r", str(RATE), "-f", "raw",
                  "-o", out, "--", self.python, *self.drive(program)])
        yield out

    def austin(self, program):
        interval = f"{1000 // RATE}ms"
        for austin, options, name in [
            (self.options.austin3, [], "austin.txt"),
            (self.options.austin3, ["-f"], "austin-full.txt"),
            (self.options.austin3, ["-b"], "austin-3.mojo"),
            (self.options.austin4, [], "austin-4.mojo"),
        ]:
            out = self.temporary(name)
            self.run([*shlex.split(austin), *options, "-i", interval, "-o", out, self.python, *self.drive(program)])
            yield out

    def scalene(self, program):
        out = self.temporary("scalene.json")
        path = self.options.tools + os.pathsep + os.environ["PATH"]
        script, *arguments = self.drive(program)
        self.run([self.tool("scalene"), "run", "--cpu-only", "-o", out, script, "---", *arguments], env={**os.environ, "PATH": path})
        yield out

    def pyinstrument(self, program):
        for form, name in [("json", "pyinstrument.json"), ("pyisession", "pyinstrument.pyisession"), ("speedscope", "pyinstrument.speedscope.json")]:
            out = self.temporary(name)
            show = ["--show-all"] if form == "json" else []
            self.run([self.tool("pyinstrument"), *show, "-i", "0.005", "-r", form, "-o", out, *self.drive(program)])
            yield out

    def line_profiler(self, program):
        out = self.temporary("line-profiler.lprof")
        self.run([self.python, f"{APP}/drive_lines.py", APP, program, SECONDS, out])
        yield out
        text = self.temporary("line-profiler.txt")
        with open(text, "w", encoding="utf-8") as file:
            subprocess.run([self.python, "-m", "line_profiler", "-rmtz", out], cwd=APP, check=True, stdout=file, env={**os.environ, "COLUMNS": "160"})
        yield text

    def pprof(self, program):
        out = self.temporary("pyroscope.pb")
        self.run([self.python, f"{APP}/drive_pyroscope.py", APP, program, SECONDS, out])
        yield out

    def tachyon(self, program):
        self.run(["chroot", self.options.debian, "env", "LC_ALL=C", "PYTHONPATH=/srv/site", "python3.15", "-m", "profiling.sampling", "run",
                  "-r", str(RATE), "--binary", "--compression", "none", "-o", "/tmp/tachyon.bin", *self.drive(program)])
        forms = [("pstats", "tachyon.pstats"), ("collapsed", "tachyon.txt"), ("gecko", "tachyon.gecko.json"), ("jsonl", "tachyon.jsonl")]
        if program == "richards":
            forms.append(("flamegraph", "tachyon.html"))
        for form, name in forms:
            self.run(["chroot", self.options.debian, "env", "LC_ALL=C", "python3.15", "-m", "profiling.sampling", "replay", f"--{form}",
                      "-o", f"/tmp/{name}", "/tmp/tachyon.bin"])
            out = self.temporary(name)
            shutil.move(os.path.join(self.options.debian, "tmp", name), out)
            if form == "flamegraph":
                leave_only_data(out)
            yield out

    def perf(self, program):
        data, out = self.temporary("perf.data"), self.temporary("perf.txt")
        self.run(["perf", "record", "-q", "-F", str(RATE), "-g", "-o", data, "chroot", self.options.debian, "env", "PYTHONPATH=/srv/site",
                  "python3.15", "-X", "perf", *self.drive(program)], stderr=subprocess.DEVNULL)
        for names in glob.glob(os.path.join(self.options.debian, "tmp/perf-*.map")):
            shutil.move(names, os.path.join("/tmp", os.path.basename(names)))
        with open(out, "w", encoding="utf-8") as file:
            subprocess.run(["perf", "script", "-i", data], check=True, stdout=file, stderr=subprocess.DEVNULL)
        yield out


def prepare(options):
    shutil.rmtree(APP, ignore_errors=True)
    os.makedirs(APP)
    for name in ["drive.py", "drive_lines.py", "drive_pyroscope.py"]:
        shutil.copy(os.path.join(HERE, name), APP)
    shutil.copytree(os.path.join(REPOSITORY, "samples"), os.path.join(APP, "samples"))
    for name in ["raytrace", "hexiom", "richards"]:
        shutil.copytree(os.path.join(options.pyperformance, f"bm_{name}"), os.path.join(APP, "pyperformance", f"bm_{name}"))
    inside = options.debian + APP
    shutil.rmtree(inside, ignore_errors=True)
    shutil.copytree(APP, inside)


def without_machine_paths(data, options):
    """Paths of the interpreter and the tools become others of the same length, since binary formats hold lengths."""
    for path in [os.path.dirname(options.tools.rstrip("/")), sys.base_prefix]:
        data = data.replace(path.encode(), b"/opt/python".ljust(len(path), b"-")[: len(path)])
    return data


def leave_only_data(page):
    """Cuts the page's own scripts and styles, which are large and not ours, out of it."""
    with open(page, encoding="utf-8") as file:
        lines = file.read().split("\n")
    kept = [line for line in lines[:20] if "<!doctype" in line.lower() or "<title>" in line]
    with open(page, "w", encoding="utf-8") as file:
        file.write("\n".join([*kept, "<script>", *(line for line in lines if line.startswith("const EMBEDDED_DATA")), "</script>", ""]))


def keep(path, program, options):
    with open(path, "rb") as file:
        data = without_machine_paths(file.read(), options)
    folder = os.path.join(FIXTURES, program)
    os.makedirs(folder, exist_ok=True)
    name = os.path.basename(path)
    for old in glob.glob(os.path.join(folder, name + "*")):
        os.remove(old)
    # pprof is gzipped by all who write it.
    if len(data) > 24_000 or name.endswith(".pb"):
        name, data = name + ".gz", gzip.compress(data, mtime=0)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


SMALL_PROGRAM = """
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

class Shop(object):
    def total(self):
        return sum(sorted(fibonacci(each) for each in range(9)))

Shop().total()
"""


def make_pstats_versions(pythons):
    """How marshal writes has changed with Python; see Python/marshal.c. Each as cProfile and as the older profile writes it."""
    folder = os.path.join(FIXTURES, "pstats-versions")
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        script = os.path.join(work, "small.py")
        with open(script, "w") as file:
            file.write(SMALL_PROGRAM)
        for python in pythons:
            version = subprocess.check_output([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], text=True).strip()
            for profiler in ["cProfile", "profile"]:
                out = os.path.join(folder, f"{profiler.lower()}-{version}.pstats")
                subprocess.run([python, "-m", profiler, "-o", out, "small.py"], cwd=work, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ["pyperformance", "tools", "austin3", "austin4", "debian"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--pythons", nargs="*", default=[], help="make only pstats files of a few lines, by these interpreters")
    parser.add_argument("--programs", nargs="*", default=PROGRAMS)
    parser.add_argument("formats", nargs="*")
    options = parser.parse_args()
    if options.pythons:
        make_pstats_versions(options.pythons)
        return
    prepare(options)
    maker = Maker(options)
    formats = options.formats or [name for name in vars(Maker) if name not in ("run", "tool", "drive", "temporary") and not name.startswith("_")]
    for program in options.programs:
        for form in formats:
            for path in getattr(maker, form)(program):
                keep(path, program, options)


if __name__ == "__main__":
    main()
