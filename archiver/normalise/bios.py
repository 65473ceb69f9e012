"""What a report says of its own author below its end: "Astrid Blom is our transport correspondent. Follow her on X."."""

import re
from collections.abc import Sequence

from archiver.normalise import author_words

_LONGEST = 700  # code points
_LAST = 3  # paragraphs from the end among which it stands
_MARKS = "(*–—- "  # that it may begin with
_IS = re.compile(
    r"\s*(?:\([^()]{1,60}\)\s*)?(?:,|[-–—:|]|(?:is|was|has|writes|covers|works|reports|ist|schreibt|arbeitet|berichtet|est|écrit|es|escribe|è|scrive|é|escreve|är|er|jest|pisze)\s)"
)
_BEAT = re.compile(
    r"\s*(?:covers|writes\s+(?:about|for|on)|reports\s+(?:on|for|from)|schreibt\s+(?:über|für)|berichtet\s+(?:über|für|aus)|couvre|écrit\s+(?:sur|pour)|escribe\s+(?:sobre|para)|scrive\s+(?:di|per)|escreve\s+(?:sobre|para))\s"
)
# Whose house they are of, behind what they are there: "is an economist at the University of Skarn".
_OF_HOUSE = re.compile(
    r"\s*(?:is|was|est|es|è|é)\s(?:[\w’'-]+,?\s){1,8}?(?:at|of|with|for|chez|à|en)\s(?:the\s|l['’])?[A-ZÀ-Þ][\w’'-]+\s?[^.]{0,200}(?:\.|$)"
)
# What people are who write for a paper now and then.
_POST = re.compile(
    r"\b(?:professor|lecturer|founder|director|fellow|economist|lawyer|attorney|author|chair(?:man|woman)?|president|gründer|leiter|dozent|vorsitzend|jurist|ökonom|architekt|fondat|directeur|directrice|professeur|économiste|avocat"
    r"|profesor|director|fundador|economista|abogad|professore|docente|avvocat|direttor)",
    re.IGNORECASE,
)
_BEFORE = 40  # code points before the name: "Our correspondent", "The lawyer"
_MOST_BEFORE = 4  # words
_NEAR = 160  # code points behind it
_REACHED = re.compile(
    r"\bfollow\s+(?:him|her|them|me|us)\b|\b(?:reach|contact|e-?mail)\s+(?:him|her|them|me)\b|\b(?:reached|contacted)\s+(?:at|via)\b|\bfolgen\s+sie\b|\bsuivez\b|\bsígue(?:l|me)|\bsegui(?:l|mi)|\btwitter\b|\w@\w|(?<!\w)@\w",
    re.IGNORECASE,
)


def own_bios(paragraphs: Sequence[str], authors: Sequence[str]) -> list[int]:
    """The indices of the paragraphs at the text's end that introduce one of its authors."""
    if not authors or len(paragraphs) <= 1:
        return []
    found: list[int] = []
    for index in range(len(paragraphs) - 1, max(0, len(paragraphs) - 1 - _LAST), -1):
        text = paragraphs[index].lstrip(_MARKS)
        name = next((name for name in authors if -1 < text.find(name, 0, _BEFORE + len(name)) <= _BEFORE), None)
        if name is None or len(text) > _LONGEST:
            continue
        before, _, told = text.partition(name)
        last = index + len(found) == len(paragraphs) - 1
        if not (last and not before and _OF_HOUSE.match(told)) and not _introduces(before, told, last=last):
            continue
        family = name.rsplit(" ", 1)[-1]
        if not any(family in other and other != name for other in paragraphs[:index]):  # else the story is about them
            found.append(index)
            if paragraphs[index - 1] == name:
                found.append(index - 1)
    return found


def _introduces(before: str, told: str, *, last: bool) -> bool:
    """Whether the words around a name say what its bearer is or covers, or how to reach them."""
    if not _IS.match(told) or "." in before or len(before.split()) > _MOST_BEFORE:
        return False
    if author_words.ROLE.search(before + told) or _REACHED.search(told) or _BEAT.match(told):
        return True
    return last and bool(_POST.search(told[:_NEAR]))
