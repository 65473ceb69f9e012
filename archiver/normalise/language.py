"""Which language a text is in: by its script, its small words, and a statistical detector, with what the page declares."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from resiliparse.parse.lang import detect_fast, supported_langs

_SAMPLE = 4000  # code points that are looked at
_FEWEST_LETTERS = 15
_CODE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)
_THREE_LETTERS = {
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "ara": "ar", "urd": "ur", "fas": "fa", "per": "fa", "tur": "tr", "nld": "nl", "dut": "nl", "swe": "sv", "hin": "hi",
    "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "pol": "pl", "ukr": "uk", "ell": "el", "gre": "el", "ron": "ro",
}  # fmt: skip
_OLD_CODES = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "nb": "no",
    "nn": "no",
    "cn": "zh",
    "jp": "ja",
    "kr": "ko",
    "ua": "uk",
    "cz": "cs",
    "gr": "el",
    "se": "sv",
    "dk": "da",
}

# Scripts that one language of the news writes (others that use them are rare and told apart by the detector).
_BY_SCRIPT = {
    "HANGUL": "ko", "GREEK": "el", "HEBREW": "he", "THAI": "th", "ARMENIAN": "hy", "GEORGIAN": "ka", "BENGALI": "bn",
    "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml", "SINHALA": "si",
    "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "ETHIOPIC": "am", "ORIYA": "or",
}  # fmt: skip
_CANDIDATES = {
    "LATIN": [
        "en",
        "fr",
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "da",
        "no",
        "fi",
        "pl",
        "cs",
        "sk",
        "hu",
        "ro",
        "tr",
        "id",
        "vi",
        "hr",
        "sl",
        "et",
        "lv",
        "lt",
        "sq",
        "ca",
        "eu",
        "gl",
        "cy",
        "ga",
        "is",
        "mt",
        "az",
        "sw",
        "af",
        "la",
    ],
    "CYRILLIC": ["ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"],
    "ARABIC": ["ar", "fa", "ur", "ps", "ckb", "sd", "ug"],
    "DEVANAGARI": ["hi", "mr", "ne"],
}
# Small words that are frequent in one language and rare in its neighbours; a text's share of them decides between two
# that look alike to the detector.
_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for on was with as are his her has have from by at it be this will not an been said after over its which who",
        "fr": "le la les des du de et est un une dans pour qui que sur au aux par pas plus avec ne ce cette sont il elle ont été à selon leur ses dont",
        "de": "der die das und ist in den von zu mit sich des auf für im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie",
        "es": "el la los las de del que en y a se por con una un para es su al lo como más fue han ha este esta pero sus son entre según sobre desde también",
        "it": "il lo la gli le di del della dei delle che e è un una in per con non si da al alla sono nel nella anche ha come più dal ma questo suo",
        "pt": "o a os as de do da dos das que e em um uma para com não no na nos nas por se ao à foi mais é são pelo pela também seu sua entre segundo",
        "nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als maar bij naar door over uit hij heeft wordt worden ze nog",
        "sv": "och att det i en som på är av för med den till inte om ett har de från var han hon efter vid kan ska sig under också mot",
        "da": "og at det i en som på er af for med den til ikke om et har de fra var han hun efter ved kan skal sig også mod blev bliver",
        "no": "og at det i en som på er av for med den til ikke om et har de fra var han hun etter ved kan skal seg også mot ble blir",
        "fi": "ja on ei se että oli mutta hän ovat myös kun mukaan sekä tai jos joka sen ole olla vuoden kuin niin",
        "pl": "i w na z do nie się że jest o to po jak od za przez dla ale oraz są był została będzie tym które który także",
        "cs": "a v na se že je o do s z za pro by od ale jako jsou který která podle při také byl byla jeho bude když",
        "sk": "a v na sa že je o do s z za pre by od ale ako sú ktorý ktorá podľa pri tiež bol bola jeho bude keď",
        "hu": "a az és hogy nem is egy van volt meg de már csak ez azt mint még szerint után lesz vagy ki el",
        "ro": "și în de la a că cu pe din nu se pentru care este mai un o fost sunt după sau dar iar ce prin",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ne ama ise olduğunu dedi",
        "id": "yang dan di dari untuk dengan ini pada itu dalam tidak akan ke adalah oleh juga telah karena tersebut",
        "vi": "và của là có không được cho trong một các người này với đã những khi về",
        "hr": "je i u na se da su za od s koji koja ne kao bi što ali iz nije po",
        "sl": "je in v na se da so za od s ki ne kot bi ni pa bo po z",
        "ca": "el la els les de del que i a en per amb una un és no al se més ha són com també dels",
        "ru": "и в не на что с по как это он а из к за то от его для но был было о у также при",
        "uk": "і в не на що з та у до як це він за про для але від його є під був також",
        "bg": "и на да в се не е за от с че са по като до ще при това",
        "sr": "и у је да на се за су од не са као који што али из",
        "gl": "o os as da do das dos unha un que non e é para con por pero como máis foi súa súas tamén polo pola ao xa unhas hai moi onte",
        "be": "і у на з што як не да па за ад але гэта для пра быў якія таксама паводле гэтым былі",
        "sw": "na ya wa kwa ni katika la za kuwa hiyo huo cha alisema baada hii watu lakini kwamba pia wake yake",
        "lt": "ir kad į su yra tai iš o ne bet jog pagal bus buvo už dėl taip apie po nuo iki per kurie",
        "lv": "un ir ka no ar par uz bet arī kas nav pēc tika kuri to lai gada",
        "et": "ja on ei et see oli ka kui mis aga ning selle sõnul oma eest või kes mida",
        "eu": "eta da ez du zen dute dela bat ere baina egin izan zuen atzo den dira",
        "af": "die en van in is het nie dat vir met op te om was sy hulle ook wat word sê deur aan hul",
        "is": "og að í á er sem til um var ekki með við en það fyrir hann hefur af eru því",
        "zu": "futhi ukuthi ngoba kodwa nokho abantu kanye ngesikhathi uthe lokhu leli lesi njengoba ngemuva wathi lapho kuthiwa umuntu yena wakhe zabo bonke le lo kule",
        "xh": "okokuba kwi ngoku ukuba kwaye kodwa xa ngoko abantu oku eli kunye ngexesha uthe kokuba njengoko ukuze kuba loo ngelixa phakathi ekubeni esithi umntu yakhe bonke le lo kule",
        "la": "et ut est sed cum quod quam ac ex ad atque enim dolor",
        "tl": "ang ng mga sa na ay at ni si hindi para kay ito niya siya nang kung ayon naman nito kanyang",
        "ms": "ialah kerana boleh beliau kepada bagi turut serta berkata adalah daripada itu yang dan tidak akan telah oleh ini untuk pada dengan dalam",
        "hi": "के का की में है और को से ने हैं पर कि यह भी लिए एक था थे कर गया इस करने नहीं हो कौन क्या",
        "mr": "आहे आहेत आणि या च्या ने होते केली केले त्या व हे ही तर मध्ये झाली झाले",
        "ne": "छ छन् र मा को का लाई ले गरेको भएको पनि हुन् थियो यो गर्न भने छैन",
    }.items()
}
# Letters that, among languages of the same script, one or few write.
_OWN_LETTERS = {
    language: frozenset(letters)
    for language, letters in {
        "cs": "ěřů", "sk": "ľĺŕôä", "pl": "ąęłńśźż", "tr": "ığş", "de": "ßüö", "es": "ñ¿¡", "gl": "ñ", "pt": "ãõç", "da": "æø", "no": "æø",
        "sv": "äöå", "fi": "äö", "hu": "őű", "ro": "țșăţş", "fr": "çêèœ", "it": "ìòù", "ca": "·ç", "vi": "ơưđạảấầế", "hr": "đćčž",
        "sl": "čž", "uk": "іїєґ", "ru": "ыэё", "be": "ўі", "sr": "ђћџјљњ", "mk": "ѓќѕ", "bg": "ъщ", "kk": "қңғүұәө", "lv": "ļņķģā",
        "lt": "ėųįš", "et": "õäö", "is": "þðý", "sq": "ëç",
    }.items()
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0963\u0300-\u036f])*")
_MARK = re.compile("[\u0900-\u0963\u0300-\u036f]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_LETTERS = {code: " " for code in range(0x80) if not chr(code).isalpha()}
_URDU = frozenset("ٹڈڑںےھہ")
_PERSIAN = frozenset("پچژگکی")
_PASHTO = frozenset("ټډړږښڼۍې")
_KURDISH = frozenset("ۆێڵڕ")
_ARABIC = frozenset("ةىيكأإؤ")
_ARTICLE = re.compile(r"\bال")
_OWN_SHARE = 0.02  # of the letters
_FEW_LETTERS = 3
# Weights tried on some 250 short sentences of 34 languages; the detector's rank, in thousands, is the unit.
_WORDS_WEIGHT, _LETTERS_WEIGHT, _MOST_FOR_LETTERS, _DECLARED_BONUS = 1.5, 4.0, 0.2, 0.03
_WORDS_ONLY = ("zu", "xh", "tl", "ms")  # the detector has no profiles of them, or poor ones
_SMALL_SHARE, _FEWEST_SMALL, _MORE_SMALL = 0.03, 2, 1.2
_MANY_WORDS, _CLEAR_SHARE, _CLEAR_RIVAL = 80, 0.25, 0.6  # where small words alone tell the language
_MOST_BYTES = 1.2  # a character in UTF-8, in a text in Latin letters; those of other scripts have two or three
_NO_CUTOFF = 5000  # of the rank: every candidate gets one
_FILLER = "la"  # what stands on a page in Latin fills a template, and says nothing of the language of the page
_EAST_ASIAN_WEIGHT = 2  # a sign of these scripts stands for at least as much as so many Latin letters
_EAST_ASIAN_PART = 4  # where they are a fourth of the letters, such a declaration is believed
_KNOWN = frozenset(supported_langs())
_MARGIN = 0.08  # between the scores of the first two; below, a declaration decides
_WRITTEN_ELSEWHERE = (
    frozenset(_BY_SCRIPT.values()) | {name for names in _CANDIDATES.values() for name in names} | {"zh", "ja"}
)

TOLD: frozenset[str] = _KNOWN | _WRITTEN_ELSEWHERE | {*_WORDS_ONLY, "ar", "ckb", "fa", "ps", "ur"}
"""The languages that texts are found to be in, as ISO 639 codes."""


def code(declared: str | None) -> str | None:
    """The lower-case ISO 639 code of a declared language ("en-GB", "pt_BR", "eng"); None if it is none."""
    match = _CODE.match(declared.strip()) if declared else None
    if not match:
        return None
    found = match[1].lower()
    found = _THREE_LETTERS.get(found, found)
    return _OLD_CODES.get(found, found)


class _Sample:
    """The beginning of a text, its characters counted once."""

    def __init__(self, text: str) -> None:
        self.text = text[:_SAMPLE]
        self.chars = Counter(self.text)
        self.letters = 0
        scripts: Counter[str] = Counter()
        for char, count in self.chars.items():
            if char.isalpha():
                self.letters += count
                scripts["LATIN" if char.isascii() else _script_of(char)] += count
        self.signs = scripts["HIRAGANA"] + scripts["KATAKANA"] + scripts["CJK"]
        self.script = _script(scripts)

    def lowered(self) -> dict[str, int]:
        """How often each small letter stands there, as itself or as a capital."""
        counts: dict[str, int] = {}
        for char, count in self.chars.items():
            for small in char.lower():
                counts[small] = counts.get(small, 0) + count
        return counts


@lru_cache(maxsize=4096)
def _script_of(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]


def detect(text: str, declared: str | None) -> str | None:
    """The language of the text, as ISO 639 code; the declared one where the text is too short to contradict it.

    A clear text wins over a declaration: templates declare the language of the site, or of the company that made them.
    """
    stated = code(declared)
    if stated in _NAMES_BY_SCRIPT["LATIN"] and _is_plainly(stated, text[:_SAMPLE]):
        return stated
    sample = _Sample(text)
    if sample.letters < _FEWEST_LETTERS and not _own_script(sample):
        return stated
    if stated in ("ja", "zh") and sample.script == "LATIN" and sample.signs * _EAST_ASIAN_PART >= sample.letters:
        return stated
    found, sure = _detect(sample, stated)
    if found is None or (found == _FILLER and stated):
        return stated
    if (
        stated
        and stated != found
        and not (sure and sample.letters >= _FEWEST_LETTERS * 2)
        and _fits(stated, sample.script or "")
    ):
        return stated
    return found


def _detect(sample: _Sample, stated: str | None) -> tuple[str | None, bool]:
    """The likeliest language, and whether there is little doubt."""
    script = sample.script
    if script is None:
        return None, False
    if script in ("HIRAGANA", "KATAKANA"):
        return "ja", True
    if script == "CJK":
        kana = sum(count for char, count in sample.chars.items() if "\u3041" <= char <= "\u30fe")
        return ("ja" if kana * 20 > len(sample.text) else "zh"), True
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script], True
    if script == "ARABIC":
        return _arabic_script(sample)
    return _by_statistics(sample, script, stated)


def _script(counts: Counter[str]) -> str | None:
    """The script of most letters; Japanese counts as such from a tenth of kana.

    Japanese and Chinese texts of technology are full of Latin names.
    """
    if not counts:
        return None
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    signs = kana + counts["CJK"]
    if signs and signs * _EAST_ASIAN_WEIGHT >= max(counts.values()) and signs >= counts["HANGUL"]:
        return "HIRAGANA" if kana * 10 >= counts["CJK"] else "CJK"
    if counts["HANGUL"] * 3 > counts.total():
        return "HANGUL"
    return counts.most_common(1)[0][0]


def _own_script(sample: _Sample) -> bool:
    return sample.script in _BY_SCRIPT or sample.script in ("HIRAGANA", "KATAKANA", "CJK", "ARABIC")


def _arabic_script(sample: _Sample) -> tuple[str | None, bool]:
    """Arabic, Persian, Urdu, Pashto: each has letters that the others don't write."""
    counts = sample.chars
    pashto, urdu = (sum(counts[char] for char in own) / sample.letters for own in (_PASHTO, _URDU))
    if max(pashto, urdu) >= _OWN_SHARE:
        return ("ps" if pashto > urdu else "ur"), True
    if sum(counts[char] for char in _KURDISH) >= _OWN_SHARE * sample.letters:
        return "ckb", True
    persian = sum(counts[char] for char in _PERSIAN)
    arabic = sum(counts[char] for char in _ARABIC) + len(_ARTICLE.findall(sample.text))
    return ("fa" if persian > arabic else "ar"), abs(persian - arabic) > _FEW_LETTERS


def _by_statistics(sample: _Sample, script: str, stated: str | None) -> tuple[str | None, bool]:
    """The detector's ranks for the languages of the script, bettered by the share of small words."""
    names = _NAMES_BY_SCRIPT.get(script)
    if not names:
        found, _ = detect_fast(sample.text)
        return (found if found != "unknown" else None), False
    found_words = _words(sample.text.lower())
    all_words = max(1, len(found_words))
    small = _added(Counter(found_words), _LANGUAGES_OF_WORD)
    if stated in names and _is_clear(stated, small, all_words):
        return stated, True
    composed = unicodedata.normalize("NFC", sample.text)
    composed = composed.lower() if composed.isupper() else composed
    ranked: Any = detect_fast(composed, _NO_CUTOFF, max(2, len(names)), names)  # a list, for more than one is asked for
    own = _added(sample.lowered(), _LANGUAGES_OF_LETTER)
    letters = max(1, sample.letters)
    scores = {
        name: -rank / 1000
        + _WORDS_WEIGHT * small.get(name, 0) / all_words
        + min(_MOST_FOR_LETTERS, _LETTERS_WEIGHT * own.get(name, 0) / letters)
        + (_DECLARED_BONUS if name == stated else 0.0)
        for name, rank in ranked
    }
    unknown = _unknown_to_detector(small, all_words, scores) if script == "LATIN" else None
    if unknown:
        return unknown, True
    ordered = sorted(scores.items(), key=lambda pair: -pair[1])
    if not ordered:
        return None, False
    found, score = ordered[0]
    # Whether it is Danish or Norwegian may be hard to tell, and clear all the same that it isn't English as declared.
    rival = scores[stated] if stated in scores and stated != found else ordered[1][1] if len(ordered) > 1 else -1.0
    return found, score - rival > _MARGIN


def _is_plainly(stated: str, text: str) -> bool:
    """Whether there is no doubt of a declaration by the words as they stand between spaces: most pages are done with here.

    Words that marks are glued to are passed over, which takes a fraction of the time of telling them from their marks.
    """
    if len(text.encode(errors="replace")) > _MOST_BYTES * len(text):  # much of it may be in another script
        return False
    words = text.lower().split()
    return _is_clear(stated, _added(Counter(words), _LANGUAGES_OF_WORD), len(words))


def _is_clear(stated: str, small: Mapping[str, int], words: int) -> bool:
    """Whether a long text has so many small words of the declared language, and of no other, that there is no doubt."""
    own = small.get(stated, 0)
    if words < _MANY_WORDS or own < _CLEAR_SHARE * words:
        return False
    return all(count < _CLEAR_RIVAL * own for name, count in small.items() if name != stated)


def _unknown_to_detector(small: Mapping[str, int], words: int, ranked: Collection[str]) -> str | None:
    """The language without a profile in the detector whose small words are many, and clearly more than any other's."""
    best = max(_WORDS_ONLY, key=lambda name: small.get(name, 0))
    least = max(_FEWEST_SMALL, _SMALL_SHARE * words, *(_MORE_SMALL * small.get(name, 0) for name in ranked))
    return best if small.get(best, 0) > least else None


def _words(text: str) -> list[str]:
    if text.isascii():
        return text.translate(_NO_LETTERS).split()
    return (_WORD if _MARK.search(text) else _LETTERS).findall(text)


def _added(counts: Mapping[str, int], languages: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """For each language, how often what is its own is counted."""
    found: dict[str, int] = {}
    for piece in counts.keys() & languages.keys():
        for language in languages[piece]:
            found[language] = found.get(language, 0) + counts[piece]
    return found


def _turned(own: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """For each word or letter, the languages that it is of."""
    turned: dict[str, list[str]] = {}
    for language, pieces in own.items():
        for piece in pieces:
            turned.setdefault(piece, []).append(language)
    return turned


_LANGUAGES_OF_WORD, _LANGUAGES_OF_LETTER = _turned(_SMALL_WORDS), _turned(_OWN_LETTERS)
_NAMES_BY_SCRIPT = {
    script: [name for name in candidates if name in _KNOWN] for script, candidates in _CANDIDATES.items()
}


def _fits(stated: str, script: str) -> bool:
    """Whether the declared language is at least written in the text's script."""
    if script in _CANDIDATES:
        return stated in _CANDIDATES[script] or stated not in _WRITTEN_ELSEWHERE
    return _BY_SCRIPT.get(script) == stated or (script == "CJK" and stated in ("zh", "ja"))
