"""Starts the program of a recording and writes down how it ended, because samplers keep its exit status to themselves.

    run_program.py child  STATUS [OPTIONS] -- PROGRAM ARGUMENTS...
    run_program.py inside STATUS [OPTIONS] [--cprofile FILE] [--stop-file FILE] -- (-m MODULE | -c CODE | SCRIPT) ARGUMENTS...

    --stdout FD, --stderr FD   what the program writes to, so that the sampler's own words stay apart
    --go FD                    wait until a byte comes there: the sampler is watching

`child` starts it as a process of its own, for what is no Python program. `inside` runs it in this process as `__main__`. STATUS gets lines: `pid N`, then `exit N`, `signal N` or
`failed REASON`. Python 3.6 or newer, and no import that is not needed: what this file does is in the recording too.
"""
import os
import sys


def main(arguments):
    mode, status = arguments[0], arguments[1]
    split = arguments.index("--")
    options = dict(zip(arguments[2:split:2], arguments[3:split:2]))
    command = arguments[split + 1 :]
    streams = {1: options.get("--stdout"), 2: options.get("--stderr")}
    if "--go" in options:
        wait_for(int(options["--go"]))
    if mode == "child":
        return run_child(command, status, streams)
    redirect(streams)
    rebuffer()
    return run_inside(command, status, options.get("--cprofile"), options.get("--stop-file"))


def write(status, line):
    with open(status, "a") as file:
        file.write(line + "\n")


def wait_for(descriptor):
    import select

    try:
        select.select([descriptor], [], [], 5)
        os.close(descriptor)
    except (OSError, ValueError):
        pass  # The command line was repeated by hand: nobody says go.


def run_child(command, status, streams):
    import signal

    # Ctrl-C is for the program; this process stays to see its end. A handler, unlike ignoring, is not inherited.
    signal.signal(signal.SIGINT, lambda *_: None)
    if os.name == "nt":
        return run_child_windows(command, status)
    pid = os.fork()
    if pid == 0:
        try:
            redirect(streams)
            os.execvp(command[0], command)
        except OSError as error:
            write(status, "failed %s: %s" % (command[0], error.strerror))
        finally:
            os._exit(127)
    write(status, "pid %d" % pid)
    _, wait_status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(wait_status):
        write(status, "signal %d" % os.WTERMSIG(wait_status))
        return 128 + os.WTERMSIG(wait_status)
    write(status, "exit %d" % os.WEXITSTATUS(wait_status))
    return os.WEXITSTATUS(wait_status)


def redirect(streams):
    for standard, descriptor in streams.items():
        if descriptor is None:
            continue
        try:
            os.dup2(int(descriptor), standard)
            os.close(int(descriptor))
        except OSError:
            pass  # The command line was repeated by hand: the stream is the right one already.


def rebuffer():
    """Standard output was set up for the sampler's; the program's may be a terminal."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(line_buffering=os.isatty(1))


def run_child_windows(command, status):
    import subprocess

    try:
        process = subprocess.Popen(command)
    except OSError as error:
        write(status, "failed %s: %s" % (command[0], error.strerror))
        return 127
    write(status, "pid %d" % process.pid)
    while True:
        try:
            code = process.wait()
            break
        except KeyboardInterrupt:
            pass
    write(status, "exit %d" % code)
    return code


def run_inside(command, status, profile, stop_file):
    write(status, "pid %d" % os.getpid())
    if stop_file is not None:
        watch(stop_file)
    if not getattr(sys.flags, "safe_path", False):
        sys.path.pop(0)  # The folder of this file; the program's own takes its place.
    start = prepare(command)
    code = execute(start, profile)
    write(status, "exit %d" % code)
    flush()
    return code


def watch(stop_file):
    """Where no signal can be sent, the wish to stop is a file."""
    import _thread
    import time

    def wait():
        while not os.path.exists(stop_file):
            time.sleep(0.2)
        _thread.interrupt_main()

    _thread.start_new_thread(wait, ())


def prepare(command):
    """What runs the program, as Python itself would do it for these arguments."""
    safe = getattr(sys.flags, "safe_path", False)
    if command[0] == "-m":
        import runpy

        module = command[1]
        sys.argv[:] = command[1:]
        if not safe:
            sys.path.insert(0, os.getcwd())
        return lambda: runpy.run_module(module, run_name="__main__", alter_sys=True)
    if command[0] == "-c":
        sys.argv[:] = ["-c"] + command[2:]
        if not safe:
            sys.path.insert(0, "")
        return as_main(compile(command[1], "<string>", "exec"), None)
    script = command[0]
    sys.argv[:] = command
    if os.path.isdir(script) or script.endswith((".zip", ".pyz")):
        import runpy

        return lambda: runpy.run_path(script, run_name="__main__")
    if not safe:
        sys.path.insert(0, os.path.dirname(os.path.realpath(script)))
    with open(script, "rb") as file:
        source = file.read()
    return lambda: as_main(compile(source, script, "exec"), script)()


def as_main(code, file):
    module = type(sys)("__main__")
    module.__dict__.update(__builtins__=__builtins__, __file__=file, __cached__=None, __spec__=None)
    if file is None:
        del module.__dict__["__file__"]
    sys.modules["__main__"] = module
    return lambda: exec(code, module.__dict__)


def execute(start, profile):
    """Runs it and gives the exit status that Python would have given."""
    profiler = None
    if profile is not None:
        import cProfile

        profiler = cProfile.Profile()
    try:
        if profiler is not None:
            profiler.enable()
        start()
        return 0
    except SystemExit as end:
        return status_of(end.code)
    except BaseException as error:
        show(error)
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    finally:
        if profiler is not None:
            save(profiler, profile)


def save(profiler, profile):
    import signal

    profiler.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # A second Ctrl-C must not leave half a file.
    profiler.dump_stats(profile)


def status_of(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def show(error):
    """The traceback without the frames of this file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    sys.excepthook(type(error), error.with_traceback(trace), trace)


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
