#!/usr/bin/env python3
"""Prints apt source stanzas for other Debian suites on the archive that this machine already uses.

    archive_sources.py SUITE:TYPE...        for example trixie:deb forky:deb-src

The address of the archive and its key come from the machine's own apt sources, whatever mirror or proxy they name;
only the suite is changed. Both forms are read: one-line (sources.list) and deb822 (*.sources).
"""
import pathlib
import re
import sys

APT = pathlib.Path("/etc/apt")


def own_codename() -> str:
    for line in pathlib.Path("/etc/os-release").read_text().splitlines():
        if line.startswith("VERSION_CODENAME="):
            return line.split("=", 1)[1].strip('"')
    return "stable"


def one_line_entries(path: pathlib.Path):
    """Yields (uri, suites, options) of each `deb` line."""
    for line in path.read_text(errors="replace").splitlines():
        match = re.match(r"\s*deb\s+(?:\[(?P<options>[^]]*)\]\s+)?(?P<uri>\S+)\s+(?P<suite>\S+)\s+\S", line)
        if match:
            options = dict(pair.split("=", 1) for pair in (match["options"] or "").split() if "=" in pair)
            yield match["uri"], [match["suite"]], {key.lower(): value for key, value in options.items()}


def deb822_entries(path: pathlib.Path):
    """Yields (uri, suites, options) of each stanza with `Types: deb`; multi-line fields keep their lines."""
    text = "\n".join(l for l in path.read_text(errors="replace").splitlines() if not l.startswith("#"))
    for stanza in re.split(r"\n\s*\n", text):
        fields, name = {}, None
        for line in stanza.splitlines():
            if line[:1].isspace() and name:
                fields[name] += "\n" + line
            elif ":" in line:
                name, value = line.split(":", 1)
                name = name.strip().lower()
                fields[name] = value.strip()
        if "deb" in fields.get("types", "").split() and fields.get("enabled", "yes").lower() not in ("no", "false"):
            for uri in fields.get("uris", "").split():
                yield uri, fields.get("suites", "").split(), fields


def main() -> int:
    wanted = [argument.split(":") for argument in sys.argv[1:]]
    own = {own_codename(), "stable", "oldstable"}
    entries = []
    for path in [APT / "sources.list", *sorted((APT / "sources.list.d").glob("*"))]:
        if path.suffix == ".list" and path.is_file():
            entries += one_line_entries(path)
        elif path.suffix == ".sources" and path.is_file():
            entries += deb822_entries(path)
    stanzas = []
    for uri, suites, options in entries:
        if own.isdisjoint(suites):
            continue
        for suite, kind in wanted:
            stanza = f"Types: {kind}\nURIs: {uri}\nSuites: {suite}\nComponents: main\n"
            for key, name in (("signed-by", "Signed-By"), ("trusted", "Trusted")):
                if key in options:
                    stanza += f"{name}: {options[key]}\n"
            if stanza not in stanzas:
                stanzas.append(stanza)
    if not stanzas:
        print("setup: no Debian archive in /etc/apt for this release; nothing to take other suites from", file=sys.stderr)
        return 1
    print("\n".join(stanzas))
    return 0


if __name__ == "__main__":
    sys.exit(main())
