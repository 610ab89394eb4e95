"""Brings the code of a WebAssembly file into the form that web/code_form.h describes and undoes."""

CODE_SECTION = 10
BLOCK, ALIGNED, LOCAL_FIRST, LOCAL_COUNT = 6, 9, 0xFB, 48
RESERVED = {6, 7, 8, 9} | set(range(LOCAL_FIRST - LOCAL_COUNT + 1, LOCAL_FIRST + 1))
NATURAL = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2]
# What follows an instruction: n a number, T a table of them, 1, 4 and 8 so many bytes.
FOLLOWS = {0x0C: "n", 0x0D: "n", 0x0E: "T", 0x11: "nn", 0x23: "n", 0x24: "n", 0x3F: "1", 0x40: "1", 0x43: "4", 0x44: "8"}


def encoded(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


class Code:
    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def raw_number(self) -> bytes:
        begin = self.at
        while self.byte() > 127:
            pass
        return self.data[begin:self.at]

    def number(self) -> int:
        return sum((byte & 127) << 7 * place for place, byte in enumerate(self.raw_number()))

    def turned(self) -> bytes:
        bits = [byte & 127 for byte in reversed(self.raw_number())]
        return bytes([*(byte | 128 for byte in bits[:-1]), bits[-1]])

    def take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count:self.at]


def after_prefixed(prefix: int, op: int) -> str:
    if prefix == 0xFC:
        return "nn" if op in (8, 10, 12, 14) else "n" if 9 <= op <= 17 else ""
    if op <= 11 or op in (92, 93):
        return "nn"
    return "V" if op in (12, 13) else "1" if 21 <= op <= 34 else "nn1" if 84 <= op <= 91 else ""


def followed(code: Code, what: str) -> bytes:
    out = bytearray()
    for each in what:
        if each == "n":
            out += code.raw_number()
        elif each == "T":
            count = code.number()
            out += encoded(count)
            for _ in range(count + 1):
                out += code.raw_number()
        else:
            out += code.take(16 if each == "V" else int(each))
    return bytes(out)


def rank_of(used: list[int], local: int) -> int:
    """As web/code_form.h counts; `local` becomes the last used."""
    if local in used:
        rank = used.index(local)
        used.pop(rank)
    else:
        rank = len(used) + local - sum(1 for other in used if other < local)
    used.insert(0, local)
    return rank


def instruction(code: Code, used: list[int]) -> bytes:
    op = code.byte()
    if op in RESERVED:
        raise SystemExit(f"code_form: instruction {op:#x} is new to the compiler: choose other bytes")
    if 0x20 <= op <= 0x22:
        rank = rank_of(used, code.number())
        return bytes([LOCAL_FIRST - rank]) if op == 0x20 and rank < LOCAL_COUNT else bytes([op]) + encoded(rank)
    if 0x28 <= op <= 0x3E:
        alignment = code.byte()
        return (bytes([op]) if alignment == NATURAL[op - 0x28] else bytes([ALIGNED, op, alignment])) + code.turned()
    if 2 <= op <= 4:
        kind = code.raw_number()
        return bytes([BLOCK + op - 2]) if kind == b"\x40" else bytes([op]) + kind
    if op in (0x10, 0x41, 0x42):
        return bytes([op]) + code.turned()
    if op in (0xFC, 0xFD):
        begin = code.at
        second = code.number()
        return bytes([op]) + code.data[begin:code.at] + followed(code, after_prefixed(op, second))
    return bytes([op]) + followed(code, FOLLOWS.get(op, ""))


def formed(program: bytes) -> bytes:
    """The lengths of four parts (four bytes each, little endian) and of the program, and the parts: what stands before the
    functions, the locals' declarations, the instructions, what stands after."""
    section = Code(program)
    section.at = 8
    while (kind := section.byte()) != CODE_SECTION:
        section.take(section.number())
    end = section.number() + section.at
    functions = section.number()
    begin = section.at
    declared, instructions = bytearray(encoded(functions)), bytearray()
    for _ in range(functions):
        size_bytes = section.raw_number()
        size = Code(size_bytes).number()
        assert size_bytes == encoded(size), "a size that is longer than it need be"
        code = Code(section.take(size))
        start = code.at
        for _ in range(code.number()):
            code.number()
            code.byte()
        declared += code.data[start:code.at]
        used: list[int] = []
        while code.at < size:
            instructions += instruction(code, used)
    assert section.at == end, "the code section has more than functions"
    return joined(program[:begin], bytes(declared), bytes(instructions), program[end:], len(program))


def joined(before: bytes, declared: bytes, instructions: bytes, after: bytes, size: int) -> bytes:
    parts = (before, declared, instructions, after)
    return b"".join(length.to_bytes(4, "little") for length in (*map(len, parts), size)) + b"".join(parts)


def plain(data: bytes) -> bytes:
    return joined(data, encoded(0), b"", b"", len(data))
