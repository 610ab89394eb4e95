#!/usr/bin/env python3
"""Builds and runs the tests step by step; scripts/test calls it once everything is fetched.

Each step writes its whole output to build/test-logs/STEP.log and one line to the screen; of a failure the end of the
log is shown too. A test program that ran no test counts as a failure.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable

TOP = pathlib.Path(__file__).resolve().parent.parent
LOGS = TOP / "build/test-logs"
FUZZ_SECONDS = int(os.environ.get("DISCERN_FUZZ_SECONDS", "20"))


class Tally:
    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0

    def add(self, passed: int, failed: int, skipped: int = 0) -> None:
        self.passed, self.failed, self.skipped = self.passed + passed, self.failed + failed, self.skipped + skipped


def run(name: str, command: list[str], **environment: str) -> tuple[int, str]:
    """Runs a command from the top folder; its output goes to the log of that name. Returns exit code and output."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{name}.log"
    with log.open("w") as out:
        code = subprocess.run(command, cwd=TOP, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                              env={**os.environ, **environment}).returncode
    return code, log.read_text(errors="replace")


def end_of(output: str, lines: int = 40) -> str:
    """Without ninja's progress lines, which say nothing of what went wrong."""
    kept = [line for line in output.splitlines() if not re.match(r"\[\d+/\d+\] (Building|Linking)", line)]
    return "\n".join("    " + line for line in kept[-lines:])


def what_failed(output: str, most: int = 120) -> str:
    """Each failed test with what it says of itself: the end of the log is often about tests that passed."""
    lines, kept, left = output.splitlines(), [], 0
    for line in lines:
        if re.search(r"Failure$|^ *not ok|ERROR: |runtime error", line):
            left = 18  # the lines that follow say what was expected and where
        elif re.match(r" *ok \d|\[ +(OK|RUN) ", line):
            left = 0
        if left > 0:
            left -= 1
            kept.append("    " + line)
    return "\n".join(kept[:most])


def gtest_counts(output: str) -> tuple[int, int, int]:
    """(passed, failed, skipped) as GoogleTest (or reference_tests) printed them, all 0 if it did not get to its end."""
    if references := re.search(r"^(\d+) cases agree, (\d+) do not$", output, re.M):
        return int(references[1]), int(references[2]), 0
    def number(pattern: str) -> int:
        match = re.search(pattern, output, re.M)
        return int(match[1]) if match else 0
    if not re.search(r"^\[==========\] \d+ tests? from .* ran\.", output, re.M):
        return 0, 0, 0
    return (number(r"^\[  PASSED  \] (\d+) test"), number(r"^\[  FAILED  \] (\d+) test"),
            number(r"^\[  SKIPPED \] (\d+) test"))


def tap_counts(output: str) -> tuple[int, int, int]:
    """(passed, failed, skipped) of Node's test runner."""
    def number(word: str) -> int:
        return int((re.findall(rf"^# {word} (\d+)", output, re.M) or ["0"])[-1])
    return number("pass"), number("fail"), number("skipped")


one_at_a_time = threading.Lock()


def report(name: str, started: float, counts: tuple[int, int, int], code: int, output: str, tally: Tally) -> None:
    with one_at_a_time:
        report_alone(name, started, counts, code, output, tally)


def report_alone(name: str, started: float, counts: tuple[int, int, int], code: int, output: str, tally: Tally) -> None:
    passed, failed, skipped = counts
    if passed + failed == 0 or (code != 0 and failed == 0):  # ran nothing, or broke outside a test
        failed += 1
    tally.add(passed, failed, skipped)
    print(f"{'ok  ' if not failed else 'FAIL'} {name:<24} {passed:>5} passed {failed:>3} failed"
          f"{f' {skipped} skipped' if skipped else ''}  {time.monotonic() - started:6.1f} s", flush=True)
    if failed:
        print(what_failed(output))
        print(end_of(output), flush=True)


def built(name: str, preset: str, targets: list[str], tally: Tally) -> bool:
    started = time.monotonic()
    code, output = run(f"build-{name}", ["scripts/build", preset, *targets])
    print(f"{'ok  ' if code == 0 else 'FAIL'} {'build ' + name:<24} {'':>27}  {time.monotonic() - started:6.1f} s", flush=True)
    if code != 0:
        tally.add(0, 1)
        print(end_of(output, 60), flush=True)
    return code == 0


# ---- the steps ------------------------------------------------------------------------------------------------------

def step_layers(tally: Tally) -> None:
    started = time.monotonic()
    code, output = run("layers", ["scripts/check-layers"])
    report("layers", started, (1, 0, 0) if code == 0 else (0, 1, 0), code, output, tally)


def run_programs(kind: str, programs: list[pathlib.Path], launcher: list[str], tally: Tally, **environment: str) -> None:
    """Every *_tests program of a build folder."""
    if not programs:
        print(f"FAIL {kind}: no test program was built")
        tally.add(0, 1)
    def run_one(program: pathlib.Path) -> None:
        started = time.monotonic()
        code, output = run(f"{kind}-{program.stem}", [*launcher, str(program)], **environment)
        report(f"{kind} {program.stem}", started, gtest_counts(output), code, output, tally)

    side_by_side(run_one, programs)


def side_by_side(run_one: Callable[[pathlib.Path], None], programs: list[pathlib.Path]) -> None:
    """As many at a time as there are processors."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(run_one, programs))


def programs_in(folder: str, suffix: str = "") -> list[pathlib.Path]:
    return sorted(p for p in (TOP / folder).glob(f"*_tests{suffix}") if p.is_file())


def step_native(tally: Tally) -> None:
    if built("native", "native", ["all", "headers_alone"], tally):
        run_programs("native", programs_in("build/native"), [], tally)


def step_web(tally: Tally) -> None:
    if built("web", "web", [], tally):
        run_programs("wasm", programs_in("build/web-work", ".js"), ["node"], tally)


SANITIZERS = {"ASAN_OPTIONS": "detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1",
              "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
              "ASAN_SYMBOLIZER_PATH": str(TOP / "build/toolchain/root/usr/lib/llvm-19/bin/llvm-symbolizer")}


def has_new_clang() -> bool:
    """The clang of build/toolchain, or one of the host's own that is as new (see scripts/cmake/clang.cmake)."""
    if (TOP / "build/toolchain/root/usr/lib/llvm-19/bin/clang++").exists():
        return True
    version = subprocess.run(["clang++", "-dumpversion"], capture_output=True, text=True).stdout if shutil.which("clang++") else ""
    return version.split(".")[0].isdigit() and int(version.split(".")[0]) >= 19


def step_asan(tally: Tally) -> None:
    """The tests with sanitizers and a short run of each fuzz target, long enough to see that it still stands. One build
    does both; without a new clang g++ builds the tests alone."""
    if not has_new_clang():
        print("     no clang 19: the fuzz targets are left out")
        tally.add(0, 0, 1)
        if built("asan", "asan", ["tests"], tally):
            run_programs("asan", programs_in("build/native-asan"), [], tally, **SANITIZERS)
        return
    if not built("asan", "fuzz", ["tests", "fuzzers"], tally):
        return
    run_programs("asan", programs_in("build/fuzz"), [], tally, **SANITIZERS)
    fuzzers = sorted(p for p in (TOP / "build/fuzz").glob("fuzz_*") if p.is_file())
    side_by_side(lambda program: fuzz(program, tally), fuzzers)


def fuzz(program: pathlib.Path, tally: Tally) -> None:
    name = program.name.removeprefix("fuzz_")
    started = time.monotonic()
    corpus = TOP / "build/fuzz/corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    seeds = TOP / "tests/fuzz" / f"{name}_seeds"
    code, output = run(f"fuzz-{name}", [str(program), f"-max_total_time={FUZZ_SECONDS}", "-timeout=10", "-seed=1",
                       "-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={LOGS}/", "-verbosity=0",
                       str(corpus), *([str(seeds)] if seeds.is_dir() else [])], **SANITIZERS)
    runs = re.search(r"number_of_executed_units: (\d+)", output)
    good = code == 0 and runs is not None and int(runs[1]) > 0
    report(f"fuzz {name}", started, (1, 0, 0) if good else (0, 1, 0), code, output, tally)


def step_page(tally: Tally) -> None:
    """JavaScript on its own (tests/web), then the built page in Chromium (tests/browser)."""
    for name, folder in (("web scripts", "tests/web"), ("browser", "tests/browser")):
        # Not what lies deeper: tests/browser/firefox needs a browser that only `scripts/setup --firefox` brings.
        tests = sorted(str(p) for p in (TOP / folder).glob("*.test.mjs"))
        if not tests or (name == "browser" and not built("page", "web", ["sites"], tally)):
            continue
        started = time.monotonic()
        # One test file at a time: two software-rendered browsers on two cores only slow each other down.
        concurrency = ["--test-concurrency=1"] if node_has_concurrency() else []
        code, output = run(name.replace(" ", "-"), ["node", "--test", "--test-reporter=tap", *concurrency, *tests],
                           **modules_for_old_node())
        report(name, started, tap_counts(output), code, output, tally)


def node_major() -> int:
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    return int(re.match(r"v(\d+)", version)[1]) if version else 0


def node_has_concurrency() -> bool:
    return node_major() >= 20


def modules_for_old_node() -> dict[str, str]:
    """Browsers take web/host/*.js as modules; Node 18 does so only when told."""
    return {"NODE_OPTIONS": "--experimental-default-type=module"} if node_major() < 20 else {}


STEPS = {"layers": step_layers, "native": step_native, "web": step_web, "asan": step_asan, "page": step_page}


def main() -> int:
    asked = sys.argv[1:] or list(STEPS)
    tally, started = Tally(), time.monotonic()
    if asked == ["--quick"]:
        if built("native", "native", ["unit_tests"], tally):
            run_programs("native", [TOP / "build/native/unit_tests"], [], tally)
    else:
        for step in asked:
            if step not in STEPS:
                raise SystemExit(f"scripts/test: no step '{step}'; there are: {' '.join(STEPS)}")
            STEPS[step](tally)
    print(f"{time.monotonic() - started:.0f} s; logs in build/test-logs")
    print(f"{tally.passed} passed, {tally.failed} failed" + (f", {tally.skipped} skipped" if tally.skipped else ""))
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
