"""What stands below a story's last line: signs that it ends, and what the house asks of its readers: to subscribe, to follow it, to pay for its work."""

import re

from archiver.normalise import note_words

_LONGEST = 500  # code points
_LONGEST_END = 60  # code points
_END = re.compile(
    r"[\W_]*|\W*(?:ENDS?|30|Enditem/?\w{0,4})\W*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\W?(?:\w+=)?[가-힣]{2,4}\s?(?:[가-힣\w]{1,8}\s)?(?:기자|특파원|인턴기자)\s?=?\s?\S+@\S+\W?"
)
_NETWORKS = r"(?:facebook|twitter|instagram|tiktok|youtube|linked\s?in|whats\s?app|telegram|threads|bluesky|pinterest|google\s+news|social\s+media|x\b)"
_LETTER = r"(?:newsletters?|infolettre|bolet[ií]n|boletim|nieuwsbrief|nyhetsbrev|рассылк\w+)"
_ASKS = re.compile(
    rf"""(?ix)
      \b(?:sign(?:ing)?\s+up|subscrib(?:e|ing))\b.{{0,60}}\b(?:{_LETTER}|inbox|(?:our|my)\s+(?:\w+\s+){{0,2}}(?:blog|podcast|channel|site)\b)|\bsign\s+up\s+below\b
    | \b{_LETTER}\b.{{0,120}}\b(?:sign\s+up|subscribe\b)|\b(?:delivered|sent)\s+(?:straight\s+|directly\s+|right\s+)?(?:in)?to\s+your\s+inbox\b
    | \b(?:follow(?:ing)?\s+(?:us|me|along)|(?:like|find|join|connect\s+with)\s+(?:us|me))\s+(?:\w+\s+){{0,3}}on\s+(?:our\s+)?{_NETWORKS}
    | \bsubscribe\s+to\s+\S.{{0,40}}\son\s+(?:our\s+)?{_NETWORKS}
    | \bdonat(?:e|ing|ions?)\b.{{0,120}}\b(?:our\s+|independent\s+)(?:journalism|newsroom|reporting)\b|\b(?:our|this|independent)\s+(?:[\w-]+\s+)?(?:journalism|newsroom|reporting)\b.{{0,160}}\bdonat(?:e|ing|ions?)\b
    | \bsupport(?:ing)?\s+(?:our|this|independent)\s+(?:[\w-]+\s+)?(?:journalism|newsroom|reporting|work)\b.{{0,60}}\b(?:subscri|donat|member|contribut)
    | \b(?:thank\s+you|thanks)\s+for\s+subscribing\b|\b(?:journalism|newsroom|reporting|interviews?|articles?|readers?)\b.{{0,160}}\bsupport(?:ing)?\s+us\b
    | \be-?mail(?:ing)?\s+us\s+at\b|\bget\s+in\s+touch\s+with\s+our\s+(?:\w+\s+){{0,2}}(?:team|desk|newsroom|editors?)\b
    | \b(?:abonnier\w*|bestell\w*|meld\w*)\b.{{0,60}}\b(?:{_LETTER}|kanal)\b|\bfolg(?:e|en\s+sie|t)\s+uns\s+(?:\w+\s+){{0,3}}auf\s+{_NETWORKS}|\bunterstützen?\s+sie\s+(?:uns|unseren?)\b.{{0,60}}\b(?:spende|journalismus|abo)
    | \b(?:abonnez|inscrivez)-vous\b.{{0,60}}\b(?:{_LETTER}|chaîne)\b|\bsuivez-nous\s+(?:\w+\s+){{0,3}}sur\s+{_NETWORKS}|\bsoutenez(?:-nous|\s+notre\s+(?:journal|travail))
    | \bsuscr[ií]b[ea]\w*\b.{{0,60}}\b(?:{_LETTER}|canal)\b|\bs[ií]g(?:ue|a)nos\s+(?:\w+\s+){{0,3}}en\s+{_NETWORKS}|\biscriv\w+\b.{{0,60}}\b(?:{_LETTER}|canale)\b|\bseguici\s+(?:\w+\s+){{0,3}}su\s+{_NETWORKS}
    | \b(?:assine|inscreva-se|receba)\b.{{0,60}}\b(?:{_LETTER}|canal)\b|\bsiga-nos\s+(?:\w+\s+){{0,3}}no\s+{_NETWORKS}|\bподпи(?:шитесь|сывайтесь)\s+на\s+наш"""
)
_SPEAKS_TO = re.compile(
    r"""(?ix)\b(?:you|your|our|us|we|me|my|sie|ihnen|ihren?|du|dich|dir|deine?n?|uns(?:er\w*)?|vous|votre|notre|nous|nuestr[oa]|tu|te|usted|você|seu|noss[oa]|vostr[oa]|nostr[oa]|ti|вас|наш\w*)\b
      |(?:^|[.!?:…]\s)\W{0,3}(?:for\s+more|please|sign\s+up|subscribe|follow|like|join|melde|folge|abonn|suivez|inscri|suscr|s[ií]g|assin|iscriv|подпи)"""
)
_ANYWHERE = re.compile(
    rf"""(?ix)\b(?:our|this|unsere[mn]?|notre|nuestr[oa]|noss[oa]|nostr[oa])\s+(?:\w+\s+){{0,2}}{_LETTER}\b|\b(?:in|to)\s+your\s+inbox\b"""
)
_LONGEST_AMONG = 250  # code points of such a line among the paragraphs
_TOLD = re.compile(r"\b(?:said|says|told|wrote|sagte|dit|dijo|disse|сказал\w*)\b|[“”„«\"]", re.IGNORECASE)


def ends(text: str) -> bool:
    """Whether the line only tells that the text ends, in signs or an agency's word, or is the address of who wrote it."""
    return len(text) <= _LONGEST_END and _END.fullmatch(text) is not None


def asks(text: str) -> bool:
    """Whether a line, if it is the text's last, is what a house asks of its readers: nobody's words, and no note on the text."""
    return (
        len(text) <= _LONGEST and bool(_ASKS.search(text)) and not _TOLD.search(text) and not note_words.is_note(text)
    )


def asks_for_subscribers(text: str) -> bool:
    """Whether a line, wherever it stands, is what a house says of its own newsletter."""
    return len(text) <= _LONGEST_AMONG and bool(_ANYWHERE.search(text)) and asks(text)
