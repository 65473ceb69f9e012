"""Short made-up news of many countries: the names in them, exactly."""

import pytest

from archiver.normalise import Context, clues, entities
from archiver.normalise.recogniser import recogniser_for


def names_in(text: str) -> list[list[str]]:
    """The people, organisations and places of a body, by name."""
    recogniser = recogniser_for("en", Context.default().models)
    found = entities.recognise({"body": text}, language="en", dateline=None, authors=(), recogniser=recogniser)
    return [[entity.name for entity in kind] for kind in found]


@pytest.mark.parametrize(
    ("text", "people", "organisations", "places"),
    [
        (
            "Karachi police said on Monday that Sub-Inspector Zeeshan Lodhi had arrested two men near Sohrab Goth. Lodhi, 41, told reporters the gang was run by Kamran Shaikh.",
            ["Zeeshan Lodhi", "Kamran Shaikh"],
            [],
            ["Karachi", "Sohrab Goth"],
        ),
        (
            "Minister for Water Resources Anjali Deshmukh said the Narbada Irrigation Authority would pay. Deshmukh was speaking in Nagpur with the engineer Suresh Kulkarni.",
            ["Anjali Deshmukh", "Suresh Kulkarni"],
            ["Narbada Irrigation Authority"],
            ["Nagpur"],
        ),
        (
            "Adaeze Okonkwo, the chief executive of Lagoon Foods, said it would open a plant in Abeokuta. Lagoon Foods shares rose 4%. Okonkwo thanked President Tunde Bakare.",
            ["Adaeze Okonkwo", "Tunde Bakare"],
            ["Lagoon Foods"],
            ["Abeokuta"],
        ),
        (
            "Kwabena Asante-Mensah, who coaches Volta Rangers, was sacked after the 3-0 defeat by Accra Lions in Kumasi on Sunday.",
            ["Kwabena Asante-Mensah"],
            ["Volta Rangers", "Accra Lions"],
            ["Kumasi"],
        ),
        (
            "Judge Wanjiru Kamotho of the High Court in Nairobi ruled against Rift Valley Farms. Kamotho said the firm had misled villagers near Nakuru.",
            ["Wanjiru Kamotho"],
            ["High Court", "Rift Valley Farms"],
            ["Nairobi", "Nakuru"],
        ),
        (
            "Haruto Minamikawa, a seismologist at Tohoku University, and Park Ji-won of the Korea Weather Institute wrote the study.",
            ["Haruto Minamikawa", "Park Ji-won"],
            ["Tohoku University", "Korea Weather Institute"],
            [],
        ),
        (
            "The mayor of Dnipro, Bohdan Lysenko, said a missile hit the Pivdenny Machine Works. Lysenko's deputy, Oksana Hrytsenko, was hurt.",
            ["Bohdan Lysenko", "Oksana Hrytsenko"],
            ["Pivdenny Machine Works"],
            ["Dnipro"],
        ),
        (
            "Governor Ximena Arrieta of Jalisco met Rodrigo Salvatierra, head of Minera Dorada, in Guadalajara. Minera Dorada said its mine would close.",
            ["Ximena Arrieta", "Rodrigo Salvatierra"],
            ["Minera Dorada"],
            ["Jalisco", "Guadalajara"],
        ),
        (
            "Sheikh Tamim bin Rashid Al Suwaidi received Lebanese foreign minister Nabil Chehade in Doha, the Qatar News Agency reported.",
            ["Tamim bin Rashid Al Suwaidi", "Nabil Chehade"],
            ["Qatar News Agency"],
            ["Doha"],
        ),
        (
            "Yasmine el-Tahawy, 33, a doctor from Tanta, joined the Nile Relief Society. Tahawy worked at Qasr Hospital.",
            ["Yasmine el-Tahawy"],
            ["Nile Relief Society", "Qasr Hospital"],
            ["Tanta"],
        ),
        (
            "The Ministry of Health and Family Welfare asked Larkspur Pharma to recall the drug. Larkspur, which is based in Pune, refused.",
            [],
            ["Ministry of Health and Family Welfare", "Larkspur Pharma"],
            ["Pune"],
        ),
        (
            "Nawaz Qureshi met Maryam Nawaz Qureshi in Lahore. Qureshi said nothing.",
            ["Nawaz Qureshi", "Maryam Nawaz Qureshi"],
            [],
            ["Lahore"],
        ),
        (
            "Thomas Brandt told the Hamburg Courier that Elbe Metals would not sell. Mr Brandt owns 12% of Elbe Metals.",
            ["Thomas Brandt"],
            ["Hamburg Courier", "Elbe Metals"],
            [],
        ),
        (
            "Lawyer Mbali Nxumalo said Justice Sizwe Dlamini had erred. The Democratic Front of Zambia welcomed it in Lusaka.",
            ["Mbali Nxumalo", "Sizwe Dlamini"],
            ["Democratic Front of Zambia"],
            ["Lusaka"],
        ),
        (
            "Dr Farah Naqvi joined Royal Bank of Scotland from Dawood Textiles of Faisalabad.",
            ["Farah Naqvi"],
            ["Royal Bank of Scotland", "Dawood Textiles"],
            ["Faisalabad"],
        ),
        (
            "Officials from the Reserve Bank of India and University of Leeds met in Mumbai.",
            [],
            ["Reserve Bank of India", "University of Leeds"],
            ["Mumbai"],
        ),
        (
            "Zuzana Hornackova beat Milan Petrovic in the run-off, the Slovak election commission said in Bratislava.",
            ["Zuzana Hornackova", "Milan Petrovic"],
            [],
            ["Bratislava"],
        ),
        (
            "Chinese premier Liu Guozhong met Vietnamese leader Tran Quoc Bao in Hanoi. Liu said the two nations would build a railway to Haiphong.",
            ["Liu Guozhong", "Tran Quoc Bao"],
            [],
            ["Hanoi", "Haiphong"],
        ),
    ],
)
def test_names_of_many_countries(text: str, people: list[str], organisations: list[str], places: list[str]) -> None:
    """People, companies, clubs, courts, ministries and towns are told apart by what stands around them."""
    assert names_in(text) == [people, organisations, places]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Orla Vane, 54, won.", "Orla Vane", "person"),
        ("Orla Vane, the harbour master, won.", "Orla Vane", "person"),
        ("She bought shares in Tarn Vane.", "Tarn Vane", "organisation"),
        ("Tarn Vane, a group of volunteers, met.", "Tarn Vane", "organisation"),
        ("Fire spread near Tarn Vane.", "Tarn Vane", "place"),
        ("It came to the village of Tarn.", "Tarn", "place"),
        ("Water rose along the Tarn.", "Tarn", "place"),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(text: str, name: str, kind: str) -> None:
    """Ages, professions, shares, prepositions and the like speak for one kind above the others."""
    start = text.index(name)
    found = clues.sums(text, start, start + len(name))
    assert max(found, key=lambda each: found[each]) == kind


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mr Bilal Tareen met Sana Bilal Tareen.", ["Bilal Tareen", "Sana Bilal Tareen"]),
        ("Muhammad Bilal Tareen spoke. Bilal Tareen left.", ["Muhammad Bilal Tareen"]),
    ],
)
def test_relatives_stay_apart(text: str, people: list[str]) -> None:
    """A father's name within his daughter's isn't her shorter form; a name without its Muhammad is the same man's."""
    assert names_in(text)[0] == people
