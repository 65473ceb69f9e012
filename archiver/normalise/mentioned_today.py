"""Parts of the day of publication: "this morning", "heute Abend", "anoche". The bare word for today as often means nowadays."""

import functools
from collections.abc import Mapping
from typing import Final

from archiver.normalise import periods
from archiver.normalise.mentioned_rules import Context, Rule, rule
from archiver.normalise.periods import Period

_WORDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "en": (r"(?-i:[Tt]his\s(?:morning|afternoon|evening))", ("his morning", "his afternoon", "his evening")),
    "fr": (
        r"(?<!\d\s)ce\s(?:matin|midi|soir)(?!-)|cet\saprès-midi(?!-)|cette\snuit(?!-)",
        ("ce matin", "Ce matin", "ce midi", "ce soir", "Ce soir", "et après-midi", "ette nuit"),
    ),
    "de": (r"heute\s(?:früh|Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)", ("eute ",)),
    "es": (r"esta\s(?:mañana|tarde|noche)", ("sta mañana", "sta tarde", "sta noche")),
    "it": (
        r"stamattina|stamani|stamane|stasera|stanotte|questa\s(?:mattina|sera|notte)|questo\spomeriggio",
        ("tamattina", "taman", "tasera", "tanotte", "sta mattina", "sta sera", "sta notte", "sto pomeriggio"),
    ),
    "pt": (
        r"[nd]?esta\s(?:manhã|tarde|noite|madrugada)|hoje\s(?:de\smanhã|à\s(?:tarde|noite))",
        ("sta manhã", "sta tarde", "sta noite", "sta madrugada", "oje de ", "oje à "),
    ),
    "ru": (r"сегодня\s(?:утром|дн[её]м|вечером|ночью)", ("егодня ",)),
    # "On the morning of the next day" is another day, and a weekday is a match of its own.
    "ar": (
        r"(?:صباح|ظهر|عصر|مساء|فجر)\s(?:هذا\s)?اليوم(?!\sال|\sنفسه|\sذاته)|هذا\s(?:الصباح|المساء)",
        ("اليوم", "هذا ال"),
    ),
    "ur": (r"آج\s(?:صبح|دوپہر|سہ\sپہر|شام|رات)", ("آج ",)),
}
"""The words, and the anchor of their rule."""


@functools.cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules for a language."""
    pattern, anchor = _WORDS[language]
    found = (rule(rf"\b(?P<date>{pattern})(?!\w)", _today, anchor=anchor),)
    return (*found, rule(r"\b(?P<date>anoche)(?!\w)", _yesterday, anchor=("noche",))) if language == "es" else found


def _today(context: Context) -> Period | None:
    return periods.day(context.published) if context.published else None


def _yesterday(context: Context) -> Period | None:
    return periods.day(periods.shifted(context.published, -1, "day")) if context.published else None
