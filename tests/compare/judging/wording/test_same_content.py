"""What the comparison says where a row tells the same in other small words, other forms or another order."""

import pytest

from factcheck.compare import Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


def severity(original: str, version: str) -> Severity:
    return told(original, version)[1]


@pytest.mark.parametrize(
    ("original", "version"),
    [
        (
            "A hospital clerk said: “The ferry had left the pier when the fog came in.”",
            "“The ferry had left the pier when the fog came in,” a hospital clerk said.",
        ),
        (
            "According to a letter seen in May, the ferry had left the pier when the fog came in.",
            "The ferry had left the pier when the fog came in, according to a letter seen in May.",
        ),
        (
            "“The ferry,” she said, “had left the pier when the fog came in.”",
            "Marrek added, “The ferry had left the pier when the fog came in.”",
        ),
        (
            "Prince Dusan said the ferry had left the pier when the fog came in.",
            "The ferry had left the pier when the fog came in, he said.",
        ),
        (
            "“The ferry of Orvia had left the pier when the fog came in,” he said.",
            "Prince Dusan said, “The ferry of Orvia had left the pier when the fog came in.”",
        ),
        (
            "“The ferry had left the pier,” said Marrek, adding that the fog had come in by then.",
            "“The ferry had left the pier,” Marrek said. She said the fog had come in by then.",
        ),
        (
            "“The ferry had left the pier,” said Orla Marrek, a clerk who runs the harbour.",
            "Orla Marrek, a clerk who runs the harbour, said: “The ferry had left the pier.”",
        ),
        (
            "“The ferry had left the pier,” Orla Marrek, who runs the harbour, told a court.",
            "Orla Marrek, who runs the harbour, told a court: “The ferry had left the pier.”",
        ),
    ],
    ids=[
        "clerk",
        "letter",
        "she and Marrek",
        "prince",
        "named in the quotation",
        "second sentence",
        "said who runs",
        "told who runs",
    ],
)
def test_a_credit_that_moved_in_a_row_that_tells_the_same_is_style(original, version):
    assert severity(original, version) is STYLE
    assert severity(version, original) is STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The yard in Tarn spent millions on the assets sale.", "The yard in Tarn spent millions on the asset sale."),
        ("They believe the lantern was left on the pier.", "They believed the lantern was left on the pier."),
        ("She said the council will sell the ferry.", "The council would sell the ferry, she said."),
        ("He’s been late for the fair in Tarn before.", "Marrek has been late for the fair in Tarn before."),
        ("The guild sells lanterns at the pier in Tarn.", "At the pier in Tarn, the guild sells lanterns."),
        (
            "Marrek is a ferryman in the village. He had been fined in May for leaving early.",
            "Marrek, a ferryman in the village, had been fined in May for leaving early.",
        ),
        ("The pier was shut on Monday, Marrek said.", "The pier was shut today, Marrek said."),
        ("The fair in Tarn opened Sunday.", "The fair in Tarn opened yesterday."),
        ("The ferry, which was built in Tarn, sank.", "The ferry, built in Tarn, sank."),
        ("On Friday night a fire broke out in Tarn.", "A fire broke out in Tarn on Friday night."),
        ("Guild chief to leave in June", "Guild chief will leave in June"),
        ("The ferry left because the fog came in.", "Because the fog came in, the ferry left."),
        ("The decision of the guild was welcomed.", "The guild’s decision was welcomed."),
        ("Orla Marrek, the ferryman, sold the boat.", "The ferryman, Orla Marrek, sold the boat."),
        ("The ferry calls at Tarn, Orvia and Lisbon.", "The ferry calls at Orvia, Lisbon and Tarn."),
        ("The former clerk went on a tour of the shops.", "The ex-clerk went on a tour of the stores."),
        ("The guild also has often warned the town.", "The guild has also often warned the town."),
        ("The pier was quickly rebuilt by the guild.", "The pier was rebuilt quickly by the guild."),
        ("The ferry probably would sink, Marrek said.", "The ferry would probably sink, Marrek said."),
    ],
)
def test_slips_of_number_and_tense_and_another_order_are_style(original, version):
    assert severity(original, version) is STYLE
    assert severity(version, original) is STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("A lantern was found on the pier in Tarn.", "Lanterns were found on the pier in Tarn."),
        ("Police in Tarn seek the sailor.", "Police in Tarn seek the sailors."),
        ("The pier in Tarn is shut to the public.", "The pier in Tarn was shut to the public."),
        ("The ferryman from Tarn saw the clerk.", "The ferryman saw the clerk from Tarn."),
        ("The old clerk saw the ferryman in Tarn.", "The clerk saw the old ferryman in Tarn."),
        ("Marrek left, said Petrović.", "Marrek said Petrović left."),
        ("Only ferrymen helped the clerk.", "Ferrymen only helped the clerk."),
        ("The ferry did not leave because the fog came in.", "Because the fog came in, the ferry did not leave."),
        ("The ferry came first at Tarn, Orvia and Lisbon.", "The ferry came first at Orvia, Lisbon and Tarn."),
        ("The guild often said the ferry sank.", "The guild said the ferry often sank."),
        ("Orla Marrek’s brother sold the boat.", "Orla Marrek sold the boat."),
        ("The guild starts the tour.", "The guild started the tour."),
        ("The decision of the guild on the port was welcomed.", "The decision of the port on the guild was welcomed."),
        ("The guild quickly sold the ferry it had rebuilt.", "The guild sold the ferry it had quickly rebuilt."),
        ("The clerk and the ferryman of Tarn were late.", "The clerk, the ferryman of Tarn, was late."),
        ("The fair in Tarn opened yesterday.", "The fair in Tarn opened today."),
        ("The fair in Tarn was fun and it was short.", "The fair in Tarn was fun or it was short."),
        ("A clerk said the ferry had left the pier.", "The ferry had left the pier with lanterns, a clerk said."),
    ],
)
def test_what_tells_more_or_of_other_things_is_more_than_style(original, version):
    assert severity(original, version) is not STYLE
    assert severity(version, original) is not STYLE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Marrek said: “The pier is shut to us.”", "Marrek said: “The pier was shut to us.”"),
        ("Marrek said the pier was shut.", "Marrek said the pier would be shut."),
    ],
    ids=["quoted", "hedged"],
)
def test_another_tense_in_a_quotation_or_of_another_mood_is_more_than_style(original, version):
    assert severity(original, version) is not STYLE
