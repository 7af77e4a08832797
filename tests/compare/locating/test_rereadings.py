"""Another form of a word or of a number is no other word; another name, figure or tense is one."""

import pytest

from factcheck.compare.locating import locate

IN_ENGLISH = "The tannery shut its gates on Friday. “{},” the foreman told us. The owners live abroad."
IN_GERMAN = "Die Gerberei hat am Freitag geschlossen. „{}“, sagte uns der Vorarbeiter. Die Besitzer leben im Ausland."
IN_FRENCH = "La tannerie a fermé vendredi. « {} », nous a dit le contremaître. Les patrons vivent à l’étranger."
IN_SPANISH = "La curtiduría cerró el viernes. «{}», nos dijo el capataz. Los dueños viven en el extranjero."
IN_ITALIAN = "La conceria ha chiuso venerdì. «{}», ci ha detto il caposquadra. I padroni vivono all’estero."
IN_RUSSIAN = "Завод закрылся в пятницу. «{}», — сказал нам мастер. Хозяева живут за границей."


@pytest.mark.parametrize(
    ("quote", "printed", "frame"),
    [
        ("It cost them £3 million to poison a river", "It cost them £3m to poison a river", IN_ENGLISH),
        ("On March 3 the river was green by breakfast", "On 3 March the river was green by breakfast", IN_ENGLISH),
        ("Ten kilometres of dead fish and not one fine", "10km of dead fish and not one fine", IN_ENGLISH),
        ("Doctor Osei told us not to drink from it", "Dr Osei told us not to drink from it", IN_ENGLISH),
        ("We’re out of work. It is what it is", "We are out of work. It’s what it is", IN_ENGLISH),
        ("He’s been here and he’s seen the fish", "He has been here and he has seen the fish", IN_ENGLISH),
        ("Hides and leather, that was all we knew", "Hides & leather, that was all we knew", IN_ENGLISH),
        ("Not a bloody penny will those bastards see", "Not a b****y penny will those b-----ds see", IN_ENGLISH),
        ("The foetus of that plan was born in Łódź", "The fœtus of that plan was born in Lodz", IN_ENGLISH),
        ("Wir haben dreiundzwanzig Jahre gewartet", "Wir haben 23 Jahre gewartet", IN_GERMAN),
        ("Nous étions deux mille cinq cents au portail", "Nous étions 2 500 au portail", IN_FRENCH),
        ("Ma sœur a jeté vingt-deux poissons morts", "Ma soeur a jeté 22 poissons morts", IN_FRENCH),
        ("Esperamos treinta años por un río limpio", "Esperamos 30 años por un río limpio", IN_SPANISH),
        ("Abbiamo aspettato sessanta giorni e nulla", "Abbiamo aspettato 60 giorni e nulla", IN_ITALIAN),
        ("Мы ждали двадцать пять дней у ворот", "Мы ждали 25 дней у ворот", IN_RUSSIAN),
    ],
)
def test_another_form_of_a_word_leaves_a_quotation_intact(quote, printed, frame):
    assert locate(quote, frame.format(printed)).status == "intact"


@pytest.mark.parametrize(
    ("quote", "printed", "frame"),
    [
        ("It cost them £3 million to poison a river", "It cost them £3bn to poison a river", IN_ENGLISH),
        ("On March 3 the river was green by breakfast", "On 3 May the river was green by breakfast", IN_ENGLISH),
        ("Burma is where those hides went in the end", "Myanmar is where those hides went in the end", IN_ENGLISH),
        ("Islamic State could not have done it better", "ISIS could not have done it better", IN_ENGLISH),
        ("He’s been here and he knew of the fish", "He is been here and he knew of the fish", IN_ENGLISH),
        ("Not a bloody penny will those people see", "Not a d***ed penny will those people see", IN_ENGLISH),
        ("Wir haben dreiundzwanzig Jahre gewartet", "Wir haben 32 Jahre gewartet", IN_GERMAN),
        ("Ma sœur a jeté vingt-deux poissons morts", "Ma soeur a jeté 24 poissons morts", IN_FRENCH),
    ],
)
def test_another_figure_name_or_word_alters_it(quote, printed, frame):
    assert locate(quote, frame.format(printed)).status == "altered"
