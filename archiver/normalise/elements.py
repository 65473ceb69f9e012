"""What an element says about its content: by its tag, and by the words in its class, id and role."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "amp-sidebar",
    ]
)
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "select",
        "textarea",
        "button",
        "input",
        "label",
        "map",
        "head",
        "link",
        "meta",
        "title",
        "amp-ad",
        "amp-embed",
        "amp-analytics",
        "ins-ad",
        "rt",  # how a character is read
        "rp",
    ]
)
INLINE = frozenset(["a", "span", "time", "font", "small", "abbr"])
KINDS = {
    "li": "item", "blockquote": "quote", "pre": "pre", "td": "cell", "th": "cell", "p": "paragraph",
    **{f"h{level}": "heading" for level in range(1, 7)},
}  # fmt: skip

_BY_TAG = {
    "nav": "navigation", "menu": "navigation", "footer": "footer", "aside": "aside", "figure": "caption", "figcaption": "caption",
    "dialog": "cookies", "amp-sidebar": "navigation", "address": "byline", "caption": "caption",
}  # fmt: skip
_BY_ROLE = {
    "navigation": "navigation",
    "complementary": "aside",
    "dialog": "cookies",
    "alertdialog": "cookies",
    "search": "navigation",
    "contentinfo": "footer",
    "banner": "navigation",
    "menu": "navigation",
    "doc-tip": "related",
}

STANDFIRST = (
    "standfirst ingress perex deck dek synopsis subtitle subheadline subhead subheading summary abstract excerpt chapo chapeau sommario entradilla vorspann"
    " occhiello bajada copete sub+title sub+headline article+intro article+summary article+lead article+description article+excerpt article+standfirst"
)
"""Words of class and id that say of all that stands in an element that it is the standfirst; two joined by + stand side by side."""

# Words of class and id, split at hyphens, underscores and capitals. Two words joined by + must stand side by side.
_WORDS = {
    "related": "related relateds relatedarticles relatednews relatedcontent relatedstories recommended recommendation recommendations recirc recirculation trending mostread mostviewed mostpopular"
    " popular outbrain taboola zergnet revcontent mgid sidebar rail teasers readmore readalso alsoread readnext upnext promo promos"
    " more+stories more+news more+articles more+from more+on most+read most+viewed most+popular also+read read+also read+more"
    " see+also recent+stories recent+posts recent+articles latest+news latest+stories top+stories other+stories other+news next+article next+story"
    " seealso weiterlesen lireaussi lire+aussi leer+mas lea+tambien recientes relacionadas relacionados liés weitere+artikel mehr+zum zum+thema ilgili+haber ilgili+haberler czytaj+takze czytaj+tez zobacz+takze powiazane related+links linkbox suggested suggestions jobs jobboard stellenmarkt other+articles you+may recommended+by right+col right+column side+bar",
    "share": "share shares sharing sharebar sharethis sharedaddy addthis social socials socialmedia share+tools follow+us",
    "comments": "comment comments commentlist disqus respond coral livefyre kommentare commentaires comentarios leserkommentare",
    "newsletter": "newsletter newsletters signup subscribe subscription optin mailchimp cta",
    "cookies": "cookie cookies consent gdpr onetrust cmpbox cmpwrapper cookiebanner cookieconsent ccpa",
    "advertisement": "ad ads advert adverts advertisement advertising adslot adsbygoogle adunit adwrapper adbox dfp sponsored sponsor gpt affiliate anzeige werbung"
    " publicite publicidad",
    "caption": "caption captions credit credits figcaption photocredit imagecredit wp+caption media+caption bildunterschrift legende legend onderschrift"
    " imagecaption imgcaption photocaption fotocredit bildnachweis bildquelle bildtext bildinfo imagetext media+info image+description image+text"
    " podpis+zdjecia opis+zdjecia podpis+zdjęcia podpis+foto bijschrift fotobijschrift fotoonderschrift billedtekst bildetekst kuvateksti didascalia"
    " resim+alti resimalti legenda+foto foto+legenda piedefoto foto+opis opis+foto"
    " image+info photo+description media+description pie+foto image+copyright media+copyright image+source image+metadata photo+metadata",
    "box": "infobox info+box factbox fact+box faktabox fakta+box faktaboks faktaruta faktenbox fakten+box expandable+box additional+info",
    "": "sidebar+grid sidebar+layout",  # which hold the text too
    "teaser": "teaser teasertext card tile",
    "unseen": "condition+invisible form+done form+fail",
    "hidden": "sr+only screen+reader visually+hidden visuallyhidden screenreader assistive+text tooltip tooltips popover",
    "player": "audioplayer videoplayer audio+player video+player jwplayer tts text+to+speech playlist audio+enhancement video+enhancement",
    "navigation": "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager masthead topbar toolbar tools megamenu"
    " skip skiplink hamburger offcanvas brotkrumen ticker",
    "tags": "tags taglist tagcloud keywords topics post+tags schlagworte",
    "bio": "bio authorbio authorbox author+bio author+box about+author about+the+author",
    "paywall": "paywall piano regwall metering subscriber+only",
    "footer": "footer foot colophon copyright disclaimer sitefooter",
    "byline": "byline bylines author authors authorname by dateline meta timestamp date datetime time published pubdate publish postmeta"
    " entrymeta article+meta post+meta entry+meta kicker autor auteur autore verfasser signature article+info",
    "standfirst": STANDFIRST,
}
_SPLIT = re.compile(r"[^a-zA-Zà-ÿ]+|(?<=[a-zà-ÿ])(?=[A-Z])")
_NO_LETTERS = {code: " " for code in range(0x80) if not chr(code).isalpha()}
_MOST_CHARS = 400
_REMEMBERED = 16_384  # names of class, id and property: the pages of a site repeat them, and many sites come in turn
_SINGLE: dict[str, str] = {}
_DOUBLE: dict[tuple[str, str], str] = {}
for _name, _list in _WORDS.items():
    for _entry in _list.split():
        _parts = _entry.split("+")
        if len(_parts) == 1:
            _SINGLE.setdefault(_entry, _name)
        else:
            _DOUBLE.setdefault((_parts[0], _parts[1]), _name)

_WALLED = frozenset({"p", "h2", "h3", "h4"})
_SHORT_WORD, _MOST_SHORT = 2, 2  # letters; more words of so few letters are an identifier by chance
# Beside these, a word says what stands in the element or next to it, or what state it is in.
_NOT_ITSELF = frozenset(
    {"has", "no", "with", "w", "is", "js", "without", "embed", "embeds", "embedded", "category", "format"}
)
_EMBEDS = frozenset({"embed", "embeds", "embedded"})
# Words of a container's class that say: this is the text.
_BODY = re.compile(
    r"(?:article|story|post|entry|news|content)[-_]?(?:body|content|text)|body[-_]?(?:text|copy)|articlebody|articletext|storytext|artikeltext|td-post-content|main-?text",
    re.IGNORECASE,
)
# The classes that publishing systems give to a whole entry tell its state, author and categories, not what it is.
_ENTRY = re.compile(
    r"\b(?:hentry|h-entry|type-post|status-publish|speakable[\w-]*|(?:twitter|instagram)-(?:tweet|media))\b"
)
_IN_ENTRY = ("entry", "-post", "publish", "speakable", "-tweet", "-media")  # one of these is in each
# A class that is nothing but this says the same more surely than words about the layout ("sidebar grid") beside it.
_TEXT = re.compile(r"(?<![\w-])(?:article|story|post|entry)[-_]{0,2}(?:body|content|text)(?![\w-])", re.IGNORECASE)
# Not shown, unless a class beside it ("md:block", "d-lg-flex") shows it on larger screens.
_UNSEEN = re.compile(
    r"^(?!.*(?::|d-[a-z]{2}-)(?:block|flex|grid|inline|table|contents))(?:.* )?(?:hidden|hide|d-none|is-hidden|display-none)(?: |$)"
)
_DATES = frozenset(
    [
        "date",
        "datetime",
        "time",
        "timestamp",
        "published",
        "datepublished",
        "pubdate",
        "publish",
        "posted",
        "updated",
        "modified",
        "datemodified",
    ]
)
_BUTTONS = frozenset({"btn", "button", "buttons", "cta"})
_UNPRINTED = re.compile(
    r"(?<![a-z])(?:no-?print|print-(?:none|hidden|hide)|hid(?:e|den)-(?:on-)?print|print:hidden)(?![a-z])",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"crumb|ariane|brotkrum|krumel|migas|migalhas|briciole|kruimel|brödsm", re.IGNORECASE)
_INGREDIENTS = re.compile(r"ingr[eé]dient|zutat|składniki|ingrediënt", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SLUG = 2  # hyphens
# These say what a block is, not that it is to be cut.
HINTS = frozenset({"byline", "standfirst"})


def label(element: Any) -> str | None:
    """The kind of boilerplate, or the hint ("byline", "standfirst"), that the element's tag, role, class or id speaks of."""
    return labelled(element.tag, element.attrib)


def labelled(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The same, of an element with this tag and these attributes."""
    if "hidden" in attributes or _is_hidden(attributes.get("style")):
        return "hidden"
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    role = attributes.get("role")
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    if tag in ("body", "html", "main"):
        return None
    told = ("class", "itemprop") if tag in _HEADINGS and _is_slug(attributes.get("id")) else ("class", "id", "itemprop")
    names = " ".join([attributes[name] for name in told if name in attributes])
    found = _by_names(names[:_MOST_CHARS]) if names else None
    return None if found == "paywall" and tag in _WALLED else found  # they are what is behind the wall


def _is_slug(name: str | None) -> bool:
    """Whether an id is made of the words of its heading, to which a table of contents leads: "climate-related-risks-to-farming"."""
    return name is not None and name.count("-") + name.count("_") >= _SLUG


@lru_cache(maxsize=_REMEMBERED)
def _by_names(names: str) -> str | None:
    found = None
    for name in names.split():
        found = _by_name(name)
        if found:
            break
    if found is None and ("hid" in names or "none" in names) and _UNSEEN.search(names):
        found = "unseen"
    if found is None or (found == "related" and _TEXT.search(names)):
        return None
    return None if any(mark in names for mark in _IN_ENTRY) and _ENTRY.search(names) else found


@lru_cache(maxsize=4 * _REMEMBERED)
def _by_name(name: str) -> str | None:
    """What one class or id speaks of."""
    words = words_of(name)
    if len(words) > 1:
        for pair in pairwise(words):
            if pair in _DOUBLE:
                return _DOUBLE[pair]
    for word in words:
        if word in _SINGLE and (_NOT_ITSELF.isdisjoint(words) or _is_caption_of(word, words)):
            by_chance = len(word) <= _SHORT_WORD and sum(len(other) <= _SHORT_WORD for other in words) > _MOST_SHORT
            return None if by_chance else _SINGLE[word]
    return None


def words_of(name: str) -> list[str]:
    """The words of one class or id, in small letters: it is cut at hyphens, underscores and capitals."""
    if name.isascii() and name[1:].islower():  # most are, and have no capitals to be cut at
        return name.lower().translate(_NO_LETTERS).split()
    return list(map(str.lower, filter(None, _SPLIT.split(name))))


def _is_caption_of(word: str, words: Sequence[str]) -> bool:
    """Whether the words say that it is the caption of what is embedded: "imageEmbedCaption", "embed-credit"."""
    return word == words[-1] and _SINGLE[word] == "caption" and not _EMBEDS.isdisjoint(words)


def _is_hidden(style: str | None) -> bool:
    return bool(style) and "display:none" in (style or "")[:_MOST_CHARS].replace(" ", "").lower()


def is_closed(element: Any) -> bool:
    """Whether the element's content isn't shown, as its state: what is only for screen readers is another matter."""
    return (
        "hidden" in element.attrib
        or _is_hidden(element.get("style"))
        or bool(_UNSEEN.search((element.get("class") or "")[:_MOST_CHARS]))
    )


def dress(element: Any) -> tuple[str, str]:
    """The tag and the class of the element, by which those that are set alike are known."""
    return element.tag, element.get("class") or ""


def is_crumbs(element: Any) -> bool:
    """Whether the element says that it is a breadcrumb trail."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('aria-label') or ''}"[:_MOST_CHARS]
    return _names_crumbs(names)


@lru_cache(maxsize=_REMEMBERED)
def _names_crumbs(names: str) -> bool:
    return bool(_CRUMBS.search(names))


def is_unprinted(element: Any) -> bool:
    """Whether the element says that it is left out where the page is printed, as what isn't its text is."""
    return _names_unprinted((element.get("class") or "")[:_MOST_CHARS])


@lru_cache(maxsize=_REMEMBERED)
def _names_unprinted(names: str) -> bool:
    return "print" in names and bool(_UNPRINTED.search(names))


def is_button(element: Any) -> bool:
    """Whether the element says that it is set as a button."""
    return _names_button((element.get("class") or "")[:_MOST_CHARS])


@lru_cache(maxsize=_REMEMBERED)
def _names_button(names: str) -> bool:
    return any(not _BUTTONS.isdisjoint(words_of(name)) for name in names.split())


def is_date(element: Any) -> bool:
    """Whether the element says that it holds a date."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:_MOST_CHARS]
    return element.tag == "time" or _names_date(names)


@lru_cache(maxsize=_REMEMBERED)
def _names_date(names: str) -> bool:
    return any(word.lower() in _DATES for word in _SPLIT.split(names))


def is_ingredients(element: Any) -> bool:
    """Whether the element says that it holds what a recipe is made of."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    return bool(names.strip()) and _names_ingredients(names[:_MOST_CHARS])


@lru_cache(maxsize=_REMEMBERED)
def _names_ingredients(names: str) -> bool:
    return bool(_INGREDIENTS.search(names))


def is_body(element: Any) -> bool:
    """Whether the element says that it holds the article's text."""
    if element.get("itemprop") == "articleBody" or "articleBody" in (element.get("property") or ""):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:_MOST_CHARS]
    return bool(_BODY.search(names))
