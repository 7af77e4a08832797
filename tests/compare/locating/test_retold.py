"""What somebody said, told outside all marks in the paper's words, is a paraphrase and not an altered quotation."""

import pytest

from factcheck.compare.locating import locate


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "I will not resign over a parking ticket.",
            "The sexton said that she would not resign over a parking ticket. The bishop is silent.",
        ),
        ("I am not afraid of prison.", "The sexton told the court she was not afraid of prison. The bishop is silent."),
        (
            "My brother fell because nobody mended the ladder.",
            "Her brother fell because no one mended the ladder, the sexton told the inquiry. The bishop is silent.",
        ),
        (
            "Leave the bells where they are until the priest comes!",
            "The sexton ordered the men to leave the bells where they were until the priest came. They did not.",
        ),
        (
            "Ich habe den Bischof nie getroffen und nie mit ihm telefoniert.",
            "Die Küsterin sagte, sie habe den Bischof nie getroffen und auch nie mit ihm telefoniert.",
        ),
        (
            "Je n'ai jamais rencontré le nouvel évêque.",
            "La sacristaine a déclaré qu’elle n’avait jamais rencontré le nouvel évêque. L’évêque se tait.",
        ),
        (
            "Nunca conocí al obispo ni le pedí dinero para la torre.",
            "La sacristana aseguró que nunca conoció al obispo ni le pidió dinero para la torre.",
        ),
    ],
)
def test_reported_speech_is_a_paraphrase(quote, text):
    assert locate(quote, text).status == "paraphrased"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "I will sell the bells of the old church in June.",
            "The sexton said she would not sell the bells of the old church in June. The bishop is silent.",
        ),
        (
            "I will sell 12 bells of the old church in June.",
            "The sexton said she would sell 21 bells of the old church in June. The bishop is silent.",
        ),
        (
            "I will sell the bells of the old church in June.",
            "I may sell the bells of the old church in June, the sexton said. The bishop is silent.",
        ),
    ],
)
def test_a_telling_with_another_figure_or_negation_or_in_the_first_person_is_altered(quote, text):
    assert locate(quote, text).status == "altered"


def test_what_a_paper_wrote_itself_is_not_retold():
    text = "The parish says the bells of the old church will come down in June."

    location = locate("The bells of the old church come down in June", text, prefix="May 3. ", suffix=". The parish")

    assert location.status == "altered"
