#!/usr/bin/env python3
"""Lays out build/web, the static folder that any web server can serve.

    site.py --web web --page LINKED --unpack UNPACK.wasm --words FOLDER --deps build/deps --out build/web --version V [--compress] [--stamp FILE]

The page's own scripts become one, boot.js, and styles and Emscripten's glue lose what only people read (esbuild). At the
top stand index.html, the service worker, the manifest, the icon, the licences of what is shipped and build.json
(the version and, for each file, its bytes and the start of its SHA-256). All else, scripts and WebAssembly, stands in a
folder named after its content, app-<hash>: a page never mixes two builds, and caches may keep the folder for ever.
The program is packed with LZMA, app.wasm.lzma, its code in a form that makes it a third less than gzip would
(code_form.py); web/host/unpack.js undoes both with unpack.wasm.
Only files that differ are written; what is no longer part of the page is removed. With --compress each larger file
also gets a .gz and, where brotli is installed, a .br beside it, for servers that send these.
"""
import argparse
import gzip
import hashlib
import json
import lzma
import pathlib
import shutil
import subprocess

from code_form import formed, plain

LICENSES = {
    "imgui": "imgui/LICENSE.txt", "zlib": "zlib/LICENSE", "utf8proc": "utf8proc/LICENSE.md", "rapidfuzz": "rapidfuzz/copyright",
    "json": "json/copyright", "fmt": "fmt/copyright", "inter": "fonts/Inter-LICENSE.txt", "lucide": "fonts/lucide-LICENSE.txt",
}
SHRUNK_BY = "esbuild"
COMPRESSED = {".wasm", ".mjs", ".js", ".css", ".html", ".json", ".svg", ".webmanifest"}
# lc 4 because most of it is code and text of many bytes; web/unpack.c has room for just that.
LZMA = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 22, "lc": 4, "lp": 0, "pb": 0, "mode": lzma.MODE_NORMAL,
        "mf": lzma.MF_BT4, "nice_len": 273, "depth": 1000}

# What has to keep its address from build to build.
NOT_SERVED = {"host_library.js", "unpack.c", "code_form.h", "preview.png"}  # compiled; the README's picture
AT_THE_TOP = {"index.html", "service_worker.js", "manifest.webmanifest", "icon.svg"}


def shrunk(*arguments: str, text: bytes | None = None) -> bytes:
    if not shutil.which(SHRUNK_BY):
        raise SystemExit("site.py: esbuild is missing (scripts/setup installs it)")
    command = [SHRUNK_BY, "--minify", "--target=es2022", "--log-level=warning", *arguments]
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True).stdout


def glue(path: pathlib.Path) -> bytes:
    """Emscripten's part. Its factory must stand alone, because workers get it as text; it asks only for its own address,
    which it would need if it loaded the WebAssembly by itself."""
    text = path.read_text().replace("var _scriptName = import.meta.url;", "").replace("_scriptName", '""')
    return shrunk("--format=esm", "--loader=js", text=text.encode())


def packed(data: bytes) -> bytes:
    """LZMA's five property bytes, the unpacked size in four (little endian), then what lzma calls raw."""
    properties = bytes([(LZMA["pb"] * 5 + LZMA["lp"]) * 9 + LZMA["lc"]]) + LZMA["dict_size"].to_bytes(4, "little")
    raw = lzma.compress(data, format=lzma.FORMAT_RAW, filters=[LZMA])
    assert lzma.decompress(raw, format=lzma.FORMAT_RAW, filters=[LZMA]) == data
    return properties + len(data).to_bytes(4, "little") + raw


def page_files(options: argparse.Namespace) -> dict[str, bytes]:
    web = options.web
    files = {path.relative_to(web).as_posix(): path.read_bytes()
             for path in sorted(web.iterdir()) if path.is_file() and path.name not in NOT_SERVED}
    files["boot.js"] = shrunk(str(web / "boot.js"), "--bundle", "--format=esm", "--external:./app.mjs")
    for name in ("style.css", "service_worker.js"):
        files[name] = shrunk(str(web / name))
    files["app.mjs"] = glue(options.page / "app.mjs")
    files["app.wasm.lzma"] = packed(formed((options.page / "app.wasm").read_bytes()))
    for path in sorted(options.words.glob("words-*.json")):  # one of these is fetched by who speaks that language
        files[f"{path.name}.lzma"] = packed(plain(path.read_bytes()))
    files["unpack.wasm"] = options.unpack.read_bytes()
    for name, path in LICENSES.items():
        files[f"licenses/{name}.txt"] = (options.deps / path).read_bytes()
    digest = lambda data: hashlib.sha256(data).hexdigest()[:16]
    whole = hashlib.sha256(json.dumps({name: digest(data) for name, data in files.items()}, sort_keys=True).encode()).hexdigest()[:12]
    folder = f"app-{whole}"
    moved = {name for name in files if name not in AT_THE_TOP and not name.startswith("licenses/")}
    index = files["index.html"].decode()
    for name in moved:
        index = index.replace(f'"./{name}"', f'"./{folder}/{name}"')
    # How much there is to load: what the progress bar counts up to.
    index = index.replace('<progress id="progress" max="1"', f'<progress id="progress" max="{len(files["app.wasm.lzma"])}"')
    files["index.html"] = index.encode()
    files = {f"{folder}/{name}" if name in moved else name: data for name, data in files.items()}
    listed = {name: {"bytes": len(data), "sha256": digest(data)} for name, data in files.items()}
    manifest = {"version": options.version, "build": whole, "folder": folder, "files": listed}
    files["build.json"] = (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode()
    return files


def compressed(files: dict[str, bytes]) -> dict[str, bytes]:
    result = {}
    for name, data in files.items():
        if pathlib.Path(name).suffix in COMPRESSED and len(data) > 1024:
            result[name + ".gz"] = gzip.compress(data, 9, mtime=0)
            if shutil.which("brotli"):
                result[name + ".br"] = subprocess.run(["brotli", "-q", "11", "-c"], input=data, stdout=subprocess.PIPE,
                                                      check=True).stdout
    return result


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("web", "page", "unpack", "words", "deps", "out"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--compress", action="store_true")
    parser.add_argument("--stamp", type=pathlib.Path)
    options = parser.parse_args()

    files = page_files(options)
    if options.compress:
        files |= compressed(files)
    for name, data in files.items():
        target = options.out / name
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    for path in sorted(options.out.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(options.out).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    if options.stamp:
        options.stamp.touch()


if __name__ == "__main__":
    main()
