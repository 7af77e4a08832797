"""Edits of twelve languages other than English, each judged as an editor of that language would."""

import pytest

from tests.compare.test_languages import judged

# One text in another house style, spelling, word order or with words of one weight.
SAME = [
    (
        "es",
        "La fábrica de Sabadell invirtió 3.200.000 euros en dos hornos.",
        "La fábrica de Sabadell invirtió 3,2 millones de euros en dos hornos.",
    ),
    (
        "es",
        "El vuelo despegó a las 19.40 del aeropuerto de Vigo.",
        "El vuelo despegó a las 19:40 h del aeropuerto de Vigo.",
    ),
    (
        "es",
        "El paro bajó un 3,5 por ciento en marzo, según el instituto.",
        "El paro bajó un 3,5% en marzo, de acuerdo con el instituto.",
    ),
    (
        "es",
        "«No vamos a vender el club», dijo la presidenta, Marta Oliveras.",
        "“No vamos a vender el club”, señaló la presidenta, Marta Oliveras.",
    ),
    (
        "es",
        "La ministra anunció que la obra comenzará en octubre.",
        "La obra comenzará en octubre, anunció la ministra.",
    ),
    (
        "es",
        "Quizá la lluvia dañó los archivos del juzgado de Talca.",
        "Tal vez la lluvia dañó los archivos del juzgado de Talca.",
    ),
    ("es", "El Sr. Lozano pagó 40 dólares por la entrada.", "El señor Lozano pagó cuarenta dólares por la entrada."),
    ("es", "Según la policía, el conductor dio positivo.", "El conductor dio positivo, según la policía."),
    (
        "es",
        "El barco transportaba 12 mil toneladas de trigo ucraniano.",
        "El barco transportaba 12.000 toneladas de trigo ucraniano.",
    ),
    (
        "es",
        "La reunión tendrá lugar el lunes, 4 de marzo, en Lisboa.",
        "La reunión tendrá lugar el lunes 4 de marzo en Lisboa.",
    ),
    (
        "es",
        "Lo que se quemó fue un almacén de substancias químicas.",
        "Lo que se quemó fue un almacén de sustancias químicas.",
    ),
    ("es", "El alcalde afirmó que jamás recibió dinero.", "El alcalde afirmó que nunca recibió dinero."),
    (
        "de",
        "Die Stadt zahlt 2,5 Mio. Euro für den Umbau der Straße.",
        "Die Stadt zahlt 2,5 Millionen Euro für den Umbau der Strasse.",
    ),
    ("de", "Der Zug fuhr um 14.30 Uhr in Görlitz ab.", "Der Zug fuhr um 14:30 Uhr in Görlitz ab."),
    ("de", "Er sagte, daß die Schiffahrt muß ruhen.", "Er sagte, dass die Schifffahrt muss ruhen."),
    (
        "fr",
        "Le maire a déclaré : « Nous reconstruirons l'école. »",
        'Le maire a déclaré : "Nous reconstruirons l’école."',
    ),
    ("fr", "La facture s'élève à 1 250 000 euros.", "La facture s'élève à 1,25 million d'euros."),
    (
        "fr",
        "Il a paru nécessaire de connaître le coût de l'événement.",
        "Il a paru nécessaire de connaitre le cout de l'évènement.",
    ),
    ("fr", "Selon les pompiers, quinze hectares ont brûlé.", "D'après les pompiers, 15 hectares ont brûlé."),
    ("pt", "A reunião com António Salgado começou às 15h30.", "A reunião com Antônio Salgado começou às 15:30."),
    (
        "pt",
        "Segundo o Ministério da Saúde, 20% dos leitos estão vazios.",
        "De acordo com o Ministério da Saúde, 20 por cento dos leitos estão vazios.",
    ),
    (
        "it",
        "«Non ci arrendiamo», ha detto il sindaco Fabio Neri.",
        "“Non ci arrendiamo”, ha dichiarato il sindaco Fabio Neri.",
    ),
    ("it", "Il conto è di 2 milioni e mezzo di euro.", "Il conto è di 2,5 milioni di euro."),
    ("ru", "По словам мэра, мост откроют в 10:00.", "Мост откроют в 10.00, сказал мэр."),
    ("ru", "Ущерб составил 25 тыс. рублей.", "Ущерб составил двадцать пять тысяч рублей."),
    ("ru", '"Мы не сдадимся", — заявил тренер Пётр Ковалёв.', "«Мы не сдадимся», — сказал тренер Петр Ковалев."),
    ("ar", "قال المتحدث إن ٤٠ في المئة من المدارس أغلقت.", "قال المتحدث إن 40% من المدارس أغلقت."),
    ("he", 'ראש הממשלה אמר: "לא ניכנע".', "ראש הממשלה אמר: ״לא ניכנע״."),
    ("he", "כ-30 אחוז מהתושבים עזבו את העיר.", "כ-30% מהתושבים עזבו את העיר."),
    ("he", "הדובר אמר כי שלושה עובדים פוטרו.", "הדובר מסר כי 3 עובדים פוטרו."),
    ("zh", "市政府表示，约二十名工人受伤。", "市政府称，大约20名工人受伤。"),
    ("zh", "会议于下午3时开始。", "会议于15时开始。"),
    ("ja", "会議は午後3時に始まった。", "会議は15時に始まった。"),
    ("ja", "市によると、１２人がけがをした。", "市によれば、12人が怪我をした。"),
    ("ja", "「撤退はしない」と社長は述べた。", "社長は「撤退はしない」と述べた。"),
    ("th", "ตำรวจระบุว่ามีผู้บาดเจ็บ ๑๒ คน", "ตำรวจกล่าวว่ามีผู้บาดเจ็บ 12 คน"),
    ("th", "ราคาเพิ่มขึ้นร้อยละ 5 ในเดือนมีนาคม", "ราคาเพิ่มขึ้น 5% ในเดือนมีนาคม"),
    ("es", "El detenido, de 34 años, vive en Cádiz.", "El detenido, de treinta y cuatro años, vive en Cádiz."),
    ("fr", "Le procureur n'a pas exclu un appel.", "Le procureur n’a pas exclu un appel."),
    (
        "pt",
        "A presidente da Câmara disse que o projecto é «sólido».",
        "A presidente da Câmara disse que o projeto é “sólido”.",
    ),
    ("es", "“Volveré”, dijo Ana.", "«Volveré», dijo Ana."),
    ("es", "Ana Soto dijo: «Volveré pronto a casa».", "«Volveré pronto a casa», dijo Ana Soto."),
    ("es", "La víctima tenía veintiún años.", "La víctima tenía 21 años."),
    ("es", "Costó medio millón de pesos.", "Costó 500.000 pesos."),
    ("es", "Le robaron € 300.", "Le robaron 300 euros."),
    ("es", "No vino nunca al despacho.", "Nunca vino al despacho."),
    ("es", "El presunto ladrón huyó.", "El supuesto ladrón huyó."),
    ("es", "Catar jugará con Japón en México.", "Qatar jugará con Japón en Méjico."),
    ("es", "Hubo 3 muertos y veinte heridos.", "Hubo tres muertos y 20 heridos."),
    ("es", "Así lo señaló el vocero Raúl Díaz.", "Así lo indicó el vocero Raúl Díaz."),
    ("de", "Der Bürgermeister sagte, dass der Platz gesperrt sei.", "Der Bürgermeister sagte, der Platz sei gesperrt."),
    ("de", "Es kostet 1.200 Euro.", "Es kostet 1200 €."),
    ("de", "Zweihundertvierzig Gäste kamen.", "240 Gäste kamen."),
    ("de", "Das Spiel beginnt um 20 Uhr.", "Das Spiel beginnt um 20.00 Uhr."),
    ("de", "Die USA und die EU einigten sich.", "Die Vereinigten Staaten und die EU einigten sich."),
    ("de", "Am Samstag schneite es.", "Am Sonnabend schneite es."),
    ("fr", "« C'est faux », a dit M. Blanc.", "M. Blanc a dit : « C'est faux »."),
    ("fr", "Environ deux cents personnes sont venues.", "Quelque 200 personnes sont venues."),
    ("fr", "Il est 20 h.", "Il est 20 heures."),
    ("fr", "Les Etats-Unis ont voté contre.", "Les États-Unis ont voté contre."),
    ("pt", "Custou meio milhão de euros.", "Custou 500 mil euros."),
    ("pt", "O acto público reuniu 3.000 pessoas.", "O ato público reuniu três mil pessoas."),
    ("pt", "A equipa venceu em Moscovo.", "A equipe venceu em Moscou."),
    ("it", "Alle 18,30 è arrivato il treno.", "Alle 18:30 è arrivato il treno."),
    ("it", "Sono arrivati duecentoquaranta migranti.", "Sono arrivati 240 migranti."),
    ("it", "Perchè il sindaco tace?", "Perché il sindaco tace?"),
    ("ru", "Пожар начался в 7 утра.", "Пожар начался в семь утра."),
    ("ru", "Все ещё идёт снег.", "Всё еще идет снег."),
    ("uk", "П'ять осіб загинуло.", "5 осіб загинуло."),
    ("uk", "Об'єм — 3,5 тис. тонн.", "Об’єм — 3500 тонн."),
    ("ar", "حضر خمسة وعشرون طالبا.", "حضر ٢٥ طالبا."),
    ("ar", "وصل الرئيس إلى القاهرة.", "وصل الرئيس الى القاهرة."),
    ("he", "התכנית אושרה ב-12 במאי.", "התוכנית אושרה ב־12 במאי."),
    ("he", "רה״מ אמר כי יתפטר.", 'רה"מ אמר כי יתפטר.'),
    ("zh", "１２月有３０人获奖。", "12月有30人获奖。"),
    ("zh", "两万五千人参加。", "2.5万人参加。"),
    ("zh", "他说,会议延期。", "他说，会议延期。"),
    ("ja", "約3千人が参加した。", "およそ3000人が参加した。"),
    ("ja", "引っ越しの手続きが必要だ。", "引越しの手続が必要だ。"),
    ("th", "มีผู้โดยสารสองพันคน", "มีผู้โดยสาร 2,000 คน"),
    ("th", "เวลา 20.00 น.", "เวลา 20:00 น."),
]
# Another number, date, bound, degree of certainty, source, outcome or quoted word.
OTHER = [
    ("es", "El puerto podría reabrir en junio.", "El puerto reabrirá en junio."),
    ("es", "El fuego lo provocó, al parecer, una colilla.", "El fuego lo provocó una colilla."),
    (
        "es",
        "La policía sospecha que el vigilante abrió la puerta.",
        "La policía sabe que el vigilante abrió la puerta.",
    ),
    ("es", "El técnico habría firmado dos contratos.", "El técnico ha firmado dos contratos."),
    ("es", "La deuda creció un tercio en dos años.", "La deuda creció un cuarto en dos años."),
    ("es", "El equipo acabó en segundo lugar.", "El equipo acabó en tercer lugar."),
    ("es", "Según los bomberos, el edificio estaba vacío.", "Según los vecinos, el edificio estaba vacío."),
    ("es", "La ministra desmintió que vaya a dimitir.", "La ministra no aclaró si va a dimitir."),
    ("es", "El fallo no es definitivo.", "El fallo es definitivo."),
    ("es", "Apenas hubo heridos.", "Hubo heridos."),
    ("es", "El testigo dijo que vio el arma.", "El testigo admitió que vio el arma."),
    ("es", "«Nos engañaron desde el principio», dijo Lola Paz.", "«Nos informaron desde el principio», dijo Lola Paz."),
    ("es", "El juicio empieza el martes.", "El juicio empieza el jueves."),
    ("es", "Ganó por al menos 40 votos.", "Ganó por 40 votos."),
    ("es", "Casi todos los embalses están llenos.", "Todos los embalses están llenos."),
    ("de", "Die Firma soll Steuern hinterzogen haben.", "Die Firma hat Steuern hinterzogen."),
    ("de", "Der mutmaßliche Täter sitzt in Haft.", "Der Täter sitzt in Haft."),
    ("de", "Mindestens 30 Menschen starben.", "Höchstens 30 Menschen starben."),
    ("de", "Die Wahl findet im März statt.", "Die Wahl findet im Mai statt."),
    ("de", "Das Werk bleibt bis auf Weiteres geschlossen.", "Das Werk bleibt bis auf Weiteres offen."),
    ("de", "Die Partei gewann zweihundertvierzig Sitze.", "Die Partei gewann zweihundertvierzehn Sitze."),
    ("fr", "Le suspect aurait fui en Belgique.", "Le suspect a fui en Belgique."),
    ("fr", "Moins de la moitié des élus étaient présents.", "Plus de la moitié des élus étaient présents."),
    ("fr", "Le préfet a démenti la fermeture du pont.", "Le préfet a annoncé la fermeture du pont."),
    ("fr", "La réunion aura lieu mardi.", "La réunion aura lieu jeudi."),
    ("pt", "O jogador teria recebido propina.", "O jogador recebeu propina."),
    ("pt", "A vacina é obrigatória.", "A vacina é facultativa."),
    ("pt", "Mais de 50 pessoas foram presas.", "Menos de 50 pessoas foram presas."),
    ("it", "Il presunto boss è fuggito.", "Il boss è fuggito."),
    ("it", "La legge entra in vigore a giugno.", "La legge entra in vigore a luglio."),
    ("it", "Il tribunale lo ha assolto.", "Il tribunale lo ha condannato."),
    ("ru", "Вероятно, причиной стала утечка газа.", "Причиной стала утечка газа."),
    ("ru", "Не менее ста домов разрушено.", "Не более ста домов разрушено."),
    ("ru", "Суд оправдал банкира.", "Суд осудил банкира."),
    ("ru", "Цены выросли вдвое.", "Цены выросли втрое."),
    ("uk", "Уряд, імовірно, підвищить тариф.", "Уряд підвищить тариф."),
    ("uk", "Вибори відбудуться у вересні.", "Вибори відбудуться у жовтні."),
    ("ar", "قد تستقيل الوزيرة غدا.", "ستستقيل الوزيرة غدا."),
    ("ar", "قتل ثلاثة أشخاص في الانفجار.", "أصيب ثلاثة أشخاص في الانفجار."),
    ("ar", "ارتفعت الأسعار بأكثر من 10 في المئة.", "ارتفعت الأسعار بأقل من 10 في المئة."),
    ("he", "החשוד כנראה ברח לחו״ל.", "החשוד ברח לחו״ל."),
    ("he", "יותר מ-40 בתים נהרסו.", "פחות מ-40 בתים נהרסו."),
    ("he", "הפגישה תתקיים ביום שני.", "הפגישה תתקיים ביום שלישי."),
    ("zh", "嫌犯据信已逃往海外。", "嫌犯已逃往海外。"),
    ("zh", "超过三百人参加集会。", "不到三百人参加集会。"),
    ("zh", "公司可能裁员。", "公司将裁员。"),
    ("zh", "他承认收钱。", "他否认收钱。"),
    ("ja", "社長は辞任する可能性がある。", "社長は辞任する。"),
    ("ja", "300人以上が避難した。", "300人以下が避難した。"),
    ("ja", "男は容疑を認めている。", "男は容疑を否認している。"),
    ("th", "ราคาน้ำมันอาจเพิ่มขึ้นเดือนหน้า", "ราคาน้ำมันจะเพิ่มขึ้นเดือนหน้า"),
    ("th", "มีผู้เสียชีวิตมากกว่า 30 คน", "มีผู้เสียชีวิตน้อยกว่า 30 คน"),
    ("th", "ศาลยกฟ้องจำเลย", "ศาลลงโทษจำเลย"),
]
# Worded otherwise, though it looks like a spelling, a bound or a date of the lists.
REWORDED = [
    ("es", "Vive en la calle Mayor con su abuela.", "Vive en la calle Mayor."),
    ("pt", "Assinaram um pacto em Braga.", "Assinaram um pato em Braga."),
    ("ru", "Он уехал утром.", "Он уехал вечером."),
    ("fr", "Il marche sur le quai.", "Il marche sûr le quai."),
    ("ja", "ビルを買った。", "ビールを買った。"),
    ("it", "È arrivato il treno rosso.", "È arrivato il treno verde."),
    ("it", "L'iniziativa piace ai bambini.", "La conclusione piace ai bambini."),
    ("it", "La vendemmia dura tre giorni.", "L'acquisto dura tre giorni."),
    ("pt", "O vendaval arrancou o telhado.", "A compra arrancou o telhado."),
    ("pt", "O vencimento foi na sexta.", "A derrota foi na sexta."),
    ("ru", "Стартап радует соседей.", "Окончание радует соседей."),
    ("ru", "Климат здесь умеренный.", "Климат здесь травмирующий."),
    ("ru", "Мы передали им письмо.", "Мы передали имени письмо."),
    ("th", "เขาทำงานภายใต้ทีมเดิม", "เขาทำงานเหนือทีมเดิม"),
    ("es", "Ana vio a Pedro en el muelle viejo.", "Ana vio a Pedro en el muelle nuevo."),
]
# The same words, but another did it or said it.
EXCHANGED = [
    ("es", "La lluvia causó el incendio.", "El incendio causó la lluvia."),
    ("es", "Ruiz dijo a Soto que la obra cierra hoy.", "Soto dijo a Ruiz que la obra cierra hoy."),
    ("ru", "Иванов сказал, что Петров солгал в суде.", "Петров сказал, что Иванов солгал в суде."),
    ("ja", "田中は佐藤を批判した。", "佐藤は田中を批判した。"),
    ("de", "Der Hund biss den Mann im Park.", "Den Hund biss der Mann im Park."),
]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("tag", "original", "version"), SAME)
def test_the_same_said_in_another_form_is_style(tag, original, version, swapped):
    pair = (version, original) if swapped else (original, version)

    assert judged(*pair, tag)[0] in (None, "style")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("tag", "original", "version"), OTHER)
def test_another_fact_certainty_or_source_is_substantive(tag, original, version, swapped):
    pair = (version, original) if swapped else (original, version)

    assert judged(*pair, tag)[0] == "substantive"


@pytest.mark.parametrize(("tag", "original", "version"), REWORDED)
def test_a_look_alike_of_a_rule_is_minor(tag, original, version):
    assert judged(original, version, tag)[0] == "minor"


@pytest.mark.parametrize(("tag", "original", "version"), EXCHANGED)
def test_words_that_change_places_are_no_style_where_another_did_it(tag, original, version):
    assert judged(original, version, tag)[0] != "style"
