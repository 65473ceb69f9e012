"""Words that stand before people's names in languages other than English: offices, professions, forms of address."""

import functools
from typing import Final

import regex

_FRENCH: Final = (
    r"(?:vice-)?président[e]?|premier\sministre|première\sministre|ministre|chancelier|chancelière|maire|député[e]?|roi|reine|M\.|Mme|Mlle|Dr|"
    r"sénateur|sénatrice|eurodéputé[e]?|préfet|préfète|procureur[e]?|juge|avocat[e]?|général|colonel|capitaine|ambassadeur|ambassadrice|porte-parole|"
    r"secrétaire|directeur|directrice|patron|patronne|chef|cheffe|leader|professeur[e]?|docteur|pape|évêque|cardinal|prince|princesse|acteur|actrice|"
    r"chanteur|chanteuse|réalisateur|réalisatrice|écrivain|romancier|romancière|entraîneur|historien|historienne|économiste"
)
_GERMAN: Final = (
    r"(?:\p{L}*(?:präsident|minister|kanzler|sprecher|chef|meister|direktor|richter|trainer|leiter|anwalt|anwält|kommissar|senator|professor|"
    r"botschafter|sekretär|forscher|politiker|vorstand|autor|regisseur|schauspieler|sänger|stürmer|experte|expert|kandidat)(?:in|en|s)?)|"
    r"\p{L}*(?:vorsitzende|abgeordnete|beauftragte)[rn]?|Herrn?|Frau|König|Königin|Papst|Prinz|Prinzessin|Bischof|Kardinal|General|Dr\.|Prof\."
)
_SPANISH: Final = (
    r"(?:ex|vice)?president[ea]|primer\sministro|primera\sministra|ministr[oa]|canciller|alcalde|alcaldesa|gobernador[a]?|rey|reina|señor|señora|"
    r"diputad[oa]|senador[a]?|secretari[oa]|director[a]?|portavoz|vocero|vocera|fiscal|jue[zc]|jueza|abogad[oa]|general|coronel|capitán|comandante|papa|"
    r"obispo|cardenal|príncipe|princesa|actor|actriz|cantante|escritor[a]?|cineasta|entrenador[a]?|doctor[a]?|profesor[a]?|líder|jefe|jefa|embajador[a]?|don|doña"
)
_ITALIAN: Final = (
    r"(?:vice)?president[ei]|presidentessa|primo\sministro|premier|ministra|sindac[oa]|signor|signora|senatore|senatrice|deputat[oa]|onorevole|segretari[oa]|"
    r"direttore|direttrice|governatore|procuratore|giudice|avvocat[oa]|generale|colonnello|papa|cardinale|vescovo|attore|attrice|cantante|regista|"
    r"scrittore|scrittrice|allenatore|dottor|dottoressa|professor|professoressa|leader|portavoce|cancelliere|cancelliera|ambasciatore|ambasciatrice|re|regina"
)
_PORTUGUESE: Final = (
    r"primeiro-ministro|primeira-ministra|prefeit[oa]|governador[a]?|deputad[oa]|vereador[a]?|secretári[oa]|diretor[a]?|porta-voz|procurador[a]?|juiz|juíza|"
    r"advogad[oa]|coronel|capitão|bispo|cardeal|ator|atriz|cantor[a]?|escritor[a]?|treinador[a]?|técnico|doutor[a]?|professor[a]?|líder|chefe|embaixador[a]?|rei|rainha|chanceler"
)
_NORTHERN: Final = (
    r"(?:\p{L}*(?:minister|ministern|statsråd|statsråden|president|presidenten|ledare|ledaren|leder|lederen|talsperson|chef|chefen|direktør|direktör|"
    r"borgmester|borgmesteren|ordfører|ordføreren|formand|formanden|kansler|kansleren|åklagare|dommer|ordförande|politiker|professor|forsker|forskare|"
    r"tränare|træner|trener|skådespelaren|författaren|forfatteren|burgemeester|wethouder|staatssecretaris|kamerlid|woordvoerder|voorzitter|fractievoorzitter|"
    r"bondskanselier|premier|directeur|hoogleraar|partijleider|koning|koningin|minister-president))|kong|kung|dronning|drottning|prins|prinsesse|prinsessan|paus|pave|påven|paven"
)
_SLAVIC: Final = (
    r"(?:экс-|вице-)?(?:президент|премьер|премьер-министр|министр|губернатор|мэр|глава|спикер|сенатор|депутат|посол|генерал|полковник|адвокат|режиссёр|режиссер|"
    r"актёр|актер|актриса|певец|певица|писатель|политолог|эксперт|директор|председатель|секретарь|канцлер|король|королева|принц|патриарх|тренер|пресс-секретар[ья]|лидер)[а-яё]{0,4}|"
    r"(?:екс-|віце-)?(?:президент|прем'єр|прем’єр|прем'єр-міністр|прем’єр-міністр|міністр|губернатор|мер|голова|спікер|депутат|посол|генерал|очільник|речник|лідер|канцлер)[а-яіїє]{0,4}|"
    r"(?:wice|eks-)?(?:prezydent|premier|minister|ministr|marszałek|marszałk|szef|wojewod|burmistrz|poseł|posł|senator|rzecznik|generał|kanclerz|lider|prezes|sędzi|trener|prokurator)"
    r"(?:a|em|iem|owi|ze|y|ów|ka|ki|ką|ce|ę|ą|zyni)?|prezidenta?|premiéra?|ministryně"
)
_TURKISH: Final = (
    r"\p{L}*(?:başkanı|bakanı|cumhurbaşkanı|başbakanı|valisi|sözcüsü|lideri|kralı|şansölyesi|milletvekili|müdürü|genel\ssekreteri)|"
    r"cumhurbaşkanı|başbakan|bakan|başkan|vali|milletvekili|kral|profesör"
)
_WORDS: Final = f"{_FRENCH}|{_GERMAN}|{_SPANISH}|{_ITALIAN}|{_PORTUGUESE}|{_NORTHERN}|{_SLAVIC}|{_TURKISH}"

_TITLE: Final = regex.compile(rf"(?:{_WORDS})", regex.IGNORECASE)
_LONGEST: Final = 40


@functools.lru_cache(maxsize=8192)
def is_title(word: str) -> bool:
    """Whether a word is a title."""
    return _TITLE.fullmatch(word) is not None


def is_behind_title(text: str, position: int) -> bool:
    """Whether a title stands right before a position."""
    end = position - 1
    if end < 1 or text[end] not in " \u00a0":
        return False
    start = max(text.rfind(" ", 0, end), text.rfind("\u00a0", 0, end)) + 1
    return end - start <= _LONGEST and is_title(text[start:end].lstrip("([«„“\"'’"))
