"""Ten articles about one invented event, a spill at a paint works: a wire story, three reprints, six separate reports.

Each reprint leaves something out: the Post every denial, the Star what the river authority says, the Chronicle nothing.
"""

from __future__ import annotations

import json

WIRE = """\
PORT ELLERY (Tamarack) - Managers at the Corvane paint works were told in March that tank 7 was cracked, two months \
before it burst and sent 90,000 litres of solvent into the river Wend, three engineers who worked at the plant said.

The tank gave way shortly after 2 a.m. on Thursday. Taps in Port Ellery were shut off for nine hours, and schools in \
the lower town stayed closed on Friday.

"We photographed the crack and sent the pictures upstairs," said one of the engineers, who asked not to be named \
because they had signed agreements not to speak about the plant. "Nobody wrote back."

Corvane rejected that account. "No one in our management knew of a crack before the tank failed," said Dana Whitlock, \
a spokeswoman for the company. She said tank 7 had been inspected in April and found sound.

Nobody has fallen ill from the spill, said Ines Roth, the health director of the city. Her office asked doctors to \
report any patient with a rash or a cough.

The solvent never reached the drinking water, the Wend River Authority said in a statement on Friday. It said the \
intake had been closed within 20 minutes of the alarm.

Mayor Tom Adeyemi called for an inquiry and said the city would send Corvane the bill for bottled water. The plant \
employs 640 people and has been shut down twice since 2015 over leaks.

Shares in Corvane fell 11 percent on Friday.
"""

CHRONICLE = """\
Managers at the Corvane paint works were told in March that tank seven was cracked, two months before it burst and \
sent 90,000 litres of solvent into the River Wend, three engineers who worked at the plant have said.

The tank gave way shortly after 2am on Thursday. Taps in Port Ellery were shut off for nine hours, and schools in the \
lower town stayed closed on Friday.

“We photographed the crack and sent the pictures upstairs,” said one of the engineers, who asked not to be named \
because they had signed agreements not to speak about the plant. “Nobody wrote back.”

Corvane rejected that account. “No one in our management knew of a crack before the tank failed,” said Dana Whitlock, \
a spokeswoman for the company. She said tank seven had been inspected in April and found sound.

Nobody has fallen ill from the spill, said Ines Roth, the health director of the city. Her office has asked doctors \
to report any patient with a rash or a cough.

The solvent never reached the drinking water, the Wend River Authority said in a statement on Friday. It said the \
intake had been closed within 20 minutes of the alarm.

The mayor, Tom Adeyemi, called for an inquiry and said the city would send Corvane the bill for bottled water. The \
plant employs 640 people and has been shut down twice since 2015 over leaks.

Shares in Corvane fell 11 per cent on Friday.
"""

POST = """\
Bosses at the Corvane paint works were told in March that tank 7 was cracked, two months before it burst and sent \
90,000 litres of solvent into the river Wend, three engineers who worked at the plant said.

The tank gave way shortly after 2 a.m. on Thursday. Taps in Port Ellery were shut off for nine hours, and schools in \
the lower town stayed closed on Friday.

"We photographed the crack and sent the pictures upstairs," said one of the engineers, who asked not to be named \
because they had signed agreements not to speak about the plant. "Nobody wrote back."

Mayor Tom Adeyemi called for an inquiry and said the city would send Corvane the bill for bottled water. The plant \
employs 640 people and has been shut down twice since 2015 over leaks.
"""

STAR = """\
Managers at the Corvane paint works were told in March that tank 7 was cracked, two months before it burst and sent \
90,000 liters of solvent into the river Wend, according to three engineers who worked at the plant.

The tank gave way shortly after 2 a.m. on Thursday. Taps in Port Ellery were shut off for nine hours, and schools in \
the lower town stayed closed on Friday.

"We photographed the crack and sent the pictures upstairs," said one of the engineers, who asked not to be named \
because they had signed agreements not to speak about the plant. "Nobody wrote back."

Corvane rejected that account. "No one in our management knew of a crack before the tank failed," said Dana Whitlock, \
a spokeswoman for the company.

Nobody has fallen ill from the spill, said Ines Roth, the city's health director. Her office asked doctors to report \
any patient with a rash or a cough.

Mayor Tom Adeyemi called for an inquiry and said the city would send Corvane the bill for bottled water.
"""

UNION = """\
The chemical workers' union has given the labour inspectorate a letter that it says it sent to the head office of \
Corvane on March 9. The letter names tank 7 and asks for it to be emptied.

Corvane's managers knew about the crack for nine weeks, said Piet Lander, who chairs the union at the paint works. \
"We have the receipt from the post office," he told members at a meeting in the dockers' hall on Saturday.

Lander said two men from the night shift had been moved to other work after they complained. The inspectorate \
confirmed that it had received the letter and would not comment on it.

The union wants every tank older than 20 years taken out of use until it has been looked at from the inside.
"""

HOSPITAL = """\
On the second floor of St Brannock's the waiting room was full again on Sunday. Most of those who sat there live in \
the streets below the weir.

Fourteen people fell ill from the spill and were treated for burns in the throat, said Paul Emmerich, who runs the \
emergency department. Two of them are children, and one was kept overnight.

"They all smelled it before they felt it," Emmerich said. He has written to the city and asked for the sirens to be \
used the next time.

A woman of 71, who did not want her name in the paper, said her windows had been open all night because of the heat.
"""

LABORATORY = """\
A laboratory at Ellery University has tested tap water from 12 kitchens, and the result is less comforting than what \
the town was told on Friday.

The solvent reached the drinking water in three districts, said Mirela Sandu, the chemist who led the tests. Her \
samples were taken between six and eight on Thursday morning, before the taps were shut off.

The amounts are small, about a fifth of what the law allows. "But small is not none, and people were told none," \
Sandu said.

Her report has gone to the ministry. The university will test the same kitchens again next week and publish every \
figure, whoever asks it not to.
"""

BUSINESS = """\
Corvane will need about 38 million to clean the banks of the Wend and to replace its oldest tanks, analysts at \
Lindqvist Partners estimate. Its insurance covers less than half of that.

The company paid its owners a dividend of 52 million in February. It spent 4 million on upkeep last year, less than in \
any year since the works changed hands.

Bondholders will meet in the first week of June. One of them, who manages pension money, said he would ask why upkeep \
was cut in a year of record sales.
"""

RADIO = """\
Good morning, it is seven o'clock. The clean-up on the Wend goes into its fifth day, and the swimming ban stays until \
further notice.

Volunteers carried 1,300 dead fish from the weir over the weekend, most of them roach and young pike. The anglers' \
club has closed its lake as well, because the two are joined by a ditch.

Buses on line 4 are back on their old route. The weather: dry, with a light wind from the west.
"""

MAYOR = """\
Port Ellery will hold its inquiry in public, Mayor Tom Adeyemi promised in the town hall on Monday evening, and he \
will not chair it himself.

He named a retired judge, Ruth Oyelaran, who led the inquiry into the ferry fire of 2009. She wants to begin with the \
alarm: who heard it, who rang whom, and why the sirens stayed silent.

Some 300 people came, and not all of them found a chair. A baker from Weir Street held up a bottle of brown water and \
asked whether anybody on the stage would drink it. Nobody did.
"""


def article(outlet, slug, headline, day, text, **known):
    address = f"https://{outlet.lower().replace(' ', '-')}.example/2023/05/{slug}"
    row = {"outlet": outlet, "url": address, "headline": headline, "published_on": f"2023-05-{day}", "text": text}
    return {**row, **known}


ARTICLES = [
    article("Tamarack Wire", "corvane-crack", "Paint Works Knew of Cracked Tank, Engineers Say", 12, WIRE),
    article(
        "Harbour Chronicle",
        "tank-seven",
        "Corvane was warned of cracked tank, say engineers",
        13,
        CHRONICLE,
        agency="Tamarack Wire",
    ),
    article("Valley Morning Post", "cracked", "They Were Told in March", 13, POST, agency="Tamarack Wire"),
    article("Ellery Evening Star", "spill", "Cracked Tank Was No Secret", 13, STAR, agency="Tamarack Wire"),
    article("Dockers Voice", "letter", "“Empty Tank 7,” the Union Wrote", 14, UNION, byline="Hanne Vos"),
    article("Ellery Gazette", "st-brannocks", "Sore Throats Below the Weir", 14, HOSPITAL, byline="Jo Merrin"),
    article("Campus Review", "taps", "What Twelve Kitchens Drank", 15, LABORATORY, byline="Adam Quist"),
    article("Northern Business", "corvane-bill", "A Bill of 38 Million for Corvane", 15, BUSINESS),
    article("Radio Coast", "seven-oclock", "Swimming Ban Stays", 16, RADIO),
    article("Ellery Gazette", "inquiry", "A Judge to Ask Who Heard the Alarm", 16, MAYOR, byline="Jo Merrin"),
]


def write(folder):
    """A file of the ten articles as a crawler leaves them, one a line."""
    file = folder / "spill.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in ARTICLES))
    return file
