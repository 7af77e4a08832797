"""Edits made by rule: a clean invented sentence, one thing in it changed, and how much that matters known beforehand.

A template holds slots, `{person}`, filled with invented names, places, things and figures, and one or more changes,
`[before>after]`; a side with several choices, `[hurt, injured>killed, dead]`, takes one of them. What the changes are
worth is the name of the table a template stands in. Nothing here comes from a text: the kinds are those that a
fact-checker asks about (figures, what happened, who, how sure, who said so, what was quoted) and those of house style.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import regex

from factcheck.compare import Severity

WORDS = Path(__file__).resolve().parents[2] / "benchmarks" / "words"
CHANGE = regex.compile(r"\[([^\[\]>]*)>([^\[\]>]*)\]")
SLOT = regex.compile(r"\{(\w+)\}")
OF_EACH = 12  # sentences made from one template


class ScriptedEdit(NamedTuple):
    """A sentence, what another paper made of it, the kind of change by name, and what that change is worth."""

    kind: str
    original: str
    version: str
    severity: Severity


SUBSTANTIVE = {
    "sign": (
        "Output in {place} changed by [+{small}%>-{small}%] in May.",
        "It was [-{small}C>{small}C] at the {noun} in {place}.",
        "Growth of [minus {small}>{small}] percent was reported by the {noun} office.",
        "The index moved [–{small}>+{small}] points on the day.",
    ),
    "scale": (
        "The {noun} in {place} cost $[{small} million>{small} billion].",
        "The fund holds {small} [million>billion, trillion] crowns.",
        "Repairs came to £[{small}m>{small}bn].",
        "Some {small} [thousand>million] letters reached the {noun}.",
    ),
    "bound": (
        "[At least >]{n} boats sank near {place}.",
        "[Up to {n}>{n}] jobs will go at the {noun}.",
        "[Fewer>More] than {n} people came to the {noun}.",
        "The {noun} lost [nearly >]{n} seats.",
        "[No more than>More than] {n} guests may enter the {noun}.",
        "[Several>Hundreds of] boats sank near {place}.",
        "A [dozen>hundred] boats sank near {place}.",
    ),
    "share": (
        "[Most>Half] of the members in {place} agreed.",
        "[All>Nearly all] shops in {place} were shut.",
        "[Two-thirds>One-third] of the {noun} was sold.",
        "[Few>Many] people in {place} use the {noun}.",
        "A [majority>minority] of voters in {place} want the {noun}.",
    ),
    "points": (
        "Support for the {noun} fell by {small} [percentage points>percent].",
        "Turnout rose {small} [percent>percentage points] in {place}.",
    ),
    "to or by": (
        "Prices in {place} rose [to>by] {small}%.",
        "The {noun} levy was cut [by>to] {n} crowns.",
    ),
    "order of figures": (
        "The council of {place} voted [{small}-{tens}>{tens}-{small}] for the {noun}.",
        "The share fell from [{tens} to {small}>{small} to {tens}] percent.",
    ),
    "multiplier": (
        "Prices in {place} [doubled>tripled].",
        "The number of visitors [doubled>quadrupled] within {small} years.",
        "The {noun} earns [twice>three times] what it did.",
    ),
    "another figure": (
        "The {noun} in {place} has [{n}>{m}] rooms.",
        "{person}, [{tens}>{tens2}], runs the {noun}.",
        "The {noun} opens at [7 a.m.>7 p.m.] on weekdays.",
        "The {noun} in {place} closed last [week>month].",
        "The {noun} was built by {surname} [VIII>VII].",
        "The crossing to {place} took [{small} hours>{small} days].",
        "The {noun} in {place} holds [{small}>{small} 1/2] litres.",
    ),
    "part or whole": (
        "[Two of the three accused>All three accused] were freed in {place}.",
        "[Some of the>The] pupils in {place} stayed home.",
        "[One of the>The] judges in {place} dissented.",
        "[Both>One] of the brothers {person} knew were hurt.",
        "[Three of the>The] ten hostages in {place} are dead.",
    ),
    "hardly any": (
        "There is [little >]evidence of fraud in {place}.",
        "[Few people>People] in {place} voted.",
    ),
    "another currency": (
        "The deal in {place} was worth [$40 million>£40 million].",
        "{person} paid 5 million [dollars>euros] for it.",
        "The fine in {place} was [£300>$300].",
    ),
    "meant or not": (
        "The firm [knowingly >]sold the drug in {place}.",
        "{person} [accidentally>deliberately] leaked the data.",
        "The soldiers [deliberately >]fired on the crowd in {place}.",
    ),
    "part in a scene": (
        "A [teacher>pupil] was arrested in {place}.",
        "Two [soldiers>civilians] were hurt in {place}.",
        "A [nurse>doctor] treated the boy in {place}.",
        "The [landlord>tenant] sued in {place}.",
        "The [driver>passenger] was hurt in {place}.",
    ),
    "figure in other terms": (
        "[A dozen>Dozens of] guests came to {place}.",
        "The {noun} costs {place} 300 crowns [a month>a year].",
        "The guild of {place} meets [weekly>monthly].",
        "The guild of {place} meets every [two weeks>week].",
        "Prices in {place} rose 3 percent [month on month>year on year].",
        "The owners of the {noun} were fined 300 crowns [each>in all].",
        "The {noun} was sold in [FY2023>the 2022 financial year].",
        "The {noun} in {place} was built in the [1990s>eighties].",
        "The {noun} is from the [17th>nineteenth] century.",
        "Families in {place} get 200 crowns per [person>household].",
    ),
    "judgment": (
        "The court in {place} [upheld>overturned] the ban.",
        "An appeals court [affirmed>reversed] the ruling on {person}.",
        "The hostages in {place} were [released>executed].",
        "The city [sued>fined] the paper in {place}.",
    ),
    "outcome": (
        "The wall in {place} fell and {small} people were [hurt, injured, wounded>killed].",
        "The storm [injured>killed] {n} people in {place}.",
        "{small} sailors from {place} are [missing>dead].",
        "{person} was found [dead>alive] in the {noun}.",
        "{person} won [gold>silver] at the games in {place} on Friday.",
    ),
    "stage of a case": (
        "{person} was [questioned>arrested] over the {noun}.",
        "{person} was [charged with>convicted of] fraud.",
        "A court in {place} [acquitted>convicted] {person}.",
        "A jury in {place} [found {person} guilty>cleared {person}] of theft.",
        "{person} has been [arrested>released] in {place}.",
    ),
    "opposite by a prefix": (
        "The {noun} in {place} is [safe>unsafe].",
        "The sale of the {noun} was [legal>illegal].",
        "{person} called the {noun} [possible>impossible].",
        "The answer was [correct>incorrect], {person} said.",
        "The {noun} seemed [honest>dishonest] to the court.",
    ),
    "opposite": (
        "The council of {place} [accepted>rejected] the {noun}.",
        "The {noun} was [open>closed] on Monday.",
        "Fares to {place} will [rise>fall] in spring.",
        "{person} [won>lost] the vote in {place}.",
        "The {noun} stands in the [north>south] of {place}.",
    ),
    "deed undone": (
        "{person} [joined>left] the guild of {place} in May.",
        "The guild [welcomed>expelled] {person} in May.",
        "Rebels [captured>freed] {n} sailors near {place}.",
        "Critics in {place} have [praised>panned] the {noun}.",
        "Prices in {place} [slid>jumped] after the harvest.",
        "The court of {place} [imposed>lifted] a ban on the {noun}.",
        "The council of {place} [hired>dismissed] {person}.",
        "Ships may [enter>leave] the port of {place}.",
    ),
    "cause and time": (
        "The {noun} in {place} stayed shut [because of>despite] the storm.",
        "{person} sold the {noun} [although>because] it leaked.",
        "{person} left {place} [before>after] the {noun} burned.",
        "The members in {place} voted [for>against] the {noun}.",
        "The {noun} was sold [with>without] the consent of {person}.",
    ),
    "only": (
        "[Only members>Members] may enter the {noun} in {place}.",
        "[Only one>One] of the {small} {noun} doors was open.",
        "The {noun} in {place} is for members[ only>].",
        "The {noun} in {place} is open[> only to members].",
    ),
    "how far a plan has come": (
        "The council of {place} [agreed>is in talks] to sell the {noun}.",
        "{person} [promised to sell>is considering selling] the {noun} in {place}.",
        "The council of {place} [has promised>is considering] a sale of the {noun}.",
    ),
    "plan": (
        "The council of {place} [plans to close>closed] the {noun}.",
        "{person} [wants to sell>sold] the {noun}.",
        "{person} [won approval to reopen>reopened] the {noun} in {place}.",
    ),
    "still to come": (
        "{person} [will also sell>also sold] the {noun} in {place}.",
        "The council of {place} [was to close>closed] the {noun} on Friday.",
        "{small} sailors [were sent>will be flown] to {place}.",
        "The {noun} [was>will be] shut for {small} weeks.",
        "The boats [plan to set>set] sail from {place} in May.",
    ),
    "figure that is not meant": (
        "[Two>Dozens of] boats sank near {place}.",
        "[Some 40,000>14,000] homes in {place} were empty.",
        "The {noun} rose by [more than 20>more than 2] percent.",
    ),
    "exception": (
        "All [but two >]survived in {place}.",
        "All boats[> except one] sank near {place}.",
        "The {noun} will close[> unless {person} pays].",
        "The port of {place} will open[> only if the {noun} is repaired].",
        "The {noun} in {place} will close[> if the vote fails].",
    ),
    "office once held": (
        "[The former mayor>The mayor] of {place} bought the {noun}.",
        "{person}, [the acting>the] director of the {noun}, signed it.",
        "The [deputy minister>minister] opened the {noun} in {place}.",
        "[Acting defence minister>Defence minister] {person} opened the {noun}.",
    ),
    "turned round": (
        "[{person} accused {other}>{other} accused {person}] of fraud.",
        "[{person} sued {other}>{other} sued {person}] over the {noun}.",
        "The dog of [{person} bit {other}>{other} bit {person}] in {place}.",
        "[Army units shelled the {noun} held by the rebels>Rebels shelled the {noun} held by army units].",
    ),
    "another person": (
        "[{person}>{other}] bought the {noun} in {place}.",
        "The {noun} was built by [{person}>{other}].",
        "They met in [{place}>{place2}] for two days.",
    ),
    "source unnamed": (
        "[{person}>A spokesperson] said the {noun} was sold.",
        "[{person}, the broker,>A person familiar with the sale] said the {noun} was sold.",
        "The [government>rebels] said {n} people had left {place}.",
        "[Police>The owner] said the {noun} was sold.",
        "According to [security sources in {place}, the>The {place} Post, the] {noun} was sold.",
        "The {noun} is empty, [{person}>an official] told reporters.",
        "[Critics>{person}] said the {noun} was sold.",
        "The {noun} was sold, [the governor>state television] said.",
        "[The agent of {person}>Spanish media] said the {noun} was sold.",
    ),
    "judging verb": (
        "{person} [said>admitted] that the {noun} was sold.",
        "{person} [said>claimed] the {noun} in {place} was safe.",
        "{person} [says>confirms] the {noun} will close.",
        "{person} [said>noted] that the {noun} in {place} was shut.",
        "{person} [said>boasted] that the {noun} in {place} was safe.",
        "{person} [said>hinted] that the {noun} in {place} was shut.",
    ),
    "credit": (
        "The {noun} in {place} will close[, {person} said>].",
        "The {noun} was sold[>, reports The {place} Post].",
        "[According to {person}, the>The] {noun} was sold in May.",
        "[A police officer said the>The] {noun} was empty.",
        "[{person} {verb} that the>The] {noun} in {place} was sold in May.",
        "The {noun} in {place} was sold in May[, {person} {verb}>].",
        "The {noun} in {place} was sold in May[, according to figures from the statistics agency>].",
        "[{person} said outside court that the>The] {noun} was “far too dear” and that an appeal would follow.",
        "The {noun} was sold, [people familiar with the matter>the company] said.",
        "[A study found that the>The] old {noun} of {place} leaks.",
        "The {noun} in {place} [is reported to have burned>burned] in May.",
        "The captain of the {noun} was [reported dead>dead] in May.",
        "[In the words of {person}, the>The] {noun} in {place} was doomed.",
        "The {noun} in {place} was sold in May[, said council spokesman {person}>].",
        "The {noun} in {place} was sold in May[, figures released on Monday show>].",
        "The {noun} in {place} was sold in May[, the court heard>].",
        "Two sailors tried to warn people that the {noun} in {place} leaked[, according to the newspaper>].",
        "[The>The {place} Post wrote: “The] {noun} by the old bridge was sold in May.[>”]",
    ),
    "negation": (
        "The {noun} in {place} was[> not] damaged.",
        "{person} has [never>already] seen the {noun}.",
        "{person} [confirmed>denied] that the {noun} was sold.",
        "The council [has>has not] bought the {noun}.",
        "{person} [sold>refused to sell] the {noun} in {place} in May.",
        "{person} [sold>neglected to sell] the {noun} in {place} in May.",
        "The {noun} in {place} [has been>has yet to be] repaired.",
        "{person} was [forced to sell>prevented from selling] the {noun} in {place}.",
        "The {noun} in {place} [nearly burned>burned] down in May.",
    ),
    "hedge": (
        "{person}[> reportedly] bought the {noun}.",
        "The {noun} in {place} [may close>will close].",
        "The [alleged>] owner of the {noun} left {place}.",
        "The {noun} [appears to be>is] empty.",
        "Investigators [suspect>found] that the {noun} in {place} failed.",
    ),
    "words quoted": (
        "“The {noun} is a [costly>criminal] mistake for {place},” {person} said.",
        "“We will [sell>keep] the {noun} next year,” {person} said.",
        "“I [always>never] liked the {noun} in {place},” said {person}.",
    ),
    "words added to a quotation": ("“The {noun} is a [>criminal ]mistake for {place},” {person} said.",),
    "paraphrase quoted": (
        "{person} said [the {noun} had been a waste of money for {place}>“it was a foolish waste of our money”].",
        "{person} [said the {noun} had burned and needed>added: “The {noun} had burned and was waiting for] repair.",
    ),
}

# All other kinds matter as much when they are turned round.
TURNED_ROUND = {
    "paraphrase quoted": ("quotation told in other words", Severity.MINOR),
    "words added to a quotation": ("quotation shortened", Severity.MINOR),
}
MINOR = {
    "part in other words": (
        "[Some>Part] of the money was spent in {place}.",
        "[Many>A lot] of the houses in {place} are old.",
        "{person} is [one of>among] the city's best cooks.",
        "The [little >]girl in {place} waved.",
    ),
    "conversion added": ("The deal in {place} was worth £40 million[ ($52 million)>].",),
    "converted": (
        "The {noun} is [10 miles>16 kilometres] from {place}.",
        "It was [20C>68F] at the {noun}.",
        "It was [40 degrees Celsius>104 degrees Fahrenheit] at the {noun}.",
        "The {noun} weighs [10 kg>22 pounds].",
        "In 1990 the {noun} was built [three kilometres>two miles] from {place}.",
    ),
    "hedge that goes with its clause": (
        "The {noun} in {place} opened on Friday[, though its old captain may have wanted a longer summer season>].",
        "The {noun} in {place} opened on Friday[, perhaps the coldest day of the year>].",
        "{person} praised the rules[ under which sailors could be tried>].",
        "{person} said [it is possible that the {noun} may leak>the {noun} in {place} may leak].",
    ),
    "negation that goes with its clause": (
        "The {noun} in {place} opened on Friday[, though its usual captain was not aboard that morning>].",
        "The {noun} in {place} opened on Friday[; the owner was not available>].",
        "It deepened the quarrels in {place} that [have not ceased since>began before] the sale of the {noun}.",
        "The old {noun} in {place} leaks, [but its owner mended it>and the guild promised that fares would not rise].",
    ),
    "rounded": (
        "A boat with [212>more than 200] people on board sank near {place}.",
        "The {noun} in {place} cost [9,870>nearly 10,000] crowns.",
        "The guild of {place} freed [40>dozens of] sailors.",
        "[A third>33 percent] of voters in {place} like the {noun}.",
        "Prices in {place} have [more than doubled>risen sharply] since May.",
        "The owner of the {noun} fell ill [13 years ago>in 1990] after a long journey.",
    ),
    "speed": ("Winds of [130 kilometers an hour>81 mph] hit the {noun} in {place}.",),
    "words put into a quotation": (
        "“I am [> very] happy to be here in {place},” {person} said.",
        "“We [will>are going to] sell the {noun} next year,” {person} said.",
        "“The {noun} [really >]leaks in {place},” said {person}.",
    ),
    "words put into scare quotes": ("{person} called the {noun} in {place} [laughable>“laughable”].",),
    "saying in another verb": ("{person} [said she was sorry for>apologised for] the {noun} in {place}.",),
    "no saying": (
        "{person} has [said nothing in public>made no public statement] about the {noun} in {place}.",
        "The {noun} [was reported online>appeared] in the {place} Post of May.",
        "The council named new keepers for the {noun}[, saying they stood for {place}>].",
        "Prices of the {noun} fell[ for the second time>, citing weak demand] in {place}.",
    ),
    "hedge in other words": (
        "{small} people were hurt in [a possible>an apparent] fire at the {noun}.",
        "The {noun} in {place} first [appeared in>was printed in] the {place} Post.",
    ),
    "still to come in other words": (
        "The {noun} in {place} [will open>opens] in May.",
        "The council of {place} [plans to>will] sell the {noun}.",
        "{person} [would later sell>later sold] the {noun} in {place}.",
    ),
    "same deed in another form": (
        "{person} [neither admits nor denies>neither admitted nor denied] the sale of the {noun}.",
        "The guild [failed to mend the {noun}>fell with its failure to mend the {noun}] in {place}.",
        "{person} [planned on Monday to sell>plans to sell] the {noun} in {place}.",
    ),
    "description for a name": (
        "[{person}>The broker] bought the {noun} in {place}.",
        "They met in [{place}>the capital] for two days.",
        "[Governor {person}>{surname}] said the {noun} was a surprise.",
    ),
    "denied in other words": (
        "{person} [did not accept>rejected] the offer for the {noun}.",
        "{person} [refused to>declined to] speak of the {noun}.",
        "{person} [gave no>declined to give] details of the {noun}.",
        "The {noun} in {place} [has not been>has yet to be] found.",
        "{place} [has not said if it will>is yet to say whether it will] sell the {noun}[> or not].",
        "Talks on the {noun} in {place} will [not stop>continue].",
        "{person} [failed to attend>skipped] the fair at the {noun}.",
        "The sailors of {place} [were unable to win>lost] in May.",
        "The {noun} in {place} was [non-operative>inoperative].",
        "{person} [could not be reached for>was not available for] comment on the {noun}.",
    ),
    "equal in another measure": (
        "The crossing to {place} took [48 hours>two days].",
        "The {noun} was shut for [24 months>two years].",
        "Prices in {place} rose by [0.66>0.7] percent.",
        "The {noun} cost $[14.67>14.7] million.",
        "[Several>A few] thousand people came to {place}.",
        "The grant of {place} lasts until [their 21st birthday>they turn 21].",
    ),
    "one body by another noun": (
        "[Officials>Authorities] in {place} said the {noun} was shut.",
        "[Scientists>Researchers] said the {noun} in {place} leaks.",
        "The [company>firm] said it sold the {noun} in {place}.",
        "The [army>military] said the {noun} in {place} was taken.",
        "A [spokesperson for {place} city>{place} official] said the {noun} was shut.",
    ),
    "source named elsewhere": (
        "[The bill says that a sailor may own a {noun}>A sailor may own a {noun} under the bill].",
        "[The study found that the {noun} of {place} leaks>The {noun} of {place} leaks, according to the study].",
    ),
    "condition that moved": (
        "[If it rains, the>The] {noun} in {place} will stay shut[> if it rains].",
        "[Unless {person} pays, the>The] {noun} in {place} will stay shut[> unless {person} pays].",
    ),
    "name that stands elsewhere": (
        "The {noun} was praised [by {person}>on a visit to {place}] in May.",
        "In March [{surname}'s former clerk>{other}, her former clerk,] sold the {noun}.",
    ),
    "detail": (
        "{person} bought the {noun}[> in the old town of {place}].",
        "{person}[, a mother of two,>] runs the {noun}.",
    ),
    "other words": (
        "{person} [bought>acquired] the {noun} in {place}.",
        "The {noun} was [shut>closed] for two days.",
        "The army [took>captured] the {noun} in {place}.",
        "The [suspect>man] was held in {place} on Friday.",
        "The {noun} in {place} [will open>opens] on Friday.",
    ),
}

STYLE = {
    "voice": (
        "[The council of {place} sold the {noun}>The {noun} was sold by the council of {place}] in May.",
        "[Police in {place} arrested {person} on Friday>{person} was arrested by police in {place} on Friday].",
    ),
    "equal amount": (
        "The fund holds [1.500.000>1,500,000] crowns.",
        "The fund holds [{small} million>{small}m] crowns.",
        "The {noun} opens at [7 p.m.>19:00] on weekdays.",
        "The {noun} opens at [noon>12 p.m.] on weekdays.",
        "Some [4m>four million] people use the {noun}.",
        "It was [-{small}C>minus {small}C] at the {noun}.",
        "Output in {place} grew by [+{small}%>{small} percent].",
        "The {noun} has [{small}>{small_in_words}] doors.",
        "The {noun} in {place} holds [{small} 1/2>{small}½] litres.",
        "The {noun} in {place} holds [{small}.5>{small} and a half] litres.",
    ),
    "figure in other words": (
        "Support for the {noun} reached [60 percent>three in five].",
        "[One in four>A quarter of] voters in {place} liked the {noun}.",
        "[A dozen>Twelve] guests came to {place}.",
        "The {noun} cost [half a million>500,000] crowns.",
        "Prices in {place} have [halved>fallen by 50 per cent] since May.",
        "Prices in {place} have [tripled>risen threefold] since May.",
        "Prices in {place} rose [3>by 3] percent.",
        "The guild of {place} meets [every two weeks>fortnightly].",
        "The {noun} costs {place} 300 crowns [a month>per month].",
        "The rate in {place} was cut by [25 basis points>a quarter of a percentage point].",
        "[More than>Over] 300 people came to {place}.",
        "[At least>No fewer than] 300 people came to {place}.",
        "Children aged 12 [and over>or older] may see the {noun}.",
        "[Over-60s>People over 60] may see the {noun} free of charge.",
        "Offers for the {noun} must arrive [by>no later than] Friday.",
        "Profits in {place} fell in [Q3>the third quarter].",
        "The {noun} was sold in [FY2023>the 2023 financial year].",
        "The {noun} in {place} was built in the [1990s>nineties].",
        "It will take [between 10 and 15>10-15] years to mend the {noun}.",
        "The motion on the {noun} was carried [by 54 votes to 46>54-46].",
    ),
    "determiner": (
        "{person} called at [the>its] office in {place}.",
        "{person} said [the>a] letter reached the {noun}.",
    ),
    "pronoun": ("{person} left. [{surname}>She] said: “The {noun} is mine.”",),
    "order of the credit": (
        "[>{person} said ]the {noun} in {place} was shut[, {person} said>].",
        "The {noun}[> will], {person} said, [will >]stay shut in May.",
        "[>A clerk said ]the {noun} in {place} was shut[, a clerk said>].",
        "[>According to a letter from {place}, ]the {noun} was shut[, according to a letter from {place}>].",
    ),
    "order of an adverbial": ("[>At the office in {place}, ]{person} sold the {noun}[ at the office in {place}>].",),
    "tense of what is reported": ("{person} said the {noun} [will>would] be sold in {place}.",),
    "day by its name": ("{person} sold the {noun} in {place} [on Monday>today].",),
    "another spelling of a name": (
        "The road to [Tel>Tal] {place} is open.",
        "Rebels entered [Tal Rifaat>Tell Rifat] on Monday.",
        "[Mohammed>Mohamad] {surname} owns the {noun}.",
        "[Yusuf>Yousef] {surname} owns the {noun}.",
    ),
    "damaged marks": (
        "The mayor[’>â€™]s office said the {noun} [“>â€œ]needs repair[”>â€\x9d].",
        "The mayor[’>&#8217;]s office said {surname} [&>&amp;] Sons will repair the {noun}.",
        "The mayor[’>\ufffd]s office in {place} is shut.",
    ),
    "broken line": (
        "The govern[>-\n]ment will repair the {noun} in {place}.",
        "The court of {place} heard the govern[>- ]ment on Friday.",
    ),
    "clock of the page": (
        "[Posted 1 hour ago>Posted 2 hours ago]. The council of {place} bought the {noun}.",
        "[Updated 5 minutes ago>Updated 3 days ago]. The council of {place} bought the {noun}.",
    ),
    "dateline": (
        "[{PLACE} (Reuters) - >(Reuters) - ]The {noun} will close, {person} said.",
        "[{PLACE} / Nina / -- >]The {noun} will close, {person} said.",
        "The {noun} will close, {person} said.[> / End]",
    ),
    "house style": (
        "The {noun} was [organised>organized] by {person}.",
        "{person} has[n't> not] seen the {noun}.",
    ),
}


def scripted_edits(of_each: int = OF_EACH, *, seed: int = 0) -> Iterator[ScriptedEdit]:
    """So many edits from each template, and each of them turned round; the same ones for the same seed."""
    chance = Random(seed)
    for severity, table in (
        (Severity.SUBSTANTIVE, SUBSTANTIVE),
        (Severity.MINOR, MINOR),
        (Severity.STYLE, STYLE),
    ):
        for kind, templates in table.items():
            for template in templates:
                for _ in range(of_each):
                    original, version = _both(_filled(template, chance), chance)
                    yield ScriptedEdit(kind, original, version, severity)
                    turned = TURNED_ROUND.get(kind, (kind, severity))
                    yield ScriptedEdit(turned[0], version, original, turned[1])


def _both(template: str, chance: Random) -> tuple[str, str]:
    original, version, past = "", "", 0
    for change in CHANGE.finditer(template):
        kept = template[past : change.start()]
        before, after = (_chosen(side, chance) for side in change.groups())
        original, version, past = original + kept + before, version + kept + after, change.end()
    texts = original + template[past:], version + template[past:]
    return tuple(text[:1].upper() + text[1:] for text in texts)


def _chosen(side: str, chance: Random) -> str:
    """One of the choices of a side; words with spaces or capitals before a comma are one choice."""
    choices = side.split(", ")
    return chance.choice(choices) if all(choice.isalpha() and choice.islower() for choice in choices) else side


def _filled(template: str, chance: Random) -> str:
    people = chance.sample(range(400), 2)
    first, other = (invented_person(number) for number in people)
    places = [invented_name(700 + number) for number in chance.sample(range(200), 2)]
    small, tens, tens2 = chance.randint(3, 9), *chance.sample(range(21, 79), 2)
    n, m = chance.sample(range(101, 900), 2)
    slots = {
        "person": first,
        "surname": first.split()[1],
        "other": other,
        "place": places[0],
        "PLACE": places[0].upper(),
        "place2": places[1],
        "noun": chance.choice(NOUNS),
        "verb": chance.choice(VERBS),
        "small": str(small),
        "small_in_words": ["three", "four", "five", "six", "seven", "eight", "nine"][small - 3],
        "tens": str(tens),
        "tens2": str(tens2),
        "n": str(n),
        "m": str(m),
    }
    return SLOT.sub(lambda slot: slots[slot.group(1)], template)


def _lines(name: str) -> list[str]:
    lines = (WORDS / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


VERBS = [  # of saying, from the classes of Levin, English Verb Classes and Alternations (1993), 37.3 and 37.7, 29.5
    *("announced", "asserted", "complained", "concluded", "declared", "estimated", "hinted", "joked", "lamented"),
    *("observed", "predicted", "proclaimed", "reported", "speculated", "suspected", "swore", "whispered"),
]
SYLLABLES, NOUNS = _lines("syllables"), _lines("nouns")


def invented_person(number: int) -> str:
    return f"{invented_name(number)} {invented_name(1_000 + number)}"


def invented_name(number: int) -> str:
    """An invented name of three syllables, another one for every number."""
    chance = Random(f"name {number}")
    return "".join(chance.sample(SYLLABLES, 3)).capitalize()
