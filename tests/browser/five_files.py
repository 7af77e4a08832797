"""Five texts as an editor drops them: a story without a day, a reprint of it without a paper, three other reports.

The reprint ends before two denials, by somebody with a name and by an official without one. A matter each for journeys
that drop five files on one site.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

STORY = """\
{headline}

({wire}) -- {lead}

{background}

{plan}, according to four people with knowledge of the talks.

Some talks about {other} have taken place as well, two of the people said.

"{denial}," said {speaker}, {office}, who was reached by phone.

{other_denial}, according to a ministry official who asked not to be identified.

{end}

©2019 {wire}
"""
REPRINT = """\
 date 2019-05-06 By Ada Lind / {wire}

{lead}

{background}

{plan}, according to four people with knowledge of the talks.

Some talks about {other} have taken place as well, two of the people said.
"""
OTHER = """\
{headline}

By Jo Merrin | May {day}, 2017

{words}
"""
WORDS = [
    "valley",
    "mill",
    "clerk",
    "sluice",
    "grain",
    "market",
    "bridge",
    "lamp",
    "harvest",
    "roof",
    "choir",
    "orchard",
]


@dataclass(frozen=True)
class Matter:
    """What five files are about: what is planned, and who denies what of it."""

    wire: str
    claim: str
    headline: str
    lead: str
    background: str
    plan: str
    other: str
    denial: str
    speaker: str
    office: str
    other_denial: str
    end: str
    paper: str = "The Reprinting Post"
    day: str = "2019-05-05"  # typed alike where the month comes first

    def write(self, folder: Path) -> list[Path]:
        chance = random.Random(self.wire)
        texts = [STORY.format(**vars(self)), REPRINT.format(**vars(self))]
        for day in (3, 4, 5):
            words = " ".join(chance.choices(WORDS, k=60)).capitalize()
            headline = f"A note on the {chance.choice(WORDS)} and the {chance.choice(WORDS)} near {self.wire}"
            texts.append(OTHER.format(headline=headline, day=day, words=f"{words}."))
        files = [folder / f"{number}.txt" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, "utf-8")
        return files


QUARRY = Matter(
    wire="Tamarack",
    claim="The owners were preparing to flood the quarry at Arden.",
    headline="As Arden Waits, Its Quarry Is Made Ready for Water",
    lead="The quarry above Arden has been quiet since the last blast in March, and the pumps run day and night.",
    background=(
        "The town pays for the pumps, and the bill has doubled in two years. Neither the owners nor the mayor "
        "want to pay it for another winter."
    ),
    plan="Plans to flood the quarry before the first frost are being drawn up",
    other="a sale of the pumps",
    denial="The quarry is not going to be flooded",
    speaker="Otto Brenner",
    office="deputy head of the owners' board",
    other_denial="The ministry hasn't offered to buy a single pump",
    end="The council meets on Monday and will hear what a dam would cost.",
)
SCHOOL = Matter(
    wire="Northwind",
    claim="The bishop's school was to be handed to the state.",
    headline="A School Without Pupils Looks for Somebody to Keep It",
    lead="Forty desks stand in the bishop's school on Cold Hill, and at nine of them somebody sits this spring.",
    background=(
        "The diocese has closed six houses since the census. Teachers were told by letter that their contracts "
        "end with the holidays, and parents heard of it from the cook."
    ),
    plan="Papers that would hand the building to the state are being prepared by lawyers in the capital",
    other="a boarding house in the cellar",
    denial="Nobody is giving this school away",
    speaker="Marta Oyelaran",
    office="treasurer of the order that runs it",
    other_denial="The state hasn't asked for a key, let alone for a roof",
    end="Lessons go on until the last week of June, and the bell is rung by hand.",
)
FERRY = Matter(
    wire="Saltmarsh",
    claim="The ferry company was about to sell its two largest ships.",
    headline="Two White Ships and a Buyer From Abroad",
    lead="Since the storm in January the Gull and the Heron have lain side by side, and crews paint what is painted.",
    background=(
        "Fuel costs twice what it did, say the accounts that the company filed. Its founder's grandson took over "
        "in autumn and has cut the night crossing, the bakery and the band."
    ),
    plan="Contracts under which both vessels go to a buyer abroad are being written",
    other="the landing stage on the island",
    denial="These ships are not for sale",
    speaker="Henrik Vale",
    office="chairman of the shareholders' club",
    other_denial="The ministry hasn't granted a licence to move them",
    end="Islanders have begun to count the seats of the mail boat.",
)
TOWER = Matter(
    wire="Millrace",
    claim="The radio tower on the Kessel was to be pulled down.",
    headline="What Becomes of a Mast That Nobody Hears",
    lead="On clear evenings one sees the red lamp of the Kessel tower from three valleys, although it sends no word.",
    background=(
        "Engineers found rust in eleven of its joints. A fence was put up around the meadow, then a second one, "
        "and the hikers' map shows a detour by way of the chapel."
    ),
    plan="A company has been chosen in secret to pull the mast down with cables",
    other="a museum in the hut below it",
    denial="This tower is not going to be pulled down",
    speaker="Agnes Thorvald",
    office="owner of the meadow below it",
    other_denial="The district hasn't allowed anybody to touch it",
    end="Swallows nest in the upper gallery again this year.",
)
MATTERS = [QUARRY, SCHOOL, FERRY, TOWER]
