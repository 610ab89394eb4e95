#!/usr/bin/env python3
"""Cuts Inter and Lucide down to what Discern draws.

    fonts.py INTER_PACKAGE LUCIDE_PACKAGE ICON_LIST OUT_FOLDER

Dear ImGui's rasteriser reads no variable axes and applies no OpenType features, so what it should show has to stand in
the plain character map: digits are pointed at their tabular forms, layout tables are dropped. Icons keep their names
but move to U+E000 and up, one after the other; what comes after the last one is free for other private use.

Writes Inter-Regular.ttf, Inter-SemiBold.ttf, lucide.ttf, icons.hpp (constants with the UTF-8 of each icon),
icons.json (name to code point) and the licence texts.
"""
import json
import logging
import pathlib
import shutil
import sys
import unicodedata

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

FIRST_ICON = 0xE000

# What Inter draws: European languages in Latin letters, Vietnamese, and the marks of the interface. All other letters
# come from the browser's own fonts (src/platform/canvas_font.cpp), and every one left out makes the download smaller.
TEXT_RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x017F), (0x018F, 0x018F), (0x01A0, 0x01A1), (0x01AF, 0x01B0), (0x0218, 0x021B), (0x0259, 0x0259),
    (0x02BC, 0x02BC), (0x02C6, 0x02C7), (0x02D8, 0x02DD), (0x0300, 0x0304), (0x0306, 0x030C), (0x0323, 0x0323),
    (0x0327, 0x0328), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2010, 0x2015), (0x2018, 0x201E),
    (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044),
    (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2199), (0x21E7, 0x21E7), (0x2212, 0x2212),
    (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x2318, 0x2318), (0x2325, 0x2325), (0x23CE, 0x23CE),
    (0x25CB, 0x25CB), (0x25CF, 0x25CF), (0x2605, 0x2606), (0x2713, 0x2713), (0x2717, 0x2717), (0xFFFD, 0xFFFD),
]
MUST_HAVE = "·…–—“”‘’←→↑↓↗✓‹›•×−«»€£°½ẞßęłőșțğıİñÅéệư"
# The square of a letter and of an icon: finer steps nobody sees and everybody downloads.
TEXT_UNITS = 1024
ICON_UNITS = 240

Contour = tuple[tuple[tuple[int, int], ...], bytes]  # points, and which of them the line goes through


def tabular_digits(font: TTFont) -> None:
    """Points 0 to 9 of the character map at the glyphs that the `tnum` feature would give."""
    gsub = font["GSUB"].table
    substitutes: dict[str, str] = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    substitutes.update(getattr(table, "mapping", {}))
    digits = {code: substitutes[font.getBestCmap()[code]] for code in range(ord("0"), ord("9") + 1)}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(digits)
    widths = {font["hmtx"][name][0] for name in digits.values()}
    assert len(widths) == 1, "tabular digits must share one width"


def cut(font: TTFont, codes: list[int]) -> None:
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.legacy_kern = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    options.desubroutinize = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "meta", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)


def with_quadratic_outlines(font: TTFont) -> None:
    """Turns CFF outlines into TrueType ones, which the rasteriser reads faster."""
    glyph_set, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyph_set[name].draw(Cu2QuPen(pen, max_err=font["head"].unitsPerEm / 1000, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    for name in order:
        glyphs[name].recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyphs[name], "xMin", 0))
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    maxp.numGlyphs = len(order)
    maxp.compile(font)
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def contours(font: TTFont, name: str) -> list[Contour]:
    glyph = font["glyf"][name]
    if glyph.numberOfContours <= 0:
        return []
    points, ends, flags = glyph.getCoordinates(font["glyf"])
    begins = [0, *(end + 1 for end in ends)]
    return [(tuple(points[begin:end]), bytes(flags[begin:end])) for begin, end in zip(begins, begins[1:])]


def shift(part: Contour, other: Contour) -> tuple[int, int] | None:
    """How far `other` lies from `part` when it is the same, but for one unit that rounding took."""
    (points, flags), (others, other_flags) = part, other
    if len(points) != len(others) or flags != other_flags:
        return None
    across, up = (round(sum(b[axis] - a[axis] for a, b in zip(points, others)) / len(points)) for axis in (0, 1))
    fits = all(abs(b[0] - a[0] - across) <= 1 and abs(b[1] - a[1] - up) <= 1 for a, b in zip(points, others))
    return (across, up) if fits else None


def found_in(part: list[Contour], whole: list[Contour]) -> tuple[tuple[int, int], list[Contour]] | None:
    """Where all of `part` stands in `whole`, and what is left of it then."""
    for start in whole if part else []:
        place = shift(part[0], start)
        if not place:
            continue
        left = list(whole)
        for contour in part:
            same = next((other for other in left if (at := shift(contour, other)) and max(abs(at[0] - place[0]), abs(at[1] - place[1])) <= 1), None)
            if not same:
                break
            left.remove(same)
        else:
            return place, left
    return None


def compose_accented_letters(font: TTFont) -> None:
    """Letters that are drawn as another with an accent refer to both instead of repeating them."""
    glyph_of = font.getBestCmap()
    outlines = {chr(code): contours(font, name) for code, name in glyph_of.items()}
    marks = sorted((letter for letter in outlines if unicodedata.category(letter) in {"Mn", "Sk", "Lm", "Po"}),
                   key=lambda letter: -len(outlines[letter]))
    composed: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    for letter, outline in outlines.items():
        apart = unicodedata.normalize("NFD", letter)
        bases = [unicodedata.normalize("NFC", apart[:length]) for length in range(len(apart) - 1, 0, -1)] + ["ı"] * (apart[0] == "i" != letter)
        for base in bases:
            place_and_rest = found_in(outlines.get(base, []), outline)
            parts = []
            while place_and_rest:
                place, rest = place_and_rest
                parts.append((glyph_of[ord(base)], place))
                if not rest:
                    composed[glyph_of[ord(letter)]] = parts
                    break
                base, place_and_rest = next(((mark, found) for mark in marks if (found := found_in(outlines[mark], rest))), ("", None))
            if glyph_of[ord(letter)] in composed:
                break
    for name, parts in composed.items():
        font["glyf"].glyphs[name] = glyph = Glyph()
        glyph.numberOfContours, glyph.components = -1, []
        for part, (across, up) in parts:
            component = GlyphComponent()
            component.glyphName, component.x, component.y, component.flags = part, across, up, 0
            glyph.components.append(component)
    for name in composed:
        font["glyf"][name].recalcBounds(font["glyf"])


def make_inter(package: pathlib.Path, weight: str, out: pathlib.Path) -> None:
    source = next(package.rglob(f"Inter-{weight}.otf"))
    font = TTFont(source, recalcTimestamp=False)
    missing = [c for c in MUST_HAVE if ord(c) not in font.getBestCmap()]
    assert not missing, f"{source.name} lacks {missing}"
    tabular_digits(font)
    cut(font, [code for first, last in TEXT_RANGES for code in range(first, last + 1)])
    with_quadratic_outlines(font)
    scale_upem(font, TEXT_UNITS)
    compose_accented_letters(font)
    font.save(out / f"Inter-{weight}.ttf")


def make_icons(package: pathlib.Path, names: list[str], out: pathlib.Path) -> dict[str, int]:
    known = json.loads((package / "font/codepoints.json").read_text())
    unknown = [name for name in names if name not in known]
    assert not unknown, f"Lucide has no {unknown}: name the nearest as `ours=theirs` in the icon list"
    font = TTFont(package / "font/lucide.ttf", recalcTimestamp=False)
    glyph_of = font.getBestCmap()
    codes = {name: FIRST_ICON + place for place, name in enumerate(names)}
    mapping = {codes[name]: glyph_of[known[name]] for name in names}
    font["cmap"].tables = [table for table in font["cmap"].tables if table.isUnicode() and table.format in (4, 12)]
    for table in font["cmap"].tables:
        table.cmap = dict(mapping)
    cut(font, list(mapping))
    scale_upem(font, ICON_UNITS)
    font.save(out / "lucide.ttf")
    return codes


def write_icon_names(codes: dict[str, int], out: pathlib.Path) -> None:
    (out / "icons.json").write_text(json.dumps(codes, indent=1) + "\n")
    lines = ["// Generated by scripts/fonts.py. The icons in lucide.ttf, as UTF-8 text to put into a label.",
             "#pragma once", "", "namespace discern::icon {", ""]
    for name, code in codes.items():
        escaped = "".join(f"\\x{byte:02x}" for byte in chr(code).encode())
        lines.append(f'inline constexpr const char* {name.replace("-", "_")} = "{escaped}";')
    lines += ["", f"inline constexpr unsigned first_code_point = {min(codes.values()):#x};",
              f"inline constexpr unsigned last_code_point = {max(codes.values()):#x};", "", "}  // namespace discern::icon", ""]
    (out / "icons.hpp").write_text("\n".join(lines))


def main() -> None:
    inter, lucide, icon_list, out = map(pathlib.Path, sys.argv[1:5])
    out.mkdir(parents=True)
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # Lucide's table of names has two spare bytes
    for weight in ("Regular", "SemiBold"):
        make_inter(inter, weight, out)
    names = [w for line in icon_list.read_text().splitlines() if not line.startswith("#") for w in line.split()]
    write_icon_names(make_icons(lucide, names, out), out)
    shutil.copy(next(inter.rglob("copyright")), out / "Inter-LICENSE.txt")
    shutil.copy(lucide / "LICENSE", out / "lucide-LICENSE.txt")


if __name__ == "__main__":
    main()
