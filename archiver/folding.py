"""The table of characters that folding replaces: what Lucene's filters do to them, as data.

The pairs are facts of `ASCIIFoldingFilter`, `LowerCaseFilter`, `DecimalDigitFilter`, `ArabicNormalizer` and
`PersianNormalizer`, applied in this order to lower-case text; the tests hold them against Elasticsearch, and the first
against tantivy's filter too. Nothing is listed that has a lower case: folding comes after it.
"""

# Letters and numbers that have a form in ASCII, by that form.
_ASCII = {
    "0": "\u2070\u2080\u24ea\u24ff\uff10",
    "1": "¹\u2081\u2460\u24f5\u2776\u2780\u278a\uff11",
    "1.": "\u2488",
    "10": "\u2469\u24fe\u277f\u2789\u2793",
    "10.": "\u2491",
    "11": "\u246a\u24eb",
    "11.": "\u2492",
    "12": "\u246b\u24ec",
    "12.": "\u2493",
    "13": "\u246c\u24ed",
    "13.": "\u2494",
    "14": "\u246d\u24ee",
    "14.": "\u2495",
    "15": "\u246e\u24ef",
    "15.": "\u2496",
    "16": "\u246f\u24f0",
    "16.": "\u2497",
    "17": "\u2470\u24f1",
    "17.": "\u2498",
    "18": "\u2471\u24f2",
    "18.": "\u2499",
    "19": "\u2472\u24f3",
    "19.": "\u249a",
    "2": "²\u2082\u2461\u24f6\u2777\u2781\u278b\uff12",
    "2.": "\u2489",
    "20": "\u2473\u24f4",
    "20.": "\u249b",
    "3": "³\u2083\u2462\u24f7\u2778\u2782\u278c\uff13",
    "3.": "\u248a",
    "4": "\u2074\u2084\u2463\u24f8\u2779\u2783\u278d\uff14",
    "4.": "\u248b",
    "5": "\u2075\u2085\u2464\u24f9\u277a\u2784\u278e\uff15",
    "5.": "\u248c",
    "6": "\u2076\u2086\u2465\u24fa\u277b\u2785\u278f\uff16",
    "6.": "\u248d",
    "7": "\u2077\u2087\u2466\u24fb\u277c\u2786\u2790\uff17",
    "7.": "\u248e",
    "8": "\u2078\u2088\u2467\u24fc\u277d\u2787\u2791\uff18",
    "8.": "\u248f",
    "9": "\u2079\u2089\u2468\u24fd\u277e\u2788\u2792\uff19",
    "9.": "\u2490",
    "(1)": "\u2474",
    "(10)": "\u247d",
    "(11)": "\u247e",
    "(12)": "\u247f",
    "(13)": "\u2480",
    "(14)": "\u2481",
    "(15)": "\u2482",
    "(16)": "\u2483",
    "(17)": "\u2484",
    "(18)": "\u2485",
    "(19)": "\u2486",
    "(2)": "\u2475",
    "(20)": "\u2487",
    "(3)": "\u2476",
    "(4)": "\u2477",
    "(5)": "\u2478",
    "(6)": "\u2479",
    "(7)": "\u247a",
    "(8)": "\u247b",
    "(9)": "\u247c",
    "A": "\u1d00",
    "AE": "\u1d01",
    "B": "\u0299\u1d03",
    "C": "\u0297\u1d04",
    "D": "\u1d05\u1d06",
    "E": "\u1d07\u2c7b",
    "F": "\ua730\ua7fb",
    "G": "ǥǧ\u0262\u029b",
    "H": "\u029c",
    "I": "\u026a\u1d7b\ua7fe",
    "J": "\u1d0a",
    "K": "\u1d0b",
    "L": "\u029f\u1d0c",
    "M": "\u1d0d\ua7fd\ua7ff",
    "N": "\u0274\u1d0e",
    "O": "\u1d0f\u1d10",
    "OE": "\u0276",
    "OU": "\u1d15",
    "P": "\u1d18",
    "R": "\u0280\u0281\u1d19\u1d1a",
    "S": "\ua731\ua785",
    "T": "\u1d1b",
    "U": "\u1d1c\u1d7e",
    "V": "\u1d20",
    "W": "\u1d21",
    "Y": "\u028f",
    "Z": "\u1d22",
    "a": (
        "àáâãäåāăąǎǟǡǻȁȃȧ\u0250\u0259\u025a\u1d8f\u1d95\u1e01\u1e9a\u1ea1\u1ea3\u1ea5\u1ea7\u1ea9"
        "\u1eab\u1ead\u1eaf\u1eb1\u1eb3\u1eb5\u1eb7\u2090\u2094\u2c65\uff41"
    ),
    "aa": "\ua733",
    "ae": "æǣǽ\u1d02",
    "ao": "\ua735",
    "au": "\ua737",
    "av": "\ua739\ua73b",
    "ay": "\ua73d",
    "b": "ƀƃ\u0253\u1d6c\u1d80\u1e03\u1e05\u1e07\uff42",
    "c": "çćĉċčƈȼ\u0255\u1e09\u2184\ua73f\uff43",
    "d": "ðďđƌȡ\u0256\u0257\u1d6d\u1d81\u1d91\u1e0b\u1e0d\u1e0f\u1e11\u1e13\ua77a\uff44",
    "db": "ȸ",
    "dz": "ǆǳ\u02a3\u02a5",
    "e": (
        "èéêëēĕėęěǝȅȇȩɇ\u0258\u025b\u025c\u025d\u025e\u029a\u1d08\u1d92\u1d93\u1d94\u1e15\u1e17"
        "\u1e19\u1e1b\u1e1d\u1eb9\u1ebb\u1ebd\u1ebf\u1ec1\u1ec3\u1ec5\u1ec7\u2091\u2c78\uff45"
    ),
    "f": "ƒ\u1d6e\u1d82\u1e1f\u1e9b\ua77c\uff46",
    "ff": "\ufb00",
    "ffi": "\ufb03",
    "ffl": "\ufb04",
    "fi": "\ufb01",
    "fl": "\ufb02",
    "g": "ĝğġģǵ\u0260\u0261\u1d77\u1d79\u1d83\u1e21\ua77f\uff47",
    "h": "ĥħȟ\u0265\u0266\u02ae\u02af\u1e23\u1e25\u1e27\u1e29\u1e2b\u1e96\u2c68\u2c76\uff48",
    "hv": "ƕ",
    "i": "ìíîïĩīĭįıǐȉȋ\u0268\u1d09\u1d62\u1d7c\u1d96\u1e2d\u1e2f\u1ec9\u1ecb\u2071\uff49",
    "ij": "ĳ",
    "j": "ĵǰȷɉ\u025f\u0284\u029d\u2c7c\uff4a",
    "k": "ķƙǩ\u029e\u1d84\u1e31\u1e33\u1e35\u2c6a\ua741\ua743\ua745\uff4b",
    "l": "ĺļľŀłƚȴ\u026b\u026c\u026d\u1d85\u1e37\u1e39\u1e3b\u1e3d\u2c61\ua747\ua749\ua781\uff4c",
    "lj": "ǉ",
    "ll": "\u1efb",
    "ls": "\u02aa",
    "lz": "\u02ab",
    "m": "\u026f\u0270\u0271\u1d6f\u1d86\u1e3f\u1e41\u1e43\uff4d",
    "n": "ñńņňŉŋƞǹȵ\u0272\u0273\u1d70\u1d87\u1e45\u1e47\u1e49\u1e4b\u207f\uff4e",
    "nj": "ǌ",
    "o": (
        "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱ\u0254\u0275\u1d16\u1d17\u1d97\u1e4d\u1e4f\u1e51\u1e53\u1ecd\u1ecf"
        "\u1ed1\u1ed3\u1ed5\u1ed7\u1ed9\u1edb\u1edd\u1edf\u1ee1\u1ee3\u2092\u2c7a\ua74b\ua74d\uff4f"
    ),
    "oe": "œ\u1d14",
    "oo": "\ua74f",
    "ou": "ȣ",
    "p": "ƥ\u1d71\u1d7d\u1d88\u1e55\u1e57\ua751\ua753\ua755\ua7fc\uff50",
    "q": "ĸɋ\u02a0\ua757\ua759\uff51",
    "qp": "ȹ",
    "r": ("ŕŗřȑȓɍ\u027c\u027d\u027e\u027f\u1d63\u1d72\u1d73\u1d89\u1e59\u1e5b\u1e5d\u1e5f\ua75b\ua783\uff52"),
    "s": "śŝşšſșȿ\u0282\u1d74\u1d8a\u1e61\u1e63\u1e65\u1e67\u1e69\u1e9c\u1e9d\uff53",
    "ss": "ß",
    "st": "\ufb06",
    "t": "ţťŧƫƭțȶ\u0287\u0288\u1d75\u1e6b\u1e6d\u1e6f\u1e71\u1e97\u2c66\uff54",
    "tc": "\u02a8",
    "th": "þ\u1d7a\ua767",
    "ts": "\u02a6",
    "tz": "\ua729",
    "u": (
        "ùúûüũūŭůűųưǔǖǘǚǜȕȗ\u0289\u1d64\u1d99\u1e73\u1e75\u1e77\u1e79\u1e7b\u1ee5\u1ee7\u1ee9\u1eeb"
        "\u1eed\u1eef\u1ef1\uff55"
    ),
    "ue": "\u1d6b",
    "v": "\u028b\u028c\u1d65\u1d8c\u1e7d\u1e7f\u2c71\u2c74\ua75f\uff56",
    "vy": "\ua761",
    "w": "ŵƿ\u028d\u1e81\u1e83\u1e85\u1e87\u1e89\u1e98\u2c73\uff57",
    "x": "\u1d8d\u1e8b\u1e8d\u2093\uff58",
    "y": "ýÿŷƴȳɏ\u028e\u1e8f\u1e99\u1ef3\u1ef5\u1ef7\u1ef9\u1eff\uff59",
    "z": "źżžƶȝȥɀ\u0290\u0291\u1d76\u1d8e\u1e91\u1e93\u1e95\u2c6c\ua763\uff5a",
}

# Signs, which stand in no token, but in whole values: O’Brien and O'Brien are one name.
_SIGNS = {
    "!": "\uff01",
    "!!": "\u203c",
    "!?": "\u2049",
    '"': "«»\u201c\u201d\u201e\u2033\u2036\u275d\u275e\u276e\u276f\uff02",
    "#": "\uff03",
    "$": "\uff04",
    "%": "\u2052\uff05",
    "&": "\uff06",
    "'": "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u275b\u275c\uff07",
    "(": "\u207d\u208d\u2768\u276a\uff08",
    "((": "\u2e28",
    ")": "\u207e\u208e\u2769\u276b\uff09",
    "))": "\u2e29",
    "*": "\u204e\uff0a",
    "+": "\u207a\u208a\uff0b",
    ",": "\uff0c",
    "-": "\u2010\u2011\u2012\u2013\u2014\u207b\u208b\uff0d",
    ".": "\uff0e",
    "/": "\u2044\uff0f",
    ":": "\uff1a",
    ";": "\u204f\uff1b",
    "<": "\u276c\u2770\uff1c",
    "=": "\u207c\u208c\uff1d",
    ">": "\u276d\u2771\uff1e",
    "?": "\uff1f",
    "?!": "\u2048",
    "??": "\u2047",
    "@": "\uff20",
    "[": "\u2045\u2772\uff3b",
    "\\": "\uff3c",
    "]": "\u2046\u2773\uff3d",
    "^": "\u2038\uff3e",
    "_": "\uff3f",
    "{": "\u2774\uff5b",
    "}": "\u2775\uff5d",
    "~": "\u2053\uff5e",
}
_PARENTHESISED_A, _CIRCLED_A = 0x249C, 0x24D0  # both alphabets follow

# The zeros of the other scripts; the digits from 1 to 9 follow each of them in Unicode.
_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20"
    "\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0"
    "\ua9f0\uaa50\uabf0\uff10\U000104a0\U00010d30\U00010d40\U00011066\U000110f0\U00011136\U000111d0"
    "\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U000116d0\U000116da\U00011730\U000118e0\U00011950"
    "\U00011bf0\U00011c50\U00011d50\U00011da0\U00011de0\U00011f50\U00016130\U00016a60\U00016ac0\U00016b50"
    "\U00016d70\U0001ccf0\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e4f0"
    "\U0001e5f1\U0001e950\U0001fbf0"
)

# Arabic, then Persian and Urdu, whose letters fold to their Arabic counterparts: alef with madda or hamza, dotless yeh,
# teh marbuta; tatweel and the vowel marks are taken away; Farsi yeh and yeh barree, keheh, heh with yeh and heh goal;
# hamza above is taken away.
_ARABIC = {
    "\u0627": "\u0622\u0623\u0625",
    "\u064a": "\u0649\u06cc\u06d2",
    "\u0647": "\u0629\u06c0\u06c1",
    "\u0643": "\u06a9",
    "": "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654",
}

# Lucene's filter makes capitals of small capitals, and of ǥ and ǧ: lower case once more makes letters of them that are
# found, and folding twice the same as folding once.
FOLDS = {
    ord(character): to.lower()
    for table in (_ASCII, _SIGNS, _ARABIC)
    for to, characters in table.items()
    for character in characters
}
"""Code point of a lower-case character → what it is folded to, which may be empty; fit for `str.translate`."""

FOLDS.update((ord(zero) + digit, str(digit)) for zero in _ZEROS for digit in range(10))
FOLDS.update((_PARENTHESISED_A + i, f"({letter})") for i, letter in enumerate("abcdefghijklmnopqrstuvwxyz"))
FOLDS.update((_CIRCLED_A + i, letter) for i, letter in enumerate("abcdefghijklmnopqrstuvwxyz"))
