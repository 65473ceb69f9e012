"""Names in scripts without capitals: what gazetteers know, and people behind a title or from a given name on."""

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from archiver.normalise import names, places
from archiver.normalise.gazetteers import given_names, homonyms, organisations
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage
from archiver.normalise.words import base_language, fold, listed

Word = tuple[str, int, int]

_LETTERS: Final = regex.compile(r"[\p{L}\p{M}\u200c]+")
_BIG_CITY: Final = 300_000
_LARGEST_CITY: Final = 1_000_000
"""From this population on a city is known also behind a particle, and in a language whose common words aren't listed."""

_SHORTEST: Final = 3  # letters of a name
_MOST_WORDS: Final = 3
"""Words of a person's name; those that are joined to the next one don't count."""

_JOINED_PARTICLES: Final = "وبلف"
"""What Arabic writes together with the word behind it: "and", "in", "for"."""

_DEFINITE: Final = r"(?<!\p{L})[وفبلك]{0,2}ا?ل"
_OF_WHAT: Final = r"(?:\sا?ل(?:\p{L}{2,12}[يى]ة?|سابقة?|راحلة?|حالية?|منتخبة?|جديدة?|عام|مؤقت|نائب)){0,2}"
_TITLES: Final = (
    regex.compile(
        rf"(?:{_DEFINITE}(?:رئيسة?|وزيرة?|ملكة?|أميرة?|متحدثة?|ناطقة?|سفيرة?|مبعوثة?|أمين\sالعام|أمينة\sالعامة|نائبة?|شيخ|دكتورة?|لواء|عميد|عقيد|فريق|مستشارة?|"
        r"محامية?|سيدة?|باحثة?|كاتبة?|فنانة?|مدرب|لاعب|بابا|قاضية?|صحفية?|ناشطة?)|"
        r"(?<!\p{L})[وفبلك]?(?:رئيسة?\sا?ل\p{L}{3,12}|وزيرة?\sا?ل\p{L}{3,12}|ولي\sالعهد|قائد\sالجيش|نائب\sالرئيس|المتحدثة?\sباسم\s\p{L}{3,12}))"
        rf"{_OF_WHAT}\s(?!ا?ل\p{{L}})"
    ),
    regex.compile(
        r"(?<!\p{L})(?:وزیر\s?اعظم|صدر\s?مملکت|صدر|وزیر\s?\p{L}{4,8}|وزیراعلیٰ|وزیر\s?اعلیٰ|گورنر|چیئرمین|چیف\sجسٹس|آرمی\sچیف|جسٹس|جنرل|ترجمان|سینیٹر|مولانا|"
        r"ڈاکٹر|رہنما|رکن\sاسمبلی|سربراه|رئیس[\s\u200c]?جمهوری?|وزیر\s(?:امور\s)?\p{L}{3,8}|سخنگوی\s\p{L}{3,10}|آیت[\s\u200c]?الله|سردار|دکتر|نخست[\s\u200c]?وزیر|"
        r"शहर\sअध्यक्ष|प्रधानमंत्री|राष्ट्रपति|मुख्यमंत्री|गृहमंत्री|गृह\sमंत्री|विदेश\sमंत्री|रक्षा\sमंत्री|वित्त\sमंत्री|केंद्रीय\sमंत्री|मंत्री|राज्यपाल|अध्यक्ष|नेता|सांसद|विधायक|"
        r"न्यायमूर्ति|डॉ|श्री|श्रीमती|अभिनेता|अभिनेत्री|क्रिकेटर|उपराष्ट्रपति)\s"
    ),
)
_ENDS: Final = frozenset(
    map(
        fold,
        listed(
            "في من على إلى الى عن أن إن إنه إنها أنه أنها قد لم لن لا ما هو هي كان كانت قال قالت وقال مع بعد قبل خلال أمس اليوم ضد بين حول لدى عبر منذ حتى "
            "أي كل هذا هذه ذلك الذي التي بأن ان امس غدا ثم أو بل عند نحو أكد أعلن صرح "
            "نے کی کا کے کو سے اور میں پر بھی تھے تھا تھی ہیں ہے جو کہ تک بھی ہی نہ اس ان "
            "در با از به را که گفت روز و می است بود شد برای تا نیز هم این آن کرد "
            "ने को से के की का और में पर भी है हैं था थे थी जो कि तक ही नहीं इस उस"
        ),
    )
)
"""Words that a name has ended before."""

_JOINED_TO_NEXT: Final = frozenset(map(fold, listed("عبد بن ابن أبو ابو آل بنت ام أم الـ")))
_OFTEN_WORDS: Final = frozenset(
    map(
        fold,
        listed(
            "علي عمر حسن حسین حسين كريم سعيد سعید جمال هدى عادل ناصر زايد راشد منصور جابر بدر ماجد فؤاد وليد سعد نجيب نوري مسعود منى حمد سراج فضل قمر حافظ "
            "نور رضا عباس اکبر رنا رشا دينا سارة تميم رجب فرشته بيل جو حنا ثنا جون राम सीता गीता योगी विकास प्रकाश विवेक विजय अजय पूजा कविता जो अमित रतन"
        ),
    )
)
"""Given names that are words too: without a title they show nothing."""

_ORGANISATION: Final = regex.compile(
    r"(?:(?<!\p{L})|(?<=(?<!\p{L})[وبلفك]))"
    r"(?:شركة|جامعة|بنك|مصرف|وزارة|حزب|هيئة|منظمة|مؤسسة|جمعية|متحف|نادي|محكمة|مجلس|صحيفة|قناة|معهد|مستشفى|اتحاد|نقابة|وكالة|حركة|لجنة|بلدية)"
    r"(?:\s\p{L}{2,20})?(?:\s(?:ال|لل)\p{L}{2,20}){1,3}"
)
"""An organisation's head in Arabic with the words behind it that have an article, which go on with a name."""

_OF_PLACES: Final = regex.compile(
    r"\s(?:ہائی\sکورٹ|یونیورسٹی|پولیس|اسمبلی|हाई\sकोर्ट|हाईकोर्ट|विश्वविद्यालय|पुलिस|विधानसभा)(?!\p{L})"
)
"""What makes an organisation's name of a place before it."""


def find(block: Passage, language: str | None) -> Iterator[Name]:
    """The names of a passage; where two overlap, the one that begins first counts."""
    text = block.text
    words = [(match.group(), match.start(), match.end()) for match in _LETTERS.finditer(text)]
    starts = {word[1]: index for index, word in enumerate(words)}
    for titles in _TITLES:
        for match in titles.finditer(text):
            index = starts.get(match.end())
            while index is not None and index + 1 < len(words) and places.lookup(words[index][0], language=language):
                index += 1  # of what the title is: "وزیر خارجه ایران"
            if index is not None and (person := _person(text, words, index)):
                yield _name(block, "person", words[index][1], person)
    for match in _ORGANISATION.finditer(text):
        yield _name(block, "organisation", *match.span())
    taken = 0
    for index, (_, start, _) in enumerate(words):
        if start < taken:
            continue
        found = _known(text, words, index, language) or _by_given_name(text, words, index)
        if found:
            taken = found[2]
            yield _name(block, *found)


def _name(block: Passage, kind: str, start: int, end: int) -> Name:
    return Name(kind, block.zone, block.start + start, block.start + end, block.text[start:end], titled=True)


def _person(text: str, words: Sequence[Word], index: int, *, sure: bool = False) -> int | None:
    """Where a person's name ends that begins with a word; None where it goes on for too long to be one.

    A name whose first word is a given name has another; what stands behind may be the sentence's verb.
    """
    ends: list[int] = []
    for position in range(index, len(words)):
        word, start, end = words[position]
        if fold(word) in _ENDS or (position > index and text[words[position - 1][2] : start] not in (" ", "\u00a0")):
            break
        if fold(word) in _JOINED_TO_NEXT:
            continue
        ends.append(end)
        if len(ends) > _MOST_WORDS:
            ends = ends[:2] if sure or fold(words[index][0]) in given_names() else []
            break
    return ends[-1] if len(ends) > 1 else None


def _by_given_name(text: str, words: Sequence[Word], index: int) -> tuple[str, int, int] | None:
    """A person without a title, by a given name that is nothing else."""
    word, start, _ = words[index]
    if word[0] == "و" and fold(word[1:]) in given_names():
        word, start = word[1:], start + 1
    folded = fold(word)
    if folded not in given_names() or folded in _OFTEN_WORDS or len(word) < _SHORTEST:
        return None
    end = _person(text, words, index, sure=True)
    return ("person", start, end) if end else None


def _known(text: str, words: Sequence[Word], index: int, language: str | None) -> tuple[str, int, int] | None:
    """The longest name that a gazetteer has and that begins with a word."""
    for length in (4, 3, 2, 1):
        piece = words[index : index + length]
        if len(piece) < length or piece[-1][2] - piece[0][1] > names.LONGEST:
            continue
        start, end = piece[0][1], piece[-1][2]
        found = _listed(text, start, end, language)
        if found and found[0] == "place" and (more := _OF_PLACES.match(text, end)):
            return "organisation", found[1], more.end()
        if found:
            return found
    return None


def _listed(text: str, start: int, end: int, language: str | None) -> tuple[str, int, int] | None:
    """An organisation, a country or a big city, also behind the particles that Arabic joins to a word ("in", "and")."""
    common = homonyms(base_language(language or ""))
    if fold(text[start:end]) in common:
        return None
    for skip in (0, 1) if text[start] in _JOINED_PARTICLES else (0,):
        name = text[start + skip : end]
        if len(name) < _SHORTEST or fold(name) in common:
            break
        if names.key(name) in organisations().known:
            return "organisation", start + skip, end
        found = places.lookup(name, language=language)
        if found and (found.kind != "city" or found.people >= (_BIG_CITY if common and not skip else _LARGEST_CITY)):
            return "place", start + skip, end
    return None
