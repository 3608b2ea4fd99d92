"""Texts that are hard to cut: Thai letters in any order, words that run into each other, any Unicode."""

from hypothesis import strategies

_LETTERS = "กขคงจชญดตทนบปผพมยรลวสหอะัาำิีุูเแโใไๅๆ็่้์ฯ๑๒"
_OTHERS = " .()/12-\"'\u200b\u00a0"
_PIECES = (
    *("รายงาน", "การ", "ราย", "งานการ", "ภารกิจการจัด", "สพท.", "พ.ศ.", "ก", "น้ำ", "เ", "่"),
    *(" ", "  ", "\n", "e-Office", "12,345.67", "😀", "👨‍👩‍👧", "🇹🇭", "\u0301", "(", "”", "ๆ"),
)

thai_texts = strategies.text(strategies.sampled_from(_LETTERS + _OTHERS), max_size=60)
"""Thai letters, vowels, marks and signs in any order, sensible or not."""

texts = strategies.one_of(
    strategies.text(max_size=40),
    thai_texts,
    strategies.lists(strategies.sampled_from(_PIECES), max_size=15).map("".join),
)
"""Any text."""
