"""Whose words it is in languages other than English: a noun phrase, found before or behind the verb, or nobody."""

import pytest

from factcheck.compare import find_attributions

# A text, and of each utterance its whole source and a part of its words.
GIVEN = [
    ("de", "Zudem erklärte der Vogt, die Brücke bleibe gesperrt.", [("der Vogt", "die Brücke bleibe")]),
    ("de", "Unter anderem sagte sie, dass der Hafen verschlickt.", [("sie", "der Hafen verschlickt")]),
    (
        "de",
        "Am Abend teilte die Reederei Harms mit, dass die Fähre fährt.",
        [("die Reederei Harms", "die Fähre fährt")],
    ),
    ("de", "Der Müller verlor zwei Kunden und kündigte an, dass er schließt.", [("Der Müller", "er schließt")]),
    ("de", "Den Vorwurf wies er zurück und betonte, dass alles echt ist.", [("er", "alles echt ist")]),
    (
        "de",
        "Im Rat hatte Imkerin Voss zuvor betont, die Völker seien gesund.",
        [("Imkerin Voss", "die Völker")],
    ),
    (
        "de",
        "Die Ringe seien Kopien, so das Museum, das zugleich darauf hinwies, dass die Originale im Safe liegen.",
        [("das Museum", "Die Ringe seien Kopien"), ("das Museum", "die Originale im Safe")],
    ),
    ("de", "Der Koch könne bleiben, meinte Weber, müsse aber üben.", [("Weber", "Der Koch könne bleiben")]),
    (
        "de",
        "Wie die Kammer für Seefahrt auf Anfrage mitteilte, fehlen Lotsen.",
        [("die Kammer für Seefahrt", "fehlen Lotsen")],
    ),
    ("de", "Nach Angaben von Sprechern örtlicher Vereine fehlt Geld.", [("Sprechern örtlicher Vereine", "fehlt Geld")]),
    ("de", "Der Klub bestritt am Freitag, den Torwart bedrängt zu haben.", [("Der Klub", "den Torwart bedrängt")]),
    (
        "de",
        "Die Forscherinnen, die 300 Moose zählten, vermuten, dass es mehr gibt.",
        [("Die Forscherinnen, die 300 Moose zählten", "es mehr gibt")],
    ),
    ("de", "Vor Gericht sagte der Angeklagte leise, er habe geschlafen.", [("der Angeklagte", "er habe geschlafen")]),
    ("es", "En la rueda de prensa el patrón afirmó que no zarpará.", [("el patrón", "no zarpará")]),
    ("es", "Habló luego la edil Marta Pons, quien explicó que falta agua.", [("la edil Marta Pons", "falta agua")]),
    ("es", "El alcalde visitó el faro y aseguró que abrirá en mayo.", [("El alcalde", "abrirá en mayo")]),
    ("es", "También reconoció el jefe del puerto que la grúa falló.", [("el jefe del puerto", "la grúa falló")]),
    ("es", "El gremio, por su parte, denunció que el turno es ilegal.", [("El gremio", "el turno es ilegal")]),
    (
        "es",
        "Mientras la mina niega que haya grietas, los vecinos temen que se hunda.",
        [("la mina", "haya grietas"), ("los vecinos", "se hunda")],
    ),
    (
        "es",
        "Los pastores que vieron al lobo confirmaron que era uno.",
        [("Los pastores que vieron al lobo", "uno")],
    ),
    ("es", "Así, sostiene que el mapa es falso.", [(None, "el mapa es falso")]),
    ("fr", "Lors du procès le gardien a assuré qu'il dormait.", [("le gardien", "il dormait")]),
    ("fr", "Comme l'a expliqué la doyenne, les cours reprennent.", [("la doyenne", "les cours reprennent")]),
    ("fr", "Il n'y aura pas de fête, a finalement déclaré la mairie.", [("la mairie", "Il n'y aura pas")]),
    ("fr", "Ainsi affirme-t-elle que la carte est fausse.", [("elle", "la carte est fausse")]),
    ("fr", "Le préfet a visité la digue et a promis que tout tiendrait.", [("Le préfet", "tout tiendrait")]),
    ("it", "Ieri sera la custode ha annunciato che lascerà la villa.", [("la custode", "lascerà la villa")]),
    (
        "it",
        "È arrivato anche il mugnaio Neri, il quale ha detto che piove.",
        [("il mugnaio Neri", "piove")],
    ),
    ("it", "La sindaca ritiene invece che il palio si debba fare.", [("La sindaca", "il palio si debba fare")]),
    ("pt", "Na feira o padeiro garantiu que o pão não sobe.", [("o padeiro", "o pão não sobe")]),
    ("pt", "Ainda segundo a marinha, o barco era roubado.", [("a marinha", "o barco era roubado")]),
    ("pt", "Um dos moradores contou que ouviu dois tiros.", [("Um dos moradores", "ouviu dois tiros")]),
    ("ru", "Выступил и лесник Павел Рощин, который объяснил, что волков нет.", [("лесник Павел Рощин", "волков нет")]),
    ("ru", "Она честно призналась, что боится высоты.", [("Она", "боится высоты")]),
    ("ru", "Мельник посетил ярмарку и пообещал, что хлеб подешевеет.", [("Мельник", "хлеб подешевеет")]),
    ("uk", "Один із рибалок розповів, що чув два постріли.", [("Один із рибалок", "чув два постріли")]),
]

# Verbs of saying beside which nobody says anything.
NOBODY = [
    ("de", "Wer behauptet, dass die Mieten sinken, kennt den Markt nicht."),
    ("de", "Wie ernst er es meint, dass er gehen will, ist offen."),
    ("de", "Es wurde behauptet, dass die Kasse leer sei."),
    ("de", "Ich fand es schade, dass wir uns nie trafen."),
    ("de", "Hier können wir sagen, dass die Lage verworren ist."),
    ("de", "Der Schiedsrichter meldete sich, das Video zeigte, dass niemand im Abseits stand."),
    ("de", "Die Zeitung berichtet über den Versuch, Wissen aus dem Land zu schaffen."),
    ("de", "Zudem warnte er vor Stürmen, die Dächer abgedeckt hätten."),
    ("de", "Weil er krank war, sagte er das Konzert ab."),
    ("es", "Quien dijo que los alquileres bajarían se equivocó."),
    ("es", "Nada indica que el volcán despierte."),
    ("fr", "Celui qui a dit que les loyers baisseraient s'est trompé."),
    ("it", "Chi ha detto che gli affitti calano si è sbagliato."),
    ("pt", "Quem disse que os aluguéis cairiam errou."),
    ("ru", "Кто сказал, что аренда подешевеет, ошибся."),
]


@pytest.mark.parametrize(("tag", "text", "wanted"), GIVEN)
def test_a_source_is_a_whole_noun_phrase_or_pronoun(tag, text, wanted):
    found = find_attributions(text, language=tag)

    assert [one.source and one.source.of(text) for one in found] == [source for source, _ in wanted]
    assert all(words in one.content.of(text) for one, (_, words) in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("tag", "text"), NOBODY)
def test_nothing_is_given_where_no_noun_phrase_speaks(tag, text):
    assert not find_attributions(text, language=tag)
