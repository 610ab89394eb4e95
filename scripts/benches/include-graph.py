#!/usr/bin/env python3
"""What the pure core includes: scripts/bench include-graph [ROOM ...], by default the rooms of the judgement core.

For each room the other rooms and the library headers that its files reach, directly or through what they include, and
whether any of them is an interface, the browser, JSON, a file or a clock. Exits 1 if so.
"""
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src"
FORBIDDEN = re.compile(r"imgui|emscripten|GLES|nlohmann|json|^(fstream|filesystem|iostream|chrono|ctime|time\.h|thread|random|cstdio|stdio\.h)$")


def includes_of(path: pathlib.Path) -> list[str]:
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', path.read_text(), re.M)


def reached_from(room: str) -> tuple[set[str], set[str]]:
    rooms, libraries, seen = set(), set(), set()
    waiting = [p for p in (SOURCE / room).iterdir() if p.suffix in {".cpp", ".hpp", ".def"}]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for header in includes_of(path):
            if (SOURCE / header).is_file():
                rooms.add(header.split("/")[0])
                waiting.append(SOURCE / header)
            else:
                libraries.add(header)
    return rooms - {room}, libraries


found = 0
for room in sys.argv[1:] or [r for r in ("people", "judgement", "network") if (SOURCE / r).is_dir()]:
    rooms, libraries = reached_from(room)
    forbidden = sorted(h for h in libraries if FORBIDDEN.search(h))
    found += len(forbidden)
    print(f"{room} -> {', '.join(sorted(rooms)) or 'nothing'}")
    print(f"    library headers: {', '.join(sorted(libraries))}")
    print(f"    interface, browser, JSON, file or clock: {', '.join(forbidden) or 'none'}")
sys.exit(1 if found else 0)
