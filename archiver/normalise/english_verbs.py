"""English verbs by what their forms tell of time: the words behind `english_tense`."""

from typing import Final

from archiver.normalise.words import listed

PAST: Final = frozenset(
    listed(
        "arose ate awoke became beat beaten been began begun bent bet bit bitten bled blew blown bore born bought bound bred broke "
        "broken brought built burnt burst came cast caught chose chosen clung cost crept cut dealt did done drank drawn drew "
        "driven drove drunk dug eaten fallen fed fell felt fled flew flown flung forbade forgave forgot forgotten fought found "
        "froze frozen gave given gone got gotten grew grown heard held hid hidden hit hung hurt kept knew known laid lain leapt "
        "led left lent lit lost made meant met misled mistook overcame oversaw overtaken overthrew overthrown overtook "
        "overturned paid pled put quit ran rang rebuilt ridden risen rode rose rung said sang sank sat saw seen sent set shaken "
        "shed shook shot shown shrank shut slain slept slid slung slept smelt sold sought sped spelt spent spilt split spoilt "
        "spoke spoken sprang spread spun stole stolen stood strode struck strung stuck stung sung sunk swam swept swore sworn "
        "swung taken taught thought threw thrown told took tore torn underwent undergone understood undertaken undertook "
        "undone upheld upset went wept withdrawn withdrew withheld withstood woke woken won wore worn wound wove written wrote"
    )
)
"""Irregular pasts and participles; regular ones end in "-ed"."""

NOT_PAST: Final = frozenset(
    listed(
        "bed bleed breed creed deed embed exceed feed fred freed greed heed hundred indeed infrared kindred need proceed red "
        "themed reed sacred seed shed sled speed succeed ted wed weed wicked naked rugged unprecedented alleged so-called"
    )
)
"""Words in "-ed" that are no past."""

SPEECH: Final = frozenset(
    listed(
        "said told announced confirmed stated added warned claimed insisted argued revealed reported noted explained suggested "
        "indicated predicted believed thought knew understood learned learnt hoped feared promised vowed pledged declared "
        "stressed tweeted wrote posted denied acknowledged admitted"
    )
)
"""Verbs that a clause of its own follows: what stands behind them may have another tense."""

MODALS: Final = frozenset(listed("will shall would should could may might must can won’t"))
MONTHS: Final = frozenset(listed("january february april june july august september october november december"))
"""The months that are nothing else."""
BE_NOW: Final = frozenset(listed("is are am"))
BE_THEN: Final = frozenset(listed("was were"))

PLANNED: Final = frozenset(
    listed(
        "due scheduled expected set slated planned going about likely supposed poised hoping preparing planning ready meant "
        "expecting aiming looking earmarked timetabled booked tipped"
    )
)
"""What behind a form of "be" speaks of what is to come."""

ONGOING: Final = frozenset(
    listed(
        "analysing analyzing appealing assessing cleaning coping counting examining grappling grieving hunting investigating looking "
        "mourning probing questioning recovering recuperating reeling searching seeking struggling studying surveying"
    )
)
"""What with "is" goes on now, and never says when something is to be: "are investigating a fire on Sunday"."""

NEEDS_MORE: Final = {"set": ("to", "for"), "going": ("to",), "about": ("to",), "likely": ("to",), "looking": ("to",), "ready": ("to", "for"), "booked": ("for", "in", "to")}  # fmt: skip
"""Words of `PLANNED` that speak so only before these."""

AHEAD: Final = frozenset(listed("scheduled upcoming forthcoming slated planned expected deadline due"))
"""Adjectives and nouns that speak of what is to come without a verb: "the planned strike on Monday"."""

INTENT: Final = frozenset(
    listed(
        "plan plans planned planning hope hopes hoped hoping aim aims aimed aiming intend intends intended want wants wanted "
        "expect expects expected agree agrees agreed vow vows vowed promise promises promised pledge pledges pledged threaten "
        "threatens threatened threatening order orders ordered invite invites invited summon summons summoned scheduled set due "
        "slated likely about prepare prepares preparing prepared required require requires supposed offer offers offered ready "
        "poised need needs propose proposes proposed proposal pledging vowing deadline"
    )
)
"""Words before an infinitive that put it ahead, whatever their own tense."""

DECIDED: Final = frozenset(
    listed(
        "adopted agreed announced approved backed decided demanded endorsed offered ordered passed proposed requested ruled sought "
        "voted"
    )
)
"""Pasts of what was to begin "from July": "approved a rise from July"."""

DECIDES: Final = frozenset(listed("choose chose chosen decide decided opted resolved ruled vote voted"))
"""Verbs whose infinitive is as often what was done as what is to be: "decided to close it in May"."""

PRESENT: Final = frozenset(
    listed(
        "appear arrive begin close conclude continue convene debate decide depart end expire face gather host fly leave launch meet "
        "open play reopen reconvene restart resume return run sail sit start travel visit vote"
    )
)
"""Verbs whose present with a day speaks of what is planned: "The fair opens on Friday"."""

PRESENT_PAIRS: Final = {
    "take": ("over", "place", "effect", "office"),
    "hand": ("over",),
    "kick": ("off",),
    "go": ("on", "ahead", "to", "into", "live", "before"),
    "come": ("into", "to", "out"),
    "get": ("underway", "under"),
    "step": ("down",),
    "head": ("to",),
}
"""The same for verbs that need a second word."""

DETERMINERS: Final = frozenset(
    listed(
        "a an the this these those its his her their our my your each every no some any all both another one two three "
        "four five first second third last next final key new latest several many few more most such other same"
    )
)
ARTICLES: Final = frozenset(listed("a an the its his her their our my your no each every"))
"""Words behind which a form in "-ed" is an adjective or a noun."""

PREPOSITIONS: Final = frozenset(
    listed(
        "of in on at for with from to by about after before during over under into against between through without than"
    )
)
CONJUNCTIONS: Final = frozenset(
    listed("and but or while when that because as if which who whom whose where although though so whether until since")
)
ADVERBS: Final = frozenset(
    listed(
        "not also now never still soon only first then again just already even always once later instead yet ever almost "
        "likely formally finally neither"
    )
)
PRONOUNS: Final = frozenset(listed("they we you i who people police"))
PARTS_OF_DAY: Final = frozenset(
    listed("morning afternoon evening night lunchtime noon midnight dawn mornings nights overnight")
)
ATTACHED: Final = frozenset(
    listed("on late early this from by since until till through of for at in next last the again both only just")
)
"""Small words between a day and what governs it."""

NOT_GERUND: Final = frozenset(
    listed(
        "morning evening during nothing something anything everything king spring string thing ring wing building ceiling"
    )
)
