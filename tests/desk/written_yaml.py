"""YAML as many hands write it: any indentation, quotation, folding, comments, line ends; made of chance by a seed."""

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

from generator.yamltext import quick_data

Option = TypeVar("Option")
WORDS = (
    "งาน",
    "ตรวจสอบ",
    "หนังสือ",
    "ก",
    "budget",
    "ที่",
    "สพท.",
    "รับ-ส่ง",
    "😀",
    "x",
    "ม.๒๒",
    "e-GP",
    "(ร่าง)",
    "ข้อ",
)
ODD = (
    "yes", "no", "on", "null", "~", "true", "1.0", "2566", "0x1F", "1_000", "1e3", "8:30", "2566-05-21",
    ".5", "-1", "=", "ก: ข", "ก #ข", "#ก", "- ก", "-ก", "? ก", ": ก", "ก:", "[ก]", "{ก}", "ก, ข", "&ก",
    "*ก", "!ก", "|", ">", "%ก", "@ก", "`ก`", '"ก"', "'ก'", 'ว่า "ก" แล้ว', "it's", "ก\\ข", "\\n",
    "ก\xa0ข", "\xa0ก", "ก\xa0", " ก", "ก ", "ก  ข", "ก\u200bข", "---", "...", "👩\u200d👩\u200d👧", "",
    "<<", "ก\tข", "http://ก.ข/ค#ง", "a:b", "ก'", '"', "'", "ํา", "// ก", "--", "-", "?", ":",
    "ก -ข key:x", "\u2028", "ก\x85ข", "\x07", "\ufeffก", "😀", "x" * 300,
)  # fmt: skip
KEYS = (
    "title",
    "summary",
    "steps",
    "role",
    "detail",
    "ก",
    "note_1",
    "a-b",
    "2566",
    "yes",
    "ชื่อ งาน",
    "x: y",
    "'q'",
    "",
)


def a_text(random: Random) -> str:
    """A text of one or several lines, plain or odd."""
    if random.random() < 0.4:
        return random.choice(ODD)
    words = " ".join(random.choices(WORDS, k=random.randint(1, 9)))
    if random.random() < 0.2:
        more = [" ".join(random.choices(WORDS, k=random.randint(1, 4))) for _ in range(random.randint(1, 3))]
        gaps = [random.choice(("\n", "\n", "\n\n", "\n  ", "\n- ")) for _ in more]
        words += "".join(gap + line for gap, line in zip(gaps, more, strict=True))
        words += random.choice(("", "\n", "\n\n"))
    return words


def a_value(random: Random, depth: int = 0) -> Any:  # noqa: ANN401 - plain data
    """A text, a list or a mapping."""
    chance = random.random()
    if depth > 3 or (depth and chance < 0.5):
        return a_text(random)
    if depth and chance < 0.7:
        return [a_value(random, depth + 1) for _ in range(random.randint(0 if depth > 1 else 1, 4))]
    keys = random.sample(KEYS, random.randint(1, 5))
    return {key: a_value(random, depth + 1) for key in keys}


def a_file(seed: int) -> tuple[str, Any]:
    """A text of YAML that our reader takes for a mapping, and what it says."""
    random = Random(seed)  # noqa: S311 - chance, not secrecy
    while True:
        text = _Writer(random).file(a_value(random))
        data = quick_data(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
        if data is not None:
            return text, data


class _Writer:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.chance = random.random
        self.step = random.choice((1, 2, 2, 2, 3, 4, 6))
        self.list_step = random.choice((0, 0, 2, 2, 4, 1))
        self.gap = random.choice((1, 1, 1, 2, 3))
        self.comments = random.choice((0.0, 0.1, 0.4))
        self.blanks = random.choice((0.0, 0.1, 0.5))
        self.numbers = 0

    def file(self, value: Any) -> str:  # noqa: ANN401 - plain data
        text = "\n".join(self.lines(value, 0)) + random_choice(self.random, ("\n", "\n", "", "\n\n"))
        if self.chance() < 0.1:
            text = "# " + "หัวไฟล์\n" + random_choice(self.random, ("", "\n")) + text
        if self.chance() < 0.1:
            text = "---\n" + text
        if self.chance() < 0.15:
            text = text.replace("\n", "\r\n")
        elif self.chance() < 0.03:
            text = text.replace("\n", "\r")
        return ("\ufeff" if self.chance() < 0.05 else "") + text

    def lines(self, value: Any, column: int) -> list[str]:  # noqa: ANN401 - plain data
        margin = " " * column
        lines: list[str] = []
        entries = value.items() if isinstance(value, dict) else ((None, each) for each in value)
        for key, each in entries:
            lines += self.between(column) if lines or column else []
            head = f"{margin}-{' ' * self.gap}" if key is None else f"{margin}{self.key(key)}:"
            lines += self.item(head, each, column, is_dash=key is None)
        return lines

    def between(self, column: int) -> list[str]:
        lines = []
        if self.chance() < self.blanks:
            lines += [random_choice(self.random, ("", "", "  "))] * self.random.randint(1, 2)
        if self.chance() < self.comments:
            self.numbers += 1
            depth = random_choice(self.random, (column, column, column, column + 2, 0))
            lines.append(f"{' ' * depth}# หมายเหตุ {self.numbers}")
        return lines

    def item(self, head: str, value: Any, column: int, is_dash: bool) -> list[str]:  # noqa: ANN401 - plain data
        if isinstance(value, str):
            return self.text(head, value, column, is_dash)
        if not value or self.chance() < 0.2:
            return [f"{head.rstrip()} {self.flow(value, column + 1)}{self.trailing()}"]
        if is_dash and self.chance() < 0.85:
            inner = self.lines(value, column + 1 + self.gap)
            while inner and (inner[0].strip() == "" or inner[0].lstrip().startswith("#")):
                del inner[0]
            return [head + inner[0].lstrip(), *inner[1:]]
        step = self.step if is_dash or isinstance(value, dict) else self.list_step
        return [head.rstrip() + self.trailing(), *self.lines(value, column + step)]

    def trailing(self) -> str:
        if self.chance() >= self.comments:
            return ""
        self.numbers += 1
        return f"{random_choice(self.random, (' ', '  '))}# ท้าย {self.numbers}"

    def key(self, key: str) -> str:
        plain = quick_data(f"{key}: x") == {key: "x"}
        return key if plain and self.chance() < 0.8 else self.double(key)

    def text(self, head: str, value: str, column: int, is_dash: bool) -> list[str]:
        head = head.rstrip()
        if value == "" and self.chance() < 0.5:
            return [head + self.trailing()]
        inner = column + (1 + self.gap if is_dash else self.step)
        styles = [self.double]
        if self.reads(value, lambda text: text):
            styles += [lambda text: text] * 6
        if self.reads(value, self.single):
            styles.append(self.single)
        style = random_choice(self.random, styles)
        if "\n" in value or self.chance() < 0.15:
            block = self.block(value, inner)
            if block is not None:
                return [f"{head} {block[0]}{self.trailing()}", *block[1:]]
        written = style(value)
        if " " in written and self.chance() < 0.3 and style != self.double:
            folded = self.folded(written, inner)
            return [f"{head} {folded[0]}", *folded[1:-1], folded[-1] + self.trailing()]
        return [f"{head} {written}{self.trailing()}"]

    def folded(self, written: str, inner: int) -> list[str]:
        """A scalar on several lines, broken at single spaces between words."""
        words = written.split(" ")
        at = self.random.randrange(1, len(words))
        if not words[at] or not words[at - 1] or words[at][0] in "#-?:'\"" or words[at - 1][-1] in "'\":":
            return [written]
        return [" ".join(words[:at]), " " * inner + " ".join(words[at:])]

    def block(self, value: str, inner: int) -> list[str] | None:
        """A block scalar, if it can hold the text."""
        ends = len(value) - len(value.rstrip("\n"))
        body = value.rstrip("\n")
        if not body or any(sign in value for sign in "\u2028\u0085\x07\ufeff") or body[0] in " \n\t":
            return None
        is_folded = self.chance() < 0.4 and not any(line.startswith((" ", "\t")) for line in body.split("\n"))
        if is_folded:
            body = body.replace("\n", "\n\n")
            words = body.split(" ")
            if len(words) > 2 and words[1] and words[0] and self.chance() < 0.7:
                body = words[0] + "\n" + " ".join(words[1:])
        lines = [" " * inner + line if line else "" for line in body.split("\n")]
        header = (">" if is_folded else "|") + ("-" if ends == 0 else "+" if ends > 1 else "")
        return [header, *lines, *[""] * max(0, ends - 1)]

    def flow(self, value: Any, column: int) -> str:  # noqa: ANN401 - plain data
        if isinstance(value, str):
            plain = quick_data(f"k: [{value}]") == {"k": [value]} and "\n" not in value
            plain = plain and value not in ("-", "?")  # which only libyaml takes for texts there
            return value if plain and self.chance() < 0.8 else self.double(value)
        pad = random_choice(self.random, ("", "", " "))
        gap = f",\n{' ' * (column + 2)}" if self.chance() < 0.2 else ", "
        if isinstance(value, list):
            return f"[{pad}{gap.join(self.flow(each, column + 2) for each in value)}{pad}]"
        inner = (f"{self.double(key)}: {self.flow(each, column + 2)}" for key, each in value.items())
        return f"{{{pad}{gap.join(inner)}{pad}}}"

    @staticmethod
    def reads(value: str, style: Any) -> bool:  # noqa: ANN401 - a function
        return "\n" not in value and quick_data(f"k: {style(value)}\n") == {"k": value}

    @staticmethod
    def single(text: str) -> str:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"

    @staticmethod
    def double(text: str) -> str:
        named = {
            "\\": "\\\\",
            '"': '\\"',
            "\n": "\\n",
            "\t": "\\t",
            "\x07": "\\a",
            "\u2028": "\\L",
            "\u0085": "\\N",
            "\ufeff": "\\uFEFF",
        }
        return '"' + "".join(named.get(sign, sign) for sign in text) + '"'


def random_choice(random: Random, options: Sequence[Option]) -> Option:
    """One of some options."""
    return random.choice(options)
